"""A data file says what `docs/data-files.md` says it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.bundle import Bundle
from graph.judgements import Judgement
from graph.statements import CORRECTION, MENTION, PROPERTY, SOURCE, TIE, TIE_PROPERTY, Statement
from tests.worlds import contents

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "data-files.md"

PEOPLE = """\
mentions:
  ann: {kind: person, name: Ann, at: 1}
  shop: {kind: organisation, name: Bakery De Aar, at: 2}
  tour: {kind: activity, name: Tour, at: 3}
"""


def one(bundle: Bundle, form: str, word: str) -> Statement:
    (found,) = [s for s in bundle.statements if (s.form, s.word) == (form, word)]
    return found


# ------------------------------------------------------------------------------------------- the documentation itself


def example() -> str:
    return re.search(r"^```yaml\n(.+?)^```", DOCUMENTATION.read_text(), re.S | re.M)[1]


def test_the_example_of_the_documentation_is_read_without_a_refusal(news):
    bundle = news(example())
    assert bundle.refused == []
    assert {s.form for s in bundle.statements} == {SOURCE, MENTION, PROPERTY, TIE, TIE_PROPERTY, CORRECTION}


def test_the_example_lacks_only_the_mentions_that_it_does_not_show(taken):
    report, _ = taken(example())
    assert sorted(refusal.reason.en for refusal in report.refused) == [
        "'news:a' is not mentioned in this source, or was refused",
        "'news:bedrijf' is not mentioned in this source, or was refused",
        "'news:haagse-hogeschool' is not mentioned in this source, or was refused",
        "the tie of 'actual' is not in this source, or was refused",
        "the tie of 'planned' is not in this source, or was refused",
    ]


def test_with_those_mentions_all_of_the_example_goes_in_with_its_corrections(taken):
    missing = """\
  bedrijf: {kind: organisation, name: Bedrijf, at: 30}
  project: {kind: project, name: Project, at: 30}
  hhs: {kind: organisation, name: HHS, at: 31}
  haagse-hogeschool: {kind: organisation, name: Haagse Hogeschool, at: 32}
  a: {kind: person, name: A, at: 33}

ties:
"""
    report, knowledge = taken(example().replace("\nties:\n", missing))
    assert report.refused == []
    with knowledge.store.reading() as view:
        names = {entity.names[0].value for entity in view.entities()}
    assert {"Jo Voorbeeld", "Bedrijf"} <= names
    assert "Jo Vorbeeld" not in names


# ------------------------------------------------------------------------------------------------------- what is said


def test_the_id_of_the_source_is_the_name_of_the_file(news):
    assert news("source: {title: News}").origin == "news"


@pytest.mark.parametrize(
    ("word", "written", "kept"),
    [
        ("title", "News of May", "News of May"),
        ("kind", "report", "report"),
        ("published", "2022-05", "2022-05"),
        ("language", "no", "no"),
        ("url", "https://example.org/news", "https://example.org/news"),
        ("fingerprint", "sha256:0f", "sha256:0f"),
        ("lines", "604", 604),
    ],
)
def test_a_source_says_things_of_itself(news, word, written, kept):
    said = one(news(f"source: {{{word}: '{written}'}}"), SOURCE, word)
    assert (said.subject, said.value) == ("news", kept)


def test_a_mention_has_the_name_as_printed_and_its_place(news):
    ann = one(news("mentions: {ann: {kind: person, name: Ann  de Boer, at: 12}}"), MENTION, "person")
    assert (ann.subject, ann.value, ann.printed, ann.locator) == ("news:ann", "Ann de Boer", "Ann de Boer", "line 12")


def test_what_is_printed_may_differ_from_the_name(news):
    ann = one(news('mentions: {ann: {kind: person, name: Ann, at: 12, printed: "Ann, baker"}}'), MENTION, "person")
    assert (ann.value, ann.printed) == ("Ann", "Ann, baker")


@pytest.mark.parametrize(
    ("at", "locator"),
    [
        ("12", "line 12"),
        ("12-14", "lines 12-14"),
        ("12-12", "line 12"),
        ("row 3", "row 3"),
        ("row 3-5", "rows 3-5"),
        ("page 3", "page 3"),
        ("", ""),
    ],
)
def test_a_place_is_a_line_unless_it_says_otherwise(news, at, locator):
    assert one(news(f"mentions: {{ann: {{kind: person, name: Ann, at: {at}}}}}"), MENTION, "person").locator == locator


@pytest.mark.parametrize(
    ("word", "written", "kept"),
    [
        ("type", "excursion", "excursion"),
        ("start", "2021", "2021"),
        ("start", "2021-09", "2021-09"),
        ("start", "2021-09-03", "2021-09-03"),
        ("attendance", "25", 25),
        ("attendance", "25-40", {"min": 25, "max": 40}),
        ("attendance", "'>=7'", {"min": 7}),
        ("attendance", "<=10", {"max": 10}),
        ("attendance", "~80", {"min": 80, "max": 80, "about": True}),
        ("attendance", "~25-40", {"min": 25, "max": 40, "about": True}),
        ("goal", "Elkaar leren kennen", {"nl": "Elkaar leren kennen"}),
        ("goal", "{nl: Brood bakken, en: Baking bread}", {"nl": "Brood bakken", "en": "Baking bread"}),
        ("link", "https://example.org/a", "https://example.org/a"),
    ],
)
def test_a_value_is_understood_by_the_type_of_its_property(news, word, written, kept):
    text = f"mentions: {{tour: {{kind: activity, name: Tour, properties: {{{word}: {{is: {written}}}}}}}}}"
    assert one(news(text), PROPERTY, word).value == kept


def test_a_property_of_many_values_is_a_list(news):
    bundle = news(
        """\
        mentions:
          tour:
            kind: activity
            name: Tour
            properties:
              lesson:
                - {is: Begin in time, at: 4}
                - {is: Bring bread, at: 5}
        """
    )
    lessons = [(s.value, s.locator) for s in bundle.statements if s.word == "lesson"]
    assert lessons == [({"nl": "Begin in time"}, "line 4"), ({"nl": "Bring bread"}, "line 5")]


def test_identifying_properties_and_the_period_stand_on_the_tie_and_the_rest_hangs_on_it(news):
    bundle = news(
        PEOPLE
        + """
