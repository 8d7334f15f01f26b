"""Every text of the map that is not about one thing of the network, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from graph.texts import Lang, Text

TEXTS: Mapping[str, Text] = {
    "title": Text("Kaart van het netwerk", "Map of the network"),
    "site": Text("Netwerk van de Binckhorst", "Network of the Binckhorst"),
    "lead": Text(
        "Elk teken is iemand of iets uit de bronnen, elke lijn een band. Kies er een om te lezen wat er staat en waar.",
        "Each mark is somebody or something from the sources, each line a tie. Choose one to read what and where.",
    ),
    "lead_proposals": Text(
        "Een paarse boog met lange strepen is een voorstel, geen band.",
        "A purple arc in long dashes is a proposal, no tie.",
    ),
    "nothing": Text("Er is niets om te tekenen.", "There is nothing to draw."),
    "shown": Text("{drawn} van {total} getoond, met {ties}.", "{drawn} of {total} shown, with {ties}."),
    "all_shown": Text("{things}, met {ties}.", "{things}, with {ties}."),
    "left_out": Text(
        "Wie of wat minder banden heeft is te zien via zoeken, met de keuzes hiernaast en in de lijst.",
        "Whoever or whatever has fewer ties can be seen by searching, by the choices beside this and in the list.",
    ),
    # the stage
    "stage": Text("Kaart: tekens met lijnen ertussen", "Map: marks with lines between them"),
    "keys": Text(
        "Pijltjes: naar de volgende buur. Enter: openen. Escape: loslaten. + en −: groter en kleiner. 0: alles."
        " Shift met een pijltje: schuiven.",
        "Arrows: to the next neighbour. Enter: open. Escape: let go. + and −: larger and smaller. 0: all."
        " Shift with an arrow: move the map.",
    ),
    "keyboard": Text("Met het toetsenbord", "By keyboard"),
    "larger": Text("Groter", "Larger"),
    "smaller": Text("Kleiner", "Smaller"),
    "all": Text("Alles", "All"),
    "all_long": Text("Alles in beeld", "All in view"),
    "left": Text("Naar links", "To the left"),
    "right": Text("Naar rechts", "To the right"),
    "up": Text("Omhoog", "Up"),
    "down": Text("Omlaag", "Down"),
    "close": Text("Sluiten", "Close"),
    "find": Text("Zoek een naam op de kaart", "Find a name on the map"),
    "find_button": Text("Toon", "Show"),
    "not_found": Text("Niets op deze kaart heet “{name}”.", "Nothing on this map is called “{name}”."),
    "neighbour": Text("{place} van {count}: {name}", "{place} of {count}: {name}"),
    "chosen": Text("Gekozen: {name}. {ties}.", "Chosen: {name}. {ties}."),
    "cleared": Text("Niets gekozen. {shown}", "Nothing chosen. {shown}"),
    "hint": Text(
        "Klik op een teken, of zoek een naam. Hier komt dan te staan wie of wat het is, met wie het banden heeft"
        " en in welke bron dat staat.",
        "Click a mark, or find a name. Here it will then say who or what it is, with whom it has ties and which"
        " source says so.",
    ),
    # choosing what is seen
    "choices": Text("Wat u ziet", "What you see"),
    "shape": Text("Vorm: wat het is", "Shape: what it is"),
    "colour": Text("Kleur: sector", "Colour: sector"),
    "colour_hint": Text(
        "Kies er een of meer om alleen die te zien; open tekens hebben geen sector.",
        "Choose one or more to see only those; open marks have no sector.",
    ),
    "line": Text("Lijn: hoe zeker", "Line: how sure"),
    "period": Text("Periode", "Period"),
    "since": Text("van", "from"),
    "until": Text("tot en met", "up to"),
    "period_hint": Text("Een jaar, maand of dag: 2021, 2021-09", "A year, month or day: 2021, 2021-09"),
    "not_a_date": Text("Schrijf 2021, 2021-09 of 2021-09-03.", "Write 2021, 2021-09 or 2021-09-03."),
    "turned_round": Text("Het begin ligt na het einde.", "The begin lies after the end."),
    "everything": Text("Ook alles met weinig banden", "Everything with few ties too"),
    "apply": Text("Pas toe", "Apply"),
    # proposals
    "potential": Text("Voorstellen, geen banden", "Proposals, no ties"),
    "potential_show": Text("Toon voorstellen", "Show proposals"),
    "potential_hint": Text(
        "Een voorstel is geen band: geen bron noemt hem, en hij telt nergens mee.",
        "A proposal is no tie: no source states it, and it counts nowhere.",
    ),
    "potential_loads": Text("Aanzetten laadt de kaart opnieuw.", "Switching it on loads the map again."),
    "potential_list": Text("Voorstellen, niet meegeteld", "Proposals, not counted"),
    "potential_cards": Text(
        "Alle voorstellen, met waar het staat en een tekst om te sturen",
        "All proposals, with where it stands and a text to send",
    ),
    "to_proposals": Text("Naar de voorstellen", "To the proposals"),
    "proposal": Text("voorstel", "proposal"),
    "no_tie": Text("voorstel: geen band, niet meegeteld", "proposal: no tie, not counted"),
    "guest": Text("voorgesteld, valt buiten deze kaart", "proposed, lies outside this map"),
    "guests": Text("Voorgesteld, en buiten deze kaart", "Proposed, and outside this map"),
    "guest_ties": Text("banden staan niet op deze kaart", "ties are not on this map"),
    "proposals_shown": Text("Voorstellen getekend, niet meegeteld: {n}.", "Proposals drawn, not counted: {n}."),
    # the list
    "list": Text("Dezelfde kaart als lijst", "The same map as a list"),
    "list_lead": Text(
        "Alles wat op de kaart staat, met elke band en waar dat staat.",
        "All that is on the map, with each tie and where that stands.",
    ),
    "to_list": Text("Naar de lijst", "To the list"),
    "to_map": Text("op de kaart", "on the map"),
    "name": Text("naam", "name"),
    "sector": Text("sector", "sector"),
    "ties": Text("banden", "ties"),
    "with_whom": Text("met wie of wat, en hoe", "with whom or what, and how"),
    "where_from": Text("Waar staat dit? ({n})", "Where is this from? ({n})"),
    "stands_at": Text("waar dit staat", "where this is from"),
    "not_now": Text("{n} nu niet getoond", "{n} not shown now"),
    "no_ties": Text("geen", "none"),
    "more_of": Text("Alles over {name}", "All about {name}"),
    "still": Text("De kaart als stilstaand beeld", "The map as a still picture"),
    "made_of": Text(
        "Stand van de gegevens: versie {version}, uit {sources}. Gemaakt met binck; dit bestand haalt niets op.",
        "State of the data: version {version}, from {sources}. Made with binck; this file fetches nothing.",
    ),
}


def text(key: str, lang: Lang, **values: object) -> str:
    """A text with its blanks filled in."""
    said = TEXTS[key].say(lang)
    return said.format(**values) if values else said
