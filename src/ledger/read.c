/* Rows of the ledger to plain structs. */
#include "ledger/query.h"
#include "ledger/share.h"

#include "ontology.h"

/* Which reports are there already: their row to their index + 1. */
struct seen {
	struct {
		int64_t row;
		uint32_t index;
	} * slot;
	size_t nslot, n;
};

struct reader {
	struct sr_ledger *l;
	struct sr_arena *mem;
	struct sr_records *out;
	struct sr_err *err;
	struct seen seen;
	struct sr_shared shared;
	bool shares; /* all of the answer is held: texts that recur are shared */
	struct sr_origins origins;
	sqlite3_stmt *st;
	int at; /* the next column */
};

/* The next column, as text in the arena or as a number. */

static struct sr_str own_text(struct reader *r)
{
	return sr_column_copy(r->st, r->at++, r->mem);
}

static struct sr_str text(struct reader *r)
{
	if (!r->shares)
		return own_text(r);
	return sr_share(&r->shared, sr_column(r->st, r->at++), r->mem);
}

static int64_t integer(struct reader *r)
{
	return sqlite3_column_int64(r->st, r->at++);
}

static double real(struct reader *r)
{
	return sqlite3_column_double(r->st, r->at++);
}

static bool is_null(const struct reader *r)
{
	return sqlite3_column_type(r->st, r->at) == SQLITE_NULL;
}

static int32_t day(struct reader *r, int32_t open)
{
	int32_t d = open;

	if (!sr_day_read(sr_column(r->st, r->at++), &d))
		return open;
	return d;
}

static struct sr_span span(struct reader *r)
{
	struct sr_span at;

	at.from = (uint32_t)integer(r);
	at.to = (uint32_t)integer(r);
	return at;
}

static const char *basis_name(unsigned i)
{
	static const char *const NAME[] = { "explicit", "relative", "report",
					    "inferred" };

	return NAME[i];
}

static void read_party(struct reader *r, bool *has, struct sr_party_slot *p)
{
	*has = !is_null(r);
	p->name = text(r);
	p->side = text(r);
	p->at = span(r);
	p->row = (uint32_t)integer(r);
}

static void read_place(struct reader *r, struct sr_claim *c)
{
	struct sr_place_slot *p = &c->place;

	c->has_place = !is_null(r);
	p->name = text(r);
	p->role = (uint8_t)sr_number_of_name(sr_column(r->st, r->at++), sr_role_name,
				     SR_ROLE_COUNT);
	p->country = text(r);
	p->id = integer(r);
	p->has_point = !is_null(r);
	p->lat = real(r);
	p->lon = real(r);
	p->radius_km = real(r);
	p->at = span(r);
}

static void read_days(struct reader *r, struct sr_claim *c)
{
	c->days.from = day(r, SR_DAY_MIN);
	c->days.to = day(r, SR_DAY_MAX);
	c->basis =
		(uint8_t)(sr_number_of_name(sr_column(r->st, r->at++), basis_name, 4) &
			  3);
	if (!integer(r))
		c->days = SR_DAYS_UNKNOWN;
	c->days_at = span(r);
}

static struct sr_count range(struct reader *r)
{
	struct sr_count c;

	c.low = is_null(r) ? SR_COUNT_OPEN_LOW
			   : sqlite3_column_int64(r->st, r->at);
	r->at++;
	c.high = is_null(r) ? SR_COUNT_OPEN_HIGH
			    : sqlite3_column_int64(r->st, r->at);
	r->at++;
	return c;
}

static void read_count(struct reader *r, struct sr_claim *c)
{
	c->count = range(r);
	c->has_count = !is_null(r);
	c->unit = text(r);
	c->count_total = integer(r) != 0;
	c->count_further = integer(r) != 0;
	c->count_at = span(r);
}

/* The columns of SR_SLOT_COLUMNS from r->at on. */
static void read_slots(struct reader *r, struct sr_claim *c)
{
	c->type = (uint16_t)sr_number_of_name(sr_column(r->st, r->at++), sr_type_name,
				      SR_TYPE_COUNT);
	c->status = (uint8_t)sr_number_of_name(sr_column(r->st, r->at++),
				       sr_status_name, SR_STATUS_COUNT);
	read_party(r, &c->has_actor, &c->actor);
	read_party(r, &c->has_target, &c->target);
	read_place(r, c);
	read_days(r, c);
	read_count(r, c);
	c->speaker = text(r);
	c->speaker_at = span(r);
}

