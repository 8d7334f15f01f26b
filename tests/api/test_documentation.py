"""The documentation is held to the code: made parts are as they would be made now, links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from api.cli.docs import draw_map, made_documents
from api.cli.group import COMMANDS
from api.documentation import PICTURE, with_output

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


@pytest.fixture(scope="module")
def made() -> dict[Path, str]:
    return made_documents(ROOT)


def test_every_document_with_made_parts_is_looked_at(made):
    assert {path.name for path in made} >= {"README.md", "words.md", "questions.md"}


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "docs/words.md",
        "docs/questions.md",
        "docs/measures.md",
        "docs/data-files.md",
        "docs/fold.md",
        "docs/spreadsheets.md",
    ],
)
def test_made_parts_are_as_make_docs_would_write_them(made, name):
    assert (ROOT / name).read_text(encoding="utf-8") == made[ROOT / name], "run `make docs`"


def test_output_blocks_are_filled_with_what_the_command_prints():
    page = "<!-- output: binck ask 'a b' -->\n```text\nold\n```\nafter"
    assert with_output(page, lambda arguments: "|".join(arguments) + "  \n") == (
        "<!-- output: binck ask 'a b' -->\n```text\nask|a b\n```\nafter"
    )


def test_an_output_block_may_keep_the_first_lines_and_says_that_there_are_more():
    page = "<!-- output: binck ask | head -2 -->\n```text\n```\nafter"
    head = "<!-- output: binck ask | head -2 -->\n```text\n1\n2\n"
    assert with_output(page, lambda _: "1\n2\n3\n") == head + "…\n```\nafter"
    assert with_output(page, lambda _: "1\n2\n") == head + "```\nafter"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_to_files_of_the_project_lead_somewhere(document):
    text = document.read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)", text)
    missing = [target for target in targets if not (document.parent / target).exists()]
    assert not missing


def test_every_command_that_the_readme_names_exists():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(?:\.venv/bin/)?binck (\w+)", readme))
    assert named
    assert named <= set(COMMANDS)


def test_the_picture_of_the_readme_is_a_map_that_opens_anywhere():
    picture = (ROOT / PICTURE).read_bytes()
    assert len(picture) < 300_000
    svg = ET.fromstring(picture)
    assert svg.tag == "{http://www.w3.org/2000/svg}svg"
    assert (svg.findtext("{*}title"), len(svg.findall(".//{*}path/{*}title")) > 200) == ("Map of the network", True)
    assert f"]({PICTURE})" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_picture_can_be_drawn_anew(tmp_path):
    draw_map(tmp_path / "map.svg")
    fresh, kept = ET.parse(tmp_path / "map.svg").getroot(), ET.fromstring((ROOT / PICTURE).read_bytes())
    said = [[title.text for title in svg.iterfind(".//{*}path/{*}title")] for svg in (fresh, kept)]
    assert said[0] == said[1], "run `make docs`"
