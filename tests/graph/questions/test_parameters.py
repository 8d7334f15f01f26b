"""What may be given to a question besides names: one of some choices, a period, a version."""

from __future__ import annotations

import pytest

from graph.dates import OPEN_END, OPEN_START, Date
from graph.errors import Refused, Unknown
from graph.naming import Naming
from graph.questions.parameters import CHOICE, PERIOD, VERSION, Parameter, period_days
from graph.testing.source import Source
from graph.texts import Text
from tests.worlds import network

BY = Parameter(
    "by",
    Text("per", "by"),
    (CHOICE,),
    choices={"sector": Text("sector", "sector"), "value": Text("waarde", "core value")},
)
WHEN = Parameter("when", Text("wanneer", "when"), (PERIOD,))
SINCE = Parameter("since", Text("sinds", "since"), (PERIOD, VERSION))


@pytest.fixture(scope="module")
def naming() -> Naming:
    return Naming(network(Source("news")))


@pytest.mark.parametrize("text", ["value", "Waarde", "CORE VALUE"])
def test_a_choice_is_read_by_its_key_or_either_label(naming, text):
    assert BY.read(text, naming).id == "value"


def test_what_is_no_choice_is_told_with_those_there_are(naming):
    with pytest.raises(Unknown, match="by cannot be 'size'; it can be: 'sector', 'core value'"):
        BY.read("size", naming)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021-09", "2021-09-01", "2021-09-30"),
        ("2021-09/2022", "2021-09-01", "2022-12-31"),
        (" 2021-09-03 / 2021-09-04", "2021-09-03", "2021-09-04"),
    ],
)
def test_a_period_is_a_date_or_two_with_a_slash(naming, text, first, last):
    assert period_days(WHEN.read(text, naming)) == (Date.parse(first).first, Date.parse(last).last)


def test_a_period_may_be_open_at_one_end(naming):
    assert period_days(WHEN.read("2021/", naming)) == (Date.parse("2021").first, OPEN_END)
    assert period_days(WHEN.read("/2021", naming)) == (OPEN_START, Date.parse("2021").last)


@pytest.mark.parametrize("text", ["yesterday", "/", "2022/2021", "2021-13"])
def test_what_is_no_period_is_refused_with_the_forms_there_are(naming, text):
    with pytest.raises(Refused, match="is not a period; write 2021, 2021-09"):
        WHEN.read(text, naming)


@pytest.mark.parametrize(
    ("text", "kind", "id_"),
    [
        ("12", "version", "12"),
        ("version:2021", "version", "2021"),
        ("versie 12", "version", "12"),
        ("2021", "period", "2021/2021"),
    ],
)
def test_four_digits_are_a_year_and_other_numbers_a_version(naming, text, kind, id_):
    assert (SINCE.read(text, naming).kind, SINCE.read(text, naming).id) == (kind, id_)
