/* Finds the expressions of time in each sentence: at every atom, each shape of
 * expression is tried and the longest kept, as a reader would. What the words
 * are is in data/lexicon/times.tsv; what they count from is settled later. */
#include "resolve/spot.h"
#include "base/compiler.h"
#include "base/str.h"
#include "ontology.h"

#define MOST_PHRASE 4 /* atoms of a preposition */

/* A date, with a part of the day behind it; "the" before seasons, decades. */
static uint32_t date(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	uint32_t at = sr_spot_skip(s, i, SR_TW_APPROX);

	e->kind = SR_EXPR_DATE;
	if (at > i) {
		uint32_t to = sr_spot_date(s, at, e);
		return to && e->grain == SR_GRAIN_YEAR ? to : 0;
	}
	uint32_t to = sr_spot_date(s, i, e);
	if (!to && (at = sr_spot_skip(s, i, SR_TW_THE)) > i) {
		const struct sr_expr empty = *e;
		to = sr_spot_date(s, at, e);
		if (to &&
		    (e->grain < SR_GRAIN_SEASON || e->grain == SR_GRAIN_YEAR)) {
			*e = empty;
			return 0;
		}
		/* "the spring offensive": the noun has the article. */
		if (to && e->grain == SR_GRAIN_SEASON && !e->year &&
		    !e->flavor && sr_spot_upos(s, to) == SR_UPOS_NOUN)
			return 0;
	}
	const struct sr_word *w = to ? sr_spot_word(s, to, SR_TW_DAYPART)
				     : NULL;
	if (w && e->grain == SR_GRAIN_DAY) {
		e->daypart = (uint8_t)sr_spot_value(s, w);
		to += w->n;
	}
	return to;
}

static const struct sr_expr EMPTY = {
	.weekday = -1,
	.prep = SR_NO_WORD,
	.grain = SR_GRAIN_NONE,
	.war = SR_NONE,
};

#define T(kind) SR_AT_TIME(SR_TW_##kind)

static const struct sr_spot_shape SHAPE[] = {
	{ date, SR_SPOT_DATE | T(APPROX) },
	{ sr_spot_rel, T(THE) | T(REL) },
	{ sr_spot_part, T(THE) | T(PART) },
	{ sr_spot_drift, T(EARLIER) | T(LATER) },
	{ sr_spot_daypart_of, T(THE) | T(PART) },
	{ sr_spot_length, SR_AT_VALUE | T(APPROX) | T(MANY) | T(UNIT) },
	{ sr_spot_unit_beside, T(THE) },
	{ sr_spot_war, T(THE) | T(PART) },
	{ sr_spot_war_day, SR_AT_VALUE | T(UNIT) },
	{ sr_spot_nth_of, SR_AT_VALUE | T(THE) | T(REL) },
	{ sr_spot_simple, T(DAY) | T(REF) | T(THEN) | T(SPAN) | T(YEAR_END) |
				  T(WEEKEND) },
	{ sr_spot_every, T(REPEAT) | T(EVERY) },
	{ sr_spot_clock, SR_AT_DIGITS },
	{ sr_spot_aged, T(AGE) },
	{ sr_spot_part_of_day, T(DAYPART) },
};
#undef T

/* What an expression at i can begin with. Behind an article that no word of
 * an amount or a time follows there is none but a war's. */
static uint64_t begins(const struct sr_spot *s, uint32_t i)
{
	const struct sr_atom *atom = s->a->list.items;
	const uint64_t the = SR_AT_TIME(SR_TW_THE);
	const struct sr_word *w = sr_spot_word(s, i, SR_TW_THE);

	if (w && (i + w->n >= s->end ||
		  !(atom[i + 1].begins | atom[i + w->n].begins)))
		return atom[i].begins & ~the;
	return atom[i].begins;
}

/* "since | the war": may the words before make a war a point in time? */
static bool after_which(const struct sr_spot *s, uint32_t i)
{
	const uint64_t which = SR_AT_TIME(SR_TW_SINCE) |
			       SR_AT_TIME(SR_TW_BEFORE) |
			       SR_AT_TIME(SR_TW_AFTER);

	return i > s->from && (s->a->list.items[i - 1].begins & which);
}

/* The longest expression at i; 0 if there is none. */
static uint32_t longest(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	uint64_t has = begins(s, i);
	bool war = after_which(s, i) || sr_spot_word(s, i, SR_TW_THE);
	uint32_t best = 0;

	for (size_t k = 0; k < SR_LEN(SHAPE); k++) {
		if (!(has & SHAPE[k].needs) &&
		    !(war && SHAPE[k].read == sr_spot_war))
			continue;
		struct sr_expr own = EMPTY;
		uint32_t to = SHAPE[k].read(s, i, &own);
		if (to > best) {
			best = to;
			*e = own;
		}
	}
	e->from = i;
	e->to = best;
	return best;
}

