"""What `changed` says, and the words of its rows."""

from __future__ import annotations

from graph.difference import Difference
from graph.network import Network
from graph.questions.base import Answer, some
from graph.telling import counted_kinds
from graph.texts import Lang, Text, counted

NEW, GONE, JOINED, PARTED, ALTERED = "new", "gone", "joined", "parted", "altered"
STATES = {
    NEW: Text("nieuw", "new"),
    GONE: Text("weg", "gone"),
    JOINED: Text("nu één, eerder", "one now, before"),
    PARTED: Text("nu verschillend", "several now"),
    ALTERED: Text("veranderd", "changed"),
}
_TIES = (Text("band", "tie"), Text("banden", "ties"))
_CHANGES = (Text("wijziging", "change"), Text("wijzigingen", "changes"))
_THINGS = (Text("ding", "thing"), Text("dingen", "things"))
_DETAILS = (Text("gegeven", "detail"), Text("gegevens", "details"))


def sentence(network: Network, found: Difference, since: int, answer: Answer, lang: Lang) -> str:
    """How many changes there were, by what, and what is new, gone and changed."""
    en = lang == "en"
    n = counted(len(found.changes), *_CHANGES, lang)
    told = f"Since version {since}: {n}" if en else f"Sinds versie {since}: {n}"
    if found.changes:
        told += f" ({some([change.why for change in found.changes], lang)})"
    states = [str(row["state"]) for row in answer.rows]
    rows = [row for entity in found.new if (row := network.row_of(entity.id)) is not None]
    new = [*([counted_kinds(network, rows, lang)] if rows else []), *_counted(len(found.new_ties), _TIES, lang)]
    gone = [*_counted(len(found.gone), _THINGS, lang), *_counted(len(found.gone_ties), _TIES, lang)]
    parts = []
    if new:
        parts.append(f"{'New' if en else 'Nieuw'}: {'; '.join(new)}.")
    if gone:
        parts.append(f"{'Gone' if en else 'Weg'}: {'; '.join(gone)}.")
    if JOINED in states or PARTED in states:
        one, several = states.count(JOINED), states.count(PARTED)
        parts.append(f"Joined: {one}, parted: {several}." if en else f"Samengevoegd: {one}, gesplitst: {several}.")
    if ALTERED in states:
        details = counted(states.count(ALTERED), *_DETAILS, lang)
        parts.append(f"Changed: {details}." if en else f"Veranderd: {details}.")
    if not parts:
        parts.append("The network is as it was then." if en else "Het netwerk is zoals het toen was.")
    return " ".join([f"{told}.", *parts])


def _counted(n: int, words: tuple[Text, Text], lang: Lang) -> list[str]:
    return [counted(n, *words, lang)] if n else []
