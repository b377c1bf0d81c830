"""What all tests share: the folder of outside data, and the rule that in CI nothing may be skipped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.shared import shared_folder

# A property holds or it does not; how long one try takes says something about the machine alone.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with corpora and data that must not lie in the project; the test is skipped where it is absent."""
    folder = shared_folder()
    if not folder.is_dir():
        pytest.skip(f"no shared data at {folder}; set CALMDESK_SHARED to the folder that holds data/ and corpora/")
    return folder


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a skipped test is a failure: it would say that something holds which nobody looked at."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if os.environ.get("CI") == "true" and skipped and session.exitstatus == 0:
        reporter.write_line(f"{len(skipped)} skipped tests: in CI each of them is a failure", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
