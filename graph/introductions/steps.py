"""The steps in the life of a proposal, and what may follow what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from graph.dates import Date
from graph.errors import Refused
from graph.texts import Lang, Text

INTRODUCTIONS = "voorstellen"
"""The source that tells of introductions.

By its name it comes after other sources, so that to record a step hardly ever changes which address of an entity is
the smallest, and with it where the entity stands in lists and on the map.
"""

PROPOSED, MADE, MET, LED_TO, LATER, DECLINED = "proposed", "made", "met", "led_to", "later", "declined"
STEPS = {
    PROPOSED: Text("voorgesteld", "proposed"),
    MADE: Text("gemaakt", "made"),
    MET: Text("ontmoet", "met"),
    LED_TO: Text("leidde tot iets", "led to something"),
    LATER: Text("later", "later"),
    DECLINED: Text("afgewezen", "declined"),
}

PROPERTY = {PROPOSED: "proposed", MADE: "start", MET: "met", LATER: "later", DECLINED: "declined"}
"""The property of an introduction that holds the day of each step; what it led to has a day of its own."""

_ORDER = ((PROPOSED, MADE), (MADE, MET), (PROPOSED, DECLINED), (MADE, DECLINED))
"""Steps of which the second never lies before the first; what it led to has days of its own."""


def step_aloud(step: str, day: str, lang: Lang) -> str:
    """A step and its day in words."""
    said = "put off until" if lang == "en" else "uitgesteld tot"
    return f"{said if step == LATER else STEPS[step].say(lang)} {Date.parse(day).say(lang)}"


def check_step(step: str, day: str, known: Mapping[str, str], today: str) -> None:
    """Raises `Refused` when a step cannot follow those `known`, by the day of each, or has an impossible day."""
    if step not in STEPS:
        raise Refused(
            f"er is geen stap {step!r}; kies uit {', '.join(STEPS)}",
            f"there is no step {step!r}; choose from {', '.join(STEPS)}",
        )
    if DECLINED in known and step != DECLINED:
        raise Refused(
            "deze introductie is afgewezen; neem dat eerst terug",
            "this introduction was declined; take that back first",
        )
    if step == LATER and MADE in known:
        raise Refused(
            f"deze introductie is al gemaakt op {known[MADE]}; neem dat eerst terug",
            f"this introduction was made already on {known[MADE]}; take that back first",
        )
    if step in (MET, LED_TO) and MADE not in known:
        raise Refused(
            f"{STEPS[step].nl} kan pas als de introductie is gemaakt; leg dat eerst vast",
            f"{STEPS[step].en} comes after the introduction was made; record that first",
        )
    if not day:
        if step == LED_TO:
            return
        raise Refused(f"{STEPS[step].nl}: wanneer? Geef een dag", f"{STEPS[step].en}: when? Give a day")
    _check_day(step, day, known, today)


def _check_day(step: str, day: str, known: Mapping[str, str], today: str) -> None:
    when = Date.parse(day)
    if step == LATER:
        if date.fromisoformat(today).toordinal() >= when.first:
            raise Refused(f"later ligt na vandaag; {day} niet", f"later lies after today; {day} does not")
    elif Date.parse(today).surely_before(when):
        raise Refused(f"{day} moet nog komen", f"{day} is still to come")
    if step == PROPOSED and PROPOSED not in known and day < known.get(LATER, ""):
        raise Refused(
            f"deze introductie is uitgesteld tot {known[LATER]}; neem dat eerst terug",
            f"this introduction was put off until {known[LATER]}; take that back first",
        )
    if step == LED_TO:
        _check_order(MADE, known[MADE], LED_TO, day)
    for first, then in _ORDER:
        if step == then and first in known:
            _check_order(first, known[first], then, day)
        elif step == first and then in known:
            _check_order(first, day, then, known[then])


def _check_order(first: str, day: str, then: str, later: str) -> None:
    if Date.parse(later).surely_before(Date.parse(day)):
        raise Refused(
            f"{STEPS[then].nl} op {later} ligt voor {STEPS[first].nl} op {day}",
            f"{STEPS[then].en} on {later} lies before {STEPS[first].en} on {day}",
        )
