/* Amounts with their unit, range and bounds, and the digits that are none:
 * names of brigades, models, resolutions, numbers of lists, codes. */
#include "base/str.h"
#include "ontology.h"
#include "resolve/number.h"
#include "resolve/spot.h"

#define MILLI 1000
#define MOST_BOUND 5  /* atoms of a bound's phrase */
#define MOST_BOUNDS 3 /* bounds before one number: "up to a further about" */
#define LEAST_GROUPED 1000

static bool spaced(const struct sr_counting *c, uint32_t i)
{
	return c->a->list.items[i].spaced;
}

static bool joined_hyphen(const struct sr_counting *c, uint32_t i)
{
	return i < c->spot->end && !spaced(c, i) && sr_atom_is(c->a, i, '-');
}

const struct sr_word *sr_amount_bound(const struct sr_counting *c, uint32_t i,
				      enum sr_bound_side side)
{
	return i < c->spot->end ? sr_atom_word(c->a, i, SR_TABLE_BOUNDS, side)
				: NULL;
}

static const struct sr_word *unit_at(const struct sr_counting *c, uint32_t i)
{
	if (i >= c->spot->end)
		return NULL;
	const struct sr_word *w = sr_atom_any(c->a, i, SR_TABLE_UNITS);
	return w && i + w->n <= c->spot->end ? w : NULL;
}

static const struct sr_word *money_before(const struct sr_counting *c,
					  uint32_t i)
{
	for (uint32_t n = 3; n > 0; n--) {
		if (i < c->spot->from + n)
			continue;
		const struct sr_word *w = sr_atom_word(
			c->a, i - n, SR_TABLE_UNITS, SR_UNIT_MONEY);
		if (w && w->n == n)
			return w;
	}
	return NULL;
}

/* Is the run of digits at i a name's part: T-72, 2S19, MH17, 24/7, 3-2? */
static bool is_name_part(const struct sr_counting *c, uint32_t i)
{
	const struct sr_atom *atom = c->a->list.items;
	const struct sr_spot *s = c->spot;
	uint32_t j = i + 1;

	if (atom[i].kind != SR_ATOM_DIGITS)
		return false;
	if (i > s->from && !atom[i].spaced) {
		bool mark = atom[i - 1].kind == SR_ATOM_MARK;
		if (!mark)
			return true;
		if (sr_atom_is(c->a, i - 1, '/'))
			return !atom[i - 1].spaced;
		if (sr_atom_is(c->a, i - 1, '-'))
			return !atom[i - 1].spaced && i - 1 > s->from &&
			       atom[i - 2].kind != SR_ATOM_DIGITS;
		if (sr_atom_is(c->a, i - 1, '#') ||
		    sr_atom_is(c->a, i - 1, '@'))
			return true;
	}
	if (j >= s->end || atom[j].spaced)
		return false;
	if (atom[j].kind == SR_ATOM_WORD)
		return !unit_at(c, j) &&
		       !sr_atom_any(c->a, j, SR_TABLE_NUMERALS);
	return (sr_atom_is(c->a, j, '/') || sr_atom_is(c->a, j, ':')) &&
	       j + 1 < s->end && atom[j + 1].kind == SR_ATOM_DIGITS &&
	       !atom[j + 1].spaced;
}

/* Does a word that numbers things end before atom i ("resolution", "Hill")? */
static bool label_before(const struct sr_counting *c, uint32_t i)
{
	for (uint32_t k = 1; k < 4 && i >= c->spot->from + k; k++) {
		const struct sr_word *w = sr_atom_word(
			c->a, i - k, SR_TABLE_UNITS, SR_UNIT_LABEL);
		if (w && w->n == k)
			return true;
	}
	return false;
}

/* "Yusuf Adan, 41, said": an age. */
static bool is_aside(const struct sr_counting *c, const struct sr_amount *n)
{
	uint32_t i = n->v.from;

	return i >= c->spot->from + 2 && n->v.to < c->spot->end &&
	       n->v.low < 120 * MILLI && sr_atom_is(c->a, i - 1, ',') &&
	       sr_atom_is(c->a, n->v.to, ',') &&
	       sr_spot_upos(c->spot, i - 2) == SR_UPOS_PROPN;
}

