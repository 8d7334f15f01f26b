"""Open two-paths, held against counting by hand and by brute force."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.openpaths import Near, OpenPaths, Steps, open_paths

NODES = 9
pairs = st.lists(st.tuples(st.integers(0, NODES - 1), st.integers(0, NODES - 1)), max_size=25)
flags = st.lists(st.booleans(), min_size=NODES, max_size=NODES)


def ends(rows: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    columns = np.array(rows, np.int32).reshape(-1, 2)
    return columns[:, 0], columns[:, 1]


def near(rows) -> Near:
    return Near.both_ways(NODES, *ends(list(rows)))


def count(steps: dict[tuple[int, int], float], tied=(), met=(), a=(), b=(), not_if_met=()) -> OpenPaths:
    member, middle = ends(list(steps))
    masks = [np.isin(np.arange(NODES), list(group)) for group in (a, b, not_if_met)]
    ways = Steps.of(NODES, member, middle, np.array(list(steps.values()), float))
    return open_paths(NODES, ways, near(tied), near(met), *masks)


def test_a_node_tied_to_one_of_each_joins_one_pair():
    found = count({(0, 2): 1, (1, 2): 0.5}, a=[0], b=[1])
    assert (found.pairs[2], found.only[2], found.weight[2]) == (1, 1, 0.5)


def test_two_nodes_that_join_the_same_pair_are_neither_the_only_one():
    found = count({(0, 2): 1, (1, 2): 1, (0, 3): 1, (1, 3): 1}, a=[0], b=[1])
    assert (found.pairs[[2, 3]].tolist(), found.only[[2, 3]].tolist()) == ([1, 1], [0, 0])


def test_a_pair_with_a_tie_of_its_own_is_closed_whichever_way_round():
    assert not count({(0, 2): 1, (1, 2): 1}, tied=[(1, 0)], a=[0], b=[1]).pairs.any()


def test_a_pair_that_met_needs_no_middle_of_the_kind_that_says_so():
    steps = {(0, 2): 1.0, (1, 2): 1.0, (0, 3): 1.0, (1, 3): 1.0}
    assert count(steps, met=[(0, 1)], a=[0], b=[1], not_if_met=[2]).pairs.tolist()[2:4] == [0, 1]


def test_who_belongs_to_both_groups_is_in_no_pair_and_may_still_join_others():
    found = count({(0, 2): 1, (1, 2): 1, (3, 4): 1, (2, 4): 1}, a=[0, 2], b=[1, 2])
    assert found.pairs.tolist() == [0, 0, 1, 0, 0, 0, 0, 0, 0]


def test_nobody_joins_a_pair_that_it_is_part_of():
    assert not count({(1, 0): 1, (0, 1): 1}, a=[0], b=[1]).pairs.any()


def test_an_empty_group_or_network_gives_zeros():
    assert not count({}, a=[], b=[]).pairs.any()
    assert not count({(0, 2): 1}, a=[0], b=[]).weight.any()


@given(pairs, pairs, pairs, flags, flags, flags, st.randoms(use_true_random=False))
def test_any_small_network_agrees_with_brute_force(way, tied, met, in_a, in_b, not_if_met, rnd):
    steps: dict[tuple[int, int], float] = {}
    member, middle = ends(way)
    strength = np.array([rnd.choice([0.25, 0.5, 1.0]) for _ in way], float)
    for step, weight in zip(way, strength.tolist(), strict=True):
        if step[0] != step[1]:
            steps[step] = max(weight, steps.get(step, 0))
    masks = [np.array(mask, bool) for mask in (in_a, in_b, not_if_met)]
    found = open_paths(NODES, Steps.of(NODES, member, middle, strength), near(tied), near(met), *masks)

    joined: dict[tuple[int, int], list[int]] = {}
    weights = [0.0] * NODES
    for a in [x for x in range(NODES) if in_a[x] and not in_b[x]]:
        for b in [x for x in range(NODES) if in_b[x] and not in_a[x]]:
            for x in range(NODES):
                closed = {(a, b), (b, a)} & set(tied) or (not_if_met[x] and {(a, b), (b, a)} & set(met))
                if (a, x) in steps and (b, x) in steps and not closed:
                    joined.setdefault((a, b), []).append(x)
                    weights[x] += min(steps[a, x], steps[b, x])
    assert found.pairs.tolist() == [sum(x in middles for middles in joined.values()) for x in range(NODES)]
    assert found.only.tolist() == [sum(middles == [x] for middles in joined.values()) for x in range(NODES)]
    assert np.allclose(found.weight, weights)
