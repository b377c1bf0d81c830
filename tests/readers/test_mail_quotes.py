import hashlib
import quopri
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.readers.mail_quotes import cut
from tests.steps import LINEAR, growth


def own(text: str, *, answer: bool = True) -> list[str]:
    return [text[stretch.start : stretch.end] for stretch in cut(text, answer=answer).of("own")]


def of(kind: str, text: str) -> list[str]:
    return [text[stretch.start : stretch.end] for stretch in cut(text).of(kind)]


QUOTE = "> The VPN is down.\n> Again.\n"


@pytest.mark.parametrize(
    "above",
    [
        "On Mon, 5 Jan 2026 at 09:00, Dana Diaz <dana@x.test> wrote:\n",
        "On Mon, 5 Jan 2026 at 09:00, Dana Diaz\n<dana@x.test>\nwrote:\n\n",
        "On 05/01/26 9:00 AM, Dana wrote:\n",
        "Am 5. Januar 2026 um 09:00 schrieb Dana Diaz <\ndana@x.test>:\n",
        "Le lun. 5 janv. 2026 à 09:00, Dana <dana@x.test> a écrit :\n",
        "El lun, 5 ene 2026 a las 9:00, Dana (<dana@x.test>) escribió:\n",
        "Il giorno lun 5 gen 2026 alle 09:00 Dana <dana@x.test> ha scritto:\n",
        "Op ma 5 jan. 2026 om 09:00 schreef Dana <dana@x.test>:\n",
        "Den mån 5 jan. 2026 kl 09:00 skrev Dana <dana@x.test>:\n",
        "Dnia 5 stycznia 2026 09:00 Dana <dana@x.test> napisał(a):\n",
        "2026年1月5日(月) 9:00 Dana <dana@x.test>:\n",
        "Dana Diaz <dana@x.test> wrote:\n",
        "",
    ],
)
def test_quoted_lines_and_the_line_above_them_are_cut(above: str) -> None:
    text = f"I am looking.\n\n{above}{QUOTE}"
    assert own(text) == ["I am looking."]
    assert of("quoted", text) == [(above + QUOTE).strip()]


@pytest.mark.parametrize(
    "rest",
    [
        "-----Original Message-----\nFrom: Dana\n\nThe VPN is down.\n",
        "---------- Forwarded message ---------\nFrom: Dana <dana@x.test>\n\nThe VPN is down.\n",
        "-----Ursprüngliche Nachricht-----\nVon: Dana\n\nThe VPN is down.\n",
        "Begin forwarded message:\n\nFrom: Dana\n\nThe VPN is down.\n",
        "From: Dana <dana@x.test>\nSent: Monday, 5 January 2026 09:00\nTo: Desk\nSubject: VPN\n\nThe VPN is down.\n",
        "*From:* Dana\n*Sent:* Monday\n*To:* Desk\n*Subject:* VPN\n\nThe VPN is down.\n",
        "________________________________\nVon: Dana\nGesendet: Montag\nAn: Desk\nBetreff: VPN\n\nThe VPN is down.\n",
        "##- Please type your reply above this line -##\n\nThe VPN is down.\n",
        "On Mon, 5 Jan 2026 at 09:00, Dana <dana@x.test> wrote:\n\nThe VPN is down.\n",
    ],
)
def test_everything_below_a_marker_is_quoted_to_the_end(rest: str) -> None:
    text = f"I am looking.\n\n{rest}"
    assert own(text) == ["I am looking."]
    assert of("quoted", text) == [rest.strip()]


def test_inline_answers_are_the_writers_own() -> None:
    text = "On 5 Jan 2026 09:00, Sam wrote:\n> Plugged in?\n\nOf course it is.\n\n> Restarted?\n\nThree times.\n"
    assert own(text) == ["Of course it is.", "Three times."]


def test_a_short_inline_answer_right_below_a_question_is_kept() -> None:
    question = "> Did you try to restart the machine, and the router, and the little box behind it?"
    assert own(f"{question}\nyes\n> And then?\n") == ["yes"]


def test_the_end_of_a_quoted_line_that_was_wrapped_again_is_no_answer() -> None:
    long = "> Please let us know of your availability for this Tuesday, or for this Wednesda"
    assert own(f"Fine.\n\n{long}\ny\n> next week.\n") == ["Fine."]


def test_text_behind_an_unmarked_attribution_goes_to_nobody_and_that_is_said() -> None:
    found = cut("Fine.\n\nOn 5 Jan 2026 at 09:00, Sam <sam@desk.test> wrote:\n\nIs it plugged in?\n")
    assert [stretch.kind for stretch in found.stretches] == ["own", "quoted"]
    assert found.guessed