/* Is it the number of something: Resolution 1973, phase 3, 1. a list's? */
static bool is_label(const struct sr_counting *c, const struct sr_amount *n)
{
	const struct sr_atom *atom = c->a->list.items;
	uint32_t i = n->v.from;

	if (n->v.form != SR_VALUE_DIGITS || n->unit)
		return false;
	if (i == c->spot->from) /* "2. The army" */
		return n->v.to < c->spot->end && !spaced(c, n->v.to) &&
		       (sr_atom_is(c->a, n->v.to, '.') ||
			sr_atom_is(c->a, n->v.to, ')')) &&
		       n->v.to + 1 < c->spot->end;
	if (sr_atom_is(c->a, i - 1, '.') && label_before(c, i)) /* No. 4 */
		return true;
	/* "Battalion 51 of", whatever could be counted behind it */
	if (label_before(c, i) && atom[i - 1].casing && i > c->spot->from + 1)
		return true;
	if (sr_number_countable(c, n->v.to))
		return false;
	if (label_before(c, i) || is_aside(c, n))
		return true;
	if (i >= c->spot->from + 3 && sr_spot_word(c->spot, i - 1, SR_TW_AND) &&
	    atom[i - 2].kind == SR_ATOM_DIGITS && label_before(c, i - 2))
		return true; /* resolutions 2118 and 2235 */
	if (atom[i - 1].kind != SR_ATOM_WORD || i - 1 == c->spot->from)
		return false;
	unsigned upos = sr_spot_upos(c->spot, i - 1);
	return upos == SR_UPOS_PROPN && atom[i - 1].casing && !n->v.marked &&
	       !sr_amount_bound(c, i - 1, SR_BOUND_BEFORE);
}

/* "(1)", "2)": of a list. "two-fold", "three-pronged": no count. */
static bool is_mark_of_list(const struct sr_counting *c,
			    const struct sr_amount *n)
{
	return n->v.form == SR_VALUE_DIGITS && n->v.low < 100 * MILLI &&
	       n->v.to < c->spot->end && !spaced(c, n->v.to) &&
	       sr_atom_is(c->a, n->v.to, ')');
}

static bool is_compound(const struct sr_counting *c, const struct sr_amount *n)
{
	uint32_t at = n->to + 1;

	return at < c->spot->end && joined_hyphen(c, n->to) &&
	       c->a->list.items[at].kind == SR_ATOM_WORD && !spaced(c, at) &&
	       !sr_amount_bound(c, n->to, SR_BOUND_AFTER);
}

/* "05 soldiers", as the press of many lands writes it: two digits before a
 * plural. */
static bool is_padded(const struct sr_counting *c, const struct sr_amount *n)
{
	const struct sr_token *t = c->doc->tokens.items;
	const struct sr_atom *atom = &c->a->list.items[n->v.from];
	uint32_t i = atom->token, head = t[i].head;

	return atom->at.to - atom->at.from == 2 && n->v.to < c->spot->end &&
	       c->a->list.items[n->v.to].kind == SR_ATOM_WORD &&
	       t[i].deprel == SR_REL_NUMMOD && head > i &&
	       t[head].xpos == SR_XPOS_NNS;
}

/* A year that no expression of time took, and other bare digits that count
 * nothing: "0914", "08". */
static bool is_code(const struct sr_counting *c, const struct sr_amount *n)
{
	struct sr_span at = c->a->list.items[n->v.from].at;

	if (n->v.form != SR_VALUE_DIGITS || n->v.marked)
		return false;
	/* "updated 2042 24.07.2016": a time before its day */
	if (at.to - at.from == 4 && n->v.to < c->spot->end &&
	    c->in_time[c->a->list.items[n->v.to].token] &&
	    c->a->list.items[n->v.to].kind == SR_ATOM_DIGITS)
		return true;
	/* a line of digits only: a page number, a counter */
	if (n->from == c->spot->from && n->v.to == c->spot->end)
		return true;
	return at.to - at.from > 1 && c->a->text.s[at.from] == '0' &&
	       !is_padded(c, n);
}

