/* The start of a war as a point in time: "the start of the invasion", "since
 * the war began", "day 68 of the war". Which war it is, is settled later. */
#include "ontology.h"
#include "resolve/spot.h"
#include "resolve/value.h"

#define MOST_NOUNS 7 /* atoms of "Russia's full-scale invasion" */

/* The noun of a war within a short noun phrase at i ("Russia's full-scale
 * invasion"): gives the atom behind it, or 0. */
uint32_t sr_spot_war_noun(const struct sr_spot *s, uint32_t i)
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
		if (!sr_spot_is_word(s, k) && !sr_spot_joined(s, k, '\'') &&
		    !sr_spot_joined(s, k, '-') && !sr_spot_joined(s, k, '.'))
			break;
		unsigned upos = sr_spot_upos(s, k);
		if (upos == SR_UPOS_VERB || upos == SR_UPOS_AUX ||
		    upos == SR_UPOS_ADP || upos == SR_UPOS_CCONJ ||
		    upos == SR_UPOS_SCONJ)
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

/* "On 17 October", "in May": more than a year. */
static bool names_day(const struct sr_spot *s, uint32_t i)
{
	struct sr_expr e = { .weekday = -1 };

	return i < s->end && sr_spot_word(s, i, SR_TW_IN) &&
	       sr_spot_date(s, i + 1, &e) && (e.day || e.month);
}

#define MOST_BETWEEN 12 /* atoms from "the fighting" to "erupted" */

/* "Since the fighting between militias and tribes erupted on Sunday": that day
 * tells, and not the war's. */
static bool tells_own_day(const struct sr_spot *s, uint32_t i)
{
	for (uint32_t k = i; k < s->end && k < i + MOST_BETWEEN; k++) {
		const struct sr_word *w = sr_spot_word(s, k, SR_TW_BEGIN);
		struct sr_expr e = { .weekday = -1 };
		if (!sr_spot_is_word(s, k) && !sr_spot_joined(s, k, '-'))
			return false;
		if (!w || !sr_spot_word(s, k + w->n, SR_TW_IN))
			continue;
		uint32_t day = k + w->n + 1;
		return sr_spot_date(s, day, &e) ||
		       (day < s->end &&
			sr_atom_any(s->a, day, SR_TABLE_WEEKDAYS));
	}
	return false;
}

#define MOST_WORDS 3 /* atoms of "special military operation" */

/* "The fighting began | when rebels attacked X", "near X": one fight of many,
 * unless it is a war that began so; the noun ends at `to`. */
static bool is_a_blow(const struct sr_spot *s, uint32_t to, uint32_t behind)
{
	unsigned upos = behind < s->end ? sr_spot_upos(s, behind)
					: SR_UPOS_PUNCT;

	if (upos != SR_UPOS_SCONJ && upos != SR_UPOS_ADV &&
	    upos != SR_UPOS_ADP)
		return false;
	for (uint32_t n = 1; n <= MOST_WORDS && n <= to; n++) {
		const struct sr_word *w = sr_spot_word(s, to - n, SR_TW_WAR);
		if (w && w->n == n)
			return sr_spot_value(s, w) != 0;
	}
	return false;
}

/* "the start of the invasion", "the war began", "day 68 of the war". */
uint32_t sr_spot_war(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	const struct sr_word *w = sr_spot_word(s, i, SR_TW_PART);
	uint32_t to;

	e->kind = SR_EXPR_WAR;
	if (w && (sr_spot_value(s, w) == SR_PART_OF_FIRST ||
		  sr_spot_extra(s, w) > 0)) {
		e->wide = (uint8_t)sr_spot_extra(s, w);
		/* "the outset of an offensive": of one of many */
		if (sr_spot_upos(s, i + w->n) == SR_UPOS_DET &&
		    !sr_spot_word(s, i + w->n, SR_TW_THE))
			return 0;
		to = sr_spot_war_noun(s, i + w->n);
		return to && war_plain(s, to) ? to : 0;
	}
	bool since = i > s->from && (sr_spot_word(s, i - 1, SR_TW_SINCE) ||
				     sr_spot_word(s, i - 1, SR_TW_BEFORE) ||
				     sr_spot_word(s, i - 1, SR_TW_AFTER));
	if (!since && !sr_spot_word(s, i, SR_TW_THE))
		return 0;
	to = sr_spot_war_noun(s, i);
	if (!to || !war_plain(s, to))
		return 0;
	w = sr_spot_word(s, to, SR_TW_BEGIN);
	if (w && !since && is_a_blow(s, to, to + w->n))
		return 0;
	if (w && war_plain(s, to + w->n))
		return to + w->n;
	/* "since the offensive began on 17 October": that day tells */
	if (w && names_day(s, to + w->n))
		return 0;
	return since && sr_spot_word(s, i - 1, SR_TW_SINCE) &&
			       !tells_own_day(s, to)
		       ? to
		       : 0;
}

/* "As the war entered its 68th day": is a war told of before, and is what
 * stands at i its own? */
static bool of_war_told(const struct sr_spot *s, uint32_t i)
{
	if (i == s->from || sr_spot_upos(s, i - 1) != SR_UPOS_PRON)
		return false;
	for (uint32_t k = s->from; k < i; k++)
		if (sr_spot_word(s, k, SR_TW_WAR))
			return true;
	return false;
}

/* "day 68 of the war", "the 68th day of the invasion". */
uint32_t sr_spot_war_day(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
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
	uint32_t of = sr_spot_skip(s, at, SR_TW_OF);
	uint32_t to = of > at ? sr_spot_war_noun(s, of) : 0;
	if (!to && (of > at || (v.ordinal && !of_war_told(s, i))))
		return 0;
	e->kind = SR_EXPR_WAR;
	e->unit = SR_DAY;
	e->grain = SR_GRAIN_DAY;
	if (v.low > 1000) { /* the first day is the start itself */
		e->low = e->high = v.low - 1000;
		e->sign = 1;
	}
	return to ? to : at;
}
