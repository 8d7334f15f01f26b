"""What every page has: its language, its links and the words it is written in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any

from fastapi import Depends
from starlette.requests import Request

from api.pages.texts import text
from api.urls import DEFAULT, Urls
from graph.desk import Desk
from graph.naming import WORD
from graph.statements import CORRECTIONS
from graph.texts import LANGS, Lang
from graph.words import Words

_OWN_NAMES: dict[Lang, str] = {"nl": "Nederlands", "en": "English"}


@dataclass(frozen=True, slots=True)
class Frame:
    """The surroundings of a page; `titles` are those of the sources by their id."""

    lang: Lang
    urls: Urls
    words: Words
    version: int = 0
    titles: dict[str, str] = field(default_factory=dict)

    def t(self, key: str, **values: object) -> str:
        return text(key, self.lang, **values)

    def kind(self, name: str) -> str:
        """The label of a kind of entity, or of a free word."""
        if name == WORD:
            return self.t("free_word")
        return self.words.entities[name].label.say(self.lang) if name in self.words.entities else name

    @property
    def languages(self) -> list[tuple[Lang, str, str]]:
        """Each language with its own name and the address of this page in it."""
        return [(lang, _OWN_NAMES[lang], self.urls.switched(lang)) for lang in LANGS]


def page_language(request: Request) -> Lang:
    """`?lang=`, else Dutch: pages do not follow the browser, whose language somebody else chose."""
    asked = request.query_params.get("lang")
    return next((lang for lang in LANGS if lang == asked), DEFAULT)


def bare_frame(request: Request, words: Words) -> Frame:
    """A frame that asks nothing of the store, for when that is what went wrong."""
    lang = page_language(request)
    return Frame(lang, Urls(lang, request.scope["path"], request.query_params.multi_items()), words)


def _frame(request: Request) -> Frame:
    desk: Desk = request.app.state.desk
    bare = bare_frame(request, desk.words)
    network = desk.network()
    return Frame(bare.lang, bare.urls, bare.words, network.version, _titles(network.sources, bare.lang))


def _titles(sources: dict[str, dict[str, Any]], lang: Lang) -> dict[str, str]:
    """The title of each source, its id where it has none; corrections are our own and have a word for it."""
    ids = {id_: str(known.get("title") or id_) for id_, known in sources.items()}
    return {**ids, CORRECTIONS: text("corrections", lang)}


FrameDep = Annotated[Frame, Depends(_frame)]
