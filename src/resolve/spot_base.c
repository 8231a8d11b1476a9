/* What every shape of an expression of time is read with: a word of a kind at
 * an atom, a unit, a quantity. */
#include "base/str.h"
#include "ontology.h"
#include "resolve/spot.h"
#include "resolve/value.h"

const struct sr_word *sr_spot_find(const struct sr_spot *s, uint32_t i,
				   enum sr_time_word kind)
{
	const struct sr_word *w = sr_atom_find(s->a, i, SR_TABLE_TIMES, kind);
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

bool sr_spot_tagged(const struct sr_doc *doc)
{
	for (size_t i = 0; i < doc->tokens.nitem; i++)
		if (doc->tokens.items[i].upos)
			return true;
	return false;
}

bool sr_spot_is_word(const struct sr_spot *s, uint32_t i)
{
	return i < s->end && s->a->list.items[i].kind == SR_ATOM_WORD;
}

/* Behind a word of this kind at i, if there is one. */
uint32_t sr_spot_skip(const struct sr_spot *s, uint32_t i,
		      enum sr_time_word kind)
{
	const struct sr_word *w = sr_spot_word(s, i, kind);

	return w ? i + w->n : i;
}

uint32_t sr_spot_skip_hyphen(const struct sr_spot *s, uint32_t i)
{
	return i + (sr_spot_joined(s, i, '-') && i + 1 < s->end);
}

void sr_spot_set_unit(const struct sr_spot *s, const struct sr_word *w,
		      struct sr_expr *e)
{
	static const uint8_t GRAIN[] = {
		SR_GRAIN_DAY,  SR_GRAIN_DAY,	SR_GRAIN_DAY,
		SR_GRAIN_DAY,  SR_GRAIN_WEEK,	SR_GRAIN_MONTH,
		SR_GRAIN_YEAR, SR_GRAIN_DECADE, SR_GRAIN_CENTURY,
	};

	e->unit = (uint8_t)sr_spot_value(s, w);
	e->grain = GRAIN[e->unit];
	if (!e->low && e->flavor == SR_REL_TRAILING && sr_spot_extra(s, w) > 1)
		e->low = e->high = 1000; /* "the past fortnight" */
	e->low *= sr_spot_extra(s, w);
	e->high *= sr_spot_extra(s, w);
}

/* Is the unit's word a plural? Times.tsv lists singular and plural in a row. */
bool sr_spot_plural_unit(const struct sr_spot *s, uint32_t i)
{
	struct sr_span at = s->a->list.items[i].at;

	return (s->a->text.s[at.to - 1] | 32) == 's';
}

/* How many: "25", "a", "several", "two or three", "many", "half a"; fills low
 * and high and gives the atom behind, or i. */
uint32_t sr_spot_quantity(const struct sr_spot *s, uint32_t i,
			  struct sr_expr *e)
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
		/* "a couple of days" */
		uint32_t of = v.form == SR_VALUE_SPREAD
				      ? sr_spot_skip(s, v.to, SR_TW_OF)
				      : v.to;
		return of > v.to && sr_spot_word(s, of, SR_TW_UNIT) ? of : v.to;
	}
	const struct sr_word *w =
		sr_atom_word(s->a, i, SR_TABLE_NUMERALS, SR_NUMERAL_ARTICLE);
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
uint32_t sr_spot_quantity_range(const struct sr_spot *s, uint32_t i,
				struct sr_expr *e)
{
	struct sr_expr more = { 0 };
	uint32_t at = sr_spot_joined(s, i, '-') ? i + 1
						: sr_spot_skip(s, i, SR_TW_TO);

	if (at == i)
		at = sr_spot_skip(s, i, SR_TW_AND);
	if (at == i)
		return i;
	uint32_t to = sr_spot_quantity(s, at, &more);
	if (to == at || more.low < e->low)
		return i;
	e->high = more.high;
	return to;
}
