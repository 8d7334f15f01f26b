"""The map in a browser without a graphics card: how large, how soon, how smooth; beside a page of pyvis as it comes."""

from __future__ import annotations

import math
import statistics
import tempfile
import time
from pathlib import Path

from playwright import sync_api as playwright
from pyvis.network import Network as PyvisNetwork

from benchmarks.made_up import made_up
from benchmarks.measuring import Row, median, once, row, show
from graph.adapters import MemoryStore
from graph.desk import Desk
from graph.words import load_words
from ingest.binckhorst import shipped
from ingest.loader import load_files
from tests.api.browsing import ARGUMENTS, CHROMIUM
from viz import layout
from viz.page import map_file
from viz.picture import Picture, whole_picture
from viz.positions import Positions
from viz.scene import scene
from viz.wanted import Wanted

PANNED_FOR = 3.0
TIMES = 3
COUNT_FRAMES = "window.frames_ = 0; (function next() { window.frames_ += 1; requestAnimationFrame(next); })()"


def main() -> None:
    binckhorst = _desk()
    load_files(binckhorst.knowledge, list(shipped().values()))
    crowd = _desk()
    crowd.knowledge.load(made_up(1_250))
    ours = whole_picture(binckhorst.network(), Wanted(), Positions(None))
    many = whole_picture(crowd.network(), Wanted(most=500, everything=True), Positions(None))
    show("The layout and the file of the Binckhorst network", [*_layout(binckhorst), _size(ours)])
    with tempfile.TemporaryDirectory() as folder, playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = _page(chromium)
        rows = [_first_picture(page, Path(folder), ours), *_panning(page, Path(folder), many)]
        chromium.close()
    show("In the browser, without a network", rows)


def _desk() -> Desk:
    return Desk(MemoryStore(), load_words())


def _layout(desk: Desk) -> list[Row]:
    network = desk.network()
    town = scene(network)
    known = layout.places(town)
    cold = once(lambda: layout.places(town))
    return [
        row("places from those of last time", once(lambda: layout.places(town, known)), "from nothing", cold, "–"),
        row(
            "the page from known places",
            median(lambda: map_file(Picture(town, known), "nl")),
            "from nothing",
            cold,
            "–",
        ),
    ]


def _size(picture: Picture) -> Row:
    ours, theirs = len(map_file(picture, "nl").encode()), len(_bare(picture).encode())
    return Row(
        "size of the file", _kb(ours), f"pyvis as it comes {_kb(theirs)}", f"{ours / theirs:.2f}", "under 1,500 kB"
    )


def _kb(size: int) -> str:
    return f"{size / 1000:,.0f} kB"


def _bare(picture: Picture) -> str:
    """The same marks and lines at the same places on a page of pyvis, with physics off."""
    made = PyvisNetwork(height="900px", directed=True, cdn_resources="in_line")
    made.toggle_physics(False)
    scene_ = picture.scene
    for place, mark in enumerate(scene_.marks):
        x, y = picture.places[mark.id]
        if mark.drawn:
            made.add_node(place, label=mark.name, x=x, y=y, physics=False)
    made.edges = [{"from": line.a, "to": line.b} for line in scene_.drawn_lines]
    html: str = made.generate_html()
    return html


def _page(chromium: playwright.Browser) -> playwright.Page:
    page = chromium.new_page(viewport={"width": 1600, "height": 900})
    page.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
    return page


def _first_picture(page: playwright.Page, folder: Path, picture: Picture) -> Row:
    """From the click on the file to the first picture; for pyvis to the first drawing of its canvas."""
    (folder / "ours.html").write_text(map_file(picture, "nl"), encoding="utf-8")
    bare = _bare(picture).replace(
        "return network;", "network.once('afterDrawing', () => performance.mark('map-drawn')); return network;"
    )
    (folder / "bare.html").write_text(bare, encoding="utf-8")
    ours, theirs = (
        statistics.median(_drawn(page, (folder / name).as_uri()) for _ in range(TIMES))
        for name in ("ours.html", "bare.html")
    )
    return row("first picture of the Binckhorst network", ours, "pyvis as it comes", theirs, "under 1 s")


def _drawn(page: playwright.Page, address: str) -> float:
    page.goto(address)
    for _ in range(400):
        at = page.evaluate("(performance.getEntriesByName('map-drawn')[0] || {}).startTime")
        if at is not None:
            return float(at) / 1000
        page.wait_for_timeout(25)
    raise AssertionError(f"{address} never drew")


def _panning(page: playwright.Page, folder: Path, picture: Picture) -> list[Row]:
    """Frames in a second while a mouse drags the map round, turn by turn, so that both have the same weather."""
    (folder / "many.html").write_text(map_file(picture, "nl"), encoding="utf-8")
    (folder / "many-bare.html").write_text(_bare(picture), encoding="utf-8")
    found: dict[str, list[float]] = {"many.html": [], "many-bare.html": []}
    for _ in range(TIMES):
        for name, rates in found.items():
            page.goto((folder / name).as_uri())
            page.wait_for_timeout(2_000)
            rates.append(_frames(page, page.locator("canvas").first))
    ours, theirs = (statistics.median(rates) for rates in found.values())
    marks = len(picture.scene.drawn)
    return [
        Row(
            f"panning at {marks} marks",
            f"{ours:.0f} frames a second",
            f"pyvis, physics off {theirs:.0f}",
            f"{ours / theirs:.2f}",
            "59 of 60",
        )
    ]


def _frames(page: playwright.Page, canvas: playwright.Locator) -> float:
    box = canvas.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x + 3, y + 3)
    page.mouse.down()
    page.evaluate(COUNT_FRAMES)
    began, turn = time.perf_counter(), 0.0
    while time.perf_counter() - began < PANNED_FOR:
        turn += 0.1
        page.mouse.move(x + 200 * math.sin(turn), y + 120 * math.cos(turn))
    lasted, frames = time.perf_counter() - began, page.evaluate("window.frames_")
    page.mouse.up()
    return float(frames) / lasted


if __name__ == "__main__":
    main()
