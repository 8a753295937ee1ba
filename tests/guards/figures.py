"""How the figures of the scheme could be written, derived from the knowledge base."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

import cn2an

from bot.knowledge.base import open_base
from bot.knowledge.schema import Parameter

_HAN = "零〇一二兩两三四五六七八九十百千廿卅幾"
_LEAST_BARE = 100_000
"""A smaller amount may be anything, unless what it is the cap of is named beside it."""

_LEAST_HAN = 10_000


@lru_cache(maxsize=1)
def patterns() -> dict[str, re.Pattern[str]]:
    """For each money, ratio and months parameter a pattern of all its spellings, all values."""
    words = {"HKD": _money, "ratio": _ratio, "months": _months}
    return {
        each.id: re.compile("|".join(found), re.IGNORECASE)
        for each in open_base().scheme.parameters
        if each.unit in words and (found := [s for v in _values(each) for s in words[each.unit](v)])
    }


@lru_cache(maxsize=1)
def beside() -> dict[str, re.Pattern[str]]:
    """For each small amount what must stand beside it: the names of what it is the cap of."""
    base = open_base()
    small = [each for each in base.scheme.parameters if each.unit == "HKD" and _is_small(each)]
    found: dict[str, re.Pattern[str]] = {}
    for parameter in small:
        capped = [each for each in base.scheme.expenses if each.cap == parameter.id]
        names = [name for each in capped for name in (*each.names.dict().values(), *each.aliases)]
        found[parameter.id] = re.compile("|".join(map(re.escape, names)) or "$^", re.IGNORECASE)
    return found


def figures_of(words: str) -> Iterator[str]:
    """Each figure typed in `words`, with the parameter it belongs to."""
    for parameter, pattern in patterns().items():
        context = beside().get(parameter)
        for match in pattern.finditer(words):
            if context is None or context.search(words):
                yield f"{match.group()!r} is {parameter}"


def _is_small(parameter: Parameter) -> bool:
    return all(Decimal(value) < _LEAST_BARE for value in _values(parameter))


def _values(parameter: Parameter) -> list[str]:
    return [str(value) for value in parameter.values.values() if value is not None]


def _number(written: str) -> str:
    """A pattern of a number that is not a part of a longer one; its commas may be missing."""
    return r"(?<![\d.,_%])" + re.escape(written).replace(",", "[,_]?")


def _money(value: str) -> Iterator[str]:
    amount = Decimal(value)
    yield _number(f"{int(amount):,}") + r"(?![\d_]|,\d|\.\d)"
    for size, unit in ((10**4, "[萬万]"), (10**7, "千[萬万]"), (10**8, "[億亿]")):
        yield from _in_unit(amount / size, unit)
    english = ((10**3, "k"), (10**6, "m(?:illion|il|n)?"), (10**9, "b(?:illion|n)?"))
    for size, unit in english:
        if amount / size >= 1:
            yield rf"{_number(f'{(amount / size).normalize():,f}')}\s*{unit}(?![a-z\d])"


def _in_unit(number: Decimal, unit: str) -> Iterator[str]:
    if number < 1:
        return
    yield rf"{_number(f'{number.normalize():,f}')}\s*個?{unit}"
    if number == number.to_integral():
        yield from (rf"(?<![{_HAN}]){han}{unit}(?![{_HAN}])" for han in _han(int(number)))


def _han(number: int) -> set[str]:
    full = cn2an.an2cn(number)
    if number >= _LEAST_HAN or "万" in full:
        return set()
    forms = {full, re.sub("二(?!十)", "兩", full), re.sub("^一(?=[十百千])", "", full)}
    forms |= {form[:-1] for form in forms if form.endswith("百") and "千" in form}
    return forms | {form.replace("二十", "廿") for form in forms}


def _ratio(value: str) -> Iterator[str]:
    first, second = value.split(":")
    yield rf"(?<![\d:.]){first}\s?(?:[:：比]|to)\s?{second}(?![\d:.])"
    yield rf"{cn2an.an2cn(first)}比[{cn2an.an2cn(second)}兩]"
    parts = int(first) + int(second)
    yield f"{cn2an.an2cn(parts)}分之?{cn2an.an2cn(first)}"


def _months(value: str) -> Iterator[str]:
    yield rf"(?<!\d){value}\s?(?:個月|个月|-?\s?months?)"
    yield from (rf"(?<![{_HAN}]){han}[個个]月" for han in _han(int(value)))


def words_of_python(source: str) -> Iterator[tuple[int, str]]:
    """Comments and string literals of a program, and its numbers, with their lines."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in (tokenize.STRING, tokenize.COMMENT, tokenize.NUMBER):
            yield token.start[0], token.string
