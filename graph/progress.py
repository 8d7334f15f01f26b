"""How far something long has come, for whoever shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[str, int, int], None]
"""Is told a name, how many are done, and of how many."""


def silent(name: str, done: int, total: int) -> None:
    """Shows nothing."""
