/* A header's line is read part by part from its start: "Title: ...", "By NAME
 * | 27 March 2022, 14:05 BST | Kyiv", "date 2022-09-09". Names of fields are
 * in lexicon/header_fields.tsv. What stands behind the last part is text. */
#include "ingest/field.h"

#include "base/calendar.h"
#include "base/str.h"
#include "base/utf8.h"
#include "ingest/cue.h"
#include "ingest/look.h"

#define LONGEST_BYLINE 120 /* bytes */
#define LONGEST_VALUE 80u  /* bytes; a longer one ends with its sentence */
#define SHORTEST_TITLE 12u /* bytes; what is outside of this is not looked */
#define LONGEST_TITLE 400u /* for again in the text */

/* An empty part at `at`. */
static void begin(struct sr_field_at *part, enum sr_field field, uint32_t at)
{
	*part = (struct sr_field_at){ .field = field,
				      .at = { at, at },
				      .value = { at, at },
				      .stamp.days = SR_DAYS_UNKNOWN };
}

static char char_at(const struct sr_header *h, uint32_t at, uint32_t to)
{
	return at < to ? h->text.s[at] : '\0';
}

static uint32_t skip_blank(const struct sr_header *h, uint32_t at, uint32_t to)
{
	while (sr_is_blank(char_at(h, at, to)))
		at++;
	return at;
}

/* Past blanks, bars, bullets, dashes, marks of emphasis between parts. */
static uint32_t skip_between(const struct sr_header *h, uint32_t at,
			     uint32_t to)
{
	const char *p = h->text.s + at, *end = h->text.s + to;

	while (p < end) {
		const char *next = p;
		uint32_t cp = sr_utf8_next(&next, end);
		bool mark = cp == '|' || cp == '*' || cp == '_' || cp == '#' ||
			    cp == ',' || cp == ';' || cp == '-' || cp == '/' ||
			    cp == 0xB7 || (cp >= 0x2010 && cp <= 0x2015) ||
			    (cp >= 0x2020 && cp <= 0x2023) || cp == 0x25CF;
		if (!mark && !sr_is_space(cp))
			break;
		p = next;
	}
	return (uint32_t)(p - h->text.s);
}

/* Addresses */

static bool begins(const struct sr_header *h, uint32_t at, uint32_t to,
		   struct sr_str with)
{
	if (to - at < with.n)
		return false;
	for (size_t i = 0; i < with.n; i++)
		if (sr_lower((unsigned char)h->text.s[at + i]) !=
		    (unsigned char)with.s[i])
			return false;
	return true;
}

/* "t.me/channel", "example.org/a": a line that is one such word. */
static bool is_bare_url(const struct sr_header *h, struct sr_span within)
{
	struct sr_str s = sr_str_at(h->text, within);
	const char *slash = memchr(s.s, '/', s.n);
	const char *dot = memchr(s.s, '.', s.n);

	return slash && dot && dot > s.s && dot + 1 < slash &&
	       !memchr(s.s, ' ', s.n) && !memchr(s.s, ':', s.n);
}

static bool url_part(const struct sr_header *h, struct sr_span within,
		     struct sr_field_at *part)
{
	uint32_t at = within.from;

	if (!begins(h, at, within.to, SR_STR("http://")) &&
	    !begins(h, at, within.to, SR_STR("https://")) &&
	    !begins(h, at, within.to, SR_STR("www.")) &&
	    !is_bare_url(h, within))
		return false;
	while (at < within.to && !sr_is_blank(h->text.s[at]) &&
	       h->text.s[at] != '|' && h->text.s[at] != '>')
		at++;
	begin(part, SR_FIELD_URL, within.from);
	part->value = part->at = (struct sr_span){ within.from, at };
	part->sure = true;
	return true;
}

/* Named fields */

static bool is_field_name(const struct sr_header *h, struct sr_span within,
			  struct sr_cue *cue)
{
	return sr_cue_at(h->kit, SR_TRIE_CUES, SR_TABLE_HEADER_FIELDS, h->text,
			 within, cue) &&
	       cue->at.from == within.from;
}

/* Past "**", a colon and blanks; 0 where there is no colon. */
static uint32_t skip_colon(const struct sr_header *h, uint32_t at, uint32_t to)
{
	while (sr_is_blank(char_at(h, at, to)) || char_at(h, at, to) == '*')
		at++;
	if (char_at(h, at, to) != ':' && char_at(h, at, to) != '=')
		return 0;
	at++;
	while (sr_is_blank(char_at(h, at, to)) || char_at(h, at, to) == '*')
		at++;
	return at;
}

/* A sentence ends before the blank at `at`. */
static bool stop_before(const struct sr_header *h, uint32_t at)
{
	char c = h->text.s[at - 1];

	return sr_is_blank(h->text.s[at]) && (c == '.' || c == '?' || c == '!');
}

