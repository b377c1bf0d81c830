import io
import stat
import zipfile

import pytest

from calmdesk.errors import BadInput, LimitExceeded, NotRecognised
from calmdesk.readers.archives import MAX_ENTRIES, Archive
from tests.readers.exports import slack_files, zipped
from tests.readers.reading import problems, read_all


def refused(files):
    archive = Archive(zipped(files))
    with pytest.raises(BadInput) as caught:
        archive.check()
    return caught.value


def test_files_are_read_by_name():
    archive = Archive(zipped({"a/b.json": b"[1]"}))
    archive.check()
    assert archive.names == ["a/b.json"]
    assert archive.read("a/b.json") == b"[1]"


def test_a_bomb_is_refused_before_it_is_unpacked():
    problem = refused({"users.json": b" " * 20_000_000})
    assert isinstance(problem, LimitExceeded)
    assert "100 times its size" in str(problem)


def test_many_small_bombs_are_refused_by_their_sum():
    line = bytes(range(256)) * 4_000
    assert "51,200,000 bytes unpacked, 50,000,000 are allowed" in str(refused({f"{n}": line for n in range(50)}))


def test_too_many_files_are_refused():
    assert "201 files in a zip, 200 are allowed" in str(refused({f"{n}": b"" for n in range(MAX_ENTRIES + 1)}))


@pytest.mark.parametrize("name", ["../a.json", "a/../../b.json", "/etc/passwd", "C:/a.json", "..\\a.json"])
def test_paths_that_lead_elsewhere_are_refused(name):
    assert "leads outside of it" in str(refused({name: b""}))


def test_a_link_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("a")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(BadInput, match="leads outside of it"):
        Archive(buffer.getvalue()).check()


def test_an_archive_in_an_archive_is_refused():
    assert "an archive inside an archive" in str(refused({"users.json": b"[]", "more.zip": zipped({"a": b""})}))


def test_an_entry_that_lies_about_its_size_gives_no_more_than_it_said():
    data = bytearray(zipped({"a": b"x" * 1_000}, zipfile.ZIP_STORED))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    archive = Archive(bytes(data))
    with pytest.raises(BadInput):
        archive.read("a")


def test_a_hundred_thousand_files_are_refused_at_once():
    with pytest.raises(NotRecognised):
        read_all(zipped({f"{n}": b"" for n in range(100_000)}, zipfile.ZIP_STORED), name="x.zip")


@pytest.mark.parametrize("cut", [5, 60, 200, 700])
def test_a_zip_that_is_cut_off_is_a_reason(cut):
    found = problems(read_all(zipped(slack_files())[:-cut], name="export.zip"))
    assert found == ["a zip file that is damaged or cut off. Download it again."]


def test_every_single_flipped_byte_ends_with_an_answer():
    data = zipped(
        {"users.json": [], "a/2026-01-05.json": [{"type": "message", "user": "U1", "text": "a", "ts": "1.0"}]}
    )
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 0x41
        try:
            found = read_all(bytes(changed), name="export.zip")
        except NotRecognised:
            continue
        assert not any("failed on it" in text for text in problems(found))
