"""`binck ask`: the questions about the Binckhorst and about tiny worlds, in both languages.

The sentences about the Binckhorst were checked by hand against the documents.
"""

from __future__ import annotations

import pytest

from graph.questions import QUESTIONS
from graph.testing.source import Source
from ingest.binckhorst import shipped
from tests.api.cli_helpers import Binck, cells, load_binckhorst, same_keys
from tests.api.conftest import RECORDED

M4H = "Excursie: MerweVierhavens"
KIP = "Kenniswerkplaats KIP"
WAGENINGEN = "Wageningen University & Research"


@pytest.fixture(scope="module")
def binckhorst(tmp_path_factory):
    return load_binckhorst(tmp_path_factory.mktemp("binckhorst"))


@pytest.fixture
def binck(tmp_path):
    return Binck(tmp_path)


# ------------------------------------------------------------------------------------------------------ the Binckhorst


SENTENCES = {
    "who connects education to entrepreneurs": (
        ["connects", "--from", "education", "--to", "entrepreneurs"],
        "Tussen onderwijs en ondernemers staan 4 personen, 3 organisaties, 4 activiteiten en 3 projecten.",
        "4 people, 3 organisations, 4 activities and 3 projects stand between education and entrepreneurs.",
    ),
    "who connects residents to entrepreneurs": (
        ["connects", "--from", "bewoners", "--to", "ondernemers"],
        "Tussen bewoners en ondernemers staan 2 organisaties en 1 activiteit. "
        "De sterkste schakel is I'M BINCK, met 55 paren die in de bronnen zelf geen band hebben "
        "(alleen hier verbonden).",
        "2 organisations and 1 activity stand between residents and entrepreneurs. "
        "The strongest link is I'M BINCK, with 55 pairs that have no tie of their own in the sources "
        "(joined only here).",
    ),
    "who was at the excursion to M4H": (
        ["present", "--activity", M4H],
        "Bij Excursie: MerweVierhavens (30 maart 2022) noemen de bronnen 4 deelnemers: Hogeschool "
        "Rotterdam, diverse onderwijsinstellingen, maatschappelijke organisaties en projectontwikkelaar. "
        "Gewenst en gemist: gemeente Den Haag.",
        "At Excursie: MerweVierhavens (30 March 2022) the sources name 4 participants: Hogeschool "
        "Rotterdam, diverse onderwijsinstellingen, maatschappelijke organisaties and projectontwikkelaar. "
        "Wanted and missed: gemeente Den Haag.",
    ),
    "who was at the kick-off": (
        ["present", "--activity", "Excursie: kick-off opleidingen"],
        "Bij Excursie: kick-off opleidingen (3 september 2021) noemen de bronnen 6 deelnemers: "
        "Ger Kwakkel, Irene Samwel, Irmgard Bomers, Levinia van Arkel, Phlip Boswinkel en studenten.",
        "At Excursie: kick-off opleidingen (3 September 2021) the sources name 6 participants: "
        "Ger Kwakkel, Irene Samwel, Irmgard Bomers, Levinia van Arkel, Phlip Boswinkel and studenten.",
    ),
    "how two people are connected": (
        ["path", "--from", "Phlip Boswinkel", "--to", "Ger Kwakkel"],
        "Phlip Boswinkel en Ger Kwakkel zijn langs 3 verschillende wegen verbonden. De kortste: Phlip Boswinkel deed "
        "mee aan Excursie: kick-off opleidingen als spreker; Ger Kwakkel deed mee aan Excursie: kick-off opleidingen "
        "als spreker.",
        "Phlip Boswinkel and Ger Kwakkel are connected by 3 different chains. The shortest: Phlip Boswinkel took part "
        "in Excursie: kick-off opleidingen as speaker; Ger Kwakkel took part in Excursie: kick-off opleidingen as "
        "speaker.",
    ),
    "two that nothing connects": (
        ["path", "--from", "Ger Kwakkel", "--to", "RUG"],
        "Tussen Ger Kwakkel en RUG is in de bronnen geen weg. Van Ger Kwakkel komt men bij ",
        "The sources give no chain between Ger Kwakkel and RUG. From Ger Kwakkel one gets to ",
    ),
    "who knows about city making": (
        ["knows-about", "--topic", "stadmaken"],
        "Bij stadmaken noemen de bronnen 4 personen en 4 organisaties: 2 rechtstreeks en 6 met een rol erin. "
        "Het meest rechtstreeks: I'M BINCK (gaat over stadmaken). Het kwam aan de orde bij Het nieuwe stadmaken en "
        "Over verdienmodellen en Verankering: 15 jaar stadmaken op de Binckhorst.",
        "For stadmaken the sources name 4 people and 4 organisations: 2 directly and 6 with a part in it. "
        "Most directly: I'M BINCK (is about stadmaken). It came up at Het nieuwe stadmaken and "
        "Over verdienmodellen en Verankering: 15 jaar stadmaken op de Binckhorst.",
    ),
    "who makes apps, which no theme is called": (
        ["knows-about", "--topic", "apps"],
        "Bij “apps” noemen de bronnen 1 organisatie, rechtstreeks: Q42 (biedt iets aan rond programmeren: apps, "
        "websites, games, robots en toepassingen met AI en VR maken).",
        "For “apps” the sources name 1 organisation, directly: Q42 (offers something around programmeren: making apps, "
        "websites, games, robots and applications with AI and VR).",
    ),
    "what nobody knows about": (
        ["knows-about", "--topic", "kwantumcomputers"],
        "De bronnen noemen niemand die iets weet van “kwantumcomputers”. Niets wat zij noemen komt in de buurt.",
        "The sources name nobody who knows about “kwantumcomputers”. Nothing that they name comes near.",
    ),
    "what came of a series": (
        ["came-of", "--activity", "Binckse Toekomstmakers"],
        "Van Binckse Toekomstmakers noemen de bronnen 1 vervolgstap, 5 resultaten en 1 les. "
        "Erop volgde groep young professionals.",
        "Of Binckse Toekomstmakers the sources tell 1 follow-up, 5 results and 1 lesson. "
        "Upon it followed groep young professionals.",
    ),
    "what came of a challenge that was not held": (
        ["came-of", "--activity", "Challenge"],
        "Challenge is niet gerealiseerd. Toch noemen de bronnen 1 resultaat en 1 gestelde kennisvraag.",
        "Challenge was not realised. All the same the sources tell of 1 result and 1 knowledge question raised.",
    ),
    "what came of the kick-off": (
        ["came-of", "--activity", "Excursie: kick-off opleidingen"],
        "Wat er van Excursie: kick-off opleidingen (3 september 2021) kwam vertellen de bronnen niet.",
        "What came of Excursie: kick-off opleidingen (3 September 2021) the sources do not tell.",
    ),
    "an edition that was put off": (
        ["present", "--activity", "Binckse Toekomstmakers, 20 mei"],
        "Binckse Toekomstmakers, 20 mei (20 mei 2022) is uitgesteld.",
        "Binckse Toekomstmakers, 20 mei (20 May 2022) was postponed.",
    ),
    "a core value that nothing embodies": (
        ["values", "--value", "experimenteerruimte"],
        "De bronnen noemen niemand en niets dat DYNAMISCHE EXPERIMENTEERRUIMTE belichaamt.",
        "The sources name nobody and nothing that embodies DYNAMISCHE EXPERIMENTEERRUIMTE.",
    ),
    "the money of KIP": (
        ["ledger", "--project", KIP],
        "Kenniswerkplaats KIP – Totaal projectkosten: begroot € 47.100 en gerealiseerd € 59.700. "
        "De bronnen noemen 5 bijdragers.",
        "Kenniswerkplaats KIP – Totaal projectkosten: planned €47,100 and actual €59,700. "
        "The sources name 5 contributors.",
    ),
    "the money of the excursion": (
        ["ledger", "--project", M4H],
        "De bronnen geven geen bedragen voor Excursie: MerweVierhavens.",
        "The sources give no amounts for Excursie: MerweVierhavens.",
    ),
}


