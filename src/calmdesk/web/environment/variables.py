"""Settings from the environment, read once and strictly: nonsense stops the start with one sentence per mistake."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from calmdesk.errors import BadSetting
from calmdesk.promises import Hours
from calmdesk.web.environment.database import Database, database_from_url
from calmdesk.web.environment.hours import holidays_from, hours_from
from calmdesk.web.environment.language_model import LanguageModel, model_key, model_name, model_url
from calmdesk.web.environment.origins import panel_origins_from
from calmdesk.web.environment.webhook import Webhook, webhook_key, webhook_url

_Value = TypeVar("_Value")
_Given = TypeVar("_Given")


@dataclass(frozen=True, kw_only=True)
class Environment:
    """What an operator can set; every field is one variable, `CALMDESK_` and its name in capitals."""

    data: Path
    database_url: Database
    hosts: tuple[str, ...]
    origins: tuple[str, ...]
    panel_origins: tuple[str, ...]
    https: bool
    timezone: str
    playbook: tuple[Path, ...]
    desk_addresses: tuple[str, ...]
    desk_names: tuple[str, ...]
    leadership: tuple[str, ...]
    upload_mb: int
    free_disk_mb: int
    parse_seconds: int
    parse_memory_mb: int
    demo: bool
    model: bool
    hours: Hours
    llm_url: str
    llm_model: str
    llm_key: str = field(repr=False)
    llm_seconds: int
    webhook_url: str
    webhook_secret: bytes = field(repr=False)

    @property
    def webhook(self) -> Webhook | None:
        """Where replies go out to; None where agents copy them."""
        return Webhook(url=self.webhook_url, key=self.webhook_secret) if self.webhook_url else None

    @property
    def language_model(self) -> LanguageModel | None:
        """The desk's own language model; None where there is none, which is how calmdesk comes."""
        if not self.llm_url:
            return None
        return LanguageModel(url=self.llm_url, model=self.llm_model, key=self.llm_key, seconds=self.llm_seconds)


# Their values may hold a password, also where it was put by mistake.
_NOT_SHOWN = frozenset({"DATABASE_URL", "LLM_URL", "LLM_KEY", "WEBHOOK_URL", "WEBHOOK_SECRET"})


def read_environment(variables: Mapping[str, str]) -> Environment:
    """The settings in `variables`; raises one `BadSetting` that lists everything wrong with them."""
    problems: list[str] = []

    def read(name: str, default: str, reader: Callable[[str], _Value]) -> _Value:
        key = f"CALMDESK_{name}"
        try:
            return reader(variables.get(key, default).strip())
        except _Refused as refused:
            found = variables.get(key, default)
            shown = "a value that is not shown here" if name in _NOT_SHOWN else repr(found[:80])
            problems.append(f"{key} is {shown}; {refused}")
            return reader(default)

    data = read("DATA", "var", _folder)
    environment = Environment(
        data=data,
        database_url=read("DATABASE_URL", "", lambda text: _database(text, data)),
        hosts=read("HOSTS", "localhost,127.0.0.1,[::1]", _hosts),
        origins=read("ORIGINS", "", _origins),
        panel_origins=read("PANEL_ORIGINS", "", lambda text: _in_form(panel_origins_from)(_list(text))),
        https=read("HTTPS", "no", _switch),
        timezone=read("TIMEZONE", "UTC", _zone),
        playbook=read("PLAYBOOK", "", _existing_folders),
        desk_addresses=read("DESK_ADDRESSES", "", _list),
        desk_names=read("DESK_NAMES", "", _list),
        leadership=read("LEADERSHIP", "", _list),
        upload_mb=read("UPLOAD_MB", "25", _whole(1, 500)),
        free_disk_mb=read("FREE_DISK_MB", "500", _whole(0, 1_000_000)),
        parse_seconds=read("PARSE_SECONDS", "10", _whole(1, 600)),
        parse_memory_mb=read("PARSE_MEMORY_MB", "512", _whole(128, 16_384)),
        demo=read("DEMO", "no", _switch),
        model=read("MODEL", "yes", _switch),
        hours=msgspec.structs.replace(
            read("HOURS", "mon-fri 09:00-17:30", _in_form(hours_from)),
            holidays=read("HOLIDAYS", "", lambda text: _in_form(holidays_from)(_list(text))),
        ),
        llm_url=read("LLM_URL", "", _in_form(model_url)),
        llm_model=read("LLM_MODEL", "", _in_form(model_name)),
        llm_key=read("LLM_KEY", "", _in_form(model_key)),
        llm_seconds=read("LLM_SECONDS", "20", _whole(1, 60)),
        webhook_url=read("WEBHOOK_URL", "", _in_form(webhook_url)),
        webhook_secret=read("WEBHOOK_SECRET", "", _in_form(webhook_key)),
    )
    if environment.llm_url and not environment.llm_model:
        problems.append("CALMDESK_LLM_MODEL is not set; with CALMDESK_LLM_URL it must name a model. Set it.")
    if environment.webhook_url and not environment.webhook_secret:
        problems.append("CALMDESK_WEBHOOK_SECRET is not set; with CALMDESK_WEBHOOK_URL it must sign replies. Set it.")
    if problems:
        raise BadSetting("\n".join(problems))
    return environment


class _Refused(Exception):
    """The allowed values and the remedy, in words."""


def _folder(text: str) -> Path:
    path = Path(text).expanduser().absolute()
    if path.exists() and not path.is_dir():
        raise _Refused("it must be a folder, but that is a file. Name another folder or move the file.")
    return path


def _existing_folders(text: str) -> tuple[Path, ...]:
    folders = tuple(Path(part).expanduser().absolute() for part in _list(text))
    for folder in folders:
        if not folder.is_dir():
            raise _Refused("it must name folders that exist, separated by commas. Create it or correct it.")
    return folders


def _database(text: str, data: Path) -> Database:
    try:
        return database_from_url(text, data)
    except ValueError as error:
        raise _Refused(str(error)) from None


def _in_form(reader: Callable[[_Given], _Value]) -> Callable[[_Given], _Value]:
    """A reader whose ValueError says how the setting is written."""

    def read(given: _Given) -> _Value:
        try:
            return reader(given)
        except ValueError as error:
            raise _Refused(str(error)) from None

    return read


def _switch(text: str) -> bool:
    allowed = {"yes": True, "no": False, "true": True, "false": False, "1": True, "0": False}
    if text.lower() not in allowed:
        raise _Refused('it must be "yes" or "no". Set one of the two.')
    return allowed[text.lower()]


def _whole(lowest: int, highest: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and lowest <= int(text[:9]) <= highest):
            raise _Refused(f"it must be a whole number from {lowest} to {highest}. Set one.")
        return int(text)

    return read


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _hosts(text: str) -> tuple[str, ...]:
    hosts = _list(text)
    if not hosts:
        raise _Refused('it must name at least one host, such as "desk.example.org". Set it.')
    for host in hosts:
        if "/" in host or host == "*":
            raise _Refused('it must be host names separated by commas, without "http://" and without "*".')
    return hosts


def _origins(text: str) -> tuple[str, ...]:
    for origin in _list(text):
        if not origin.startswith(("https://", "http://")) or origin.count("/") != 2:
            raise _Refused('it must be addresses such as "https://desk.example.org", separated by commas.')
    return _list(text)


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise _Refused('it must be a time zone such as "Europe/Berlin". Correct it.') from None
    return text
