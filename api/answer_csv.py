"""An answer to take away: its rows as CSV, with where each comes from."""

from __future__ import annotations

import re

from api.sentences import locator_text
from graph.csvtext import BOM, csv_text
from graph.jsontext import Json
from graph.names import normalised
from graph.questions import Answer
from graph.statements import CERTAINTY_LABELS
from graph.texts import Lang, Text, say

_EVIDENCE = (Text("bron", "source"), Text("vindplaats", "place in the source"), Text("zekerheid", "certainty"))
_DELIMITER = {"nl": ";", "en": ","}
"""What the spreadsheets of the language put between cells: there is no comma that Dutch ones leave alone."""

_LONGEST_NAME = 80


def answer_csv(answer: Answer, lang: Lang) -> bytes:
    """The columns of the answer and three of evidence, headings in the language, as UTF-8 with a byte order mark.

    Dutch has a semicolon between cells and a decimal comma, English a comma and a point: so
    the spreadsheets of the language open it as it is.
    """
    headings = [text.say(lang) for text in (*(column.label for column in answer.columns), *_EVIDENCE)]
    rows = [
        [*(_cell(row, column.key, lang) for column in answer.columns), *_proof(answer, row, lang)]
        for row in answer.rows
    ]
    return f"{BOM}{csv_text([headings, *rows], _DELIMITER[lang])}".encode()


def file_name(answer: Answer) -> str:
    """A name for the file that says what was asked, in letters that every system takes.

    >>> from graph.questions import Answer
    >>> file_name(Answer("present", {"activity": "news:fête-2021", "to": None}, "", (), 1))
    'present-fete-2021.csv'
    """
    given = " ".join(str(value).rpartition(":")[2] for value in answer.parameters.values() if value is not None)
    plain = re.sub("[^a-z0-9]+", "-", normalised(given)).strip("-")[:_LONGEST_NAME].rstrip("-")
    return f"{answer.question}-{plain}.csv" if plain else f"{answer.question}.csv"


def _cell(row: dict[str, Json], key: str, lang: Lang) -> str:
    value = row.get(key)
    if isinstance(value, float):
        text = f"{value:.4f}".rstrip("0").rstrip(".")
        return text.replace(".", ",") if lang == "nl" else text
    depth = row.get("depth") if key == "name" else 0
    return f"{'  ' * depth if isinstance(depth, int) else ''}{say(value, lang)}"


def _proof(answer: Answer, row: dict[str, Json], lang: Lang) -> tuple[str, str, str]:
    """The sources of a row, each with its places, and how sure they are, each once."""
    keys = row["evidence"] if isinstance(row["evidence"], list) else []
    evidence = [answer.evidence[str(key)] for key in keys]
    places: dict[str, dict[str, None]] = {}
    for one in evidence:
        places.setdefault(one.source, {})[locator_text(one.locator, lang)] = None
    said = [f"{source}: {', '.join(filter(None, found))}" for source, found in places.items() if any(found)]
    sure = dict.fromkeys(CERTAINTY_LABELS[one.certainty].say(lang) for one in evidence)
    return "; ".join(places), "; ".join(said), ", ".join(sure)
