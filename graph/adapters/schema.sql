-- `parts` is JSON: a list of [added, what, id, origin]
CREATE TABLE change (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, by TEXT NOT NULL, why TEXT NOT NULL,
  undoes TEXT NOT NULL, parts BLOB NOT NULL
) STRICT;
CREATE TABLE statement (
  id TEXT PRIMARY KEY, form TEXT NOT NULL, source TEXT NOT NULL, subject TEXT NOT NULL, object TEXT NOT NULL,
  target TEXT NOT NULL, body BLOB NOT NULL
) STRICT;
CREATE INDEX statement_subject ON statement (subject);
CREATE INDEX statement_object ON statement (object) WHERE object <> '';
CREATE INDEX statement_target ON statement (target) WHERE target <> '';
CREATE TABLE judgement (id TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE held (
  id TEXT NOT NULL, what TEXT NOT NULL, origin TEXT NOT NULL, PRIMARY KEY (id, what, origin)
) STRICT, WITHOUT ROWID;
CREATE INDEX held_origin ON held (origin);
CREATE TABLE entity (id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, body BLOB NOT NULL) STRICT;
CREATE TABLE mention (
  id TEXT PRIMARY KEY, source TEXT NOT NULL, kind TEXT NOT NULL,
  entity TEXT NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_entity ON mention (entity);
CREATE INDEX mention_source ON mention (source);
CREATE TABLE mention_key (
  key TEXT NOT NULL, mention TEXT NOT NULL REFERENCES mention (id) ON DELETE CASCADE, PRIMARY KEY (key, mention)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_key_mention ON mention_key (mention);
-- the ends are entities by the fold and by `verify`; a foreign key here would cost a twentieth of every load
CREATE TABLE tie (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, from_id TEXT NOT NULL, to_id TEXT NOT NULL, body BLOB NOT NULL
) STRICT;
CREATE INDEX tie_from ON tie (from_id);
CREATE INDEX tie_to ON tie (to_id);
CREATE TABLE question (id TEXT PRIMARY KEY, kind TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL) STRICT, WITHOUT ROWID;
