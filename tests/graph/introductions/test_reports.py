"""How sure an evaluation is, what proposals would join, and how well a probability holds, worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from graph.introductions.advantage import advantage
from graph.introductions.calibration import Bin, calibration
from graph.introductions.joining import Joining, joined, joining
from graph.introductions.past import task
from graph.introductions.ranking import Judged, Point, highest
from tests.graph.introductions.test_evaluation import small


def ranking(name: str, hits: list[int], distinct: int) -> Judged:
    found = np.array(hits, bool)
    return Judged(Point(name, float(found.mean()), 0.0, distinct), found)


def test_beside_the_best_of_those_that_name_as_many():
    ours = ranking("ours", [1, 1, 1, 0], 3)
    few, many, more = ranking("few", [1, 1, 1, 1], 2), ranking("many", [1, 0, 0, 0], 3), ranking("more", [0] * 4, 9)
    found = advantage(ours, [few, many, more])
    assert (found.baseline, found.difference) == ("many", 0.5)
    assert (found.low, found.high) == (0.0, 1.0)


def test_beside_the_one_that_names_most_when_none_names_as_many():
    assert advantage(ranking("ours", [1, 0], 5), [ranking("a", [1, 1], 1), ranking("b", [0, 0], 2)]).baseline == "b"


def test_two_that_are_right_about_the_same_surely_do_not_differ():
    same = advantage(ranking("ours", [1, 0, 1], 1), [ranking("other", [1, 0, 1], 1)])
    assert (same.difference, same.low, same.high) == (0.0, 0.0, 0.0)


def test_a_tie_joins_each_with_the_partners_of_the_other_and_each_pair_once():
    met = np.zeros((6, 6), bool)
    for a, b in ((0, 1), (0, 2), (3, 4), (3, 1)):
        met[a, b] = met[b, a] = True
    # 0-3: 0 comes to 4, 3 comes to 2; 1 they have in common
    assert joined(met, np.array([0]), np.array([3])) == 2
    # 2-3 joins 0-3, 2-4 and 2-1; with 0-3 the pairs are 0-4, 2-3, 0-3, 2-4, 1-2
    assert joined(met, np.array([0, 2]), np.array([3, 3])) == 5


def test_a_pair_that_two_ties_join_counts_once():
    """On the path 2-0-3-1-4 the pairs 0-4 and 1-2 are joined by 0-1, and by 2-4 as well."""
    met = np.zeros((5, 5), bool)
    for a, b in ((2, 0), (0, 3), (3, 1), (1, 4)):
        met[a, b] = met[b, a] = True
    assert joined(met, np.array([0, 2]), np.array([1, 4])) == 2


def test_a_pair_ranks_by_the_sum_of_both_scores():
    """f for t scores most, but g and s score more together; of these two pairs only f and t come in 2017."""
    known = task(small(), "2017-01-01", "2018-01-01")
    score = np.zeros((5, 5), np.float32)
    score[0, 3], score[1, 2], score[2, 1] = 3, 2, 2
    assert joining("one", score, known, 1) == Joining("one", 1, 2, 0)
    assert joining("both", score, known) == Joining("both", 2, 2, 1)


def test_where_no_pair_is_possible_nothing_is_joined():
    known = task(small(), "2020-01-01")
    assert joining("none", np.zeros((5, 5), np.float32), known) == Joining("none", 0, 0, 0)


def test_bins_of_probability_hold_what_was_said_and_what_came():
    found = calibration(np.array([0.0001, 0.002, 0.002, 0.5]), np.array([False, False, True, True]))
    assert found is not None
    assert [(some.pairs, some.came) for some in found.bins] == [(1, 0.0), (2, 0.5), (1, 1.0)]
    assert found.every == Bin(pytest.approx(0.126025), 0.5, 4)
    assert found.error == pytest.approx((0.0001 + 0.996 + 0.5) / 4)
    assert found.ratio == pytest.approx(0.25205)


def test_of_no_pairs_nothing_is_said_and_of_none_that_came_no_ratio():
    assert calibration(np.zeros(0), np.zeros(0, bool)) is None
    none = calibration(np.array([0.5]), np.array([False]))
    assert none is not None
    assert none.ratio is None


def test_the_highest_of_each_row_and_of_equal_ones_the_first():
    assert highest(np.array([[1, 3, 3, 2], [0, 0, 0, 0]], np.float32), 3).tolist() == [[1, 2, 3], [0, 1, 2]]
