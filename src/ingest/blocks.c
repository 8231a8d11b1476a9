/* How a file breaks its lines is decided once for all of it: either a line is
 * a paragraph, or lines were cut at some width and a paragraph is several. A
 * line of a cut text ends where the next word no longer fitted; one that ends
 * sooner was ended on purpose.
 *
 * What a block is, is told by lexicon/line_cues.tsv and by its shape: a short
 * line without a full stop is a heading, a long one in a text whose lines have
 * full stops a caption. */
#include "ingest/blocks.h"

#include "base/str.h"
#include "base/utf8.h"
#include "ingest/cue.h"
#include "ingest/dateline.h"
#include "ingest/look.h"

#define WIDEST_CUT 132u	     /* columns; longer lines are not cut ones */
#define SHORTEST_CUT 40u     /* shorter lines say nothing of the width */
#define SLACK 8u	     /* columns that a cut line may lack */
#define LONGEST_HEADING 110u /* bytes */
#define LONGEST_CAPITALS 200u
#define LONGEST_CAPTION 700u
#define TAIL 90u	  /* last bytes in which a caption's credit stands */
#define LONGEST_REST 300u /* bytes of a line below "Related stories" */
#define DATELINES 4u	  /* first paragraphs that may have one */

struct layout {
	bool cut;	/* lines were cut at `width` */
	bool stops;	/* most long lines end with a full stop */
	uint32_t width; /* columns */
};

struct maker {
	struct sr_header *h;
	struct layout layout;
	const struct sr_line *line;
	size_t n;
	size_t paragraphs; /* of the text so far */
	bool rest;	   /* below "Sources", "Related stories" */
};

static struct sr_str words_of(const struct maker *m, struct sr_span at)
{
	return sr_str_at(m->h->text, at);
}

static uint32_t length(const struct sr_line *line)
{
	return line->at.to - line->at.from;
}

/* The layout */

static uint32_t first_word(struct sr_str s)
{
	const char *blank = memchr(s.s, ' ', s.n);

	return (uint32_t)(blank ? (size_t)(blank - s.s) : s.n);
}

/* The next line's first word would not have fitted on line i. */
static bool is_tight(const struct maker *m, size_t i, uint32_t width)
{
	return m->line[i].indent + length(&m->line[i]) + 1 +
		       first_word(words_of(m, m->line[i + 1].at)) + SLACK >=
	       width;
}

static struct layout measure(const struct maker *m)
{
	size_t pairs = 0, open = 0, tight = 0, longs = 0, stopped = 0;
	struct layout l = { 0 };

	for (size_t i = 0; i < m->n; i++) {
		uint32_t width = length(&m->line[i]) + m->line[i].indent;
		l.width = width > l.width ? width : l.width;
	}
	for (size_t i = 0; i < m->n; i++) {
		if (length(&m->line[i]) < SHORTEST_CUT)
			continue;
		bool stop = sr_line_stops(words_of(m, m->line[i].at));
		longs++;
		stopped += stop;
		if (i + 1 < m->n && !m->line[i + 1].gap) {
			pairs++;
			open += !stop;
			tight += !stop && is_tight(m, i, l.width);
		}
	}
	l.cut = l.width <= WIDEST_CUT && open > 0 && open * 5 >= pairs * 2 &&
		tight * 3 >= open * 2;
	l.stops = stopped * 2 >= longs;
	return l;
}

/* The bytes of a list's mark ("- ", "1. ", "(a) ", "> ") at the start. */
static uint32_t mark_length(struct sr_str s)
{
	const char *p = s.s, *end = s.s + s.n;
	uint32_t cp = sr_utf8_next(&p, end), n = 0;

	while (cp == '>' && p < end && *p == '>')
		p++;
	if (cp == '-' || cp == '*' || cp == '>' || cp == 0xB7 ||
	    (cp >= 0x2010 && cp <= 0x2023) || (cp >= 0x25A0 && cp < 0x2700)) {
		n = (uint32_t)(p - s.s);
	} else {
		uint32_t at = cp == '(';
		uint32_t from = at;
		while (at < s.n && at < from + 2 && s.s[at] >= '0' &&
		       s.s[at] <= '9')
			at++;
		if (at == from && at + 1 < s.n && s.s[at] >= 'a' &&
		    s.s[at] <= 'z' && s.s[at + 1] == ')')
			at++;
		if (at > from && at < s.n &&
		    (s.s[at] == ')' || (s.s[at] == '.' && !from)))
			n = at + 1;
	}
	if (n == 0 || n >= s.n || (s.s[n] != ' ' && s.s[n] != '\t'))
		return 0;
	while (n < s.n && (s.s[n] == ' ' || s.s[n] == '\t'))
		n++;
	return n;
}

