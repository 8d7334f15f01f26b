"""The life of a proposal on every store: proposed, made, met, led to something, put off, declined, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.adapters import MemoryStore, SqliteStore, open_store
from graph.changes import Change
from graph.errors import Contradiction, Refused, Unknown
from graph.export import graph_json
from graph.introductions import RULES, proposals
from graph.introductions.against import against
from graph.introductions.book import Party
from graph.introductions.lives import lives, running
from graph.introductions.record import record, take_back
from graph.introductions.steps import DECLINED, INTRODUCTIONS, LATER, LED_TO, MADE, MET, PROPOSED
from graph.knowledge import Knowledge
from graph.network import Network, read_network
from graph.testing.source import Source
from graph.verify import verify
from tests.worlds import WORDS

TODAY = "2026-05-20"


def town() -> Source:
    """Ann and Bob bring the same craft; so do Cat and a mill."""
    news = Source("news", published="2021")
    craft = news.mention("craft", "knowledge_type", "Craft")
    for key, kind in (("ann", "person"), ("bob", "person"), ("cat", "person"), ("mill", "organisation")):
        news.tie(news.mention(key, kind, key.title()), "brings", craft)
    return news


@pytest.fixture(params=["memory", "sqlite"])
def knowledge(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Knowledge]:
    store = MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "binck.db")
    found = Knowledge(store, WORDS, by="Zoë")
    found.load(town().bundle())
    yield found
    with store.reading() as view:
        assert verify(view, WORDS).ok


def party(key: str, kind: str = "person") -> Party:
    return Party(kind, key.title(), f"news:{key}")


def step(knowledge: Knowledge, what: str, day: str, one: str = "ann", other: str = "bob", **more: object) -> Change:
    ends = (party(who, "organisation" if who == "mill" else "person") for who in (one, other))
    change = record(knowledge, *ends, what, day, TODAY, **more)  # type: ignore[arg-type]
    assert change is not None
    return change


def world(knowledge: Knowledge) -> Network:
    with knowledge.store.reading() as view:
        return read_network(view, WORDS)


def told(knowledge: Knowledge) -> list[tuple[str, str, dict[str, str]]]:
    network = world(knowledge)
    return [(network.names[life.row], life.state, life.days) for life in lives(network)]


def pairs(knowledge: Knowledge, today: str = TODAY) -> list[str]:
    network = world(knowledge)
    return [f"{network.names[p.one]}-{network.names[p.other]}" for p in proposals(network, 20, today=today)]


def test_each_step_is_told_with_its_day(knowledge):
    step(knowledge, PROPOSED, "2026-05-01", rules=["same-subject"])
    step(knowledge, MADE, "2026-05-02", by=party("cat"))
    step(knowledge, MET, "2026-05-09")
    assert told(knowledge) == [("Ann – Bob", MET, {PROPOSED: "2026-05-01", MADE: "2026-05-02", MET: "2026-05-09"})]
    network = world(knowledge)
    (life,) = lives(network)
    assert [network.names[row] for row in (*life.ends, *life.by)] == ["Ann", "Bob", "Cat"]
    assert life.rules == ("same-subject",)
    assert INTRODUCTIONS in network.sources


def test_a_step_says_the_same_in_either_order_and_again_with_its_new_day(knowledge):
    step(knowledge, MADE, "2026-05-02")
    step(knowledge, MADE, "2026-05-03", "bob", "ann")
    assert told(knowledge) == [("Ann – Bob", MADE, {MADE: "2026-05-03"})]
    assert record(knowledge, party("ann"), party("bob"), MADE, "2026-05-03", TODAY) is None


def test_who_was_introduced_is_not_proposed_again(knowledge):
    assert "Ann-Bob" in pairs(knowledge)
    change = step(knowledge, MADE, "2026-05-02")
    assert "Ann-Bob" not in pairs(knowledge)
    knowledge.undo(change.id)
    assert "Ann-Bob" in pairs(knowledge)


def test_what_was_declined_is_never_proposed_again_and_closes(knowledge):
    step(knowledge, DECLINED, "2026-05-02")
    assert "Ann-Bob" not in pairs(knowledge, "2099-01-01")
    with pytest.raises(Refused, match="take that back first"):
        step(knowledge, MADE, "2026-05-03")
    take_back(knowledge, "news:ann", "news:bob", DECLINED)
    assert "Ann-Bob" in pairs(knowledge)


def test_what_was_put_off_comes_back_on_its_day(knowledge):
    step(knowledge, LATER, "2026-09-01")
    assert "Ann-Bob" not in pairs(knowledge, "2026-08-31")
    assert "Ann-Bob" in pairs(knowledge, "2026-09-01")
    network = world(knowledge)
    back = next(p for p in proposals(network, 20, today="2026-09-01") if network.names[p.other] == "Bob")
    assert [text.en for text in against(network, back)] == ["this was put off until 1 September 2026"]


def test_to_make_what_was_put_off_ends_that(knowledge):
    step(knowledge, LATER, "2026-09-01")
    step(knowledge, MADE, "2026-05-20")
    assert told(knowledge) == [("Ann – Bob", MADE, {MADE: "2026-05-20"})]


@pytest.mark.parametrize(
    ("what", "day", "why"),
    [
        (MET, "2026-05-02", "comes after the introduction was made"),
        (LED_TO, "", "comes after the introduction was made"),
        (MADE, "", "when"),
        (MADE, "2026-05-21", "still to come"),
        (MADE, "soon", "not a date"),
        (LATER, "2026-05-20", "later lies after today"),
        ("dreamt", "2026-05-20", "there is no step 'dreamt'"),
    ],
)
def test_a_step_out_of_order_is_refused_and_nothing_written(knowledge, what, day, why):
    before = world(knowledge).version
    with pytest.raises(Refused, match=why):
        step(knowledge, what, day)
    assert world(knowledge).version == before


def test_nobody_meets_before_the_introduction(knowledge):
    step(knowledge, MADE, "2026-05-02")
    with pytest.raises(Refused, match="lies before the introduction of 2026-05-02"):
        step(knowledge, MET, "2026-05-01")
    step(knowledge, MET, "2026-05-03")
    with pytest.raises(Refused, match="lies after the meeting of 2026-05-03"):
        step(knowledge, MADE, "2026-05-04")


def test_it_led_to_a_tie_between_the_two(knowledge):
    step(knowledge, MADE, "2026-05-02", "mill", "ann")
    step(knowledge, LED_TO, "2026-05-10", "mill", "ann", tie="works_for")
    network = world(knowledge)
    (life,) = lives(network)
    (tie,) = life.led
    assert (network.names[network.tail[tie]], network.names[network.head[tie]]) == ("Ann", "Mill")
    assert network.tie(tie).start == "2026-05-10"
    with pytest.raises(Refused, match="'knows' is no tie between these two; choose from"):
        step(knowledge, LED_TO, "2026-05-10", "mill", "ann", tie="knows")


def test_it_led_to_an_activity_or_a_project_known_or_new(knowledge):
    more = Source("more")
    more.mention("fair", "activity", "Fair")
    knowledge.load(more.bundle())
    step(knowledge, MADE, "2026-05-02")
    step(knowledge, LED_TO, "", thing=Party("activity", "Fair", "more:fair"))
    step(knowledge, LED_TO, "2026-05-19", thing=Party("project", "Plan"))
    network = world(knowledge)
    (life,) = lives(network)
    assert sorted(network.names[network.tail[tie]] for tie in life.led) == ["Fair", "Plan"]
    assert len(network.rows_of_kind("activity")) == 1


def test_each_step_can_be_taken_back_the_last_with_all_that_was_said(knowledge):
    before = world(knowledge)
    step(knowledge, MADE, "2026-05-02", by=Party("person", "Dan"))
    step(knowledge, MET, "2026-05-03")
    step(knowledge, LED_TO, "2026-05-04", tie="knows")
    with pytest.raises(Refused, match="take that back first"):
        take_back(knowledge, "news:bob", "news:ann", MADE)
    network = world(knowledge)
    tie = next(piece.statement for piece in network.tie(lives(network)[0].led[0]).evidence)
    take_back(knowledge, "news:bob", "news:ann", LED_TO, tie)
    take_back(knowledge, "news:bob", "news:ann", MET)
    take_back(knowledge, "news:bob", "news:ann", MADE)
    after = world(knowledge)
    assert (after.ids, after.tie_ids, list(after.sources)) == (before.ids, before.tie_ids, list(before.sources))
    with pytest.raises(Unknown, match="this introduction is not recorded: made"):
        take_back(knowledge, "news:bob", "news:ann", MADE)


def test_after_a_merge_the_pair_is_found_by_any_address(knowledge):
    step(knowledge, MADE, "2026-05-02")
    more = Source("a-list")
    more.mention("annie", "person", "Annie")
    more.judge("same", "a-list:annie", "news:ann")
    knowledge.load(more.bundle())
    record(knowledge, Party("person", "Annie", "a-list:annie"), party("bob"), MET, "2026-05-03", TODAY)
    step(knowledge, LED_TO, "2026-05-04", tie="knows")
    assert [state for _, state, _ in told(knowledge)] == [LED_TO]
    assert len(world(knowledge).rows_of_kind("introduction")) == 1


def test_the_oldest_step_undone_and_recorded_again(knowledge):
    first = step(knowledge, MADE, "2026-05-02")
    step(knowledge, MET, "2026-05-03")
    knowledge.undo(first.id)
    assert told(knowledge) == []
    step(knowledge, MADE, "2026-05-04")
    assert told(knowledge) == [("Ann – Bob", MADE, {MADE: "2026-05-04"})]


def test_an_unknown_address_is_refused(knowledge):
    with pytest.raises(Unknown, match="No source mentions 'news:eve'"):
        step(knowledge, MADE, "2026-05-02", "ann", "eve")


def test_nobody_is_introduced_to_herself(knowledge):
    more = Source("more")
    more.mention("annie", "person", "Annie")
    more.judge("same", "more:annie", "news:ann")
    knowledge.load(more.bundle())
    with pytest.raises(Refused, match="news:ann and more:annie are the same"):
        record(knowledge, party("ann"), Party("person", "Annie", "more:annie"), MADE, "2026-05-02", TODAY)


def test_when_they_were_withdrawn_the_next_step_says_how_to_bring_them_back(knowledge):
    step(knowledge, MADE, "2026-05-02")
    knowledge.withdraw(INTRODUCTIONS)
    assert "Ann-Bob" in pairs(knowledge)
    with pytest.raises(Contradiction, match="bring it back first: binck load voorstellen"):
        step(knowledge, MET, "2026-05-03")
    knowledge.bring_back(INTRODUCTIONS)
    step(knowledge, MET, "2026-05-03")
    assert [state for _, state, _ in told(knowledge)] == [MET]


def test_whoever_is_in_many_that_run_has_enough_of_them(knowledge):
    for other in ("bob", "cat", "mill"):
        step(knowledge, PROPOSED, "2026-05-02", "ann", other)
    more = Source("more")
    more.tie(more.mention("dan", "person", "Dan"), "brings", more.mention("craft", "knowledge_type", "Craft"))
    knowledge.load(more.bundle())
    network = world(knowledge)
    assert running(network)[network.row_of("news:ann")] == 3
    found = next(p for p in proposals(network, 20) if {network.names[p.one], network.names[p.other]} == {"Ann", "Dan"})
    assert [text.en for text in against(network, found)] == ["Ann is in 3 introductions that run already"]


@pytest.mark.neo4j
@pytest.mark.xdist_group("neo4j")
def test_a_server_tells_the_same_life_as_memory(neo4j_url):
    told_by = []
    for store in (MemoryStore(), open_store(neo4j_url)):
        knowledge = Knowledge(store, WORDS, by="Zoë")
        knowledge.load(town().bundle())
        step(knowledge, MADE, "2026-05-02", by=party("cat"), rules=["same-subject"])
        undone = step(knowledge, MET, "2026-05-03")
        step(knowledge, LED_TO, "2026-05-04", tie="knows")
        step(knowledge, LED_TO, "2026-05-05", thing=Party("activity", "Fair"))
        step(knowledge, DECLINED, "2026-05-05", "bob", "cat")
        knowledge.undo(undone.id)
        take_back(knowledge, "news:cat", "news:bob", DECLINED)
        told_by.append((graph_json(world(knowledge)), told(knowledge), pairs(knowledge)))
        store.close()
    assert told_by[0] == told_by[1]


def test_that_one_was_declined_before_is_told_of_another(knowledge):
    step(knowledge, DECLINED, "2026-05-02", "ann", "bob")
    network = world(knowledge)
    found = next(p for p in proposals(network, 20) if {network.names[p.one], network.names[p.other]} == {"Ann", "Cat"})
    assert [text.en for text in against(network, found)] == ["an introduction of Ann was declined before"]


def test_a_change_tells_the_step_and_no_names(knowledge):
    assert step(knowledge, MADE, "2026-05-02").why == "introduction made"
    assert take_back(knowledge, "news:ann", "news:bob", MADE).why == "introduction made taken back"


def test_the_words_know_every_rule():
    labels = WORDS.choices["introduction_rule"].choices
    assert {name.replace("_", "-"): (label.nl, label.en) for name, label in labels.items()} == {
        rule.name: (rule.label.nl, rule.label.en) for rule in RULES
    }
