-- Schema 2: what people decided about claims. A decision is never changed or
-- taken out; it is undone by a further one.

-- id: 'd' and 12 hex digits of its content. Decisions hold in the order of
-- (at, nth, id), wherever and whenever they were brought in.
CREATE TABLE decision (
	id TEXT PRIMARY KEY,
	verb TEXT NOT NULL,          -- accept, reject, correct, merge, split,
	                             -- undo
	who TEXT NOT NULL,
	at TEXT NOT NULL,            -- when it was decided
	nth INTEGER NOT NULL,        -- of those of that moment, from 0
	why TEXT,
	undoes TEXT,                 -- the decision that it undoes
	learnt TEXT NOT NULL         -- when this ledger got it
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_undoes ON decision (undoes) WHERE undoes IS NOT NULL;

-- The claims that it speaks of, as they were when it was made: by key, and by
-- what finds them again when another reading of the report lacks that key. The
-- report need not be in this ledger (yet).
CREATE TABLE decision_claim (
	decision TEXT NOT NULL REFERENCES decision,
	part INTEGER NOT NULL,       -- of a split: 0 is apart from 1
	sha256 TEXT NOT NULL,        -- of the report
	key TEXT NOT NULL,
	type TEXT NOT NULL,
	evidence_from INTEGER NOT NULL, evidence_to INTEGER NOT NULL,
	PRIMARY KEY (decision, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_by_report ON decision_claim (sha256);

-- What a correction sets, in the columns of claim; of slots that it does not
-- set they say nothing.
CREATE TABLE correction (
	decision TEXT PRIMARY KEY REFERENCES decision,
	sets TEXT NOT NULL,          -- "place date", of: type status actor
	                             -- target place date count speaker
	type TEXT, status TEXT,
	actor TEXT, actor_side TEXT,
	actor_from INTEGER, actor_to INTEGER, actor_row INTEGER,
	target TEXT, target_side TEXT,
	target_from INTEGER, target_to INTEGER, target_row INTEGER,
	place TEXT, place_role TEXT, place_country TEXT,
	place_id INTEGER,
	lat REAL, lon REAL, radius_km REAL,
	place_from INTEGER, place_to INTEGER,
	day_from TEXT, day_to TEXT, day_basis TEXT,
	day_known INTEGER,
	day_at_from INTEGER, day_at_to INTEGER,
	count_low INTEGER, count_high INTEGER, unit TEXT,
	count_total INTEGER, count_further INTEGER,
	count_from INTEGER, count_to INTEGER,
	speaker TEXT, speaker_from INTEGER, speaker_to INTEGER
) STRICT, WITHOUT ROWID;

CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision
	BEGIN SELECT raise(ABORT, 'decisions are kept for good'); END;
CREATE TRIGGER decision_is_fixed BEFORE UPDATE ON decision
	BEGIN SELECT raise(ABORT, 'decisions are kept for good'); END;
CREATE TRIGGER decision_claim_is_kept BEFORE DELETE ON decision_claim
	BEGIN SELECT raise(ABORT, 'decisions are kept for good'); END;
CREATE TRIGGER decision_claim_is_fixed BEFORE UPDATE ON decision_claim
	BEGIN SELECT raise(ABORT, 'decisions are kept for good'); END;
CREATE TRIGGER correction_is_kept BEFORE DELETE ON correction
	BEGIN SELECT raise(ABORT, 'decisions are kept for good'); END;
CREATE TRIGGER correction_is_fixed BEFORE UPDATE ON correction
	BEGIN SELECT raise(ABORT, 'decisions are kept for good'); END;

-- Derived: the claims that a decision bears on, as they stand because of it. A
-- row of claim that is here does not stand as it is; its id and columns are
-- those of the claim, but for what was corrected. Made anew whenever a decision on the report
-- or a reading of it enters.
CREATE TABLE ruled (
	id INTEGER PRIMARY KEY,      -- of claim
	report INTEGER NOT NULL REFERENCES report,
	run INTEGER NOT NULL,        -- of the reading that stands, even where
	                             -- only an older one had the claim
	ord INTEGER NOT NULL,
	key TEXT NOT NULL,
	type TEXT NOT NULL,
	status TEXT NOT NULL,
	actor TEXT, actor_side TEXT,
	actor_from INTEGER, actor_to INTEGER, actor_row INTEGER,
	target TEXT, target_side TEXT,
	target_from INTEGER, target_to INTEGER, target_row INTEGER,
	place TEXT, place_role TEXT, place_country TEXT,
	place_id INTEGER,
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
	words TEXT NOT NULL,
	rule TEXT NOT NULL,
	confidence INTEGER NOT NULL,
	anchor TEXT NOT NULL,        -- the key that it was decided under
	verdict TEXT NOT NULL,       -- accepted, rejected, corrected
	decision TEXT NOT NULL REFERENCES decision -- the last one on it
) STRICT;
CREATE INDEX ruled_by_report ON ruled (report);
CREATE INDEX ruled_by_key ON ruled (key);

-- All claims that stand, as they stand: for whoever asks with SQL.
CREATE VIEW standing AS
	SELECT c.report,
	c.key, c.type, c.status, c.actor, c.actor_side, c.target,
	c.target_side, c.place, c.place_role, c.place_country, c.place_id,
	c.lat, c.lon, c.radius_km, c.day_from, c.day_to, c.day_basis,
	c.day_known, c.count_low, c.count_high, c.unit, c.count_total,
	c.count_further, c.speaker, c.via, c.disposition, c.words, c.rule,
	c.confidence,
	NULL AS verdict, NULL AS decision
	FROM claim c JOIN report r ON r.id = c.report AND r.run = c.run
	WHERE c.id NOT IN (SELECT id FROM ruled)
	UNION ALL
	SELECT report, key, type, status, actor, actor_side, target, target_side,
	place, place_role, place_country, place_id, lat, lon, radius_km,
	day_from, day_to, day_basis, day_known, count_low, count_high, unit,
	count_total, count_further, speaker, via, disposition, words, rule,
	confidence,
	verdict, decision
	FROM ruled WHERE verdict <> 'rejected';
