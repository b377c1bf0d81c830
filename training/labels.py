"""Messages that were read one by one, each with its label, what was said before it, and its part."""

from __future__ import annotations

import csv
import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tools.shared_data import helpdesk_tickets, irc_conversations, label_rows, shared_folder

from training.parts import group_parts
from training.places import READ, WRITTEN

# Whole threads stand in one field.
_WIDEST_FIELD = 2**24
_SHORTEST_PIECE = 12
# Sources where somebody asks and somebody helps.
# Drawn because a first model thought them not calm: good lessons, no fair sample to judge or calibrate on.
DRAWN_HARD = ("reader_k", "reader_l", "reader_m")
SUPPORT = ("vcu", "cmu", "cmui", "hd", "tw", "irc")


class Said(NamedTuple):
    """Something said before the message: by whom (`requester`, `helper` or `other`) and the words."""

    role: str
    text: str


class Example(NamedTuple):
    """`label` holds what the guide names (stance, conduct, signs, intensity; moves, faults, calm_score)."""

    key: str
    source: str
    part: str
    group: str
    role: str
    text: str
    before: tuple[Said, ...]
    label: Mapping[str, Any]
    read_by: str


def read_examples() -> list[Example]:
    """Every read message once, the earlier reading first where two readers had it."""
    texts = _Texts()
    rows = [(row, "first") for row in label_rows()]
    rows += [(row, path.stem) for path in sorted(READ.glob("*.jsonl")) for row in _lines(path)]
    parts = group_parts((texts.group(row), row.get("thread") or row["id"]) for row, reader in rows if reader == "first")
    found: dict[str, Example] = {}
    for row, reader in rows:
        key = row["key"]
        if key in found or row["role"] == "skip":
            continue
        group = texts.group(row)
        text = row["text"] if reader == "first" else texts.text(key)
        found[key] = Example(
            key=key,
            source=row["source"],
            part=parts.get(group) or group_parts([(group, group)])[group],
            group=group,
            role=row["role"],
            text=text,
            before=(),
            label=row,
            read_by=reader,
        )
    roles = {key: example.role for key, example in found.items()}
    return [example._replace(before=texts.before(example, roles)) for example in found.values()]


def is_judged(example: Example) -> bool:
    """Whether this message has a stance that figures may be made of."""
    return "stance" in example.label and example.role != "helper" and example.read_by not in DRAWN_HARD


def read_threads(least: int) -> list[list[Example]]:
    """Whole threads of read messages in their order, `least` messages or more."""
    texts = _Texts()
    examples = {example.key: example for example in read_examples()}
    threads: dict[str, list[Example]] = defaultdict(list)
    for key in texts.in_order():
        if key in examples:
            threads[examples[key].group].append(examples[key])
    return [thread for thread in threads.values() if len(thread) >= least]


def written_examples() -> list[Example]:
    """Messages written for training because no source has them; never judged on."""
    found = []
    for path in sorted(WRITTEN.glob("*.jsonl")):
        for number, row in enumerate(_lines(path), start=1):
            said = tuple(Said(*_speaker(line)) for line in row.get("context", ()))
            key = f"written:{path.stem}:{number}"
            role = row.get("role", "requester")
            found.append(Example(key, "written", "train", key, role, row["text"], said, row, "written"))
    return found


def _speaker(line: str) -> tuple[str, str]:
    who, _, words = line.partition(": ")
    return ("helper" if who == "agent" else "requester"), words


def _lines(path: Any) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _rows(lines: Iterable[str]) -> Iterator[dict[str, str]]:
    """The rows of a table with wide fields; the limit that guards other tables is put back."""
    before = csv.field_size_limit(_WIDEST_FIELD)
    try:
        yield from csv.DictReader(lines)
    finally:
        csv.field_size_limit(before)


def _time(issue: str, comment: str) -> tuple[bool, int]:
    return comment != issue, int(comment.removeprefix("vcu:"))


