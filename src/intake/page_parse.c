/* HTML to boxes and parts, by libxml2's parser, of which only the events are
 * taken: no tree is made, so depth costs nothing. Text is gathered into one
 * buffer, white space as one blank; a box's edge ends the part.
 *
 * What a page can cost is bounded: by its size, by SR_MAX_BOXES, and for end
 * tags that match nothing, which the parser looks up among all open elements,
 * by SR_MAX_TAG_WORK. */
#include <libxml/HTMLparser.h>
#include <string.h>

#include "base/calendar.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"
#include "intake/page.h"
#include "intake/tags.h"

#define LONGEST_LD (1u << 20)  /* bytes of one script of JSON-LD */
#define LONGEST_CELL 160u      /* bytes of a cell that may stand in a row */
#define LONGEST_CLASS 256u     /* bytes of a class that are looked at */
#define LONGEST_VALUE 2048u    /* bytes of a meta element's content */
#define LONGEST_TIME 64u       /* bytes of the text of <time> */
#define WRAPPED 50u	       /* bytes of a line of <pre> that goes on below */
#define GAP 3u		       /* blanks between columns */

struct open {
	uint32_t box;
	uint8_t kind;
	bool drop, link, pre; /* as they were outside */
};

struct parser {
	struct sr_page *page;
	htmlParserCtxt *ctxt;
	SR_LIST(struct open) open;
	uint32_t box;	   /* the innermost */
	uint32_t from;	   /* where the part being gathered begins */
	uint32_t words, linked;
	uint8_t level;
	bool half;	     /* within such a word */
	bool in_word, blank; /* of the part: within a word; a blank is due */
	bool soft;
	bool drop, link, pre;
	bool ld, title; /* within a script of JSON-LD, within <title> */
	size_t time_depth, time_from; /* a <time> that has no attribute */
	size_t line, blanks; /* of <pre>: where its line begins; in a row */
	bool columns;	     /* that line has gaps */
	uint64_t work;
};

static struct sr_str str_of(const xmlChar *s)
{
	const char *c = (const char *)s;

	return (struct sr_str){ c, s ? strlen(c) : 0 };
}

static struct sr_str keep(struct parser *p, struct sr_str s)
{
	s.s = sr_arena_copy(p->page->mem, s.n ? s.s : "", s.n);
	p->page->full = p->page->full || !s.s;
	return s.s ? s : (struct sr_str){ NULL, 0 };
}

static void stop(struct parser *p)
{
	p->page->cut = true;
	xmlStopParser(p->ctxt);
}

/* The text */

static bool room(struct parser *p, size_t n)
{
	struct sr_page *g = p->page;

	if (g->ntext + n <= g->room)
		return true;
	size_t more = g->room ? g->room * 2 : (size_t)64 << 10;
	while (more < g->ntext + n)
		more *= 2;
	char *text = sr_arena_raw(g->mem, more, 1);
	if (!text) {
		g->full = true;
		xmlStopParser(p->ctxt);
		return false;
	}
	if (g->ntext)
		memcpy(text, g->text, g->ntext);
	g->text = text;
	g->room = more;
	return true;
}

static bool ends_sentence(struct sr_str s)
{
	const char *closers[] = { "\"", "'", ")", "]", "\xE2\x80\x9D",
				  "\xE2\x80\x99", "\xC2\xBB" };

	for (bool again = true; again && s.n;) {
		again = false;
		for (size_t i = 0; i < sizeof(closers) / sizeof(*closers); i++) {
			size_t n = strlen(closers[i]);
			if (s.n > n &&
			    memcmp(s.s + s.n - n, closers[i], n) == 0) {
				s.n -= n;
				again = true;
			}
		}
	}
	if (s.n >= 3 && memcmp(s.s + s.n - 3, "\xE3\x80\x82", 3) == 0)
		return true; /* the ideographic full stop */
	return s.n && memchr(".!?:;", s.s[s.n - 1], 5);
}

/* What kind of part stands in a box: that of the nearest box around it that
 * has a kind of its own. */
