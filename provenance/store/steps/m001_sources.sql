-- What was read: bytes and text by content, files as sources, spans as the one home of offsets.
-- Offsets count Unicode code points of the text, end excluded: the unit of SQLite's substr and length.
CREATE TABLE content (
  id TEXT PRIMARY KEY CHECK (length(id) = 64),  -- SHA-256 of raw, hexadecimal
  raw BLOB NOT NULL,
  media_type TEXT NOT NULL,
  encoding TEXT NOT NULL,
  extractor TEXT NOT NULL,
  language TEXT,
  text_sha256 TEXT NOT NULL CHECK (length(text_sha256) = 64),
  characters INTEGER NOT NULL CHECK (characters >= 0)
) STRICT;

CREATE TRIGGER content_is_kept BEFORE UPDATE ON content BEGIN
  SELECT RAISE(ABORT, 'a content is never changed');
END;

-- The text, in blocks of 2048 code points (the last one shorter): a span can be checked at its place without
-- reading the whole text, so that checking stays linear however long a text is.
CREATE TABLE block (
  content TEXT NOT NULL REFERENCES content (id) ON DELETE CASCADE,
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
  problem TEXT,
  content TEXT REFERENCES content (id),
  media_type TEXT,
  language TEXT,
  CHECK (content IS NOT NULL OR state IN ('refused', 'skipped'))
) STRICT;

CREATE INDEX source_content ON source (content);
CREATE INDEX source_path ON source (path);

-- Where the file lies, relative to the database's folder: `run PATH` replaces what lies under PATH.
CREATE TABLE place (
  place TEXT PRIMARY KEY,
  source TEXT NOT NULL REFERENCES source (key) ON DELETE CASCADE
) STRICT;

CREATE INDEX place_source ON place (source);

CREATE TABLE span (
  id INTEGER PRIMARY KEY,
  stage TEXT NOT NULL CHECK (stage IN ('ingest', 'reuse', 'names', 'claims', 'conflicts')),
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
  PRIMARY KEY (source, position)
) STRICT;

CREATE INDEX metadatum_name ON metadatum (source, name, position);
CREATE INDEX metadatum_span ON metadatum (span);

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
