"""What is a mark, what is a line, and what is drawn at first."""

from __future__ import annotations

from graph.testing.source import Source
from tests.viz.towns import clubs, street
from tests.worlds import network
from viz.scene import Scene, scene
from viz.wanted import LISTED, Wanted


def names(of: Scene) -> list[str]:
    return sorted(mark.name for mark in of.drawn)


def lines(of: Scene) -> list[tuple[str, str, str]]:
    return sorted((*sorted(of.marks[end].name for end in (ln.a, ln.b)), ln.certainty) for ln in of.drawn_lines)


def test_everything_is_a_mark_and_details_are_not_drawn():
    town = scene(network(street()))
    assert len(town.marks) == town.total == 9
    assert names(town) == ["Ann", "Bakery", "Bob", "Cas", "Dot", "Fair", "Plan", "School"]
    assert (town.left_out, town.drawn_ties) == (1, 7)


def test_a_mark_has_its_sectors_and_how_many_ties_there_are():
    found = {mark.name: (mark.kind, mark.sectors, mark.ties) for mark in scene(network(street())).marks}
    assert found == {
        "Ann": ("person", ("entrepreneurs",), 3),
        "Bob": ("person", ("entrepreneurs",), 2),
        "Cas": ("person", ("education",), 2),
        "Dot": ("person", (), 0),
        "Bakery": ("organisation", ("entrepreneurs",), 2),
        "School": ("organisation", ("education",), 1),
        "Fair": ("activity", (), 3),
        "Plan": ("project", (), 2),
        "Flour": ("budget_line", (), 1),
    }


def test_a_line_is_as_sure_as_the_surest_of_its_ties():
    assert lines(scene(network(street()))) == [
        ("Ann", "Bakery", "stated"),
        ("Ann", "Bob", "stated"),
        ("Ann", "Fair", "stated"),
        ("Bakery", "Bob", "stated"),
        ("Cas", "Fair", "hearsay"),
        ("Cas", "School", "inferred"),
        ("Fair", "Plan", "stated"),
    ]


def test_ties_between_the_same_two_are_one_line():
    news = Source("news")
    ann, shop = news.mention("ann", "person", "Ann"), news.mention("shop", "organisation", "Shop")
    news.tie(ann, "works_for", shop, role="owner", start="2019")
    news.tie(ann, "member_of", shop)
    town = scene(network(news))
    assert [(len(line.ties), len(line.seen)) for line in town.lines] == [(2, 2)]
    assert town.drawn_ties == 2


def test_what_is_not_wanted_is_there_and_not_drawn():
    town = scene(network(street()), Wanted(kinds=("person",)))
    assert names(town) == ["Ann", "Bob", "Cas", "Dot"]
    assert lines(town) == [("Ann", "Bob", "stated")]
    assert (len(town.marks), len(town.lines), town.left_out) == (9, 8, 5)


def test_in_a_period_a_line_is_drawn_for_the_ties_of_that_period():
    town = scene(network(street()), Wanted(since="2021", until="2021"))
    assert ("Ann", "Bakery", "stated") not in lines(town)
    assert {"Ann", "Bakery"} <= set(names(town))


def test_of_too_much_the_best_tied_is_drawn_and_half_the_room_is_for_people():
    town = scene(clubs(6, 5), Wanted(most=8))
    assert len(town.drawn) == 8
    kinds = [mark.kind for mark in town.drawn]
    assert kinds.count("person") == 4
    assert kinds.count("organisation") == 4
    drawn_clubs = [mark.ties for mark in town.drawn if mark.kind == "organisation"]
    other_clubs = [mark.ties for mark in town.marks if mark.kind == "organisation" and not mark.drawn]
    assert min(drawn_clubs) >= max(other_clubs)


def test_everything_lifts_the_limit_and_shows_details():
    assert len(scene(network(street()), Wanted(most=2, everything=True)).drawn) == 9


def test_the_centre_is_drawn_whatever_else_is():
    found = network(street())
    dot = found.names.index("Dot")
    assert names(scene(found, Wanted(most=1), dot)) == ["Dot"]
    cost = found.names.index("Flour")
    assert "Flour" in names(scene(found, Wanted(), cost))


def test_a_picture_holds_no_more_than_it_can_and_counts_the_rest():
    source = Source("many")
    for number in range(LISTED + 20):
        source.mention(f"p{number:04}", "person", f"Person {number}")
    source.tie("many:p1019", "knows", "many:p1018")
    town = scene(network(source))
    assert (len(town.marks), town.total, len(town.drawn)) == (LISTED, LISTED + 20, 300)
    assert {"many:p1018", "many:p1019"} <= {mark.id for mark in town.drawn}


def test_of_nothing_there_is_an_empty_picture():
    town = scene(network())
    assert (town.marks, town.lines, town.left_out) == ([], [], 0)


def test_a_part_of_a_network_is_a_picture_of_that_part():
    found = network(street())
    town = scene(found.around(found.names.index("School")))
    assert [mark.name for mark in town.marks] == ["Cas", "School"]
    assert {mark.sectors for mark in town.marks} == {("education",)}
