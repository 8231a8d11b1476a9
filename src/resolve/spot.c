/* Finds the expressions of time in each sentence: at every atom, each shape of
 * expression is tried and the longest kept, as a reader would. What the words
 * are is in data/lexicon/times.tsv; what they count from is settled later. */
#include "base/str.h"
#include "ontology.h"
#include "resolve/spot.h"
#include "resolve/value.h"

#define MOST_PHRASE 4  /* atoms of a preposition */
#define MOST_NOUNS 7   /* atoms of "Russia's full-scale invasion" */
#define NTH_LAST 99

const struct sr_word *sr_spot_word(const struct sr_spot *s, uint32_t i,
                                   enum sr_time_word kind)
{
	if (i < s->from || i >= s->end)
		return NULL;
	const struct sr_word *w = sr_atom_word(s->a, i, SR_TABLE_TIMES, kind);
	return w && i + w->n <= s->end ? w : NULL;
}

int32_t sr_spot_value(const struct sr_spot *s, const struct sr_word *w)
{
	return sr_word_value(s->a, w, SR_TIMES_VALUE);
}

int32_t sr_spot_extra(const struct sr_spot *s, const struct sr_word *w)
{
	return sr_word_value(s->a, w, SR_TIMES_EXTRA);
}

bool sr_spot_joined(const struct sr_spot *s, uint32_t i, char c)
{
	return i < s->end && !s->a->list.items[i].spaced &&
	       sr_atom_is(s->a, i, c);
}

unsigned sr_spot_upos(const struct sr_spot *s, uint32_t i)
{
	if (i >= s->end || i < s->from || !s->tagged)
		return SR_UPOS_X;
	return s->doc->tokens.items[s->a->list.items[i].token].upos;
}

static bool is_word(const struct sr_spot *s, uint32_t i)
{
	return i < s->end && s->a->list.items[i].kind == SR_ATOM_WORD;
}

/* Behind a word of this kind at i, if there is one. */
static uint32_t skip(const struct sr_spot *s, uint32_t i,
                     enum sr_time_word kind)
{
	const struct sr_word *w = sr_spot_word(s, i, kind);

	return w ? i + w->n : i;
}

static uint32_t skip_hyphen(const struct sr_spot *s, uint32_t i)
{
	return i + (sr_spot_joined(s, i, '-') && i + 1 < s->end);
}

static void set_unit(const struct sr_spot *s, const struct sr_word *w,
                     struct sr_expr *e)
{
	static const uint8_t GRAIN[] = {
		SR_GRAIN_DAY,   SR_GRAIN_DAY,  SR_GRAIN_DAY,
		SR_GRAIN_DAY,   SR_GRAIN_WEEK, SR_GRAIN_MONTH,
		SR_GRAIN_YEAR,  SR_GRAIN_DECADE, SR_GRAIN_CENTURY,
	};

	e->unit = (uint8_t)sr_spot_value(s, w);
	e->grain = GRAIN[e->unit];
	e->low *= sr_spot_extra(s, w);
	e->high *= sr_spot_extra(s, w);
}

/* Is the unit's word a plural? Times.tsv lists singular and plural in a row. */
static bool plural_unit(const struct sr_spot *s, uint32_t i)
{
	struct sr_span at = s->a->list.items[i].at;

	return (s->a->text.s[at.to - 1] | 32) == 's';
}

/* How many: "25", "a", "several", "two or three", "many", "half a"; fills low
 * and high and gives the atom behind, or i. */
static uint32_t quantity(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	struct sr_value v;

	if (i >= s->end)
		return i;
	if (sr_value_read(s->a, i, s->end, &v) && !v.ordinal) {
		if (v.form == SR_VALUE_DIGITS && v.to == i + 1 &&
		    sr_atom_length(s->a, i) > 4)
			return i;
		e->low = v.low;
		e->high = v.high;
		if (v.share) { /* half a year, half an hour */
			e->low = e->high = v.low / 100;
			const struct sr_word *w =
			        v.to < s->end ? sr_atom_word(s->a, v.to,
			                                     SR_TABLE_NUMERALS,
			                                     SR_NUMERAL_ARTICLE)
			                      : NULL;
			return w ? v.to + w->n : v.to;
		}
		return v.to;
	}
	const struct sr_word *w = sr_atom_word(s->a, i, SR_TABLE_NUMERALS,
	                                       SR_NUMERAL_ARTICLE);
	if (w) {
		e->low = e->high = 1000;
		return i + w->n;
	}
	w = sr_spot_word(s, i, SR_TW_MANY);
	if (w) {
		e->low = 3000;
		e->high = 30000;
		return i + w->n;
	}
	return i;
}

