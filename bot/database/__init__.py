"""The advisor's own database: conversations now, leads later. Rasa's trackers stand elsewhere."""


class DatabaseError(Exception):
    """The database cannot be used; the message is one line for the operator."""