/* Where a value ends: at a bar or bullet if `cut`, at the next named field. */
static uint32_t value_end(const struct sr_header *h, struct sr_span within,
			  bool cut)
{
	struct sr_cue cue;

	for (uint32_t at = within.from; at < within.to; at++) {
		char c = h->text.s[at];
		if (at - within.from > LONGEST_VALUE && stop_before(h, at))
			return at;
		if (cut && (c == '|' || ((unsigned char)c == 0xE2 &&
					 skip_between(h, at, within.to) > at)))
			return at;
		if (at == within.from || !sr_is_blank(h->text.s[at - 1]))
			continue;
		struct sr_span rest = { at, within.to };
		if (begins(h, at, within.to, SR_STR("http")) ||
		    (c >= 'A' && c <= 'Z' && is_field_name(h, rest, &cue) &&
		     skip_colon(h, cue.at.to, within.to)))
			return at;
	}
	return within.to;
}

static enum sr_field field_of(const struct sr_header *h, uint32_t row)
{
	return (enum sr_field)sr_kit_value(h->kit, SR_TABLE_HEADER_FIELDS, row,
					   SR_HEADER_FIELDS_FIELD);
}

static bool holds_day(enum sr_field field)
{
	return field == SR_FIELD_PUBLISHED || field == SR_FIELD_UPDATED ||
	       field == SR_FIELD_DAY;
}

static bool is_unknown(const struct sr_header *h, struct sr_span value)
{
	struct sr_cue cue;

	return sr_cue_is(h->kit, SR_TRIE_CUES, SR_TABLE_HEADER_WORDS, h->text,
			 value, &cue) &&
	       sr_kit_value(h->kit, SR_TABLE_HEADER_WORDS, cue.row,
			    SR_HEADER_WORDS_KIND) == SR_HEADER_WORD_UNKNOWN;
}

static bool holds_url(enum sr_field field)
{
	return field == SR_FIELD_URL || field == SR_FIELD_PUBLISHER ||
	       field == SR_FIELD_SOURCE;
}

static bool holds_name(enum sr_field field)
{
	return field == SR_FIELD_PUBLISHER || field == SR_FIELD_SOURCE ||
	       field == SR_FIELD_AUTHOR;
}

/* Without blanks, and without one pair of quotes around all of it. */
static struct sr_span unquote(const struct sr_header *h, uint32_t from,
			      uint32_t to)
{
	struct sr_span s = sr_span_trim(h->text, (struct sr_span){ from, to });
	const char *p = h->text.s + s.from;
	uint32_t n = s.to - s.from;

	if (n > 2 && *p == '"' && p[n - 1] == '"' && !memchr(p + 1, '"', n - 2))
		return (struct sr_span){ s.from + 1, s.to - 1 };
	return s;
}

/* Where a day ends a name's line: "Source: Xinhua, January 17, 2023". */
static uint32_t name_end(const struct sr_header *h, uint32_t from, uint32_t to)
{
	struct sr_stamp stamp;

	for (uint32_t at = from + 3; at < to; at++) {
		const char *p = h->text.s + at;
		if (*p > 'Z' || *p < '0' || !sr_is_blank(p[-1]) ||
		    (p[-2] != ',' && !(p[-2] == '-' && sr_is_blank(p[-3]))))
			continue;
		if (sr_stamp_read(h->kit, h->text, (struct sr_span){ at, to },
				  &stamp) &&
		    stamp.has_year && !stamp.whole_month &&
		    skip_between(h, stamp.at.to, to) == to)
			return at - 2;
	}
	return to;
}

static void named_part(const struct sr_header *h, struct sr_span within,
		       struct sr_field_at *part)
{
	uint32_t from = part->at.from;

	if (holds_day(part->field) &&
	    sr_stamp_read(h->kit, h->text, within, &part->stamp)) {
		part->at.to = part->stamp.at.to;
		part->value = part->stamp.at;
	} else if (holds_url(part->field) && url_part(h, within, part)) {
		part->at.from = from;
	} else {
		part->at.to =
			value_end(h, within, part->field != SR_FIELD_TITLE);
		if (holds_name(part->field))
			part->at.to = name_end(h, within.from, part->at.to);
		part->value = unquote(h, within.from, part->at.to);
	}
	part->empty = within.from >= within.to;
	if (is_unknown(h, part->value))
		part->value.to = part->value.from;
	part->named = part->sure = true;
}

