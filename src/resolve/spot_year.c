/* Years, decades and centuries, and what a run of digits is part of: whether
 * four digits are a year, a count, a calibre or a model's name is decided by
 * what stands beside them. */
#include "base/str.h"
#include "ontology.h"
#include "resolve/spot.h"
#include "resolve/value.h"

#define FIRST_YEAR 1000
#define LAST_YEAR 2100
/* Numbers in this span are years even where a count could stand. */
#define LIKELY_FIRST 1700
#define LIKELY_LAST 2060

bool sr_spot_digits_joined(const struct sr_spot *s, uint32_t i)
{
	return i < s->end && s->a->list.items[i].kind == SR_ATOM_DIGITS &&
	       !s->a->list.items[i].spaced;
}

/* Does the run of digits at i go on: 1,939 or 10.5 or 11:30 or 2S19 or 24km? */
bool sr_spot_goes_on(const struct sr_spot *s, uint32_t i)
{
	uint32_t j = i + 1;

	if (j >= s->end || s->a->list.items[j].spaced)
		return false;
	if (s->a->list.items[j].kind == SR_ATOM_WORD)
		return true;
	return (sr_spot_joined(s, j, ',') || sr_spot_joined(s, j, '.') ||
		sr_spot_joined(s, j, ':') || sr_spot_joined(s, j, '/')) &&
	       sr_spot_digits_joined(s, j + 1);
}

const struct sr_word *sr_spot_month(const struct sr_spot *s, uint32_t i)
{
	return i < s->end ? sr_atom_any(s->a, i, SR_TABLE_MONTHS) : NULL;
}

/* Does it stand at the end of something: $1939, 1:39, F-16, /39? */
bool sr_spot_comes_from(const struct sr_spot *s, uint32_t i)
{
	const struct sr_atom *atom = s->a->list.items;

	if (i == s->from || atom[i].spaced || atom[i - 1].kind != SR_ATOM_MARK)
		return i > s->from && !atom[i].spaced;
	if (sr_atom_is(s->a, i - 1, '(') || sr_atom_is(s->a, i - 1, '"') ||
	    sr_atom_is(s->a, i - 1, '\'') || sr_atom_is(s->a, i - 1, '[') ||
	    sr_atom_is(s->a, i - 1, '@'))
		return false;
	if (!sr_atom_is(s->a, i - 1, '-') && !sr_atom_is(s->a, i - 1, '/'))
		return true;
	/* After a dash: a word before it makes a name ("F-16"), unless it is
	 * one of time; digits or a space before it make a range. */
	uint32_t k = i - 1;
	if (atom[k].spaced || k == s->from)
		return false;
	return atom[k - 1].kind == SR_ATOM_WORD && !sr_spot_month(s, k - 1) &&
	       !sr_atom_any(s->a, k - 1, SR_TABLE_TIMES);
}

/* "/2000", "/85" behind a year, close to it? */
static bool slash_year(const struct sr_spot *s, uint32_t i)
{
	return sr_spot_joined(s, i, '/') && sr_spot_digits_joined(s, i + 1) &&
	       (sr_atom_length(s->a, i + 1) == 4 ||
		sr_atom_length(s->a, i + 1) == 2);
}

/* Four digits that could be a year, nothing looked at around them. */
uint32_t sr_spot_bare_year(const struct sr_spot *s, uint32_t i, int32_t *year)
{
	if (i >= s->end || s->a->list.items[i].kind != SR_ATOM_DIGITS ||
	    sr_atom_length(s->a, i) != 4 ||
	    (sr_spot_goes_on(s, i) && !slash_year(s, i + 1)))
		return 0;
	*year = sr_atom_digits(s->a, i);
	return *year >= FIRST_YEAR && *year <= LAST_YEAR ? i + 1 : 0;
}

bool sr_spot_is_noun(const struct sr_spot *s, uint32_t i)
{
	return i < s->end && s->a->list.items[i].kind == SR_ATOM_WORD &&
	       sr_spot_upos(s, i) == SR_UPOS_NOUN;
}

