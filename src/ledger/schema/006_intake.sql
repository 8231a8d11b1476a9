-- Schema 6: what the intake learns beside the claims: the language of a report,
-- and pages that were set aside.

-- ISO 639 codes: of what was read, and of text in another language that was
-- left out. A report whose language is not 'en' has no claims.
ALTER TABLE reading ADD COLUMN language TEXT;
ALTER TABLE reading ADD COLUMN left_out TEXT;

-- Pages with nothing in them that a claim could come of: what their header
-- says; their text is not kept. Once for each program, tables and options that
-- set them aside.
CREATE TABLE aside (
	id INTEGER PRIMARY KEY,
	sha256 TEXT NOT NULL,        -- of the bytes
	name TEXT NOT NULL,
	bytes INTEGER NOT NULL,
	learnt TEXT NOT NULL,
	why TEXT NOT NULL,           -- no war
	title TEXT,
	publisher TEXT,
	url TEXT,
	published_from TEXT,
	published_to TEXT,
	language TEXT,
	run INTEGER NOT NULL REFERENCES run
) STRICT;
CREATE UNIQUE INDEX aside_once ON aside (sha256, run);
