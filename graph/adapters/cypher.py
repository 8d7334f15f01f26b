"""Every Cypher text of the Neo4j store, and the one place where a word becomes part of a text.

What a Cypher user reads (`docs/neo4j.md`):

    (:Source)-[:SAYS {since, until}]->(:Statement)-[:SPEAKS_OF]->(:Entity:Person)-[:WORKS_FOR]->(:Entity:Organisation)
    (:Statement:Correction)-[:CORRECTS]->(:Statement)      (:Source)-[:SAYS]->(:Judgement)      (:Change)

What the store itself reads: `Change`, the `body` of a `Statement` or `Judgement`, `SAYS`, and rows
of the graph (`KeptEntity`, `KeptTie`, `KeptMention`, `KeptKey`, `KeptQuestion`, `Withdrawn`). Neo4j
has no snapshots: another's change is seen halfway through a reading. So a row is never altered.
It holds from the version `since` until that of `until`, and a reading asks for the rows of its own
version `$v`. What ended is a `Past` row too, and goes when no reading can want it any more.
"""

from __future__ import annotations

import re
from typing import Final

from graph.errors import WordsError
from graph.words import Words

NODES: Final = (
    *("BinckStore", "BinckLock", "Change", "Source", "Statement", "Correction", "Judgement", "Entity", "Past"),
    *("Withdrawn", "KeptEntity", "KeptTie", "KeptMention", "KeptKey", "KeptQuestion"),
)
"""Labels of our own, which no kind of entity may have."""
EDGES: Final = ("SAYS", "SPEAKS_OF", "CORRECTS")
_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


def label(kind: str, words: Words) -> str:
    """The label of a kind of entity, fit to stand in a text: `core_value` is `CoreValue`.

    Raises `WordsError` for a kind that the words do not have, or that would have a label of ours.
    """
    words.must_know([kind], [])
    return _fit(kind, "".join(part.capitalize() for part in kind.split("_")), NODES)


def edge(kind: str, words: Words) -> str:
    """The type of the relationships of a kind of tie: `took_part_in` is `TOOK_PART_IN`. Raises as `label` does."""
    words.must_know([], [kind])
    return _fit(kind, kind.upper(), EDGES)


def _fit(kind: str, name: str, ours: tuple[str, ...]) -> str:
    if not _NAME.fullmatch(kind) or name in ours:
        raise WordsError(
            f"de soort {kind!r} kan in Neo4j geen {name} heten; noem hem anders in de woorden",
            f"the kind {kind!r} cannot be called {name} in Neo4j; give it another name in the words",
        )
    return name


# --------------------------------------------------------------------------------------------------- the store itself

MARK = """
MATCH (s:BinckStore) OPTIONAL MATCH (c:Change {seq: s.version})
RETURN s.schema, s.version, s.id, coalesce(c.id, '')"""
COUNT_NODES = "MATCH (n) RETURN count(n)"
MAKE_MARK = """
MERGE (s:BinckStore {key: 'store'}) ON CREATE SET s.id = $id, s.schema = $schema, s.version = 0
MERGE (:BinckLock {key: 'lock'})"""
TAKE_LOCK = "MATCH (l:BinckLock) SET l.taken_by = $by"
TRANSACTIONS = "SHOW TRANSACTIONS YIELD transactionId, metaData WHERE metaData.binck = $by RETURN transactionId"
END_TRANSACTION = "TERMINATE TRANSACTION $id"
# the first SET takes the lock, so that the version read after it is the last one
STEP = """
MATCH (s:BinckStore) SET s.writing = true
WITH s WHERE s.version = $v - 1
SET s.version = $v REMOVE s.writing RETURN s.version"""

SHOW_CONSTRAINTS = "SHOW CONSTRAINTS YIELD name RETURN name"
SHOW_INDEXES = "SHOW INDEXES YIELD name, state RETURN name, state"
AWAIT_INDEXES = "CALL db.awaitIndexes(120)"
UNIQUE_NODE = "CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{property} IS UNIQUE"
UNIQUE_EDGE = "CREATE CONSTRAINT {name} IF NOT EXISTS FOR ()-[r:{label}]-() REQUIRE r.{property} IS UNIQUE"
INDEX = "CREATE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON (n.{property})"
FULL_TEXT = "CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:{label}) ON EACH [n.name, n.names]"

