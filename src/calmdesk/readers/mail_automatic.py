"""Mail that no person wrote to this desk: lists, automatic answers, bounces."""

from __future__ import annotations

from email.message import Message as Headers

from calmdesk.readers.mail_fields import content_type, parameter
from calmdesk.readers.mail_headers import raw_field, raw_fields
from calmdesk.readers.mail_words import header_text

_DAEMONS = ("mailer-daemon@", "postmaster@", "double-bounce@", "bounce@", "bounces@")
_NO_REPLY = ("noreply@", "no-reply@", "donotreply@", "do-not-reply@", "no_reply@")
_AWAY = (
    "automatic reply:",
    "auto-reply:",
    "autoreply:",
    "auto reply:",
    "out of office:",
    "out of the office",
    "abwesenheitsnotiz",
    "automatische antwort",
    "réponse automatique",
    "respuesta automática",
    "risposta automatica",
    "automatisch antwoord",
    "autosvar",
)


def automatic(headers: Headers, sender: str) -> str | None:
    """Why this mail counts as sent by a machine, in words; None for a person's mail.

    A List-Id alone does not count: people write to lists, and many desks are one. X-Auto-Response-Suppress alone does
    not either: Exchange puts it on ordinary mail, so it counts only from an address that takes no replies.
    Request Tracker puts "Precedence: bulk" on what agents write; RT-Originator then says that a person did.
    """
    submitted = _word(headers, "auto-submitted")
    if submitted and submitted != "no":
        return f"Auto-Submitted: {submitted}"
    if content_type(headers) == "multipart/report":
        kind = (parameter(headers, "report-type") or "report").lower()
        return f"a {kind[:40]} report"
    for name in ("x-autoreply", "x-autorespond", "x-autoresponder", "x-vacation", "x-failed-recipients"):
        if raw_fields(headers, name):
            return f"it has {name.title()}"
    if sender.startswith(_DAEMONS):
        return "sent by a mail server"
    paths = raw_fields(headers, "return-path")
    if paths and paths[-1].strip() == b"<>":
        return "empty Return-Path"
    precedence = _word(headers, "precedence")
    if precedence in ("auto_reply", "auto-reply", "junk"):
        return f"Precedence: {precedence}"
    through_a_person = raw_fields(headers, "list-id") or raw_fields(headers, "rt-originator")
    if precedence == "bulk" and (sender.startswith(_NO_REPLY) or not through_a_person):
        return "Precedence: bulk"
    subject = header_text(raw_field(headers, "subject")).lower()
    if subject.startswith(_AWAY):
        return "the subject says it is an automatic answer"
    if sender.startswith(_NO_REPLY) and (
        raw_fields(headers, "list-unsubscribe") or raw_fields(headers, "x-auto-response-suppress")
    ):
        return "a mailing from an address that takes no replies"
    return None


def mailing_list(headers: Headers) -> str | None:
    """The list this mail came through, if any."""
    value = header_text(raw_field(headers, "list-id")) or header_text(raw_field(headers, "list-post"))
    return value[:200] or None


def _word(headers: Headers, name: str) -> str:
    return header_text(raw_field(headers, name)).partition(";")[0].strip().lower()[:60]
