"""The tables of `bot/database/migrations`, for queries."""

import sqlalchemy as sa

metadata = sa.MetaData()

conversations = sa.Table(
    "conversations",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("language", sa.String(8)),
    sa.Column("last_seq", sa.Integer, nullable=False),
    sa.Column("sent_seq", sa.Integer, nullable=False, server_default="0"),
    sa.Column("created_at", sa.DateTime, nullable=False),
    sa.Column("closed_at", sa.DateTime),
)

messages = sa.Table(
    "messages",
    metadata,
    sa.Column("conversation", sa.String(64), sa.ForeignKey("conversations.id"), primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("client_id", sa.String(128)),
    sa.Column("speaker", sa.String(8), nullable=False),
    sa.Column("name", sa.String(80)),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("language", sa.String(8)),
    sa.Column("payload", sa.Text),
    sa.Column("state", sa.String(8)),
    sa.Column("tries", sa.Integer, nullable=False, default=0),
    sa.Column("reply_to", sa.Integer),
    sa.Column("buttons", sa.JSON, nullable=False, default=list),
    sa.Column("card", sa.JSON(none_as_null=True)),
    sa.Column("feedback", sa.String(4)),
    sa.Column("feedback_at", sa.DateTime),
    sa.UniqueConstraint("conversation", "client_id", name="uq_messages_client_id"),
    sa.Index("ix_messages_state", "state"),
)

contacts = sa.Table(
    "contacts",
    metadata,
    sa.Column("conversation", sa.String(64), sa.ForeignKey("conversations.id"), primary_key=True),
    sa.Column("address", sa.String(255), nullable=False),
    sa.Column("heard_at", sa.DateTime, nullable=False),
)

deliveries = sa.Table(
    "deliveries",
    metadata,
    sa.Column("conversation", sa.String(64), sa.ForeignKey("conversations.id"), primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("part", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("provider_id", sa.String(255)),
    sa.Column("state", sa.String(9), nullable=False),
    sa.Column("error", sa.String(255), nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Index("ix_deliveries_provider_id", "provider_id"),
)