@pytest.mark.parametrize(("args", "dutch", "english"), SENTENCES.values(), ids=SENTENCES)
def test_the_answer_about_the_binckhorst_begins_with_its_sentence(binckhorst, args, dutch, english):
    assert binckhorst("ask", *args).first.startswith(dutch)
    assert binckhorst("ask", *args, "--lang", "en").first.startswith(english)


CAVEATS = {
    "how many are known of each side": (
        SENTENCES["who connects education to entrepreneurs"][0],
        "Bekend van onderwijs: 64 personen en organisaties; de bronnen noemen niet iedereen.",
        "Known of education: 64 people and organisations; the sources do not name everybody.",
    ),
    "as of when": (
        SENTENCES["who connects education to entrepreneurs"][0],
        "Stand van maart 2018 tot en met 22 december 2023, volgens de bronnen; "
        "wat sindsdien veranderde staat er niet in.",
        "As of March 2018 to 22 December 2023, by the sources; what changed since is not in it.",
    ),
    "of whom nobody is named": (
        ["present", "--activity", M4H],
        "Van bewoners noemen de bronnen niemand; dat zegt niet dat er niemand was.",
        "Of residents the sources name nobody; that does not say that nobody was there.",
    ),
    "what is inferred": (
        ["present", "--activity", M4H],
        "5 van de 12 bewijsplaatsen zijn afgeleid; de reden staat erbij.",
        "5 of the 12 pieces of evidence are inferred; the reason stands beside.",
    ),
    "what was corrected": (
        ["ledger", "--project", KIP],
        "9 bedragen zijn verbeterd; wat er gedrukt staat, staat erbij.",
        "9 amounts were corrected; what is printed stands beside.",
    ),
    "what is rounding": (
        ["ledger", "--project", KIP],
        "Tot € 100 verschil door afronding: Totaal projectkosten en Totaal programmering.",
        "by rounding: Totaal projectkosten and Totaal programmering.",
    ),
}


