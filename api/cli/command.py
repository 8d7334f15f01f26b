"""Commands whose help speaks Dutch and English, and the options that all of them share."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Callable
from typing import Any, TypeVar

import click

from graph.texts import Lang

DEFAULT_STORE = "sqlite:///binckhorst.db"
BETWEEN_LANGUAGES = " ¦ "
_Function = TypeVar("_Function", bound=Callable[..., Any])


def language(args: list[str]) -> Lang:
    """The language that the arguments ask for; Dutch unless they say otherwise, never the machine's."""
    for place, arg in enumerate(args):
        if arg == "--lang=en" or (arg == "--lang" and args[place + 1 : place + 2] == ["en"]):
            return "en"
    return "nl"


def in_language(text: str | None, lang: Lang) -> str:
    """One half of a help text written as `Nederlands ¦ English`."""
    dutch, _, english = (text or "").partition(BETWEEN_LANGUAGES)
    return english if lang == "en" and english else dutch


class Bilingual(click.Command):
    """Help in one language at a time, with an example; `example` is what stands after `binck`."""

    def __init__(self, *args: Any, example: str = "", **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.example = example

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lang = language(sys.argv)
        help_, options = self.help, [p for p in self.params if isinstance(p, click.Option)]
        before = [option.help for option in options]
        self.help = in_language(help_, lang)
        for option in options:
            option.help = in_language(option.help, lang)
        try:
            super().format_help(ctx, formatter)
            if self.example:
                with formatter.section("Example" if lang == "en" else "Voorbeeld"):
                    formatter.write_text(f"binck {self.example}")
        finally:
            self.help = help_
            for option, text in zip(options, before, strict=True):
                option.help = text

    def get_short_help_str(self, limit: int = 100) -> str:
        return textwrap.shorten(in_language(self.help, language(sys.argv)), limit, placeholder=" …")


class Command(Bilingual):
    """A command of its own."""


def command(name: str, help_: str, example: str) -> Callable[[_Function], Command]:
    """A command with the shared options, which reach the function as `store`, `lang` and `as_json`."""

    def wrap(function: _Function) -> Command:
        return click.command(name, cls=Command, help=help_, example=example)(shared(function))

    return wrap


def shared(function: _Function) -> _Function:
    """The options of every command: which store, which language, and JSON instead of text."""
    for option in (
        click.option(
            "--json", "as_json", is_flag=True, help="Geef JSON in plaats van tekst. ¦ Give JSON instead of text."
        ),
        click.option(
            "--lang", type=click.Choice(["nl", "en"]), default="nl", help="Taal: nl of en. ¦ Language: nl or en."
        ),
        click.option(
            "--store",
            default=lambda: os.environ.get("BINCK_STORE") or DEFAULT_STORE,
            help="De opslag, anders BINCK_STORE, anders "
            f"{DEFAULT_STORE}. ¦ The store, else BINCK_STORE, else {DEFAULT_STORE}.",
        ),
    ):
        function = option(function)
    return function


def one_line(_: click.Context, option: click.Parameter, written: str) -> str:
    """What somebody typed as one line of clean text; blank is nothing. Raises `Refused` naming the option."""
    from graph.errors import Refused
    from graph.values import line

    if not written.strip():
        return ""
    try:
        return line(written)
    except Refused as error:
        raise Refused(f"--{option.name}: {error.message.nl}", f"--{option.name}: {error.message.en}") from error


def changing(function: _Function) -> _Function:
    """The option of commands that change something: who does it."""
    return click.option(
        "--by",
        default="",
        callback=one_line,
        help="Wie dit doet; anders uw gebruikersnaam. ¦ Who does this; else your user name.",
    )(function)
