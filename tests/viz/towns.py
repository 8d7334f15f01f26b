"""Made-up worlds for pictures."""

from __future__ import annotations

from dataclasses import replace

from graph.network import Network
from graph.statements import Statement
from graph.testing.source import Source
from tests.worlds import network


def street() -> Source:
    """Ann and Bob of a bakery, Cas of a school; a fair in 2021, part of a plan; one budget line; Dot knows nobody.

    That Cas works for the school is inferred, that he was at the fair is hearsay.
    """
    news = Source("news", published="2021")
    news.source("title", "The street paper")
    ann, bob, cas, _ = (news.mention(key, "person", key.title()) for key in ("ann", "bob", "cas", "dot"))
    shop, school = news.mention("shop", "organisation", "Bakery"), news.mention("school", "organisation", "School")
    news.property(shop, "sector", "entrepreneurs")
    news.property(school, "sector", "education")
    fair, plan = news.mention("fair", "activity", "Fair"), news.mention("plan", "project", "Plan")
    news.property(fair, "start", "2021-05")
    cost = news.mention("cost", "budget_line", "Flour")
    news.tie(ann, "works_for", shop, role="owner", start="2018", end="2019")
    news.tie(bob, "works_for", shop)
    unsure(news, news.tie(cas, "works_for", school), "inferred")
    news.tie(ann, "knows", bob)
    news.tie(ann, "took_part_in", fair, role="speaker")
    unsure(news, news.tie(cas, "took_part_in", fair), "hearsay")
    news.tie(fair, "part_of", plan)
    news.tie(cost, "part_of", plan)
    return news


def unsure(source: Source, statement: Statement, certainty: str) -> None:
    """Let a source say something less surely."""
    reason = {"en": "so it seems"} if certainty == "inferred" else None
    source.statements[source.statements.index(statement)] = replace(statement, certainty=certainty, reason=reason)


def clubs(groups: int, people: int, *, without: int | None = None, more: int = 0) -> Network:
    """Clubs in a row, each tied to the next, with people who know each other in a row.

    Every `without`th person is not there, and `more` are new.
    """
    source = Source("clubs")
    before = None
    for group in range(groups):
        club = source.mention(f"g{group:02}", "organisation", f"Club {group}")
        friend = None
        for person in range(people):
            if without is None or (group * people + person) % without:
                one = source.mention(f"g{group:02}p{person:02}", "person", f"Person {group} {person}")
                source.tie(one, "works_for", club)
                if friend is not None:
                    source.tie(friend, "knows", one)
                friend = one
        if before is not None:
            source.tie(before, "part_of", club)
        before = club
    for person in range(more):
        source.tie(
            source.mention(f"n{person:02}", "person", f"New {person}"), "works_for", f"clubs:g{person % groups:02}"
        )
    return network(source)