ties:
  - {tie: took_part_in, from: ann, to: tour, role: speaker, start: 2021-09, at: 4, properties: {size: {is: 3}}}
"""
    )
    tie, size = one(bundle, TIE, "took_part_in"), one(bundle, TIE_PROPERTY, "size")
    assert (tie.subject, tie.object) == ("news:ann", "news:tour")
    assert dict(tie.properties) == {"role": "speaker", "start": "2021-09"}
    assert (size.of, size.value) == (tie.id, 3)


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_a_judgement_is_of_two_mentions_here_or_in_another_source(news, verdict):
    (judged,) = news(f"judgements: [{{{verdict}: [ann, other:ann], why: {{en: Same street}}}}]").judgements
    assert judged == Judgement(verdict, "news:ann", "other:ann", {"en": "Same street"})


# ------------------------------------------------------------------------------- what is left out has its default


@pytest.mark.parametrize(
    ("written", "certainty", "reason"),
    [
        ("", "stated", None),
        (", certainty: hearsay", "hearsay", None),
        (", certainty: inferred, because: Zij bakt", "inferred", {"nl": "Zij bakt"}),
        (", certainty: inferred, because: {en: She bakes}", "inferred", {"en": "She bakes"}),
    ],
)
def test_what_is_said_is_stated_unless_it_says_otherwise(news, written, certainty, reason):
    ann = one(news(f"mentions: {{ann: {{kind: person, name: Ann{written}}}}}"), MENTION, "person")
    assert (ann.certainty, ann.reason) == (certainty, reason)


AS_OF = [
    ("works_for, from: ann, to: shop", "2022"),  # lasts, no period: as of what the source says
    ("works_for, from: ann, to: shop, role: owner", "2022"),
    ("works_for, from: ann, to: shop, start: 2019", ""),  # a period of its own
    ("works_for, from: ann, to: shop, end: 2019", ""),
    ("works_for, from: ann, to: shop, as_of: 2021-09-03", "2021-09-03"),
    ("took_part_in, from: ann, to: tour", ""),  # happens, does not last
]


@pytest.mark.parametrize(("tie", "as_of"), AS_OF)
def test_a_tie_that_lasts_and_has_no_period_held_when_the_source_says(news, tie, as_of):
    bundle = news(f"source: {{as_of: 2022}}\n{PEOPLE}ties: [{{tie: {tie}}}]")
    assert one(bundle, TIE, tie.split(",")[0]).as_of == as_of


def test_without_a_day_of_the_source_such_a_tie_has_none(news):
    assert one(news(PEOPLE + "ties: [{tie: works_for, from: ann, to: shop}]"), TIE, "works_for").as_of == ""


def test_the_day_of_the_source_is_no_property_of_it_and_dates_no_property(news):
    bundle = news("source: {as_of: 2022}\nmentions: {tour: {kind: activity, name: Tour, properties: {goal: {is: X}}}}")
    assert [(s.form, s.as_of) for s in bundle.statements] == [(MENTION, ""), (PROPERTY, "")]


TIE_WITH = """\
ties:
  - {{tie: contributed, from: shop, to: tour, at: 7, printed: Bakery 13, properties: {{actual: {{is: 16{}}}}}}}
