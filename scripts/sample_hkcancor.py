# /// script
# requires-python = ">=3.10"
# dependencies = ["pycantonese==5.0.0"]
# ///
"""Writes hkcancor.yml of both evaluation sets: utterances of a public corpus of spoken Cantonese.

Made once; nothing at run time or in the tests needs pycantonese. To make it again, in a
virtual environment outside the repository with the package named above installed:

    python scripts/sample_hkcancor.py

What was chosen and why, with the licence, stands in tests/nlu/heldout/README.md.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pycantonese

SETS = Path(__file__).resolve().parent.parent / "tests" / "nlu"
FOLDERS = {"heldout": "Held-out set: judged only", "development": "Development set"}
SAMPLE = 400
SHORTEST = 8
HEAD = """\
# {kind}; never train on it. Made by scripts/sample_hkcancor.py.
# From the Hong Kong Cantonese Corpus by K. K. Luke, CC BY 4.0, as pycantonese {version} has it;
# changed: joined, thinned out, punctuation reduced. See README.md of the held-out sets.
"""
ITEM = "- text: {text}\n  kind: hkcancor\n  source: {source}\n"
_DROPPED = frozenset({".", "...", "-", '"'})
_UNHEARD = re.compile(r"○|[A-Za-z]+[1-6]")
_BETWEEN_LATIN = re.compile(r"(?<=[A-Za-z])\s+(?=[A-Za-z])")


def joined(words: Iterable[str]) -> str:
    """The words as somebody would type them: a space only between two Latin ones."""
    spaced = " ".join(word for word in words if word not in _DROPPED)
    return _BETWEEN_LATIN.sub("\0", spaced).replace(" ", "").replace("\0", " ").strip(",")


def length(text: str) -> int:
    """How many characters of `text` are letters or digits."""
    return sum(character.isalnum() for character in text)


def utterances() -> Iterator[tuple[str, str]]:
    """Text and source of each utterance that is long enough and whole."""
    folder = Path(pycantonese.__file__).parent / "data" / "hkcancor"
    for path in sorted(folder.glob("*.cha")):
        corpus = pycantonese.read_chat(str(path))
        for number, utterance in enumerate(corpus.utterances(), 1):
            words = [token.word for token in utterance.tokens]
            text = joined(words)
            if length(text) >= SHORTEST and not any(map(_UNHEARD.fullmatch, words)):
                yield text, f"{path.stem} utterance {number}"


def samples() -> Iterator[list[tuple[str, str]]]:
    """One sample a folder, the same on every machine: by the hash of the text."""
    distinct = dict(reversed(list(utterances())))  # of equal texts the first
    by_hash = sorted(distinct, key=lambda text: hashlib.sha256(text.encode()).digest())
    for start in range(0, len(FOLDERS) * SAMPLE, SAMPLE):
        yield sorted((distinct[text], text) for text in by_hash[start : start + SAMPLE])


def main() -> None:
    """Write the files."""
    for (folder, kind), sample in zip(FOLDERS.items(), samples(), strict=True):
        head = HEAD.format(kind=kind, version=pycantonese.__version__)
        items = (
            ITEM.format(text=json.dumps(text, ensure_ascii=False), source=source)
            for source, text in sample
        )
        (SETS / folder / "hkcancor.yml").write_text(head + "".join(items), encoding="utf-8")


if __name__ == "__main__":
    main()
