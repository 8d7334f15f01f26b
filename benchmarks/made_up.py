"""A made-up source of about `n` statements: people, organisations, activities, and ties between them."""

from __future__ import annotations

import random
from collections.abc import Iterator

from graph.bundle import Bundle
from graph.jsontext import Json
from graph.statements import MENTION, PROPERTY, SOURCE, TIE, Statement

SOURCE_ID = "made-up"
_KINDS = ("person", "organisation", "activity")
_SHARES = ((0, 1), (2,), (3, 4))
_SECTORS = ("entrepreneurs", "education", "government", "residents", "civil_society")


def made_up(
    n: int, ties: int | None = None, seed: int = 1, source: str = SOURCE_ID, first: int = 0, themes: int = 0
) -> Bundle:
    """A bundle of `n` statements, or of as many as it takes for `ties` ties; the same for the same seed.

    With `themes`, every activity is besides about one of so many themes.

    Most people have one job; an activity has two to nine people; some people come far more
    often than others, as in networks of collaboration; of half of the organisations the sector
    is known, as in the Binckhorst data set. Names are numbered from `first`, so that what two
    sources say may overlap.
    """
    rnd = random.Random(seed)
    mentions = [f"{source}:m{i}" for i in range((n if ties is None else ties * 5 // 4) * 2 // 5)]
    people, organisations, activities = ([m for i, m in enumerate(mentions) if i % 5 in rest] for rest in _SHARES)
    found: dict[str, Statement] = {}

    def add(statement: Statement) -> None:
        found[statement.id] = statement

    add(Statement(SOURCE, source, source, "published", value="2021"))
    for i, mention in enumerate(mentions):
        kind = next(kind for kind, rest in zip(_KINDS, _SHARES, strict=True) if i % 5 in rest)
        place = {"locator": f"line {i + 1}", "printed": f"Naam {first + i}"}
        add(Statement(MENTION, source, mention, kind, value=f"Naam {first + i}", **place))
        if kind == "organisation" and rnd.random() < 0.5:
            add(Statement(PROPERTY, source, mention, "sector", value=rnd.choice(_SECTORS), **place))
        if kind == "activity":
            add(Statement(PROPERTY, source, mention, "start", value=f"2021-{rnd.randint(1, 12):02}", **place))
    for person in people:
        add(_tie(source, person, "works_for", rnd.choice(organisations)))
    made = len(people)
    while made < ties if ties is not None else len(found) < n:
        activity = rnd.choice(activities)
        for _ in range(rnd.randint(2, 9)):
            before = len(found)
            role = (("role", rnd.choice(["speaker", "participant"])),)
            person = people[int(len(people) * rnd.random() ** 2)]
            add(_tie(source, person, "took_part_in", activity, role))
            made += len(found) - before
    if themes:
        subjects = [f"{source}:t{i}" for i in range(themes)]
        for i, subject in enumerate(subjects):
            add(Statement(MENTION, source, subject, "theme", value=f"Onderwerp {i}", locator="line 1"))
        for activity in activities:
            add(_tie(source, activity, "about", rnd.choice(subjects)))
    return Bundle(source, list(found.values()))


def made_up_sources(n: int, sources: int) -> Iterator[Bundle]:
    """`n` statements in that many sources, each of which knows a tenth of what the one before it speaks of."""
    each = n // sources
    for number in range(sources):
        first = number * each * 2 // 5 * 9 // 10
        yield made_up(each, seed=number, source=f"{SOURCE_ID}-{number}", first=first)


def _tie(source: str, from_: str, kind: str, to: str, properties: tuple[tuple[str, Json], ...] = ()) -> Statement:
    return Statement(TIE, source, from_, kind, to, properties=properties, locator="line 1", printed="Naam en Naam")