@pytest.mark.parametrize(("args", "dutch", "english"), CAVEATS.values(), ids=CAVEATS)
def test_what_is_missing_and_how_sure_is_said_beside_the_answer(binckhorst, args, dutch, english):
    assert f"– {dutch}\n" in binckhorst("ask", *args).err
    assert english in binckhorst("ask", *args, "--lang", "en").err


ROWS = {
    "who was missing": (
        ["present", "--activity", M4H],
        ["gemeente Den Haag", "gewenst en gemist", "overheid"],
        ["gemeente Den Haag", "wanted and missed", "government"],
    ),
    "a group without names": (
        ["present", "--activity", M4H],
        ["projectontwikkelaar", "was erbij", "deelnemer", "ondernemers", "groep zonder namen"],
        ["projectontwikkelaar", "was there", "participant", "entrepreneurs", "group without names"],
    ),
    "a core value that nothing embodies": (
        ["values"],
        ["DYNAMISCHE EXPERIMENTEERRUIMTE", "belichaamt het", "niemand en niets in de bronnen"],
        ["DYNAMISCHE EXPERIMENTEERRUIMTE", "embodies it", "nobody and nothing in the sources"],
    ),
    "to whom a core value was handed": (
        ["values"],
        ["RAUWE, SPANNENDE RAFELRANDEN", "kreeg het aangeboden", "lokale politiek", "organisatie"],
        ["RAUWE, SPANNENDE RAFELRANDEN", "was presented with it", "lokale politiek", "organisation"],
    ),
    "a corrected amount with what is printed": (
        ["ledger", "--project", KIP],
        [WAGENINGEN, "bijdrage", "1300", "1600", "in natura; begroot verbeterd, gedrukt staat '13 1,6'"],
        [WAGENINGEN, "contribution", "1300", "1600", "in kind; planned corrected, printed '13 1,6'"],
    ),
    "a line that equals its parts": (
        ["ledger", "--project", KIP],
        ["operationele kosten", "begrotingsregel", "20000", "20700", "gelijk aan de delen"],
        ["operationele kosten", "budget line", "20000", "20700", "equals its parts"],
    ),
}


