"""`blind-spots`: who was missed, subjects without people, questions without answers, and what hangs on one tie."""

from __future__ import annotations

import pytest

from graph.testing.source import Source
from tests.worlds import answer, network


def town() -> Source:
    """Ann and Bob of the bakery; nobody cares about water; the mayor was missed; one of two questions is answered."""
    news = Source("news", published="2021")
    ann, bob = news.mention("ann", "person", "Ann"), news.mention("bob", "person", "Bob")
    news.mention("water", "theme", "Water")
    fair, shop = news.mention("fair", "activity", "Fair"), news.mention("shop", "organisation", "Bakery")
    news.tie(news.mention("mayor", "person", "Mayor"), "missed", fair)
    news.tie(ann, "works_for", shop)
    news.tie(ann, "took_part_in", fair)
    news.tie(bob, "works_for", shop)
    news.tie(ann, "raised", news.mention("how", "knowledge_question", "How to bake"))
    news.property("news:how", "result", {"nl": "Langzaam"})
    news.tie(ann, "raised", news.mention("why", "knowledge_question", "Why bake"))
    news.property(ann, "sector", "entrepreneurs")
    return news


def spots(source: Source, **given: str) -> list[tuple[object, ...]]:
    found = answer("blind-spots", network(source), **given)
    return [(row["state"], row["name"], row["note"]) for row in found.rows]


def test_each_blank_spot_has_its_kind_and_a_word_of_where():
    assert spots(town()) == [
        ("missed", "Mayor", "at Fair"),
        ("nobody", "Water", ""),
        ("unanswered", "Why bake", "raised by Ann"),
        ("loose", "Mayor", ""),
        ("loose", "Bob", "only with Bakery"),
    ]


@pytest.mark.parametrize("what", ["missed", "nobody", "unanswered", "loose"])
def test_one_kind_may_be_asked_for(what):
    assert {state for state, *_ in spots(town(), what=what)} == {what}


def test_who_is_missed_most_comes_first():
    news = town()
    baker = news.mention("baker", "person", "Zed")
    for key in ("fair", "show"):
        news.tie(baker, "missed", news.mention(key, "activity", key.title()))
    assert spots(news, what="missed") == [("missed", "Zed", "at Fair and Show"), ("missed", "Mayor", "at Fair")]


def test_being_a_part_of_something_is_not_having_people():
    news = town()
    news.tie("news:water", "part_of", news.mention("nature", "theme", "Nature"))
    assert {"Water", "Nature"} <= {name for _, name, _ in spots(news, what="nobody")}
    news.tie("news:shop", "about", "news:water")
    assert "Water" not in {name for _, name, _ in spots(news, what="nobody")}


def test_said_in_a_sentence():
    assert answer("blind-spots", network(town()), what="missed").sentence == "Wanted and missing: Mayor (at Fair)."
    assert answer("blind-spots", network(town()), "nl", what="unanswered").sentence == (
        "De bronnen hebben 1 kennisvraag zonder antwoord."
    )
    assert answer("blind-spots", network(Source("news")), what="loose").sentence == (
        "Of this the sources leave nothing blank."
    )
    assert answer("blind-spots", network(town()), what="nobody").sentence == (
        "Of these sectors the sources name nobody: education, government, residents and civil society. "
        "The sources have 1 subject that nobody belongs to."
    )
    assert "for people to say" in answer("blind-spots", network(town())).caveats[0]
