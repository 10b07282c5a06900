-- The schema of a provenance database, written by `provenance schema > db/schema.sql`: do not edit.
PRAGMA application_id = 1347571542;
PRAGMA user_version = 8;

CREATE TABLE content (
  key TEXT PRIMARY KEY CHECK (length(key) = 64),  -- of all other columns: equal bytes may be read in two ways
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),  -- of raw, hexadecimal
  media_type TEXT NOT NULL,
  encoding TEXT NOT NULL,
  extractor TEXT NOT NULL,
  language TEXT,
  text_sha256 TEXT NOT NULL CHECK (length(text_sha256) = 64),
  characters INTEGER NOT NULL CHECK (characters >= 0),
  raw BLOB NOT NULL  -- last: what stands behind it could only be read through it
) STRICT;

CREATE TRIGGER content_is_kept BEFORE UPDATE ON content BEGIN
  SELECT RAISE(ABORT, 'a content is never changed');
END;

CREATE TABLE block (
  content TEXT NOT NULL REFERENCES content (key) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 0),
  text TEXT NOT NULL CHECK (instr(text, char(0)) = 0 AND length(text) BETWEEN 1 AND 2048),
  PRIMARY KEY (content, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER block_is_kept BEFORE UPDATE ON block BEGIN
  SELECT RAISE(ABORT, 'a text is never changed');
END;

CREATE TABLE source (
  key TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('read', 'warned', 'refused', 'skipped')),
  problem TEXT,  -- the notices in one line
  content TEXT REFERENCES content (key),
  media_type TEXT,
  language TEXT,
  CHECK (content IS NOT NULL OR state IN ('refused', 'skipped'))
) STRICT;

CREATE INDEX source_content ON source (content);

CREATE INDEX source_path ON source (path);

CREATE TRIGGER source_frees_its_content AFTER DELETE ON source WHEN OLD.content IS NOT NULL BEGIN
  DELETE FROM content
  WHERE key = OLD.content AND NOT EXISTS (SELECT 1 FROM source WHERE source.content = OLD.content);
END;

CREATE TABLE file (
  place TEXT PRIMARY KEY,  -- relative to the database's folder: a workspace can be moved as a whole
  path TEXT NOT NULL,  -- as its sources carry it, without a member
  sha256 TEXT CHECK (length(sha256) = 64),  -- of its bytes; NULL: only reading it can tell whether it changed
  sidecars TEXT NOT NULL,  -- digest of what sidecar files say of it, '' if nothing
  reading TEXT NOT NULL,  -- digest of the program's version and the settings it was read with
  is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1))  -- 0: reading broke off, more of its documents may follow
) STRICT;

CREATE TABLE place (
  place TEXT NOT NULL REFERENCES file (place) ON DELETE CASCADE,
  source TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  PRIMARY KEY (place, source)
) STRICT;

CREATE INDEX place_source ON place (source);

CREATE TABLE notice (
  source TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  code TEXT NOT NULL CHECK (length(code) > 0),
  text TEXT NOT NULL,
  PRIMARY KEY (source, position)
) STRICT;

CREATE TABLE span (
  id INTEGER PRIMARY KEY,
  stage TEXT NOT NULL CHECK (stage IN ('ingest', 'fingerprint', 'reuse', 'names', 'claims', 'conflicts')),
  source TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  UNIQUE (source, start, "end", stage),
  CHECK ("end" > start),
  CHECK (length(quote) = "end" - start)
) STRICT;

CREATE INDEX span_stage ON span (stage);

CREATE TRIGGER span_is_true BEFORE INSERT ON span BEGIN
  SELECT RAISE(ABORT, 'the quote does not stand at this place of its source')
  WHERE NEW.quote IS NOT (
    SELECT substr(group_concat(text, ''), NEW.start % 2048 + 1, NEW."end" - NEW.start) FROM (
      SELECT block.text FROM source JOIN block ON block.content = source.content
      WHERE source.key = NEW.source AND block.number BETWEEN NEW.start / 2048 AND (NEW."end" - 1) / 2048
      ORDER BY block.number
    )
  );
