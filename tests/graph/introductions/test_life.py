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
from graph.introductions.lives import led_statement, lives, of_one, running
from graph.introductions.record import kinds_between, record, take_back
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


def test_to_make_what_was_put_off_ends_that_until_it_is_taken_back(knowledge):
    step(knowledge, LATER, "2026-09-01")
    step(knowledge, MADE, "2026-05-20")
    assert told(knowledge) == [("Ann – Bob", MADE, {MADE: "2026-05-20", LATER: "2026-09-01"})]
    with pytest.raises(Refused, match="was made already on 2026-05-20; take that back first"):
        step(knowledge, LATER, "2026-10-01")
    take_back(knowledge, "news:ann", "news:bob", MADE)
    assert told(knowledge) == [("Ann – Bob", LATER, {LATER: "2026-09-01"})]


def test_what_was_put_off_is_proposed_again_once_it_came_back(knowledge):
    step(knowledge, PROPOSED, "2026-05-01")
    step(knowledge, LATER, "2026-05-21")
    assert [state for _, state, _ in told(knowledge)] == [LATER]
    record(knowledge, party("ann"), party("bob"), PROPOSED, "2026-05-22", "2026-05-22")
    assert [state for _, state, _ in told(knowledge)] == [PROPOSED]
    assert "Ann-Bob" not in pairs(knowledge, "2026-05-22")
    step(knowledge, LATER, "2026-09-01", "ann", "cat")
    with pytest.raises(Refused, match="was put off until 2026-09-01; take that back first"):
        step(knowledge, PROPOSED, "2026-05-20", "ann", "cat")


def test_a_day_put_right_keeps_who_made_it_until_another_did(knowledge):
    step(knowledge, MADE, "2026-05-02", by=party("cat"))
    step(knowledge, MADE, "2026-05-03")
    network = world(knowledge)
    assert [network.names[row] for row in lives(network)[0].by] == ["Cat"]
    step(knowledge, MADE, "2026-05-03", by=Party("person", "Dan"))
    network = world(knowledge)
    assert [network.names[row] for row in lives(network)[0].by] == ["Dan"]
    assert [(state, days) for _, state, days in told(knowledge)] == [(MADE, {MADE: "2026-05-03"})]


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
    with pytest.raises(Refused, match="met on 2026-05-01 lies before made on 2026-05-02"):
        step(knowledge, MET, "2026-05-01")
    step(knowledge, MET, "2026-05-03")
    with pytest.raises(Refused, match="met on 2026-05-03 lies before made on 2026-05-04"):
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


@pytest.mark.parametrize(
    ("said", "thing", "why"),
    [
        ({"end": "2024"}, "fair", "Fair is of 2024, before the introduction of 2026-05-02, and does not follow"),
        ({"start": "2026-05-01"}, "fair", "Fair is of 2026-05-01, before the introduction"),
        ({}, "club", "Club is who or what was introduced, and does not follow from it"),
    ],
)
def test_nothing_follows_from_what_came_after_it_or_from_itself(knowledge, said, thing, why):
    more = Source("more")
    fair = more.mention("fair", "activity", "Fair")
    for word, day in said.items():
        more.property(fair, word, day)
    more.mention("club", "activity", "Club")
    knowledge.load(more.bundle())
    club, given = (Party("activity", key.title(), f"more:{key}") for key in ("club", thing))
    record(knowledge, party("ann"), club, MADE, "2026-05-02", TODAY)
    with pytest.raises(Refused, match=why):
        record(knowledge, party("ann"), club, LED_TO, "", TODAY, thing=given)


def test_what_is_of_the_year_of_the_introduction_may_follow_from_it(knowledge):
    more = Source("more")
    more.property(more.mention("fair", "activity", "Fair"), "start", "2026")
    knowledge.load(more.bundle())
    step(knowledge, MADE, "2026-05-02")
    step(knowledge, LED_TO, "", thing=Party("activity", "Fair", "more:fair"))
    assert [state for _, state, _ in told(knowledge)] == [LED_TO]


