import io
import json

from calmdesk.conversation.strict_json import MAX_BYTES
from calmdesk.readers import Desk
from calmdesk.readers.json_lines import read_file
from tests.readers.reading import problems, read_all
from tests.readers.test_calmdesk_json import ONE


def lines(*items):
    return "".join((item if isinstance(item, str) else json.dumps(item)) + "\n" for item in items)


def test_a_bad_line_is_told_by_its_number_and_the_rest_is_read():
    found = read_all(lines(ONE, "{broken", "", {**ONE, "id": "c2"}, {"id": 3}))
    assert [getattr(item, "id", None) for item in found] == ["c1", None, "c2", None]
    assert problems(found) == [
        "line 2, column 2: not JSON: Expecting property name enclosed in double quotes. Correct it there.",
        "line 5, $.id: Expected `str`, got `int`. See the wire form in the documentation.",
    ]


def test_the_first_line_may_be_the_bad_one():
    assert [getattr(item, "id", None) for item in read_all(lines("{broken", ONE))] == [None, "c1"]


def test_a_file_by_its_name_may_hold_one_line():
    assert [item.id for item in read_all(lines(ONE), name="x.jsonl")] == ["c1"]


def test_a_line_that_is_too_long_is_skipped_as_a_whole():
    long = '{"text": "' + "x" * MAX_BYTES + '"}'
    found = list(read_file(io.BytesIO(lines(ONE, long, ONE).encode()), Desk()))
    assert [getattr(item, "id", None) for item in found] == ["c1", None, "c1"]
    assert "more than 5,000,000 bytes in one line" in str(found[1])


def test_a_file_is_read_line_by_line():
    class Endless(io.RawIOBase):
        def readline(self, size=-1):
            return lines(ONE).encode()

    found = read_file(Endless(), Desk())
    assert [next(found).id for _ in range(3)] == ["c1", "c1", "c1"]
