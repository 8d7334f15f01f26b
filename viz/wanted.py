"""What somebody wants to see of the network: which kinds, which sectors, which period, how much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.dates import days
from graph.errors import Refused
from graph.names import normalised
from graph.naming import SECTOR
from graph.network import Network
from graph.texts import LANGS
from graph.words import EntityKind, Words
from graph.words.model import Label

DRAWN = 300
"""So many marks are drawn at first: more than that nobody can read."""

LISTED = 1_000
"""So many marks a picture has at most; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A choice of what is drawn; what is empty leaves everything.

    Without `kinds` it is all kinds, those that the words call details only with `details`.
    `everything` lifts the limit of `most` marks, and draws details too.
    """

    kinds: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    details: bool = False
    everything: bool = False
    most: int = DRAWN

    def of(self, network: Network, centre: int | None = None) -> Network:
        """What of a network is wanted, before any limit, and the entity in the row `centre` whatever it is."""
        period = (self.since, self.until) if self.since or self.until else None
        return network.where(
            period=period, sectors=self.sectors or None, kinds=self.kinds_of(network.words), always=centre
        )

    def kinds_of(self, words: Words) -> tuple[str, ...]:
        """The kinds that are drawn."""
        details = self.details or self.everything
        return self.kinds or tuple(name for name, kind in words.entities.items() if details or not kind.detail)

    @property
    def narrows(self) -> bool:
        """Whether it leaves out anything by what it is, and not for want of room."""
        return bool(self.kinds or self.sectors or self.since or self.until)


USUAL = Wanted()
"""What is drawn when nobody says otherwise."""


def wanted(
    words: Words,
    *,
    kinds: Iterable[str] = (),
    sectors: Iterable[str] = (),
    since: str = "",
    until: str = "",
    everything: bool = False,
    most: int = DRAWN,
) -> Wanted:
    """A choice as people write it: kinds and sectors by their name or their label in either language.

    Raises `Refused` with what there is to choose from, or for what is no date.
    """
    since, until = since.strip(), until.strip()
    first, last = days(since, until)
    if first > last:
        raise Refused(
            f"de periode begint op {since} en eindigt eerder, op {until}; draai ze om",
            f"the period begins at {since} and ends before, at {until}; turn them round",
        )
    return Wanted(
        _named(kinds, {name: _called(name, kind) for name, kind in words.entities.items()}),
        _named(sectors, {name: [name, *_both(label)] for name, label in words.choices[SECTOR].choices.items()}),
        since,
        until,
        False,
        everything,
        max(1, min(most, LISTED)),
    )


def _named(texts: Iterable[str], called: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The names that are meant, in the order of the words, each once."""
    by_name = {normalised(one): name for name, names in called.items() for one in names}
    found = set()
    for text in texts:
        if not text.strip():
            continue
        name = by_name.get(normalised(text))
        if name is None:
            there = ", ".join(called)
            raise Refused(f"er is geen {text!r}; kies uit {there}", f"there is no {text!r}; choose from {there}")
        found.add(name)
    return tuple(name for name in called if name in found)


def _called(name: str, kind: EntityKind) -> list[str]:
    return [name, *_both(kind.label), *_both(kind.plural)]


def _both(label: Label) -> list[str]:
    return [label.say(lang) for lang in LANGS]
