#include "fuse/diff.h"

#include <stdlib.h>

#include "base/calendar.h"
#include "base/order.h"
#include "base/str.h"

/* A claim with what it is found by. */
struct item {
	struct sr_str sha256, key;
	struct sr_span at;
	uint32_t claim, other; /* other: of the other side; SR_NO_CLAIM */
	uint16_t type;
};

struct side {
	const struct sr_records *records;
	struct item *item; /* by report, then key */
	size_t n;
	struct sr_str *report; /* hashes, sorted */
	size_t nreport;
};

struct diff_work {
	struct side a, b;
	struct sr_arena *mem;
	struct sr_diff *out;
};

static int by_report_key(const void *pa, const void *pb)
{
	const struct item *a = pa, *b = pb;
	int c = sr_str_order(a->sha256, b->sha256);

	return c ? c : sr_str_order(a->key, b->key);
}

static bool fill(struct side *s, const struct sr_records *r,
		 struct sr_arena *mem)
{
	*s = (struct side){ .records = r,
			    .n = r->claims.nitem,
			    .nreport = r->reports.nitem };
	s->item = SR_NEW(mem, struct item, s->n);
	s->report = SR_NEW(mem, struct sr_str, s->nreport);
	if (!s->item || !s->report)
		return false;
	for (uint32_t i = 0; i < s->n; i++) {
		const struct sr_record *c = &r->claims.items[i];
		s->item[i] = (struct item){ sr_filed_of(r, c)->sha256,
					    c->key,
					    c->points,
					    i,
					    SR_NO_CLAIM,
					    c->claim.type };
	}
	for (size_t i = 0; i < s->nreport; i++)
		s->report[i] = r->reports.items[i].sha256;
	if (s->n)
		qsort(s->item, s->n, sizeof(*s->item), by_report_key);
	if (s->nreport)
		qsort(s->report, s->nreport, sizeof(*s->report), sr_by_str);
	return true;
}

static bool has_report(const struct side *s, struct sr_str sha256)
{
	return s->nreport &&
	       bsearch(&sha256, s->report, s->nreport, sizeof(sha256), sr_by_str);
}

/* The reports of one side that the other has not. */
static bool only(const struct side *s, const struct side *other,
		 struct sr_arena *mem, uint32_t **list, size_t *n)
{
	struct item *found = SR_NEW(mem, struct item, s->nreport);
	uint32_t *out = SR_NEW(mem, uint32_t, s->nreport);

	if (!found || !out)
		return false;
	*n = 0;
	for (uint32_t i = 0; i < s->nreport; i++) {
		struct sr_str sha = s->records->reports.items[i].sha256;
		if (!has_report(other, sha))
			found[(*n)++] =
				(struct item){ .sha256 = sha, .claim = i };
	}
	if (*n)
		qsort(found, *n, sizeof(*found), by_report_key);
	for (size_t i = 0; i < *n; i++)
		out[i] = found[i].claim;
	*list = out;
	return true;
}

static void join(struct item *a, struct item *b)
{
	a->other = b->claim;
	b->other = a->claim;
}

/* Claims of one report: [a, ea) and [b, eb), each by key. */
static void join_keys(struct item *a, const struct item *ea, struct item *b,
		      const struct item *eb)
{
	while (a < ea && b < eb) {
		int c = sr_str_order(a->key, b->key);
		if (!c && a->other == SR_NO_CLAIM && b->other == SR_NO_CLAIM)
			join(a, b);
		a += c <= 0;
		b += c >= 0;
	}
}

static uint32_t overlap(struct sr_span a, struct sr_span b)
{
	uint32_t from = a.from > b.from ? a.from : b.from;
	uint32_t to = a.to < b.to ? a.to : b.to;

	return to > from ? to - from : 0;
}

/* Each that is left of one side with the one of the other that overlaps most;
 * the first of equals. */
static void join_words(struct item *a, const struct item *ea, struct item *b,
		       const struct item *eb, bool same_type)
{
	for (; a < ea; a++) {
		struct item *best = NULL;
		uint32_t most = 0;
		if (a->other != SR_NO_CLAIM)
			continue;
		for (struct item *x = b; x < eb; x++) {
			uint32_t n = overlap(a->at, x->at);
			if (x->other != SR_NO_CLAIM || n <= most ||
			    (same_type && x->type != a->type))
				continue;
			most = n;
			best = x;
		}
		if (best)
			join(a, best);
	}
}

static size_t end_of(const struct side *s, size_t from)
{
	size_t i = from;

	while (i < s->n &&
	       sr_str_equal(s->item[i].sha256, s->item[from].sha256))
		i++;
	return i;
}

static void join_all(struct diff_work *w)
{
	size_t i = 0, k = 0;

	while (i < w->a.n && k < w->b.n) {
		struct item *a = &w->a.item[i], *b = &w->b.item[k];
		int c = sr_str_order(a->sha256, b->sha256);
		size_t ei = c <= 0 ? end_of(&w->a, i) : i;
		size_t ek = c >= 0 ? end_of(&w->b, k) : k;
		if (!c) {
			const struct item *ea = w->a.item + ei;
			const struct item *eb = w->b.item + ek;
			join_keys(a, ea, b, eb);
			join_words(a, ea, b, eb, true);
			join_words(a, ea, b, eb, false);
		}
		i = ei;
		k = ek;
	}
}

/* What differs */

