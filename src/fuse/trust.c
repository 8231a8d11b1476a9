/* How often each source agreed with the others. The places are worked out with
 * all sources alike; then each claim is held against what came of it. It
 * agrees where the path has what it says and another source says so too, it
 * differs where the path has another holder; what nobody else speaks of tells
 * nothing. The counts of a place hang on its own claims only: they add up over
 * places in any order, and a new report changes those of the places that it
 * names. (A. Dawid and A. Skene, "Maximum likelihood estimation of observer
 * error-rates", Applied Statistics 28 (1979), one round of it.) */
#include <stdlib.h>

#include "base/utf8.h"
#include "fuse/control_work.h"

#define TEST_DAYS 14 /* another source this near can bear it out */

/* Sources */

struct item {
	struct sr_source source;
	uint32_t *own; /* where its number goes */
};

static struct sr_str fold(struct sr_str s, struct sr_arena *mem)
{
	size_t room = s.n * 4 + 1;
	char *key = sr_arena_raw(mem, room, 1);

	if (!key)
		return (struct sr_str){ NULL, 0 };
	return (struct sr_str){ key, sr_fold(s, key, room) };
}

/* Who says it: the speaker, else the publisher, else the origin. */
static bool put_source(const struct sr_control_in *in, uint32_t i,
		       struct sr_arena *mem, struct item *item)
{
	const struct sr_record *r = &in->records->claims.items[i];
	const struct sr_origin *o =
		&in->voices->items.items[in->voices->claim[i]];
	struct sr_str publisher = sr_filed_of(in->records, r)->report.publisher;

	item->source = (struct sr_source){ .key = o->key, .name = o->name };
	if (sr_str_is(r->claim.voice, SR_VOICE_NOBODY))
		return true;
	if (r->claim.voice.n)
		item->source.name = r->claim.voice;
	else if (r->claim.speaker.n)
		item->source.name = r->claim.speaker;
	else if (publisher.n)
		item->source.name = publisher;
	else
		return true;
	item->source.key = fold(item->source.name, mem);
	return item->source.key.s != NULL;
}

static int by_key(const void *pa, const void *pb)
{
	const struct item *a = pa, *b = pb;
	int c = sr_str_order(a->source.key, b->source.key);

	return c ? c : sr_str_order(a->source.name, b->source.name);
}

static bool number_sources(const struct sr_control_in *in, struct sr_arena *mem,
			   struct sr_trust *out)
{
	size_t n = in->records->claims.nitem;
	struct item *item = SR_NEW(mem, struct item, n);

	out->claim = SR_NEW(mem, uint32_t, n);
	if (!item || !out->claim)
		return false;
	for (uint32_t i = 0; i < n; i++) {
		item[i].own = &out->claim[i];
		if (!put_source(in, i, mem, &item[i]))
			return false;
	}
	if (n)
		qsort(item, n, sizeof(*item), by_key);
	for (size_t i = 0; i < n; i++) {
		if (!i ||
		    !sr_str_equal(item[i].source.key, item[i - 1].source.key)) {
			struct sr_source *own = SR_PUSH(mem, &out->items);
			if (!own)
				return false;
			*own = item[i].source;
		}
		*item[i].own = (uint32_t)out->items.nitem - 1;
	}
	return true;
}

/* One place */

static bool tells(const struct sr_evidence *e)
{
	return !e->background && !e->weak && !e->guessed && !e->repeat &&
	       e->state && !e->doubted;
}

/* The moment of which it speaks. */
static int64_t moment_of(const struct sr_evidence *e)
{
	if (e->kind == SR_TAKE)
		return e->back ? SR_LATE(e->to) : SR_EARLY(e->to);
	return e->kind == SR_HOLD ? SR_LATE(e->from) : SR_LATE(e->to);
}

static uint32_t state_at(const struct sr_control_work *w, int64_t moment)
{
	uint32_t state = 0;

	for (size_t i = 0; i < w->path.nitem; i++)
		if (w->path.items[i].from <= moment)
			state = w->path.items[i].state;
	return state;
}

/* That its state be the holder, or that it be not. */
static bool says_holder(const struct sr_evidence *e)
{
	return (e->kind != SR_LEAVE) != e->against;
}

static int by_day(const void *pa, const void *pb)
{
	const struct sr_evidence *a = *(const struct sr_evidence *const *)pa;
	const struct sr_evidence *b = *(const struct sr_evidence *const *)pb;

	if (a->to != b->to)
		return a->to < b->to ? -1 : 1;
	return (a->source > b->source) - (a->source < b->source);
}