/* "The build-up | to": half of a word is no preposition. */
static bool is_half(const struct sr_spot *s, uint32_t i)
{
	return i > s->from && sr_spot_joined(s, i - 1, '-') &&
	       !s->a->list.items[i].spaced;
}

/* The preposition that ends where the expression begins. */
static uint8_t preposition(const struct sr_spot *s, uint32_t i)
{
	for (uint32_t n = MOST_PHRASE; n > 0; n--) {
		if (i < s->from + n || is_half(s, i - n))
			continue;
		for (int k = SR_TW_SINCE; k <= SR_TW_BETWEEN; k++) {
			const struct sr_word *w =
				sr_spot_word(s, i - n, (enum sr_time_word)k);
			if (w && w->n == n)
				return (uint8_t)k;
		}
	}
	return SR_NO_WORD;
}

static void find_preposition(const struct sr_spot *s, struct sr_expr *e)
{
	uint32_t i = e->from;

	if (i > s->from && sr_spot_word(s, i - 1, SR_TW_APPROX) &&
	    preposition(s, i) == SR_NO_WORD)
		i--;
	if (i > s->from && sr_spot_word(s, i - 1, SR_TW_THE))
		i--;
	e->prep = preposition(s, i);
}

/* Does what stands between two expressions join them, and how? */
static uint8_t link_between(const struct sr_spot *s, const struct sr_expr *a,
			    const struct sr_expr *b)
{
	uint8_t link = SR_LINK_NONE;

	if (a->to == b->from || b->from - a->to > 5)
		return SR_LINK_NONE;
	for (uint32_t i = a->to; i < b->from; i++) {
		if (sr_atom_is(s->a, i, '-') || sr_spot_word(s, i, SR_TW_TO) ||
		    sr_spot_word(s, i, SR_TW_UNTIL))
			link = SR_LINK_RANGE;
		else if (sr_spot_word(s, i, SR_TW_AND) ||
			 sr_atom_is(s->a, i, ',') || sr_atom_is(s->a, i, '/'))
			link = link ? link : SR_LINK_LIST;
		else if (!sr_spot_word(s, i, SR_TW_THE) &&
			 !sr_spot_word(s, i, SR_TW_IN) &&
			 !sr_spot_word(s, i, SR_TW_OF))
			return SR_LINK_NONE;
	}
	if (link == SR_LINK_LIST && a->prep == SR_TW_BETWEEN)
		link = SR_LINK_RANGE;
	return link;
}

/* The days behind "April 6" in "April 6-7 and 9", each an expression. */
static bool more_days(struct sr_doc *doc, const struct sr_spot *s,
		      struct sr_exprs *x)
{
	struct sr_expr e = x->list.items[x->list.nitem - 1];
	uint32_t at = 0;
	int day = 0;

	while (e.kind == SR_EXPR_DATE && e.day && e.month && !e.month_day) {
		uint32_t to = sr_spot_more_days(s, e.to, &at, &day);
		if (!to || day <= e.day)
			return true;
		struct sr_expr *own = SR_PUSH(&doc->mem, &x->list);
		if (!own)
			return false;
		e.from = at;
		e.to = to;
		e.day = (int8_t)day;
		e.weekday = -1;
		e.prep = SR_NO_WORD;
		if (!e.year && to < s->end) { /* April 6-7, 2003 */
			uint32_t y = sr_spot_skip_hyphen(s, to) == to &&
						     sr_spot_joined(s, to, ',')
					     ? to + 1
					     : to;
			bool bc = false;
			int32_t year = 0;
			uint32_t behind = sr_spot_year(s, y, &year, &bc);
			if (behind) {
				e.year = year;
				e.bc = bc;
				e.to = behind;
			}
		}
		*own = e;
	}
	return true;
}

/* "6" of "6-7 February", "1955" of "the years 1955-1957", "07" of "2006-07":
 * what only its neighbour makes an expression. */
static bool before_date(struct sr_doc *doc, const struct sr_spot *s,
			struct sr_exprs *x)
{
	struct sr_expr e = x->list.items[x->list.nitem - 1];
	uint32_t gap = e.from - s->from;