# ------------------------------------------------------------------------------------------------------------- reading


def _holds(row: str) -> str:
    return f"{row}.since <= $v AND ({row}.until IS NULL OR {row}.until > $v)"


_IN_FORCE = f"EXISTS {{ (s)<-[h:SAYS]-(:Source) WHERE {_holds('h')} }}"

CHANGES = """
MATCH (c:Change) WHERE c.seq <= $v RETURN c.id, c.at, c.by, c.why, c.undoes, c.parts ORDER BY c.seq"""
CHANGE_BY_ID = "MATCH (c:Change {id: $id}) RETURN c.seq"
HELD = f"""
MATCH (d:Source)-[h:SAYS]->(n) WHERE {_holds("h")}
RETURN CASE WHEN n:Statement THEN 'statement' ELSE 'judgement' END, n.id, d.id"""
HELD_BY = f"""
MATCH (d:Source {{id: $origin}})-[h:SAYS]->(n) WHERE {_holds("h")}
RETURN CASE WHEN n:Statement THEN 'statement' ELSE 'judgement' END, n.id, d.id"""
WITHDRAWN = f"MATCH (w:Withdrawn) WHERE {_holds('w')} RETURN w.id"
HOLDERS = f"""
UNWIND $ids AS id MATCH (n:Statement {{id: id}})<-[h:SAYS]-(d:Source) WHERE {_holds("h")}
RETURN id, d.id AS origin
UNION ALL
UNWIND $ids AS id MATCH (n:Judgement {{id: id}})<-[h:SAYS]-(d:Source) WHERE {_holds("h")}
RETURN id, d.id AS origin"""
STATEMENTS = "UNWIND $ids AS id MATCH (s:Statement {id: id}) RETURN s.body"
IN_FORCE = f"MATCH (s:Statement) WHERE {_IN_FORCE} RETURN s.body"
COUNT = f"MATCH (s:Statement) WHERE {_IN_FORCE} RETURN count(s)"
ABOUT = f"""
UNWIND $ids AS id MATCH (s:Statement {{subject: id}})
WHERE NOT s.form IN ['source', 'correction'] AND {_IN_FORCE} RETURN s.id AS id, s.body AS body
UNION ALL
UNWIND $ids AS id MATCH (s:Statement {{object: id}})
WHERE NOT s.form IN ['source', 'correction'] AND {_IN_FORCE} RETURN s.id AS id, s.body AS body"""
CORRECTIONS_OF = f"UNWIND $ids AS id MATCH (s:Correction {{of: id}}) WHERE {_IN_FORCE} RETURN s.body"
OF_SOURCES = f"""
UNWIND $ids AS id MATCH (s:Statement {{subject: id}}) WHERE s.form = 'source' AND {_IN_FORCE} RETURN s.body"""
CORRECTIONS = f"MATCH (s:Correction) WHERE {_IN_FORCE} RETURN s.body"
SOURCES = f"MATCH (:Source)-[h:SAYS]->(s:Statement) WHERE {_holds('h')} RETURN DISTINCT s.source"
JUDGEMENTS = f"MATCH (s:Judgement) WHERE {_IN_FORCE} RETURN s.body"
JUDGEMENTS_BY_ID = "UNWIND $ids AS id MATCH (j:Judgement {id: id}) RETURN j.body"
_MENTION = "RETURN m.id AS id, m.kind AS kind, m.entity AS entity, m.keys AS keys"
MENTIONS = f"UNWIND $ids AS id MATCH (m:KeptMention {{id: id}}) WHERE {_holds('m')} {_MENTION}"
MENTIONS_BY_KEY = f"""
UNWIND $ids AS key MATCH (m:KeptMention {{key: key}}) WHERE {_holds("m")} {_MENTION}
UNION ALL
UNWIND $ids AS key MATCH (m:KeptKey {{key: key}}) WHERE {_holds("m")} {_MENTION}"""
MENTIONS_OF = f"UNWIND $ids AS entity MATCH (m:KeptMention {{entity: entity}}) WHERE {_holds('m')} {_MENTION}"
MENTIONS_IN = f"UNWIND $ids AS source MATCH (m:KeptMention {{source: source}}) WHERE {_holds('m')} {_MENTION}"
ENTITIES = f"MATCH (e:KeptEntity) WHERE {_holds('e')} RETURN e.id, e.kind, e.name, e.body"
ENTITIES_BY_ID = f"""
UNWIND $ids AS id MATCH (e:KeptEntity {{id: id}}) WHERE {_holds("e")} RETURN e.id, e.kind, e.name, e.body"""
COUNT_TIES = "MATCH (t:KeptTie) RETURN count(t)"
TIES_BETWEEN = f"""
MATCH (t:KeptTie) WHERE t.id >= $first AND t.id < $last AND {_holds("t")}
RETURN collect(t.id), collect(t.kind), collect(t.from), collect(t.to), collect(t.body)"""
TIES_AT = f"""
UNWIND $ids AS id MATCH (t:KeptTie {{from: id}}) WHERE {_holds("t")}
RETURN t.id AS id, t.kind AS kind, t.from AS from, t.to AS to, t.body AS body
UNION ALL
UNWIND $ids AS id MATCH (t:KeptTie {{to: id}}) WHERE {_holds("t")}
RETURN t.id AS id, t.kind AS kind, t.from AS from, t.to AS to, t.body AS body"""
QUESTIONS = f"MATCH (q:KeptQuestion) WHERE {_holds('q')} RETURN q.kind, q.a, q.b"

