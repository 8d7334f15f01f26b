"""Commands that look and change nothing: `status`, `find`, `show`, `history`."""

from __future__ import annotations

from typing import Any, cast

import click

from api.cli.command import command
from api.cli.output import print_json, print_table, say
from api.opening import open_desk
from graph.sentences import evidence_line, tie_evidence, tie_sentence
from graph.texts import Lang, Text, counted
from graph.words import Words

_COUNTS = (
    ("sources", Text("bron", "source"), Text("bronnen", "sources")),
    ("statements", Text("uitspraak", "statement"), Text("uitspraken", "statements")),
    ("open_questions", Text("open vraag", "open question"), Text("open vragen", "open questions")),
)


@command("status", "Wat er in de opslag zit, in aantallen. ¦ What the store holds, in numbers.", "status")
def status_command(store: str, lang: Lang, as_json: bool) -> None:
    desk = open_desk(store)
    status = cast(dict[str, Any], desk.status())
    if status["version"] == 0:
        say("De opslag is leeg; binck load vult hem." if lang == "nl" else "The store is empty; binck load fills it.")
    if as_json:
        print_json(status)
        return
    en = lang == "en"
    click.echo(f"{'store' if en else 'opslag'}: {status['store']}")
    counts = [counted(status[key], one, many, lang) for key, one, many in _COUNTS]
    click.echo(f"{'version' if en else 'versie'} {status['version']}, {', '.join(counts)}")
    rows = [(desk.words.entities[kind].plural.say(lang), n) for kind, n in status["entities"].items()]
    rows += [(desk.words.ties[kind].label.say(lang), n) for kind, n in status["ties"].items()]
    if rows:
        print_table(("kind", "number") if en else ("soort", "aantal"), rows)
    for waiting in status["corrections_waiting"]:
        say(
            f"{'Correction' if en else 'Verbetering'} {waiting['id']}"
            f" {'waits for' if en else 'wacht op'} {waiting['statement']}"
        )


@command("find", "Zoek op naam, ook met een tikfout. ¦ Find by name, a typing error allowed.", "find kwakel")
@click.argument("text", metavar="TEXT")
def find_command(text: str, store: str, lang: Lang, as_json: bool) -> None:
    desk = open_desk(store)
    found = desk.find(text)
    if as_json:
        print_json([{"id": n.id, "kind": n.kind, "name": n.name, "matched": n.matched} for n in found])
        return
    if not found:
        say(f"Niets lijkt op {text!r}." if lang == "nl" else f"Nothing resembles {text!r}.")
        return
    headings = ("name", "kind", "found as", "id") if lang == "en" else ("naam", "soort", "gevonden als", "id")
    print_table(headings, [(n.name, _kind(desk.words, n.kind, lang), n.matched, n.id) for n in found])


def _kind(words: Words, kind: str, lang: Lang) -> str:
    return words.entities[kind].label.say(lang) if kind in words.entities else kind


@command(
    "show",
    "Toon één persoon, organisatie, activiteit ... met alle banden en waar ze vandaan komen."
    " ¦ Show one person, organisation, activity ... with all ties and where they come from.",
    'show "Ger Kwakkel"',
)
@click.argument("entity", metavar="ENTITY")
@click.option("--personal", is_flag=True, help="Toon ook contactgegevens. ¦ Show contact details too.")
def show_command(entity: str, personal: bool, store: str, lang: Lang, as_json: bool) -> None:
    desk = open_desk(store)
    shown = cast(dict[str, Any], desk.show(entity, personal=personal))
    if as_json:
        print_json(shown)
        return
    words = desk.words
    click.secho(f"{shown['name']} ({_kind(words, shown['kind'], lang)})", bold=True)
    others = [name for name in shown["names"] if name != shown["name"]]
    if others:
        click.echo(f"{'also' if lang == 'en' else 'ook'}: {', '.join(others)}")
    if shown["sectors"]:
        click.echo(f"sector: {', '.join(words.choice('sector', s, lang) for s in shown['sectors'])}")
    properties = words.entities[shown["kind"]].properties
    for key, values in shown["properties"].items():
        for value in values:
            said = words.value(properties[key], value.get("texts", value["value"]), lang)
            click.echo(f"  {properties[key].label.say(lang)}: {said}")
            for piece in value["evidence"]:
                click.secho(f"      {evidence_line(piece, lang)}", dim=True)
    for tie in shown["ties"]:
        click.echo(f"  {tie_sentence(words, tie, lang)}")
        for line in dict.fromkeys(evidence_line(piece, lang) for piece in tie_evidence(tie)):
            click.secho(f"      {line}", dim=True)


@command(
    "history",
    "De wijzigingen, oudste eerst; van één ding als het genoemd is."
    " ¦ The changes, oldest first; of one thing when it is named.",
    'history "I\'M BINCK"',
)
@click.argument("entity", required=False, metavar="[ENTITY]")
def history_command(entity: str | None, store: str, lang: Lang, as_json: bool) -> None:
    changes = cast(list[dict[str, Any]], open_desk(store).history(entity))
    if as_json:
        print_json(changes)
        return
    if not changes:
        say("Er is nog niets gebeurd." if lang == "nl" else "Nothing happened yet.")
        return
    headings = (
        ("id", "when", "by", "why", "+", "−", "judgements")
        if lang == "en"
        else ("id", "wanneer", "door", "waarom", "+", "−", "oordelen")
    )
    print_table(
        headings,
        [
            (
                c["id"],
                c["at"],
                c["by"],
                c["why"],
                len(c["statements_added"]),
                len(c["statements_withdrawn"]),
                " ".join(c["judgements"]),
            )
            for c in changes
        ],
    )
