"""Foretelling who works together: what is possible, what is learned, how a ranking is judged."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.bench_introductions import DATA, DATES
from graph.introductions.evaluation import Evaluation, evaluate
from graph.introductions.learning import learn
from graph.introductions.past import Past, task
from graph.introductions.ranking import judged
from ingest.collaborations import read_past


def small() -> Past:
    """Firms f and g and schools s and t: f-s and g-t in 2015, f-t in 2017, g-s in 2018; u never did anything."""
    ids, types = ["f", "g", "s", "t", "u"], np.array(["firm", "firm", "school", "school", "school"])
    starts = np.array(["2015-01-01", "2015-06-01", "2017-01-01", "2018-01-01"])
    there = np.zeros((5, 4), np.float32)
    for column, who in enumerate(((0, 2), (1, 3), (0, 3), (1, 2))):
        there[list(who), column] = 1
    return Past(ids, types, starts, there, np.eye(4, dtype=np.float32)[:, :2])


@pytest.fixture(scope="module")
def real() -> Past:
    return read_past(DATA / "activities.csv", DATA / "participations.csv", DATA / "organisations.csv")


@pytest.fixture(scope="module")
def futures(real: Past) -> list[Evaluation]:
    return [evaluate(real, date) for date in DATES]


def test_possible_are_pairs_of_other_types_that_never_met_and_each_met_somebody():
    known = task(small(), "2017-01-01")
    assert np.argwhere(known.possible).tolist() == [[0, 3], [1, 2], [2, 1], [3, 0]]
    assert np.argwhere(known.new).tolist() == [[0, 3], [1, 2], [2, 1], [3, 0]]
    assert np.argwhere(task(small(), "2017-01-01", "2018-01-01").new).tolist() == [[0, 3], [3, 0]]


def test_nothing_after_the_date_is_known():
    past = small()
    later = past.there.copy()
    later[:, 2:] = 0
    other = Past(past.ids, past.types, past.starts, later, past.topics)
    assert np.array_equal(task(past, "2017-01-01").features, task(other, "2017-01-01").features)


def test_a_ranking_is_judged_by_who_found_one_and_how_many_are_named():
    right = judged("right", np.ones((2, 5), np.float32), task(small(), "2017-01-01", "2018-01-01"))
    assert (right.point.hits_at_5, right.point.precision_at_5, right.point.distinct) == (1.0, 0.2, 2)
    assert right.hits.tolist() == [True, True]


def test_without_a_future_nobody_is_asked_about():
    found = evaluate(small(), "2020-01-01")
    assert (found.organisations, {point.hits_at_5 for point in found.points}) == (0, {0.0})
    assert {(one.difference, one.low, one.high) for one in found.advantages} == {(0.0, 0.0, 0.0)}
    assert found.calibration is None


@pytest.mark.parametrize(("begins", "came"), [("2018-12-31", 1.0), ("2019-01-01", 0.0)])
def test_a_probability_is_judged_by_the_year_after_the_date_alone(begins, came):
    """Learned from f and t, who met in 2017; at the start of 2018 only g and s are possible, and they come later."""
    past = small()
    found = evaluate(replace(past, starts=np.array([*past.starts[:3], begins])), "2018-01-01")
    assert found.organisations == 2
    assert found.calibration is not None
    assert (found.calibration.every.came, found.calibration.every.pairs) == (came, 2)


def test_where_29_february_is_missing_the_28th_stands_for_it():
    assert evaluate(small(), "2020-02-29").organisations == 0


def test_no_learned_weight_is_negative_and_the_same_past_gives_the_same(real):
    earlier = task(real, "2016-01-01", "2017-01-01")
    first, again = learn(earlier), learn(earlier)
    assert (first.weights >= 0).all()
    assert np.array_equal(first.weights, again.weights)


@pytest.mark.parametrize(("name", "hits", "named"), [("sharp", 0.60, 100), ("wide", 0.56, 200)])
def test_real_futures_are_foretold_better_than_by_a_baseline_that_names_as_many(futures, name, hits, named):
    points = [point for one in futures for point in one.points if point.name == name]
    assert sum(point.hits_at_5 for point in points) / len(points) >= hits
    assert min(point.distinct for point in points) >= named
    best = [max(b.hits_at_5 for b in one.baselines if b.distinct >= named) for one in futures]
    assert sum(point.hits_at_5 for point in points) > sum(best)


def test_each_point_is_set_beside_a_baseline_that_names_as_many_where_there_is_one(futures):
    for one in futures:
        points = {point.name: point for point in (*one.points, *one.baselines)}
        for found in one.advantages:
            mine, beside = points[found.name], points[found.baseline]
            others = [b for b in one.baselines if b.distinct >= mine.distinct]
            assert not others or beside == max(others, key=lambda b: b.hits_at_5)
            assert found.difference == pytest.approx(mine.hits_at_5 - beside.hits_at_5)
            assert found.low < found.difference < found.high


def test_the_first_hundred_join_more_than_those_of_adamic_adar(futures):
    for one in futures:
        joined = {found.name: found.joined for found in one.joinings}
        assert joined["sharp"] > joined["wide"] > joined["adamic_adar"]


def test_what_is_stated_of_all_pairs_is_what_came_of_the_year_learned_from(real):
    earlier = task(real, "2016-01-01", "2017-01-01")
    assert learn(earlier).chance(earlier).mean() == pytest.approx(earlier.new[earlier.possible].mean())


def test_a_pair_is_the_likelier_to_come_the_likelier_it_was_said_to_be(futures):
    for one in futures:
        assert one.calibration is not None
        came = [some.came for some in one.calibration.bins if some.pairs > 100]
        assert came == sorted(came)
        assert sum(some.pairs for some in one.calibration.bins) == one.calibration.every.pairs
