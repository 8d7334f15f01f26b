"""`binck copy`."""

from __future__ import annotations

import click

from api.cli.command import command
from api.cli.output import print_json, progress_bar, say
from api.opening import open_desk
from graph.copying import copy_store
from graph.texts import Lang, Text, counted

_COUNTS = (
    ("changes", Text("wijziging", "change"), Text("wijzigingen", "changes")),
    ("statements", Text("uitspraak", "statement"), Text("uitspraken", "statements")),
    ("judgements", Text("oordeel", "judgement"), Text("oordelen", "judgements")),
)


@command(
    "copy",
    "Kopieer een hele opslag, met zijn geschiedenis, naar een lege. Afgebroken? Begin gewoon opnieuw."
    " ¦ Copy a whole store, with its history, into an empty one. Cut off? Simply begin again.",
    "copy sqlite:///binckhorst.db neo4j://127.0.0.1:7687",
)
@click.argument("from_", metavar="FROM")
@click.argument("to", metavar="TO")
def copy_command(from_: str, to: str, store: str, lang: Lang, as_json: bool) -> None:
    source, target = open_desk(from_).store, open_desk(to).store
    with progress_bar(lang, Text("Kopiëren", "Copying")) as progress:
        copied = copy_store(source, target, progress)
    counts = {key: getattr(copied, key) for key, _, _ in _COUNTS}
    if as_json:
        print_json({"from": source.url, "to": target.url, **counts})
    elif copied.changes == 0:
        say(f"{source.url} {'is leeg; er is niets gekopieerd' if lang == 'nl' else 'is empty; nothing was copied'}.")
    else:
        said = ", ".join(counted(counts[key], one, many, lang) for key, one, many in _COUNTS)
        click.echo(f"{source.url} → {target.url}: {said}")
