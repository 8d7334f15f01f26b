"""Dates as Dutch people write them are read at the precision they have; what does not exist is refused."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.dates import MONTHS, Date
from graph.errors import Refused
from ingest.written_date import written_date

days = st.dates(datetime.date(1000, 1, 1)).map(datetime.date.isoformat).map(Date.parse)

DAYS = [
    *["3-9-2021", "03-09-2021", "3/9/2021", "03/09/2021", "3.9.2021", "3 9 2021", "3 - 9 - 2021", " 3-9-2021 "],
    *["3 september 2021", "3 sept 2021", "3 sept. 2021", "3 sep 2021", "3-sep-2021", "3 September 2021"],
    *["vrijdag 3 september 2021", "vr 3 sept 2021", "vr. 3-9-2021", "3e september 2021", "3rd September 2021"],
    *["September 3, 2021", "Friday, 3 September 2021", "2021-09-03", "2021-9-3", "2021/09/03"],
    *["2021-09-03 00:00:00", "2021-09-03T00:00:00"],
]


@pytest.mark.parametrize("text", DAYS)
def test_a_day_has_the_day_before_the_month(text):
    assert written_date(text) == "2021-09-03"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("september 2021", "2021-09"),
        ("sept 2021", "2021-09"),
        ("9-2021", "2021-09"),
        ("09/2021", "2021-09"),
        ("2021-09", "2021-09"),
        ("mrt 2020", "2020-03"),
        ("maa 2020", "2020-03"),
        ("mei 2020", "2020-05"),
        ("May 2020", "2020-05"),
        ("okt. 2020", "2020-10"),
        ("Oct 2020", "2020-10"),
        ("2021", "2021"),
    ],
)
def test_a_month_or_a_year_stays_as_vague_as_it_was(text, iso):
    assert written_date(text) == iso


@pytest.mark.parametrize("text", ["31-2-2021", "9/13/2021", "13-2021", "0-9-2021", "00-2021", "2021-00", "3-9-0000"])
def test_a_day_that_does_not_exist_is_refused_with_the_order(text):
    with pytest.raises(Refused) as error:
        written_date(text)
    assert error.value.say("nl") == (
        f"{text!r} is een dag of maand die niet bestaat; de dag staat voor de maand, zoals 3-9-2021"
    )
    assert error.value.say("en") == (
        f"{text!r} is a day or month that does not exist; the day comes before the month, as in 3-9-2021"
    )


@pytest.mark.parametrize("text", ["3-9-21", "3/9/'21", "sept '21", "3 september 21", "'21"])
def test_a_year_of_two_digits_is_refused(text):
    with pytest.raises(Refused) as error:
        written_date(text)
    assert error.value.say("nl") == f"{text!r}: schrijf het jaar met vier cijfers, zoals 3-9-2021"
    assert error.value.say("en") == f"{text!r}: write the year in four digits, as in 3-9-2021"


@pytest.mark.parametrize(
    "text",
    [
        *["", "x", "21", "44442", "voorjaar 2021", "ongeveer 2021", "circa 3 september 2021", "voor 3-9-2021"],
        *["2019-2021", "3 mai 2021", "20210903", "2021-09-03 14:00", "\N{ARABIC-INDIC DIGIT TWO}021", "3-9/2021"],
    ],
)
def test_anything_else_is_no_date(text):
    with pytest.raises(Refused) as error:
        written_date(text)
    assert error.value.say("nl") == f"{text!r} is geen datum; schrijf 3-9-2021, september 2021 of 2021"
    assert error.value.say("en") == f"{text!r} is not a date; write 3-9-2021, September 2021 or 2021"


@given(days, st.sampled_from("-/. "))
def test_every_day_is_read_in_figures_and_in_words_of_both_languages(day, mark):
    year, month, number = day.iso.split("-")
    assert written_date(mark.join((number, month, year))) == day.iso
    for names in MONTHS.values():
        assert written_date(f"{int(number)} {names[int(month) - 1]} {year}") == day.iso
    for lang in ("nl", "en"):
        assert written_date(day.say(lang)) == day.iso


@given(st.text(max_size=20))
def test_whatever_is_written_it_is_a_date_or_refused(text):
    try:
        iso = written_date(text)
    except Refused:
        return
    assert Date.parse(iso).iso == iso
