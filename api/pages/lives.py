"""Introductions that were recorded, each with its steps, which can be taken back, and the steps that may follow."""

from __future__ import annotations

from dataclasses import dataclass

from api.introducing import BACK, THINGS
from api.pages.frame import Frame
from graph.introductions.lives import Life, led_aloud, led_statement, lives, of_one
from graph.introductions.record import kinds_between
from graph.introductions.steps import DECLINED, LATER, LED_TO, MADE, MET, PROPOSED, STEPS, step_aloud
from graph.network import Network
from graph.texts import listed

_NEXT = {
    PROPOSED: (MADE, LATER, DECLINED),
    MADE: (MET, LED_TO, DECLINED),
    MET: (LED_TO,),
    LED_TO: (LED_TO,),
    LATER: (MADE, DECLINED),
    DECLINED: (),
}
"""The steps that are offered after each."""


@dataclass(frozen=True, slots=True)
class Done:
    """A step that was recorded, in words; `tie` is the statement of what it led to, by which that is taken back."""

    step: str
    says: str
    tie: str = ""


@dataclass(frozen=True, slots=True)
class LifeCard:
    """One introduction: `ends` as `(kind, name, url)`, the addresses of the two and its own, its steps and the next.

    `kinds` are what it may have led to, as value and label; `came_of` asks what came of it. Of two who turned out to
    be one there is one end, and nothing may follow.
    """

    ends: list[tuple[str, str, str]]
    addresses: tuple[str, str]
    introduction: str
    state: str
    done: list[Done]
    next: tuple[str, ...]
    kinds: list[tuple[str, str]]
    came_of: str


def life_cards(network: Network, frame: Frame) -> tuple[list[LifeCard], list[LifeCard]]:
    """Those that run or led to something, and those put off, declined, or of two who turned out to be one."""
    running: list[LifeCard] = []
    rested: list[LifeCard] = []
    for life in lives(network):
        (rested if life.state in (LATER, DECLINED) else running).append(_card(network, life, frame))
    return running, rested + [_card(network, life, frame) for life in of_one(network)]


def _card(network: Network, life: Life, frame: Frame) -> LifeCard:
    one, other = life.ends[0], life.ends[-1]
    ends = [
        (network.kinds[network.kind[row]], network.names[row], frame.urls.entity(network.ids[row]))
        for row in dict.fromkeys((one, other))
    ]
    options = [(kind, frame.kind(kind)) for kind in THINGS]
    for back, (a, b) in ((False, (one, other)), (True, (other, one))):
        options += _ties_between(network, a, b, back, frame)
    two = one != other
    return LifeCard(
        ends,
        (network.ids[one], network.ids[other]),
        network.ids[life.row],
        STEPS[life.state].say(frame.lang) if two else frame.t("turned_out_one"),
        _done(network, life, frame),
        _NEXT[life.state] if two else (),
        options,
        frame.urls.answer("came-of", {"activity": network.ids[life.row]}) if two and MADE in life.days else "",
    )


def _ties_between(network: Network, a: int, b: int, back: bool, frame: Frame) -> list[tuple[str, str]]:
    """The ties that may arise from the one to the other, read aloud; `back` is the other way round."""
    words, kinds = frame.words, [network.kinds[network.kind[row]] for row in (a, b)]
    return [
        (f"{kind} {BACK}" if back else kind, words.sentence(kind, network.names[a], network.names[b], {}, frame.lang))
        for kind in kinds_between(words, *kinds)
        if tuple(kinds) in words.ties[kind].pairs and not (back and words.ties[kind].symmetric)
    ]


def _done(network: Network, life: Life, frame: Frame) -> list[Done]:
    found = []
    for step in STEPS:
        if step in life.days:
            says = step_aloud(step, life.days[step], frame.lang)
            if step == MADE and life.by:
                names = listed(sorted(network.names[row] for row in life.by), frame.lang)
                says += f" {frame.t('by_whom', names=names)}"
            found.append(Done(step, says))
    for tie in life.led:
        led = f"{frame.t('led_what')}: {led_aloud(network, tie, frame.lang)}"
        found.append(Done(LED_TO, led, led_statement(network, tie)))
    return found
