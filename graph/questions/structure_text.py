"""What several questions about structure say of how they count."""

from __future__ import annotations

from collections.abc import Iterable

from graph.bonds import groups
from graph.network import Network
from graph.texts import Lang, Text

BONDS = Text(
    "Geteld zijn vermelde en afgeleide banden, en kleine bijeenkomsten; dat twee geen band hebben zegt alleen dat geen"
    " bron er een noemt.",
    "Counted are stated and inferred ties, and small meetings; that two have no bond says only that no source names"
    " one.",
)

THINGS = (
    Text("activiteit of project", "activity or project"),
    Text("activiteiten en projecten", "activities and projects"),
)


def shown_of(shown: int, total: int, lang: Lang) -> list[str]:
    """That not all rows are shown, where that is so."""
    if total <= shown:
        return []
    return [f"Shown are {shown} of {total}." if lang == "en" else f"Getoond zijn {shown} van de {total}."]


def nameless(network: Network, rows: Iterable[int], lang: Lang) -> list[str]:
    """That groups without names are among them, where that is so."""
    if not groups(network)[list(rows)].any():
        return []
    return [
        "Groups without names count as one party." if lang == "en" else "Groepen zonder namen tellen als één partij."
    ]
