"""The table of facts in `docs/facts.md`, generated from the knowledge base."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bot.knowledge.rendering import Renderer
from bot.knowledge.schema import Entry, Expense, Library, Scheme, Source, Text, Update
from bot.knowledge.values import format_value

_HEAD = """\
# 事實一覽 · Facts

由 `knowledge_base/` 自動產生，唔好手改；改完 `knowledge_base/` 之後行 `make kb-docs`。
Generated from `knowledge_base/`: do not edit; run `make kb-docs` after a change there.
"""


def facts_table(library: Library) -> str:
    """The whole document, with each scheme as it stands on the last date of its figures."""
    lines = [_HEAD]
    for scheme in library.schemes.values():
        lines += _scheme(library, scheme)
    lines += _section("資料來源 · Sources", ("id", "", "出版者 · Publisher", "日期 · Date", "url"))
    lines += (_source(source) for source in library.sources)
    return "\n".join(lines) + "\n"


def last_date(scheme: Scheme) -> date:
    """The last date from which a figure of the scheme holds."""
    return max(start for parameter in scheme.parameters for start in parameter.values)


def _scheme(library: Library, scheme: Scheme) -> Iterator[str]:
    words = Renderer(library, scheme, last_date(scheme))
    yield f"\n# {scheme.head.names.zh} · {scheme.head.names.en}"
    yield from _parameters(scheme)
    columns = ("id", "中文", "English", "由 · From", "來源 · Source")
    fundable = [each for each in scheme.expenses if each.verdict == "fundable"]
    for title, entries in (
        ("資料 · Facts", scheme.facts),
        ("可獲資助 · Fundable", fundable),
        ("不獲資助 · Not fundable", [each for each in scheme.expenses if each not in fundable]),
        ("其後發展 · Later developments", scheme.updates),
        ("聯絡 · Contacts", library.contacts),
    ):
        yield from _section(title, columns)
        yield from _statements(words, entries)
    yield from _section("智能科技 · Smart technologies", columns)
    yield from (_row(_entry(words, each, each.names)) for each in scheme.technologies)
    yield from _section("資格預檢 · Pre-check", columns)
    yield from (_row(_entry(words, each, each.question)) for each in scheme.requirements)
    yield from _section("生產力局服務 · HKPC's services", columns)
    yield from (_row(_entry(words, each, each.names)) for each in library.services)
    yield from _section("參考客戶 · Reference customers", columns)
    yield from (_row(_entry(words, each, each.names)) for each in library.customers)


def _parameters(scheme: Scheme) -> Iterator[str]:
    yield from _section("數字 · Figures", ("id", "", "由 · From", "數值", "Value", "來源 · Source"))
    for parameter in scheme.parameters:
        for start, value in parameter.values.items():
            written = (
                ["—", "—"]
                if value is None
                else [format_value(value, parameter.unit, language) for language in ("zh", "en")]
            )
            names = f"{parameter.names.zh} · {parameter.names.en}"
            yield _row([parameter.id, names, start.isoformat(), *written, parameter.cite.source])


def _statements(words: Renderer, entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, Update):
            chinese, english = (_dated(words, entry, language) for language in ("zh", "en"))
        else:
            statement = getattr(entry, "statement", entry.names)
            chinese, english = (words.text(statement, language) for language in ("zh", "en"))
        if isinstance(entry, Expense):
            chinese += "".join(f"（{term}）" for term in _terms(words, entry, "zh"))
            english += "".join(f" ({term})" for term in _terms(words, entry, "en"))
        yield _row([entry.id, chinese, english, _since(entry), entry.cite.source])


def _terms(words: Renderer, entry: Expense, language: str) -> Iterator[str]:
    if entry.cap:
        each = {"occurrence": ("每次", " each"), "project": ("", "")}[entry.cap_per]
        cap = words.figure(entry.cap, language)
        yield f"at most {cap}{each[1]}" if language == "en" else f"{each[0]}上限{cap}"
    if entry.max_count:
        count = words.figure(entry.max_count, language)
        yield f"at most {count} times" if language == "en" else f"最多{count}次"
    if entry.condition:
        yield words.text(entry.condition, language)


def _dated(words: Renderer, entry: Update, language: str) -> str:
    return f"{words.text(entry.statement, language, entry)} [{entry.when.get(language)}]"


def _entry(words: Renderer, entry: Entry, text: Text) -> list[str]:
    written = [words.text(text, language) for language in ("zh", "en")]
    return [entry.id, *written, _since(entry), entry.cite.source]


def _since(entry: Entry) -> str:
    return entry.effective.isoformat() if entry.effective else "—"


def _source(source: Source) -> str:
    title = f"{source.title.zh} · {source.title.en}"
    return _row([source.id, title, source.publisher.zh, source.date, source.url or "—"])


def _section(title: str, columns: Sequence[str]) -> list[str]:
    return [f"\n## {title}\n", _row(columns), _row(["---"] * len(columns))]


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