static bool cue_at_start(const struct maker *m, struct sr_span at)
{
	struct sr_cue cue;

	return sr_cue_at(m->h->kit, SR_TRIE_CUES, SR_TABLE_LINE_CUES,
			 m->h->text, at, &cue) &&
	       cue.at.from == at.from &&
	       sr_kit_value(m->h->kit, SR_TABLE_LINE_CUES, cue.row,
			    SR_LINE_CUES_AT) == SR_CUE_START;
}

/* Does line i go on with the paragraph of line i - 1? */
static bool goes_on(const struct maker *m, size_t i)
{
	const struct sr_line *a = &m->line[i - 1], *b = &m->line[i];
	struct sr_str next = words_of(m, b->at);

	if (!m->layout.cut || b->gap || a->kind != SR_LINE_TEXT ||
	    b->kind != SR_LINE_TEXT || b->indent > a->indent + 1u ||
	    mark_length(next) || sr_line_is_rule(next))
		return false;
	if (!is_tight(m, i - 1, m->layout.width) &&
	    (sr_line_stops(words_of(m, a->at)) ||
	     length(a) * 2 < m->layout.width))
		return false;
	return !sr_line_stops(words_of(m, a->at)) || !cue_at_start(m, b->at);
}

/* The kind of a block */

static bool all_capitals(struct sr_str s)
{
	const char *p = s.s, *end = s.s + s.n;
	unsigned upper = 0;

	while (p < end) {
		uint32_t cp = sr_utf8_next(&p, end);
		bool up = sr_is_upper(cp);
		if (sr_is_letter(cp) && !up)
			return false;
		upper += up;
	}
	return upper >= 4;
}

/* A cue in the last words: of kind tail anywhere in them, of kind end at their
 * very end. */
static bool cue_in_tail(const struct maker *m, struct sr_span at,
			struct sr_cue *cue)
{
	uint32_t p = at.to - at.from > TAIL ? at.to - TAIL : at.from;

	for (; p < at.to; p++) {
		unsigned char c = (unsigned char)m->h->text.s[p];
		unsigned char before =
			p > at.from ? (unsigned char)m->h->text.s[p - 1] : ' ';
		bool start = (c & 0xC0) != 0x80 && c != ' ' &&
			     (before == ' ' || c == '/' || before == '(' ||
			      c == '(' || c == '[');
		struct sr_span rest = { p, at.to };
		if (!start ||
		    !sr_cue_at(m->h->kit, SR_TRIE_CUES, SR_TABLE_LINE_CUES,
			       m->h->text, rest, cue))
			continue;
		int32_t where = sr_kit_value(m->h->kit, SR_TABLE_LINE_CUES,
					     cue->row, SR_LINE_CUES_AT);
		if (where == SR_CUE_TAIL ||
		    (where == SR_CUE_END && at.to - cue->at.to <= 2))
			return true;
	}
	return false;
}

static bool cue_of(const struct maker *m, struct sr_span at, struct sr_cue *cue)
{
	const struct sr_kit *kit = m->h->kit;
	enum sr_table table = SR_TABLE_LINE_CUES;

	if (sr_cue_at(kit, SR_TRIE_CUES, table, m->h->text, at, cue)) {
		int32_t where =
			sr_kit_value(kit, table, cue->row, SR_LINE_CUES_AT);
		if (where == SR_CUE_START ||
		    (where == SR_CUE_WHOLE &&
		     sr_cue_is(kit, SR_TRIE_CUES, table, m->h->text, at, cue)))
			return true;
	}
	return at.to - at.from <= LONGEST_CAPTION && cue_in_tail(m, at, cue);
}

/* A short line without a full stop, or any of capitals only. */
static bool is_heading(struct sr_str s, bool last)
{
	const char *p = s.s;
	char end = s.s[s.n - 1];

	if (s.n <= LONGEST_CAPITALS && all_capitals(s))
		return true;
	if (s.n > LONGEST_HEADING || end == ',' || end == ';' ||
	    (sr_line_stops(s) && end != ':' && end != '?') ||
	    (last && end != '?'))
		return false;
	uint32_t cp = sr_utf8_next(&p, s.s + s.n);
	return sr_is_upper(cp) || cp == '#' || cp == '=' || cp == '*' ||
	       (cp >= '0' && cp <= '9') || cp == 0x2018 || cp == 0x201C ||
	       cp == '\'' || cp == '"';
}

/* A row of a table, as intake writes it. */
static bool is_row(struct sr_str s)
{
	for (size_t i = 0; i + 2 < s.n; i++)
		if (s.s[i + 1] == '|' && s.s[i] == ' ' && s.s[i + 2] == ' ')
			return true;
	return false;
}

