/* Numbers and amounts in words. The rule of most newsrooms: words to nine,
 * digits from ten on, commas between thousands, millions in words. A range that
 * stands for a word ("dozens": 24 to 99) becomes the word again, and kilometres
 * that were miles become miles, so that a reader finds the report's own number.
 */
#include <inttypes.h>
#include <stdio.h>

#include "base/json.h"
#include "base/str.h"
#include "brief/english.h"

static struct sr_str kept(const struct sr_english *e, const char *text)
{
	return sr_join(e, sr_str_of(text), SR_STR(""), SR_STR(""));
}

/* Whole digits with commas, and up to three places. */
static struct sr_str digits(const struct sr_english *e, int64_t milli)
{
	uint64_t v = milli < 0 ? 0 - (uint64_t)milli : (uint64_t)milli;
	char plain[32], text[48], *p = text;
	int n = snprintf(plain, sizeof(plain), "%" PRIu64, v / 1000);

	if (milli < 0)
		*p++ = '-';
	for (int i = 0; i < n; i++) {
		if (i && (n - i) % 3 == 0)
			*p++ = ',';
		*p++ = plain[i];
	}
	*p = '\0';
	if (v % 1000) {
		p += snprintf(p, sizeof(".000"), ".%03u", (unsigned)(v % 1000));
		while (p[-1] == '0')
			*--p = '\0';
	}
	return kept(e, text);
}

/* "2.2 million" where that says it in two places at most. */
static struct sr_str large(const struct sr_english *e, int64_t milli)
{
	static const struct {
		int64_t one;
		const char *id;
	} SCALE[] = { { INT64_C(1000000000000), "billion" },
		      { INT64_C(1000000000), "million" } };

	for (size_t i = 0; i < 2; i++) {
		int64_t one = SCALE[i].one;
		if (milli < one || milli % (one / 100) != 0)
			continue;
		struct sr_slot_text slot[] = {
			{ "n", digits(e, milli / (one / 1000)) },
			{ NULL, { NULL, 0 } }
		};
		return sr_say_phrase(e, SCALE[i].id, slot);
	}
	return (struct sr_str){ NULL, 0 };
}

struct sr_str sr_number_text(const struct sr_english *e, int64_t milli)
{
	struct sr_str text = large(e, milli);

	return text.n ? text : digits(e, milli);
}

struct sr_str sr_number_spelt(const struct sr_english *e, int64_t milli)
{
	int64_t n = milli / 1000;
	char id[32];

	if (milli % 1000 || n < 0 || n > 99)
		return (struct sr_str){ NULL, 0 };
	if (n <= 20 || n % 10 == 0) {
		snprintf(id, sizeof(id), "number.%02d", (int)n);
		return sr_phrase(e, id);
	}
	snprintf(id, sizeof(id), "number.%02d", (int)(n - n % 10));
	struct sr_str tens = sr_phrase(e, id);
	snprintf(id, sizeof(id), "number.%02d", (int)(n % 10));
	return sr_join(e, tens, SR_STR("-"), sr_phrase(e, id));
}

struct sr_str sr_number_words(const struct sr_english *e, int64_t milli)
{
	if (milli >= 1000 && milli < 10000 && milli % 1000 == 0)
		return sr_number_spelt(e, milli);
	return sr_number_text(e, milli);
}

/* Amounts */

static bool is_open(int64_t v)
{
	return v == SR_COUNT_OPEN_LOW || v == SR_COUNT_OPEN_HIGH;
}

/* A number of kilometres that is a whole number of another measure. */
static bool convert(const struct sr_english *e, struct sr_str unit, int64_t v,
		    int64_t *out, struct sr_str *name)
{
	const struct sr_kit *kit = e->kit;

	if (v % 1000 == 0 || v <= 0 || v > INT64_C(1000000000))
		return false;
	for (uint32_t i = 0; i < sr_kit_rows(kit, SR_TABLE_MEASURES); i++) {
		int64_t numer = sr_kit_value(kit, SR_TABLE_MEASURES, i,
					     SR_MEASURES_NUMER);
		int64_t denom = sr_kit_value(kit, SR_TABLE_MEASURES, i,
					     SR_MEASURES_DENOM);
		if (!sr_str_equal(unit, sr_kit_text(kit, SR_TABLE_MEASURES, i,
						    SR_MEASURES_UNIT)))
			continue;
		int64_t n = (v * denom + numer * 500) / (numer * 1000);
		int64_t off = n * numer * 1000 / denom - v;
		if (n < 1 || off < -1 || off > 1)
			continue;
		*out = n * 1000;
		*name = sr_kit_text(kit, SR_TABLE_MEASURES, i,
				    SR_MEASURES_NAME);
		return true;
	}
	return false;
}

static bool is_near(int64_t a, int64_t b)
{
	return a - b <= 20 && b - a <= 20;
}

