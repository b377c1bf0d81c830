"""Folders of TOML files become one playbook; a later folder adds files or replaces files of the same name."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from calmdesk.errors import BadPlaybook
from calmdesk.playbook.book import Playbook
from calmdesk.playbook.kinds import Document, Kind, Sign, TriggerRule, WordList
from calmdesk.playbook.phrasing import Move, Phrasing
from calmdesk.playbook.plain_words import in_plain_words
from calmdesk.playbook.problems import problems_of
from calmdesk.playbook.wording import Boundary, NextMove

T = TypeVar("T", Sign, TriggerRule, WordList, Phrasing, Move, NextMove, Boundary)
_KINDS: tuple[Kind, ...] = ("signs", "triggers", "words", "phrasing", "moves", "next_moves", "boundaries")


def builtin_folder() -> Path:
    """Where the English playbook that comes with calmdesk lies."""
    return Path(str(files("calmdesk.playbook"))) / "en"


def load_playbook(*folders: Path | str) -> Playbook:
    """The playbook that comes with calmdesk, then each folder on top; all problems are raised at once."""
    problems: list[str] = []
    signs: dict[str, Sign] = {}
    triggers: dict[str, TriggerRule] = {}
    words: dict[str, WordList] = {}
    phrasing: dict[str, Phrasing] = {}
    moves: dict[str, Move] = {}
    next_moves: dict[str, NextMove] = {}
    boundaries: dict[str, Boundary] = {}
    documents: dict[str, Document] = {}
    folder_of: dict[tuple[Kind, str], Path] = {}
    for folder in (builtin_folder(), *map(Path, folders)):
        if not folder.is_dir():
            problems.append(f"{folder}: not a folder. Give the folder that holds signs/, words/ or triggers/.")
            continue
        signs |= _read_kind(folder / "signs", Sign, problems)
        triggers |= _read_kind(folder / "triggers", TriggerRule, problems)
        words |= _read_kind(folder / "words", WordList, problems)
        phrasing |= _read_kind(folder / "phrasing", Phrasing, problems)
        moves |= _read_kind(folder / "moves", Move, problems)
        next_moves |= _read_kind(folder / "next_moves", NextMove, problems)
        boundaries |= _read_kind(folder / "boundaries", Boundary, problems)
        documents |= _read_documents(folder / "sources.toml", problems)
        for kind in _KINDS:
            folder_of |= {(kind, path.stem): folder for path in (folder / kind).glob("*.toml")}
    playbook = Playbook(
        signs=signs,
        triggers=triggers,
        words=words,
        documents=documents,
        phrasing=phrasing,
        moves=moves,
        next_moves=next_moves,
        boundaries=boundaries,
    )
    problems += problems_of(
        playbook,
        lambda kind, name: str(folder_of[kind, name] / kind / f"{name}.toml"),
    )
    if problems:
        raise BadPlaybook(problems)
    return playbook


def _read_kind(folder: Path, kind: type[T], problems: list[str]) -> dict[str, T]:
    found: dict[str, T] = {}
    for path in sorted(folder.glob("*.toml")):
        content = _read_toml(path, problems)
        if content is None:
            continue
        try:
            found[path.stem] = msgspec.structs.replace(msgspec.convert(content, kind), id=path.stem)
        except msgspec.ValidationError as error:
            problems.append(f"{path}: {in_plain_words(error, content, kind)}")
    return found


def _read_documents(path: Path, problems: list[str]) -> dict[str, Document]:
    content = (_read_toml(path, problems) if path.exists() else None) or {}
    found: dict[str, Document] = {}
    for name, value in content.items():
        try:
            found[name] = msgspec.convert(value, Document)
        except msgspec.ValidationError as error:
            problems.append(f"{path}: {name}: {in_plain_words(error, value, Document)}")
    return found


def _read_toml(path: Path, problems: list[str]) -> dict[str, Any] | None:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        what, _, where = str(error).rstrip(")").partition(" (at ")
        problems.append(
            f"{path}: {where}: not valid TOML ({what[:1].lower()}{what[1:]}). "
            "Texts stand in quotes, lists in square brackets, and each name once."
        )
        return None
    except UnicodeDecodeError as error:
        problems.append(f"{path}: byte {error.start + 1} is not UTF-8. Save the file as UTF-8.")
        return None
    except OSError as error:
        problems.append(f"{path}: {(error.strerror or 'it cannot be read').lower()}. Check the permissions.")
        return None
    if "id" in content:
        problems.append(f"{path}: found 'id'; the file name is the id. Remove the line.")
        return None
    return content
