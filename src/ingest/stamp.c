/* A stamp is read part by part: weekday, day, time of day, zone, in any order,
 * with commas, dashes and "at" between. Only the day is kept. Where 3/4/2022
 * may be March or April, a weekday beside it decides; else both are given. */
#include "ingest/stamp.h"

#include "base/calendar.h"
#include "base/str.h"
#include "base/utf8.h"
#include "ingest/cue.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2099
#define PIVOT_YEAR 70 /* '69 is 2069, '70 is 1970 */

struct scan {
	const struct sr_kit *kit;
	struct sr_str text;
	uint32_t at, end;
	struct sr_date date, other; /* other.year 0: one reading only */
	int weekday;		    /* -1: none */
	bool has_date, has_clock, has_figures, whole_month;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static char char_at(const struct scan *s, uint32_t at)
{
	return at < s->end ? s->text.s[at] : '\0';
}

static bool is_alnum(char c)
{
	return is_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
	       (unsigned char)c >= 0x80;
}

/* The digits at `at`; gives how many, at most 15. */
static unsigned number(const struct scan *s, uint32_t at, int64_t *value)
{
	unsigned n = 0;

	for (*value = 0; n < 15 && is_digit(char_at(s, at + n)); n++)
		*value = *value * 10 + (s->text.s[at + n] - '0');
	return n;
}

static uint32_t skip_blank(const struct scan *s, uint32_t at)
{
	while (char_at(s, at) == ' ' || char_at(s, at) == '\t')
		at++;
	/* U+00A0 */
	while ((unsigned char)char_at(s, at) == 0xC2 &&
	       (unsigned char)char_at(s, at + 1) == 0xA0)
		at += 2;
	return at;
}

static struct sr_span rest_from(const struct scan *s, uint32_t at)
{
	return (struct sr_span){ at, s->end };
}

/* A word of header_words.tsv of that kind at `at`; its end, or 0. */
static uint32_t word_of_kind(const struct scan *s, uint32_t at,
			     enum sr_header_word kind)
{
	struct sr_cue cue;

