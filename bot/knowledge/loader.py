"""Reads `knowledge_base/` into frozen objects; every error names file and key."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic.tools import parse_obj_as
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from bot.knowledge.schema import KnowledgeError, Library, Scheme
from bot.settings import settings

DEFAULT_ROOT = settings().knowledge_base

SCHEME_FILES = {
    "head": "scheme.yml",
    "parameters": "parameters.yml",
    "facts": "facts.yml",
    "updates": "updates.yml",
    "expenses": "expenses.yml",
    "general_words": "general_words.yml",
    "unlisted": "unlisted.yml",
    "technologies": "technologies.yml",
    "requirements": "eligibility.yml",
    "not_covered": "not_covered.yml",
}
LIBRARY_FILES = {
    "sources": "sources.yml",
    "services": "services/catalogue.yml",
    "customers": "services/customers.yml",
    "contacts": "contacts.yml",
    "industries": "vocabulary/industries.yml",
    "products": "vocabulary/products.yml",
    "other_schemes": "vocabulary/other_schemes.yml",
    "topics": "vocabulary/topics.yml",
    "shared_aliases": "vocabulary/shared_aliases.yml",
}

ModelType = TypeVar("ModelType")


def load(root: Path = DEFAULT_ROOT) -> Library:
    """The knowledge base below `root`, checked as far as one entry alone can be.

    Raises:
        KnowledgeError: a file is missing, is no YAML, or an entry breaks the schema.
    """
    parts = {field: _read(root, name, Library, field) for field, name in LIBRARY_FILES.items()}
    folders = sorted(path for path in (root / "schemes").glob("*") if path.is_dir())
    if not folders:
        raise KnowledgeError(f"{root / 'schemes'}: no scheme folder")
    parts["schemes"] = {folder.name: load_scheme(folder) for folder in folders}
    return Library.construct(**parts)


def load_scheme(folder: Path) -> Scheme:
    """One scheme from its folder; the same errors as `load`."""
    parts = {field: _read(folder, name, Scheme, field) for field, name in SCHEME_FILES.items()}
    return Scheme.construct(**parts)


def _read(root: Path, name: str, model: type, field: str) -> Any:
    path = root / name
    data = _yaml(path)
    if data is None:
        data = []
    shape = model.__fields__[field].outer_type_  # type: ignore[attr-defined]
    try:
        return parse_obj_as(shape, data)
    except ValidationError as error:
        first = error.errors()[0]
        raise KnowledgeError(f"{path}: {_place(first['loc'], data)}: {first['msg']}") from error


def _yaml(path: Path) -> Any:
    try:
        return YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise KnowledgeError(f"{path}: the file is missing") from error
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else "?"
        raise KnowledgeError(f"{path}: line {line}: {error.problem}") from error


def _place(location: tuple[Any, ...], data: Any) -> str:
    keys = [key for key in location if key != "__root__"]
    names: list[str] = []
    for key in keys:
        try:
            data = data[key]
        except (LookupError, TypeError):
            data = None
        is_entry = isinstance(data, dict) and isinstance(data.get("id"), str)
        names.append(str(data["id"]) if is_entry else str(key))
    return " > ".join(names)