/* "to 10", "or three", "-18" behind a quantity: widens it. */
static uint32_t quantity_range(const struct sr_spot *s, uint32_t i,
                               struct sr_expr *e)
{
	struct sr_expr more = { 0 };
	uint32_t at = sr_spot_joined(s, i, '-') ? i + 1
	                                        : skip(s, i, SR_TW_TO);

	if (at == i)
		at = skip(s, i, SR_TW_AND);
	if (at == i)
		return i;
	uint32_t to = quantity(s, at, &more);
	if (to == at || more.low < e->low)
		return i;
	e->high = more.high;
	return to;
}

/* "two full weeks", "25 days", "ten-day", "year-long", "weeks": without what
 * makes it an offset. Gives the atom behind, or 0. */
static uint32_t length_of_time(const struct sr_spot *s, uint32_t i,
                               struct sr_expr *e)
{
	uint32_t from = i;

	for (uint32_t at = skip(s, from, SR_TW_APPROX); at != from;
	     at = skip(s, from, SR_TW_APPROX))
		from = at;
	uint32_t at = quantity(s, from, e);
	bool counted = at > from;
	if (counted)
		at = quantity_range(s, at, e);
	if (from > i && !counted)
		return 0;
	at = skip_hyphen(s, at);
	for (uint32_t k = 0; counted && k < 2; k++)
		at = skip(s, at, SR_TW_FILLER);
	const struct sr_word *w = sr_spot_word(s, at, SR_TW_UNIT);
	if (!w || (!counted && !plural_unit(s, at)))
		return 0;
	/* "second" is an order, "seconds" alone no time worth a mention. */
	if (sr_spot_value(s, w) == SR_SECOND &&
	    (!counted || !plural_unit(s, at)))
		return 0;
	if (!counted && at > s->from &&
	    (sr_spot_joined(s, at, '-') || sr_spot_joined(s, at - 1, '-')))
		return 0;
	set_unit(s, w, e);
	e->kind = SR_EXPR_DURATION;
	at += w->n;
	uint32_t lon = skip(s, skip_hyphen(s, at), SR_TW_LONG);
	if (lon == skip_hyphen(s, at))
		return at;
	/* "a year-long trial": the article is the trial's. */
	return sr_atom_word(s->a, from, SR_TABLE_NUMERALS, SR_NUMERAL_ARTICLE)
	               ? 0
	               : lon;
}

/* A day's, month's ... own name used as a length: "year-long". */
static uint32_t unit_long(const struct sr_spot *s, uint32_t i,
                          struct sr_expr *e)
{
	const struct sr_word *w = sr_spot_word(s, i, SR_TW_UNIT);

	if (!w || !sr_spot_joined(s, i + w->n, '-'))
		return 0;
	uint32_t to = skip(s, i + w->n + 1, SR_TW_LONG);
	if (to == i + w->n + 1)
		return 0;
	e->low = e->high = 1000;
	set_unit(s, w, e);
	e->kind = SR_EXPR_DURATION;
	return to;
}

/* The noun of a war within a short noun phrase at i ("Russia's full-scale
 * invasion"): gives the atom behind it, or 0. */
static uint32_t war_noun(const struct sr_spot *s, uint32_t i)
{
	uint32_t to = 0;

	for (uint32_t k = i; k < s->end && k < i + MOST_NOUNS; k++) {
		const struct sr_word *w = sr_spot_word(s, k, SR_TW_WAR);
		if (w) {
			to = k + w->n;
			k = to - 1;
			continue;
		}
		if (to)
			break;
		if (!is_word(s, k) && !sr_spot_joined(s, k, '\'') &&
		    !sr_spot_joined(s, k, '-') && !sr_spot_joined(s, k, '.'))
			break;
		unsigned upos = sr_spot_upos(s, k);
		if (upos == SR_UPOS_VERB || upos == SR_UPOS_AUX ||
		    upos == SR_UPOS_ADP || upos == SR_UPOS_CCONJ)
			break;
	}
	return to;
}

/* Is it this war and no other one, no part of it: nothing like "of 1812" or
 * "on Sunday" behind it? */
