-- Fingerprints, near-duplicates, shared passages with their changes, and which sources depend on which.
CREATE TABLE fingerprint (
  source TEXT PRIMARY KEY REFERENCES source (key) ON DELETE CASCADE,
  bytes_sha256 TEXT NOT NULL,
  folded_sha256 TEXT NOT NULL,
  signature BLOB NOT NULL,  -- MinHash values, 8 bytes each, big end first
  passages BLOB NOT NULL    -- winnowed shingles, 16 bytes each: hash 8, start 4, end 4, big end first
) STRICT;

CREATE INDEX fingerprint_folded ON fingerprint (folded_sha256);

-- Where winnowed shingles stand: an index of `fingerprint.passages` for looking a text up. Sources by number,
-- the earliest dated first: of a shingle that many texts have, the first rows are the oldest texts.
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

-- One row: what the postings were made with, and whether they are kept here or were too many.
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

-- Texts that stand (nearly) whole in another one: a in b, which is not shorter.
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

-- An empty range is an insertion on the other side, so these are no spans; their texts are checked alike.
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
