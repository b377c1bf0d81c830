"""Every file of the outside corpora ends as conversations or as a reason why not, and never as a traceback."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from calmdesk.conversation import Conversation, to_json
from calmdesk.conversation.strict_json import parse
from calmdesk.errors import BadInput, NotRecognised
from calmdesk.readers import read_bytes
from tests.readers.reading import in_original, is_exact

MAIL = ("eml", "mbox")


def corpora(shared: Path) -> list[Path]:
    return [file for file in sorted((shared / "corpora").rglob("*")) if file.is_file()]


def answers(file: Path, data: bytes) -> list[Conversation | BadInput]:
    try:
        return list(read_bytes(data, name=file.name))
    except NotRecognised as problem:
        return [problem]


def test_every_file_ends_stored_or_refused_with_a_reason(shared: Path) -> None:
    ends: Counter[str] = Counter()
    stumbled: list[str] = []
    slowest = (0.0, "")
    for file in corpora(shared):
        data = file.read_bytes()
        start = time.process_time()
        found = answers(file, data)
        slowest = max(slowest, (time.process_time() - start, file.name))
        assert found, file
        for item in found:
            if isinstance(item, Conversation):
                # What is stored must read back the same, on any database.
                wire = to_json(item)
                assert msgspec.json.decode(wire, type=Conversation) == item, file
                assert b"\\u0000" not in wire, file
            elif "failed on it" in str(item):
                stumbled.append(f"{file.name}: {item}")
        ends["stored" if any(isinstance(item, Conversation) for item in found) else "refused"] += 1
    print(f"the slowest took {slowest[0]:.1f} s: {slowest[1]}")
    assert stumbled == []
    assert sum(ends.values()) > 1_000
    assert ends["stored"] > 200


def test_words_of_what_is_stored_are_found_again_in_the_file(shared: Path) -> None:
    """Mails have their own test, because their words are encoded on the way."""
    looked_at = 0
    for file in corpora(shared):
        data = file.read_bytes()
        for item in answers(file, data):
            if not isinstance(item, Conversation) or item.channel.value == "email":
                continue
            for message in item.messages:
                if is_exact(message):
                    assert in_original(message, data).replace("\0", "\ufffd") == message.text, file
                    looked_at += 1
    assert looked_at > 200


def test_json_of_ticket_systems_is_refused_by_naming_what_is_allowed(shared: Path) -> None:
    for folder in ("intercom", "jira-sm", "django-helpdesk", "rt5"):
        for file in (shared / "corpora/fixtures" / folder).glob("*.json"):
            with pytest.raises(NotRecognised, match=r"JSON of a shape that is not known; known are: Slack export"):
                read_bytes(file.read_bytes(), name=file.name)


def test_all_valid_json_is_parsed_and_all_invalid_json_is_refused_with_a_place(shared: Path) -> None:
    """JSONTestSuite: y_ must be accepted, n_ refused, i_ may go either way but must not stumble.

    Two valid files name one key twice, which would let a file say two things at once; those are refused on purpose.
    """
    ends = {file.name: refusal(file) for file in (shared / "corpora/malformed/json-nst/test_parsing").glob("*.json")}
    assert len(ends) > 300
    assert [name for name, problem in ends.items() if name.startswith("n_") and problem is None] == []
    assert all(problem.remedy for problem in ends.values() if problem)
    refused = {name for name, problem in ends.items() if problem}
    assert {name for name in refused if name.startswith("y_")} == {
        "y_object_duplicated_key.json",
        "y_object_duplicated_key_and_value.json",
    }


def refusal(file: Path) -> BadInput | None:
    try:
        parse(file.read_bytes())
    except BadInput as problem:
        return problem
    return None


def test_naughty_strings_go_through_every_field_and_come_out_the_same(shared: Path) -> None:
    strings = parse((shared / "corpora/malformed/strings-blns/blns.json").read_bytes())
    assert len(strings) > 500
    for place, text in enumerate(strings):
        wire = {
            "calmdesk": 1,
            "id": f"c{place}",
            "channel": "chat",
            "subject": text,
            "participants": [{"id": "U1", "role": "requester", "name": text}],
            "messages": [{"id": "m1", "sender": "U1", "text": text}],
        }
        found = list(read_bytes(msgspec.json.encode(wire)))
        assert isinstance(found[0], Conversation)
        assert (found[0].subject, found[0].messages[0].text, found[0].participants[0].name) == (text, text, text)
        cell = text.strip()
        if cell:
            table = 'ticket,author,text\n1,Dana,"' + text.replace('"', '""') + '"\n'
            (row,) = read_bytes(table.encode(), format="csv")
            assert isinstance(row, Conversation)
            assert row.messages[0].text == cell.replace("\r\n", "\n").replace("\r", "\n")
            (said,) = read_bytes(f"Dana: {text}\nKim: ok\nDana: yes\nKim: fine\n".encode(), format="plain")
            assert isinstance(said, Conversation)
            assert cell.splitlines()[0].strip() in said.messages[0].text
