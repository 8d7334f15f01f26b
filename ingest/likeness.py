"""How likely it is that two names are of one person or thing, and why."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from graph.names import normalised
from graph.texts import Text

LONGEST_ABBREVIATION = 6
_SILENT = frozenset(
    "van von vom zu de der den het te ten ter op vd la le du des el al the of for voor en and und et".split()
)
_LEGAL = frozenset(
    "stichting foundation vereniging association gemeente municipality cooperatie cooperative bv nv vof cv ua"
    " ltd limited inc llc plc gmbh ag sa mr dr drs ir ing prof dhr mevr mw".split()
)
_MUNICIPAL = frozenset({"gemeente", "municipality"})
_ELIDED = re.compile(r"(?<!\w)['\u2018\u2019`](?:t|s|n)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_TWO_LETTERS = re.compile(r"\b([bnv]) ([vd])\b")


@dataclass(frozen=True, slots=True)
class Like:
    """One reason to think that two are the same, and how much it weighs from 0 to 1."""

    weight: float
    reason: Text


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: `words` are without prefixes, titles and legal forms, `figures` those with a digit."""

    written: str
    plain: str
    words: tuple[str, ...]
    figures: frozenset[str]


@lru_cache(maxsize=65536)
def name_parts(written: str) -> Name:
    """A name taken apart.

    >>> name_parts("Stichting De Aar B.V.").words, name_parts("Berg, S. van 't").words
    (('aar',), ('s', 'berg'))
    """
    last, comma, first = written.partition(",")
    turned = f"{first} {last}" if comma and first.strip() and "," not in first else written
    words = tuple(_TWO_LETTERS.sub(r"\1\2", normalised(_ELIDED.sub(" ", turned))).split())
    core = tuple(word for word in words if word not in _SILENT and word not in _LEGAL)
    core = core or words or (normalised(written),)
    return Name(written, normalised(written), core, frozenset(word for word in core if _FIGURE.search(word)))


def begins_with_an_initial(name: str) -> bool:
    """Whether a name has a letter for its first word.

    >>> [begins_with_an_initial(name) for name in ("S. Lindeman", "'t Hart", "Ann", "A")]
    [True, False, False, False]
    """
    words = name_parts(name).words
    return len(words) > 1 and len(words[0]) == 1


def likeness(one: Name, other: Name, *, people: bool) -> Like | None:
    """The strongest reason to think that two names mean the same; None when there is none."""
    if one.figures != other.figures:
        return None
    for both_ways in _RULES:
        if found := both_ways(one, other):
            return found
    for one_way in _OF_PEOPLE if people else _OF_THINGS:
        if found := one_way(one, other) or one_way(other, one):
            return found
    return None


def _same(one: Name, other: Name) -> Like | None:
    if one.plain == other.plain:
        return Like(0.9, Text("dezelfde naam", "the same name"))
    return None


def _same_words(one: Name, other: Name) -> Like | None:
    if sorted(one.words) == sorted(other.words):
        return Like(
            0.85,
            Text(
                "dezelfde naam, op volgorde, voorvoegsels of rechtsvorm na",
                "the same name but for order, prefixes or legal form",
            ),
        )
    return None


def _joined(one: Name, other: Name) -> Like | None:
    if "".join(one.words) == "".join(other.words):
        return Like(0.85, Text("dezelfde letters, anders in woorden verdeeld", "the same letters, parted otherwise"))
    return None


