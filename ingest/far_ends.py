"""Who or what is meant by a name in a cell: the kind, and the mention that it is in the file's own source."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from graph.errors import Refused
from graph.names import normalised
from graph.statements import mention_id
from graph.texts import LANGS, Lang
from graph.values import line as one_line
from graph.words import Words
from ingest.cell import is_name, parts_of
from ingest.keys import key_of_name
from ingest.lines import Line, by_name
from ingest.written_date import written_date

KindsOf = Callable[[str], Collection[str]]
"""The kinds of what the store knows under a normalised name."""
_DATED = re.compile(r"(.*\S)\s*\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class FarEnd:
    """The other end of a tie; `date` is what was written behind the name of what can happen more than once."""

    mention: str
    kind: str
    name: str
    date: str = ""


class FarEnds:
    """Finds what names in cells mean, the same whatever the order of the rows.

    The words say which kinds there may be. Of several the one named before the name (`activiteit: Zomerborrel`)
    decides, then a row of the file with that name, then a name that has its kind elsewhere in the file, then the
    names that the store knows.
    """

    def __init__(self, source: str, lines: Iterable[Line], words: Words, known: KindsOf) -> None:
        lines = list(lines)
        self._source = source
        self._words = words
        self._known = known
        self._rows = by_name(lines)
        self._keys = {(line.kind, normalised(line.key)): line for line in lines if line.key}
        self._kinds = {
            normalised(said): name
            for name, kind in words.entities.items()
            for said in (name, kind.label.nl, kind.label.en, kind.plural.nl, kind.plural.en)
        }
        self._found: dict[tuple[str, tuple[str, ...]], FarEnd] = {}
        self._said: dict[str, set[str]] = {}
        for line in lines:
            for column, text in line.cells.items():
                if column.role == "tie":
                    self._note(parts_of(text))

    def _note(self, names: Iterable[str]) -> None:
        """Remember names that have their kind before them, for where they stand without."""
        for written in names:
            kind, name = self._prefixed(written)
            if kind:
                for one in (name, _dated(name)[0]):
                    self._said.setdefault(normalised(one), set()).add(kind)

    def find(self, written: str, kinds: tuple[str, ...], lang: Lang) -> FarEnd:
        """What a name means, of these kinds; raises `Refused` with the reason and the way out."""
        asked = (written, kinds)
        if asked not in self._found:
            self._found[asked] = self._find(one_line(written), kinds, lang)
        return self._found[asked]

    def _find(self, written: str, kinds: tuple[str, ...], lang: Lang) -> FarEnd:
        kind, name = self._prefixed(written)
        if kind and kind not in kinds:
            labels = {one: self._labels(kinds, one) for one in LANGS}
            label = self._words.entities[kind].label
            raise Refused(
                f"{written!r} is {label.nl}, en hier hoort {labels['nl']}",
                f"{written!r} is {label.en}, and here belongs {labels['en']}",
            )
        if not is_name(name):
            raise Refused(f"{written!r} is geen naam", f"{written!r} is no name")
        bare, date = _dated(name)
        if date and not any(self._is_known(name, one) for one in kinds):
            possible = [kind] if kind else self._possible(bare, kinds)
            if len(possible) == 1 and self._dated_by(possible[0]):
                return self._mention(bare, possible[0], date)
        else:
            possible = [kind] if kind else self._possible(name, kinds)
        if len(possible) == 1:
            return self._mention(name, possible[0], "")
        raise self._unsure(name, possible or list(kinds), lang)

    def _prefixed(self, written: str) -> tuple[str, str]:
        """The kind that stands before a name, and the name."""
        before, colon, name = written.partition(":")
        kind = self._kinds.get(normalised(before), "") if colon and name.strip() else ""
        return (kind, name.strip()) if kind else ("", written)

    def _possible(self, name: str, kinds: Collection[str]) -> list[str]:
        if len(kinds) == 1:
            return list(kinds)
        plain = normalised(name)
        for found in (
            [kind for kind in kinds if (kind, plain) in self._rows],
            [kind for kind in kinds if kind in self._said.get(plain, ())],
            [kind for kind in kinds if kind in self._known(plain)],
        ):
            if found:
                return found
        return []

    def _is_known(self, name: str, kind: str) -> bool:
        plain = normalised(name)
        return (kind, plain) in self._rows or kind in self._known(plain)

    def _dated_by(self, kind: str) -> str:
        """The date by which things of this kind with one name are told apart, if they are."""
        rule = self._words.entities[kind].same_name
        equal = "" if isinstance(rule, str) else rule.equal or ""
        return equal if equal and self._words.entities[kind].properties[equal].value == "date" else ""

    def _mention(self, name: str, kind: str, date: str) -> FarEnd:
        lines = self._rows.get((kind, normalised(name)), [])
        keyed = self._keys.get((kind, normalised(name)))
        if not lines and keyed is not None:
            return FarEnd(keyed.mention, kind, keyed.name)
        if date:
            lines = [line for line in lines if self._date_of(line) == date]
        if len(lines) > 1:
            raise Refused(
                f"{len(lines)} rijen heten {name!r}; noem er een bij de sleutel",
                f"{len(lines)} rows are called {name!r}; name one by its key",
            )
        if lines:
            return FarEnd(lines[0].mention, kind, name)
        key = key_of_name(kind, f"{name} {date}" if date else name)
        return FarEnd(mention_id(self._source, key), kind, name, date)

    def _date_of(self, line: Line) -> str:
        word = self._dated_by(line.kind)
        written = next((text for column, text in line.cells.items() if column.word == word and not column.tie), "")
        return _date(written)

    def _unsure(self, name: str, kinds: Collection[str], lang: Lang) -> Refused:
        labels = {one: self._labels(kinds, one) for one in LANGS}
        example = self._words.entities[next(iter(kinds))].label.say(lang)
        return Refused(
            f"{name!r} kan {labels['nl']} zijn; schrijf bijvoorbeeld {f'{example}: {name}'!r}",
            f"{name!r} can be {labels['en']}; write {f'{example}: {name}'!r}, for example",
        )

    def _labels(self, kinds: Collection[str], lang: Lang) -> str:
        labels = [self._words.entities[kind].label.say(lang) for kind in kinds]
        between = "or" if lang == "en" else "of"
        return f"{', '.join(labels[:-1])} {between} {labels[-1]}" if len(labels) > 1 else labels[0]


def _dated(name: str) -> tuple[str, str]:
    """A name and the date in brackets behind it; no date where there is none."""
    match = _DATED.fullmatch(name)
    date = _date(match[2]) if match else ""
    return (match[1], date) if match and date else (name, "")


def _date(written: str) -> str:
    try:
        return written_date(written)
    except Refused:
        return ""
