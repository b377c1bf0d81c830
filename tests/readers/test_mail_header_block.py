from calmdesk.readers.mail_header_block import first_header, header_block, header_only
from calmdesk.readers.mail_parts import structure


def test_a_broken_line_inside_the_header_does_not_end_it() -> None:
    found = structure(b"From: a@x.test\nwrapped without a space\nSubject: s\n\nhi")
    assert found.headers["subject"] == "s"
    assert found.notes == ("a line in the header is no header",)


def test_a_line_of_spaces_ends_the_header_only_when_no_field_follows() -> None:
    assert structure(b"From: a@x.test\n \nSubject: s\n\nhi").headers["subject"] == "s"
    assert structure(b"To: a@x.test,\n\t\n\tb@x.test\nSubject: s\n\nhi").headers["subject"] == "s"
    data = b"From: a@x.test\n \nhi"
    assert header_block(data, 0, len(data), [])[1] == data.index(b"hi")


def test_an_mbox_line_a_byte_order_mark_and_empty_lines_before_the_header_are_skipped() -> None:
    assert structure(b"\xef\xbb\xbf\r\nFrom x Mon Jan 5\nFrom: a@x.test\nSubject: s\n\nhi").headers["subject"] == "s"


def test_a_field_with_spaces_before_its_colon_is_a_field() -> None:
    assert structure(b"From  : a@x.test\nSubject     : s\n\nhi").headers["subject"] == "s"


def test_only_a_real_mbox_line_is_skipped() -> None:
    assert first_header(b"From  : a@x.test\n") == 0
    assert first_header(b"From x\nTo: b@x.test\n") == 7


def test_a_header_beyond_the_limits_reads_as_empty_where_only_the_header_is_wanted() -> None:
    assert header_only(b"X: " + b"a" * 300_000 + b"\n\nhi").keys() == []
