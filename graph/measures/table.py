"""What a measure gives to whoever reads it: columns of one length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from graph.jsontext import Json
from graph.openpaths import Floats

Cell: TypeAlias = str | int | float | None
Column: TypeAlias = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns by their headings, all of the same length; `None` is what is not defined."""

    columns: dict[str, Column]

    def rows(self) -> list[dict[str, Json]]:
        """Each row by heading."""
        return [dict(zip(self.columns, cells, strict=True)) for cells in zip(*self.columns.values(), strict=True)]


def numbers(values: Floats) -> list[Cell]:
    """A column of numbers, in which NaN is not defined.

    >>> numbers(np.array([0.5, np.nan]))
    [0.5, None]
    """
    found: list[Cell] = values.tolist()
    for place in np.flatnonzero(np.isnan(values)).tolist():
        found[place] = None
    return found


def counts(values: Floats) -> list[Cell]:
    """A column of whole numbers, in which NaN is not defined.

    >>> counts(np.array([2.0, np.nan]))
    [2, None]
    """
    undefined = np.isnan(values)
    found: list[Cell] = np.where(undefined, 0, values).astype(np.int64).tolist()
    for place in np.flatnonzero(undefined).tolist():
        found[place] = None
    return found