	if (!sr_cue_at(s->kit, SR_TRIE_CUES, SR_TABLE_HEADER_WORDS, s->text,
		       rest_from(s, at), &cue) ||
	    cue.at.from != skip_blank(s, at))
		return 0;
	return sr_kit_value(s->kit, SR_TABLE_HEADER_WORDS, cue.row,
			    SR_HEADER_WORDS_KIND) == (int32_t)kind
		       ? cue.at.to
		       : 0;
}

/* A month's name at `at`; its end, or 0. */
static uint32_t month_at(const struct scan *s, uint32_t at, int *month)
{
	struct sr_cue cue;

	if (!sr_cue_at(s->kit, SR_TRIE_FORMS, SR_TABLE_MONTHS, s->text,
		       rest_from(s, at), &cue) ||
	    cue.at.from != at)
		return 0;
	*month = sr_kit_value(s->kit, SR_TABLE_MONTHS, cue.row,
			      SR_MONTHS_NUMBER);
	return cue.at.to;
}

static bool keep(struct scan *s, struct sr_date date, uint32_t to)
{
	struct sr_date probe = date;

	probe.year = date.year ? date.year : 2000; /* a leap year */
	if (s->has_date || !sr_date_valid(probe))
		return false;
	s->date = date;
	s->has_date = true;
	s->at = to;
	return true;
}

/* A year of four digits, or of two where `two`; its end, or 0. */
static uint32_t year_at(const struct scan *s, uint32_t at, bool two,
			int32_t *year)
{
	int64_t v;
	uint32_t from = at + (char_at(s, at) == '\'');
	unsigned n = number(s, from, &v);

	/* A capital may follow where a page's parts were run together. */
	char next = char_at(s, from + n);
	if (is_alnum(next) && !(n == 4 && next >= 'A' && next <= 'Z'))
		return 0;
	if (n == 2 && (two || from > at)) {
		*year = (int32_t)v + (v < PIVOT_YEAR ? 2000 : 1900);
		return from + n;
	}
	if (n != 4 || from > at || v < FIRST_YEAR || v > LAST_YEAR)
		return 0;
	*year = (int32_t)v;
	return at + n;
}

/* 20220330, 20220330140500, 202203301405. */
static bool compact(struct scan *s, unsigned n, int64_t v)
{
	for (unsigned k = n; k > 8; k -= 2)
		v /= 100;
	struct sr_date d = { .year = (int32_t)(v / 10000),
			     .month = (int)(v / 100 % 100),
			     .day = (int)(v % 100) };
	if (d.year < FIRST_YEAR || d.year > LAST_YEAR ||
	    is_alnum(char_at(s, s->at + n)))
		return false;
	s->has_figures = true;
	return keep(s, d, s->at + n);
}

/* 2022-09-09, 2022/9/9, 2022.09.09, 2022 March 27; behind it perhaps
 * T14:05:00. */
static bool year_first(struct scan *s, int64_t year)
{
	uint32_t at = s->at + 4;
	int64_t month, day;
	char sep = char_at(s, at);
	struct sr_date d = { .year = (int32_t)year };

	if (year < FIRST_YEAR || year > LAST_YEAR)
		return false;
	if (sep == '-' || sep == '/' || sep == '.') {
		unsigned n = number(s, at + 1, &month);
		unsigned k = number(s, at + 2 + n, &day);
		if (n < 1 || n > 2 || k < 1 || k > 2 ||
		    char_at(s, at + 1 + n) != sep)
			return false;
		d.month = (int)month;
		d.day = (int)day;
		s->has_figures = true;
		return keep(s, d, at + 2 + n + k);
	}
	at = month_at(s, skip_blank(s, at), &d.month);
	unsigned n = at ? number(s, at = skip_blank(s, at), &day) : 0;
	if (n < 1 || n > 2 || is_alnum(char_at(s, at + n)))
		return false;
	d.day = (int)day;
	return keep(s, d, at + n);
}

/* 27/03/2022, 3/27/22, 27.03.2022, 27-3-2022; a is the first number. */
static bool numeric(struct scan *s, uint32_t at, int64_t a)
{
	char sep = char_at(s, at);
	int64_t b;
	int32_t year;
	unsigned n = number(s, at + 1, &b);
	uint32_t to = at + 1 + n;

	if ((sep != '-' && sep != '/' && sep != '.') || n < 1 || n > 2 ||
	    char_at(s, to) != sep || !(to = year_at(s, to + 1, true, &year)))
		return false;
	struct sr_date dmy = { year, (int)b, (int)a };
	struct sr_date mdy = { year, (int)a, (int)b };
	s->has_figures = true;
	if (!sr_date_valid(dmy))
		return keep(s, mdy, to);
	if (!keep(s, dmy, to))
		return false;
	if (sep == '/' && a != b && sr_date_valid(mdy))
		s->other = mdy;
	return true;
}

/* Past the ending of "27th". */
static uint32_t skip_ordinal(const struct scan *s, uint32_t at)
{
	uint32_t to = 0;

	if (is_alnum(char_at(s, at)))
		to = word_of_kind(s, at, SR_HEADER_WORD_ORDINAL);
	return to ? to : at;
}

static uint32_t skip_comma(const struct scan *s, uint32_t at)
{
	at = skip_blank(s, at);
	return char_at(s, at) == ',' ? skip_blank(s, at + 1) : at;
}

/* 27 March 2022, 27th of March, 2022, 27-Mar-22; `at` is behind the day. */
static bool day_first(struct scan *s, uint32_t at, int64_t day)
{
	struct sr_date d = { .day = (int)day };
	uint32_t join;
	bool dash = char_at(s, at) == '-';

	at = dash ? at + 1 : skip_blank(s, skip_ordinal(s, at));
	join = word_of_kind(s, at, SR_HEADER_WORD_JOIN);
	at = month_at(s, join ? skip_blank(s, join) : at, &d.month);
	if (!at)
		return false;
	uint32_t year = dash && char_at(s, at) == '-' ? at + 1
						      : skip_comma(s, at);
	uint32_t to = year_at(s, year, dash, &d.year);
	return keep(s, d, to ? to : at);
}

/* A month first: March 27, 2022; March 27th; March 2022; "Oct 262016", where
 * the comma was lost. */
static bool month_first(struct scan *s)
{
	struct sr_date d = { 0 };
	int64_t v;
	uint32_t at = month_at(s, s->at, &d.month), to;

	if (!at)
		return false;
	at = skip_blank(s, at);
	unsigned n = number(s, at, &v);
	if ((to = year_at(s, at, false, &d.year)))
		return s->whole_month = true, d.day = 1, keep(s, d, to);
	if (n == 5 || n == 6) {
		d.year = (int32_t)(v % 10000);
		d.day = (int)(v / 10000);
		return d.year >= FIRST_YEAR && d.year <= LAST_YEAR &&
		       keep(s, d, at + n);
	}
	d.day = (int)v;
	at = skip_ordinal(s, at + n);
	if (n < 1 || n > 2 || is_alnum(char_at(s, at)) || char_at(s, at) == ':')
		return false;
	to = year_at(s, skip_comma(s, at), false, &d.year);
	return keep(s, d, to ? to : at);
}

/* Past "14:05", ":00", ".123"; the first two digits are behind us. */
static uint32_t clock_rest(const struct scan *s, uint32_t at)
{
	int64_t v;

	while ((char_at(s, at) == ':' || char_at(s, at) == '.') &&
	       number(s, at + 1, &v) >= 2)
		at += 1 + number(s, at + 1, &v);
	return at;
}

/* A zone ("BST", "UTC+3", "+03:00", "(GMT)") or half of the day at `at`; its
 * end, or `at`. */
static uint32_t zone_at(const struct scan *s, uint32_t at, bool *found)
{
	uint32_t from = skip_blank(s, at), to;
	int64_t v;

	if (char_at(s, from) == '(' &&
	    (to = word_of_kind(s, from + 1, SR_HEADER_WORD_ZONE)) &&
	    char_at(s, to) == ')') {
		*found = true;
		return to + 1;
	}
	if ((to = word_of_kind(s, at, SR_HEADER_WORD_HALF)) ||
	    (to = word_of_kind(s, at, SR_HEADER_WORD_ZONE))) {
		*found = true;
		from = at = to;
	}
	char sign = char_at(s, from);
	if ((sign == '+' || sign == '-') && is_digit(char_at(s, from + 1)) &&
	    (*found || from == at || sign == '+')) {
		*found = true;
		at = clock_rest(s, from + 1 + number(s, from + 1, &v));
	}
	return at;
}

/* 14:05, 2.05pm, 3 pm, 14h05, 0914 (behind "at" or before a zone). */
static bool clock_part(struct scan *s, bool behind_at)
{
	int64_t hour, minute;
	unsigned n = number(s, s->at, &hour);
	uint32_t at = s->at + n;
	char sep = char_at(s, at);
	bool sure = behind_at && n == 4, zone = false;

	if (n < 1 || n > 4 || n == 3 || (n < 4 && hour > 24))
		return false;
	if (n < 4 && (sep == ':' || sep == '.' || sep == 'h') &&
	    number(s, at + 1, &minute) == 2 && minute < 60) {
		sure = sep != '.';
		at = clock_rest(s, at + 3);
	}
	for (uint32_t next; (next = zone_at(s, at, &zone)) != at; at = next)
		;
	if ((!sure && !zone) || is_alnum(char_at(s, at)))
		return false;
	s->has_clock = true;
	s->at = at;
	return true;
}

static bool number_part(struct scan *s, bool behind_at)
{
	int64_t v;
	unsigned n = number(s, s->at, &v);

	if (s->has_date)
		return clock_part(s, behind_at);
	if (n == 8 || n == 12 || n == 14)
		return compact(s, n, v);
	if (n == 4 && year_first(s, v))
		return true;
	if (n <= 2 && (numeric(s, s->at + n, v) || day_first(s, s->at + n, v)))
		return true;
	return clock_part(s, behind_at);
}

static bool weekday_part(struct scan *s)
{
	struct sr_cue cue;

	if (s->weekday >= 0 ||
	    !sr_cue_at(s->kit, SR_TRIE_FORMS, SR_TABLE_WEEKDAYS, s->text,
		       rest_from(s, s->at), &cue) ||
	    cue.at.from != s->at)
		return false;
	/* Behind the day it may already be the text: "... 2016 Monday's". */
	uint32_t next = skip_blank(s, cue.at.to);
	char c = char_at(s, next);
	if (s->has_date && c && c != ',' && c != '|' && c != ')')
		return false;
	s->weekday = sr_kit_value(s->kit, SR_TABLE_WEEKDAYS, cue.row,
				  SR_WEEKDAYS_NUMBER);
	s->at = cue.at.to;
	return true;
}

/* One part at s->at; false, s->at unmoved, where there is none. */
static bool part(struct scan *s, bool behind_at)
{
	char c = char_at(s, s->at);

	if (is_digit(c))
		return number_part(s, behind_at);
	if (s->has_date && c == 'T' && is_digit(char_at(s, s->at + 1))) {
		s->at++;
		if (clock_part(s, false))
			return true;
		s->at--;
		return false;
	}
	if (s->weekday < 0 && weekday_part(s))
		return true;
	return !s->has_date && month_first(s);
}

/* Past commas, bars, dashes, dots, brackets, "at" and "on" between parts. */
static uint32_t skip_between(const struct scan *s, uint32_t at, bool *behind_at)
{
	uint32_t to;

	*behind_at = false;
	for (;;) {
		char c = char_at(s, at);
		if (c == ' ' || c == '\t' || c == ',' || c == '|' || c == '-' ||
		    c == '.' || c == '(' || c == ')' || c == '/' || c == ';')
			at++;
		else if ((unsigned char)c == 0xC2) /* U+00A0, U+00B7 */
			at += 2;
		else if ((unsigned char)c == 0xE2) /* dashes, bullets */
			at += 3;
		else if ((to = word_of_kind(s, at, SR_HEADER_WORD_JOIN))) {
			at = to;
			*behind_at = true;
		} else
			return at < s->end ? at : s->end;
	}
}

static void decide(struct scan *s, struct sr_stamp *stamp)
{
	int32_t a = sr_day_of(s->date);

	stamp->has_year = s->date.year != 0;
	stamp->has_clock = s->has_clock;
	stamp->whole_month = s->whole_month;
	stamp->firm = s->has_clock || s->has_figures || s->weekday >= 0;
	stamp->days = SR_DAYS_UNKNOWN;
	if (!stamp->has_year)
		return;
	stamp->days = (struct sr_days){ a, a };
	if (s->whole_month)
		stamp->days = sr_days_of_month(s->date.year, s->date.month);
	if (s->other.year == 0)
		return;
	int32_t b = sr_day_of(s->other);
	if (s->weekday >= 0 && sr_weekday(b) == s->weekday)
		stamp->days = (struct sr_days){ b, b };
	else if (s->weekday < 0 || sr_weekday(a) != s->weekday)
		stamp->days = (struct sr_days){ a < b ? a : b, a < b ? b : a };
	stamp->unsure = stamp->days.from != stamp->days.to;
	stamp->day_first = a;
}

bool sr_stamp_read(const struct sr_kit *kit, struct sr_str text,
		   struct sr_span within, struct sr_stamp *stamp)
{
	struct scan s = { .kit = kit,
			  .text = text,
			  .at = within.from,
			  .end = within.to,
			  .weekday = -1 };
	bool behind_at = false;