void sr_slots_read(sqlite3_stmt *st, int first, struct sr_arena *mem,
		   struct sr_claim *c)
{
	struct reader r = { .st = st, .mem = mem, .at = first };

	read_slots(&r, c);
}

/* The columns of SR_CLAIM_COLUMNS from r->at on. */
static bool read_claim(struct reader *r, struct sr_record *record)
{
	struct sr_claim *c = &record->claim;

	r->at++; /* ord */
	record->key = own_text(r);
	read_slots(r, c);
	c->via = text(r);
	c->disposition = text(r);
	c->evidence = span(r);
	record->points = span(r);
	record->words = own_text(r);
	c->rule = text(r);
	c->confidence = (uint16_t)integer(r);
	c->voice = text(r);
	return c->type < SR_TYPE_COUNT && c->status < SR_STATUS_COUNT;
}

bool sr_record_read(sqlite3_stmt *st, int first, struct sr_arena *mem,
		    struct sr_record *out)
{
	struct reader r = { .st = st, .mem = mem, .at = first };

	out->row = integer(&r);
	return read_claim(&r, out);
}

/* The columns of FILED. */
#define FILED                                                                  \
	"r.id, r.sha256, r.name, r.learnt, u.program, u.kit, g.title, "        \
	"g.publisher, g.author, g.url, g.dateline, g.published_from, "         \
	"g.published_to, g.published_inferred, g.nclaim, "                     \
	"(SELECT group_concat(n.name, ' | ') FROM name n "                     \
	"WHERE n.report = r.id), g.language, g.left_out, g.updated_from, "     \
	"g.updated_to, "                                                       \
	"(SELECT q.sha256 FROM replaced v JOIN report q ON q.id = v.by "       \
	"WHERE v.report = r.id LIMIT 1)"
#define FILED_FROM                                                             \
	" FROM report r JOIN reading g ON g.report = r.id AND g.run = r.run "  \
	"JOIN run u ON u.id = r.run"

static struct sr_days filed_days(struct reader *r)
{
	bool known = !is_null(r);
	struct sr_days days = { .from = day(r, 1) };

	days.to = day(r, 0);
	return known ? days : SR_DAYS_UNKNOWN;
}

static void read_filed(struct reader *r, struct sr_filed *f)
{
	struct sr_report *p = &f->report;

	f->row = integer(r);
	f->sha256 = own_text(r);
	p->name = own_text(r);
	f->learnt = text(r);
	f->program = text(r);
	f->kit = text(r);
	p->title = own_text(r);
	p->publisher = text(r);
	p->author = text(r);
	p->url = own_text(r);
	p->dateline = text(r);
	p->published = filed_days(r);
	p->published_inferred = integer(r) != 0;
	f->nclaim = (size_t)integer(r);
	f->names = text(r);
	p->language = text(r);
	p->left_out = text(r);
	p->updated = filed_days(r);
	f->replaced_by = text(r);
	f->origin = sr_origin_find(&r->origins, f->row);
}

static bool seen_grow(struct reader *r)
{
	struct seen *s = &r->seen;
	struct seen more = { .nslot = s->nslot ? s->nslot * 2 : 64, .n = s->n };

	more.slot = sr_arena_zero(r->mem, more.nslot, sizeof(*more.slot));
	if (!more.slot)
		return false;
	for (size_t i = 0; i < s->nslot; i++) {
		if (!s->slot[i].index)
			continue;
		size_t at = sr_hash(&s->slot[i].row, 8) & (more.nslot - 1);
		while (more.slot[at].index)
			at = (at + 1) & (more.nslot - 1);
		more.slot[at].row = s->slot[i].row;
		more.slot[at].index = s->slot[i].index;
	}
	*s = more;
	return true;
}

