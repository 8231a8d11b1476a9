/* A reader by descent over atoms. Digits first, then words; each part gives
 * the atom behind what it took. Amounts are kept in thousandths and stop at
 * SR_VALUE_MOST, so nothing overflows whatever the text holds. */
#include "resolve/value.h"

#include "base/str.h"

#define MILLI 1000
#define MOST_DIGITS 12
#define SHORT_UNIT 3 /* letters; "mm" of a calibre has fewer */
#define PERCENT (100 * MILLI)

struct reading {
	const struct sr_atoms *a;
	uint32_t end;
};

int64_t sr_value_scale(int64_t n, int power)
{
	for (; power > 0; power--)
		n = n > SR_VALUE_MOST / 10 ? SR_VALUE_MOST : n * 10;
	return n;
}

static int64_t times(int64_t n, int64_t by)
{
	return by && n > SR_VALUE_MOST / by ? SR_VALUE_MOST : n * by;
}

static const struct sr_word *numeral(const struct reading *r, uint32_t i,
				     enum sr_numeral_kind kind)
{
	return i < r->end ? sr_atom_word(r->a, i, SR_TABLE_NUMERALS, kind)
			  : NULL;
}

static int64_t low_of(const struct reading *r, const struct sr_word *w)
{
	return sr_value_scale(sr_word_value(r->a, w, SR_NUMERALS_LOW),
			      sr_word_value(r->a, w, SR_NUMERALS_POWER));
}

static int64_t high_of(const struct reading *r, const struct sr_word *w)
{
	return sr_value_scale(sr_word_value(r->a, w, SR_NUMERALS_HIGH),
			      sr_word_value(r->a, w, SR_NUMERALS_POWER));
}

static bool joined_digits(const struct reading *r, uint32_t i)
{
	const struct sr_atom *atom = r->a->list.items;

	return i < r->end && atom[i].kind == SR_ATOM_DIGITS && !atom[i].spaced;
}

static bool joined_mark(const struct reading *r, uint32_t i, char c)
{
	return i < r->end && !r->a->list.items[i].spaced &&
	       sr_atom_is(r->a, i, c);
}

/* "Lost 1 361 tanks", "personnel - 12 450": three digits at atom i that are of
 * one number with those before them, and no day, calibre or other number. */
static bool goes_on(const struct reading *r, uint32_t i, bool first)
{
	const struct sr_atom *atom = r->a->list.items;
	const char *s = r->a->text.s;

	if (i + 1 < r->end && (atom[i + 1].kind == SR_ATOM_DIGITS
				       ? sr_atom_length(r->a, i + 1) != 3
				       : !atom[i + 1].spaced ||
						 sr_atom_length(r->a, i + 1) <
							 SHORT_UNIT))
		return false;
	if (!first)
		return true;
	if (i < 2 || sr_atom_length(r->a, i - 1) > 3 || s[atom[i - 1].at.from] == '0')
		return false;
	char before = s[atom[i - 2].at.from];
	return before == '-' || before == ':' || (before & 0x80) ||
	       (before >= 'a' && before <= 'z');
}

/* Behind atom i: one space, then three digits that belong to it ("10 000")? */
static bool spaced_group(const struct reading *r, uint32_t i, bool first)
{
	const struct sr_atom *atom = r->a->list.items;

	if (i >= r->end || atom[i].kind != SR_ATOM_DIGITS ||
	    sr_atom_length(r->a, i) != 3)
		return false;
	/* A no-break space of any width says so; a plain one with zeros
	 * behind, or where two numbers do not stand side by side. */
	uint32_t gap = atom[i].at.from - atom[i - 1].at.to;
	const char *s = r->a->text.s + atom[i - 1].at.to;
	if (gap == 1 && *s == ' ')
		return memcmp(s + 1, "000", 3) == 0 ||
		       memcmp(s + 2, "00", 2) == 0 || goes_on(r, i, first);
	return gap == 2 || gap == 3;
}

static bool comma_group(const struct reading *r, uint32_t i)
{
	return (joined_mark(r, i, ',') || joined_mark(r, i, '\'')) &&
	       joined_digits(r, i + 1) && sr_atom_length(r->a, i + 1) == 3;
}

static bool dot_group(const struct reading *r, uint32_t i)
{
	return joined_mark(r, i, '.') && joined_digits(r, i + 1) &&
	       sr_atom_length(r->a, i + 1) == 3;
}