END;

CREATE TRIGGER span_is_kept BEFORE UPDATE ON span BEGIN
  SELECT RAISE(ABORT, 'a span is never changed: remove it and add another');
END;

CREATE TABLE metadatum (
  source TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  position INTEGER NOT NULL,  -- the preferred statement of a name comes first
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN ('stated', 'metadata', 'file', 'inferred', 'set', 'unknown')),
  span INTEGER REFERENCES span (id) ON DELETE CASCADE,
  field TEXT,
  earliest TEXT,
  latest TEXT,
  zone TEXT CHECK (zone IN ('stated', 'utc-by-format', 'none')),
  PRIMARY KEY (source, position)
) STRICT;

CREATE INDEX metadatum_name ON metadatum (source, name, position);

CREATE INDEX metadatum_span ON metadatum (span);

CREATE TABLE furniture_span (
  span INTEGER PRIMARY KEY REFERENCES span (id) ON DELETE CASCADE,
  stage TEXT NOT NULL CHECK (stage IN ('ingest', 'fingerprint')),
  kind TEXT NOT NULL CHECK (kind IN (
    'navigation', 'teaser', 'comments', 'credit', 'newsletter', 'notice', 'advertisement', 'hidden', 'repeated'
  )),
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE site_notice (
  source TEXT PRIMARY KEY REFERENCES source (key) ON DELETE CASCADE,
  code TEXT NOT NULL CHECK (length(code) > 0),
  text TEXT NOT NULL
) STRICT;

CREATE TABLE sentence (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" > start),
  text TEXT NOT NULL,
  folded TEXT NOT NULL,
  UNIQUE (source, start)
) STRICT;

CREATE TRIGGER sentence_is_true BEFORE INSERT ON sentence BEGIN
  SELECT RAISE(ABORT, 'the sentence does not stand at this place of its source')
  WHERE NEW.text IS NOT (
    SELECT substr(group_concat(text, ''), NEW.start % 2048 + 1, NEW."end" - NEW.start) FROM (
      SELECT block.text FROM source JOIN block ON block.content = source.content
      WHERE source.key = NEW.source AND block.number BETWEEN NEW.start / 2048 AND (NEW."end" - 1) / 2048
      ORDER BY block.number
    )
  );
END;

CREATE VIRTUAL TABLE sentence_fts USING fts5(
  text, folded, content="sentence", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);

CREATE TABLE fingerprint (
  source TEXT PRIMARY KEY REFERENCES source (key) ON DELETE CASCADE,
  bytes_sha256 TEXT NOT NULL,
  folded_sha256 TEXT NOT NULL,
  signature BLOB NOT NULL,  -- MinHash values, 8 bytes each, big end first
  passages BLOB NOT NULL    -- winnowed shingles, 16 bytes each: hash 8, start 4, end 4, big end first
) STRICT;

CREATE INDEX fingerprint_folded ON fingerprint (folded_sha256);

CREATE TABLE posting_source (
  number INTEGER PRIMARY KEY,
  source TEXT NOT NULL UNIQUE REFERENCES source (key) ON DELETE CASCADE
) STRICT;

CREATE TABLE posting (
  hash INTEGER NOT NULL,  -- the first 48 bits of the shingle's, less 2^47: six bytes a row
  number INTEGER NOT NULL,  -- of posting_source
  start INTEGER NOT NULL CHECK (start >= 0),
  PRIMARY KEY (hash, number, start)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER posting_goes_with_its_source AFTER DELETE ON posting_source BEGIN
  DELETE FROM posting WHERE number = OLD.number;
END;

CREATE TABLE posting_index (
  words INTEGER NOT NULL CHECK (words > 0),  -- of a shingle
  shingles INTEGER NOT NULL CHECK (shingles > 0),  -- of a window: one of them is kept
  postings INTEGER NOT NULL CHECK (postings >= 0),
  most INTEGER NOT NULL CHECK (most >= 0),
  PRIMARY KEY (words)
) STRICT, WITHOUT ROWID;

CREATE TABLE near_duplicate (
  key TEXT PRIMARY KEY,
  a TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  b TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  resemblance REAL NOT NULL CHECK (resemblance BETWEEN 0 AND 1),
  containment REAL NOT NULL CHECK (containment BETWEEN 0 AND 1),
  cluster TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  CHECK (a < b)
) STRICT;

CREATE INDEX near_duplicate_a ON near_duplicate (a);

CREATE INDEX near_duplicate_b ON near_duplicate (b);

CREATE INDEX near_duplicate_cluster ON near_duplicate (cluster);

CREATE TABLE contained_text (
  key TEXT PRIMARY KEY,
  a TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  b TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  containment REAL NOT NULL CHECK (containment BETWEEN 0 AND 1),
  resemblance REAL NOT NULL CHECK (resemblance BETWEEN 0 AND 1),
  CHECK (a <> b)
) STRICT;

CREATE INDEX contained_text_a ON contained_text (a);

CREATE INDEX contained_text_b ON contained_text (b);

CREATE TABLE alignment (
  key TEXT PRIMARY KEY,
  a_span INTEGER NOT NULL REFERENCES span (id) ON DELETE CASCADE,
  b_span INTEGER NOT NULL REFERENCES span (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('verbatim', 'edited', 'boilerplate', 'quotation', 'paraphrase',
    'version')),
  grade REAL NOT NULL CHECK (grade BETWEEN 0 AND 1),
  direction TEXT NOT NULL CHECK (direction IN ('a->b', 'b->a', 'common-source', 'unknown')),
  direction_reason TEXT NOT NULL,
  direction_confidence REAL NOT NULL CHECK (direction_confidence BETWEEN 0 AND 1),
  evidence TEXT NOT NULL,  -- of the direction, weightiest first: JSON array of {towards, weight, reason}
  upstream TEXT NOT NULL,
  changes TEXT NOT NULL,  -- the rows of `change` as one JSON array: SQLite's JSON functions may not stand in a view
  CHECK (a_span <> b_span)
) STRICT;

CREATE INDEX alignment_a ON alignment (a_span);

CREATE INDEX alignment_b ON alignment (b_span);

CREATE TABLE change (
  alignment TEXT NOT NULL REFERENCES alignment (key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  a_start INTEGER NOT NULL CHECK (a_start >= 0),
  a_end INTEGER NOT NULL CHECK (a_end >= a_start),
  a_text TEXT NOT NULL,
  b_start INTEGER NOT NULL CHECK (b_start >= 0),
  b_end INTEGER NOT NULL CHECK (b_end >= b_start),
  b_text TEXT NOT NULL,
  judgement TEXT NOT NULL,
  PRIMARY KEY (alignment, position)
) STRICT;

CREATE TRIGGER change_is_true BEFORE INSERT ON change BEGIN
  SELECT RAISE(ABORT, 'the changed words do not stand at this place of their source')
  WHERE NEW.a_text IS NOT (
    SELECT CASE WHEN NEW.a_start = NEW.a_end THEN ''
      ELSE substr(group_concat(text, ''), NEW.a_start % 2048 + 1, NEW.a_end - NEW.a_start) END
    FROM (
      SELECT block.text FROM alignment JOIN span ON span.id = alignment.a_span
      JOIN source ON source.key = span.source JOIN block ON block.content = source.content
      WHERE alignment.key = NEW.alignment AND NEW.a_start >= span.start AND NEW.a_end <= span."end"
        AND block.number BETWEEN NEW.a_start / 2048 AND max(NEW.a_end - 1, NEW.a_start) / 2048
      ORDER BY block.number
    )
  );
  SELECT RAISE(ABORT, 'the changed words do not stand at this place of their source')
  WHERE NEW.b_text IS NOT (
    SELECT CASE WHEN NEW.b_start = NEW.b_end THEN ''
      ELSE substr(group_concat(text, ''), NEW.b_start % 2048 + 1, NEW.b_end - NEW.b_start) END
    FROM (
      SELECT block.text FROM alignment JOIN span ON span.id = alignment.b_span
      JOIN source ON source.key = span.source JOIN block ON block.content = source.content
      WHERE alignment.key = NEW.alignment AND NEW.b_start >= span.start AND NEW.b_end <= span."end"
        AND block.number BETWEEN NEW.b_start / 2048 AND max(NEW.b_end - 1, NEW.b_start) / 2048
      ORDER BY block.number
    )
  );
END;

CREATE TABLE source_group (
  source TEXT PRIMARY KEY REFERENCES source (key) ON DELETE CASCADE,
  dependence_group TEXT NOT NULL,
  counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE lineage_link (
  parent TEXT NOT NULL,  -- a source, or x-… for a lost ancestor
  child TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  family TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  reason TEXT NOT NULL,
  PRIMARY KEY (parent, child)
) STRICT;

CREATE INDEX lineage_link_child ON lineage_link (child);

CREATE TABLE page_version (
  earlier TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  later TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  page TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  is_ordered INTEGER NOT NULL CHECK (is_ordered IN (0, 1)),
  reason TEXT NOT NULL,
  notice_span INTEGER REFERENCES span (id) ON DELETE SET NULL,
  PRIMARY KEY (earlier, later)
) STRICT;

CREATE INDEX page_version_later ON page_version (later);

CREATE INDEX page_version_page ON page_version (page);

CREATE INDEX page_version_notice ON page_version (notice_span);

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

CREATE TABLE name_description (
  span INTEGER PRIMARY KEY REFERENCES span (id) ON DELETE CASCADE,
  entity TEXT NOT NULL REFERENCES entity (key) ON DELETE CASCADE,
  antecedent INTEGER NOT NULL REFERENCES span (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX name_description_entity ON name_description (entity);

CREATE INDEX name_description_antecedent ON name_description (antecedent);

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

CREATE TABLE name_spelling (
  source TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  variant TEXT NOT NULL REFERENCES variant (key) ON DELETE CASCADE,
  PRIMARY KEY (source, variant)
) STRICT;

CREATE INDEX name_spelling_variant ON name_spelling (variant);

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

CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  status TEXT NOT NULL CHECK (status IN ('running', 'done', 'interrupted')),
  version TEXT NOT NULL,
  model TEXT NOT NULL,
  settings TEXT NOT NULL,
  CHECK ((finished_at IS NULL) = (status = 'running'))
) STRICT;

CREATE TABLE stage_record (
  run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  stage TEXT NOT NULL,
  version TEXT NOT NULL,
  settings_digest TEXT NOT NULL,
  input_digest TEXT NOT NULL,
  output_digest TEXT NOT NULL,
  is_recomputed INTEGER NOT NULL CHECK (is_recomputed IN (0, 1)),
  result_count INTEGER NOT NULL,
  finished_at TEXT NOT NULL,
  PRIMARY KEY (run, stage)
) STRICT;

CREATE TABLE stage_state (
  stage TEXT PRIMARY KEY,
  version TEXT NOT NULL,
  settings_digest TEXT NOT NULL,
  input_digest TEXT NOT NULL,
  output_digest TEXT NOT NULL,
  result_count INTEGER NOT NULL
) STRICT;

CREATE TABLE stage_coverage (
  stage TEXT NOT NULL,
  language TEXT NOT NULL,
  done INTEGER NOT NULL CHECK (done >= 0),
  not_done INTEGER NOT NULL CHECK (not_done >= 0),
  reason TEXT NOT NULL,
  PRIMARY KEY (stage, language)
) STRICT;

CREATE TABLE report_file (
  path TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  action TEXT NOT NULL CHECK (
    action IN ('accept', 'reject', 'resolve', 'unsure', 'same', 'different', 'set', 'undo', 'forget')
  ),
  key TEXT NOT NULL,
  value TEXT,
  reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
  reviewer TEXT NOT NULL,
  undoes INTEGER UNIQUE REFERENCES decision (id),
  evidence_digest TEXT,  -- of what the reviewer saw: another one now means that the decision is stale
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  CHECK ((action = 'undo') = (undoes IS NOT NULL))
) STRICT;

CREATE INDEX decision_key ON decision (key);

CREATE TRIGGER decision_is_not_changed BEFORE UPDATE ON decision BEGIN
  SELECT RAISE(ABORT, 'decisions are only added: add an undo');
END;

CREATE TRIGGER decision_is_not_removed BEFORE DELETE ON decision BEGIN
  SELECT RAISE(ABORT, 'decisions are only added: add an undo');
END;

CREATE VIEW sources AS
SELECT
  s.key, s.path,
  (SELECT value FROM metadatum WHERE source = s.key AND name = 'url' ORDER BY position LIMIT 1) AS url,
  (SELECT value FROM metadatum WHERE source = s.key AND name = 'canonical_url' ORDER BY position LIMIT 1)
    AS canonical_url,
  (SELECT value FROM metadatum WHERE source = s.key AND name = 'title' ORDER BY position LIMIT 1) AS title,
  (SELECT value FROM metadatum WHERE source = s.key AND name = 'author' ORDER BY position LIMIT 1) AS author,
  (SELECT value FROM metadatum WHERE source = s.key AND name = 'publisher' ORDER BY position LIMIT 1)
    AS publisher,
  published.value AS published,
  coalesce(published.basis, 'unknown') AS published_basis,
  published.earliest AS published_earliest,
  published.latest AS published_latest,
  (SELECT value FROM metadatum WHERE source = s.key AND name = 'modified' ORDER BY position LIMIT 1) AS modified,
  (SELECT value FROM metadatum WHERE source = s.key AND name = 'captured_at' ORDER BY position LIMIT 1)
    AS captured_at,
  coalesce(
    (SELECT min(page) FROM page_version WHERE later = s.key AND page <> s.key),
    (SELECT min(page) FROM page_version WHERE earlier = s.key AND page <> s.key),
    (SELECT value FROM metadatum WHERE source = s.key AND name = 'version_of' ORDER BY position LIMIT 1)
  ) AS version_of,
  s.media_type, s.language, content.characters, content.sha256,
  CASE WHEN s.state = 'read' AND site.source IS NOT NULL THEN 'warned' ELSE s.state END AS state,
  CASE WHEN site.source IS NULL THEN s.problem
    ELSE coalesce(s.problem || '; ', '') || site.code || ': ' || site.text END AS problem
FROM source AS s
LEFT JOIN site_notice AS site ON site.source = s.key
LEFT JOIN content ON content.key = s.content
LEFT JOIN metadatum AS published ON published.source = s.key AND published.name = 'published'
  AND published.position =
    (SELECT min(position) FROM metadatum WHERE source = s.key AND name = 'published');

CREATE VIEW source_problems AS
SELECT
  n.source, source.path,
  CASE WHEN source.state = 'read' THEN 'warned' ELSE source.state END AS state,
  n.code, n.text
FROM (SELECT source, code, text FROM notice UNION ALL SELECT source, code, text FROM site_notice) AS n
JOIN source ON source.key = n.source;

CREATE VIEW source_metadata AS
SELECT
  m.source, source.path, m.name, m.value, m.basis, m.field, span.start, span."end", span.quote,
  m.earliest, m.latest, m.zone
FROM metadatum AS m JOIN source ON source.key = m.source LEFT JOIN span ON span.id = m.span;

CREATE VIEW furniture AS
SELECT span.source, source.path, f.kind, span.start, span."end", span.quote AS text, f.reason
FROM furniture_span AS f JOIN span ON span.id = f.span JOIN source ON source.key = span.source;

CREATE VIEW coverage AS
WITH stages (stage, position) AS (
  VALUES ('ingest', 1), ('fingerprint', 2), ('reuse', 3), ('names', 4), ('claims', 5), ('conflicts', 6)
)
SELECT language, stage, done, not_done, reason FROM (
  SELECT c.language, c.stage, c.done, c.not_done, c.reason, stages.position
  FROM stage_coverage AS c JOIN stages ON stages.stage = c.stage
  UNION ALL
  SELECT coalesce(source.language, 'unknown'), stages.stage, 0, count(*), 'this stage has not run yet',
    stages.position
  FROM stages JOIN source
  WHERE NOT EXISTS (SELECT 1 FROM stage_coverage WHERE stage_coverage.stage = stages.stage)
  GROUP BY 1, 2
)
ORDER BY position, language;

CREATE VIEW near_duplicates AS
SELECT n.key, n.a, a.path AS a_path, n.b, b.path AS b_path, n.resemblance, n.containment, n.cluster
FROM near_duplicate AS n JOIN source AS a ON a.key = n.a JOIN source AS b ON b.key = n.b;

CREATE VIEW contained_texts AS
SELECT c.key, c.a, a.path AS a_path, c.b, b.path AS b_path, c.containment, c.resemblance
FROM contained_text AS c JOIN source AS a ON a.key = c.a JOIN source AS b ON b.key = c.b;

CREATE VIEW duplicate_texts AS
SELECT member.cluster, s.key AS source, s.path, s.published, s.published_earliest, s.published_latest,
  s.sha256, f.folded_sha256, s.version_of
FROM (
  SELECT cluster, a AS source FROM near_duplicate UNION SELECT cluster, b FROM near_duplicate
) AS member
JOIN sources AS s ON s.key = member.source JOIN fingerprint AS f ON f.source = member.source;

CREATE VIEW source_groups AS
SELECT g.source, s.path, g.dependence_group, g.counts, g.reason
FROM source_group AS g JOIN source AS s ON s.key = g.source;

CREATE VIEW lineage AS
SELECT family, parent, child, confidence, reason FROM lineage_link;

CREATE VIEW standing_decisions AS
SELECT d.key, d.action, d.value, d.evidence_digest,
  CASE d.action WHEN 'accept' THEN 'accepted' WHEN 'reject' THEN 'rejected' WHEN 'resolve' THEN 'resolved'
    WHEN 'unsure' THEN 'unsure' ELSE d.action END AS review
FROM decision AS d
WHERE d.id = (
  SELECT max(e.id) FROM decision AS e
  WHERE e.key = d.key AND e.action <> 'undo'
    AND NOT EXISTS (SELECT 1 FROM decision AS u WHERE u.undoes = e.id)
);

CREATE VIEW reused_passages AS
SELECT
  r.key, r.kind, r.grade AS similarity, r.direction, r.direction_reason,
  a.source AS a, a_source.path AS a_path, a.start AS a_start, a."end" AS a_end, a.quote AS a_text,
  b.source AS b, b_source.path AS b_path, b.start AS b_start, b."end" AS b_end, b.quote AS b_text,
  coalesce((SELECT changes FROM judged_changes WHERE alignment = r.key), r.changes) AS changes,
  coalesce((SELECT review FROM standing_decisions WHERE standing_decisions.key = r.key), 'open') AS review,
  r.direction_confidence, r.evidence, r.upstream
FROM alignment AS r
JOIN span AS a ON a.id = r.a_span JOIN source AS a_source ON a_source.key = a.source
JOIN span AS b ON b.id = r.b_span JOIN source AS b_source ON b_source.key = b.source;

CREATE VIEW mentions AS
SELECT
  variant.entity, coalesce(entity.name, span.quote) AS name, mention.kind,
  span.source, source.path, span.start, span."end", span.quote AS text
FROM mention
JOIN span ON span.id = mention.span JOIN source ON source.key = span.source
LEFT JOIN variant ON variant.key = mention.variant LEFT JOIN entity ON entity.key = variant.entity;

CREATE VIEW name_variants AS
SELECT
  v.key, v.entity, entity.name, v.kind, v.text AS variant,
  (SELECT count(*) FROM mention WHERE mention.variant = v.key) AS mentions,
  (SELECT count(DISTINCT span.source) FROM mention JOIN span ON span.id = mention.span
    WHERE mention.variant = v.key) AS sources,
  v.score, v.reason,
  coalesce((SELECT review FROM standing_decisions WHERE standing_decisions.key = v.key), 'open') AS review
FROM variant AS v JOIN entity ON entity.key = v.entity;

CREATE VIEW name_pairs AS
SELECT
  p.key, p.a, p.b, p.kind, p.score, p.verdict, p.reason,
  coalesce((SELECT review FROM standing_decisions WHERE standing_decisions.key = p.key), 'open') AS review
FROM name_pair AS p;

CREATE VIEW name_sources AS
SELECT
  entity.key AS entity, entity.name, entity.kind, v.key AS variant_key, v.text AS variant,
  span.source, s.path, s.publisher, s.published, count(*) AS mentions,
  min(span.start) AS first_start
FROM variant AS v JOIN entity ON entity.key = v.entity
JOIN mention ON mention.variant = v.key JOIN span ON span.id = mention.span
JOIN sources AS s ON s.key = span.source
GROUP BY v.key, span.source;

CREATE VIEW name_links AS
SELECT
  l.key, l.entity, coalesce(entity.name, l.a) AS name, l.a, l.b, l.kind, l.basis, l.score, l.reason,
  l.is_joined AS joined, span.source, source.path, span.start, span."end", span.quote
FROM name_link AS l LEFT JOIN entity ON entity.key = l.entity
LEFT JOIN name_link_place AS p ON p.link = l.key LEFT JOIN span ON span.id = p.span
LEFT JOIN source ON source.key = span.source;

CREATE VIEW name_descriptions AS
SELECT
  d.entity, entity.name, entity.kind, span.source, source.path, span.start, span."end", span.quote AS text,
  named.start AS antecedent_start, named."end" AS antecedent_end, named.quote AS antecedent
FROM name_description AS d
JOIN entity ON entity.key = d.entity JOIN span ON span.id = d.span
JOIN span AS named ON named.id = d.antecedent JOIN source ON source.key = span.source;

CREATE VIEW name_rules AS
SELECT r.position, r.place, r.relation, r.a, r.b, r.kind, r.note, r.effect,
  (SELECT group_concat(evidence, '; ') FROM (
    SELECT evidence FROM name_contradiction WHERE name_contradiction.place = r.place
      OR instr(name_contradiction.rule, '(' || r.place || ')') > 0
    GROUP BY evidence ORDER BY min(position)
  )) AS contradiction
FROM name_rule AS r;

CREATE VIEW name_contradictions AS
SELECT c.position, c.rule, c.evidence, c.place FROM name_contradiction AS c;

CREATE VIEW inconsistent_names AS
SELECT
  entity, name, kind, source, path, variant_key, spelling, count(*) AS mentions,
  '[' || group_concat('[' || start || ', ' || "end" || ']', ', ') || ']' AS places
FROM (
  SELECT entity.key AS entity, entity.name, entity.kind, spelling.source, source.path,
    v.key AS variant_key, v.text AS spelling, span.start, span."end"
  FROM name_spelling AS spelling
  JOIN variant AS v ON v.key = spelling.variant JOIN entity ON entity.key = v.entity
  JOIN source ON source.key = spelling.source
  JOIN mention ON mention.variant = v.key
  JOIN span ON span.id = mention.span AND span.source = spelling.source
  ORDER BY spelling.source, v.key, span.start
)
GROUP BY source, variant_key;

CREATE VIEW decisions AS
SELECT
  d.id, d.at, d.action, d.key, d.value, d.reason, d.reviewer,
  (SELECT u.id FROM decision AS u WHERE u.undoes = d.id) AS undone_by
FROM decision AS d;

CREATE VIEW claims AS
SELECT
  c.key, c.kind, c.subject, c.predicate, c.value, c.number, c.unit, c.valid_from, c.valid_to,
  c.speaker, c.voice, c.hedge, c.source, source.path, span.start, span."end",
  coalesce(span.quote, c.quote) AS quote, c.field, c.scope, c.wording, c.polarity, c.modality, c.condition,
  c.valid_basis, c.addressee, c.occasion
FROM claim AS c JOIN source ON source.key = c.source LEFT JOIN span ON span.id = c.span;

CREATE VIEW conflicts AS
SELECT
  k.key, k.kind, k.severity,
  CASE k.severity WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END AS severity_rank,
  k.scope, k.title, k.why, e.side, s.value, e.source, source.path, span.start, span."end",
  coalesce(span.quote, e.quote) AS quote, s.independent_min, s.independent_max,
  k.class, k.consequence, k.certainty,
  CASE
    WHEN d.key IS NULL THEN 'open'
    WHEN d.evidence_digest IS NOT NULL AND d.evidence_digest <> k.evidence_digest THEN 'stale'
    ELSE d.review
  END AS review,
  e.field
FROM conflict AS k
JOIN conflict_side AS s ON s.conflict = k.key
JOIN conflict_evidence AS e ON e.conflict = s.conflict AND e.side = s.side
JOIN source ON source.key = e.source
LEFT JOIN span ON span.id = e.span
LEFT JOIN standing_decisions AS d ON d.key = k.key;

CREATE VIEW open_conflicts AS
SELECT * FROM conflicts WHERE review IN ('open', 'unsure', 'stale');

CREATE VIEW timelines AS
SELECT
  t.key, t.subject, t.predicate, t.unit, p.at, p.basis, p.value, p.number, p.is_stale,
  p.source, source.path, span.start, span."end", span.quote
FROM timeline AS t
JOIN timeline_point AS p ON p.timeline = t.key
JOIN source ON source.key = p.source
JOIN span ON span.id = p.span;

CREATE VIEW quotations AS
SELECT
  q.key, q.speaker, q.words, u.variant, u.speaker AS said_by, u.differs, u.addressee, u.occasion,
  u.source, source.path, span.start, span."end", span.quote, u.claim
FROM quotation AS q
JOIN quotation_use AS u ON u.quotation = q.key
JOIN source ON source.key = u.source
JOIN span ON span.id = u.span;

CREATE VIEW side_sources AS
SELECT
  x.conflict, x.side, s.value, s.independent_min, s.independent_max, x.source, source.path, x.counts, x.reason,
  x.other, other.path AS other_path
FROM side_support AS x
JOIN conflict_side AS s ON s.conflict = x.conflict AND s.side = x.side
JOIN source ON source.key = x.source
LEFT JOIN source AS other ON other.key = x.other;

CREATE VIEW side_weights AS
SELECT
  w.conflict, w.side, s.value, w.total, w.share, x.source, source.path, x.accuracy, x.independence, x.vote
FROM side_weight AS w
JOIN conflict_side AS s ON s.conflict = w.conflict AND s.side = w.side
JOIN weighed_source AS x ON x.conflict = w.conflict AND x.side = w.side
JOIN source ON source.key = x.source;

CREATE VIEW plugin_notes AS
SELECT stage, position, plugin, event, key, about, reason FROM plugin_note;
