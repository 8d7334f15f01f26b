"""The data set that ships: it keeps its own rules, and says what the five documents say.

The documents themselves are not needed; `binck check --sources DIR` holds every statement against them.
"""

from __future__ import annotations

import re

import pytest

from graph.adapters import MemoryStore
from graph.desk import Desk
from graph.statements import CORRECTION, MENTION, SOURCE, TIE
from graph.texts import LANGS
from graph.values import LONGEST_TEXT
from ingest.binckhorst import shipped
from ingest.loader import files_named, load_files

FINGERPRINTS = {
    "atelier-binckhorst-2": "e6fda36be334f425789e425ce629ad7413851fd24c1403d126469d0502a6b09c",
    "city-deal-kennis-maken-den-haag": "76a7f9bedae6bfbace85c78229a4cf6b2dbfaa866e621c35cbbe9404db6c3ad5",
    "humanity-hub-clustervorming": "bd228cfcd18d57a7d63f345e24c21d47ef3d1ad96c135029ffd0d4c649bf08d3",
    "kip-eindrapportage": "d3d75840bff334d750bb6b07e1cfbf4aaef518d81fab9ff59ec444a66f360ef1",
    "methode-kenniswerkplaats-westerkwartier": "a97a62b7631edc15cd5661c345ce2cc39ac76dd8cd1b03e6397f046f9ce5b00d",
}

LONGEST_FACT = 240
"""Characters of a text value: a fact in own words, never a passage."""


@pytest.fixture(scope="module")
def loaded(words):
    """A desk with the data set, and the reports of loading it."""
    desk = Desk(MemoryStore(), words, by="Zoë")
    return desk, load_files(desk.knowledge, files_named([]))


@pytest.fixture(scope="module")
def desk(loaded):
    return loaded[0]


@pytest.fixture(scope="module")
def statements(desk):
    with desk.store.reading() as view:
        return list(view.in_force())


@pytest.fixture(scope="module")
def graph(desk):
    return desk.export(personal=True)


# ------------------------------------------------------------------------------------------------- it keeps the rules


def test_five_sources_ship():
    assert sorted(shipped()) == sorted(FINGERPRINTS)


def test_everything_goes_in(loaded):
    _, reports = loaded
    assert [refusal.say("en") for report in reports for refusal in report.refused] == []
    assert [report.id for report in reports] == sorted(FINGERPRINTS)
    assert all(report.added for report in reports)


def test_the_sum_is_right(desk):
    assert desk.verify().differences == ()


def test_loading_it_again_changes_nothing(desk):
    reports = load_files(desk.knowledge, files_named([]))
    assert [(report.added, report.withdrawn) for report in reports] == [(0, 0)] * 5


def test_the_fingerprints_are_those_of_the_documents_that_were_read(statements):
    said = {s.source: s.value for s in statements if s.form == SOURCE and s.word == "fingerprint"}
    assert said == {source: f"sha256:{digest}" for source, digest in FINGERPRINTS.items()}


def test_every_source_says_how_many_lines_it_has(statements):
    assert {s.source for s in statements if s.form == SOURCE and s.word == "lines"} == set(FINGERPRINTS)


def test_no_question_is_left_open_and_no_correction_waits(desk):
    assert desk.open_questions() == []
    assert desk.status()["corrections_waiting"] == []


def test_every_tie_has_evidence(graph):
    assert [tie["id"] for tie in graph["ties"] if not tie["evidence"]] == []


def test_every_entity_and_every_value_has_evidence(graph):
    for thing in (*graph["entities"], *graph["ties"]):
        assert thing["evidence"], thing["id"]
        assert all(value["evidence"] for values in thing["properties"].values() for value in values), thing["id"]


def test_every_mention_has_its_lines_and_printed_words(statements):
    assert [s.subject for s in statements if s.form == MENTION and not (s.locator and s.printed)] == []


def test_every_fact_has_its_lines_and_printed_words(statements):
    facts = [s for s in statements if s.form not in (SOURCE, CORRECTION)]
    assert [s.content() for s in facts if not (s.locator.startswith("line") and s.printed)] == []


def test_nothing_printed_has_more_than_six_words(statements):
    assert [s.printed for s in statements if len(s.printed.split()) > 6] == []


def test_what_is_inferred_and_what_is_corrected_has_a_reason_in_both_languages(statements):
    unsure = [s for s in statements if s.certainty != "stated" or s.form == CORRECTION]
    assert unsure
    assert [s.content() for s in unsure if s.certainty != "hearsay" and set(s.reason or ()) != set(LANGS)] == []


def test_every_reason_is_short(statements):
    reasons = [text for s in statements for text in (s.reason or {}).values()]
    assert [text for text in reasons if len(text) > LONGEST_FACT] == []