	bool year = e.grain == SR_GRAIN_YEAR && !e.day;
	if (e.kind != SR_EXPR_DATE || gap < 2 || e.part || e.month_day ||
	    s->a->list.items[e.from].kind != SR_ATOM_DIGITS || !(e.day || year))
		return true;
	uint32_t d = e.from - 2;
	uint32_t n_digits = sr_atom_length(s->a, d);
	if (s->a->list.items[d].kind != SR_ATOM_DIGITS ||
	    (e.bc || !year ? n_digits > (e.bc ? 4 : 2)
			   : n_digits != 4 || s->a->list.items[e.from].spaced ||
				     s->a->list.items[d + 1].spaced) ||
	    !(sr_atom_is(s->a, d + 1, '-') || sr_atom_is(s->a, d + 1, '/') ||
	      sr_spot_word(s, d + 1, SR_TW_AND) ||
	      sr_spot_word(s, d + 1, SR_TW_TO)))
		return true;
	if (x->list.nitem > 1 && x->list.items[x->list.nitem - 2].to > d)
		return true;
	int32_t n = sr_atom_digits(s->a, d);
	if (n <= 0 || (!e.bc && (year ? n < 1000 || n >= e.year : n > 31)))
		return true;
	struct sr_expr *own = SR_PUSH(&doc->mem, &x->list);
	if (!own)
		return false;
	*own = e;
	own--;
	e.from = d;
	e.to = d + 1;
	e.weekday = -1;
	if (year)
		e.year = n;
	else
		e.day = (int8_t)n;
	find_preposition(s, &e);
	*own = e;
	return true;
}

/* "08" of "2007-08", "60" of "1957-60". */
static bool short_year(struct sr_doc *doc, const struct sr_spot *s,
		       struct sr_exprs *x)
{
	struct sr_expr e = x->list.items[x->list.nitem - 1];
	uint32_t i = e.to;

	if (e.kind != SR_EXPR_DATE || e.grain != SR_GRAIN_YEAR || e.bc ||
	    i + 1 >= s->end ||
	    !(sr_spot_joined(s, i, '-') || sr_spot_joined(s, i, '/')) ||
	    s->a->list.items[i + 1].kind != SR_ATOM_DIGITS ||
	    s->a->list.items[i + 1].spaced ||
	    sr_atom_length(s->a, i + 1) != 2 ||
	    (i + 2 < s->end && sr_spot_joined(s, i + 2, '-')))
		return true;
	int32_t two = sr_atom_digits(s->a, i + 1);
	if (two <= e.year % 100)
		return true;
	struct sr_expr *own = SR_PUSH(&doc->mem, &x->list);
	if (!own)
		return false;
	e.from = i + 1;
	e.to = i + 2;
	e.year += two - e.year % 100;
	e.prep = SR_NO_WORD;
	e.part = 0;
	*own = e;
	return true;
}

static bool spot_sentence(struct sr_doc *doc, const struct sr_spot *s,
			  struct sr_exprs *x)
{
	size_t before = x->list.nitem;

	for (uint32_t i = s->from; i < s->end;) {
		struct sr_expr e = EMPTY;
		const struct sr_atom *atom = &s->a->list.items[i];
		if ((!atom->nword && atom->kind != SR_ATOM_DIGITS) ||
		    !longest(s, i, &e)) {
			i++;
			continue;
		}
		find_preposition(s, &e);
		struct sr_expr *own = SR_PUSH(&doc->mem, &x->list);
		if (!own)
			return false;
		*own = e;
		if (!before_date(doc, s, x) || !more_days(doc, s, x) ||
		    !short_year(doc, s, x))
			return false;
		i = x->list.items[x->list.nitem - 1].to;
	}
	for (size_t k = before; k + 1 < x->list.nitem; k++)
		x->list.items[k].link = link_between(s, &x->list.items[k],
						     &x->list.items[k + 1]);
	return true;
}

enum sr_code sr_exprs_make(struct sr_doc *doc, const struct sr_kit *kit,
			   struct sr_err *err)
{
	if (doc->exprs)
		return SR_OK;
	enum sr_code code = sr_atoms_make(doc, kit, err);
	if (code)
		return code;
	struct sr_exprs *x = SR_NEW(&doc->mem, struct sr_exprs, 1);
	if (!x)
		return sr_fail_nomem(err, "times");
	struct sr_spot s = { .doc = doc,
			     .a = doc->atoms,
			     .tagged = sr_spot_tagged(doc) };
	for (size_t i = 0; i < doc->sentences.nitem; i++) {
		s.from = doc->atoms->first[doc->sentences.items[i].from];
		s.end = doc->atoms->first[doc->sentences.items[i].to];
		if (!spot_sentence(doc, &s, x))
			return sr_fail_nomem(err, "times");
	}
	doc->exprs = x;
	return SR_OK;
}
