from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from calmdesk.web.store.services import Stored
from tests.cast import Cast

PAGES = ["/", "/c/SLUG/", "/add/", "/rules/", "/silences/", "/quarantine/", "/account/", "/health/", "/backtest/"]


@pytest.mark.parametrize("page", [*PAGES, "/nothing/", "/sign-out/", "/api/signs"])
def test_every_answer_carries_the_strict_headers(
    cast: Cast, stored: Stored, signed_in: Callable[..., Client], page: str
) -> None:
    headers = signed_in(cast.dora).get(page.replace("SLUG", stored.slug)).headers
    policy = dict(part.strip().partition(" ")[::2] for part in headers["Content-Security-Policy"].split(";"))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "no-store" in headers["Cache-Control"]
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("page", [*PAGES, "/sign-in/"])
def test_no_page_needs_what_the_policy_forbids_or_asks_another_host(
    cast: Cast, stored: Stored, signed_in: Callable[..., Client], page: str
) -> None:
    client = Client() if page == "/sign-in/" else signed_in(cast.dora)
    text = client.get(page.replace("SLUG", stored.slug)).content.decode()
    assert " style=" not in text
    assert " onclick=" not in text
    assert "<style" not in text
    for script in text.split("<script")[1:]:
        assert " src=" in script.partition(">")[0]
    for part in text.split("://")[:-1]:
        assert not part.endswith(('src="http', 'src="https', 'href="http'))


def test_an_unknown_host_is_refused(db: None) -> None:
    assert Client(headers={"host": "evil.test"}).get("/sign-in/").status_code == 400


def test_a_missing_csrf_token_is_refused_with_a_page(cast: Cast) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.amir, backend="django.contrib.auth.backends.ModelBackend")
    answer = browser.post("/add/", {"text": "Dana: hello"})
    assert answer.status_code == 403


def test_a_static_file_is_served_and_may_be_cached(client: Client, db: None) -> None:
    answer = client.get("/static/django_htmx/htmx-2.min.js")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith(("text/javascript", "application/javascript"))
    assert "max-age" in answer.headers["Cache-Control"]
    assert client.get("/static/../secrets.py").status_code in (302, 404)
