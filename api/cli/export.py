"""`binck export`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from api.cli.command import command
from api.cli.output import print_json, say
from api.opening import open_desk
from graph.errors import Refused
from graph.jsontext import dumps
from graph.local import write_whole
from graph.texts import Lang, Text, counted

_JSON_ENDING = ".json"
_COUNTS = (
    ("entities", Text("ding", "entity"), Text("dingen", "entities")),
    ("ties", Text("band", "tie"), Text("banden", "ties")),
    ("sources", Text("bron", "source"), Text("bronnen", "sources")),
)


@command(
    "export",
    "Schrijf de hele graaf naar een bestand, of naar de uitvoer met -. Contactgegevens alleen met --personal."
    " ¦ Write the whole graph to a file, or to the output with -. Contact details only with --personal.",
    "export netwerk.json",
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--personal", is_flag=True, help="Ook contactgegevens. ¦ Contact details too.")
def export_command(file: Path, personal: bool, store: str, lang: Lang, as_json: bool) -> None:
    if str(file) != "-" and file.suffix != _JSON_ENDING:
        raise Refused(f"{file}: ik schrijf {_JSON_ENDING}", f"{file}: what can be written is {_JSON_ENDING}")
    graph = open_desk(store).export(personal=personal)
    text = dumps(graph, indent=True) + b"\n"
    if str(file) == "-":
        sys.stdout.buffer.write(text)
        return
    write_whole(file, text)
    counts = {key: len(graph[key]) for key in ("sources", "entities", "ties")}  # type: ignore[arg-type]
    if as_json:
        print_json({"file": str(file), "version": graph["version"], **counts})
    else:
        say(f"{file}: {', '.join(counted(counts[key], one, many, lang) for key, one, many in _COUNTS)}")
