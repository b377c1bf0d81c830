from __future__ import annotations

import msgspec
import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from calmdesk.web.design.inbox import grouped, inbox_row
from calmdesk.web.design.people import ROLE_CHOICES
from calmdesk.web.design.rule_page import rule_page
from calmdesk.web.design.thread import thread_view
from tests.web.design import examples

NASTY = "<script>alert('x')</script>\"'&amp;<img src=x onerror=alert(1)>"


@pytest.fixture(params=["subject", "text", "name"])
def nasty(request: pytest.FixtureRequest) -> tuple:
    """The heated example with markup in one of the places that strangers write."""
    conversation, reading = examples.HEATED
    match request.param:
        case "subject":
            return msgspec.structs.replace(conversation, subject=NASTY), reading
        case "text":
            messages = tuple(msgspec.structs.replace(one, text=NASTY * 3) for one in conversation.messages)
            findings = tuple(msgspec.structs.replace(one, quote=NASTY) for one in reading.findings)
            changed = msgspec.structs.replace(reading, findings=findings)
            return msgspec.structs.replace(conversation, messages=messages), changed
        case _:
            people = tuple(
                msgspec.structs.replace(one, name=NASTY, role_evidence=NASTY) for one in conversation.participants
            )
            return msgspec.structs.replace(conversation, participants=people), reading


def test_what_strangers_wrote_is_text_on_the_thread_page(nasty: tuple) -> None:
    view = thread_view(*nasty, examples.PLAYBOOK)

    page = rendered("thread/fragment.html", thread=view, role_choices=ROLE_CHOICES, may_correct_roles=True)

    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


def test_what_strangers_wrote_is_text_in_the_inbox(nasty: tuple) -> None:
    conversation, reading = nasty
    row = inbox_row(conversation, reading, examples.PLAYBOOK, slug="c1", moment=reading.as_of, now=reading.as_of)

    page = rendered("inbox/fragment.html", groups=grouped([row]), page={"pages": 1})

    assert "<script" not in page
    assert "<img" not in page


def test_no_page_part_carries_a_style_attribute_or_an_inline_handler() -> None:
    pages = [
        rendered("thread/fragment.html", thread=thread_view(*example, examples.PLAYBOOK), role_choices=ROLE_CHOICES)
        for example in examples.ALL
    ]
    pages.append(
        rendered("rules/fragment.html", rule=rule_page(examples.SIGNS["brings_up_last_time"], examples.PLAYBOOK))
    )

    for page in pages:
        assert " style=" not in page
        assert " onclick=" not in page
        assert "http://" not in page


def rendered(template: str, **context: object) -> str:
    request = RequestFactory().get("/")
    return str(render_to_string(template, {"may": {"read": True, "silence_desk": True}, "request": request, **context}))