static uint8_t part_kind(const struct sr_page *g, uint32_t box)
{
	for (unsigned up = 0; up < 8; up++) {
		const struct sr_box *b = &g->boxes.items[box];
		if (b->kind == SR_EL_HEADING || b->kind == SR_EL_CAPTION ||
		    (b->kind == SR_EL_ITEM && up < 2) ||
		    (b->kind == SR_EL_ROW && up == 0))
			return b->kind;
		if (b->marks & SR_MARK_CAPTION)
			return SR_EL_CAPTION;
		if (b->parent == box)
			break;
		box = b->parent;
	}
	return SR_EL_BLOCK;
}

/* Ends the part being gathered. */
static void flush(struct parser *p, bool soft)
{
	struct sr_page *g = p->page;
	uint32_t to = (uint32_t)g->ntext, from = p->from;

	while (to > from && (g->text[to - 1] == ' ' || g->text[to - 1] == '|'))
		to--;
	if (to > from && g->boxes.nitem && !g->full) {
		struct sr_passage *part = SR_PUSH(g->mem, &g->parts);
		if (!part) {
			g->full = true;
			xmlStopParser(p->ctxt);
			return;
		}
		*part = (struct sr_passage){ .at = { from, to },
					  .box = p->box,
					  .words = p->words,
					  .linked = p->linked,
					  .kind = part_kind(g, p->box),
					  .level = p->level,
					  .soft = p->soft };
		part->stops = ends_sentence(sr_passage_text(g, part));
		p->soft = soft;
	} else if (!soft) {
		p->soft = false;
	} else if (g->parts.nitem) {
		p->soft = false; /* two breaks: a paragraph ends */
	}
	p->from = (uint32_t)g->ntext;
	p->words = p->linked = 0;
	p->in_word = p->blank = false;
}

static void put_char(struct parser *p, const char *s, size_t n)
{
	struct sr_page *g = p->page;

	if (!room(p, n + 1))
		return;
	if (p->blank)
		g->text[g->ntext++] = ' ';
	memcpy(g->text + g->ntext, s, n);
	g->ntext += n;
	if (!p->in_word) {
		p->words++;
		p->linked += p->link;
	}
	/* Scripts without blanks: each two signs count as a word. */
	bool wide = n >= 3 && (unsigned char)*s >= 0xE3;
	p->in_word = !wide || !p->half;
	p->half = wide && !p->half;
	p->blank = false;
}

/* The end of a line of <pre>: of a paragraph that is wrapped by hand, or of a
 * line that stands for itself, as a table's do. */
static void end_line(struct parser *p)
{
	bool wrapped = !p->columns && p->page->ntext >= p->line + WRAPPED;

	if (wrapped) {
		p->blank = true;
		p->in_word = false;
	} else {
		flush(p, true);
	}
	p->line = p->page->ntext;
	p->blanks = 0;
	p->columns = false;
}

static void put_text(struct parser *p, const char *s, size_t n)
{
	const char *end = s + n;

	while (s < end) {
		const char *from = s;
		uint32_t cp = sr_utf8_next(&s, end);
		if (p->pre && cp == '\n') {
			end_line(p);
			continue;
		}
		bool space = cp == ' ' || cp == '\t';
		if (!space && p->blanks >= GAP && p->page->ntext > p->line)
			p->columns = true;
		p->blanks = space ? p->blanks + 1 : 0;
		if (cp == 0xAD || cp == 0x200B || cp == 0xFEFF || cp == 0x2060)
			continue;
		if (cp == SR_UTF8_BAD || sr_is_space(cp) || cp < 0x20) {
			p->blank = p->page->ntext > p->from;
			p->in_word = false;
			continue;
		}
		put_char(p, from, (size_t)(s - from));
	}
}

