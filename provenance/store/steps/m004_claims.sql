-- What a source says of something: one source, one place, one value. `quote` only where no span holds it.
CREATE TABLE claim (
  key TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  source TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  span INTEGER REFERENCES span (id) ON DELETE CASCADE,
  field TEXT,
  quote TEXT,
  subject TEXT NOT NULL,
  predicate TEXT NOT NULL,
  value TEXT NOT NULL,
  subject_entity TEXT REFERENCES entity (key) ON DELETE SET NULL,
  value_entity TEXT REFERENCES entity (key) ON DELETE SET NULL,
  number REAL,
  unit TEXT,
  valid_from TEXT,
  valid_to TEXT,
  speaker TEXT,
  speaker_entity TEXT REFERENCES entity (key) ON DELETE SET NULL,
  scope TEXT NOT NULL,
  wording TEXT NOT NULL,
  valid_basis TEXT NOT NULL,
  condition TEXT NOT NULL,
  addressee TEXT NOT NULL,
  occasion TEXT NOT NULL,
  voice TEXT NOT NULL CHECK (voice IN ('narrator', 'quoted', 'reported')),
  hedge TEXT NOT NULL CHECK (hedge IN ('exact', 'about', 'at_least', 'at_most', 'more_than', 'less_than')),
  polarity TEXT NOT NULL CHECK (polarity IN ('affirmed', 'denied')),
  modality TEXT NOT NULL CHECK (modality IN ('asserted', 'planned', 'possible', 'required')),
  is_inferred INTEGER NOT NULL CHECK (is_inferred IN (0, 1)),
  context TEXT NOT NULL,  -- JSON array of words
  CHECK ((span IS NULL) = (quote IS NOT NULL)),
  CHECK (span IS NULL OR field IS NULL)
) STRICT;

CREATE INDEX claim_source ON claim (source);
CREATE INDEX claim_span ON claim (span);
CREATE INDEX claim_subject ON claim (subject_entity, predicate);
CREATE INDEX claim_value ON claim (value_entity);
CREATE INDEX claim_speaker ON claim (speaker_entity);

-- What came of plugins in the stage that asked them; a claim or a finding they kept out is nowhere else.
CREATE TABLE plugin_note (
  stage TEXT NOT NULL CHECK (stage IN ('claims', 'conflicts')),
  position INTEGER NOT NULL,
  plugin TEXT NOT NULL,
  event TEXT NOT NULL CHECK (event IN ('failed', 'refused', 'dropped', 'certainty')),
  key TEXT NOT NULL,
  about TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (stage, position)
) STRICT;