# ------------------------------------------------------------------------------------------- writing: what was said

CREATE_CHANGE = "CREATE (c:Change) SET c = $change"
MERGE_SOURCES = "UNWIND $ids AS id MERGE (:Source {id: id})"
DESCRIBE_SOURCES = "UNWIND $rows AS row MATCH (d:Source {id: row.id}) SET d = row"
SAY = "UNWIND $rows AS row MERGE (s:Statement {id: row.id}) ON CREATE SET s = row"
CORRECT = "UNWIND $rows AS row MERGE (s:Statement {id: row.id}) ON CREATE SET s = row, s:Correction"
JUDGE = "UNWIND $rows AS row MERGE (j:Judgement {id: row.id}) ON CREATE SET j = row"
SOURCES_TOLD_OF = """
UNWIND $ids AS id MATCH (s:Statement {id: id}) WHERE s.form IN ['source', 'correction']
OPTIONAL MATCH (s)-[:CORRECTS]->(t:Statement {form: 'source'})
WITH CASE s.form WHEN 'source' THEN s.source ELSE t.source END AS source WHERE source IS NOT NULL
RETURN DISTINCT source"""
POINT_CORRECTIONS = """
UNWIND $ids AS id MATCH (c:Correction {of: id}) MATCH (s:Statement {id: id}) MERGE (c)-[:CORRECTS]->(s)"""
HOLD_STATEMENTS = """
MATCH (d:Source {id: $origin}) UNWIND $ids AS id MATCH (n:Statement {id: id})
WHERE NOT EXISTS { (n)<-[h:SAYS]-(d) WHERE h.until IS NULL } CREATE (d)-[:SAYS {since: $v}]->(n)"""
HOLD_JUDGEMENTS = """
MATCH (d:Source {id: $origin}) UNWIND $ids AS id MATCH (n:Judgement {id: id})
WHERE NOT EXISTS { (n)<-[h:SAYS]-(d) WHERE h.until IS NULL } CREATE (d)-[:SAYS {since: $v}]->(n)"""
LET_GO_OF_STATEMENTS = """
UNWIND $ids AS id MATCH (n:Statement {id: id})<-[h:SAYS]-(d:Source {id: $origin}) WHERE h.until IS NULL
SET h.until = $v"""
LET_GO_OF_JUDGEMENTS = """
UNWIND $ids AS id MATCH (n:Judgement {id: id})<-[h:SAYS]-(d:Source {id: $origin}) WHERE h.until IS NULL
SET h.until = $v"""
WITHDRAW = """
UNWIND $ids AS id OPTIONAL MATCH (w:Withdrawn {id: id}) WHERE w.until IS NULL
WITH id, w WHERE w IS NULL CREATE (:Withdrawn {id: id, since: $v})"""

# ---------------------------------------------------------------------------------------- writing: rows of the graph

