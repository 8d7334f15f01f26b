"""What the script of the map is given."""

from __future__ import annotations

from graph.dates import Date
from graph.statements import CERTAINTIES
from tests.viz.test_potential import around, bare
from tests.viz.test_potential import town as proposing
from tests.viz.towns import street
from tests.worlds import WORDS, network
from viz.nodes import edges, explained, nodes, proposals
from viz.picture import Picture, whole_picture
from viz.positions import Positions
from viz.wanted import USUAL, Wanted


def town(wanted: Wanted = USUAL) -> Picture:
    return whole_picture(network(street()), wanted, Positions(None))


def test_a_node_for_each_mark_where_it_stands_whether_it_is_drawn_or_not():
    made = town()
    found = nodes(made)
    assert [node["id"] for node in found] == list(range(9))
    assert [(node["name"], (node["x"], node["y"])) for node in found] == [
        (mark.name, made.places[mark.id]) for mark in made.scene.marks
    ]


def test_a_node_has_what_the_choices_need_to_know_and_no_more():
    kinds, sectors = explained(town().scene, "en")["kinds"], explained(town().scene, "en")["sectors"]
    ann, fair, shop = (
        next(node for node in nodes(town()) if node["name"] == name) for name in ("Ann", "Fair", "Bakery")
    )
    assert kinds[ann["kind"]]["name"] == "person"
    assert sectors[ann["sectors"].bit_length() - 1]["name"] == "entrepreneurs"
    assert ann.keys() & {"own", "days"} == set()
    assert (shop["own"], shop["sectors"]) == (ann["sectors"], ann["sectors"])
    assert fair["days"] == [Date.parse("2021-05").first, Date.parse("2021-05").last]
    assert "sectors" not in fair


def test_an_edge_has_its_ties_with_their_certainty_their_days_and_who_works_there():
    made = town()
    names = [mark.name for mark in made.scene.marks]
    found = {frozenset((names[edge["from"]], names[edge["to"]])): edge["ties"] for edge in edges(made.scene)}
    assert found[frozenset(("Ann", "Bob"))] == [[0, 0, 0]]
    assert found[frozenset(("Ann", "Bakery"))] == [
        [0, Date.parse("2018").first, Date.parse("2019").last, names.index("Ann")]
    ]
    ((certainty, *_),) = found[frozenset(("Cas", "Fair"))]
    assert CERTAINTIES[certainty] == "hearsay"


def test_kinds_are_explained_in_the_language_of_the_page():
    found = explained(town().scene, "nl")
    assert [kind["label"] for kind in found["kinds"]] == [kind.label.nl for kind in WORDS.entities.values()]
    assert {kind["name"] for kind in found["kinds"] if not kind["usual"]} == {
        name for name, kind in WORDS.entities.items() if kind.detail
    }
    assert all(kind["usual"] for kind in explained(town(Wanted(details=True)).scene, "nl")["kinds"])
    assert found["centre"] is None


def test_a_guest_comes_after_all_others_and_is_marked_as_one():
    near = around("Bob", ("Bob", "Cas"))
    *others, cas = nodes(near)
    assert (cas["name"], cas["guest"], cas["id"]) == ("Cas", 1, len(near.scene.marks))
    assert others == nodes(bare("Bob"))


def test_proposals_are_given_apart_by_the_nodes_at_their_ends():
    made = proposing(("Ann", "Cas"))
    names = [mark.name for mark in made.scene.marks]
    found = proposals(made)
    assert found is not None
    assert [[names[end] for end in arc] for arc in found["arcs"]] == [["Ann", "Cas"]]
    assert (found["dash"], found["ring"]) == ([10.0, 5.0], [3.0, 3.0])
    assert proposals(bare()) is None
