from pathlib import PurePath

import pytest

from calmdesk.readers.folder_kinds import is_no_conversation


@pytest.mark.parametrize(
    "path", ["README", "a/Readme.rst", "x.md", "x.LOG", "x.py", "x.pyc", "a/__pycache__/x", "x.jpg"]
)
def test_what_holds_no_conversation_by_its_kind(path):
    assert is_no_conversation(PurePath(path))


@pytest.mark.parametrize("path", ["chat", "x.txt", "x.zip", "reader.txt", "a.md/x.json", "x.eml", "x.csv", "x.bin"])
def test_what_may_hold_one(path):
    assert not is_no_conversation(PurePath(path))


def test_a_named_format_speaks_for_logs_and_not_for_a_readme():
    assert not is_no_conversation(PurePath("x.log"), format_is_named=True)
    assert is_no_conversation(PurePath("README.md"), format_is_named=True)
