"""A free word: one that names nothing known, looked for in what texts say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from graph.names import normalised

BEGINNING = 4
"""Letters from which a word may be the beginning of another: `circ` would find too much, `ict` nearly all."""

HEAD = 5
"""Letters from which a word may be the last part of a compound: shorter ones end many words by chance."""

_NO_PART = frozenset({"her", "ont", "ver"})
_ENDINGS = ("en", "e", "s", "n")
_NEAR = 0.7


@dataclass(frozen=True, slots=True)
class FreeWord:
    """One or more words, normalised as names are; all of them must stand in the same text."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> FreeWord:
        return cls(tuple(normalised(text).split()))

    def stands_in(self, words: Iterable[str]) -> bool:
        """Whether a text, given as its normalised words, has each of these words.

        A word stands there whole; or as the beginning of a word, from four letters on; or as
        the last part of a Dutch compound, from five letters on, plural or not; and `e`, `en`
        or `s` at its end may be missing there.

        >>> word = lambda asked, text: FreeWord.of(asked).stands_in(normalised(text).split())
        >>> word("ontwikkeling", "Gebiedsontwikkelingen in Den Haag"), word("circulaire", "circulair bouwen")
        (True, True)
        >>> word("ict", "een deel van het conflict"), word("bouwen", "verbouwen"), word("talen", "betalen")
        (False, False, False)
        >>> word("circulaire economie", "economie van de stad")
        False
        """
        found = list(words)
        return bool(self.words) and all(any(fits(asked, one) for one in found) for asked in self.words)

    def near(self, names: Iterable[str], most: int = 3) -> list[str]:
        """The names with a word that resembles one of these: the same beginning, a part, or nearly the same letters.

        >>> FreeWord.of("circuleren").near(["Circulariteit", "Talent", "circulair bouwen"])
        ['Circulariteit', 'circulair bouwen']
        """
        scored = []
        for name in dict.fromkeys(names):
            score = max((_nearness(asked, one) for asked in self.words for one in normalised(name).split()), default=0)
            if score >= _NEAR:
                scored.append((-score, name))
        return [name for _, name in sorted(scored)[:most]]


def fits(asked: str, found: str) -> bool:
    """Whether one word that is asked for is found in another, both normalised."""
    if found == asked or (len(asked) >= BEGINNING and found.startswith(asked)):
        return True
    if len(found) >= BEGINNING and asked.startswith(found) and asked[len(found) :] in _ENDINGS:
        return True
    first = found.find(asked, 3) if len(asked) >= HEAD else -1
    rest = found[first + len(asked) :]
    return first > 0 and found[:first] not in _NO_PART and (not rest or rest in _ENDINGS)


def _nearness(asked: str, found: str) -> float:
    """From 0 to 1; words of which one holds the other, or that begin alike, are near whatever their letters."""
    alike = OSA.normalized_similarity(asked, found)
    short = min(len(asked), len(found))
    if short < BEGINNING:
        return alike
    shared = next((i for i in range(short) if asked[i] != found[i]), short)
    if asked in found or shared >= max(BEGINNING, short // 2):
        return max(alike, _NEAR)
    return alike
