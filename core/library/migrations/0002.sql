-- What a person says of events has its way back, and an event may be their own. The tables `judgement` and
-- `journal` are those of core/judgement/tables.sql, to the letter.

ALTER TABLE judgement RENAME TO judgement_1;

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

-- What was said before there was a journal; of what it was said is found by the event's id alone.
INSERT INTO judgement (document, event, marked, note, status, edit, own, told, made_at)
SELECT document, event, max(kind = 'mark' AND value <> ''), max(CASE kind WHEN 'note' THEN value END),
       coalesce(max(CASE kind WHEN 'status' THEN value END), 'auto'), NULL, 0,
       json_object('v', 1, 'offset', 0, 'event', json_object(
         'id', event, 'doc', json_object('id', ''), 'paragraph', 0, 'text', '', 'category', NULL,
         'trigger', NULL, 'sentence', json_object('start', 0, 'end', 0),
         'date', json_object('edtf', NULL, 'start', NULL, 'end', NULL, 'basis', 'unresolved', 'reason', ''))),
       max(made_at)
FROM judgement_1 GROUP BY document, event;
DROP TABLE judgement_1;

-- `judgement.id` of an event that is the person's own, which has no record; null: it was extracted.
ALTER TABLE event ADD COLUMN own INTEGER;
-- `kind` to `last`, `status` and who and where are as the person says; `record` stays what was extracted.
-- `row` and `year` have hidden events too; whoever shows them leaves these out.
CREATE INDEX event_status ON event (status) WHERE status <> 'auto';

-- `pending.touched` is 2 where a person said something: a run that goes on leaves that for the next one.

-- Articles whose judgements in the notebook of its own were taken over.
CREATE TABLE taken_over (document BLOB PRIMARY KEY) WITHOUT ROWID;
