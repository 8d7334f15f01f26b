"""A real browser: a server to visit, and a visit that notices everything that goes wrong."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

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


@contextmanager
def served(store: Path, *more: str) -> Iterator[str]:
    """The address that `binck serve` prints, on a free port; it must end as it should."""
    command = [sys.executable, "-m", "api.cli", "serve", "--port", "0", "--store", f"sqlite:///{store}", *more]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
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


class Visit:
    """A page with what went wrong in it: messages of the console and of its policy, dialogs, and requests elsewhere.

    `requests` are all that it made.
    """

    def __init__(
        self, browser: playwright.Browser, server: str, width: int, scheme: str, height: int = 740, script: bool = True
    ) -> None:
        self.wrong: list[str] = []
        self.requests: list[str] = []
        self._context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=script,
            base_url=server,
        )
        self._context.add_init_script(REPORT)
        self.page = self._context.new_page()
        self.page.on("console", lambda message: self.wrong.append(message.text))
        self.page.on("dialog", self._dialog)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("requestfailed", lambda request: self.wrong.append(f"failed: {request.url}"))
        self.page.on("request", lambda request: self._local(request.url, urlsplit(server).netloc))

    def _dialog(self, dialog: playwright.Dialog) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _local(self, url: str, here: str) -> None:
        self.requests.append(url)
        if urlsplit(url).netloc != here and not url.startswith("data:"):
            self.wrong.append(f"elsewhere: {url}")

    def close(self) -> None:
        self._context.close()


REPORT = """addEventListener('securitypolicyviolation', event =>
  console.log(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`))"""

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
