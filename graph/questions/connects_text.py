"""What `connects` says: its sentence, notes and caveats, for none, one and many."""

from __future__ import annotations

from collections.abc import Mapping

from graph.between import BETWEEN, Between, Standing
from graph.copresence import BIG
from graph.dates import Date
from graph.naming import SECTOR, Named
from graph.network import Network
from graph.questions.base import some
from graph.texts import Lang, Text, counted, listed, number

MOST = 25
"""Rows of an answer; the sentence counts all."""


def side_label(network: Network, side: Named) -> Text:
    """What a side is called."""
    if side.kind == SECTOR:
        label = network.words.choices["sector"].choices[side.id]
        return Text(label.nl, label.en)
    return Text(side.name, side.name)


def sentence(standing: Standing, shown: list[Between], one: Named, other: Named, lang: Lang) -> str:
    """How many of each kind stand between, and which joins most strongly."""
    network, en = standing.network, lang == "en"
    a, b = (side_label(network, side).say(lang) for side in (one, other))
    counts, total = [], 0
    for name in BETWEEN:
        n, kind = standing.count(name), network.words.entities[name]
        if n:
            total += n
            one_kind, many = Text(kind.label.nl, kind.label.en), Text(kind.plural.nl, kind.plural.en)
            counts.append(counted(n, one_kind, many, lang))
    if not total:
        if en:
            return f"Nobody and nothing in the sources stands between {a} and {b}."
        return f"Niemand en niets in de bronnen staat tussen {a} en {b}."
    who = some(counts, lang, len(counts))
    top = next(it for it in shown if it.pairs)
    pairs = counted(top.pairs, Text("paar", "pair"), Text("paren", "pairs"), lang)
    name = network.names[top.row]
    if en:
        verb, leads = ("stands", "That is") if total == 1 else ("stand", "The strongest link is")
        has = "has" if top.pairs == 1 else "have"
        tie = f"that {has} no tie of {'its' if top.pairs == 1 else 'their'} own in the sources"
        return f"{who} {verb} between {a} and {b}. {leads} {name}, with {pairs} {tie} ({_only(top, lang)})."
    verb, leads = ("staat", "Dat is") if total == 1 else ("staan", "De sterkste schakel is")
    tie = f"{'dat' if top.pairs == 1 else 'die'} in de bronnen zelf geen band {'heeft' if top.pairs == 1 else 'hebben'}"
    return f"Tussen {a} en {b} {verb} {who}. {leads} {name}, met {pairs} {tie} ({_only(top, lang)})."


def _only(it: Between, lang: Lang) -> str:
    if not it.only:
        return "joined elsewhere too" if lang == "en" else "ook elders verbonden"
    if it.only == it.pairs:
        return "joined only here" if lang == "en" else "alleen hier verbonden"
    only = number(it.only, lang)
    return f"{only} of them joined only here" if lang == "en" else f"waarvan {only} alleen hier verbonden"


def note(network: Network, it: Between, sides: tuple[Named, Named], until: Mapping[str, Date], lang: Lang) -> str:
    """For which side one stands, whether a meeting is big, and until when ties with somebody lasted."""
    en = lang == "en"
    one, other = (side_label(network, side).say(lang) for side in sides)
    notes = []
    if it.side == "both":
        notes.append(f"belongs to both {one} and {other}" if en else f"hoort bij {one} én bij {other}")
    elif it.side:
        mine = one if it.side == "from" else other
        notes.append(f"stands for {mine}" if en else f"staat zelf voor {mine}")
    if it.present >= BIG:
        size = number(it.present, lang)
        notes.append(f"big meeting, {size} or more" if en else f"grote bijeenkomst, {size} of meer")
    if until:
        ended = [f"{name} {'until' if en else 'tot'} {end.say(lang)}" for name, end in sorted(until.items())]
        notes.append(listed(ended, lang))
    return "; ".join(notes)


def caveats(standing: Standing, shown: list[Between], one: Named, other: Named, lang: Lang) -> list[str]:
    """How many are known of each side, what is left out, and what a big meeting means."""
    en = lang == "en"
    found = []
    for side, inside in ((one, standing.in_a), (other, standing.in_b)):
        name, n = side_label(standing.network, side).say(lang), int(inside.sum())
        if n == 0:
            found.append(f"The sources name nobody of {name}." if en else f"De bronnen noemen niemand van {name}.")
        else:
            who = counted(n, Text("persoon of organisatie", "person or organisation"), _WHO, lang)
            rest = "the sources do not name everybody" if en else "de bronnen noemen niet iedereen"
            found.append(f"{'Known of' if en else 'Bekend van'} {name}: {who}; {rest}.")
    total = len(standing.rows)
    if total > len(shown):
        first, every = number(len(shown), lang), number(total, lang)
        found.append(
            f"Shown are the first {first} of {every}." if en else f"Getoond zijn de eerste {first} van {every}."
        )
    if any(it.present >= BIG for it in shown):
        found.append(
            "At a big meeting everybody is near everybody: there a pair counts for 1/(n-1)."
            if en
            else "Op een grote bijeenkomst is iedereen dicht bij iedereen: een paar telt daar voor 1/(n-1)."
        )
    return found


_WHO = Text("personen en organisaties", "people and organisations")
