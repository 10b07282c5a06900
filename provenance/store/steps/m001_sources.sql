-- What was read: bytes and text by content, files as sources, spans as the one home of offsets.
-- Offsets count Unicode code points of the text, end excluded: the unit of SQLite's substr and length.
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

-- The text, in blocks of 2048 code points (the last one shorter; none of an empty text): a span can be checked at its place without
-- reading the whole text, so that checking stays linear however long a text is.
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

-- A file as it was read: what is still so is not read again. `run PATH` replaces what lies under PATH.
CREATE TABLE file (
  place TEXT PRIMARY KEY,  -- relative to the database's folder: a workspace can be moved as a whole
  path TEXT NOT NULL,  -- as its sources carry it, without a member
  sha256 TEXT CHECK (length(sha256) = 64),  -- of its bytes; NULL: only reading it can tell whether it changed
  sidecars TEXT NOT NULL,  -- digest of what sidecar files say of it, '' if nothing
  reading TEXT NOT NULL,  -- digest of the program's version and the settings it was read with
  is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1))  -- 0: reading broke off, more of its documents may follow
) STRICT;

-- Which sources a file holds: one, or each document of a mailbox, archive or table.
CREATE TABLE place (
  place TEXT NOT NULL REFERENCES file (place) ON DELETE CASCADE,
  source TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE,
  PRIMARY KEY (place, source)
) STRICT;

CREATE INDEX place_source ON place (source);

-- What was noticed while a source was read, or why it was not.
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

-- Parts of a text that are not its article: seen in one page by its reader, or on many by their fingerprints.
CREATE TABLE furniture_span (
  span INTEGER PRIMARY KEY REFERENCES span (id) ON DELETE CASCADE,
  stage TEXT NOT NULL CHECK (stage IN ('ingest', 'fingerprint')),
  kind TEXT NOT NULL CHECK (kind IN (
    'navigation', 'teaser', 'comments', 'credit', 'newsletter', 'notice', 'advertisement', 'hidden', 'repeated'
  )),
  reason TEXT NOT NULL
) STRICT;

-- What only the pages of a whole site together show of a source: found by their fingerprints.
CREATE TABLE site_notice (
  source TEXT PRIMARY KEY REFERENCES source (key) ON DELETE CASCADE,
  code TEXT NOT NULL CHECK (length(code) > 0),
  text TEXT NOT NULL
) STRICT;

-- Full text by sentence. `folded` has no apostrophes or accents: Asaib finds Asa'ib.
-- Kept in step by the store, not by triggers: under trusted_schema=OFF a trigger may not touch it.
-- content="sentence" in double quotes is what makes sqlite-utils and Datasette offer a search.
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
