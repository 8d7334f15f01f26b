"""`binck docs`: writes the made parts of the documentation anew."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from click.testing import CliRunner

from api.cli.command import command
from api.cli.output import print_json, say
from api.documentation import PICTURE, Run, documents
from api.opening import open_desk, open_words
from graph.errors import Refused
from graph.texts import Lang
from ingest.binckhorst import shipped
from ingest.loader import load_files


@command(
    "docs",
    "Schrijf de gemaakte delen van de documentatie opnieuw; voor wie de code verandert."
    " ¦ Write the made parts of the documentation anew; for who changes the code.",
    "docs",
)
@click.option("--check", is_flag=True, help="Schrijf niets; zeg wat anders is. ¦ Write nothing; say what differs.")
def docs_command(check: bool, store: str, lang: Lang, as_json: bool) -> None:
    root = Path.cwd()
    if not (root / "docs").is_dir():
        raise Refused(
            "Hier is geen map docs/; ga naar de map van het project", "There is no docs/ here; go to the project"
        )
    differing = []
    if not check:
        draw_map(root / PICTURE)
    for path, text in made_documents(root).items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            differing.append(str(path.relative_to(root)))
            if not check:
                path.write_text(text, encoding="utf-8")
    if as_json:
        print_json({"differing": differing})
    for name in differing:
        say(
            f"{name}: {'differs' if check else 'written'}"
            if lang == "en"
            else f"{name}: {'anders' if check else 'geschreven'}"
        )
    if check and differing:
        raise click.exceptions.Exit(1)


def draw_map(file: Path) -> None:
    """The picture of the Binckhorst network that the README shows.

    It is drawn anew and not compared: another processor may round a place differently.
    """
    with binckhorst() as run:
        run(["map", str(file), "--lang", "en"])


def made_documents(root: Path) -> dict[Path, str]:
    """What the documents should say."""
    with binckhorst() as run:
        return documents(root, open_words(), run)


@contextmanager
def binckhorst() -> Iterator[Run]:
    """Runs commands on the Binckhorst data set in a store of its own."""
    from api.cli.group import cli

    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/docs.db"
        load_files(open_desk(url).knowledge, list(shipped().values()))

        def run(arguments: list[str]) -> str:
            result = CliRunner(env={"BINCK_STORE": url, "COLUMNS": "150"}).invoke(
                cli, arguments, catch_exceptions=False
            )
            return result.stdout.replace(url, "sqlite:///binckhorst.db")

        yield run
