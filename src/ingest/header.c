/* The header is looked for in the first lines: as long as lines are fields,
 * or up to three short lines of text with fields behind them (a title, a
 * standfirst, a label). The last line of it may run into the text. A report
 * with no field at all may still begin with its title. */
#include <string.h>

#include "ingest/header.h"

#include "base/str.h"
#include "base/utf8.h"
#include "ingest/cue.h"
#include "ingest/dateline.h"
#include "ingest/look.h"

#define ZONE 40		  /* lines looked at */
#define TEXTS 3		  /* lines of text between fields */
#define LONGEST_HEAD 300u /* bytes of such a line */
#define LONGEST_TITLE 250u
#define LONGEST_FIELD 200u  /* bytes of a field line within the text */
#define LONGEST_BODY 70u    /* bytes of an organisation's name */
#define LONGEST_VALUE 90u   /* bytes of an unknown field that ends in a stop */
#define LONGEST_NAME 30u    /* bytes of the name of an unknown field */
#define LONGEST_PREFIX 160u /* bytes before a day that runs into the text */
#define SHORT_REST 60u /* bytes behind the last part, still of the header */
#define FOOTER 5       /* last lines looked at */

/* Could be a title by its look: not too long, no full stop, two words, not of
 * the page's own. */
static bool looks_like_title(const struct sr_header *h, struct sr_span at)
{
	struct sr_str line = sr_str_at(h->text, at);
	uint32_t cp = sr_line_last(line);
	struct sr_cue cue;

	return line.n <= LONGEST_TITLE && cp != '.' && cp != ',' && cp != ';' &&
	       cp != ':' && memchr(line.s, ' ', line.n) &&
	       !(sr_cue_at(h->kit, SR_TRIE_CUES, SR_TABLE_LINE_CUES, h->text,
			   at, &cue) &&
		 sr_kit_value(h->kit, SR_TABLE_LINE_CUES, cue.row,
			      SR_LINE_CUES_AT) == SR_CUE_START);
}

/* Where a part of the text stands. */
static struct sr_span span_of(const struct sr_header *h, struct sr_str part)
{
	uint32_t from = (uint32_t)(part.s - h->text.s);

	return (struct sr_span){ from, from + (uint32_t)part.n };
}

/* What stands behind the parts of a line still belongs to them: a town, "4 min
 * read", a name of three words. */
static bool short_rest(const struct sr_header *h, const struct sr_fields *parts,
		       struct sr_span line)
{
	struct sr_str rest =
		sr_str_at(h->text, (struct sr_span){ parts->rest, line.to });
	struct sr_cue cue;

	rest = sr_str_trim(rest);
	if (rest.n > SHORT_REST || sr_line_stops(rest))
		return false;
	if (sr_line_words(rest) <= 3 || rest.s[0] == '|' || rest.s[0] == '(')
		return true;
	return sr_cue_at(h->kit, SR_TRIE_CUES, SR_TABLE_LINE_CUES, h->text,
			 (struct sr_span){ parts->rest, line.to }, &cue);
}

/* Says so that it can't be the beginning of a sentence. */
static bool is_sure(const struct sr_fields *parts)
{
	for (size_t i = 0; i < parts->n; i++)
		if (parts->part[i].sure || parts->part[i].stamp.has_clock)
			return true;
	return false;
}

static bool all_header(const struct sr_header *h, const struct sr_fields *parts,
		       struct sr_span line)
{
	if (parts->n == 0)
		return false;
	const struct sr_field_at *p = &parts->part[0];
	if (p->field == SR_FIELD_DAY && !p->stamp.has_year && !is_sure(parts))
		return false;
	return parts->rest == line.to || short_rest(h, parts, line);
}

/* The parts begin a line that goes on with text: "date 2022-09-09 Troops ...",
 * "20 November 2016 Ten people ...", but not "In May 2016, ...". */
static bool runs_on(const struct sr_header *h, const struct sr_fields *parts,
		    struct sr_span line)
{
	const char *p = h->text.s + parts->rest, *end = h->text.s + line.to;
	const struct sr_field_at *last;

