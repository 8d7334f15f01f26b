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

from graph.texts import Lang
from viz.arcs import ARC, COLOUR, RING
from viz.colours import OTHER
from viz.legend import legend
from viz.listing import Address, groups, guest_rows, proposal_rows
from viz.marks import framed
from viz.nodes import edges, explained, nodes, proposals
from viz.picture import Picture
from viz.sentences import made_of, proposals_of, shown_of, ties_of
from viz.svg import draw
from viz.texts import text

STATIC = Path(__file__).parent / "static"
VIS = "lib/vis-9.1.2/vis-network.min.js"
VIS_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
"""Of the file that was looked at; another one would have to be looked at anew."""

SCRIPTS = ("choose.js", "labels.js", "arcs.js", "marks.js", "details.js", "map.js")
"""The scripts of our own, in the order in which they need each other."""


@dataclass(frozen=True, slots=True)
class Form:
    """Where the choices go on a page that a server makes, with what it must be sent along unseen.

    `cards` is where proposals stand in full; without it none can be asked for.
    """

    action: str
    hidden: tuple[tuple[str, str], ...] = ()
    cards: str = ""


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
    scripts = [vis_network(), *map(_static, SCRIPTS)]
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
    address = more.get("address")
    return (
        _environment()
        .get_template(template)
        .render(
            t=lambda key, **values: text(key, lang, **values),
            lang=lang,
            scene=scene,
            wanted=scene.wanted,
            kinds_on=scene.wanted.kinds_of(scene.network.words),
            legend=legend(scene, lang, picture.guests),
            arc=ARC,
            ring=RING,
            arc_colour=COLOUR,
            potential=picture.potential,
            proposals=proposal_rows(picture),
            guests=guest_rows(picture, lang, address),
            proposals_shown=proposals_of(picture.potential, lang),
            figure=_figure,
            shown=shown_of(scene, lang),
            groups=groups(scene, lang, address),
            ties_of=lambda count: ties_of(count, lang),
            other=OTHER,
            data=_data(picture, lang),
            still=Markup(draw(scene, picture.places, lang, name="still", potential=picture.potential)),
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
    """What the script is given, the nodes and edges being those of a pyvis network."""
    vis = VisNetwork(directed=True)
    vis.nodes = nodes(picture)
    vis.edges = edges(picture.scene)
    return {
        "nodes": vis.nodes,
        "edges": vis.edges,
        "proposals": proposals(picture),
        **explained(picture.scene, lang),
    }
