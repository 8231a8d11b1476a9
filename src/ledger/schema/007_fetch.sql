-- Schema 7: what was fetched from where, and which reports are versions of one
-- page. The bytes are those of the reports; a feed's own are not kept.
CREATE TABLE fetch (
	id INTEGER PRIMARY KEY,
	url TEXT NOT NULL,           -- as asked for
	final TEXT NOT NULL,         -- where redirects led
	at TEXT NOT NULL,
	status INTEGER NOT NULL,
	type TEXT,                   -- Content-Type
	etag TEXT,
	modified TEXT,               -- Last-Modified, as it was sent
	sha256 TEXT NOT NULL,        -- of the body
	bytes INTEGER NOT NULL,
	run INTEGER NOT NULL REFERENCES run
) STRICT;
CREATE INDEX fetch_by_url ON fetch (url, id);
CREATE INDEX fetch_by_body ON fetch (sha256);

-- Reports that a later version of the same page took the place of: their claims
-- are kept and no longer stand.
CREATE VIEW replaced AS
	SELECT r.id AS report, (SELECT q.id FROM fetch g JOIN report q
		ON q.sha256 = g.sha256 WHERE g.url = f.url
		ORDER BY g.id DESC LIMIT 1) AS by, f.url AS url
	FROM fetch f JOIN report r ON r.sha256 = f.sha256
	WHERE by <> r.id;