static bool war_plain(const struct sr_spot *s, uint32_t i)
{
	if (i >= s->end || !sr_spot_word(s, i, SR_TW_IN))
		return true;
	struct sr_expr e = { .weekday = -1 };
	return sr_spot_date(s, i + 1, &e) == 0;
}

/* "the start of the invasion", "the war began", "day 68 of the war". */
static uint32_t war(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	const struct sr_word *w = sr_spot_word(s, i, SR_TW_PART);
	uint32_t to;

	e->kind = SR_EXPR_WAR;
	if (w && sr_spot_value(s, w) == SR_PART_OF_FIRST) {
		to = war_noun(s, i + w->n);
		return to && war_plain(s, to) ? to : 0;
	}
	bool since = i > s->from && (sr_spot_word(s, i - 1, SR_TW_SINCE) ||
	                             sr_spot_word(s, i - 1, SR_TW_BEFORE) ||
	                             sr_spot_word(s, i - 1, SR_TW_AFTER));
	if (!since && !sr_spot_word(s, i, SR_TW_THE))
		return 0;
	to = war_noun(s, i);
	if (!to || !war_plain(s, to))
		return 0;
	w = sr_spot_word(s, to, SR_TW_BEGIN);
	if (w && war_plain(s, to + w->n))
		return to + w->n;
	return since && sr_spot_word(s, i - 1, SR_TW_SINCE) ? to : 0;
}

/* "day 68 of the war", "the 68th day of the invasion". */
static uint32_t war_day(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	struct sr_value v = { 0 };
	const struct sr_word *unit = sr_spot_word(s, i, SR_TW_UNIT);
	uint32_t at = 0;

	if (unit && sr_spot_value(s, unit) == SR_DAY &&
	    sr_value_read(s->a, i + unit->n, s->end, &v) && !v.ordinal &&
	    v.form == SR_VALUE_DIGITS) {
		at = v.to;
	} else if (!unit && sr_value_read(s->a, i, s->end, &v) && v.ordinal) {
		unit = sr_spot_word(s, v.to, SR_TW_UNIT);
		if (unit && sr_spot_value(s, unit) == SR_DAY)
			at = v.to + unit->n;
	}
	if (!at || v.low > 5000000)
		return 0;
	uint32_t of = skip(s, at, SR_TW_OF);
	uint32_t to = of > at ? war_noun(s, of) : 0;
	if (!to && v.ordinal) /* "the invasion is in its 68th day" */
		return 0;
	e->kind = SR_EXPR_WAR;
	e->low = e->high = v.low - 1000;
	e->unit = SR_DAY;
	e->grain = SR_GRAIN_DAY;
	e->sign = 1;
	return to ? to : at;
}

/* The noun phrase behind "eight days after": gives the atom behind it. */
static uint32_t noun_phrase(const struct sr_spot *s, uint32_t i)
{
	uint32_t k = i;
	uint32_t to = i;

	for (; k < s->end && k < i + MOST_NOUNS && is_word(s, k); k++) {
		unsigned upos = sr_spot_upos(s, k);
		if (upos == SR_UPOS_NOUN || upos == SR_UPOS_PROPN)
			to = k + 1;
		else if (upos != SR_UPOS_DET && upos != SR_UPOS_ADJ &&
		         upos != SR_UPOS_NUM)
			break;
	}
	return to;
}

/* "after the vote" behind a length of time. */
static uint32_t beside(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	const struct sr_word *w = sr_spot_word(s, i, SR_TW_BESIDE);
	struct sr_expr date = { .weekday = -1 };

	if (!w)
		return 0;
	bool into = sr_spot_extra(s, w) == 1;
	uint32_t at = i + w->n;
	e->sign = (int8_t)sr_spot_value(s, w);
	e->loose = true;
	uint32_t to = war_noun(s, at);
	uint32_t begun = to ? skip(s, to, SR_TW_BEGIN) : 0;
	if (to) {
		e->kind = SR_EXPR_WAR;
		return begun;
	}
	if (into)
		return 0;
	e->kind = SR_EXPR_OFFSET;
	if (sr_spot_date(s, skip(s, at, SR_TW_THE), &date)) {
		e->beside = true;
		return at; /* the date itself is the next expression */
	}
	to = noun_phrase(s, at);
	e->beside = to > at;
	return to > at ? to : at;
}

