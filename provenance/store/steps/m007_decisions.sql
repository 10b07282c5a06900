-- What people decided: append-only, chained by hash, addressed by content keys and never by row ids.
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
