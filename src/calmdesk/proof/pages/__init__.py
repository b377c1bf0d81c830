"""The documentation page of a rule, written from its own file: terminal, web and docs show the same words."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.playbook import Boundary, Move, NextMove, Phrasing, Rule, Sign, TriggerRule
from calmdesk.proof.pages.boundary import boundary_lines
from calmdesk.proof.pages.move import move_lines
from calmdesk.proof.pages.next_move import next_move_lines
from calmdesk.proof.pages.phrasing import phrasing_lines
from calmdesk.proof.pages.sign import sign_lines

__all__ = ["page_of"]


def page_of(rule: Rule) -> str:
    """One rule as Markdown."""
    return "\n".join(_lines(rule)).rstrip() + "\n"


def _lines(rule: Rule) -> Iterator[str]:
    match rule:
        case Sign() | TriggerRule():
            return sign_lines(rule)
        case Phrasing():
            return phrasing_lines(rule)
        case Move():
            return move_lines(rule)
        case NextMove():
            return next_move_lines(rule)
        case Boundary():
            return boundary_lines(rule)