/* Both ends in the measure of the report, if they have one. */
static void restore_measure(const struct sr_english *e, struct sr_amount *a)
{
	struct sr_str name = a->unit;
	int64_t low = a->count.low, high = a->count.high;

	/* "About", "nearly": a tenth around or below one figure. */
	if (!is_open(low) && !is_open(high) && low != high) {
		bool about = is_near(low * 11, high * 9);
		int64_t n, mid = about ? (low + high) / 2 : high;
		if ((about || is_near(low * 10, high * 9)) &&
		    convert(e, a->unit, mid, &n, &name)) {
			a->unit = name;
			a->count.low = n * 9 / 10;
			a->count.high = about ? n * 11 / 10 : n;
			return;
		}
	}
	if (!is_open(low) && !convert(e, a->unit, low, &low, &name))
		return;
	if (!is_open(high) && !convert(e, a->unit, high, &high, &name))
		return;
	a->unit = name;
	a->count = (struct sr_count){ low, high };
}

/* "dozens of {many}" for 24 to 99; empty: no word. */
static struct sr_str word_range(const struct sr_english *e, struct sr_count c,
				struct sr_str many)
{
	const struct sr_kit *kit = e->kit;
	struct sr_slot_text slot[] = { { "many", many } };

	for (uint32_t i = 0; i < sr_kit_rows(kit, SR_TABLE_AMOUNTS); i++) {
		int64_t low = sr_kit_value(kit, SR_TABLE_AMOUNTS, i,
					   SR_AMOUNTS_LOW);
		int64_t high = sr_kit_value(kit, SR_TABLE_AMOUNTS, i,
					    SR_AMOUNTS_HIGH);
		if (c.low != low * 1000 || c.high != high * 1000)
			continue;
		return sr_fill(e,
			       sr_kit_text(kit, SR_TABLE_AMOUNTS, i,
					   SR_AMOUNTS_TEXT),
			       slot, 1);
	}
	return (struct sr_str){ NULL, 0 };
}

static struct sr_str sign_of(const struct sr_english *e, struct sr_str unit,
			     bool *joined)
{
	char id[16];
	uint32_t row = SR_NONE;

	*joined = false;
	if (unit.n < sizeof(id)) {
		for (size_t i = 0; i < unit.n; i++)
			id[i] = unit.s[i] >= 'A' && unit.s[i] <= 'Z'
					? (char)(unit.s[i] + 32)
					: unit.s[i];
		row = sr_kit_row(e->kit, SR_TABLE_PLURALS,
				 (struct sr_str){ id, unit.n });
	}
	if (row == SR_NONE)
		return (struct sr_str){ NULL, 0 };
	*joined = sr_kit_value(e->kit, SR_TABLE_PLURALS, row,
			       SR_PLURALS_JOINED);
	return sr_kit_text(e->kit, SR_TABLE_PLURALS, row, SR_PLURALS_SIGN);
}

/* One end: "at least {low}", "{low} to {high}" ... with figures alone. */
static struct sr_str figures(const struct sr_english *e,
			     const struct sr_amount *a, struct sr_str sign)
{
	int64_t low = a->count.low, high = a->count.high;
	bool words = !a->digits && !sign.n && !is_open(low) && low == high;
	bool range = !is_open(low) && !is_open(high) && low != high;
	struct sr_str x, y;

	x = is_open(low) ? SR_STR("")
	    : words	 ? sr_number_words(e, low)
			 : sr_number_text(e, low);
	y = is_open(high) ? SR_STR("") : sr_number_text(e, high);
	if (!a->digits && !sign.n && !range && !words) {
		x = is_open(low) ? x : sr_number_words(e, low);
		y = is_open(high) ? y : sr_number_words(e, high);
	}
	struct sr_str mid = sr_number_text(e, low / 2 + high / 2);
	struct sr_str none = { NULL, 0 };
	struct sr_slot_text slot[] = {
		{ "low", x.n ? sr_join(e, sign, x, none) : none },
		{ "high", y.n ? sr_join(e, sign, y, none) : none },
		{ "mid", sr_join(e, sign, mid, none) },
		{ NULL, { NULL, 0 } }
	};
	if (is_open(high))
		return sr_say_phrase(e, "amount.least", slot);
	if (is_open(low))
		return sr_say_phrase(e, "amount.most", slot);
	if (low == high)
		return slot[0].text;
	if (low * 11 == high * 9 && (low + high) % 2000 == 0)
		return sr_say_phrase(e, "amount.about", slot);
	if (low * 10 == high * 9)
		return sr_say_phrase(e, "amount.nearly", slot);
	return sr_say_phrase(e, a->digits ? "amount.range" : "amount.between",
			     slot);
}

/* "Russian tanks" */
static struct sr_str counted(const struct sr_english *e,
			     const struct sr_amount *a, bool one)
{
	struct sr_str noun = sr_noun(e, a->noun.n ? a->noun : a->unit, one);

	if (!a->adjective.n)
		return noun;
	return sr_join(e, a->adjective, SR_STR(" "), noun);
}

struct sr_str sr_amount_text(const struct sr_english *e,
			     const struct sr_amount *amount)
{
	struct sr_amount a = *amount;
	struct sr_str none = { NULL, 0 };
	bool joined;

	if (is_open(a.count.low) && is_open(a.count.high))
		return none;
	restore_measure(e, &a);
	struct sr_str word = word_range(e, a.count, counted(e, &a, false));
	struct sr_str sign = sign_of(e, a.unit, &joined);
	if (word.n)
		return word;
	struct sr_str n = figures(e, &a, sign);
	if (sign.n || !a.unit.n)
		return n;
	bool one = a.count.low == 1000 && a.count.high == 1000;
	return sr_join(e, n, joined ? none : SR_STR(" "), counted(e, &a, one));
}
