"""The eleven networks of `data/` and their reference results, as tests read them."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from graph.measures.groups import Groups
from graph.measures.sparse import Sparse

DATA = Path(__file__).parent / "data"
NAMES = sorted(folder.name for folder in DATA.iterdir() if folder.is_dir())
SYMMETRISED = "_symmetrised"


@dataclass(frozen=True)
class Classic:
    """One network: `directed` as it was published; `group` names its column of groups, empty when it has none."""

    folder: Path
    ids: list[str]
    directed: bool
    group: str
    groups: Groups
    tail: np.ndarray
    head: np.ndarray
    edges: list[dict[str, str]]

    def network(self, suffix: str = "", weight: str = "") -> Sparse:
        strength = np.array([float(row[weight]) for row in self.edges]) if weight else None
        directed = self.directed and suffix != SYMMETRISED
        return Sparse.of(len(self.ids), self.tail, self.head, strength, directed=directed)

    def reference(self, file: str) -> list[dict[str, str]]:
        return rows(self.folder / f"{file}.csv")

    def column(self, file: str, heading: str) -> np.ndarray:
        """A column of a reference file as numbers, NaN where it has none, in the order of the nodes."""
        found = {row["id"]: number(row[heading]) for row in self.reference(file)}
        return np.array([found[id_] for id_ in self.ids])


@cache
def classic(name: str) -> Classic:
    folder = DATA / name
    meta = json.loads((folder / "meta.json").read_text())
    nodes, edges = rows(folder / "nodes.csv"), rows(folder / "edges.csv")
    ids = [row["id"] for row in nodes]
    ends = (np.array([ids.index(row[end]) for row in edges]) for end in ("from", "to"))
    group = meta["group_column"] or ""
    groups = Groups.named([row[group] if group else "" for row in nodes])
    return Classic(folder, ids, meta["directed"], group, groups, *ends, edges)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def number(text: str) -> float:
    return float("nan") if text in ("NA", "") else float(text)


def same(found: object, reference: object) -> None:
    """Equal to 1e-9, absolute or relative, and undefined where the reference is."""
    np.testing.assert_allclose(found, reference, rtol=1e-9, atol=1e-9, equal_nan=True)


def suffixes(name: str, file: str) -> list[str]:
    """The suffixes with which a reference file of this network stands: none, and that of the symmetrised one."""
    return [suffix for suffix in ("", SYMMETRISED) if (DATA / name / f"{file}{suffix}.csv").exists()]
