"""A step in the life of a proposal, from what a person filled in or typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from graph.changes import Change
from graph.desk import Desk
from graph.errors import Misasked
from graph.introductions.book import Party
from graph.introductions.kept_weights import weights_in_use
from graph.introductions.lives import led_aloud, led_statement, lives
from graph.introductions.meetable import refuse_unmeetable
from graph.introductions.proposals import reasons_of
from graph.introductions.record import record, take_back
from graph.introductions.scene import scene_of
from graph.introductions.steps import LED_TO, MADE
from graph.names import normalised
from graph.naming import Named, Naming
from graph.network import ACTORS, Network
from graph.texts import LANGS, listed
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
    it, and what it led to, may be new: what is nobody's name is recorded under that name. `introduction` is the address
    of one where two have several.
    """
    network = desk.network()
    naming = desk.naming(network)
    rows = [_end(naming, given.get(end, "")).row for end in ("one", "other")]
    refuse_unmeetable(scene_of(network, today()), *rows)
    one, other = (party(network, row) for row in rows)
    what, name, by = (given.get(key, "").strip() for key in ("what", "name", "by"))
    _check_given(given.get("step", ""), what, name, by)
    what, _, back = what.partition(" ")
    if back == BACK:
        one, other = other, one
    weights = weights_in_use(desk.store.url).weights
    thing = None
    if given.get("step") == LED_TO and what in THINGS:
        if not name:
            raise Misasked("noem de activiteit of het project", "name the activity or project")
        thing = _known_or_new(network, naming, name, THINGS, what)
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
        introduction=given.get("introduction", ""),
    )


def _check_given(step: str, what: str, name: str, by: str) -> None:
    """Raises `Misasked` for what a step does not take, which would be lost unseen."""
    if by and step != MADE:
        raise Misasked(f"wie het deed hoort bij made, niet bij {step}", f"who did it goes with made, not with {step}")
    if name and (step != LED_TO or what not in THINGS):
        raise Misasked(
            "een naam heeft alleen een activiteit of project waar het toe leidde; laat die leeg, of kies dat",
            "only an activity or project that it led to takes a name; leave it empty, or choose that",
        )
    if what and step != LED_TO:
        raise Misasked("waar het toe leidde hoort bij led_to", "what it led to goes with led_to")


def taken_back(desk: Desk, given: Mapping[str, str]) -> Change | None:
    """Take back the `step` of `one` and `other`, of the one at the address `introduction` where they have several.

    Of what it led to the one with the tie statement `tie`, or else the one of `what` and `name`, as `step_of` has them.
    """
    network = desk.network()
    naming = desk.naming(network)
    one, other = (_end(naming, given.get(end, "")) for end in ("one", "other"))
    tie = given.get("tie", "")
    if given.get("step") == LED_TO and not tie:
        tie = _led_to(network, (one.row, other.row), given.get("what", "").strip(), given.get("name", "").strip())
    return take_back(desk.knowledge, one.id, other.id, given.get("step", ""), tie, given.get("introduction", ""))


def _led_to(network: Network, pair: tuple[int, int], what: str, name: str) -> str:
    """The statement of what an introduction of the two led to: of that kind and name, as far as these are given.

    Empty where it led to nothing. Raises `Misasked` with all that it led to where these do not tell which.
    """
    led = list(dict.fromkeys(tie for life in lives(network) if set(life.ends) == set(pair) for tie in life.led))
    named = {tie: _what(network, tie, pair) for tie in led}
    fits = [
        tie
        for tie, (kind, its) in named.items()
        if what.partition(" ")[0] in ("", kind.partition(" ")[0]) and normalised(name) in ("", normalised(its))
    ]
    if len(fits) > 1:
        fits = [tie for tie in fits if named[tie][0] == what] or fits
    if len(fits) == 1:
        return led_statement(network, fits[0])
    if not led:
        return ""
    nl, en = (listed([f"{led_aloud(network, tie, lang)} ({named[tie][0]})" for tie in led], lang) for lang in LANGS)
    raise Misasked(
        f"dit leidde tot {nl}; zeg welk met de soort die erachter staat, en zo nodig de naam",
        f"this led to {en}; tell which by the kind after it, and by the name where that is needed",
    )


def _what(network: Network, tie: int, pair: tuple[int, int]) -> tuple[str, str]:
    """What an introduction of the two led to as `what` and `name` have it."""
    word, tail = network.tie_kinds[network.tie_kind[tie]], int(network.tail[tie])
    if word == "follows_from":
        return network.kinds[network.kind[tail]], network.names[tail]
    return (word if tail == pair[0] or network.words.ties[word].symmetric else f"{word} {BACK}"), ""


def _end(naming: Naming, text: str) -> Named:
    """Who or what has this id or exactly this name. Raises `Unknown` with the nearest names."""
    found = naming.exact(text, ENDS)
    if found is None:
        raise naming.unknown(text, *naming.forced(text, ENDS))
    return found


def _known_or_new(network: Network, naming: Naming, text: str, kinds: tuple[str, ...], new: str) -> Party:
    """Who or what has this id or exactly this name, what nearly has it being another; else a new one of this name."""
    known = naming.exact(text, (new,)) or naming.exact(text, kinds)
    if known:
        return party(network, known.row)
    name, forced = naming.forced(text, kinds)
    if not forced or network.row_of(name) is not None or name.partition(":")[0] in network.sources:
        raise naming.unknown(text, name, forced)
    if not any(letter.isalnum() for letter in name):
        raise Misasked(f"{name!r} is geen naam", f"{name!r} is no name")
    return Party(forced[0] if len(forced) == 1 else new, line(name))