/* The unit behind an amount, a hyphen between or none; moves n->to. */
static void take_unit(const struct sr_counting *c, struct sr_amount *n)
{
	uint32_t at = n->to + joined_hyphen(c, n->to);
	if (n->v.form == SR_VALUE_SPREAD && at < c->spot->end &&
	    sr_spot_word(c->spot, at, SR_TW_OF)) /* dozens of kilometres */
		at++;
	const struct sr_word *w = unit_at(c, at);
	int power = sr_value_suffix(c->a, n->to, c->spot->end);

	if (n->unit && n->unit->kind == SR_UNIT_MONEY) {
		if (power) { /* $5m, $10k */
			n->v.low = sr_value_scale(n->v.low, power);
			n->v.high = sr_value_scale(n->v.high, power);
			n->to++;
			w = unit_at(c, n->to);
		}
		if (w && w->kind == SR_UNIT_MONEY)
			n->to += w->n;
		return;
	}
	if (power == 3 && n->v.form == SR_VALUE_DIGITS) { /* 10k troops */
		n->v.low = sr_value_scale(n->v.low, power);
		n->v.high = sr_value_scale(n->v.high, power);
		n->to++;
		return;
	}
	if (!w || w->kind == SR_UNIT_LABEL || n->v.share)
		return;
	/* "a second", "10 second-hand": an order, a word of its own. */
	if (w->kind == SR_UNIT_TIME && n->v.form == SR_VALUE_SPREAD &&
	    sr_atom_word(c->a, at, SR_TABLE_NUMERALS, SR_NUMERAL_ORDINAL))
		return;
	/* "1.2m people" */
	if (power == 6 && w->kind == SR_UNIT_LENGTH && at == n->to &&
	    sr_number_of_people(c, at + w->n)) {
		n->v.low = sr_value_scale(n->v.low, power);
		n->v.high = sr_value_scale(n->v.high, power);
		n->to = at + w->n;
		return;
	}
	n->unit = w;
	n->to = at + w->n;
}

/* The scale a value was written with: 1000 for "3 thousand", else 1. */
static int64_t scale_of(const struct sr_counting *c, const struct sr_value *v)
{
	static const enum sr_numeral_kind KIND[] = { SR_NUMERAL_SCALE,
						     SR_NUMERAL_HUNDRED,
						     SR_NUMERAL_GROUP };

	for (size_t k = 0; k < 3; k++) {
		const struct sr_word *w = sr_atom_word(
			c->a, v->to - 1, SR_TABLE_NUMERALS, KIND[k]);
		if (w && v->to - 1 > v->from)
			return sr_value_scale(
				sr_word_value(c->a, w, SR_NUMERALS_LOW) / MILLI,
				sr_word_value(c->a, w, SR_NUMERALS_POWER));
	}
	return 1;
}

/* What may join two amounts to a range at i; gives the atom behind, or i. */
static uint32_t range_word(const struct sr_counting *c, uint32_t i,
			   const struct sr_amount *n)
{
	const struct sr_word *w;

	if (i >= c->spot->end)
		return i;
	if (sr_atom_is(c->a, i, '-'))
		return i + 1;
	if ((w = sr_spot_word(c->spot, i, SR_TW_TO)))
		return i + w->n;
	w = sr_spot_word(c->spot, i, SR_TW_AND);
	if (!w)
		return i;
	/* "between 5 and 10"; "five or six" but no "10 and 12" */
	bool between = n->from > c->spot->from &&
		       sr_spot_word(c->spot, n->from - 1, SR_TW_BETWEEN);
	struct sr_str word = sr_str_at(c->a->text, c->a->list.items[i].at);
	return between || word.n == 2 ? i + w->n : i;
}

/* The low end of "2 to 3 million", "$5-10m", "30-40,000", in what the high end
 * is written in; `grown`: by how much a letter behind that multiplied it. */
static int64_t range_low(const struct sr_counting *c, const struct sr_amount *n,
			 const struct sr_amount *m, int64_t grown)
{
	int64_t low = n->v.low;
	int64_t scale = grown > 1 ? grown : scale_of(c, &m->v);
	bool plain = scale_of(c, &n->v) == 1 && low < LEAST_GROUPED * MILLI;

	if (!plain || (n->unit && n->to > n->v.to))
		return low;
	if (scale > 1 && low < m->v.low && low * scale <= m->v.low)
		return low * scale;
	if (m->v.low >= (int64_t)10 * LEAST_GROUPED * MILLI &&
	    m->v.low % (LEAST_GROUPED * MILLI) == 0 &&
	    low * LEAST_GROUPED < m->v.low && !spaced(c, n->to))
		return low * LEAST_GROUPED;
	return low;
}

/* "Rose from seven to nine": it is nine; but "from seven to nine people". */
static bool has_risen(const struct sr_counting *c, const struct sr_amount *n,
		      const struct sr_amount *m)
{
	uint32_t i = n->from, end = m->to;

	return i >= c->spot->from + 2 &&
	       sr_spot_word(c->spot, i - 1, SR_TW_FROM) &&
	       sr_spot_upos(c->spot, i - 2) == SR_UPOS_VERB &&
	       (end >= c->spot->end ||
		(sr_spot_upos(c->spot, end) != SR_UPOS_NOUN &&
		 sr_spot_upos(c->spot, end) != SR_UPOS_ADJ));
}

