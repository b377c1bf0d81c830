import pytest

from tests.readers.reading import in_original, is_exact, problems, read_all, read_one, said

SRT = "1\n00:00:01,000 --> 00:00:02,000\nSam: Hello\n\n2\n00:00:02,500 --> 00:00:04,000\n<i>Dana: it broke</i>\nagain\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_pieces_with_names(end):
    data = SRT.replace("\n", end).encode()
    conversation = read_one(data)
    assert said(conversation) == [("Sam", "Hello"), ("Dana", "it broke\nagain")]
    assert [(message.start_s, message.end_s) for message in conversation.messages] == [(1, 2), (2.5, 4)]
    assert is_exact(conversation.messages[0])
    assert in_original(conversation.messages[0], data) == "Hello"


def test_without_numbers_and_with_dots():
    assert len(read_one("00:00:01.000 --> 00:00:02.000\nHello").messages) == 1


def test_a_broken_piece_is_told_by_its_line():
    found = read_all(SRT + "\n3\n00:00:xx,000 --> 00:00:09,000\nlost\n\n4\nlost too\n")
    assert len(found[0].messages) == 2
    assert [text.partition(":")[0] for text in problems(found)] == ["line 11", "line 14"]
