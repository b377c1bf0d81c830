"""Public collections of broken and odd input, through the whole intake."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from calmdesk.errors import BadInput
from calmdesk.web.intake import services as intake
from calmdesk.web.store.models import ConversationRow, Raw
from tests.cast import Cast
from tests.web.conftest import wire


@pytest.mark.parametrize("collection", ["malformed", "fixtures"])
def test_every_file_ends_stored_or_set_aside_with_a_reason(cast: Cast, shared: Path, collection: str) -> None:
    files = sorted(path for path in (shared / "corpora" / collection).rglob("*") if path.is_file())
    assert len(files) > 50
    handed_in, slowest = 0, (0.0, "")
    for path in files:
        data = path.read_bytes()
        began = time.monotonic()
        try:
            result = intake.receive(data, team=cast.desk, kind="file", name=path.name)
        except BadInput:
            continue  # empty: refused before it is kept
        handed_in += not result.is_duplicate
        slowest = max(slowest, (time.monotonic() - began, path.name))
        assert all(problem.problem for problem in result.problems), path
        assert result.stored or result.problems or result.is_duplicate, path
    assert handed_in > 50
    print(f"the slowest of {len(files)} files took {slowest[0]:.1f} s: {slowest[1]}")
    assert Raw.objects.filter(state="new").count() == 0
    assert Raw.objects.filter(state="quarantined", problems=None).count() == 0
    intake.receive(wire("after all of it"), team=cast.desk, kind="wire")
    assert ConversationRow.objects.filter(key="after all of it").exists()
