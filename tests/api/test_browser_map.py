"""The map in a real browser: as a file on the disk without a network, and on the pages that `binck serve` makes."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright import sync_api as playwright

from graph.adapters import open_store
from graph.desk import Desk
from graph.knowledge import Knowledge
from graph.words import Words
from tests.api.browsing import CONTRAST, Visit, served
from tests.api.conftest import HOSTILE_NAMES, desk_of, hostile_source
from tests.graph.introductions.test_proposals import market
from tests.viz.test_potential import around
from tests.viz.test_potential import town as proposing
from tests.viz.towns import street
from tests.worlds import WORDS
from viz.page import map_file
from viz.picture import whole_picture
from viz.positions import Positions
from viz.scene import scene
from viz.wanted import USUAL, Wanted

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
CONNECTS = "/ask/connects?from=education&to=entrepreneurs"
CHOICES = (
    Wanted(),
    Wanted(kinds=("person",)),
    Wanted(kinds=("organisation", "person"), sectors=("education",)),
    Wanted(sectors=("entrepreneurs", "government")),
    Wanted(since="2020", until="2021-06"),
    Wanted(until="2017-03-03", sectors=("education",)),
    Wanted(kinds=("budget_line", "seat", "project", "organisation", "phase", "theme", "activity", "person")),
    Wanted(everything=True),
)

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the Binckhorst network, with its first layout made: that may take longer than a visit waits."""
    with served(tmp_path_factory.mktemp("store") / "map.db", "--load-if-empty") as address:
        with urlopen(f"{address}/map", timeout=200) as first:
            assert first.status == 200
        yield address


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the made-up street, which is small: axe takes minutes for a long list."""
    store = tmp_path_factory.mktemp("store") / "street.db"
    Knowledge(open_store(f"sqlite:///{store}"), WORDS).load(street().bundle())
    with served(store) as address:
        yield address


@pytest.fixture(scope="module")
def stalls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the market, where many may meet."""
    store = tmp_path_factory.mktemp("store") / "market.db"
    Knowledge(open_store(f"sqlite:///{store}"), WORDS).load(market().bundle())
    with served(store) as address:
        yield address


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, binckhorst_desk: Desk, words: Words) -> dict[str, str]:
    """The address of a file of each network: the Binckhorst, the made-up street, and the one with hostile names."""
    folder = tmp_path_factory.mktemp("maps")
    desks = {
        "binckhorst": binckhorst_desk,
        "street": desk_of(words, street()),
        "hostile": desk_of(words, hostile_source()),
    }
    made = {
        "proposals": proposing(("Ann", "Cas"), ("Dot", "Bob"), ("Dot", "Flour")),
        "guest": around("Bob", ("Bob", "Cas")),
        **{name: whole_picture(desk.network(), USUAL, Positions(None)) for name, desk in desks.items()},
    }
    found = {}
    for name, picture in made.items():
        path: Path = folder / f"{name}.html"
        path.write_text(map_file(picture, "nl"), encoding="utf-8")
        found[name] = path.as_uri()
    return found


@pytest.fixture
def visit(browser: playwright.Browser) -> Iterator[Visit]:
    """Somebody at a desk with a file."""
    made = Visit(browser, "file:///", 1400, "light", height=900)
    yield made
    made.close()
    assert made.wrong == []


@pytest.fixture
def online(browser: playwright.Browser, server: str) -> Iterator[Visit]:
    made = Visit(browser, server, 1400, "light", height=900)
    yield made
    made.close()
    assert made.wrong == []


def until(page: playwright.Page, expression: str) -> None:
    """Wait for something to be so; `wait_for_function` would evaluate text in the page, which its policy forbids."""
    for _ in range(400):
        if page.evaluate(f"Boolean({expression})"):
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"never came true: {expression}")


def open_map(visit: Visit, address: str) -> playwright.Page:
    """The page once it has drawn."""
    visit.page.goto(address)
    until(visit.page, "window.binckMap && binckMap.labels().length > 0")
    return visit.page


