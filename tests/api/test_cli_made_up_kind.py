"""Another district adds a kind of its own: words and a data file, and no code."""

from __future__ import annotations

import jsonschema
import pytest

from graph.export import json_schema
from graph.words import load_words
from tests.api.cli_helpers import Binck
from viz.colours import on_any_paper
from viz.marks import PATHS

WORDS = {
    "entities/lighthouse.yaml": """
label: {nl: "vuurtoren", en: "lighthouse"}
plural: {nl: "vuurtorens", en: "lighthouses"}
means: {nl: "Een licht aan zee.", en: "A light by the sea."}
colour: "#aa3300"
shape: star
properties:
  height: {value: quantity, label: {nl: "hoogte", en: "height"}}
""",
    "ties/keeps.yaml": """
label: {nl: "bewaakt", en: "keeps"}
means: {nl: "Houdt het licht brandend.", en: "Keeps the light burning."}
ends:
  - {from: [person], to: [lighthouse]}
sentence: {nl: "{from} bewaakt {to}", en: "{from} keeps {to}"}
""",
}
COAST = """
source: {title: The coast, kind: report}
mentions:
  ann: {kind: person, name: Ann}
  tall: {kind: lighthouse, name: De Lange, properties: {height: {is: 40-45}}}
ties:
  - {tie: keeps, from: ann, to: tall}
"""


@pytest.fixture
def coast(tmp_path):
    for name, text in WORDS.items():
        path = tmp_path / "words" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "coast.yaml").write_text(COAST, encoding="utf-8")
    return Binck(tmp_path)


def words_of(binck: Binck) -> dict[str, str]:
    return {"BINCK_WORDS": str(binck.folder / "words")}


def test_it_is_loaded_shown_found_and_exported(coast):
    env = words_of(coast)
    loaded = coast("load", "coast.yaml", "--json", **env).json
    assert loaded["sources"][0]["refused"] == []
    shown = coast("show", "De Lange", **env).out
    assert "De Lange (vuurtoren)" in shown
    assert "hoogte: 40 tot 45" in shown
    assert "Ann bewaakt De Lange" in shown
    assert "Ann keeps De Lange" in coast("show", "lighthouse de lange", "--lang", "en", **env).out
    graph = coast("export", "-", **env).json
    assert {entity["kind"] for entity in graph["entities"]} == {"person", "lighthouse"}
    assert [tie["kind"] for tie in graph["ties"]] == ["keeps"]


def test_the_schema_of_the_export_knows_it(coast):
    env = words_of(coast)
    coast("load", "coast.yaml", **env)
    words = load_words(coast.folder / "words")
    jsonschema.validate(coast("export", "-", **env).json, json_schema(words))


def test_without_its_words_it_is_refused_with_what_there_is(coast):
    done = coast("load", "coast.yaml")
    assert "coast.yaml" in done.err
    assert "er is geen soort 'lighthouse'; kies uit" in done.err


@pytest.mark.parametrize("command", [["status"], ["verify"], ["ask", "values"], ["find", "Ann"]])
def test_a_store_with_it_and_no_words_for_it_says_what_is_missing(coast, command):
    coast("load", "coast.yaml", **words_of(coast))
    done = coast(*command, "--lang", "en")
    assert done.code == 1
    assert "the store has " in done.err
    assert "name by BINCK_WORDS the folder that it was made with" in done.err


def test_it_is_on_the_map_with_its_shape_and_its_ties(coast):
    env = words_of(coast)
    coast("load", "coast.yaml", **env)
    assert coast("map", "coast.svg", "--lang", "en", **env).err == "coast.svg: 2 things, with 1 tie.\n"
    drawing = (coast.folder / "coast.svg").read_text(encoding="utf-8")
    assert "De Lange – lighthouse" in drawing
    assert PATHS["star"] in drawing
    assert on_any_paper("#aa3300") in drawing
    coast("map", "coast.html", "--kind", "vuurtoren", **env)
    page = (coast.folder / "coast.html").read_text(encoding="utf-8")
    assert "De Lange" in page
    assert "Ann" not in page
