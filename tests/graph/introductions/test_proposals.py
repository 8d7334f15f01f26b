"""Which proposals come first, for whom, what they would join, who can introduce, and what speaks against."""

from __future__ import annotations

from dataclasses import replace

from graph.introductions import proposals
from graph.introductions.against import against, chain
from graph.introductions.each import best_of_each
from graph.introductions.message import message
from graph.introductions.proposals import CAP
from graph.introductions.weights import BY_HAND
from graph.network import Network
from graph.testing.source import Source
from tests.worlds import network


def market() -> Source:
    """Five who bring the same craft; Ann is an entrepreneur who also needs what Bob, of a school, offers."""
    news = Source("news", published="2021")
    craft = news.mention("craft", "knowledge_type", "Craft")
    for key in ("ann", "bob", "cat", "dan", "eva"):
        news.tie(news.mention(key, "person", key.title()), "brings", craft)
    bread = news.mention("bread", "theme", "Bread")
    news.tie("news:ann", "needs", bread)
    news.tie("news:bob", "offers", bread)
    news.property("news:ann", "sector", "entrepreneurs")
    news.property("news:bob", "sector", "education")
    return news


def pairs(world: Network, top: int = 10, **wanted: object) -> list[str]:
    found = proposals(world, top, **wanted)  # type: ignore[arg-type]
    return [f"{world.names[p.one]}-{world.names[p.other]}" for p in found]


def test_the_best_comes_first_and_nobody_comes_back_too_often():
    found = pairs(network(market()))
    assert found[0] == "Ann-Bob"
    assert all(sum(name in pair for pair in found) <= CAP for name in ("Ann", "Bob", "Cat", "Dan", "Eva"))


def test_for_one_there_is_no_cap():
    world = network(market())
    row = world.row_of("news:cat")
    assert pairs(world, who=row) == ["Ann-Cat", "Bob-Cat", "Cat-Dan", "Cat-Eva"]


def test_what_is_proposed_for_one_is_what_everybody_gets_of_her():
    news = market()
    for one, other in (("ann", "cat"), ("bob", "cat"), ("cat", "eva")):
        news.tie(f"news:{one}", "knows", f"news:{other}")
    world = network(news)
    every = {(p.one, p.other): p for one in world.rows_of_kind("person") for p in proposals(world, 99, who=int(one))}
    for pair, proposal in every.items():
        assert [p for p in proposals(world, 99, who=pair[1]) if p.other == pair[1] and p.one == pair[0]] == [proposal]
    first = proposals(world, 1)
    assert first == [every[first[0].one, first[0].other]]


def test_only_for_a_subject_or_across_two_sectors():
    world = network(market())
    assert pairs(world, subject=world.row_of("news:bread")) == ["Ann-Bob"]
    assert pairs(world, across=("entrepreneurs", "education")) == ["Ann-Bob"]
    assert pairs(world, across=("entrepreneurs", "government")) == []


def test_of_equal_score_what_joins_more_goes_first():
    news = market()
    for who in ("cat", "eva"):
        for n in range(3):
            news.tie(f"news:{who}", "knows", news.mention(f"{who}{n}", "person", f"{who.title()} {n}"))
    world = network(news)
    found = proposals(world, 20, who=world.row_of("news:dan"))
    of = {f"{world.names[p.one]}-{world.names[p.other]}": p for p in found}
    assert len({round(proposal.score, 9) for proposal in of.values()}) == 1
    assert {pair: proposal.gain for pair, proposal in of.items()} == {
        "Cat-Dan": 3,
        "Dan-Eva": 3,
        "Ann-Dan": 0,
        "Bob-Dan": 0,
    }
    assert list(of) == ["Cat-Dan", "Dan-Eva", "Ann-Dan", "Bob-Dan"]


def test_who_can_introduce_them():
    news = market()
    zoe, yan = news.mention("zoe", "person", "Zoe"), news.mention("yan", "person", "Yan")
    for who, knows in (("news:ann", zoe), (zoe, yan), (yan, "news:bob")):
        news.tie(who, "knows", knows)
    world = network(news)
    (first, *_) = proposals(world)
    assert [world.names[row] for row in chain(world, first)] == ["Ann", "Zoe", "Yan", "Bob"]
    assert "Jullie zijn verbonden door Zoe en Yan." in message(world, first, chain(world, first), "nl")


