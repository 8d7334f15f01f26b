"""Words for what stands in the rows of a network, for several answers alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graph.dates import say_period
from graph.model import Entity
from graph.network import Network
from graph.texts import Lang, Text, counted, listed

RECORDED = Text(
    "Dit zegt wat in deze bronnen is vastgelegd, niet wat er was.",
    "This says what is recorded in these sources, not what there was.",
)


def kind_label(network: Network, row: int, lang: Lang) -> str:
    return network.words.entities[network.kinds[network.kind[row]]].label.say(lang)


def counted_kinds(network: Network, rows: Iterable[int], lang: Lang, kinds: Iterable[str] | None = None) -> str:
    """How many of each kind there are: `3 personen en 1 organisatie`; `kinds` says which, and in which order.

    Of kinds that are not among these there are so many `other things`; nothing for no rows.
    """
    counts = Counter(network.kinds[network.kind[row]] for row in rows)
    parts = []
    for name in network.words.entities if kinds is None else kinds:
        n = counts.pop(name, 0)
        kind = network.words.entities[name]
        if n:
            parts.append(counted(n, Text(kind.label.nl, kind.label.en), Text(kind.plural.nl, kind.plural.en), lang))
    rest = sum(counts.values())
    if rest:
        parts.append(counted(rest, Text("ander ding", "other thing"), Text("andere dingen", "other things"), lang))
    return listed(parts, lang)


def when(entity: Entity, lang: Lang) -> str:
    """Its period; that of an activity without an end is its day, unless it recurs."""
    start, end = str(entity.first("start") or ""), str(entity.first("end") or "")
    lasting = entity.kind != "activity" or "series" in entity.all("type")
    return say_period(start, end or ("" if lasting else start), lang)


def with_when(entity: Entity, lang: Lang) -> str:
    """Its name, with its period where one is known."""
    period = when(entity, lang)
    return f"{entity.name} ({period})" if period else entity.name


def sector_labels(network: Network, row: int, lang: Lang) -> str:
    """The sectors of somebody as a person lists them."""
    return listed([network.words.choice("sector", sector, lang) for sector in network.sectors_of(row)], lang)


def texts_of(network: Network, entity: Entity, key: str, lang: Lang) -> list[str]:
    """The values of a property that count, in words and without a full stop."""
    property_ = network.words.entities[entity.kind].properties.get(key)
    if property_ is None:
        return []
    return [network.words.value(property_, value, lang).rstrip(".") for value in entity.all(key)]
