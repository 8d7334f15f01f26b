"""Commands that hold things against each other: `check` and `verify`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from api.cli.command import command
from api.cli.output import print_json, print_table, say
from api.opening import open_desk
from graph.desk import Desk
from graph.jsontext import Json
from graph.statements import CORRECTION, Statement
from graph.texts import Lang
from ingest.binckhorst import shipped
from ingest.check import Checked, check_sources
from ingest.loader import read_file


@command(
    "check",
    "Vergelijk elke uitspraak met de documenten in een map: vingerafdruk, en gedrukte woorden op de genoemde regels."
    " ¦ Hold every statement against the documents in a folder: fingerprint, and printed words in the lines named.",
    "check --sources documenten",
)
@click.option(
    "--sources",
    "folder",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="De map. ¦ The folder.",
)
def check_command(folder: Path, store: str, lang: Lang, as_json: bool) -> None:
    desk = open_desk(store)
    checked = check_sources(_statements(desk, lang), folder, desk.words.personal)
    if as_json:
        print_json({"sources": [checked_json(one, lang) for one in checked]})
    else:
        en = lang == "en"
        verdicts = {True: "equal" if en else "gelijk", False: "differs" if en else "anders", None: "–"}
        print_table(
            ("source", "text", "fingerprint", "statements", "failed")
            if en
            else ("bron", "tekst", "vingerafdruk", "uitspraken", "mislukt"),
            [
                (
                    c.id,
                    ("there" if en else "aanwezig") if c.present else ("unchecked" if en else "niet nagekeken"),
                    verdicts[c.fingerprint_equal],
                    c.statements,
                    len(c.failed),
                )
                for c in checked
            ],
        )
        for c in checked:
            for f in c.failed:
                place, which = (f", {f.locator}", f" ({f.statement})") if f.statement else ("", "")
                say(f"{c.id}{place}: {f.reason.say(lang)}{which}")
    if not any(c.present for c in checked):
        say(f"Geen enkele bron staat in {folder}." if lang == "nl" else f"None of the sources is in {folder}.")
        sys.exit(1)
    if not all(c.ok for c in checked):
        sys.exit(1)


def checked_json(checked: Checked, lang: Lang) -> dict[str, Json]:
    """One source that was held against its document."""
    return {
        "id": checked.id,
        "present": checked.present,
        "fingerprint_equal": checked.fingerprint_equal,
        "statements": checked.statements,
        "failed": [
            {"statement": f.statement, "locator": f.locator, "printed": f.printed, "reason": f.reason.say(lang)}
            for f in checked.failed
        ],
    }


def _statements(desk: Desk, lang: Lang) -> list[Statement]:
    with desk.store.reading() as view:
        statements = list(view.in_force())
    if not statements:
        say(
            "De opslag is leeg: de meegeleverde gegevens worden nagekeken."
            if lang == "nl"
            else "The store is empty: the data set that ships is checked."
        )
        statements = [s for path in shipped().values() for s in read_file(path, desk.knowledge).statements]
    return [s for s in statements if s.form != CORRECTION]


@command(
    "verify",
    "Tel alles vanaf niets op en vergelijk het met wat de opslag bewaart."
    " ¦ Add everything up from nothing and compare with what the store keeps.",
    "verify",
)
def verify_command(store: str, lang: Lang, as_json: bool) -> None:
    verdict = open_desk(store).verify()
    if verdict.version == 0:
        say("De opslag is leeg." if lang == "nl" else "The store is empty.")
    if as_json:
        differences = [difference.say(lang) for difference in verdict.differences]
        print_json({"ok": verdict.ok, "version": verdict.version, "differences": differences})
    elif verdict.ok:
        click.echo("In orde: de som klopt." if lang == "nl" else "In order: the sum is right.")
    else:
        for difference in verdict.differences:
            click.echo(difference.say(lang))
    if not verdict.ok:
        say(
            "De opslag klopt niet; zet een reservekopie terug of laad opnieuw in een lege."
            if lang == "nl"
            else "The store is not right; put a backup back or load into an empty one."
        )
        sys.exit(1)
