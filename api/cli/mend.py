"""Commands that mend: `judge`, `withdraw`, `undo`."""

from __future__ import annotations

from collections.abc import Callable

import click

from api.cli.command import changing, command, one_line
from api.cli.output import print_json, say
from api.opening import open_desk
from graph.changes import Change
from graph.judgements import VERDICTS
from graph.knowledge import Knowledge
from graph.texts import Lang


@command(
    "judge",
    "Oordeel of twee vermeldingen hetzelfde zijn: same, different of unsure."
    " ¦ Judge whether two mentions are the same: same, different or unsure.",
    'judge same bron:jo-voorbeeld andere-bron:j-voorbeeld --why "zelfde adres"',
)
@click.argument("verdict", type=click.Choice(VERDICTS))
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option("--why", required=True, callback=one_line, help="De reden. ¦ The reason.")
@changing
def judge_command(verdict: str, a: str, b: str, why: str, by: str, store: str, lang: Lang, as_json: bool) -> None:
    desk = open_desk(store, by=by, notify=lambda text: say(text.say(lang)))
    pair = [desk.address(name) for name in (a, b)]
    judgement, change = desk.knowledge.judge(verdict, pair[0], pair[1], why)
    if as_json:
        print_json(
            {
                "judgement": judgement.id,
                "verdict": verdict,
                "a": judgement.a,
                "b": judgement.b,
                "change": change.id if change else None,
            }
        )
    elif change is None:
        click.echo(
            f"Dat oordeel gold al: {judgement.id}"
            if lang == "nl"
            else f"That judgement was in force already: {judgement.id}"
        )
    else:
        click.echo(f"{'Oordeel' if lang == 'nl' else 'Judgement'} {judgement.id}; {undoing(change, lang)}")


@command(
    "withdraw",
    "Laat een bron of oordeel niet meer gelden, tot u hem weer noemt."
    " ¦ Let a source or judgement no longer count, until you name it again.",
    "withdraw kip-eindrapportage",
)
@click.argument("id_", metavar="SOURCE|JUDGEMENT")
@click.option("--why", default="", callback=one_line, help="De reden. ¦ The reason.")
@changing
def withdraw_command(id_: str, why: str, by: str, store: str, lang: Lang, as_json: bool) -> None:
    _mend(Knowledge.withdraw, id_, why, by, store, lang, as_json)


@command("undo", "Draai een wijziging terug. ¦ Take a change back.", "undo c0123456789abcde")
@click.argument("change", metavar="CHANGE")
@click.option("--why", default="", callback=one_line, help="De reden. ¦ The reason.")
@changing
def undo_command(change: str, why: str, by: str, store: str, lang: Lang, as_json: bool) -> None:
    _mend(Knowledge.undo, change, why, by, store, lang, as_json)


def _mend(
    does: Callable[[Knowledge, str, str], Change], id_: str, why: str, by: str, store: str, lang: Lang, as_json: bool
) -> None:
    """Do this to what has that id, and tell what it changed and how to take it back."""
    desk = open_desk(store, by=by, notify=lambda text: say(text.say(lang)))
    change = does(desk.knowledge, id_, why)
    if as_json:
        print_json(change.json())
        return
    report = change.json()
    added, gone = len(change.ids("statement", True)), len(change.ids("statement", False))
    click.echo(
        f"{report['why']}: +{added}, −{gone} {'uitspraken' if lang == 'nl' else 'statements'}; {undoing(change, lang)}"
    )


def undoing(change: Change, lang: Lang) -> str:
    """How to take a change back."""
    return f"{'terugdraaien' if lang == 'nl' else 'to take it back'}: binck undo {change.id}"
