"""The graph that a Cypher user finds: labels, types and properties by the words, and evidence beside them."""

from __future__ import annotations

import pytest

from graph.adapters import open_store
from graph.adapters.cypher import edge, label
from graph.errors import WordsError
from graph.knowledge import Knowledge
from graph.statements import MENTION
from graph.testing.source import Source
from graph.words import Words
from tests.cypher import agrees, cypher
from tests.worlds import WORDS, bakery, contents

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]


@pytest.fixture
def knowledge(neo4j_url: str) -> Knowledge:
    """Over an empty database."""
    return Knowledge(open_store(neo4j_url), WORDS, by="Zoë")


def nodes(url: str, of: str) -> list[object]:
    return [node for (node,) in cypher(url, f"MATCH (n:{of}) RETURN properties(n) ORDER BY n.id")]


def test_entities_have_a_label_of_their_kind_and_plain_properties(knowledge, neo4j_url):
    news = Source("news")
    school = news.mention("school", "organisation", "School")
    news.property(school, "sector", "education")
    news.property(school, "sector", "government")
    news.property(school, "size", {"min": 20, "about": True})
    news.property(school, "goal", {"nl": "leren", "en": "learning"})
    fair = news.mention("fair", "activity", "Fair")
    news.property(fair, "start", "2021-09")
    news.property(fair, "attendance", 17)
    knowledge.load(news.bundle(), strict=True)
    assert nodes(neo4j_url, "Entity:Organisation") == [
        {
            "id": "news:school",
            "name": "School",
            "names": ["School"],
            "sector": ["education", "government"],
            "size_min": 20,
            "goal": ["leren"],
        }
    ]
    assert nodes(neo4j_url, "Entity:Activity") == [
        {
            "id": "news:fair",
            "name": "Fair",
            "names": ["Fair"],
            "start": "2021-09",
            "attendance": 17,
            "attendance_min": 17,
            "attendance_max": 17,
        }
    ]


def test_ties_are_relationships_of_their_kind_with_their_evidence_by_id(knowledge, neo4j_url):
    news = bakery()
    knowledge.load(news.bundle())
    works, knows = (s for s in news.statements if s.form == "tie")
    asked = """
        MATCH (a:Person)-[t:WORKS_FOR|KNOWS]->(b:Entity)
        RETURN a.name, type(t), properties(t), b.name ORDER BY type(t)"""
    assert cypher(neo4j_url, asked) == [
        [
            "Ann",
            "KNOWS",
            {"id": knows.id, "certainty": "stated", "statements": [knows.id], "sources": ["news"], "joins": True},
            "Bob",
        ],
        [
            "Ann",
            "WORKS_FOR",
            {
                "id": works.id,
                "certainty": "stated",
                "statements": [works.id],
                "sources": ["news"],
                "joins": True,
                "role": "owner",
                "start": "2019",
            },
            "Bakery De Aar",
        ],
    ]


def test_the_evidence_of_a_tie_leads_to_lines_of_a_source(knowledge, neo4j_url):
    news = Source("news", published="2021-05")
    news.source("title", "The news")
    ann = news.mention("ann", "person", "Ann", locator="line 3", printed="mevr. Ann")
    news.tie(ann, "works_for", news.mention("shop", "organisation", "Shop"))
    knowledge.load(news.bundle(), strict=True)
    asked = """
        MATCH (:Person {name: 'Ann'})-[t:WORKS_FOR]->()
        MATCH (d:Source)-[:SAYS]->(s:Statement) WHERE s.id IN t.statements
        RETURN d.title, d.published, s.word, s.certainty"""
    assert cypher(neo4j_url, asked) == [["The news", "2021-05", "works_for", "stated"]]
    asked = "MATCH (:Person {name: 'Ann'})<-[:SPEAKS_OF]-(s {form: $form}) RETURN s.locator, s.printed, s.value"
    assert cypher(neo4j_url, asked, form=MENTION) == [["line 3", "mevr. Ann", "Ann"]]


def test_a_correction_points_at_what_it_corrects_whichever_came_first(knowledge, neo4j_url):
    news, late = Source("news"), Source("late")
    ann = news.mention("ann", "person", "An")
    title = late.source("title", "Laet")
    news.correct(ann, "name", "Ann")
    news.correct(title, "title", "Late")
    knowledge.load(news.bundle(), strict=True)
    knowledge.load(late.bundle(), strict=True)
    asked = "MATCH (c:Correction)-[:CORRECTS]->(s) RETURN c.value, s.value ORDER BY c.value"
    assert cypher(neo4j_url, asked) == [["Ann", "An"], ["Late", "Laet"]]
    assert cypher(neo4j_url, "MATCH (p:Person) RETURN p.name, p.names") == [["Ann", ["Ann", "An"]]]
    assert cypher(neo4j_url, "MATCH (d:Source {id: 'late'}) RETURN properties(d)") == [
        [{"id": "late", "title": "Late"}]
    ]


