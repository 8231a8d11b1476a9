/* See conflict.h. The order of work: facts of each claim; the rules, each of
 * which gives pairs of claims; pairs to conflicts; names and weights. */
#include "fuse/conflict.h"

#include <stdlib.h>

#include "base/digest.h"
#include "base/json.h"
#include "fuse/conflict_work.h"

/* What hangs on a conflict: the voices and reports on both sides, and more where
 * it decides who holds a place, or over how much the numbers differ. */
#define WEIGHT_VOICE 10
#define WEIGHT_REPORT 2
#define WEIGHT_HOLDER 40
#define WEIGHT_BIT 4

const char *sr_conflict_name(const struct sr_conflict *conflict)
{
	switch (conflict->kind) {
	case SR_CONFLICT_DENIAL:
		return "denial";
	case SR_CONFLICT_NUMBER:
		return "number";
	case SR_CONFLICT_BACKWARD:
		return "backward";
	case SR_CONFLICT_HOLDER:
		return "holder";
	case SR_CONFLICT_DAY:
		return "day";
	case SR_CONFLICT_PART:
		return "part";
	case SR_CONFLICT_BLAME:
		return "blame";
	case SR_CONFLICT_REMARK:
		return sr_remark_name(conflict->noted->remark.kind);
	case SR_CONFLICT_KINDS:
		break;
	}
	return "?";
}

static int by_key(const void *pa, const void *pb)
{
	const struct sr_clash *a = pa, *b = pb;
	int c = sr_order(a->kind, b->kind);

	if (c || (c = sr_order(a->said_key, b->said_key)))
		return c;
	return sr_order(a->against_key, b->against_key);
}

/* The earliest reported first, so that what is added later changes no name. */
struct ranked {
	int32_t known;
	uint32_t rank, claim;
};

static int by_rank(const void *pa, const void *pb)
{
	const struct ranked *a = pa, *b = pb;

	int c = sr_order(a->known, b->known);

	return c ? c : sr_order(a->rank, b->rank);
}

/* The claims of one side of n clashes, each once, in order. */
static bool put_side(struct sr_conflict_work *w, const struct sr_clash *clash,
		     size_t n, bool against, uint32_t *count)
{
	struct ranked *item = SR_NEW(w->mem, struct ranked, n);

	if (!item)
		return false;
	for (size_t i = 0; i < n; i++) {
		uint32_t c = against ? clash[i].against : clash[i].said;
		item[i] = (struct ranked){ w->fact[c].known,
					   w->fact[c].rank, c };
	}
	qsort(item, n, sizeof(*item), by_rank);
	for (size_t i = 0; i < n; i++) {
		if (i && item[i].claim == item[i - 1].claim)
			continue;
		uint32_t *own = SR_PUSH(w->mem, &w->out->claims);
		if (!own)
			return false;
		*own = item[i].claim;
		++*count;
	}
	return true;
}

/* 'k' and the first digits of the hash of the kind and of the keys of what
 * was said first and of what stands first against it. */
static bool name_it(const struct sr_conflict_work *w, struct sr_conflict *c,
		    struct sr_str said, struct sr_str against)
{
	struct sr_json text = { .mem = w->mem };
	char hex[SR_HEX];

	sr_json_raw(&text, sr_str_of(sr_conflict_name(c)));
	sr_json_raw(&text, SR_STR(" "));
	sr_json_raw(&text, said);
	sr_json_raw(&text, SR_STR(" "));
	sr_json_raw(&text, against);
	if (w->mem->full)
		return false;
	sr_sha256(sr_json_text(&text), hex);
	c->id[0] = 'k';
	memcpy(c->id + 1, hex, SR_CONFLICT_ID - 2);
	c->id[SR_CONFLICT_ID - 1] = '\0';
	return true;
}

static uint32_t bits_of(int64_t n)
{
	uint32_t bits = 0;

	for (; n > 0; n >>= 1)
		bits++;
	return bits;
}

/* How far apart the numbers of the first two are, in powers of two. */
static uint32_t gap_bits(const struct sr_claim *a, const struct sr_claim *b)
{
	if (!a->has_count || !b->has_count)
		return 0;
	if (a->count.high < b->count.low)
		return bits_of((b->count.low - a->count.high) / 1000);
	if (b->count.high < a->count.low)
		return bits_of((a->count.low - b->count.high) / 1000);
	return 0;
}