static bool is_plural(const struct sr_spot *s, uint32_t i)
{
	return sr_spot_is_noun(s, i) &&
	       s->doc->tokens.items[s->a->list.items[i].token].xpos ==
		       SR_XPOS_NNS;
}

bool sr_spot_measure(const struct sr_spot *s, uint32_t i)
{
	const struct sr_word *w = sr_atom_any(s->a, i, SR_TABLE_UNITS);

	return w && w->kind != SR_UNIT_LABEL;
}

/* Is what follows a number of that is counted: "men", "armed men", "km"? */
bool sr_spot_counts(const struct sr_spot *s, uint32_t i)
{
	if (i >= s->end)
		return false;
	if (sr_spot_measure(s, i))
		return true;
	while (i < s->end && s->a->list.items[i].kind == SR_ATOM_WORD &&
	       sr_spot_upos(s, i) == SR_UPOS_ADJ)
		i++;
	return is_plural(s, i);
}

enum year_sign { YEAR_NO, YEAR_MAYBE, YEAR_YES };

/* "the first months | of", "the end | of": does a word of time stand before? */
static bool unit_of_time(const struct sr_spot *s, uint32_t i)
{
	return i > s->from && (sr_spot_word(s, i - 1, SR_TW_UNIT) ||
			       sr_spot_word(s, i - 1, SR_TW_SEASON) ||
			       sr_spot_month(s, i - 1));
}

/* What the words before a number say about its being a year. */
static enum year_sign before_year(const struct sr_spot *s, uint32_t i)
{
	static const enum sr_time_word YES[] = { SR_TW_SINCE, SR_TW_UNTIL,
						 SR_TW_IN, SR_TW_PART };
	static const enum sr_time_word MAYBE[] = {
		SR_TW_FROM, SR_TW_TO,	   SR_TW_BY,  SR_TW_BEFORE, SR_TW_AFTER,
		SR_TW_OF,   SR_TW_BETWEEN, SR_TW_AND, SR_TW_THE,    SR_TW_FOR,
	};

	if (i == s->from)
		return YEAR_YES;
	uint32_t p = i - 1;
	if (s->a->list.items[p].kind == SR_ATOM_MARK)
		return sr_atom_is(s->a, p, '(') || sr_atom_is(s->a, p, '-') ||
				       sr_atom_is(s->a, p, '/') ||
				       sr_atom_is(s->a, p, ',') ||
				       sr_atom_is(s->a, p, '"') ||
				       sr_atom_is(s->a, p, '\'')
			       ? YEAR_MAYBE
			       : YEAR_NO;
	for (size_t k = 0; k < sizeof(YES) / sizeof(YES[0]); k++)
		if (sr_spot_word(s, p, YES[k]))
			return sr_spot_word(s, p, SR_TW_OF) &&
					       !unit_of_time(s, p)
				       ? YEAR_MAYBE
				       : YEAR_YES;
	for (size_t k = 0; k < sizeof(MAYBE) / sizeof(MAYBE[0]); k++)
		if (sr_spot_word(s, p, MAYBE[k]))
			return YEAR_MAYBE;
	unsigned upos = sr_spot_upos(s, p);
	if (upos == SR_UPOS_VERB || upos == SR_UPOS_PROPN ||
	    upos == SR_UPOS_NOUN || upos == SR_UPOS_NUM ||
	    sr_atom_any(s->a, p, SR_TABLE_BOUNDS))
		return upos == SR_UPOS_NOUN ? YEAR_MAYBE : YEAR_NO;
	return YEAR_MAYBE;
}

static const struct sr_word *era_at(const struct sr_spot *s, uint32_t i)
{
	return sr_spot_word(s, i, SR_TW_ERA);
}

/* "499 BC", "AD 70": gives the atom behind it. */
uint32_t sr_spot_year_of_era(const struct sr_spot *s, uint32_t i, int32_t *year,
			     bool *bc)
{
	const struct sr_word *w = era_at(s, i);

	if (w && sr_spot_value(s, w) > 0 && i + w->n < s->end &&
	    s->a->list.items[i + w->n].kind == SR_ATOM_DIGITS) {
		*year = sr_atom_digits(s->a, i + w->n);
		*bc = false;
		return *year > 0 && *year < LAST_YEAR ? i + w->n + 1 : 0;
	}
	if (s->a->list.items[i].kind != SR_ATOM_DIGITS ||
	    sr_atom_length(s->a, i) > 4 || i + 1 >= s->end)
		return 0;
	w = era_at(s, i + 1);
	if (!w)
		return 0;
	*year = sr_atom_digits(s->a, i);
	*bc = sr_spot_value(s, w) < 0;
	return i + 1 + w->n;
}

