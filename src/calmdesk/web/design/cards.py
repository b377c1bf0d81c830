"""The card beside the thread that explains one sign: what was seen, why it matters, when it is harmless."""

from __future__ import annotations

import msgspec

from calmdesk.conversation import Conversation, Finding
from calmdesk.playbook import Playbook
from calmdesk.web.design import words
from calmdesk.web.design.anchors import sign_key
from calmdesk.web.design.tone import Tone, is_conduct, tone_of


class SignCard(msgspec.Struct, frozen=True):
    """One finding with its rule. `in_playbook` is false where the rule has since left the playbook."""

    key: str
    rule: str
    title: str
    tone: Tone
    stage: str
    stage_word: str
    conduct: bool
    conduct_word: str
    practice: str
    place: int
    quote: str
    reasons: tuple[str, ...]
    why: str
    innocent: tuple[str, ...]
    helps: str
    in_playbook: bool

    @property
    def tone_word(self) -> str:
        return self.tone.word


def card_of(conversation: Conversation, finding: Finding, playbook: Playbook) -> SignCard:
    """The card of one finding."""
    sign = playbook.signs.get(finding.rule)
    return SignCard(
        key=sign_key(conversation, finding),
        rule=finding.rule,
        title=sign.title if sign else finding.rule.replace("_", " ").capitalize(),
        tone=tone_of(finding, playbook),
        stage=finding.stage.value,
        stage_word=words.STAGE[finding.stage],
        conduct=is_conduct(finding, playbook),
        conduct_word=words.CONDUCT[sign.conduct] if sign else "",
        practice=finding.practice,
        place=conversation.index(finding.message) + 1,
        quote=finding.quote,
        reasons=tuple(words.sentence(reason) for reason in finding.reasons),
        why=sign.why_it_matters.strip() if sign else "",
        innocent=tuple(words.sentence(text) for text in sign.often_innocent_when) if sign else (),
        helps=sign.what_helps.strip() if sign else "",
        in_playbook=sign is not None,
    )
