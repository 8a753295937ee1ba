"""Where replies to messengers go, and what became of them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables, and the place up to which a conversation was sent."""
    with op.batch_alter_table("conversations") as table:
        table.add_column(sa.Column("sent_seq", sa.Integer, nullable=False, server_default="0"))
    op.create_table(
        "contacts",
        sa.Column(
            "conversation", sa.String(64), sa.ForeignKey("conversations.id"), primary_key=True
        ),
        sa.Column("address", sa.String(255), nullable=False),
        sa.Column("heard_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "deliveries",
        sa.Column(
            "conversation", sa.String(64), sa.ForeignKey("conversations.id"), primary_key=True
        ),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("part", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("provider_id", sa.String(255)),
        sa.Column("state", sa.String(9), nullable=False),
        sa.Column("error", sa.String(255), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_deliveries_provider_id", "deliveries", ["provider_id"])


def downgrade() -> None:
    """Take them away."""
    op.drop_table("deliveries")
    op.drop_table("contacts")
    with op.batch_alter_table("conversations") as table:
        table.drop_column("sent_seq")
