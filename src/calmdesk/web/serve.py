"""Starts the web application: settings, migrations, the demo desk, the server."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import os
import socket
import sys
import threading
from typing import Any

from calmdesk.errors import BadSetting, CalmdeskError, MissingExtra


def main(host: str = "127.0.0.1", port: int = 8765, demo: bool = False) -> int:
    """Serve until stopped; returns the exit code. Anything wrong with a setting is one sentence on standard error."""
    _few_arenas()
    try:
        listening = _bind(host, port)
        if demo:
            os.environ["CALMDESK_DEMO"] = "yes"
        application = prepare()
    except CalmdeskError as problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    _greet(host, listening.getsockname()[1])
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(application, listening))
    return 0


def prepare() -> Any:
    """Everything that must be done before the first request: the application, ready to serve."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "calmdesk.web.config.settings")
    try:
        import django
        from django.conf import settings
    except ImportError:
        raise MissingExtra("The web application", "web") from None
    from calmdesk.web.config.logs import set_up_logging

    set_up_logging()
    django.setup()
    from calmdesk.web.config.asgi import application
    from calmdesk.web.intake import services as intake
    from calmdesk.web.readings import playbook

    _migrate()
    playbook()
    if settings.CALMDESK.demo:
        from calmdesk.web.demo.seed import seed

        seed()
    intake.finish_what_a_crash_left()
    threading.Thread(target=_warm_up, name="warm-up", daemon=True).start()
    return application


def _warm_up() -> None:
    """What the first visitor would wait for, made ready while nobody is here yet."""
    from calmdesk.web.intake import services as intake
    from calmdesk.web.readings.services import warm_up

    warm_up()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)  # what loading took and no longer needs
    intake.parser().start()


def _few_arenas() -> None:
    """Let all threads share two heaps: each request has a thread, and glibc would give each of many a heap of its own,
    which measured 90 MB more after a large mailbox. Elsewhere than on Linux this does nothing.
    """
    arena_max = -8
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(arena_max, 2)


def _migrate() -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor
    from django.db.utils import OperationalError

    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", interactive=False, verbosity=0)
    except OperationalError as error:
        raise BadSetting(
            f"The database cannot be opened ({type(error).__name__}). "
            "Check CALMDESK_DATABASE_URL, and that the data folder may be written to."
        ) from None
    finally:
        connection.close()


async def _serve(application: Any, listening: socket.socket) -> None:
    import uvicorn
    from django.db import connection

    from calmdesk.web.live.apps import broadcaster
    from calmdesk.web.live.postgres import listen

    config = uvicorn.Config(
        application,
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        # Open event streams never end by themselves.
        timeout_graceful_shutdown=1,
    )
    listener = None
    if connection.vendor == "postgresql":
        listener = asyncio.create_task(listen(broadcaster()))
    await uvicorn.Server(config).serve(sockets=[listening])
    if listener is not None:
        listener.cancel()


def _bind(host: str, port: int) -> socket.socket:
    """Take the port before anything else, so that a second start says so at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except (OSError, OverflowError):
        raise BadSetting(
            f"Port {port} on {host} is taken or not allowed. Choose another, for example: make run PORT={port + 1}"
        ) from None
    return listening


def _greet(host: str, port: int) -> None:
    from django.conf import settings

    shown = "localhost" if host in ("127.0.0.1", "::1") else host
    lines = [f"calmdesk is at http://{shown}:{port}/   (stop it with Ctrl-C)"]
    if settings.CALMDESK.demo:
        from calmdesk.web.demo.people import PEOPLE
        from calmdesk.web.demo.seed import demo_password

        lines += ["", f"Demo sign-in: dora, password {demo_password()}", "The same password opens:"]
        lines += [f"  {person.username:<7} {person.role.label}" for person in PEOPLE]
        lines += ["", f"API token for trying it: in {settings.CALMDESK.data / 'demo-token'}"]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def _command_line() -> int:
    """`python -m calmdesk.web.serve [--host HOST] [--port PORT] [--demo]`, for where the command is not installed."""
    import argparse

    parser = argparse.ArgumentParser(prog="calmdesk serve")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--demo", action="store_true")
    chosen = parser.parse_args()
    return main(chosen.host, chosen.port, chosen.demo)


if __name__ == "__main__":
    raise SystemExit(_command_line())
