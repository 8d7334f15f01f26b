"""`binck template`: a sheet to fill in about one kind."""

from __future__ import annotations

from pathlib import Path

import click

from api.cli.command import command
from api.cli.output import print_json, print_table, say
from api.opening import open_words
from graph.errors import Refused
from graph.local import write_whole
from graph.texts import Lang
from graph.words import Words
from ingest.template import (
    choices_of,
    kind_named,
    meaning,
    template_columns,
    template_csv,
    template_xlsx,
    writing,
)


@command(
    "template",
    "Geef de koppen van een blad over één soort, om in te vullen en te laden; zonder soort de lijst van soorten."
    " ¦ Give the headings of a sheet about one kind, to fill in and load; without a kind the list of kinds.",
    "template persoon > mensen.csv",
)
@click.argument("kind", required=False, metavar="[KIND]")
@click.option(
    "--xlsx",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Schrijf een spreadsheet met keuzelijsten en uitleg. ¦ Write a spreadsheet with choices and explanation.",
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Alle kolommen die load begrijpt. ¦ All columns that load understands.",
)
def template_command(
    kind: str | None, file: Path | None, everything: bool, store: str, lang: Lang, as_json: bool
) -> None:
    words = open_words()
    if kind is None:
        _list(words, lang, as_json)
        return
    name = kind_named(kind, words)
    if file is not None:
        _write(file, name, words, lang, everything)
    if as_json:
        columns = template_columns(name, words, everything=everything)
        print_json(
            {
                "kind": name,
                "file": str(file) if file else None,
                "columns": [
                    {
                        "heading": column.heading.say(lang),
                        "what": meaning(column, words).say(lang),
                        "how": writing(column, words).say(lang),
                        "choices": choices_of(column, words, lang),
                    }
                    for column in columns
                ],
            }
        )
    elif file is None:
        click.echo(template_csv(name, words, lang, everything=everything), nl=False)


def _list(words: Words, lang: Lang, as_json: bool) -> None:
    kinds = [(name, kind.label.say(lang), kind.means.say(lang)) for name, kind in words.entities.items()]
    if as_json:
        print_json([{"kind": name, "label": label, "means": means} for name, label, means in kinds])
    else:
        print_table(("kind", "label", "means") if lang == "en" else ("soort", "heet", "betekent"), kinds)


def _write(file: Path, kind: str, words: Words, lang: Lang, everything: bool) -> None:
    if file.suffix.lower() != ".xlsx":
        raise Refused(f"{file}: een spreadsheet heet .xlsx", f"{file}: a spreadsheet is called .xlsx")
    if file.exists():
        raise Refused(f"{file} bestaat al; kies een andere naam", f"{file} is there already; choose another name")
    write_whole(file, template_xlsx(kind, words, lang, everything=everything))
    say(
        f"{file}: vul in en laad het met binck load {file}"
        if lang == "nl"
        else f"{file}: fill it in and load it with binck load {file}"
    )
