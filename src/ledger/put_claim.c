/* A reading and its claims as rows: the columns in the order of
 * SR_READING_COLUMNS and SR_CLAIM_COLUMNS, a function a slot. */
#include "base/calendar.h"
#include "ledger/sqlite.h"
#include "model/decision.h"
#include "ontology.h"

/* A column that came later than the first schema: NULL is not digested. */
static void bind_later(struct sr_bind *b, struct sr_str s)
{
	struct sr_digest *digest = b->digest;

	if (!s.n)
		b->digest = NULL;
	sr_bind_text_or_null(b, s);
	b->digest = digest;
}

static void bind_day_later(struct sr_bind *b, int32_t day, int32_t open)
{
	if (day == open)
		bind_later(b, (struct sr_str){ NULL, 0 });
	else
		sr_bind_day(b, day);
}

enum sr_code sr_reading_put(struct sr_ledger *l, struct sr_reading *reading,
			    struct sr_err *err)
{
	const struct sr_report *r = &reading->doc->report;
	struct sr_bind b = { .st = sr_sql_get(l, SR_SQL_PUT_READING, err),
			     .digest = &reading->digest };
	bool known = sr_days_known(r->published);

	if (!b.st)
		return SR_DATABASE;
	sr_bind_text_or_null(&b, r->title);
	sr_bind_text_or_null(&b, r->publisher);
	sr_bind_text_or_null(&b, r->author);
	sr_bind_text_or_null(&b, r->url);
	sr_bind_text_or_null(&b, r->dateline);
	sr_bind_day(&b, known ? r->published.from : SR_DAY_MIN);
	sr_bind_day(&b, known ? r->published.to : SR_DAY_MAX);
	sr_bind_int(&b, r->published_inferred);
	sr_bind_int(&b, (int64_t)reading->doc->claims.nitem);
	bind_later(&b, r->language);
	bind_later(&b, r->left_out);
	known = sr_days_known(r->updated);
	bind_day_later(&b, known ? r->updated.from : SR_DAY_MIN, SR_DAY_MIN);
	bind_day_later(&b, known ? r->updated.to : SR_DAY_MAX, SR_DAY_MAX);
	b.digest = NULL;
	sr_bind_int(&b, reading->report);
	sr_bind_int(&b, l->run_row);
	return sr_sql_done(l, &b, "keeping a reading", err);
}

static void bind_party(struct sr_bind *b, bool has,
		       const struct sr_party_slot *p)
{
	if (!has) {
		for (int i = 0; i < 5; i++)
			sr_bind_null(b);
		return;
	}
	sr_bind_text(b, p->name);
	sr_bind_text_or_null(b, p->side);
	sr_bind_span(b, p->at);
	sr_bind_int(b, p->row);
}

static void bind_place(struct sr_bind *b, bool has,
		       const struct sr_place_slot *p)
{
	if (!has) {
		for (int i = 0; i < 9; i++)
			sr_bind_null(b);
		return;
	}
	sr_bind_text(b, p->name);
	sr_bind_text(b, sr_str_of(sr_role_name(p->role)));
	sr_bind_text_or_null(b, p->country);
	if (p->id)
		sr_bind_int(b, p->id);
	else
		sr_bind_null(b);
	if (p->has_point) {
		sr_bind_real(b, p->lat);
		sr_bind_real(b, p->lon);
	} else {
		sr_bind_null(b);
		sr_bind_null(b);
	}
	sr_bind_real(b, p->radius_km);
	sr_bind_span(b, p->at);
}

static void bind_days(struct sr_bind *b, const struct sr_claim *c)
{
	static const char *const BASIS[] = { "explicit", "relative", "report",
					     "inferred" };
	bool known = sr_days_known(c->days);

	sr_bind_day(b, known ? c->days.from : SR_DAY_MIN);
	sr_bind_day(b, known ? c->days.to : SR_DAY_MAX);
	sr_bind_text(b, sr_str_of(BASIS[c->basis & 3]));
	sr_bind_int(b, known);
	sr_bind_span(b, c->days_at);
}

