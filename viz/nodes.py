"""What the script of the map is given: nodes, edges, and how to draw and say them."""

from __future__ import annotations

from typing import Any

from graph.dates import OPEN_END, OPEN_START
from graph.naming import SECTOR
from graph.network import ACTORS, JOB
from graph.texts import Lang
from viz.arcs import BOW, COLOUR, DASH, RING_AWAY, RING_DASH, WIDTH
from viz.colours import OTHER
from viz.labels import lines_of, sizes_of
from viz.legend import sector_colours
from viz.marks import looks
from viz.picture import Picture
from viz.scene import Scene
from viz.sentences import TIE, TIES
from viz.svg import radius_of
from viz.texts import TEXTS

_SPOKEN = (
    "shown", "not_found", "neighbour", "chosen", "cleared", "more_of", "not_a_date", "turned_round", "close",
    "not_now", "to_map", "proposal", "no_tie", "guest", "proposals_shown",
)  # fmt: skip
_ALWAYS = {"id", "kind", "x", "y"}


def explained(scene: Scene, lang: Lang) -> dict[str, Any]:
    """The kinds, sectors and texts that nodes and edges speak of by their number."""
    words = scene.network.words
    how = looks(words)
    kinds = [
        {
            "name": name,
            "label": kind.label.say(lang),
            "path": how[name].path,
            "outline": how[name].outline,
            "dash": how[name].dash,
            "filled": how[name].filled,
            "usual": scene.wanted.details or not kind.detail,
            "actor": name in ACTORS,
            "personal": kind.personal,
        }
        for name, kind in words.entities.items()
    ]
    sectors = [
        {"name": name, "label": words.choice(SECTOR, name, lang), "colour": colour}
        for name, colour in sector_colours(words).items()
    ]
    return {
        "kinds": kinds,
        "sectors": sectors,
        "other": OTHER,
        "texts": {key: TEXTS[key].say(lang) for key in _SPOKEN} | {"tie": TIE.say(lang), "ties": TIES.say(lang)},
        "lang": lang,
        "most": scene.wanted.most,
        "total": scene.total,
        "centre": scene.place.get(scene.centre),
    }


def nodes(picture: Picture) -> list[dict[str, Any]]:
    """A node for each mark and guest, with its place, its name in lines and what the choices need to know of it."""
    network = picture.scene.network
    kinds = {name: place for place, name in enumerate(network.words.entities)}
    sizes = sizes_of([mark.ties for mark in picture.marks])
    found = []
    for place, mark in enumerate(picture.marks):
        x, y = picture.places[mark.id]
        node = {
            "id": place,
            "name": mark.name,
            "lines": lines_of(mark.name),
            "letters": sizes[place],
            "x": x,
            "y": y,
            "size": radius_of(mark.ties),
            "kind": kinds[mark.kind],
            "sectors": int(network.sector_bits[mark.row]),
            "own": int(network.own_sector[mark.row]),
            "days": _days(int(network.first[mark.row]), int(network.last[mark.row])),
            "guest": int(place >= len(picture.scene.marks)),
        }
        # what is nothing is left out: the script knows
        found.append({key: value for key, value in node.items() if value not in (0, [0, 0]) or key in _ALWAYS})
    return found


def edges(scene: Scene) -> list[dict[str, Any]]:
    """A line with all its ties: how certain, outermost days, and for a job the mark of who has it."""
    network = scene.network
    found = []
    for place, line in enumerate(scene.lines):
        ties = []
        for tie in line.ties:
            days = _days(int(network.tie_first[tie]), int(network.tie_last[tie]))
            job = network.tie_kinds[network.tie_kind[tie]] == JOB
            who = [scene.place[network.ids[int(network.tail[tie])]]] if job else []
            ties.append([int(network.certainty[tie]), *days, *who])
        found.append({"id": place, "from": line.a, "to": line.b, "ties": ties})
    return found


def proposals(picture: Picture) -> dict[str, Any] | None:
    """The potential ties by the nodes at their ends, and how they are drawn; None where nobody asked for them."""
    if picture.potential is None:
        return None
    dashes = [[float(length) for length in dash.split()] for dash in (DASH, RING_DASH)]
    look = {"colour": COLOUR, "dash": dashes[0], "ring": dashes[1], "away": RING_AWAY, "width": WIDTH, "bow": BOW}
    return {"arcs": [[arc.a, arc.b] for arc in picture.potential.arcs], **look}


def _days(first: int, last: int) -> list[int]:
    """Outermost days, 0 for what is open."""
    return [0 if first == OPEN_START else first, 0 if last == OPEN_END else last]