/* What behind a length of time says where it counts from. */
static uint32_t offset(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	static const enum sr_time_word WAY[] = { SR_TW_AGO, SR_TW_OFFSET,
		                                 SR_TW_HENCE };

	if (sr_spot_joined(s, i, '\'') && sr_spot_word(s, i + 1, SR_TW_HENCE))
		i++; /* in a few days' time */
	for (size_t k = 0; k < sizeof(WAY) / sizeof(WAY[0]); k++) {
		const struct sr_word *w = sr_spot_word(s, i, WAY[k]);
		if (!w)
			continue;
		e->kind = SR_EXPR_OFFSET;
		e->sign = k == 2 ? 1 : (int8_t)sr_spot_value(s, w);
		e->loose = k == 1;
		return i + w->n;
	}
	return beside(s, i, e);
}

/* Ages are no times: "6-year-old", "25 years old", "aged 7". */
static uint32_t age(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	const struct sr_word *w = sr_spot_word(s, skip_hyphen(s, i),
	                                       SR_TW_AGE);

	if (!w || sr_spot_extra(s, w))
		return 0;
	e->kind = SR_EXPR_AGE;
	return skip_hyphen(s, i) + w->n;
}

static uint32_t aged(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	const struct sr_word *w = sr_spot_word(s, i, SR_TW_AGE);
	uint32_t to = w && sr_spot_extra(s, w) ? quantity(s, i + w->n, e) : i;

	if (to == i || to == i + w->n)
		return 0;
	uint32_t more = quantity_range(s, to, e);
	e->kind = SR_EXPR_AGE;
	return more;
}

/* A length of time and what it counts from: durations and offsets. */
static uint32_t length(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	uint32_t to = length_of_time(s, i, e);

	if (!to)
		to = unit_long(s, i, e);
	if (!to)
		return 0;
	uint32_t more = age(s, to, e);
	if (more)
		return more;
	more = offset(s, to, e);
	if (more)
		return more;
	/* "30 a day": so many in each. */
	bool article = sr_atom_word(s->a, i, SR_TABLE_NUMERALS,
	                            SR_NUMERAL_ARTICLE) != NULL;
	if (article && i > s->from &&
	    (s->a->list.items[i - 1].kind == SR_ATOM_DIGITS ||
	     sr_spot_upos(s, i - 1) == SR_UPOS_NUM ||
	     sr_spot_upos(s, i - 1) == SR_UPOS_NOUN))
		e->kind = SR_EXPR_REPEAT;
	return to;
}

/* "the day before", "the year after", "the day following". */
static uint32_t unit_beside(const struct sr_spot *s, uint32_t i,
                            struct sr_expr *e)
{
	uint32_t at = skip(s, i, SR_TW_THE);
	const struct sr_word *unit = at > i ? sr_spot_word(s, at, SR_TW_UNIT)
	                                    : NULL;

	if (!unit || plural_unit(s, at))
		return 0;
	e->low = e->high = 1000;
	set_unit(s, unit, e);
	uint32_t to = at + unit->n;
	const struct sr_word *w = sr_spot_word(s, to, SR_TW_REL);
	if (w && sr_spot_extra(s, w) == SR_REL_TOLD && sr_spot_value(s, w)) {
		e->kind = SR_EXPR_OFFSET;
		e->sign = (int8_t)sr_spot_value(s, w);
		e->loose = true;
		return to + w->n;
	}
	return beside(s, to, e);
}

static void set_rel(const struct sr_spot *s, const struct sr_word *w,
                    bool the, struct sr_expr *e)
{
	e->rel = (int8_t)sr_spot_value(s, w);
	e->flavor = (uint8_t)sr_spot_extra(s, w);
	/* "the next day" counts from what was told, "next week" from today. */
	if (the && e->flavor == SR_REL_CALENDAR && e->rel > 0)
		e->flavor = SR_REL_TOLD;
}

/* What can stand behind "last", "this", "next": gives the atom behind it. */
static uint32_t rel_head(const struct sr_spot *s, uint32_t i, bool the,
                         struct sr_expr *e)
{
	const struct sr_word *w;

