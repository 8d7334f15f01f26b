"""A broker's own rows on the command line: template, dry run, loading, what is refused, what may be the same."""

from __future__ import annotations

import csv
import json

import openpyxl
import pytest

from graph.testing.source import Source
from tests.api.cli_helpers import Binck, cells, graph_of

HEADINGS = "naam,sector,e-mailadres,werkt voor,werkt voor: rol,kent,deed mee aan,stand van"


@pytest.fixture
def binck(tmp_path):
    """A store that knows Sanne Lindeman of De Aar, and an activity."""
    news = Source("news", published="2021")
    sanne, shop = news.mention("sanne", "person", "Sanne Lindeman"), news.mention("shop", "organisation", "De Aar")
    news.tie(sanne, "works_for", shop)
    news.property(news.mention("borrel", "activity", "Borrel"), "start", "2021-09-03")
    return Binck(tmp_path).tell(news)


def rows(binck: Binck, *lines: str, name: str = "mensen.csv"):
    return binck.write(name, "\n".join([HEADINGS, *lines]) + "\n")


ANN = "Ann de Wit,bewoners,ann@example.org,De Aar,eigenaar,,Borrel (3-9-2021),mei 2026"
INITIALS = "S. Lindeman,,,De Aar,,Ann de Wit,,"
WRONG = "Bob,brood,,,,,,"


# ------------------------------------------------------------------------------------------------------------ template


def test_a_template_is_one_heading_row_in_her_language(binck):
    (nl,), (en,) = (csv.reader(binck("template", "persoon", "--lang", lang).out.splitlines()) for lang in ("nl", "en"))
    assert (nl[:2], en[:2]) == (["naam", "sector"], ["name", "sector"])
    assert len(nl) == len(en) == 39
    (every,) = csv.reader(binck("template", "person", "--all").out.splitlines())
    assert set(nl) < set(every)


def test_without_a_kind_the_kinds_are_listed(binck):
    listed = cells(binck("template").out)
    assert listed[0] == ["soort", "heet", "betekent"]
    assert "persoon" in [row[1] for row in listed]
    assert {"kind": "theme", "label": "theme", "means": "A subject."}.keys() == binck("template", "--json").json[
        0
    ].keys()


def test_a_template_in_json_explains_its_columns(binck):
    told = binck("template", "person", "--json", "--lang", "en").json
    assert (told["kind"], told["file"]) == ("person", None)
    assert told["columns"][6] == {
        "heading": "works for",
        "what": "Somebody works for, runs or owns an organisation.",
        "how": "name of: organisation; more than one with | between them",
        "choices": [],
    }


def test_a_template_as_a_workbook_is_written_once(binck):
    done = binck("template", "persoon", "--xlsx", "mensen.xlsx")
    assert (done.code, done.out, done.err) == (0, "", "mensen.xlsx: vul in en laad het met binck load mensen.xlsx\n")
    assert openpyxl.load_workbook(binck.folder / "mensen.xlsx").sheetnames[0] == "personen"
    again = binck("template", "persoon", "--xlsx", "mensen.xlsx")
    assert (again.code, again.err) == (1, "Fout: mensen.xlsx bestaat al; kies een andere naam\n")
    assert binck("template", "persoon", "--xlsx", "mensen.csv").err == "Fout: mensen.csv: een spreadsheet heet .xlsx\n"


def test_a_kind_that_there_is_not_is_refused(binck):
    done = binck("template", "robot", "--lang", "en")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Error: There is no kind 'robot'; there are: activity, ")


# ------------------------------------------------------------------------------------------------------------- dry run


def test_a_dry_run_tells_what_a_load_would_do_and_writes_nothing(binck):
    rows(binck, ANN, INITIALS, WRONG)
    before = sorted(path.name for path in binck.folder.iterdir())
    done = binck("load", "mensen.csv", "--dry-run")
    assert done.out.splitlines() == [
        "mensen: er is niets geschreven; laden zou geven",
        "  nieuw: 1 bron, 1 activiteit, 1 organisatie, 2 personen",
        "    mensen (bron)",
        "    Borrel (activiteit): wordt één met Borrel (news:borrel)",
        "    De Aar (organisatie): wordt één met De Aar (news:shop)",
        "    Ann de Wit (persoon)",
        "    S. Lindeman (persoon)",
        "  misschien al bekend: 1",
        "    S. Lindeman ~ Sanne Lindeman (persoon): S. kan Sanne zijn en de achternaam is gelijk;"
        " beide verbonden met De Aar",
    ]
    assert done.err == (
        "Geweigerd: mensen.csv, rij 4: sector: 'brood' is geen keuze; kies uit ondernemers, onderwijs, overheid,"
        " bewoners, maatschappelijke organisaties\n"
    )
    assert done.code == 0
    assert sorted(path.name for path in binck.folder.iterdir()) == before
    assert binck("status", "--json").json["version"] == 1


