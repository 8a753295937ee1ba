"""What the processes are started with: loopback, no open interfaces, the right channels."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from bot.run.services import services, write_endpoints
from bot.settings import HOST, ROOT, Settings

WEBSITE = "bot.channels.website.WebsiteInput"


def read(path: Path) -> dict[str, dict[str, str]]:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8")) or {}


@pytest.fixture
def chosen(tmp_path: Path) -> Settings:
    return Settings(rasa_port=6005, action_port=6055, var_dir=tmp_path / "var")


def test_rasa_and_the_actions_listen_on_the_loopback_address_only(chosen):
    actions, rasa, _ = services(chosen, Path("model"))
    assert actions.environment["SANIC_HOST"] == HOST
    assert rasa.command[rasa.command.index("--interface") + 1] == HOST


def test_rasas_own_http_api_stays_closed(chosen):
    _, rasa, _ = services(chosen, Path("model"))
    assert not {"--enable-api", "--cors", "--auth-token"} & set(rasa.command)


def test_a_message_is_limited_in_size_but_a_conversation_handed_to_the_actions_is_not(chosen):
    actions, rasa, _ = services(chosen, Path("model"))
    assert rasa.environment["SANIC_REQUEST_MAX_SIZE"] == str(chosen.request_max_bytes)
    assert "SANIC_REQUEST_MAX_SIZE" not in actions.environment


def test_one_worker_because_the_locks_are_in_the_process(chosen):
    _, rasa, _ = services(chosen, Path("model"))
    assert rasa.environment["SANIC_WORKERS"] == "1"


def test_rasa_believes_one_proxy_the_address_of_a_visitor(chosen):
    _, rasa, gateway = services(chosen, Path("model"))
    assert rasa.environment["SANIC_PROXIES_COUNT"] == "1"
    assert gateway.command[-1] == "bot.gateway"


def test_development_offers_rest_and_production_does_not():
    production = Settings(environment="production", given_session_secret="x" * 32)
    assert set(read(Settings().credentials)) == {"rest", WEBSITE}
    assert set(read(production.credentials)) == {WEBSITE}


def test_the_endpoints_follow_the_settings_and_leave_the_rest_as_it_is(chosen):
    copy, original = read(write_endpoints(chosen)), read(ROOT / "endpoints.yml")
    assert copy["action_endpoint"]["url"] == "http://127.0.0.1:6055/webhook"
    assert copy["tracker_store"]["db"] == str(chosen.var_dir / "rasa.db")
    assert copy["lock_store"] == original["lock_store"]
    assert copy["nlg"] == original["nlg"]


def test_plain_rasa_commands_find_the_servers_where_the_launcher_starts_them():
    endpoints = read(ROOT / "endpoints.yml")
    assert endpoints["action_endpoint"]["url"].endswith(f":{Settings().action_port}/webhook")
