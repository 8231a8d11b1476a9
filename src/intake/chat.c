#include "intake/chat.h"

#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "base/str.h"

#define LONGEST_NAME 80u
#define NOTICES 20 /* before the first message */
#define SEEN ((size_t)1 << 20) /* by which days and months are told apart */

/* The head of a message: three numbers of its day as they stand, its hour, where
 * name and words begin. */
struct stamp {
	unsigned part[3], hour, minute, second;
	bool half; /* of a day of twelve hours */
	char between; /* the numbers */
	struct sr_str name, words; /* no name: a notice */
};

enum order { DAY_MONTH, MONTH_DAY, YEAR_MONTH };

/* Reading a line from the left */

static bool take(struct sr_str *s, const char *bytes)
{
	size_t n = strlen(bytes);

	if (s->n < n || memcmp(s->s, bytes, n) != 0)
		return false;
	*s = (struct sr_str){ s->s + n, s->n - n };
	return true;
}

/* Blanks of any kind, and marks of direction. */
static void skip_blanks(struct sr_str *s)
{
	while (take(s, " ") || take(s, "\xE2\x80\xAF") || /* narrow, no break */
	       take(s, "\xC2\xA0") || take(s, "\xE2\x80\x8E") ||
	       take(s, "\xE2\x80\x8F"))
		;
}

static bool number(struct sr_str *s, size_t most, unsigned *out)
{
	size_t n = 0;

	*out = 0;
	while (n < most && n < s->n && s->s[n] >= '0' && s->s[n] <= '9')
		*out = *out * 10 + (unsigned)(s->s[n++] - '0');
	*s = (struct sr_str){ s->s + n, s->n - n };
	return n > 0;
}

static bool read_day(struct sr_str *s, struct stamp *t)
{
	for (int i = 0; i < 3; i++) {
		if (!number(s, 4, &t->part[i]))
			return false;
		if (i == 2)
			return true;
		if (!s->n || !strchr("/.-", s->s[0]) ||
		    (i && s->s[0] != t->between))
			return false;
		t->between = s->s[0];
		*s = (struct sr_str){ s->s + 1, s->n - 1 };
		skip_blanks(s);
	}
	return false;
}

/* "2:22 PM", "14:22:11". */
static bool read_hour(struct sr_str *s, struct stamp *t)
{
	if (!number(s, 2, &t->hour) || !(take(s, ":") || take(s, ".")) ||
	    !number(s, 2, &t->minute))
		return false;
	if (take(s, ":") && !number(s, 2, &t->second))
		return false;
	skip_blanks(s);
	bool before = take(s, "AM") || take(s, "am") || take(s, "a.m.") ||
		      take(s, "a.\xC2\xA0m.");
	bool after = !before && (take(s, "PM") || take(s, "pm") ||
				 take(s, "p.m.") || take(s, "p.\xC2\xA0m."));
	t->half = before || after;
	skip_blanks(s);
	if (t->half)
		t->hour = t->hour % 12 + (after ? 12 : 0);
	return t->hour < 24 && t->minute < 60 && t->second < 61;
}

static bool read_stamp(struct sr_str line, struct stamp *t)
{
	*t = (struct stamp){ .half = false };
	skip_blanks(&line);
	bool bracket = take(&line, "[");
	if (!read_day(&line, t))
		return false;
	take(&line, ",");
	skip_blanks(&line);
	if (!read_hour(&line, t))
		return false;
	if (bracket ? !take(&line, "]") : !(take(&line, "-") && line.n))
		return false;
	skip_blanks(&line);
	t->words = line;
	for (size_t n = 1; n + 1 < line.n && n <= LONGEST_NAME; n++)
		if (line.s[n] == ':' && line.s[n + 1] == ' ') {
			t->name = (struct sr_str){ line.s, n };
			t->words = (struct sr_str){ line.s + n + 2,
						    line.n - n - 2 };
			break;
		}
	return true;
}

bool sr_is_chat(struct sr_str first)
{
	struct stamp t;

	/* A chat begins with notices. */
	for (int i = 0; i < NOTICES && first.s; i++) {
		if (!read_stamp(sr_str_cut(&first, '\n'), &t))
			return false;
		if (t.name.n)
			return true;
	}
	return false;
}