	e->kind = SR_EXPR_REL;
	uint32_t at = quantity(s, i, e);
	for (uint32_t k = 0; k < 2 && at > i; k++)
		at = skip(s, at, SR_TW_FILLER);
	if ((w = sr_spot_word(s, at, SR_TW_UNIT)) &&
	    sr_spot_value(s, w) != SR_SECOND) {
		bool many = e->low || plural_unit(s, at);
		if (the && e->rel < 0 && e->flavor == SR_REL_CALENDAR)
			e->flavor = SR_REL_TRAILING;
		if (many && e->flavor == SR_REL_CALENDAR)
			e->flavor = SR_REL_TRAILING;
		if (!e->low && many) {
			e->many = true;
			e->low = 2000;
			e->high = 9000;
		}
		set_unit(s, w, e);
		return at + w->n;
	}
	if (at > i)
		return 0;
	if ((w = sr_spot_word(s, i, SR_TW_DAYPART))) {
		e->daypart = (uint8_t)sr_spot_value(s, w);
		e->unit = SR_DAY;
		e->grain = SR_GRAIN_DAY;
		return i + w->n;
	}
	if ((w = sr_spot_word(s, i, SR_TW_WEEKEND))) {
		e->unit = SR_WEEK;
		e->grain = SR_GRAIN_WEEK;
		e->weekday = 5;
		return i + w->n;
	}
	struct sr_expr date = *e;
	date.rel = 0;
	date.flavor = 0;
	uint32_t to = sr_spot_date(s, i, &date);
	if (!to || date.year || date.flavor || date.grain > SR_GRAIN_SEASON)
		return 0;
	date.rel = e->rel;
	date.flavor = e->flavor;
	date.kind = SR_EXPR_DATE;
	*e = date;
	if ((w = sr_spot_word(s, to, SR_TW_DAYPART)) && date.weekday >= 0) {
		e->daypart = (uint8_t)sr_spot_value(s, w);
		to += w->n;
	}
	return to;
}

/* "last week", "the next two days", "that same morning", "the four previous
 * weeks". */
static uint32_t rel(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	uint32_t at = skip(s, i, SR_TW_THE);
	const struct sr_word *w = sr_spot_word(s, at, SR_TW_REL);

	if (w) {
		set_rel(s, w, at > i, e);
		return rel_head(s, at + w->n, at > i, e);
	}
	if (at == i)
		return 0;
	struct sr_expr n = *e;
	uint32_t to = quantity(s, at, &n);
	w = to > at ? sr_spot_word(s, to, SR_TW_REL) : NULL;
	const struct sr_word *unit =
	        w ? sr_spot_word(s, to + w->n, SR_TW_UNIT) : NULL;
	if (!unit)
		return 0;
	*e = n;
	set_rel(s, w, true, e);
	if (e->flavor == SR_REL_CALENDAR)
		e->flavor = SR_REL_TRAILING;
	e->kind = SR_EXPR_REL;
	set_unit(s, unit, e);
	return to + w->n + unit->n;
}

/* A stretch that a part can be of: a date, last week, the month, the war. */
static uint32_t whole(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	const struct sr_expr empty = *e;
	uint32_t to = rel(s, i, e);

	if (to && !e->low)
		return to;
	*e = empty;
	uint32_t at = skip(s, i, SR_TW_THE);
	e->kind = SR_EXPR_DATE;
	to = sr_spot_date(s, at, e);
	if (to)
		return to;
	*e = empty;
	const struct sr_word *w = sr_spot_word(s, at, SR_TW_UNIT);
	if (w && !plural_unit(s, at)) {
		e->kind = SR_EXPR_REL;
		e->flavor = SR_REL_TOLD;
		set_unit(s, w, e);
		return at + w->n;
	}
	return 0;
}

/* "early March", "the end of the month", "Late in 1957", "mid-May". */
static uint32_t part(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	uint32_t at = skip(s, i, SR_TW_THE);
	const struct sr_word *w = sr_spot_word(s, at, SR_TW_PART);

	if (!w)
		return 0;
	uint32_t from = skip_hyphen(s, at + w->n);
	if (from == at + w->n && sr_spot_word(s, from, SR_TW_IN))
		from = skip(s, from, SR_TW_IN);
	if (from < s->end && sr_spot_joined(s, from, ','))
		from++;
	uint32_t to = whole(s, from, e);
	if (!to)
		return 0;
	if (e->grain == SR_GRAIN_DAY && e->daypart == 0 && !e->day &&
	    e->weekday < 0 && e->kind == SR_EXPR_DATE)
		return 0;
	e->part = (uint8_t)sr_spot_value(s, w);
	/* "the mid-2007 plan": the article is the plan's. */
	if (at > i && e->part <= SR_PART_OF_LATE &&
	    e->kind == SR_EXPR_DATE && e->grain >= SR_GRAIN_MONTH &&
	    sr_spot_upos(s, to) == SR_UPOS_NOUN)
		return 0;
	w = sr_spot_word(s, to, SR_TW_DAYPART);
	if (w && e->grain == SR_GRAIN_DAY && !e->daypart) {
		e->daypart = (uint8_t)sr_spot_value(s, w);
		to += w->n;
	}
	return to;
}