	*stamp = (struct sr_stamp){ .days = SR_DAYS_UNKNOWN };
	s.at = skip_blank(&s, s.at);
	stamp->at.from = s.at;
	while (s.at < s.end && part(&s, behind_at)) {
		stamp->at.to = s.at;
		s.at = skip_between(&s, s.at, &behind_at);
	}
	if (s.has_date)
		decide(&s, stamp);
	return s.has_date;
}

/* /2022/mar/27: capitals as the table has them. */
static bool url_month(struct scan *s, uint32_t at, struct sr_date *d)
{
	char name[3];
	int64_t day;
	struct scan word = *s;

	for (uint32_t i = 0; i < 3; i++)
		name[i] = char_at(s, at + i);
	if (name[0] < 'a' || name[0] > 'z' || char_at(s, at + 3) != '/')
		return false;
	name[0] = (char)(name[0] - 32);
	word.text = (struct sr_str){ name, 3 };
	word.end = 3;
	unsigned n = number(s, at + 4, &day);
	d->day = (int)day;
	return month_at(&word, 0, &d->month) && n >= 1 && n <= 2;
}

static bool url_date(struct scan *s)
{
	int64_t v;
	unsigned n = number(s, s->at, &v);
	struct sr_date d = { .year = (int32_t)v };

	if (n == 8)
		return compact(s, n, v);
	if (n != 4 || v < FIRST_YEAR || v > LAST_YEAR)
		return false;
	if (char_at(s, s->at + 4) == '/' && url_month(s, s->at + 5, &d))
		return keep(s, d, s->at);
	return year_first(s, v);
}

struct sr_days sr_stamp_of_url(const struct sr_kit *kit, struct sr_str url)
{
	struct scan s = {
		.kit = kit, .text = url, .weekday = -1, .end = (uint32_t)url.n
	};

	for (; s.at < s.end; s.at++) {
		bool start = is_digit(char_at(&s, s.at)) &&
			     (s.at == 0 || !is_alnum(url.s[s.at - 1]));
		if (start && url_date(&s)) {
			int32_t day = sr_day_of(s.date);
			return (struct sr_days){ day, day };
		}
	}
	return SR_DAYS_UNKNOWN;
}