"""


@pytest.mark.parametrize(
    ("own", "locator", "printed"),
    [
        ("", "line 7", "Bakery 13"),
        (", at: 8", "line 8", "Bakery 13"),
        (", printed: '16'", "line 7", "16"),
        (", at: 8, printed: '16'", "line 8", "16"),
    ],
)
def test_a_property_of_a_tie_takes_place_and_print_from_its_tie_when_it_has_none(news, own, locator, printed):
    actual = one(news(PEOPLE + TIE_WITH.format(own)), TIE_PROPERTY, "actual")
    assert (actual.locator, actual.printed) == (locator, printed)


def test_how_sure_a_tie_is_says_nothing_of_what_hangs_on_it(news):
    text = TIE_WITH.format("").replace("at: 7", "certainty: inferred, because: So it seems")
    bundle = news(PEOPLE + text)
    assert (one(bundle, TIE, "contributed").certainty, one(bundle, TIE_PROPERTY, "actual").certainty) == (
        "inferred",
        "stated",
    )


# ------------------------------------------------------------------------------------------------------- corrections


def corrections(bundle: Bundle) -> list[tuple[str, str, object, object]]:
    """Source, property, right value and reason of each, with a check that it mends something of this file."""
    found = [s for s in bundle.statements if s.form == CORRECTION]
    assert {s.of for s in found} <= {s.id for s in bundle.statements}
    return [(s.source, s.word, s.value, s.reason) for s in found]


CORRECTED = {
    "a name": (
        "mentions: {ann: {kind: person, name: Anm, correct: {is: Ann, because: Drukfout}}}",
        ("name", "Ann"),
    ),
    "a value": (
        "mentions: {tour: {kind: activity, name: Tour, properties: "
        "{start: {is: 2012, correct: {is: 2021, because: Drukfout}}}}}",
        ("start", "2021"),
    ),
    "an amount on a tie": (
        PEOPLE + TIE_WITH.format(", correct: {is: 1600, because: Drukfout}"),
        ("actual", 1600),
    ),
    "a role": (
        PEOPLE
        + "ties: [{tie: took_part_in, from: ann, to: tour, role: host, correct: {role: speaker, because: Drukfout}}]",
        ("role", "speaker"),
    ),
    "a period": (
        PEOPLE
        + "ties: [{tie: works_for, from: ann, to: shop, start: 2091, correct: {start: 2019, because: Drukfout}}]",
        ("start", "2019"),
    ),
}


@pytest.mark.parametrize(("text", "corrected"), CORRECTED.values(), ids=CORRECTED)
def test_a_correction_stands_with_what_it_corrects_and_is_of_the_source_corrections(news, text, corrected):
    bundle = news(text)
    assert corrections(bundle) == [("corrections", *corrected, {"nl": "Drukfout"})]
    assert bundle.refused == []


def test_a_tie_may_be_corrected_in_several_ways_at_once(news):
    text = (
        PEOPLE + "ties: [{tie: works_for, from: ann, to: shop, correct: {start: 2019, end: 2020, because: Drukfout}}]"
    )
    assert [word for _, word, _, _ in corrections(news(text))] == ["end", "start"]


def test_what_is_printed_stays_beside_the_correction(taken):
    _, knowledge = taken("mentions: {ann: {kind: person, name: Anm, at: 4, correct: {is: Ann, because: Drukfout}}}")
    with knowledge.store.reading() as view:
        (ann,) = view.entities()
    assert [value.value for value in ann.names] == ["Ann", "Anm"]
    assert {e.printed for e in ann.names[1].evidence} == {"Anm"}


# --------------------------------------------------------------------------------------------------------- bad input
# Each case is a file; what is wrong in it stands on the lines that end in `#!`. Loading it must leave the store as
# the file without those lines does, with a refusal that names such a line.

WRONG = {
    "an unknown part": (
        """\
        mentions: {ann: {kind: person, name: Ann}}
        remarks: {a: b}                                                                                             #!
        """,
        "onbekend deel 'remarks'; wel: source, mentions, ties, judgements",
        "unknown part 'remarks'; there are: source, mentions, ties, judgements",
    ),
    "an unknown kind": (
        """\
        mentions:
          ann: {kind: person, name: Ann}
          rex: {kind: dog, name: Rex, properties: {size: {is: 3}}}                                                  #!
        """,
        "er is geen soort 'dog'; kies uit activity, ",
        "there is no kind 'dog'; choose from activity, ",
    ),
    "an unknown kind, and what hangs on it": (
        """\
        mentions:
          ann: {kind: person, name: Ann}
          rex: {kind: dog, name: Rex}
        ties:
          - {tie: knows, from: ann, to: rex}                                                                        #!
        """,
        "'news:rex' is in deze bron niet genoemd, of is geweigerd",
        "'news:rex' is not mentioned in this source, or was refused",
    ),
    "an unknown property": (
        """\
        mentions:
          ann:
            kind: person
            name: Ann
            properties:
              website: {is: "https://example.org"}
              shoe_size: {is: 39}                                                                                   #!
        """,
        "person heeft geen eigenschap 'shoe_size'; wel: sector, description, website, email, phone",
        "person has no property 'shoe_size'; it has: sector, description, website, email, phone",
    ),
    "an unknown property of a source": (
        """\
        source:
          title: News
          smell: ink                                                                                                #!
        """,
        "source heeft geen eigenschap 'smell'; wel: title, kind, ",
        "source has no property 'smell'; it has: title, kind, ",
    ),
    "an unknown property of a tie": (
        PEOPLE
        + """\
