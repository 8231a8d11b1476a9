-- Schema 3: which reports are one voice's (docs/decisions/080). All of it is
-- worked out of the reports' texts and kept so that one more report costs no
-- more than its neighbours; 'sitrep check --ledger' works it out again.

-- The marks of each report's text: 8 bytes each, big-endian, ascending.
CREATE TABLE sketch (
	report INTEGER PRIMARY KEY REFERENCES report,
	nword INTEGER NOT NULL,      -- words that count
	marks BLOB NOT NULL
) STRICT;

-- The same, to find reports by. rank: the first 48 bits of report.sha256.
CREATE TABLE mark (
	mark INTEGER NOT NULL,
	rank INTEGER NOT NULL,
	report INTEGER NOT NULL REFERENCES report,
	PRIMARY KEY (mark, rank, report)
) STRICT, WITHOUT ROWID;

-- Two reports of which one has words of the other, each pair in both ways.
-- shared: how many of the nword words of `report` stand in `other`.
CREATE TABLE alike (
	report INTEGER NOT NULL REFERENCES report,
	other INTEGER NOT NULL REFERENCES report,
	kind TEXT NOT NULL,          -- same, in, holds
	shared INTEGER NOT NULL,
	PRIMARY KEY (report, other)
) STRICT, WITHOUT ROWID;

-- Who speaks, by the tables: the same for all names of one speaker. NULL where
-- nobody does, or somebody who is not named.
ALTER TABLE claim ADD COLUMN voice TEXT;
ALTER TABLE ruled ADD COLUMN voice TEXT;
