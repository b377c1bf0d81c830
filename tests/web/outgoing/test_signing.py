import json
from pathlib import Path

from calmdesk.web.environment.webhook import webhook_key
from calmdesk.web.outgoing.signing import signed_headers


def test_it_signs_as_the_published_example_does(shared: Path) -> None:
    vectors = json.loads((shared / "corpora/fixtures/signatures/vectors.json").read_text("utf-8"))
    known = vectors["standard_webhooks"]
    made = signed_headers(
        known["body"].encode(),
        key=webhook_key(known["secret"]),
        message_id=known["headers"]["webhook-id"],
        timestamp=int(known["headers"]["webhook-timestamp"]),
    )
    assert made == known["headers"]


def test_another_body_or_time_is_another_signature() -> None:
    def sign(body: bytes = b"{}", timestamp: int = 1) -> str:
        return signed_headers(body, key=b"k" * 24, message_id="m", timestamp=timestamp)["webhook-signature"]

    assert len({sign(), sign(b"{ }"), sign(timestamp=2)}) == 3
