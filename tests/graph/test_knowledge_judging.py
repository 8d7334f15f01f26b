"""Judging by hand: what a person may say of two mentions, and how it is taken back."""

from __future__ import annotations

import pytest

from graph.errors import Contradiction, Refused, Unknown
from graph.knowledge import Knowledge
from graph.testing.source import Source
from tests.worlds import bakery, contents, two_anns


@pytest.fixture
def anns(knowledge: Knowledge) -> Knowledge:
    """Two sources each with an Ann."""
    for source in two_anns():
        knowledge.load(source.bundle())
    return knowledge


def people(knowledge: Knowledge) -> list[tuple[str, ...]]:
    with knowledge.store.reading() as view:
        return sorted(entity.ids for entity in view.entities() if entity.kind == "person")


def test_what_the_rule_joined_a_person_parts(anns: Knowledge):
    assert people(anns) == [("one:ann", "two:ann")]
    judgement, change = anns.judge("different", "two:ann", "one:ann", "other surname")
    assert people(anns) == [("one:ann",), ("two:ann",)]
    assert change is not None
    assert change.why == "judge different: other surname"
    assert judgement.why == {"nl": "other surname"}


def test_a_merge_can_be_taken_back(knowledge: Knowledge):
    knowledge.load(bakery().bundle())
    before = people(knowledge)
    judgement, _ = knowledge.judge("same", "news:ann", "news:bob", "looks alike")
    assert people(knowledge) == [("news:ann", "news:bob")]
    knowledge.withdraw(judgement.id)
    assert people(knowledge) == before


def test_a_tie_between_what_became_one_is_a_question_and_returns_on_splitting(knowledge: Knowledge):
    knowledge.load(bakery().bundle())
    judgement, _ = knowledge.judge("same", "news:ann", "news:bob", "looks alike")
    with knowledge.store.reading() as view:
        assert [tie.kind for tie in view.ties()] == ["works_for"]
        assert [question.kind for question in view.questions()] == ["loop"]
    knowledge.withdraw(judgement.id)
    with knowledge.store.reading() as view:
        assert sorted(tie.kind for tie in view.ties()) == ["knows", "works_for"]
        assert view.questions() == []


def test_judging_the_same_again_makes_no_change(anns: Knowledge):
    judgement, _ = anns.judge("different", "one:ann", "two:ann", "other surname")
    assert anns.judge("different", "two:ann", "one:ann", "other surname") == (judgement, None)


def test_unsure_is_replaced_by_a_later_verdict(anns: Knowledge):
    anns.judge("unsure", "one:ann", "two:ann", "no idea")
    assert people(anns) == [("one:ann", "two:ann")]
    anns.judge("different", "one:ann", "two:ann", "asked her")
    assert people(anns) == [("one:ann",), ("two:ann",)]


def test_a_contradiction_is_refused_and_names_what_it_contradicts(anns: Knowledge):
    judgement, _ = anns.judge("different", "one:ann", "two:ann", "other surname")
    before = contents(anns.store)
    with pytest.raises(Contradiction) as refused:
        anns.judge("same", "one:ann", "two:ann", "looks alike")
    assert judgement.id in refused.value.say("nl")
    assert f"contradicts {judgement.id} (one:ann and two:ann: different)" in refused.value.say("en")
    assert contents(anns.store) == before


@pytest.mark.parametrize(
    ("verdict", "a", "b", "why", "error", "nl", "en"),
    [
        (
            "same",
            "one:ann",
            "one:school",
            "x",
            Refused,
            "alleen gelijke soorten zijn hetzelfde",
            "only equal kinds are the same",
        ),
        ("same", "one:ann", "one:ann", "x", Refused, "met zichzelf vergeleken", "compared with itself"),
        ("alike", "one:ann", "two:ann", "x", Refused, "een oordeel is same, different, unsure", "a judgement is same,"),
        ("same", "one:ann", "one:carl", "x", Unknown, "Geen bron noemt 'one:carl'", "No source mentions 'one:carl'"),
        ("same", "one:ann", "two:ann", " ", Refused, "is geen tekst", "is not text"),
    ],
)
def test_what_cannot_be_judged_is_refused(anns: Knowledge, verdict, a, b, why, error, nl, en):
    before = contents(anns.store)
    with pytest.raises(error) as refused:
        anns.judge(verdict, a, b, why)
    assert nl in refused.value.say("nl")
    assert en in refused.value.say("en")
    assert contents(anns.store) == before


def test_a_judgement_stays_in_force_while_one_of_its_mentions_is_withdrawn(anns: Knowledge):
    anns.judge("different", "one:ann", "two:ann", "other surname")
    anns.withdraw("two")
    anns.load(two_anns()[1].bundle())
    assert people(anns) == [("one:ann",), ("two:ann",)]