/* The groups of three behind the first run; gives the atom behind them. */
static uint32_t read_groups(const struct reading *r, uint32_t i, int64_t *n)
{
	bool dots = dot_group(r, i) && dot_group(r, i + 2);
	uint32_t first = i;

	while (*n < sr_value_scale(1, MOST_DIGITS)) {
		uint32_t skip = spaced_group(r, i, i == first) ? 0
				: comma_group(r, i)	  ? 1
				: dots && dot_group(r, i) ? 1
							  : 2;
		if (skip == 2)
			break;
		*n = *n * MILLI + sr_atom_digits(r->a, i + skip);
		i += skip + 1;
	}
	return i;
}

/* ".5" of "2.5"; gives the atom behind it, or i. */
static uint32_t read_decimals(const struct reading *r, uint32_t i,
			      int64_t *milli)
{
	if (!joined_mark(r, i, '.') || !joined_digits(r, i + 1) ||
	    sr_atom_length(r->a, i + 1) > 9 ||
	    (joined_mark(r, i + 2, '.') && joined_digits(r, i + 3)))
		return i;
	int32_t v = sr_atom_digits(r->a, i + 1);
	uint32_t n = sr_atom_length(r->a, i + 1);
	for (; n < 3; n++)
		v *= 10;
	for (; n > 3; n--)
		v /= 10;
	*milli += v;
	return i + 2;
}

/* Scale words behind a number, "hundred thousand", with a hyphen or none. */
static uint32_t read_scales(const struct reading *r, uint32_t i, int64_t *milli)
{
	for (;;) {
		uint32_t at = i + (joined_mark(r, i, '-') && i + 1 < r->end);
		const struct sr_word *w = numeral(r, at, SR_NUMERAL_SCALE);
		if (!w)
			w = numeral(r, at, SR_NUMERAL_HUNDRED);
		if (!w)
			w = numeral(r, at, SR_NUMERAL_GROUP);
		if (!w)
			return i;
		*milli = times(*milli, low_of(r, w) / MILLI);
		i = at + w->n;
	}
}

/* "two and a half million", "two-and-a-half": the half; gives the atom behind,
 * or i. */
static uint32_t read_and_half(const struct reading *r, uint32_t i,
			      int64_t *milli)
{
	uint32_t at = i + joined_mark(r, i, '-');

	if (!numeral(r, at, SR_NUMERAL_AND))
		return i;
	at++;
	at += joined_mark(r, at, '-');
	if (!numeral(r, at, SR_NUMERAL_ARTICLE))
		return i;
	at++;
	at += joined_mark(r, at, '-');
	const struct sr_word *half = numeral(r, at, SR_NUMERAL_FRACTION);
	if (!half)
		return i;
	*milli += low_of(r, half);
	return at + half->n;
}

static bool read_digits(const struct reading *r, uint32_t i, struct sr_value *v)
{
	const struct sr_atom *atom = r->a->list.items;

	if (atom[i].kind != SR_ATOM_DIGITS ||
	    sr_atom_length(r->a, i) > MOST_DIGITS)
		return false;
	int64_t n = 0;
	for (uint32_t p = atom[i].at.from; p < atom[i].at.to; p++)
		n = n * 10 + (r->a->text.s[p] - '0');
	uint32_t at = i + 1;
	if (sr_atom_length(r->a, i) <= 3)
		at = read_groups(r, at, &n);
	v->low = times(n, MILLI);
	if (at < r->end && !atom[at].spaced &&
	    numeral(r, at, SR_NUMERAL_ORDINAL_SUFFIX)) {
		v->ordinal = true;
		v->to = at + 1;
	} else {
		at = read_decimals(r, at, &v->low);
		at = read_and_half(r, at, &v->low);
		v->to = read_scales(r, at, &v->low);
	}
	v->high = v->low;
	v->form = SR_VALUE_DIGITS;
	v->marked = v->to > i + 1;
	return true;
}

/* "ninety-three", "nine": gives the atom behind, or i. */
static uint32_t read_small(const struct reading *r, uint32_t i, int64_t *n)
{
	const struct sr_word *w = numeral(r, i, SR_NUMERAL_ONES);

	if (!w)
		w = numeral(r, i, SR_NUMERAL_TEEN);
	if (w) {
		*n = low_of(r, w);
		return i + w->n;
	}
	w = numeral(r, i, SR_NUMERAL_TENS);
	if (!w)
		return i;
	*n = low_of(r, w);
	i += w->n;
	uint32_t at = i + joined_mark(r, i, '-');
	w = numeral(r, at, SR_NUMERAL_ONES);
	if (!w)
		return i;
	*n += low_of(r, w);
	return at + w->n;
}

