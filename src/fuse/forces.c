#include "fuse/forces.h"

#include <stdlib.h>

#include "base/calendar.h"
#include "base/order.h"
#include "base/str.h"
#include "base/utf8.h"
#include "fuse/forces_work.h"
#include "kit/unit.h"
#include "model/family.h"

const char *sr_deed_name(enum sr_deed deed)
{
	static const char *const NAME[] = {
		"attacks",  "takes",	"holds",  "advances",	 "besieges",
		"is there", "moves",	"leaves", "is attacked", "is besieged",
		"suffers",  "loses it", "",
	};

	return NAME[deed];
}

static enum sr_deed deed_of_actor(unsigned type)
{
	switch (type) {
	case SR_TYPE_CONTROL_SEIZE:
	case SR_TYPE_CONTROL_RETAKE:
		return SR_DEED_TAKES;
	case SR_TYPE_CONTROL_HOLD:
		return SR_DEED_HOLDS;
	case SR_TYPE_CONTROL_ADVANCE:
		return SR_DEED_ADVANCES;
	case SR_TYPE_CONTROL_BESIEGE:
		return SR_DEED_BESIEGES;
	case SR_TYPE_CONTROL_LEAVE:
		return SR_DEED_LEAVES;
	case SR_TYPE_FORCE_MOVE:
		return SR_DEED_MOVES;
	case SR_TYPE_FORCE_PRESENT:
	case SR_TYPE_FORCE_SUPPLY:
		return SR_DEED_PRESENT;
	default:
		return sr_is_attack(type) || sr_is_loss(type) ? SR_DEED_ATTACKS
							      : SR_DEED_NONE;
	}
}

static enum sr_deed deed_of_target(unsigned type)
{
	switch (type) {
	case SR_TYPE_CONTROL_SEIZE:
	case SR_TYPE_CONTROL_RETAKE:
		return SR_DEED_LOSES;
	case SR_TYPE_CONTROL_BESIEGE:
		return SR_DEED_BESIEGED;
	default:
		return sr_is_loss(type)	    ? SR_DEED_SUFFERS
		       : sr_is_attack(type) ? SR_DEED_ATTACKED
					    : SR_DEED_NONE;
	}
}

/* One mention with what it is sorted by. */
struct item {
	const struct sr_record *record;
	const struct sr_filed *filed;
	uint32_t force, claim;
	enum sr_deed deed;
};

static int by_place(const struct sr_claim *a, const struct sr_claim *b)
{
	int c = sr_order(b->has_place, a->has_place);

	if (c || !a->has_place)
		return c;
	c = sr_str_order(a->place.name, b->place.name);
	return c ? c : sr_order(a->place.id, b->place.id);
}

/* Zero for what is one sighting. */
static int by_sighting(const struct item *a, const struct item *b)
{
	const struct sr_claim *p = &a->record->claim, *q = &b->record->claim;
	int c = sr_order(a->force, b->force);

	if (!c)
		c = by_place(p, q);
	if (!c)
		c = sr_order(a->deed, b->deed);
	return c ? c : sr_order(p->status, q->status);
}

static int by_all(const void *pa, const void *pb)
{
	const struct item *a = pa, *b = pb;
	int c = by_sighting(a, b);

	if (!c)
		c = sr_order(a->record->claim.days.to, b->record->claim.days.to);
	if (!c)
		c = sr_str_order(a->filed->sha256, b->filed->sha256);
	return c ? c : sr_str_order(a->record->key, b->record->key);
}

/* An open end says nothing of when it was seen. */
static struct sr_days seen(struct sr_days d)
{
	if (!sr_days_known(d))
		return SR_DAYS_UNKNOWN;
	if (d.from == SR_DAY_MIN)
		d.from = d.to;
	if (d.to == SR_DAY_MAX)
		d.to = d.from;
	return d.from == SR_DAY_MIN || d.from == SR_DAY_MAX ? SR_DAYS_UNKNOWN
							    : d;
}

static void widen(struct sr_days *all, struct sr_days d)
{
	if (!sr_days_known(d))
		return;
	if (!sr_days_known(*all)) {
		*all = d;
		return;
	}
	all->from = d.from < all->from ? d.from : all->from;
	all->to = d.to > all->to ? d.to : all->to;
}

/* What a claim adds to its sighting; claims come by their last day. */
static void add(struct sr_sighting *s, const struct item *i)
{
	const struct sr_claim *c = &i->record->claim;

	s->n++;
	s->by &= c->basis == SR_BASIS_REPORT;
	widen(&s->days, seen(c->days));
	if (c->has_count &&
	    (s->deed == SR_DEED_PRESENT || s->deed == SR_DEED_MOVES ||
	     s->deed == SR_DEED_SUFFERS))
		s->strength = c;
}

