"""What `knows-about` says: how we know, its sentence and its caveats, for none, one and many."""

from __future__ import annotations

from collections import Counter

from graph.aloud import tie_aloud
from graph.freewords import FreeWord
from graph.knowing import DESCRIBED, DIRECT, NAMED, THERE, TOPICS, WORKED, Knowing, Reason, Way
from graph.naming import WORD, Named
from graph.network import ACTORS, Network
from graph.questions.base import some
from graph.telling import counted_kinds
from graph.texts import Lang, Text, listed, number
from graph.wordplaces import NAME, WordPlace

MOST = 25
"""Rows of those that know, and of the rest; the sentence counts all."""

HOW = {
    DIRECT: Text("rechtstreeks", "directly"),
    WORKED: Text("(had|hadden) er een rol in", "had a part in it"),
    DESCRIBED: Text("zo beschreven", "described so"),
    THERE: Text("(was|waren) erbij", "(was|were) there"),
    NAMED: Text("in naam of doel", "in name or goal"),
}
_SHARE = {
    DIRECT: Text("rechtstreeks", "directly"),
    WORKED: Text("met een rol erin", "with a part in it"),
    DESCRIBED: Text("zo beschreven", "described so"),
    THERE: Text("alleen als aanwezige", "only as somebody who was there"),
    NAMED: Text("alleen in naam of doel", "only in name or goal"),
}
WHERE = Text("daar kwam het aan de orde", "where it came up")
SEEKS = Text("(zoekt|zoeken) het zelf", "(seeks|seek) it")


def topic_label(network: Network, topic: Named, lang: Lang) -> str:
    """The subject as it stands in a sentence: a word between quotes, a question with what it is."""
    if topic.kind == WORD:
        return f"“{topic.name}”"
    if topic.kind == "knowledge_question":
        return f"{network.words.entities[topic.kind].label.say(lang)} “{topic.name}”"
    return topic.name


def way_text(network: Network, way: Way, topic: Named, lang: Lang) -> str:
    """One way in words, from the verb on; what its happening has to do with the subject where that is not plain."""
    if way.tie < 0:
        return reason_text(network, way.reason, lang)
    text = tie_aloud(network, way.tie, network.tie(way.tie), lang, subject=False)
    if way.present:
        text += f", {'of' if lang == 'en' else 'van'} {number(way.present, lang)}"
    place = way.reason.place
    if place is not None and not place.tie and place.key != NAME:
        return f"{text} ({_place_text(network, place, lang)})"
    if way.reason.ties and not _plain(network, way, topic):
        return f"{text} ({tie_aloud(network, way.reason.ties[0], network.tie(way.reason.ties[0]), lang)})"
    return text


def reason_text(network: Network, reason: Reason, lang: Lang) -> str:
    """Why something has to do with the subject."""
    if reason.ties:
        texts = [
            tie_aloud(network, row, network.tie(row), lang, subject=bool(place))
            for place, row in enumerate(reason.ties[:2])
        ]
        return texts[0] if len(texts) == 1 else f"{texts[0]} ({texts[1]})"
    return _place_text(network, reason.place, lang) if reason.place else ""


def _plain(network: Network, way: Way, topic: Named) -> bool:
    """Whether the happening is about the subject itself, so that saying so again adds nothing."""
    (tie, *more) = way.reason.ties
    kind = network.tie_kinds[network.tie_kind[tie]]
    return not more and kind == "about" and int(network.head[tie]) == topic.row


def _place_text(network: Network, place: WordPlace, lang: Lang) -> str:
    """The text in which the word stands, with what it is."""
    if place.key == NAME:
        return "the word stands in the name" if lang == "en" else "het woord staat in de naam"
    entity = network.entity(place.row)
    property_ = network.words.entities[entity.kind].properties[place.key]
    said = network.words.value(property_, entity.properties[place.key][place.value].value, lang)
    return f"{property_.label.say(lang)}: {said.rstrip('.')}"