def test_every_text_of_words_has_both_languages(statements):
    texts = [s for s in statements if isinstance(s.value, dict) and s.value.keys() & set(LANGS) and s.word != "email"]
    words = [s for s in texts if re.search("[a-z]{2}", str(s.value.get("nl")))]  # the third edition, phase 3a: no words
    assert len(words) > 100
    assert [s.content() for s in words if set(s.value) != set(LANGS)] == []


def test_no_text_is_a_passage(statements):
    said = [text for s in statements if isinstance(s.value, dict) for text in s.value.values() if isinstance(text, str)]
    said += [s.value for s in statements if isinstance(s.value, str) and not s.value.startswith("http")]
    assert [text for text in said if len(text) > LONGEST_FACT] == []
    assert LONGEST_FACT < LONGEST_TEXT


def test_every_judgement_gives_its_reason_in_both_languages(desk):
    with desk.store.reading() as view:
        judgements = view.judgements()
    assert judgements
    assert [j.id for j in judgements if set(j.why) != set(LANGS)] == []


MAIL, PHONE = re.compile(r"\S+@\S+\.\w"), re.compile(r"(?:\+31|\b0)[ -]?\d(?:[ -]?\d){8}\b")


def test_no_contact_details_of_people_are_in_it(statements):
    people = {s.subject for s in statements if s.form == MENTION and s.word == "person"}
    assert [s.content() for s in statements if s.subject in people and s.word in ("email", "phone")] == []


def test_no_contact_details_leave_it_unless_asked_for(desk):
    properties = [thing["properties"] for part in ("entities", "ties") for thing in desk.export()[part]]
    assert [p for p in properties if p.keys() & {"email", "phone"}] == []
    said = str(properties)
    assert MAIL.findall(said) + PHONE.findall(re.sub(r"https?://\S+", "", said)) == []


def test_about_as_much_is_said_as_the_documents_hold(desk):
    counts = desk.status()["entities"]
    assert counts["person"] >= 25
    assert counts["organisation"] >= 80
    assert counts["activity"] >= 30
    assert counts["core_value"] == 5


# -------------------------------------------------------------------------- what was checked by hand in the documents


def entity(desk, name):
    return desk.show(name)


def values(thing, key):
    return [value["value"] for value in thing["properties"].get(key, [])]


def ends(desk, name, tie, *, role=None):
    """The names at the other end of the ties of one kind."""
    shown = entity(desk, name)
    here = set(shown["ids"])
    return sorted(
        t["to_name"] if t["from"] in here else t["from_name"]
        for t in shown["ties"]
        if t["kind"] == tie and (role is None or role in values(t, "role"))
    )


def test_the_kick_off_excursion_of_3_september_2021_had_five_speakers(desk):
    kick_off = "Excursie: kick-off opleidingen"
    assert values(entity(desk, kick_off), "start") == ["2021-09-03"]
    assert ends(desk, kick_off, "took_part_in", role="speaker") == [
        "Ger Kwakkel",
        "Irene Samwel",
        "Irmgard Bomers",
        "Levinia van Arkel",
        "Phlip Boswinkel",
    ]


@pytest.mark.parametrize(
    ("speaker", "employer"),
    [
        ("Ger Kwakkel", "gemeente Den Haag"),
        ("Irene Samwel", "ImpactCity"),
        ("Irmgard Bomers", "I'M BINCK"),
        ("Levinia van Arkel", "ACCEZ"),
        ("Phlip Boswinkel", "Local"),
    ],
)
def test_each_speaker_came_from_somewhere(desk, speaker, employer):
    assert employer in ends(desk, speaker, "works_for") + ends(desk, speaker, "member_of")


def test_the_municipality_was_missed_at_the_excursion_to_m4h_of_30_march_2022(desk):
    m4h = "Excursie: MerweVierhavens"
    assert values(entity(desk, m4h), "start") == ["2022-03-30"]
    assert ends(desk, m4h, "missed") == ["gemeente Den Haag"]
    assert "gemeente Den Haag" not in ends(desk, m4h, "took_part_in")
    assert ends(desk, m4h, "took_part_in", role="co_organiser") == ["Hogeschool Rotterdam"]


def test_the_five_core_values_stand_in_the_order_of_the_essay(desk, graph):
    found = [e for e in graph["entities"] if e["kind"] == "core_value"]
    assert [e["name"] for e in sorted(found, key=lambda e: values(e, "order"))] == [
        "AUTHENTIEK, AMBACHTELIJK WERK-WOONGEBIED",
        "RAUWE, SPANNENDE RAFELRANDEN",
        "GROTE DIVERSITEIT, LEIDEND TOT DIVERSITEIT EN INNOVATIE",
        "DYNAMISCHE EXPERIMENTEERRUIMTE",
        "DE VERRASSENDE HAAGSE WATERKANT",
    ]


