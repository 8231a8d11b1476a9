#include "fuse/source.h"

#include <stdlib.h>

#include "base/calendar.h"
#include "base/str.h"
#include "base/utf8.h"
#include "ontology.h"

#define LEAST_KNOWN 10 /* incidents to judge a source by */
#define LONGEST_EVENT 3 /* days; of longer ones nobody can say how late it is */
#define MOST_DELAY 366

/* A claim as one of a source's. */
struct part {
	struct sr_str key; /* of the source, with its kind before it */
	enum sr_source_kind kind;
	struct sr_str name;
	uint32_t claim, incident;
};

struct work {
	const struct sr_source_in *in;
	struct sr_arena *mem;
	bool *contradicted;	/* each claim, by another voice's */
	uint32_t *text_reports; /* reports of each origin */
	SR_LIST(struct part) parts;
};

static const struct sr_record *record_of(const struct work *w, uint32_t claim)
{
	return &w->in->records->claims.items[claim];
}

static uint32_t voice_of(const struct work *w, uint32_t claim)
{
	return w->in->voices->claim[claim];
}

static bool denies(const struct sr_claim *c)
{
	return c->status == SR_STATUS_DENIED || c->status == SR_STATUS_DISPUTED;
}

/* Conflicts: claims that another voice's stands against. */

static bool others_in(const struct work *w, const uint32_t *claim, size_t n,
		      uint32_t voice)
{
	for (size_t i = 0; i < n; i++)
		if (voice_of(w, claim[i]) != voice)
			return true;
	return false;
}

static void mark_conflict(struct work *w, const struct sr_conflict *c)
{
	const uint32_t *said = w->in->conflicts->claims.items + c->from;
	const uint32_t *against = said + c->nsaid;

	if (c->noted || !c->nsaid || !c->nagainst)
		return;
	for (size_t i = 0; i < c->nsaid; i++)
		if (others_in(w, against, c->nagainst, voice_of(w, said[i])))
			w->contradicted[said[i]] = true;
	for (size_t i = 0; i < c->nagainst; i++)
		if (others_in(w, said, c->nsaid, voice_of(w, against[i])))
			w->contradicted[against[i]] = true;
}

/* Which source each claim is of */

static struct sr_str folded(struct sr_str s, char kind, struct sr_arena *mem)
{
	size_t room = s.n * 4 + 2;
	char *p = sr_arena_raw(mem, room, 1);

	if (!p)
		return (struct sr_str){ NULL, 0 };
	*p = kind;
	return (struct sr_str){ p, 1 + sr_fold(s, p + 1, room - 1) };
}

static bool add_part(struct work *w, enum sr_source_kind kind,
		     struct sr_str key, struct sr_str name, uint32_t claim)
{
	struct part *p = SR_PUSH(w->mem, &w->parts);

	if (!p)
		return false;
	p->kind = kind;
	p->key = folded(key, (char)('0' + (int)kind), w->mem);
	p->name = name;
	p->claim = claim;
	p->incident = w->in->incidents->of[claim];
	return p->key.s != NULL;
}

static bool add_claim(struct work *w, uint32_t i)
{
	const struct sr_record *r = record_of(w, i);
	const struct sr_filed *f = sr_filed_of(w->in->records, r);
	const struct sr_origin *o = &w->in->voices->items.items[voice_of(w, i)];
	const struct sr_claim *c = &r->claim;

	if (!add_part(w, SR_SOURCE_PUBLISHER, f->report.publisher,
		      f->report.publisher, i))
		return false;
	if (!o->spoken && w->text_reports[voice_of(w, i)] > 1)
		return add_part(w, SR_SOURCE_TEXT, o->key, o->name, i);
	if (!o->spoken)
		return true;
	if (!c->speaker.n) /* a publisher whom others cite */
		return add_part(w, SR_SOURCE_SPEAKER, o->key, o->name, i);
	if (sr_str_is(c->voice, SR_VOICE_NOBODY))
		return add_part(w, SR_SOURCE_UNNAMED, c->speaker, c->speaker,
				i);
	return add_part(w, SR_SOURCE_SPEAKER, o->key, c->speaker, i);
}

static int by_source(const void *pa, const void *pb)
{
	const struct part *a = pa, *b = pb;
	int c = sr_str_order(a->key, b->key);

	if (c)
		return c;
	if (a->incident != b->incident)
		return a->incident < b->incident ? -1 : 1;
	return (a->claim > b->claim) - (a->claim < b->claim);
}

/* One source in one incident */

