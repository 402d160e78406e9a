-- The library as of version 1. Days are proleptic Gregorian ordinals (1 is 0001-01-01), null where unknown;
-- spans and lengths are code points; folded means core.arabic.fold.

-- What single values the library must remember: with which folding `words` was made.
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- By which rules an analysis was made. `shape` names the fields of its records, in their order (core.library.codec).
CREATE TABLE rules (id INTEGER PRIMARY KEY, version TEXT NOT NULL UNIQUE, shape TEXT NOT NULL);

-- A file as it was found. `digest` is null until it was read to its end, `size` also where something in it could
-- not be; `reading` is how it was read.
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  size INTEGER,
  modified_ns INTEGER,
  digest BLOB,
  reading TEXT,
  problem TEXT
);
CREATE INDEX source_digest ON source (digest);

-- An article. `key` is made of its words and what its file declares of it, never of where it lies.
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  key BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,       -- Document.id
  title TEXT,
  titled INTEGER NOT NULL,  -- 1: the file declares the title; 0: it was read off the page
  outlet TEXT,
  published TEXT,           -- ISO day
  uri TEXT,
  length INTEGER NOT NULL,
  text BLOB NOT NULL,       -- zlib, UTF-8
  structure TEXT NOT NULL,  -- its paragraphs (core.library.codec)
  rules INTEGER,            -- null: not analysed
  problem TEXT              -- why there is no analysis
);
CREATE INDEX document_outlet ON document (outlet, length);
CREATE INDEX document_published ON document (published);
CREATE INDEX document_rules ON document (rules);

-- Which file holds which article, in its order. `raw` is the digest of the line or the slice that it was read
-- from, and of how it was read: who meets it again knows what is in it.
CREATE TABLE source_document (
  source INTEGER NOT NULL,
  was INTEGER NOT NULL,     -- 0: as the file is now; n: n readings ago, until the one under way is done
  slice INTEGER NOT NULL,
  ordinal INTEGER NOT NULL, -- within the slice
  document INTEGER,         -- null: what stands there cannot be read
  raw BLOB,
  problem TEXT,
  PRIMARY KEY (source, was, slice, ordinal)
) WITHOUT ROWID;
CREATE INDEX source_document_document ON source_document (document);
CREATE INDEX source_document_was ON source_document (was) WHERE was > 0;
CREATE INDEX source_document_raw ON source_document (raw) WHERE raw IS NOT NULL;

-- A happening as its article tells it. `record` is what was extracted; `same_as`, `outlets` and the table
-- `conflict` say what other articles have to do with it.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL,        -- Event.id
  kind TEXT NOT NULL,
  category TEXT,
  cameo TEXT,
  first INTEGER,            -- EventDate.start
  last INTEGER,             -- EventDate.end
  paragraph INTEGER NOT NULL,
  trigger_start INTEGER NOT NULL, -- where its trigger begins in the paragraph, 0 without one
  first_word INTEGER NOT NULL, -- its sentence among the words of `words.text`, counted from 0
  end_word INTEGER NOT NULL,   -- half-open
  same_as INTEGER,          -- the event that stands for this happening; null: this one
  within INTEGER,           -- the same, as far as its own article says
  outlets INTEGER NOT NULL DEFAULT 1,
  status TEXT NOT NULL DEFAULT 'auto',
  record TEXT NOT NULL,     -- core.library.codec, with the shape of its document's rules
  UNIQUE (document, ordinal)
);
CREATE INDEX event_key ON event (key);
CREATE INDEX event_days ON event (first, last);
CREATE INDEX event_begin ON event (coalesce(first, last), coalesce(last, first));
CREATE INDEX event_category ON event (category, cameo);
CREATE INDEX event_cameo ON event (cameo);
CREATE INDEX event_words ON event (document, first_word, end_word);
CREATE INDEX event_within ON event (within) WHERE within IS NOT NULL;
CREATE INDEX event_outlets ON event (outlets) WHERE outlets > 1;
CREATE INDEX event_same_as ON event (same_as) WHERE same_as IS NOT NULL;

