"""Bytes or a path of any known format -> conversations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from calmdesk.conversation import Conversation
from calmdesk.errors import BadInput, LimitExceeded, NotRecognised
from calmdesk.readers import json_lines, mbox, slack
from calmdesk.readers.call_analytics import CallAnalytics
from calmdesk.readers.calmdesk_json import CalmdeskJson
from calmdesk.readers.folder_kinds import is_no_conversation
from calmdesk.readers.format import Desk, Format, Original
from calmdesk.readers.json_lines import JsonLines
from calmdesk.readers.mail import Eml
from calmdesk.readers.mbox import Mbox
from calmdesk.readers.plain import Plain
from calmdesk.readers.slack import Slack
from calmdesk.readers.srt import Srt
from calmdesk.readers.tabular import Tabular
from calmdesk.readers.teams import Teams
from calmdesk.readers.webvtt import WebVtt
from calmdesk.readers.whisper import Whisper

FORMATS: tuple[Format, ...] = (
    Slack(),
    Mbox(),
    WebVtt(),
    CallAnalytics(),
    Whisper(),
    Teams(),
    JsonLines(),
    CalmdeskJson(),
    Eml(),
    Srt(),
    Tabular(),
    Plain(),
)
"""Every known format, the most certain to recognise first."""

MAX_BYTES = 100_000_000
_HEAD = 65_536
_STREAMED: dict[str, Callable[[Path, Desk], Iterator[Conversation | BadInput]]] = {
    "mbox": mbox.read_path,
    "jsonl": json_lines.read_path,
}
_NO_DESK = Desk()


def read_bytes(
    data: bytes,
    *,
    name: str = "",
    desk: Desk = _NO_DESK,
    format: str | None = None,  # noqa: A002
) -> Iterator[Conversation | BadInput]:
    """Every conversation in these bytes; what cannot be read is a BadInput in its place.

    `format` names one where it is not to be recognised. Raises NotRecognised where no reader knows the bytes, and
    LimitExceeded where they are too many to look at.
    """
    original = Original(data, name).limited_to(MAX_BYTES)
    return _guarded(_chosen(original, format).read(original, desk))


def read_path(
    path: Path | str,
    *,
    desk: Desk = _NO_DESK,
    format: str | None = None,  # noqa: A002
    left_out: Callable[[Path], object] | None = None,
) -> Iterator[Conversation | BadInput]:
    """Every conversation in a file, or in all files below a folder in the order of their names.

    Mailboxes and JSON Lines are streamed, so they may be larger than memory. In a folder, a file that cannot be read
    is a BadInput that names it; hidden files are left out, and files that are no conversations by their kind, such as
    pictures: `left_out` hears of each of these.
    """
    path = Path(path)
    if not path.is_dir():
        return _file(path, desk, format)
    if format in (None, "slack") and slack.is_folder(path):
        return _guarded(slack.read_folder(path, desk))
    return _folder(path, desk, format, left_out or (lambda _: None))


def format_named(name: str) -> Format:
    """The format that a person means by this name."""
    for one in FORMATS:
        if one.name == name.strip().lower():
            return one
    names = ", ".join(one.name for one in FORMATS)
    raise NotRecognised(f"no format is called {name[:40]!r}; known are {names}", remedy="Use one of these.")


def _chosen(original: Original, name: str | None) -> Format:
    if name is not None:
        return format_named(name)
    if not original.data.strip(b"\xef\xbb\xbf\r\n\t \x00"):
        raise NotRecognised("it is empty", remedy="Give a file with a conversation in it.")
    for one in FORMATS:
        if one.recognises(original):
            return one
    titles = "; ".join(one.title for one in FORMATS)
    what = _what_it_is(original)
    raise NotRecognised(f"{what}; known are: {titles}", remedy="Export it as one of these, or say which of them it is.")


def _what_it_is(original: Original) -> str:
    if original.json is not None:
        return "JSON of a shape that is not known"
    if original.data.startswith(b"\x1f\x8b"):
        return "a compressed file (gzip)"
    if original.data.startswith(b"PK\x03\x04"):
        return "a zip file, but no Slack export"
    return "no known format"


def _file(path: Path, desk: Desk, format_name: str | None) -> Iterator[Conversation | BadInput]:
    with path.open("rb") as file:
        head = Original(file.read(_HEAD), path.name)
    streamed = _STREAMED.get(format_name) if format_name else _streamed(head)
    if streamed is not None:
        return _guarded(streamed(path, desk))
    if (size := path.stat().st_size) > MAX_BYTES:
        raise LimitExceeded(f"{size:,} bytes, {MAX_BYTES:,} are allowed", remedy="Split it into smaller files.")
    return read_bytes(path.read_bytes(), name=path.name, desk=desk, format=format_name)


def _streamed(head: Original) -> Callable[[Path, Desk], Iterator[Conversation | BadInput]] | None:
    for one in FORMATS:
        if one.name in _STREAMED and one.recognises(head):
            return _STREAMED[one.name]
    return None


def _folder(
    folder: Path, desk: Desk, format_name: str | None, left_out: Callable[[Path], object]
) -> Iterator[Conversation | BadInput]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if any(part.startswith(".") for part in inside.parts) or path.is_symlink() or not path.is_file():
            continue
        if is_no_conversation(inside, format_is_named=format_name is not None):
            left_out(path)
            continue
        try:
            for found in _file(path, desk, format_name):
                yield _placed(found, str(inside)) if isinstance(found, BadInput) else found
        except BadInput as problem:
            if isinstance(problem, NotRecognised) and path.suffix.lower() == ".zip":
                left_out(path)
            else:
                yield _placed(problem, str(inside))
        except OSError as error:
            yield BadInput(error.strerror or "cannot be opened", where=str(inside), remedy="Check the permissions.")


def _placed(problem: BadInput, file: str) -> BadInput:
    where = f"{file}, {problem.where}" if problem.where else file
    return type(problem)(problem.problem, where=where, remedy=problem.remedy)


def _guarded(found: Iterator[Conversation | BadInput]) -> Iterator[Conversation | BadInput]:
    """A reader that stumbles over bytes nobody thought of must not take the others with it."""
    answered = False
    try:
        for item in found:
            answered = True
            yield item
        if not answered:
            yield BadInput("no conversation in it", remedy="Export it again, with its messages.")
    except BadInput as problem:
        yield problem
    except (MemoryError, RecursionError):
        yield LimitExceeded("reading it takes more memory than is allowed", remedy="Split it into smaller files.")
    except OSError:
        raise
    except Exception as error:
        yield BadInput(
            f"the reader failed on it ({type(error).__name__})",
            remedy="Keep the file and report it; other files are not affected.",
        )