@pytest.mark.parametrize(("args", "dutch", "english"), ROWS.values(), ids=ROWS)
def test_a_row_of_the_table(binckhorst, args, dutch, english):
    assert dutch in cells(binckhorst("ask", *args).out)
    assert english in cells(binckhorst("ask", *args, "--lang", "en").out)


def test_under_the_table_each_row_says_where_it_comes_from(binckhorst):
    said = binckhorst("ask", "present", "--activity", M4H).out
    place = "kip-eindrapportage, regel 317, “Helaas niemnand van gemeente Den Haag”"
    assert "\nWaar dit vandaan komt:\n      kip-eindrapportage, regel 303, “30 maart 2022”\n" in said
    assert "\n  Hogeschool Rotterdam\n      kip-eindrapportage, regel 319, " in said
    assert f"  gemeente Den Haag\n      {place}\n" in said
    said = binckhorst("ask", "present", "--activity", M4H, "--lang", "en").out
    assert f"  gemeente Den Haag\n      {place.replace('regel', 'line')}\n" in said
    assert "Where this comes from:\n" in said


def test_the_core_values_come_in_their_order(binckhorst):
    rows = binckhorst("ask", "values", "--json").json["rows"]
    assert [name.split()[0] for name in dict.fromkeys(row["value"] for row in rows)] == [
        "AUTHENTIEK,",
        "RAUWE,",
        "GROTE",
        "DYNAMISCHE",
        "DE",
    ]


# ------------------------------------------------------------------------------------------- the answer in JSON


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_example_of_every_question_has_an_answer_of_one_form(binckhorst, question):
    given = [word for key, value in question.example.items() for word in (f"--{key}", value)]
    answer = binckhorst("ask", question.name, *given, "--json").json
    keys = [
        "question",
        "parameters",
        "sentence",
        "sentence_evidence",
        "rows",
        "caveats",
        "evidence",
        "network",
        "version",
    ]
    assert same_keys(answer, keys)
    assert (answer["question"], answer["version"]) == (question.name, len(shipped()))
    assert same_keys(answer["network"], ["entities", "ties"])
    assert bool(answer["rows"]) != (question.name in RECORDED)
    keys = {"source", "locator", "printed", "certainty", "as_of"}
    assert all(keys <= evidence.keys() for evidence in answer["evidence"].values())
    for row in answer["rows"]:
        assert row["evidence"], row
        assert set(row["evidence"]) <= answer["evidence"].keys()


def test_only_what_people_read_changes_with_the_language(binckhorst):
    args = ["ask", "present", "--activity", M4H, "--json"]
    dutch, english = binckhorst(*args).json, binckhorst(*args, "--lang", "en").json
    for key in ("question", "parameters", "evidence", "network", "version"):
        assert dutch[key] == english[key]
    steady = ("id", "name", "kind", "state", "role", "sectors", "at", "size", "evidence")
    for one, other in zip(dutch["rows"], english["rows"], strict=True):
        assert {key: one[key] for key in steady} == {key: other[key] for key in steady}


def test_the_catalogue_in_json(binck):
    catalogue = binck("ask", "--json", "--lang", "en").json
    assert [question["name"] for question in catalogue] == [question.name for question in QUESTIONS]
    assert all(same_keys(q, ["name", "label", "asks", "parameters", "example"]) for q in catalogue)
    present = next(question for question in catalogue if question["name"] == "present")
    assert present["parameters"] == [
        {
            "name": "activity",
            "label": "activity or project",
            "takes": ["activity", "project"],
            "required": True,
            "choices": {},
            "default": None,
        }
    ]


# ---------------------------------------------------------------------------------------------- what cannot be answered