def _spelling(one: Name, other: Name) -> Like | None:
    if len(one.words) != len(other.words):
        return None
    total = 0
    for a, b in zip(one.words, other.words, strict=True):
        slips = _slip(a, b)
        total += slips
        if slips > 1:
            return None
    if total > max(1, sum(map(len, one.words)) // 8):
        return None
    letters = Text("één letter verschil", "one letter apart") if total == 1 else None
    return Like(0.85 - 0.1 * total, letters or Text(f"{total} letters verschil", f"{total} letters apart"))


def _slip(a: str, b: str) -> int:
    """How many letters two words are apart; more than one where they are too short for a slip."""
    if a == b:
        return 0
    shortest = min(len(a), len(b))
    if shortest < (3 if len(a) != len(b) else 5):
        return 2
    return int(OSA.distance(a, b, score_cutoff=1))


def _initials(short: Name, full: Name) -> Like | None:
    """`S. Lindemann` and `Sabrina Lindemann`."""
    given, last = short.words[:-1], short.words[-1]
    if not given or len(full.words) < 2 or any(len(word) > 1 for word in given) or _slip(last, full.words[-1]) > 1:
        return None
    firsts = full.words[:-1]
    if any(not name.startswith(letter) for letter, name in zip(given, firsts, strict=False)):
        return None
    exact = last == full.words[-1]
    letters = "".join(f"{letter.upper()}." for letter in given)
    names = " ".join(f"{name.upper()}." if len(name) == 1 else name.title() for name in firsts)
    surname = ("de achternaam is gelijk", "the surname is equal")
    if not exact:
        surname = ("de achternaam scheelt een letter", "the surname is one letter apart")
    return Like(
        0.75 if exact else 0.6,
        Text(f"{letters} kan {names} zijn en {surname[0]}", f"{letters} can be {names} and {surname[1]}"),
    )


def _called(short: Name, full: Name) -> Like | None:
    """`Rob Bakker` and `Robert Bakker`: one first name begins as the other."""
    if len(short.words) < 2 or len(full.words) < 2 or short.words[-1] != full.words[-1]:
        return None
    a, b = short.words[0], full.words[0]
    if len(a) < 3 or a == b or not b.startswith(a):
        return None
    return Like(0.6, Text(f"{a.title()} kan {b.title()} zijn", f"{a.title()} can be {b.title()}"))


def _part_of_a_name(short: Name, full: Name) -> Like | None:
    """Only the surname, or only the first name, of somebody."""
    if len(short.words) != 1 or len(full.words) < 2 or len(short.words[0]) < 3:
        return None
    if short.words[0] == full.words[-1]:
        return Like(0.55, Text("alleen de achternaam, en die is gelijk", "only the surname, and it is equal"))
    if short.words[0] == full.words[0]:
        return Like(0.35, Text("alleen de voornaam, en die is gelijk", "only the first name, and it is equal"))
    return None


def _abbreviation(short: Name, full: Name) -> Like | None:
    """`WUR` and `Wageningen University & Research`; `LDE CfS` and `LDE Centre for Sustainability`."""
    (*more, letters) = [word for word in short.words if word not in full.words] or [""]
    if more or not 2 <= len(letters) <= LONGEST_ABBREVIATION:
        return None
    own = [word for word in full.words if word not in short.words]
    whole = [word for word in full.plain.split() if word not in short.plain.split()]
    if len(own) < 2 or not (abbreviates(letters, own) or abbreviates(letters, whole)):
        return None
    nl, en = "kan een afkorting zijn van", "can stand for"
    return Like(0.75, Text(f"{short.written} {nl} {full.written}", f"{short.written} {en} {full.written}"))


def abbreviates(letters: str, words: list[str]) -> bool:
    """Whether letters are the first of each word, each perhaps followed by more of that word.

    >>> abbreviates("wur", ["wageningen", "university", "research"]), abbreviates("hhs", ["haagse", "hogeschool"])
    (True, True)
    >>> abbreviates("rug", ["rotterdam", "universiteit", "groningen", "zuid"])
    False
    """
    if not words:
        return not letters
    if not letters or letters[0] != words[0][0]:
        return False
    here, place = words[0], 0
    for taken in range(1, len(letters) + 1):
        place = here.find(letters[taken - 1], place) + 1
        if not place:
            return False
        if abbreviates(letters[taken:], words[1:]):
            return True
    return False


def _longer(short: Name, full: Name) -> Like | None:
    """All words of one name stand in the other; a word in capitals is a name of its own.

    What is left of a municipality is the name of its town, which many others bear.
    """
    if any(_MUNICIPAL & set(name.plain.split()) for name in (short, full)):
        return None
    if not set(short.words) < set(full.words) or len("".join(short.words)) < 3:
        return None
    part = len("".join(short.words)) / len("".join(full.words))
    own_name = len(short.words) == 1 and short.written.isupper()
    return Like(
        0.55 if own_name else 0.25 + 0.4 * part,
        Text(f"{short.written} staat in {full.written}", f"{short.written} stands in {full.written}"),
    )


_Rule = Callable[[Name, Name], Like | None]
_RULES: tuple[_Rule, ...] = (_same, _same_words, _joined, _spelling)
_OF_PEOPLE: tuple[_Rule, ...] = (_initials, _called, _part_of_a_name)
_OF_THINGS: tuple[_Rule, ...] = (_abbreviation, _longer)