ties:
  - tie: contributed
    from: shop
    to: tour
    properties:
      smell: {is: bread}                                                                                            #!
        """,
        "contributed heeft geen eigenschap 'smell'; wel: form, planned, actual, what, start, end",
        "contributed has no property 'smell'; it has: form, planned, actual, what, start, end",
    ),
    "an unknown key": (
        """\
        mentions:
          ann:
            kind: person
            name: Ann
            nickname: Annie                                                                                         #!
        """,
        "onbekende sleutel 'nickname'; wel: as_of, at, because, certainty, correct, kind, name, printed, properties",
        "unknown key 'nickname'; there are: as_of, at, because, certainty, correct, kind, name, printed, properties",
    ),
    "an unknown tie": (
        PEOPLE + "ties:\n  - {tie: bakes_for, from: ann, to: shop} #!\n",
        "er is geen band 'bakes_for'; kies uit about, ",
        "there is no tie 'bakes_for'; choose from about, ",
    ),
    "a tie between kinds that its file forbids": (
        PEOPLE + "ties:\n  - {tie: works_for, from: shop, to: ann} #!\n",
        "works_for gaat niet van organisation naar person; wel: person → organisation",
        "works_for does not go from organisation to person; it may go: person → organisation",
    ),
    "a tie with itself": (
        PEOPLE + "ties:\n  - {tie: knows, from: ann, to: ann} #!\n",
        "knows van news:ann met zichzelf",
        "knows of news:ann with itself",
    ),
    "a tie to nobody": (
        PEOPLE + "ties:\n  - {tie: knows, from: ann, to: bob} #!\n",
        "'news:bob' is in deze bron niet genoemd, of is geweigerd",
        "'news:bob' is not mentioned in this source, or was refused",
    ),
    "the end of a tie before its start": (
        PEOPLE + "ties:\n  - {tie: works_for, from: ann, to: shop, start: 2021-09, end: 2021-08} #!\n",
        "het einde 2021-08 ligt voor het begin 2021-09",
        "the end 2021-08 lies before the start 2021-09",
    ),
    "the end of an activity before its start": (
        """\
        mentions:
          tour:
            kind: activity
            name: Tour
            properties:
              start: {is: 2021-09-03}
              end: {is: 2021-09-02}                                                                                 #!
        """,
        "het einde 2021-09-02 ligt voor het begin 2021-09-03",
        "the end 2021-09-02 lies before the start 2021-09-03",
    ),
    "a thirtieth of February": (
        """\
        mentions:
          tour:
            kind: activity
            name: Tour
            properties:
              start: {is: 2021-02-30}                                                                               #!
        """,
        "'2021-02-30' is geen datum; schrijf 2021, 2021-09 of 2021-09-03",
        "'2021-02-30' is not a date; write 2021, 2021-09 or 2021-09-03",
    ),
    "a thirteenth month": (
        PEOPLE + "ties:\n  - {tie: works_for, from: ann, to: shop, start: 2021-13} #!\n",
        "'2021-13' is geen datum; schrijf 2021, 2021-09 of 2021-09-03",
        "'2021-13' is not a date; write 2021, 2021-09 or 2021-09-03",
    ),
    "an impossible day as of which": (
        PEOPLE + "ties:\n  - {tie: works_for, from: ann, to: shop, as_of: 2021-02-30} #!\n",
        "'2021-02-30' is geen datum",
        "'2021-02-30' is not a date",
    ),
    "an impossible day of the source": (
        """\
        source:
          title: News
          as_of: soon                                                                                               #!
        """,
        "'soon' is geen datum",
        "'soon' is not a date",
    ),
    "a line outside the source": (
        """\
        source: {lines: 40}
        mentions:
          ann: {kind: person, name: Ann, at: 40}
          bob: {kind: person, name: Bob, at: 41}                                                                    #!
        """,
        "'line 41' ligt buiten de bron, die 40 regels heeft",
        "'line 41' lies outside the source, which has 40 lines",
    ),
    "lines that run out of the source": (
        """\
        source: {lines: 40}
        mentions:
          bob: {kind: person, name: Bob, at: 40-41}                                                                 #!
        """,
        "'lines 40-41' ligt buiten de bron, die 40 regels heeft",
        "'lines 40-41' lies outside the source, which has 40 lines",
    ),
    "lines that run backward": (
        "mentions:\n  bob: {kind: person, name: Bob, at: 4-3} #!\n",
        "'lines 4-3' loopt niet van voor naar achter",
        "'lines 4-3' does not run forward",
    ),
    "line nought": (
        "mentions:\n  bob: {kind: person, name: Bob, at: 0} #!\n",
        "'line 0' loopt niet van voor naar achter",
        "'line 0' does not run forward",
    ),
    "a place that is none": (
        "mentions:\n  bob: {kind: person, name: Bob, at: somewhere} #!\n",
        "'somewhere' is geen plaats; schrijf 12, 12-14 of row 3",
        "'somewhere' is not a place; write 12, 12-14 or row 3",
    ),
    "a part that stands twice": (
        """\
        mentions: {ann: {kind: person, name: Ann}}
        mentions: {bob: {kind: person, name: Bob}}                                                                  #!
        """,
        "sleutel 'mentions' staat er twee keer",
        "key 'mentions' stands twice",
    ),
    "a key in the source that stands twice": (
        """\
        source:
          title: News
          title: Old news                                                                                           #!
        """,
        "sleutel 'title' staat er twee keer",
        "key 'title' stands twice",
    ),
    "a mention that stands twice": (
        """\
        mentions:
          ann: {kind: person, name: Ann}
          ann: {kind: person, name: Annabel}                                                                        #!
        """,
        "sleutel 'ann' staat er twee keer",
        "key 'ann' stands twice",
    ),
    "a key of a mention that stands twice": (
        """\
        mentions:
          ann:
            kind: person
            name: Ann
            name: Annabel                                                                                           #!
        """,
        "sleutel 'name' staat er twee keer",
        "key 'name' stands twice",
    ),
    "a property that stands twice": (
        """\
        mentions:
          tour:
            kind: activity
            name: Tour
            properties:
              start: {is: 2021}
              start: {is: 2022}                                                                                     #!
        """,
        "sleutel 'start' staat er twee keer",
        "key 'start' stands twice",
    ),
    "a language that stands twice": (
        """\
        mentions:
          tour:
            kind: activity
            name: Tour
            properties:
              goal:
                is:
                  nl: Brood
                  nl: Kaas                                                                                          #!
        """,
        "sleutel 'nl' staat er twee keer",
        "key 'nl' stands twice",
    ),
    "a key of a tie that stands twice": (
        PEOPLE + "ties:\n  - tie: works_for\n    from: ann\n    to: shop\n    start: 2019\n    start: 2020 #!\n",
        "sleutel 'start' staat er twee keer",
        "key 'start' stands twice",
    ),
    "a key that is no key": (
        "mentions:\n  Ann Boer: {kind: person, name: Ann} #!\n",
        "sleutel 'Ann Boer': kleine letters, cijfers, punt, liggend streepje of streepje",
        "key 'Ann Boer': lower case letters, digits, dot, underscore or hyphen",
    ),
    "no name": (
        "mentions:\n  ann: {kind: person} #!\n",
        "'' is geen tekst",
        "'' is not text",
    ),
    "mentions as a list": (
        "source: {title: News}\nmentions: [ann, bob] #!\n",
        "hier horen sleutels met waarden",
        "keys with values belong here",
    ),
    "a tie that is a word": (
        PEOPLE + "ties:\n  - ann works here #!\n",
        "hier horen sleutels met waarden",
        "keys with values belong here",
    ),
    "a value without `is`": (
        """\
        mentions:
          tour:
            kind: activity
            name: Tour
            properties:
              type: excursion                                                                                       #!
        """,
        "type: schrijf {is: …, at: …, printed: …}",
        "type: write {is: …, at: …, printed: …}",
    ),
    "a choice that is none": (
        """\
        mentions:
          tour:
            kind: activity
            name: Tour
            properties:
              status: {is: lovely}                                                                                  #!
        """,
        "'lovely' is geen keuze uit status; kies uit planned, held, ",
        "'lovely' is not one of status; choose from planned, held, ",
    ),
    "an unknown sector": (
        """\
        mentions:
          shop:
            kind: organisation
            name: Bakery De Aar
            properties:
              sector: {is: bakers}                                                                                  #!
        """,
        "'bakers' is geen keuze uit sector; kies uit entrepreneurs, education, government, residents, civil_society",
        "'bakers' is not one of sector; choose from entrepreneurs, education, government, residents, civil_society",
    ),
    "an unknown role": (
        PEOPLE + "ties:\n  - {tie: took_part_in, from: ann, to: tour, role: king} #!\n",
        "'king' is geen keuze uit role; kies uit organiser, ",
        "'king' is not one of role; choose from organiser, ",
    ),
    "a quantity that is none": (
        """\
        mentions:
          tour:
            kind: activity
            name: Tour
            properties:
              attendance: {is: many}                                                                                #!
        """,
        "'many' is geen hoeveelheid; schrijf 25, 25-40, >=7, <=10 of ~80",
        "'many' is not a quantity; write 25, 25-40, >=7, <=10 or ~80",
    ),
    "an amount with cents": (
        PEOPLE
        + "ties:\n  - tie: contributed\n    from: shop\n    to: tour\n    properties:\n      planned: {is: 1.5} #!\n",
        "'1.5' is geen heel getal",
        "'1.5' is not a whole number",
    ),
    "an address that is none": (
        """\
        mentions:
          ann:
            kind: person
            name: Ann
            properties:
              website: {is: "javascript:alert(1)"}                                                                  #!
        """,
        "'javascript:alert(1)' is geen http(s)-adres",
        "'javascript:alert(1)' is not an http(s) address",
    ),
    "a language that the interface does not speak": (
        """\
        mentions:
          tour:
            kind: activity
            name: Tour
            properties:
              goal: {is: {fy: Bôle}}                                                                                #!
        """,
        "{'fy': 'Bôle'} is geen tekst; schrijf een tekst, of {nl: …, en: …}",
        "{'fy': 'Bôle'} is not a text; write a text, or {nl: …, en: …}",
    ),
    "seven printed words": (
        "mentions:\n  ann: {kind: person, name: Ann, printed: one two three four five six seven} #!\n",
        "'one two three four five six seven': ten hoogste 6 woorden van de bron",
        "'one two three four five six seven': at most 6 words of the source",
    ),
    "an unknown certainty": (
        "mentions:\n  ann: {kind: person, name: Ann, certainty: sure} #!\n",
        "zekerheid 'sure' bestaat niet; kies uit stated, inferred, hearsay",
        "there is no certainty 'sure'; choose from stated, inferred, hearsay",
    ),
    "inferred without a reason": (
        "mentions:\n  ann: {kind: person, name: Ann, certainty: inferred} #!\n",
        "wat is afgeleid heeft een reden nodig",
        "what is inferred needs a reason",
    ),
    "a correction without a reason": (
        """\
        mentions:
          ann:
            kind: person
            name: Anm
            correct: {is: Ann}                                                                                      #!
        """,
        "een verbetering heeft een reden nodig",
        "a correction needs a reason",
    ),
    "a correction without the right value": (
        """\
        mentions:
          ann:
            kind: person
            name: Anm
            properties: {website: {is: "https://example.org"}}
            correct: {because: Drukfout}                                                                            #!
        """,
        "schrijf correct: {is: …, because: …}",
        "write correct: {is: …, because: …}",
    ),
    "a correction to what cannot be": (
        """\
        mentions:
          tour:
            kind: activity
            name: Tour
            properties:
              start:
                is: 2012
                correct: {is: 2021-02-30, because: Drukfout}                                                        #!
        """,
        "'2021-02-30' is geen datum",
        "'2021-02-30' is not a date",
    ),
    "a correction of what does not stand on the tie": (
        PEOPLE
        + """\
