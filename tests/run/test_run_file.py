"""The file that tells where a running advisor answers and which processes it has."""

import json
import os

import pytest

from bot.run import LaunchError
from bot.run.run_file import run_file
from bot.settings import Settings


def test_it_tells_the_addresses_and_the_newest_process_of_each_name_and_goes_away(tmp_path):
    chosen = Settings(var_dir=tmp_path / "var", web_port=8123, rasa_port=5123)
    file = tmp_path / "var" / "run.json"
    with run_file(chosen) as note:
        for name, pid in (("Rasa", 1), ("gateway", 2), ("Rasa", 3)):
            note(name, pid)
        assert json.loads(file.read_text()) == {
            "web": "http://localhost:8123/",
            "rest": "http://127.0.0.1:5123/webhooks/rest/webhook",
            "launcher": os.getpid(),
            "processes": {"Rasa": 3, "gateway": 2},
        }
    assert list(file.parent.iterdir()) == []


def test_it_goes_away_when_the_advisor_fails_too(tmp_path):
    def failing_run() -> None:
        with run_file(Settings(var_dir=tmp_path)) as note:
            note("Rasa", 1)
            raise LaunchError("failed")

    with pytest.raises(LaunchError):
        failing_run()
    assert list(tmp_path.iterdir()) == []


def test_production_has_no_rest_to_tell(tmp_path):
    chosen = Settings(var_dir=tmp_path, environment="production", given_session_secret="x" * 32)
    with run_file(chosen) as note:
        note("Rasa", 1)
        assert json.loads((tmp_path / "run.json").read_text())["rest"] is None
