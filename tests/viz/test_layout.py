"""Where marks stand: steady, apart from each other, and near where they stood last time."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from graph.testing.source import Source
from tests.viz.towns import clubs, street
from tests.worlds import network
from viz.layout import Places, beside, places
from viz.scene import Scene, scene
from viz.wanted import Wanted

LEAST_ROOM = 20.0
"""Two marks of many ties have radii of 12 or less."""


def moved(before: Places, after: Places) -> np.ndarray:
    """How far each that is in both moved, as a share of the radius of the map."""
    both = sorted(before.keys() & after.keys())
    a, b = (np.array([of[id_] for id_ in both]) for of in (before, after))
    radius = np.percentile(np.hypot(*(a - a.mean(axis=0)).T), 90)
    return np.hypot(*(a - b).T) / radius


def nearest(of: Places) -> float:
    return min(float(np.hypot(a[0] - b[0], a[1] - b[1])) for a, b in itertools.combinations(of.values(), 2))


def test_every_mark_has_a_place_and_the_same_one_each_time():
    town = scene(network(street()))
    found = places(town)
    assert found.keys() == {mark.id for mark in town.marks}
    assert places(town) == found
    assert all(np.isfinite(spot).all() for spot in found.values())


@pytest.mark.parametrize("town", [scene(network(street())), scene(clubs(6, 12)), scene(clubs(30, 1))])
def test_no_mark_stands_on_another(town: Scene):
    assert nearest(places(town)) > LEAST_ROOM


def test_nothing_is_laid_out_and_one_alone():
    lonely = Source("news")
    lonely.mention("ann", "person", "Ann")
    assert places(scene(network())) == {}
    assert list(places(scene(network(lonely)))) == ["news:ann"]


def test_those_of_one_club_stand_nearer_to_each_other_than_to_others():
    town = scene(clubs(6, 12))
    found = places(town)
    groups = {id_: id_[6:9] for id_ in found}
    own, other = [], []
    for one, two in itertools.combinations(found, 2):
        distance = np.hypot(*np.subtract(found[one], found[two]))
        (own if groups[one] == groups[two] else other).append(distance)
    assert np.median(own) * 2 < np.median(other)


def test_parts_that_do_not_hang_together_stand_below_the_largest():
    source = Source("news")
    for number in range(6):
        source.tie(
            source.mention(f"a{number}", "person", f"A {number}"), "knows", source.mention("hub", "person", "Hub")
        )
    source.tie(source.mention("x", "person", "X"), "knows", source.mention("y", "person", "Y"))
    source.mention("z", "person", "Z")
    found = places(scene(network(source)))
    large = max(found[f"news:{key}"][1] for key in ("hub", "a0", "a1", "a2", "a3", "a4", "a5"))
    assert min(found[f"news:{key}"][1] for key in "xyz") > large


def test_what_is_not_drawn_stands_near_what_it_hangs_on():
    town = scene(network(street()))
    found = places(town)
    assert np.hypot(*np.subtract(found["news:cost"], found["news:plan"])) < 60


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (clubs(6, 12), clubs(6, 12, without=10)),
        (clubs(6, 12, without=10), clubs(6, 12)),
        (clubs(6, 12), clubs(6, 12, without=10, more=7)),
    ],
    ids=["a tenth gone", "a tenth more", "a tenth gone and a tenth new"],
)
def test_when_a_tenth_changes_the_others_hardly_move(before, after):
    first = places(scene(before))
    then = places(scene(after), first)
    steps = moved(first, then)
    assert np.median(steps) < 0.12
    assert steps.max() < 0.5
    assert nearest(then) > LEAST_ROOM
    assert np.median(moved(first, places(scene(after)))) > 2 * np.median(steps)


def test_after_many_small_changes_the_map_has_not_wandered_off():
    first = found = places(scene(clubs(6, 12)))
    for round_ in range(6):
        found = places(scene(clubs(6, 12, without=10 if round_ % 2 else None)), found)
    assert np.median(moved(first, found)) < 0.35


def test_a_new_one_stands_beside_whom_she_knows():
    first = places(scene(clubs(6, 12)))
    then = places(scene(clubs(6, 12, more=1)), first)
    club = np.array(then["clubs:g00"])
    others = [np.array(then[f"clubs:g{number:02}"]) for number in range(1, 6)]
    new = np.array(then["clubs:n00"])
    assert np.hypot(*(new - club)) < min(np.hypot(*(new - other)) for other in others)


def test_a_choice_of_the_map_stands_where_it_stands_on_the_map_of_everything():
    whole = scene(network(street()))
    known = places(whole)
    people = scene(Wanted(kinds=("person",)).of(network(street())), Wanted(kinds=("person",)))
    assert beside(people, known) == {mark.id: known[mark.id] for mark in people.marks}


def test_what_the_map_of_everything_lacks_finds_a_place_of_its_own():
    town = scene(network(street()))
    known = {id_: spot for id_, spot in places(town).items() if id_ not in {"news:ann", "news:dot"}}
    found = beside(town, known)
    assert {id_: found[id_] for id_ in known} == known
    assert nearest(found) > LEAST_ROOM


def test_many_small_parts_fill_a_page_and_not_a_column():
    source = Source("pairs")
    for number in range(30):
        one, two = (source.mention(f"{end}{number}", "person", f"{end} {number}") for end in "ab")
        source.tie(one, "knows", two)
    spots = np.array(list(places(scene(network(source))).values()))
    wide, high = np.ptp(spots, axis=0)
    assert 0.8 < wide / high < 3
