"""`method`: phases, seats, voices and project sheet of a project beside a method."""

from __future__ import annotations

from graph.questions import Answer
from graph.testing.source import Source
from tests.worlds import answer, network


def workshop() -> Source:
    """A method of two phases with three seats and a project sheet; a project that applies it."""
    news = Source("news", published="2021")
    method = news.mention("method", "method", "The Workshop")
    for key, order in (("second", 2), ("first", 1)):
        phase = news.mention(key, "phase", key.title())
        news.property(phase, "order", order)
        news.tie(phase, "part_of", method)
    for key, phase_key, voice in (
        ("baker", "first", "entrepreneurs"),
        ("teacher", "first", "education"),
        ("boss", "second", ""),
    ):
        seat = news.mention(key, "seat", key.title())
        news.tie(seat, "part_of", f"news:{phase_key}")
        if voice:
            news.property(seat, "voice", voice)
    for order, (key, wants) in enumerate([("which", "programme"), ("plan", "planning"), ("learn", "learning")]):
        item = news.mention(key, "sheet_item", f"{key.title()}?")
        for word, value in (("sheet", "project_sheet"), ("wants", wants), ("order", order)):
            news.property(item, word, value)
        news.tie(item, "part_of", "news:first")
    news.tie(news.mention("garden", "project", "Garden"), "applies", method)
    news.property("news:garden", "start", "2020")
    ann = news.mention("ann", "person", "Ann")
    news.property(ann, "sector", "entrepreneurs")
    news.tie(ann, "took_part_in", "news:garden")
    news.tie(ann, "fills", "news:baker")
    school = news.mention("school", "organisation", "School")
    news.property(school, "sector", "education")
    news.tie(school, "took_part_in", "news:garden")
    news.tie(news.mention("bob", "person", "Bob"), "fills", "news:boss")
    return news


def rows(found: Answer, state: str) -> list[tuple[object, ...]]:
    return [(row["name"], row["status"], row["found"]) for row in found.rows if row["state"] == state]


def test_phases_are_in_their_order_and_seats_have_who_fills_them():
    found = answer("method", network(workshop()), project="Garden")
    assert [name for name, *_ in rows(found, "phase")] == ["First", "Second"]
    assert rows(found, "seat") == [
        ("Baker", "filled", "Ann"),
        ("Teacher", "open", ""),
        ("Boss", "elsewhere", "Bob"),
    ]


def test_a_phase_is_described_in_the_order_of_its_source():
    news = workshop()
    for locator, text in (("line 12", "twee"), ("line 9", "een")):
        news.property("news:first", "description", {"nl": text}, locator=locator)
    assert rows(answer("method", network(news), "nl", project="Garden"), "phase")[0] == ("First", "", "een; twee")


def test_which_voices_have_a_name():
    assert rows(answer("method", network(workshop()), project="Garden"), "voice") == [
        ("entrepreneurs", "named", "Ann"),
        ("education", "organisations", "School"),
        ("government", "silent", ""),
        ("residents", "silent", ""),
        ("civil society", "silent", ""),
    ]


def test_what_the_project_sheet_lacks():
    assert rows(answer("method", network(workshop()), project="Garden"), "sheet") == [
        ("Which?", "lacks", ""),
        ("Plan?", "filled", "2020"),
        ("Learn?", "no_place", ""),
    ]


def test_what_meets_a_wish_is_named():
    news = workshop()
    news.tie("news:garden", "part_of", news.mention("town", "project", "Town"))
    assert rows(answer("method", network(news), project="Garden"), "sheet")[0] == ("Which?", "filled", "Town")


def test_said_in_a_sentence():
    assert answer("method", network(workshop()), "nl", project="Garden").sentence == (
        "The Workshop kent 2 fasen en vraagt om 3 zetels; bij Garden heeft er 1 een naam. "
        "Stemmen zonder naam: overheid, bewoners en maatschappelijke organisaties; onderwijs (alleen organisaties). "
        "Op het projectblad ontbreekt: Which."
    )


def test_a_method_that_no_source_says_is_applied_is_told_as_such():
    news = workshop()
    news.mention("fair", "activity", "Fair")
    found = answer("method", network(news), project="Fair")
    assert "The sources do not say that Fair applies The Workshop." in found.caveats
    assert "asks for 3 seats; in Fair none have a name." in found.sentence
    assert found.caveats[:1] != answer("method", network(news), project="Garden").caveats[:1]


def test_without_a_method_only_voices_are_told():
    news = Source("news")
    news.mention("fair", "activity", "Fair")
    found = answer("method", network(news), project="Fair")
    assert {row["state"] for row in found.rows} == {"voice"}
    assert found.sentence.startswith("The sources do not say which method Fair applies. Voices without a name: ")
