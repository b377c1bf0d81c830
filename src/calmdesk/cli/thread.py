"""A reading for people: the thread, the signs in place, the tension line, the first shift and why."""

from __future__ import annotations

from collections import defaultdict

from msgspec import UNSET
from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from calmdesk.cli.printing import without_trailing_spaces
from calmdesk.conversation import Conversation, Finding, Message, Stage, Stance
from calmdesk.reading import MessageReading, Reading

_BLOCKS = "▁▂▃▄▅▆▇█"
_STYLE = {Stage.EARLY: "underline", Stage.RISING: "underline bold yellow", Stage.CONDUCT: "bold reverse red"}
_STAGE_WORD = {Stage.EARLY: "early sign", Stage.RISING: "rising", Stage.CONDUCT: "conduct"}
_STANCE_WORD = {
    Stance.UPSET: ("upset about the issue", "yellow"),
    Stance.HOSTILE: ("hostile to a person", "bold red"),
}


def print_thread(conversation: Conversation, reading: Reading, *, name: str = "", width: int | None = None) -> None:
    """Print one conversation with its reading; colour is left out where the output is no terminal."""
    console = Console(width=width, highlight=False, soft_wrap=False)
    with without_trailing_spaces(console):
        _print(console, conversation, reading, name)


def _print(console: Console, conversation: Conversation, reading: Reading, name: str) -> None:
    _heading(console, conversation, reading, name)
    notes: dict[str, list[Finding]] = defaultdict(list)
    for finding in reading.findings:
        notes[finding.message].append(finding)
    for message, said in zip(conversation.messages, reading.messages, strict=True):
        _message(console, conversation, message, said, notes[message.id], reading)
    _not_read(console, reading)


def _heading(console: Console, conversation: Conversation, reading: Reading, name: str) -> None:
    title = conversation.subject or name or conversation.id
    console.print(Rule(Text(f"{title}  ·  {conversation.channel.value}", style="bold"), align="left"))
    if reading.messages:
        console.print(Text("tension  ").append_text(_line(reading)))
    console.print(_first_shift(conversation, reading))
    for trigger in reading.triggers or ():
        console.print(Text(f"trigger  {trigger.kind}: “{trigger.quote}” ({trigger.message})"))
    for person in conversation.participants:
        if person.role_evidence:
            console.print(
                Text(f"{person.name or person.id} read as {person.role.value}: {person.role_evidence}", style="dim")
            )
    console.print()


def _line(reading: Reading) -> Text:
    first = reading.first_shift.message if reading.first_shift else None
    line = Text()
    for said in reading.messages:
        level = said.tension if isinstance(said.tension, float) else 0.0
        block = _BLOCKS[min(len(_BLOCKS) - 1, int(level * len(_BLOCKS)))]
        style = "bold red" if level >= 0.7 else "yellow" if level >= 0.3 else "green"
        line.append("◆" if said.id == first else "", style="bold magenta").append(block, style=style)
    return line.append("   ◆ first shift", style="dim") if first else line


def _first_shift(conversation: Conversation, reading: Reading) -> Text:
    shift = reading.first_shift
    if shift is UNSET:
        why = next((note.why for note in reading.not_read if note.part.startswith("first shift")), "")
        return Text(f"Not judged: {why}.", style="dim")
    if not shift:
        return Text("No shift in tone was found.", style="green")
    place = conversation.index(shift.message) + 1
    text = Text("first shift  ", style="bold magenta")
    text.append(f"message {place} of {len(conversation.messages)} ({shift.message}): {'; '.join(shift.reasons)}")
    if reading.loudest and reading.loudest != shift.message:
        text.append(
            f"\nloudest moment  message {conversation.index(reading.loudest) + 1} ({reading.loudest})", style="dim"
        )
    return text


def _message(
    console: Console,
    conversation: Conversation,
    message: Message,
    said: MessageReading,
    findings: list[Finding],
    reading: Reading,
) -> None:
    person = conversation.participant(message.sender)
    head = Text(f"{message.id}  ", style="dim").append(person.name or person.id, style="bold")
    head.append(f"  {person.role.value}", style="dim")
    if message.sent_at is not None:
        head.append(f"  {message.sent_at:%Y-%m-%d %H:%M}", style="dim")
    elif message.start_s is not None:
        head.append(f"  {int(message.start_s // 60)}:{int(message.start_s % 60):02}", style="dim")
    if said.stance in _STANCE_WORD:
        word, style = _STANCE_WORD[said.stance]
        head.append(f"  [{word}]", style=style)
    if any(shift.message == message.id for shift in reading.first_shifts or ()):
        head.append("  ◆ first shift", style="bold magenta")
    if reading.loudest == message.id:
        head.append("  ▲ loudest moment", style="dim")
    console.print(head)
    text = Text(_printable(message.text))
    for finding in findings:
        text.stylize(_STYLE[finding.stage], finding.start, finding.end)
    console.print(Padding(text, (0, 0, 0, 4)))
    for finding in findings:
        note = Text(f"{_STAGE_WORD[finding.stage]}: {finding.reasons[0]}  ", style="italic")
        console.print(Padding(note.append(finding.rule, style="dim"), (0, 0, 0, 6)))
    console.print()


def _printable(text: str) -> str:
    """Control characters must not steer the terminal; each becomes one visible character, so that offsets hold."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if (ord(c) < 32 and c not in "\n\t") or 127 <= ord(c) < 160 else c for c in text
    )


def _not_read(console: Console, reading: Reading) -> None:
    for note in reading.not_read:
        if note.part.startswith(("message", "interruptions", "loudness")):
            console.print(Text(f"not judged: {note.part}: {note.why}", style="dim"))
