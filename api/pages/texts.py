"""Every text of the pages that is not about one thing of the network, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from graph.texts import Lang, Text

TEXTS: Mapping[str, Text] = {
    # every page
    "site": Text("Netwerk van de Binckhorst", "Network of the Binckhorst"),
    "skip": Text("Naar de inhoud", "Skip to content"),
    "menu": Text("Hoofdmenu", "Main menu"),
    "ask": Text("Vragen", "Ask"),
    "map": Text("Kaart", "Map"),
    "sources": Text("Bronnen", "Sources"),
    "words": Text("Woorden", "Words"),
    "language": Text("Taal", "Language"),
    "footer": Text(
        "Alles hier komt uit bronnen; bij elk antwoord staat waar. Uw gegevens blijven op deze computer.",
        "All of this comes from sources; each answer says where. Your data stays on this computer.",
    ),
    "version": Text("Stand van de gegevens: versie {n}", "State of the data: version {n}"),
    # asking
    "ask_title": Text("Wat wilt u weten?", "What would you like to know?"),
    "intro": Text(
        "Zoek iemand op, of stel een vraag over wie met wie werkt in de Binckhorst.",
        "Look somebody up, or ask who works with whom in the Binckhorst.",
    ),
    "search_label": Text(
        "Naam van een persoon, organisatie, activiteit …", "Name of a person, organisation, activity …"
    ),
    "search_hint": Text("Een deel van de naam is genoeg.", "A part of the name is enough."),
    "search": Text("Zoek", "Search"),
    "words_label": Text("Vraag het in gewone woorden", "Ask it in plain words"),
    "words_hint": Text(
        "Bijvoorbeeld: wie verbindt onderwijs met ondernemers? Of: wat kwam er van de Challenge?",
        "For example: who connects education to entrepreneurs? Or: what came of the Challenge?",
    ),
    "read_as": Text("U vroeg: “{text}”. Zo is het gelezen:", "You asked: “{text}”. It was read as:"),
    "meant_else": Text("Bedoelde u iets anders?", "Did you mean something else?"),
    "unclear_title": Text("Wat bedoelt u?", "What do you mean?"),
    "unclear": Text(
        "Dit is niet duidelijk genoeg om te beantwoorden. Het dichtst komen deze vragen:",
        "This is not clear enough to be answered. These questions come nearest:",
    ),
    "no_question": Text(
        "Dit lijkt geen vraag aan dit netwerk, dus er is geen antwoord op.",
        "This does not look like a question to this network, so there is no answer to it.",
    ),
    "all_questions": Text("Alle vragen", "All questions"),
    "questions": Text("Of kies een vraag", "Or choose a question"),
    "example": Text("Voorbeeld:", "Example:"),
    "ask_button": Text("Vraag het", "Ask"),
    "everything": Text("alle", "all"),
    "suggestions": Text("Typ een naam of kies uit de lijst.", "Type a name or choose from the list."),
    "browse": Text("Bladeren", "Browse"),
    "browse_all": Text("Alles wat de bronnen noemen, per soort:", "Everything that the sources name, by kind:"),
    "nothing_loaded": Text("Er is nog niets geladen.", "Nothing has been loaded yet."),
    "how_to_load": Text(
        "Stop het programma en begin opnieuw met make run, of laad zelf met binck load.",
        "Stop the program and start again with make run, or load by hand with binck load.",
    ),
    # an answer
    "still_missing": Text("Vul nog in: {names}.", "Please fill in: {names}."),
    "several_fit": Text("“{text}” past op meer dan één. Wie of wat bedoelt u?", "“{text}” fits more than one. Which?"),
    "free_word": Text("het woord zelf", "the word itself"),
    "look_for": Text("Zoek ruimer naar “{text}”", "Search wider for “{text}”"),
    "rows": Text("Wat er gevonden is", "What was found"),
    "scroll": Text("Tabel; schuif opzij om alles te zien", "Table; scroll sideways to see all of it"),
    "good_to_know": Text("Goed om te weten", "Good to know"),
    "ask_again": Text("Vraag het anders", "Ask in another way"),
    "as_csv": Text("De rijen als CSV, voor een rekenblad", "The rows as CSV, for a spreadsheet"),
    "as_json": Text("Dit antwoord als JSON", "This answer as JSON"),
    "where_from": Text("Waar staat dit? ({n})", "Where is this from? ({n})"),
    # searching
    "search_title": Text("Zoeken", "Search"),
    "results_none": Text("Niets lijkt op “{text}”.", "Nothing resembles “{text}”."),
    "results_one": Text("1 gevonden", "1 found"),
    "results": Text("{n} gevonden", "{n} found"),
    "results_cut": Text(
        "De eerste {n} staan hier; zoek preciezer voor de rest.", "The first {n}; search more precisely."
    ),
    "found_as": Text("ook wel: {name}", "also: {name}"),
    # one entity
    "also_called": Text("Ook genoemd:", "Also called:"),
    "sector": Text("Sector:", "Sector:"),
    "properties": Text("Wat er bekend is", "What is known"),
    "ties": Text("Banden", "Ties"),
    "no_ties": Text("De bronnen noemen geen banden.", "The sources name no ties."),
    "as_printed": Text("zo stond het er: {value}", "as it was printed: {value}"),
    "named_in": Text("Genoemd in", "Named in"),
    "entity_json": Text("Deze gegevens als JSON", "This data as JSON"),
    # maps
    "map_title": Text("Kaart van het netwerk", "Map of the network"),
    "map_around": Text("De kaart rond {name}", "The map around {name}"),
    "map_answer": Text("De kaart bij: {question}", "The map of: {question}"),
    "map_whole": Text("Naar de hele kaart", "To the whole map"),
    "map_back": Text("Terug naar {name}", "Back to {name}"),
    "map_back_answer": Text("Terug naar het antwoord", "Back to the answer"),
    "map_further": Text("Ook wat daarachter ligt", "What lies beyond too"),
    "part": Text("Op de kaart", "On the map"),
    "part_open": Text("Open deze kaart om te zoeken en te klikken", "Open this map to search and click"),
    # sources
    "sources_intro": Text(
        "Alles wat hier staat komt uit deze bronnen. Bewaard worden feiten met hun vindplaats, geen teksten.",
        "Everything here comes from these sources. Facts are kept, with their place, and no texts.",
    ),
    "title": Text("titel", "title"),
    "kind": Text("soort", "kind"),
    "published": Text("verschenen", "published"),
    "unknown_date": Text("niet bekend", "not known"),
    "statements": Text("uitspraken", "statements"),
    "fingerprint": Text("vingerafdruk", "fingerprint"),
    "read_original": Text("Lees het origineel (opent {host})", "Read the original (opens {host})"),
    "names_these": Text("Wat deze bron noemt", "What this source names"),
    # what may be the same
    "introductions": Text("Wie bij elkaar te brengen", "Whom to bring together"),
    "introductions_short": Text("Introducties", "Introductions"),
    "introductions_intro": Text(
        "Mensen en organisaties die volgens de bronnen nog geen band hebben, of een mens en een activiteit, met waarom"
        " het iets zou brengen. Een voorstel is geen band en telt nergens mee; of mensen het willen, vraagt u hun.",
        "People and organisations that have no bond yet by the sources, or a person and an activity, and why it would"
        " bring something. A proposal is no tie and counts nowhere; whether people want it, ask them.",
    ),
    "no_introductions": Text(
        "De bronnen geven hier geen reden om iemand bij elkaar te brengen.",
        "The sources give no reason to bring anybody together here.",
    ),
    "day": Text("op", "on"),
    "since": Text("sinds (mag leeg)", "since (may be empty)"),
    "turned_out_one": Text("deze twee bleken dezelfde", "these two turned out to be the same"),
    "made_by": Text("door (mag leeg)", "by (may be empty)"),
    "back_on": Text("terug op", "back on"),
    "step_proposed": Text("Voorgesteld", "Proposed"),
    "step_made": Text("Gemaakt", "Made"),
    "step_met": Text("Ontmoet", "Met"),
    "step_later": Text("Later", "Later"),
    "step_declined": Text("Nooit", "Never"),
    "step_led_to": Text("Leidde ertoe", "Led to it"),
    "of_pair": Text("{step}: {one} en {other}", "{step}: {one} and {other}"),
    "led_what": Text("leidde tot", "led to"),
    "led_name": Text(
        "naam van de activiteit of het project",
        "name of the activity or project",
    ),
    "take_step_back": Text("Neem terug", "Take back"),
    "running_title": Text("Introducties die lopen of iets brachten", "Introductions that run or led to something"),
    "rested_title": Text("Later of nooit", "Later or never"),
    "came_of_it": Text("Wat kwam ervan?", "What came of it?"),
    "proposals_title": Text("Voorstellen", "Proposals"),
    "by_whom": Text("door {names}", "by {names}"),
    "show": Text("Toon", "Show"),
    "would_join": Text("Paren die zo bij elkaar komen: {n}", "Pairs that would be joined: {n}"),
    "by_way_of": Text("Langs wie:", "By way of:"),
    "but": Text("Maar:", "But:"),
    "draft": Text("Tekst om te sturen", "Text to send"),
    "in_mail": Text("Open in het mailprogramma", "Open in the mail program"),
    "rules_title": Text("Waarop gelet is", "What was looked at"),
    "whom_to_meet": Text("Met wie kennismaken", "Whom to meet"),
    "no_tie_yet": Text("Een voorstel is geen band en telt nergens mee.", "A proposal is no tie and counts nowhere."),
    "in_full": Text(
        "Alle voorstellen, met waar het staat en een tekst om te sturen",
        "All proposals, with where it stands and a text to send",
    ),
    "nobody_to_meet": Text(
        "De bronnen geven geen reden voor een voorstel.", "The sources give no reason for a proposal."
    ),
    "duplicates": Text("Mogelijk dubbel", "Perhaps the same"),
    "duplicates_short": Text("Dubbelen", "Duplicates"),
    "duplicates_intro": Text(
        "Wie of wat misschien twee keer voorkomt. Niets wordt samengevoegd tot u het zegt; u kunt het terugdraaien.",
        "Who or what may be here twice. Nothing is joined until you say so, and you can take it back.",
    ),
    "no_duplicates": Text("Er is niets te beslissen.", "There is nothing to decide."),
    "shares_a_name": Text("dezelfde naam; oordelen houden ze uit elkaar", "the same name; judgements keep them apart"),
    "or": Text("of", "or"),
    "reason": Text("Reden", "Reason"),
    "verdict_same": Text("Hetzelfde", "The same"),
    "verdict_different": Text("Verschillend", "Different"),
    "verdict_unsure": Text("Weet ik niet", "Not sure"),
    "judged": Text("Uw oordeel is vastgelegd.", "Your judgement was recorded."),
    "take_back": Text("Draai het terug", "Take it back"),
    "more_ties": Text("… en nog {n}", "… and {n} more"),
    "more_pairs": Text("Hierna nog {n}.", "{n} more after these."),
    # words
    "words_intro": Text(
        "Zo noemen we de dingen: soorten, banden en keuzes. Wie een soort toevoegt, ziet haar hier vanzelf.",
        "What we call things: kinds, ties and choices. A kind that somebody adds shows up here by itself.",
    ),
    "entity_kinds": Text("Soorten dingen", "Kinds of things"),
    "tie_kinds": Text("Soorten banden", "Kinds of ties"),
    "choice_lists": Text("Lijsten van keuzes", "Lists of choices"),
    "sentence": Text("Hardop:", "Aloud:"),
    "between": Text("Tussen:", "Between:"),
    "personal": Text("persoonlijk: niet getoond", "personal: not shown"),
    "value_text": Text("tekst", "text"),
    "value_line": Text("tekst", "text"),
    "value_date": Text("datum", "date"),
    "value_quantity": Text("hoeveelheid", "quantity"),
    "value_amount": Text("bedrag", "amount"),
    "value_number": Text("getal", "number"),
    "value_choice": Text("keuze", "choice"),
    "value_address": Text("webadres", "web address"),
    # problems
    "try_home": Text("Naar de vragen", "To the questions"),
}


def text(key: str, lang: Lang, **values: object) -> str:
    """A text with its blanks filled in."""
    said = TEXTS[key].say(lang)
    return said.format(**values) if values else said
