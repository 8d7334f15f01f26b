"""What brokerage would be by chance: the mean is held against all networks there are, the rest by the references."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from graph.measures.brokerage import brokerage
from graph.measures.expectation import expectation
from graph.measures.groups import Groups
from graph.measures.sparse import Sparse


@pytest.mark.parametrize("of", [[0, 0, 0, 1], [0, 0, 1, 1], [0, 1, 2, 2]])
def test_the_mean_is_that_over_all_networks_with_the_chance_of_their_density(of):
    """All 2^12 directed networks of four nodes, each with its chance."""
    groups, chance, n = Groups.named([str(one) for one in of]), 0.25, 4
    arcs = [(a, b) for a in range(n) for b in range(n) if a != b]
    mean = np.zeros((n, 6))
    for there in product([False, True], repeat=len(arcs)):
        ends = np.array([arc for arc, on in zip(arcs, there, strict=True) if on], int).reshape(-1, 2)
        if len(ends) > 1:
            found = brokerage(Sparse.of(n, ends[:, 0], ends[:, 1], directed=True), groups).raw
            mean += found * chance ** len(ends) * (1 - chance) ** (len(arcs) - len(ends))
    expected = expectation(groups.sizes.tolist(), 3)  # 3 arcs of 12: a quarter
    assert np.allclose(mean, expected.mean[of])
    assert np.allclose(mean.sum(axis=0), expected.whole_mean)


def test_the_liaisons_of_many_groups_agree_with_the_sum_over_all_triples():
    sizes, arcs = [3, 1, 4, 2, 5], 40
    n, found = sum(sizes), expectation(sizes, arcs)
    d = arcs / (n * (n - 1))
    q, k = 1 - d, range(len(sizes))
    mean = d**2 * q * sum(sizes[i] * sizes[j] * sizes[h] for i in k for j in k for h in k if len({i, j, h}) == 3)
    variance = mean * (1 - d**2 * q)
    for i, j, h in ((i, j, h) for i in k for j in k for h in k if len({i, j, h}) == 3):
        a, b, c = sizes[i], sizes[j], sizes[h]
        variance += a * b * c * (4 * (n - b) - 2 * (a + c + 1)) * d**3 * q**3
        variance -= a * b * c * (4 * (n - c) - 2 * (a + b + 1)) * d**4 * q**2
        variance += a * b * c * (n - (a + c + 1)) * d**5 * q
    assert np.isclose(found.whole_mean[4], mean)
    assert np.isclose(found.whole_sd[4], variance**0.5)


def test_one_node_or_none_has_no_expectation():
    assert np.isnan(expectation([1], 0).mean).all()
    assert np.isnan(expectation([], 0).whole_sd).all()
