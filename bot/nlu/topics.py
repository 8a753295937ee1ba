"""Which intent asks about which topic of the knowledge base."""

from __future__ import annotations

from bot.knowledge.base import KnowledgeBase


def topic_intents(base: KnowledgeBase) -> dict[str, str]:
    """Topic id to intent: `ask_<id>`, or the common intents for silences and contacts."""
    intents = {topic: f"ask_{topic}" for topic in base.topics}
    intents |= {entry.id: "ask_not_covered" for entry in base.scheme.not_covered}
    intents |= {entry.id: "ask_contact" for entry in base.library.contacts}
    return intents
