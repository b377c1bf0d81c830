"""Every mail of the outside corpora ends as a conversation or as a reason why not."""

from __future__ import annotations

import email
import email.policy
import time
import warnings
from collections import Counter
from pathlib import Path

import pytest

from calmdesk.conversation import Conversation, to_json
from calmdesk.errors import BadInput
from calmdesk.readers.format import Desk, Original
from calmdesk.readers.mail import Eml
from calmdesk.readers.mail_message import read_mail
from calmdesk.readers.mail_source import text_at_source
from calmdesk.readers.mbox import Mbox

# What is no mail at all, or breaks a limit on purpose.
REFUSED = {".gitattributes", "sample_output_multipart", "stack-overflow.txt", "mail_outlook_1"}


def mail_files(shared: Path) -> list[Path]:
    folders = [shared / "corpora" / "malformed" / name for name in ("mail-mikel", "mail-mimekit", "mail-spamscope")]
    return [
        file
        for folder in folders
        for file in sorted(folder.rglob("*"))
        if file.is_file()
        and not {"tnef", "html"} & set(file.parts)
        and "LICENSE" not in file.name
        and not file.name.endswith(("SOURCE.md", "-summary.txt"))
    ]


def test_every_mail_is_read_or_refused_with_a_reason(shared: Path) -> None:
    refused = {}
    slowest = (0.0, "")
    for file in mail_files(shared):
        original = Original(file.read_bytes(), file.name)
        reader = Mbox() if Mbox().recognises(original) and file.name.endswith(".mbox.txt") else Eml()
        start = time.process_time()
        for found in reader.read(original, Desk()):
            if isinstance(found, BadInput):
                refused[file.name] = found.sentence(file.name)
            else:
                to_json(found)
        slowest = max(slowest, (time.process_time() - start, file.name))
    print(f"the slowest took {slowest[0]:.1f} s: {slowest[1]}")
    assert set(refused) == REFUSED
    assert all(sentence.count(".") for sentence in refused.values())


def test_attachments_and_pages_that_are_no_mails_are_refused_calmly(shared: Path) -> None:
    folder = shared / "corpora/malformed/mail-mimekit/UnitTests/TestData"
    for file in [*(folder / "tnef").iterdir(), *(folder / "html").iterdir()]:
        (found,) = Eml().read(Original(file.read_bytes(), file.name), Desk())
        assert isinstance(found, BadInput)


def test_every_exact_source_gives_the_text_back(shared: Path) -> None:
    exact = 0
    for file in mail_files(shared):
        data = file.read_bytes()
        try:
            message = read_mail(data).message
        except BadInput:
            continue
        again = text_at_source(message, data)
        assert again in (None, message.text)
        exact += again is not None
    assert exact > 40


# Where the other parser differs and a person found ours to be right: a mislabelled charset, a byte order mark or a
# broken line before the header, raw bytes in a subject, an address without brackets, texts in several parts.
OURS_IS_RIGHT = {
    "subject": {
        "content_transfer_encoding_empty.eml",
        "example13.eml",
        "feedback-report.txt",
        "invalid_subject_characters.eml",
        "mail_test_9",
        "raw_email_incorrect_header.eml",
        "unmunged.mbox.txt",
    },
    "from": {
        "example13.eml",
        "feedback-report.txt",
        "mix_caps_content_type.eml",
        "raw_email_incorrect_header.eml",
        "unmunged.mbox.txt",
    },
    "text": {
        "attachment_pdf_non_ascii.eml",
        "attachment_pdf_non_ascii_lf.eml",
        "body.9.txt",
        "content_transfer_encoding_7-bit.eml",
        "content_transfer_encoding_plain.eml",
        "mail_test_12",
        "mail_test_14",
        "mail_test_17",
    },
}


@pytest.mark.parametrize("what", ["subject", "from", "text"])
def test_another_parser_agrees_wherever_it_is_not_known_to_be_wrong(shared: Path, what: str) -> None:
    """The standard library's newer parser where it does not fail; `-s` prints the table."""
    table: Counter[str] = Counter()
    differ = set()
    for file in mail_files(shared):
        data = file.read_bytes()
        try:
            ours = read_mail(data)
        except BadInput:
            table["refused by us"] += 1
            continue
        theirs = _second_opinion(data, what)
        if theirs is None:
            table["no second opinion"] += 1
            continue
        mine = {"subject": ours.headers.subject, "from": ours.headers.sender.address, "text": ours.message.text}[what]
        whole = _words(theirs)
        same = all(_words(line) in whole for line in mine.split("\n"))
        table["agree" if same else "differ"] += 1
        if not same:
            differ.add(file.name)
    print(what, dict(table))
    assert differ == OURS_IS_RIGHT[what]
    assert table["agree"] > 100


def _second_opinion(data: bytes, what: str) -> str | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            mail = email.message_from_bytes(data, policy=email.policy.default)
            if what == "subject":
                return str(mail["subject"] or "")
            if what == "from":
                return str(mail["from"] or "").lower()
            body = mail.get_body(("plain",))
            return body.get_content() if body is not None else None
        except Exception:
            return None


def _words(text: str) -> str:
    return " ".join(text.replace("\ufffd", "").split())


def test_a_conversation_from_the_corpus_is_a_conversation(shared: Path) -> None:
    data = (shared / "corpora/malformed/mail-mimekit/UnitTests/TestData/messages/body.1.txt").read_bytes()
    (found,) = Eml().read(Original(data, "body.1.txt"), Desk())
    assert isinstance(found, Conversation)
    assert found.messages[0].text == "This is the text body."
