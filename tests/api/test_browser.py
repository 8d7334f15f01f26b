"""The pages in a real browser, served by `binck serve` as a new user would start it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright import sync_api as playwright

from tests.api.browsing import CONTRAST, Visit, served

PAGES = (
    "/",
    "/ask/connects?from=education&to=entrepreneurs",
    "/ask/present?activity=Excursie%3A+MerweVierhavens",
    "/ask/values",
    "/introductions",
    "/ask?words=wie+verbindt+onderwijs",
    "/ask?words=onderwijs+en+ondernemers",
    "/ask/ledger?project=Kenniswerkplaats+KIP",
    "/search?q=ruisink",
    "/search?kind=organisation",
    "/entity/kip-eindrapportage:kip",
    "/entity/kip-eindrapportage:bl-totaal-project",
    "/sources",
    "/source/kip-eindrapportage",
    "/duplicates",
    "/words",
)
MISSES = ("/nothing", "/ask/present?activity=excursie", "/ask/present?activity=nobody-at-all")

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the Binckhorst network, served with a store of its own."""
    with served(tmp_path_factory.mktemp("store") / "browser.db", "--load-if-empty") as address:
        yield address


@pytest.fixture
def wide(browser: playwright.Browser, server: str) -> Iterator[Visit]:
    visit = Visit(browser, server, 1200, "light")
    yield visit
    visit.close()


@pytest.fixture
def phone(browser: playwright.Browser, server: str) -> Iterator[Visit]:
    visit = Visit(browser, server, 360, "dark")
    yield visit
    visit.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_without_a_word_of_complaint(wide: Visit, path: str) -> None:
    response = wide.page.goto(path)
    assert response is not None
    assert response.status == 200
    assert wide.page.locator("h1").is_visible()
    assert wide.wrong == []


@pytest.mark.parametrize("path", [*PAGES, *MISSES])
def test_nothing_sticks_out_on_a_phone(phone: Visit, path: str) -> None:
    phone.page.goto(path)
    for details in phone.page.locator("details").all()[:5]:
        details.locator("summary").click()
    assert phone.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*PAGES, *MISSES])
def test_every_text_can_be_read_against_its_background(
    browser: playwright.Browser, server: str, path: str, scheme: str
) -> None:
    visit = Visit(browser, server, 1200, scheme)
    visit.page.goto(path)
    poor = visit.page.evaluate(CONTRAST)
    visit.close()
    assert poor == []


def test_the_keyboard_alone_asks_who_connects(wide: Visit) -> None:
    page = wide.page
    page.goto("/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("link => link === document.activeElement")
    assert skip.bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "words":
            break
    page.keyboard.type("wie verbind onderwijs met ondernemrs?")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ask/connects?**")
    assert page.locator("h1").inner_text() == "Wie verbindt onderwijs met ondernemers?"
    assert page.locator(".sentence").is_visible()
    bodies = page.locator("tbody").all()
    assert len(bodies) > 1
    for body in bodies:
        body.locator("summary").press("Enter")
        assert body.locator(".proofs li").first.is_visible()
    assert wide.wrong == []


def test_the_focus_is_seen_wherever_it_is(wide: Visit) -> None:
    wide.page.goto("/")
    for _ in range(25):
        wide.page.keyboard.press("Tab")
        assert wide.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_the_switch_of_language_stays_on_the_page(wide: Visit) -> None:
    wide.page.goto("/ask/connects?from=education&to=entrepreneurs")
    wide.page.get_by_role("link", name="English").click()
    assert wide.page.locator("html").get_attribute("lang") == "en"
    assert wide.page.locator("h1").inner_text() == "Who connects education to entrepreneurs?"
    wide.page.locator("tbody a").first.click()
    assert wide.page.locator("html").get_attribute("lang") == "en"
    wide.page.get_by_role("link", name="Nederlands").click()
    assert wide.page.locator("html").get_attribute("lang") == "nl"


def test_everything_works_without_javascript(browser: playwright.Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=server)
    page = context.new_page()
    page.goto("/")
    page.locator("#q").fill("ruisink")
    page.locator("#q").press("Enter")
    page.get_by_role("link", name="Saskia Ruijsink").click()
    assert page.locator("h1").inner_text() == "Saskia Ruijsink"
    context.close()