def labels(page: playwright.Page) -> list[dict[str, Any]]:
    page.evaluate("new Promise(requestAnimationFrame)")
    found: list[dict[str, Any]] = page.evaluate("binckMap.labels()")
    return found


def overlapping(page: playwright.Page) -> list[tuple[int, int]]:
    return [
        (one["id"], two["id"])
        for one, two in itertools.combinations(labels(page), 2)
        if one["box"][0] < two["box"][2]
        and two["box"][0] < one["box"][2]
        and one["box"][1] < two["box"][3]
        and two["box"][1] < one["box"][3]
    ]


def place_of(page: playwright.Page, name: str) -> int:
    found: int = page.evaluate(
        "name => JSON.parse(document.getElementById('map-data').textContent).nodes.find(n => n.name === name).id", name
    )
    return found


def point_at(page: playwright.Page, place: int) -> tuple[float, float]:
    """Where on the page a mark is drawn."""
    spot, stage = page.evaluate("id => binckMap.spot(id)", place), page.locator(".map-stage").bounding_box()
    assert stage is not None
    return stage["x"] + 1 + spot["x"], stage["y"] + 1 + spot["y"]


def seen(page: playwright.Page) -> list[int]:
    return sorted(page.evaluate("binckMap.seen()"))


def test_a_file_opens_without_a_request_and_without_a_word_of_complaint(visit: Visit, files: dict[str, str]) -> None:
    page = open_map(visit, files["binckhorst"])
    assert visit.requests == [files["binckhorst"]]
    assert len(labels(page)) > 40
    assert page.locator("#map-count").inner_text().startswith("300 van ")


def test_names_never_overlap_whatever_is_looked_at(visit: Visit, files: dict[str, str]) -> None:
    page = open_map(visit, files["binckhorst"])
    assert overlapping(page) == []
    few = len(labels(page))
    for _ in range(4):
        page.get_by_role("button", name="Groter").click()
        assert overlapping(page) == []
    assert len(labels(page)) > few
    page.get_by_role("button", name="Alles in beeld").click()
    page.locator("#map-name").fill("I'M BINCK")
    page.locator("#map-name").press("Enter")
    assert overlapping(page) == []
    assert place_of(page, "I'M BINCK") in [label["id"] for label in labels(page)]


def test_hostile_names_stay_names_whatever_is_done_with_them(visit: Visit, files: dict[str, str]) -> None:
    page = open_map(visit, files["hostile"])
    text = page.locator(".map-list").inner_text()
    options = page.eval_on_selector_all("#map-names option", "all => all.map(one => one.value)")
    for name in HOSTILE_NAMES.values():
        assert " ".join(name.split()) in " ".join(text.split())
        assert name in options
    places = seen(page)
    assert len(places) == 3 * len(HOSTILE_NAMES)
    for place in places:
        page.get_by_role("button", name="Alles in beeld").click()
        page.mouse.move(*point_at(page, place))
        page.wait_for_timeout(20)
        page.mouse.click(*point_at(page, place))
        assert page.locator(".map-details h2").is_visible()
        for summary in page.locator(".map-details summary").all():
            summary.click()
        page.locator(".map-details .close").click()
    page.locator("#map-name").fill(HOSTILE_NAMES["script"])
    page.locator("#map-name").press("Enter")
    assert page.locator(".map-details h2").inner_text() == HOSTILE_NAMES["script"]
    page.wait_for_timeout(200)
    assert visit.wrong == []
    assert visit.requests == [files["hostile"]]


