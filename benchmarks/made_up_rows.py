"""A made-up sheet of people as a broker keeps it: names, work, meetings; some of them twice, in another spelling."""

from __future__ import annotations

import random

from graph.csvtext import csv_text

HEADINGS = (
    "naam;sector;e-mailadres;telefoonnummer;werkt voor;werkt voor: rol;werkt voor: begin;"
    "kent;deed mee aan;deed mee aan: rol;stand van;sleutel (persoon)"
).split(";")
_FIRST = "Ann Bob Cor Dee Eva Fay Gus Hal Ida Jan Kim Lou Mia Ned Ola Pim Rik Sam Tom Una Vic Wim Xia Yke Zoë".split()
_PARTS = ("", "", "", "", "de", "van", "van der", "ten")
_SYLLABLES = "ba be bo da de do ka ke ko la le lo ma me mo na ne no ra re ro sa se so ta te to va ve vo".split()
_ROLES = "eigenaar directeur adviseur docent onderzoeker".split()


def made_up_rows(n: int, seed: int = 1) -> str:
    """A CSV text of `n` people; one in fifty is an earlier one with an initial for the first name."""
    rnd = random.Random(seed)
    names: list[str] = []
    while len(names) < n:
        if names and rnd.random() < 0.02:
            first, *rest = rnd.choice(names).split()
            name = " ".join([f"{first[0]}.", *rest])
        else:
            last = "".join(rnd.choices(_SYLLABLES, k=rnd.randint(2, 4))).capitalize()
            name = " ".join(filter(None, [rnd.choice(_FIRST), rnd.choice(_PARTS), last]))
        names.append(name)
    return csv_text([HEADINGS, *(_row(name, place, names, rnd) for place, name in enumerate(names))], ";")


def _row(name: str, place: int, names: list[str], rnd: random.Random) -> list[str]:
    return [
        name,
        rnd.choice(["", "bewoners"]),
        f"m{place}@example.org",
        f"06-{rnd.randint(10**7, 10**8 - 1)}",
        f"Bedrijf {rnd.randint(1, 900)}",
        rnd.choice(_ROLES),
        rnd.choice(["2019", "sept 2020", "3-9-2021"]),
        rnd.choice(names[:200]),
        f"activiteit: Borrel {rnd.randint(1, 60)}",
        "deelnemer",
        "1-5-2026",
        str(place),
    ]
