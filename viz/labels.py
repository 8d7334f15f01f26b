"""Names beside marks: short enough to read, and never one over another."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LINES = 2
WIDEST = 10.5
"""A name takes at most so many lines of so many times the height of its letters; the rest is cut."""

SIZES = (12, 14, 17)
"""Heights of letters in pixels: of most marks, of those with many ties, and of the few with most."""

LEADING = 1.15
_BETWEEN = 3.0
_SLACK = 1.3
_READ = 200


def lines_of(name: str) -> list[str]:
    """A name in lines that fit under a mark, of about equal length, cut with an ellipsis when it is too long.

    >>> lines_of("Kenniswerkplaats KIP"), lines_of("gemeente Den Haag"), lines_of("Binckhorst")
    (['Kenniswerkplaats', 'KIP'], ['gemeente', 'Den Haag'], ['Binckhorst'])
    """
    lines = _filled(_pieces(name), WIDEST)
    if len(lines) > LINES:
        return [*lines[: LINES - 1], f"{_cut(lines[LINES - 1], WIDEST - width('…'))}…"]
    words = name.split()
    splits = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))] if len(lines) > 1 else []
    even = min(splits, key=lambda split: max(map(width, split)), default=tuple(lines))
    return list(even) if max(map(width, even)) < max(map(width, lines)) else lines


def _filled(words: list[str], widest: float) -> list[str]:
    """Words in as few lines as they fit in."""
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if width(longer) <= widest or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def width(text: str) -> float:
    """About how wide a text is, in heights of its letters; in most fonts it is less."""
    return sum(_wide(letter) for letter in text)


def _pieces(name: str) -> list[str]:
    """The words of a name, those parted that are far too wide for a line; more than a label can hold is not read."""
    pieces = []
    for word in "".join(c if unicodedata.category(c) != "Cc" else " " for c in name[:_READ]).split():
        rest = word
        while width(rest) > WIDEST * _SLACK:
            head = _cut(rest, WIDEST)
            pieces.append(head)
            rest = rest[len(head) :]
        pieces.append(rest)
    return pieces


def _cut(text: str, most: float) -> str:
    """As much of the beginning as is no wider than `most`, and never half of what is one sign."""
    end, wide = 0, 0.0
    for letter in text:
        wide += _wide(letter)
        if wide > most:
            break
        end += 1
    while 0 < end < len(text) and (_joins(text[end]) or text[end - 1] == _JOINER):
        end -= 1
    return text[: max(end, 1)].rstrip()


_JOINER = "\u200d"
_NARROW = frozenset("iljftrIJ.,:;'|!()[]/\\-‘’“”\" `·")
_BROAD = {"m": 0.98, "w": 0.83, "M": 0.9, "W": 1.0, "…": 1.0, "@": 1.0, "%": 0.96, "–": 0.6, "—": 1.0}


def _joins(letter: str) -> bool:
    """Whether a sign belongs to the one before it: an accent, a variant, a colour of skin."""
    return unicodedata.category(letter) in {"Mn", "Me", "Mc", "Cf"} or 0x1F3FB <= ord(letter) <= 0x1F3FF


def _wide(letter: str) -> float:
    if letter in _BROAD:
        return _BROAD[letter]
    if letter in _NARROW:
        return 0.42
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0.0
    if ord(letter) > 0x2E7F:
        return 1.4
    if letter.isupper():
        return 0.79
    return 0.65 if ord(letter) < 0x250 else 0.95


@dataclass(frozen=True, slots=True)
class Named:
    """A mark that wants its name beside it, by its middle and radius."""

    x: float
    y: float
    radius: float
    lines: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Label:
    """A name with its place: `x` is where its lines begin, end or have their middle, `y` the foot of the first."""

    of: int
    lines: tuple[str, ...]
    size: int
    x: float
    y: float
    anchor: str
    box: tuple[float, float, float, float]


def sizes_of(ties: Sequence[int]) -> list[int]:
    """The height of the letters of each mark, by how its ties compare with the most that any has."""
    most = max(ties, default=0)
    if most < 8:
        return [SIZES[1]] * len(ties)
    return [SIZES[2] if n * 3 >= most else SIZES[1] if n * 8 >= most else SIZES[0] for n in ties]


def placed(marks: Sequence[Named]) -> list[Label]:
    """Labels of as many marks as can be, the first in the list first.

    A label goes below its mark, else right, left or above, where it covers neither a label nor
    a mark. Those in larger letters than others may cover a mark, for without its name a map has no places.
    """
    least = min((mark.size for mark in marks), default=0)
    edges = np.array([(m.x - m.radius, m.y - m.radius, m.x + m.radius, m.y + m.radius) for m in marks])
    taken = np.empty((len(marks), 4))
    labels: list[Label] = []
    for number, mark in enumerate(marks):
        choices = _choices(number, mark)
        others = np.delete(edges, number, axis=0)
        free = [label for label in choices if not _meets(label.box, taken[: len(labels)])]
        best = next((label for label in free if not _meets(label.box, others)), None)
        if best is None and free and mark.size > least:
            best = free[0]
        if best is not None:
            taken[len(labels)] = best.box
            labels.append(best)
    return labels


def _choices(of: int, mark: Named) -> list[Label]:
    wide = max(map(width, mark.lines)) * mark.size
    high = len(mark.lines) * mark.size * LEADING
    away = mark.radius + _BETWEEN
    spots = (
        ("middle", mark.x, mark.x - wide / 2, mark.y + away),
        ("start", mark.x + away, mark.x + away, mark.y - high / 2),
        ("end", mark.x - away, mark.x - away - wide, mark.y - high / 2),
        ("middle", mark.x, mark.x - wide / 2, mark.y - away - high),
    )
    return [
        Label(of, mark.lines, mark.size, x, top + mark.size * 0.92, anchor, (left, top, left + wide, top + high))
        for anchor, x, left, top in spots
    ]


def _meets(box: tuple[float, float, float, float], others: NDArray[np.float64]) -> bool:
    left, top, right, bottom = box
    return bool(((others[:, 0] < right) & (others[:, 2] > left) & (others[:, 1] < bottom) & (others[:, 3] > top)).any())
