"""What may be asked of the language model, and why its words may be refused."""

from __future__ import annotations

from enum import StrEnum


class Wanted(StrEnum):
    """A restatement of what the person told, or a calmer wording of the agent's draft."""

    RESTATEMENT = "restatement"
    CALMER = "calmer"


class Reason(StrEnum):
    """Why there are no words; the text says it to the agent."""

    EMPTY = "there were none"
    TOO_LONG = "they were too long"
    CUT_OFF = "they ended in the middle"
    TOOLS = "it wanted to use tools, and it has none"
    NOT_PLAIN = "they were not plain text"
    LINK = "they held a link or an address"
    CODED = "they held characters that look like a code"
    NUMBER = "they held a number that was not said"
    TIME = "they held a time that was not said"
    NAME = "they held a name that was not said"
    RISK = "they spoke of passwords, files or money, and nobody had"
    SECRET = "they gave out a password or a code"  # noqa: S105  no password
    PROMISE = "they held a promise"
    SAFEGUARD = "they gave way on an approval or a check"
    FEELING = "they said how the person feels"
    TELLS = "they told the person what to do, or spoke for the desk"
    ECHO = "they repeated the person's own words"
    ELSEWHERE = "they were about something else"
    UNCHANGED = "they changed nothing"
    LANGUAGE = "they did not seem to be English"
    WORDING = "the draft check found words to look at again"


class Refused(Exception):
    """The language model's words are not shown. The text is one sentence that holds none of them."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(f"The language model's words did not pass our checks: {reason.value}.")


class NoAnswer(Exception):
    """The server said nothing that could be checked. The text is one sentence that holds nothing of it."""

    def __init__(self, why: str) -> None:
        super().__init__(f"The language model gave no usable answer: {why}.")


class NothingToAsk(Exception):
    """The language model was not asked. The text says why, in one sentence."""