@pytest.mark.parametrize(
    "text",
    [
        "As you wrote:\nit should work.",
        "On your machine you can run:\n\n    ping x.test",
        "These are my questions:\nWhen?\nWho?",
        "From: Berlin\nTo: Munich\nDate: 3 May\nPlease book it.",
        "The form says From: and To: and I fill in both.",
        "Subject: what I want to say\nis that it is broken.",
        "And here is a fix -- this is not a signature.\n\nBye",
        "Sent from my desk, is much easier than from a telephone.",
        "Thanks, but this is the third time.\n\nPlease call me.",
        "Thank you,\nbut it is still broken and I want to know when it will be repaired.",
        "- one\n- two\n- three",
        "Thanks,\nplease fix it today",
        "Thanks,\nStill waiting for the third week",
        "Regards,\nDana\nCall me now",
        "Thanks,\nDana\nPS: I have waited three weeks!",
        "This email is not working. I cannot send anything.",
        "Warning: the disk is full.",
    ],
)
def test_own_words_that_look_like_a_marker_stay(text: str) -> None:
    assert own(text) == [text]


@pytest.mark.parametrize(
    ("text", "words", "signature"),
    [
        ("Hello\n\n-- \nDana\nFinance", "Hello", "-- \nDana\nFinance"),
        ("Hello\n\n--\nDana", "Hello", "--\nDana"),
        ("Hello\n\nSent from my phone", "Hello", "Sent from my phone"),
        ("Hello\n\nGet Outlook for iOS<https://x.test>", "Hello", "Get Outlook for iOS<https://x.test>"),
        (
            "Hello\n\nBest regards,\nDana Diaz\nFinance\n+1 555 0100",
            "Hello\n\nBest regards,",
            "Dana Diaz\nFinance\n+1 555 0100",
        ),
        ("Hallo\n\nMit freundlichen Grüßen\nDana", "Hallo\n\nMit freundlichen Grüßen", "Dana"),
        ("Hello\n\nThank you.\nBest regards\nDana", "Hello\n\nThank you.\nBest regards", "Dana"),
        (
            "Hello\n\n_______________\nusers mailing list\nhttps://x.test/listinfo",
            "Hello",
            "_______________\nusers mailing list\nhttps://x.test/listinfo",
        ),
    ],
)
def test_a_signature_is_cut_and_the_closing_words_stay(text: str, words: str, signature: str) -> None:
    assert own(text) == [words]
    assert of("signature", text) == [signature]


def test_a_signature_above_the_quote_is_cut_too() -> None:
    text = f"Hello\n\n-- \nDana\n\nOn 5 Jan 2026 09:00, Sam wrote:\n{QUOTE}"
    assert [stretch.kind for stretch in cut(text).stretches] == ["own", "signature", "quoted"]


def test_a_warning_from_the_mail_server_is_no_word_of_the_writer() -> None:
    banner = "CAUTION: This email originated from outside of the company. Do not click links or attachments."
    assert own(f"{banner}\n\nIt is broken.") == ["It is broken."]
    assert of("notice", f"{banner}\n\nIt is broken.") == [banner]


def test_a_confidentiality_notice_is_cut() -> None:
    notice = "This e-mail is confidential and intended for the recipient only. If you are not, delete it."
    assert own(f"It is broken.\n\n{notice}") == ["It is broken."]


def test_a_form_of_labels_is_own_text_in_a_mail_that_answers_nothing() -> None:
    form = "From: dana@x.test\nSubject: VPN\nDate: today\nMessage: it is down"
    assert own(form, answer=False) == [form]
    assert own(form, answer=True) == []


def test_a_line_that_a_mailbox_file_escaped_is_own_text() -> None:
    assert own("It broke.\n>From what I see it is the cable.\nBye") == [
        "It broke.\n>From what I see it is the cable.\nBye"
    ]


@pytest.mark.parametrize(
    "part",
    [
        "\n",
        "a:\n",
        "From: x\n",
        "On 5 Jan 10:00 x wrote:\na\n> b\n",
        "Thanks,\n",
        "-----\n",
        "> a\nb\n",
        "schrieb ",
        ">",
    ],
    ids=["empty", "colons", "labels", "attributions", "closings", "rules", "mixed", "words", "marks"],
)
def test_twice_the_text_made_to_be_slow_takes_about_twice_the_steps(part: str) -> None:
    assert growth(cut, lambda size: part * size, 1_000) <= LINEAR


# RE2 searches a line in one call, so the steps say little here. Speed is a matter for benchmarks/, not for tests.
@pytest.mark.parametrize(
    ("line", "kind"),
    [("Am " + "schrieb " * 37_000 + ":", "own"), ("a " * 150_000, "own"), (">" * 300_000, "quoted")],
    ids=["verbs", "words", "marks"],
)
def test_a_line_of_three_hundred_thousand_characters_is_of_one_kind(line: str, kind: str) -> None:
    assert of(kind, line) == [line]


