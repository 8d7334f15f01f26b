"""The map as HTML: pyvis holds its data, vis-network draws it, and our own templates and scripts put it on the page.

Only what was measured as safe is used of pyvis 0.3.2: its lists of nodes and edges, and the
vis-network that it ships. Its own templates escape nothing and fetch from elsewhere.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network as VisNetwork

from graph.dates import OPEN_END, OPEN_START
from graph.network import ACTORS
from graph.texts import Lang
from viz.labels import lines_of, sizes_of
from viz.legend import legend, sector_colours
from viz.listing import Address, groups
from viz.marks import framed, looks
from viz.picture import Picture
from viz.scene import Scene
from viz.sentences import TIE, TIES, made_of, shown_of, ties_of
from viz.svg import draw, radius_of
from viz.texts import TEXTS, text

STATIC = Path(__file__).parent / "static"
VIS = "lib/vis-9.1.2/vis-network.min.js"
VIS_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
"""Of the file that was looked at; another one would have to be looked at anew."""

_SPOKEN = (
    "shown", "all_shown", "nothing", "not_found", "neighbour", "chosen", "cleared", "more_of", "not_a_date",
    "turned_round", "no_ties", "close", "not_now", "to_map",
)  # fmt: skip
_JOB = "works_for"
_ALWAYS = {"id", "kind", "x", "y"}


@dataclass(frozen=True, slots=True)
class Form:
    """Where the choices go on a page that a server makes, with what it must be sent along unseen."""

    action: str
    hidden: tuple[tuple[str, str], ...] = ()


@cache
def vis_network() -> str:
    """The script of vis-network, as pyvis ships it."""
    return files("pyvis").joinpath(VIS).read_text(encoding="utf-8")


def map_body(picture: Picture, lang: Lang, *, form: Form | None = None, address: Address | None = None) -> Markup:
    """The map with its choices and its list, for inside a page that has `map.css`, `map.js` and vis-network."""
    return Markup(_render("body.html", picture, lang, form=form, address=address, scripts=()))


def map_file(picture: Picture, lang: Lang) -> str:
    """The map as one file that opens without a network and fetches nothing."""
    styles = _static("alone.css") + _static("map.css")
    scripts = [vis_network(), _static("map.js")]
    policy = "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {_hash(styles)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    return _render(
        "file.html", picture, lang, form=None, address=None, policy=policy, styles=Markup(styles),
        scripts=[Markup(script) for script in scripts], made_of=made_of(picture.scene, lang),
    )  # fmt: skip


def _static(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":"), "sort_keys": True}
    return environment


def _render(template: str, picture: Picture, lang: Lang, **more: Any) -> str:
    scene = picture.scene
    entries = legend(scene, lang)
    return (
        _environment()
        .get_template(template)
        .render(
            t=lambda key, **values: text(key, lang, **values),
            lang=lang,
            scene=scene,
            wanted=scene.wanted,
            kinds_on=scene.wanted.kinds_of(scene.network.words),
            legend=entries,
            figure=_figure,
            shown=shown_of(scene, lang),
            groups=groups(scene, lang, more.get("address")),
            ties_of=lambda count: ties_of(count, lang),
            data=_data(picture, lang),
            still=Markup(draw(scene, picture.places, lang, name="still")),
            **more,
        )
    )


def _figure(path: str, stroke: str = "currentColor", fill: str = "none", dash: str = "", width: int = 24) -> Markup:
    """A mark or a line of the legend."""
    made = Markup('<path d="{}" stroke="{}" fill="{}" stroke-width="2"{}/>').format(
        path, stroke, fill, Markup(' stroke-dasharray="{}"').format(dash) if dash else ""
    )
    return Markup(framed(str(made), 18, width))


def _data(picture: Picture, lang: Lang) -> dict[str, Any]:
    """What the script is given: the nodes and edges of a pyvis network, and what it must know to draw and say them."""
    scene = picture.scene
    words = scene.network.words
    vis = VisNetwork(directed=True)
    vis.nodes = _nodes(picture)
    vis.edges = _edges(scene)
    kinds = list(words.entities)
    how = looks(words)
    return {
        "nodes": vis.nodes,
        "edges": vis.edges,
        "kinds": [
            {
                "name": name,
                "label": words.entities[name].label.say(lang),
                "path": how[name].path,
                "outline": how[name].outline,
                "dash": how[name].dash,
                "filled": how[name].filled,
                "usual": scene.wanted.details or not words.entities[name].detail,
                "actor": name in ACTORS,
                "personal": words.entities[name].personal,
            }
            for name in kinds
        ],
        "sectors": [
            {"name": name, "label": words.choice("sector", name, lang), "colour": colour}
            for name, colour in sector_colours(words).items()
        ],
        "texts": {key: TEXTS[key].say(lang) for key in _SPOKEN} | {"tie": TIE.say(lang), "ties": TIES.say(lang)},
        "lang": lang,
        "most": scene.wanted.most,
        "total": scene.total,
        "centre": scene.place.get(scene.centre),
    }


def _nodes(picture: Picture) -> list[dict[str, Any]]:
    scene, network = picture.scene, picture.scene.network
    kinds = {name: place for place, name in enumerate(network.words.entities)}
    sizes = sizes_of([mark.ties for mark in scene.marks])
    nodes = []
    for place, mark in enumerate(scene.marks):
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
        }
        # what is nothing is left out: the script knows
        nodes.append({key: value for key, value in node.items() if value not in (0, [0, 0]) or key in _ALWAYS})
    return nodes


def _edges(scene: Scene) -> list[dict[str, Any]]:
    """A line with all its ties: how certain, outermost days, and for a job the mark of who has it."""
    network = scene.network
    edges = []
    for place, line in enumerate(scene.lines):
        ties = []
        for tie in line.ties:
            days = _days(int(network.tie_first[tie]), int(network.tie_last[tie]))
            job = network.tie_kinds[network.tie_kind[tie]] == _JOB
            who = [scene.place[network.ids[int(network.tail[tie])]]] if job else []
            ties.append([int(network.certainty[tie]), *days, *who])
        edges.append({"id": place, "from": line.a, "to": line.b, "ties": ties})
    return edges


def _days(first: int, last: int) -> list[int]:
    """Outermost days, 0 for what is open."""
    return [0 if first == OPEN_START else first, 0 if last == OPEN_END else last]