uint32_t sr_spot_year(const struct sr_spot *s, uint32_t i, int32_t *year,
		      bool *bc)
{
	uint32_t to;

	*bc = false;
	if (i >= s->end || (to = sr_spot_year_of_era(s, i, year, bc)))
		return i >= s->end ? 0 : to;
	to = sr_spot_bare_year(s, i, year);
	if (!to || sr_spot_comes_from(s, i))
		return 0;
	enum year_sign sign = before_year(s, i);
	bool likely = *year >= LIKELY_FIRST && *year <= LIKELY_LAST;
	if (sign == YEAR_NO || (sign == YEAR_MAYBE && !likely))
		return 0;
	/* "the 2003 attacks" are a year's, "the 1500 soldiers" a count. */
	if (sr_spot_counts(s, to)) {
		bool round = *year % 50 == 0;
		if (sr_spot_measure(s, to) || round || sign == YEAR_YES ||
		    i == s->from ||
		    !(sr_spot_word(s, i - 1, SR_TW_THE) ||
		      sr_spot_upos(s, i - 1) == SR_UPOS_PRON ||
		      sr_spot_upos(s, i - 1) == SR_UPOS_PART))
			return sign == YEAR_YES && likely && !round &&
					       !sr_spot_measure(s, to)
				       ? to
				       : 0;
	}
	return to;
}

/* "1990s", "the 470s BC", "1990's". */
uint32_t sr_spot_decade(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	uint32_t n = sr_atom_length(s->a, i);
	int32_t y = sr_atom_digits(s->a, i);

	if (y <= 0 || y % 10 || n < 2 || n > 4 || sr_spot_comes_from(s, i))
		return 0;
	uint32_t at = i + 1 + sr_spot_joined(s, i + 1, '\'');
	if (at >= s->end || s->a->list.items[at].spaced)
		return 0;
	struct sr_str w = sr_str_at(s->a->text, s->a->list.items[at].at);
	if (w.n != 1 || (w.s[0] | 32) != 's')
		return 0;
	const struct sr_word *era = at + 1 < s->end ? era_at(s, at + 1) : NULL;
	/* "two women in their 60s" */
	if (n == 2 && i > s->from && sr_spot_upos(s, i - 1) == SR_UPOS_PRON)
		return 0;
	if (n == 2)
		y += 1900;
	if (n == 3 && !era)
		return 0;
	e->year = y;
	e->bc = era && sr_spot_value(s, era) < 0;
	e->grain = y % 100 == 0 && n == 4 && y < 1900 ? SR_GRAIN_CENTURY
						      : SR_GRAIN_DECADE;
	return at + 1 + (era ? era->n : 0);
}

/* "the 9th century", "21st-century", "4th century BC". */
uint32_t sr_spot_century(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	struct sr_value v;

	if (!sr_value_read(s->a, i, s->end, &v) || !v.ordinal || v.low > 30000)
		return 0;
	uint32_t at = v.to + sr_spot_joined(s, v.to, '-');
	const struct sr_word *w = at < s->end ? sr_spot_word(s, at, SR_TW_UNIT)
					      : NULL;
	if (!w || sr_spot_value(s, w) != SR_CENTURY || sr_spot_extra(s, w) != 1)
		return 0;
	at += w->n;
	const struct sr_word *era = at < s->end ? era_at(s, at) : NULL;
	e->year = (int32_t)(v.low / 1000 - 1) * 100;
	e->bc = era && sr_spot_value(s, era) < 0;
	e->grain = SR_GRAIN_CENTURY;
	if (e->year == 0)
		e->year = 1;
	return at + (era ? era->n : 0);
}
