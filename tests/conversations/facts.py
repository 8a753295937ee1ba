"""What an answer must contain, out of the knowledge base: no figure stands in a scenario.

A placeholder is one of
- `{ceiling}`: a figure of the scheme as answers write it;
- `{= grant(1200萬 + min(40萬, patent_cap))}`: a sum worked out here, from the scheme's
  parameters by an arithmetic of its own, and written as money; `let` gives names to sums;
- `{expense:rent}` or `{service.funding:cleanroom}`: the names of an entry, or another text of it;
- `{option:new_line=true}`: an answer to a question of the eligibility check.
"""

import ast
import operator
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from opencc import OpenCC

from bot.knowledge.base import KnowledgeBase
from bot.knowledge.schema import Text
from bot.knowledge.values import format_money
from bot.nlg.wording import wording

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_TEN_THOUSANDS = re.compile(r"(\d+(?:\.\d+)?)萬")
_YEAR = re.compile(r"\d{4}")
_SIMPLIFIED = OpenCC("hk2s")
_OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class Facts:
    """The knowledge base of today in one language: `zh-HK`, `zh-CN` or `en`."""

    def __init__(self, base: KnowledgeBase, language: str) -> None:
        self.base = base
        self.language = language
        self.sums: dict[str, str] = {}
        self._words = base.today()
        self._in = "en" if language == "en" else "zh"

    def fill(self, text: str) -> str:
        """`text` with its placeholders filled, in Simplified characters if so written."""
        filled = _PLACEHOLDER.sub(lambda found: self._value(found.group(1)), text)
        return _SIMPLIFIED.convert(filled) if self.language == "zh-CN" else filled

    def source(self, source: str) -> tuple[str, str]:
        """The title of a source and its year, both of which a citation has."""
        found = _by_id(self.base.library.sources, source)
        year = _YEAR.search(found.date)
        return self.fill(found.title.get(self._in)), year.group() if year else ""

    def fixed_words(self, response: str) -> str:
        """The first line of a response's wording that no figure or condition touches."""
        variations = wording()[response]
        wanted = variations[-1] if self._in == "en" else variations[0]
        lines = (line.strip() for line in wanted["text"].splitlines())
        words = next(line for line in lines if line and "{" not in line)
        return _SIMPLIFIED.convert(words) if self.language == "zh-CN" else words

    def options(self, requirement: str) -> list[str]:
        """What can be answered to a question of the check, as on its buttons."""
        entry = _by_id(self.base.scheme.requirements, requirement)
        return [self.fill(option.names.get(self._in)) for option in entry.options]

    def of_entry(self, entry: str) -> list[str]:
        """Words of which an answer about `type/id` has one: its name or statement, its figure."""
        kind, _, id_ = entry.partition("/")
        if kind == "parameter":
            return [self.fill(f"{{{id_}}}")]
        statement = getattr(self._entry(kind, id_), "statement", None)
        names = self.fill(f"{{{kind}:{id_}}}")
        return [names, self.fill(f"{{{kind}.statement:{id_}}}")] if statement else [names]

    def _value(self, placeholder: str) -> str:
        if placeholder.startswith("="):
            return format_money(self.sum(placeholder[1:].strip()), self._in)
        kind, colon, id_ = placeholder.partition(":")
        if not colon:
            return self._words.figure(placeholder, self._in)
        if kind == "option":
            requirement, _, value = id_.partition("=")
            options = _by_id(self.base.scheme.requirements, requirement).options
            chosen = next(each for each in options if str(each.value).lower() == value)
            return chosen.names.get(self._in)
        kind, _, field = kind.partition(".")
        entry = self._entry(kind, id_)
        text = getattr(entry, field or "names")
        text = text if isinstance(text, Text) else text.text
        return self._words.text(text, self._in, entry).strip()

    def _entry(self, kind: str, id_: str):
        base, library = self.base, self.base.library
        groups = {
            "expense": base.expenses.values(),
            "topic": base.topics.values(),
            "service": library.services,
            "technology": base.scheme.technologies,
            "check": base.scheme.requirements,
            "customer": library.customers,
            "contact": library.contacts,
            "scheme": library.other_schemes,
        }
        return _by_id(groups[kind], id_)

    def sum(self, expression: str) -> Decimal:
        """An amount in HKD: sums of amounts, parameters, `grant`, `own`, `needed`, `min`."""
        return Decimal(floor(self._exact(expression)))

    def _exact(self, expression: str) -> Fraction:
        tree = ast.parse(_TEN_THOUSANDS.sub(r"(\1 * 10000)", expression), mode="eval")
        return self._worth(tree.body)

    def _worth(self, node: ast.expr) -> Fraction:
        if isinstance(node, ast.Constant):
            return Fraction(str(node.value))
        if isinstance(node, ast.Name):
            named = self.sums.get(node.id)
            return self._exact(named) if named else Fraction(self._parameter(node.id))
        if isinstance(node, ast.BinOp):
            calculate = _OPERATORS[type(node.op)]
            return calculate(self._worth(node.left), self._worth(node.right))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            return self._functions[node.func.id](*map(self._worth, node.args))
        raise ValueError(f"not a sum: {ast.unparse(node)}")

    def _parameter(self, name: str) -> Decimal:
        return self._words.value(name)

    @property
    def _functions(self) -> dict[str, Callable[..., Fraction]]:
        government, company = map(int, str(self._parameter("matching")).split(":"))
        part = Fraction(government, government + company)
        most = Fraction(self._parameter("ceiling"))

        def grant(eligible: Fraction) -> Fraction:
            return min(Fraction(floor(eligible * part)), most)

        def needed(wanted: Fraction) -> Fraction:
            return Fraction(ceil(min(wanted, most) / part))

        return {
            "grant": grant,
            "own": lambda eligible: eligible - grant(eligible),
            "needed": needed,
            "matched": lambda own: min(Fraction(floor(own * government / company)), most),
            "min": min,
        }


def _by_id(entries, id_: str):
    found = [entry for entry in entries if entry.id == id_]
    if not found:
        raise LookupError(f"the knowledge base has no {id_!r}")
    return found[0]
