import json
from typing import get_args

from calmdesk.playbook.phrasing import Look
from calmdesk.proof.schemas import schemas


def test_each_form_has_a_schema_that_names_its_version_or_kind():
    titles = {name: schema["title"] for name, schema in schemas().items()}
    assert titles["conversation"] == "calmdesk conversation, version 1"
    assert titles["reading"] == "calmdesk reading, version 1"
    assert titles["draft-check"] == "calmdesk draft check, version 1"
    files = {"sign", "trigger", "words", "phrasing", "move", "next-move", "boundary"}
    assert set(titles) == {"conversation", "reading", "draft-check"} | files


def test_a_phrasing_file_is_described_with_every_kind_of_look_and_nothing_beside_it():
    defined = schemas()["phrasing"]["$defs"]
    looks = {ref["$ref"].rpartition("/")[2] for ref in defined["Phrasing"]["properties"]["look"]["anyOf"]}
    assert looks == {look.__name__ for look in get_args(Look)}
    assert defined["Phrasing"]["additionalProperties"] is False
    assert set(defined["Pair"]["required"]) == {"before"}


def test_the_draft_check_is_described_as_it_is_sent():
    properties = schemas()["draft-check"]["$defs"]["DraftFinding"]["properties"]
    assert set(properties) == {"rule", "practice", "start", "end", "quote", "severity", "why", "rewrites"}


def test_the_conversation_schema_requires_what_the_wire_form_requires():
    defined = schemas()["conversation"]["$defs"]
    assert set(defined["Conversation"]["required"]) >= {"id", "channel", "participants", "messages"}
    assert set(defined["Message"]["required"]) == {"id", "sender", "text"}
    assert defined["Message"]["additionalProperties"] is False
    json.dumps(defined)