REFUSED = {
    "an unknown question": (
        ["weather"],
        "Er is geen vraag 'weather'; er zijn: connects, introduce-me, introductions-made, ",
        "There is no question 'weather'; there are: connects, introduce-me, introductions-made, ",
    ),
    "an unknown sector": (
        ["connects", "--from", "education", "--to", "sector:bakers"],
        "Niets heet 'sector:bakers'; het dichtst komen ",
        "Nothing is called 'sector:bakers'; the nearest are ",
    ),
    "the same on both sides": (
        ["connects", "--from", "education", "--to", "onderwijs"],
        "'onderwijs' staat aan beide kanten; noem twee verschillende",
        "'onderwijs' is on both sides; name two different ones",
    ),
    "a word that fits several subjects": (
        ["knows-about", "--topic", "circulair"],
        "'circulair' past op 3: theme:circulair bouwen (",
        "'circulair' fits 3: theme:circulair bouwen (",
    ),
    "the same at both ends": (
        ["path", "--from", "Ger Kwakkel", "--to", "Kwakkel"],
        "'Ger Kwakkel' is het begin en het einde; noem twee verschillende",
        "'Ger Kwakkel' is both ends; name two different ones",
    ),
    "a name of another kind": (
        ["values", "--value", "Ger Kwakkel"],
        "Niets heet 'Ger Kwakkel'; het dichtst komen ",
        "Nothing is called 'Ger Kwakkel'; the nearest are ",
    ),
}


@pytest.mark.parametrize(("args", "dutch", "english"), REFUSED.values(), ids=REFUSED)
def test_a_question_that_cannot_be_answered_says_why(binckhorst, args, dutch, english):
    for lang, error in (("nl", f"Fout: {dutch}"), ("en", f"Error: {english}")):
        done = binckhorst("ask", *args, "--lang", lang)
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith(error)


MISASKED = {
    "a parameter that is missing": (
        ["connects", "--from", "education"],
        "connects mist 'to' (de andere kant); bijvoorbeeld from 'education', to 'entrepreneurs'",
        "connects lacks 'to' (the other side); for example from 'education', to 'entrepreneurs'",
    ),
    "a parameter of nothing": (
        ["present", "--activity", " "],
        "present mist 'activity' (activiteit of project); bijvoorbeeld activity 'Excursie: MerweVierhavens'",
        "present lacks 'activity' (activity or project); for example activity 'Excursie: MerweVierhavens'",
    ),
}


@pytest.mark.parametrize(("args", "dutch", "english"), MISASKED.values(), ids=MISASKED)
def test_a_question_wrongly_asked_exits_with_two_and_gives_an_example(binckhorst, args, dutch, english):
    for lang, error in (("nl", f"Fout: {dutch}"), ("en", f"Error: {english}")):
        done = binckhorst("ask", *args, "--lang", lang)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith(error)