CREATE_ENTITY_ROWS = "UNWIND $rows AS row CREATE (r:KeptEntity) SET r = row, r.since = $v"
CREATE_TIE_ROWS = "UNWIND $rows AS row CREATE (r:KeptTie) SET r = row, r.since = $v"
CREATE_MENTION_ROWS = "UNWIND $rows AS row CREATE (r:KeptMention) SET r = row, r.since = $v"
CREATE_KEY_ROWS = "UNWIND $rows AS row CREATE (r:KeptKey) SET r = row, r.since = $v"
CREATE_QUESTION_ROWS = "UNWIND $rows AS row CREATE (r:KeptQuestion) SET r = row, r.since = $v"
_END = "WHERE r.until IS NULL SET r.until = $v, r.ended = timestamp(), r:Past"
END_ENTITY_ROWS = f"UNWIND $ids AS id MATCH (r:KeptEntity {{id: id}}) {_END}"
END_TIE_ROWS = f"UNWIND $ids AS id MATCH (r:KeptTie {{id: id}}) {_END}"
END_MENTION_ROWS = f"UNWIND $ids AS id MATCH (r:KeptMention {{id: id}}) {_END}"
END_KEY_ROWS = f"UNWIND $ids AS id MATCH (r:KeptKey {{id: id}}) {_END}"
END_QUESTION_ROWS = f"UNWIND $ids AS id MATCH (r:KeptQuestion {{id: id}}) {_END}"
END_WITHDRAWN = f"UNWIND $ids AS id MATCH (r:Withdrawn {{id: id}}) {_END}"
MENTION_ROWS = """
UNWIND $ids AS id MATCH (m:KeptMention {id: id}) WHERE m.until IS NULL RETURN m.id, m.kind, m.entity, m.keys"""
ENTITY_ROWS = """
UNWIND $ids AS id MATCH (e:KeptEntity {id: id}) WHERE e.until IS NULL RETURN e.id, e.kind, e.name, e.body"""
TIE_ROWS = """
UNWIND $ids AS id MATCH (t:KeptTie {id: id}) WHERE t.until IS NULL RETURN t.id, t.kind, t.from, t.to, t.body"""
CLEAR_PAST = "MATCH (p:Past) WHERE p.ended < timestamp() - $kept_for WITH p LIMIT 50000 DELETE p"

# -------------------------------------------------------------------------------- writing: the graph of a Cypher user

# in those with double braces a label that `label` or `edge` gave takes its place by `format`
CREATE_ENTITIES = "UNWIND $rows AS row CREATE (e:Entity:{label}) SET e = row"
RELABEL_ENTITIES = "UNWIND $ids AS id MATCH (e:Entity {{id: id}}) REMOVE e:{old} SET e:{new}"
ALTER_ENTITIES = "UNWIND $rows AS row MATCH (e:Entity {id: row.id}) SET e = row"
DELETE_ENTITIES = "UNWIND $ids AS id MATCH (e:Entity {id: id}) DETACH DELETE e"
CREATE_EDGES = """
UNWIND $rows AS row MATCH (a:Entity {{id: row.from}}) MATCH (b:Entity {{id: row.to}})
CREATE (a)-[t:{label}]->(b) SET t = row.properties"""
DELETE_EDGES = "UNWIND $ids AS id MATCH ()-[t:{label} {{id: id}}]->() DELETE t"
STATEMENTS_ABOUT = """
UNWIND $ids AS id MATCH (s:Statement {subject: id}) RETURN s.id AS id
UNION
UNWIND $ids AS id MATCH (s:Statement {object: id}) RETURN s.id AS id"""
UNLINK = "UNWIND $ids AS id MATCH (s:Statement {id: id})-[o:SPEAKS_OF]->() DELETE o"
LINK = """
UNWIND $ids AS id MATCH (s:Statement {id: id}) WHERE EXISTS { (s)<-[h:SAYS]-() WHERE h.until IS NULL }
UNWIND [s.subject, s.object] AS mention MATCH (m:KeptMention {id: mention}) WHERE m.until IS NULL
WITH DISTINCT s, m.entity AS entity MATCH (e:Entity {id: entity}) CREATE (s)-[:SPEAKS_OF]->(e)"""
