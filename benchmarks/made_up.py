"""A made-up source of about `n` statements: people, organisations, activities, and ties between them."""

from __future__ import annotations

import random

from graph.bundle import Bundle
from graph.jsontext import Json
from graph.statements import MENTION, PROPERTY, SOURCE, TIE, Statement

SOURCE_ID = "made-up"
_KINDS = ("person", "organisation", "activity")
_SHARES = ((0, 1), (2,), (3, 4))
_SECTORS = ("entrepreneurs", "education", "government", "residents", "civil_society")


def made_up(n: int, ties: int | None = None, seed: int = 1, themes: int = 0) -> Bundle:
    """A bundle of `n` statements, or of as many as it takes for `ties` ties; the same for the same seed.

    With `themes`, every activity is besides about one of so many themes.

    Most people have one job; an activity has two to nine people; some people come far more
    often than others, as in networks of collaboration; of half of the organisations the sector
    is known, as in the Binckhorst data set.
    """
    rnd = random.Random(seed)
    mentions = [f"{SOURCE_ID}:m{i}" for i in range((n if ties is None else ties * 5 // 4) * 2 // 5)]
    people, organisations, activities = ([m for i, m in enumerate(mentions) if i % 5 in rest] for rest in _SHARES)
    found: dict[str, Statement] = {}

    def add(statement: Statement) -> None:
        found[statement.id] = statement

    add(Statement(SOURCE, SOURCE_ID, SOURCE_ID, "published", value="2021"))
    for i, mention in enumerate(mentions):
        kind = next(kind for kind, rest in zip(_KINDS, _SHARES, strict=True) if i % 5 in rest)
        place = {"locator": f"line {i + 1}", "printed": f"Naam {i}"}
        add(Statement(MENTION, SOURCE_ID, mention, kind, value=f"Naam {i}", **place))
        if kind == "organisation" and rnd.random() < 0.5:
            add(Statement(PROPERTY, SOURCE_ID, mention, "sector", value=rnd.choice(_SECTORS), **place))
        if kind == "activity":
            add(Statement(PROPERTY, SOURCE_ID, mention, "start", value=f"2021-{rnd.randint(1, 12):02}", **place))
    for person in people:
        add(_tie(person, "works_for", rnd.choice(organisations)))
    made = len(people)
    while made < ties if ties is not None else len(found) < n:
        activity = rnd.choice(activities)
        for _ in range(rnd.randint(2, 9)):
            before = len(found)
            role = (("role", rnd.choice(["speaker", "participant"])),)
            person = people[int(len(people) * rnd.random() ** 2)]
            add(_tie(person, "took_part_in", activity, role))
            made += len(found) - before
    if themes:
        subjects = [f"{SOURCE_ID}:t{i}" for i in range(themes)]
        for i, subject in enumerate(subjects):
            add(Statement(MENTION, SOURCE_ID, subject, "theme", value=f"Onderwerp {i}", locator="line 1"))
        for activity in activities:
            add(_tie(activity, "about", rnd.choice(subjects)))
    return Bundle(SOURCE_ID, list(found.values()))


def _tie(from_: str, kind: str, to: str, properties: tuple[tuple[str, Json], ...] = ()) -> Statement:
    return Statement(TIE, SOURCE_ID, from_, kind, to, properties=properties, locator="line 1", printed="Naam en Naam")
