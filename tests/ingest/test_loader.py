"""Files go into the store one after the other, with progress and a report of what each did."""

from __future__ import annotations

import contextlib
from pathlib import Path

import openpyxl
import pytest

from graph.errors import Unknown
from ingest.binckhorst import shipped
from ingest.loader import files_named, load_files, preview_files
from ingest.xlsx_file import Sheet, xlsx_bytes
from tests.worlds import contents

ANN = "mentions: {ann: {kind: person, name: Ann, at: 4}}\n"
BOB = "mentions: {bob: {kind: person, name: Bob, at: 5}}\n"


def numbers(report):
    return (report.id, report.added, report.withdrawn, report.unchanged, report.set_aside, len(report.refused))


def names(knowledge):
    with knowledge.store.reading() as view:
        return sorted(entity.names[0].value for entity in view.entities())


# --------------------------------------------------------------------------------------------------- what a name means


def test_no_name_means_everything_that_ships():
    assert [path.stem for path in files_named([])] == sorted(shipped())


def test_a_name_is_a_file_or_a_source_that_ships(write):
    path = write(ANN)
    assert files_named([str(path), "kip-eindrapportage"]) == [path, shipped()["kip-eindrapportage"]]


def test_a_file_in_the_folder_goes_before_a_source_that_ships(tmp_path):
    with contextlib.chdir(tmp_path):
        Path("kip-eindrapportage").write_text("")
        assert files_named(["kip-eindrapportage"]) == [Path("kip-eindrapportage")]


@pytest.mark.parametrize("name", ["nothing.yaml", "kip", ".", "", "n" * 300])
def test_a_name_that_is_neither_is_refused_with_the_sources_there_are(tmp_path, name):
    with contextlib.chdir(tmp_path), pytest.raises(Unknown) as error:
        files_named([name])
    ids = ", ".join(shipped())
    assert error.value.say("nl") == f"{name!r} is geen bestand en geen bron die meekomt; die zijn: {ids}"
    assert error.value.say("en") == f"{name!r} is no file and no source that ships; those are: {ids}"


# ------------------------------------------------------------------------------------------------------------ loading


def test_the_report_counts_what_was_added(knowledge, write):
    text = "source: {title: News}\n" + ANN + "judgements: [{unsure: [ann, other:ann], why: Wie weet}]\n"
    (report,) = load_files(knowledge, [write(text)])
    assert numbers(report) == ("news", 3, 0, 0, 0, 0)


def test_progress_is_told_each_file_its_place_and_how_many_there_are(knowledge, write):
    told = []
    load_files(knowledge, [write(ANN), write(BOB, "bulletin.yaml")], progress=lambda *now: told.append(now))
    assert told == [("news.yaml", 0, 2), ("bulletin.yaml", 1, 2), ("", 2, 2)]


def test_loading_twice_changes_nothing(knowledge, write):
    load_files(knowledge, [write(ANN)])
    before = contents(knowledge.store)
    (report,) = load_files(knowledge, [write(ANN)])
    assert numbers(report) == ("news", 0, 0, 1, 0, 0)
    with knowledge.store.reading() as view:
        assert view.version == 1
    assert contents(knowledge.store) == before


def test_an_edited_file_changes_exactly_what_it_said(knowledge, write):
    both = "mentions:\n  ann: {kind: person, name: Ann}\n  bob: {kind: person, name: Bob}\n"
    load_files(knowledge, [write(both), write(BOB, "bulletin.yaml")])
    (report,) = load_files(knowledge, [write(both.replace("name: Bob", "name: Bo"))])
    assert numbers(report) == ("news", 1, 1, 1, 0, 0)
    assert names(knowledge) == ["Ann", "Bo", "Bob"]


def test_the_edited_file_gives_what_it_would_have_given_at_once(knowledge, write, taken):
    edited = ANN.replace("at: 4", "at: 6")
    load_files(knowledge, [write(ANN)])
    load_files(knowledge, [write(edited)])
    _, at_once = taken(edited)
    assert contents(knowledge.store) == contents(at_once.store)


def test_a_withdrawn_source_is_left_out_unless_it_is_named(knowledge, write):
    path = write(ANN)
    load_files(knowledge, [path])
    knowledge.withdraw("news")
    (report,) = load_files(knowledge, [path], named=False)
    assert numbers(report) == ("news", 0, 0, 0, 1, 0)
    assert names(knowledge) == []
    (report,) = load_files(knowledge, [path], named=True)
    assert numbers(report) == ("news", 1, 0, 0, 0, 0)
    assert names(knowledge) == ["Ann"]


def test_what_is_refused_is_counted_beside_what_went_in(knowledge, write):
    (report,) = load_files(knowledge, [write(ANN + "ties: [{tie: knows, from: ann, to: bob}]\n")])
    assert numbers(report) == ("news", 1, 0, 0, 0, 1)