def test_a_dry_run_of_corrected_rows_tells_what_changes_and_what_goes(binck):
    rows(binck, ANN, INITIALS)
    binck("load", "mensen.csv")
    changed = ANN.replace("ann@example.org", "a@example.org").replace("eigenaar", "adviseur")
    rows(binck, "Eva,,,,,,,", changed)
    done = binck("load", "mensen.csv", "--dry-run", "--lang", "en")
    assert done.out.splitlines() == [
        "mensen: nothing was written; a load would give",
        "  new: 1 person",
        "    Eva (person)",
        "  changed: 1 person",
        "    Ann de Wit (person)",
        "      − e-mail address (not shown)",
        "      − Ann de Wit works as owner for De Aar",
        "      + e-mail address (not shown)",
        "      + Ann de Wit works as adviser for De Aar",
        "  gone: 1 person",
        "    S. Lindeman (person)",
        "  unchanged: 2",
        "  only at another place in the file: 6 statements",
    ]
    assert done.err == ""


def test_a_dry_run_in_json_has_the_report_and_the_things(binck):
    rows(binck, ANN, INITIALS, WRONG)
    told = binck("load", "mensen.csv", "--dry-run", "--json").json
    (source,) = told["sources"]
    assert told["version"] == 1
    assert [refused["line"] for refused in source["refused"]] == [4]
    run = source["dry_run"]
    assert [thing["name"] for thing in run["new"]] == ["mensen", "Borrel", "De Aar", "Ann de Wit", "S. Lindeman"]
    assert run["new"][2]["known"] == {"id": "news:shop", "name": "De Aar"}
    assert (run["changed"], run["gone"], run["unchanged"], run["moved"]) == ([], [], 0, 0)
    assert [pair["names"] for pair in run["maybe_same"]] == [["S. Lindeman", "Sanne Lindeman"]]
    assert "example.org" not in json.dumps(told)


def test_a_dry_run_takes_data_files_as_well(binck):
    binck.write("talk.yaml", "mentions: {eva: {kind: person, name: Eva}}\n")
    assert "    Eva (persoon)" in binck("load", "talk.yaml", "--dry-run").out


def test_a_dry_run_of_what_is_there_says_that_nothing_changes(binck):
    rows(binck, ANN)
    binck("load", "mensen.csv")
    assert binck("load", "mensen.csv", "--dry-run").out.splitlines() == [
        "mensen: er is niets geschreven; laden zou geven",
        "  ongewijzigd: 3",
    ]


def test_of_many_things_the_first_are_shown_and_the_rest_is_counted(binck):
    rows(binck, *(f"Mens {n},,,,,,," for n in range(30)))
    out = binck("load", "mensen.csv", "--dry-run").out
    assert "  nieuw: 1 bron, 30 personen\n" in out
    assert out.count("(persoon)") == 19
    assert "    … en 11 meer; --json geeft alles\n" in out


# ------------------------------------------------------------------------------------------------------ what is refused


def test_refused_rows_come_back_as_a_file_and_the_rest_goes_in(binck):
    rows(binck, ANN, WRONG)
    done = binck("load", "mensen.csv")
    assert cells(done.out)[1] == ["mensen", "12", "0", "0", "1"]
    assert done.err.splitlines()[1] == (
        "mensen-geweigerd.csv: de geweigerde rijen, elk met de reden. Verbeter ze in mensen.csv en laad dat opnieuw;"
        " of verbeter ze in mensen-geweigerd.csv en laad dat als een eigen bron."
    )
    assert (binck.folder / "mensen-geweigerd.csv").exists()
    assert done.code == 0


def test_in_json_the_file_is_named(binck):
    rows(binck, ANN, WRONG)
    (source,) = binck("load", "mensen.csv", "--json", "--lang", "en").json["sources"]
    assert source["refused_file"] == "mensen-refused.csv"


