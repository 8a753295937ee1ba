"""Files that anybody may have: found by name, never outside their folder, checked by ETag."""

import gzip
import hashlib
import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path

from aiohttp import web

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
PACKED_ALREADY = {".ico", ".jpg", ".png", ".webp", ".woff2"}
SMALLEST_TO_PACK = 512
A_SHORT_WHILE = "public, max-age=300"
ASK_EACH_TIME = "public, no-cache"
LICENCE = "LICENSE"
_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*")


@dataclass(frozen=True)
class Folder:
    """A folder of which only what is named is public.

    `names` are patterns of files directly in it, `folders` of the folders that are public whole.
    """

    root: Path
    names: tuple[str, ...] = ("*",)
    folders: tuple[str, ...] = ("*",)

    def find(self, path: str) -> Path | None:
        """Return the public file at `path` (slashes, relative to the folder), if there is one."""
        parts = path.split("/")
        allowed = self.names if len(parts) == 1 else self.folders
        if not all(_NAME.fullmatch(part) for part in parts):
            return None
        if not any(fnmatchcase(parts[0], pattern) for pattern in allowed):
            return None
        found = self.root.joinpath(*parts).resolve()
        inside = found.is_relative_to(self.root.resolve())
        return found if inside and content_type(found) and found.is_file() else None


@dataclass(frozen=True)
class Asset:
    """A file in memory, plain and packed (None where packing gains nothing)."""

    body: bytes
    packed: bytes | None
    etag: str
    content_type: str


def content_type(path: Path) -> str:
    """Return the type of a file that may be public, nothing for any other."""
    return TYPES[".txt"] if path.name == LICENCE else TYPES.get(path.suffix, "")


def load(path: Path) -> Asset:
    """Return the file as it is now; it is read and packed again when it has changed."""
    now = path.stat()
    return _load(path, now.st_mtime_ns, now.st_size)


@lru_cache(maxsize=256)
def _load(path: Path, _changed: int, _size: int) -> Asset:
    body = path.read_bytes()
    packs = path.suffix not in PACKED_ALREADY and len(body) >= SMALLEST_TO_PACK
    return Asset(
        body,
        gzip.compress(body, mtime=0) if packs else None,
        hashlib.sha256(body).hexdigest()[:32],
        content_type(path),
    )


def file_response(request: web.Request, path: Path | None, cache: str) -> web.Response:
    """Answer with the file, or say that the client has it already.

    Raises:
        web.HTTPNotFound: there is no such file.
    """
    if path is None or not path.is_file():
        raise web.HTTPNotFound(text="There is nothing at this address.")
    asset = load(path)
    headers = {
        "Cache-Control": cache,
        "ETag": f'W/"{asset.etag}"',
        "Vary": "Accept-Encoding",
    }
    if any(tag.value in (asset.etag, "*") for tag in request.if_none_match or ()):
        return web.Response(status=304, headers=headers)
    headers["Content-Type"] = asset.content_type
    if asset.packed is not None and "gzip" in request.headers.get("Accept-Encoding", ""):
        return web.Response(body=asset.packed, headers=headers | {"Content-Encoding": "gzip"})
    return web.Response(body=asset.body, headers=headers)
