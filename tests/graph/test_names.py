"""When two printed names count as equal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.names import normalised


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann de Boer", "ANN  DE BOER"),
        ("Coöperatie", "cooperatie"),
        ("I'M BINCK", "I’m Binck"),
        ("Haagse-Hogeschool", "Haagse Hogeschool"),
        ("P.W.C.A. de Wit", "p w c a de wit"),
        ("Straße", "STRASSE"),
        ("①", "1"),
        ("\N{MATHEMATICAL BOLD CAPITAL S}", "s"),
        ("Zoë", "Zoe\u0308"),
    ],
)
def test_case_accents_punctuation_and_blanks_do_not_count(one, other):
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Ann", "Anna"), ("De Boer", "Deboer"), ("Ruijsink", "Ruljsink"), ("?", "!")]
)
def test_letters_and_words_do_count(one, other):
    assert normalised(one) != normalised(other)


@given(st.text())
def test_normalising_twice_changes_nothing_more(name: str):
    assert normalised(normalised(name)) == normalised(name)


@given(st.text().filter(str.strip))
def test_a_name_never_becomes_nothing(name: str):
    assert normalised(name)
