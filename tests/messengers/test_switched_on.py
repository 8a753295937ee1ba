"""A messenger without its secrets does not start, and one that is off is not there."""

from __future__ import annotations

import os
import subprocess
import sys

import httpx
import pytest

from bot.messenger_settings import NEEDED
from bot.settings import ROOT


@pytest.mark.parametrize("name", NEEDED)
def test_a_messenger_without_its_secrets_is_refused_in_one_line(tmp_path, name):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RFS_")}
    result = subprocess.run(
        [sys.executable, "-m", "bot.run"],
        cwd=ROOT,
        env=kept | {"RFS_MESSENGERS": name, "RFS_VAR_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1
    for needed in NEEDED[name]:
        assert f"RFS_{needed.upper()}" in result.stderr


@pytest.mark.parametrize("path", ["webhooks/rest/webhook", "webhooks/whatsapp/other", "webhooks/x"])
def test_nothing_else_is_reached_from_outside(advisor, path):
    assert httpx.post(f"{advisor.web}{path}", json={}, trust_env=False).status_code in (404, 405)
