"""`knows-about`: rows, sentences, what comes near, and caveats, in worlds of a few people."""

from __future__ import annotations

import pytest

from graph.errors import Ambiguous, Unknown
from graph.testing.source import Source
from tests.worlds import answer, network


def world(*offers: str, speaks: tuple[str, ...] = (), comes: tuple[str, ...] = (), attendance: int = 0) -> Source:
    """Who offers bread, and who spoke at, or came to, a talk about it."""
    news = Source("news", published="2021")
    bread = news.mention("bread", "theme", "Brood")
    for name in offers:
        news.tie_property(news.tie(news.mention(name.lower(), "person", name), "offers", bread), "what", {"nl": "les"})
    if speaks or comes:
        talk = news.mention("talk", "activity", "Avond")
        news.tie(talk, "about", bread)
        if attendance:
            news.property(talk, "attendance", attendance)
        for role, names in (("speaker", speaks), ("participant", comes)):
            for name in names:
                news.tie(news.mention(name.lower(), "person", name), "took_part_in", talk, role=role)
    return news


def asked(news: Source, topic: str = "brood", lang="en"):
    return answer("knows-about", network(news), lang, topic=topic)


def test_nobody_is_said_in_both_languages():
    assert asked(world()).sentence == "The sources name nobody who knows about Brood."
    assert asked(world(), lang="nl").sentence == "De bronnen noemen niemand die iets weet van Brood."


def test_nobody_where_it_came_up_says_where():
    news = world()
    news.tie(news.mention("talk", "activity", "Avond"), "about", "news:bread")
    assert asked(news).sentence == "The sources name nobody who knows about Brood. It came up at Avond."
    (row,) = asked(news).rows
    assert (row["name"], row["state"], row["how"], row["weight"]) == ("Avond", "where", "is about Brood", None)


def test_one_is_one():
    assert asked(world("Ann")).sentence == (
        "For Brood the sources name 1 person, directly: Ann (offers something around Brood: les)."
    )
    assert asked(world("Ann"), lang="nl").sentence == (
        "Bij Brood noemen de bronnen 1 persoon, rechtstreeks: Ann (biedt iets aan rond Brood: les)."
    )


def test_many_are_counted_by_how_directly_they_know_and_the_first_is_named():
    found = asked(world("Ann", "Bob", speaks=("Cat",), comes=("Dan",)), lang="nl")
    assert found.sentence == (
        "Bij Brood noemen de bronnen 4 personen: 2 rechtstreeks, 1 met een rol erin en 1 alleen als aanwezige. "
        "Het meest rechtstreeks: Ann (biedt iets aan rond Brood: les). Het kwam aan de orde bij Avond."
    )
    assert [(row["name"], row["state"], row["weight"]) for row in found.rows] == [
        ("Ann", "direct", 1.0),
        ("Bob", "direct", 1.0),
        ("Cat", "worked", 0.5),
        ("Dan", "there", 0.25),
        ("Avond", "where", None),
    ]


def test_all_in_the_same_way_are_not_counted_twice():
    assert asked(world(comes=("Ann", "Bob"))).sentence == (
        "For Brood the sources name 2 people, all only as somebody who was there. "
        "Most directly: Ann (took part in Avond as participant). It came up at Avond."
    )


def test_a_row_says_how_we_know_and_where_that_comes_from():
    found = asked(world(speaks=("Ann",)))
    ann = found.rows[0]
    assert (ann["how_label"], ann["how"]) == ("had a part in it", "took part in Avond as speaker")
    assert set(ann["evidence"]) <= set(found.evidence)
    assert len(ann["evidence"]) == 2  # her own tie, and that the evening was about it


def test_a_participant_at_something_big_is_weak_and_is_said_to_be():
    found = asked(world(comes=("Ann",), attendance=60))
    ann = found.rows[0]
    assert (ann["weight"], ann["note"]) == (round(1 / 59, 4), "weak: one of many there")
    assert ann["how"] == "took part in Avond as participant, of 60"
    assert len(ann["evidence"]) == 3  # her tie, the subject, and how many there were
    assert "Having been there is not yet knowing; at something big it says next to nothing." in found.caveats


def test_a_participant_at_something_small_only_was_there():
    assert asked(world(comes=("Ann",)), lang="nl").rows[0]["note"] == "was er alleen bij"


def test_at_an_organisation_the_row_says_who_works_there():
    news = world()
    shop = news.mention("shop", "organisation", "De Aar")
    news.tie(shop, "offers", "news:bread")
    for name in ("Bob", "Ann"):
        news.tie(news.mention(name.lower(), "person", name), "works_for", shop)
    found = asked(news, lang="nl")
    assert (found.rows[0]["people_names"], found.rows[0]["people"]) == ("Ann en Bob", ["news:ann", "news:bob"])


