"""What docs/spreadsheets.md promises is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.texts import LANGS
from ingest.cell import Cells
from ingest.columns import columns_of
from ingest.loader import READERS
from ingest.written_date import written_date
from ingest.written_number import written_amount, written_quantity
from tests.api.cli_helpers import Binck
from tests.worlds import WORDS

PAGE = (Path(__file__).parents[2] / "docs" / "spreadsheets.md").read_text(encoding="utf-8")
QUOTED = re.findall(r"`([^`\n]+)`", PAGE)
ROWS = dict(re.findall(r"^\| ([^|]+?) \| (.+) \|$", PAGE, re.MULTILINE))


def written(row: str) -> list[str]:
    """What a row of the table quotes."""
    return re.findall(r"`([^`]+)`", ROWS[row])


@pytest.mark.parametrize("text", written("date"))
def test_the_dates_it_shows_are_read(text):
    assert written_date(text)


@pytest.mark.parametrize("text", written("number of people"))
def test_the_quantities_it_shows_are_read(text):
    assert written_quantity(text, "nl")


@pytest.mark.parametrize("text", written("amount"))
def test_the_amounts_it_shows_are_read(text):
    assert written_amount(text, "nl") == "1300"


@pytest.mark.parametrize("text", written("choice"))
def test_the_choices_it_shows_are_read(text):
    role = WORDS.ties["works_for"].properties["role"]
    assert Cells(WORDS).value(text, role, "nl") == "owner"


def test_the_columns_it_names_are_there():
    headings = {column.heading.say(lang) for column in columns_of("person", WORDS) for lang in LANGS}
    named = {*written("a tie"), *(text for text in written("what hangs on a tie") if ":" in text)}
    assert named | {"naam", "name", "stand van", "van horen zeggen", "sleutel (persoon)"} <= headings


def test_the_sorts_of_file_it_names_are_read():
    named = {text for text in QUOTED if re.fullmatch(r"\.[a-z]+", text)}
    assert named - READERS.keys() == {".xls"}


def test_the_commands_and_options_it_names_exist(tmp_path):
    binck = Binck(tmp_path)
    help_of = {
        name: binck(name, "--help").out
        for name in ("template", "load", "duplicates", "judge", "undo", "show", "export")
    }
    commands = re.findall(r"binck (\w+)([^`\n#]*)", PAGE)
    assert {name for name, _ in commands} <= help_of.keys()
    for name, rest in commands:
        assert all(option in help_of[name] for option in re.findall(r"--[a-z-]+", rest)), (name, rest)
    for option in ("--kind", "--refused", "--strict", "--dry-run"):
        assert option in help_of["load"]
    assert all("--personal" in help_of[name] for name in ("show", "export"))
    assert "--all" in help_of["template"]


def test_what_it_says_first_can_be_done_as_it_stands(tmp_path):
    binck = Binck(tmp_path)
    block = re.search(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    assert block is not None
    for line in block[1].splitlines():
        command = line.partition("#")[0].split()
        if command:
            done = binck(*command[1:])
            assert done.code == 0, (line, done.err)


def test_the_file_of_refused_rows_is_called_as_it_says(tmp_path):
    binck = Binck(tmp_path)
    binck.write("mensen.csv", "naam,kent\n?,\nAnn,\n")
    binck("load", "mensen.csv")
    assert "mensen-geweigerd.csv" in QUOTED
    assert (tmp_path / "mensen-geweigerd.csv").exists()


def test_a_name_of_a_file_becomes_the_source_it_says(tmp_path):
    binck = Binck(tmp_path)
    binck.write("Mijn mensen.csv", "naam,kent\nAnn,\n")
    (source,) = binck("load", "Mijn mensen.csv", "--json").json["sources"]
    assert source["id"] == "mijn-mensen"
