import tarfile
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.conversation import Channel
from calmdesk.readers import Desk
from tests.readers.reading import in_original, read_all, read_one, roles, said

CHAT = """\
Dana: I can't open the share, see https://wiki.test/share: nothing.
It says

Error: access denied
Kim: Have you tried to sign in again?
Dana: Yes.
"""


def test_a_transcript_with_continuation_lines_log_lines_and_addresses():
    conversation = read_one(CHAT)
    assert said(conversation) == [
        ("Dana", "I can't open the share, see https://wiki.test/share: nothing.\nIt says\n\nError: access denied"),
        ("Kim", "Have you tried to sign in again?"),
        ("Dana", "Yes."),
    ]
    assert roles(conversation) == {"Dana": "requester", "Kim": "agent"}
    assert conversation.channel is Channel.CHAT


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_message_is_found_again_in_the_original_bytes(end, charset):
    data = "Zoë: geht nicht – schade\nzweite Zeile\nKim: über morgen\nZoë: ok\n".replace("\n", end).encode(charset)
    conversation = read_one(data)
    assert [person.id for person in conversation.participants] == ["Zoë", "Kim"]
    for message in conversation.messages:
        assert in_original(message, data) == message.text


def test_times_with_a_date_become_instants():
    conversation = read_one("2026-01-05 10:32 Dana: hi\n2026-01-05 10:40 Kim: hello\n", desk=Desk(timezone="UTC"))
    assert [message.sent_at for message in conversation.messages] == [
        datetime(2026, 1, 5, 10, 32, tzinfo=UTC),
        datetime(2026, 1, 5, 10, 40, tzinfo=UTC),
    ]
    assert conversation.x == {}


def test_clock_times_are_kept_as_written_because_no_date_is_known():
    conversation = read_one("[10:32] Dana: hi\n[10:40] Kim: hello\n")
    assert [message.sent_at for message in conversation.messages] == [None, None]
    assert [message.x["clock"] for message in conversation.messages] == ["10:32", "10:40"]
    assert conversation.x["notes"] == ["the times have no date, so they are kept as written"]


def test_times_that_count_from_zero_are_seconds_of_a_call():
    conversation = read_one("[00:00:02] Sam: How can I help?\n[00:00:07] Dana: it broke\n[01:00:00] Sam: ok")
    assert [message.start_s for message in conversation.messages] == [2, 7, 3600]
    assert conversation.channel is Channel.VOICE
    assert [message.start_s for message in read_one("00:03 Dana: hi\n01:15 Sam: hello").messages] == [3, 75]


def test_a_chat_after_midnight_is_no_call():
    conversation = read_one("[00:40] Dana: hi\n[00:41] Kim: hello\n")
    assert conversation.channel is Channel.CHAT
    assert conversation.messages[0].start_s is None


def test_who_is_called_caller_is_on_the_phone():
    assert read_one("Agent: Hello\nCaller: Hi\n").channel is Channel.VOICE
    assert read_one("Sam: Thank you for calling\nDana: Hi\n").channel is Channel.VOICE


def test_one_text_without_names_is_one_message_of_the_requester():
    conversation = read_one("\n I cannot print.\nError: 0x42\nPath: C:\\temp\n\nThanks\n")
    assert said(conversation) == [("writer", "I cannot print.\nError: 0x42\nPath: C:\\temp\n\nThanks")]
    assert roles(conversation) == {"writer": "requester"}
    assert conversation.participants[0].role_evidence == "wrote all of it; no other name is in the text"
    assert conversation.channel is Channel.PORTAL


@pytest.mark.parametrize(
    "text",
    [
        "Model: XPS 13\nSerial: 1234\nOS: Windows 11\nIt does not boot.",
        "Hi team,\n\nMy question: when will it work?\n\nRegards,\nDana",
        "2026-01-05 10:32:11 ERROR db: connection lost\n2026-01-05 10:32:12 INFO db: retry",
        "Hello: world",
        "Od: Jan\nWysłano: dziś\nDo: Anna\nTemat: Re: Test\n\nCześć",
        "Fine.\n\nOn 5 Jan at 12:47, Lee\n<lee@corp.test>\nwrote:\n\n> Was it fixed?\n",
        "One: this is a long first point\nover two lines.\n\nTwo: and a second.\n\nBye",
        "NOTICE\n\n" + "It is a long text.\n" * 20 + "Reception: call us\nHours: nine to five",
    ],
    ids=["form", "letter", "log", "one line", "mail header", "quoted mail", "points", "notice"],
)
def test_a_letter_a_form_and_a_log_have_no_speakers(text):
    assert len(read_one(text).messages) == 1
    assert [person.id for person in read_one(text).participants] == ["writer"]


def test_a_heading_is_what_it_is_about():
    conversation = read_one("## Chat of ticket 4711\n\nDana: hi\nKim: hello\nDana: it fails\n")
    assert conversation.subject == "Chat of ticket 4711"
    assert [sender for sender, _ in said(conversation)] == ["Dana", "Kim", "Dana"]


def test_irc_with_notices_and_actions():
    conversation = read_one(
        "[10:32] <dana> hi\n=== bob [n=x] has joined #desk\n"
        "[10:33] <+kim> what error do you see?\n[10:34]  * dana sighs\n"
    )
    assert said(conversation) == [
        ("dana", "hi"),
        ("the chat itself", "=== bob [n=x] has joined #desk"),
        ("kim", "what error do you see?"),
        ("dana", "* dana sighs"),
    ]
    assert [message.automatic for message in conversation.messages] == [False, True, False, False]
    assert roles(conversation)["the chat itself"] == "system"


def test_what_holds_no_words_says_so():
    assert [str(item) for item in read_all(b"\xef\xbb\xbf \x0c \n", as_format="plain")] == [
        "no words in it. Give a text with a conversation in it."
    ]


NAMES = ["Dana", "IT Support", "Caller 2"]
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=60).filter(
    lambda text: text.strip() == text
)


@given(st.lists(st.tuples(st.sampled_from(NAMES), WORDS), min_size=2, max_size=12))
def test_a_written_transcript_reads_back_as_it_was_said(turns):
    data = "".join(f"{name}: {words}\n" for name, words in turns).encode()
    conversation = read_one(data, as_format="plain")
    assert said(conversation) == turns
    assert [in_original(message, data) for message in conversation.messages] == [words for _, words in turns]


@given(st.binary(max_size=400))
def test_whatever_the_bytes_it_is_a_conversation_or_a_reason(data):
    for found in read_all(data, as_format="plain"):
        assert "failed on it" not in str(found)


def test_a_text_of_twenty_thousand_names_has_twenty_thousand_messages():
    text = "".join(f"Name{number}: x\n" for number in range(20_000))
    assert len(read_one(text).messages) == 20_000


def test_captured_chat_logs_are_read_line_by_line(shared):
    logs = 0
    with tarfile.open(shared / "data/ubuntu_irc/irc_disentanglement_ascii_annotations.tar.gz") as archive:
        for member in archive:
            file = archive.extractfile(member) if member.name.endswith(".ascii.txt") else None
            if file is None:
                continue
            data = file.read(200_000).rpartition(b"\n")[0]
            conversation = read_one(data, name=member.name)
            lines = [line for line in data.decode().split("\n") if line.strip()]
            assert len(conversation.messages) >= 0.99 * len(lines), member.name
            for message in conversation.messages[::97]:
                assert in_original(message, data) == message.text
            logs += 1
            if logs == 12:
                return
    raise AssertionError("no logs in the archive")
