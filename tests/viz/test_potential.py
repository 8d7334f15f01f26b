"""Potential ties lie over a picture: nothing in the picture knows of them, and nothing counts them."""

from __future__ import annotations

from graph.network import Network
from tests.viz.towns import street
from tests.worlds import network
from viz.legend import legend
from viz.listing import groups
from viz.nodes import edges, nodes
from viz.picture import Picture, around_picture, whole_picture
from viz.positions import Positions
from viz.potential import Proposed, Why
from viz.sentences import proposals_of, shown_of, with_proposals
from viz.wanted import USUAL, Wanted


def proposed(world: Network, *pairs: tuple[str, str], by: str = "") -> list[Proposed]:
    """A proposal for each pair of names, with a reason that speaks of both, and of one more if that is named."""
    row = world.names.index
    more = {row(by)} if by else set()
    return [
        Proposed(row(one), row(other), (Why(f"{one} suits {other}", frozenset({row(one), row(other)} | more)),))
        for one, other in pairs
    ]


def town(*pairs: tuple[str, str], wanted: Wanted = USUAL, only: bool = False, by: str = "") -> Picture:
    """The street with proposals."""
    world = network(street())
    return whole_picture(world, wanted, Positions(None), only=only, proposed=proposed(world, *pairs, by=by))


def around(name: str, *pairs: tuple[str, str], wanted: Wanted = USUAL, only: bool = False, by: str = "") -> Picture:
    world = network(street())
    row = world.names.index(name)
    return around_picture(world, wanted, row, only=only, proposed=proposed(world, *pairs, by=by))


def bare(name: str = "") -> Picture:
    """The same without having asked for any."""
    world = network(street())
    if name:
        return around_picture(world, USUAL, world.names.index(name))
    return whole_picture(world, USUAL, Positions(None))


def arcs(picture: Picture) -> list[tuple[str, str, bool]]:
    assert picture.potential is not None
    names = [mark.name for mark in picture.marks]
    return [(names[arc.a], names[arc.b], arc.drawn) for arc in picture.potential.arcs]


def test_a_proposal_is_drawn_between_the_marks_of_both():
    made = town(("Ann", "Cas"), ("Dot", "Bob"))
    assert arcs(made) == [("Ann", "Cas", True), ("Dot", "Bob", True)]
    assert made.potential is not None
    assert made.potential.arcs[0].why == ("Ann suits Cas",)


def test_where_one_of_both_is_not_drawn_neither_is_the_proposal():
    assert arcs(town(("Ann", "Bakery"), wanted=Wanted(kinds=("person",)))) == [("Ann", "Bakery", False)]
    assert arcs(town(("Ann", "Flour"))) == [("Ann", "Flour", False)]


def test_who_did_not_ask_has_none():
    assert bare().potential is None
    assert proposals_of(bare().potential, "en") == ""


def test_whatever_is_proposed_the_picture_is_the_same_mark_by_mark_and_tie_by_tie():
    with_some, without = town(("Ann", "Cas"), ("Dot", "Bob")), bare()
    assert with_some.scene.marks == without.scene.marks
    assert with_some.scene.lines == without.scene.lines
    assert nodes(with_some) == nodes(without)
    assert edges(with_some.scene) == edges(without.scene)


def test_it_counts_in_no_number_of_ties_or_things():
    with_some, without = town(("Ann", "Cas"), ("Dot", "Bob")), bare()
    assert with_some.scene.drawn_ties == without.scene.drawn_ties == 7
    assert {mark.name: mark.ties for mark in with_some.scene.marks}["Dot"] == 0
    assert shown_of(with_some.scene, "en") == shown_of(without.scene, "en") == "8 of 9 shown, with 7 ties."
    assert groups(with_some.scene, "en") == groups(without.scene, "en")
    assert legend(with_some.scene, "en", with_some.guests) == legend(without.scene, "en")


def test_how_many_there_are_is_said_apart():
    made = town(("Ann", "Cas"), ("Dot", "Bob"), ("Ann", "Flour"))
    assert with_proposals(shown_of(made.scene, "en"), made.potential, "en") == (
        "8 of 9 shown, with 7 ties. Proposals drawn, not counted: 2."
    )