static void on_text(void *user, const xmlChar *s, int n)
{
	struct parser *p = user;

	if (p->ld || p->title) {
		struct sr_str *last =
			p->ld ? &p->page->ld.items[p->page->ld.nitem - 1]
			      : &p->page->head_title;
		size_t k = (size_t)n;
		if (last->n + k > LONGEST_LD)
			return;
		char *both = sr_arena_raw(p->page->mem, last->n + k, 1);
		if (!both)
			return;
		if (last->n)
			memcpy(both, last->s, last->n);
		memcpy(both + last->n, s, k);
		*last = (struct sr_str){ both, last->n + k };
		return;
	}
	if (!p->drop)
		put_text(p, (const char *)s, (size_t)n);
}

/* Elements */

static uint8_t kind_of(const struct sr_page *g, struct sr_str tag)
{
	uint32_t row = tag.n ? sr_kit_row(g->kit, SR_TABLE_ELEMENTS, tag)
			     : SR_NONE;

	return row == SR_NONE
		       ? SR_EL_INLINE
		       : (uint8_t)sr_kit_value(g->kit, SR_TABLE_ELEMENTS, row,
					       SR_ELEMENTS_KIND);
}

static struct sr_str attr(const xmlChar **atts, const char *name)
{
	for (; atts && atts[0]; atts += 2)
		if (strcmp((const char *)atts[0], name) == 0)
			return atts[1] ? str_of(atts[1]) : SR_STR("");
	return (struct sr_str){ NULL, 0 };
}

/* A class as words: "relatedArticles_list" is "related articles list". */
static size_t split_class(struct sr_str s, char out[LONGEST_CLASS])
{
	size_t n = 0;
	bool small = false;

	for (size_t i = 0; i < s.n && n + 2 < LONGEST_CLASS; i++) {
		char c = s.s[i];
		bool big = c >= 'A' && c <= 'Z';
		if (big && small)
			out[n++] = ' ';
		small = c >= 'a' && c <= 'z';
		out[n++] = (char)(c == '-' || c == '_' ? ' '
				  : big		      ? c | 32
						      : c);
	}
	return n;
}

static uint8_t marks_of(struct parser *p, struct sr_str class)
{
	char words[LONGEST_CLASS];
	size_t n = split_class(class, words);

	return n ? sr_marks_of(p->page->kit, (struct sr_str){ words, n }) : 0;
}

static bool has(struct sr_str s, const char *what)
{
	size_t n = strlen(what);

	for (size_t i = 0; i + n <= s.n; i++)
		if (strncmp(s.s + i, what, n) == 0)
			return true;
	return false;
}

static bool is_hidden(const xmlChar **atts)
{
	struct sr_str style = attr(atts, "style");

	return attr(atts, "hidden").s ||
	       sr_str_is(attr(atts, "aria-hidden"), "true") ||
	       has(style, "display:none") || has(style, "display: none");
}

static uint8_t box_marks(struct parser *p, const xmlChar **atts)
{
	uint8_t marks = 0;
	struct sr_str prop = attr(atts, "itemprop");

	if (!atts)
		return 0;
	marks |= marks_of(p, attr(atts, "class"));
	marks |= marks_of(p, attr(atts, "id"));
	marks |= marks_of(p, attr(atts, "role"));
	marks |= marks_of(p, attr(atts, "data-component"));
	if (sr_str_is(prop, "articleBody") || sr_str_is(prop, "reviewBody"))
		marks |= SR_MARK_BODY;
	unsigned rank = 0;
	enum sr_name field = sr_name_find(p->page->kit, prop, true, &rank);
	if (field == SR_NAME_AUTHOR)
		marks |= SR_MARK_AUTHOR;
	else if (field == SR_NAME_PUBLISHED || field == SR_NAME_UPDATED)
		marks |= SR_MARK_DAY;
	if (is_hidden(atts))
		marks |= SR_MARK_HIDDEN;
	if (sr_str_is(attr(atts, "type"), "cite")) /* a mail that is answered */
		marks |= SR_MARK_COMMENT;
	return marks;
}

