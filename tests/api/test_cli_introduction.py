"""`binck introduction`: from made to what came of it, taken back, and what cannot be recorded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.testing.source import Source
from tests.api.cli_helpers import Binck


@pytest.fixture
def binck(tmp_path: Path) -> Binck:
    """A store in which Ann and Bob bring the same craft."""
    news = Source("news", published="2021")
    craft = news.mention("craft", "knowledge_type", "Ambacht")
    for key in ("ann", "bob"):
        news.tie(news.mention(key, "person", f"{key.title()} Voorbeeld"), "brings", craft)
    return Binck(tmp_path).tell(news)


def introduce(binck: Binck, step: str, *more: str):
    return binck("introduction", step, "Ann Voorbeeld", "Bob Voorbeeld", *more)


def test_from_made_to_what_came_of_it_and_back(binck):
    made = introduce(binck, "made", "--made-by", "Kim Voorbeeld", "--on", "2026-01-02")
    assert made.out == (
        "Vastgelegd: Ann Voorbeeld – Bob Voorbeeld, gemaakt 2 januari 2026 door Kim Voorbeeld."
        " Kim Voorbeeld is nieuw in het netwerk.\n"
    )
    assert made.err.startswith("terugdraaien: binck undo c")
    introduce(binck, "led_to", "--what", "knows", "--on", "2026-02-03")
    asked = binck("ask", "introductions-made", "--json").json
    (row,) = [row for row in asked["rows"] if row["state"] == "led_to"]
    assert (row["by_names"], row["days"]) == ("Kim Voorbeeld", {"made": "2026-01-02"})
    came = binck("ask", "came-of", "--activity", "Ann Voorbeeld – Bob Voorbeeld")
    assert "band die ervan kwam" in came.out
    taken = introduce(binck, "led_to", "--take-back", "--lang", "en")
    assert taken.out == "Taken back: led to: Ann Voorbeeld and Bob Voorbeeld know each other.\n"
    assert binck("ask", "introductions-made", "--json").json["rows"][0]["state"] == "made"


def test_of_several_things_that_it_led_to_the_one_that_is_told_is_taken_back(binck):
    introduce(binck, "made")
    introduce(binck, "led_to", "--what", "knows")
    for name in ("Ronde tafel", "Markt"):
        introduce(binck, "led_to", "--what", "activity", "--name", name)
    which = introduce(binck, "led_to", "--take-back", "--lang", "en")
    assert which.code == 2
    assert "Ann Voorbeeld and Bob Voorbeeld know each other (knows), " in which.err
    assert "Ronde tafel (activity)" in which.err
    assert introduce(binck, "led_to", "--take-back", "--what", "activity").code == 2
    taken = introduce(binck, "led_to", "--take-back", "--what", "activity", "--name", "ronde tafel")
    assert taken.out == "Teruggenomen: Ann Voorbeeld – Bob Voorbeeld, leidde tot: Ronde tafel.\n"
    assert "Markt" in introduce(binck, "led_to", "--take-back", "--what", "activity").out
    assert introduce(binck, "led_to", "--take-back", "--what", "activity").code == 2
    assert introduce(binck, "led_to", "--take-back").code == 0
    assert "is niet vastgelegd: leidde tot iets" in introduce(binck, "led_to", "--take-back").err


def test_the_day_is_today_unless_told(binck):
    assert introduce(binck, "made", "--json").json["step"] == "made"
    (row, *_) = binck("ask", "introductions-made", "--json").json["rows"]
    assert row["days"] == {"made": date.today().isoformat()}
    assert introduce(binck, "made").out == "Dat was al vastgelegd.\n"


@pytest.mark.parametrize(
    ("given", "code", "says"),
    [
        (["led_to"], 2, "led_to wil --what: een soort band, activity of project"),
        (["later"], 2, "later wil --on: de dag waarop het terugkomt"),
        (["met"], 1, "ontmoet kan pas als de introductie is gemaakt"),
        (["made", "--take-back"], 1, "Van deze introductie is niet vastgelegd: gemaakt"),
    ],
)
def test_what_cannot_be_recorded_says_why(binck, given, code, says):
    step, *more = given
    done = introduce(binck, step, *more)
    assert done.code == code
    assert says in done.err
