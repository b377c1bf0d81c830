from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from calmdesk.web.intake import services as intake
from tests.cast import Cast


def test_anybody_learns_only_whether_it_is_well(client: Client, db: None) -> None:
    assert client.get("/health/").json() == {"calmdesk": 1, "ok": True}


@pytest.mark.parametrize("name", ["amir", "priya", "hana"])
def test_who_does_not_look_after_the_machine_learns_no_more(
    cast: Cast, signed_in: Callable[..., Client], name: str
) -> None:
    assert signed_in(getattr(cast, name)).get("/health/").json() == {"calmdesk": 1, "ok": True}


def test_the_administrator_sees_counts_and_no_names(cast: Cast, signed_in: Callable[..., Client]) -> None:
    intake.receive(b"{}", team=cast.desk, kind="wire", name="a-telling-name.txt")
    facts = signed_in(cast.root).get("/health/?format=json").json()
    assert facts["set_aside"] == 1
    assert facts["received_but_not_read_yet"] == 0
    page = signed_in(cast.root).get("/health/")
    assert page.status_code == 200
    assert "a-telling-name" not in page.content.decode()


def test_a_nearly_full_disk_turns_it_red(
    cast: Cast, signed_in: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage:
        total, free = 10**12, 10**7

    monkeypatch.setattr("shutil.disk_usage", lambda folder: Usage)
    answer = signed_in(cast.root).get("/health/?format=json")
    assert (answer.status_code, answer.json()["ok"]) == (503, False)
