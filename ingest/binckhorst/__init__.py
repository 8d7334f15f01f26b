"""The Binckhorst data set: what published documents say of the network, one file a document."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent


def shipped() -> dict[str, Path]:
    """The data files that ship, by the id of their source."""
    return {path.stem: path for path in sorted(_FOLDER.glob("*.yaml"))}