def test_to_have_been_introduced_leads_to_no_introducing():
    assert kinds_between(WORDS, "person", "person") == ["knows"]


def test_of_several_things_that_it_led_to_one_is_told_to_be_taken_back(knowledge):
    step(knowledge, MADE, "2026-05-02")
    step(knowledge, LED_TO, "2026-05-04", tie="knows")
    step(knowledge, LED_TO, "2026-05-05", thing=Party("project", "Plan"))
    with pytest.raises(Refused, match="this led to 2 things; tell which"):
        take_back(knowledge, "news:ann", "news:bob", LED_TO)
    network = world(knowledge)
    take_back(knowledge, "news:ann", "news:bob", LED_TO, led_statement(network, lives(network)[0].led[0]))
    take_back(knowledge, "news:ann", "news:bob", LED_TO)
    assert [state for _, state, _ in told(knowledge)] == [MADE]


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


def test_two_introductions_that_are_of_one_pair_by_now_are_each_taken_back(knowledge):
    more = Source("a-list")
    more.mention("annie", "person", "Annie")
    knowledge.load(more.bundle())
    annie = Party("person", "Annie", "a-list:annie")
    step(knowledge, MADE, "2026-05-02")
    record(knowledge, annie, party("bob"), MADE, "2026-05-03", TODAY)
    record(knowledge, annie, party("bob"), LED_TO, "2026-05-05", TODAY, tie="knows")
    knowledge.judge("same", "a-list:annie", "news:ann", "Ann is Annie")
    network = world(knowledge)
    first, second = sorted(lives(network), key=lambda life: life.days[MADE])
    assert first.led == second.led
    mine = network.ids[second.row]
    record(knowledge, party("ann"), party("bob"), MET, "2026-05-04", TODAY, introduction=mine)
    assert [life.days.get(MET) for life in lives(world(knowledge)) if life.days[MADE] == "2026-05-03"] == ["2026-05-04"]
    take_back(knowledge, "news:ann", "news:bob", MET)
    take_back(knowledge, "news:ann", "news:bob", LED_TO, introduction=network.ids[first.row])
    take_back(knowledge, "news:ann", "news:bob", MADE, introduction=mine)
    assert [days for _, _, days in told(knowledge)] == [{MADE: "2026-05-02"}]
    with pytest.raises(Unknown, match="is there no more; read the page again"):
        take_back(knowledge, "news:ann", "news:bob", MADE, introduction=mine)
    with pytest.raises(Unknown, match="is there no more; read the page again"):
        record(knowledge, party("ann"), party("bob"), MET, "2026-05-04", TODAY, introduction=mine)
    take_back(knowledge, "a-list:annie", "news:bob", MADE)
    assert told(knowledge) == []


def test_when_two_turn_out_to_be_one_their_introduction_is_still_taken_back(knowledge):
    more = Source("a-list")
    more.mention("annie", "person", "Annie")
    knowledge.load(more.bundle())
    annie = Party("person", "Annie", "a-list:annie")
    record(knowledge, party("ann"), annie, MADE, "2026-05-02", TODAY)
    record(knowledge, party("ann"), annie, LED_TO, "2026-05-04", TODAY, tie="knows")
    knowledge.judge("same", "a-list:annie", "news:ann", "Ann is Annie")
    network = world(knowledge)
    assert lives(network) == []
    assert [life.days for life in of_one(network)] == [{MADE: "2026-05-02"}]
    with pytest.raises(Refused, match="are the same"):
        record(knowledge, party("ann"), annie, MET, "2026-05-03", TODAY)
    take_back(knowledge, "news:ann", "a-list:annie", MADE)
    assert of_one(world(knowledge)) == []
    assert INTRODUCTIONS not in world(knowledge).sources


