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

-- Figures that took one another's place while an event was told.
CREATE TABLE timeline (
  key TEXT PRIMARY KEY,
  subject TEXT NOT NULL,
  predicate TEXT NOT NULL,
  unit TEXT NOT NULL,
  scope_key TEXT NOT NULL
) STRICT;

CREATE TABLE timeline_point (
  timeline TEXT NOT NULL REFERENCES timeline (key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  at TEXT NOT NULL,
  basis TEXT NOT NULL,
  number REAL NOT NULL,
  value TEXT NOT NULL,
  source TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  span INTEGER NOT NULL REFERENCES span (id) ON DELETE CASCADE,
  is_stale INTEGER NOT NULL CHECK (is_stale IN (0, 1)),
  PRIMARY KEY (timeline, position)
) STRICT;

CREATE INDEX timeline_point_source ON timeline_point (source);
CREATE INDEX timeline_point_span ON timeline_point (span);

-- One statement of one speaker, wherever it is quoted.
CREATE TABLE quotation (
  key TEXT PRIMARY KEY,
  speaker TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;

CREATE TABLE quotation_use (
  quotation TEXT NOT NULL REFERENCES quotation (key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  span INTEGER NOT NULL REFERENCES span (id) ON DELETE CASCADE,
  variant TEXT NOT NULL,
  claim TEXT REFERENCES claim (key) ON DELETE SET NULL,
  speaker TEXT NOT NULL,
  differs TEXT NOT NULL,
  addressee TEXT NOT NULL,
  occasion TEXT NOT NULL,
  PRIMARY KEY (quotation, position)
) STRICT;

CREATE INDEX quotation_use_source ON quotation_use (source);
CREATE INDEX quotation_use_span ON quotation_use (span);
CREATE INDEX quotation_use_claim ON quotation_use (claim);

-- Which sources of a side are counted as origins of their own, and why the others are not.
CREATE TABLE side_support (
  conflict TEXT NOT NULL,
  side INTEGER NOT NULL,
  position INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  counts TEXT NOT NULL CHECK (counts IN ('counts', 'may count', 'does not count')),
  reason TEXT NOT NULL,
  other TEXT REFERENCES source (key) ON DELETE SET NULL,
  PRIMARY KEY (conflict, side, position),
  FOREIGN KEY (conflict, side) REFERENCES conflict_side (conflict, side) ON DELETE CASCADE
) STRICT;

CREATE INDEX side_support_source ON side_support (source);
CREATE INDEX side_support_other ON side_support (other);

-- What sources weigh on a side, the copying known. Figures for people, never a verdict.
CREATE TABLE side_weight (
  conflict TEXT NOT NULL,
  side INTEGER NOT NULL,
  total REAL NOT NULL,
  share REAL NOT NULL CHECK (share BETWEEN 0 AND 1),
  PRIMARY KEY (conflict, side),
  FOREIGN KEY (conflict, side) REFERENCES conflict_side (conflict, side) ON DELETE CASCADE
) STRICT;

CREATE TABLE weighed_source (
  conflict TEXT NOT NULL,
  side INTEGER NOT NULL,
  position INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  accuracy REAL NOT NULL CHECK (accuracy BETWEEN 0 AND 1),
  independence REAL NOT NULL CHECK (independence BETWEEN 0 AND 1),
  vote REAL NOT NULL,
  PRIMARY KEY (conflict, side, position),
  FOREIGN KEY (conflict, side) REFERENCES side_weight (conflict, side) ON DELETE CASCADE
) STRICT;

CREATE INDEX weighed_source_source ON weighed_source (source);
