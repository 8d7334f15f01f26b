"""`binck map`: one file, with what was asked for and nothing else."""

from __future__ import annotations

import json
import stat
from xml.etree import ElementTree as ET

import pytest

from tests.api.cli_helpers import Binck
from tests.graph.introductions.test_proposals import market
from tests.viz.towns import street


@pytest.fixture
def town(tmp_path) -> Binck:
    return Binck(tmp_path).tell(street())


def names(svg: str) -> list[str]:
    figures = ET.fromstring(svg.encode()).iterfind(".//{*}path/{*}title")
    return sorted((figure.text or "").partition(" – ")[0] for figure in figures)


def test_a_page_and_a_picture_are_written_and_it_says_how_much_is_on_them(town):
    done = town("map", "town.html")
    assert (done.code, done.out, done.err) == (0, "", "town.html: 8 van 9 getoond, met 7 banden.\n")
    assert (town.folder / "town.html").read_text(encoding="utf-8").startswith('<!doctype html>\n<html lang="nl">')
    assert town("map", "town.svg", "--lang", "en").err == "town.svg: 8 of 9 shown, with 7 ties.\n"
    picture = (town.folder / "town.svg").read_text(encoding="utf-8")
    assert names(picture) == ["Ann", "Bakery", "Bob", "Cas", "Dot", "Fair", "Plan", "School"]
    assert "Map of the network" in picture


def test_with_json_it_says_the_same_as_data(town):
    done = town("map", "town.svg", "--json")
    assert done.json == {"file": "town.svg", "version": 1, "marks": 8, "ties": 7, "left_out": 1, "potential": 0}


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        (["--kind", "persoon", "--kind", "organisations"], ["Ann", "Bakery", "Bob", "Cas", "Dot", "School"]),
        (["--sector", "onderwijs", "--kind", "person"], ["Cas"]),
        (["--until", "2020"], ["Ann", "Bakery", "Bob", "Cas", "Dot", "Plan", "School"]),
        (["--all"], ["Ann", "Bakery", "Bob", "Cas", "Dot", "Fair", "Flour", "Plan", "School"]),
        (["--marks", "2"], ["Ann", "Fair"]),
        (["--around", "school"], ["Cas", "School"]),
        (["--around", "school", "--steps", "2"], ["Cas", "Fair", "School"]),
        (["--around", "flour"], ["Flour", "Plan"]),
    ],
)
def test_a_choice_is_drawn(town, options, shown):
    assert town("map", "part.svg", *options).code == 0
    assert names((town.folder / "part.svg").read_text(encoding="utf-8")) == shown


def test_proposals_are_drawn_when_they_are_asked_for_and_change_no_number(tmp_path):
    stalls = Binck(tmp_path).tell(market())
    without, with_some = (stalls("map", "stalls.svg", *more, "--json").json for more in ((), ("--potential",)))
    assert with_some["potential"] > 0
    assert {**with_some, "potential": 0} == without
    done = stalls("map", "stalls.svg", "--potential", "--lang", "en")
    assert f"with 7 ties. Proposals drawn, not counted: {with_some['potential']}.\n" in done.err
    arcs = ET.parse(stalls.folder / "stalls.svg").findall("{*}path[@class='potential']")
    assert len(arcs) == with_some["potential"]


def test_around_somebody_it_is_whom_she_may_meet(tmp_path):
    stalls = Binck(tmp_path).tell(market())
    assert stalls("map", "ann.html", "--around", "Ann", "--potential", "--json").json["potential"] == 4
    assert stalls("map", "bread.html", "--around", "Bread", "--potential", "--json").json["potential"] == 0


def test_a_page_to_give_away_does_not_name_who_was_not_chosen_in_a_proposal_either(tmp_path):
    stalls = Binck(tmp_path).tell(market())
    stalls("map", "people.html", "--kind", "person", "--potential")
    page = (stalls.folder / "people.html").read_text(encoding="utf-8")
    assert "Bob" in page
    assert "Bread" not in page
    assert "Craft" not in page


def test_a_page_to_give_away_does_not_hold_who_was_not_chosen(town):
    town("map", "education.html", "--sector", "education", "--kind", "person")
    page = (town.folder / "education.html").read_text(encoding="utf-8")
    assert "Cas" in page
    assert "Ann" not in page
    assert "Bakery" not in page


def test_the_places_are_kept_beside_the_store_and_the_file_is_the_same_each_time(town):
    town("map", "one.html")
    kept = town.folder / "binckhorst.db-map.json"
    before = kept.read_bytes()
    town("map", "two.html")
    assert (town.folder / "one.html").read_bytes() == (town.folder / "two.html").read_bytes()
    assert kept.read_bytes() == before
    assert json.loads(before)["format"] == "binck-map/1"


def test_it_is_written_whole_and_for_all_to_read(town):
    any_file = town.write("any", "")
    town("map", "town.html")
    assert stat.S_IMODE((town.folder / "town.html").stat().st_mode) == stat.S_IMODE(any_file.stat().st_mode)
    assert [path.name for path in town.folder.iterdir() if path.name.startswith(".binck")] == []


def test_a_machine_with_another_alphabet_writes_the_same_file(town):
    source = street()
    source.mention("coop", "organisation", "Coöperatie 👩‍🌾")
    Binck(town.folder).tell(source)
    town("map", "here.html")
    there = town.process("map", "there.html", PYTHONIOENCODING="cp1252", PYTHONUTF8="0", LC_ALL="C")
    assert there.code == 0
    assert (town.folder / "here.html").read_bytes() == (town.folder / "there.html").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["town.pdf"], "town.pdf: een kaart is .html of .svg; noem het bestand zo"),
        (["town"], "town: een kaart is .html of .svg; noem het bestand zo"),
        (["t.svg", "--kind", "schip"], "er is geen 'schip'; kies uit activity"),
        (["t.svg", "--since", "mei"], "'mei' is geen datum; schrijf 2021"),
        (["t.svg", "--since", "2022", "--until", "2021"], "de periode begint op 2022 en eindigt eerder"),
        (["t.svg", "--around", "nobody"], "Niets heet 'nobody'"),
        (["nowhere/t.svg"], "nowhere/t.svg is niet te schrijven: No such file or directory"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_a_way_out(town, arguments, said):
    done = town("map", *arguments)
    assert done.code == 1
    assert done.err.startswith(f"Fout: {said}")
    assert not [path for path in town.folder.iterdir() if path.suffix in {".svg", ".pdf"}]


def test_steps_and_marks_have_bounds(town):
    assert town("map", "t.svg", "--around", "Ann", "--steps", "0").code == 2
    assert town("map", "t.svg", "--marks", "0").code == 2


def test_an_empty_store_gives_an_empty_map(tmp_path):
    binck = Binck(tmp_path)
    assert binck("map", "empty.svg").err == "empty.svg: Er is niets om te tekenen.\n"
    assert binck("map", "empty.html", "--json").json["marks"] == 0
