-- What was read: bytes and text by content, files as sources, spans as the one home of offsets.
-- Offsets count Unicode code points of content.text, end excluded: the unit of SQLite's substr and length.
CREATE TABLE content (
  id TEXT PRIMARY KEY CHECK (length(id) = 64),  -- SHA-256 of raw, hexadecimal
  raw BLOB NOT NULL,
  media_type TEXT NOT NULL,
  encoding TEXT NOT NULL,
  extractor TEXT NOT NULL,
  language TEXT,
  text TEXT NOT NULL CHECK (instr(text, char(0)) = 0),
  text_sha256 TEXT NOT NULL CHECK (length(text_sha256) = 64),
  characters INTEGER NOT NULL CHECK (characters = length(text))
) STRICT;

CREATE TRIGGER content_is_kept BEFORE UPDATE ON content BEGIN
  SELECT RAISE(ABORT, 'a content is never changed');
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
  WHERE NOT EXISTS (
    SELECT 1 FROM source JOIN content ON content.id = source.content
    WHERE source.key = NEW.source AND substr(content.text, NEW.start + 1, NEW."end" - NEW.start) = NEW.quote
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
  WHERE NOT EXISTS (
    SELECT 1 FROM source JOIN content ON content.id = source.content
    WHERE source.key = NEW.source AND substr(content.text, NEW.start + 1, NEW."end" - NEW.start) = NEW.text
  );
END;

CREATE VIRTUAL TABLE sentence_fts USING fts5(
  text, folded, content="sentence", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);