def test_a_name_is_found_and_what_is_known_of_it_stands_beside_the_map(visit: Visit, files: dict[str, str]) -> None:
    page = open_map(visit, files["street"])
    page.locator("#map-name").fill("cas")
    page.get_by_role("button", name="Toon").click()
    details = page.locator(".map-details")
    assert details.locator("h2").inner_text() == "Cas"
    assert details.locator(".kind").inner_text() == "persoon · onderwijs"
    assert details.locator("li > span").all_inner_texts() == ["Cas deed mee aan Fair", "Cas werkt voor School"]
    details.locator("summary").nth(1).click()
    assert details.locator("details li").nth(1).inner_text() == "The street paper, afgeleid, reden: so it seems"
    stage, side = page.locator(".map-stage").bounding_box(), details.bounding_box()
    assert stage is not None
    assert side is not None
    assert stage["x"] + stage["width"] <= side["x"]
    details.get_by_role("link", name="School").click()
    assert details.locator("h2").inner_text() == "School"
    details.locator("summary").first.click()
    assert details.locator("details li").inner_text() == "The street paper, afgeleid, reden: so it seems"
    page.locator("#map-name").fill("nobody")
    page.get_by_role("button", name="Toon").click()
    assert page.locator(".map-said").inner_text() == "Niets op deze kaart heet “nobody”."


def test_a_click_chooses_and_fades_marks_and_lines_and_a_click_beside_lets_go(
    visit: Visit, files: dict[str, str]
) -> None:
    page = open_map(visit, files["street"])
    page.mouse.click(*point_at(page, place_of(page, "Bakery")))
    assert page.locator(".map-details h2").inner_text() == "Bakery"
    lines = page.evaluate("binckMap.network.body.data.edges.get().filter(one => !one.hidden)")
    near = place_of(page, "Bakery")
    assert {line["color"]["opacity"] for line in lines if near in (line["from"], line["to"])} == {1}
    assert {line["color"]["opacity"] for line in lines if near not in (line["from"], line["to"])} == {0.1}
    assert {label["id"] for label in labels(page)} == {place_of(page, name) for name in ("Ann", "Bob", "Bakery")}
    x, y = point_at(page, near)
    page.mouse.click(x - 60, y - 40)
    assert page.locator(".map-details").is_hidden()
    assert len(labels(page)) == 8


def test_stated_inferred_and_heard_ties_are_drawn_differently(visit: Visit, files: dict[str, str]) -> None:
    page = open_map(visit, files["street"])
    lines = page.evaluate("binckMap.network.body.data.edges.get().filter(one => !one.hidden).map(one => one.dashes)")
    assert sorted(map(str, lines)) == ["False"] * 5 + ["[1.5, 4]", "[6, 4]"]


def test_the_keyboard_alone_goes_from_neighbour_to_neighbour(visit: Visit, files: dict[str, str]) -> None:
    page = open_map(visit, files["street"])
    said, details = page.locator(".map-said"), page.locator(".map-details")
    page.locator(".map-stage").focus()
    page.keyboard.press("ArrowRight")
    assert said.inner_text().startswith("1 van 8: ")
    page.keyboard.press("ArrowRight")
    assert said.inner_text().startswith("2 van 8: ")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert said.inner_text().startswith("8 van 8: Dot, persoon")
    page.keyboard.press("Escape")
    page.locator("#map-name").fill("Ann")
    page.locator(".map-stage").focus()
    heard = []
    for _ in range(3):
        page.keyboard.press("ArrowDown")
        heard.append(said.inner_text())
    assert sorted(one.split(": ", 1)[1] for one in heard) == [
        "Bakery, organisatie, ondernemers. Ann werkt als eigenaar voor Bakery (2018 tot en met 2019)",
        "Bob, persoon, ondernemers. Ann en Bob kennen elkaar",
        "Fair, activiteit. Ann deed mee aan Fair als spreker",
    ]
    page.keyboard.press("Enter")
    assert details.locator("h2").inner_text() == heard[-1].split(": ", 1)[1].partition(",")[0]
    assert page.evaluate("document.activeElement.className") == "map-stage"
    page.keyboard.press("Escape")
    assert details.is_hidden()
    before = page.evaluate("binckMap.network.getScale()")
    page.keyboard.press("+")
    assert page.evaluate("binckMap.network.getScale()") > before
    page.keyboard.press("0")
    assert page.evaluate("binckMap.network.getScale()") == pytest.approx(before)
    page.keyboard.press("Shift+ArrowRight")
    assert page.evaluate("binckMap.network.getViewPosition().x") > 0


