"""
The errors calmdesk raises on purpose.

CalmdeskError                what a person did or gave cannot be used; str() is one clear sentence
├── BadInput                 a conversation that cannot be read: where, found, allowed, remedy
│   ├── NotRecognised        no reader knows this format
│   └── LimitExceeded        too large, too deep or too slow to be read safely
├── BadPlaybook              content problems, all of them at once
├── BadSetting               a setting that makes no sense, found at start
└── MissingExtra             an optional part is not installed; names the command that installs it
"""

from __future__ import annotations

from collections.abc import Sequence


class CalmdeskError(Exception):
    """What a person did or gave cannot be used; the text is for that person."""


class BadInput(CalmdeskError):
    """
    Input that cannot be read.

    `problem` says what is wrong and what is allowed, `where` the place inside the input ("line 4", "$.messages[0]"),
    `remedy` what to do about it. None of them ever holds message text.
    """

    def __init__(self, problem: str, *, where: str = "", remedy: str = "") -> None:
        self.problem = problem
        self.where = where
        self.remedy = remedy
        super().__init__(self.sentence())

    def sentence(self, source: str = "") -> str:
        """One line, `source, where: problem. Remedy.`, for a person."""
        place = ", ".join(part for part in (source, self.where) if part)
        text = f"{place}: {self.problem}" if place else self.problem
        return f"{text.rstrip('.')}. {self.remedy}".strip() if self.remedy else text


class NotRecognised(BadInput):
    """No reader knows this format."""


class LimitExceeded(BadInput):
    """Too large, too deep or too slow to be read safely."""


class BadPlaybook(CalmdeskError):
    """Everything that is wrong with a playbook folder, gathered before speaking once."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        super().__init__(f"{count} problem{'s' if count != 1 else ''} in the playbook:\n" + "\n".join(self.problems))


class BadSetting(CalmdeskError):
    """A setting that makes no sense, found at start."""


class MissingExtra(CalmdeskError):
    """An optional part is not installed."""

    def __init__(self, part: str, extra: str) -> None:
        super().__init__(f"{part} needs packages that are not installed. Run: pip install 'calmdesk[{extra}]'")
