"""`binck load`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from api.cli.command import changing, command
from api.cli.output import print_json, print_table, progress_bar, say
from api.opening import open_desk
from graph.bundle import Loaded
from graph.jsontext import Json
from graph.texts import Lang
from ingest.binckhorst import shipped
from ingest.loader import files_named, load_files


@command(
    "load",
    "Laad bestanden of bronnen; zonder naam de Binckhorst-gegevens. Nog eens laden verandert niets."
    " ¦ Load files or sources; without a name the Binckhorst data set. Loading again changes nothing.",
    "load kip-eindrapportage mijn-gesprek.yaml",
)
@click.argument("names", nargs=-1, metavar="[FILE|SOURCE]...")
@click.option(
    "--strict",
    is_flag=True,
    help="Laad een bron niet als er iets in geweigerd wordt. ¦ Keep a source out when anything in it is refused.",
)
@changing
def load_command(names: tuple[str, ...], strict: bool, by: str, store: str, lang: Lang, as_json: bool) -> None:
    desk = open_desk(store, by=by, notify=lambda text: say(text.say(lang)))
    aside = desk.knowledge.withdrawn()
    back = [name for name in names if name in aside and name not in shipped() and not Path(name).is_file()]
    for name in back:
        change = desk.knowledge.bring_back(name)
        say(f"{name}: {'counts again' if lang == 'en' else 'geldt weer'} ({change.id})")
    rest = [name for name in names if name not in back]
    paths = files_named(rest) if rest or not names else []
    with progress_bar(lang) as progress:
        reports = load_files(desk.knowledge, paths, named=bool(names), strict=strict, progress=progress)
    with desk.store.reading() as view:
        version = view.version
    if as_json:
        print_json({"sources": [report_json(report, lang) for report in reports], "version": version})
    else:
        _print(reports, lang)
    for report in reports:
        for refusal in report.refused:
            say(f"{'Refused' if lang == 'en' else 'Geweigerd'}: {refusal.say(lang)}")
        if report.set_aside:
            gone = ", ".join(sorted(desk.knowledge.withdrawn()))
            say(
                f"{report.id}: {report.set_aside} left out, for withdrawn are: {gone}; bring back: binck load NAME"
                if lang == "en"
                else f"{report.id}: {report.set_aside} niet geladen; ingetrokken zijn: {gone}; terug: binck load NAAM"
            )
    if any(report.refused and (strict or not (report.added or report.unchanged)) for report in reports):
        sys.exit(1)


def report_json(report: Loaded, lang: Lang) -> dict[str, Json]:
    """The report of one source as section 8 has it."""
    return {
        "id": report.id,
        "added": report.added,
        "withdrawn": report.withdrawn,
        "unchanged": report.unchanged,
        "set_aside": report.set_aside,
        "refused": [{"file": r.file, "line": r.line or None, "reason": r.reason.say(lang)} for r in report.refused],
    }


def _print(reports: list[Loaded], lang: Lang) -> None:
    headings = (
        ("source", "added", "withdrawn", "unchanged", "refused")
        if lang == "en"
        else ("bron", "nieuw", "ingetrokken", "ongewijzigd", "geweigerd")
    )
    print_table(headings, [(r.id, r.added, r.withdrawn, r.unchanged, len(r.refused)) for r in reports])
