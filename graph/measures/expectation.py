"""What Gould-Fernandez brokerage would be by chance: expectation and variance in closed form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.openpaths import Floats


@dataclass(frozen=True, slots=True)
class Expectation:
    """Means and standard deviations of the five roles and their total.

    `mean` and `sd` have shape (k, 6), a row for a broker of each group; `whole_mean` and
    `whole_sd` have shape (6,), for the sums over the network.
    """

    mean: Floats
    sd: Floats
    whole_mean: Floats
    whole_sd: Floats


def expectation(sizes: Sequence[int], arcs: int) -> Expectation:
    """Brokerage expected in a random network with these groups and this many arcs.

    Every arc is there with the chance d = arcs / (N (N - 1)), whatever the others; an undirected
    tie counts as two arcs. `sizes` are the k sizes of the groups, N their sum. The variance adds
    to that of a single triad the covariance of two that share a pair. Means count the triads and
    are exact; variances follow the reference, R's `sna::brokerage`. Arcs of an undirected network
    come in twos, so there the true spread is larger and z is no test. With fewer than two nodes
    all is NaN; a role that cannot occur has mean and sd 0.

    Time goes with the number of groups: the sum over three different groups is one of powers.

    >>> found = expectation([2, 2], 4)
    >>> found.mean[0].round(3).tolist(), found.sd[0].round(3).tolist()
    ([0.0, 0.148, 0.148, 0.148, 0.0, 0.444], [0.0, 0.37, 0.399, 0.399, 0.0, 0.737])

    Gould and Fernandez (1989), Structures of mediation: a formal approach to brokerage in
    transaction networks, Sociological Methodology 19.
    """
    n = sum(sizes)
    k = len(sizes)
    if n < 2:
        return Expectation(*(np.full(shape, np.nan) for shape in ((k, 6), (k, 6), 6, 6)))
    d = arcs / (n * (n - 1))
    once = d**2 * (1 - d)
    counts, shared = [], []
    others_2 = sum(g * (g - 1) for g in sizes)
    others_3 = sum(g * (g - 1) * (g - 2) for g in sizes)
    squares, cubes = sum(g * g for g in sizes), sum(g**3 for g in sizes)
    for g in sizes:
        rest = n - g
        counts.append(
            [
                (g - 1) * (g - 2),
                others_2 - g * (g - 1),
                rest * (g - 1),
                rest * (g - 1),
                rest * rest - (squares - g * g),
                (n - 1) * (n - 2),
            ]
        )
        mixed = (g - 1) * rest * (rest - 1) + rest * (g - 1) * (g - 2)
        shared.append(
            [
                2 * (g - 1) * (g - 2) * (g - 3),
                2 * (others_3 - g * (g - 1) * (g - 2)),
                mixed,
                mixed,
                2 * ((n - g) * rest * (rest - 1) + (squares - g * g) * (1 - 2 * rest) + cubes - g**3),
                2 * (n - 1) * (n - 2) * (n - 3),
            ]
        )
    mean = np.array(counts, float).reshape(k, 6) * once
    sd = np.sqrt(mean * (1 - once) + np.array(shared, float).reshape(k, 6) * (d**3 * (1 - d) ** 3))
    whole_mean, whole_sd = _whole(sizes, d)
    return Expectation(mean, sd, whole_mean, whole_sd)


def _whole(sizes: Sequence[int], d: float) -> tuple[Floats, Floats]:
    """The moments of the sums over all nodes, of which two triads may share arcs in more ways."""
    n = sum(sizes)
    s1, s2, s3, s4 = (sum(g**power for g in sizes) for power in (1, 2, 3, 4))
    three = s1**3 - 3 * s1 * s2 + 2 * s3  # over three different groups, of the product of their sizes
    four = s2 * s1**2 - s2**2 - 2 * s1 * s3 + 2 * s4  # the same with one of the sizes squared
    inside = sum(g * (g - 1) * (g - 2) for g in sizes)
    inside_more = sum(g * (g - 1) * (g - 2) * (g - 3) for g in sizes)
    two_and_one = sum(g * (n - g) * (g - 1) for g in sizes)
    pair = [g * (g - 1) for g in sizes]
    counts = [inside, two_and_one, two_and_one, two_and_one, three, n * (n - 1) * (n - 2)]
    # how often two triads share a pair so that the covariance is d^3 q^3, -d^4 q^2 or d^5 q, with q = 1 - d
    strangers = [
        sum(p * (g - 2) * (4 * g - 10) for p, g in zip(pair, sizes, strict=True)),
        sum(p * ((2 * g - 6) * (n - g) + 2 * (s2 - g * g)) for p, g in zip(pair, sizes, strict=True)),
        two_and_one * (n - 3),
        two_and_one * (n - 3),
        (4 * n - 2) * three - 8 * four,
        n * (n - 1) * (n - 2) * (4 * n - 10),
    ]
    opposed = [4 * inside_more, 0, 0, 0, strangers[4], 4 * n * (n - 1) * (n - 2) * (n - 3)]
    alike = [
        inside_more,
        sum(p * (n - g - 1) * (n - g) for p, g in zip(pair, sizes, strict=True)),
        sum(p * (n - g) * (g - 2) for p, g in zip(pair, sizes, strict=True)),
        sum(p * (n - g) * (g - 2) for p, g in zip(pair, sizes, strict=True)),
        (n - 1) * three - 2 * four,
        n * (n - 1) * (n - 2) * (n - 3),
    ]
    q = 1 - d
    once = d**2 * q
    mean = np.array(counts, float) * once
    variance = mean * (1 - once) + np.array(strangers, float) * (d**3 * q**3)
    variance += np.array(alike, float) * (d**5 * q) - np.array(opposed, float) * (d**4 * q**2)
    # a variance below nought, which the approximation can give, has no root: NaN, as in the reference
    return mean, np.sqrt(np.where(variance < 0, np.nan, variance))