def test_what_speaks_against_is_told():
    news = market()
    plan = news.mention("plan", "project", "Plan")
    for who in ("news:ann", "news:bob", *(news.mention(f"p{n}", "person", f"Pat {n}") for n in range(18))):
        news.tie(who, "took_part_in", plan)
    world = network(news)
    (first, *_) = proposals(world)
    assert [text.en for text in against(world, first)] == ["they may know each other from Plan"]


def test_who_share_a_small_project_are_not_proposed():
    news = market()
    plan = news.mention("plan", "project", "Plan")
    for who in ("ann", "bob"):
        news.tie(f"news:{who}", "took_part_in", plan)
    assert "Ann-Bob" not in pairs(network(news))


def test_two_organisations_of_the_same_person_are_not_proposed():
    news = Source("news", published="2021")
    ann, craft = news.mention("ann", "person", "Ann"), news.mention("craft", "knowledge_type", "Craft")
    for key in ("mill", "shop"):
        news.tie(news.mention(key, "organisation", key.title()), "brings", craft)
    assert pairs(network(news)) == ["Mill-Shop"]
    for key in ("mill", "shop"):
        news.tie(ann, "works_for", f"news:{key}")
    assert "Mill-Shop" not in pairs(network(news))


def test_what_the_same_subject_brings_together_comes_back_after_others():
    news = market()
    trade = news.mention("trade", "knowledge_type", "Trade")
    for key in ("fay", "gus", "hal", "ivy", "jan", "kim"):
        news.tie(news.mention(key, "person", key.title()), "brings", trade)
    found = pairs(network(news), 3, weights={**BY_HAND, "need-meets-offer": 0, "other-sectors": 0})
    assert found == ["Ann-Bob", "Ann-Cat", "Fay-Gus"]
    craft_alone = pairs(network(market()), 3, weights={**BY_HAND, "need-meets-offer": 0, "other-sectors": 0})
    assert craft_alone == ["Ann-Bob", "Ann-Cat", "Bob-Cat"]


def test_for_one_too_the_same_occasion_comes_back_after_others():
    news = market()
    zoe = news.mention("zoe", "person", "Zoe")
    others = [news.mention(key, "person", key.title()) for key in ("fay", "gus", "hal")]
    for who in ("news:dan", *others):
        news.tie(who, "knows", zoe)
    world = network(news)
    dan = world.row_of("news:dan")
    assert pairs(world, 9, who=dan) == ["Ann-Dan", "Bob-Dan", "Dan-Fay", "Dan-Gus", "Cat-Dan", "Dan-Eva", "Dan-Hal"]
    assert pairs(world, 2, who=dan) == ["Ann-Dan", "Bob-Dan"]


def test_who_belongs_to_a_part_is_not_proposed_to_the_whole():
    news = Source("news", published="2021")
    craft = news.mention("craft", "knowledge_type", "Craft")
    for key in ("school", "desk"):
        news.tie(news.mention(key, "organisation", key.title()), "brings", craft)
    ann = news.mention("ann", "person", "Ann")
    news.tie(ann, "brings", craft)
    assert sorted(pairs(network(news))) == ["Ann-Desk", "Ann-School", "Desk-School"]
    faculty = news.mention("faculty", "organisation", "Faculty")
    news.tie("news:desk", "part_of", faculty)
    news.tie(faculty, "part_of", "news:school")
    news.tie(ann, "works_for", "news:desk")
    assert pairs(network(news)) == []


def test_a_message_names_each_and_why():
    world = network(market())
    text = message(world, proposals(world)[0], (), "en")
    assert text.startswith("Dear Ann and Bob,\n\nI would like to bring you in touch with each other.\n")
    assert "Ann: entrepreneurs." in text
    assert "around Bread; Bob offers something around Bread.\n- Ann brings Craft; Bob brings Craft." in text


