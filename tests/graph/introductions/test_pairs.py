"""Pairs and their points by the kernel, plain and compiled, held against looking at every two."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import compiled
from graph.introductions.occasions import EITHER, ONE, OTHER, Occasions, together
from graph.introductions.pairs import Pairing, Pairs
from graph.measures.sparse import Sparse

N, RULES = 7, 3
WEIGHTS = np.array([3.0, 1.5, 1.0])

parts = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.integers(0, N - 1),
        st.sampled_from([EITHER, ONE, OTHER]),
        st.integers(-1, 1),
        st.sampled_from([0.25, 0.5, 1.0]),
    ),
    max_size=14,
)


def pairing(rules: list[list[tuple[int, int, int, int, float]]], closed: list[tuple[int, int]]) -> Pairing:
    """Rows 0 to 2 are people, 3 and 4 organisations, 5 an activity, 6 nothing that can be paired with anybody."""
    some = []
    for rule in rules:
        key, row, side, apart, weight = zip(*rule, strict=True) if rule else ((), (), (), (), ())
        some.append(Occasions.of(key, row, side=side, apart=apart, weight=weight, share=lambda many: 1 / many))
    ends = np.array(closed, np.int64).reshape(-1, 2).T
    return Pairing.of(*together(some), np.array([0, 0, 0, 1, 1, 2, 3]), Sparse.of(N, *ends))


def every_two(of: Pairing) -> dict[tuple[int, int], float]:
    """The points of every pair by the definition."""
    its, found = of.occasions, {}
    for one, other in combinations(range(N), 2):
        if of.sort[one] + of.sort[other] > 2 or other in of.closed.to[of.closed.first[one] : of.closed.first[one + 1]]:
            continue
        total = 0.0
        for rule in range(RULES):
            strength = sum(
                its.weight[p] * its.weight[q] * its.share[its.occasion[p]]
                for p in np.flatnonzero(its.row == one)
                for q in np.flatnonzero(its.row == other)
                if its.occasion[p] == its.occasion[q]
                and of.rule[its.occasion[p]] == rule
                and its.side[p] + its.side[q] == 0
                and (its.apart[p] < 0 or its.apart[p] != its.apart[q])
            )
            total += WEIGHTS[rule] * min(1.0, strength)
        if total > 0:
            found[one, other] = total
    return found


def points(pairs: Pairs) -> dict[tuple[int, int], float]:
    found = {
        (int(one), int(other)): float(p) for one, other, p in zip(pairs.one, pairs.other, pairs.points, strict=True)
    }
    assert len(found) == len(pairs.one)
    return found


@given(
    st.lists(parts, min_size=RULES, max_size=RULES),
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=4),
)
def test_every_pair_has_the_points_of_its_occasions(rules, closed):
    of = pairing(rules, closed)
    expected = every_two(of)
    assert points(of.best(WEIGHTS, 99)) == pytest.approx(expected)
    for row in range(N):
        assert points(of.around(row, WEIGHTS)) == pytest.approx({p: s for p, s in expected.items() if row in p})
    best = of.best(WEIGHTS, 2)
    assert points(best) == pytest.approx({p: s for p, s in expected.items() if p in points(best)})
    assert all(score <= best.left + 1e-9 for pair, score in expected.items() if pair not in points(best))


def test_compiled_gives_the_same(monkeypatch):
    rng = np.random.default_rng(7)
    rules = [
        [(int(rng.integers(5)), int(rng.integers(N)), EITHER, int(rng.integers(-1, 2)), 0.5) for _ in range(14)]
        for _ in range(RULES)
    ]
    of = pairing(rules, [(0, 1)])
    plain = points(of.best(WEIGHTS, 99))
    monkeypatch.setattr(compiled, "COMPILE_ABOVE", -1)
    assert points(of.best(WEIGHTS, 99)) == pytest.approx(plain)
    assert plain


def test_pairs_that_share_an_occasion_shown_by_a_tie_with_a_subject():
    of = Pairing.of(
        *together([Occasions.of([0, 0, 0, 1, 1], [0, 1, 2, 0, 3], tie=[0, 1, -1, 2, 3])]),
        np.zeros(N, np.int64),
        Sparse.of(N, np.array([], np.int64), np.array([], np.int64)),
    )
    tail, head = np.array([0, 1, 0, 3]), np.array([6, 6, 5, 5])
    assert of.resting_on(tail, head, 5).tolist() == [3]
    assert of.resting_on(tail, head, 6).tolist() == [1, 2, N + 2]