static void bind_count(struct sr_bind *b, const struct sr_claim *c)
{
	bool low = c->has_count && c->count.low != SR_COUNT_OPEN_LOW;
	bool high = c->has_count && c->count.high != SR_COUNT_OPEN_HIGH;

	if (low)
		sr_bind_int(b, c->count.low);
	else
		sr_bind_null(b);
	if (high)
		sr_bind_int(b, c->count.high);
	else
		sr_bind_null(b);
	if (c->has_count)
		sr_bind_text(b, c->unit);
	else
		sr_bind_null(b);
	sr_bind_int(b, c->count_total);
	sr_bind_int(b, c->count_further);
	sr_bind_span(b, c->count_at);
}

static void bind_slots(struct sr_bind *b, const struct sr_claim *c)
{
	sr_bind_text(b, sr_str_of(sr_type_name(c->type)));
	sr_bind_text(b, sr_str_of(sr_status_name(c->status)));
	bind_party(b, c->has_actor, &c->actor);
	bind_party(b, c->has_target, &c->target);
	bind_place(b, c->has_place, &c->place);
	bind_days(b, c);
	bind_count(b, c);
	sr_bind_text_or_null(b, c->speaker);
	sr_bind_span(b, c->speaker_at);
}

static void bind_nulls(struct sr_bind *b, int n)
{
	for (int i = 0; i < n; i++)
		sr_bind_null(b);
}

static void bind_name(struct sr_bind *b, bool set, const char *name)
{
	if (set)
		sr_bind_text(b, sr_str_of(name));
	else
		sr_bind_null(b);
}

void sr_correction_bind(struct sr_bind *b, const struct sr_claim *c,
			unsigned sets)
{
	bind_name(b, sets & SR_BIT_OF(SR_SLOT_TYPE), sr_type_name(c->type));
	bind_name(b, sets & SR_BIT_OF(SR_SLOT_STATUS),
		  sr_status_name(c->status));
	bind_party(b, sets & SR_BIT_OF(SR_SLOT_ACTOR) && c->has_actor,
		   &c->actor);
	bind_party(b, sets & SR_BIT_OF(SR_SLOT_TARGET) && c->has_target,
		   &c->target);
	bind_place(b, sets & SR_BIT_OF(SR_SLOT_PLACE) && c->has_place,
		   &c->place);
	if (sets & SR_BIT_OF(SR_SLOT_DATE))
		bind_days(b, c);
	else
		bind_nulls(b, 6);
	if (sets & SR_BIT_OF(SR_SLOT_NUMBER))
		bind_count(b, c);
	else
		bind_nulls(b, 7);
	if (sets & SR_BIT_OF(SR_SLOT_SPEAKER))
		sr_bind_text_or_null(b, c->speaker);
	else
		sr_bind_null(b);
	bind_nulls(b, 2);
}

enum sr_code sr_claim_put(struct sr_ledger *l, struct sr_reading *r, size_t i,
			  struct sr_err *err)
{
	const struct sr_claim *c = &r->doc->claims.items[i];
	struct sr_bind b = { .st = sr_sql_get(l, SR_SQL_PUT_CLAIM, err),
			     .digest = &r->digest };

	if (!b.st)
		return SR_DATABASE;
	sr_bind_int(&b, (int64_t)i);
	sr_bind_text(&b, sr_str_of(r->key[i].hex));
	bind_slots(&b, c);
	sr_bind_text_or_null(&b, c->via);
	sr_bind_text_or_null(&b, c->disposition);
	sr_bind_int(&b, c->evidence.from);
	sr_bind_int(&b, c->evidence.to);
	sr_bind_int(&b, sr_offset_points(&r->points, c->evidence.from));
	sr_bind_int(&b, sr_offset_points(&r->points, c->evidence.to));
	sr_bind_text(&b, sr_doc_text(r->doc, c->evidence));
	sr_bind_text(&b, c->rule);
	sr_bind_int(&b, c->confidence);
	/* Schema 1 had no voices: what has none has the digest of then. */
	if (!c->voice.n)
		b.digest = NULL;
	sr_bind_text_or_null(&b, c->voice);
	b.digest = NULL;
	sr_bind_int(&b, r->report);
	sr_bind_int(&b, l->run_row);
	return sr_sql_done(l, &b, "keeping a claim", err);
}
