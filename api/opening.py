"""Opens the desk that a door works at: the store by its URL, the words by the environment."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from api.cli.output import ReadingBar, language_of_command, say
from graph.adapters import open_store
from graph.desk import Desk
from graph.texts import Text
from graph.words import Words, load_words


def open_words() -> Words:
    """The shipped words, with those of the folder that `BINCK_WORDS` names added or put in their place."""
    folder = os.environ.get("BINCK_WORDS")
    return load_words(*([Path(folder)] if folder else []))


def open_desk(url: str, *, by: str = "", notify: Callable[[Text], None] | None = None) -> Desk:
    """A desk at the store with this URL; what is waited for is told to `notify`, else to the terminal."""
    lang, words = language_of_command(), open_words()
    store = open_store(url, notify or (lambda text: say(text.say(lang))), ReadingBar(lang), words)
    return Desk(store, words, by)
