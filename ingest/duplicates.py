"""Pairs that may be one person or thing, best first, each with its reasons; only a person decides."""

from __future__ import annotations

import math
import re
import shlex
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.dates import Date
from graph.errors import Refused
from graph.model import Entity
from graph.network import Network
from graph.preview import Preview
from graph.questions.base import some
from graph.store import View
from graph.texts import LANGS, Lang, Text
from graph.words import Words
from ingest.likeness import LONGEST_ABBREVIATION, Like, Name, abbreviates, likeness, name_parts

LEAST = 0.5
"""A pair that weighs less is not worth somebody's time."""
MOST_ALIKE = 25
"""What more than so many share tells nobody apart, and makes no pairs."""
FEW = 5
"""A first name that no more people share may alone be who is meant."""
MOST_NAMES = 6
MOST_NEIGHBOURS = 3
_FOR_A_SHELL = re.compile(r"[\"$`\\!%\n]")
_SAME_CONTACT = 0.6
_SAME_ADDRESS = 0.25
_NEIGHBOUR = 0.1
_TIED = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """Something that may be known twice; `shared` holds what it could share by property, `dates` when it was."""

    id: str
    ids: tuple[str, ...]
    kind: str
    name: str
    names: tuple[Name, ...]
    shared: frozenset[tuple[str, str]]
    dates: tuple[str, ...]
    near: frozenset[str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two of one kind that may be the same; `weight` orders proposals and says no more than that."""

    kind: str
    a: Candidate
    b: Candidate
    weight: float
    reasons: tuple[Text, ...]

    def why(self, lang: Lang) -> str:
        return "; ".join(reason.say(lang) for reason in self.reasons)

    def command(self, lang: Lang) -> str:
        """What to type to judge them the same; names are in it, so no shell may read more than text in it."""
        why = self.why(lang)
        quoted = shlex.quote(why) if _FOR_A_SHELL.search(why) else f'"{why}"'
        return f"binck judge same {self.a.id} {self.b.id} --why {quoted}"


def propose(network: Network, view: View) -> list[Proposal]:
    """The pairs of a network that nobody has judged and no open question is about."""
    found = [one for row in range(len(network.ids)) if (one := _of_network(network, row, {}))]
    return _Search(found, network.words, _decided(view)).proposals()


def propose_new(preview: Preview, network: Network, view: View) -> list[Proposal]:
    """The pairs that a load would make with what is new by it and is not one with anything known."""
    delta = preview.effect.delta
    gone = set(delta.entities)
    near: dict[str, set[str]] = {}
    for tie in delta.put.ties.values():
        near.setdefault(tie.from_id, set()).add(tie.to_id)
        near.setdefault(tie.to_id, set()).add(tie.from_id)
    mentions = delta.put.mentions
    new = {mentions[thing.id].entity for thing in preview.new if thing.id in mentions and not thing.known[0]}
    now = {address: entity.id for entity in delta.put.entities.values() for address in entity.ids}
    rows = [row for row, id_ in enumerate(network.ids) if id_ not in gone]
    found = [one for row in rows if (one := _of_network(network, row, now))]
    put = delta.put.entities.values()
    found += [one for entity in put if (one := _candidate(entity, network.words, near.get(entity.id, ())))]
    decided = [*_decided(view), *((judgement.a, judgement.b) for judgement in preview.judged)]
    return _Search(found, network.words, decided, new).proposals()


def _decided(view: View) -> list[tuple[str, str]]:
    """The pairs of mentions that somebody judged, or is asked about already."""
    judged = [(judgement.a, judgement.b) for judgement in view.judgements()]
    return judged + [(question.a, question.b) for question in view.questions() if question.kind == "same"]


def _of_network(network: Network, row: int, now: Mapping[str, str]) -> Candidate | None:
    """A candidate as it is known; `now` gives the id that something near it would have after a load."""
    near = [network.ids[network.other(tie, row)] for tie in network.ties_at(row)]
    return _candidate(network.entity(row), network.words, [now.get(id_, id_) for id_ in near])


def _candidate(entity: Entity, words: Words, near: Iterable[str]) -> Candidate | None:
    """What is compared of an entity; None for a kind or group that equal names never join."""
    kind = words.entities[entity.kind]
    rule = kind.same_name
    dates: list[str] = []
    if not isinstance(rule, str):
        if any(value in entity.all(key) for key, values in rule.unless.items() for value in values):
            return None
        dates = [str(value) for value in entity.all(rule.equal)] if rule.equal else []
    elif rule == "never":
        return None
    shared = {
        (key, plain)
        for key, one in kind.properties.items()
        if one.personal or one.value == "address"
        for value in entity.all(key)
        for text in (value.values() if isinstance(value, dict) else [value])
        if (plain := _plain(str(text)))
    }
    names = tuple(name_parts(str(value.value)) for value in entity.names[:MOST_NAMES])
    return Candidate(
        entity.id,
        entity.ids,
        entity.kind,
        entity.name,
        names,
        frozenset(shared),
        tuple(date for date in dates if _is_date(date)),
        frozenset(near) - {entity.id},
    )


def _plain(text: str) -> str:
    """A contact in the form in which two of them are compared: of a number its last nine digits."""
    bare = re.sub(r"^https?://(www\.)?|/+$|\s", "", text.casefold())
    digits = re.sub(r"\D", "", bare)
    return digits[-9:] if len(digits) > 6 and not re.search(r"[a-z@]", bare) else bare


def _is_date(text: str) -> bool:
    try:
        Date.parse(text)
    except Refused:
        return False
    return True


class _Search:
    """Finds pairs by what they share, so that not everything is compared with everything."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        words: Words,
        decided: Iterable[tuple[str, str]],
        new: Collection[str] | None = None,
    ) -> None:
        self._all = candidates
        self._words = words
        self._new = new
        owner = {address: one.id for one in candidates for address in one.ids}
        self._decided = {frozenset((owner.get(a, a), owner.get(b, b))) for a, b in decided}
        self._by_id = {one.id: one for one in candidates}
        self._known_by = Counter(other for one in candidates for other in one.near)

    def proposals(self) -> list[Proposal]:
        found = (self._weigh(self._all[a], self._all[b]) for a, b in self._pairs())
        return sorted((one for one in found if one), key=lambda one: (-one.weight, one.a.id, one.b.id))

    def _pairs(self) -> set[tuple[int, int]]:
        times = Counter((c.kind, word) for c in self._all for word in {w for name in c.names for w in name.words})
        groups: dict[tuple[str, ...], list[int]] = {}
        for place, one in enumerate(self._all):
            people = self._words.entities[one.kind].personal
            its = {key for name in one.names for key in _keys(one.kind, name, times, people=people)}
            for key in its | {(one.kind, "shared", *what) for what in one.shared}:
                groups.setdefault(key, []).append(place)
        found = {pair for its in groups.values() if len(its) <= MOST_ALIKE for pair in combinations(its, 2)}
        found |= self._abbreviated()
        if self._new is None:
            return found
        return {(a, b) for a, b in found if self._all[a].id in self._new or self._all[b].id in self._new}

    def _abbreviated(self) -> set[tuple[int, int]]:
        """Short single words with the names of several words that they may stand for."""
        longer: dict[tuple[str, str], list[tuple[int, Name]]] = {}
        for place, one in enumerate(self._all):
            for name in one.names:
                if len(name.words) > 1:
                    longer.setdefault((one.kind, name.words[0][0]), []).append((place, name))
        found = set()
        for place, one in enumerate(self._all):
            for name in one.names:
                letters = name.words[0]
                if len(name.words) == 1 and len(letters) <= LONGEST_ABBREVIATION:
                    for other, full in longer.get((one.kind, letters[0]), ()):
                        if abbreviates(letters, list(full.words)):
                            found.add((min(place, other), max(place, other)))
        return found

    def _weigh(self, one: Candidate, other: Candidate) -> Proposal | None:
        if one.id == other.id or frozenset((one.id, other.id)) in self._decided or _at_other_times(one, other):
            return None
        people = self._words.entities[one.kind].personal
        alike = [like for a in one.names for b in other.names if (like := likeness(a, b, people=people))]
        found = [max(alike, key=lambda like: like.weight)] if alike else []
        found += self._shared(one, other)
        if not found:
            return None
        found += self._near(one, other)
        weight = 1 - math.prod(1 - like.weight for like in found)
        reasons = [like.reason for like in found]
        if other.id in one.near:
            weight *= _TIED
            reasons.append(Text("maar er is een band tussen hen", "but there is a tie between them"))
        if weight < LEAST:
            return None
        a, b = sorted((one, other), key=lambda c: c.id)
        return Proposal(one.kind, a, b, round(weight, 3), tuple(reasons))

    def _shared(self, one: Candidate, other: Candidate) -> Iterator[Like]:
        """What both have of contacts and addresses, never repeated."""
        properties = self._words.entities[one.kind].properties
        for key in sorted({key for key, _ in one.shared & other.shared}):
            label = properties[key].label
            weight = _SAME_CONTACT if properties[key].personal else _SAME_ADDRESS
            yield Like(weight, Text(f"{label.nl} is gelijk", f"{label.en} is equal"))

    def _near(self, one: Candidate, other: Candidate) -> Iterator[Like]:
        """What both have a tie with, but for what nearly everybody has one with."""
        both = [id_ for id_ in sorted(one.near & other.near) if self._known_by[id_] <= MOST_ALIKE]
        if both:
            names = sorted(self._by_id[id_].name if id_ in self._by_id else id_ for id_ in both)
            weight = 1 - (1 - _NEIGHBOUR) ** min(len(both), MOST_NEIGHBOURS)
            nl, en = (some(names, lang, MOST_NEIGHBOURS) for lang in LANGS)
            yield Like(weight, Text(f"beide verbonden met {nl}", f"both have a tie with {en}"))


def _keys(kind: str, name: Name, times: Mapping[tuple[str, str], int], *, people: bool) -> Iterator[tuple[str, ...]]:
    """What a name shares with those that it may be the same as: of people the surname, of things any word."""
    yield kind, "letters", "".join(sorted("".join(name.words)))
    for place, word in enumerate(name.words):
        others = [other[0] for other in (*name.words[:place], *name.words[place + 1 :])]
        if times[kind, word] <= MOST_ALIKE:
            if not people or place == len(name.words) - 1 or times[kind, word] <= FEW:
                yield kind, "word", word
        elif not people or place == len(name.words) - 1:
            yield from ((kind, "word", word, letter) for letter in others)
        if len(word) > 3:
            beside = "".join(sorted(others))
            yield from ((kind, "slip", word[:at] + word[at + 1 :], beside) for at in range(len(word)))
            yield kind, "slip", word, beside


def _at_other_times(one: Candidate, other: Candidate) -> bool:
    """Whether all that is known of when they were says that they were at different times."""
    if not one.dates or not other.dates:
        return False
    return not any(Date.parse(a).overlaps(Date.parse(b)) for a in one.dates for b in other.dates)