def test_the_keyboard_is_not_caught_in_the_map(visit: Visit, files: dict[str, str]) -> None:
    page = open_map(visit, files["street"])
    passed = []
    for _ in range(60):
        page.keyboard.press("Tab")
        passed.append(page.evaluate("document.activeElement.className || document.activeElement.tagName"))
    assert passed.count("map-stage") == 1
    assert {"BUTTON", "INPUT", "SUMMARY", "A"} <= set(passed)
    page.locator("#map-name").focus()
    page.keyboard.press("End")
    top = page.evaluate("scrollY")
    page.locator("body").press("PageDown")
    until(page, f"scrollY > {top}")


def test_every_drag_has_a_button(visit: Visit, files: dict[str, str]) -> None:
    page = open_map(visit, files["street"])
    for button, axis, sign in (("links", "x", -1), ("rechts", "x", 1)):
        before = page.evaluate("binckMap.network.getViewPosition()")
        page.get_by_role("button", name=f"Naar {button}").click()
        assert (page.evaluate("binckMap.network.getViewPosition()")[axis] - before[axis]) * sign > 0
    for button, sign in (("Omhoog", -1), ("Omlaag", 1)):
        before = page.evaluate("binckMap.network.getViewPosition()")
        page.get_by_role("button", name=button).click()
        assert (page.evaluate("binckMap.network.getViewPosition()")["y"] - before["y"]) * sign > 0


@pytest.mark.parametrize("wanted", CHOICES, ids=str)
def test_the_script_chooses_what_the_server_chooses(
    visit: Visit, files: dict[str, str], binckhorst_desk: Desk, wanted: Wanted
) -> None:
    page = open_map(visit, files["binckhorst"])
    network = binckhorst_desk.network()
    town = scene(network, wanted)
    form = page.locator(".map-choices")
    kinds = wanted.kinds_of(network.words)
    for name, chosen in (("kind", kinds), ("sector", wanted.sectors), ("all", ("1",) * wanted.everything)):
        for box in form.locator(f"[name={name}]").all():
            box.set_checked((box.get_attribute("value") or "") in chosen)
    for name, date in (("since", wanted.since), ("until", wanted.until)):
        form.locator(f"[name={name}]").fill(date)
        form.locator(f"[name={name}]").press("Tab")
    assert seen(page) == [place for place, mark in enumerate(town.marks) if mark.drawn]
    assert sorted(page.evaluate("binckMap.lines()")) == [place for place, line in enumerate(town.lines) if line.seen]
    shown = [int(id_[1:]) for id_ in page.eval_on_selector_all(
        ".map-list tr[id]:not([hidden])", "rows => rows.map(row => row.id)"
    )]  # fmt: skip
    assert set(seen(page)) <= set(shown)


def drawing(page: playwright.Page) -> list[Any]:
    """What is counted, seen and drawn as ties, and where each mark stands on the map itself."""
    return [
        page.locator("#map-count").inner_text(),
        seen(page),
        page.evaluate("binckMap.lines()"),
        page.evaluate("binckMap.network.body.data.nodes.get().map(one => [one.x, one.y])"),
    ]


