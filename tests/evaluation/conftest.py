"""What the trained model makes of the held-out sets, measured once for all tests."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from bot.settings import ROOT, settings


@pytest.fixture(scope="session")
def heldout_figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """Name and value of each headline figure; in a process of its own, without TensorFlow."""
    if not (settings().models_dir / "advisor.tar.gz").exists():
        pytest.fail("there is no trained model: `make train` makes it")
    path = tmp_path_factory.mktemp("figures") / "figures.json"
    command = [sys.executable, "-m", "bot.evaluation", "--figures", str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {str(name): float(value) for name, value in json.loads(path.read_text()).items()}
