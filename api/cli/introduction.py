"""`binck introduction`: record a step in the life of a proposal, or take one back."""

from __future__ import annotations

import click

from api.cli.command import changing, command, one_line
from api.cli.mend import undoing
from api.cli.output import print_json, say
from api.introducing import step_of, taken_back, today
from api.opening import open_desk
from api.recorded import ALREADY, recorded
from graph.errors import Misasked
from graph.introductions.steps import LATER, LED_TO, STEPS
from graph.texts import Lang


@command(
    "introduction",
    "Leg een stap van een introductie vast: proposed, made, met, led_to, later of declined."
    " ¦ Record a step of an introduction: proposed, made, met, led_to, later or declined.",
    'introduction made "Jo Voorbeeld" "Bakkerij Voorbeeld" --made-by "Kim Voorbeeld" --on 2026-03-01',
)
@click.argument("step", type=click.Choice(list(STEPS)))
@click.argument("one", metavar="ONE")
@click.argument("other", metavar="OTHER")
@click.option(
    "--on",
    "day",
    default="",
    help="De dag; anders vandaag. Bij later de dag waarop het terugkomt. ¦ The day; else today. Of later the day on"
    " which it comes back.",
)
@click.option(
    "--made-by", default="", callback=one_line, help="Wie de introductie maakte. ¦ Who made the introduction."
)
@click.option(
    "--what",
    default="",
    help="Waartoe het leidde: een soort band van ONE naar OTHER, activity of project; ook om te zeggen welk u"
    " terugneemt. ¦ What it led to: a kind of tie from ONE to OTHER, activity or project; also to tell which you take"
    " back.",
)
@click.option(
    "--name", default="", callback=one_line, help="De naam daarvan, ook een nieuwe. ¦ Its name, perhaps a new one."
)
@click.option("--take-back", is_flag=True, help="Neem de stap terug. ¦ Take the step back.")
@changing
def introduction_command(
    step: str,
    one: str,
    other: str,
    day: str,
    made_by: str,
    what: str,
    name: str,
    take_back: bool,
    by: str,
    store: str,
    lang: Lang,
    as_json: bool,
) -> None:
    if step == LED_TO and not (what or take_back):
        raise Misasked(
            "led_to wil --what: een soort band, activity of project",
            "led_to wants --what: a kind of tie, activity or project",
        )
    if step == LATER and not (day or take_back):
        raise Misasked(
            "later wil --on: de dag waarop het terugkomt", "later wants --on: the day on which it comes back"
        )
    desk = open_desk(store, by=by, notify=lambda text: say(text.say(lang)))
    given = {"one": one, "other": other, "step": step, "by": made_by, "what": what, "name": name}
    given["day"] = day or ("" if step == LED_TO else today())
    change = taken_back(desk, given) if take_back else step_of(desk, given)
    said = recorded(desk, change, lang) if change else ALREADY.say(lang)
    if as_json:
        print_json({"step": step, "taken_back": take_back, "change": change.id if change else None, "says": said})
        return
    click.echo(said)
    if change:
        say(undoing(change, lang))
