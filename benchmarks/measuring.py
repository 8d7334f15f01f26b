"""Medians of several runs, printed beside a peer and a goal."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: what was measured, the figure, the peer's, and the goal in words."""

    what: str
    ours: str
    peer: str
    ratio: str
    goal: str


def median(run: Callable[[], object], times: int = 5) -> float:
    """Seconds of wall time, the median of `times` runs after one that does not count."""
    run()
    found = []
    for _ in range(times):
        began = time.perf_counter()
        run()
        found.append(time.perf_counter() - began)
    return statistics.median(found)


def once(run: Callable[[], object]) -> float:
    """Seconds of wall time of one run, for what cannot be done twice."""
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def seconds(value: float) -> str:
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"


def row(what: str, ours: float, peer_name: str, peer: float, goal: str) -> Row:
    return Row(what, seconds(ours), f"{peer_name} {seconds(peer)}", f"{ours / peer:.2f}", goal)


def show(title: str, rows: list[Row]) -> None:
    """Print a table in Markdown."""
    print(f"\n## {title}\n")
    print("| what | ours | peer | ours / peer | goal |\n|---|---|---|---|---|")
    for one in rows:
        print(f"| {one.what} | {one.ours} | {one.peer} | {one.ratio} | {one.goal} |")
