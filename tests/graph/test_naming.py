"""Who is meant: each step of the naming rule, in its order."""

from __future__ import annotations

import pytest

from graph.errors import Ambiguous, Refused, Unknown
from graph.naming import SECTOR, WORD, Naming
from graph.testing.source import Source
from graph.words import load_words
from tests.worlds import network

KINDS = (SECTOR, *load_words().entities)


def world() -> Naming:
    news = Source("news")
    for key, kind, name in (
        ("ann", "person", "Ann van der Brood"),
        ("ann-t", "person", "Ann Taart"),
        ("shop", "organisation", "Bakkerij Het Gouden Brood"),
        ("bread", "theme", "Brood"),
        ("brood", "organisation", "Brood"),
        ("edu", "theme", "Onderwijs"),
        ("project", "project", "Project 1"),
        ("rises", "knowledge_question", "What rises"),
        ("coop", "organisation", "Coöperatie ‘t Oventje"),
    ):
        news.mention(key, kind, name)
    hhs, full = news.mention("hbs", "organisation", "HBS"), news.mention("full", "organisation", "Haagse Bakschool")
    news.judge("same", hhs, full)
    return Naming(network(news))


def resolved(text: str, takes: tuple[str, ...] = KINDS) -> str:
    found = world().resolve(text, takes)
    return f"{found.kind}:{found.name}"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("news:ann", "person:Ann van der Brood"),  # an id
        ("ANN VAN DER BROOD", "person:Ann van der Brood"),  # case
        ("cooperatie t oventje", "organisation:Coöperatie ‘t Oventje"),  # accents and punctuation
        ("persoon Ann Taart", "person:Ann Taart"),  # a leading kind word
        ("the person Ann Taart", "person:Ann Taart"),
        ("knowledge question what rises", "knowledge_question:What rises"),  # of several words, too
        ("hbs", "organisation:HBS"),  # any name that a source uses
        ("haagse bakschool", "organisation:HBS"),
        ("gouden", "organisation:Bakkerij Het Gouden Brood"),  # all words contained
        ("brood ann", "person:Ann van der Brood"),
        ("bakkerij goudn", "organisation:Bakkerij Het Gouden Brood"),  # one spelling error per word
        ("Ann Taatr", "person:Ann Taart"),
    ],
)
def test_the_first_step_that_hits_decides(text, who):
    assert resolved(text) == who


def test_a_sector_goes_before_a_theme_and_a_theme_before_an_entity():
    assert resolved("onderwijs") == "sector:onderwijs"
    assert resolved("education") == "sector:onderwijs"
    assert resolved("brood") == "theme:Brood"


def test_a_kind_in_front_forces_that_kind():
    assert resolved("theme:onderwijs") == "theme:Onderwijs"
    assert resolved("organisation: brood") == "organisation:Brood"


def test_only_the_kinds_asked_for_are_looked_at():
    assert resolved("brood", ("organisation",)) == "organisation:Brood"


def test_several_hits_are_all_named():
    with pytest.raises(
        Ambiguous, match=r"'ann' fits 2: person:Ann van der Brood \(news:ann\); person:Ann Taart"
    ) as error:
        resolved("ann")
    assert [candidate[0] for candidate in error.value.candidates] == ["news:ann", "news:ann-t"]


def test_two_spelling_errors_in_a_word_are_too_many():
    with pytest.raises(Unknown, match="Nothing is called 'Tarrrt'; the nearest are") as error:
        resolved("Tarrrt")
    assert "Niets heet 'Tarrrt'; het dichtst komen" in error.value.say("nl")


def test_where_a_free_word_is_taken_what_names_nothing_is_one_and_the_steps_go_before_it():
    takes = ("theme", WORD)
    found = world().resolve("Zuur  deeg", takes)
    assert (found.kind, found.id, found.name, found.row) == (WORD, "word:zuur deeg", "Zuur deeg", -1)
    assert resolved("brod", takes) == "theme:Brood"  # one spelling error
    assert resolved("word:brood", takes) == "word:brood"
    assert resolved("theme:brood", takes) == "theme:Brood"


def test_a_forced_kind_that_hits_nothing_is_no_free_word():
    with pytest.raises(Unknown, match="Nothing is called 'theme:zebra'"):
        resolved("theme:zebra", ("theme", WORD))


def test_where_no_free_word_is_taken_word_is_a_name_like_any():
    with pytest.raises(Unknown, match="Nothing is called 'word:brood'"):
        resolved("word:brood", ("person",))


def test_several_hits_are_named_with_the_word_itself_last_where_it_is_taken():
    with pytest.raises(Ambiguous, match=r"fits 2: .*, or look for the word itself with 'word:ann'") as error:
        resolved("Ann", ("person", WORD))
    assert error.value.candidates[-1] == ("word:ann", WORD, "Ann")


@pytest.mark.parametrize("nothing", ["?!", "word:", "word:—"])
def test_what_has_no_letter_is_no_word(nothing):
    with pytest.raises((Unknown, Refused)):
        resolved(nothing, ("theme", WORD))


@pytest.mark.parametrize("nothing", ["", "   ", "?!"])
def test_nothing_names_nothing(nothing):
    with pytest.raises(Unknown):
        resolved(nothing)


def test_short_words_allow_no_spelling_error():
    with pytest.raises(Unknown):
        resolved("xt")


def test_a_name_that_is_a_kind_word_and_a_number_keeps_its_number():
    assert resolved("project 1") == "project:Project 1"


def test_finding_gives_everything_that_may_be_meant_the_likeliest_first():
    assert [named.name for named in world().find("brood")] == [
        "Brood",
        "Brood",
        "Ann van der Brood",
        "Bakkerij Het Gouden Brood",
    ]
    assert [named.matched for named in world().find("oven")] == ["Coöperatie ‘t Oventje"]
    assert world().find("zebra") == []


def test_only_its_whole_name_means_an_introduction():
    news = Source("news")
    news.mention("ann", "person", "Ann Taart")
    news.mention("pair", "introduction", "Ann Taart – Bob Brood")
    naming = Naming(network(news))
    assert naming.resolve("taart", KINDS).id == "news:ann"
    assert naming.resolve("tart", KINDS).id == "news:ann"
    assert naming.resolve("Ann Taart – Bob Brood", KINDS).id == "news:pair"
    with pytest.raises(Unknown, match="'Ann Taart – Bob Brood'"):
        naming.resolve("bob", KINDS)
    assert [named.id for named in naming.find("bob")] == ["news:pair"]


@pytest.mark.parametrize("text", ["news:ann", "ANN VAN DER BROOD", " Ánn van der Brood. ", "person:Ann van der Brood"])
def test_exact_takes_an_id_or_a_whole_name(text):
    found = world().exact(text, ["person"])
    assert found is not None
    assert (found.kind, found.id, found.name) == ("person", "news:ann", "Ann van der Brood")


@pytest.mark.parametrize("text", ["Ann", "Ann van der Brod", "person Ann van der Brood", "news:eve", "theme:Brood", ""])
def test_exact_takes_nothing_near(text):
    assert world().exact(text, ["person"]) is None


def test_exact_takes_one_of_the_kinds_and_asks_where_several_are_called_so():
    assert world().exact("Ann van der Brood", ["activity"]) is None
    with pytest.raises(Ambiguous) as ambiguous:
        world().exact("Brood", ["organisation", "theme"])
    assert {id_ for id_, _, _ in ambiguous.value.candidates} == {"news:bread", "news:brood"}
