"""What the first proposals to all would join: pairs of organisations that would come to have a common partner."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.introductions.past import Table, Task
from graph.introductions.ranking import highest
from graph.network import Bools
from graph.openpaths import Longs

PROPOSALS = 100


@dataclass(frozen=True, slots=True)
class Joining:
    """The first `proposals` of a ranking: the open pairs that they would join, and how many of them came."""

    name: str
    proposals: int
    joined: int
    came: int


def joining(name: str, score: Table, known: Task, many: int = PROPOSALS) -> Joining:
    """The first `many` of all possible pairs, each pair once.

    `score`, shape (n, n), is of one for the other; a pair is ranked by the sum of both ways, for a sum of weights the
    same order as the mean log-odds. Of equal pairs who stands first in the file goes first.
    """
    one, other = np.nonzero(np.triu(known.possible))
    if not len(one):
        return Joining(name, 0, 0, 0)
    first = highest((score[one, other] + score[other, one])[None], many)[0]
    one, other = one[first], other[first]
    return Joining(name, len(first), joined(known.met, one, other), int(known.new[one, other].sum()))


def joined(met: Bools, one: Longs, other: Longs) -> int:
    """How many open pairs ties between these would join, each pair once however many of the ties join it.

    A tie of a and b joins a with each partner of b that is none of a, and b with each of a that is none of b: the
    gain of a proposal. `met`, shape (n, n), tells who are partners, which a and b are not. A pair may have had
    another common partner already, and may be one of the ties itself.
    """
    pairs = np.zeros_like(met)
    for a, b in ((one, other), (other, one)):
        np.logical_or.at(pairs, a, met[b] & ~met[a])
    return int(np.triu(pairs | pairs.T).sum())