def test_guterres_opened_the_centre_and_is_no_member_of_it_or_of_the_hub(desk):
    assert ends(desk, "António Guterres", "opened") == ["centre for humanitarian data"]
    assert ends(desk, "António Guterres", "works_for", role="secretary_general") == ["Verenigde Naties"]
    assert {tie["kind"] for tie in entity(desk, "António Guterres")["ties"]} == {"opened", "works_for"}


def test_kip_ended_in_july_2022(desk):
    kip = entity(desk, "Kenniswerkplaats KIP")
    assert (values(kip, "status"), values(kip, "end")) == (["ended"], ["2022-07"])


def test_kip_has_four_partners(desk):
    assert ends(desk, "project:Kenniswerkplaats KIP", "partner_of") == [
        "ACCEZ",
        "Haagse Hogeschool",
        "I'M BINCK",
        "Wageningen University & Research",
    ]


def test_the_contribution_of_wageningen_is_corrected_and_what_is_printed_stands_beside(desk):
    ties = entity(desk, "Wageningen University & Research")["ties"]
    (tie,) = [t for t in ties if t["kind"] == "contributed" and t["to_name"] == "Kenniswerkplaats KIP"]
    assert (values(tie, "form"), values(tie, "planned"), values(tie, "actual")) == (["in_kind"], [1300, 13000], [1600])
    right, printed = tie["properties"]["planned"]
    assert right["evidence"][0]["corrects"] == printed["evidence"][0]["statement"]
    assert printed["evidence"][0]["printed"] == "13 1,6"


def test_the_total_costs_of_kip_lost_their_comma_in_print(desk):
    total = entity(desk, "budget_line:Totaal projectkosten")
    assert (values(total, "planned"), values(total, "actual")) == ([47100, 471000], [59700])


def test_a_letter_that_the_scan_took_for_another_is_corrected(desk):
    assert entity(desk, "Saskia Ruijsink")["names"] == ["Saskia Ruijsink", "Saskia Ruljsink"]


EDITIONS = [
    ("Binckse Toekomstmakers, 25 februari", "1", "2022-02-25", ["held"], [25]),
    ("Binckse Toekomstmakers, 8 april", "2", "2022-04-08", ["held"], [12]),
    ("Binckse Toekomstmakers, 20 mei", "3", "2022-05-20", ["postponed"], []),
]


@pytest.mark.parametrize(("name", "number", "start", "status", "attendance"), EDITIONS)
def test_binckse_toekomstmakers_had_three_editions_of_which_the_young_put_off_the_last(
    desk, name, number, start, status, attendance
):
    edition = entity(desk, name)
    (part,) = [t for t in edition["ties"] if t["to_name"] == "Binckse Toekomstmakers" and t["kind"] == "part_of"]
    assert (values(part, "edition"), values(edition, "start")) == ([number], [start])
    assert (values(edition, "status"), values(edition, "attendance")) == (status, attendance)


def test_binckse_toekomstmakers_has_no_fourth_edition(desk):
    series = entity(desk, "Binckse Toekomstmakers")
    editions = [t for t in series["ties"] if t["kind"] == "part_of" and values(t, "edition")]
    assert len(editions) == 3


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("HHS", "Haagse Hogeschool"),
        ("WUR", "Wageningen University & Research"),
        ("BuZa", "ministerie van Buitenlandse Zaken"),
        ("M4H", "MerweVierhavens"),
        ("BTM", "Binckse Toekomstmakers"),
    ],
)
def test_an_abbreviation_is_another_name_of_the_same(desk, short, long):
    assert entity(desk, short)["id"] == entity(desk, long)["id"]
    assert long in entity(desk, short)["names"]


def test_round_tables_draw_25_to_40_people(desk, graph):
    series = [e for e in graph["entities"] if e["kind"] == "activity" and "series" in values(e, "type")]
    (tables,) = [e for e in series if "Ronde Tafel" in e["name"]]
    assert values(tables, "attendance") == [{"min": 25, "max": 40, "about": True}]


def test_nobody_stands_in_it_who_has_no_name(desk, graph):
    people = [e["name"] for e in graph["entities"] if e["kind"] == "person"]
    assert [name for name in people if " " not in name] == []
    assert [name for name in people if re.search("wethouder|voorzitter|bank", name)] == []


def test_ties_name_only_what_is_in_it(graph):
    ids = {e["id"] for e in graph["entities"]}
    assert [t["id"] for t in graph["ties"] if not {t["from"], t["to"]} <= ids] == []


def test_every_tie_stands_on_a_statement_of_one_of_the_five(statements):
    assert {s.source for s in statements if s.form == TIE} <= set(FINGERPRINTS)