static bool make_sightings(struct sr_forces_work *w, const struct item *item,
			   size_t n)
{
	struct sr_sighting *s = NULL;
	struct sr_forces *out = w->out;

	for (uint32_t i = 0; i < n; i++) {
		const struct sr_claim *c = &item[i].record->claim;
		struct sr_force *f = &out->items.items[item[i].force];
		out->order[i] = item[i].claim;
		if (!s || by_sighting(&item[i - 1], &item[i])) {
			s = SR_PUSH(w->mem, &out->sightings);
			if (!s)
				return false;
			*s = (struct sr_sighting){
				.place = c->has_place ? &c->place : NULL,
				.deed = item[i].deed,
				.status = c->status,
				.by = true,
				.days = SR_DAYS_UNKNOWN,
				.from = i,
			};
			if (!f->n++)
				f->from = (uint32_t)out->sightings.nitem - 1;
		}
		add(s, &item[i]);
		widen(&f->days, seen(c->days));
	}
	return true;
}

static int by_day(const void *pa, const void *pb)
{
	const struct sr_sighting *a = pa, *b = pb;
	bool known = sr_days_known(a->days), other = sr_days_known(b->days);
	int c = sr_order(other, known); /* undated last */

	if (!c && known)
		c = sr_order(a->days.from, b->days.from);
	if (!c && known)
		c = sr_order(a->days.to, b->days.to);
	return c ? c : sr_order(a->from, b->from);
}

/* How many stand behind each line; of a unit, behind all of its lines. */
static void count(struct sr_forces_work *w, struct sr_force *f)
{
	struct sr_forces *out = w->out;
	struct sr_sighting *s = &out->sightings.items[f->from];
	uint32_t n = 0, from;

	if (!f->n)
		return;
	from = s->from;
	for (uint32_t i = 0; i < f->n; i++) {
		s[i].support = sr_support_of(w->records, &w->voices,
					     out->order + s[i].from, s[i].n,
					     w->mem);
		n += s[i].n;
	}
	f->support = sr_support_of(w->records, &w->voices, out->order + from, n,
				   w->mem);
	qsort(s, f->n, sizeof(*s), by_day);
}

static bool see(struct sr_forces_work *w)
{
	size_t most = w->mentions.nitem, n = 0;
	struct item *item = SR_NEW(w->mem, struct item, most + 1);

	w->out->order = SR_NEW(w->mem, uint32_t, most + 1);
	if (!item || !w->out->order)
		return false;
	for (size_t i = 0; i < most; i++) {
		const struct sr_force_mention *m = &w->mentions.items[i];
		const struct sr_record *r = &w->records->claims.items[m->claim];
		enum sr_deed deed = m->as == SR_AS_PARENT ? SR_DEED_NONE
				    : m->as == SR_AS_ACTOR
					    ? deed_of_actor(r->claim.type)
					    : deed_of_target(r->claim.type);
		if (deed != SR_DEED_NONE)
			item[n++] = (struct item){ r,
						   sr_filed_of(w->records, r),
						   m->force, m->claim, deed };
	}
	qsort(item, n, sizeof(*item), by_all);
	if (!make_sightings(w, item, n))
		return false;
	for (size_t i = 0; i < w->out->items.nitem; i++)
		count(w, &w->out->items.items[i]);
	return true;
}

enum sr_code sr_forces(const struct sr_records *records,
		       const struct sr_kit *kit, bool all, struct sr_arena *mem,
		       struct sr_forces *out, struct sr_err *err)
{
	struct sr_forces_work w = { .records = records,
				    .kit = kit,
				    .mem = mem,
				    .out = out,
				    .all = all };

	*out = (struct sr_forces){ .order = NULL };
	enum sr_code code = sr_voices(records, mem, &w.voices, err);
	if (code)
		return code;
	if (!sr_forces_mentions(&w) || !sr_forces_join(&w) || !see(&w) ||
	    mem->full)
		return sr_fail_nomem(err, "forces");
	return SR_OK;
}

/* Looking one up */

static bool holds(struct sr_str name, struct sr_str words)
{
	char a[256], b[256];
	size_t n = sr_fold(name, a, sizeof(a)),
	       m = sr_fold(words, b, sizeof(b));

	if (n > sizeof(a) || m > sizeof(b) || !m)
		return false;
	for (size_t i = 0; i + m <= n; i++)
		if (memcmp(a + i, b, m) == 0)
			return true;
	return false;
}

bool sr_force_is(const struct sr_kit *kit, const struct sr_force *force,
		 struct sr_str words)
{
	struct sr_unit asked;

	if (force->unit && sr_unit_read(kit, words, &asked) && asked.number)
		return sr_unit_alike(kit, &asked, &force->is);
	return holds(force->name, words);
}
