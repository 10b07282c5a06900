-- What was done when (times stand only here and in decisions), and what the tables hold now.
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

-- One row for each stage whose results stand in the tables; gone as soon as what they rest on changes.
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
