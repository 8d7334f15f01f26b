"""Who needs what, who offers it, and which needs are unmet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from graph.dates import Date
from graph.jsontext import Json
from graph.matching import Match, family, matches
from graph.model import Tie
from graph.naming import Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes, some
from graph.questions.parameters import Parameter
from graph.telling import sector_labels
from graph.texts import Lang, Text, counted

STALE_AFTER = 3 * 365
"""Days before the newest source after which what was needed or offered is called stale."""

_WHO = ("person", "organisation", "project", "place")
_TARGETS = ("theme", "knowledge_type", "place", "organisation")


class NeedsAndOffers:
    """Unmet needs, and the offers that match them.

    A need and an offer match when both are around the same subject: a theme, a kind of knowledge, a place
    or an organisation; of a theme or kind of knowledge also one that is a part of the other. `what`
    tells in the words of the sources what is needed and offered, for a person to judge whether it
    fits. Nobody meets a need of its own.

    Asked for a person, organisation, project or place: its needs, and the needs that its offers match.
    Asked for a theme, kind of knowledge, place or organisation: the needs around it. Rows are needs, the
    unmet ones last. A need or offer that ended, or that the sources told of more than three years before
    the newest source here, is marked as stale, and matches all the same.
    """

    name = "needs-and-offers"
    label = Text("Vraag en aanbod", "Needs and offers")
    asks = Text("Wie zoekt en wie biedt wat rond {about}?", "Who needs and who offers what around {about}?")
    parameters = (
        Parameter(
            "about",
            Text("wie, of waarover; leeg is alle", "who, or about what; empty is all"),
            tuple(dict.fromkeys((*_TARGETS, *_WHO))),
            required=False,
        ),
    )
    example: ClassVar[Mapping[str, str]] = {}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, about = Notes(network), given.get("about")
        found = [match for match in matches(network) if about is None or _concerns(network, match, about.row)]
        found.sort(key=lambda m: (not m.offers, network.names[m.target], network.names[network.tail[m.need]], m.need))
        newest = _newest(network)
        answer = Answer(
            self.name,
            {"about": about.id if about else None},
            "",
            (
                Column("name", Text("wie zoekt", "who needs")),
                Column("what", Text("wat", "what")),
                Column("target_name", Text("rond", "around")),
                Column("offer_names", Text("wie biedt", "who offers")),
                Column("offers", Text("wat", "what")),
                Column("note", Text("opmerking", "note")),
            ),
            network.version,
        )
        for match in found:
            answer.rows.append(_row(network, notes, match, newest, lang))
        if about:
            notes.draw([about.id])
            answer.sentence_evidence = notes.note_known(network.entity(about.row))
        answer.sentence = _sentence(answer, about, lang)
        answer.caveats = [_FITS.say(lang)] if answer.rows else []
        return notes.finish(answer, lang)


_FITS = Text(
    "Een aanbod rond hetzelfde onderwerp hoeft niet te passen; lees wat er gezocht en geboden wordt.",
    "An offer around the same subject need not fit; read what is needed and what is offered.",
)


def _concerns(network: Network, match: Match, row: int) -> bool:
    who = {int(network.tail[tie]) for tie in (match.need, *match.offers)}
    return row in who or row in family(network, match.target)


def _newest(network: Network) -> int:
    """The first day of the newest date of a source; 0 when no source has one."""
    return max(
        (Date.parse(str(s["published"])).first for s in network.sources.values() if s.get("published")), default=0
    )


def _row(network: Network, notes: Notes, match: Match, newest: int, lang: Lang) -> dict[str, Json]:
    need, offers = network.tie(match.need), [network.tie(tie) for tie in match.offers]
    who = int(network.tail[match.need])
    evidence = notes.note_ties([need, *offers])
    evidence += notes.note_values(value for tie in (need, *offers) for value in tie.properties.get("what", ()))
    names = sorted({network.names[network.tail[tie]] for tie in match.offers})
    stale = [_stale(network, tie, newest, lang) for tie in (need, *offers)]
    said = list(dict.fromkeys(filter(None, stale)))
    if not offers:
        said.insert(0, "nobody is said to offer it" if lang == "en" else "niemand biedt dit volgens de bronnen")
    return {
        "id": network.ids[who],
        "name": network.names[who],
        "kind": network.kinds[network.kind[who]],
        "sector_labels": sector_labels(network, who, lang),
        "what": _what(network, need, lang),
        "target": network.ids[match.target],
        "target_name": network.names[match.target],
        "offered_by": list[Json](dict.fromkeys(network.ids[network.tail[tie]] for tie in match.offers)),
        "offer_names": some(names, lang),
        "offers": "; ".join(dict.fromkeys(filter(None, (_what(network, tie, lang) for tie in offers)))),
        "stale": bool(any(stale)),
        "note": "; ".join(said),
        "evidence": list(dict.fromkeys(evidence)),
    }


def _what(network: Network, tie: Tie, lang: Lang) -> str:
    property_ = network.words.ties[tie.kind].properties["what"]
    return "; ".join(network.words.value(property_, value, lang).rstrip(".") for value in tie.all("what"))


def _stale(network: Network, tie: Tie, newest: int, lang: Lang) -> str:
    """That a need or offer ended, or since when nobody told of it, where that is long ago."""
    en, what = lang == "en", Text("gezocht", "needed") if tie.kind == "needs" else Text("geboden", "offered")
    if tie.end and Date.parse(tie.end).last < newest:
        until = Date.parse(tie.end).say(lang)
        return f"{what.en} until {until}" if en else f"{what.nl} tot {until}"
    told = [e.as_of or str(network.sources.get(e.source, {}).get("published") or "") for e in tie.evidence]
    days = [Date.parse(day) for day in told if day]
    if days and newest and max(day.last for day in days) < newest - STALE_AFTER:
        last = max(days, key=lambda day: day.last).say(lang)
        return f"{what.en} as of {last}" if en else f"{what.nl}, stand van {last}"
    return ""


def _sentence(answer: Answer, about: Named | None, lang: Lang) -> str:
    en = lang == "en"
    of = (f" around {about.name}" if en else f" rond {about.name}") if about else ""
    if not answer.rows:
        return f"The sources tell of no need{of}." if en else f"De bronnen noemen{of} niets dat gezocht wordt."
    needs = counted(len(answer.rows), Text("behoefte", "need"), Text("behoeften", "needs"), lang)
    met = [row for row in answer.rows if row["offered_by"]]
    told = f"The sources tell of {needs}{of}" if en else f"De bronnen noemen {needs}{of}"
    if not met:
        return f"{told}; {'no offer matches' if en else 'er past geen aanbod bij'}."
    matched = (
        f"{len(met)} {'has' if len(met) == 1 else 'have'} a matching offer"
        if en
        else (f"bij {len(met)} past een aanbod")
    )
    first = met[0]
    lead = (
        f"{first['offer_names']} for {first['name']}, around {first['target_name']}"
        if en
        else f"{first['offer_names']} voor {first['name']}, rond {first['target_name']}"
    )
    return f"{told}; {matched}: {lead}{'' if len(met) == 1 else ' and others' if en else ' en andere'}."