	if (parts->n == 0 || p >= end)
		return false;
	last = &parts->part[parts->n - 1];
	if (last->field == SR_FIELD_TITLE || last->field == SR_FIELD_URL)
		return true;
	if (last->field == SR_FIELD_DAY && !last->stamp.has_year &&
	    !last->stamp.has_clock)
		return false;
	bool comma = *p == ',';
	while (p < end && (*p == ' ' || *p == '\t' || *p == '-' || *p == ':'))
		p++;
	if (p == end || comma)
		return false;
	uint32_t cp = sr_utf8_next(&p, end);
	return sr_is_upper(cp) || cp == '"' || cp == '(' || cp == 0x2018 ||
	       cp == 0x201C || cp >= 0x2010 || (cp >= '0' && cp <= '9');
}

/* "Country: Syria" among known fields; but "Summary: Nine people were killed when
 * ..." is the text. */
static bool unknown_field(struct sr_str line)
{
	const char *colon = memchr(line.s, ':', line.n);
	size_t n = colon ? (size_t)(colon - line.s) : 0;
	const char *p = line.s;

	if (line.n > LONGEST_VALUE && sr_line_stops(line))
		return false;
	return n && n <= LONGEST_NAME &&
	       sr_line_words((struct sr_str){ p, n }) <= 3 &&
	       (n + 1 == line.n || p[n + 1] == ' ') &&
	       sr_is_upper(sr_utf8_next(&p, line.s + line.n));
}

struct zone {
	struct sr_header *h;
	struct sr_lines *lines, *head;
	size_t pending; /* first line of text that is not yet known to be head
			 */
	bool named;	/* the line before was a named field */
	enum sr_field waiting; /* it was only the name of this one, or NONE */
	bool full;	       /* no memory */
};

static void put(struct zone *z, struct sr_span at, enum sr_line_kind kind,
		const struct sr_line *like)
{
	struct sr_line *own = SR_PUSH(&z->h->doc->mem, &z->head->list);

	if (!own) {
		z->full = true;
		return;
	}
	*own = (struct sr_line){ .at = at,
				 .kind = (uint8_t)kind,
				 .gap = like->gap,
				 .indent = like->indent };
}

/* The text begins within a line. */
static void start_text(struct zone *z, struct sr_line *line, uint32_t at)
{
	while (at < line->at.to &&
	       (z->h->text.s[at] == ' ' || z->h->text.s[at] == '\t'))
		at++;
	line->at.from = at;
}

/* Without the marks that notebooks put around a title: "# ", "**", "== ". */
static struct sr_span without_markup(struct sr_str text, struct sr_span at)
{
	while (at.from < at.to && memchr("#*= ", text.s[at.from], 4))
		at.from++;
	while (at.to > at.from && memchr("*= ", text.s[at.to - 1], 3))
		at.to--;
	return at;
}

static void guess_title(struct sr_header *h, struct sr_span at)
{
	at = without_markup(h->text, at);
	h->title_rank = 1;
	h->title = at;
	h->doc->report.title = sr_str_trim(sr_str_at(h->text, at));
}

/* The lines of text before a field; the first of them is the title. */
static void put_pending(struct zone *z, size_t to)
{
	struct sr_header *h = z->h;

	for (; z->pending < to; z->pending++) {
		const struct sr_line *line = &z->lines->list.items[z->pending];
		struct sr_str s = sr_str_at(h->text, line->at);
		if (sr_line_is_rule(s))
			continue;
		if (sr_is_outlet(h, line->at)) {
			sr_header_outlet(h, line->at);
			put(z, line->at, SR_LINE_FIELD, line);
			continue;
		}
		if (sr_is_place_line(h->kit, h->text, line->at)) {
			sr_header_place(h, line->at);
			put(z, line->at, SR_LINE_FIELD, line);
			continue;
		}
		bool title = !h->title_rank && looks_like_title(h, line->at);
		if (title)
			guess_title(h, line->at);
		put(z, title ? h->title : line->at,
		    title ? SR_LINE_TITLE : SR_LINE_TEXT, line);
	}
}

/* The pieces of a line of fields up to `to`. */
static void put_parts(struct zone *z, const struct sr_fields *parts,
		      const struct sr_line *line, uint32_t to)
{
	uint32_t from = line->at.from;

	for (size_t i = 0; i < parts->n; i++) {
		const struct sr_field_at *p = &parts->part[i];
		if (p->field != SR_FIELD_TITLE || p->value.from >= p->value.to)
			continue;
		if (!p->named && p->value.from > from)
			put(z, (struct sr_span){ from, p->value.from },
			    SR_LINE_FIELD, line);
		put(z, p->value, SR_LINE_TITLE, line);
		from = p->at.to;
	}
	if (from < to)
		put(z, (struct sr_span){ from, to }, SR_LINE_FIELD, line);
}

