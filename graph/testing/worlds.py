"""Hypothesis strategies for small made-up worlds in which much is said twice and differently.

Names, keys and dates come from tiny pools, so that sources meet: mentions share names,
corrections find or miss what they mend, periods overlap, touch or stay apart.
"""

from __future__ import annotations

from hypothesis import strategies as st

from graph.jsontext import Json
from graph.judgements import VERDICTS
from graph.statements import MENTION, Statement, mention_id
from graph.testing.source import Source

SOURCES = ("s1", "s2", "s3")
KEYS = ("a", "b", "c", "d")
NAMES = ("Aap", "AAP", "Áap!", "Noot", "Mies")
KINDS = ("person", "person", "organisation", "activity", "seat")
YEARS = ("", "", "2018", "2019", "2019-06", "2020-01-01", "2021")
ROLES = ("", "", "speaker", "host")
CERTAINTIES = ("stated", "stated", "inferred", "hearsay")
_KIND_OF = dict(zip(KEYS, KINDS[1:], strict=True))

addresses = st.builds(mention_id, st.sampled_from(SOURCES), st.sampled_from(KEYS))
"""Mentions that a world may have."""

pairs = st.tuples(addresses, addresses).filter(lambda pair: pair[0] != pair[1])


@st.composite
def sources(draw: st.DrawFn, ids: st.SearchStrategy[str] = st.sampled_from(SOURCES)) -> Source:  # noqa: B008
    """A source with mentions, properties, ties, corrections and judgements, all of which keep the rules."""
    source = Source(draw(ids), published=draw(st.sampled_from(["", "2020", "2021-05"])))
    mentions = [_mention(draw, source, key) for key in draw(st.lists(st.sampled_from(KEYS), unique=True))]
    if len(mentions) > 1:
        for _ in range(draw(st.integers(0, 4))):
            _tie(draw, source, *draw(st.permutations(mentions))[:2])
    for _ in range(draw(st.sampled_from([0, 0, 1, 2]))):
        source.correct(_named(draw), "name", draw(st.sampled_from(NAMES)))
    for verdict, pair in draw(st.lists(st.tuples(st.sampled_from(VERDICTS), pairs), max_size=2)):
        if all(mention.partition(":")[0] != source.id or mention in {m.subject for m in mentions} for mention in pair):
            source.judge(verdict, *pair)
    return source


@st.composite
def worlds(draw: st.DrawFn) -> list[Source]:
    """A few sources, each once."""
    return [draw(sources(st.just(id_))) for id_ in draw(st.lists(st.sampled_from(SOURCES), min_size=1, unique=True))]


def _mention(draw: st.DrawFn, source: Source, key: str) -> Statement:
    kind = draw(st.sampled_from(KINDS)) if draw(st.booleans()) else _KIND_OF[key]
    certainty = draw(st.sampled_from(CERTAINTIES))
    reason: Json = {"en": "so it seems"} if certainty == "inferred" else None
    mention = source.mention(key, kind, draw(st.sampled_from(NAMES)), certainty=certainty, reason=reason)
    if kind == "activity":
        start = draw(st.sampled_from(YEARS))
        if start:
            source.property(mention, "start", start)
        elif draw(st.booleans()):
            source.property(mention, "type", "series")
    if kind == "organisation" and draw(st.booleans()):
        type_ = source.property(mention, "type", draw(st.sampled_from(["company", "group"])))
        if draw(st.booleans()):
            source.correct(type_, "type", "group")
    return mention


def _tie(draw: st.DrawFn, source: Source, from_: Statement, to: Statement) -> None:
    kind = _TIES.get((from_.word, to.word))
    if kind is None:
        return
    start, end, role = draw(st.sampled_from(YEARS)), draw(st.sampled_from(YEARS)), draw(st.sampled_from(ROLES))
    said = {"start": start, "end": "" if start and end and end < start else end}
    if kind in ("works_for", "took_part_in"):
        said["role"] = role
    as_of = draw(st.sampled_from(YEARS))
    tie = source.tie(from_, kind, to, as_of=as_of, **{key: value for key, value in said.items() if value})
    if kind == "part_of":
        source.tie_property(tie, "edition", {"nl": draw(st.sampled_from(["1", "2"]))})
    if kind == "took_part_in" and draw(st.booleans()):
        source.correct(tie, "role", draw(st.sampled_from(ROLES[2:])))
    if start and draw(st.booleans()):
        source.correct(tie, "start", "2018")


_TIES = {
    ("person", "person"): "knows",
    ("person", "organisation"): "works_for",
    ("person", "activity"): "took_part_in",
    ("person", "seat"): "fills",
    ("organisation", "organisation"): "part_of",
    ("organisation", "activity"): "took_part_in",
    ("activity", "activity"): "part_of",
}


def _named(draw: st.DrawFn) -> Statement:
    """A mention that some source may make, or not."""
    id_, key, name = draw(st.sampled_from(SOURCES)), draw(st.sampled_from(KEYS)), draw(st.sampled_from(NAMES))
    return Statement(MENTION, id_, mention_id(id_, key), _KIND_OF[key], value=name)