/* The index of the report whose columns begin at r->at, read if it is new. */
static bool report_index(struct reader *r, uint32_t *index)
{
	int64_t row = sqlite3_column_int64(r->st, r->at);

	if (r->seen.n * 2 >= r->seen.nslot && !seen_grow(r))
		return false;
	size_t mask = r->seen.nslot - 1, at = sr_hash(&row, 8) & mask;
	while (r->seen.slot[at].index && r->seen.slot[at].row != row)
		at = (at + 1) & mask;
	*index = r->seen.slot[at].index - 1;
	if (r->seen.slot[at].index)
		return true;
	struct sr_filed *f = SR_PUSH(r->mem, &r->out->reports);
	if (!f)
		return false;
	*index = (uint32_t)(r->out->reports.nitem - 1);
	r->seen.slot[at].row = row;
	r->seen.slot[at].index = *index + 1;
	r->seen.n++;
	read_filed(r, f);
	return true;
}

/* Runs the query; what origins the reports have is read before. */
static enum sr_code open_query(struct reader *r, const struct sr_query *q,
			       int32_t known_on, struct sr_arena *mem)
{
	enum sr_code code =
		sr_origins_load(r->l, known_on, mem, &r->origins, r->err);

	if (code)
		return code;
	r->st = sr_query_open(r->l, q, r->err);
	return r->st ? SR_OK : SR_DATABASE;
}

/* Reads all rows of r->st by `one`; finalises it. */
static enum sr_code read_rows(struct reader *r,
			      enum sr_code (*one)(struct reader *r))
{
	enum sr_code code = SR_OK;
	int rc = SQLITE_DONE;

	while (!code && (rc = sqlite3_step(r->st)) == SQLITE_ROW) {
		r->at = 0;
		code = one(r);
		if (!code && r->mem->full)
			code = sr_fail_nomem(r->err, "answer");
	}
	if (!code && rc != SQLITE_DONE)
		code = sr_sql_fail(r->l, "reading the ledger", r->err);
	sqlite3_finalize(r->st);
	return code;
}

static uint8_t verdict_of(struct sr_str s)
{
	static const char *const NAME[] = { "", "accepted", "rejected",
					    "corrected" };

	for (uint8_t i = 1; i < 4; i++)
		if (sr_str_is(s, NAME[i]))
			return i;
	return SR_VERDICT_NONE;
}

static enum sr_code claim_row(struct reader *r)
{
	struct sr_record *record = SR_PUSH(r->mem, &r->out->claims);

	if (!record)
		return sr_fail_nomem(r->err, "answer");
	record->row = integer(r);
	if (!read_claim(r, record))
		return sr_fail(r->err, SR_DATABASE, r->l->path,
			       "holds a type or status of claim that this "
			       "sitrep does not know");
	record->verdict = verdict_of(sr_column(r->st, r->at++));
	record->decision = text(r);
	if (!report_index(r, &record->report))
		return sr_fail_nomem(r->err, "answer");
	return SR_OK;
}

static void add_limit(struct sr_query *q, size_t limit)
{
	if (!limit)
		return;
	sr_query_add(q, " LIMIT ?");
	sr_query_int(q, (int64_t)limit);
}

/* Claims as they stand: as read, or as people decided. */
#define RULED                                                                  \
	" JOIN (SELECT id, report, run, " SR_CLAIM_COLUMNS                     \
	", voice, NULL AS verdict, NULL AS decision FROM claim "                      \
	"WHERE id NOT IN (SELECT id FROM ruled) UNION ALL "                    \
	"SELECT id, report, run, " SR_CLAIM_COLUMNS                            \
	", voice, verdict, decision FROM ruled) c ON c.report = r.id WHERE 1"
#define AS_READ " JOIN claim c ON c.report = r.id WHERE 1"

static bool is_ruled(const struct sr_ledger *l, const struct sr_filter *filter)
{
	return !filter->every_reading &&
	       sr_sql_number(l, "SELECT EXISTS (SELECT 1 FROM ruled)") == 1;
}