def test_what_two_hold_stays_while_one_lets_go(anns: Knowledge):
    file = Source("file")
    judgement = file.judge("different", "one:ann", "two:ann")
    anns.load(file.bundle())
    other = Source("other")
    other.judge("different", "one:ann", "two:ann")
    anns.load(other.bundle())
    anns.load(Source("file").bundle())
    assert people(anns) == [("one:ann",), ("two:ann",)]
    anns.withdraw(judgement.id)
    assert people(anns) == [("one:ann", "two:ann")]


def test_a_withdrawn_judgement_of_a_file_comes_back_only_when_it_is_named(anns: Knowledge):
    file = Source("file")
    judgement = file.judge("different", "one:ann", "two:ann", "seen")
    anns.load(file.bundle())
    anns.withdraw(judgement.id)
    (report,) = anns.load(file.bundle()).sources
    assert (report.set_aside, report.refused) == (1, [])
    assert people(anns) == [("one:ann", "two:ann")]


def test_judging_so_again_by_hand_is_naming_it(anns: Knowledge):
    judgement, _ = anns.judge("different", "one:ann", "two:ann", "other surname")
    anns.withdraw(judgement.id)
    again, change = anns.judge("different", "one:ann", "two:ann", "other surname")
    assert again == judgement
    assert change is not None
    assert people(anns) == [("one:ann",), ("two:ann",)]
    anns.withdraw(judgement.id)


def test_a_file_that_still_holds_a_withdrawn_judgement_does_not_argue_with_the_one_in_its_place(anns: Knowledge):
    file = Source("file")
    judgement = file.judge("different", "one:ann", "two:ann")
    anns.load(file.bundle())
    anns.withdraw(judgement.id)
    anns.judge("same", "one:ann", "two:ann", "met her")
    (report,) = anns.load(file.bundle(), strict=True).sources
    assert (report.set_aside, report.refused) == (1, [])


def test_of_two_judgements_in_a_file_that_contradict_the_second_is_refused_and_the_first_stands(anns: Knowledge):
    file = Source("file")
    first, _ = file.judge("different", "one:ann", "two:ann"), file.judge("same", "one:ann", "two:ann")
    (report,) = anns.load(file.bundle()).sources
    assert (report.added, [first.id in refusal.say("nl") for refusal in report.refused]) == (1, [True])


def test_a_file_may_turn_its_own_judgement_round(anns: Knowledge):
    for verdict, found in (("different", 2), ("same", 1)):
        file = Source("file")
        file.judge(verdict, "one:ann", "two:ann")
        assert anns.load(file.bundle()).sources[0].refused == []
        assert len(people(anns)) == found


def test_a_judgement_stays_when_another_source_turns_out_to_mention_something_else(knowledge: Knowledge):
    """Loading the file again changes nothing; that a person is a place is for a person to see."""
    news, atlas = Source("news"), Source("atlas")
    judgement = news.judge("same", news.mention("ann", "person", "Ann"), "atlas:ann")
    atlas.mention("ann", "place", "Ann")
    knowledge.load(news.bundle())
    knowledge.load(atlas.bundle())
    assert knowledge.load(news.bundle()).change is None
    with knowledge.store.reading() as view:
        assert view.judgements() == [judgement]
        assert len(view.entities()) == 2


def test_a_new_judgement_does_not_push_out_the_one_that_the_file_holds(anns: Knowledge):
    file = Source("file")
    old = file.judge("different", "one:ann", "two:ann")
    anns.load(file.bundle())
    file.judge("same", "one:ann", "two:ann")
    file.judgements.reverse()
    (report,) = anns.load(file.bundle()).sources
    assert (report.unchanged, [old.id in refusal.say("en") for refusal in report.refused]) == (1, [True])


def test_a_file_judges_by_its_mentions_of_now_and_not_of_before(knowledge: Knowledge):
    knowledge.load(bakery().bundle())
    news = Source("news")
    news.judge("same", "news:ann", "almanac:ann")
    assert len(knowledge.load(news.bundle()).sources[0].refused) == 1


def test_a_file_cannot_judge_what_it_would_mention_and_does_not(knowledge: Knowledge):
    news = bakery()
    news.judge("same", "news:ann", "news:anja")
    news.judge("same", "news:ann", "almanac:ann")  # another source may come later
    assert [r.reason.en for r in knowledge.load(news.bundle()).sources[0].refused] == [
        "'news:anja' is not mentioned in this source, or was refused"
    ]
