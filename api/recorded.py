"""What a change told of introductions, or took back, in words: what, of whom, and who is new to the network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.changes import STATEMENT, Change
from graph.desk import Desk
from graph.introductions.book import about
from graph.introductions.steps import INTRODUCTIONS, PROPERTY, STEPS, step_aloud
from graph.network import ACTORS, Network
from graph.statements import MENTION, TIE, Statement, source_of
from graph.statements import PROPERTY as IS
from graph.texts import Lang, Text, listed
from graph.words import Words

_STEP = {word: step for step, word in PROPERTY.items()}
_LEADS = {True: Text("Vastgelegd", "Recorded"), False: Text("Teruggenomen", "Taken back")}
_LED = Text("leidde tot", "led to")
_NEAR = 3
ALREADY = Text("Dat was al vastgelegd.", "That was recorded already.")


def recorded(desk: Desk, change: Change, lang: Lang) -> str:
    """A change of the source of introductions in a few sentences, as whoever made it wants to read it back."""
    network, ids = desk.network(), set(change.ids(STATEMENT))
    with desk.store.reading() as view:
        held = {id_ for what, id_, _ in view.held(INTRODUCTIONS) if what == STATEMENT}
        known = view.statements(held | ids)
    names = {s.subject: str(s.value) for s in known if s.form == MENTION}
    added = set(change.ids(STATEMENT, True))
    # a mention may be gone, with a change that was undone
    said = [s for s in known if s.id in ids and (s.form == TIE or s.word in _STEP) and about(s) <= names.keys()]
    now = [s for s in said if s.id in added]
    parts = list(_parts(now or said, names, desk.words, lang))
    lead = _LEADS[bool(now if said else added)].say(lang)
    new = [s for s in known if s.id in added and s.form == MENTION and s.word != "introduction"]
    return " ".join([f"{lead}: {'; '.join(parts)}." if parts else f"{lead}.", *_new(desk, network, new, lang)])


def _parts(said: Sequence[Statement], names: dict[str, str], words: Words, lang: Lang) -> Iterator[str]:
    """The steps that were told, with the names of the two and of who made it, then what it led to."""
    by = [names[s.subject] for s in said if s.word == "arranged"]
    whose = f" {'by' if lang == 'en' else 'door'} {listed(sorted(by), lang)}" if by else ""
    order = list(STEPS)
    steps = sorted((s for s in said if s.form == IS), key=lambda s: order.index(_STEP[s.word]))
    for s in steps:
        made = s.word == "start"
        yield f"{names[s.subject]}, {step_aloud(_STEP[s.word], str(s.value), lang)}{whose if made else ''}"
    if whose and not any(s.word == "start" for s in steps):
        yield f"{next(names[s.object] for s in said if s.word == 'arranged')}, {STEPS['made'].say(lang)}{whose}"
    for s in said:
        if s.word == "follows_from":
            yield f"{names[s.object]}, {_LED.say(lang)}: {names[s.subject]}"
        elif s.form == TIE and s.word not in ("arranged", "brings_together"):
            led = words.sentence(s.word, names[s.subject], names[s.object], {}, lang)
            yield f"{_LED.say(lang)}: {led}"


def _new(desk: Desk, network: Network, mentions: Sequence[Statement], lang: Lang) -> Iterator[str]:
    """Who or what no other source names, each with the nearest names that the network has."""
    for mention in mentions:
        row = network.row_of(mention.subject)
        if row is None or any(source_of(id_) != INTRODUCTIONS for id_ in network.entity(row).ids):
            continue
        kinds = ACTORS if mention.word in ACTORS else (mention.word,)
        near = [n.name for n in desk.naming(network).find(str(mention.value), kinds) if n.row != row][:_NEAR]
        new, like = (
            ("is new to the network", "It is like") if lang == "en" else ("is nieuw in het netwerk", "Het lijkt op")
        )
        yield f"{mention.value} {new}." + (f" {like}: {'; '.join(near)}." if near else "")
