import pytest

from calmdesk.readers.mail_automatic import automatic, mailing_list
from calmdesk.readers.mail_header_block import header_only
from tests.readers.letters import letter


@pytest.mark.parametrize(
    ("fields", "sender"),
    [
        ({"auto_submitted": "auto-replied (vacation)"}, "dana@x.test"),
        ({"x_autoreply": "yes"}, "dana@x.test"),
        ({"precedence": "auto_reply"}, "dana@x.test"),
        ({"precedence": "bulk"}, "dana@x.test"),
        ({"return_path": "<>"}, "dana@x.test"),
        ({"content_type": "multipart/report; report-type=delivery-status; boundary=b"}, "dana@x.test"),
        ({}, "mailer-daemon@x.test"),
        ({"subject": "Automatic reply: VPN"}, "dana@x.test"),
        ({"subject": "Abwesenheitsnotiz: VPN"}, "dana@x.test"),
        ({"list_unsubscribe": "<https://x.test>"}, "no-reply@x.test"),
        ({"x_auto_response_suppress": "All"}, "noreply@x.test"),
    ],
)
def test_mail_that_a_machine_sent_is_recognised_with_a_reason(fields: dict[str, str], sender: str) -> None:
    assert automatic(header_only(letter(**fields)), sender)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"auto_submitted": "no"},
        {"list_id": "<helpdesk.x.test>"},
        {"list_id": "<helpdesk.x.test>", "precedence": "list"},
        {"list_id": "<helpdesk.x.test>", "precedence": "bulk"},
        {"precedence": "bulk", "rt_originator": "sam@desk.test"},
        {"x_auto_response_suppress": "All"},
        {"subject": "Out of disk space"},
        {"return_path": "<dana@x.test>"},
    ],
)
def test_a_persons_mail_is_not_taken_for_a_machines(fields: dict[str, str]) -> None:
    assert automatic(header_only(letter(**fields)), "dana@x.test") is None


def test_the_list_is_named() -> None:
    assert mailing_list(header_only(letter(list_id="Help <help.x.test>"))) == "Help <help.x.test>"
    assert mailing_list(header_only(letter())) is None
