"""A figure is one line of `knowledge_base/`: change it, restart, and all answers follow."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from bot.knowledge.base import KnowledgeBase, open_base
from bot.knowledge.loader import load
from bot.settings import ROOT, settings
from tests.conversations.facts import Facts
from tests.conversations.scenario import Expectation, Step
from tests.conversations.talk import Conversation
from tests.run.stack import running_advisor

PARAMETERS = Path("schemes/rfs/parameters.yml")
CHANGED = {"ceiling": "18600000", "patent_cap": "470000", "matching": '"2:3"'}


def change_one_line(file: Path, parameter: str, value: str) -> None:
    """Give a parameter another value, on the line where its value stands."""
    text = file.read_text(encoding="utf-8")
    line = re.compile(rf"(- id: {parameter}\n(?:  .*\n)*?  values: {{[\d-]+: )[^}}]+")
    changed, times = line.subn(lambda found: found.group(1) + value, text)
    before, after = text.splitlines(), changed.splitlines()
    assert times == 1
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1
    file.write_text(changed, encoding="utf-8")


def model_file() -> tuple[int, int]:
    stat = (settings().models_dir / "advisor.tar.gz").stat()
    return stat.st_mtime_ns, stat.st_size


@pytest.fixture(scope="module")
def changed_base(tmp_path_factory: pytest.TempPathFactory) -> tuple[KnowledgeBase, Path]:
    copy = tmp_path_factory.mktemp("changed") / "knowledge_base"
    shutil.copytree(ROOT / "knowledge_base", copy)
    for parameter, value in CHANGED.items():
        change_one_line(copy / PARAMETERS, parameter, value)
    return KnowledgeBase(load(copy)), copy


@pytest.fixture(scope="module")
def ask(
    changed_base, http: httpx.Client, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., None]]:
    """Ask the advisor that runs on the changed copy, with the model that is there."""
    base, folder = changed_base
    trained = model_file()
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("RFS_KNOWLEDGE_BASE", str(folder))
        with running_advisor(tmp_path_factory.mktemp("changed-run")) as url:
            assert model_file() == trained, "the model was trained anew"

            def send(question: str, language: str = "zh-HK", **expected) -> None:
                step = Step(user=question, expect=Expectation(**expected))
                Conversation(http, url, base).take(step, language)

            yield send


def as_it_was(figure: str, language: str = "zh-HK") -> str:
    return Facts(open_base(), language).fill(figure)


def test_a_changed_ceiling_is_in_the_answer(ask):
    ask("最多可以攞幾多", says=["{ceiling}"], never=[as_it_was("{ceiling}")])


def test_a_changed_ceiling_is_in_the_english_answer(ask):
    before = as_it_was("{ceiling}", "en")
    ask("What is the maximum grant?", "en", says=["{ceiling}"], never=[before])


def test_a_changed_ceiling_binds_in_the_calculation(ask):
    ask(
        "投資8000萬可以攞幾多資助",
        says=["{ceiling}", "{= 8000萬 - ceiling}", "{= needed(ceiling)}"],
    )


def test_a_changed_ceiling_changes_what_must_be_invested_for_it(ask):
    ask("想攞盡個上限要投資幾多", says=["{ceiling}", "{= needed(ceiling)}"])


def test_a_changed_ratio_is_in_the_answers(ask):
    ask("政府出幾多，公司出幾多", says=["{topic.statement:matching}"])
    ask("最多可以攞幾多", says=["{grant_fraction}"], never=[as_it_was("{grant_fraction}")])


def test_a_changed_ratio_changes_the_calculation(ask):
    before = as_it_was("{= grant(1200萬)}")
    ask("成個項目1200萬，資助幾多", says=["{= grant(1200萬)}", "{= own(1200萬)}"], never=[before])


def test_a_changed_cap_is_in_the_verdict_and_in_the_list(ask):
    ask("專利費計唔計", says=["{patent_cap}"], never=[as_it_was("{patent_cap}")])
    ask("有咩開支可以claim", says=["{patent_cap}"], never=[as_it_was("{patent_cap}")])


def test_a_changed_cap_changes_the_calculation(ask):
    counted = "600萬 + min(90萬, patent_cap)"
    ask("機器600萬，專利90萬", says=["{patent_cap}", f"{{= {counted}}}", f"{{= grant({counted})}}"])
