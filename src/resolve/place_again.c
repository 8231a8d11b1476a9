/* A name that no table has, and that the words called a place once ("in Mazeze",
 * "the village of Mazeze"), is one where it is named again with less around it:
 * "the post of Mazeze was attacked", "Mazeze fell". One sense a discourse, as
 * for what the gazetteer knows. Some ten names a report, found by their first
 * word; of those with one first word (Kafr, Tell, San) few are looked at. */
#include <stdlib.h>

#include "resolve/place.h"

#define MOST_ALIKE 8 /* names that begin with one word */
#define AGAIN_SIGN 2.5
#define WEAK_SIGN 1.5 /* of a town's name within such a name: not meant */
#define NOT_MEANT -20.0

struct called {
	uint32_t lower; /* of its first word */
	uint32_t from, to;
};

static int order_called(const void *a, const void *b)
{
	const struct called *x = a, *y = b;

	if (x->lower != y->lower)
		return x->lower < y->lower ? -1 : 1;
	return x->from < y->from ? -1 : x->from > y->from;
}

static int order_spots(const void *a, const void *b)
{
	const struct place_spot *x = a, *y = b;

	return x->from < y->from ? -1 : x->from > y->from;
}

/* A settlement or area by all that is said; no street, hospital or river. */
static bool is_plain(const struct place_work *w, const struct place_spot *s)
{
	return s->name == SR_NONE &&
	       (s->noun == SR_NONE ||
		sr_kit_value(w->kit, SR_TABLE_NOUNS, s->noun, SR_NOUNS_CLASS) <=
			PLACE_REGION);
}

static bool may_be_again(const struct place_work *w, uint32_t i)
{
	const struct place_mark *m = &w->mark[i];

	return place_capital(w, i) && !m->taken && !m->unit && !m->time;
}

/* One word alone may be somebody's name as well. */
static bool may_be_else(const struct place_work *w, uint32_t i)
{
	const struct place_mark *m = &w->mark[i];

	return m->person || m->other || place_surname(w, i);
}

/* The spot that token i begins, of those that were had, in order; NULL. */
static struct place_spot *spot_at(const struct place_work *w, size_t had,
				  uint32_t i)
{
	size_t lo = 0, n = had;

	while (lo < n) {
		size_t mid = lo + (n - lo) / 2;
		if (w->spots.items[mid].from < i)
			lo = mid + 1;
		else
			n = mid;
	}
	return lo < had && w->spots.items[lo].from == i
		       ? &w->spots.items[lo]
		       : NULL;
}

/* May token i, of a name of n words, belong to it for all that was found? */
static bool is_free(const struct place_work *w, size_t had, uint32_t i,
		    uint32_t n)
{
	const struct place_spot *s;

	if (!w->mark[i].named)
		return true;
	s = n > 1 ? spot_at(w, had, i) : NULL;
	return s && s->to == i + 1 && s->sign < WEAK_SIGN;
}

/* Are the words at i, up to the sentence's end, those of the name, and no part
 * of a longer one or of somebody's? */
static bool is_named_at(const struct place_work *w, const struct called *c,
			size_t had, uint32_t i, const struct sr_sentence *s)
{
	uint32_t n = c->to - c->from, end = i + n;

	if (n > s->to - i || (n == 1 && may_be_else(w, i)))
		return false;
	for (uint32_t k = 0; k < n; k++)
		if (!is_free(w, had, i + k, n) ||
		    place_token(w, i + k)->lower !=
			    place_token(w, c->from + k)->lower)
			return false;
	if (i > s->from && place_is_rest(w, i - 1, true) &&
	    !w->mark[i - 1].named)
		return false;
	return end >= s->to ||
	       ((!place_is_rest(w, end, false) || w->mark[end].named) &&
		!w->mark[end].unit && !w->mark[end].speech &&
		!place_is(w, end, SIGN_ORG) && !place_char(w, end, '-'));
}

static bool add_again(struct place_work *w, size_t had, uint32_t from,
		      uint32_t to)
{
	for (uint32_t i = from; i < to; i++) {
		struct place_spot *s = spot_at(w, had, i);
		if (s)
			s->sign = NOT_MEANT;
	}
	struct place_spot *p = SR_PUSH(&w->doc->mem, &w->spots);

	if (!p)
		return false;
	*p = place_spot_of(from, to);
	p->sign = AGAIN_SIGN;
	for (uint32_t i = from; i < to; i++)
		w->mark[i].named = true;
	return true;
}

/* The first of the sorted names that begins with a word. */
static size_t first_of(const struct called *c, size_t n, uint32_t lower)
{
	size_t lo = 0;

	while (lo < n) {
		size_t mid = lo + (n - lo) / 2;
		if (c[mid].lower < lower)
			lo = mid + 1;
		else
			n = mid;
	}
	return lo;
}

static bool look_in(struct place_work *w, const struct called *c, size_t n,
		    size_t had, const struct sr_sentence *s)
{
	for (uint32_t i = s->from; i < s->to; i++) {
		if (!may_be_again(w, i))
			continue;
		uint32_t lower = place_token(w, i)->lower;
		size_t k = first_of(c, n, lower), end = k + MOST_ALIKE;
		for (; k < n && k < end && c[k].lower == lower; k++) {
			uint32_t to = i + c[k].to - c[k].from;
			if (!is_named_at(w, &c[k], had, i, s))
				continue;
			if (!add_again(w, had, i, to))
				return false;
			i = to - 1;
			break;
		}
	}
	return true;
}

bool place_again(struct place_work *w)
{
	struct sr_doc *doc = w->doc;
	size_t had = w->spots.nitem, n = 0;
	struct called *c = had ? SR_NEW(&doc->mem, struct called, had) : NULL;

	if (!had)
		return true;
	if (!c)
		return false;
	for (size_t i = 0; i < had; i++) {
		const struct place_spot *s = &w->spots.items[i];
		if (is_plain(w, s))
			c[n++] = (struct called){ place_token(w, s->from)->lower,
						  s->from, s->to };
	}
	if (!n)
		return true;
	qsort(c, n, sizeof(*c), order_called);
	for (size_t s = 0; s < doc->sentences.nitem; s++)
		if (!w->headline[s] &&
		    !look_in(w, c, n, had, &doc->sentences.items[s]))
			return false;
	if (w->spots.nitem > had)
		qsort(w->spots.items, w->spots.nitem, sizeof(*w->spots.items),
		      order_spots);
	return true;
}