def test_judgements_and_changes_are_there_too(knowledge, neo4j_url):
    news = bakery()
    news.judge("different", "news:ann", "news:bob", "they know each other")
    change = knowledge.load(news.bundle()).change
    asked = "MATCH (:Source {id: 'news'})-[:SAYS]->(j:Judgement) RETURN j.verdict, j.a, j.b, j.why"
    assert cypher(neo4j_url, asked) == [["different", "news:ann", "news:bob", "they know each other"]]
    assert cypher(neo4j_url, "MATCH (c:Change) RETURN c.seq, c.id, c.by, c.why") == [[1, change.id, "Zoë", "load news"]]


def test_what_was_withdrawn_is_out_of_the_graph_and_its_source_said_it_until_then(knowledge, neo4j_url):
    knowledge.load(bakery().bundle())
    knowledge.withdraw("news")
    assert cypher(neo4j_url, "MATCH (e:Entity) RETURN count(e)") == [[0]]
    assert cypher(neo4j_url, "MATCH ()-[h:SAYS]->() RETURN DISTINCT h.since, h.until") == [[1, 2]]
    agrees(neo4j_url, knowledge.store, WORDS)


def test_names_are_found_by_full_text(knowledge, neo4j_url):
    news = Source("news")
    news.correct(news.mention("ann", "person", "Ann van der Berk"), "name", "Ann van der Berg")
    knowledge.load(news.bundle())
    asked = "CALL db.index.fulltext.queryNodes('binck_names', $words) YIELD node RETURN node.name"
    assert cypher(neo4j_url, asked, words="berk") == cypher(neo4j_url, asked, words="Berg~") == [["Ann van der Berg"]]


def test_every_kind_has_a_constraint_or_an_index_of_its_own(knowledge, neo4j_url):
    knowledge.load(bakery().bundle())
    names = {name for (name,) in cypher(neo4j_url, "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name")}
    assert {f"binck_{label(kind, WORDS)}_name" for kind in WORDS.entities} <= names
    assert {f"binck_{edge(kind, WORDS)}_id" for kind in WORDS.ties} <= names


@pytest.mark.parametrize(
    "use", [lambda store: Knowledge(store, WORDS).withdraw("news"), contents], ids=["writing", "reading"]
)
def test_an_index_that_went_missing_is_made_again_when_the_store_is_opened(knowledge, neo4j_url, use):
    knowledge.load(bakery().bundle())
    cypher(neo4j_url, "DROP INDEX binck_KeptTie_from")
    asked = "SHOW INDEXES YIELD name WHERE name = 'binck_KeptTie_from' RETURN name"
    assert cypher(neo4j_url, asked) == []
    use(open_store(neo4j_url))
    assert cypher(neo4j_url, asked) == [["binck_KeptTie_from"]]


def test_an_entity_that_changes_kind_changes_label_and_keeps_its_ties(knowledge, neo4j_url):
    first, second = Source("news"), Source("news")
    for source, kind in ((first, "person"), (second, "organisation")):
        ann = source.mention("ann", kind, "Ann")
        source.tie(ann, "took_part_in", source.mention("fair", "activity", "Fair"))
        knowledge.load(source.bundle(), strict=True)
    assert cypher(neo4j_url, "MATCH (a)-[:TOOK_PART_IN]->() RETURN labels(a)") == [[["Entity", "Organisation"]]]
    agrees(neo4j_url, knowledge.store, WORDS)


def test_merging_and_splitting_moves_what_statements_speak_of(knowledge, neo4j_url):
    one, two = Source("one"), Source("two")
    one.tie(one.mention("ann", "person", "Ann"), "works_for", one.mention("school", "organisation", "School"))
    two.property(two.mention("a", "person", "Annie"), "description", {"en": "baker"})
    knowledge.load(one.bundle())
    knowledge.load(two.bundle())
    _, change = knowledge.judge("same", "one:ann", "two:a", "seen")
    assert cypher(neo4j_url, "MATCH (p:Person) RETURN p.names") == [[["Annie", "Ann"]]]
    agrees(neo4j_url, knowledge.store, WORDS)
    knowledge.undo(change.id)
    assert cypher(neo4j_url, "MATCH (p:Person) RETURN p.names ORDER BY p.id") == [[["Ann"]], [["Annie"]]]
    agrees(neo4j_url, knowledge.store, WORDS)


@pytest.mark.parametrize("kind", ["person`) DETACH DELETE (n", "Person", "statement", "kept_tie", "", "says", "nobody"])
def test_a_kind_that_cannot_be_a_label_or_type_is_refused_before_it_is_part_of_a_text(kind):
    words = Words(
        {kind: WORDS.entities["person"]} if kind != "nobody" else {},
        {kind: WORDS.ties["knows"]} if kind != "nobody" else {},
        WORDS.choices,
        WORDS.source,
    )
    refused = 0
    for name in (label, edge):
        try:
            assert name(kind, words) in ("Says", "STATEMENT", "KEPT_TIE")
        except WordsError:
            refused += 1
    assert refused == (1 if kind in ("says", "statement", "kept_tie") else 2)