def test_more_ways_than_are_read_aloud_are_counted():
    news = world("Ann")
    for i in range(4):
        talk = news.mention(f"talk{i}", "activity", f"Avond {i}")
        news.tie(talk, "about", "news:bread")
        news.tie("news:ann", "took_part_in", talk, role="speaker")
    row = asked(news).rows[0]
    assert row["how"] == (
        "offers something around Brood: les; took part in Avond 0 as speaker; took part in Avond 1 as speaker; "
        "and 2 more"
    )
    assert (row["ways"], row["weight"]) == (5, 3.0)


def test_who_seeks_it_and_what_was_not_held_are_rows_of_their_own_and_not_counted():
    news = world("Ann")
    news.tie(news.mention("shop", "organisation", "De Aar"), "needs", "news:bread")
    talk = news.mention("talk", "activity", "Avond")
    news.tie(talk, "about", "news:bread")
    news.property(talk, "status", "cancelled")
    found = asked(news, lang="nl")
    assert [(row["name"], row["state"], row["how_label"]) for row in found.rows] == [
        ("Ann", "direct", "rechtstreeks"),
        ("Avond", "unheld", "geannuleerd"),
        ("De Aar", "seeks", "zoekt het zelf"),
    ]
    assert found.sentence.startswith("Bij Brood noemen de bronnen 1 persoon, rechtstreeks: Ann")


def test_only_the_first_are_shown_and_the_sentence_counts_all():
    found = asked(world(*(f"P{i:02}" for i in range(30))), lang="nl")
    assert (len(found.rows), found.rows[-1]["name"]) == (25, "P24")
    assert found.sentence.startswith("Bij Brood noemen de bronnen 30 personen, allemaal rechtstreeks.")
    assert "Getoond zijn de eerste 25 van de 30 die ervan weten." in found.caveats


# -------------------------------------------------------------------------------------------------------- free words


def test_any_other_word_is_looked_for_in_what_the_sources_say():
    news = world()
    news.property(news.mention("shop", "organisation", "De Aar"), "description", {"nl": "Bakt op steen."})
    found = asked(news, "steen", "nl")
    assert (
        found.sentence
        == "Bij “steen” noemen de bronnen 1 organisatie, zo beschreven: De Aar (omschrijving: Bakt op steen)."
    )
    assert found.parameters == {"topic": "word:steen"}
    assert found.caveats[0] == (
        "Gezocht is het woord zelf, in namen en in wat de bronnen zeggen; niet wat hetzelfde betekent."
    )


def test_its_row_says_why_a_happening_has_to_do_with_the_word():
    news = world(speaks=("Ann",))
    (ann, evening) = asked(news, "word:brood").rows
    assert ann["how"] == "took part in Avond as speaker (Avond is about Brood)"
    news.property("news:talk", "lesson", {"nl": "neem de tijd"})
    assert asked(news, "tijd").rows[0]["how"] == "took part in Avond as speaker (lesson: neem de tijd)"
    assert evening["how"] == "is about Brood"


def test_a_word_that_nothing_has_gives_what_comes_near_or_says_that_nothing_does():
    assert (
        asked(world("Ann"), "broodje").sentence
        == "The sources name nobody who knows about “broodje”. What comes near: Brood."
    )
    assert asked(world("Ann"), "zebra", "nl").sentence == (
        "De bronnen noemen niemand die iets weet van “zebra”. Niets wat zij noemen komt in de buurt."
    )
    assert asked(world("Ann"), "zebra").rows == []


def test_what_a_word_was_read_as_is_said_when_it_is_no_name_of_its_own():
    news = Source("news", published="2021")
    news.mention("rye", "theme", "vers roggebrood")
    assert asked(news, "vers", "nl").caveats[-1] == (
        "“vers” is gelezen als “vers roggebrood”; het woord zelf zoekt u met “word:vers”."
    )
    for exact in ("vers roggebrood", "thema vers roggebrood", "news:rye", "word:vers"):
        assert not [caveat for caveat in asked(news, exact).caveats if "was read as" in caveat]


def test_a_word_that_fits_several_gives_them_all_and_the_word_itself_last():
    news = Source("news", published="2021")
    for key in ("rye", "wheat"):
        news.mention(key, "theme", f"vers {key}")
    with pytest.raises(Ambiguous, match=r"'Vers' fits 2: .*, or look for the word itself with 'word:vers'") as error:
        asked(news, "Vers")
    assert error.value.candidates == [
        ("news:rye", "theme", "vers rye"),
        ("news:wheat", "theme", "vers wheat"),
        ("word:vers", "word", "Vers"),
    ]
    assert asked(news, "word:vers").parameters == {"topic": "word:vers"}


def test_what_is_no_word_is_refused():
    for nothing in ("?!", "word:…"):
        with pytest.raises(Unknown, match="is not a word"):
            asked(world(), nothing)


def test_the_caveats_say_as_of_when_and_that_nobody_names_everybody():
    caveats = asked(world("Ann"), lang="nl").caveats
    assert "Wie hier niet staat, kan er ook van weten: de bronnen noemen niet iedereen." in caveats
    assert "Stand van 2021, volgens de bronnen." in caveats
