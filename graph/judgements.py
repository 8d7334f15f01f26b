"""What people judged: two mentions are the same, different, or one cannot be sure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from graph.errors import Contradiction
from graph.jsontext import Json, dumps
from graph.statements import ID_LENGTH

VERDICTS: Final = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """A verdict on a pair of mentions, with the reason; the order of the pair does not count."""

    verdict: str
    a: str
    b: str
    why: Json
    id: str = field(init=False)

    def __post_init__(self) -> None:
        low, high = sorted((self.a, self.b))
        object.__setattr__(self, "a", low)
        object.__setattr__(self, "b", high)
        digest = hashlib.sha256(dumps([self.verdict, low, high, self.why])).hexdigest()
        object.__setattr__(self, "id", "j" + digest[: ID_LENGTH - 1])

    def content(self) -> list[object]:
        return [self.verdict, self.a, self.b, self.why]

    @classmethod
    def from_content(cls, content: Json) -> Judgement:
        return cls(*content)  # type: ignore[misc]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Judgement) and other.id == self.id

    def __hash__(self) -> int:
        return hash(self.id)


class Sets:
    """Disjoint sets of strings (Galler and Fischer 1964); each is known by its smallest member."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, item: str) -> str:
        parent = self._parent
        root = item
        while (above := parent.get(root, root)) != root:
            root = above
        while (above := parent.get(item, item)) != root:
            parent[item] = root
            item = above
        return root

    def union(self, a: str, b: str) -> None:
        a, b = sorted((self.find(a), self.find(b)))
        self._parent[b] = a


def contradiction(judgements: Iterable[Judgement]) -> tuple[Judgement, list[Judgement]] | None:
    """A `different` within what is judged `same`, with the chain of `same` that it breaks.

    `unsure` contradicts nothing. None when the judgements agree.
    """
    judgements = sorted(judgements, key=lambda j: j.id)
    sets = Sets()
    for judgement in judgements:
        if judgement.verdict == "same":
            sets.union(judgement.a, judgement.b)
    for judgement in judgements:
        if judgement.verdict == "different" and sets.find(judgement.a) == sets.find(judgement.b):
            return judgement, _chain(judgements, judgement.a, judgement.b)
    return None


def _chain(judgements: list[Judgement], start: str, goal: str) -> list[Judgement]:
    """The shortest chain of `same` from one mention to another."""
    neighbours: dict[str, list[tuple[str, Judgement]]] = {}
    for judgement in judgements:
        if judgement.verdict == "same":
            neighbours.setdefault(judgement.a, []).append((judgement.b, judgement))
            neighbours.setdefault(judgement.b, []).append((judgement.a, judgement))
    ways: dict[str, list[Judgement]] = {start: []}
    queue = [start]
    for here in queue:
        for there, judgement in neighbours.get(here, []):
            if there not in ways:
                ways[there] = [*ways[here], judgement]
                queue.append(there)
    return ways[goal]


def refuse_contradiction(new: Judgement, in_force: Iterable[Judgement]) -> None:
    """Raises `Contradiction`, naming the judgements in force that `new` contradicts."""
    others = [judgement for judgement in in_force if judgement.id != new.id]
    found = contradiction([*others, new])
    if found is None:
        return
    against = [j for j in (found[0], *found[1]) if j.id != new.id]
    named_nl = ", ".join(f"{j.id} ({j.a} en {j.b}: {_NL[j.verdict]})" for j in against)
    named_en = ", ".join(f"{j.id} ({j.a} and {j.b}: {j.verdict})" for j in against)
    raise Contradiction(
        f"{new.a} en {new.b}: {_NL[new.verdict]} is in tegenspraak met {named_nl}; trek dat oordeel eerst in",
        f"{new.a} and {new.b}: {new.verdict} contradicts {named_en}; withdraw that judgement first",
    )


_NL = {"same": "hetzelfde", "different": "verschillend", "unsure": "onzeker"}
