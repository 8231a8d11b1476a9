-- Schema 10: the day on which a page says that it was updated; and answers of
-- servers of which several reports were made (feeds, pages of messages).
ALTER TABLE reading ADD COLUMN updated_from TEXT;
ALTER TABLE reading ADD COLUMN updated_to TEXT;

-- The body of a fetch that is no report itself and of which a new one was made,
-- once. packed: by zstd.
CREATE TABLE body (
	sha256 TEXT NOT NULL PRIMARY KEY,
	packed BLOB NOT NULL
) STRICT;
