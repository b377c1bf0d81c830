import pytest

from tests.readers.letters import message


def multipart(kind: str, *parts: str) -> tuple[str, dict[str, str]]:
    body = "".join(f"--b\n{part}\n" for part in parts) + "--b--\n"
    return body, {"content_type": f"multipart/{kind}; boundary=b"}


def text_of(kind: str, *parts: str) -> str:
    body, fields = multipart(kind, *parts)
    return message(body, **fields).text


PLAIN = "Content-Type: text/plain\n\nIt is broken."
PAGE = "Content-Type: text/html\n\n<p>It is <b>broken</b>.</p>"
PICTURE = 'Content-Type: image/png; name="shot.png"\nContent-Transfer-Encoding: base64\n\nAAAA'


def test_of_alternatives_the_plain_text_is_read() -> None:
    assert text_of("alternative", PLAIN, PAGE) == "It is broken."


@pytest.mark.parametrize("plain", ["", "  \n", "Please view this message in an HTML capable mail reader."])
def test_an_empty_plain_text_gives_way_to_the_page(plain: str) -> None:
    assert text_of("alternative", f"Content-Type: text/plain\n\n{plain}", PAGE) == "It is broken."


def test_a_page_with_a_file_name_is_still_one_wording_of_the_mail() -> None:
    page = 'Content-Type: text/html; name="mail.html"\n\n<p>It is broken.</p>'
    assert text_of("alternative", "Content-Type: text/plain\n\n", page) == "It is broken."


def test_texts_around_a_picture_are_joined() -> None:
    assert text_of("mixed", PLAIN, PICTURE, "Content-Type: text/plain\n\nSee?") == "It is broken.\n\nSee?"


def test_an_attached_text_is_not_the_writers_words() -> None:
    attached = 'Content-Type: text/plain; name="log.txt"\nContent-Disposition: attachment\n\nERROR you idiot'
    assert text_of("mixed", PLAIN, attached) == "It is broken."


def test_an_attached_mail_is_not_the_writers_words() -> None:
    forwarded = "Content-Type: message/rfc822\n\nFrom: sam@x.test\n\nTheir words."
    body, fields = multipart("mixed", PLAIN, forwarded)
    found = message(body, **fields)
    assert found.text == "It is broken."
    assert found.x["attachments"] == [{"part": "2", "type": "message/rfc822", "bytes": 12}]


def test_a_footer_page_below_a_plain_mail_is_left_out() -> None:
    assert text_of("mixed", PLAIN, "Content-Type: text/html\n\n<p>Scanned by x</p>") == "It is broken."


def test_attachments_are_listed_with_name_type_and_size() -> None:
    body, fields = multipart("mixed", PLAIN, PICTURE)
    assert message(body, **fields).x["attachments"] == [
        {"part": "2", "type": "image/png", "bytes": 4, "name": "shot.png"}
    ]


def test_quotes_and_signature_are_kept_beside_the_text_with_their_place() -> None:
    body = "It works.\n\n-- \nDana\n\nOn 5 Jan 2026 at 09:00, Sam <sam@desk.test> wrote:\n> Does it?\n"
    found = message(body)
    assert found.text == "It works."
    quoted = found.x["quoted"][0]
    assert quoted["text"].endswith("> Does it?")
    assert body[quoted["start"] : quoted["end"]] == quoted["text"]
    assert found.x["signature"][0]["text"] == "-- \nDana"


def test_a_very_long_quote_is_kept_shortened() -> None:
    found = message("Fine.\n\n" + "> quoted line\n" * 3_000)
    assert found.x["quoted"][0]["shortened"] is True
    assert len(found.x["quoted"][0]["text"]) == 20_000


def test_of_a_report_only_the_part_for_people_is_read() -> None:
    status = "Content-Type: message/delivery-status\n\nStatus: 5.1.1"
    original = "Content-Type: text/plain\n\nThe words that came back."
    body, _ = multipart("report", PLAIN, status, original)
    found = message(body, content_type="multipart/report; report-type=delivery-status; boundary=b")
    assert found.text == "It is broken."
    assert found.automatic


def test_a_mail_with_only_a_picture_has_no_text_and_no_error() -> None:
    found = message("AAAA", content_type="image/png", content_transfer_encoding="base64")
    assert found.text == ""
    assert found.x["attachments"][0]["type"] == "image/png"