/* "30,000 to 40,000", "30-40", "2 to 3 million", "10 km to 15 km". */
static void take_range(const struct sr_counting *c, struct sr_amount *n)
{
	struct sr_amount m = { 0 };
	uint32_t at = range_word(c, n->to, n);
	const struct sr_word *money =
		at < c->spot->end
			? sr_atom_word(c->a, at, SR_TABLE_UNITS, SR_UNIT_MONEY)
			: NULL;

	if (at == n->to || n->v.form == SR_VALUE_SPREAD || n->v.share)
		return;
	m.from = at + (money ? money->n : 0);
	if (!sr_value_read(c->a, m.from, c->spot->end, &m.v) || m.v.ordinal ||
	    m.v.share || m.v.form == SR_VALUE_SPREAD ||
	    (m.v.form == SR_VALUE_DIGITS && is_name_part(c, m.from) &&
	     !sr_atom_is(c->a, m.from - 1, '-')))
		return;
	m.to = m.v.to;
	int64_t written = m.v.low; /* before "$5-10m" is a million */
	m.unit = n->unit && n->unit->kind == SR_UNIT_MONEY ? n->unit : NULL;
	take_unit(c, &m);
	int64_t low = range_low(c, n, &m, m.v.low / (written ? written : 1));
	if (low >= m.v.low)
		return;
	n->v.low = has_risen(c, n, &m) ? m.v.low : low;
	n->v.high = m.v.low;
	n->to = m.to;
	if (m.unit)
		n->unit = m.unit;
}

#define MOST_ROW 12 /* words from a number to "and one in" */

/* "Nine in Baalbek, two in Tyre | and one in Nabatieh": of a row of numbers. */
static bool ends_row(const struct sr_counting *c, uint32_t i)
{
	if (i < 3 || sr_spot_upos(c->spot, i - 1) != SR_UPOS_CCONJ ||
	    sr_spot_upos(c->spot, i + 1) != SR_UPOS_ADP ||
	    sr_spot_upos(c->spot, i + 2) != SR_UPOS_PROPN)
		return false;
	for (uint32_t k = i - 2, n = 0; k > c->spot->from && n < MOST_ROW;
	     k--, n++)
		if (sr_spot_upos(c->spot, k) == SR_UPOS_NUM)
			return true;
	return false;
}

/* Does a word that may be an amount stand for one here? */
static bool word_fits(const struct sr_counting *c, const struct sr_amount *n)
{
	uint32_t i = n->v.from;
	struct sr_str word = sr_str_at(c->a->text, c->a->list.items[i].at);

	if (n->v.form == SR_VALUE_DIGITS || n->unit)
		return true;
	if (n->v.share) /* half of the town, a quarter of the troops */
		return n->v.marked &&
		       (sr_spot_word(c->spot, n->v.to, SR_TW_OF) ||
			sr_spot_upos(c->spot, n->v.to) == SR_UPOS_DET ||
			sr_spot_upos(c->spot, n->v.to) == SR_UPOS_PRON);
	if (n->v.form == SR_VALUE_SPREAD) {
		const struct sr_word *w = sr_atom_word(
			c->a, i, SR_TABLE_NUMERALS, SR_NUMERAL_SOME);
		/* "few", "couple", "pair", "handful", "tens": only with more
		 * about them; "several", "dozens" need none. */
		bool bare = w && w->n == n->v.to - i &&
			    !(i > c->spot->from &&
			      sr_atom_word(c->a, i - 1, SR_TABLE_NUMERALS,
					   SR_NUMERAL_ARTICLE));
		int32_t high = w ? sr_word_value(c->a, w, SR_NUMERALS_HIGH) : 0;
		if (bare && (word.n < 6 || word.n == 6) && high < 10 * MILLI)
			return false;
		return sr_number_countable(c, n->v.to) ||
		       sr_number_befallen(c, i) ||
		       sr_spot_word(c->spot, n->v.to, SR_TW_OF) || !bare;
	}
	if (n->v.low == MILLI && n->v.to == i + 1) /* one; "killed one" */
		return sr_spot_upos(c->spot, i) == SR_UPOS_NUM &&
		       (sr_number_countable(c, n->v.to) ||
			sr_number_befallen(c, i) || ends_row(c, i) ||
			/* "one of them" */
			(sr_spot_word(c->spot, n->v.to, SR_TW_OF) &&
			 sr_spot_upos(c->spot, n->v.to + 1) == SR_UPOS_PRON));
	return true;
}