/* A day in the midst of the first words, as pages run together have it:
 * "Five killed in the capital AFP Friday 6 Jan 2012 Five people ...". */
static bool inner_stamp(const struct sr_header *h, struct sr_span line,
			struct sr_stamp *stamp)
{
	uint32_t most = line.to < line.from + LONGEST_PREFIX
				? line.to
				: line.from + LONGEST_PREFIX;
	bool upper = false; /* the last word begins with a capital */

	for (uint32_t at = line.from; at < most; at++) {
		const char *p = h->text.s + at;
		struct sr_span rest = { at, line.to };
		if (at > line.from && p[-1] != ' ')
			continue;
		if (at > line.from + 1 && (p[-2] == '.' || p[-2] == ','))
			return false;
		if (upper && sr_stamp_read(h->kit, h->text, rest, stamp) &&
		    stamp->has_year && stamp->firm)
			return true;
		uint32_t cp = sr_utf8_next(&p, h->text.s + line.to);
		upper = sr_is_upper(cp) || (cp >= '0' && cp <= '9');
	}
	return false;
}

/* Puts what stands before such a day: a title of its own, an agency. */
static void put_prefix(struct zone *z, const struct sr_line *line, uint32_t to)
{
	struct sr_span at = { line->at.from, to };
	struct sr_str s = sr_str_trim(sr_str_at(z->h->text, at));
	size_t cut = s.n;

	if (sr_is_outlet(z->h, span_of(z->h, s)))
		sr_header_outlet(z->h, span_of(z->h, s));
	if (sr_line_words(s) < 5) {
		put(z, at, SR_LINE_FIELD, line);
		return;
	}
	while (cut > 0 && s.s[cut - 1] >= 'A' && s.s[cut - 1] <= 'Z')
		cut--;
	uint32_t end = s.s[cut - 1] == ' ' ? at.from + (uint32_t)cut : to;
	put(z, (struct sr_span){ at.from, end },
	    z->h->title_rank ? SR_LINE_TEXT : SR_LINE_TITLE, line);
	if (!z->h->title_rank)
		guess_title(z->h, (struct sr_span){ at.from, end });
	if (end < to) {
		sr_header_outlet(z->h, (struct sr_span){ end, to });
		put(z, (struct sr_span){ end, to }, SR_LINE_FIELD, line);
	}
}

static bool takes_inner_stamp(struct zone *z, size_t i)
{
	struct sr_line *line = &z->lines->list.items[i];
	struct sr_fields day = { .n = 1 };

	if (!inner_stamp(z->h, line->at, &day.part[0].stamp))
		return false;
	struct sr_span at = day.part[0].stamp.at;
	day.part[0].field = SR_FIELD_DAY;
	day.part[0].at = at;
	day.rest = at.to;
	if (at.to < line->at.to && !runs_on(z->h, &day, line->at))
		return false;
	put_pending(z, i);
	sr_fields_take(z->h, &day);
	put_prefix(z, line, at.from);
	put(z, at, SR_LINE_FIELD, line);
	start_text(z, line, at.to);
	z->pending = i + (line->at.from == line->at.to);
	return true;
}

/* "Tripoli -", "AFP, Tripoli -" before a day, below a title: a few words that
 * all begin with capitals. */
static bool is_place_of_day(const struct sr_header *h, struct sr_span name,
			    bool below)
{
	struct sr_str s = sr_str_at(h->text, name);
	const char *dash = h->text.s + name.to + 1;
	bool start = true;

	if (!below || name.to - name.from > LONGEST_NAME ||
	    sr_line_words(s) > 4 || name.to + 4 > h->text.n ||
	    (*dash != '-' && memcmp(dash, "\xe2\x80", 2) != 0))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (start && s.s[i] >= 'a' && s.s[i] <= 'z')
			return false;
		start = s.s[i] == ' ';
	}
	return true;
}

/* "Centre for the Study of War" before a day, below a title: words that begin
 * with capitals, but for short ones. */
static bool is_body(const struct sr_header *h, struct sr_span name, bool below)
{
	struct sr_str s = sr_str_trim(sr_str_at(h->text, name)), word;

	if (!below || s.n > LONGEST_BODY)
		return false;
	while (s.s && s.n) {
		word = sr_str_cut(&s, ' ');
		if (word.n > 3 && word.s[0] >= 'a' && word.s[0] <= 'z')
			return false;
	}
	return true;
}

/* What a name before fields is: an outlet, a title before a bar. The lines
 * that wait come before it. */
