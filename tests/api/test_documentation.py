"""The documentation is held to the code: made parts are as they would be made now, links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from api.cli.docs import made_documents
from api.cli.group import COMMANDS
from api.documentation import with_output

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


@pytest.fixture(scope="module")
def made() -> dict[Path, str]:
    return made_documents(ROOT)


def test_every_document_with_made_parts_is_looked_at(made):
    assert {path.name for path in made} >= {"README.md", "words.md", "questions.md"}


@pytest.mark.parametrize(
    "name",
    ["README.md", "docs/words.md", "docs/questions.md", "docs/measures.md", "docs/data-files.md", "docs/fold.md"],
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