def test_everything_stands_exactly_where_it_stands_without():
    assert town(("Ann", "Cas"), ("Dot", "Bob")).places == bare().places
    near = around("Bob", ("Bob", "Cas"), ("Bob", "Dot"))
    assert {id_: near.places[id_] for id_ in bare("Bob").places} == bare("Bob").places


def test_around_somebody_whoever_is_farther_off_stands_aside_as_a_guest():
    near = around("Bob", ("Bob", "Cas"), ("Bob", "Dot"), ("Bob", "Ann"))
    assert [mark.name for mark in near.guests] == ["Cas", "Dot"]
    assert arcs(near) == [("Bob", "Cas", True), ("Bob", "Dot", True), ("Bob", "Ann", True)]
    right = max(near.places[mark.id][0] for mark in near.scene.marks)
    spots = [near.places[mark.id] for mark in near.guests]
    assert all(x > right for x, _ in spots)
    assert spots[0][1] < spots[1][1]


def test_a_guest_brings_no_ties_and_is_not_one_of_the_things():
    near, without = around("Bob", ("Bob", "Cas")), bare("Bob")
    assert [mark.ties for mark in near.guests] == [0]
    assert near.scene.marks == without.scene.marks
    assert shown_of(near.scene, "en") == shown_of(without.scene, "en")
    assert groups(near.scene, "en") == groups(without.scene, "en")
    totals = {entry.name: entry.total for entry in legend(without.scene, "en").kinds}
    assert {entry.name: entry.total for entry in legend(near.scene, "en", near.guests).kinds} == totals


def test_a_guest_of_another_kind_is_explained_and_counted_as_none():
    near = around("School", ("School", "Plan"))
    assert [(entry.name, entry.total, entry.drawn) for entry in legend(near.scene, "en", near.guests).kinds] == [
        ("organisation", 1, True),
        ("person", 1, True),
        ("project", 0, True),
    ]


def test_a_guest_who_is_not_wanted_does_not_come():
    near = around("Bob", ("Bob", "Cas"), ("Bob", "School"), wanted=Wanted(kinds=("person",)))
    assert arcs(near) == [("Bob", "Cas", True)]


def test_a_file_that_is_given_away_gives_no_reason_that_speaks_of_who_was_left_out():
    people = Wanted(kinds=("person",))
    assert arcs(town(("Ann", "Cas"), wanted=people, only=True)) == [("Ann", "Cas", True)]
    assert arcs(town(("Ann", "Cas"), wanted=people, only=True, by="Bakery")) == []
    assert arcs(town(("Ann", "Cas"), wanted=people, by="Bakery")) == [("Ann", "Cas", True)]
    assert arcs(town(("Ann", "Bakery"), wanted=people, only=True)) == []


def test_a_file_around_somebody_has_nothing_that_was_left_out():
    people, world = Wanted(kinds=("person",)), network(street())
    row = world.names.index("Bob")
    assert {mark.name for mark in around_picture(world, people, row, only=True).scene.marks} == {"Bob", "Ann"}
    assert {mark.name for mark in around_picture(world, people, row).scene.marks} == {"Bob", "Ann", "Bakery"}
    assert arcs(around("Bob", ("Bob", "Cas"), wanted=people, only=True)) == [("Bob", "Cas", True)]
    assert arcs(around("Bob", ("Bob", "Cas"), wanted=people, only=True, by="Bakery")) == []
    assert arcs(around("Bob", ("Bob", "Cas"), wanted=people, by="Bakery")) == [("Bob", "Cas", True)]


def test_whom_a_file_is_about_is_there_whatever_kinds_are_chosen():
    world = network(street())
    made = around_picture(world, Wanted(kinds=("person",)), world.names.index("Bakery"), only=True)
    assert {mark.name for mark in made.scene.drawn} == {"Bakery", "Ann", "Bob"}
    assert made.scene.drawn_ties == 3
