"""A step in the life of a proposal, from what a person filled in or typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from graph.changes import Change
from graph.desk import Desk
from graph.errors import Misasked, Unknown
from graph.introductions.book import Party
from graph.introductions.kept_weights import weights_in_use
from graph.introductions.proposals import reasons_of
from graph.introductions.record import record, take_back
from graph.introductions.steps import LED_TO
from graph.naming import Naming
from graph.network import ACTORS, Network
from graph.values import line

THINGS = ("activity", "project")
ENDS = (*ACTORS, "activity")
BACK = "back"
"""After a kind of tie: from the other to the one."""

_NEW = "person"


def today() -> str:
    return date.today().isoformat()


def party(network: Network, row: int) -> Party:
    """Who or what stands in a row, as a party of an introduction."""
    return Party(network.kinds[network.kind[row]], network.names[row], network.ids[row])


def step_of(desk: Desk, given: Mapping[str, str]) -> Change | None:
    """Record what was given: `one`, `other` and `step`, and as it needs `day`, `by`, `what` and `name`.

    The rules that would propose the two are recorded with the first step. `what` it led to is a kind of tie, from the
    one to the other or with `back` after it the other way, or `activity` or `project` with the `name` of one. Who made
    it, and what it led to, may be new: what no name fits is recorded under that name.
    """
    network = desk.network()
    naming = desk.naming(network)
    rows = [naming.resolve(given.get(end, ""), ENDS).row for end in ("one", "other")]
    one, other = (party(network, row) for row in rows)
    what, name, by = (given.get(key, "").strip() for key in ("what", "name", "by"))
    what, _, back = what.partition(" ")
    if back == BACK:
        one, other = other, one
    weights, _ = weights_in_use(desk.store.url)
    thing = None
    if given.get("step") == LED_TO and what in THINGS:
        if not name:
            raise Misasked("noem de activiteit of het project", "name the activity or project")
        thing = _known_or_new(network, naming, name, (what,), what)
    return record(
        desk.knowledge,
        one,
        other,
        given.get("step", ""),
        given.get("day", "").strip(),
        today(),
        by=_known_or_new(network, naming, by, ACTORS, _NEW) if by else None,
        rules=[reason.rule.name for reason in reasons_of(network, *rows, weights=weights, today=today())],
        tie=what,
        thing=thing,
    )


def taken_back(desk: Desk, given: Mapping[str, str]) -> Change | None:
    """Take back the `step` of `one` and `other`; of what it led to the one with the tie statement `tie`."""
    network = desk.network()
    naming = desk.naming(network)
    one, other = (naming.resolve(given.get(end, ""), ENDS).id for end in ("one", "other"))
    return take_back(desk.knowledge, one, other, given.get("step", ""), given.get("tie", ""))


def _known_or_new(network: Network, naming: Naming, name: str, kinds: tuple[str, ...], new: str) -> Party:
    try:
        return party(network, naming.resolve(name, kinds).row)
    except Unknown:
        return Party(new, line(name))