/* "earlier this week", "later that month", "later in the year". */
static uint32_t drift(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	const struct sr_word *w = sr_spot_word(s, i, SR_TW_EARLIER);

	if (!w)
		w = sr_spot_word(s, i, SR_TW_LATER);
	if (!w)
		return 0;
	uint32_t at = skip(s, i + w->n, SR_TW_IN);
	uint32_t to = whole(s, at, e);
	if (!to)
		return 0;
	e->drift = (int8_t)sr_spot_value(s, w);
	return to;
}

/* "the night of 8 February", "early in the morning of", "the early morning
 * hours of May 3". */
static uint32_t daypart_of(const struct sr_spot *s, uint32_t i,
                           struct sr_expr *e)
{
	uint32_t at = i;
	const struct sr_word *early = NULL;

	at = skip(s, at, SR_TW_THE);
	early = sr_spot_word(s, at, SR_TW_PART);
	if (early)
		at = skip(s, skip(s, at + early->n, SR_TW_IN), SR_TW_THE);
	const struct sr_word *w = sr_spot_word(s, at, SR_TW_DAYPART);
	if (!w || at == i)
		return 0;
	uint32_t of = at + w->n;
	if (sr_spot_word(s, of, SR_TW_UNIT)) /* morning hours */
		of++;
	uint32_t from = skip(s, of, SR_TW_IN);
	if (from == of)
		from = skip(s, of, SR_TW_OF);
	if (from == of)
		return 0;
	e->kind = SR_EXPR_DATE;
	uint32_t to = sr_spot_date(s, from, e);
	if (!to) {
		struct sr_expr r = { .weekday = -1, .prep = SR_NO_WORD,
			             .war = SR_NONE };
		to = rel(s, from, &r);
		*e = r;
	}
	if (!to || e->grain != SR_GRAIN_DAY)
		return 0;
	e->daypart = (uint8_t)sr_spot_value(s, w);
	e->part = early ? (uint8_t)sr_spot_value(s, early) : 0;
	return to;
}

/* A date, with a part of the day behind it; "the" before seasons, decades. */
static uint32_t date(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	uint32_t at = skip(s, i, SR_TW_APPROX);

	e->kind = SR_EXPR_DATE;
	if (at > i) {
		uint32_t to = sr_spot_date(s, at, e);
		return to && e->grain == SR_GRAIN_YEAR ? to : 0;
	}
	uint32_t to = sr_spot_date(s, i, e);
	if (!to && (at = skip(s, i, SR_TW_THE)) > i) {
		const struct sr_expr empty = *e;
		to = sr_spot_date(s, at, e);
		if (to && (e->grain < SR_GRAIN_SEASON ||
		           e->grain == SR_GRAIN_YEAR)) {
			*e = empty;
			return 0;
		}
		/* "the spring offensive": the noun has the article. */
		if (to && e->grain == SR_GRAIN_SEASON && !e->year &&
		    !e->flavor && sr_spot_upos(s, to) == SR_UPOS_NOUN)
			return 0;
	}
	const struct sr_word *w =
	        to ? sr_spot_word(s, to, SR_TW_DAYPART) : NULL;
	if (w && e->grain == SR_GRAIN_DAY) {
		e->daypart = (uint8_t)sr_spot_value(s, w);
		to += w->n;
	}
	return to;
}

/* "the first week of March", "the last two days of May". */
static uint32_t nth_of(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	struct sr_value v = { 0 };
	struct sr_expr n = { .low = 1000, .high = 1000 };
	uint32_t at = skip(s, i, SR_TW_THE);
	const struct sr_word *last = sr_spot_word(s, at, SR_TW_REL);

	if (last && sr_spot_value(s, last) < 0)
		at += last->n;
	else if (sr_value_read(s->a, at, s->end, &v) && v.ordinal)
		at = v.to;
	else
		return 0;
	at = quantity(s, at, &n);
	const struct sr_word *unit = sr_spot_word(s, at, SR_TW_UNIT);
	if (!unit || n.low > 31000)
		return 0;
	set_unit(s, unit, &n);
	uint32_t of = skip(s, at + unit->n, SR_TW_OF);
	const struct sr_expr empty = *e;
	uint32_t to = of == at + unit->n ? 0 : whole(s, of, e);
	if (n.unit >= SR_DAY && !to && v.ordinal && at > i + 1) {
		*e = empty; /* the third day of fighting */
		e->kind = SR_EXPR_REF;
		e->flavor = SR_REL_TOLD;
		return at + unit->n;
	}
	if (!to || n.unit < SR_DAY || n.unit > SR_WEEK || (e->grain != SR_GRAIN_MONTH && e->grain != SR_GRAIN_YEAR) ||
	    v.low > 31000)
		return 0;
	e->nth = last ? NTH_LAST : (uint8_t)(v.low / 1000);
	e->unit = n.unit;
	e->low = e->high = n.low;
	return to;
}

