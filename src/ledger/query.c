#include "ledger/query.h"

void sr_query_add(struct sr_query *q, const char *piece)
{
	size_t n = strlen(piece);

	if (n >= sizeof(q->sql) - q->n) {
		q->full = true;
		return;
	}
	memcpy(q->sql + q->n, piece, n + 1);
	q->n += n;
}

static struct sr_param *param(struct sr_query *q, char kind)
{
	if (q->nparam == SR_MOST_PARAMS) {
		q->full = true;
		return &q->param[0];
	}
	struct sr_param *p = &q->param[q->nparam++];
	*p = (struct sr_param){ .kind = kind };
	return p;
}

void sr_query_text(struct sr_query *q, struct sr_str s)
{
	param(q, 't')->s = s;
}

void sr_query_int(struct sr_query *q, int64_t v)
{
	param(q, 'i')->i = v;
}

void sr_query_real(struct sr_query *q, double v)
{
	param(q, 'r')->r = v;
}

void sr_query_day(struct sr_query *q, int32_t day)
{
	struct sr_param *p = param(q, 't');

	sr_day_write(day, p->day);
	p->s = sr_str_of(p->day);
}

void sr_query_list(struct sr_query *q, struct sr_str list, const char *one)
{
	bool first = true;

	while (list.s && list.n) {
		struct sr_str item = sr_str_trim(sr_str_cut(&list, ','));
		if (!item.n)
			continue;
		sr_query_add(q, first ? " AND (" : " OR ");
		sr_query_add(q, one);
		sr_query_text(q, item);
		first = false;
	}
	if (!first)
		sr_query_add(q, ")");
}

/* A type by its name, or a family by what stands before the dot. */
static void add_types(struct sr_query *q, struct sr_str list)
{
	bool first = true;

	while (list.s && list.n) {
		struct sr_str item = sr_str_trim(sr_str_cut(&list, ','));
		if (item.n > 2 && memcmp(item.s + item.n - 2, ".*", 2) == 0)
			item.n -= 2;
		if (!item.n)
			continue;
		bool one = memchr(item.s, '.', item.n);
		sr_query_add(q, first ? " AND (" : " OR ");
		sr_query_add(q, one ? "c.type = ?"
				    : "(c.type > ? || '.' AND c.type < ? || "
				      "'/')");
		sr_query_text(q, item);
		if (!one)
			sr_query_text(q, item);
		first = false;
	}
	if (!first)
		sr_query_add(q, ")");
}

void sr_query_reports(struct sr_query *q, const struct sr_filter *f)
{
	if (f->source.n) {
		sr_query_add(q, " AND instr(fold(coalesce(g.publisher, '') || "
				"' ' || coalesce(g.url, '') || ' ' || r.name), "
				"fold(?)) > 0");
		sr_query_text(q, f->source);
	}
	if (f->known_on != SR_DAY_MAX) {
		sr_query_add(q, " AND coalesce(g.published_to, "
				"substr(r.learnt, 1, 10)) <= ?");
		sr_query_day(q, f->known_on);
	}
	if (f->report) {
		sr_query_add(q, " AND r.id = ?");
		sr_query_int(q, f->report);
	}
}

/* The cheap test first: a degree is 110 km at the least. */
static void add_circle(struct sr_query *q, const struct sr_spot *at, double km)
{
	sr_query_add(q,
		     "c.lat BETWEEN ? AND ? AND km(c.lat, c.lon, ?, ?) <= ?");
	sr_query_real(q, at->lat - km / 110);
	sr_query_real(q, at->lat + km / 110);
	sr_query_real(q, at->lat);
	sr_query_real(q, at->lon);
	sr_query_real(q, km);
}

static void add_spot(struct sr_query *q, const struct sr_spot *spot)
{
	if (spot->id) {
		sr_query_add(q, " OR c.place_id = ?");
		sr_query_int(q, spot->id);
	}
	if (spot->has_point) {
		sr_query_add(q, " OR (c.place_id IS NULL AND ");
		add_circle(q, spot, SR_SPOT_KM);
		sr_query_add(q, ")");
	}
}

static void add_places(struct sr_query *q, const struct sr_filter *f)
{
	struct sr_spot center = { .lat = f->lat, .lon = f->lon };

	if (!f->place.n && !f->nspot && !f->near)
		return;
	sr_query_add(q, " AND (0");
	if (f->place.n) {
		sr_query_add(q, " OR fold(c.place) = fold(?)");
		sr_query_text(q, f->place);
	}
	for (size_t i = 0; i < f->nspot; i++)
		add_spot(q, &f->spot[i]);
	if (f->near) {
		sr_query_add(q, " OR (");
		add_circle(q, &center, f->km);
		sr_query_add(q, ")");
	}
	sr_query_add(q, ")");
}

void sr_query_claims(struct sr_query *q, const struct sr_filter *f)
{
	sr_query_reports(q, f);
	add_types(q, f->types);
	sr_query_list(q, f->statuses, "c.status = ?");
	add_places(q, f);
	if (f->side.n) {
		sr_query_add(q, " AND (c.actor_side = ? OR c.target_side = ?)");
		sr_query_text(q, f->side);
		sr_query_text(q, f->side);
	}
	if (f->speaker.n) {
		sr_query_add(q, " AND instr(fold(c.speaker), fold(?)) > 0");
		sr_query_text(q, f->speaker);
	}
	if (f->text.n) {
		sr_query_add(q, " AND instr(fold(c.words), fold(?)) > 0");
		sr_query_text(q, f->text);
	}
	if (sr_days_known(f->days)) {
		sr_query_add(q, " AND c.day_known");
		if (f->days.from != SR_DAY_MIN) {
			sr_query_add(q, " AND (c.day_to IS NULL OR "
					"c.day_to >= ?)");
			sr_query_day(q, f->days.from);
		}
		if (f->days.to != SR_DAY_MAX) {
			sr_query_add(q, " AND (c.day_from IS NULL OR "
					"c.day_from <= ?)");
			sr_query_day(q, f->days.to);
		}
	}
	if (f->rows.n) {
		sr_query_add(q, " AND c.id IN (SELECT value FROM json_each(?))");
		sr_query_text(q, f->rows);
	}
	if (f->key.n) {
		sr_query_add(q, " AND c.id IN (SELECT k.id FROM " SR_PIECES(
				"claim") " p CROSS JOIN claim k ON "
				"k.id >> 16 = p.n AND k.key >= ? "
				"AND k.key < ? || 'g')");
		sr_query_text(q, f->key);
		sr_query_text(q, f->key);
	}
}

sqlite3_stmt *sr_query_open(const struct sr_ledger *l, const struct sr_query *q,
			    struct sr_err *err)
{
	struct sr_bind b = { 0 };

	if (q->full) {
		sr_fail(err, SR_USAGE, "filter", "more values than %d",
			SR_MOST_PARAMS);
		return NULL;
	}
	b.st = sr_sql_prepare(l, q->sql, err);
	if (!b.st)
		return NULL;
	for (int i = 0; i < q->nparam; i++) {
		const struct sr_param *p = &q->param[i];
		if (p->kind == 'i')
			sr_bind_int(&b, p->i);
		else if (p->kind == 'r')
			sr_bind_real(&b, p->r);
		else
			sr_bind_text(&b, p->day[0] ? sr_str_of(p->day) : p->s);
	}
	return b.st;
}