-- Somebody or somewhere, as one mention names them. `id` is a digest of the other columns.
CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  identity TEXT,            -- Actor.id, or geonames/ID of a place
  name_ar TEXT,
  name_en TEXT,
  code TEXT,                -- CAMEO actor code; of a place its country (ISO 3166-1 alpha-2)
  text TEXT NOT NULL        -- the words of the mention, folded
);
CREATE INDEX entity_identity ON entity (identity);

-- Every form of a name: the words of the text, name_ar, name_en, aliases, identity; folded, a space between two
-- words and no other sign. `name_words` has their words, rowid is name.id.
CREATE TABLE name (
  id INTEGER PRIMARY KEY, folded TEXT NOT NULL, entity INTEGER NOT NULL, UNIQUE (folded, entity)
);
CREATE VIRTUAL TABLE name_words USING fts5 (folded, content = '', tokenize = 'ascii');

CREATE TABLE actor (
  entity INTEGER NOT NULL, event INTEGER NOT NULL, role TEXT NOT NULL, PRIMARY KEY (entity, event, role)
) WITHOUT ROWID;
CREATE INDEX actor_event ON actor (event);
CREATE INDEX actor_role ON actor (role, event);

CREATE TABLE place (
  entity INTEGER NOT NULL, event INTEGER NOT NULL, role TEXT NOT NULL, PRIMARY KEY (entity, event, role)
) WITHOUT ROWID;
CREATE INDEX place_event ON place (event);

-- What talks are about (core.model.Issue).
CREATE TABLE issue (issue TEXT NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (issue, event)) WITHOUT ROWID;
CREATE INDEX issue_event ON issue (event);

-- Another telling that disagrees: both are event.id.
CREATE TABLE conflict (
  event INTEGER NOT NULL, other INTEGER NOT NULL, field TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (event, other, field)
) WITHOUT ROWID;
CREATE INDEX conflict_other ON conflict (other);

-- Which telling stands for which, as found in one window of days (core.library.merging).
CREATE TABLE link (
  span TEXT NOT NULL, number INTEGER NOT NULL, event INTEGER NOT NULL, leader INTEGER NOT NULL,
  PRIMARY KEY (span, number, event)
) WITHOUT ROWID;
CREATE INDEX link_event ON link (event);
CREATE INDEX link_leader ON link (leader);

-- Windows whose tellings are still to be compared; `touched`: because there are other tellings in it now, and
-- not only in the one before or after it.
CREATE TABLE pending (
  span TEXT NOT NULL, number INTEGER NOT NULL, touched INTEGER NOT NULL, PRIMARY KEY (span, number)
) WITHOUT ROWID;

-- What the timeline shows, in its order (core.timeline), and the same counted by year.
CREATE TABLE row (position INTEGER PRIMARY KEY, event INTEGER NOT NULL UNIQUE);
CREATE TABLE year (year INTEGER PRIMARY KEY, count INTEGER NOT NULL);

-- The folded words of each article and of its title, where its file declares one; rowid is document.id. Fed
-- with core.library.words.indexed. `word` has a row for each place where a word stands.
CREATE VIRTUAL TABLE words USING fts5 (title, text, content = '', tokenize = 'ascii');
CREATE VIRTUAL TABLE word USING fts5vocab (words, instance);

-- What a person said of an event, apart from what was extracted and never touched by an analysis.
CREATE TABLE judgement (
  document BLOB NOT NULL,   -- document.key
  event TEXT NOT NULL,      -- event.key
  kind TEXT NOT NULL,       -- status, note, …
  value TEXT NOT NULL,
  made_at TEXT NOT NULL,    -- ISO, UTC
  PRIMARY KEY (document, event, kind)
) WITHOUT ROWID;
