"""Starting, as far as it goes wrong: one sentence, exit code 2, nothing half done."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest


def serve(data: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CALMDESK_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-m", "calmdesk.web.serve", *arguments],
        env=kept | {"CALMDESK_DATA": str(data)} | settings,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_nonsense_in_the_settings_stops_the_start_and_makes_no_folder(tmp_path: Path) -> None:
    done = serve(tmp_path / "data", "--port", "0", CALMDESK_HTTPS="perhaps", CALMDESK_UPLOAD_MB="lots")
    assert done.returncode == 2
    assert [line.split(" is ")[0] for line in done.stderr.splitlines()] == ["CALMDESK_HTTPS", "CALMDESK_UPLOAD_MB"]
    assert not (tmp_path / "data").exists()


def test_a_port_that_is_taken_is_said_before_anything_is_begun(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = serve(tmp_path / "data", "--port", str(port))
    assert done.returncode == 2
    assert f"Port {port}" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "data").exists()


def test_a_database_that_cannot_be_reached_is_said_in_one_sentence(tmp_path: Path) -> None:
    url = "postgres://me:secret@127.0.0.1:1/name"
    done = serve(tmp_path / "data", "--port", "0", CALMDESK_DATABASE_URL=url)
    assert done.returncode == 2
    assert "CALMDESK_DATABASE_URL" in done.stderr
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stderr


@pytest.mark.parametrize("broken", ["not toml", 'title = "x"'])
def test_a_playbook_of_the_desk_that_is_broken_is_said_with_its_file(tmp_path: Path, broken: str) -> None:
    (tmp_path / "mine" / "signs").mkdir(parents=True)
    (tmp_path / "mine" / "signs" / "odd.toml").write_text(broken)
    done = serve(tmp_path / "data", "--port", "0", CALMDESK_PLAYBOOK=str(tmp_path / "mine"))
    assert done.returncode == 2
    assert "odd.toml" in done.stderr
    assert "Traceback" not in done.stderr
