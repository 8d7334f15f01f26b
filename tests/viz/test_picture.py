"""A picture is what is in it and where it stands."""

from __future__ import annotations

from tests.viz.towns import street
from tests.worlds import network
from viz.picture import around_picture, part_picture, whole_picture
from viz.positions import Positions
from viz.wanted import USUAL, Wanted

PEOPLE = Wanted(kinds=("person",))


def test_on_a_choice_of_the_map_everything_stands_where_it_stands_on_the_whole():
    town, positions = network(street()), Positions(None)
    whole = whole_picture(town, USUAL, positions)
    chosen = whole_picture(town, PEOPLE, positions)
    assert chosen.places == whole.places
    assert len(chosen.scene.marks) == 9


def test_a_file_that_is_given_away_holds_nothing_else_than_what_was_chosen():
    given = whole_picture(network(street()), PEOPLE, Positions(None), only=True)
    assert sorted(mark.name for mark in given.scene.marks) == ["Ann", "Bob", "Cas", "Dot"]
    assert given.places.keys() == {mark.id for mark in given.scene.marks}
    assert (given.scene.total, given.scene.left_out) == (9, 5)
    assert {mark.name: mark.sectors for mark in given.scene.marks}["Cas"] == ("education",)


def test_without_a_choice_a_file_has_everything_to_search_in():
    assert len(whole_picture(network(street()), USUAL, Positions(None), only=True).scene.marks) == 9


def test_a_part_shows_details_too():
    town = network(street())
    part = part_picture(town.part(["news:cost", "news:plan"], town.tie_ids))
    assert sorted(mark.name for mark in part.scene.drawn) == ["Flour", "Plan"]
    assert len(part.scene.drawn_lines) == 1


def test_around_somebody_she_comes_first():
    town = network(street())
    around = around_picture(town, Wanted(most=1), town.names.index("Bob"))
    assert [mark.name for mark in around.scene.drawn] == ["Bob"]
    assert around.scene.centre == "news:bob"
    further = around_picture(town, USUAL, town.names.index("Bob"), 2)
    assert sorted(mark.name for mark in further.scene.drawn) == ["Ann", "Bakery", "Bob", "Fair"]


def test_what_is_recorded_of_introductions_is_on_no_map_and_counts_nowhere():
    news = street()
    pair = news.mention("pair", "introduction", "Bob – Cas")
    news.property(pair, "proposed", "2021-06-01")
    for who in ("bob", "cas"):
        news.tie(pair, "brings_together", f"news:{who}")
    with_it, without = network(news), network(street())
    for draw in (
        lambda town: whole_picture(town, USUAL, Positions(None)),
        lambda town: around_picture(town, USUAL, town.names.index("Bob"), 2),
    ):
        recorded, plain = draw(with_it), draw(without)
        assert recorded.places == plain.places
        assert [(mark.id, mark.ties) for mark in recorded.scene.marks] == [(m.id, m.ties) for m in plain.scene.marks]
        assert (recorded.scene.drawn_ties, recorded.scene.total) == (plain.scene.drawn_ties, plain.scene.total)
    about_it = around_picture(with_it, USUAL, with_it.names.index("Bob – Cas"))
    assert sorted(mark.name for mark in about_it.scene.drawn) == ["Bob", "Bob – Cas", "Cas"]
