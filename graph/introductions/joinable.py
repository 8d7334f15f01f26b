"""Activities that are open to join: what is still to come, or goes on."""

from __future__ import annotations

from datetime import date

import numpy as np

from graph.dates import OPEN_END
from graph.network import Bools, Network

_TO_COME = ("planned", "postponed", "running", "submitted", "open")
_SERIES = "series"


def joinable(network: Network, today: str = "") -> Bools:
    """Which activities are planned or put off, or are a series that goes on; shape (n,).

    On a day (ISO 8601) what lies before it is not, and what begins after it is, unless it was called off. A source
    that tells of a plan and not of what became of it leaves the activity open where it gives no day.
    """
    found = np.zeros(len(network.ids), bool)
    day = date.fromisoformat(today).toordinal() if today else 0
    for row in network.rows_of_kind("activity").tolist():
        properties = network.raw_properties(row)
        statuses = [value[0] for value in properties.get("status", ())]
        series = _SERIES in [value[0] for value in properties.get("type", ())]
        last = int(network.last[row])
        if last != OPEN_END and day and last < day:
            continue
        to_come = bool(day) and int(network.first[row]) > day
        found[row] = statuses[0] in _TO_COME if statuses else series or to_come
    return found
