from __future__ import annotations

from calmdesk.web.design.looks_for import looks_for
from tests.talk import builtin


def test_every_kind_of_detection_is_said_in_words() -> None:
    kinds = {type(sign.detector): sign for sign in builtin().signs.values()}

    for kind, sign in kinds.items():
        assert len(looks_for(sign).sentences) > 1, kind