/* "two hundred [and] six": gives the atom behind, or i. */
static uint32_t read_hundreds(const struct reading *r, uint32_t i, int64_t *n)
{
	uint32_t at = read_small(r, i, n);
	const struct sr_word *w =
		numeral(r, at + joined_mark(r, at, '-'), SR_NUMERAL_HUNDRED);

	if (at == i || !w)
		return at;
	*n = times(*n, low_of(r, w) / MILLI);
	at += joined_mark(r, at, '-') + w->n;
	int64_t rest = 0;
	uint32_t from = at + (numeral(r, at, SR_NUMERAL_AND) != NULL);
	uint32_t to = read_small(r, from, &rest);
	*n += rest;
	return to > from ? to : at;
}

/* A cardinal in words; gives the atom behind, or i. */
static uint32_t read_cardinal(const struct reading *r, uint32_t i,
			      int64_t *milli)
{
	uint32_t at = i;
	int64_t scale = INT64_MAX;

	*milli = 0;
	for (;;) {
		int64_t n = 0;
		uint32_t from = at;
		if (at > i && numeral(r, at, SR_NUMERAL_AND))
			from++;
		uint32_t to = read_hundreds(r, from, &n);
		if (to == from)
			break;
		to = read_and_half(r, to, &n);
		uint32_t hyphen = joined_mark(r, to, '-');
		const struct sr_word *w =
			numeral(r, to + hyphen, SR_NUMERAL_SCALE);
		if (w && low_of(r, w) >= scale)
			break;
		*milli += w ? times(n, low_of(r, w) / MILLI) : n;
		at = w ? to + hyphen + w->n : to;
		if (!w || *milli > SR_VALUE_MOST / 2)
			break;
		scale = low_of(r, w);
	}
	if (at > i)
		at = read_scales(r, at, milli); /* two dozen */
	return at;
}

/* "third" behind "two": the share it makes of a whole; 0 if none. */
static int64_t denominator(const struct reading *r, uint32_t i, uint32_t *to)
{
	const struct sr_word *w = numeral(r, i, SR_NUMERAL_FRACTION);

	if (w) {
		*to = i + w->n;
		return times(low_of(r, w), 100);
	}
	w = numeral(r, i, SR_NUMERAL_PART);
	if (!w)
		w = numeral(r, i, SR_NUMERAL_ORDINAL);
	if (!w || low_of(r, w) < 3 * MILLI || low_of(r, w) > 10 * MILLI)
		return 0;
	*to = i + w->n;
	return (int64_t)PERCENT * MILLI / low_of(r, w);
}

/* "two-thirds", "a quarter of", "one fifth of": in per cent. */
static bool read_share(const struct reading *r, uint32_t i, int64_t n,
		       uint32_t at, struct sr_value *v)
{
	uint32_t to = 0;
	uint32_t from = at + joined_mark(r, at, '-');
	int64_t one = denominator(r, from, &to);

	(void)i;
	if (!one || n > 9 * MILLI)
		return false;
	/* "a third offensive", "one quarter": an order or a place unless "of"
	 * or a plural says that it is a share. */
	bool plural = numeral(r, from, SR_NUMERAL_PART) || n > MILLI;
	if (!plural && !numeral(r, to, SR_NUMERAL_OF))
		return false;
	/* "a quarter of a million" */
	uint32_t of = numeral(r, to, SR_NUMERAL_OF) ? to + 1 : 0;
	int64_t sum = n * one / MILLI / 100;
	if (of && numeral(r, of, SR_NUMERAL_ARTICLE) &&
	    (of = read_scales(r, of + 1, &sum)) > to + 2) {
		*v = (struct sr_value){ .low = sum, .high = sum, .to = of,
					.form = SR_VALUE_WORDS,
					.marked = true };
		return true;
	}
	*v = (struct sr_value){ .low = n * one / MILLI,
				.to = to,
				.form = SR_VALUE_WORDS,
				.share = true,
				.marked = true };
	v->high = v->low;
	return true;
}

static void spread_by(struct sr_value *v, int64_t scale)
{
	int64_t by = scale / MILLI;

	if (v->low == v->high) {
		v->low = v->high = times(v->low, by);
		return;
	}
	v->low = times(v->low, by);
	v->high = times(v->high + MILLI, by) - MILLI;
}

/* What follows "several", "a couple", "hundreds": "of thousands", "dozen". */
static uint32_t read_spread_scale(const struct reading *r, uint32_t i,
				  struct sr_value *v)
{
	static const enum sr_numeral_kind SCALE[] = { SR_NUMERAL_SCALE,
						      SR_NUMERAL_HUNDRED,
						      SR_NUMERAL_GROUP };
	uint32_t of = numeral(r, i, SR_NUMERAL_OF) != NULL;

	for (size_t k = 0; k < 3; k++) {
		const struct sr_word *w = numeral(r, i + of, SCALE[k]);
		if (w) {
			spread_by(v, low_of(r, w));
			return i + of + w->n;
		}
	}
	const struct sr_word *w = of ? numeral(r, i + of, SR_NUMERAL_SCALES)
				     : NULL;
	if (!w)
		return i;
	spread_by(v, sr_value_scale(MILLI,
				    sr_word_value(r->a, w, SR_NUMERALS_POWER)));
	return i + of + w->n;
}