def test_when_strict_a_file_with_a_refusal_stays_out_and_the_others_go_in(knowledge, write):
    wrong = write(ANN + "ties: [{tie: knows, from: ann, to: bob}]\n")
    reports = load_files(knowledge, [wrong, write(BOB, "bulletin.yaml")], strict=True)
    assert [numbers(report) for report in reports] == [("news", 0, 0, 0, 0, 1), ("bulletin", 1, 0, 0, 0, 0)]
    assert names(knowledge) == ["Bob"]


def test_when_strict_what_the_file_said_before_stays(knowledge, write):
    load_files(knowledge, [write(ANN)])
    (report,) = load_files(knowledge, [write(ANN.replace("Ann", "Anne") + "ties: [{}]\n")], strict=True)
    assert numbers(report) == ("news", 0, 0, 1, 0, 1)
    assert names(knowledge) == ["Ann"]


KINDS = ".yaml, .yml, .csv, .tsv, .txt, .xlsx"
UNREADABLE = [
    ("news.yaml", b"\xff", "geen UTF-8 (byte 0); bewaar het als UTF-8", "not UTF-8 (byte 0); save it as UTF-8"),
    ("news.doc", b"", f"van dit soort bestand lees ik {KINDS}", f"of this sort of file {KINDS} can be read"),
    ("news", b"", f"van dit soort bestand lees ik {KINDS}", f"of this sort of file {KINDS} can be read"),
    (
        "news.ods",
        b"",
        f"van dit soort bestand lees ik {KINDS}; bewaar het als .xlsx",
        f"of this sort of file {KINDS} can be read; save it as .xlsx",
    ),
    ("news.csv", b"", "hier staat niets in", "there is nothing in this"),
    (
        "News of May.yaml",
        b"",
        "de naam van het bestand is de id van de bron: kleine letters, cijfers, . _ en -",
        "the file's name is the id of the source: lower case letters, digits, . _ and -",
    ),
    ("corrections.yaml", b"", "corrections is geen naam voor een bron", "corrections is no name for a source"),
    ("hand.yaml", b"", "hand is geen naam voor een bron", "hand is no name for a source"),
    ("Hand.csv", b"naam,kent\nAnn,\n", "hand is geen naam voor een bron", "hand is no name for a source"),
]


@pytest.mark.parametrize(("name", "data", "dutch", "english"), UNREADABLE, ids=[case[0] for case in UNREADABLE])
def test_a_file_that_cannot_be_read_is_reported_and_the_others_go_in(knowledge, write, name, data, dutch, english):
    path = write(data, name)
    reports = load_files(knowledge, [path, write(BOB, "bulletin.yml")])
    assert [numbers(report) for report in reports] == [(path.stem, 0, 0, 0, 0, 1), ("bulletin", 1, 0, 0, 0, 0)]
    (refusal,) = reports[0].refused
    assert (refusal.say("nl"), refusal.say("en")) == (f"{path}: {dutch}", f"{path}: {english}")
    assert names(knowledge) == ["Bob"]


def test_a_file_that_is_gone_by_now_is_reported(knowledge, tmp_path):
    (report,) = load_files(knowledge, [tmp_path / "news.yaml"])
    (refusal,) = report.refused
    assert refusal.reason.nl == "niet te lezen: No such file or directory"
    assert refusal.reason.en == "cannot be read: No such file or directory"


def test_a_file_that_cannot_be_read_leaves_what_it_said_before(knowledge, write):
    load_files(knowledge, [write(ANN)])
    load_files(knowledge, [write(b"\xff")])
    assert names(knowledge) == ["Ann"]


@pytest.mark.parametrize(("text", "refusals"), [("", 1), ("mentoins: {}\n", 2)])
def test_a_file_of_nothing_is_refused_where_the_source_holds_something(knowledge, write, text, refusals):
    load_files(knowledge, [write(ANN)])
    (report,) = load_files(knowledge, [write(text)])
    assert numbers(report) == ("news", 0, 0, 0, 0, refusals)
    assert report.refused[-1].reason.nl.endswith("blijft news zoals het was; intrekken: binck withdraw news")
    assert report.refused[-1].reason.en.endswith("news stays as it was; to withdraw it: binck withdraw news")
    assert names(knowledge) == ["Ann"]


def test_a_file_of_nothing_for_a_source_that_holds_nothing_changes_nothing(knowledge, write):
    (report,) = load_files(knowledge, [write("")])
    assert numbers(report) == ("news", 0, 0, 0, 0, 0)


