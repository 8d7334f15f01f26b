"""Commands that keep: `backup` and `restore`."""

from __future__ import annotations

from pathlib import Path

import click

from api.cli.command import command
from api.cli.output import print_json, say
from api.opening import open_desk
from graph.backup import Saved, back_up, restore
from graph.jsontext import Json
from graph.texts import Lang, Text, counted, number

_STATEMENTS = (Text("uitspraak", "statement"), Text("uitspraken", "statements"))


@command(
    "backup",
    "Bewaar de hele opslag, met zijn geschiedenis, in een bestand; anderen kunnen intussen doorwerken."
    " ¦ Keep the whole store, with its history, in a file; others can go on meanwhile.",
    "backup reserve.db",
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Vervang een bestand dat er al is. ¦ Replace a file that is there already.")
def backup_command(file: Path, force: bool, store: str, lang: Lang, as_json: bool) -> None:
    desk = open_desk(store)
    saved = back_up(desk.store, file, over=force)
    if as_json:
        print_json({**saved_json(saved), "store": desk.store.url})
    else:
        say(f"{'Kept in' if lang == 'en' else 'Bewaard in'} {_what(saved, lang)}")


@command(
    "restore",
    "Zet een reservekopie terug. Wat er in de opslag staat gaat alleen weg met --replace, en wordt eerst apart bewaard."
    " ¦ Put a backup back. What the store holds goes only with --replace, and is kept apart first.",
    "restore reserve.db",
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--replace",
    is_flag=True,
    help="Vervang wat er in de opslag staat. ¦ Replace what the store holds.",
)
def restore_command(file: Path, replace: bool, store: str, lang: Lang, as_json: bool) -> None:
    desk = open_desk(store, notify=lambda text: say(text.say(lang)))
    done = restore(desk.store, file, desk.words, replace=replace)
    if as_json:
        before = saved_json(done.before) if done.before else {"file": str(done.kept)} if done.kept else None
        print_json({**saved_json(done.now), "store": desk.store.url, "before": before})
        return
    en = lang == "en"
    say(f"{'Put back from' if en else 'Teruggezet uit'} {_what(done.now, lang)}")
    if done.kept:
        what = _what(done.before, lang) if done.before else f"{done.kept} {'(damaged)' if en else '(beschadigd)'}"
        say(f"{'What was there is kept in' if en else 'Wat er stond is bewaard in'} {what}")


def saved_json(saved: Saved) -> dict[str, Json]:
    """A file with what it holds."""
    return {
        "file": str(saved.file),
        "version": saved.version,
        "statements": saved.statements,
        "bytes": saved.size,
    }


def _what(saved: Saved, lang: Lang) -> str:
    size = number(saved.size / 1e6, lang, 1)
    statements = counted(saved.statements, *_STATEMENTS, lang)
    return f"{saved.file}: {'version' if lang == 'en' else 'versie'} {saved.version}, {statements}, {size} MB"
