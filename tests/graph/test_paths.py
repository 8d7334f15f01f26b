"""The best different chains: costs by hand, what nobody passes, and all chains of small networks compared."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from graph.network import Network
from graph.paths import best_chains, ground, reached
from graph.testing.source import Source
from tests.worlds import network


def people(news: Source, *names: str) -> None:
    for name in names:
        news.mention(name.lower(), "person", name)


def meeting(news: Source, name: str, *guests: str, attendance: int | None = None, status: str = "") -> None:
    event = news.mention(name.lower(), "activity", name)
    if attendance is not None:
        news.property(event, "attendance", attendance)
    if status:
        news.property(event, "status", status)
    for guest in guests:
        news.tie(f"news:{guest.lower()}", "took_part_in", event)


def chains(found: Network, one: str, other: str, most: int = 3) -> list[tuple[int, str]]:
    """The cost of each chain, and what it goes by."""
    ends = found.names.index(one), found.names.index(other)
    return [(c.cost, " ".join(found.names[row] for row in c.rows)) for c in best_chains(found, *ends, most)]


def test_a_tie_costs_one_and_a_person_in_between_nothing_more():
    news = Source("news")
    people(news, "Ann", "Bob", "Cat", *"DEFGHIJ")
    for one, other in (("ann", "bob"), ("bob", "cat"), *(("bob", name) for name in "defghij")):
        news.tie(f"news:{one}", "knows", f"news:{other}")
    found = network(news)
    assert chains(found, "Ann", "Bob") == [(1, "Ann Bob")]
    assert chains(found, "Ann", "Cat") == [(2, "Ann Bob Cat")]


def test_a_meeting_costs_by_all_who_were_there_named_or_not():
    news = Source("news")
    people(news, "Ann", "Bob", "Cat", "Dan")
    meeting(news, "Tea", "Ann", "Bob")
    meeting(news, "Fair", "Ann", "Cat", "Dan")
    meeting(news, "Feast", "Bob", "Dan", attendance=100)
    found = network(news)
    assert chains(found, "Ann", "Bob")[0] == (2 + 1, "Ann Tea Bob")
    assert chains(found, "Ann", "Cat")[0] == (2 + 2, "Ann Fair Cat")
    assert chains(found, "Bob", "Dan") == [(4 + 1 + 2, "Bob Tea Ann Fair Dan"), (2 + 99, "Bob Feast Dan")]


def test_an_umbrella_organisation_costs_by_all_that_are_tied_to_it_so_that_a_longer_chain_may_be_shorter():
    news = Source("news")
    people(news, "Ann", "Bob", "Cat")
    hub = news.mention("hub", "organisation", "Hub")
    for name in ("ann", "bob"):
        news.tie(f"news:{name}", "member_of", hub)
    news.tie("news:ann", "knows", "news:cat")
    news.tie("news:cat", "knows", "news:bob")
    for i in range(10):
        news.tie(news.mention(f"p{i}", "person", f"P{i}"), "member_of", hub)
    assert chains(network(news), "Ann", "Bob") == [(2, "Ann Cat Bob"), (2 + 11, "Ann Hub Bob")]


def test_two_ties_between_the_same_two_are_one_step_and_no_second_neighbour():
    news = Source("news")
    people(news, "Ann", "Bob")
    shop = news.mention("shop", "organisation", "Shop")
    for name, kind in (("ann", "works_for"), ("ann", "founded"), ("bob", "works_for")):
        news.tie(f"news:{name}", kind, shop)
    assert chains(network(news), "Ann", "Bob") == [(3, "Ann Shop Bob")]


def test_who_was_missed_was_not_there():
    news = Source("news")
    people(news, "Ann", "Bob")
    meeting(news, "Tea", "Ann")
    news.tie("news:bob", "missed", "news:tea")
    found = network(news)
    assert chains(found, "Ann", "Bob") == []
    assert reached(found, found.names.index("Bob")) == []


def test_nobody_passes_through_what_was_not_held_and_a_chain_may_end_there():
    news = Source("news")
    people(news, "Ann", "Bob")
    meeting(news, "Tea", "Ann", "Bob", status="cancelled")
    found = network(news)
    assert chains(found, "Ann", "Bob") == []
    assert chains(found, "Ann", "Tea") == [(1, "Ann Tea")]
    assert [found.names[row] for row in reached(found, found.names.index("Ann"))] == ["Tea"]


def test_nobody_passes_through_what_stands_on_paper_only():
    news = Source("news")
    one, other = news.mention("a", "project", "A"), news.mention("b", "project", "B")
    line = news.mention("rent", "budget_line", "Rent")
    for project in (one, other):
        news.tie(line, "part_of", project)
    assert chains(network(news), "A", "B") == []


def test_a_detour_is_not_a_different_chain():
    news = Source("news")
    people(news, "Ann", "Bob", "Cat", "Dan", "Eve")
    for one, other in (("ann", "cat"), ("cat", "bob"), ("ann", "dan"), ("dan", "cat"), ("ann", "eve"), ("eve", "dan")):
        news.tie(f"news:{one}", "knows", f"news:{other}")
    assert chains(network(news), "Ann", "Bob") == [(2, "Ann Cat Bob")]


def test_beside_a_direct_tie_there_may_be_other_chains():
    news = Source("news")
    people(news, "Ann", "Bob", "Cat", "Dan")
    for one, other in (("ann", "bob"), ("ann", "cat"), ("cat", "bob"), ("ann", "dan"), ("dan", "bob"), ("cat", "dan")):
        news.tie(f"news:{one}", "knows", f"news:{other}")
    assert chains(network(news), "Ann", "Bob", 4) == [(1, "Ann Bob"), (2, "Ann Cat Bob"), (2, "Ann Dan Bob")]


def test_the_filters_of_the_network_hold():
    news = Source("news")
    people(news, "Ann", "Bob", "Cat")
    news.tie("news:ann", "knows", "news:cat", end="2018")
    news.tie("news:cat", "knows", "news:bob")
    found = network(news)
    assert chains(found, "Ann", "Bob") == [(2, "Ann Cat Bob")]
    assert chains(found.where(period=("2020", "2021")), "Ann", "Bob") == []


_KINDS = {
    ("person", "person"): "knows",
    ("person", "organisation"): "works_for",
    ("organisation", "organisation"): "serves",
}


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1]), max_size=16))
def test_of_all_chains_the_best_different_ones_are_found(pairs):
    """Half of the nodes are people; the others cost by their neighbours. Every chain of the network is looked at."""
    news = Source("news")
    nodes = [news.mention(f"n{i}", "organisation" if i % 2 else "person", f"N{i}") for i in range(7)]
    for a, b in sorted(pairs):
        one, other = (nodes[a], nodes[b]) if a % 2 <= b % 2 else (nodes[b], nodes[a])
        news.tie(one, _KINDS[one.word, other.word], other)
    found = network(news)
    through = ground(found).through
    graph = nx.Graph([*pairs, *((i, i) for i in range(7))])
    left = []
    for path in nx.all_simple_paths(graph, 0, 6):
        assert all(graph.has_edge(*step) for step in pairwise(path))
        left.append((len(path) - 1 + sum(max(through[row], 0) for row in path[1:-1]), frozenset(path[1:-1])))
    expected: list[int] = []
    seen: list[frozenset[int]] = []
    while len(expected) < 3:
        open_ = [(cost, by) for cost, by in left if all(not one <= by if one else by for one in seen)]
        if not open_:
            break
        cost, _ = min(open_, key=lambda it: it[0])
        chain = best_chains(found, 0, 6, len(expected) + 1)[-1]
        assert (chain.cost, (chain.cost, frozenset(chain.between)) in open_) == (cost, True)
        expected.append(cost)
        seen.append(frozenset(chain.between))
    assert [chain.cost for chain in best_chains(found, 0, 6)] == expected
