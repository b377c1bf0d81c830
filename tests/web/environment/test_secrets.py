from __future__ import annotations

import stat
from pathlib import Path

import pytest

from calmdesk.errors import BadSetting
from calmdesk.web.environment.secrets import kept_secret


def test_a_secret_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    first = kept_secret(tmp_path / "new" / "data", "key")
    assert kept_secret(tmp_path / "new" / "data", "key") == first
    assert len(first) == 50
    path = tmp_path / "new" / "data" / "key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_two_folders_have_two_secrets(tmp_path: Path) -> None:
    assert kept_secret(tmp_path / "a", "key") != kept_secret(tmp_path / "b", "key")


def test_a_secret_that_others_can_read_is_refused_with_the_cure(tmp_path: Path) -> None:
    kept_secret(tmp_path, "key")
    (tmp_path / "key").chmod(0o644)
    with pytest.raises(BadSetting, match="chmod 600"):
        kept_secret(tmp_path, "key")


def test_an_empty_secret_is_refused(tmp_path: Path) -> None:
    (tmp_path / "key").touch(0o600)
    with pytest.raises(BadSetting, match="Delete it"):
        kept_secret(tmp_path, "key")
