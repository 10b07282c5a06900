-- Mention → variant → entity; pairs that were compared and not joined; aliases that a text states.
CREATE TABLE entity (
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'place', 'event', 'other'))
) STRICT;

CREATE TABLE variant (
  key TEXT PRIMARY KEY,
  entity TEXT NOT NULL REFERENCES entity (key) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'place', 'event', 'other')),
  text TEXT NOT NULL,
  score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
  reason TEXT NOT NULL,
  UNIQUE (entity, text)
) STRICT;

CREATE TABLE mention (
  span INTEGER PRIMARY KEY REFERENCES span (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'place', 'event', 'other')),
  variant TEXT REFERENCES variant (key) ON DELETE SET NULL
) STRICT;

CREATE INDEX mention_variant ON mention (variant);

CREATE TABLE name_pair (
  key TEXT PRIMARY KEY,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  kind TEXT NOT NULL,
  score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'unsure')),
  reason TEXT NOT NULL
) STRICT;

-- Changes of shared passages as in alignment.changes, with those of names judged now that names are known.
CREATE TABLE judged_changes (
  alignment TEXT PRIMARY KEY REFERENCES alignment (key) ON DELETE CASCADE,
  changes TEXT NOT NULL
) STRICT;

CREATE TABLE alias (
  span INTEGER NOT NULL REFERENCES span (id) ON DELETE CASCADE,
  name_span INTEGER NOT NULL REFERENCES span (id) ON DELETE CASCADE,
  alias_span INTEGER NOT NULL REFERENCES span (id) ON DELETE CASCADE,
  form TEXT NOT NULL,
  PRIMARY KEY (name_span, alias_span)
) STRICT;

CREATE INDEX alias_span ON alias (span);
CREATE INDEX alias_alias ON alias (alias_span);

-- The evidence that joined two spellings, or kept them apart. entity: that of a; no reference, for a link of
-- two rules may name an entity that no text has.
CREATE TABLE name_link (
  key TEXT PRIMARY KEY,
  entity TEXT NOT NULL,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'place', 'event', 'other')),
  basis TEXT NOT NULL,
  score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
  reason TEXT NOT NULL,
  is_joined INTEGER NOT NULL CHECK (is_joined IN (0, 1))
) STRICT;

CREATE INDEX name_link_entity ON name_link (entity);

CREATE TABLE name_link_place (
  link TEXT NOT NULL REFERENCES name_link (key) ON DELETE CASCADE,
  span INTEGER NOT NULL REFERENCES span (id) ON DELETE CASCADE,
  PRIMARY KEY (link, span)
) STRICT;

CREATE INDEX name_link_place_span ON name_link_place (span);

-- What a text calls a body that it has named, without its name: the alliance. antecedent: the mention before.
CREATE TABLE name_description (
  span INTEGER PRIMARY KEY REFERENCES span (id) ON DELETE CASCADE,
  entity TEXT NOT NULL REFERENCES entity (key) ON DELETE CASCADE,
  antecedent INTEGER NOT NULL REFERENCES span (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX name_description_entity ON name_description (entity);
CREATE INDEX name_description_antecedent ON name_description (antecedent);

-- What people said of names, a row for each pair of names, and what became of it.
CREATE TABLE name_rule (
  position INTEGER PRIMARY KEY,
  place TEXT NOT NULL,
  relation TEXT NOT NULL CHECK (relation IN ('same', 'different', 'written as', 'suggested')),
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  kind TEXT,
  note TEXT NOT NULL,
  effect TEXT NOT NULL CHECK (effect IN ('followed', 'not followed', 'no such name', 'contradicted', 'suggested'))
) STRICT;

CREATE TABLE name_contradiction (
  position INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  evidence TEXT NOT NULL,
  place TEXT NOT NULL
) STRICT;

-- Spellings of one entity that stand beside others of it in one source.
CREATE TABLE name_spelling (
  source TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  variant TEXT NOT NULL REFERENCES variant (key) ON DELETE CASCADE,
  PRIMARY KEY (source, variant)
) STRICT;

CREATE INDEX name_spelling_variant ON name_spelling (variant);
