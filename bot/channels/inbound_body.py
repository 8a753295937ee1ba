"""Reading what a provider posts, whatever it is: a value that is not there or odd is blank."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

LONGEST_ID = 128
LONGEST_ADDRESS = 255
LONGEST_NOTE = 64
_BIGGEST = 2**63


class BadBodyError(Exception):
    """A body is not what the provider sends: no JSON object, or without what makes it one."""


def json_object(body: bytes) -> dict[str, Any]:
    """The JSON object that a body is.

    Raises:
        BadBodyError: it is none.
    """
    try:
        given = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadBodyError("The body is no JSON.") from error
    if not isinstance(given, dict):
        raise BadBodyError("The body is no JSON object.")
    return given


def at(given: Any, *path: str) -> Any:
    """What stands at a path of objects; None when there is nothing."""
    for name in path:
        given = given.get(name) if isinstance(given, dict) else None
    return given


def objects(given: Any, *path: str) -> Iterator[dict[str, Any]]:
    """The objects of the list at a path."""
    found = at(given, *path)
    return (each for each in (found if isinstance(found, list) else ()) if isinstance(each, dict))


def text(given: Any, *path: str) -> str:
    """The text at a path as it can be stored; a whole number as its digits."""
    found = at(given, *path)
    if isinstance(found, int) and not isinstance(found, bool) and abs(found) < _BIGGEST:
        return str(found)
    return storable(found) if isinstance(found, str) else ""


def storable(written: str) -> str:
    """A text without what databases refuse: NUL goes, half a surrogate pair becomes U+FFFD."""
    pairs = written.replace("\0", "").encode("utf-16-le", "surrogatepass")
    return pairs.decode("utf-16-le", "replace")


def identity(given: Any, *path: str) -> str:
    """The id at a path, the same whenever it is given; a very long one as its digest."""
    found = text(given, *path).strip()
    return found if len(found) <= LONGEST_ID else hashlib.sha256(found.encode()).hexdigest()


def address(given: Any, *path: str) -> str:
    """The address at a path; blank when nothing can be sent there."""
    found = text(given, *path).strip()
    return found if len(found) <= LONGEST_ADDRESS else ""


def note(*words: str) -> str:
    """Words for the log, joined by colons: `unsupported:poll_creation`."""
    return ":".join(word for word in words if word)[:LONGEST_NOTE]
