"""Refused rows come back as they were, with the reason; mending and loading them loses nothing of what was loaded."""

from __future__ import annotations

import pytest

from graph.errors import Refused
from graph.knowledge import Knowledge
from ingest.loader import load_files
from ingest.refused_file import give_back, must_be_free
from ingest.xlsx_file import Sheet, read_xlsx, xlsx_bytes

PEOPLE = "naam;sector;kent\nAnn;brood;Bob\nCor;;=Dee\n;;Eva\n"
REASONS = (
    "sector: 'brood' is geen keuze; kies uit ondernemers, onderwijs, overheid, bewoners, maatschappelijke organisaties",
    "de naam ontbreekt",
)


@pytest.fixture
def load(knowledge: Knowledge, tmp_path):
    """Loads a file with this text and gives the file with the rows that were refused."""

    def load(text, name="people.csv", file=None, lang="nl"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        (report,) = load_files(knowledge, [path])
        return give_back(path, report.refused, knowledge, lang, file)

    return load


def names(knowledge):
    with knowledge.store.reading() as view:
        return sorted(entity.name for entity in view.entities())


def test_it_holds_the_refused_rows_as_they_were_with_the_reason_in_a_last_column(load, tmp_path):
    file = load(PEOPLE)
    assert file == tmp_path / "people-geweigerd.csv"
    assert file.read_text(encoding="utf-8-sig") == (
        f'naam;sector;kent;reden\nAnn;brood;Bob;"{REASONS[0]}"\n;;Eva;{REASONS[1]}\n'
    )


def test_it_speaks_the_language_asked_for(load, tmp_path):
    file = load(PEOPLE, lang="en")
    assert (file.name, file.read_text(encoding="utf-8-sig").splitlines()[0]) == (
        "people-refused.csv",
        "naam;sector;kent;reason",
    )


def test_a_cell_that_looks_like_a_formula_is_safe_and_read_back(load, knowledge):
    file = load("naam,sector,kent\n=Ann,brood,\n")
    assert "\n'=Ann,brood,," in file.read_text()
    load(file.read_text().replace("brood", "bewoners"), file.name)
    assert names(knowledge) == ["=Ann"]


def test_nothing_refused_gives_no_file(load, tmp_path):
    assert load("naam,kent\nAnn,\n") is None
    assert [path.name for path in tmp_path.iterdir()] == ["people.csv"]


def test_mended_and_loaded_it_adds_to_what_there_is(load, knowledge):
    file = load(PEOPLE)
    assert names(knowledge) == ["=Dee", "Cor"]
    mended = file.read_text(encoding="utf-8-sig").replace("brood", "bewoners").replace("\n;;Eva", "\nFay;;Eva")
    assert load(mended, file.name) is None
    assert names(knowledge) == ["=Dee", "Ann", "Bob", "Cor", "Eva", "Fay"]


def test_loading_the_first_file_again_takes_nothing_of_that_away(load, knowledge):
    file = load(PEOPLE)
    load(file.read_text(encoding="utf-8-sig").replace("brood", "bewoners").replace("\n;;Eva", "\nFay;;Eva"), file.name)
    again = load(PEOPLE)
    assert again.name == "people-geweigerd-2.csv"
    assert names(knowledge) == ["=Dee", "Ann", "Bob", "Cor", "Eva", "Fay"]


def test_a_mended_file_that_is_put_away_is_not_replaced_by_the_next(load, knowledge):
    file = load(PEOPLE)
    load(file.read_text(encoding="utf-8-sig").replace("brood", "bewoners"), file.name)
    file.unlink()
    again = load("naam;sector;kent\nCor;;=Dee\nGus;brood;\n")
    assert again.name == "people-geweigerd-3.csv"
    load(again.read_text(encoding="utf-8-sig").replace("brood", "bewoners"), again.name)
    assert names(knowledge) == ["=Dee", "Ann", "Bob", "Cor", "Gus"]


def test_what_is_refused_of_it_again_comes_back_in_a_next_file(load, tmp_path):
    file = load(PEOPLE)
    half = file.read_text(encoding="utf-8-sig").replace("brood", "bewoners")
    again = load(half, file.name)
    assert again.name == "people-geweigerd-2.csv"
    assert again.read_text(encoding="utf-8-sig") == f"naam;sector;kent;reden\n;;Eva;{REASONS[1]}\n"


def test_the_same_rows_are_not_written_twice(load, tmp_path):
    assert load(PEOPLE) == load(PEOPLE) == tmp_path / "people-geweigerd.csv"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_file_that_is_there_is_never_replaced(load, tmp_path):
    (tmp_path / "people-geweigerd.csv").write_text("mine")
    assert load(PEOPLE).name == "people-geweigerd-2.csv"
    with pytest.raises(Refused) as error:
        load(PEOPLE, file=tmp_path / "people-geweigerd.csv")
    assert error.value.say("nl").endswith("people-geweigerd.csv bestaat al; kies een andere naam")
    assert (tmp_path / "people-geweigerd.csv").read_text() == "mine"


def test_a_name_of_a_source_that_is_there_is_refused(load, knowledge, tmp_path):
    load("naam,kent\nAnn,\n")
    knowledge.withdraw("people")
    with pytest.raises(Refused) as error:
        must_be_free(tmp_path / "People.xlsx", knowledge)
    assert error.value.say("en").startswith("people is a source already, and loading ")
    with pytest.raises(Refused) as error:
        must_be_free(tmp_path / "rest.doc", knowledge)
    assert error.value.say("nl").endswith("rest.doc: geweigerde rijen schrijf ik als .csv of .xlsx")


def test_a_folder_that_cannot_be_written_in_is_told(load, tmp_path):
    with pytest.raises(Refused) as error:
        load(PEOPLE, file=tmp_path / "nowhere" / "rest.csv")
    assert error.value.say("nl").endswith("rest.csv is niet te schrijven: No such file or directory")


def test_a_row_with_too_many_cells_comes_back_whole(load):
    file = load("naam,kent\nAnn,Bob,Cor\n")
    assert file.read_text(encoding="utf-8-sig").splitlines()[:2] == [
        "naam,kent,,reden",
        "Ann,Bob,Cor,de rij heeft 3 cellen en de kop 2; zet een tekst met het scheidingsteken erin tussen"
        " aanhalingstekens",
    ]


def test_of_a_workbook_each_sheet_comes_back_in_a_workbook(load, tmp_path):
    data = xlsx_bytes(
        [
            Sheet("mensen", [["naam", "sector", "kent"], ["Ann", "brood", ""], ["Bob", "", ""]]),
            Sheet("plekken", [["naam (plek)", "soort"], ["?", ""]]),
        ]
    )
    file = load(data, "town.xlsx")
    assert file == load(data, "town.xlsx") == tmp_path / "town-geweigerd.xlsx"
    assert [(table.name, table.headings, [row.cells for row in table.rows]) for table in read_xlsx(file)] == [
        ("mensen", ("naam", "sector", "kent", "reden"), [("Ann", "brood", "", REASONS[0])]),
        ("plekken", ("naam (plek)", "soort", "reden"), [("?", "", "'?' is geen naam")]),
    ]
    with pytest.raises(Refused) as error:
        load(data, "town.xlsx", file=tmp_path / "rest.csv")
    assert error.value.say("en").endswith("rest.csv: the refused rows are of 2 sheets; give a name in .xlsx")