static bool take_name(struct zone *z, struct sr_line *line, struct sr_span name)
{
	size_t i = (size_t)(line - z->lines->list.items);

	if (sr_is_outlet(z->h, name)) {
		put_pending(z, i);
		sr_header_outlet(z->h, name);
		return true;
	}
	char c = z->h->text.s[name.to];
	if (c == ' ')
		return is_place_of_day(z->h, name,
				       i > z->pending || z->h->title_rank);
	bool body = is_body(z->h, name, i > z->pending || z->h->title_rank);
	if (c == ',')
		return body || name.to - name.from <= LONGEST_NAME;
	if (sr_line_words(sr_str_at(z->h->text, name)) < 3)
		return body;
	put_pending(z, i);
	if (!z->h->title_rank) {
		name = sr_span_trim(z->h->text, name);
		guess_title(z->h, name);
		put(z, name, SR_LINE_TITLE, line);
		line->at.from = name.to;
	}
	return true;
}

/* Nothing, or "(The Paper)", or ", The Paper", up to the end of the line. */
static bool only_bracket(const struct sr_header *h, uint32_t at, uint32_t to)
{
	struct sr_str s = sr_str_trim(
		sr_str_at(h->text, (struct sr_span){ at, to }));

	if (s.n > 1 && s.n <= LONGEST_NAME && s.s[0] == ',')
		return is_body(h, (struct sr_span){ to - (uint32_t)s.n + 1, to },
			       true);
	return s.n == 0 || (s.n <= LONGEST_NAME && s.s[0] == '(' &&
			    memchr(s.s, ')', s.n) == s.s + s.n - 1);
}

/* "The Paper - 29 June 2021 - https://...", "Tikrit, 5 March 2015", "Report No
 * 5 | As of 12 March 2023": fields behind a name, if they take all of the rest
 * of the line. */
static void fields_behind_name(struct zone *z, struct sr_line *line,
			       struct sr_fields *parts)
{
	uint32_t most = line->at.to < line->at.from + LONGEST_PREFIX
				? line->at.to
				: line->at.from + LONGEST_PREFIX;

	for (uint32_t at = line->at.from + 1; at < most; at++) {
		struct sr_span name = { line->at.from, at };
		char c = z->h->text.s[at];
		if (c != ',' && c != '|' &&
		    !(c == ' ' && at < line->at.from + LONGEST_NAME))
			continue;
		sr_fields_read(z->h, (struct sr_span){ at, line->at.to },
			       parts);
		if (parts->n && only_bracket(z->h, parts->rest, line->at.to) &&
		    parts->part[0].field != SR_FIELD_SKIP &&
		    parts->part[0].field != SR_FIELD_TITLE &&
		    (parts->part[0].stamp.has_year || is_sure(parts)) &&
		    take_name(z, line, name))
			return;
	}
	parts->n = 0;
	parts->rest = line->at.from;
}

/* A line that is the value of the name on the line before. */
static void take_waiting(struct zone *z, const struct sr_line *line,
			 struct sr_fields *parts)
{
	struct sr_field_at *part = &parts->part[0];
	bool day = parts->n && part->field == SR_FIELD_DAY;

	if (day) {
		part->field = z->waiting;
		return;
	}
	*parts = (struct sr_fields){ .n = 1, .rest = line->at.to };
	*part = (struct sr_field_at){ .field = z->waiting,
				      .at = line->at,
				      .value = line->at,
				      .stamp.days = { 1, 0 },
				      .named = true,
				      .sure = true };
}

static void read_fields(struct zone *z, struct sr_line *line,
			struct sr_fields *parts)
{
	sr_fields_read(z->h, line->at, parts);
	if (z->waiting != SR_FIELD_NONE &&
	    (parts->n == 0 || parts->part[0].field == SR_FIELD_DAY) &&
	    line->at.to - line->at.from <= LONGEST_HEAD)
		take_waiting(z, line, parts);
	else if (parts->n == 0)
		fields_behind_name(z, line, parts);
	const struct sr_field_at *last = parts->n ? &parts->part[parts->n - 1]
						  : NULL;
	z->waiting = last && last->empty ? last->field : SR_FIELD_NONE;
}

