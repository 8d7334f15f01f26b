"""Every link of every page and every address of the JSON is made here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

from graph.texts import Lang

DEFAULT: Lang = "nl"
Query = Iterable[tuple[str, str]]


class Urls:
    """Links in one language, which they keep; `path` and `query` are where the reader is now.

    >>> Urls("en").answer("connects", {"from": "Ann & Bob"}), Urls("nl").entity("news:ann")
    ('/ask/connects?from=Ann+%26+Bob&lang=en', '/entity/news:ann')
    """

    def __init__(self, lang: Lang, path: str = "/", query: Query = ()) -> None:
        self.lang = lang
        self._path = path
        self._query = [(key, value) for key, value in query if key != "lang"]

    def home(self) -> str:
        return self._page("/")

    def ask(self, words: str = "") -> str:
        """A question in words."""
        return self._page("/ask", [("words", words)] if words else [])

    def answer(self, question: str, given: Mapping[str, str] | None = None) -> str:
        return self._page(f"/ask/{_part(question)}", (given or {}).items())

    def map(self, around: str = "", steps: int = 1) -> str:
        """The whole map, or that of so many steps around somebody."""
        query = [("around", around)] if around else []
        return self._page("/map", [*query, *([("steps", str(steps))] if steps > 1 else [])])

    def answer_map(self, question: str, given: Mapping[str, str]) -> str:
        """The map of an answer."""
        return self._page(f"/ask/{_part(question)}/map", given.items())

    def search(self, text: str = "", kind: str = "") -> str:
        return self._page("/search", [(key, value) for key, value in (("q", text), ("kind", kind)) if value])

    def entity(self, id_: str) -> str:
        return self._page(f"/entity/{_part(id_)}")

    def sources(self) -> str:
        return self._page("/sources")

    def source(self, id_: str) -> str:
        return self._page(f"/source/{_part(id_)}")

    def duplicates(self, done: str = "") -> str:
        return self._page("/duplicates", [("done", done)] if done else [])

    def duplicates_undo(self) -> str:
        return self._page("/duplicates/undo")

    def introductions(self, for_: str = "", theme: str = "", done: str = "") -> str:
        given = (("for", for_), ("theme", theme), ("done", done))
        return self._page("/introductions", [(key, value) for key, value in given if value])

    def introductions_back(self) -> str:
        return self._page("/introductions/back")

    def introductions_undo(self) -> str:
        return self._page("/introductions/undo")

    def words(self, anchor: str = "") -> str:
        return self._page("/words") + (f"#{_part(anchor)}" if anchor else "")

    def api_question(self, question: str, given: Mapping[str, str]) -> str:
        return self._page(f"/api/questions/{_part(question)}", given.items())

    def csv_question(self, question: str, given: Mapping[str, str]) -> str:
        """The language always stands there: a download has no page that says which it is in."""
        return f"/api/questions/{_part(question)}.csv?{urlencode([*given.items(), ('lang', self.lang)])}"

    def api_entity(self, id_: str) -> str:
        return f"/api/entities/{_part(id_)}"

    def switched(self, lang: Lang) -> str:
        """Where the reader is now, in another language."""
        return Urls(lang)._page(quote(self._path, safe="/:"), self._query)

    @staticmethod
    def static(file: str) -> str:
        return f"/static/{file}"

    def _page(self, path: str, query: Query = ()) -> str:
        pairs = [*query, *([("lang", self.lang)] if self.lang != DEFAULT else [])]
        return f"{path}?{urlencode(pairs)}" if pairs else path


def _part(text: str) -> str:
    """One part of a path, with a slash that is no separator."""
    return quote(text, safe=":")
