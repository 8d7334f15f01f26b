"""The pages in a real browser, served by `binck serve` as a new user would start it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright import sync_api as playwright

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PAGES = (
    "/",
    "/ask/connects?from=education&to=entrepreneurs",
    "/ask/present?activity=Excursie%3A+MerweVierhavens",
    "/ask/values",
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
    """The address that `binck serve` prints, on a free port with a store of its own."""
    store = tmp_path_factory.mktemp("store") / "browser.db"
    command = [sys.executable, "-m", "api.cli", "serve", "--port", "0", "--load-if-empty"]
    process = subprocess.Popen(
        [*command, "--store", f"sqlite:///{store}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address), process.communicate()
    yield address.rstrip("/")
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 0
    assert said.splitlines()[-1] == "Gestopt."
    assert "Traceback" not in said


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    if not Path(CHROMIUM).exists():
        wanted = os.environ.get("BINCK_REQUIRE", "")
        (pytest.fail if wanted else pytest.skip)(f"{CHROMIUM} is not here; install it: apt install chromium")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


class Visit:
    """A page with what went wrong in it: messages of the console, and requests to other hosts."""

    def __init__(self, browser: playwright.Browser, server: str, width: int, scheme: str) -> None:
        self.wrong: list[str] = []
        self._context = browser.new_context(
            viewport={"width": width, "height": 740}, color_scheme=scheme, java_script_enabled=True, base_url=server
        )
        self.page = self._context.new_page()
        self.page.on("console", lambda message: self.wrong.append(message.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("requestfailed", lambda request: self.wrong.append(f"failed: {request.url}"))
        self.page.on("request", lambda request: self._local(request.url, urlsplit(server).netloc))

    def _local(self, url: str, here: str) -> None:
        if urlsplit(url).netloc != here and not url.startswith("data:"):
            self.wrong.append(f"elsewhere: {url}")

    def close(self) -> None:
        self._context.close()


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
        if page.evaluate("document.activeElement.id") == "connects-from":
            break
    page.keyboard.type("onderwijs")
    page.keyboard.press("Tab")
    page.keyboard.type("ondernemers")
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


CONTRAST = """() => {
  const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const poor = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !element.getClientRects().length) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push(`${walk.currentNode.data.trim()}: ${ratio.toFixed(2)}`);
  }
  return poor;
}"""