/* Does another source near in time say what bears this out? `e` are in order
 * of days. */
static bool is_shared(const struct sr_evidence *const *e, size_t n, size_t i)
{
	for (size_t k = i; k-- > 0 && e[i]->to - e[k]->to <= TEST_DAYS;)
		if (e[k]->source != e[i]->source &&
		    e[k]->origin != e[i]->origin &&
		    e[k]->state == e[i]->state &&
		    says_holder(e[k]) == says_holder(e[i]))
			return true;
	for (size_t k = i + 1; k < n && e[k]->to - e[i]->to <= TEST_DAYS; k++)
		if (e[k]->source != e[i]->source &&
		    e[k]->origin != e[i]->origin &&
		    e[k]->state == e[i]->state &&
		    says_holder(e[k]) == says_holder(e[i]))
			return true;
	return false;
}

static enum sr_code count_place(struct sr_control_work *w, struct sr_trust *out)
{
	size_t n = 0;
	const struct sr_evidence **e =
		SR_NEW(w->mem, const struct sr_evidence *, w->evidence.nitem);

	if (!e)
		return SR_NOMEM;
	for (size_t i = 0; i < w->evidence.nitem; i++)
		if (tells(&w->evidence.items[i]))
			e[n++] = &w->evidence.items[i];
	if (n)
		qsort(e, n, sizeof(*e), by_day);
	for (size_t i = 0; i < w->evidence.nitem; i++) {
		const struct sr_evidence *x = &w->evidence.items[i];
		if (x->kind != SR_TAKE || !x->change ||
		    state_at(w, moment_of(x)) != x->state)
			continue;
		out->alone += x->lone;
		out->shared += !x->lone;
	}
	for (size_t i = 0; i < n; i++) {
		struct sr_source *s =
			&out->items.items[out->claim[e[i]->claim]];
		bool held = state_at(w, moment_of(e[i])) == e[i]->state;
		if (held != says_holder(e[i]))
			s->differ[e[i]->interest]++;
		else if (is_shared(e, n, i))
			s->agree[e[i]->interest]++;
	}
	return SR_OK;
}

enum sr_code sr_trust(const struct sr_control_in *in,
		      const struct sr_spot_groups *groups, struct sr_arena *mem,
		      struct sr_trust *out, struct sr_err *err)
{
	struct sr_control_in plain = *in;
	enum sr_code code = SR_OK;

	*out = (struct sr_trust){ .claim = NULL };
	if (!number_sources(in, mem, out))
		return sr_fail_nomem(err, "sources");
	/* All alike: a copy without the counts that are made here. */
	struct sr_trust blank = *out;
	blank.items.items = SR_NEW(mem, struct sr_source, out->items.nitem);
	if (!blank.items.items)
		return sr_fail_nomem(err, "sources");
	plain.trust = &blank;
	struct sr_arena one; /* for a place at a time */
	sr_arena_init(&one, mem->limit);
	for (size_t i = 0; !code && i < groups->items.nitem; i++) {
		sr_arena_reset(&one);
		struct sr_control control = { .last = SR_DAY_MIN };
		struct sr_control_work w = { .in = &plain,
					     .records = in->records,
					     .mem = &one,
					     .out = &control };
		code = sr_control_evidence(&w, &groups->items.items[i]);
		sr_control_weigh(&w);
		if (!code)
			code = sr_control_path(&w);
		if (!code)
			code = count_place(&w, out);
	}
	sr_arena_release(&one);
	return code ? sr_fail_nomem(err, "sources") : SR_OK;
}

enum sr_code sr_trust_of(const struct sr_trust *learnt,
			 const struct sr_control_in *in, struct sr_arena *mem,
			 struct sr_trust *out, struct sr_err *err)
{
	size_t k = 0;

	*out = (struct sr_trust){ .alone = learnt->alone,
				  .shared = learnt->shared };
	if (!number_sources(in, mem, out))
		return sr_fail_nomem(err, "sources");
	for (size_t i = 0; i < out->items.nitem; i++) {
		struct sr_source *s = &out->items.items[i];
		while (k < learnt->items.nitem &&
		       sr_str_order(learnt->items.items[k].key, s->key) < 0)
			k++;
		if (k == learnt->items.nitem ||
		    !sr_str_equal(learnt->items.items[k].key, s->key))
			continue;
		memcpy(s->agree, learnt->items.items[k].agree,
		       sizeof(s->agree));
		memcpy(s->differ, learnt->items.items[k].differ,
		       sizeof(s->differ));
	}
	return SR_OK;
}
