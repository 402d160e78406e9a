"""Who and where: actors and places in a sentence of Arabic news."""

from core.events.mentions.find import find_mentions, read_mentions
from core.events.mentions.mention import Mention, MentionKind, head
from core.events.mentions.recall import Introduced
from core.events.mentions.recognised import with_recognised

__all__ = [
    "Introduced",
    "Mention",
    "MentionKind",
    "find_mentions",
    "head",
    "read_mentions",
    "with_recognised",
]
