"""A past of collaboration from three CSV files: activities, who took part in them, and the organisations."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from graph.dates import Date
from graph.errors import Refused
from graph.introductions.past import Past


def read_past(activities: Path, participations: Path, organisations: Path) -> Past:
    """Columns: `id`, `start`, `topics` (by semicolons); `organisation_id`, `activity_id`; `id`, `type`.

    Raises `Refused` with file, line and rule for a column that is missing, a start that is no day, or a participation
    of somebody or in something that the other files do not have.
    """
    done = _read(activities, ("id", "start", "topics"))
    who = _read(organisations, ("id", "type"))
    place = {row["id"]: at for at, row in enumerate(who)}
    of = {row["id"]: at for at, row in enumerate(done)}
    for line, row in enumerate(done, start=2):
        if row["start"] and Date.parse(row["start"]).precision != "day":
            raise Refused(
                f"{activities.name}, regel {line}: begin {row['start']!r} is geen dag, zoals 2021-09-03",
                f"{activities.name}, line {line}: start {row['start']!r} is not a day, such as 2021-09-03",
            )
    there = np.zeros((len(who), len(done)), np.float32)
    for line, row in enumerate(_read(participations, ("organisation_id", "activity_id")), start=2):
        if row["organisation_id"] not in place or row["activity_id"] not in of:
            raise Refused(
                f"{participations.name}, regel {line}: organisatie of activiteit staat niet in de andere bestanden",
                f"{participations.name}, line {line}: organisation or activity is not in the other files",
            )
        there[place[row["organisation_id"]], of[row["activity_id"]]] = 1
    said = [[topic for topic in row["topics"].split(";") if topic] for row in done]
    names = {topic: at for at, topic in enumerate(sorted({topic for topics in said for topic in topics}))}
    topics = np.zeros((len(done), len(names)), np.float32)
    for at, its in enumerate(said):
        topics[at, [names[topic] for topic in its]] = 1
    types, starts = (np.array([row[key] for row in rows]) for key, rows in (("type", who), ("start", done)))
    return Past([row["id"] for row in who], types, starts, there, topics)


def _read(path: Path, columns: Sequence[str]) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        missing = [column for column in columns if column not in (reader.fieldnames or ())]
        if missing:
            raise Refused(
                f"{path.name} mist kolom {', '.join(missing)}; nodig zijn {', '.join(columns)}",
                f"{path.name} lacks column {', '.join(missing)}; needed are {', '.join(columns)}",
            )
        return [{column: row[column] or "" for column in columns} for row in reader]