ties:
  - tie: contributed
    from: shop
    to: tour
    correct: {actual: 3, because: Drukfout}                                                                         #!
        """,
        "tie heeft hier geen eigenschap 'actual'; wel: form, start, end",
        "tie has no property 'actual' here; it has: form, start, end",
    ),
    "a correction of a correction": (
        """\
        mentions:
          ann:
            kind: person
            name: Anm
            correct:
              is: Ann
              because: Drukfout
              correct: {is: Anna, because: Toch niet}                                                               #!
        """,
        "onbekende sleutel 'correct'; wel: because, is",
        "unknown key 'correct'; there are: because, is",
    ),
    "judgements that contradict": (
        PEOPLE
        + """\
  anne: {kind: person, name: Anne, at: 9}
judgements:
  - {same: [ann, anne], why: Zelfde straat}
  - {different: [anne, ann], why: Andere straat}                                                                    #!
        """,
        "news:ann en news:anne: verschillend is in tegenspraak met j",
        "news:ann and news:anne: different contradicts j",
    ),
    "a chain of judgements that contradicts": (
        PEOPLE
        + """\
  anne: {kind: person, name: Anne, at: 9}
  anna: {kind: person, name: Anna, at: 10}
judgements:
  - {same: [ann, anne], why: Zelfde straat}
  - {same: [anne, anna], why: Zelfde straat}
  - {different: [ann, anna], why: Andere straat}                                                                    #!
        """,
        "news:ann en news:anna: verschillend is in tegenspraak met j",
        "news:ann and news:anna: different contradicts j",
    ),
    "the same across kinds": (
        PEOPLE + "judgements:\n  - {same: [ann, shop], why: Zelfde straat} #!\n",
        "news:ann is person en news:shop is organisation",
        "news:ann is person and news:shop is organisation",
    ),
    "a judgement of one thing": (
        PEOPLE + "judgements:\n  - {same: [ann, ann], why: Zelfde straat} #!\n",
        "'news:ann' met zichzelf vergeleken",
        "'news:ann' compared with itself",
    ),
    "a judgement of what is not mentioned": (
        PEOPLE + "judgements:\n  - {same: [ann, bob], why: Zelfde straat} #!\n",
        "'news:bob' is in deze bron niet genoemd, of is geweigerd",
        "'news:bob' is not mentioned in this source, or was refused",
    ),
    "a judgement without a reason": (
        PEOPLE + "judgements:\n  - {same: [ann, other:ann]} #!\n",
        "een oordeel is {same|different|unsure: [a, b], why: …}",
        "a judgement is {same|different|unsure: [a, b], why: …}",
    ),
    "a judgement of three": (
        PEOPLE + "judgements:\n  - {same: [ann, other:ann, third:ann], why: Zelfde straat} #!\n",
        "een oordeel is {same|different|unsure: [a, b], why: …}",
        "a judgement is {same|different|unsure: [a, b], why: …}",
    ),
    "two verdicts in one": (
        PEOPLE + "judgements:\n  - {same: [ann, other:a], unsure: [ann, other:b], why: Zelfde straat} #!\n",
        "een oordeel is {same|different|unsure: [a, b], why: …}",
        "a judgement is {same|different|unsure: [a, b], why: …}",
    ),
}


def without_wrong_lines(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not line.rstrip().endswith("#!"))


@pytest.mark.parametrize(("text", "dutch", "english"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_refused_with_its_line_and_the_rest_goes_in(taken, text, dutch, english):
    report, knowledge = taken(text)
    marked = {n for n, line in enumerate(text.splitlines(), 1) if line.rstrip().endswith("#!")}
    refusal = next(r for r in report.refused if r.line in marked)
    assert refusal.reason.nl.startswith(dutch)
    assert refusal.reason.en.startswith(english)
    assert Path(refusal.file).name == "news.yaml"
    assert refusal.say("nl") == f"{refusal.file}, regel {refusal.line}: {refusal.reason.nl}"
    _, clean = taken(without_wrong_lines(text))
    assert contents(knowledge.store) == contents(clean.store)


@pytest.mark.parametrize("text", [text for text, _, _ in WRONG.values()], ids=WRONG)
def test_when_strict_nothing_of_such_a_file_goes_in(taken, text):
    report, knowledge = taken(text, strict=True)
    assert report.refused
    with knowledge.store.reading() as view:
        assert (report.added, view.version, view.count()) == (0, 0, 0)


@pytest.mark.parametrize(
    ("text", "line", "dutch", "english"),
    [
        (b"\xff\xfe", 0, "geen UTF-8 (byte 0); bewaar het als UTF-8", "not UTF-8 (byte 0); save it as UTF-8"),
        ("a: [", 2, "geen YAML: ", "not YAML: "),
        ("mentions: &m {}\nties: *m", 1, "ankers en verwijzingen", "anchors and aliases"),
        ("Dear Ann,", 1, "begin met source:, mentions:, ties: of judgements:", "begin with source:, mentions:, "),
        ("- ann\n- bob", 1, "begin met source:, mentions:, ties: of judgements:", "begin with source:, mentions:, "),
    ],
)
def test_a_file_that_is_no_data_file_is_refused_whole_with_one_refusal(taken, text, line, dutch, english):
    report, knowledge = taken(text)
    (refusal,) = report.refused
    assert (report.id, refusal.line, Path(refusal.file).name) == ("news", line, "news.yaml")
    assert refusal.reason.nl.startswith(dutch)
    assert refusal.reason.en.startswith(english)
    with knowledge.store.reading() as view:
        assert view.version == 0


def test_a_tag_is_text_and_makes_nothing(taken, tmp_path):
    made = tmp_path / "made"
    report, knowledge = taken(
        f'mentions:\n  ann: {{kind: person, name: !!python/object/apply:pathlib.Path.touch ["{made}"]}}\n'
        f"  bob: {{kind: person, name: !!python/name:os.system Bob}}\n"
    )
    assert [(r.line, r.reason.en) for r in report.refused] == [(2, "one value belongs here")]
    with knowledge.store.reading() as view:
        assert [entity.names[0].value for entity in view.entities()] == ["Bob"]
    assert not made.exists()


def test_every_refusal_of_a_file_is_told_at_once(taken):
    report, _ = taken(
        """\
        mentions:
          ann: {kind: person, name: Ann, at: x}
          bob: {kind: person, name: Bob, as_of: y}
          tour: {kind: activity, name: Tour, properties: {start: {is: 2021-13}, end: {is: 2021-14}}}
        """
    )
    assert [refusal.line for refusal in report.refused] == [2, 4, 4, 3]
