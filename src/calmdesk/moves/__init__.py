"""What an agent's words do, sent or drafted (P-3.2)."""

from calmdesk.moves.find import MoveEngine, MoveSeen, move_engine_for
from calmdesk.moves.own_text import own_text
from calmdesk.moves.questions import asked_in
from calmdesk.moves.restating import overlap, telling_words

__all__ = ["MoveEngine", "MoveSeen", "asked_in", "move_engine_for", "overlap", "own_text", "telling_words"]
