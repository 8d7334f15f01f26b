"""A made-up network of people who met at activities, as networks of collaboration are: uneven and clustered."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.openpaths import Longs

_SECTORS = 12


@dataclass(frozen=True, slots=True)
class Collaboration:
    """`people` people; `tail` and `head`, each tied pair once; `sector` of each; who was `where` at an activity."""

    people: int
    tail: Longs
    head: Longs
    sector: Longs
    who: Longs
    where: Longs


def collaboration(ties: int, seed: int = 1) -> Collaboration:
    """A network of about `ties` ties, the same for the same seed.

    Activities have two to some dozens of people; a few people come to very many, half of them
    to one; sectors are of very uneven size, and most activities draw on a few of them.
    """
    rnd = np.random.default_rng(seed)
    people, activities = max(ties // 6, 20), max(ties // 7, 10)
    size = np.minimum(2 + (rnd.pareto(1.6, activities) * 1.6).astype(int), 40)
    share = 1 / np.arange(1, _SECTORS + 1)
    sector = rnd.choice(_SECTORS, people, p=share / share.sum())
    where = np.repeat(np.arange(activities), size)
    who = (people * rnd.random(len(where)) ** 1.7).astype(np.int64)
    near = rnd.random(len(where)) < 0.6
    who[near] = (where[near] * people // activities + rnd.integers(0, 40, near.sum())) % people
    once = np.unique(where * people + who)
    where, who = once // people, once % people
    keys = []
    for k in range(1, 40):
        same = where[k:] == where[:-k]
        a, b = who[:-k][same], who[k:][same]
        keys.append(np.minimum(a, b) * people + np.maximum(a, b))
    key = np.unique(np.concatenate(keys))
    key = rnd.permutation(key)[:ties] if len(key) > ties else key
    return Collaboration(people, key // people, key % people, sector, who, where)