class _Texts:
    """Finds the words of a key, its real thread, and what was said before it, in the shared sources."""

    def __init__(self) -> None:
        self._threads: dict[str, Sequence[str]] = {}
        self._words: dict[str, str] = {}
        self._roles: dict[str, str] = {}
        self._group: dict[str, str] = {}
        self._pieces: dict[str, Sequence[str]] = {}
        by_issue: dict[str, list[str]] = defaultdict(list)
        path = shared_folder() / "data" / "vcu_incivility" / "annotated_comment_level.csv.gz"
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            for row in _rows(lines):
                key = f"vcu:{row['comment_id']}"
                by_issue[f"vcu:{row['issue_id']}"].append(key)
                self._words[key] = row["comment_body"]
        # The issue itself opens the thread; the numbers of comments grow with time.
        self._take({issue: sorted(keys, key=lambda key: _time(issue, key)) for issue, keys in by_issue.items()})
        path = shared_folder() / "data" / "cmu_strudel_toxicity" / "train_comments.csv.gz"
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            for row in _rows(lines):
                key = f"cmu:{row['_id']}"
                self._words[key], self._group[key] = row["text"], key.rsplit("/", 1)[0]
        for name in ("train_issues", "labeled_test_issues"):
            path = shared_folder() / "data" / "cmu_strudel_toxicity" / f"{name}.csv.gz"
            with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
                for row in _rows(lines):
                    self._take_pieces(f"cmu:{row['_id']}", row["total_text"])
        chats: dict[str, list[str]] = defaultdict(list)
        for name, conversations in (("hd", helpdesk_tickets()), ("irc", irc_conversations(5))):
            for conversation in conversations:
                thread = f"{name}:{str(conversation.id).split('.')[0] if name == 'hd' else conversation.id}"
                for message in conversation.messages:
                    key = f"{thread}:{message.id.split('.')[0]}"
                    chats[thread].append(key)
                    self._words[key] = message.text
                    self._roles[key] = "requester" if conversation.role_of(message) == "requester" else "helper"
        self._take(chats)
        # The Twitter conversations are read whole, in order.
        talks: dict[str, list[str]] = defaultdict(list)
        for row in label_rows():
            if row["source"] == "tw" and row.get("thread"):
                talks[row["thread"]].append(row["key"])
                self._words[row["key"]], self._roles[row["key"]] = row["text"], row["role"]
        self._take(talks)

    def _take(self, threads: Mapping[str, Sequence[str]]) -> None:
        for thread, keys in threads.items():
            self._threads[thread] = keys
            self._group.update(dict.fromkeys(keys, thread))

    def _take_pieces(self, group: str, joined: str) -> None:
        """A thread joined without names: two spaces stand between its comments."""
        keys: list[str] = []
        at = 0
        for piece in joined.split("  "):
            if len(piece.strip()) >= _SHORTEST_PIECE:
                keys.append(f"cmui:{group.removeprefix('cmu:')}@{at}")
                self._words[keys[-1]] = piece.strip()
                self._group[keys[-1]] = group
            at += len(piece) + 2
        self._pieces.update((key, keys) for key in keys)

    def group(self, row: Mapping[str, Any]) -> str:
        return self._group.get(row["key"]) or row.get("thread") or row["key"]

    def in_order(self) -> Iterator[str]:
        """Every key of a thread, thread by thread; joined threads where no comment of theirs stands alone."""
        for keys in self._threads.values():
            yield from keys
        yield from self._pieces

    def text(self, key: str) -> str:
        return self._words[key]

    def before(self, example: Example, roles: Mapping[str, str]) -> tuple[Said, ...]:
        keys = self._pieces.get(example.key) or self._threads.get(example.group, ())
        if example.key not in keys:
            return ()
        earlier = keys[: keys.index(example.key)][-8:]
        return tuple(Said(roles.get(key) or self._roles.get(key, "other"), self._words[key]) for key in earlier)
