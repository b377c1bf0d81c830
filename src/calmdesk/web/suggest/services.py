"""One suggestion: what is asked, the words that come back, and whether they may be shown. Nothing of it is kept."""

from __future__ import annotations

from calmdesk.web.environment.language_model import LanguageModel
from calmdesk.web.readings import playbook
from calmdesk.web.readings.drafts import situation_in
from calmdesk.web.store.records import Record
from calmdesk.web.suggest.checks import Asked, passed
from calmdesk.web.suggest.prompts import calmer_wording_of, restatement_of
from calmdesk.web.suggest.server import ask
from calmdesk.web.suggest.values import Wanted


def suggestion(wanted: Wanted, record: Record, draft: str, server: LanguageModel) -> str:
    """Words that passed every check; raises `Refused`, `NoAnswer` or `NothingToAsk`, each one sentence."""
    if wanted is Wanted.RESTATEMENT:
        question = restatement_of(record.conversation, server.model)
    else:
        question = calmer_wording_of(draft, server.model)
    answer = ask(server, question.body)
    return passed(answer, Asked(wanted, question.sources, situation_in(record), playbook()))
