"""The network in memory: its columns, its filters, and the way to networkx."""

from __future__ import annotations

import numpy as np
import pytest

from graph.dates import OPEN_END, OPEN_START, Date
from graph.network import Network
from graph.testing.source import Source
from tests.worlds import bakery, network


def fair() -> Source:
    """Ann of a bakery and Cas of a school at a fair in May 2021; Cas is said to know Ann, from hearsay."""
    news = Source("news", published="2021")
    ann, cas = news.mention("ann", "person", "Ann"), news.mention("cas", "person", "Cas")
    shop, school = news.mention("shop", "organisation", "Bakery"), news.mention("school", "organisation", "School")
    news.property(shop, "sector", "entrepreneurs")
    news.property(school, "sector", "education")
    fair = news.mention("fair", "activity", "Fair")
    news.property(fair, "start", "2021-05")
    news.tie(ann, "works_for", shop, start="2018", end="2019")
    news.tie(ann, "works_for", school, start="2020")
    news.tie(cas, "works_for", school)
    news.tie(ann, "took_part_in", fair, role="speaker")
    news.tie(cas, "took_part_in", fair)
    return news


def named(found: Network, name: str) -> int:
    return found.names.index(name)


def seen(found: Network) -> list[str]:
    return sorted(found.names[row] for row in range(len(found.ids)) if found.entity_on[row])


def test_rows_stand_in_the_order_of_their_ids():
    found = network(bakery())
    assert found.ids == sorted(found.ids)
    assert found.tie_ids == sorted(found.tie_ids)


def test_entities_and_ties_come_back_with_their_evidence():
    found = network(bakery())
    (job,) = found.ties_at(named(found, "Ann"), "works_for")
    assert found.tie(job).first("role") == "owner"
    assert found.tie(job).evidence[0].source == "news"
    assert found.entity(named(found, "Ann")).name == "Ann"


def test_a_persons_sectors_are_those_of_where_she_works():
    found = network(fair())
    assert found.sectors_of(named(found, "Ann")) == ["entrepreneurs", "education"]


def test_in_a_period_a_persons_sectors_are_those_of_where_she_worked_then():
    early = network(fair()).where(period=("2018", "2019"))
    assert early.sectors_of(named(early, "Ann")) == ["entrepreneurs"]


def test_a_tie_without_a_period_has_that_of_its_activity():
    found = network(fair())
    (row,) = found.ties_at(named(found, "Cas"), "took_part_in")
    may = Date.parse("2021-05")
    assert (found.tie_first[row], found.tie_last[row]) == (may.first, may.last)


def test_what_is_unknown_is_open():
    found = network(fair())
    (row,) = found.ties_at(named(found, "Cas"), "works_for")
    assert (found.tie_first[row], found.tie_last[row]) == (OPEN_START, OPEN_END)


def test_a_period_leaves_out_what_surely_lies_outside():
    assert "Fair" not in seen(network(fair()).where(period=("2022", "")))
    assert "Fair" in seen(network(fair()).where(period=("2021-05-31", "2022")))


def test_sectors_leave_out_actors_of_others_and_keep_what_is_no_actor():
    assert seen(network(fair()).where(sectors=["entrepreneurs"])) == ["Ann", "Bakery", "Fair"]


def test_kinds_leave_out_the_rest_with_its_ties():
    found = network(fair()).where(kinds=["person", "activity"])
    assert seen(found) == ["Ann", "Cas", "Fair"]
    assert sorted(found.tie(row).kind for row in found.tie_on.nonzero()[0].tolist()) == ["took_part_in"] * 2


def test_one_that_is_named_always_stays():
    found = network(fair())
    fair_row = named(found, "Fair")
    assert seen(found.where(kinds=["person"], period=("2022", ""), always=fair_row)) == ["Ann", "Cas", "Fair"]


def test_certainty_leaves_out_ties_that_rest_on_less():
    news = fair()
    inferred = news.tie("news:ann", "knows", "news:cas")
    news.statements.remove(inferred)
    hearsay = {"form": "tie", "source": "news", "subject": "news:ann", "word": "knows", "object": "news:cas"}
    news.statements.append(type(inferred)(**hearsay, certainty="hearsay"))
    found = network(news)
    assert found.where(certainty="inferred").tie_on.sum() == found.tie_on.sum() - 1
    assert found.where(certainty="hearsay").tie_on.sum() == found.tie_on.sum()


def test_filters_leave_the_network_itself_as_it_is():
    found = network(fair())
    found.where(kinds=["person"])
    assert len(seen(found)) == 5


def test_networkx_gets_every_node_and_parallel_ties():
    graph = network(fair()).to_networkx()
    assert graph.number_of_nodes() == 5
    assert graph.number_of_edges("news:ann", "news:school") == 1
    assert graph.number_of_edges() == 5
    assert graph.nodes["news:ann"] == {"kind": "person", "name": "Ann", "sectors": ["entrepreneurs", "education"]}


@pytest.mark.parametrize("address", ["one:ann", "two:ann"])
def test_every_address_of_an_entity_leads_to_it(address):
    one, two = Source("one"), Source("two")
    one.mention("ann", "person", "Ann")
    two.mention("ann", "person", "Ann")
    found = network(one, two)
    assert found.ids[found.row_of(address)] == "one:ann"


def test_around_somebody_is_what_is_so_many_ties_away_with_the_ties_between():
    found = network(fair())
    near = found.around(named(found, "Bakery"))
    assert (seen(near), int(near.tie_on.sum())) == (["Ann", "Bakery"], 1)
    further = found.around(named(found, "Bakery"), 2)
    assert (seen(further), int(further.tie_on.sum())) == (["Ann", "Bakery", "Fair", "School"], 3)
    assert seen(found.around(named(found, "Bakery"), 0)) == ["Bakery"]


def test_around_somebody_in_a_filtered_network_is_what_the_filter_left():
    found = network(fair()).where(kinds=["person", "organisation"])
    assert seen(found.around(named(found, "Bakery"), 3)) == ["Ann", "Bakery", "Cas", "School"]


def test_a_part_is_what_is_named_and_still_there():
    found = network(fair())
    ann, school = (found.ids[named(found, name)] for name in ("Ann", "School"))
    job = next(tie for tie in found.ties_at(named(found, "School")) if found.other(tie, named(found, "School")) == 0)
    part = found.part([ann, school, "nobody"], [found.tie_ids[job], *found.tie_ids, "nothing"])
    assert (seen(part), np.flatnonzero(part.tie_on).tolist()) == (["Ann", "School"], [job])


def test_people_keep_their_sectors_where_what_they_work_for_is_out_of_sight():
    found = network(fair())
    ann = named(found, "Ann")
    for less in (
        found.where(kinds=["person"]),
        found.part([found.ids[ann]], []),
        found.around(ann, 0),
        found.where(kinds=["person"], sectors=["education"]),
    ):
        assert less.sectors_of(ann) == ["entrepreneurs", "education"]
    then = found.where(period=("2018", "2019"), kinds=["person"])
    assert then.sectors_of(ann) == ["entrepreneurs"]
    assert seen(found.where(period=("2018", "2019"), kinds=["person"], sectors=["education"])) == ["Cas"]
