/* See check.h. Numbers are read back from the text as a reader would read them:
 * digits with commas and a point, words to ninety-nine, millions and billions.
 * A claim has few numbers, so each is simply looked for. */
#include "brief/check.h"

#include "base/calendar.h"
#include "base/json.h"
#include "base/str.h"

struct reader {
	const struct sr_english *e;
	const char *at, *end;
	bool quotes; /* quotations are passed over */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_small(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The word at r->at, in small letters up to its size. */
static struct sr_str word_at(const struct reader *r, char out[16])
{
	size_t n = 0;

	while (r->at + n < r->end && is_small(r->at[n]) && n < 15) {
		char c = r->at[n];
		out[n++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
	}
	out[n] = '\0';
	return (struct sr_str){ out, n };
}

/* 0 to 99 by their words; -1: no number. */
static int value_of(const struct sr_english *e, struct sr_str word)
{
	for (int n = 0; word.n && n < 100; n += n < 20 ? 1 : 10)
		if (sr_str_equal(word, sr_number_spelt(e, n * 1000)))
			return n;
	return -1;
}

/* " million" behind a number: what it is multiplied by. */
static int64_t scale_at(struct reader *r)
{
	static const struct {
		const char *id;
		int64_t times;
	} SCALE[] = { { "million", 1000000 }, { "billion", 1000000000 } };

	for (size_t i = 0; i < 2; i++) {
		struct sr_slot_text slot[] = { { "n", SR_STR("#") },
					       { NULL, { NULL, 0 } } };
		struct sr_str s = sr_say_phrase(r->e, SCALE[i].id, slot);
		if (s.n > 1 && (size_t)(r->end - r->at) >= s.n - 1 &&
		    memcmp(r->at, s.s + 1, s.n - 1) == 0)
			return SCALE[i].times;
	}
	return 1;
}

static int64_t digits_at(struct reader *r)
{
	int64_t v = 0, part = 100;

	for (; r->at < r->end; r->at++) {
		bool comma = *r->at == ',' && r->end - r->at > 3 &&
			     is_digit(r->at[1]) && is_digit(r->at[2]) &&
			     is_digit(r->at[3]);
		if (is_digit(*r->at) && v < INT64_MAX / 20000)
			v = v * 10 + (*r->at - '0');
		else if (!comma)
			break;
	}
	v *= 1000;
	if (r->end - r->at > 1 && *r->at == '.' && is_digit(r->at[1]))
		for (r->at++; r->at < r->end && is_digit(*r->at); r->at++) {
			v += (*r->at - '0') * part;
			part /= 10;
		}
	return v * scale_at(r);
}

/* "forty-two" at r->at; false for any other word, which is passed. */
static bool words_at(struct reader *r, int64_t *out)
{
	char text[16];
	struct sr_str word = word_at(r, text);
	int value = value_of(r->e, word);

	r->at += word.n;
	if (value < 0) {
		while (r->at < r->end && is_small(*r->at))
			r->at++;
		return false;
	}
	if (value >= 20 && value % 10 == 0 && r->at < r->end &&
	    (*r->at == '-' || *r->at == ' ')) {
		struct reader next = { r->e, r->at + 1, r->end, false };
		struct sr_str ones = word_at(&next, text);
		int more = value_of(r->e, ones);
		if (more > 0 && more < 10) {
			value += more;
			r->at += 1 + ones.n;
		}
	}
	*out = value * 1000 * scale_at(r);
	return true;
}

/* Over a quotation of ours: it is the report's own words, and stands there as
 * it is. */
static void skip_quotation(struct reader *r)
{
	static const char OPEN[] = "\xE2\x80\x9C", CLOSE[] = "\xE2\x80\x9D";

	if (!r->quotes || r->end - r->at < 3 || memcmp(r->at, OPEN, 3) != 0)
		return;
	while (r->at < r->end &&
	       (r->end - r->at < 3 || memcmp(r->at, CLOSE, 3) != 0))
		r->at++;
}

/* The next number of a text; false: no more. */
static bool next_number(struct reader *r, int64_t *out)
{
	while (r->at < r->end) {
		skip_quotation(r);
		if (r->at == r->end)
			return false;
		if (is_digit(*r->at)) {
			*out = digits_at(r);
			return true;
		}
		if (!is_small(*r->at))
			r->at++;
		else if (words_at(r, out))
			return true;
	}
	return false;
}

static bool in_text(const struct sr_english *e, struct sr_str text, int64_t v)
{
	struct reader r = { e, text.s, sr_str_end(text), false };
	int64_t n;

	while (next_number(&r, &n))
		if (n == v)
			return true;
	return false;
}

static bool in_day(int32_t day, int64_t v)
{
	if (day == SR_DAY_MIN || day == SR_DAY_MAX)
		return false;
	struct sr_date d = sr_date_of(day);
	return v == d.day * 1000 || v == d.year * INT64_C(1000);
}

static bool in_days(struct sr_days d, int64_t v)
{
	return sr_days_known(d) && (in_day(d.from, v) || in_day(d.to, v));
}

/* As its count is said in words: in the measure of the report, in the middle
 * of "about". */
static bool in_count(const struct sr_english *e, const struct sr_claim *c,
		     int64_t v)
{
	struct sr_amount a = { .count = c->count, .unit = c->unit };

	if (!c->has_count)
		return false;
	return v == c->count.low || v == c->count.high ||
	       in_text(e, sr_amount_text(e, &a), v);
}

static bool in_claim(const struct sr_english *e, const struct sr_cited *cited,
		     int64_t v)
{
	const struct sr_record *r = &cited->all->claims.items[cited->claim];
	const struct sr_claim *c = &r->claim;
	const struct sr_report *f = &sr_filed_of(cited->all, r)->report;

	return in_count(e, c, v) || in_days(c->days, v) ||
	       in_days(f->published, v) || in_text(e, r->words, v) ||
	       (c->has_place && in_text(e, c->place.name, v)) ||
	       (c->has_actor && in_text(e, c->actor.name, v)) ||
	       (c->has_target && in_text(e, c->target.name, v)) ||
	       in_text(e, c->speaker, v) || in_text(e, f->publisher, v) ||
	       (!f->publisher.n && in_text(e, f->name, v));
}

bool sr_brief_proved(const struct sr_english *e, const struct sr_brief_text *t,
		     int64_t *bad)
{
	struct reader r = { e, t->text.s, sr_str_end(t->text), true };
	int64_t v;

	while (next_number(&r, &v)) {
		bool found = false;
		for (size_t i = 0; !found && i < t->cited.nitem; i++)
			found = in_claim(e, &t->cited.items[i], v);
		if (found)
			continue;
		*bad = v;
		return false;
	}
	return true;
}