static uint32_t every(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	const struct sr_word *w = sr_spot_word(s, i, SR_TW_REPEAT);

	e->kind = SR_EXPR_REPEAT;
	if (w)
		return i + w->n;
	w = sr_spot_word(s, i, SR_TW_EVERY);
	if (!w)
		return 0;
	uint32_t at = quantity(s, i + w->n, e);
	const struct sr_word *unit = sr_spot_word(s, at, SR_TW_UNIT);
	if (!unit)
		unit = sr_spot_word(s, at, SR_TW_DAYPART);
	if (!unit)
		unit = sr_spot_word(s, at, SR_TW_SEASON);
	if (!unit)
		unit = sr_atom_any(s->a, at < s->end ? at : i,
		                   SR_TABLE_WEEKDAYS);
	return unit && at < s->end ? at + unit->n : 0;
}

/* "9:34 p.m.", "5am", "0600 GMT", "7 o'clock". */
static uint32_t clock_time(const struct sr_spot *s, uint32_t i,
                           struct sr_expr *e)
{
	if (i >= s->end || s->a->list.items[i].kind != SR_ATOM_DIGITS ||
	    (i > s->from && !s->a->list.items[i].spaced &&
	     !sr_atom_is(s->a, i - 1, '(')))
		return 0;
	int32_t hour = sr_atom_digits(s->a, i);
	uint32_t n = sr_atom_length(s->a, i);
	uint32_t at = i + 1;
	bool minutes = false;
	if (n <= 2 && (sr_spot_joined(s, at, ':') || sr_spot_joined(s, at, '.')) &&
	    at + 1 < s->end && s->a->list.items[at + 1].kind == SR_ATOM_DIGITS &&
	    !s->a->list.items[at + 1].spaced &&
	    sr_atom_length(s->a, at + 1) == 2 && hour < 25) {
		minutes = sr_atom_is(s->a, at, ':');
		at += 2;
	}
	if (hour < 0 || (n <= 2 ? hour > 24 : n != 4 || hour > 2400))
		return 0;
	uint32_t to = skip(s, at, SR_TW_CLOCK);
	uint32_t zone = skip(s, to, SR_TW_ZONE);
	if (zone == at && !minutes)
		return 0;
	if (n == 4 && to == at && zone == at)
		return 0;
	uint32_t day = sr_spot_joined(s, zone, ',')
	                       ? sr_spot_date(s, zone + 1, e)
	                       : 0;
	if (day && e->grain == SR_GRAIN_DAY) { /* 9:34 p.m., March 19 EST */
		e->kind = SR_EXPR_DATE;
		return skip(s, day, SR_TW_ZONE);
	}
	e->kind = SR_EXPR_CLOCK;
	e->grain = SR_GRAIN_DAY;
	return zone;
}

/* Is a word that may be one of time one here? */
static bool ref_fits(const struct sr_spot *s, uint32_t to, bool adjective)
{
	if (!adjective)
		return true;
	unsigned upos = sr_spot_upos(s, to);

	return upos == SR_UPOS_NOUN || upos == SR_UPOS_PROPN ||
	       upos == SR_UPOS_ADJ;
}

