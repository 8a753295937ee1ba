"""The knowledge base as frozen objects: every fact once, dated and cited."""

from bot.knowledge.loader import load
from bot.knowledge.schema import KnowledgeError, Library, Scheme

__all__ = ["KnowledgeError", "Library", "Scheme", "load"]