/* Is that claim the source's own voice, told elsewhere? */
static bool has_voice(const struct work *w, const struct part *p, size_t n,
		      uint32_t claim)
{
	for (size_t i = 0; i < n; i++)
		if (voice_of(w, p[i].claim) == voice_of(w, claim))
			return true;
	return false;
}

/* Does it stand in a report of the source's? What else that says of the same
 * thing is no other voice for it: a report counts for one. */
static bool has_report(const struct work *w, const struct part *p, size_t n,
		       uint32_t claim)
{
	for (size_t i = 0; i < n; i++)
		if (record_of(w, p[i].claim)->report ==
		    record_of(w, claim)->report)
			return true;
	return false;
}

static int32_t day_of(const struct work *w, uint32_t claim)
{
	const struct sr_filed *f =
		sr_filed_of(w->in->records, record_of(w, claim));

	return sr_days_known(f->report.published) ? f->report.published.from
						  : SR_DAY_MAX;
}

static void count_incident(struct work *w, const struct part *p, size_t n,
			   struct sr_source *s)
{
	const struct sr_incident *in =
		&w->in->incidents->items.items[p->incident];
	bool says = false, with = false, against = false;
	int32_t own = SR_DAY_MAX, others = SR_DAY_MAX;

	for (size_t i = 0; i < n; i++) {
		says = says || !denies(&record_of(w, p[i].claim)->claim);
		against = against || w->contradicted[p[i].claim];
		if (day_of(w, p[i].claim) < own)
			own = day_of(w, p[i].claim);
	}
	for (uint32_t i = 0; i < in->nclaim; i++) {
		uint32_t c = in->claim[i];
		if (has_voice(w, p, n, c))
			continue;
		if (denies(&record_of(w, c)->claim) == says) {
			against = true;
			continue;
		}
		if (has_report(w, p, n, c))
			continue;
		with = true;
		if (day_of(w, c) < others)
			others = day_of(w, c);
	}
	s->nincident++;
	s->nalone += !with;
	s->nsupported += with;
	s->nknown += with || against;
	s->ncontradicted += against;
	s->nfirst += with && own < others;
}

/* One source */

static int by_number(const void *pa, const void *pb)
{
	const int32_t *a = pa, *b = pb;

	return (*a > *b) - (*a < *b);
}

/* Days from a happening that the text dates to its publication. */
static bool delay_of(const struct work *w, uint32_t claim, int32_t *delay)
{
	const struct sr_claim *c = &record_of(w, claim)->claim;
	int32_t day = day_of(w, claim);

	if (!sr_days_known(c->days) || day == SR_DAY_MAX ||
	    c->days.from == SR_DAY_MIN || c->days.to == SR_DAY_MAX ||
	    sr_days_span(c->days) >= LONGEST_EVENT || c->count_total ||
	    (c->basis != SR_BASIS_EXPLICIT && c->basis != SR_BASIS_RELATIVE))
		return false;
	*delay = day - c->days.to;
	return *delay >= 0 && *delay <= MOST_DELAY;
}

static bool count_delay(struct work *w, const struct part *p, size_t n,
			struct sr_source *s)
{
	int32_t *delay = SR_NEW(w->mem, int32_t, n);

	s->delay = -1;
	for (size_t i = 0; delay && i < n; i++)
		s->ndelay += delay_of(w, p[i].claim, &delay[s->ndelay]);
	if (delay && s->ndelay) {
		qsort(delay, s->ndelay, sizeof(*delay), by_number);
		s->delay = delay[(s->ndelay - 1) / 2];
	}
	return delay != NULL;
}

static bool count_reports(struct work *w, const struct part *p, size_t n,
			  struct sr_source *s)
{
	int32_t *report = SR_NEW(w->mem, int32_t, n);

	s->published = SR_DAYS_UNKNOWN;
	for (size_t i = 0; report && i < n; i++) {
		const struct sr_record *r = record_of(w, p[i].claim);
		struct sr_days d =
			sr_filed_of(w->in->records, r)->report.published;
		report[i] = (int32_t)r->report;
		if (!sr_days_known(d))
			continue;
		if (!sr_days_known(s->published))
			s->published = d;
		if (d.from < s->published.from)
			s->published.from = d.from;
		if (d.to > s->published.to)
			s->published.to = d.to;
	}
	if (!report)
		return false;
	qsort(report, n, sizeof(*report), by_number);
	for (size_t i = 0; i < n; i++)
		s->nreport += !i || report[i] != report[i - 1];
	return true;
}