def test_a_name_that_fits_several_lists_them_with_their_ids(binckhorst):
    done = binckhorst("ask", "present", "--activity", "Toekomstmakers")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Fout: 'Toekomstmakers' past op 5: activity:Binckse Toekomstmakers (kip-eindrapportage:")
    assert done.err.endswith("; noem er een bij zijn id\n")
    id_ = "kip-eindrapportage:toekomstmakers-1"
    assert id_ in done.err
    assert binckhorst("ask", "present", "--activity", id_).code == 0


def test_a_parameter_that_the_question_does_not_take_is_a_wrong_call(binckhorst):
    done = binckhorst("ask", "values", "--activity", M4H)
    assert (done.code, done.out) == (2, "")
    assert "--activity" in done.err


@pytest.mark.parametrize("name", ["onderwijs", "Education", "EDUCATION", "sector:education", "ondewijs"])
def test_a_sector_may_be_named_in_either_language_and_with_a_typing_error(binckhorst, name):
    answer = binckhorst("ask", "connects", "--from", name, "--to", "entrepreneurs", "--json").json
    assert answer["parameters"] == {"from": "education", "to": "entrepreneurs"}


# ----------------------------------------------------------------------------------- none, one and many, in tiny worlds


def between(*things: str) -> Source:
    """A school, a shop, and what stands between: the fair that both were at, the garden of both and of a mill."""
    news = Source("news")
    school, shop = (news.mention(key, "organisation", key.title()) for key in ("school", "shop"))
    news.property(school, "sector", "education")
    news.property(shop, "sector", "entrepreneurs")
    if "fair" in things:
        fair = news.mention("fair", "activity", "Fair")
        for visitor in (school, shop):
            news.tie(visitor, "took_part_in", fair)
    if "garden" in things:
        garden = news.mention("garden", "project", "Garden")
        mill = news.mention("mill", "organisation", "Mill")
        news.property(mill, "sector", "entrepreneurs")
        for partner in (school, shop, mill):
            news.tie(partner, "partner_of", garden)
    return news


def fair(*visitors: str, **properties: str) -> Source:
    """A fair with these people."""
    news = Source("news")
    held = news.mention("fair", "activity", "Fair")
    for word, value in properties.items():
        news.property(held, word, int(value) if word == "attendance" else value)
    for name in visitors:
        news.tie(news.mention(name.lower(), "person", name), "took_part_in", held)
    return news


def values_(**embodied: int) -> Source:
    """Core values, and by how many each is embodied."""
    news = Source("news")
    for name, n in embodied.items():
        value = news.mention(name, "core_value", name.title())
        for number in range(n):
            key = f"{name}-{number}"
            news.tie(news.mention(key, "organisation", key), "embodies", value)
    return news


def money(*givers: str, **lines: tuple[int, int]) -> Source:
    """A garden with contributors, and budget lines of a planned and an actual amount."""
    news = Source("news")
    garden = news.mention("garden", "project", "Garden")
    for name in givers:
        news.tie(news.mention(name.lower(), "person", name), "contributed", garden)
    for name, (planned, actual) in lines.items():
        line = news.mention(name, "budget_line", name.title())
        news.property(line, "planned", planned)
        news.property(line, "actual", actual)
        news.tie(line, "part_of", garden)
    return news


CONNECTS = ["connects", "--from", "education", "--to", "entrepreneurs"]
FAIR = ["present", "--activity", "Fair"]
GARDEN = ["ledger", "--project", "Garden"]

TINY = {
    "nothing between": (
        between(),
        CONNECTS,
        "Niemand en niets in de bronnen staat tussen onderwijs en ondernemers.",
        "Nobody and nothing in the sources stands between education and entrepreneurs.",
    ),
    "one thing between": (
        between("fair"),
        CONNECTS,
        "Tussen onderwijs en ondernemers staat 1 activiteit. "
        "Dat is Fair, met 1 paar dat in de bronnen zelf geen band heeft (alleen hier verbonden).",
        "1 activity stands between education and entrepreneurs. "
        "That is Fair, with 1 pair that has no tie of its own in the sources (joined only here).",
    ),
    "two things between": (
        between("fair", "garden"),
        CONNECTS,
        "Tussen onderwijs en ondernemers staan 1 activiteit en 1 project.",
        "1 activity and 1 project stand between education and entrepreneurs.",
    ),
    "nobody present": (fair(), FAIR, "Bij Fair noemen de bronnen niemand.", "At Fair the sources name nobody."),
    "one present": (
        fair("Ann"),
        FAIR,
        "Bij Fair noemen de bronnen 1 deelnemer: Ann.",
        "At Fair the sources name 1 participant: Ann.",
    ),
    "two present": (
        fair("Ann", "Bob", start="2021-09", attendance="25"),
        FAIR,
        "Bij Fair (september 2021) noemen de bronnen 2 deelnemers: Ann en Bob. Aantal aanwezigen: 25.",
        "At Fair (September 2021) the sources name 2 participants: Ann and Bob. Attendance: 25.",
    ),
    "seven present": (
        fair("Ann", "Bob", "Cat", "Dan", "Eve", "Fay", "Gus"),
        FAIR,
        "Bij Fair noemen de bronnen 7 deelnemers: Ann, Bob, Cat, Dan, Eve, Fay en 1 ander.",
        "At Fair the sources name 7 participants: Ann, Bob, Cat, Dan, Eve, Fay and 1 other.",
    ),
    "not held": (
        fair("Ann", start="2021-09-03", end="2021-09-04", status="cancelled"),
        FAIR,
        "Fair (3 september 2021 tot en met 4 september 2021) is geannuleerd. Zou meedoen: Ann.",
        "Fair (3 September 2021 to 4 September 2021) was cancelled. Meant to take part: Ann.",
    ),
    "no core value": (
        Source("news", published="2021"),
        ["values"],
        "De bronnen noemen geen kernwaarden.",
        "The sources name no core values.",
    ),
    "one core value that nothing embodies": (
        values_(bread=0),
        ["values"],
        "De bronnen noemen niemand en niets dat Bread belichaamt.",
        "The sources name nobody and nothing that embodies Bread.",
    ),
    "two core values that nothing embodies": (
        values_(bread=0, cheese=0),
        ["values"],
        "De bronnen noemen 2 kernwaarden en zeggen van geen wie of wat haar belichaamt: Bread en Cheese.",
        "The sources name 2 core values and say of none of them who or what embodies it: Bread and Cheese.",
    ),
    "two core values of which one is embodied more": (
        values_(bread=2, cheese=1),
        ["values"],
        "De bronnen noemen 2 kernwaarden; het meest is gezegd van Bread (2 keer).",
        "The sources name 2 core values; most is said of Bread (2 times).",
    ),
    "no money": (
        money(),
        GARDEN,
        "De bronnen geven geen bedragen voor Garden.",
        "The sources give no amounts for Garden.",
    ),
    "one line": (
        money(seeds=(1200, 0)),
        GARDEN,
        "Garden – Seeds: begroot € 1.200 en gerealiseerd € 0.",
        "Garden – Seeds: planned €1,200 and actual €0.",
    ),
    "two lines and one contributor": (
        money("Ann", seeds=(1200, 1300), tools=(10, 7)),
        GARDEN,
        "Garden – Seeds: begroot € 1.200 en gerealiseerd € 1.300; Tools: begroot € 10 en gerealiseerd € 7. "
        "De bronnen noemen 1 bijdrager.",
        "Garden – Seeds: planned €1,200 and actual €1,300; Tools: planned €10 and actual €7. "
        "The sources name 1 contributor.",
    ),
    "two contributors": (
        money("Ann", "Bob", seeds=(3, 4)),
        GARDEN,
        "Garden – Seeds: begroot € 3 en gerealiseerd € 4. De bronnen noemen 2 bijdragers.",
        "Garden – Seeds: planned €3 and actual €4. The sources name 2 contributors.",
    ),
}


@pytest.mark.parametrize(("world", "args", "dutch", "english"), TINY.values(), ids=TINY)
def test_the_sentence_is_right_for_none_one_and_many(binck, world, args, dutch, english):
    binck.tell(world)
    assert binck("ask", *args).first.startswith(dutch)
    assert binck("ask", *args, "--lang", "en").first.startswith(english)


def test_who_belongs_to_both_sides_is_said_to(binck):
    news = between("fair")
    ann = news.mention("ann", "person", "Ann")
    news.tie(ann, "works_for", "news:school")
    news.tie(ann, "works_for", "news:shop")
    binck.tell(news)
    row = next(row for row in binck("ask", *CONNECTS, "--json").json["rows"] if row["name"] == "Ann")
    assert (row["side"], row["note"]) == ("both", "hoort bij onderwijs én bij ondernemers")


def test_an_answer_that_rests_on_hearsay_says_so(binck):
    news = fair("Ann")
    news.property("news:fair", "attendance", 25, certainty="hearsay")
    binck.tell(news)
    assert "– 1 van horen zeggen.\n" in binck("ask", *FAIR).err
    assert "– 1 from hearsay.\n" in binck("ask", *FAIR, "--lang", "en").err


def test_a_sum_that_does_not_fit_is_named_and_left_as_it_is(binck):
    news = money(total=(500, 100), seeds=(0, 0))
    for key, amount in {"a": 200, "b": 100}.items():
        line = news.mention(key, "budget_line", key)
        news.property(line, "planned", amount)
        news.tie(line, "part_of", "news:total")
    binck.tell(news)
    rows = {row["name"]: row for row in binck("ask", *GARDEN, "--json").json["rows"]}
    assert (rows["Total"]["planned"], rows["Total"]["parts_planned"]) == (500, 300)
    assert rows["Total"]["note"] == "begroot: verschil +€ 200 tegenover de delen"
    assert "– Niet gelijk aan de som van de delen: Total.\n" in binck("ask", *GARDEN).err
