"""Room for marks."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from viz.spread import column, free_spot, separate, shelves

spots = st.integers(1, 25).flatmap(lambda n: arrays(float, (n, 2), elements=st.integers(-60, 60).map(float)))


def gaps(points, radii):
    """The room between each two discs."""
    away = points[:, None] - points[None]
    room = np.hypot(away[..., 0], away[..., 1]) - radii[:, None] - radii[None]
    return room[np.triu_indices(len(points), 1)]


@given(spots)
def test_no_disc_lies_over_another_wherever_they_began(points):
    radii = np.linspace(5, 15, len(points))
    moved = separate(points, radii)
    assert (gaps(moved, radii) > -1).all()


def test_what_has_room_stays_where_it_is():
    points = np.array([[0.0, 0.0], [100.0, 0.0], [0.0, 50.0]])
    assert (separate(points, np.full(3, 10.0)) == points).all()


def test_two_on_one_spot_part_by_as_much_as_they_need():
    moved = separate(np.zeros((2, 2)), np.array([10.0, 10.0]))
    assert 19 < np.hypot(*(moved[0] - moved[1])) < 21


def test_groups_stand_side_by_side_and_go_on_below():
    square = np.array([[0.0, 0.0], [20.0, 20.0]])
    groups = shelves([square] * 5, [np.full(2, 5.0)] * 5, width=100, gap=10)
    corners = [(group - 5).min(axis=0).tolist() for group in groups]
    assert corners == [[0, 0], [40, 0], [0, 40], [40, 40], [0, 80]]


@given(spots)
def test_a_free_spot_is_free_and_near(points):
    radii = np.full(len(points), 6.0)
    spot = free_spot(np.zeros(2), points, radii, 6.0)
    assert (np.hypot(*(points - spot).T) >= 12).all()
    assert np.hypot(*spot) <= 6 * (2 * len(points) + 3)


def test_the_anchor_itself_is_taken_when_nobody_stands_there():
    assert free_spot(np.array([3.0, 4.0]), np.empty((0, 2)), np.empty(0), 5.0).tolist() == [3.0, 4.0]


def test_a_column_stands_to_the_right_of_all_in_the_middle_of_their_height():
    points = np.array([[0.0, 0.0], [30.0, 100.0]])
    assert column(points, 2, 50.0, 20.0).tolist() == [[80.0, 40.0], [80.0, 60.0]]
    assert column(points, 0, 50.0, 20.0).tolist() == []
    assert column(np.empty((0, 2)), 1, 50.0, 20.0).tolist() == [[0.0, 0.0]]