def test_the_file_can_be_named_when_it_is_for_one(binck):
    rows(binck, WRONG)
    assert binck("load", "mensen.csv", "--refused", "over.csv").code == 1
    assert (binck.folder / "over.csv").exists()
    again = binck("load", "mensen.csv", "--refused", "over.csv")
    assert (again.code, again.err) == (1, "Fout: over.csv bestaat al; kies een andere naam\n")
    two = binck("load", "mensen.csv", "over.csv", "--refused", "rest.csv")
    assert (two.code, two.err) == (2, "Fout: --refused hoort bij één bestand; laad de bestanden een voor een\n")


def test_a_folder_that_takes_no_file_does_not_undo_the_load(binck):
    rows(binck, ANN, WRONG)
    done = binck("load", "mensen.csv", "--refused", "nowhere/over.csv")
    assert done.code == 1
    assert cells(done.out)[1] == ["mensen", "12", "0", "0", "1"]
    assert done.err.endswith("Fout: nowhere/over.csv is niet te schrijven: No such file or directory\n")
    assert binck("show", "Ann").code == 0


def test_a_kind_is_named_where_the_headings_leave_it_open(binck):
    binck.write("dingen.csv", "naam,sector\nDe Tuin,bewoners\n")
    done = binck("load", "dingen.csv")
    assert done.code == 1
    assert "of geef --kind organisation" in done.err
    assert binck("load", "dingen.csv", "--kind", "organisatie").code == 0
    assert "De Tuin (organisatie)" in binck("show", "De Tuin").out


# ------------------------------------------------------------------------------------------------- what may be the same


def test_pairs_are_proposed_with_the_command_to_type(binck):
    rows(binck, INITIALS)
    binck("load", "mensen.csv")
    done = binck("duplicates")
    assert done.out.splitlines() == [
        "S. Lindeman ~ Sanne Lindeman (persoon): S. kan Sanne zijn en de achternaam is gelijk;"
        " beide verbonden met De Aar",
        '    binck judge same mensen:person.s-lindeman news:sanne --why "S. kan Sanne zijn en de achternaam is gelijk;'
        ' beide verbonden met De Aar"',
    ]
    assert done.err == "in plaats van same kan ook: different of unsure\n"
    (pair,) = binck("duplicates", "--json", "--lang", "en").json
    assert (pair["kind"], pair["a"], pair["b"], pair["weight"]) == (
        "maybe",
        "mensen:person.s-lindeman",
        "news:sanne",
        0.775,
    )
    assert pair["reasons"] == ["S. can be Sanne and the surname is equal", "both have a tie with De Aar"]


def test_many_pairs_are_shown_in_part_unless_all_are_asked_for(binck):
    firsts = "Bea Cor Dee Eva Fay Gus".split()
    lines = [f"{name} Bos{'ch' * n},,,,,,," for n in range(4) for f in firsts for name in (f, f"{f[0]}.")]
    rows(binck, *lines)
    binck("load", "mensen.csv")
    done = binck("duplicates", "--lang", "en")
    assert done.out.count(" ~ ") == 20
    assert done.err.splitlines()[1].endswith(" more: binck duplicates --all")
    assert binck("duplicates", "--all").out.count(" ~ ") > 20


def test_a_new_users_first_quarter_of_an_hour(binck):
    """Fill in the template, look, load, find who is known already, judge, and take it back."""
    heading = binck("template", "persoon").out
    path = binck.folder / "mensen.csv"
    path.write_text(heading)
    names = next(csv.reader([heading]))
    people = [
        {"naam": "Ann de Wit", "werkt voor": "De Aar", "werkt voor: rol": "eigenaar", "stand van": "3-9-2026"},
        {"naam": "S. Lindeman", "werkt voor": "De Aar", "kent": "Ann de Wit"},
        {"naam": "Bob Bos", "deed mee aan": "Borrel (3-9-2021)", "deed mee aan: rol": "spreker"},
    ]
    with path.open("a", newline="") as file:
        csv.DictWriter(file, names).writerows(people)
    assert "misschien al bekend: 1" in binck("load", "mensen.csv", "--dry-run").out
    assert binck("load", "mensen.csv").err == ""
    before = graph_of(binck)
    (pair,) = binck("duplicates", "--json").json
    judged = binck("judge", "same", pair["a"], pair["b"], "--why", "zelfde bakkerij", "--json").json
    shown = binck("show", "Sanne Lindeman", "--json").json
    assert shown["names"] == ["Sanne Lindeman", "S. Lindeman"]
    assert {tie["to_name"] for tie in shown["ties"]} >= {"De Aar"}
    assert binck("duplicates").err == "Er is niets te beslissen.\n"
    assert binck("undo", judged["change"]).code == 0
    assert graph_of(binck) == before
    assert len(binck("duplicates", "--json").json) == 1