def test_what_rests_on_a_step_that_was_undone_is_there_again_when_that_is_undone(knowledge):
    first = step(knowledge, MADE, "2026-05-02")
    step(knowledge, MET, "2026-05-03")
    step(knowledge, LED_TO, "2026-05-04", thing=Party("project", "Plan"))
    undone = knowledge.undo(first.id)
    assert told(knowledge) == []
    other = step(knowledge, MADE, "2026-05-02", "bob", "cat")
    assert [name for name, _, _ in told(knowledge)] == ["Bob – Cat"]
    knowledge.undo(other.id)
    knowledge.undo(undone.id)
    assert told(knowledge) == [("Ann – Bob", LED_TO, {MADE: "2026-05-02", MET: "2026-05-03"})]


def test_to_undo_one_introduction_leaves_all_others_of_the_same_people_whole(knowledge):
    by, plan = Party("person", "Dan"), Party("project", "Plan")
    first = [step(knowledge, MADE, "2026-05-01", by=by), step(knowledge, LED_TO, "", thing=plan)]
    network = world(knowledge)
    (dan,), (tie,) = lives(network)[0].by, lives(network)[0].led
    by = Party("person", "Dan", network.ids[dan])
    plan = Party("project", "Plan", network.ids[network.tail[tie]])
    for other in ("cat", "mill"):
        step(knowledge, MADE, "2026-05-02", "ann", other, by=by)
        step(knowledge, LED_TO, "", "ann", other, thing=plan)
    assert [world(knowledge).names.count(name) for name in ("Dan", "Plan")] == [1, 1]
    undone = [knowledge.undo(change.id) for change in reversed(first)]
    network = world(knowledge)
    assert [(network.names[life.row], len(life.led), len(life.by)) for life in lives(network)] == [
        ("Ann – Cat", 1, 1),
        ("Ann – Mill", 1, 1),
    ]
    assert [network.names.count(name) for name in ("Dan", "Plan")] == [1, 1]
    assert of_one(network) == []
    between = step(knowledge, DECLINED, "2026-05-02", "bob", "cat")
    for change in (between, *reversed(undone)):
        knowledge.undo(change.id)
    assert [state for _, state, _ in told(knowledge)] == [LED_TO, LED_TO, LED_TO]


def test_what_one_introduction_led_to_is_not_what_another_did_that_was_only_proposed(knowledge):
    step(knowledge, MADE, "2026-05-02")
    step(knowledge, LED_TO, "2026-05-04", tie="knows")
    step(knowledge, PROPOSED, "2026-05-05", "cat", "bob")
    knowledge.judge("same", "news:ann", "news:cat", "Cat is Ann")
    assert sorted(state for _, state, _ in told(knowledge)) == [LED_TO, PROPOSED]


def test_what_it_led_to_has_the_day_that_was_told_last(knowledge):
    step(knowledge, MADE, "2026-05-02")
    step(knowledge, LED_TO, "", tie="knows")
    step(knowledge, LED_TO, "2026-05-04", "bob", "ann", tie="knows")
    for day in ("", "2026-05-05"):
        change = record(knowledge, party("ann"), party("bob"), LED_TO, day, TODAY, thing=Party("project", "Plan"))
        assert change is not None
    network = world(knowledge)
    assert sorted(network.tie(tie).start for tie in lives(network)[0].led) == ["2026-05-04", "2026-05-05"]
    for tie in lives(network)[0].led:
        take_back(knowledge, "news:ann", "news:bob", LED_TO, led_statement(network, tie))
    assert [state for _, state, _ in told(knowledge)] == [MADE]


@pytest.mark.parametrize(
    ("first", "then", "why"),
    [
        ((LED_TO, "2026-05-04", {"tie": "knows"}), (MADE, "2026-05-05"), "what came of it is of 2026-05-04, before"),
        ((MET, "2026-05-03", {}), (DECLINED, "2026-05-01"), "declined on 2026-05-01 lies before made on 2026-05-02"),
        ((MET, "2026-05-03", {}), (PROPOSED, "2026-05-10"), "made on 2026-05-02 lies before proposed on 2026-05-10"),
    ],
)
def test_no_step_lies_before_one_that_it_follows(knowledge, first, then, why):
    what, day, more = first
    step(knowledge, MADE, "2026-05-02")
    step(knowledge, what, day, **more)
    with pytest.raises(Refused, match=why):
        step(knowledge, *then)


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