/* Words that need nothing beside them: now, yesterday, at that time. */
static uint32_t simple(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	const struct sr_word *w;

	if ((w = sr_spot_word(s, i, SR_TW_DAY))) {
		e->kind = SR_EXPR_DAY;
		e->sign = (int8_t)sr_spot_value(s, w);
		e->daypart = (uint8_t)sr_spot_extra(s, w);
		e->grain = SR_GRAIN_DAY;
		const struct sr_word *d =
		        sr_spot_word(s, i + w->n, SR_TW_DAYPART);
		if (d)
			e->daypart = (uint8_t)sr_spot_value(s, d);
		return i + w->n + (d ? d->n : 0);
	}
	e->kind = SR_EXPR_REF;
	e->grain = SR_GRAIN_NONE;
	if ((w = sr_spot_word(s, i, SR_TW_REF))) {
		e->rel = (int8_t)sr_spot_value(s, w);
		return ref_fits(s, i + w->n, sr_spot_extra(s, w) == 1)
		               ? i + w->n
		               : 0;
	}
	if ((w = sr_spot_word(s, i, SR_TW_THEN))) {
		e->flavor = SR_REL_TOLD;
		e->same = sr_spot_extra(s, w) == 1;
		return i + w->n;
	}
	if ((w = sr_spot_word(s, i, SR_TW_SPAN))) {
		e->kind = SR_EXPR_DURATION;
		return i + w->n;
	}
	if ((w = sr_spot_word(s, i, SR_TW_YEAR_END))) {
		e->kind = SR_EXPR_REL;
		e->unit = SR_YEAR;
		e->grain = SR_GRAIN_YEAR;
		e->flavor = SR_REL_CALENDAR;
		e->part = SR_PART_OF_LAST;
		return i + w->n;
	}
	if ((w = sr_spot_word(s, i, SR_TW_WEEKEND)) && i > s->from &&
	    sr_spot_word(s, i - 1, SR_TW_THE)) {
		e->kind = SR_EXPR_REL;
		e->flavor = SR_REL_CALENDAR;
		e->unit = SR_WEEK;
		e->grain = SR_GRAIN_WEEK;
		e->weekday = 5;
		return i + w->n;
	}
	return 0;
}

/* "at night", "in the morning": a part of some day. */
static uint32_t part_of_day(const struct sr_spot *s, uint32_t i,
                            struct sr_expr *e)
{
	const struct sr_word *w = sr_spot_word(s, i, SR_TW_DAYPART);

	if (!w)
		return 0;
	uint32_t p = i > s->from ? i - 1 : i;
	if (sr_spot_word(s, p, SR_TW_THE) && p > s->from)
		p--;
	bool noun = sr_spot_upos(s, skip_hyphen(s, i + w->n)) == SR_UPOS_NOUN;
	if (!sr_spot_word(s, p, SR_TW_IN) && !sr_spot_word(s, p, SR_TW_BY) &&
	    !sr_spot_word(s, p, SR_TW_BEFORE) && !noun) /* night raids */
		return 0;
	e->kind = SR_EXPR_REF;
	e->daypart = (uint8_t)sr_spot_value(s, w);
	e->grain = SR_GRAIN_NONE;
	return i + w->n;
}

static const struct sr_expr EMPTY = {
	.weekday = -1,
	.prep = SR_NO_WORD,
	.grain = SR_GRAIN_NONE,
	.war = SR_NONE,
};

/* The longest expression at i; 0 if there is none. */
static uint32_t longest(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	static uint32_t (*const READ[])(const struct sr_spot *, uint32_t,
	                                struct sr_expr *) = {
		date, rel,     part,    drift,      daypart_of, nth_of,
		length, unit_beside, war, war_day,  simple, every,
		clock_time, aged, part_of_day,
	};
	uint32_t best = 0;

	for (size_t k = 0; k < sizeof(READ) / sizeof(READ[0]); k++) {
		struct sr_expr own = EMPTY;
		uint32_t to = READ[k](s, i, &own);
		if (to > best) {
			best = to;
			*e = own;
		}
	}
	e->from = i;
	e->to = best;
	return best;
}

/* The preposition that ends where the expression begins. */
static uint8_t preposition(const struct sr_spot *s, uint32_t i)
{
	for (uint32_t n = MOST_PHRASE; n > 0; n--) {
		if (i < s->from + n)
			continue;
		for (int k = SR_TW_SINCE; k <= SR_TW_BETWEEN; k++) {
			const struct sr_word *w = sr_spot_word(
			        s, i - n, (enum sr_time_word)k);
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
			uint32_t y = skip_hyphen(s, to) == to &&
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
	    s->a->list.items[e.from].kind != SR_ATOM_DIGITS ||
	    !(e.day || year))
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

bool sr_spot_tagged(const struct sr_doc *doc)
{
	for (size_t i = 0; i < doc->tokens.nitem; i++)
		if (doc->tokens.items[i].upos)
			return true;
	return false;
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
