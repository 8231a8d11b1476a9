/* The statements that are used again and again, by their names. */
#include "ledger/sqlite.h"

#define PAIRS_4 "(?, ?), (?, ?), (?, ?), (?, ?)"
#define HOLES_7 "?, ?, ?, ?, ?, ?, ?"

static const char *const SQL[SR_SQL_COUNT] = {
	[SR_SQL_BEGIN] = "BEGIN IMMEDIATE",
	[SR_SQL_COMMIT] = "COMMIT",
	[SR_SQL_SAVE] = "SAVEPOINT one",
	[SR_SQL_RELEASE] = "RELEASE one",
	[SR_SQL_UNDO] = "ROLLBACK TO one",
	[SR_SQL_FIND_REPORT] =
		"SELECT r.id, r.name, u.program = ?2 AND u.kit = ?3 "
		"AND u.options = ?4 FROM report r JOIN run u "
		"ON u.id = r.run WHERE r.sha256 = ?1",
	[SR_SQL_PUT_REPORT] = "INSERT INTO report (" SR_REPORT_COLUMNS
			      ", run) VALUES (" HOLES_7 ")",
	[SR_SQL_SET_RUN] = "UPDATE report SET run = ?1 WHERE id = ?2",
	[SR_SQL_PUT_NAME] = "INSERT OR IGNORE INTO name "
			    "(name, learnt, report) VALUES (?, ?, ?)",
	[SR_SQL_PUT_READING] =
		"INSERT INTO reading (" SR_READING_COLUMNS
		", " SR_READING_LATER ", report, run) VALUES (" HOLES_7
		", " HOLES_7 ", ?)",
	[SR_SQL_PUT_CLAIM] = "INSERT INTO claim (" SR_CLAIM_COLUMNS
			     ", voice, report, run) VALUES (" HOLES_7
			     ", " HOLES_7 ", " HOLES_7 ", " HOLES_7
			     ", " HOLES_7 ", " HOLES_7
			     ", ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[SR_SQL_PUT_REMARK] = "INSERT INTO remark (" SR_REMARK_COLUMNS
			      ", report, run) VALUES (" HOLES_7
			      ", " HOLES_7 ", ?, ?, ?, ?, ?)",
	[SR_SQL_PUT_REFUSAL] = "INSERT OR IGNORE INTO refusal "
			       "(" SR_REFUSAL_COLUMNS
			       ", run) VALUES (" HOLES_7 ", ?)",
	[SR_SQL_PUT_ASIDE] = "INSERT OR IGNORE INTO aside (" SR_ASIDE_COLUMNS
			     ") VALUES (" HOLES_7 ", ?, ?, ?, ?, ?)",
	[SR_SQL_FIND_ASIDE] =
		"SELECT 1 FROM aside a JOIN run u ON u.id = a.run "
		"WHERE a.sha256 = ?1 AND u.program = ?2 AND u.kit = ?3 "
		"AND u.options = ?4",
	[SR_SQL_PUT_LOG] = "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)",
	[SR_SQL_PUT_SKETCH] = "INSERT INTO sketch (report, nword, "
			      "marks) VALUES (?, ?, ?)",
	[SR_SQL_PUT_SHEAF] = "INSERT INTO sheaf (id, size, first, filter) "
			     "VALUES (?, ?, ?, ?)",
	[SR_SQL_PUT_LEAF] = "INSERT INTO leaf (id, entries) VALUES (?, ?)",
	[SR_SQL_DROP_SHEAF] = "DELETE FROM sheaf WHERE id = ?",
	[SR_SQL_DROP_LEAVES] = "DELETE FROM leaf WHERE id BETWEEN ? AND ?",
	[SR_SQL_PUT_ALIKE] = "INSERT INTO alike (report, other, kind, "
			     "shared) VALUES (?, ?, ?, ?)",
	[SR_SQL_DROP_ALIKE] = "DELETE FROM alike WHERE "
			      "(report = ?1 AND other = ?2) OR "
			      "(report = ?2 AND other = ?1)",
	[SR_SQL_FIND_SKETCH] = "SELECT marks FROM sketch "
			       "WHERE report = ?",
	[SR_SQL_FIND_LEAF] = "SELECT entries FROM leaf WHERE id = ?",
	[SR_SQL_FIND_ALIKE] = "SELECT other FROM alike "
			      "WHERE report = ?",
	[SR_SQL_FIND_TEXT] = "SELECT text FROM report WHERE id = ?",
	[SR_SQL_FIND_TELLINGS] = "SELECT id FROM telling "
				 "WHERE report = ? ORDER BY id",
	[SR_SQL_FIND_CENTRE] =
		"SELECT centre FROM telling WHERE id = ?1 UNION "
		"SELECT t.centre FROM " SR_PIECES("telling") " p "
		"CROSS JOIN telling t ON t.id >> 16 = p.n AND t.incident = "
		"(SELECT incident FROM telling WHERE id = ?1)",
	[SR_SQL_FIND_MEMBERS] = "SELECT id, centre, score, incident FROM telling "
				"WHERE centre = ? ORDER BY id",
	[SR_SQL_FIND_STAR] = "SELECT id, key, vague FROM telling "
			     "WHERE centre = ? ORDER BY id",
	[SR_SQL_FIND_BLOCK] =
		"SELECT t.id, t.centre, t.score, t.incident "
		"FROM telling_block b "
		"JOIN telling t ON t.id = b.telling WHERE b.block = ? "
		"AND b.day BETWEEN ? AND ? ORDER BY b.day, t.id",
	[SR_SQL_FIND_CENTRES] =
		"SELECT t.id, t.centre, t.score, t.incident "
		"FROM telling_block b "
		"JOIN telling t ON t.id = b.telling WHERE b.block = ? "
		"AND b.day BETWEEN ? AND ? AND t.centre = t.id "
		"ORDER BY b.day, t.id",
	[SR_SQL_FIND_TOLD] =
		"SELECT c.id, " SR_CLAIM_COLUMNS " FROM told t "
		"JOIN claim c ON c.id = t.claim WHERE t.telling = ?1 "
		"AND c.id NOT IN (SELECT id FROM ruled) UNION ALL "
		"SELECT c.id, " SR_CLAIM_COLUMNS " FROM told t "
		"JOIN ruled c ON c.id = t.claim WHERE t.telling = ?1",
	[SR_SQL_FIND_STANDING] =
		"SELECT c.id, " SR_CLAIM_COLUMNS " FROM claim c "
		"JOIN report r ON r.id = c.report AND r.run = c.run "
		"WHERE c.report = ?1 "
		"AND NOT EXISTS (SELECT 1 FROM replaced v WHERE v.report = ?1) "
		"AND c.id NOT IN (SELECT id FROM ruled) UNION ALL "
		"SELECT c.id, " SR_CLAIM_COLUMNS " FROM ruled c "
		"WHERE c.report = ?1 AND c.verdict <> 'rejected' "
		"AND NOT EXISTS (SELECT 1 FROM replaced v WHERE v.report = ?1)",
	[SR_SQL_FIND_LINKED] =
		"SELECT t.centre FROM " SR_PIECES("claim") " p "
		"CROSS JOIN claim c ON c.id >> 16 = p.n AND c.key IN (?1, ?2) "
		"JOIN told d ON d.claim = c.id "
		"JOIN telling t ON t.id = d.telling",
	[SR_SQL_PUT_TELLING] =
		"INSERT INTO telling (report, key, vague, centre, "
		"score) VALUES (?, ?, ?, 0, 0)",
	[SR_SQL_PUT_STAR] =
		"INSERT INTO telling (id, report, key, vague, centre, score, "
		"incident) VALUES (?, ?, ?, ?, ?, ?, ?)",
	[SR_SQL_SET_STAR] = "UPDATE telling SET centre = ?, score = ?, "
			    "incident = ? WHERE id = ?",
	[SR_SQL_LAST_TELLING] = "SELECT max(id) FROM telling",
	[SR_SQL_PUT_TOLD] = "INSERT INTO told (claim, telling) "
			    "VALUES (?, ?)",
	/* FAIL: what fails here undoes the whole transaction, and no page has
	 * to be copied for the statement alone. */
	[SR_SQL_PUT_TOLD_16] = "INSERT OR FAIL INTO told (claim, telling) "
			       "VALUES " PAIRS_4 ", " PAIRS_4 ", " PAIRS_4
			       ", " PAIRS_4,
	[SR_SQL_PUT_BLOCK] = "INSERT OR IGNORE INTO telling_block "
			     "(block, day, telling) VALUES (?, ?, ?)",
	[SR_SQL_SET_CENTRE] = "UPDATE telling SET centre = ?, "
			      "score = ? WHERE id = ?",
	[SR_SQL_SET_INCIDENT] = "UPDATE telling SET incident = ?1 "
				"WHERE id = ?2 AND incident IS NOT ?1",
	[SR_SQL_DROP_TELLING] = "DELETE FROM telling WHERE id = ?",
	[SR_SQL_DROP_TOLD] = "DELETE FROM told WHERE telling = ?",
	[SR_SQL_DROP_BLOCKS] = "DELETE FROM telling_block "
			       "WHERE telling = ?",
	[SR_SQL_FIND_ANCHORS] =
		"SELECT c.key, min(c.type), min(c.evidence_from), "
		"min(c.evidence_to), r.run FROM report r JOIN decision_claim c "
		"ON c.sha256 = r.sha256 WHERE r.id = ? GROUP BY c.key "
		"ORDER BY c.key",
	[SR_SQL_FIND_DECIDED] =
		"SELECT 1 FROM decision_claim WHERE sha256 = ? LIMIT 1",
	[SR_SQL_FIND_VERSION] =
		"SELECT f.sha256, f.modified, f.etag, f.status, f.bytes, "
		"f.final FROM fetch f JOIN report r "
		"ON r.sha256 = f.sha256 WHERE f.url = ? "
		"ORDER BY f.id DESC LIMIT 1",
	[SR_SQL_PUT_FETCH] = "INSERT INTO fetch (" SR_FETCH_COLUMNS
			     ") VALUES (" HOLES_7 ", ?, ?, ?)",
	[SR_SQL_DROP_RULED] = "DELETE FROM ruled WHERE report = ?",
};

const char *sr_sql_text(enum sr_sql which)
{
	return SQL[which];
}