static void meta(struct parser *p, const xmlChar **atts)
{
	struct sr_str content = attr(atts, "content");
	static const char *const KEYS[] = { "property", "name", "itemprop" };

	if (!content.n || content.n > LONGEST_VALUE)
		return;
	for (size_t i = 0; i < sizeof(KEYS) / sizeof(*KEYS); i++) {
		unsigned rank = 0;
		enum sr_name field = sr_name_find(
			p->page->kit, attr(atts, KEYS[i]), true, &rank);
		if (field != SR_NAME_COUNT)
			sr_named_put(&p->page->named, field, rank,
				     keep(p, content));
	}
}

/* The first time that the page shows: <time datetime>, <time> around a day, or
 * the microformat's <abbr title>. */
static void notice_time(struct parser *p, struct sr_str tag,
			const xmlChar **atts, struct sr_str value)
{
	struct sr_str title = attr(atts, "title");
	int32_t day;

	if (p->page->time.n || p->drop)
		return;
	if (sr_str_is(tag, "time") && value.n) {
		p->page->time = keep(p, value);
	} else if (sr_str_is(tag, "time") && !p->time_depth) {
		p->time_depth = p->open.nitem;
		p->time_from = p->page->ntext;
	} else if (sr_str_is(tag, "abbr") && title.n >= 10 &&
		   title.n <= LONGEST_TIME &&
		   sr_day_read((struct sr_str){ title.s, 10 }, &day)) {
		p->page->time = keep(p, title);
	}
}

/* At the end of an element: was it that <time>? */
static void end_time(struct parser *p)
{
	struct sr_page *g = p->page;
	size_t n = g->ntext - p->time_from;

	if (!p->time_depth || p->open.nitem >= p->time_depth)
		return;
	p->time_depth = 0;
	if (!g->time.n && n && n <= LONGEST_TIME)
		g->time = keep(p, (struct sr_str){ g->text + p->time_from, n });
}

/* Times, microdata with its value in an attribute, <link>. */
static void notice(struct parser *p, struct sr_str tag, const xmlChar **atts)
{
	struct sr_str prop = attr(atts, "itemprop");
	struct sr_str value = attr(atts, "datetime");
	unsigned rank = 0;

	if (sr_str_is(tag, "meta")) {
		meta(p, atts);
		return;
	}
	if (sr_str_is(tag, "link")) {
		if (sr_str_is(attr(atts, "rel"), "canonical"))
			sr_named_put(&p->page->named, SR_NAME_URL, 1,
				     keep(p, attr(atts, "href")));
		return;
	}
	if (!value.n)
		value = attr(atts, "content");
	if (value.n > LONGEST_VALUE)
		return;
	enum sr_name field = sr_name_find(p->page->kit, prop, true, &rank);
	if (value.n &&
	    (field == SR_NAME_PUBLISHED || field == SR_NAME_UPDATED))
		sr_named_put(&p->page->named, field, rank, keep(p, value));
	else
		notice_time(p, tag, atts, value);
}

static void open_box(struct parser *p, uint8_t kind, const xmlChar **atts)
{
	struct sr_page *g = p->page;
	uint32_t own = (uint32_t)g->boxes.nitem;

	if (own >= SR_MAX_BOXES) {
		stop(p);
		return;
	}
	struct sr_box *b = SR_PUSH(g->mem, &g->boxes);
	if (!b) {
		g->full = true;
		xmlStopParser(p->ctxt);
		return;
	}
	*b = (struct sr_box){ .parent = own ? p->box : own,
			      .end = own + 1,
			      .kind = kind,
			      .marks = box_marks(p, atts) };
	p->box = own;
}

static void open_head_part(struct parser *p, struct sr_str tag,
			   const xmlChar **atts)
{
	if (sr_str_is(tag, "script") &&
	    has(attr(atts, "type"), "ld+json"))
		p->ld = SR_PUSH(p->page->mem, &p->page->ld) != NULL;
	if (sr_str_is(tag, "title") && !p->page->head_title.n &&
	    p->page->parts.nitem == 0)
		p->title = true;
}

