"""What a question in words names: entities, sectors, sources, periods and versions, with typing errors."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from graph.asking.periods import periods_in
from graph.names import normalised
from graph.naming import SECTOR, SOURCE, Named, Naming

FEW = 6
"""What so many or more of the kinds asked for are called, in part, names none of them."""

PART = 0.6
"""The weight of a part of a name, at most."""

_COMMON = 40
"""Words that stand in so many names or more are no part of one."""

_LONG = 5
"""Letters from which a word of a name may have a typing error."""

_PARTS = 4
"""The most words that are looked for as part of a name."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `start` to `end` of a text and what they may name; `weight` is 1 for a whole name without errors."""

    start: int
    end: int
    words: str
    named: tuple[Named, ...]
    weight: float

    @property
    def worth(self) -> float:
        """Long names before short ones, whole ones before parts."""
        return self.weight * (self.end - self.start + 1)

    def value(self, takes: Collection[str]) -> str:
        """What a parameter that takes these kinds reads here: the id of the only one, else the words, or nothing."""
        fitting = [named for named in self.named if named.kind in takes]
        first = [n for n in fitting if n.kind == SECTOR] or [n for n in fitting if n.kind == "theme"] or fitting
        ids = {(named.kind, named.id) for named in first}
        if len(ids) == 1:
            return first[0].id
        return self.words if ids and (self.weight > PART or len(ids) < FEW) else ""

    def fit(self, takes: Sequence[str]) -> float:
        """1 for a kind of which a parameter is thought first, a little less for each kind that it takes besides."""
        places = [takes.index(named.kind) for named in self.named if named.kind in takes]
        return 1 - 0.02 * min(places, default=0)

    @property
    def places(self) -> set[int]:
        return set(range(self.start, self.end))


class Names:
    """The names of a network, for finding those that stand in a text."""

    def __init__(self, naming: Naming, known: Collection[str], filler: Collection[str]) -> None:
        """`known` are words of questions: one of these alone is no part of a name, and one of `filler` is no name."""
        self._known, self._filler = known, filler
        self._names = [(named, tuple(bare.split())) for named, bare, _ in naming.everything]
        for id_, title in naming.sources.items():
            named = Named(SOURCE, id_, title, -1, title)
            self._names += [(named, tuple(normalised(text).split())) for text in (id_, title)]
        self._beginning: dict[str, list[int]] = {}
        self._with: dict[str, set[int]] = {}
        for place, (_, words) in enumerate(self._names):
            if words:
                self._beginning.setdefault(words[0], []).append(place)
            for word in words:
                self._with.setdefault(word, set()).add(place)
        self._vocabulary = list(self._with)

    def mentions(self, words: Sequence[str]) -> list[Mention]:
        """All that may be named in these normalised words, the worthiest first."""
        found = [*self._whole(words), *self._parts(words)]
        for start, end, kind, value in periods_in(" ".join(words)):
            found.append(Mention(start, end, value, (Named(kind, value, value, -1, value),), 1))
        return sorted(found, key=lambda mention: (-mention.worth, mention.start))

    def _alike(self, words: Sequence[str]) -> list[list[str]]:
        """For each word those of the names that it is, with at most one typing error in a long one."""
        found = [[word] if word in self._with else [] for word in words]
        long = [place for place, word in enumerate(words) if len(word) >= _LONG and word not in self._known]
        if long and self._vocabulary:
            near = cdist([words[place] for place in long], self._vocabulary, scorer=OSA.distance, score_cutoff=1)
            for row, column in zip(*np.nonzero(near == 1), strict=True):
                if len(self._vocabulary[column]) >= _LONG:
                    found[long[row]].append(self._vocabulary[column])
        return found

    def _whole(self, words: Sequence[str]) -> Iterator[Mention]:
        alike = self._alike(words)
        spans: dict[tuple[int, int], dict[tuple[str, str], tuple[Named, float]]] = {}
        for start in range(len(words)):
            for first in alike[start]:
                for place in self._beginning.get(first, ()):
                    named, name = self._names[place]
                    end = start + len(name)
                    if end <= len(words) and all(one in alike[start + k] for k, one in enumerate(name)):
                        right = sum(one == word for one, word in zip(name, words[start:end], strict=True)) / len(name)
                        weight = 0.8 + 0.2 * right
                        if len(name) == 1 and name[0] in self._known:
                            weight -= 0.2
                        if len(name) == 1 and name[0] in self._filler:
                            continue
                        here = spans.setdefault((start, end), {})
                        key = (named.kind, named.id)
                        if key not in here or here[key][1] < weight:
                            here[key] = (named, weight)
        for (start, end), hits in spans.items():
            best = max(weight for _, weight in hits.values())
            sure = tuple(named for named, weight in hits.values() if weight == best or named.kind == SECTOR)
            yield Mention(start, end, " ".join(words[start:end]), sure, best)

    def _parts(self, words: Sequence[str]) -> Iterator[Mention]:
        """Runs of words that stand in a few names, such as a surname."""
        for length in range(min(_PARTS, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                run = words[start : start + length]
                if len(run[0]) < 3 or run[0] in self._known or run[-1] in self._known:
                    continue
                if not self._with.keys() >= set(run):
                    continue
                places = set.intersection(*(self._with[word] for word in run))
                named = {
                    (n.kind, n.id): n for n in (self._names[p][0] for p in places if _holds(self._names[p][1], run))
                }
                if 0 < len(named) < _COMMON:
                    yield Mention(
                        start, start + length, " ".join(run), tuple(named.values()), PART if length > 1 else PART - 0.1
                    )


def _holds(name: Sequence[str], run: Sequence[str]) -> bool:
    return any(tuple(name[k : k + len(run)]) == tuple(run) for k in range(len(name) - len(run) + 1))


def choice_mentions(words: Sequence[str], choices: Iterable[tuple[str, str]]) -> Iterator[Mention]:
    """Where one of these `(key, label)` stands in the words; an ending more or less is no matter."""
    for key, label in choices:
        name = normalised(label).split()
        for start in range(len(words) - len(name) + 1):
            if all(_begins(one, word) for one, word in zip(name, words[start:], strict=False)):
                end = start + len(name)
                yield Mention(start, end, key, (Named("choice", key, label, -1, label),), 1)


def _begins(one: str, word: str) -> bool:
    short, long = sorted((one, word), key=len)
    return long.startswith(short[:-1] if len(short) > 5 else short) and len(long) - len(short) <= 3
