"""Rasa can serve our components without TensorFlow, and keeps it for others."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from bot.rasa_compat.no_tensorflow import STAND_INS
from bot.settings import ROOT

SERVE = """
import sys
from pathlib import Path
from bot.rasa_compat.no_tensorflow import serve_without_tensorflow
print(serve_without_tensorflow(Path(sys.argv[1])))
import rasa.core.run, rasa.core.agent, rasa.engine.recipes.default_recipe
import rasa.core.policies.memoization, rasa.core.policies.rule_policy
print("tensorflow" in sys.modules)
"""


def served(config: Path) -> list[str]:
    result = subprocess.run(
        [sys.executable, "-c", SERVE, str(config)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return result.stdout.split()


def test_what_is_configured_here_is_served_without_tensorflow():
    assert served(ROOT / "config.yml") == ["True", "False"]


def test_a_component_that_needs_tensorflow_gets_it(tmp_path):
    config = tmp_path / "config.yml"
    config.write_text("pipeline:\n- name: DIETClassifier\npolicies:\n- name: RulePolicy\n")
    assert served(config) == ["False", "True"]


@pytest.mark.parametrize("module", STAND_INS)
def test_rasa_still_has_what_the_stand_ins_stand_for(module):
    real = importlib.import_module(module)
    assert all(isinstance(getattr(real, name), type) for name in STAND_INS[module])


def test_spacy_works_where_tensorflow_is_left_out():
    script = (
        "import sys; from bot.run.environment import leave_tensorflow_out as out; out();"
        "import spacy; print(len(spacy.blank('zh')('租金')), sys.modules['tensorflow'])"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.split() == ["2", "None"]
