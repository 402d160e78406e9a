"""What a person says, told to whichever holds the events: all that a screen needs to check and correct."""

from core.book.articles import ArticlesBook
from core.book.protocol import Book

__all__ = ["ArticlesBook", "Book"]
