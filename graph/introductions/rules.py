"""The rules by which two are proposed for an introduction: a table of small functions with weights.

Each rule's docstring is its explanation, which the reader of a proposal sees. A rule that is a *ground* finds
pairs; one that is a *boost* only adds to pairs that some ground found.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import exp, log2

from graph.aloud import tie_aloud
from graph.copresence import presence
from graph.dates import say_period
from graph.introductions.past import FADES_AFTER
from graph.introductions.scene import Scene
from graph.texts import Lang, Text, counted

FADED = 0.1
"""What has faded to less counts no more."""

HUB = 20
"""Whoever has more bonds than this is known to so many that being known to her says little."""


@dataclass(frozen=True, slots=True)
class Found:
    """That a rule holds of two: how much, from 0 to 1, in words, and the ties it rests on.

    `middle` is who has a bond with both, where it rests on that; -1 elsewhere.
    """

    one: int
    other: int
    strength: float
    says: Text
    ties: tuple[int, ...] = ()
    middle: int = -1


Ground = Callable[[Scene, int | None], Iterable[Found]]
"""Finds all pairs, or those of one entity: its row."""

Boost = Callable[[Scene, int, int], Found | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """`weight` is what it counts for when it holds fully; exactly one of `ground` and `boost` is there."""

    name: str
    label: Text
    weight: float
    dutch: str
    ground: Ground | None = None
    boost: Boost | None = None

    def explained(self, lang: Lang) -> str:
        """What the rule looks at, and why it counts: in English its docstring."""
        if lang == "nl":
            return self.dutch
        return " ".join(inspect.cleandoc((self.ground or self.boost).__doc__ or "").split())


def _both(scene: Scene, ties: Iterable[int]) -> Text:
    """Ties read aloud in both languages."""

    def said(lang: Lang) -> str:
        return "; ".join(tie_aloud(scene.network, tie, scene.network.tie(tie), lang) for tie in ties)

    return Text(said("nl"), said("en"))


def _may_meet(scene: Scene, asked: int | None, one: int, other: int) -> bool:
    """Whether two can be introduced, and one of them is the entity asked for if there is one."""
    return one != other and {one, other} <= scene.able and asked in (None, one, other)


def _pairs(some: Collection[int], asked: int | None) -> Iterable[tuple[int, int]]:
    """All pairs of some, the smaller first, or those of one entity that is among them."""
    if asked is None:
        return combinations(sorted(some), 2)
    return ((min(asked, other), max(asked, other)) for other in some if other != asked) if asked in some else ()


def need_meets_offer(scene: Scene, asked: int | None) -> Iterator[Found]:
    """One needs something around a subject around which the other offers something."""
    network = scene.network
    for match in scene.matches:
        for offer in match.offers:
            needy, giver = int(network.tail[match.need]), int(network.tail[offer])
            if _may_meet(scene, asked, needy, giver):
                yield Found(needy, giver, 1, _both(scene, (match.need, offer)), (match.need, offer))


def need_meets_knowledge(scene: Scene, asked: int | None) -> Iterator[Found]:
    """One needs something around a subject with which the other has to do."""
    network = scene.network
    for match in scene.matches:
        needy = int(network.tail[match.need])
        for who, ties in scene.busy_with.get(match.target, {}).items():
            if _may_meet(scene, asked, needy, who):
                yield Found(needy, who, 1 / len(ties), _both(scene, (match.need, *ties)), (match.need, *ties))


def raised_and_answered(scene: Scene, asked: int | None) -> Iterator[Found]:
    """One raised a question that the other answered."""
    network = scene.network
    for question in network.rows_of_kind("knowledge_question").tolist():
        for raised in network.ties_at(question, "raised"):
            for answers in network.ties_at(question, "answers"):
                one, other = int(network.tail[raised]), int(network.tail[answers])
                if _may_meet(scene, asked, one, other):
                    yield Found(one, other, 1, _both(scene, (raised, answers)), (raised, answers))


def wanted_where_other_was(scene: Scene, asked: int | None) -> Iterator[Found]:
    """One was wanted and missing where the other was: what was to be a meeting did not come about."""
    network, present = scene.network, presence(scene.network)
    for missed in network.ties_of_kind(("missed",)).tolist():
        who, where = int(network.tail[missed]), int(network.head[missed])
        for other in present.who[present.where == where].tolist():
            if _may_meet(scene, asked, who, other):
                ties = [t for t in network.ties_at(other, "took_part_in", "partner_of") if network.head[t] == where]
                yield Found(who, other, 1, _both(scene, (missed, *ties[:1])), (missed, *ties[:1]))


def same_subject(scene: Scene, asked: int | None) -> Iterator[Found]:
    """Both have to do with the same theme, core value or kind of knowledge, not by way of the same activity.

    The fewer do, the more it says.
    """
    for who in scene.busy_with.values():
        for one, other in _pairs(who.keys(), asked):
            ties = (*who[one], *who[other])
            if who[one][-1] == who[other][-1]:
                continue
            yield Found(one, other, 2 / len(ties) / log2(len(who)), _both(scene, ties), ties)


def known_by_both(scene: Scene, asked: int | None) -> Iterator[Found]:
    """A person or organisation has a bond with both; the fewer bonds she has, the more it says.

    Who both work for an organisation, are its members or founded it know each other, and need no introduction.
    """
    network = scene.network
    for middle in sorted(scene.able if asked is None else scene.near[asked] & scene.able):
        around = sorted(scene.near[middle] & scene.able)
        if 1 < len(around) <= HUB:
            name = network.names[middle]
            says = Text(f"beiden hebben een band met {name}", f"both have a bond with {name}")
            inside = {int(network.tail[tie]) for tie in network.ties_at(middle, "works_for", "member_of", "founded")}
            for one, other in _pairs(around, asked):
                if not {one, other} <= inside:
                    yield Found(one, other, 1 / (len(around) - 1), says, middle=middle)


def other_sectors(scene: Scene, one: int, other: int) -> Found | None:
    """They are of different sectors, which is where cross-pollination comes from."""
    network = scene.network
    mine, theirs = network.sectors_of(one), network.sectors_of(other)
    if not mine or not theirs or set(mine) & set(theirs):
        return None

    def said(lang: Lang) -> str:
        sides = [", ".join(network.words.choice("sector", s, lang) for s in some) for some in (mine, theirs)]
        return f"{sides[0]} {'and' if lang == 'en' else 'en'} {sides[1]}"

    return Found(one, other, 1, Text(said("nl"), said("en")))


def other_groups(scene: Scene, one: int, other: int) -> Found | None:
    """They belong to different groups of the network with few bonds between these, so the tie would be a bridge."""
    a, b = sorted((scene.group[one], scene.group[other]))
    if a == b or not (scene.near[one] and scene.near[other]):
        return None
    n = scene.between_groups.get((a, b), 0)
    says = Text(f"tussen hun groepen: {_bonds(n, 'nl')}", f"between their groups: {_bonds(n, 'en')}")
    return Found(one, other, 1 / (1 + n), says)


def _bonds(n: int, lang: Lang) -> str:
    return counted(n, Text("band", "bond"), Text("banden", "bonds"), lang)


def newcomer(scene: Scene, one: int, other: int) -> Found | None:
    """One of them has few bonds, and would gain most by one more."""
    least = min((one, other), key=lambda row: len(scene.near[row]))
    n = len(scene.near[least])
    if n > 2:
        return None
    name = scene.network.names[least]
    says = Text(
        f"{name} heeft {_bonds(n, 'nl')} met personen en organisaties",
        f"{name} has {_bonds(n, 'en')} with people and organisations",
    )
    return Found(one, other, 1 - n / 4, says)


def other_knowledge(scene: Scene, one: int, other: int) -> Found | None:
    """They have different kinds of knowledge, which complete each other."""
    mine, theirs = scene.knowledge.get(one, {}), scene.knowledge.get(other, {})
    if not mine or not theirs or mine.keys() & theirs.keys():
        return None
    ties = (*mine.values(), *theirs.values())
    return Found(one, other, 1, _both(scene, ties), ties)


def same_period(scene: Scene, one: int, other: int) -> Found | None:
    """Both were active in the same years, by the days on which something with others began."""
    if one not in scene.begins or other not in scene.begins:
        return None
    (first, last), (since, until) = scene.begins[one], scene.begins[other]
    begin, end = max(first, since), min(last, until)
    if begin > end:
        return None
    a, b = (str(date.fromordinal(day).year) for day in (begin, end))
    return Found(one, other, 1, Text(*(say_period(a, b, lang) for lang in ("nl", "en"))))


def recently_active(scene: Scene, one: int, other: int) -> Found | None:
    """Of both something with others began recently, beside the newest that the sources tell; it fades by the year."""
    if one not in scene.begins or other not in scene.begins:
        return None
    days = [scene.begins[row][1] for row in (one, other)]
    strength = exp((min(days) - scene.newest) / FADES_AFTER / 365.25)
    if strength < FADED:
        return None
    said = "; ".join(
        f"{scene.network.names[row]} {date.fromordinal(day).year}" for row, day in zip((one, other), days, strict=True)
    )
    return Found(one, other, strength, Text(said, said))


RULES = (
    Rule(
        "need-meets-offer",
        Text("vraag en aanbod", "need meets offer"),
        3,
        "De een zoekt iets rond een onderwerp waar de ander iets rond biedt.",
        ground=need_meets_offer,
    ),
    Rule(
        "raised-and-answered",
        Text("vraag en antwoord", "question and answer"),
        3,
        "De een stelde een vraag die de ander beantwoordde.",
        ground=raised_and_answered,
    ),
    Rule(
        "wanted-where-other-was",
        Text("gemist waar de ander was", "missed where the other was"),
        1.5,
        "De een was gewenst en werd gemist waar de ander was: wat een ontmoeting had moeten zijn, kwam er niet.",
        ground=wanted_where_other_was,
    ),
    Rule(
        "need-meets-knowledge",
        Text("vraag en kennis", "need meets knowledge"),
        1.5,
        "De een zoekt iets rond een onderwerp waar de ander mee te maken heeft.",
        ground=need_meets_knowledge,
    ),
    Rule(
        "same-subject",
        Text("zelfde onderwerp", "same subject"),
        1.5,
        "Beiden hebben met hetzelfde thema, dezelfde kernwaarde of soort kennis te maken, en niet langs dezelfde"
        " activiteit. Hoe minder het er zijn, hoe meer het zegt.",
        ground=same_subject,
    ),
    Rule(
        "known-by-both",
        Text("gezamenlijke bekende", "common acquaintance"),
        1,
        "Iemand of een organisatie heeft met beiden een band; hoe minder banden die heeft, hoe meer het zegt. Wie"
        " allebei bij een organisatie werken, er lid van zijn of haar oprichtten, kennen elkaar en hoeven niet te"
        " worden voorgesteld.",
        ground=known_by_both,
    ),
    Rule(
        "other-sectors",
        Text("andere sector", "another sector"),
        1,
        "Zij komen uit verschillende sectoren, en daar komt kruisbestuiving van.",
        boost=other_sectors,
    ),
    Rule(
        "other-groups",
        Text("slaat een brug", "builds a bridge"),
        1,
        "Zij horen bij verschillende groepen van het netwerk met weinig banden ertussen: hun band zou een brug zijn.",
        boost=other_groups,
    ),
    Rule(
        "newcomer",
        Text("nieuwkomer", "newcomer"),
        0.5,
        "Een van beiden heeft weinig banden, en wint het meest bij een erbij.",
        boost=newcomer,
    ),
    Rule(
        "other-knowledge",
        Text("andere kennis", "other knowledge"),
        0.5,
        "Zij hebben verschillende soorten kennis, die elkaar aanvullen.",
        boost=other_knowledge,
    ),
    Rule(
        "same-period",
        Text("zelfde tijd", "same period"),
        0.25,
        "Beiden waren in dezelfde jaren actief, naar de dagen waarop iets met anderen begon.",
        boost=same_period,
    ),
    Rule(
        "recently-active",
        Text("onlangs actief", "recently active"),
        0.25,
        "Van beiden begon onlangs iets met anderen, naast het nieuwste dat de bronnen vertellen; het dooft met de"
        " jaren.",
        boost=recently_active,
    ),
)
"""Weights are set by hand: what somebody asked for counts most, what two share half of that, and what a tie would
bridge decides between pairs that are as good."""
