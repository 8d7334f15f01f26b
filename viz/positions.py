"""Where everything stood last time: kept in a file beside the store, so that a map stays the map that people know."""

from __future__ import annotations

import hashlib
import math
from pathlib import Path
from typing import cast

from graph.errors import Refused
from graph.jsontext import Json, dumps, loads
from graph.local import write_whole
from graph.network import Network
from viz import layout
from viz.scene import Scene, scene

_FORMAT = "binck-map/1"
_FURTHEST = 1e6
Spots = dict[str, tuple[float, float]]


class Positions:
    """The places of the whole network, known from the file `kept`, or in memory alone when that is None.

    A file that cannot be read or written is no hindrance: then the map is laid out anew.
    """

    def __init__(self, kept: Path | None) -> None:
        self._file = kept
        self._drawing = ""
        self._spots: Spots = {}
        if kept is not None:
            self._drawing, self._spots = _read(kept)

    def whole(self, network: Network) -> Spots:
        """Places for the map of the whole network: the same as before when it is the same map."""
        usual = scene(network)
        drawing = _drawing_of(usual)
        if drawing != self._drawing or not self._spots.keys() >= {mark.id for mark in usual.marks}:
            known = _as_called_now(self._spots, network)
            self._spots, self._drawing = layout.places(usual, known), drawing
            self._write()
        return self._spots

    def _write(self) -> None:
        if self._file is None:
            return
        kept = {"format": _FORMAT, "drawing": self._drawing, "places": self._spots}
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, dumps(kept))
        except (OSError, Refused):
            return


def _drawing_of(usual: Scene) -> str:
    """A fingerprint of all that the layout depends on."""
    marks = [(mark.id, mark.drawn) for mark in usual.marks]
    lines = [(line.a, line.b, bool(line.seen)) for line in usual.lines]
    return hashlib.sha256(dumps([marks, lines])).hexdigest()


def _as_called_now(spots: Spots, network: Network) -> Spots:
    """Places by the ids that the entities have now: what was merged goes by another address."""
    found: Spots = {}
    for id_, spot in spots.items():
        row = network.row_of(id_)
        if row is not None:
            found.setdefault(network.ids[row], spot)
    return found


def _read(file: Path) -> tuple[str, Spots]:
    try:
        kept = cast(dict[str, Json], loads(file.read_bytes()))
        if kept["format"] != _FORMAT:
            return "", {}
        places = cast(dict[str, list[float]], kept["places"])
        spots = {id_: (float(x), float(y)) for id_, (x, y) in places.items()}
        if not all(math.isfinite(n) and abs(n) < _FURTHEST for spot in spots.values() for n in spot):
            return "", {}
        return str(kept["drawing"]), spots
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return "", {}
