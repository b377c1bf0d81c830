"""`calmdesk serve`: start the web application."""

from __future__ import annotations

from typing import Annotated

import typer

from calmdesk.errors import MissingExtra


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.", envvar="PORT", min=1, max=65535)] = 8765,
    demo: Annotated[bool, typer.Option("--demo", help="Add example conversations and demo sign-ins.")] = False,
) -> None:
    """Start calmdesk in the browser. Data lies in ./var unless CALMDESK_DATA says otherwise."""
    try:
        from calmdesk.web import serve as web
    except ImportError as error:
        if (error.name or "").startswith("calmdesk"):
            raise
        raise MissingExtra("The web application", "web") from None
    raise typer.Exit(web.main(host=host, port=port, demo=demo))