static int by_bytes(const void *pa, const void *pb)
{
	return sr_str_order(*(const struct sr_str *)pa,
			    *(const struct sr_str *)pb);
}

/* What most of its claims call it; the first in order of those as frequent. */
static bool name_source(struct work *w, const struct part *p, size_t n,
			struct sr_source *s)
{
	struct sr_str *name = SR_NEW(w->mem, struct sr_str, n);
	size_t most = 0, from = 0;

	for (size_t i = 0; name && i < n; i++)
		name[i] = p[i].name;
	if (!name)
		return false;
	qsort(name, n, sizeof(*name), by_bytes);
	for (size_t i = 1; i <= n; i++) {
		if (i < n && sr_str_equal(name[i], name[from]))
			continue;
		if (i - from > most) {
			most = i - from;
			s->name = name[from];
		}
		from = i;
	}
	return true;
}

static bool add_source(struct work *w, const struct part *p, size_t n,
		       struct sr_sources *out)
{
	struct sr_source *s = SR_PUSH(w->mem, &out->items);
	size_t from = 0;

	if (!s)
		return false;
	s->kind = p->kind;
	s->key = w->in->voices->items.items[voice_of(w, p->claim)].key;
	s->nclaim = (uint32_t)n;
	for (size_t i = 1; i <= n; i++) {
		if (i < n && p[i].incident == p[from].incident)
			continue;
		if (p[from].incident != SR_NO_INCIDENT)
			count_incident(w, p + from, i - from, s);
		from = i;
	}
	return name_source(w, p, n, s) && count_reports(w, p, n, s) &&
	       count_delay(w, p, n, s);
}

static int by_weight(const void *pa, const void *pb)
{
	const struct sr_source *a = pa, *b = pb;
	int c = (a->kind > b->kind) - (a->kind < b->kind);

	if (c || (c = (a->nclaim < b->nclaim) - (a->nclaim > b->nclaim)) ||
	    (c = sr_str_order(a->name, b->name)))
		return c;
	return sr_str_order(a->key, b->key);
}

static bool prepare(struct work *w)
{
	const struct sr_records *r = w->in->records;
	const struct sr_voices *v = w->in->voices;
	const struct sr_conflicts *c = w->in->conflicts;

	w->contradicted = SR_NEW(w->mem, bool, r->claims.nitem);
	w->text_reports = SR_NEW(w->mem, uint32_t, v->items.nitem);
	if (!w->contradicted || !w->text_reports)
		return false;
	for (size_t i = 0; i < r->reports.nitem; i++)
		w->text_reports[v->report[i]]++;
	for (size_t i = 0; i < c->items.nitem; i++)
		mark_conflict(w, &c->items.items[i]);
	for (uint32_t i = 0; i < r->claims.nitem; i++)
		if ((!w->in->wanted || w->in->wanted[i]) && !add_claim(w, i))
			return false;
	return true;
}

enum sr_code sr_sources(const struct sr_source_in *in, struct sr_arena *mem,
			struct sr_sources *out, struct sr_err *err)
{
	struct work w = { .in = in, .mem = mem };
	bool ok = prepare(&w);
	size_t n = w.parts.nitem, from = 0;

	*out = (struct sr_sources){ 0 };
	if (ok && n)
		qsort(w.parts.items, n, sizeof(struct part), by_source);
	for (size_t i = 1; ok && i <= n; i++) {
		const struct part *p = w.parts.items;
		if (i < n && sr_str_equal(p[i].key, p[from].key))
			continue;
		ok = add_source(&w, p + from, i - from, out);
		from = i;
	}
	if (!ok)
		return sr_fail_nomem(err, "sources");
	if (out->items.nitem)
		qsort(out->items.items, out->items.nitem,
		      sizeof(struct sr_source), by_weight);
	return SR_OK;
}

const char *sr_source_kind_name(enum sr_source_kind kind)
{
	static const char *const NAME[SR_SOURCE_KINDS] = {
		"publisher", "speaker", "unnamed", "text"
	};

	return kind < SR_SOURCE_KINDS ? NAME[kind] : "?";
}

char sr_source_reliability(const struct sr_source *s)
{
	uint64_t known = s->nknown, good = known - s->ncontradicted;

	if (known < LEAST_KNOWN)
		return 'F';
	if (good * 100 >= known * 95)
		return 'B';
	if (good * 100 >= known * 80)
		return 'C';
	return good * 100 >= known * 50 ? 'D' : 'E';
}
