"""`binck duplicates`: what only a person can decide, and pairs that may be the same."""

from __future__ import annotations

import click

from api.cli.command import command
from api.cli.output import print_json, print_table, say
from api.opening import open_desk
from api.previews import proposal_json, proposal_line
from graph.texts import Lang
from ingest.duplicates import propose

MOST = 20
_WHY = {
    "same": ("delen een naam, en oordelen houden ze uit elkaar", "share a name, and judgements keep them apart"),
    "loop": ("een band van iets met zichzelf", "a tie of something with itself"),
}


@command(
    "duplicates",
    "Wat alleen een mens kan beslissen, en dan paren die misschien hetzelfde zijn, met de reden."
    " ¦ What only a person can decide, then pairs that may be the same, with the reason.",
    "duplicates",
)
@click.option("--all", "everything", is_flag=True, help="Toon alle paren. ¦ Show all pairs.")
def duplicates_command(everything: bool, store: str, lang: Lang, as_json: bool) -> None:
    desk = open_desk(store)
    questions, network = desk.open_questions(), desk.network()
    with desk.store.reading() as view:
        proposals = propose(network, view)
    if as_json:
        print_json([*questions, *(proposal_json(proposal, lang) for proposal in proposals)])
        return
    if not questions and not proposals:
        say("Er is niets te beslissen." if lang == "nl" else "There is nothing to decide.")
        return
    if questions:
        headings = ("what", "a", "b", "name") if lang == "en" else ("wat", "a", "b", "naam")
        print_table(headings, [(_WHY[str(q["kind"])][lang == "en"], q["a"], q["b"], q["name"]) for q in questions])
    shown = proposals if everything else proposals[:MOST]
    for proposal in shown:
        click.echo(proposal_line(proposal, desk.words, lang))
        click.secho(f"    {proposal.command(lang)}", dim=True)
    if proposals:
        other = (
            "instead of same: different, or unsure"
            if lang == "en"
            else "in plaats van same kan ook: different of unsure"
        )
        say(other)
    if len(shown) < len(proposals):
        rest = len(proposals) - len(shown)
        say(f"{rest} more: binck duplicates --all" if lang == "en" else f"nog {rest}: binck duplicates --all")
