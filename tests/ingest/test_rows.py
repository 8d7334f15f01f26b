"""Rows of a sheet become statements: a row goes in whole, or is refused whole with all its reasons."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.csvtext import csv_text
from graph.knowledge import Knowledge
from graph.statements import MENTION, PROPERTY, SOURCE, TIE, TIE_PROPERTY
from graph.testing.source import Source
from ingest.columns import columns_of
from ingest.loader import load_files, read_file
from ingest.unreadable import Unreadable
from tests.worlds import WORDS, contents


@pytest.fixture
def people(knowledge: Knowledge, write):
    """What a CSV file with this text says."""

    def read(text, name="people.csv", kind=""):
        return read_file(write(text, name), knowledge, kind)

    return read


def said(bundle):
    """What is said, without the source: form, subject, word, and value or far end."""
    return [
        (s.form, s.subject.partition(":")[2], s.word, s.object.partition(":")[2] or s.value)
        for s in bundle.statements
        if s.form != SOURCE
    ]


def one(bundle, form):
    (found,) = (s for s in bundle.statements if s.form == form)
    return found


def reasons(bundle):
    return [(refusal.line, refusal.reason.nl) for refusal in bundle.refused]


# ----------------------------------------------------------------------------------------------------- what a row says


def test_a_row_with_only_a_name_is_enough(people):
    bundle = people("naam,kent\nAnn,\n")
    assert (said(bundle), bundle.refused) == ([(MENTION, "person.ann", "person", "Ann")], [])


def test_the_source_is_the_name_of_the_file_and_says_what_it_is(people):
    bundle = people("name,knows\nAnn,\n", "My People (2026).csv")
    assert bundle.origin == "my-people-2026"
    about = {s.word: s.value for s in bundle.statements if s.form == SOURCE}
    assert about == {"title": "My People (2026)", "kind": "sheet", "language": "en"}


def test_a_cell_becomes_a_value_and_several_become_several(people):
    bundle = people("naam,sector,omschrijving,kent\nAnn,bewoners | onderwijs,bakt brood,\n")
    assert said(bundle)[1:] == [
        (PROPERTY, "person.ann", "sector", "residents"),
        (PROPERTY, "person.ann", "sector", "education"),
        (PROPERTY, "person.ann", "description", {"nl": "bakt brood"}),
    ]


def test_a_statement_has_its_row_and_the_words_of_its_cell(people):
    bundle = people("naam,werkt voor,werkt voor: begin\n\nAnn,Bakkerij De Aar,sept 2019\n")
    tie = one(bundle, TIE)
    assert (tie.locator, tie.printed, tie.properties) == ("row 3", "Bakkerij De Aar", (("start", "2019-09"),))


def test_more_words_than_may_be_kept_are_not_kept_as_printed(people):
    bundle = people("naam,omschrijving,kent\nAnn,een twee drie vier vijf zes zeven,\n")
    assert one(bundle, PROPERTY).printed == ""


def test_what_is_personal_is_a_value_and_never_printed_words(people):
    bundle = people("naam,e-mailadres,kent\nAnn,ann@example.org,\n")
    email = one(bundle, PROPERTY)
    assert (email.word, email.value, email.printed) == ("email", {"nl": "ann@example.org"}, "")


def test_a_name_in_a_cell_becomes_a_mention_of_the_same_source(people):
    bundle = people("naam,werkt voor\nAnn,Bakkerij De Aar\nBob,bakkerij de aar\n")
    assert said(bundle) == [
        (MENTION, "person.ann", "person", "Ann"),
        (TIE, "person.ann", "works_for", "organisation.bakkerij-de-aar"),
        (MENTION, "person.bob", "person", "Bob"),
        (TIE, "person.bob", "works_for", "organisation.bakkerij-de-aar"),
        (MENTION, "organisation.bakkerij-de-aar", "organisation", "Bakkerij De Aar"),
    ]


def test_a_name_that_has_a_row_of_its_own_is_that_row(people):
    bundle = people("naam,kent\nAnn,BOB\nBob,\n")
    assert said(bundle) == [
        (MENTION, "person.ann", "person", "Ann"),
        (TIE, "person.ann", "knows", "person.bob"),
        (MENTION, "person.bob", "person", "Bob"),
    ]


def test_what_stands_beside_several_names_is_parted_as_they_are(people):
    bundle = people("naam,werkt voor,werkt voor: rol,werkt voor: begin\nAnn,Bakkerij | School,eigenaar |,2019 | 2021\n")
    ties = [(s.object.partition(".")[2], s.properties) for s in bundle.statements if s.form == TIE]
    assert ties == [
        ("bakkerij", (("role", "owner"), ("start", "2019"))),
        ("school", (("start", "2021"),)),
    ]


def test_what_hangs_on_a_tie_names_the_tie(people):
    bundle = people("naam (persoon),zoekt,zoekt: wat\nAnn,thema: koffie,een molen\n")
    more = one(bundle, TIE_PROPERTY)
    assert (more.of, more.word, more.value) == (one(bundle, TIE).id, "what", {"nl": "een molen"})


def test_as_of_is_when_values_and_lasting_ties_held_and_the_newest_dates_the_source(people):
    bundle = people(
        "naam,omschrijving,kent,werkt voor,werkt voor: begin,richtte op,stand van\n"
        "Ann,bakt,Bob,Bakkerij,2019,organisatie: Bakkerij,2024\n"
        "Cor,,,,,,5-2023\n"
    )
    assert {s.word: s.as_of for s in bundle.statements if s.form in (PROPERTY, TIE)} == {
        "description": "2024",
        "knows": "2024",
        "works_for": "",
        "founded": "",
    }
    assert [s.value for s in bundle.statements if s.word == "published"] == ["2024"]


@pytest.mark.parametrize(
    ("cell", "certainty"), [("ja", "hearsay"), ("X", "hearsay"), ("nee", "stated"), ("", "stated")]
)
def test_a_row_of_hearsay_is_hearsay_throughout(people, cell, certainty):
    bundle = people(f"naam,omschrijving,kent,van horen zeggen\nAnn,bakt,Bob,{cell}\n")
    assert {s.certainty for s in bundle.statements if s.form != SOURCE} == {certainty}


def test_what_somebody_else_is_sure_of_is_no_hearsay(people):
    bundle = people("naam,kent,van horen zeggen\nAnn,Cor,ja\nBob,Cor,\n")
    (cor,) = (s for s in bundle.statements if s.form == MENTION and s.value == "Cor")
    assert (cor.certainty, cor.locator) == ("stated", "row 3")


def test_a_kind_without_a_template_of_its_own_can_be_named(people):
    assert said(people("naam\nKoffie\n", kind="theme")) == [(MENTION, "theme.koffie", "theme", "Koffie")]


def test_a_name_with_an_initial_is_inferred_so_that_the_name_written_out_is_shown(people):
    bundle = people("naam,kent\nS. Lindeman,\n")
    assert (one(bundle, MENTION).certainty, one(bundle, MENTION).reason) == (
        "inferred",
        {"nl": "een voorletter staat voor een naam", "en": "an initial stands for a name"},
    )


# ------------------------------------------------------------------------------------------------ which kind, which one


def test_where_several_kinds_may_be_one_is_named_before_the_name_once_in_the_file(people):
    bundle = people("naam (persoon),deed mee aan\nAnn,activiteit: Borrel\nBob,Borrel\nCor,project: De Tuin\n")
    assert [s.object.partition(":")[2] for s in bundle.statements if s.form == TIE] == [
        *["activity.borrel", "activity.borrel"],
        "project.de-tuin",
    ]


def test_else_the_names_that_the_store_knows_decide(knowledge: Knowledge, people):
    news = Source("news")
    news.mention("b", "activity", "Borrel")
    knowledge.load(news.bundle())
    bundle = people("naam (persoon),deed mee aan\nAnn,borrel\n")
    assert one(bundle, TIE).object == "people:activity.borrel"


def test_a_name_that_could_be_of_several_kinds_is_refused_with_the_way_out(knowledge: Knowledge, people):
    assert reasons(people("naam (persoon),deed mee aan\nAnn,Borrel\n")) == [
        (2, "deed mee aan: 'Borrel' kan activiteit of project zijn; schrijf bijvoorbeeld 'activiteit: Borrel'")
    ]
    news = Source("news")
    news.mention("a", "activity", "Borrel")
    news.mention("p", "project", "Borrel")
    knowledge.load(news.bundle())
    assert len(reasons(people("naam (persoon),deed mee aan\nAnn,Borrel\n"))) == 1


def test_a_kind_that_does_not_belong_there_is_refused(people):
    assert reasons(people("naam,werkt voor\nAnn,activiteit: Borrel\n")) == [
        (2, "werkt voor: 'activiteit: Borrel' is activiteit, en hier hoort organisatie")
    ]


def test_a_date_behind_the_name_of_an_activity_tells_which_one(people):
    bundle = people("naam (persoon),deed mee aan\nAnn,activiteit: Borrel (3-9-2021) | activiteit: Borrel (okt 2021)\n")
    assert [item for item in said(bundle) if item[1].startswith("activity")] == [
        (MENTION, "activity.borrel-2021-09-03", "activity", "Borrel"),
        (PROPERTY, "activity.borrel-2021-09-03", "start", "2021-09-03"),
        (MENTION, "activity.borrel-2021-10", "activity", "Borrel"),
        (PROPERTY, "activity.borrel-2021-10", "start", "2021-10"),
    ]


def test_so_it_is_one_with_the_activity_that_the_store_knows(knowledge: Knowledge, write):
    news = Source("news")
    news.property(news.mention("b", "activity", "Borrel"), "start", "2021-09-03")
    knowledge.load(news.bundle())
    load_files(knowledge, [write("naam (persoon),deed mee aan\nAnn,Borrel (3-9-2021)\n", "people.csv")])
    with knowledge.store.reading() as view:
        assert [e.ids for e in view.entities() if e.kind == "activity"] == [
            ("news:b", "people:activity.borrel-2021-09-03")
        ]


def test_brackets_that_are_part_of_a_name_stay(people):
    bundle = people("naam,werkt voor\nAnn,Bakkerij (2019)\nBob,Fonds (groen)\n")
    names = [s.value for s in bundle.statements if s.form == MENTION and s.word == "organisation"]
    assert names == ["Bakkerij (2019)", "Fonds (groen)"]


# ------------------------------------------------------------------------------------- keys, and rows that are the same


def test_a_row_may_move_and_its_mention_stays(people):
    before = people("naam,kent\nAnn,Bob\nCor,\n")
    after = people("naam,kent\nCor,\nAnn,Bob\n")
    assert {s.subject for s in before.statements} == {s.subject for s in after.statements}


def test_two_rows_of_one_name_are_both_refused_wherever_they_stand(people):
    bundle = people("naam,kent\nAnn,\nBob,\nANN,\n")
    assert reasons(bundle) == [
        (2, "'Ann' staat ook op rij 4; maak er één rij van, of geef elk een eigen sleutel"),
        (4, "'ANN' staat ook op rij 2; maak er één rij van, of geef elk een eigen sleutel"),
    ]
    assert said(bundle) == [(MENTION, "person.bob", "person", "Bob")]


def test_a_key_tells_them_apart_for_good(knowledge: Knowledge, write):
    path = write("naam,sleutel (persoon)\nAnn,1\nAnn,2\n", "people.csv")
    (report,) = load_files(knowledge, [path])
    assert report.refused == []
    with knowledge.store.reading() as view:
        assert sorted(e.ids for e in view.entities()) == [("people:person.key.1",), ("people:person.key.2",)]
        assert [(j.verdict, j.why["nl"]) for j in view.judgements()] == [
            ("different", "twee rijen van people met elk een eigen sleutel")
        ]


def test_with_a_key_a_name_can_be_mended_and_stays_one(knowledge: Knowledge, write):
    load_files(knowledge, [write("naam,sleutel (persoon)\nAn,1\n", "people.csv")])
    load_files(knowledge, [write("naam,sleutel (persoon)\nAnn,1\n", "people.csv")])
    with knowledge.store.reading() as view:
        assert [(e.ids, e.name) for e in view.entities()] == [(("people:person.key.1",), "Ann")]


def test_one_key_twice_is_refused(people):
    assert reasons(people("naam,id,kent\nAnn,1,\nBob,1,\nCor,1,\n"))[0] == (
        2,
        "sleutel '1' staat ook op rij 3 en 4; geef elke rij een eigen sleutel",
    )


def test_one_of_several_namesakes_is_named_by_its_key(people):
    bundle = people("naam,id,kent\nAnn,1,\nAnn,2,\nBob,,2\nCor,,Ann\n")
    assert [s.object for s in bundle.statements if s.form == TIE] == ["people:person.key.2"]
    assert reasons(bundle) == [(5, "kent: 2 rijen heten 'Ann'; noem er een bij de sleutel")]


def test_more_namesakes_than_can_be_told_apart_are_refused(people):
    bundle = people("naam,id,kent\n" + "".join(f"Ann,{n},\n" for n in range(21)))
    assert reasons(bundle)[0] == (
        2,
        "21 rijen heten 'Ann', en ten hoogste 20 kan; geef ze namen die verschillen",
    )


# --------------------------------------------------------------------------------------------------- what is refused

ROWS = {
    "no name": ("naam,kent\n,Bob\n", "de naam ontbreekt"),
    "a name of nothing": ("naam,kent\n?!,\n", "'?!' is geen naam"),
    "another one of nothing": ("naam,kent\nAnn,-\n", "kent: '-' is geen naam"),
    "more cells than headings": (
        "naam,kent\nAnn,Bob,Cor\n",
        "de rij heeft 3 cellen en de kop 2; zet een tekst met het scheidingsteken erin tussen aanhalingstekens",
    ),
    "a cell without a heading": (
        "naam,,kent\nAnn,x,Bob\n",
        "er staat iets in een kolom zonder kop; geef die kolom een kop, of een tussen haakjes",
    ),
    "several things": (
        "naam,sector,kent,van horen zeggen\nAnn,brood,-,misschien\n",
        "van horen zeggen: 'misschien': schrijf ja of nee; sector: 'brood' is geen keuze; kies uit ondernemers,"
        " onderwijs, overheid, bewoners, maatschappelijke organisaties; kent: '-' is geen naam",
    ),
    "an impossible date": (
        "naam,werkt voor,werkt voor: begin\nAnn,Bakkerij,31-2-2021\n",
        "werkt voor: '31-2-2021' is een dag of maand die niet bestaat; de dag staat voor de maand, zoals 3-9-2021",
    ),
    "an end before its start": (
        "naam,werkt voor,werkt voor: begin,werkt voor: einde\nAnn,Bakkerij,2021,2019\n",
        "werkt voor: het einde 2019 ligt voor het begin 2021",
    ),
    "something beside no name": (
        "naam,werkt voor,werkt voor: rol\nAnn,,eigenaar\n",
        "werkt voor: rol: hier hoort een naam bij, in de kolom van de band",
    ),
    "one role beside two names": (
        "naam,werkt voor,werkt voor: rol\nAnn,Bakkerij | School,eigenaar\n",
        "werkt voor: 2 namen en 1 in 'werkt voor: rol'; zet er evenveel, met | ertussen"
        " (tussen twee strepen mag niets staan)",
    ),
    "a thing that ends before it starts": (
        "naam,begin,einde,gehouden in\nBorrel,2021,2019,\n",
        "einde: het einde 2019 ligt voor het begin 2021",
    ),
    "somebody with herself": ("naam,kent\nAnn,ann\n", "kent: 'ann' is de rij zelf"),
    "a control character": ("naam,kent\nAn\x07n,\n", "naam: 'An\\x07n' bevat een stuurteken"),
    "a name that is too long": (f"naam,kent\n{'n' * 2001},\n", "naam: een tekst van 2001 tekens; ten hoogste 2000"),
    "a name elsewhere that is too long": (
        f"naam,kent\nAnn,{'n' * 2001}\n",
        "kent: een tekst van 2001 tekens; ten hoogste 2000",
    ),
}


@pytest.mark.parametrize(("text", "nl"), ROWS.values(), ids=ROWS)
def test_a_row_that_breaks_a_rule_is_refused_whole_with_every_reason(people, text, nl):
    bundle = people(text)
    assert reasons(bundle) == [(2, nl)]
    assert bundle.statements == []
    assert bundle.refused[0].say("en").partition(": ")[0].endswith("people.csv, row 2")


def test_the_other_rows_go_in(people):
    bundle = people("naam,sector,kent\nAnn,brood,Bob\nCor,,Dee\n")
    assert (len(bundle.refused), said(bundle)) == (
        1,
        [
            (MENTION, "person.cor", "person", "Cor"),
            (TIE, "person.cor", "knows", "person.dee"),
            (MENTION, "person.dee", "person", "Dee"),
        ],
    )


def test_a_row_of_notes_alone_is_passed_over(people):
    bundle = people("naam,kent,(notitie)\nAnn,,\n,,bellen\n")
    assert (len(said(bundle)), bundle.refused) == (1, [])


@pytest.mark.parametrize(
    ("text", "nl"),
    [
        ("", "hier staat niets in"),
        ("kent\nAnn\n", "de eerste rij is de kop, en een van de koppen is naam; binck template maakt zo'n kop"),
        ("naam,naam (persoon)\nAnn,\n", "de koppen 'naam' en 'naam (persoon)' zijn dezelfde kolom; houd er een over"),
    ],
)
def test_a_sheet_whose_headings_are_not_understood_is_refused_as_a_whole(people, text, nl):
    with pytest.raises(Unreadable) as error:
        people(text)
    assert error.value.reason.nl == nl


# --------------------------------------------------------------------------------------------------- loading it again


def test_loading_the_same_rows_again_changes_nothing(knowledge: Knowledge, write):
    path = write("naam,kent,werkt voor,werkt voor: rol\nAnn,Bob,Bakkerij,eigenaar\n", "people.csv")
    load_files(knowledge, [path])
    before = contents(knowledge.store)
    (report,) = load_files(knowledge, [path])
    assert (report.added, report.withdrawn) == (0, 0)
    assert contents(knowledge.store) == before


def test_a_corrected_cell_changes_exactly_what_it_said(knowledge: Knowledge, write):
    load_files(knowledge, [write("naam,omschrijving,kent\nAnn,bakt,Bob\nCor,kookt,\n", "people.csv")])
    (report,) = load_files(knowledge, [write("naam,omschrijving,kent\nAnn,bakte,Bob\nCor,kookt,\n", "people.csv")])
    assert (report.added, report.withdrawn) == (1, 1)


def test_rows_that_all_are_refused_leave_the_source_as_it_was(knowledge: Knowledge, write):
    load_files(knowledge, [write("naam,kent\nAnn,\n", "people.csv")])
    before = contents(knowledge.store)
    (report,) = load_files(knowledge, [write("naam,kent\n?,\n", "people.csv")])
    assert [refusal.line for refusal in report.refused] == [2, 0]
    assert contents(knowledge.store) == before


# ------------------------------------------------------------------------------------------- whatever is written in it

COLUMNS = columns_of("person", WORDS)
CELLS = {
    "text": st.sampled_from(["brood", "koffie & thee", "=1+1", "'t is zo", "twee\nregels"]),
    "line": st.sampled_from(["een", "twee"]),
    "choice": st.just(""),
    "date": st.sampled_from(["2019", "2019-06", "2020-01-02"]),
    "quantity": st.sampled_from(["17", "~25-40", ">=7"]),
    "amount": st.sampled_from(["1300", "-5"]),
    "address": st.sampled_from(["https://example.org/a"]),
}


@st.composite
def filled(draw):
    """A row for the sheet of people, with what should be kept of its properties."""
    row, kept = {"name": draw(st.sampled_from(["Ann", "Bob", "Zoë de Wit", "=Cor"]))}, []
    for column in COLUMNS:
        if column.role == "property" and draw(st.booleans()):
            property_ = column.property
            if property_.value == "choice":
                key = draw(st.sampled_from(list(WORDS.choices[property_.choices].choices)))
                row[column] = draw(
                    st.sampled_from(
                        [key, *[getattr(WORDS.choices[property_.choices].choices[key], lang) for lang in ("nl", "en")]]
                    )
                )
                kept.append((column.word, key))
            else:
                row[column] = draw(CELLS[property_.value])
                kept.append((column.word, {"nl": row[column]} if property_.value == "text" else row[column]))
    return row, kept


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filled(), st.sampled_from(",;\t"), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]))
def test_what_is_filled_in_in_a_template_is_read_back(knowledge, write, row_and_kept, delimiter, encoding):
    row, kept = row_and_kept
    cells = [row["name"] if column.role == "name" else row.get(column, "") for column in COLUMNS]
    text = csv_text([[column.heading.nl for column in COLUMNS], cells], delimiter)
    bundle = read_file(write(text.encode(encoding), "people.csv"), knowledge)
    assert bundle.refused == []
    assert [(s.word, s.value) for s in bundle.statements if s.form == PROPERTY] == kept
    assert one(bundle, MENTION).value == row["name"]


anything = st.text(st.sampled_from("Ann|;:()'- ,\n23=\x07é"), max_size=12) | st.sampled_from(
    ["2019", "2021", "2019-06", "Ann", "activiteit: Borrel (2021)", "lid", "eigenaar | lid"]
)
SHEETS = (
    ["naam", "omschrijving", "werkt voor", "werkt voor: begin", "werkt voor: einde", "sleutel (persoon)"],
    ["naam", "begin", "einde", "lid van", "lid van: rol", "sleutel (organisatie)"],
    ["naam (persoon)", "kent", "deed mee aan", "deed mee aan: rol", "stand van", "van horen zeggen"],
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(SHEETS), st.lists(st.lists(anything, min_size=6, max_size=6), max_size=4))
def test_whatever_is_written_in_the_cells_each_row_goes_in_or_is_refused(knowledge, write, headings, rows):
    path = write(csv_text([headings, *rows]), "people.csv")
    bundle = read_file(path, knowledge)
    (report,) = load_files(knowledge, [path])
    # the reader knows every rule: the core refuses nothing besides
    assert [refusal for refusal in report.refused if refusal.line] == bundle.refused
