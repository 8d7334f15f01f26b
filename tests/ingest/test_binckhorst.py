"""The data set that ships: it keeps its own rules, and says what the documents say.

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
    "01-denhaagfm-stichting-im-binck": "48bb9f4a09c34b4f5cfa8b0f2177bfbfa04093869a8af4b2ef8463ae8bafe4fe",
    "03-win-binckblog-binckse-belofte": "60b933acd9ff17226efe149500a7f585cb4035f1cdc8a445dfb81ae5ff4aab03",
    "04-impactcity-im-binck-festival": "db89f28b7f0e86d900d01f235fae3d39e7213bfdce86da9ea55f0f63bf5cb762",
    "05-am-amuse-sabrina-lindemann": "0110db3a2d74c1eeb999d8d62894a127efa1dec25a67f3e5db1c8df3b86f8a90",
    "07-imbinck-terugblik-2023": "d572659504b6929af7615c23251ce439d2360b155fe3926e36436b7e131fce92",
    "09-imbinck-ronde-tafel-pagina": "7eee893e9d91608bf88d94e7892570b9245b7f0d978c9c0218621d7bff47c22d",
    "10-cbc-im-binck": "80f8e5d9008cfa59146858c412a3c0106374ded9ad275c4b1d78ded5430f6e6e",
    "11-imbinck-terugblik-2022": "c12177f23f53434b5b4e38356af4718bca1a66861bd3f612a73f8e93d3523acc",
    "13-thuas-minor-binckhorst": "e8856c45b698feacb007c5d64b4c097845d8b086d5e5470c2051f37df5817943",
    "15-gon-steppin-binck": "3bd38365c50a3dd7717720df2f461d31c67dece6fae2102733ceb43e6d499ed2",
    "17-wikiwijs-school-van-de-toekomst": "a5d61287eaea10e13ff6b366f808629349cc693eb5e7b571aeef4269d0e01fbe",
    "19-nrp-academie-binckhorst": "e0024a68170f92424ba0298d62482c750e08356186ed53d0753605b6bacc23d4",
    "20-luc-city-deal-2018": "67e5e14b95490eea1ea1080c057f3d866e6720a1a91d11151ba301d599e5a052",
    "22-hhs-convenant-2020": "6a93ac732d8464276199b95369453cb7b5a3f1c2f2629549fdf3df33db931cb6",
    "23-hhs-mission-zero-2021": "c06ec0fb2b3839ccafceca191d7e0c54ad8527cf65f91d5a4290b93d92c22291",
    "26-hhs-circulaire-kennishub": "645e752b45b065f2bd2d0d02c728a55b190528be8115344b8e9953c31cff00f9",
    "28-accez-binckhorst-noordwest": "de76bb58c348c28f7d1a5db690b8962fb5439a1c2bf2794e8ef01ca1a33ff0ca",
    "29-gon-rauwe-werkelijkheid": "8e7ab10aa0e3e2873c39a9926fd305a538fa3dd0458194c119238963e57ddd66",
    "30-kccm-binckhorst-beings": "93a39ebf2988b18ffe78dbc521787b4400f62d194a2265f066bc3f465b57237a",
    "31-platformbk-maakhaven": "d5a6e5046247b988de016c0f28c2dc43894c531135f0a6a8222df77cd0b9d616",
    "32-omroepwest-titaan-2020": "f0c25525b1ad08ab5f03d9e706b730bd1cca582a5cabe0fbe2c50c33cf940b50",
    "33-omroepwest-nieuwe-economie-2018": "562eec88a0d352e3f57a85dfdeb1648e30221a7ef89e17eaa50afec12f525be1",
    "34-dagblad070-we-think-binck": "cae600d2aeb1f28d861f915b6cb03bc584635fc7e45bf03ee3f3ed24690fc4a2",
    "35-hr-gert-joost-peek": "075f697e630d4f4d7e97bfc96f083a9511200f453afc545b0943037f3715064e",
    "37-optrek-transvaal-posthoorn-2003": "2cf398f80b068b57a65f00f9cd1dc5a275f24936f85aed463f389cc0923ea0d8",
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


def test_these_sources_ship():
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
    assert [(report.added, report.withdrawn) for report in reports] == [(0, 0)] * len(FINGERPRINTS)


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
    assert counts["person"] >= 36
    assert counts["organisation"] >= 190
    assert counts["activity"] >= 65
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
        ("SHIE", "Stichting Haags industrieel erfgoed"),
        ("OCW", "ministerie van Onderwijs, Cultuur en Wetenschap"),
    ],
)
def test_an_abbreviation_is_another_name_of_the_same(desk, short, long):
    assert entity(desk, short)["id"] == entity(desk, long)["id"]
    assert long in entity(desk, short)["names"]


def test_round_tables_draw_25_to_40_people(desk, graph):
    series = [e for e in graph["entities"] if e["kind"] == "activity" and "series" in values(e, "type")]
    (tables,) = [e for e in series if "Ronde Tafel" in e["name"]]
    assert values(tables, "attendance") == [{"min": 25, "max": 40, "about": True}]


def test_sabrina_lindemann_started_im_binck_in_2014_and_is_one_person_however_her_name_is_spelt(desk):
    assert entity(desk, "Sabrina Lindeman")["id"] == entity(desk, "Sabrina Lindemann")["id"]
    assert ends(desk, "Sabrina Lindemann", "founded") == ["I'M BINCK", "OpTrek"]
    (tie,) = [t for t in entity(desk, "Sabrina Lindemann")["ties"] if (t["kind"], t["start"]) == ("founded", "2014")]
    assert tie["to_name"] == "I'M BINCK"


def test_the_fifth_festival_of_the_guest_blog_is_that_of_6_october_2017(desk):
    fifth = entity(desk, "fifth I'M BINCK Festival")
    assert (fifth["id"], values(fifth, "start")) == (entity(desk, "I’M BINCK 2017")["id"], ["2017-10-06"])
    assert ends(desk, "I’M BINCK 2017", "held_at") == ["Binckhaven", "Binckhorst"]


def test_the_round_tables_are_one_series_under_four_names_that_began_on_27_january_2015(desk):
    series = entity(desk, "Ronde Tafels Binckhorst")
    assert sorted(series["names"]) == [
        "Ronde Tafel",
        "Ronde Tafel Binckhorst",
        "Ronde Tafels Binckhorst",
        "rondetafelgesprekken",
    ]
    assert values(series, "start") == ["2015-01-27", "2015"]
    planned = ["Ronde Tafel, 14 oktober 2019", "Ronde Tafel, 25 november 2019"]
    assert [values(entity(desk, name), "status") for name in planned] == [["planned"], ["planned"]]


def test_an_initiative_elsewhere_stands_by_its_place_and_its_founder_only(desk):
    glamour = entity(desk, "Glamourmanifest")
    assert (glamour["id"], values(glamour, "start")) == (entity(desk, "Glamour Manifest")["id"], ["2011"])
    said = {(tie["kind"], tie["from_name"], tie["to_name"], tie["start"]) for tie in glamour["ties"]}
    assert said == {
        ("founded", "Saskia Beer", "Glamourmanifest", "2011"),
        ("about", "Glamourmanifest", "Amstel III", None),
        ("located_at", "Glamourmanifest", "Amstel III", None),
    }
    assert {tie["kind"] for tie in entity(desk, "Saskia Beer")["ties"]} == {"founded"}


def test_who_presided_the_jury_works_for_uli_europe_and_for_nobody_else(desk):
    assert ends(desk, "Lisette van Doorn", "works_for", role="director") == ["ULI Europe"]
    assert {tie["kind"] for tie in entity(desk, "Lisette van Doorn")["ties"]} == {"works_for", "member_of"}


def test_that_cor_hofman_works_for_the_ministry_is_hearsay(desk):
    ties = [t for t in entity(desk, "Cor Hofman")["ties"] if t["kind"] == "works_for"]
    assert [[e["certainty"] for e in tie["evidence"]] for tie in ties] == [["hearsay"], ["hearsay"]]
    assert "ministerie van Onderwijs, Cultuur en Wetenschap" in entity(desk, "OC&W")["names"]


def test_the_minor_of_2020_is_not_said_to_be_mission_impact(desk):
    assert entity(desk, "innovative minor")["id"] != entity(desk, "Minor Mission Impact")["id"]
    assert "Haagse Hogeschool" in ends(desk, "innovative minor", "founded")


SURNAME_ONLY = ["Deetman", "Hilhorst"]
"""Whom a document calls by office and surname."""


def test_nobody_stands_in_it_who_has_no_name(desk, graph):
    people = sorted(e["name"] for e in graph["entities"] if e["kind"] == "person")
    assert [name for name in people if " " not in name] == SURNAME_ONLY
    assert [name for name in people if re.search("wethouder|voorzitter|bank", name)] == []


PEEK = [
    ("ASRE", "member_of", "fellow", None, None),
    ("Fakton", "works_for", None, None, "2013-03-01"),
    ("ING Real Estate Development", "works_for", "director", None, "2010-10"),
    ("NS Vastgoed", "works_for", None, "1998", "2001"),
    ("Technische Universiteit Delft", "works_for", "researcher", None, "2007-05"),
]


@pytest.mark.parametrize(("organisation", "kind", "role", "start", "end"), PEEK)
def test_where_gert_joost_peek_was_has_the_end_that_his_page_gives(desk, organisation, kind, role, start, end):
    address = entity(desk, organisation)["id"]
    (tie,) = [t for t in entity(desk, "Gert-Joost Peek")["ties"] if t["to"] == address]
    assert (tie["kind"], values(tie, "role"), tie["start"], tie["end"]) == (kind, [role] if role else [], start, end)


def test_the_mayor_was_asked_and_missed_and_of_the_alderman_is_known_only_that_he_was_asked(desk):
    showing = "blik van acht kunstenaars op Transvaal"
    assert ends(desk, showing, "invited") == ["Deetman", "Hilhorst"]
    assert ends(desk, showing, "missed") == ["Deetman"]
    assert ends(desk, showing, "took_part_in") == ["acht kunstenaars"]
    assert {tie["kind"] for tie in entity(desk, "Hilhorst")["ties"]} == {"invited"}


def test_the_day_of_the_eight_artists_is_inferred_since_no_year_is_printed(desk):
    (start,) = entity(desk, "blik van acht kunstenaars op Transvaal")["properties"]["start"]
    assert (start["value"], {e["certainty"] for e in start["evidence"]}) == ("2003-10-16", {"inferred"})


def test_ten_market_parties_founded_we_think_binck(desk):
    assert ends(desk, "We Think Binck", "founded") == [
        "AM",
        "Amvest",
        "BPD",
        "Borghese Real Estate",
        "De Mannen van Schuim",
        "De Oudendal Groep",
        "Local",
        "Schouten",
        "Stebru",
        "VORM",
    ]
    assert values(entity(desk, "We Think Binck"), "start") == ["2019-06-05"]


def test_optrek_has_two_founders_and_one_year_in_which_it_began(desk):
    assert {"Annechien Meier", "Sabrina Lindemann"} <= set(ends(desk, "OpTrek", "founded"))
    assert values(entity(desk, "Mobiel Projectbureau OpTrek"), "start") == ["2002"]


def test_a_company_in_a_building_is_no_member_of_it(desk):
    assert ends(desk, "Scenarios4summits", "located_at") == ["Caballero Fabriek"]
    assert {tie["kind"] for tie in entity(desk, "Scenarios4summits")["ties"]} == {"located_at", "works_for"}


def test_one_name_of_two_departments_stays_two(desk, graph):
    whole = {}
    for department in (e["id"] for e in graph["entities"] if e["name"] == "Bouwkunde"):
        whole[department] = [t["to_name"] for t in desk.show(department)["ties"] if t["kind"] == "part_of"]
    assert sorted(whole.values()) == [["Built Environment cluster"], ["TU Delft"]]


def test_the_plan_of_koolhaas_was_drawn_and_not_carried_out(desk):
    plan = entity(desk, "plan voor de Binckhorst")
    assert ends(desk, "plan voor de Binckhorst", "worked_out", role="designer") == ["Rem Koolhaas"]
    assert values(plan, "status") == ["not_realised"]


def test_the_users_own_the_building_of_maakhaven_since_october_2017(desk):
    owned = [t for t in entity(desk, "de gebruikers")["ties"] if t["kind"] == "holds"]
    assert [(values(t, "role"), t["start"], t["end"]) for t in owned] == [(["owner"], "2017-10", None)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I'M BINCK", "Investeringsmaatschappij Binckhorst"),
        ("Haagse Hogeschool", "The Hague University of Applied Sciences"),
        ("gemeente Den Haag", "Municipality of The Hague"),
        ("TU Delft", "Technische Universiteit Delft"),
        ("Erasmus Universiteit", "Erasmus Universiteit Rotterdam"),
        ("Harting Bank", "Harting-Bank"),
        ("Caballero Fabriek", "Caballerofabriek"),
        ("City Deal Kennis Maken Den Haag", "City Deal Kennis Maken The Hague"),
    ],
)
def test_documents_call_one_and_the_same_by_several_names(desk, one, other):
    assert entity(desk, one)["id"] == entity(desk, other)["id"]


def test_research_that_may_be_a_part_of_the_other_stays_beside_it(desk):
    area, district = (
        entity(desk, "onderzoek naar circulaire gebiedsontwikkeling"),
        entity(desk, "Binckhorst Noordwest circulair"),
    )
    assert [len(one["ids"]) for one in (area, district)] == [1, 1]


def test_a_municipality_that_its_document_does_not_name_is_not_taken_for_the_hague(desk):
    lender = entity(desk, "de gemeente")
    assert lender["ids"] == ["31-platformbk-maakhaven:gemeente"]
    assert sorted(values(lender, "type")) == ["group", "municipality"]


@pytest.mark.parametrize("name", ["BAM", "Dura Vermeer", "Van Wijnen", "VolkerWessels", "LUC The Hague"])
def test_a_name_of_which_no_document_says_what_it_is_belongs_to_no_sector(desk, name):
    assert entity(desk, name)["sectors"] == []


def test_ties_name_only_what_is_in_it(graph):
    ids = {e["id"] for e in graph["entities"]}
    assert [t["id"] for t in graph["ties"] if not {t["from"], t["to"]} <= ids] == []


def test_every_tie_stands_on_a_statement_of_one_of_the_documents(statements):
    assert {s.source for s in statements if s.form == TIE} <= set(FINGERPRINTS)