@given(st.text(alphabet=st.sampled_from("> \n-_:@<>aFrom: wrote1\u200b\ufeff"), max_size=300))
def test_stretches_are_in_order_apart_and_never_blank(text: str) -> None:
    last = 0
    for stretch in cut(text).stretches:
        assert last <= stretch.start < stretch.end <= len(text)
        assert text[stretch.start : stretch.end].strip()
        last = stretch.end


# The writer's own words in each body, checked by a person: how many characters, and the start of their SHA-256.
REVIEWED: dict[str, tuple[int, str]] = {
    "begins_with_signature.txt": (112, "fc88bfbb6936"),
    "caution.txt": (302, "1d549765509a"),
    "caution2.txt": (279, "1b0f5cde701c"),
    "correct_sig.txt": (45, "5f9baae9efe0"),
    "email_1_1.txt": (150, "dcef9429fae6"),
    "email_1_3.txt": (63, "935cf09dd496"),
    "email_1_4.txt": (47, "d5df5f5ea29d"),
    "email_1_5.txt": (423, "18d397a40a4f"),
    "email_1_6.txt": (31, "2d158f6e503a"),
    "email_1_7.txt": (4, "4069a5e41439"),
    "email_1_8.txt": (43, "1d46a123d4e2"),
    "email_2_1.txt": (20, "6877eb4efc86"),
    "email_2_2.txt": (40, "c56b35a13dee"),
    "email_2_3.txt": (55, "86c339933859"),
    "email_3_1.txt": (59, "4ac23bbc8910"),
    "email_bullets.txt": (117, "668b99fbc4c8"),
    "email_danish_1.txt": (64, "319ad16fef64"),
    "email_danish_2.txt": (45, "646438726b6e"),
    "email_danish_3.txt": (11, "f6dc24d81b70"),
    "email_danish_4.txt": (11, "f6dc24d81b70"),
    "email_danish_5.txt": (15, "0de6299e3dde"),
    "email_gmail.txt": (54, "372b61682240"),
    "email_headers_no_delimiter.txt": (18, "52528a94eae7"),
    "email_ja_1_1.txt": (11, "2d86daaccc2f"),
    "email_ja_1_2.txt": (64, "cf1231458933"),
    "email_nl_1_1.txt": (184, "853b784c34b7"),
    "email_nl_1_2.txt": (24, "7286545e2505"),
    "email_one_is_not_on.txt": (104, "cc1568514a1d"),
    "email_partial_quote_header.txt": (168, "759609054030"),
    "email_pl_1_1.txt": (0, "e3b0c44298fc"),
    "email_pl_1_2.txt": (0, "e3b0c44298fc"),
    "email_pl_1_3.txt": (0, "e3b0c44298fc"),
    "email_sent_from_BlackBerry.txt": (21, "f00d7af645cd"),
    "email_sent_from_iPhone.txt": (21, "f00d7af645cd"),
    "email_sent_from_multi_word_mobile_device.txt": (21, "f00d7af645cd"),
    "email_sent_from_not_signature.txt": (78, "5b8e351e46c1"),
    "email_sig_delimiter_in_middle_of_line.txt": (82, "058c82f46d29"),
    "email_sv_anon_1.txt": (117, "b1548eeeb6df"),
    "email_swedish_1.txt": (107, "5126a0de2d63"),
    "email_swedish_2.txt": (210, "e8e0358586c3"),
    "forward.txt": (229, "00af8ed49ab3"),
    "greedy_on.txt": (167, "a20fd18ab4df"),
    "multi_header.txt": (40, "a61700eb12e3"),
    "multiline_on.txt": (0, "e3b0c44298fc"),
    "multiline_on_de.txt": (16, "9a7725116350"),
    "outlook.txt": (135, "405ebc562f8d"),
    "pathological.txt": (97, "e81421c2206e"),
}


def test_every_body_of_the_published_collection_is_cut_as_a_person_cut_it(shared: Path) -> None:
    folder = shared / "corpora" / "fixtures" / "mail" / "mail-parser-reply"
    found = {}
    for file in sorted(folder.iterdir()):
        data = file.read_bytes()
        # One of them was saved with its transfer encoding still on.
        text = (quopri.decodestring(data) if b"=E2=80=AF" in data else data).decode("utf-8")
        words = "\n".join(own(text.replace("\r\n", "\n")))
        found[file.name] = (len(words), hashlib.sha256(words.encode()).hexdigest()[:12])
    assert found == REVIEWED


def test_a_mail_of_three_quarters_of_a_megabyte_begins_with_its_writers_words(shared: Path) -> None:
    text = (shared / "corpora/fixtures/mail/github-erp/email_long_quote.txt").read_text("utf-8")
    words = own(text)
    assert words[0].startswith("Hi folks")
