"""The settings: what they are when nothing is given, and what is refused in one line."""

import multiprocessing

import pytest

from bot.settings import PREFIX, Settings, SettingsError, settings

LONG_ENOUGH = "s" * 32


@pytest.fixture(autouse=True)
def nothing_given(monkeypatch):
    for name in ("ORIGINS", "WEB_PORT", "SESSION_SECRET", "DATABASE_URL", "ENVIRONMENT"):
        monkeypatch.delenv(PREFIX + name, raising=False)
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.fixture
def given(monkeypatch):
    def given(**values: str) -> Settings:
        for name, value in values.items():
            monkeypatch.setenv(f"{PREFIX}{name}", value)
        return settings()

    return given


def test_the_pages_of_the_gateway_itself_may_talk_unless_others_are_named(given):
    assert given(WEB_PORT="8123").origins == ("http://localhost:8123", "http://127.0.0.1:8123")


def test_origins_are_listed_with_commas(given):
    chosen = given(ORIGINS="https://www.example.org, https://test.example.org:8443,")
    assert chosen.origins == ("https://www.example.org", "https://test.example.org:8443")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ORIGINS", "*"),
        ("ORIGINS", "https://www.example.org/"),
        ("ORIGINS", "www.example.org"),
        ("ORIGINS", "https://a.example,https://b.example/page"),
        ("DATABASE_URL", "advisor.db"),
        ("WEB_HOST", "everywhere"),
        ("WEB_PORT", "0"),
        ("SESSION_DAYS", "0"),
        ("MESSAGES_PER_MINUTE", "many"),
        ("TRUSTED_PROXIES", "-1"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line_with_its_name(given, name, value):
    with pytest.raises(SettingsError) as refused:
        given(**{name: value})
    assert f"{PREFIX}{name}" in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("secret", [None, "", "short", "s" * 31])
def test_production_does_not_start_without_a_long_secret(given, secret):
    with pytest.raises(SettingsError, match=r"^Wrong setting RFS_SESSION_SECRET: .*32 characters"):
        given(ENVIRONMENT="production", **({} if secret is None else {"SESSION_SECRET": secret}))


def test_a_secret_that_is_given_is_used_and_never_shown(given, tmp_path):
    chosen = given(ENVIRONMENT="production", SESSION_SECRET=LONG_ENOUGH, VAR_DIR=str(tmp_path))
    assert chosen.session_secret == LONG_ENOUGH
    assert LONG_ENOUGH not in repr(chosen)
    assert list(tmp_path.iterdir()) == []


def test_in_development_the_secret_is_made_once_and_survives_a_restart(tmp_path):
    first, again = (Settings(var_dir=tmp_path / "var").session_secret for _ in range(2))
    assert first == again
    assert len(first) >= 32
    assert first != Settings(var_dir=tmp_path / "other").session_secret


def test_only_the_owner_can_read_the_secret(tmp_path):
    assert Settings(var_dir=tmp_path).session_secret
    (file,) = tmp_path.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600


def secret_in(folder) -> str:
    return Settings(var_dir=folder).session_secret


def test_processes_that_start_together_agree_on_the_secret(tmp_path):
    with multiprocessing.get_context("fork").Pool(8) as pool:
        assert len(set(pool.map(secret_in, [tmp_path] * 64))) == 1
    assert len(list(tmp_path.iterdir())) == 1


def test_the_database_is_beside_the_other_data_unless_another_is_given(given, tmp_path):
    assert Settings(var_dir=tmp_path).database_url == f"sqlite:///{tmp_path}/advisor.db"
    assert given(DATABASE_URL="postgresql://x/y").database_url == "postgresql://x/y"


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://localhost:8000/"),
        ("0.0.0.0", "http://localhost:8000/"),
        ("192.0.2.7", "http://192.0.2.7:8000/"),
        ("2001:db8::7", "http://[2001:db8::7]:8000/"),
    ],
)
def test_the_address_is_one_that_a_person_can_open(host, address):
    assert Settings(web_host=host, web_port=8000).web_url == address
