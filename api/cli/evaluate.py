"""`binck evaluate`: how well proposals foretell who came to work together."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from api.cli.command import command
from api.cli.output import print_json, print_table, say
from api.evaluation import reports
from api.opening import open_desk
from api.own_evaluation import said_of, weights_table
from graph.dates import Date
from graph.errors import Misasked
from graph.introductions.evaluation import Evaluation, evaluate
from graph.introductions.kept_weights import keep
from graph.introductions.rule_weights import learn_rules
from graph.introductions.weights import BY_HAND
from graph.texts import Lang
from ingest.collaborations import read_past

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@command(
    "evaluate",
    "Reken na hoe goed voorstellen voorspellen wie gaan samenwerken: geleerd op wat voor de dag ligt. Zonder bestanden"
    " leert dit gewichten uit het eigen verleden van het netwerk."
    " ¦ See how well proposals foretell who comes to work together, learned from what lies before the day. Without"
    " files this learns weights from the network's own past.",
    "evaluate --activities activities.csv --participations participations.csv --organisations organisations.csv"
    " --before 2018-01-01",
)
@click.option("--activities", type=_FILE, help="Kolommen id, start, topics. ¦ Columns id, start, topics.")
@click.option(
    "--participations",
    type=_FILE,
    help="Kolommen organisation_id, activity_id. ¦ Columns organisation_id, activity_id.",
)
@click.option("--organisations", type=_FILE, help="Kolommen id, type. ¦ Columns id, type.")
@click.option(
    "--before", required=True, metavar="DATE", help="De dag, zoals 2018-01-01. ¦ The day, such as 2018-01-01."
)
@click.option("--keep", "keeps", is_flag=True, help="Bewaar wat geleerd is. ¦ Keep what was learned.")
def evaluate_command(
    activities: Path | None,
    participations: Path | None,
    organisations: Path | None,
    before: str,
    keeps: bool,
    store: str,
    lang: Lang,
    as_json: bool,
) -> None:
    if Date.parse(before).precision != "day":
        raise Misasked(
            f"--before wil een dag, zoals 2018-01-01, niet {before!r}",
            f"--before wants a day, such as 2018-01-01, not {before!r}",
        )
    if activities is None or participations is None or organisations is None:
        if activities or participations or organisations:
            raise Misasked(
                "geef --activities, --participations en --organisations alle drie, of geen",
                "give --activities, --participations and --organisations, all three or none",
            )
        _own_past(before, keeps, store, lang, as_json)
        return
    if keeps:
        raise Misasked(
            "--keep bewaart wat uit het eigen verleden geleerd is, en gaat niet samen met bestanden",
            "--keep keeps what was learned from one's own past, and does not go with files",
        )
    _files(evaluate(read_past(activities, participations, organisations), before), lang, as_json)


def _own_past(before: str, keeps: bool, store: str, lang: Lang, as_json: bool) -> None:
    desk = open_desk(store)
    learned = learn_rules(desk.network(), before)
    file = keep(desk.store.url, learned) if keeps else None
    if as_json:
        print_json({**asdict(learned), "by_hand": dict(BY_HAND), "kept": str(file) if file else None})
        return
    print_table(*weights_table(learned, lang))
    for line in said_of(learned, lang):
        say(line)
    if file:
        say(f"{'Kept' if lang == 'en' else 'Bewaard'}: {file}")


def _files(found: Evaluation, lang: Lang, as_json: bool) -> None:
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
