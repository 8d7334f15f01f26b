"""Amounts and quantities as people write them; what could mean two things is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import Refused
from graph.quantities import Quantity
from graph.texts import LANGS, euros
from ingest.written_number import written_amount, written_quantity


@pytest.mark.parametrize(
    ("text", "nl", "en"),
    [
        ("1300", "1300", "1300"),
        ("€ 1.300,00", "1300", "1300"),
        ("€1,300.00", "1300", "1300"),
        ("€ 1.300,-", "1300", "1300"),
        ("1300 euro", "1300", "1300"),
        ("EUR 1300", "1300", "1300"),
        ("1 300", "1300", "1300"),
        ("-500", "-500", "-500"),
        ("€ -500", "-500", "-500"),
        ("1.300", "1300", None),
        ("1,300", None, "1300"),
        ("1.300.000", "1300000", None),
        ("1,300,000", None, "1300000"),
        ("1300,50", None, None),
        ("1.3", None, None),
        ("1.300.00", None, None),
        ("12 15", None, None),
        ("1,3 mln", None, None),
        ("veel", None, None),
        ("", None, None),
        ("1" * 13, None, None),
    ],
)
def test_an_amount_is_whole_euros_with_the_marks_of_its_language(text, nl, en):
    for lang, wanted in (("nl", nl), ("en", en)):
        if wanted is None:
            with pytest.raises(Refused):
                written_amount(text, lang)
        else:
            assert written_amount(text, lang) == wanted


def test_an_amount_that_is_refused_names_the_way_to_write_it():
    with pytest.raises(Refused) as error:
        written_amount("12,50", "nl")
    assert error.value.say("nl") == "'12,50' is geen bedrag in hele euro's; schrijf 1300, of 1.300"
    with pytest.raises(Refused) as error:
        written_amount("12.50", "en")
    assert error.value.say("en") == "'12.50' is not an amount in whole euros; write 1300, or 1,300"


@given(st.integers(-(10**12) + 1, 10**12 - 1), st.sampled_from(LANGS))
def test_an_amount_as_binck_says_it_is_read_back(amount, lang):
    assert written_amount(euros(amount, lang), lang) == str(amount)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("17", "17"),
        ("1.200", "1200"),
        ("25-40", "25-40"),
        ("25 – 40", "25-40"),
        ("25 à 40", "25-40"),
        ("25 a 40", "25-40"),
        ("25 tot 40", "25-40"),
        ("25 t/m 40", "25-40"),
        ("8 of 9", "8-9"),
        ("tussen de 25 en 40", "25-40"),
        ("between 25 and 40", "25-40"),
        ("~80", "~80"),
        ("ongeveer 25", "~25"),
        ("Ca. 25", "~25"),
        ("zo'n 80", "~80"),
        ("circa 25-40", "~25-40"),
        ("about 80", "~80"),
        (">=7", ">=7"),
        ("minstens 7", ">=7"),
        ("ten minste 7", ">=7"),
        ("7+", ">=7"),
        ("at least 7", ">=7"),
        ("<=10", "<=10"),
        ("hoogstens 10", "<=10"),
        ("max. 10", "<=10"),
        ("at most 10", "<=10"),
    ],
)
def test_a_quantity_is_as_vague_as_it_was_written(text, form):
    assert written_quantity(text, "nl") == form
    Quantity.parse(form)


@pytest.mark.parametrize("text", ["", "veel", "1,5", "-3", "25 mensen", "1,200", "ongeveer minstens 7", "25-40-50"])
def test_anything_else_is_no_quantity(text):
    with pytest.raises(Refused) as error:
        written_quantity(text, "nl")
    ways = "schrijf 25, 25-40, ongeveer 25, minstens 7 of hoogstens 10"
    assert error.value.say("nl") == f"{text!r} is geen aantal; {ways}"
    ways = "write 25, 25-40, about 25, at least 7 or at most 10"
    assert error.value.say("en") == f"{text!r} is not a quantity; {ways}"


quantities = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), st.booleans()).map(
    lambda n: Quantity.parse({"min": min(n[:2]), "max": max(n[:2]), "about": n[2]})
)


@given(quantities, st.sampled_from(LANGS))
def test_a_quantity_as_binck_says_it_is_read_back(quantity, lang):
    assert Quantity.parse(written_quantity(quantity.say(lang), lang)) == quantity