/* Which of the numbers is the day: the text's own, by one above twelve; else as
 * who writes so mostly has it. */
static enum order order_of(struct sr_str text)
{
	struct stamp t, any = { .half = false };

	while (text.s) {
		if (!read_stamp(sr_str_cut(&text, '\n'), &t))
			continue;
		if (t.part[0] > 31)
			return YEAR_MONTH;
		if (t.part[0] > 12)
			return DAY_MONTH;
		if (t.part[1] > 12)
			return MONTH_DAY;
		any = t;
	}
	return any.between == '/' && any.half ? MONTH_DAY : DAY_MONTH;
}

/* "2022-03-12T14:22:11" in out. */
static void put_moment(const struct stamp *t, enum order order, char out[40])
{
	static const uint8_t YEAR[] = { 2, 2, 0 }, MONTH[] = { 1, 0, 1 },
			     DAY[] = { 0, 1, 2 };
	unsigned year = t->part[YEAR[order]];

	snprintf(out, 40, "%04u-%02u-%02uT%02u:%02u:%02u",
		 year < 100 ? year + 2000 : year, t->part[MONTH[order]],
		 t->part[DAY[order]], t->hour, t->minute, t->second);
}

/* Messages */

/* A message's bytes: its line and those below up to the next stamp. */
static size_t message_end(struct sr_stream *s)
{
	size_t at = sr_stream_line(s, SR_MAX_PAGE).n;
	struct stamp t;

	while (at && at <= SR_MAX_REPORT) {
		struct sr_str w = sr_stream_peek(s, at + 4096);
		struct sr_str rest = { w.s + at, w.n - at };
		if (!rest.n || read_stamp(sr_str_cut(&rest, '\n'), &t))
			break;
		at = rest.s ? (size_t)(rest.s - w.s) : w.n;
		if (!rest.s && w.n < at + 4096 && s->ended)
			break;
	}
	return at;
}

/* "<Media omitted>", and what begins with a mark of direction: a notice in the
 * place of a picture. */
static bool is_media(struct sr_str words)
{
	words = sr_str_trim(words);
	return !words.n || take(&words, "\xE2\x80\x8E") ||
	       (words.s[0] == '<' && words.s[words.n - 1] == '>');
}

static bool give_message(const struct sr_within *w, struct sr_str bytes,
			 enum order order, size_t n)
{
	struct sr_item item = { .bytes = bytes, .form = SR_FORM_TEXT };
	struct sr_str rest = bytes;
	char moment[40];
	struct stamp t;

	if (!read_stamp(sr_str_cut(&rest, '\n'), &t))
		return sr_give_error(w, n, SR_REFUSED,
				     "no message: expected a day, an hour and "
				     "a name");
	if (!t.name.n) /* a notice */
		return true;
	if (is_media(t.words) && !sr_str_trim(rest).n)
		return sr_give_error(w, n, SR_REFUSED,
				     "a message without text: a picture or "
				     "film?");
	put_moment(&t, order, moment);
	item.body = (struct sr_str){
		t.words.s, (size_t)(bytes.s + bytes.n - t.words.s)
	};
	item.given.author = t.name;
	item.given.published = sr_str_of(moment);
	if (item.body.n > SR_MAX_REPORT)
		return sr_give_error(w, n, SR_LIMIT,
				     "a message larger than SR_MAX_REPORT");
	return sr_give(w, &item, n);
}

bool sr_open_chat(const struct sr_within *w, struct sr_stream *s)
{
	struct sr_str first = sr_stream_peek(s, SEEN);
	bool go_on = true;
	size_t count = 0, n;

	if (first.n >= 3 && memcmp(first.s, "\xEF\xBB\xBF", 3) == 0)
		sr_stream_skip(s, 3);
	enum order order = order_of(sr_stream_peek(s, SEEN));
	while (go_on && (n = message_end(s)) > 0) {
		struct sr_str bytes = { sr_stream_peek(s, n).s, n };
		if (sr_str_trim(bytes).n)
			go_on = give_message(w, bytes, order, ++count);
		sr_stream_skip(s, n);
	}
	return go_on && sr_give_fault(w, s, count + 1);
}
