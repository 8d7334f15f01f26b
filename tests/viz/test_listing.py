"""The list twin says in words what the picture shows, and where each tie stands."""

from __future__ import annotations

from tests.viz.test_potential import around, bare, town
from tests.viz.towns import street
from tests.worlds import network
from viz.listing import Group, Row, groups, guest_rows, proposal_rows
from viz.scene import scene
from viz.wanted import Wanted


def row(found: list[Group], name: str) -> Row:
    return next(row for group in found for row in group.rows if row.name == name)


def said(one: Row) -> list[str]:
    return ["".join(piece for piece, _ in tie.pieces) for tie in one.ties]


def test_all_marks_by_kind_and_by_name():
    found = groups(scene(network(street())), "en")
    assert [(group.label, [one.name for one in group.rows]) for group in found] == [
        ("activities", ["Fair"]),
        ("budget lines", ["Flour"]),
        ("organisations", ["Bakery", "School"]),
        ("people", ["Ann", "Bob", "Cas", "Dot"]),
        ("projects", ["Plan"]),
    ]


def test_each_with_its_sector_its_time_and_every_tie_read_aloud():
    found = groups(scene(network(street())), "en")
    ann = row(found, "Ann")
    assert (ann.sectors, ann.when) == ("entrepreneurs", "")
    assert said(ann) == [
        "Ann and Bob know each other",
        "Ann took part in Fair as speaker",
        "Ann works as owner for Bakery (2018 to 2019)",
    ]
    assert row(found, "Fair").when == "since May 2021"
    assert said(row(found, "Dot")) == []


def test_a_tie_names_the_mark_at_its_other_end():
    picture = scene(network(street()))
    names = [mark.name for mark in picture.marks]
    (tie,) = row(groups(picture, "en"), "School").ties
    assert names[tie.other] == "Cas"
    assert [(piece, place if place is None else names[place]) for piece, place in tie.pieces] == [
        ("Cas", "Cas"),
        (" works for ", None),
        ("School", "School"),
    ]


def test_where_a_tie_stands_is_written_once_at_the_end_it_goes_from():
    found = groups(scene(network(street())), "en")
    at_cas = next(tie for tie in row(found, "Cas").ties if tie.other == row(found, "School").place)
    (at_school,) = row(found, "School").ties
    assert at_cas.proofs == ["The street paper, inferred, reason: so it seems"]
    assert (at_school.proofs, at_school.number) == ([], at_cas.number)


def test_what_was_not_asked_for_is_there_and_hidden():
    found = groups(scene(network(street()), Wanted(kinds=("person",), sectors=("education",))), "en")
    assert [one.name for group in found for one in group.rows if not one.hidden] == ["Cas"]
    assert [group.hidden for group in found] == [1, 1, 2, 3, 1]
    assert not any(one.hidden for group in groups(scene(network(street())), "en") for one in group.rows)


def test_a_name_leads_to_its_page_where_there_are_pages():
    assert row(groups(scene(network(street())), "en", lambda id_: f"/entity/{id_}"), "Ann").url == "/entity/news:ann"
    assert row(groups(scene(network(street())), "en"), "Ann").url == ""


def test_proposals_are_listed_apart_with_both_and_why():
    made = town(("Ann", "Cas"), ("Ann", "Flour"))
    names = [mark.name for mark in made.marks]
    found = proposal_rows(made)
    assert [[(names[place], name) for place, name in one.ends] for one in found] == [
        [("Ann", "Ann"), ("Cas", "Cas")],
        [("Ann", "Ann"), ("Flour", "Flour")],
    ]
    assert [(one.why, one.hidden) for one in found] == [(("Ann suits Cas",), False), (("Ann suits Flour",), True)]
    assert proposal_rows(bare()) == []


def test_guests_are_listed_apart_after_all_marks_and_without_ties():
    near = around("Bob", ("Bob", "Cas"))
    (cas,) = guest_rows(near, "en", lambda id_: f"/entity/{id_}")
    assert (cas.place, cas.name, cas.sectors, cas.url) == (
        len(near.scene.marks),
        "Cas",
        "education",
        "/entity/news:cas",
    )
    assert cas.ties == []
    assert guest_rows(bare("Bob"), "en") == []