/* The amount at atom i, with its unit and range; false if none. */
bool sr_amount_read(const struct sr_counting *c, uint32_t i,
		    struct sr_amount *n)
{
	*n = (struct sr_amount){ 0 };
	if (!sr_value_read(c->a, i, c->spot->end, &n->v) || n->v.ordinal)
		return false;
	n->from = i;
	n->to = n->v.to;
	if (n->v.form == SR_VALUE_DIGITS && is_name_part(c, i))
		return false;
	n->unit = money_before(c, i);
	if (n->unit)
		n->from -= n->unit->n;
	take_unit(c, n);
	take_range(c, n);
	return n->unit ||
	       (!is_label(c, n) && !is_code(c, n) && !is_mark_of_list(c, n) &&
		!is_compound(c, n) && word_fits(c, n));
}

static bool open_low(const struct sr_counting *c, const struct sr_word *w)
{
	return sr_kit_text(c->kit, SR_TABLE_BOUNDS, w->row, SR_BOUNDS_LOW).n ==
	       0;
}

static bool open_high(const struct sr_counting *c, const struct sr_word *w)
{
	return sr_kit_text(c->kit, SR_TABLE_BOUNDS, w->row, SR_BOUNDS_HIGH).n ==
	       0;
}

static int64_t share_of(int64_t n, int32_t milli)
{
	return n / MILLI * milli + n % MILLI * milli / MILLI;
}

static void apply_bound(const struct sr_counting *c, struct sr_amount *n,
			const struct sr_word *w)
{
	int32_t low = sr_word_value(c->a, w, SR_BOUNDS_LOW);
	int32_t high = sr_word_value(c->a, w, SR_BOUNDS_HIGH);
	int32_t mark = sr_word_value(c->a, w, SR_BOUNDS_MARK);

	n->further |= mark == 0;
	n->total |= mark == 1;
	/* "an estimated 400 to 485" has its bounds, "nearly about 1,000" too */
	bool range = n->v.low != n->v.high && n->v.form != SR_VALUE_SPREAD;
	bool bounded = n->count.low != n->v.low || n->count.high != n->v.high;
	if ((range || bounded) && !open_low(c, w) && !open_high(c, w))
		return;
	/* "up to more than 130": the word at the number has it */
	if ((open_low(c, w) && n->count.high == SR_COUNT_OPEN_HIGH) ||
	    (open_high(c, w) && n->count.low == SR_COUNT_OPEN_LOW))
		return;
	n->count.low = open_low(c, w) ? SR_COUNT_OPEN_LOW
		       : n->count.low == SR_COUNT_OPEN_LOW
			       ? SR_COUNT_OPEN_LOW
			       : share_of(n->count.low, low);
	n->count.high = open_high(c, w) ? SR_COUNT_OPEN_HIGH
			: n->count.high == SR_COUNT_OPEN_HIGH
				? SR_COUNT_OPEN_HIGH
				: share_of(n->count.high, high);
}

/* The bound whose phrase ends where the amount begins. */
static const struct sr_word *bound_before(const struct sr_counting *c,
					  uint32_t i)
{
	for (uint32_t n = MOST_BOUND; n > 0; n--) {
		if (i < c->spot->from + n)
			continue;
		const struct sr_word *w =
			sr_amount_bound(c, i - n, SR_BOUND_BEFORE);
		if (w && w->n == n)
			return w;
	}
	return NULL;
}

static bool is_length(const struct sr_amount *n)
{
	return n->unit && (n->unit->kind == SR_UNIT_LENGTH ||
			   n->unit->kind == SR_UNIT_TIME);
}

void sr_amount_bounds(const struct sr_counting *c, struct sr_amount *n)
{
	const struct sr_word *w;

	n->count = (struct sr_count){ n->v.low, n->v.high };
	uint32_t at = n->from;
	bool bounded = false;
	for (int k = 0; k < MOST_BOUNDS && (w = bound_before(c, at)); k++) {
		struct sr_str id = sr_kit_text(c->kit, SR_TABLE_BOUNDS, w->row,
					       SR_BOUNDS_ID);
		/* "within" bounds a distance; else it is a place in time. */
		if (sr_str_is(id, "within") && !is_length(n))
			break;
		apply_bound(c, n, w);
		at -= w->n;
		if (sr_word_value(c->a, w, SR_BOUNDS_MARK) < 0) {
			n->from = at;
			bounded = true;
		}
	}
	w = sr_amount_bound(c, n->to, SR_BOUND_AFTER);
	if (!w)
		return;
	/* "10 others": what is counted, unless more follows. */
	bool mark = sr_word_value(c->a, w, SR_BOUNDS_MARK) >= 0;
	struct sr_str id =
		sr_kit_text(c->kit, SR_TABLE_BOUNDS, w->row, SR_BOUNDS_ID);
	n->people = sr_str_is(id, "strong");
	if (mark || !bounded) /* "some 40-odd" is said twice */
		apply_bound(c, n, w);
	if (!mark)
		n->to += w->n;
}
