-- Schema 9: what is found by a name that is chance (the keys of claims, the ids
-- of incidents) has its index in pieces by arrival: what is put falls into the
-- last piece, which is in memory, and whoever asks looks into each
-- (docs/decisions/145).
DROP INDEX claim_by_key;
CREATE INDEX claim_by_key ON claim (id >> 16, key);
DROP INDEX telling_by_incident;
CREATE INDEX telling_by_incident ON telling (id >> 16, incident);

-- The marks of all texts, to find reports by (src/ledger/sheaf.h): no longer a
-- row each, but sorted in sheaves that are written once. All of it follows from
-- `sketch`.
DROP TABLE mark;
CREATE TABLE sheaf (
	id INTEGER PRIMARY KEY,
	size INTEGER NOT NULL,       -- entries
	first BLOB NOT NULL,         -- the first mark of each leaf: 8 bytes,
				     -- big-endian
	filter BLOB NOT NULL         -- by which most marks that it lacks are
				     -- told: blocks of 64 bytes
) STRICT;

-- id: sheaf << 24 and its place. entries: mark, rank and report, 6 bytes each,
-- big-endian, ascending; rank: the first 48 bits of report.sha256.
CREATE TABLE leaf (
	id INTEGER PRIMARY KEY,
	entries BLOB NOT NULL
) STRICT;
