"""`binck evaluate`: how well proposals foretell who came to work together."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from api.cli.command import command
from api.cli.output import print_json, print_table, say
from api.evaluation import reports
from graph.dates import Date
from graph.errors import Misasked
from graph.introductions.evaluation import evaluate
from graph.texts import Lang
from ingest.collaborations import read_past

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@command(
    "evaluate",
    "Reken na hoe goed voorstellen voorspellen wie gaan samenwerken: geleerd op wat voor de dag ligt."
    " ¦ See how well proposals foretell who comes to work together, learned from what lies before the day.",
    "evaluate --activities activities.csv --participations participations.csv --organisations organisations.csv"
    " --before 2018-01-01",
)
@click.option(
    "--activities", required=True, type=_FILE, help="Kolommen id, start, topics. ¦ Columns id, start, topics."
)
@click.option(
    "--participations",
    required=True,
    type=_FILE,
    help="Kolommen organisation_id, activity_id. ¦ Columns organisation_id, activity_id.",
)
@click.option("--organisations", required=True, type=_FILE, help="Kolommen id, type. ¦ Columns id, type.")
@click.option(
    "--before", required=True, metavar="DATE", help="De dag, zoals 2018-01-01. ¦ The day, such as 2018-01-01."
)
def evaluate_command(
    activities: Path, participations: Path, organisations: Path, before: str, store: str, lang: Lang, as_json: bool
) -> None:
    if Date.parse(before).precision != "day":
        raise Misasked(
            f"--before wil een dag, zoals 2018-01-01, niet {before!r}",
            f"--before wants a day, such as 2018-01-01, not {before!r}",
        )
    found = evaluate(read_past(activities, participations, organisations), before)
    if as_json:
        print_json(
            {
                "organisations": found.organisations,
                "points": [asdict(point) for point in found.points],
                "baselines": [asdict(point) for point in found.baselines],
                "weights": dict(found.learned.json()),
                "against_baseline": [asdict(one) for one in found.advantages],
                "open_pairs": [asdict(one) for one in found.joinings],
                "calibration": asdict(found.calibration) if found.calibration else None,
            }
        )
        return
    headings = (
        ("ranking", "found one in five", "right names", "different named")
        if lang == "en"
        else ("volgorde", "vond er een in vijf", "juiste namen", "verschillende genoemd")
    )
    print_table(
        headings,
        [
            (p.name, f"{p.hits_at_5:.3f}", f"{p.precision_at_5:.3f}", p.distinct)
            for p in (*found.points, *found.baselines)
        ],
    )
    for title, its_headings, rows in reports(found, lang):
        click.echo(f"\n{title}")
        print_table(its_headings, rows)
    weights = ", ".join(f"{name} {weight:.2f}" for name, weight in found.learned.json().items())
    say(
        f"{found.organisations} organisations asked about. Learned weights: {weights}."
        if lang == "en"
        else f"Gevraagd voor {found.organisations} organisaties. Geleerde gewichten: {weights}."
    )
