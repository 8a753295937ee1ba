"""What makes the model be trained anew, and what does not."""

from pathlib import Path

import pytest

from bot.knowledge.loader import DEFAULT_ROOT, load
from bot.knowledge.vocabulary import digest as vocabulary_digest
from bot.run.digest import Digest, digest_of


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("config.yml", "domain.yml", "data/nlu/facts.yml", "bot/nlu/folding.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name}\n", encoding="utf-8")
    return tmp_path


def digest(project: Path, vocabulary: str = "words") -> Digest:
    return digest_of(project, lambda: vocabulary)


def test_an_untouched_project_keeps_its_digest(project):
    before = digest(project)
    for path in project.rglob("*.yml"):
        path.touch()
    assert digest(project) == before


@pytest.mark.parametrize("name", ["config.yml", "domain.yml", "data/nlu/facts.yml"])
def test_changed_training_data_is_seen(project, name):
    before = digest(project)
    (project / name).write_text("changed", encoding="utf-8")
    assert digest(project).data != before.data
    assert digest(project).code == before.code


def test_new_and_renamed_training_data_is_seen(project):
    before = digest(project)
    rules = project / "data/rules/facts.yml"
    rules.parent.mkdir()
    (project / "data/nlu/facts.yml").rename(rules)
    assert digest(project).data != before.data


@pytest.mark.parametrize("name", ["bot/nlu/folding.py", "bot/importers/advisor.py"])
def test_changed_code_of_the_components_is_seen_apart_from_data(project, name):
    before = digest(project)
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("changed = True\n", encoding="utf-8")
    assert digest(project).code != before.code
    assert digest(project).data == before.data


def test_changed_words_of_the_knowledge_base_are_seen(project):
    assert digest(project, "words").code != digest(project, "other words").code


@pytest.mark.parametrize(
    "name", ["knowledge_base/schemes/rfs/parameters.yml", "actions/funding.py", "README.md"]
)
def test_what_is_used_at_run_time_only_does_not_matter(project, name):
    before = digest(project)
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("changed", encoding="utf-8")
    assert digest(project) == before


def test_a_changed_figure_of_the_real_knowledge_base_leaves_its_words_alone():
    library = load(DEFAULT_ROOT)
    without_figures = library.copy(
        update={
            "schemes": {
                name: scheme.copy(update={"parameters": type(scheme.parameters)()})
                for name, scheme in library.schemes.items()
            }
        }
    )
    assert vocabulary_digest(without_figures) == vocabulary_digest(library)


@pytest.mark.parametrize("stored", ["", "no json", "[]", '{"data": "only"}'])
def test_a_stored_digest_that_cannot_be_read_counts_as_none(tmp_path, stored):
    path = tmp_path / "digest.json"
    path.write_text(stored, encoding="utf-8")
    assert Digest.read(path) is None
    assert Digest.read(tmp_path / "missing.json") is None


def test_a_digest_is_read_as_it_was_written(project, tmp_path):
    now = digest(project)
    now.write(tmp_path / "digest.json")
    assert Digest.read(tmp_path / "digest.json") == now
