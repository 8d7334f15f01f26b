"""Bad input: each rule has a message that is read here, and nothing of what breaks it reaches the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.adapters import MemoryStore
from graph.errors import Refused
from graph.knowledge import Knowledge
from graph.rules import fits
from graph.statements import Statement
from graph.testing.source import Source
from tests.worlds import WORDS, contents

Bad = Callable[[Source], Statement]


class Paper(Source):
    """A source of ten lines with Ann, Bob and a shop; the statements `more` come after."""

    def __init__(self) -> None:
        super().__init__("news")
        self.source("lines", 10)
        self.mention("ann", "person", "Ann")
        self.mention("bob", "person", "Bob")
        self.mention("shop", "organisation", "Shop")
        self.mention("tour", "activity", "Tour")


def with_(source: Source, /, **change: object) -> Statement:
    """The last statement of a source said otherwise."""
    changed = replace(source.statements.pop(), **change)  # type: ignore[arg-type]
    return source._add(changed)


BAD: dict[str, tuple[Bad, str, str]] = {
    "an unknown kind of entity": (
        lambda s: s.mention("x", "robot", "R2"),
        "er is geen soort 'robot'; kies uit activity,",
        "there is no kind 'robot'; choose from activity,",
    ),
    "an unknown kind of tie": (
        lambda s: s.tie("news:ann", "adores", "news:bob"),
        "er is geen band 'adores'; kies uit about,",
        "there is no tie 'adores'; choose from about,",
    ),
    "an unknown property": (
        lambda s: s.property("news:ann", "shoe_size", 42),
        "person heeft hier geen eigenschap 'shoe_size'; wel: sector,",
        "person has no property 'shoe_size' here; it has: sector,",
    ),
    "an unknown property of a source": (
        lambda s: s.source("colour", "red"),
        "source heeft hier geen eigenschap 'colour'",
        "source has no property 'colour' here",
    ),
    "an unknown property on a tie": (
        lambda s: s.tie("news:ann", "knows", "news:bob", role="owner"),
        "knows heeft hier geen eigenschap 'role'; wel: start, end",
        "knows has no property 'role' here; it has: start, end",
    ),
    "a tie between kinds that its file forbids": (
        lambda s: s.tie("news:shop", "works_for", "news:ann"),
        "works_for gaat niet van organisation naar person; wel: person → organisation",
        "works_for does not go from organisation to person; it may go: person → organisation",
    ),
    "a tie with itself": (
        lambda s: s.tie("news:ann", "knows", "news:ann"),
        "knows van news:ann met zichzelf",
        "knows of news:ann with itself",
    ),
    "a tie to what the source does not mention": (
        lambda s: s.tie("news:ann", "knows", "news:carl"),
        "'news:carl' is in deze bron niet genoemd, of is geweigerd",
        "'news:carl' is not mentioned in this source, or was refused",
    ),
    "a tie to a mention of another source": (
        lambda s: s.tie("news:ann", "knows", "almanac:bob"),
        "'almanac:bob' is in deze bron niet genoemd",
        "'almanac:bob' is not mentioned in this source",
    ),
    "an end before the start of a tie": (
        lambda s: s.tie("news:ann", "knows", "news:bob", start="2021-09", end="2021-08-31"),
        "het einde 2021-08-31 ligt voor het begin 2021-09",
        "the end 2021-08-31 lies before the start 2021-09",
    ),
    "an end before the start of an entity": (
        lambda s: (s.property("news:shop", "end", "2020"), s.property("news:shop", "start", "2021"))[1],
        "het einde 2020 ligt voor het begin 2021",
        "the end 2020 lies before the start 2021",
    ),
    "an impossible date": (
        lambda s: s.property("news:tour", "start", "2021-02-30"),
        "'2021-02-30' is geen datum; schrijf 2021, 2021-09 of 2021-09-03",
        "'2021-02-30' is not a date; write 2021, 2021-09 or 2021-09-03",
    ),
    "an impossible month": (
        lambda s: s.property("news:tour", "start", "2021-00"),
        "'2021-00' is geen datum",
        "'2021-00' is not a date",
    ),
    "an impossible date as of which": (
        lambda s: s.tie("news:ann", "knows", "news:bob", as_of="last year"),
        "'last year' is geen datum",
        "'last year' is not a date",
    ),
    "a locator outside the source": (
        lambda s: s.mention("x", "person", "X", locator="lines 9-11"),
        "'lines 9-11' ligt buiten de bron, die 10 regels heeft",
        "'lines 9-11' lies outside the source, which has 10 lines",
    ),
    "a locator that runs backward": (
        lambda s: s.mention("x", "person", "X", locator="lines 9-3"),
        "'lines 9-3' loopt niet van voor naar achter",
        "'lines 9-3' does not run forward",
    ),
    "a line nought": (
        lambda s: s.mention("x", "person", "X", locator="line 0"),
        "loopt niet van voor",
        "does not run forward",
    ),
    "a locator that is none": (
        lambda s: s.mention("x", "person", "X", locator="somewhere"),
        "'somewhere' is geen plaats in een bron",
        "'somewhere' is not a place in a source",
    ),
    "more than six printed words": (
        lambda s: s.mention("x", "person", "X", printed="one two three four five six seven"),
        "ten hoogste 6 woorden van de bron",
        "at most 6 words of the source",
    ),
    "a key twice with another kind": (
        lambda s: s.mention("ann", "place", "Ann"),
        "news:ann is al van de soort person",
        "news:ann is already of the kind person",
    ),
    "a key that cannot be one": (
        lambda s: s.mention("Ann de Boer", "person", "Ann"),
        "sleutel 'Ann de Boer': kleine letters, cijfers, punt",
        "key 'Ann de Boer': lower case letters, digits, dot",
    ),
    "a mention without a name": (lambda s: s.mention("x", "person", " "), "' ' is geen tekst", "' ' is not text"),
    "a value not in its kept form": (
        lambda s: s.property("news:shop", "size", "25-40"),
        "'25-40' staat niet in de vorm {'min': 25, 'max': 40}",
        "'25-40' is not in the form {'min': 25, 'max': 40}",
    ),
    "an unknown choice": (
        lambda s: s.property("news:shop", "sector", "market"),
        "'market' is geen keuze uit sector; kies uit entrepreneurs,",
        "'market' is not one of sector; choose from entrepreneurs,",
    ),
    "an unknown certainty": (
        lambda s: s.mention("x", "person", "X", certainty="rumoured"),
        "zekerheid 'rumoured' bestaat niet; kies uit stated, inferred, hearsay",
        "there is no certainty 'rumoured'; choose from stated, inferred, hearsay",
    ),
    "an inference without a reason": (
        lambda s: s.mention("x", "person", "X", certainty="inferred"),
        "wat is afgeleid heeft een reden nodig",
        "what is inferred needs a reason",
    ),
    "a property of a tie that is not there": (
        lambda s: s.tie_property(Source("news").tie("news:ann", "knows", "news:bob"), "what", {"nl": "x"}),
        "de band van 'what' staat niet in deze bron, of is geweigerd",
        "the tie of 'what' is not in this source, or was refused",
    ),
    "a property that is part of the tie itself": (
        lambda s: s.tie_property(s.tie("news:ann", "took_part_in", "news:tour"), "role", "host"),
        "took_part_in heeft hier geen eigenschap 'role'; wel: size",
        "took_part_in has no property 'role' here; it has: size",
    ),
    "a correction by another source": (
        lambda s: (s.correct("x", "name", "Y"), with_(s, source="news"))[1],
        "een verbetering hoort bij de bron corrections en noemt wat zij verbetert",
        "a correction belongs to the source corrections and names what it corrects",
    ),
    "a correction without a reason": (
        lambda s: (s.correct("x", "name", "Y"), with_(s, reason=None))[1],
        "een verbetering heeft een reden nodig",
        "a correction needs a reason",
    ),
    "a correction of a kind": (
        lambda s: s.correct(s.statements[1], "kind", "place"),
        "mention heeft hier geen eigenschap 'kind'; wel: name",
        "mention has no property 'kind' here; it has: name",
    ),
    "a correction with a value of another kind": (
        lambda s: s.correct(s.property("news:shop", "type", "school"), "type", "festival"),
        "'festival' is geen keuze uit organisation_type",
        "'festival' is not one of organisation_type",
    ),
    "a correction of a correction": (
        lambda s: s.correct(s.correct(s.statements[1], "name", "Anne"), "name", "Anna"),
        "is zelf een verbetering; trek die in en verbeter de bron",
        "is itself a correction; withdraw it and correct the source",
    ),
    "a statement of another source": (
        lambda s: s._add(Source("almanac").mention("x", "person", "X")),
        "dit bestand spreekt voor 'news', niet voor 'almanac'",
        "this file speaks for 'news', not for 'almanac'",
    ),
    "an unknown form": (
        lambda s: (s.mention("x", "person", "X"), with_(s, form="rumour"))[1],
        "onbekende vorm 'rumour'",
        "unknown form 'rumour'",
    ),
}


@pytest.mark.parametrize(("bad", "nl", "en"), BAD.values(), ids=BAD)
def test_it_is_refused_with_its_place_and_the_rule_and_the_rest_goes_in(
    knowledge: Knowledge, bad: Bad, nl: str, en: str
):
    paper = Paper()
    wrong = bad(paper)
    bundle = paper.bundle()
    bundle.lines = {wrong.id: 7}
    (report,) = knowledge.load(bundle).sources
    (refusal,) = report.refused
    assert refusal.say("nl").startswith("news.yaml, regel 7: ")
    assert refusal.say("en").startswith("news.yaml, line 7: ")
    assert nl in refusal.say("nl")
    assert en in refusal.say("en")
    with knowledge.store.reading() as view:
        assert view.statements([wrong.id]) == []
        assert set(view.in_force()) == {s for s in paper.statements if s is not wrong}


@pytest.mark.parametrize(("bad", "nl", "en"), BAD.values(), ids=BAD)
def test_when_strict_one_refusal_keeps_everything_out(knowledge: Knowledge, bad: Bad, nl: str, en: str):
    before = contents(knowledge.store)
    paper = Paper()
    bad(paper)
    load = knowledge.load(paper.bundle(), strict=True)
    assert load.change is None
    assert contents(knowledge.store) == before


def test_what_hangs_on_something_refused_is_refused_with_it(knowledge: Knowledge):
    paper = Paper()
    paper.mention("x", "robot", "R2")
    tie = paper.tie("news:x", "works_for", "news:shop")
    paper.property("news:x", "size", 3)
    paper.tie_property(tie, "what", {"nl": "x"})
    assert len(knowledge.load(paper.bundle()).sources[0].refused) == 4


def test_a_correction_fits_whatever_may_have_that_property_when_the_kind_is_not_known():
    source = Source("news")
    type_ = source.property("news:x", "type", "school")
    fits(source.correct(type_, "type", "company"), type_, WORDS)
    with pytest.raises(Refused):
        fits(source.correct(type_, "type", "robot"), type_, WORDS)


def mended(period: dict[str, str], **right: str) -> list[str]:
    """What is refused of a job with this period when it is corrected so."""
    news = Source("news")
    job = news.tie(news.mention("ann", "person", "Ann"), "works_for", news.mention("s", "organisation", "S"), **period)
    for key, value in right.items():
        news.correct(job, key, value)
    return [r.say("en") for r in Knowledge(MemoryStore(), WORDS).load(news.bundle()).sources[0].refused]


def test_a_correction_may_not_put_the_end_before_the_start():
    (refusal,) = mended({"start": "2021", "end": "2022"}, start="2030")
    assert refusal.endswith("the end 2022 lies before the start 2030")


def test_begin_and_end_may_be_corrected_together():
    assert mended({"start": "2021", "end": "2022"}, start="2030", end="2031") == []


def test_a_corrected_start_of_an_activity_stays_before_its_end():
    news = Source("news")
    fair = news.mention("fair", "activity", "Fair")
    start = news.property(fair, "start", "2021")
    news.property(fair, "end", "2022")
    news.correct(start, "start", "2029")
    (refusal,) = Knowledge(MemoryStore(), WORDS).load(news.bundle()).sources[0].refused
    assert "the end 2022 lies before the start 2029" in refusal.say("en")


def test_no_refusal_repeats_what_is_personal(knowledge: Knowledge):
    paper, secret = Paper(), "ann@example.org"
    paper.property("news:ann", "email", secret)
    paper.property("news:ann", "email", {"nl": secret}, printed=" ".join([secret] * 7))
    good = paper.property("news:ann", "email", {"nl": "fine"})
    paper.correct(good, "email", secret)
    (report,) = knowledge.load(paper.bundle()).sources
    assert len(report.refused) == 3
    assert not [refusal for refusal in report.refused if secret in refusal.say("nl") + refusal.say("en")]
