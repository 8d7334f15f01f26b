"""An answer as CSV: its columns as shown, where each row comes from, and what spreadsheets of the language want."""

from __future__ import annotations

import csv
import io

import pytest

from api.answer_csv import answer_csv, file_name
from graph.csvtext import BOM
from graph.questions import QUESTIONS, Answer
from graph.testing.source import Source
from graph.texts import Lang
from tests.api.cli_helpers import Binck
from tests.api.conftest import RECORDED
from tests.worlds import answer, bakery, network


def table(found: Answer, lang: Lang) -> list[list[str]]:
    text = answer_csv(found, lang).decode()
    assert text.startswith(BOM)
    return list(csv.reader(io.StringIO(text.removeprefix(BOM), newline=""), delimiter=";" if lang == "nl" else ","))


def fair() -> Source:
    news = Source("news", published="2021")
    event = news.mention("fair", "activity", "Feest")
    class_ = news.mention("class", "organisation", "=1+1 leerlingen")
    news.property(class_, "sector", "education", certainty="inferred", reason={"en": "so"}, locator="line 9")
    news.tie(class_, "took_part_in", event, role="student")
    return news


def test_the_headings_are_in_the_language_and_the_evidence_comes_last():
    found = answer("present", network(fair()), "nl", activity="Feest")
    assert table(found, "nl") == [
        ["wie", "aanwezig of niet", "rol", "sector", "bij", "opmerking", "bron", "vindplaats", "zekerheid"],
        ["'=1+1 leerlingen", "was erbij", "student", "onderwijs", "", "", "news", "news: regel 9", "gezegd, afgeleid"],
    ]
    english = table(answer("present", network(fair()), "en", activity="Feest"), "en")
    assert english[0][-3:] == ["source", "place in the source", "certainty"]


def test_numbers_are_numbers_for_the_spreadsheets_of_the_language():
    news = Source("news", published="2021")
    fair_ = news.mention("fair", "activity", "Feest")
    for i, sector in enumerate(("education", "entrepreneurs", "residents", "residents")):
        news.property(news.mention(f"o{i}", "organisation", f"O{i}"), "sector", sector)
        news.tie(f"news:o{i}", "took_part_in", fair_)
    sides = {"from_": "education", "to": "entrepreneurs"}
    assert table(answer("connects", network(news), "nl", **sides), "nl")[1][2:5] == ["1", "1", "0,3333"]
    assert table(answer("connects", network(news), "en", **sides), "en")[1][2:5] == ["1", "1", "0.3333"]


def test_lines_of_a_budget_keep_their_place_in_the_tree_and_amounts_have_no_separators():
    news = Source("news", published="2021")
    garden = news.mention("garden", "project", "Tuin")
    total, seeds = news.mention("total", "budget_line", "Totaal"), news.mention("seeds", "budget_line", "Zaad")
    for line, of in ((total, garden), (seeds, total)):
        news.property(line, "planned", 47100)
        news.tie(line, "part_of", of)
    rows = table(answer("ledger", network(news), "nl", project="Tuin"), "nl")[1:]
    assert [row[:3] for row in rows] == [["Totaal", "begrotingsregel", "47100"], ["  Zaad", "begrotingsregel", "47100"]]


def test_an_answer_without_rows_has_its_headings():
    found = answer("ledger", network(fair()), "en", project="Feest")
    assert table(found, "en") == [
        ["line or contributor", "type", "planned", "actual", "note", "source", "place in the source", "certainty"]
    ]


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_every_row_of_every_question_names_its_source(binckhorst_desk, question, lang):
    found = binckhorst_desk.ask(question.name, question.example, lang)
    headings, *rows = table(found, lang)
    assert len(rows) == len(found.rows)
    assert bool(rows) != (question.name in RECORDED)
    assert headings[: len(found.columns)] == [column.label.say(lang) for column in found.columns]
    assert all(row[-3] and row[-1] for row in rows)
    assert {len(row) for row in rows} <= {len(headings)}


def test_a_file_is_named_for_what_was_asked_in_plain_letters():
    def named(question: str, **given: str | None) -> str:
        return file_name(Answer(question, dict(given), "", (), 1))

    assert named("values", value=None) == "values.csv"
    assert named("path", one="news:ann", other='ve"ry/../né') == "path-ann-ve-ry-ne.csv"
    assert named("knows-about", topic="word:Ёж") == "knows-about.csv"
    assert len(named("present", activity="x" * 500)) < 100


# ------------------------------------------------------------------------------------------------- on the command line


@pytest.fixture
def baking(tmp_path):
    return Binck(tmp_path).tell(bakery())


def test_the_rows_go_to_the_output_as_csv_and_all_else_elsewhere(baking):
    done = baking("ask", "path", "--from", "Bob", "--to", "De Aar", "--csv")
    assert done.code == 0
    rows = list(csv.reader(io.StringIO(done.out.removeprefix(BOM), newline=""), delimiter=";"))
    assert rows[0][:4] == ["weg", "stap", "in woorden", "naar"]
    assert rows[1][2] == "Ann en Bob kennen elkaar"
    assert done.err.startswith("Bob en Bakery De Aar zijn langs 1 weg verbonden: Ann en Bob kennen elkaar; ")


def test_a_file_made_by_the_shell_begins_with_the_mark_that_excel_looks_for(baking, tmp_path):
    args = ["ask", "path", "--from", "Bob", "--to", "De Aar", "--csv"]
    with (tmp_path / "path.csv").open("wb") as file:
        assert baking.process(*args, output=file.fileno()).code == 0
    assert (tmp_path / "path.csv").read_bytes().startswith(b"\xef\xbb\xbfweg;stap;")
    assert (tmp_path / "path.csv").read_bytes().count(b"\r\n") == 3


def test_csv_and_json_together_are_a_wrong_call(baking):
    for lang, error in (("nl", "Kies --json of --csv, niet allebei"), ("en", "Choose --json or --csv, not both")):
        done = baking("ask", "values", "--csv", "--json", "--lang", lang)
        assert (done.code, done.out) == (2, "")
        assert error in done.err
