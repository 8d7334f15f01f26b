"""`binck load`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from api.cli.command import changing, command
from api.cli.output import print_json, print_table, progress_bar, say
from api.opening import open_desk
from api.previews import preview_json, preview_lines
from graph.bundle import Loaded
from graph.desk import Desk
from graph.errors import Misasked, Refused
from graph.jsontext import Json
from graph.texts import Lang
from ingest.binckhorst import shipped
from ingest.duplicates import propose_new
from ingest.loader import files_named, load_files, preview_files
from ingest.refused_file import give_back, must_be_free
from ingest.template import kind_named


@command(
    "load",
    "Laad bestanden of bronnen; zonder naam de Binckhorst-gegevens. Nog eens laden verandert niets."
    " ¦ Load files or sources; without a name the Binckhorst data set. Loading again changes nothing.",
    "load kip-eindrapportage mijn-gesprek.yaml mensen.csv",
)
@click.argument("names", nargs=-1, metavar="[FILE|SOURCE]...")
@click.option(
    "--strict",
    is_flag=True,
    help="Laad een bron niet als er iets in geweigerd wordt. ¦ Keep a source out when anything in it is refused.",
)
@click.option(
    "--dry-run",
    is_flag=True,
    help="Schrijf niets; zeg wat nieuw, gewijzigd, verdwenen en misschien al bekend is."
    " ¦ Write nothing; say what is new, changed, gone and perhaps known already.",
)
@click.option(
    "--kind",
    default="",
    help="Waar de rijen van een blad over gaan, als de koppen dat openlaten."
    " ¦ What the rows of a sheet are about, where the headings leave it open.",
)
@click.option(
    "--refused",
    "refused_to",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Waar geweigerde rijen van een blad komen; anders naast het blad."
    " ¦ Where refused rows of a sheet go; else beside the sheet.",
)
@changing
def load_command(
    names: tuple[str, ...],
    strict: bool,
    dry_run: bool,
    kind: str,
    refused_to: Path | None,
    by: str,
    store: str,
    lang: Lang,
    as_json: bool,
) -> None:
    desk = open_desk(store, by=by, notify=lambda text: say(text.say(lang)))
    aside = desk.knowledge.withdrawn()
    back = [name for name in names if name in aside and name not in shipped() and not Path(name).is_file()]
    rest = [name for name in names if name not in back]
    paths = files_named(rest) if rest or not names else []
    about = kind_named(kind, desk.words) if kind else ""
    if refused_to is not None:
        _must_be_for_one(paths)
        must_be_free(refused_to, desk.knowledge)
    if dry_run:
        reports = _dry_run(desk, paths, back, bool(names), strict, about, lang, as_json)
    else:
        for name in back:
            change = desk.knowledge.bring_back(name)
            say(f"{name}: {'counts again' if lang == 'en' else 'geldt weer'} ({change.id})")
        reports = _load(desk, paths, bool(names), strict, about, refused_to, lang, as_json)
    for report in reports:
        if report.set_aside:
            gone = ", ".join(sorted(desk.knowledge.withdrawn()))
            say(
                f"{report.id}: {report.set_aside} left out, for withdrawn are: {gone}; bring back: binck load NAME"
                if lang == "en"
                else f"{report.id}: {report.set_aside} niet geladen; ingetrokken zijn: {gone}; terug: binck load NAAM"
            )
    if any(report.refused and (strict or not (report.added or report.unchanged)) for report in reports):
        sys.exit(1)


def _must_be_for_one(paths: Sequence[Path]) -> None:
    if len(paths) != 1:
        raise Misasked(
            "--refused hoort bij één bestand; laad de bestanden een voor een",
            "--refused belongs to one file; load the files one by one",
        )


def _load(
    desk: Desk,
    paths: Sequence[Path],
    named: bool,
    strict: bool,
    kind: str,
    refused_to: Path | None,
    lang: Lang,
    as_json: bool,
) -> list[Loaded]:
    with progress_bar(lang) as progress:
        reports = load_files(desk.knowledge, paths, named=named, strict=strict, kind=kind, progress=progress)
    written: list[Path | None] = []
    wrong: list[Refused] = []
    for path, report in zip(paths, reports, strict=True):
        try:
            written.append(give_back(path, report.refused, desk.knowledge, lang, refused_to))
        except Refused as error:  # what was loaded is loaded, and is reported first
            written.append(None)
            wrong.append(error)
    with desk.store.reading() as view:
        version = view.version
    if as_json:
        found = [report_json(report, lang) for report in reports]
        for one, file in zip(found, written, strict=True):
            if file is not None:
                one["refused_file"] = str(file)
        print_json({"sources": found, "version": version})
    else:
        _print(reports, lang)
    _say_refused(reports, lang)
    for path, file in zip(paths, written, strict=True):
        if file is not None:
            say(
                f"{file}: the refused rows, each with the reason. Mend them in {path.name} and load that again;"
                f" or mend them in {file.name} and load that as a source of its own."
                if lang == "en"
                else f"{file}: de geweigerde rijen, elk met de reden. Verbeter ze in {path.name} en laad dat opnieuw;"
                f" of verbeter ze in {file.name} en laad dat als een eigen bron."
            )
    if wrong:
        raise wrong[0]
    return reports


def _dry_run(
    desk: Desk,
    paths: Sequence[Path],
    back: Sequence[str],
    named: bool,
    strict: bool,
    kind: str,
    lang: Lang,
    as_json: bool,
) -> list[Loaded]:
    with progress_bar(lang) as progress:
        previews = preview_files(desk.knowledge, paths, named=named, strict=strict, kind=kind, progress=progress)
    network = desk.network()
    with desk.store.reading() as view:
        proposals = [propose_new(preview, network, view) for preview in previews]
    for name in back:
        say(f"{name}: {'would count again' if lang == 'en' else 'zou weer gelden'}")
    found = list(zip(previews, proposals, strict=True))
    if as_json:
        sources = [
            {**report_json(preview.report, lang), "dry_run": preview_json(preview, its, desk.words, lang)}
            for preview, its in found
        ]
        print_json({"sources": sources, "version": network.version})
    for preview, its in found if not as_json else ():
        for line in preview_lines(preview, its, desk.words, lang):
            click.echo(line)
    reports = [preview.report for preview in previews]
    _say_refused(reports, lang)
    return reports


def _say_refused(reports: Sequence[Loaded], lang: Lang) -> None:
    for report in reports:
        for refusal in report.refused:
            say(f"{'Refused' if lang == 'en' else 'Geweigerd'}: {refusal.say(lang)}")


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
