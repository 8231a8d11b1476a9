-- The ledger, schema 1: reports as they came, what each run read in them, and
-- a log that shows when anything kept was changed behind the program's back.
--
-- Days are 'YYYY-MM-DD', moments 'YYYY-MM-DDTHH:MM:SSZ'. An open end of a
-- range is NULL. Offsets count bytes of report.text, but for point_from and
-- point_to, which count Unicode code points. Counts are thousandths of their
-- unit. Only this file and those after it (002_...) make tables.

-- schema: the number of the newest of these files that was applied.
CREATE TABLE meta (
	key TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One pass over input: which program with which tables.
CREATE TABLE run (
	id INTEGER PRIMARY KEY,
	program TEXT NOT NULL,
	kit TEXT NOT NULL,      -- SHA-256 of its tables and models
	options TEXT NOT NULL,
	started TEXT NOT NULL,
	finished TEXT,          -- NULL: broken off
	nnew INTEGER NOT NULL DEFAULT 0,
	nknown INTEGER NOT NULL DEFAULT 0,
	nrefused INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A report: what no later reading of it can change. `run` is the run whose
-- reading stands now.
CREATE TABLE report (
	id INTEGER PRIMARY KEY,
	sha256 TEXT NOT NULL UNIQUE, -- of the bytes as received
	words_sha256 TEXT,           -- of the text without its white space's form
	name TEXT NOT NULL,          -- under which it came first
	learnt TEXT NOT NULL,        -- when the ledger got it
	text TEXT NOT NULL,
	received BLOB,               -- the bytes, where text is not the same
	run INTEGER NOT NULL REFERENCES run
) STRICT;

CREATE INDEX report_by_words ON report (words_sha256);

-- Other names under which the same bytes came.
CREATE TABLE name (
	report INTEGER NOT NULL REFERENCES report,
	name TEXT NOT NULL,
	learnt TEXT NOT NULL,
	PRIMARY KEY (report, name)
) STRICT, WITHOUT ROWID;

-- What a run made of a report. Readings are never changed: a new run adds one.
CREATE TABLE reading (
	report INTEGER NOT NULL REFERENCES report,
	run INTEGER NOT NULL REFERENCES run,
	title TEXT,
	publisher TEXT,
	author TEXT,
	url TEXT,
	dateline TEXT,
	published_from TEXT,
	published_to TEXT,
	published_inferred INTEGER NOT NULL,
	nclaim INTEGER NOT NULL,
	PRIMARY KEY (report, run)
) STRICT, WITHOUT ROWID;

-- key: from what is claimed and where it stands in which bytes; the same claim
-- read again by another run has the same key.
CREATE TABLE claim (
	id INTEGER PRIMARY KEY,
	report INTEGER NOT NULL,
	run INTEGER NOT NULL,
	ord INTEGER NOT NULL,        -- place among its reading's claims
	key TEXT NOT NULL,
	type TEXT NOT NULL,
	status TEXT NOT NULL,
	actor TEXT, actor_side TEXT,
	actor_from INTEGER, actor_to INTEGER, actor_row INTEGER,
	target TEXT, target_side TEXT,
	target_from INTEGER, target_to INTEGER, target_row INTEGER,
	place TEXT, place_role TEXT, place_country TEXT,
	place_id INTEGER,            -- GeoNames; negative: of our own tables
	lat REAL, lon REAL, radius_km REAL,
	place_from INTEGER, place_to INTEGER,
	day_from TEXT, day_to TEXT, day_basis TEXT NOT NULL,
	day_known INTEGER NOT NULL,
	day_at_from INTEGER, day_at_to INTEGER,
	count_low INTEGER, count_high INTEGER, unit TEXT,
	count_total INTEGER NOT NULL, count_further INTEGER NOT NULL,
	count_from INTEGER, count_to INTEGER,
	speaker TEXT, speaker_from INTEGER, speaker_to INTEGER,
	via TEXT, disposition TEXT,
	evidence_from INTEGER NOT NULL, evidence_to INTEGER NOT NULL,
	point_from INTEGER NOT NULL, point_to INTEGER NOT NULL,
	words TEXT NOT NULL,         -- the evidence
	rule TEXT NOT NULL,
	confidence INTEGER NOT NULL,
	FOREIGN KEY (report, run) REFERENCES reading
) STRICT;
CREATE UNIQUE INDEX claim_of_reading ON claim (report, run, ord);
CREATE INDEX claim_by_key ON claim (key);
CREATE INDEX claim_by_type ON claim (type, day_to);
CREATE INDEX claim_by_place ON claim (place_id, type);

-- What could not be read, and why. sha256 is of what was looked at; NULL where
-- nothing could be.
CREATE TABLE refusal (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL,
	sha256 TEXT,
	bytes INTEGER,
	learnt TEXT NOT NULL,
	code TEXT NOT NULL,
	place TEXT NOT NULL,
	reason TEXT NOT NULL,
	run INTEGER NOT NULL REFERENCES run
) STRICT;
CREATE UNIQUE INDEX refusal_once
	ON refusal (name, coalesce(sha256, ''), reason);

-- Everything that entered, in order. hash covers the row and the hash before
-- it; digest covers what was entered, so a changed byte of either is found.
CREATE TABLE log (
	seq INTEGER PRIMARY KEY,
	at TEXT NOT NULL,
	kind TEXT NOT NULL,          -- run, report, name, reading, refusal
	subject TEXT NOT NULL,
	digest TEXT NOT NULL,
	hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER log_is_kept BEFORE DELETE ON log
	BEGIN SELECT raise(ABORT, 'the log only grows'); END;
CREATE TRIGGER log_is_fixed BEFORE UPDATE ON log
	BEGIN SELECT raise(ABORT, 'the log only grows'); END;