static bool same_party(bool has_a, const struct sr_party_slot *a, bool has_b,
		       const struct sr_party_slot *b)
{
	return has_a == has_b && (!has_a || (sr_str_equal(a->name, b->name) &&
					     sr_str_equal(a->side, b->side)));
}

static bool same_place(const struct sr_claim *a, const struct sr_claim *b)
{
	const struct sr_place_slot *p = &a->place, *q = &b->place;

	if (a->has_place != b->has_place || !a->has_place)
		return a->has_place == b->has_place;
	return sr_str_equal(p->name, q->name) && p->role == q->role &&
	       p->id == q->id && p->has_point == q->has_point &&
	       (!p->has_point || !(p->lat < q->lat || p->lat > q->lat ||
				   p->lon < q->lon || p->lon > q->lon));
}

static bool same_days(const struct sr_claim *a, const struct sr_claim *b)
{
	bool known = sr_days_known(a->days);

	return known == sr_days_known(b->days) &&
	       (!known ||
		(a->days.from == b->days.from && a->days.to == b->days.to));
}

static bool same_count(const struct sr_claim *a, const struct sr_claim *b)
{
	return a->has_count == b->has_count &&
	       (!a->has_count || (a->count.low == b->count.low &&
				  a->count.high == b->count.high &&
				  sr_str_equal(a->unit, b->unit)));
}

static unsigned differs(const struct sr_record *ra, const struct sr_record *rb)
{
	const struct sr_claim *a = &ra->claim, *b = &rb->claim;
	unsigned what = 0;

	if (a->type != b->type)
		what |= SR_BIT_OF(SR_SLOT_TYPE);
	if (a->status != b->status)
		what |= SR_BIT_OF(SR_SLOT_STATUS);
	if (!same_party(a->has_actor, &a->actor, b->has_actor, &b->actor))
		what |= SR_BIT_OF(SR_SLOT_ACTOR);
	if (!same_party(a->has_target, &a->target, b->has_target, &b->target))
		what |= SR_BIT_OF(SR_SLOT_TARGET);
	if (!same_place(a, b))
		what |= SR_BIT_OF(SR_SLOT_PLACE);
	if (!same_days(a, b))
		what |= SR_BIT_OF(SR_SLOT_DATE);
	if (!same_count(a, b))
		what |= SR_BIT_OF(SR_SLOT_NUMBER);
	if (!sr_str_equal(a->speaker, b->speaker))
		what |= SR_BIT_OF(SR_SLOT_SPEAKER);
	if (ra->points.from != rb->points.from ||
	    ra->points.to != rb->points.to)
		what |= SR_DIFF_WORDS;
	if (!sr_str_equal(a->rule, b->rule))
		what |= SR_DIFF_RULE;
	if (ra->verdict != rb->verdict ||
	    !sr_str_equal(ra->decision, rb->decision))
		what |= SR_DIFF_REVIEW;
	return what;
}

static bool put(struct diff_work *w, uint32_t a, uint32_t b, unsigned what)
{
	struct sr_changed *c = SR_PUSH(w->mem, &w->out->claims);

	if (c)
		*c = (struct sr_changed){ a, b, what };
	return c != NULL;
}

/* A claim of the first side: it differs, it is gone, or it is the same. */
static bool put_a(struct diff_work *w, const struct item *a)
{
	struct sr_diff *out = w->out;

	if (a->other == SR_NO_CLAIM) {
		out->ngone++;
		return put(w, a->claim, SR_NO_CLAIM, 0);
	}
	unsigned what = differs(&w->a.records->claims.items[a->claim],
				&w->b.records->claims.items[a->other]);
	out->nsame += !what;
	out->nrule += what == SR_DIFF_RULE;
	out->nchanged += what && what != SR_DIFF_RULE;
	return !what || put(w, a->claim, a->other, what);
}

/* Both sides in the order of report and key; of reports that both have. */
static bool put_all(struct diff_work *w)
{
	const struct item *a = w->a.item, *ea = w->a.n ? a + w->a.n : a;
	const struct item *b = w->b.item, *eb = w->b.n ? b + w->b.n : b;
	bool ok = true;

	while (ok && (a < ea || b < eb)) {
		bool first = b == eb || (a < ea && by_report_key(a, b) <= 0);
		const struct side *other = first ? &w->b : &w->a;
		const struct item *x = first ? a++ : b++;
		if (!has_report(other, x->sha256))
			continue;
		if (first) {
			ok = put_a(w, x);
		} else if (x->other == SR_NO_CLAIM) {
			w->out->nadded++;
			ok = put(w, SR_NO_CLAIM, x->claim, 0);
		}
	}
	return ok;
}

enum sr_code sr_diff(const struct sr_records *a, const struct sr_records *b,
		     struct sr_arena *mem, struct sr_diff *out,
		     struct sr_err *err)
{
	struct diff_work w = { .mem = mem, .out = out };

	*out = (struct sr_diff){ .nsame = 0 };
	if (!fill(&w.a, a, mem) || !fill(&w.b, b, mem))
		return sr_fail_nomem(err, "diff");
	join_all(&w);
	if (!only(&w.a, &w.b, mem, &out->only_a.items, &out->only_a.nitem) ||
	    !only(&w.b, &w.a, mem, &out->only_b.items, &out->only_b.nitem) ||
	    !put_all(&w))
		return sr_fail_nomem(err, "diff");
	return SR_OK;
}
