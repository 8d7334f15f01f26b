"""Asking in words, on the Binckhorst network: how well wordings are understood, and what each door does with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from fastapi.testclient import TestClient

from graph.desk import Desk
from graph.questions import QUESTIONS, question_named
from tests.api.cli_helpers import Binck, load_binckhorst
from tests.whole import Whole

TUNED, HELD_BACK = "wordings.yaml", "held_back.yaml"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Binck:
    """The command line on the Binckhorst network."""
    return load_binckhorst(tmp_path_factory.mktemp("binckhorst"))


def wordings(file: str) -> list[tuple[str, str | None, dict[str, str] | None]]:
    """`(text, question, what was named in it)` of each; None for what is no question, and where it is not looked at."""
    said: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_name(file).read_text(encoding="utf-8"))
    return [
        (one["ask"], None if question == "nothing" else question, one.get("given"))
        for question, its in said.items()
        for one in its
    ]


def understood(desk: Desk, text: str, question: str | None, given: dict[str, str] | None) -> tuple[bool, bool]:
    """Whether the question that was meant is read, and then with what was named in the text."""
    reading = desk.understand(text)
    if reading.question != question or question is None or given is None:
        return reading.question == question, reading.question == question
    naming = desk.naming(desk.network())
    parameters = {parameter.name: parameter for parameter in question_named(question).parameters}
    wanted = {key: parameters[key].read(str(value), naming).id for key, value in given.items()}
    return True, wanted == {key: parameters[key].read(value, naming).id for key, value in reading.parameters.items()}


def test_wordings_that_were_held_back_are_understood(binckhorst_desk: Desk) -> None:
    results = [understood(binckhorst_desk, *one) for one in wordings(HELD_BACK)]
    right, whole = (sum(part) / len(results) for part in zip(*results, strict=True))
    assert right >= 0.95, f"{right:.1%} of the questions"
    assert whole >= 0.92, f"{whole:.1%} with all that was named"


@pytest.mark.parametrize(("text", "question", "given"), wordings(TUNED))
def test_wordings_that_the_phrases_were_tuned_on_are_understood(
    binckhorst_desk: Desk, text: str, question: str | None, given: dict[str, str] | None
) -> None:
    assert understood(binckhorst_desk, text, question, given) == (True, True)


def test_there_are_wordings_enough_of_every_question() -> None:
    both = [question for file in (TUNED, HELD_BACK) for _, question, _ in wordings(file)]
    assert len(both) >= 150
    assert all(both.count(question.name) >= 8 for question in QUESTIONS)
    assert both.count(None) >= 20
    assert len({text for file in (TUNED, HELD_BACK) for text, *_ in wordings(file)}) == len(both)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_words_of_the_catalogue_are_understood(binckhorst_desk: Desk, question: Any) -> None:
    for lang in ("nl", "en"):
        text = question.asks.say(lang)
        for name, value in question.example.items():
            text = text.replace(f"{{{name}}}", value)
        assert question.name in binckhorst_desk.understand(text).nearest


# ------------------------------------------------------------------------------------------------------------ the doors


def test_the_command_line_says_how_it_read_and_answers(told: Binck) -> None:
    done = told("ask", "wie verbind onderwijs met ondernemers?")
    assert done.code == 0
    assert done.out.startswith("Tussen onderwijs en ondernemers staan ")
    assert "Gelezen als: Wie verbindt onderwijs met ondernemers? (binck ask connects --from education" in done.err
    named = told("ask", "connects", "--from", "education", "--to", "entrepreneurs", "--json").json
    assert told("ask", "wie", "verbindt", "onderwijs", "met", "ondernemers", "--json").json == named


@pytest.mark.parametrize(
    ("words", "dutch", "english"),
    [
        (["wie verbindt onderwijs"], "hiervan ontbreekt: ", "of this is missing: "),
        (["wat kwam er van het foobarfeest"], "“foobarfeest” zegt ons niets", "“foobarfeest” says nothing to us"),
        (["wat eten we vanavond"], "Dit lijkt geen vraag", "This does not look like a question"),
        (["conects"], "Er is geen vraag 'conects'; er zijn: connects, ", "There is no question 'conects'; there are"),
        (["conects", "--from", "x"], "Er is geen vraag 'conects'", "There is no question 'conects'"),
        (["onderwijs", "en", "ondernemers"], "het dichtst komen “", "the nearest are “"),
    ],
)
def test_what_is_not_clear_is_told_with_a_way_on(told: Binck, words, dutch, english) -> None:
    for lang, said in (("nl", dutch), ("en", english)):
        done = told("ask", *words, "--lang", lang)
        assert done.code in (1, 2)
        assert done.out == ""
        assert said in done.err


def test_explaining_gives_the_reading_alone(told: Binck) -> None:
    done = told("ask", "--explain", "wie verbindt onderwijs met ondernemers", "--json").json
    assert done == {
        "question": "connects",
        "parameters": {"from": "education", "to": "entrepreneurs"},
        "missing": [],
        "nearest": done["nearest"],
        "unread": [],
        "asked": "Wie verbindt onderwijs met ondernemers?",
    }
    assert len(done["nearest"]) == 3
    nothing = told("ask", "--explain", "mooi weer vandaag", "--json").json
    assert (nothing["question"], nothing["asked"], len(nothing["nearest"])) == (None, None, 3)
    read = told("ask", "--explain", "wie verbindt onderwijs met ondernemers")
    assert read.out.startswith("Gelezen als: Wie verbindt onderwijs met ondernemers? (binck ask connects --from ")
    assert read.err == ""
    told = told("ask", "--explain", "wat eten we vanavond")
    assert (told.code, told.out.startswith("Dit lijkt geen vraag")) == (0, True)


def test_over_http_the_answer_comes_along_when_it_is_clear(binckhorst: TestClient) -> None:
    said = binckhorst.get("/api/ask", params={"words": "who was at the Binckhorst Top 2017", "lang": "en"}).json()
    assert said["asked"] == "Who was at Binckhorst Top 2017, and who was missing?"
    same = binckhorst.get("/api/questions/present", params={**said["parameters"], "lang": "en"}).json()
    assert said["answer"] == same
    lacking = binckhorst.get("/api/ask", params={"words": "wie verbindt onderwijs"}).json()
    assert (lacking["missing"], lacking["answer"]) == (["to"], None)


def page(client: TestClient, words: str) -> Whole:
    response = client.get("/ask", params={"words": words}, follow_redirects=True)
    assert response.status_code == 200
    return Whole(response.text)


def test_the_page_leads_to_the_answer_and_says_how_it_was_read(binckhorst: TestClient) -> None:
    found = page(binckhorst, "wie was er bij de binckhorst top 2017?")
    assert "U vroeg: “wie was er bij de binckhorst top 2017?”. Zo is het gelezen:" in found.text
    assert "Wie was bij Binckhorst Top 2017, en wie ontbrak?" in found.text
    assert "Bedoelde u iets anders?" in found.text


def test_the_page_asks_for_what_is_missing_with_the_rest_filled_in(binckhorst: TestClient) -> None:
    found = page(binckhorst, "wie verbindt onderwijs")
    assert "Vul nog in: " in found.text
    assert [attrs["value"] for attrs in found.all("input") if attrs.get("name") == "from"] == ["onderwijs"]


def test_the_page_offers_the_nearest_or_says_that_it_is_no_question(binckhorst: TestClient) -> None:
    unclear = page(binckhorst, "onderwijs en ondernemers")
    assert len([attrs for attrs in unclear.all("a") if attrs["href"].startswith("/ask/connects")]) == 2
    assert "Dit lijkt geen vraag aan dit netwerk" in page(binckhorst, "wat eten we vanavond").text
    assert "Wat wilt u weten?" in page(binckhorst, " ").text