def test_proposals_come_and_go_with_their_box_and_nothing_else_changes(visit: Visit, files: dict[str, str]) -> None:
    page = open_map(visit, files["proposals"])
    arcs = page.evaluate("binckMap.proposals()")
    assert arcs == [[place_of(page, name) for name in pair] for pair in (("Ann", "Cas"), ("Dot", "Bob"))]
    said, box = page.locator("#map-proposed"), page.get_by_label("Toon voorstellen")
    assert said.inner_text() == "Voorstellen getekend, niet meegeteld: 2."
    assert page.locator(".map-potential > ol > li:visible").count() == 2
    with_some = drawing(page)
    box.uncheck()
    assert page.evaluate("binckMap.proposals()") == []
    assert page.locator(".map-proposals:visible").count() == 0
    assert drawing(page) == with_some
    box.check()
    assert page.evaluate("binckMap.proposals()") == arcs
    page.locator("[name=kind][value=budget_line]").check()
    assert said.inner_text() == "Voorstellen getekend, niet meegeteld: 3."


def test_who_is_proposed_stands_below_the_ties_of_a_mark_and_apart_from_them(
    visit: Visit, files: dict[str, str]
) -> None:
    page = open_map(visit, files["proposals"])
    page.locator("#map-name").fill("Dot")
    details = page.locator(".map-details")
    assert page.locator(".map-said").inner_text() == "Gekozen: Dot, persoon. geen banden."
    assert details.locator("h3").inner_text() == "voorstel: geen band, niet meegeteld"
    (listed,) = details.locator(".proposals > li").all_inner_texts()
    assert " ".join(listed.split()) == "Dot – Bob Dot suits Bob"
    details.locator(".proposals").get_by_role("link", name="Bob").click()
    assert details.locator("h2").inner_text() == "Bob"
    page.locator("#map-name").fill("Fair")
    assert details.locator("h3").count() == 0


def test_the_keyboard_goes_along_a_proposal_and_hears_that_it_is_one(visit: Visit, files: dict[str, str]) -> None:
    page = open_map(visit, files["proposals"])
    page.locator("#map-name").fill("Dot")
    page.locator(".map-stage").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator(".map-said").inner_text() == "1 van 1: Bob, persoon, ondernemers. voorstel: Dot suits Bob"


def test_a_guest_stands_on_the_map_and_is_counted_nowhere(visit: Visit, files: dict[str, str]) -> None:
    page = open_map(visit, files["guest"])
    guest = place_of(page, "Cas")
    assert guest not in seen(page)
    assert guest in {label["id"] for label in labels(page)}
    assert page.locator("#map-count").inner_text() == "3 dingen, met 3 banden."
    page.mouse.click(*point_at(page, guest))
    assert page.locator(".map-details h2").inner_text() == "Cas"
    assert page.locator(".map-details").get_by_text("banden staan niet op deze kaart").is_visible()
    assert page.locator(".map-said").inner_text() == (
        "Gekozen: Cas, persoon, onderwijs. voorgesteld, valt buiten deze kaart."
    )
    page.locator(".map-details .close").click()
    page.get_by_label("Toon voorstellen").uncheck()
    assert guest not in {label["id"] for label in labels(page)}
    page.get_by_label("Toon voorstellen").check()
    assert guest in {label["id"] for label in labels(page)}
    page.locator("[name=sector][value=entrepreneurs]").check()
    assert guest not in {label["id"] for label in labels(page)}


def test_on_a_page_proposals_are_fetched_by_their_box_and_the_keyboard_stays_there(
    browser: playwright.Browser, stalls: str
) -> None:
    visit = Visit(browser, stalls, 1400, "light", height=900)
    page = open_map(visit, "/map")
    before = drawing(page)
    page.get_by_label("Toon voorstellen").focus()
    with page.expect_event("load"):
        page.keyboard.press("Space")
    until(page, "window.binckMap && binckMap.proposals().length > 0")
    assert page.url.endswith("&potential=1")
    assert page.evaluate("document.activeElement.name") == "potential"
    assert drawing(page) == before
    visit.close()
    assert visit.wrong == []