/* "3 hours ago", "an hour ago". */
static uint32_t ago_end(const struct sr_header *h, struct sr_span within)
{
	struct sr_cue cue;
	uint32_t at = within.from;

	while (at < within.to && !sr_is_blank(h->text.s[at]))
		at++;
	if (at - within.from > 4 ||
	    !sr_cue_at(h->kit, SR_TRIE_CUES, SR_TABLE_HEADER_WORDS, h->text,
		       (struct sr_span){ at, within.to }, &cue) ||
	    sr_kit_value(h->kit, SR_TABLE_HEADER_WORDS, cue.row,
			 SR_HEADER_WORDS_KIND) != SR_HEADER_WORD_AGO)
		return 0;
	return cue.at.to;
}

/* Where a day or another field begins in a byline. */
static uint32_t byline_end(const struct sr_header *h, struct sr_span within)
{
	struct sr_stamp stamp;
	struct sr_cue cue;

	for (uint32_t at = within.from + 1; at < within.to; at++) {
		struct sr_span rest = { at, within.to };
		char c = h->text.s[at];
		if (!sr_is_blank(h->text.s[at - 1]) || c > 'Z' || c < '0')
			continue;
		if ((sr_stamp_read(h->kit, h->text, rest, &stamp) &&
		     stamp.has_year) ||
		    (is_field_name(h, rest, &cue) &&
		     holds_day(field_of(h, cue.row))))
			return at;
	}
	return within.to;
}

/* A name behind "By", to the end of a short line without a full stop, or to a
 * bar or bullet. */
static bool byline_part(const struct sr_header *h, struct sr_span within,
			struct sr_field_at *part)
{
	uint32_t line_end = within.to;
	if (within.to > within.from + LONGEST_BYLINE)
		within.to = within.from + LONGEST_BYLINE + 1;
	within.to = value_end(h, within, true);
	if (within.to - within.from > LONGEST_BYLINE)
		return false;
	uint32_t to = byline_end(h, within);
	struct sr_span name =
		sr_span_trim(h->text, (struct sr_span){ within.from, to });
	char last = name.to > name.from ? h->text.s[name.to - 1] : '.';

	bool cut = skip_between(h, to, line_end) > to || to < within.to;
	if (!(sr_upper_at(h->text, name.from, name.to) || cut) || last == '.' ||
	    last == ':' || last == ',' || last == '"' || last == '?')
		return false;
	part->value = name;
	part->at.to = to;
	return true;
}

/* Title and publisher again */

/* The next letter or digit of s, folded, *at moved behind it; 0 at the end.
 * Only what may differ between a title and its repetition is passed over. */
static uint32_t next_letter(struct sr_str s, size_t *at)
{
	const char *p = s.s + *at, *end = s.s + s.n;

	while (p < end) {
		uint32_t cp = sr_utf8_next(&p, end);
		*at = (size_t)(p - s.s);
		if (sr_is_letter(cp) || (cp >= '0' && cp <= '9'))
			return sr_lower(cp);
	}
	*at = s.n;
	return 0;
}

/* Where `what`, its punctuation and capitals aside, ends if the text at `at`
 * begins with it; else 0. */
static uint32_t match(const struct sr_header *h, struct sr_str what,
		      struct sr_span within)
{
	struct sr_str text = sr_str_at(h->text, within);
	size_t i = 0, k = 0, end = 0;
	uint32_t a;

	while ((a = next_letter(what, &i))) {
		if (next_letter(text, &k) != a)
			return 0;
		end = k;
	}
	const char *p = text.s + end;
	if (end == 0 ||
	    (end < text.n && sr_is_letter(sr_utf8_next(&p, text.s + text.n))))
		return 0;
	return within.from + (uint32_t)end;
}

/* Where the title ends if it stands at within, else 0. Pages add their own
 * name to it ("... - The Paper", "... | News"), which the text lacks. */
static uint32_t title_at(const struct sr_header *h, struct sr_span within)
{
	struct sr_str title = sr_str_at(h->text, h->title);

	if (title.n > LONGEST_TITLE || within.from < h->title.to)
		return 0;
	while (title.n >= SHORTEST_TITLE) {
		uint32_t to = match(h, title, within);
		if (to)
			return to;
		do
			title.n--;
		while (title.n >= SHORTEST_TITLE &&
		       !(title.s[title.n - 1] == ' ' &&
			 (title.s[title.n] == '|' || title.s[title.n] == '-' ||
			  title.s[title.n] == '_')));
	}
	return 0;
}

static bool again_part(const struct sr_header *h, struct sr_span within,
		       bool first, struct sr_field_at *part)
{
	uint32_t to = title_at(h, within);

	begin(part, SR_FIELD_TITLE, within.from);
	if (!to && !first && h->publisher_named) {
		to = match(h, h->doc->report.publisher, within);
		part->field = SR_FIELD_AGAIN;
		if (to && !sr_upper_at(h->text, skip_between(h, to, within.to),
				       within.to))
			to = 0;
	}
	if (!to)
		return false;
	part->value = (struct sr_span){ within.from, to };
	while (char_at(h, to, within.to) == '.' ||
	       sr_is_blank(char_at(h, to, within.to)))
		to++;
	part->at.to = to;
	part->sure = true;
	return true;
}

