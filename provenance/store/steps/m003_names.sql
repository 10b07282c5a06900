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