def test_a_message_names_what_sources_state_of_each_and_not_how_they_describe_them():
    news = market()
    news.property("news:ann", "description", {"en": "late with her rent"})
    shop, mill = news.mention("shop", "organisation", "Shop"), news.mention("mill", "organisation", "Mill")
    news.tie("news:ann", "works_for", shop, role="owner")
    news.tie("news:ann", "works_for", mill, end="2019")
    guess = news.tie("news:ann", "founded", mill)
    news.statements[news.statements.index(guess)] = replace(guess, certainty="inferred", reason={"en": "so it seems"})
    world = network(news)
    text = message(world, proposals(world, today="2026-01-01")[0], (), "en")
    assert "\nAnn: works as owner for Shop.\n" in text
    assert "rent" not in text


def test_a_message_says_kindly_that_one_was_missed():
    news = Source("news", published="2021")
    fair = news.mention("fair", "activity", "Fair")
    missed = news.tie(news.mention("ann", "person", "Ann"), "missed", fair)
    news.tie_property(missed, "reason", {"en": "did not bother to come"})
    news.tie(news.mention("bob", "person", "Bob"), "took_part_in", fair, role="speaker")
    world = network(news)
    (first, *_) = proposals(world)
    assert "- Bob took part in Fair as speaker; Ann would have been welcome there too.\n" in message(
        world, first, (), "en"
    )
    assert "Ann was daar ook graag gezien.\n" in message(world, first, (), "nl")


def test_a_message_says_what_is_inferred_as_no_more_than_that():
    news = market()
    guess = next(s for s in news.statements if s.word == "offers")
    news.statements[news.statements.index(guess)] = replace(guess, certainty="inferred", reason={"en": "so it seems"})
    world = network(news)
    text = message(world, proposals(world)[0], (), "en")
    assert "- as I understand it: Ann has a need around Bread; Bob offers something around Bread.\n" in text
    assert "\n- Ann brings Craft; Bob brings Craft.\n" in text


def test_a_message_tells_once_who_knows_both():
    news = Source("news", published="2021")
    for who in ("ann", "bob"):
        news.tie(news.mention(who, "person", who.title()), "knows", news.mention("zoe", "person", "Zoe"))
    world = network(news)
    (first, *_) = proposals(world)
    assert message(world, first, chain(world, first), "nl").count("Zoe") == 1


def test_a_message_tells_what_either_gains():
    news = market()
    for n in range(5):
        news.tie("news:ann", "knows", news.mention(f"a{n}", "person", f"Abe {n}"))
    world = network(news)
    first = proposals(world)[0]
    assert {world.names[first.one], world.names[first.other]} == {"Ann", "Bob"}
    text = message(world, first, (), "nl")
    assert "Wat het jullie kan brengen:\n- Bob, via Ann: dichter bij Abe 0, Abe 1, Abe 2 en 2 andere.\n\nZullen" in text
    assert "What it may bring" not in message(network(market()), proposals(network(market()))[0], (), "en")


def test_what_is_personal_stays_out():
    news = market()
    news.property("news:ann", "email", {"nl": "ann@example.org"})
    world = network(news)
    assert "example.org" not in message(world, proposals(world)[0], (), "nl")


def test_the_best_of_each_are_those_proposed_for_each_alone():
    news = market()
    for one, other in (("ann", "cat"), ("bob", "cat"), ("cat", "eva")):
        news.tie(f"news:{one}", "knows", f"news:{other}")
    fair = news.mention("fair", "activity", "Fair")
    news.property(fair, "status", "planned")
    news.tie(fair, "about", "news:craft")
    world = network(news)
    for top, order in ((1, list), (2, list), (9, sorted)):
        found = best_of_each(world, top)
        told = {row: found.other[found.row == row].tolist() for row in world.rows_of_kind("person").tolist()}
        alone = {row: [p.one + p.other - row for p in proposals(world, top, who=row)] for row in told}
        assert {row: order(others) for row, others in told.items()} == {row: order(alone[row]) for row in told}
    assert set(found.row.tolist()) == set(world.rows_of_kind("person").tolist())