static void weigh(const struct sr_conflict_work *w, struct sr_conflict *c)
{
	const uint32_t *claim = w->out->claims.items + c->from;
	uint32_t n = c->nsaid + c->nagainst, bits = 0;
	bool holder = c->kind == SR_CONFLICT_HOLDER;

	c->said = sr_support_of(w->records, w->voices, claim, c->nsaid, w->mem);
	c->against = sr_support_of(w->records, w->voices, claim + c->nsaid,
				   c->nagainst, w->mem);
	c->day = SR_DAY_MIN;
	for (uint32_t i = 0; i < n; i++) {
		const struct sr_claim *x = sr_conflict_claim(w, claim[i]);
		const struct sr_fact *f = &w->fact[claim[i]];
		if (sr_is_control(x->type) && f->spot)
			holder = true;
		if (sr_days_known(f->days) && f->days.to > c->day)
			c->day = f->days.to;
	}
	bits = gap_bits(sr_conflict_claim(w, claim[0]),
			sr_conflict_claim(w, claim[c->nsaid]));
	c->weight = WEIGHT_VOICE * (c->said.norigin + c->against.norigin) +
		    WEIGHT_REPORT * (c->said.nreport + c->against.nreport) +
		    (holder ? WEIGHT_HOLDER : 0) + WEIGHT_BIT * bits;
}

static bool put_conflict(struct sr_conflict_work *w,
			 const struct sr_clash *clash, size_t n)
{
	struct sr_conflict c = { .kind = (enum sr_conflict_kind)clash->kind,
				 .from = (uint32_t)w->out->claims.nitem };

	if (!put_side(w, clash, n, false, &c.nsaid) ||
	    !put_side(w, clash, n, true, &c.nagainst))
		return false;
	const uint32_t *claim = w->out->claims.items + c.from;
	if (!name_it(w, &c, w->records->claims.items[claim[0]].key,
		     w->records->claims.items[claim[c.nsaid]].key))
		return false;
	weigh(w, &c);
	struct sr_conflict *own = SR_PUSH(w->mem, &w->out->items);
	if (own)
		*own = c;
	return own != NULL;
}

static bool join_clashes(struct sr_conflict_work *w)
{
	struct sr_clash *clash = w->clashes.items;
	size_t n = w->clashes.nitem, from = 0;

	if (n)
		qsort(clash, n, sizeof(*clash), by_key);
	for (size_t i = 1; i <= n; i++) {
		if (i < n && by_key(&clash[from], &clash[i]) == 0)
			continue;
		if (!put_conflict(w, clash + from, i - from))
			return false;
		from = i;
	}
	return true;
}

/* What reading itself found amiss: one voice against what is known. */
static bool put_remarks(struct sr_conflict_work *w,
			const struct sr_records *remarks)
{
	size_t n = remarks ? remarks->remarks.nitem : 0;

	for (size_t i = 0; i < n; i++) {
		const struct sr_noted *noted = &remarks->remarks.items[i];
		struct sr_days days = remarks->reports.items[noted->report]
					      .report.published;
		struct sr_conflict c = {
			.kind = SR_CONFLICT_REMARK,
			.noted = noted,
			.said = { 1, 1, 0 },
			.weight = WEIGHT_VOICE + WEIGHT_REPORT,
			.day = sr_days_known(days) ? days.to : SR_DAY_MIN,
		};
		if (!name_it(w, &c, noted->key, SR_STR("")))
			return false;
		struct sr_conflict *own = SR_PUSH(w->mem, &w->out->items);
		if (!own)
			return false;
		*own = c;
	}
	return true;
}

static int by_weight(const void *pa, const void *pb)
{
	const struct sr_conflict *a = pa, *b = pb;
	int c = sr_order(b->weight, a->weight);

	if (c || (c = sr_order(b->day, a->day)))
		return c;
	return memcmp(a->id, b->id, SR_CONFLICT_ID);
}

enum sr_code sr_conflicts(const struct sr_conflict_in *in, struct sr_arena *mem,
			  struct sr_conflicts *out, struct sr_err *err)
{
	struct sr_conflict_work w = { .records = in->records,
				      .voices = in->voices,
				      .mem = mem,
				      .out = out };

	*out = (struct sr_conflicts){ 0 };
	if (!sr_conflict_facts(&w) || !sr_conflict_denials(&w) ||
	    !sr_conflict_numbers(&w) || !sr_conflict_holders(&w) ||
	    !sr_conflict_events(&w) || !sr_conflict_blames(&w) ||
	    !join_clashes(&w) || !put_remarks(&w, in->remarks) || mem->full)
		return sr_fail_nomem(err, "conflicts");
	if (out->items.nitem)
		qsort(out->items.items, out->items.nitem,
		      sizeof(*out->items.items), by_weight);
	return SR_OK;
}
