import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.conversation import Channel
from calmdesk.readers.cues import MAX_CUES, NOBODY
from tests.readers.reading import in_original, is_exact, problems, read_all, read_one, roles, said

TEAMS = """\
WEBVTT

4a1e/12-0
00:00:01.000 --> 00:00:04.000
<v Sam Hill>Service desk, how can I help?</v>

4a1e/13-0
00:00:04.500 --> 00:00:06.000
<v Dana Reed>I can't log in.</v>

4a1e/14-0
00:00:06.200 --> 00:00:08.000
<v Dana Reed>Since Monday.</v>
"""
ZOOM = """\
WEBVTT

1
00:00:01.000 --> 00:00:04.000
Sam Hill: Service desk, how can I help?

2
00:00:04.500 --> 00:00:06.000
Dana Reed: I can't log in, I have

3
00:00:06.100 --> 00:00:08.000
been waiting

4
00:00:15.000 --> 00:00:16.000
Dana Reed: Hello?

5
00:00:17.000 --> 00:00:18.000
Okay.
"""


def test_voice_tags_name_the_speaker_and_neighbouring_cues_are_one_turn():
    conversation = read_one(TEAMS)
    assert said(conversation) == [
        ("Sam Hill", "Service desk, how can I help?"),
        ("Dana Reed", "I can't log in.\nSince Monday."),
    ]
    assert [(message.start_s, message.end_s) for message in conversation.messages] == [(1, 4), (4.5, 8)]
    assert roles(conversation) == {"Sam Hill": "agent", "Dana Reed": "requester"}
    assert conversation.channel is Channel.VOICE


def test_names_before_a_colon_name_the_speaker():
    conversation = read_one(ZOOM)
    assert said(conversation) == [
        ("Sam Hill", "Service desk, how can I help?"),
        ("Dana Reed", "I can't log in, I have\nbeen waiting"),
        ("Dana Reed", "Hello?"),
        (NOBODY, "Okay."),
    ]
    assert roles(conversation) == {"Sam Hill": "agent", "Dana Reed": "requester", NOBODY: "unknown"}


def test_a_pause_ends_a_turn():
    assert [message.start_s for message in read_one(ZOOM).messages] == [1, 4.5, 15, 17]


@pytest.mark.parametrize("data", [TEAMS, ZOOM, "\ufeff" + ZOOM.replace("\n", "\r\n")])
def test_words_are_found_again_in_the_original(data):
    raw = data.encode()
    for message in read_one(raw).messages:
        if is_exact(message):
            assert in_original(message, raw) == message.text
        else:
            assert all(line in in_original(message, raw) for line in message.text.splitlines())
            assert message.source.x["whole_part"] == "the turn was put together from several cues"


def test_nobody_is_made_up_where_nobody_is_named():
    conversation = read_one("WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n\n00:02.000 --> 00:03.000\nNote: see there\n")
    assert said(conversation) == [(NOBODY, "Hello"), (NOBODY, "Note: see there")]
    assert conversation.participants[0].role_evidence == "the transcript does not say who speaks here"


def test_notes_styles_and_regions_are_left_out():
    data = "WEBVTT - title\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE x\ny\n\n" + TEAMS[8:]
    assert len(read_one(data).messages) == 2


def test_a_broken_cue_is_told_by_its_line_and_the_rest_is_read():
    found = read_all(ZOOM.replace("00:00:15.000 -->", "00:00:1d.000 -->") + "\nlost words\n")
    assert len(found[0].messages) == 3
    assert problems(found) == [
        "line 16: a time that cannot be read; times look like 00:01:02.500 --> 00:01:05.000. "
        "This piece is left out, the rest is read.",
        "line 23: text without a time. This piece is left out, the rest is read.",
    ]


def test_hundreds_of_broken_cues_are_told_once():
    found = problems(read_all(TEAMS + "\n\nlost" * 300))
    assert len(found) == 21
    assert found[-1].startswith("280 more pieces could not be read")


def test_two_times_in_one_block_are_two_cues():
    data = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>one\n00:03.000 --> 00:09.000\n<v B>two"
    assert said(read_one(data)) == [("A", "one"), ("B", "two")]


def test_a_cue_that_ends_before_it_begins_has_a_start_only():
    message = read_one("WEBVTT\n\n00:05.000 --> 00:02.000\n<v A>one").messages[0]
    assert (message.start_s, message.end_s) == (5, None)


def test_hours_of_one_digit_commas_and_settings_are_understood():
    message = read_one("WEBVTT\n\n1:00:05,000 --> 1:00:06,500 align:start nonsense\n<v A>one").messages[0]
    assert (message.start_s, message.end_s) == (3605, 3606.5)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("00:01.000 --> 00:02.000\nHello", 'the first line of a WebVTT file is "WEBVTT"'),
        ("WEBVTT", "no words in it"),
        ("WEBVTTX\n\n00:01.000 --> 00:02.000\nHello", "line 1"),
        ("WEBVTT\n\n" + "00:01.000 --> 00:02.000\nx\n\n" * (MAX_CUES + 1), "50,001 cues, 50,000 are allowed"),
    ],
    ids=["no header", "no cues", "other header", "too many"],
)
def test_what_is_no_transcript_says_why(data, problem):
    found = problems(read_all(data, name="call.vtt"))
    assert len(found) == 1
    assert problem in found[0]


@given(st.text(alphabet="WEBVT\n-> 0123.:<v>Dana/", max_size=200))
def test_whatever_stands_in_it_there_is_an_answer(text):
    for found in read_all("WEBVTT\n\n" + text, as_format="vtt"):
        assert "failed on it" not in str(found)
