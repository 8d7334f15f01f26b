"""`binck introduce`: whom to bring together, and why."""

from __future__ import annotations

import click

from api.cli.command import command
from api.cli.output import print_json, say
from api.introducing import today
from api.introductions import learned_says, proposal_lines, proposals_json
from api.opening import open_desk
from graph.errors import Misasked
from graph.introductions import proposals
from graph.introductions.kept_weights import weights_in_use
from graph.introductions.scene import SUBJECTS
from graph.introductions.weights import BY_HAND
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
@click.option("--top", type=click.IntRange(min=1), default=10, help="Hoeveel. ¦ How many.")
@click.option(
    "--by-hand", is_flag=True, help="Met de gewichten die met de hand zijn gezet. ¦ By the weights set by hand."
)
def introduce_command(
    for_: str, theme: str, across: str, top: int, by_hand: bool, store: str, lang: Lang, as_json: bool
) -> None:
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
    weights, before = (BY_HAND, "") if by_hand else weights_in_use(desk.store.url)
    found = proposals(network, top, who=who, subject=subject, across=sectors, weights=weights, today=today())
    if as_json:
        print_json(proposals_json(network, found, weights, lang))
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
    if learned := learned_says(before, lang):
        say(f"– {learned}")
    say(
        "– A proposal is no tie, and counts nowhere. Whether people want it, ask them."
        if lang == "en"
        else "– Een voorstel is geen band, en telt nergens mee. Of mensen het willen, vraagt u hun."
    )
