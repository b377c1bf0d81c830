import tracemalloc
from pathlib import Path

import pytest

from calmdesk.conversation import Conversation
from calmdesk.errors import BadInput
from calmdesk.readers import mbox
from calmdesk.readers.format import Desk, Original
from calmdesk.readers.mbox import Mbox, read_path
from tests.readers.letters import letter

BORDER = b"From dana@x.test Mon Jan  5 09:00:00 2026\n"


def mailbox(*mails: bytes) -> bytes:
    return b"".join(BORDER + mail + b"\n\n" for mail in mails)


def read(data: bytes) -> list[Conversation | BadInput]:
    return list(Mbox().read(Original(data, "x.mbox"), Desk()))


def conversations(data: bytes) -> list[Conversation]:
    return [found for found in read(data) if isinstance(found, Conversation)]


def test_a_mailbox_becomes_conversations() -> None:
    data = mailbox(
        letter("Down."),
        letter("Other.", message_id="<9@x.test>", subject="Printer"),
        letter("Looking.", message_id="<2@x.test>", in_reply_to="<1@x.test>", subject="Re: VPN"),
    )
    assert [[message.text for message in one.messages] for one in conversations(data)] == [
        ["Down.", "Looking."],
        ["Other."],
    ]


def test_each_message_knows_its_place_in_the_file() -> None:
    data = mailbox(letter("Down."), letter("Up.", message_id="<2@x.test>"))
    for found in conversations(data):
        for message in found.messages:
            place = message.x["mbox"]
            source = message.source
            assert source is not None
            mail = data[place["start"] : place["end"]]
            assert mail[source.start : source.end].decode() == message.text


def test_a_line_escaped_by_the_mailbox_reads_as_it_was_written() -> None:
    (found,) = conversations(mailbox(letter("It broke.\n>From here on nothing works.\nBye.\n")))
    assert found.messages[0].text == "It broke.\nFrom here on nothing works.\nBye."


def test_an_ambiguous_boundary_is_flagged_on_its_message() -> None:
    (found,) = conversations(mailbox(letter("It broke.\n\nFrom Russia with love\n")))
    assert any(note.startswith("ambiguous boundary") for note in found.messages[0].x["notes"])


def test_one_bad_mail_is_named_and_the_others_are_read() -> None:
    deep = b"".join(b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (n, n + 1) for n in range(60))
    bad = b"From: a@x.test\nContent-Type: multipart/mixed; boundary=b0\n\n" + deep
    results = read(mailbox(letter("Down."), bad, letter("Up.", message_id="<2@x.test>", subject="Other")))
    assert sorted(type(one).__name__ for one in results) == ["Conversation", "Conversation", "LimitExceeded"]
    (problem,) = [one for one in results if isinstance(one, BadInput)]
    assert problem.where.startswith("mail 2 (byte ")
    assert "levels deep" in problem.problem


def test_ten_poisoned_mails_among_a_hundred_cost_only_themselves() -> None:
    poison = b"From: a@x.test\nX: " + b"a" * 300_000 + b"\n\nhi"
    mails = [
        poison if number % 10 == 6 else letter(f"Mail {number}.", message_id=f"<{number}@x.test>", subject=f"S{number}")
        for number in range(100)
    ]
    results = read(mailbox(*mails))
    assert sum(isinstance(one, Conversation) for one in results) == 90
    assert sum(isinstance(one, BadInput) for one in results) == 10


def test_a_mail_over_the_limit_is_refused_without_being_loaded(tmp_path: Path) -> None:
    file = tmp_path / "x.mbox"
    file.write_bytes(mailbox(letter("Down."), letter("x" * 100 + "\n", message_id="<2@x.test>", subject="Big")))
    with file.open("ab") as more:
        for _ in range(27):
            more.write(b"y" * 1_000_000 + b"\n")
    results = list(read_path(file, Desk()))
    assert [isinstance(one, BadInput) for one in results] == [False, True]


def test_memory_stays_flat_while_a_large_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "x.mbox"
    attachment = "QUJD" * 50_000
    with file.open("wb") as out:
        for number in range(150):
            out.write(mailbox(letter(f"Mail.\n{attachment}\n", message_id=f"<{number}@x.test>", subject=f"S{number}")))
    size = file.stat().st_size
    tracemalloc.start()
    count = sum(1 for _ in read_path(file, Desk()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 150
    assert size > 25_000_000
    assert peak < 12_000_000


def test_an_endless_thread_comes_in_pieces_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mbox, "MAX_MAILS", 3)
    mails = [letter(f"Mail {number}.", message_id=f"<{number}@x.test>", references="<0@x.test>") for number in range(8)]
    assert [len(found.messages) for found in conversations(mailbox(*mails))] == [3, 3, 2]


def test_an_empty_mailbox_is_bad_input() -> None:
    assert isinstance(read(b"")[0], BadInput)


def test_a_mailbox_is_recognised_by_its_first_two_lines() -> None:
    assert Mbox().recognises(Original(mailbox(letter()), ""))
    assert not Mbox().recognises(Original(letter(), "x.mbox"))
