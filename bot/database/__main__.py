"""`python -m bot.database`: bring the database of RFS_DATABASE_URL to the tables of today."""

import sys

from bot.database import DatabaseError
from bot.database.engine import open_engine
from bot.database.migration import migrate
from bot.settings import SettingsError, settings


def main() -> int:
    """Return 0, or 1 with one line of what is wrong."""
    try:
        migrate(open_engine(settings().database_url))
    except (DatabaseError, SettingsError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
