"""What was withdrawn comes back by its name, and a doubt is replaced by a verdict."""

from __future__ import annotations

import pytest

from graph.errors import Unknown
from graph.knowledge import Knowledge
from graph.testing.source import Source
from tests.worlds import contents, two_anns


def verdicts(knowledge: Knowledge) -> list[str]:
    with knowledge.store.reading() as view:
        return sorted(judgement.verdict for judgement in view.judgements())


def test_corrections_withdrawn_by_name_come_back_by_name(knowledge):
    news = Source("news")
    news.correct(news.mention("ann", "person", "Anm"), "name", "Ann")
    knowledge.load(news.bundle())
    before = contents(knowledge.store)
    knowledge.withdraw("corrections")
    assert knowledge.withdrawn() == {"corrections"}
    knowledge.load(news.bundle())
    assert knowledge.withdrawn() == {"corrections"}
    knowledge.bring_back("corrections")
    assert contents(knowledge.store) == before


def test_a_judgement_withdrawn_by_name_comes_back_by_name(knowledge):
    one, two = two_anns()
    judgement = two.judge("different", "one:ann", "two:ann")
    for source in (one, two):
        knowledge.load(source.bundle())
    before = contents(knowledge.store)
    knowledge.withdraw(judgement.id)
    knowledge.bring_back(judgement.id)
    assert contents(knowledge.store) == before


def test_what_is_not_withdrawn_cannot_come_back(knowledge):
    with pytest.raises(Unknown, match="'news' is not withdrawn"):
        knowledge.bring_back("news")


def test_a_verdict_replaces_a_doubt_and_withdrawing_it_leaves_neither(knowledge):
    for source in two_anns():
        knowledge.load(source.bundle())
    knowledge.judge("unsure", "one:ann", "two:ann", "who knows")
    judgement, change = knowledge.judge("different", "one:ann", "two:ann", "two people")
    assert verdicts(knowledge) == ["different"]
    knowledge.withdraw(judgement.id)
    assert verdicts(knowledge) == []
    assert change is not None


def test_undoing_the_verdict_gives_the_doubt_back(knowledge):
    for source in two_anns():
        knowledge.load(source.bundle())
    knowledge.judge("unsure", "one:ann", "two:ann", "who knows")
    _, change = knowledge.judge("same", "one:ann", "two:ann", "one person")
    knowledge.undo(change.id)
    assert verdicts(knowledge) == ["unsure"]


def test_a_file_with_a_doubt_does_not_bring_it_back_over_a_verdict(knowledge):
    one, two = two_anns()
    two.judge("unsure", "one:ann", "two:ann")
    for source in (one, two):
        knowledge.load(source.bundle())
    knowledge.judge("same", "one:ann", "two:ann", "one person")
    assert knowledge.load(two.bundle()).change is None
    assert verdicts(knowledge) == ["same"]