def sentence(network: Network, found: Knowing, order: list[int], topic: Named, lang: Lang) -> str:
    """How many there are, how directly they know, who does most so, and where it came up."""
    name, en = topic_label(network, topic, lang), lang == "en"
    where = [network.names[row] for row in sorted(found.where, key=lambda row: network.names[row])]
    if not order:
        return _nobody(network, found, where, topic, name, lang)
    shares = Counter(found.ways[row][0].how for row in order)
    parts = [f"{number(shares[how], lang)} {said.say(lang)}" for how, said in _SHARE.items() if shares[how]]
    first = f"{network.names[order[0]]} ({way_text(network, found.ways[order[0]][0], topic, lang)})"
    counts = counted_kinds(network, order, lang, ACTORS)
    told = f"For {name} the sources name {counts}" if en else f"Bij {name} noemen de bronnen {counts}"
    if len(order) == 1:
        told += f", {_SHARE[found.ways[order[0]][0].how].say(lang)}: {first}."
    else:
        most = "Most directly" if en else "Het meest rechtstreeks"
        share = f", {_only(shares, lang)}" if len(parts) == 1 else f": {listed(parts, lang)}"
        told += f"{share}. {most}: {first}."
    return told + _came_up(where, lang)


def _only(shares: Counter[str], lang: Lang) -> str:
    """How all of them know, when all know in the same way."""
    (how,) = shares
    return f"{'all' if lang == 'en' else 'allemaal'} {_SHARE[how].say(lang)}"


def _came_up(where: list[str], lang: Lang) -> str:
    if not where:
        return ""
    return f" It came up at {some(where, lang)}." if lang == "en" else f" Het kwam aan de orde bij {some(where, lang)}."


def _nobody(network: Network, found: Knowing, where: list[str], topic: Named, name: str, lang: Lang) -> str:
    en = lang == "en"
    told = (
        f"The sources name nobody who knows about {name}."
        if en
        else f"De bronnen noemen niemand die iets weet van {name}."
    )
    if where or found.unheld or found.seeks or topic.kind != WORD:
        return told + _came_up(where, lang)
    known = [network.names[row] for row in network.rows_of_kind(*TOPICS).tolist()]
    near = FreeWord.of(topic.name).near(known)
    if near:
        return (
            f"{told} What comes near: {listed(near, lang)}."
            if en
            else f"{told} In de buurt komen: {listed(near, lang)}."
        )
    return f"{told} Nothing that they name comes near." if en else f"{told} Niets wat zij noemen komt in de buurt."


def caveats(network: Network, found: Knowing, topic: Named, lang: Lang) -> list[str]:
    """What was looked for, what is left out, and what having been there does not say."""
    en = lang == "en"
    notes = []
    if topic.kind == WORD:
        notes.append(
            "Looked for is the word itself, in names and in what the sources say; not what means the same."
            if en
            else "Gezocht is het woord zelf, in namen en in wat de bronnen zeggen; niet wat hetzelfde betekent."
        )
    total, rest = len(found.ways), len(found.where) + len(found.unheld) + len(found.seeks)
    for shown, what in ((total, Text("die ervan weten", "that know")), (rest, Text("overige rijen", "other rows"))):
        if shown > MOST:
            first, every = number(MOST, lang), number(shown, lang)
            notes.append(
                f"Shown are the first {first} of {every} {what.en}."
                if en
                else f"Getoond zijn de eerste {first} van de {every} {what.nl}."
            )
    if any(ways[0].how == THERE for ways in found.ways.values()):
        notes.append(
            "Having been there is not yet knowing; at something big it says next to nothing."
            if en
            else "Erbij zijn is nog geen weten; bij iets groots zegt het haast niets."
        )
    notes.append(
        "Who is not here may know about it too: the sources do not name everybody."
        if en
        else "Wie hier niet staat, kan er ook van weten: de bronnen noemen niet iedereen."
    )
    return notes
