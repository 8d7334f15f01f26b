"""Weights learned from a network's own past, how they are kept, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import Misasked, Refused
from graph.introductions import RULES, proposals
from graph.introductions.kept_weights import InUse, keep, weights_file, weights_in_use
from graph.introductions.own_past import own_past
from graph.introductions.rule_weights import RuleWeights, above, learn_rules
from graph.introductions.weights import BOOSTS, BY_HAND, GROUNDS
from graph.network import Network
from graph.testing.source import Source
from tests.worlds import network

BEFORE = "2020-01-01"


def paired(came: int = 24, day: str = "2020-06-01") -> Source:
    """Thirty pairs who share a craft, of whom some come to know each other, and thirty with a common acquaintance."""
    news = Source("news", published="2021")
    for n in range(30):
        craft = news.mention(f"craft-{n}", "knowledge_type", f"Craft {n}")
        ann, bob = (news.mention(f"{name}-{n}", "person", f"{name.title()} {n}") for name in ("ann", "bob"))
        for who, friend in ((ann, "eve"), (bob, "fay")):
            news.tie(who, "brings", craft)
            news.tie(who, "knows", news.mention(f"{friend}-{n}", "person", f"{friend.title()} {n}"))
        if n < came:
            news.tie(ann, "knows", bob, start=day)
        zoe, cat, dan = (news.mention(f"{name}-{n}", "person", f"{name.title()} {n}") for name in ("zoe", "cat", "dan"))
        news.tie(zoe, "knows", cat)
        news.tie(zoe, "knows", dan)
    return news


def town(came: int = 24, day: str = "2020-06-01") -> Network:
    return network(paired(came, day))


def test_what_is_known_before_a_day_is_what_did_not_surely_begin_after_it():
    past = own_past(town(), BEFORE)
    names = past.network.names
    pairs = [(names[one].split()[0], names[other].split()[0]) for one, other in zip(past.one, past.other, strict=True)]
    assert (pairs.count(("Ann", "Bob")), pairs.count(("Cat", "Dan")), len(pairs)) == (30, 30, 60)
    assert int(past.came.sum()) == 24
    assert past.undated == 120
    assert own_past(town(day="2019-06-01"), BEFORE).came.sum() == 0


def test_the_rule_that_explains_what_came_gets_the_weight():
    learned = learn_rules(town(), BEFORE)
    assert learned.weights["same-subject"] == max(BY_HAND.values())
    assert learned.weights["known-by-both"] == 0
    assert (learned.pairs, learned.came, learned.held["same-subject"], learned.held_came["same-subject"]) == (
        60,
        24,
        30,
        24,
    )
    assert learned.order >= learned.order_by_hand > 0.5
    assert learn_rules(town(), BEFORE) == learned


def test_a_rule_that_never_held_keeps_its_weight_by_hand():
    learned = learn_rules(town(), BEFORE)
    assert learned.held["need-meets-offer"] == 0
    assert learned.weights["need-meets-offer"] == BY_HAND["need-meets-offer"]


def test_of_a_past_too_small_nothing_is_learned():
    with pytest.raises(Refused, match="on 19 of the 60 pairs that the rules found came to have a bond; to learn"):
        learn_rules(town(19), BEFORE)


def test_every_rule_has_a_column():
    assert own_past(town(), BEFORE).strengths.shape[1] == len(GROUNDS) + len(BOOSTS) == len(RULES)


def test_the_order_counts_equal_scores_half():
    past = own_past(town(), BEFORE)
    assert above(past.came.astype(float), past) == 1.0
    assert above(0.0 * past.came, past) == 0.5


def test_learned_weights_change_what_is_proposed():
    world = town(0)
    assert {r.rule.name for p in proposals(world, 3) for r in p.reasons if r.rule.ground} == {"same-subject"}
    found = proposals(world, 3, weights={**BY_HAND, "same-subject": 0.0})
    assert {reason.rule.name for p in found for reason in p.reasons if reason.rule.ground} == {"known-by-both"}


def test_before_the_first_day_nothing_is_known():
    with pytest.raises(Misasked, match="no day lies before 0001-01-01; choose a later one"):
        learn_rules(town(), "0001-01-01")


# ------------------------------------------------------------------------------------------- kept beside a store


def url(folder: Path) -> str:
    return f"sqlite:///{folder}/town.db"


def test_without_a_file_the_weights_are_by_hand(tmp_path):
    assert weights_in_use(url(tmp_path)) == InUse(BY_HAND)
    assert weights_in_use("memory:") == InUse(BY_HAND)


def test_what_is_kept_is_used_and_says_how_it_was_made(tmp_path):
    learned = learn_rules(town(), BEFORE)
    file = keep(url(tmp_path), learned)
    assert weights_in_use(url(tmp_path)) == InUse(learned.weights, BEFORE)
    made = json.loads(file.read_text())["made"]
    assert (made["before"], made["pairs"], made["came"]) == (BEFORE, 60, 24)


def test_a_store_in_memory_keeps_nothing():
    with pytest.raises(Refused, match="a store in memory keeps no weights"):
        keep("memory:", learn_rules(town(), BEFORE))


@given(st.fixed_dictionaries({rule.name: st.floats(0, 100) for rule in RULES}))
def test_any_weights_come_back_as_they_were(tmp_path_factory, weights):
    folder = tmp_path_factory.mktemp("weights")
    keep(url(folder), RuleWeights(weights, BEFORE, 1, 60, 24, 0, {}, {}, 0.5, 0.5))
    assert weights_in_use(url(folder)).weights == weights


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is no file of weights"),
        ("[]", "is no file of weights"),
        ('{"format": "other/1", "weights": {}, "made": {"before": "2020-01-01"}}', "is no file of weights"),
        (
            '{"format": "binck-weights/1", "weights": {"same-subject": "much"}, "made": {"before": "2020-01-01"}}',
            "is no file",
        ),
        ('{"format": "binck-weights/1", "weights": {}, "made": {"before": {"a": 1}}}', "is no file of weights"),
        (
            '{"format": "binck-weights/1", "weights": {"newcomer": -1}, "made": {"before": "2020-01-01"}}',
            "newcomer is -1",
        ),
    ],
)
def test_a_file_that_is_none_has_no_say_and_is_named_with_the_way_out(tmp_path, text, why):
    file = weights_file(url(tmp_path))
    assert file is not None
    file.write_text(text)
    used = weights_in_use(url(tmp_path))
    assert (used.weights, used.before) == (BY_HAND, "")
    assert used.wrong is not None
    assert used.wrong.en.startswith(f"{file}: ")
    assert why in used.wrong.en
    assert used.wrong.en.endswith("--keep, or remove the file.")


def test_a_rule_that_is_none_any_more_is_named_and_the_others_count(tmp_path):
    file = weights_file(url(tmp_path))
    assert file is not None
    weights = {"luck": 1, "newcomer": 2}
    file.write_text(json.dumps({"format": "binck-weights/1", "weights": weights, "made": {"before": BEFORE}}))
    used = weights_in_use(url(tmp_path))
    assert used.weights == {**BY_HAND, "newcomer": 2.0}
    assert used.wrong is not None
    assert used.wrong.en == f"{file}: there is no rule 'luck'; that counts nowhere"