def test_proposals_can_be_asked_for_without_scripts(browser: playwright.Browser, stalls: str) -> None:
    visit = Visit(browser, stalls, 1200, "light", script=False)
    visit.page.goto("/map?around=Ann")
    visit.page.get_by_label("Toon voorstellen").check()
    visit.page.get_by_role("button", name="Pas toe").click()
    assert visit.page.locator(".map-still path.potential").count() == 4
    assert visit.page.locator(".map-potential > ol > li:visible").count() == 4
    visit.close()
    assert visit.wrong == []


def test_a_date_that_is_none_is_said_to_be_none_and_changes_nothing(visit: Visit, files: dict[str, str]) -> None:
    page = open_map(visit, files["street"])
    since = page.locator("[name=since]")
    for text in ("May", "2021-13", "2021-02-30", "21", "2021-00"):
        since.fill(text)
        since.press("Tab")
        assert since.evaluate("field => field.validationMessage") == "Schrijf 2021, 2021-09 of 2021-09-03."
        assert len(seen(page)) == 8


def test_who_is_not_drawn_is_found_and_shown_with_her_neighbours(visit: Visit, files: dict[str, str]) -> None:
    page = open_map(visit, files["street"])
    page.locator("#map-name").fill("Flour")
    assert page.locator(".map-details h2").inner_text() == "Flour"
    assert {label["id"] for label in labels(page)} == {place_of(page, name) for name in ("Flour", "Plan")}
    page.locator(".map-details .close").click()
    assert place_of(page, "Flour") not in {label["id"] for label in labels(page)}


def test_the_list_leads_to_the_map(visit: Visit, files: dict[str, str]) -> None:
    page = open_map(visit, files["street"])
    row = page.locator(f"#n{place_of(page, 'Bob')}")
    row.get_by_role("link", name="op de kaart").click()
    assert page.locator(".map-details h2").inner_text() == "Bob"
    page.locator(f"#n{place_of(page, 'Bakery')} .proof").first.click()
    assert page.url.endswith(page.locator(f"#n{place_of(page, 'Bakery')} .proof").first.get_attribute("href") or "?")


def test_on_a_phone_it_opens_as_large_as_can_be_read_and_a_button_shows_all(
    browser: playwright.Browser, files: dict[str, str]
) -> None:
    visit = Visit(browser, "file:///", 360, "light")
    page = open_map(visit, files["binckhorst"])
    assert page.evaluate("binckMap.network.getScale()") == pytest.approx(0.4)
    assert overlapping(page) == []
    page.get_by_role("button", name="Alles in beeld").click()
    spots = page.evaluate("binckMap.seen().map(id => binckMap.spot(id))")
    stage = page.locator(".map-stage").bounding_box()
    assert stage is not None
    assert all(0 < spot["x"] < stage["width"] and 0 < spot["y"] < stage["height"] for spot in spots)
    visit.close()
    assert visit.wrong == []


def test_without_scripts_there_are_the_list_and_the_still_picture(
    browser: playwright.Browser, files: dict[str, str]
) -> None:
    visit = Visit(browser, "file:///", 1200, "light", script=False)
    visit.page.goto(files["binckhorst"])
    assert visit.page.locator(".picture").is_visible()
    assert visit.page.locator(".map-stage").is_hidden()
    assert visit.page.locator(".map-find").is_hidden()
    assert visit.page.locator(".map-choices input:visible").count() == 0
    assert (
        visit.page.locator(".map-list tr[id]").count() == visit.page.locator(".map-list tr[id]:visible").count() > 400
    )
    visit.page.locator(".map-list li a[href^='#n']").first.click()
    assert "#n" in visit.page.url
    visit.page.locator(".map-list summary").first.click()
    assert visit.page.locator(".map-list details li").first.is_visible()
    visit.close()
    assert visit.wrong == []


