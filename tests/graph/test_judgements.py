"""Judgements of a pair of mentions: their order does not count, and they may not contradict."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import Contradiction
from graph.jsontext import dumps, loads
from graph.judgements import Judgement, Sets, contradiction, refuse_contradiction


def judged(verdict: str, a: str, b: str, why: str = "seen") -> Judgement:
    return Judgement(verdict, a, b, {"en": why})


A_B, B_C, A_C = judged("same", "s:a", "s:b"), judged("same", "s:b", "s:c"), judged("different", "s:a", "s:c")


def test_the_order_of_the_pair_does_not_count():
    assert judged("same", "s:b", "s:a") == A_B
    assert judged("same", "s:b", "s:a").content() == ["same", "s:a", "s:b", {"en": "seen"}]


def test_verdict_pair_and_reason_make_the_id():
    others = [judged("unsure", "s:a", "s:b"), judged("same", "s:a", "s:c"), judged("same", "s:a", "s:b", "heard")]
    assert len({A_B, *others}) == 4
    assert A_B.id.startswith("j")
    assert len(A_B.id) == 24


def test_a_judgement_comes_back_through_json():
    assert Judgement.from_content(loads(dumps(A_B.content()))).content() == A_B.content()


def test_a_difference_contradicts_a_chain_of_same_and_the_refusal_names_the_chain():
    with pytest.raises(Contradiction) as refused:
        refuse_contradiction(A_C, [A_B, B_C])
    assert refused.value.say("en") == (
        f"s:a and s:c: different contradicts {A_B.id} (s:a and s:b: same), {B_C.id} (s:b and s:c: same);"
        " withdraw that judgement first"
    )
    assert refused.value.say("nl") == (
        f"s:a en s:c: verschillend is in tegenspraak met {A_B.id} (s:a en s:b: hetzelfde), "
        f"{B_C.id} (s:b en s:c: hetzelfde); trek dat oordeel eerst in"
    )


def test_a_same_that_closes_a_chain_across_a_difference_names_the_difference():
    with pytest.raises(Contradiction) as refused:
        refuse_contradiction(B_C, [A_B, A_C])
    assert A_C.id in refused.value.say("en")
    assert A_B.id in refused.value.say("nl")
    assert B_C.id not in refused.value.say("nl")


def test_the_shortest_chain_is_named():
    way_round = [judged("same", "s:a", "s:x"), judged("same", "s:x", "s:y"), judged("same", "s:y", "s:c")]
    found = contradiction([*way_round, A_B, B_C, A_C])
    assert found == (A_C, [A_B, B_C])


def test_unsure_contradicts_nothing():
    refuse_contradiction(judged("unsure", "s:a", "s:b"), [A_B])
    refuse_contradiction(judged("unsure", "s:a", "s:c"), [A_C])
    refuse_contradiction(A_B, [judged("unsure", "s:a", "s:b")])


def test_the_same_judgement_again_contradicts_nothing():
    refuse_contradiction(A_C, [A_C])


@given(st.lists(st.tuples(*[st.sampled_from("abcdef")] * 2).filter(lambda pair: pair[0] != pair[1])))
def test_sets_are_known_by_their_smallest_member(pairs: list[tuple[str, str]]):
    sets = Sets()
    for a, b in pairs:
        sets.union(a, b)
    for a, b in pairs:
        assert sets.find(a) == sets.find(b) <= min(a, b)
    for a, b in itertools.combinations("abcdef", 2):
        if sets.find(a) == sets.find(b):
            assert a in {c for pair in pairs for c in pair}
