"""Each rule on the smallest world in which it holds, and one in which it does not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from graph.introductions import RULES, proposals
from graph.testing.source import Source
from tests.worlds import network


def town() -> Source:
    """Ann of business, Bob of a school, and a group without names."""
    news = Source("news", published="2021")
    ann, bob = news.mention("ann", "person", "Ann"), news.mention("bob", "person", "Bob")
    news.property(ann, "sector", "entrepreneurs")
    news.property(bob, "sector", "education")
    crowd = news.mention("crowd", "organisation", "17 students")
    news.property(crowd, "type", "group")
    news.property(crowd, "size", 17)
    return news


def ties(news: Source, *said: Sequence[str]) -> None:
    """`(from, kind of tie, kind of entity, to)`: to is mentioned when it was not."""
    for from_, kind, of, to in said:
        known = f"news:{to}" in {s.subject for s in news.statements}
        news.tie(f"news:{from_}", kind, f"news:{to}" if known else news.mention(to, of, to.title()))


def rules(news: Source) -> dict[str, float]:
    """The rules that hold of Ann and Bob, with the points of each."""
    found = [p for p in proposals(network(news)) if {p.one, p.other} == {0, 1}]
    return {reason.rule.name: round(reason.points, 2) for p in found for reason in p.reasons}


CASES = yaml.safe_load(Path(__file__).with_name("rules.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{case['rule']}" for n, case in enumerate(CASES)])
def test_a_rule_gives_its_points(case):
    news = town()
    ties(news, *(tie.split() for tie in case["said"]))
    for mention, day in case.get("days", {}).items():
        news.property(f"news:{mention}", "start", day)
    assert rules(news).get(case["rule"]) == case["points"]


def test_every_rule_has_a_case_in_which_it_holds_and_one_in_which_it_does_not():
    names = {rule.name for rule in RULES}
    assert {case["rule"] for case in CASES if case["points"]} == names
    assert {case["rule"] for case in CASES if case["points"] is None} == names


def test_what_they_would_bridge_adds_to_a_ground():
    news = town()
    ties(news, ("ann", "brings", "knowledge_type", "craft"), ("bob", "brings", "knowledge_type", "craft"))
    assert rules(news) == {"same-subject": 1.5, "other-sectors": 1, "newcomer": 0.5}


def test_without_a_ground_there_is_no_proposal():
    assert proposals(network(town())) == []


def test_who_has_a_bond_or_no_name_is_not_proposed():
    news = town()
    ties(news, *((who, "brings", "knowledge_type", "craft") for who in ("ann", "bob")))
    ties(news, ("ann", "knows", "person", "bob"))
    news.tie("news:crowd", "brings", "news:craft")
    assert proposals(network(news)) == []


def test_the_same_activity_is_no_shared_subject():
    news = town()
    ties(news, ("ann", "took_part_in", "project", "plan"), ("bob", "took_part_in", "project", "plan"))
    ties(news, ("plan", "about", "theme", "bread"))
    assert "same-subject" not in rules(news)


def test_every_rule_has_a_weight_an_explanation_and_one_way_to_work():
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.weight > 0
        assert rule.explained("nl").endswith(".")
        assert rule.explained("en").endswith(".")
        assert rule.explained("nl") != rule.explained("en")
        assert (rule.ground is None) != (rule.boost is None)
