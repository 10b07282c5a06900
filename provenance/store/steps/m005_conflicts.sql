-- Findings: sides, and the places that show each side's value.
CREATE TABLE conflict (
  key TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  class TEXT NOT NULL,
  consequence TEXT NOT NULL CHECK (consequence IN ('high', 'medium', 'low')),
  certainty TEXT NOT NULL CHECK (certainty IN ('high', 'medium', 'low')),
  severity TEXT NOT NULL CHECK (severity IN ('high', 'medium', 'low')),
  scope TEXT NOT NULL CHECK (scope IN ('within', 'between')),
  title TEXT NOT NULL,
  why TEXT NOT NULL,
  subject TEXT NOT NULL,
  predicate TEXT NOT NULL,
  scope_key TEXT NOT NULL,
  evidence_digest TEXT NOT NULL
) STRICT;

CREATE TABLE conflict_side (
  conflict TEXT NOT NULL REFERENCES conflict (key) ON DELETE CASCADE,
  side INTEGER NOT NULL CHECK (side >= 1),
  value TEXT NOT NULL,
  independent_min INTEGER NOT NULL CHECK (independent_min >= 0),
  independent_max INTEGER NOT NULL,
  PRIMARY KEY (conflict, side),
  CHECK (independent_max >= independent_min)
) STRICT;

CREATE TABLE conflict_evidence (
  conflict TEXT NOT NULL,
  side INTEGER NOT NULL,
  position INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  span INTEGER REFERENCES span (id) ON DELETE CASCADE,
  field TEXT,
  quote TEXT,
  PRIMARY KEY (conflict, side, position),
  FOREIGN KEY (conflict, side) REFERENCES conflict_side (conflict, side) ON DELETE CASCADE,
  CHECK ((span IS NULL) = (quote IS NOT NULL)),
  CHECK (span IS NULL OR field IS NULL)
) STRICT;

CREATE INDEX conflict_evidence_source ON conflict_evidence (source);
CREATE INDEX conflict_evidence_span ON conflict_evidence (span);