/* Whether an element begins a box; one that is a heading's level is noted. */
static bool is_box(uint8_t kind)
{
	return kind != SR_EL_INLINE && kind != SR_EL_LINK &&
	       kind != SR_EL_BREAK && kind != SR_EL_DROP;
}

static void begin_box(struct parser *p, uint8_t kind, struct sr_str tag,
		      const xmlChar **atts)
{
	uint32_t n = (uint32_t)p->page->ntext - p->from;
	bool row = kind == SR_EL_CELL && n && n <= LONGEST_CELL;

	if (kind == SR_EL_PRE)
		p->pre = true;
	if (row) {
		/* The cells of a row stand in its part, in its box. */
		p->blank = false;
		put_text(p, " | ", 3);
		p->words--;
		p->in_word = false;
		p->blank = true;
	}
	if (row)
		return;
	flush(p, false);
	if (kind == SR_EL_CELL)
		return;
	if (kind == SR_EL_HEADING)
		p->level = (uint8_t)(tag.s[1] - '0');
	open_box(p, kind, atts);
}

static void on_start(void *user, const xmlChar *name, const xmlChar **atts)
{
	struct parser *p = user;
	struct sr_str tag = str_of(name);
	uint8_t kind = kind_of(p->page, tag);
	struct open *o = SR_PUSH(p->page->mem, &p->open);

	if (!o) {
		p->page->full = true;
		xmlStopParser(p->ctxt);
		return;
	}
	*o = (struct open){ p->box, kind, p->drop, p->link, p->pre };
	notice(p, tag, atts);
	if (kind == SR_EL_DROP || kind == SR_EL_HEAD) {
		open_head_part(p, tag, atts);
		p->drop = true;
	} else if (kind == SR_EL_LINK) {
		p->link = attr(atts, "href").s != NULL;
	} else if (kind == SR_EL_BREAK && !p->drop) {
		flush(p, sr_str_is(tag, "br"));
	} else if (is_box(kind) && !p->drop) {
		begin_box(p, kind, tag, atts);
	}
}

static void on_end(void *user, const xmlChar *name)
{
	struct parser *p = user;
	struct sr_page *g = p->page;

	(void)name;
	if (!p->open.nitem)
		return;
	struct open o = p->open.items[--p->open.nitem];
	end_time(p);
	if (is_box(o.kind) && o.kind != SR_EL_CELL && o.kind != SR_EL_HEAD &&
	    !p->drop && g->boxes.nitem) {
		flush(p, false);
		g->boxes.items[p->box].end = (uint32_t)g->boxes.nitem;
		p->box = o.box;
	}
	p->ld = p->title = false;
	p->drop = o.drop;
	p->link = o.link;
	p->pre = o.pre;
}

static void on_error(void *user, const char *text, ...)
{
	struct parser *p = user;

	(void)text;
	p->work += (uint64_t)p->ctxt->nameNr;
	if (p->work > SR_MAX_TAG_WORK)
		stop(p);
}

/* Closes what the end of the page, or a limit, left open. */
static void close_all(struct parser *p)
{
	while (p->open.nitem)
		on_end(p, NULL);
	flush(p, false);
}

bool sr_page_parse(struct sr_page *page, struct sr_str html)
{
	struct parser p = { .page = page };
	htmlSAXHandler sax = { .startElement = on_start,
			       .endElement = on_end,
			       .characters = on_text,
			       .ignorableWhitespace = on_text,
			       .cdataBlock = on_text,
			       .error = on_error };

	if (!sr_tags_are_few(html, false)) {
		page->many = true;
		return true;
	}
	p.ctxt = htmlNewParserCtxt();
	if (!p.ctxt)
		return false;
	*p.ctxt->sax = sax;
	p.ctxt->userData = &p;
	htmlDocPtr doc = htmlCtxtReadMemory(
		p.ctxt, html.s, (int)html.n, NULL, "UTF-8",
		HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
	close_all(&p);
	xmlFreeDoc(doc);
	htmlFreeParserCtxt(p.ctxt);
	return !page->full;
}
