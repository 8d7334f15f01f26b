"""Words shown to people, in the two languages of the interface."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Lang = Literal["nl", "en"]
LANGS: tuple[Lang, Lang] = ("nl", "en")
_NUMBER = re.compile(r"\(([^()|]*)\|([^()|]*)\)")


@dataclass(frozen=True, slots=True)
class Text:
    """One message in Dutch and in English."""

    nl: str
    en: str

    def say(self, lang: Lang) -> str:
        return self.en if lang == "en" else self.nl


def say(texts: object, lang: Lang) -> str:
    """The words of a text value in `lang`, else in the language that it has.

    >>> say({"nl": "dag", "en": "day"}, "en"), say({"nl": "dag"}, "en"), say("dag", "en")
    ('day', 'dag', 'dag')
    """
    if isinstance(texts, Mapping):
        return str(texts.get(lang) or next(iter(texts.values()), ""))
    return "" if texts is None else str(texts)


def agreeing(text: str, many: bool) -> str:
    """A text with `(one|several)` in it, said of one or of several.

    >>> agreeing("(was|waren) erbij", many=False), agreeing("(was|waren) erbij", many=True)
    ('was erbij', 'waren erbij')
    """
    return _NUMBER.sub(lambda forms: forms[2 if many else 1], text)


def listed(items: list[str], lang: Lang) -> str:
    """Items as a person lists them.

    >>> listed(["a", "b", "c"], "nl"), listed(["a"], "en"), listed([], "en")
    ('a, b en c', 'a', '')
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {'and' if lang == 'en' else 'en'} {items[-1]}"


def counted(n: int, one: Text, many: Text, lang: Lang) -> str:
    """A number with its noun: `geen`/`no`, small numbers as figures.

    >>> persoon, personen = Text("persoon", "person"), Text("personen", "people")
    >>> [counted(n, persoon, personen, "nl") for n in (0, 1, 1200)]
    ['geen personen', '1 persoon', '1.200 personen']
    """
    if n == 0:
        return f"{'no' if lang == 'en' else 'geen'} {many.say(lang)}"
    return f"{number(n, lang)} {(one if n == 1 else many).say(lang)}"


def euros(n: int, lang: Lang) -> str:
    """An amount in whole euros.

    >>> euros(59700, "nl"), euros(59700, "en")
    ('€ 59.700', '€59,700')
    """
    return f"€ {number(n, lang)}" if lang == "nl" else f"€{number(n, lang)}"


def number(n: float, lang: Lang, decimals: int = 0) -> str:
    """A number with the separators of the language.

    >>> number(59700, "nl"), number(59700, "en"), number(0.25, "nl", 2)
    ('59.700', '59,700', '0,25')
    """
    text = f"{n:,.{decimals}f}"
    return text if lang == "en" else text.translate(str.maketrans(",.", ".,"))