/* "by NAME" before the title is told again; the name itself has no end. */
static bool by_before_title(const struct sr_header *h, struct sr_span within,
			    struct sr_field_at *part)
{
	uint32_t to = within.to < within.from + LONGEST_BYLINE
			      ? within.to
			      : within.from + LONGEST_BYLINE;

	for (uint32_t at = within.from + 1; at < to; at++) {
		if (sr_is_blank(h->text.s[at - 1]) &&
		    title_at(h, (struct sr_span){ at, within.to })) {
			part->at.to = at;
			part->value = sr_span_trim(
				h->text, (struct sr_span){ within.from, at });
			part->sure = true;
			return true;
		}
	}
	return false;
}

/* One part */

static bool bare_part(const struct sr_header *h, uint32_t row,
		      struct sr_span within, struct sr_field_at *part)
{
	uint32_t to;

	if (!sr_kit_value(h->kit, SR_TABLE_HEADER_FIELDS, row,
			  SR_HEADER_FIELDS_BARE))
		return false;
	if (part->field == SR_FIELD_AUTHOR)
		return by_before_title(h, within, part) ||
		       byline_part(h, within, part);
	part->sure = true;
	if ((to = ago_end(h, within))) {
		part->at.to = to;
		return true;
	}
	if (!sr_stamp_read(h->kit, h->text, within, &part->stamp) ||
	    !part->stamp.has_year)
		return false;
	part->value = part->stamp.at;
	part->at.to = part->stamp.at.to;
	return true;
}

static bool field_part(const struct sr_header *h, struct sr_span within,
		       struct sr_field_at *part)
{
	struct sr_cue cue;

	if (!is_field_name(h, within, &cue))
		return false;
	begin(part, field_of(h, cue.row), within.from);
	uint32_t from = skip_colon(h, cue.at.to, within.to);
	if (from) {
		named_part(h, (struct sr_span){ from, within.to }, part);
		return true;
	}
	if (cue.at.to == within.to && holds_day(part->field)) {
		part->at.to = part->value.from = part->value.to = within.to;
		part->empty = part->sure = true;
		return true;
	}
	from = skip_blank(h, cue.at.to, within.to);
	return from > cue.at.to &&
	       bare_part(h, cue.row, (struct sr_span){ from, within.to }, part);
}

bool sr_header_is_past(const struct sr_header *h, struct sr_days days)
{
	struct sr_days own = h->doc->report.published;

	return sr_days_known(own) && sr_days_known(days) &&
	       days.to < own.from;
}

#define ENTRY 24 /* bytes behind a day that tell what happened on it */

/* "20 February 2016 - Rebels storm", where the report's own day is known. */
static bool is_entry(const struct sr_header *h, struct sr_span within,
		     const struct sr_stamp *stamp)
{
	return sr_header_is_past(h, stamp->days) && !stamp->has_clock &&
	       within.to >= stamp->at.to + ENTRY;
}

static bool day_part(const struct sr_header *h, struct sr_span within,
		     struct sr_field_at *part)
{
	uint32_t to;

	begin(part, SR_FIELD_DAY, within.from);
	if (sr_stamp_read(h->kit, h->text, within, &part->stamp) &&
	    !part->stamp.whole_month) {
		part->value = part->stamp.at;
		part->at.to = part->stamp.at.to;
		return !is_entry(h, within, &part->stamp);
	}
	if (h->text.s[within.from] > '9' || !(to = ago_end(h, within)))
		return false;
	part->at.to = to;
	part->sure = true;
	return true;
}

static bool read_part(const struct sr_header *h, struct sr_span in, bool first,
		      struct sr_field_at *part)
{
	return url_part(h, in, part) || again_part(h, in, first, part) ||
	       field_part(h, in, part) || day_part(h, in, part);
}

void sr_fields_read(const struct sr_header *h, struct sr_span line,
		    struct sr_fields *parts)
{
	uint32_t at = line.from;

	parts->n = 0;
	parts->rest = at;
	while (parts->n < SR_MAX_FIELDS) {
		struct sr_span in = { skip_between(h, at, line.to), line.to };
		struct sr_field_at *part = &parts->part[parts->n];
		if (in.from >= in.to || !read_part(h, in, parts->n == 0, part))
			break;
		parts->n++;
		at = parts->rest = part->at.to;
	}
	if (skip_between(h, parts->rest, line.to) == line.to)
		parts->rest = line.to;
}
