"""Colours that everybody can tell apart, on light and on dark paper."""

from __future__ import annotations

from collections.abc import Sequence

PALETTE = ("#0072B2", "#E69F00", "#D55E00", "#CC79A7", "#009E73", "#56B4E9")
"""Okabe and Ito (2008): told apart with every kind of colour vision."""

OTHER = "#9AA3AD"
"""What has no colour of its own: the seventh of a list, and what is not known."""

LIGHT_PAPER, DARK_PAPER = "#fcfcfa", "#14181c"
LEAST_CONTRAST = 3.0
"""What WCAG 2.2 asks of what must be seen to understand a picture (1.4.11)."""


def in_order(names: Sequence[str]) -> dict[str, str]:
    """A colour for each name, by its place in the list; the same grey from the seventh on."""
    return {name: PALETTE[place] if place < len(PALETTE) else OTHER for place, name in enumerate(names)}


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, as WCAG defines it."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21.

    >>> round(contrast("#000000", "#ffffff"), 1)
    21.0
    """
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def on_any_paper(colour: str) -> str:
    """The colour, lighter or darker as far as it takes to be seen on light and on dark paper alike.

    >>> on_any_paper("#7a3e9d"), on_any_paper("#ffffff")
    ('#834ca4', '#919191')
    """
    papers = (LIGHT_PAPER, DARK_PAPER)
    for tenths in range(101):
        for towards in (0, 255):
            mixed = _mix(colour, towards, tenths / 100)
            if all(contrast(mixed, paper) >= LEAST_CONTRAST for paper in papers):
                return mixed
    raise AssertionError(colour)  # some grey between black and white always does


def _mix(colour: str, towards: int, share: float) -> str:
    channels = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(c + (towards - c) * share):02x}" for c in channels)
