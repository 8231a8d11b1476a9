-- Schema 5: what a reading found that does not fit the map, the calendar or the
-- report itself (src/model/remark.h). It belongs to the reading as its claims
-- do, and the log's digest of the reading covers it.
--
-- key: from the report's bytes, the kind and where the words stand; said and
-- found are thousandths of the unit, an open end is NULL.
CREATE TABLE remark (
	id INTEGER PRIMARY KEY,
	report INTEGER NOT NULL,
	run INTEGER NOT NULL,
	ord INTEGER NOT NULL,        -- place among its reading's remarks
	key TEXT NOT NULL,
	kind TEXT NOT NULL,          -- distance, bearing, weekday ...
	said_low INTEGER, said_high INTEGER,
	found_low INTEGER, found_high INTEGER,
	unit TEXT NOT NULL,
	why TEXT NOT NULL,           -- what was measured, in words
	at_from INTEGER NOT NULL, at_to INTEGER NOT NULL,
	beside_from INTEGER, beside_to INTEGER,
	point_from INTEGER NOT NULL, point_to INTEGER NOT NULL,
	words TEXT NOT NULL,         -- at_from to at_to
	beside TEXT,                 -- what they do not fit
	FOREIGN KEY (report, run) REFERENCES reading
) STRICT;
CREATE UNIQUE INDEX remark_of_reading ON remark (report, run, ord);
