"""The life of a proposal in a real browser, from a card to what came of it, and taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright import sync_api as playwright

from tests.api.browsing import CONTRAST, Visit, served

pytestmark = pytest.mark.browser


@pytest.fixture
def visit(browser: playwright.Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """The page of introductions of the Binckhorst network, in a store of its own."""
    with served(tmp_path_factory.mktemp("store") / "introductions.db", "--load-if-empty") as address:
        found = Visit(browser, address, 1200, "light")
        found.page.goto("/introductions")
        yield found
        found.close()


def press(at: playwright.Page | playwright.Locator, name: str) -> None:
    at.get_by_role("button", name=name, exact=False).first.click()


def test_from_a_card_to_what_came_of_it_and_back(visit: Visit) -> None:
    page = visit.page
    card = page.locator("section.pair").first
    names = card.locator("h3").inner_text()
    card.get_by_label("door (mag leeg)").fill("Stadsmakelaar Voorbeeld")
    press(card, "Gemaakt")
    assert page.get_by_role("status").inner_text().startswith("Vastgelegd:")
    running = page.get_by_role("region", name="Den Haag", exact=False).first
    assert "door Stadsmakelaar Voorbeeld" in running.inner_text()
    assert page.locator("section.pair h3").all_inner_texts().count(names) == 1
    press(running, "Ontmoet")
    led = page.locator("#life-1-what")
    led.select_option(label="gemeente Den Haag is partner van Hogeschool Rotterdam")
    press(page.locator("section[aria-labelledby=life-1]"), "Leidde ertoe")
    page.get_by_role("link", name="Wat kwam ervan?").click()
    table = page.locator("table").inner_text()
    assert "gemeente Den Haag is partner van Hogeschool Rotterdam" in table
    assert "band die ervan kwam" in table
    page.goto("/introductions")
    running = page.locator("section[aria-labelledby=life-1]")
    for step in ("leidde tot", "ontmoet", "gemaakt"):
        press(running, f"Neem terug: {step}")
    assert page.locator("#running").count() == 0
    assert page.locator("section.pair h3").first.inner_text() == names
    assert visit.wrong == []


def test_the_text_to_send_is_copied_by_keyboard_and_can_be_changed_first(visit: Visit) -> None:
    card = visit.page.locator("section.pair").first
    card.locator("summary", has_text="Tekst om te sturen").press("Enter")
    box = card.get_by_role("textbox", name="Tekst om te sturen: gemeente Den Haag en Hogeschool Rotterdam")
    box.press("Control+a")
    assert visit.page.evaluate("String(getSelection())").startswith("Beste gemeente Den Haag en Hogeschool Rotterdam,")
    box.press("Control+Home")
    box.press_sequentially("Dag! ")
    assert box.input_value().startswith("Dag! Beste gemeente")
    assert visit.page.evaluate(CONTRAST) == []
    assert visit.wrong == []


def test_never_and_later_are_kept_apart_and_read_well(visit: Visit) -> None:
    page = visit.page
    press(page.locator("section.pair").first, "Nooit")
    press(page.locator("section.pair").first, "Later")
    assert page.locator("#rested").inner_text() == "Later of nooit"
    assert page.locator("section[aria-labelledby^=rested]").count() == 2
    assert page.evaluate(CONTRAST) == []
    press(page, "Draai het terug")
    assert page.locator("section[aria-labelledby^=rested]").count() == 1
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert visit.wrong == []
