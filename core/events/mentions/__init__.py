"""Who and where: actors and places in a sentence of Arabic news."""

from core.events.mentions.find import find_mentions
from core.events.mentions.mention import Mention, MentionKind, head

__all__ = ["Mention", "MentionKind", "find_mentions", "head"]
