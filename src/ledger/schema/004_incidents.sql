-- Schema 4: what the claims tell of (docs/decisions/084, 085). All of it is
-- worked out of the claims that stand and what people decided of incidents;
-- kept so that one more report costs no more than its neighbours. 'sitrep
-- check --ledger' works it out again.

-- What one report says of one happening.
CREATE TABLE telling (
	id INTEGER PRIMARY KEY,
	report INTEGER NOT NULL REFERENCES report,
	key TEXT NOT NULL,           -- the smallest of its claims' keys
	centre INTEGER NOT NULL,     -- the telling that it is held to; its own
				     -- id: it is one
	score INTEGER NOT NULL,      -- how well it fits that one
	vague INTEGER NOT NULL,      -- alone it is no incident
	incident TEXT                -- 'i' and 12 hex digits
) STRICT;
CREATE INDEX telling_by_report ON telling (report);
CREATE INDEX telling_by_centre ON telling (centre);
CREATE INDEX telling_by_incident ON telling (incident);

-- Its claims.
CREATE TABLE told (
	claim INTEGER PRIMARY KEY REFERENCES claim,
	telling INTEGER NOT NULL REFERENCES telling
) STRICT;
CREATE INDEX told_by_telling ON told (telling);

-- Where tellings that may be of one happening are looked for. day: since
-- 1970-01-01, the last on which it may have been.
CREATE TABLE telling_block (
	block INTEGER NOT NULL,
	day INTEGER NOT NULL,
	telling INTEGER NOT NULL REFERENCES telling,
	PRIMARY KEY (block, day, telling)
) STRICT, WITHOUT ROWID;
CREATE INDEX telling_block_of ON telling_block (telling);