def test_a_second_file_for_one_source_is_refused(knowledge, write):
    first, second = write(ANN), write(BOB, "news.yml")
    reports = load_files(knowledge, [first, second, first])
    assert [numbers(report) for report in reports] == [
        ("news", 1, 0, 0, 0, 0),
        ("news", 0, 0, 0, 0, 1),
        ("news", 0, 0, 1, 0, 0),
    ]
    (refusal,) = reports[1].refused
    assert refusal.say("nl") == f"{second}: {first} is al geladen als bron news; geef een van de twee een andere naam"
    assert refusal.reason.en.endswith("loaded as source news already; give one of the two another name")
    assert names(knowledge) == ["Ann"]


# ------------------------------------------------------------------------------------------------------------- sheets


@pytest.mark.parametrize("name", ["people.csv", "people.tsv", "people.txt", "People.CSV"])
def test_a_sheet_in_text_is_read_whatever_it_is_called(knowledge, write, name):
    (report,) = load_files(knowledge, [write("naam,kent\nAnn,Bob\n", name)])
    assert (report.id, report.refused, names(knowledge)) == ("people", [], ["Ann", "Bob"])


def workbook(**sheets):
    return xlsx_bytes([Sheet(name, rows) for name, rows in sheets.items()])


def test_every_sheet_with_a_heading_row_is_read_and_speaks_for_one_source(knowledge, write):
    data = workbook(
        mensen=[["naam", "werkt voor"], ["Ann", "Bakkerij De Aar"]],
        bedrijven=[["naam (organisatie)", "soort"], ["Bakkerij De Aar", "bedrijf"]],
    )
    (report,) = load_files(knowledge, [write(data, "town.xlsx")])
    assert (report.id, report.refused, names(knowledge)) == ("town", [], ["Ann", "Bakkerij De Aar"])
    with knowledge.store.reading() as view:
        assert [s.locator for s in view.in_force() if s.word in ("person", "organisation")] == ["row 2", "row 2"]


def test_a_sheet_that_is_not_understood_is_told_and_the_others_go_in(knowledge, write):
    data = workbook(
        mensen=[["naam", "kent"], ["Ann", ""]], notities=[["bellen"], ["Bob"]], dingen=[["naam", "sector"], ["Cor", ""]]
    )
    path = write(data, "town.xlsx")
    (report,) = load_files(knowledge, [path])
    assert [refusal.say("nl") for refusal in report.refused] == [
        f"{path} (dingen): deze koppen passen bij organisatie en persoon; schrijf als eerste kop bijvoorbeeld"
        " 'naam (organisatie)', of geef --kind organisation",
        f"{path} (notities): niet gelezen: geen kop heet naam; zet de naam van het blad tussen haakjes als dat zo"
        " hoort",
    ]
    assert names(knowledge) == ["Ann"]


def test_a_kind_that_was_named_is_for_the_sheets_that_leave_it_open(knowledge, write):
    data = workbook(mensen=[["naam", "kent"], ["Ann", ""]], dingen=[["naam", "sector"], ["Cor", ""]])
    (report,) = load_files(knowledge, [write(data, "town.xlsx")], kind="organisation")
    assert report.refused == []
    with knowledge.store.reading() as view:
        assert {e.name: e.kind for e in view.entities()} == {"Cor": "organisation", "Ann": "person"}


def test_a_workbook_of_which_no_sheet_is_understood_is_refused(knowledge, write):
    (report,) = load_files(knowledge, [write(workbook(a=[["x"]], b=[["y"]]), "town.xlsx")])
    (refusal,) = report.refused
    assert (
        refusal.reason.en == "not read: no heading is name; put the sheet's name in brackets if that is as it should be"
    )


def test_a_cell_that_cannot_be_read_refuses_its_row(knowledge, write, tmp_path):
    made = openpyxl.Workbook()
    for row in (["naam", "kent", "(som)"], ["Ann", "=1+1", ""], ["Bob", "", "=1+1"]):
        made.active.append(row)
    made.save(tmp_path / "town.xlsx")
    (report,) = load_files(knowledge, [tmp_path / "town.xlsx"])
    (refusal,) = report.refused
    assert refusal.say("nl") == (
        f"{tmp_path / 'town.xlsx'} (Sheet), rij 2: cel B2 heeft een formule zonder uitkomst; open het bestand in Excel"
        " en bewaar het"
    )
    assert names(knowledge) == ["Bob"]


# ---------------------------------------------------------------------------------------------------- without writing


def test_a_preview_of_files_tells_what_loading_them_would_do(knowledge, write):
    paths = [write(ANN), write("naam,kent\nAnn,\nBob,\n", "people.csv"), write(b"\xff", "broken.yaml")]
    previews = preview_files(knowledge, paths)
    assert [[thing.name for thing in preview.new] for preview in previews] == [["Ann"], ["people", "Ann", "Bob"], []]
    assert names(knowledge) == []
    assert [preview.report for preview in previews] == load_files(knowledge, paths)
