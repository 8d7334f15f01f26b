"""All commands by name; each is loaded only when it is called."""

from __future__ import annotations

import importlib
import io
import os
import sys
from contextlib import suppress
from typing import cast

import click

from api.cli.command import Bilingual, language
from graph.errors import BinckError
from graph.texts import Lang

COMMANDS = {
    "load": "load",
    "template": "template",
    "status": "look",
    "find": "look",
    "show": "look",
    "ask": "ask",
    "check": "check",
    "verify": "check",
    "judge": "mend",
    "duplicates": "duplicates",
    "withdraw": "mend",
    "undo": "mend",
    "history": "look",
    "introduce": "introduce",
    "introduction": "introduction",
    "evaluate": "evaluate",
    "map": "map",
    "measure": "measure",
    "export": "export",
    "copy": "copy",
    "backup": "backup",
    "restore": "backup",
    "serve": "serve",
    "docs": "docs",
}
"""The module of each command, in the order of `binck --help`."""

HELP = (
    "Het netwerk van de Binckhorst: laden, vragen, verbeteren.\n\n"
    "Begin met binck load en dan binck ask. Elke opdracht kent --help, --json en --lang en."
    " ¦ The network of the Binckhorst: load, ask, mend.\n\n"
    "Begin with binck load, then binck ask. Each command knows --help, --json and --lang en."
)


class Commands(Bilingual, click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"api.cli.{COMMANDS[cmd_name]}")
        return cast(click.Command, getattr(module, f"{cmd_name}_command"))


@click.group(cls=Commands, help=HELP, context_settings={"max_content_width": 110})
@click.version_option(package_name="binck", message="%(version)s", help="Toon de versie. ¦ Show the version.")
@click.option("--lang", type=click.Choice(["nl", "en"]), default="nl", help="Taal: nl of en. ¦ Language: nl or en.")
@click.pass_context
def cli(ctx: click.Context, lang: Lang) -> None:
    ctx.default_map = {str(ctx.invoked_subcommand): {"lang": lang}}


def main() -> None:
    """Run `binck`: exit 0 when done, 1 when it could not be done, 2 when wrongly called."""
    lang = language(sys.argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        cli(prog_name="binck", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("Afgebroken." if lang == "nl" else "Stopped.", err=True)
        sys.exit(130)
    except BinckError as error:
        click.echo(f"{'Fout' if lang == 'nl' else 'Error'}: {error.say(lang)}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        _let_go_of_output()
        sys.exit(141)
    except OSError as error:
        what = error.filename or ("de uitvoer" if lang == "nl" else "the output")
        cannot = "is niet te gebruiken" if lang == "nl" else "cannot be used"
        with suppress(OSError):
            click.echo(f"{'Fout' if lang == 'nl' else 'Error'}: {what} {cannot}: {error.strerror or error}", err=True)
        _let_go_of_output()
        sys.exit(1)


def _let_go_of_output() -> None:
    """What could not be written is not tried again when the process ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            os.dup2(nowhere, stream.fileno())