/* One line of the zone; false: the header ends before or within it. */
static bool zone_line(struct zone *z, size_t i)
{
	struct sr_line *line = &z->lines->list.items[i];
	struct sr_str s = sr_str_at(z->h->text, line->at);
	struct sr_fields parts;

	if (sr_line_is_rule(s))
		return true;
	read_fields(z, line, &parts);
	bool all = all_header(z->h, &parts, line->at);
	if (all || (z->named && !line->gap && unknown_field(s))) {
		put_pending(z, i);
		sr_fields_take(z->h, &parts);
		put_parts(z, &parts, line, line->at.to);
		z->pending = i + 1;
		z->named = !all || parts.part[0].named;
		return true;
	}
	z->named = false;
	if (runs_on(z->h, &parts, line->at)) {
		put_pending(z, i);
		sr_fields_take(z->h, &parts);
		put_parts(z, &parts, line, parts.rest);
		start_text(z, line, parts.rest);
		z->pending = i;
		if (!z->h->day_rank)
			takes_inner_stamp(z, i);
		return false;
	}
	if (takes_inner_stamp(z, i))
		return false;
	/* The first line of text of a header is its title. */
	return s.n <= LONGEST_HEAD && i - z->pending < TEXTS &&
	       (i > z->pending || z->h->title_rank || s.n <= LONGEST_NAME ||
		looks_like_title(z->h, line->at));
}

/* Of the page only, by its first words or all of them. */
static bool is_page(const struct sr_header *h, struct sr_span at)
{
	struct sr_cue cue;

	return sr_cue_at(h->kit, SR_TRIE_CUES, SR_TABLE_LINE_CUES, h->text, at,
			 &cue) &&
	       sr_kit_value(h->kit, SR_TABLE_LINE_CUES, cue.row,
			    SR_LINE_CUES_MAKES) != SR_CUE_CAPTION;
}

/* A title with no field behind it: the first line of the text, if it looks
 * like one and stands apart from the next that is neither of the page nor an
 * outlet's name. */
static void lone_title(struct zone *z)
{
	const struct sr_line *line = z->lines->list.items + z->pending;
	size_t left = z->lines->list.nitem - z->pending, next = 1;

	if (z->h->title_rank || left < 2 || !looks_like_title(z->h, line[0].at))
		return;
	while (next < left && next < TEXTS && !line[next].gap &&
	       (is_page(z->h, line[next].at) ||
		sr_is_outlet(z->h, line[next].at)))
		next++;
	if (next == left)
		return;
	uint32_t n = line[0].at.to - line[0].at.from;
	if (line[next].gap || line[next].at.to - line[next].at.from > n + n / 2)
		put_pending(z, z->pending + next);
}

bool sr_header_read(struct sr_header *h, struct sr_lines *lines,
		    struct sr_lines *head, size_t *first)
{
	struct zone z = {
		.h = h, .lines = lines, .head = head, .waiting = SR_FIELD_NONE
	};
	size_t n = lines->list.nitem < ZONE ? lines->list.nitem : ZONE;

	for (size_t i = 0; i < n && zone_line(&z, i); i++)
		;
	lone_title(&z);
	*first = z.pending;
	return !z.full;
}

bool sr_line_is_field(const struct sr_header *h, struct sr_span line)
{
	struct sr_fields parts;

	if (line.to - line.from > LONGEST_FIELD)
		return false;
	sr_fields_read(h, line, &parts);
	if (parts.n == 0 || !(parts.rest == line.to ||
			      (is_sure(&parts) && short_rest(h, &parts, line))))
		return false;
	for (size_t i = 0; i < parts.n; i++) {
		const struct sr_field_at *p = &parts.part[i];
		if (p->field == SR_FIELD_TITLE || p->field == SR_FIELD_SKIP ||
		    p->field == SR_FIELD_PUBLISHER ||
		    (p->field == SR_FIELD_DAY && !p->stamp.has_clock))
			return false;
	}
	return true;
}

void sr_footer_read(struct sr_header *h, const struct sr_lines *lines,
		    size_t first)
{
	size_t n = lines->list.nitem;
	struct sr_fields parts;

	if (n > first && !h->day_rank) {
		sr_fields_read(h, lines->list.items[n - 1].at, &parts);
		if (parts.n == 1 && parts.part[0].field == SR_FIELD_DAY &&
		    parts.rest == lines->list.items[n - 1].at.to)
			sr_fields_take(h, &parts);
	}
	for (size_t i = n > first + FOOTER ? n - FOOTER : first; i < n; i++) {
		struct sr_span line = lines->list.items[i].at;
		if (!sr_line_is_field(h, line))
			continue;
		sr_fields_read(h, line, &parts);
		sr_fields_take(h, &parts);
	}
}
