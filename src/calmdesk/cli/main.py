"""`calmdesk`: one command for each thing a person does. Engines are loaded by the command that needs them."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from calmdesk import __version__
from calmdesk.cli import backtest, check, explain, playbook, read, replay, rules, schema, serve
from calmdesk.errors import CalmdeskError

EPILOG = """\b
Start here:
  calmdesk read chat.txt                  a conversation with its signs in place
  calmdesk check draft.txt                a reply before it is sent
  calmdesk rules                          everything the playbook holds
  calmdesk explain brings_up_last_time    one rule: why, when innocent, examples
  calmdesk backtest tickets.csv           your own past, before going live
  calmdesk serve --demo                   in the browser, with examples

\b
Exit codes: 0 done · 1 a finding that --fail-on asked about · 2 input that
cannot be read (one sentence says what and where). Nothing leaves this machine.
"""

app = typer.Typer(
    help="Reads support conversations and shows the first shift in tone, with the words that show it.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help starts twice as fast
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"calmdesk {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    del version


app.command("read")(read.read)
app.command("check")(check.check)
app.command("explain")(explain.explain)
app.command("rules")(rules.rules)
app.command("signs")(rules.signs)
app.command("replay")(replay.replay)
app.command("backtest")(backtest.backtest)
app.command("serve")(serve.serve)
app.command("schema")(schema.schema)
app.add_typer(playbook.app, name="playbook", help="Work on signs of your own.")


def main() -> None:
    """Run a command; what a person did wrong is one sentence and exit code 2, never a traceback."""
    try:
        app()
    except CalmdeskError as error:
        typer.echo(f"calmdesk: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.exit(0)