def test_on_paper_are_the_still_picture_and_the_list(visit: Visit, files: dict[str, str]) -> None:
    page = open_map(visit, files["street"])
    page.emulate_media(media="print")
    assert page.locator(".picture").is_visible()
    for gone in (".map-stage", ".map-find", ".map-side", ".map-buttons"):
        assert page.locator(gone).is_hidden()
    page.emulate_media(media="screen")
    page.locator("#map-name").fill("Ann")
    page.emulate_media(media="print")
    assert page.locator(".map-stage").is_visible()
    assert page.locator(".picture").is_hidden()


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (1400, "dark"), (320, "light"), (320, "dark")])
@pytest.mark.parametrize("chosen", [False, True], ids=["nothing chosen", "one chosen"])
def test_everybody_can_use_the_file(
    browser: playwright.Browser, files: dict[str, str], width: int, scheme: str, chosen: bool
) -> None:
    visit = Visit(browser, "file:///", width, scheme)
    page = open_map(visit, files["street"])
    if chosen:
        page.locator("#map-name").fill("Ann")
    check(page)
    visit.close()
    assert visit.wrong == []


def check(page: playwright.Page) -> None:
    """Nothing sticks out, every text can be read, and axe finds nothing."""
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.evaluate(CONTRAST) == []
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
    assert found.violations_count == 0, found.generate_report()


def test_the_page_of_the_map_works_as_the_file_does(online: Visit, server: str) -> None:
    page = open_map(online, "/map")
    assert overlapping(page) == []
    assert all(request.startswith(server) for request in online.requests)
    page.locator("#map-name").fill("Ger Kwakkel")
    page.locator(".map-details").get_by_role("link", name="Alles over Ger Kwakkel").click()
    page.wait_for_url("**/entity/**")
    page.get_by_role("link", name="Open deze kaart").click()
    until(page, "window.binckMap")
    assert page.locator("h1").inner_text() == "De kaart rond Ger Kwakkel"
    assert page.locator(".map-details h2").inner_text() == "Ger Kwakkel"


def test_a_choice_stands_in_the_address_and_opens_again(online: Visit) -> None:
    page = open_map(online, "/map")
    page.locator("[name=sector][value=education]").check()
    chosen = seen(page)
    assert "sector=education" in page.url
    page.reload()
    until(page, "window.binckMap")
    assert page.locator("[name=sector][value=education]").is_checked()
    assert seen(page) == chosen


def test_choosing_works_without_scripts(browser: playwright.Browser, server: str) -> None:
    visit = Visit(browser, server, 1200, "light", script=False)
    visit.page.goto("/map")
    before = visit.page.locator(".map-list tr[id]:visible").count()
    visit.page.locator("[name=sector][value=education]").check()
    visit.page.get_by_role("button", name="Pas toe").click()
    assert "sector=education" in visit.page.url
    assert 0 < visit.page.locator(".map-list tr[id]:visible").count() < before
    assert visit.page.locator(".picture").is_visible()
    visit.page.locator(".map-list tr[id]:visible th a").first.click()
    assert "/entity/" in visit.page.url
    visit.close()
    assert visit.wrong == []


@pytest.mark.parametrize("chosen", ["", "Bob"], ids=["the centre chosen", "a guest chosen"])
@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (320, "dark")])
def test_everybody_can_use_a_map_with_proposals(
    browser: playwright.Browser, stalls: str, width: int, scheme: str, chosen: str
) -> None:
    visit = Visit(browser, stalls, width, scheme)
    page = open_map(visit, "/map?around=Ann&potential=1")
    if chosen:
        page.locator("#map-name").fill(chosen)
    check(page)
    visit.close()
    assert visit.wrong == []


@pytest.mark.parametrize("path", ["/map", "/map?around=Ann", "/entity/news:ann", CONNECTS])
@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (320, "dark")])
def test_everybody_can_use_the_pages(
    browser: playwright.Browser, town: str, path: str, width: int, scheme: str
) -> None:
    visit = Visit(browser, town, width, scheme)
    visit.page.goto(path)
    if "/map" in path:
        until(visit.page, "window.binckMap && binckMap.labels().length > 0")
    check(visit.page)
    visit.close()
    assert visit.wrong == []
