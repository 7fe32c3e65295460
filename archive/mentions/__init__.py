"""Mentions: recognised names of missions, with their places."""

from archive.mentions.finding import document_mentions, find_mentions
from archive.mentions.models import Mention, PlacedMention

__all__ = ["Mention", "PlacedMention", "document_mentions", "find_mentions"]
