"""Weights of the rules by hand and learned, on a network with a past: which of them foretells what came."""

from __future__ import annotations

import numpy as np

from benchmarks.bench_introductions import DATA, DATES
from benchmarks.measuring import once
from graph.adapters import MemoryStore
from graph.bonds import bonds
from graph.introductions import RULES, proposals
from graph.introductions.rule_weights import RuleWeights, learn_rules
from graph.introductions.weights import BY_HAND, Weights
from graph.knowledge import Knowledge
from graph.network import Network, read_network
from graph.testing.source import Source
from graph.words import load_words
from ingest.collaborations import read_past

SECTORS = {"HES": "education", "REC": "education", "PRC": "entrepreneurs", "PUB": "government", "OTH": "civil_society"}
FIRST = 5
ASKED = 150


def main() -> None:
    network = collaborations()
    learned: dict[str, RuleWeights] = {}
    print(f"\n{len(network.ids):,} entities, {len(network.tie_ids):,} ties\n")
    print(
        "## Found one new partner among five / different organisations named, with the weights learned a year earlier\n"
    )
    print("| before | asked | by hand | learned |\n|---|---|---|---|")
    took = 0.0
    for date in DATES:
        earlier, known = f"{int(date[:4]) - 1}{date[4:]}", until(network, date)
        took += once(
            lambda date=date, earlier=earlier, known=known: learned.update({date: learn_rules(known, earlier)})
        )
        asked = newly_bound(network, date)
        cells = [found(network, date, asked, weights) for weights in (BY_HAND, learned[date].weights)]
        print(f"| {date} | {len(asked)} | {' | '.join(cells)} |")
    print(f"\nAll weights were learned in {took:.1f} s.\n\n## The weights\n")
    print(f"| rule | by hand | {' | '.join(date[:4] for date in DATES)} |\n|---|---|{'---|' * len(DATES)}")
    for rule in RULES:
        its = " | ".join(f"{one.weights[rule.name]:g}" if one.held[rule.name] else "-" for one in learned.values())
        print(f"| {rule.name} | {rule.weight:g} | {its} |")
    order = ", ".join(f"{date[:4]} {one.order:.3f} against {one.order_by_hand:.3f}" for date, one in learned.items())
    print(f"\nA pair that came above one that did not, learned against by hand, on what it was learned from: {order}.")


def collaborations() -> Network:
    """Organisations with a sector, and the projects that they did together as activities about topics."""
    past = read_past(DATA / "activities.csv", DATA / "participations.csv", DATA / "organisations.csv")
    news = Source("cordis", published="2021")
    topics = [news.mention(f"t{i}", "theme", f"Topic {i}") for i in range(past.topics.shape[1])]
    who = []
    for id_, type_ in zip(past.ids, past.types.tolist(), strict=True):
        who.append(news.mention(f"o{id_}", "organisation", f"Organisation {id_}"))
        news.property(who[-1], "sector", SECTORS[type_])
    for number in np.flatnonzero((past.there.sum(axis=0) > 1) & (past.starts != "")).tolist():
        activity = news.mention(f"a{number}", "activity", f"Activity {number}")
        news.property(activity, "start", str(past.starts[number]))
        for row in np.flatnonzero(past.there[:, number]).tolist():
            news.tie(who[row], "took_part_in", activity)
        for topic in np.flatnonzero(past.topics[number]).tolist():
            news.tie(activity, "about", topics[topic])
    words = load_words()
    store = MemoryStore()
    Knowledge(store, words).load(news.bundle())
    with store.reading() as view:
        return read_network(view, words)


def until(network: Network, date: str) -> Network:
    """What was known before a day."""
    return network.where(period=("", str(np.datetime64(date) - 1)))


def newly_bound(network: Network, date: str) -> list[int]:
    """Organisations that had a bond before the day and came to have another from then on, at most `ASKED`, spread."""
    before, now = bonds(until(network, date)).degree, bonds(network).degree
    some = np.flatnonzero((before > 0) & (now > before))
    return some[:: max(1, len(some) // ASKED)].tolist()  # type: ignore[no-any-return]


def found(network: Network, date: str, asked: list[int], weights: Weights) -> str:
    known, now = until(network, date), bonds(network)
    near = [set(others) for others in now.neighbours]
    hits, named = 0, set()
    for row in asked:
        others = [p.one + p.other - row for p in proposals(known, FIRST, who=row, weights=weights)]
        hits += bool(near[row] & set(others))
        named.update(others)
    return f"{hits / len(asked):.2f} / {len(named)}"


if __name__ == "__main__":
    main()
