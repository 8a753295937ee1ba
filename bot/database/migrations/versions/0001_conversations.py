"""Conversations, their messages, and what visitors think of the answers."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "conversations",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("language", sa.String(8)),
        sa.Column("last_seq", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("closed_at", sa.DateTime),
    )
    op.create_table(
        "messages",
        sa.Column(
            "conversation", sa.String(64), sa.ForeignKey("conversations.id"), primary_key=True
        ),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("client_id", sa.String(128)),
        sa.Column("speaker", sa.String(8), nullable=False),
        sa.Column("name", sa.String(80)),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("language", sa.String(8)),
        sa.Column("payload", sa.Text),
        sa.Column("state", sa.String(8)),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("reply_to", sa.Integer),
        sa.Column("buttons", sa.JSON, nullable=False),
        sa.Column("card", sa.JSON),
        sa.Column("feedback", sa.String(4)),
        sa.Column("feedback_at", sa.DateTime),
        sa.UniqueConstraint("conversation", "client_id", name="uq_messages_client_id"),
    )
    op.create_index("ix_messages_state", "messages", ["state"])


def downgrade() -> None:
    """Drop them."""
    op.drop_table("messages")
    op.drop_table("conversations")
