"""The bar of reading a network: on a terminal only, when it takes long, and gone when it is done."""

from __future__ import annotations

import contextlib
import os
import pty
import sys
from collections.abc import Iterator

import pytest

from api.cli import output
from api.cli.output import ReadingBar


@contextlib.contextmanager
def terminal(patch: pytest.MonkeyPatch) -> Iterator[int]:
    """What is written on stderr meanwhile goes to a terminal, to be read from this descriptor."""
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w", encoding="utf-8") as stream:
        patch.setattr(sys, "stderr", stream)
        patch.setenv("TERM", "xterm")
        yield ours
    os.close(ours)


def shown(screen: int) -> str:
    """All that was written there: a terminal hands it out piece by piece."""
    os.set_blocking(screen, False)
    pieces = []
    with contextlib.suppress(BlockingIOError):
        while True:
            pieces.append(os.read(screen, 65_536))
    return b"".join(pieces).decode()


def steps(bar: ReadingBar) -> None:
    for done in range(1, 4):
        bar("", done, 3)


@pytest.mark.parametrize(("lang", "says"), [("nl", "Netwerk lezen"), ("en", "Reading the network")])
def test_what_takes_long_has_a_bar_in_the_language_of_the_command(monkeypatch, lang, says):
    monkeypatch.setattr(output, "_SHOW_AFTER", -1.0)
    with terminal(monkeypatch) as screen:
        steps(ReadingBar(lang))
        said = shown(screen)
    assert says in said
    assert "2/3" in said
    assert said.rstrip().endswith(("\x1b[2K", "\x1b[?25h", "\x1b[1A\x1b[2K"))


def test_what_is_done_at_once_shows_nothing(monkeypatch):
    with terminal(monkeypatch) as screen:
        steps(ReadingBar("nl"))
        assert shown(screen) == ""


def test_without_a_terminal_nothing_is_shown(monkeypatch, capsys):
    monkeypatch.setattr(output, "_SHOW_AFTER", -1.0)
    steps(ReadingBar("nl"))
    assert capsys.readouterr() == ("", "")
