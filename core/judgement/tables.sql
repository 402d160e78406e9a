-- What a person says of events, apart from what was extracted and never touched by an analysis. The same tables
-- stand in a library and in a notebook of its own.

-- One row an event of which something is said.
CREATE TABLE judgement (
  id INTEGER PRIMARY KEY,
  document BLOB NOT NULL,   -- core.model.identity.document_key
  event TEXT NOT NULL,      -- Event.id as it was when it was last judged, or found again
  marked INTEGER NOT NULL,
  note TEXT,
  status TEXT NOT NULL,     -- auto, accepted, hidden
  edit TEXT,                -- core.judgement.codec
  own INTEGER NOT NULL,     -- 1: an event that the person added
  told TEXT NOT NULL,       -- what it was said of (core.judgement.codec)
  made_at TEXT NOT NULL,    -- ISO, UTC
  UNIQUE (document, event)
);
CREATE INDEX judgement_marked ON judgement (marked) WHERE marked;

-- What was said, step by step, to be taken back: the whole of what is said of the event, before and after.
CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  judgement INTEGER NOT NULL,
  document BLOB NOT NULL,
  event TEXT NOT NULL,
  before TEXT,              -- core.judgement.codec; null: an own event that was not there
  after TEXT,               -- null: one that is no longer there
  own INTEGER NOT NULL,
  told TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0,
  made_at TEXT NOT NULL
);
CREATE INDEX journal_undone ON journal (id) WHERE undone;
