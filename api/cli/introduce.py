"""`binck introduce`: whom to bring together, and why."""

from __future__ import annotations

import click

from api.cli.command import command
from api.cli.output import print_json, print_table, say
from api.introducing import today
from api.introductions import proposal_lines, proposals_json, weights_said
from api.opening import open_desk
from graph.errors import Misasked
from graph.introductions import proposals
from graph.introductions.each import Ranking, best_of_each
from graph.introductions.kept_weights import InUse, weights_in_use
from graph.introductions.reasons import grounds_of
from graph.introductions.scene import SUBJECTS, Scene, scene_of
from graph.introductions.weights import BY_HAND, Weights
from graph.jsontext import Json
from graph.naming import SECTOR
from graph.network import ACTORS
from graph.texts import Lang


@command(
    "introduce",
    "Stel voor wie met wie in contact te brengen, met redenen die uit de bronnen komen."
    " ¦ Propose whom to bring together, with reasons that come from the sources.",
    'introduce --for "Gert-Joost Peek" --top 5',
)
@click.option("--for", "for_", default="", help="Voor één persoon of organisatie. ¦ For one person or organisation.")
@click.option(
    "--theme", default="", help="Alleen om een thema, kernwaarde of kennistype. ¦ Only for the sake of a subject."
)
@click.option(
    "--across",
    default="",
    metavar="SECTOR,SECTOR",
    help="Alleen tussen deze twee sectoren. ¦ Only between these two sectors.",
)
@click.option("--each", is_flag=True, help="Voor elke persoon en organisatie. ¦ For each person and organisation.")
@click.option(
    "--top",
    type=click.IntRange(min=1),
    default=None,
    help="Hoeveel; anders 10, met --each 1. ¦ How many; else 10, with --each 1.",
)
@click.option(
    "--by-hand", is_flag=True, help="Met de gewichten die met de hand zijn gezet. ¦ By the weights set by hand."
)
def introduce_command(
    for_: str,
    theme: str,
    across: str,
    each: bool,
    top: int | None,
    by_hand: bool,
    store: str,
    lang: Lang,
    as_json: bool,
) -> None:
    if each and (for_ or theme or across):
        raise Misasked(
            "--each gaat niet samen met --for, --theme of --across",
            "--each does not go with --for, --theme or --across",
        )
    desk = open_desk(store)
    network = desk.network()
    naming = desk.naming(network)
    who = naming.resolve(for_, ACTORS).row if for_ else None
    subject = naming.resolve(theme, SUBJECTS).row if theme else None
    sectors = [naming.resolve(text, (SECTOR,)).id for text in across.split(",")] if across else []
    if across and len(set(sectors)) != 2:
        raise Misasked(
            f"--across wil twee sectoren met een komma ertussen, niet {across!r}",
            f"--across wants two sectors with a comma between them, not {across!r}",
        )
    used = InUse(BY_HAND) if by_hand else weights_in_use(desk.store.url)
    if each:
        day = today()
        ranking = best_of_each(network, top or 1, weights=used.weights, today=day)
        _each(scene_of(network, day), ranking, used.weights, lang, as_json)
        _say_weights(used, lang)
        return
    found = proposals(network, top or 10, who=who, subject=subject, across=sectors, weights=used.weights, today=today())
    if as_json:
        print_json(proposals_json(network, found, used.weights, lang))
        _say_weights(used, lang)
        return
    for place, proposal in enumerate(found, start=1):
        for line in proposal_lines(network, place, proposal, lang):
            click.echo(line)
    if not found:
        say(
            "The sources give no reason to bring anybody together here."
            if lang == "en"
            else "De bronnen geven hier geen reden om iemand bij elkaar te brengen."
        )
    _say_weights(used, lang)
    say(
        "– A proposal is no tie, and counts nowhere. Whether people want it, ask them."
        if lang == "en"
        else "– Een voorstel is geen band, en telt nergens mee. Of mensen het willen, vraagt u hun."
    )


def _say_weights(used: InUse, lang: Lang) -> None:
    for text in weights_said(used, lang):
        say(f"– {text}")


def _each(scene: Scene, ranking: Ranking, weights: Weights, lang: Lang, as_json: bool) -> None:
    """A line for each of whom somebody is to meet, with the weightiest reason."""
    network = scene.network
    columns = (ranking.row.tolist(), ranking.other.tolist(), ranking.score.tolist(), ranking.gain.tolist())
    each: list[dict[str, Json]] = []
    for row, other, score, gain in zip(*columns, strict=True):
        reason = grounds_of(scene, weights, min(row, other), max(row, other))[0]
        each.append(
            {
                "id": network.ids[row],
                "name": network.names[row],
                "other": network.ids[other],
                "other_name": network.names[other],
                "why": f"{reason.rule.label.say(lang)}: {reason.say(lang)}",
                "score": round(score, 4),
                "gain": gain,
            }
        )
    if as_json:
        print_json({"version": network.version, "each": list[Json](each)})
        return
    headings = ("who", "whom to meet", "why") if lang == "en" else ("wie", "met wie kennismaken", "waarom")
    print_table(headings, [(one["name"], one["other_name"], one["why"]) for one in each])
