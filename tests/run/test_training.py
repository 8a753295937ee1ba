"""When the model is trained, with a stand-in for the training itself."""

from pathlib import Path

import pytest

from bot.run import LaunchError, digest
from bot.run.training import trained_model
from bot.settings import Settings


class Project:
    """A project folder whose 'training' counts how often it ran."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.words = "words"
        self.settings = Settings(var_dir=root / "var", models_dir=root / "models")
        self.write("config.yml", "config")
        self.write("bot/nlu/folding.py", "code = 1")

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    @property
    def trainings(self) -> int:
        runs = self.root / "runs"
        return len(runs.read_text().split()) if runs.exists() else 0

    async def trained(self, *, fails: bool = False, force: bool = False) -> Path:
        script = "echo run >> runs; mkdir -p models .rasa/cache;"
        script += "exit 2" if fails else "echo model > models/advisor.tar.gz"
        return await trained_model(
            self.settings, self.root, command=("sh", "-c", script), force=force
        )


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    made = Project(tmp_path)
    monkeypatch.setattr(digest.digest_of, "__defaults__", (lambda: made.words,))
    return made


async def test_the_first_start_trains_and_the_second_does_not(project):
    model = await project.trained()
    assert model.exists()
    assert await project.trained() == model
    assert project.trainings == 1


async def test_changed_data_is_trained_on_top_of_rasas_cache(project):
    await project.trained()
    (project.root / ".rasa/cache/older").touch()
    project.write("config.yml", "changed")
    await project.trained()
    assert project.trainings == 2
    assert (project.root / ".rasa/cache/older").exists()


@pytest.mark.parametrize("what", ["code", "words", "force"])
async def test_what_rasas_cache_does_not_see_is_trained_without_it(project, what):
    await project.trained()
    (project.root / ".rasa/cache/older").touch()
    if what == "code":
        project.write("bot/nlu/folding.py", "code = 2")
    if what == "words":
        project.words = "other words"
    await project.trained(force=what == "force")
    assert project.trainings == 2
    assert not (project.root / ".rasa/cache/older").exists()


async def test_a_missing_model_is_trained_even_if_nothing_has_changed(project):
    (await project.trained()).unlink()
    await project.trained()
    assert project.trainings == 2


async def test_a_failed_training_names_its_log_and_is_tried_again_next_time(project):
    await project.trained()
    project.write("config.yml", "changed")
    with pytest.raises(LaunchError, match=r"exit code 2.*train\.log"):
        await project.trained(fails=True)
    await project.trained()
    assert project.trainings == 3


async def test_data_that_changes_while_the_model_is_trained_is_trained_next_time(project):
    script = "echo edited > config.yml; mkdir -p models; echo model > models/advisor.tar.gz"
    await trained_model(project.settings, project.root, command=("sh", "-c", script))
    await project.trained()
    assert project.trainings == 1
