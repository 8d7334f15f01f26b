"""What a load would do, and what may be the same, in words and in JSON; nothing personal is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from graph.dates import say_period
from graph.jsontext import Json
from graph.preview import Preview, Thing
from graph.statements import CORRECTION, MENTION, SOURCE, TIE, TIE_PROPERTY, Statement
from graph.texts import Lang, Text, counted, say
from graph.words import Property, Words
from ingest.duplicates import Proposal

MOST = 20
_UNITS = (Text("uitspraak", "statement"), Text("uitspraken", "statements"))


def preview_json(preview: Preview, proposals: Sequence[Proposal], words: Words, lang: Lang) -> dict[str, Json]:
    """What a load would do, by things."""

    def things(found: Iterable[Thing]) -> list[Json]:
        return [
            {
                "id": thing.id,
                "kind": thing.kind,
                "name": thing.name,
                "known": {"id": thing.known[0], "name": thing.known[1]} if thing.known[0] else None,
                "added": [*said_all(thing, thing.added, preview.names, words, lang)],
                "withdrawn": [*said_all(thing, thing.withdrawn, preview.names, words, lang)],
            }
            for thing in found
        ]

    return {
        "new": things(preview.new),
        "changed": things(preview.changed),
        "gone": things(preview.gone),
        "unchanged": preview.unchanged,
        "moved": preview.moved,
        "judgements": {"added": preview.judgements_added, "withdrawn": preview.judgements_withdrawn},
        "maybe_same": [proposal_json(proposal, lang) for proposal in proposals],
    }


def proposal_json(proposal: Proposal, lang: Lang) -> dict[str, Json]:
    """A pair that may be the same."""
    return {
        "id": f"maybe/{proposal.a.id}/{proposal.b.id}",
        "kind": "maybe",
        "a": proposal.a.id,
        "b": proposal.b.id,
        "name": proposal.a.name,
        "names": [proposal.a.name, proposal.b.name],
        "entity": proposal.kind,
        "weight": proposal.weight,
        "reasons": [reason.say(lang) for reason in proposal.reasons],
        "command": proposal.command(lang),
    }


def preview_lines(preview: Preview, proposals: Sequence[Proposal], words: Words, lang: Lang) -> list[str]:
    """What a load would do, as text: what is new, changed, gone and perhaps known already, the first of each."""
    en, id_ = lang == "en", preview.report.id
    lines = [f"{id_}: {'nothing was written; a load would give' if en else 'er is niets geschreven; laden zou geven'}"]
    pair = [[f"    {proposal_line(one, words, lang)}"] for one in proposals]
    for title, things, lines_of in (
        (Text("nieuw", "new"), preview.new, _new),
        (Text("gewijzigd", "changed"), preview.changed, _changed),
        (Text("verdwijnt", "gone"), preview.gone, _gone),
    ):
        if things:
            lines.append(f"  {title.say(lang)}: {kinds_counted(things, words, lang)}")
            lines += _first([lines_of(thing, preview.names, words, lang) for thing in things], lang)
    if proposals:
        lines += [
            f"  {'perhaps known already' if en else 'misschien al bekend'}: {len(proposals)}",
            *_first(pair, lang),
        ]
    if preview.unchanged or len(lines) == 1:
        lines.append(f"  {'unchanged' if en else 'ongewijzigd'}: {preview.unchanged}")
    if preview.moved:
        where = "only at another place in the file" if en else "alleen op een andere plaats in het bestand"
        lines.append(f"  {where}: {counted(preview.moved, *_UNITS, lang)}")
    return lines


def proposal_line(proposal: Proposal, words: Words, lang: Lang) -> str:
    """A pair and its reasons in one line."""
    kind = words.entities[proposal.kind].label.say(lang)
    return f"{proposal.a.name} ~ {proposal.b.name} ({kind}): {proposal.why(lang)}"


def kinds_counted(things: Iterable[Thing], words: Words, lang: Lang) -> str:
    """How many there are of each kind, in words."""
    found = []
    for kind, n in Counter(thing.kind for thing in things).items():
        one = words.entities.get(kind, words.source)
        found.append(counted(n, Text(one.label.nl, one.label.en), Text(one.plural.nl, one.plural.en), lang))
    return ", ".join(found)


def _first(blocks: Sequence[list[str]], lang: Lang) -> list[str]:
    lines = [line for block in blocks[:MOST] for line in block]
    rest = len(blocks) - MOST
    if rest > 0:
        lines.append(
            f"    … and {rest} more; --json gives all" if lang == "en" else f"    … en {rest} meer; --json geeft alles"
        )
    return lines


def _new(thing: Thing, _: Mapping[str, str], words: Words, lang: Lang) -> list[str]:
    id_, name = thing.known
    becomes = f": becomes one with {name} ({id_})" if lang == "en" else f": wordt één met {name} ({id_})"
    return [f"    {_named(thing, words, lang)}{becomes if id_ else ''}"]


def _gone(thing: Thing, _: Mapping[str, str], words: Words, lang: Lang) -> list[str]:
    id_, name = thing.known
    stays = f": stays as {name} ({id_})" if lang == "en" else f": blijft als {name} ({id_})"
    return [f"    {_named(thing, words, lang)}{stays if id_ else ''}"]


def _changed(thing: Thing, names: Mapping[str, str], words: Words, lang: Lang) -> list[str]:
    lost = [f"      − {text}" for text in said_all(thing, thing.withdrawn, names, words, lang)]
    gained = [f"      + {text}" for text in said_all(thing, thing.added, names, words, lang)]
    return [f"    {_named(thing, words, lang)}", *lost, *gained]


def _named(thing: Thing, words: Words, lang: Lang) -> str:
    return f"{thing.name} ({words.entities.get(thing.kind, words.source).label.say(lang)})"


def said_all(
    thing: Thing, statements: Iterable[Statement], names: Mapping[str, str], words: Words, lang: Lang
) -> list[str]:
    """What is said of a thing, in words, each once."""
    return list(dict.fromkeys(said(statement, thing.kind, names, words, lang) for statement in statements))


def said(statement: Statement, kind: str, names: Mapping[str, str], words: Words, lang: Lang) -> str:
    """One statement about something of this kind, in words; of what is personal only that it is there."""
    if statement.form == MENTION:
        return f"{'name' if lang == 'en' else 'naam'}: {statement.value}"
    if statement.form == TIE:
        return _tie(statement, names, words, lang)
    property_ = _property(statement, kind, words)
    label = property_.label.say(lang) if property_ else statement.word
    if statement.word in words.personal:
        return f"{label} ({'not shown' if lang == 'en' else 'niet getoond'})"
    value = words.value(property_, statement.value, lang) if property_ else say(statement.value, lang)
    mended = ("correction of " if lang == "en" else "verbetering van ") if statement.form == CORRECTION else ""
    return f"{mended}{label}: {value}"


def _tie(statement: Statement, names: Mapping[str, str], words: Words, lang: Lang) -> str:
    from_, to = (names.get(end, end) for end in (statement.subject, statement.object))
    own = {key: value for key, value in statement.properties if key not in words.personal}
    text = words.sentence(statement.word, from_, to, own, lang)
    period = say_period(str(own.get("start") or ""), str(own.get("end") or ""), lang)
    return f"{text} ({period})" if period else text


def _property(statement: Statement, kind: str, words: Words) -> Property | None:
    """What the words say of a property; of one that hangs on a tie, what any tie says that has it."""
    owners = [words.source.properties] if kind == SOURCE else [words.entities[kind].properties]
    if statement.form in (TIE_PROPERTY, CORRECTION):
        owners += [tie.properties for tie in words.ties.values()]
    return next((properties[statement.word] for properties in owners if statement.word in properties), None)
