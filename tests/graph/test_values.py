"""A value as it is written becomes the one form in which it is kept, or is refused with the rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import Refused
from graph.values import LONGEST_LINE, LONGEST_TEXT, canonical, line, texts
from graph.words import Label, Property
from graph.words.model import ValueType
from tests.worlds import WORDS

LABEL = Label(nl="iets", en="something")


def kept(type_: ValueType, written: object) -> object:
    choices = "sector" if type_ == "choice" else None
    return canonical(Property(value=type_, label=LABEL, choices=choices), written, WORDS)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("type_", "written", "form"),
    [
        ("text", "een tuin", {"nl": "een tuin"}),
        ("text", {"nl": " tuin ", "en": "garden"}, {"en": "garden", "nl": "tuin"}),
        ("text", "twee\nregels", {"nl": "twee\nregels"}),
        ("line", "  De   Aar ", "De Aar"),
        ("line", 21, "21"),
        ("line", "Zoe\u0308", "Zoë"),
        ("date", 2021, "2021"),
        ("date", "2021-09", "2021-09"),
        ("quantity", "25-40", {"min": 25, "max": 40}),
        ("amount", "59700", 59700),
        ("amount", -100, -100),
        ("number", "007", 7),
        ("choice", "education", "education"),
        ("address", "https://example.org/a?b=c", "https://example.org/a?b=c"),
    ],
)
def test_each_type_of_value_has_one_form(type_, written, form):
    assert kept(type_, written) == form
    assert kept(type_, form) == form


@pytest.mark.parametrize(
    ("type_", "written", "nl", "en"),
    [
        ("text", "", "'' is geen tekst", "'' is not text"),
        ("text", {"fr": "jardin"}, "schrijf een tekst, of {nl: …, en: …}", "write a text, or {nl: …, en: …}"),
        ("text", 3, "3 is geen tekst", "3 is not a text"),
        ("text", "x" * (LONGEST_TEXT + 1), "ten hoogste 20000", "at most 20000"),
        ("line", " ", "' ' is geen tekst", "' ' is not text"),
        ("line", True, "True is geen tekst", "True is not text"),
        ("line", "x" * (LONGEST_LINE + 1), "ten hoogste 2000", "at most 2000"),
        ("line", "bel\x07", "bevat een stuurteken", "holds a control character"),
        ("line", "half \ud83d", "bevat een stuurteken", "holds a control character"),
        ("date", "2021-13", "is geen datum", "is not a date"),
        ("date", None, "is geen datum", "is not a date"),
        ("quantity", "many", "is geen hoeveelheid", "is not a quantity"),
        ("amount", "1,5", "is geen heel getal", "is not a whole number"),
        ("amount", 1.0, "is geen heel getal", "is not a whole number"),
        ("amount", "9" * 13, "is geen heel getal", "is not a whole number"),
        ("number", True, "is geen heel getal", "is not a whole number"),
        ("choice", "market", "kies uit entrepreneurs, education", "choose from entrepreneurs, education"),
        ("choice", None, "is geen keuze uit sector", "is not one of sector"),
        ("address", "example.org", "is geen http(s)-adres", "is not an http(s) address"),
        ("address", "javascript:alert(1)", "is geen http(s)-adres", "is not an http(s) address"),
        ("address", "https://[half", "is geen http(s)-adres", "is not an http(s) address"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_rule(type_, written, nl, en):
    with pytest.raises(Refused) as refused:
        kept(type_, written)
    assert nl in refused.value.say("nl")
    assert en in refused.value.say("en")


@given(st.text())
def test_a_line_that_is_kept_is_kept_as_itself(written: str):
    try:
        once = line(written)
    except Refused:
        return
    assert line(once) == once
    assert "\n" not in once


@given(st.text())
def test_a_text_that_is_kept_is_kept_as_itself(written: str):
    try:
        once = texts(written)
    except Refused:
        return
    assert texts(once) == once


def test_a_personal_value_that_will_not_do_is_not_repeated():
    personal = Property(value="text", label=LABEL, personal=True)
    with pytest.raises(Refused) as error:
        canonical(personal, "ann@example.org\x07", WORDS)
    assert "ann@" not in error.value.say("nl") + error.value.say("en")
    assert (
        error.value.say("en") == "this value will not do, and is personal: it is not shown here; look at it in the file"
    )
