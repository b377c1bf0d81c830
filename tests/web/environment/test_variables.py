from __future__ import annotations

from pathlib import Path

import pytest

from calmdesk.errors import BadSetting
from calmdesk.web.environment.variables import read_environment


def test_no_settings_at_all_are_fine() -> None:
    environment = read_environment({})
    assert environment.data == Path("var").absolute()
    assert environment.database_url.kind == "sqlite"
    assert environment.hosts == ("localhost", "127.0.0.1", "[::1]")
    assert not environment.https
    assert not environment.demo


@pytest.mark.parametrize(
    ("name", "found", "allowed"),
    [
        ("HTTPS", "perhaps", '"yes" or "no"'),
        ("UPLOAD_MB", "0", "from 1 to 500"),
        ("UPLOAD_MB", "-3", "from 1 to 500"),
        ("UPLOAD_MB", "٣", "from 1 to 500"),
        ("PARSE_SECONDS", "1e3", "from 1 to 600"),
        ("FREE_DISK_MB", "9" * 30, "whole number"),
        ("TIMEZONE", "Mars/Olympus", "Europe/Berlin"),
        ("TIMEZONE", "../../etc/passwd", "Europe/Berlin"),
        ("HOSTS", " , ", "at least one host"),
        ("HOSTS", "http://desk.test", "host names"),
        ("HOSTS", "*", "host names"),
        ("ORIGINS", "desk.test", "https://"),
        ("ORIGINS", "https://desk.test/path", "https://"),
        ("PANEL_ORIGINS", "helpdesk.test", "https://"),
        ("PANEL_ORIGINS", "https://helpdesk.test, *", "https://"),
        ("PLAYBOOK", "/no/such/folder", "folders that exist"),
        ("DATA", __file__, "must be a folder"),
        ("DATABASE_URL", "mysql://x/y", "postgres://"),
        ("DATABASE_URL", "sqlite://", "sqlite:///"),
        ("DATABASE_URL", "postgres://host", "postgres://"),
    ],
)
def test_nonsense_is_refused_with_the_setting_what_was_found_and_what_is_allowed(
    name: str, found: str, allowed: str
) -> None:
    with pytest.raises(BadSetting) as refused:
        read_environment({f"CALMDESK_{name}": found})
    sentence = str(refused.value)
    assert f"CALMDESK_{name} is " in sentence
    assert allowed in sentence
    if name != "DATABASE_URL":
        assert repr(found[:80]) in sentence


def test_everything_wrong_is_said_at_once() -> None:
    with pytest.raises(BadSetting) as refused:
        read_environment({"CALMDESK_HTTPS": "x", "CALMDESK_TIMEZONE": "x", "CALMDESK_UPLOAD_MB": "x"})
    assert len(str(refused.value).splitlines()) == 3


def test_a_database_password_is_never_repeated() -> None:
    with pytest.raises(BadSetting) as refused:
        read_environment({"CALMDESK_DATABASE_URL": "postgresq://me:secret@host/name"})
    assert "secret" not in str(refused.value)


def test_a_postgres_address_is_taken_apart() -> None:
    url = "postgres://me:p%40ss@db.test:6432/desk?sslmode=require"
    settings = read_environment({"CALMDESK_DATABASE_URL": url}).database_url.settings
    assert settings["ENGINE"] == "django.db.backends.postgresql"
    wanted = {"NAME": "desk", "USER": "me", "PASSWORD": "p@ss", "HOST": "db.test", "PORT": "6432"}
    assert {name: settings[name] for name in wanted} == wanted
    assert settings["OPTIONS"] == {"sslmode": "require"}


def test_an_sqlite_address_may_be_relative_or_absolute(tmp_path: Path) -> None:
    absolute = read_environment({"CALMDESK_DATABASE_URL": f"sqlite:///{tmp_path}/x.sqlite3"}).database_url
    assert absolute.path == tmp_path / "x.sqlite3"
    relative = read_environment({"CALMDESK_DATABASE_URL": "sqlite:///data/x.sqlite3"}).database_url
    assert relative.path == Path("data/x.sqlite3").absolute()