static void claims_from(struct sr_query *q, const struct sr_filter *filter,
			bool ruled)
{
	sr_query_add(q, FILED_FROM);
	sr_query_add(q, ruled ? RULED : AS_READ);
	if (!filter->every_reading)
		sr_query_add(q, " AND c.run = r.run AND r.id NOT IN "
				"(SELECT report FROM replaced)");
	if (ruled && !filter->rejected)
		sr_query_add(q, " AND c.verdict IS NOT 'rejected'");
	sr_query_claims(q, filter);
}

void sr_query_from(struct sr_query *q, const struct sr_ledger *l,
		   const struct sr_filter *filter)
{
	claims_from(q, filter, is_ruled(l, filter));
}

static void claims_query(struct sr_query *q, const struct sr_ledger *l,
			 const struct sr_filter *filter)
{
	bool ruled = is_ruled(l, filter);

	sr_query_add(q, "SELECT c.id, " SR_CLAIM_COLUMNS ", voice, ");
	sr_query_add(q, ruled ? "c.verdict, c.decision, " : "NULL, NULL, ");
	sr_query_add(q, FILED);
	claims_from(q, filter, ruled);
	sr_query_add(q, " ORDER BY c.day_known DESC, c.day_from, c.day_to, "
			"r.sha256, c.ord");
	add_limit(q, filter->limit);
}

/* Room for all of the answer at once: a list that grows leaves as much again
 * behind it in the arena, and a claim is large. */
static enum sr_code make_room(struct reader *r, const struct sr_filter *filter)
{
	struct sr_query q = { .n = 0 };
	size_t n;

	sr_query_add(&q, "SELECT count(*)");
	claims_from(&q, filter, is_ruled(r->l, filter));
	r->st = sr_query_open(r->l, &q, r->err);
	if (!r->st)
		return SR_DATABASE;
	bool row = sqlite3_step(r->st) == SQLITE_ROW;
	n = row ? (size_t)sqlite3_column_int64(r->st, 0) : 0;
	sqlite3_finalize(r->st);
	if (!row)
		return sr_sql_fail(r->l, "reading the ledger", r->err);
	if (filter->limit && filter->limit < n)
		n = filter->limit;
	r->out->claims.items = sr_arena_raw(r->mem, n,
					    sizeof(*r->out->claims.items));
	if (!r->out->claims.items)
		return sr_fail_nomem(r->err, "answer");
	r->out->claims.room = n;
	return SR_OK;
}

enum sr_code sr_ledger_claims(struct sr_ledger *l,
			      const struct sr_filter *filter,
			      struct sr_arena *mem, struct sr_records *out,
			      struct sr_err *err)
{
	struct reader r = { .l = l, .mem = mem, .out = out, .err = err };
	struct sr_query q = { .n = 0 };

	r.shares = true;
	if (!out->claims.room && make_room(&r, filter))
		return err ? err->code : SR_DATABASE;
	claims_query(&q, l, filter);
	enum sr_code code = open_query(&r, &q, filter->known_on, mem);
	return code ? code : read_rows(&r, claim_row);
}

enum sr_code sr_ledger_each(struct sr_ledger *l, const struct sr_filter *filter,
			    const struct sr_each *each, struct sr_err *err)
{
	struct sr_records one = { .claims = { 0 } };
	struct reader r = { .l = l, .mem = each->mem, .out = &one, .err = err };
	struct sr_query q = { .n = 0 };
	struct sr_arena origins;
	bool more = true;
	int rc = SQLITE_DONE;

	sr_arena_init(&origins, each->mem->limit);
	claims_query(&q, l, filter);
	enum sr_code code = open_query(&r, &q, filter->known_on, &origins);
	while (!code && more && (rc = sqlite3_step(r.st)) == SQLITE_ROW) {
		sr_arena_reset(each->mem);
		memset(&one, 0, sizeof(one));
		memset(&r.seen, 0, sizeof(r.seen));
		r.at = 0;
		code = claim_row(&r);
		if (!code && each->mem->full)
			code = sr_fail_nomem(err, "answer");
		if (!code)
			more = each->fn(each->user, &one);
	}
	if (!code && more && rc != SQLITE_DONE)
		code = sr_sql_fail(l, "reading the ledger", err);
	sqlite3_finalize(r.st);
	sr_arena_release(&origins);
	return code;
}