static enum sr_block_kind kind_of_cue(struct maker *m, const struct sr_cue *cue)
{
	switch ((enum sr_cue_makes)sr_kit_value(m->h->kit, SR_TABLE_LINE_CUES,
						cue->row, SR_LINE_CUES_MAKES)) {
	case SR_CUE_CAPTION:
		return SR_BLOCK_CAPTION;
	case SR_CUE_REST:
		m->rest = true;
		return SR_BLOCK_FIELD;
	case SR_CUE_FIELD:
		break;
	}
	return SR_BLOCK_FIELD;
}

static enum sr_block_kind kind_of(struct maker *m, struct sr_span at, bool last)
{
	struct sr_str s = words_of(m, at);
	struct sr_cue cue;

	if (m->rest && s.n <= LONGEST_REST)
		return SR_BLOCK_FIELD;
	m->rest = false;
	if (sr_line_is_field(m->h, at))
		return SR_BLOCK_FIELD;
	if (cue_of(m, at, &cue))
		return kind_of_cue(m, &cue);
	if (is_row(s))
		return SR_BLOCK_BODY;
	if (is_heading(s, last))
		return SR_BLOCK_HEADING;
	bool quote = *s.s == '"' || *s.s == '\'' || (unsigned char)*s.s == 0xE2;
	bool open = m->layout.stops && !m->layout.cut && !sr_line_stops(s) &&
		    s.n <= LONGEST_CAPTION && !quote && !last;
	return open ? SR_BLOCK_CAPTION : SR_BLOCK_BODY;
}

/* Making them */

static bool push(struct maker *m, struct sr_span at, enum sr_block_kind kind)
{
	struct sr_str all = words_of(m, at), s = sr_str_trim(all);

	if (s.n == 0)
		return true;
	struct sr_block *b = SR_PUSH(&m->h->doc->mem, &m->h->doc->blocks);
	if (!b)
		return false;
	uint32_t from = at.from + (uint32_t)(s.s - all.s);
	*b = (struct sr_block){ { from, from + (uint32_t)s.n }, kind };
	return true;
}

/* "20 February 2016 - Rebels storm", below a report's own day: when it happened,
 * and no dateline. */
static bool is_entry(const struct sr_header *h, const struct sr_dateline *d)
{
	return d->place.to == d->place.from && d->agency.to == d->agency.from &&
	       sr_header_is_past(h, d->stamp.days);
}

/* Takes a dateline off the front of a paragraph. */
static bool take_dateline(struct maker *m, struct sr_span *at, bool item)
{
	struct sr_header *h = m->h;
	struct sr_dateline d;

	if (m->paragraphs >= DATELINES)
		return true;
	/* The list of headlines above a text is none of its paragraphs. */
	m->paragraphs += !item;
	if (!sr_dateline_read(h->kit, h->text, *at, &d) || is_entry(h, &d))
		return true;
	m->paragraphs = DATELINES;
	sr_header_dateline(h, d.place, d.agency, &d.stamp);
	struct sr_span off = { at->from, d.to };
	at->from = d.to;
	return push(m, off, SR_BLOCK_FIELD);
}

static bool make(struct maker *m, struct sr_span at, bool last)
{
	uint32_t mark = mark_length(words_of(m, at));
	bool item = mark > 0;

	while (mark) {
		at.from += mark;
		mark = m->h->text.s[at.from] == '>'
			       ? mark_length(words_of(m, at))
			       : 0;
	}
	if (sr_line_is_rule(words_of(m, at)))
		return true;
	if (!item && !last && !m->paragraphs &&
	    sr_is_town_line(m->h->kit, m->h->text, at)) {
		m->paragraphs = DATELINES;
		sr_header_place(m->h, at);
		return push(m, at, SR_BLOCK_FIELD);
	}
	if (!take_dateline(m, &at, item))
		return false;
	return push(m, at, kind_of(m, at, last));
}

bool sr_blocks_make(struct sr_header *h, const struct sr_line *line, size_t n,
		    bool head)
{
	struct maker m = { .h = h, .line = line, .n = n };
	bool ok = true;

	if (!head)
		m.layout = measure(&m);
	for (size_t i = 0, to; ok && i < n; i = to) {
		for (to = i + 1; to < n && goes_on(&m, to); to++)
			;
		struct sr_span at = { line[i].at.from, line[to - 1].at.to };
		if (line[i].kind == SR_LINE_TITLE)
			ok = push(&m, at, SR_BLOCK_TITLE);
		else if (line[i].kind == SR_LINE_FIELD)
			ok = push(&m, at, SR_BLOCK_FIELD);
		else
			ok = make(&m, at, to == n && !head);
	}
	return ok;
}