static bool read_spread(const struct reading *r, uint32_t i, struct sr_value *v)
{
	const struct sr_word *w = numeral(r, i, SR_NUMERAL_SOME);

	if (!w)
		w = numeral(r, i, SR_NUMERAL_SCALES);
	if (!w)
		return false;
	*v = (struct sr_value){ .low = low_of(r, w),
				.high = high_of(r, w),
				.form = SR_VALUE_SPREAD,
				.marked = true };
	v->to = read_spread_scale(r, i + w->n, v);
	return true;
}

static bool of_words(const struct reading *r, uint32_t i, struct sr_value *v)
{
	int64_t n = 0;
	uint32_t to = read_cardinal(r, i, &n);

	if (to == i)
		return false;
	if (read_share(r, i, n, to, v))
		return true;
	const struct sr_word *w =
		numeral(r, to + joined_mark(r, to, '-'), SR_NUMERAL_ORDINAL);
	*v = (struct sr_value){
		.low = n, .high = n, .to = to, .form = SR_VALUE_WORDS
	};
	if (w && numeral(r, i, SR_NUMERAL_TENS) && to == i + 1 &&
	    low_of(r, w) < 10 * MILLI) { /* twenty-first */
		v->low = v->high = n + low_of(r, w);
		v->to = to + joined_mark(r, to, '-') + w->n;
		v->ordinal = true;
	}
	return true;
}

/* "a dozen", "a few", "a hundred", "a third of". */
static bool of_article(const struct reading *r, uint32_t i, struct sr_value *v)
{
	int64_t n = MILLI;
	uint32_t to = read_scales(r, i, &n);

	if (to > i) {
		*v = (struct sr_value){ .low = n,
					.high = n,
					.to = to,
					.form = SR_VALUE_WORDS,
					.marked = true };
		return true;
	}
	return read_spread(r, i, v) || read_share(r, i, MILLI, i, v);
}

/* "half a million", "half of the", "half the". */
static bool of_half(const struct reading *r, uint32_t i, struct sr_value *v)
{
	const struct sr_word *w = numeral(r, i, SR_NUMERAL_FRACTION);

	if (!w)
		return false;
	uint32_t at = i + w->n;
	uint32_t of = numeral(r, at, SR_NUMERAL_OF) ? 1 : 0;
	uint32_t article = numeral(r, at + of, SR_NUMERAL_ARTICLE) ? 1 : 0;
	int64_t n = low_of(r, w);
	uint32_t from = at + of + article;
	if (!article && joined_mark(r, at, '-'))
		from = at + 1;
	uint32_t to = read_scales(r, from, &n);
	bool scaled = to > from;
	*v = (struct sr_value){ .low = scaled ? n : times(low_of(r, w), 100),
				.to = scaled ? to : at,
				.form = SR_VALUE_WORDS,
				.share = !scaled,
				.marked = true };
	v->high = v->low;
	/* A quarter alone is a part of a town or of a year. */
	return scaled || low_of(r, w) == MILLI / 2;
}

bool sr_value_read(const struct sr_atoms *a, uint32_t i, uint32_t end,
		   struct sr_value *v)
{
	struct reading r = { a, end };
	const struct sr_word *w;
	bool ok;

	*v = (struct sr_value){ 0 };
	if (i >= end)
		return false;
	if (!(a->list.items[i].begins & SR_AT_VALUE))
		return false;
	if (a->list.items[i].kind == SR_ATOM_DIGITS) {
		ok = read_digits(&r, i, v);
	} else if (numeral(&r, i, SR_NUMERAL_ARTICLE)) {
		ok = of_article(&r, i + 1, v);
	} else if ((w = numeral(&r, i, SR_NUMERAL_ORDINAL))) {
		v->low = v->high = low_of(&r, w);
		v->to = i + w->n;
		v->form = SR_VALUE_WORDS;
		ok = v->ordinal = true;
	} else {
		ok = of_words(&r, i, v) || read_spread(&r, i, v) ||
		     of_half(&r, i, v);
	}
	v->from = i;
	return ok;
}

int sr_value_suffix(const struct sr_atoms *a, uint32_t i, uint32_t end)
{
	if (i >= end || a->list.items[i].spaced)
		return 0;
	const struct sr_word *w =
		sr_atom_word(a, i, SR_TABLE_NUMERALS, SR_NUMERAL_SUFFIX);
	return w ? sr_word_value(a, w, SR_NUMERALS_POWER) : 0;
}
