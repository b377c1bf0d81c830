import pytest

from calmdesk.errors import LimitExceeded
from calmdesk.readers import Original


def test_the_same_bytes_have_the_same_name_whatever_the_file_is_called():
    assert Original(b"hello", "a.txt").sha256 == Original(b"hello", "b.txt").sha256
    assert Original(b"hello").sha256.startswith("sha256:2cf24dba5fb0a30e")
    assert Original(b"hello").short_id == "sha256:2cf24dba5fb0a30e"


def test_json_is_looked_at_only_where_it_could_be():
    assert Original(b'\xef\xbb\xbf {"a": 1}').json == {"a": 1}
    assert Original(b"[10:32] hello").json is None
    assert Original(b'"text"').json is None


def test_too_many_bytes_are_refused_with_both_numbers():
    assert Original(b"12345").limited_to(5).data == b"12345"
    with pytest.raises(LimitExceeded, match="5 bytes, 4 are allowed"):
        Original(b"12345").limited_to(4)
