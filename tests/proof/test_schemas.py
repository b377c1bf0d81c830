import json

from calmdesk.proof.schemas import schemas


def test_each_form_has_a_schema_that_names_its_version_or_kind():
    titles = {name: schema["title"] for name, schema in schemas().items()}
    assert titles["conversation"] == "calmdesk conversation, version 1"
    assert titles["reading"] == "calmdesk reading, version 1"
    assert set(titles) == {"conversation", "reading", "sign", "trigger", "words"}


def test_the_conversation_schema_requires_what_the_wire_form_requires():
    defined = schemas()["conversation"]["$defs"]
    assert set(defined["Conversation"]["required"]) >= {"id", "channel", "participants", "messages"}
    assert set(defined["Message"]["required"]) == {"id", "sender", "text"}
    assert defined["Message"]["additionalProperties"] is False
    json.dumps(defined)
