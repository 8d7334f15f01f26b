"""Forces that are steady: the same each time, and from known places neither blown up nor fallen together."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from viz.forces import force, turned


def wheel() -> nx.Graph:
    return nx.wheel_graph(24)


def extent(points: np.ndarray) -> float:
    return float(np.hypot(*(points - points.mean(axis=0)).T).mean())


def test_the_same_graph_has_the_same_places():
    part = list(range(24))
    assert (force(wheel(), part, None, 50) == force(wheel(), part, None, 50)).all()


def test_one_alone_stands_in_the_middle():
    assert force(wheel(), [3], None, 50).tolist() == [[0, 0]]


@pytest.mark.parametrize("size", [0.01, 1.0, 300.0])
def test_from_known_places_of_any_size_it_keeps_that_size(size):
    part = list(range(24))
    start = force(wheel(), part, None, 200) * size
    then = force(wheel(), part, start, 10)
    assert extent(then) == pytest.approx(extent(start), rel=0.25)


def test_places_are_turned_mirrored_and_scaled_back_to_where_they_lay():
    before = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 5.0], [3.0, 9.0]])
    angle = np.array([[0.0, 1.0], [-1.0, 0.0]])
    after = before * [1, -1] @ angle * 7 + [40, 90]
    assert turned(after, before) == pytest.approx(before)


def test_what_is_new_is_turned_along():
    before = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 5.0], [np.nan, np.nan]])
    after = np.array([[0.0, 0.0], [0.0, 10.0], [-5.0, 10.0], [0.0, 20.0]])
    assert turned(after, before)[3] == pytest.approx([20, 0])