static bool read_remark(struct reader *r, struct sr_noted *n)
{
	struct sr_remark *m = &n->remark;

	r->at++; /* ord */
	n->key = text(r);
	m->kind = (uint8_t)sr_number_of_name(sr_column(r->st, r->at++), sr_remark_name,
				     SR_REMARK_COUNT);
	m->said = range(r);
	m->found = range(r);
	m->unit = text(r);
	m->why = text(r);
	m->at = span(r);
	m->beside = span(r);
	n->points = span(r);
	n->words = text(r);
	n->beside = text(r);
	return m->kind < SR_REMARK_COUNT;
}

static enum sr_code remark_row(struct reader *r)
{
	struct sr_noted *n = SR_PUSH(r->mem, &r->out->remarks);

	if (!n)
		return sr_fail_nomem(r->err, "answer");
	n->row = integer(r);
	if (!read_remark(r, n))
		return sr_fail(r->err, SR_DATABASE, r->l->path,
			       "holds a kind of remark that this sitrep does "
			       "not know");
	if (!report_index(r, &n->report))
		return sr_fail_nomem(r->err, "answer");
	return SR_OK;
}

enum sr_code sr_ledger_remarks(struct sr_ledger *l,
			       const struct sr_filter *filter,
			       struct sr_arena *mem, struct sr_records *out,
			       struct sr_err *err)
{
	struct reader r = { .l = l, .mem = mem, .out = out, .err = err };
	struct sr_query q = { .n = 0 };

	sr_query_add(&q, "SELECT m.id, " SR_REMARK_COLUMNS ", " FILED FILED_FROM
			 " JOIN remark m ON m.report = r.id WHERE 1");
	if (!filter->every_reading)
		sr_query_add(&q, " AND m.run = r.run");
	sr_query_reports(&q, filter);
	if (filter->text.n) {
		sr_query_add(&q, " AND instr(fold(m.words), fold(?)) > 0");
		sr_query_text(&q, filter->text);
	}
	if (filter->key.n) {
		sr_query_add(&q, " AND m.key >= ? AND m.key < ? || 'g'");
		sr_query_text(&q, filter->key);
		sr_query_text(&q, filter->key);
	}
	sr_query_add(&q, " ORDER BY g.published_from, g.published_to, "
			 "r.sha256, m.ord");
	add_limit(&q, filter->limit);
	r.st = sr_query_open(l, &q, err);
	return r.st ? read_rows(&r, remark_row) : SR_DATABASE;
}

static enum sr_code report_row(struct reader *r)
{
	struct sr_filed *f = SR_PUSH(r->mem, &r->out->reports);

	if (!f)
		return sr_fail_nomem(r->err, "answer");
	read_filed(r, f);
	return SR_OK;
}

enum sr_code sr_ledger_reports(struct sr_ledger *l, const struct sr_filter *f,
			       struct sr_arena *mem, struct sr_records *out,
			       struct sr_err *err)
{
	struct reader r = { .l = l, .mem = mem, .out = out, .err = err };
	struct sr_query q = { .n = 0 };

	sr_query_add(&q, "SELECT " FILED FILED_FROM " WHERE 1");
	sr_query_reports(&q, f);
	if (f->text.n) {
		sr_query_add(&q, " AND instr(fold(r.text), fold(?)) > 0");
		sr_query_text(&q, f->text);
	}
	if (sr_days_known(f->days) && f->days.from != SR_DAY_MIN) {
		sr_query_add(&q, " AND g.published_to >= ?");
		sr_query_day(&q, f->days.from);
	}
	if (sr_days_known(f->days) && f->days.to != SR_DAY_MAX) {
		sr_query_add(&q, " AND g.published_from <= ?");
		sr_query_day(&q, f->days.to);
	}
	if (f->key.n) {
		sr_query_add(&q, " AND r.sha256 >= ? AND r.sha256 < ? || 'g'");
		sr_query_text(&q, f->key);
		sr_query_text(&q, f->key);
	}
	sr_query_add(&q,
		     " ORDER BY g.published_from, g.published_to, r.sha256");
	add_limit(&q, f->limit);
	enum sr_code code = open_query(&r, &q, f->known_on, mem);
	return code ? code : read_rows(&r, report_row);
}
