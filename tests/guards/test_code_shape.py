"""Files and functions stay small enough to be read at once, and tests are tests."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from tests.guards.files import is_under, python_files, text_of

LONGEST_FILE, LONGEST_FUNCTION = 250, 40
AnyFunction = ast.FunctionDef | ast.AsyncFunctionDef


@lru_cache(maxsize=512)
def tree(path: Path) -> ast.Module:
    return ast.parse(text_of(path))


def functions(node: ast.AST) -> Iterator[AnyFunction]:
    return (each for each in ast.walk(node) if isinstance(each, AnyFunction))


def code() -> list[Path]:
    return [path for path in python_files() if not is_under(path, ("tests",))]


def all_test_files() -> list[Path]:
    return [path for path in python_files() if is_under(path, ("tests",))]


ASSERTING = ("raises", "fail", "assert_", "to_")
"""How calls begin that assert: of pytest, numpy and Playwright."""


def asserting(node: ast.AST) -> bool:
    """Whether something in `node` can fail: an assert, or a call of a library that asserts."""
    for each in ast.walk(node):
        if isinstance(each, ast.Assert):
            return True
        if isinstance(each, ast.Call) and called(each).startswith(
            ("raises", "fail", "assert_", "to_")
        ):
            return True
    return False


def called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def test_no_file_is_too_long_to_be_read_at_once() -> None:
    lengths = {path: len(text_of(path).splitlines()) for path in python_files()}

    assert {path: n for path, n in lengths.items() if n > LONGEST_FILE} == {}


def test_no_function_is_too_long_to_be_read_at_once() -> None:
    long = [
        f"{path}:{function.lineno}: {function.name} has {length} lines"
        for path in code()
        for function in functions(tree(path))
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    ]

    assert long == []


def test_no_test_is_hidden_inside_another_function() -> None:
    hidden = [
        f"{path}:{inner.lineno}: {inner.name} never runs"
        for path in all_test_files()
        for outer in functions(tree(path))
        for inner in functions(outer)
        if inner is not outer and inner.name.startswith("test_")
    ]

    assert hidden == []


def test_every_test_can_fail() -> None:
    helpers = {f.name for path in all_test_files() for f in functions(tree(path)) if asserting(f)}
    idle = [
        f"{path}:{function.lineno}: {function.name} asserts nothing"
        for path in all_test_files()
        for function in functions(tree(path))
        if function.name.startswith("test_") and not asserting(function)
        if not any(called(c) in helpers for c in ast.walk(function) if isinstance(c, ast.Call))
    ]

    assert idle == []


def test_the_actions_folder_is_flat() -> None:
    """With rasa-sdk 3.6.2 a package inside `actions/` crashes the action server."""
    deep = [path for path in python_files() if is_under(path, ("actions",)) and len(path.parts) > 2]

    assert deep == []
