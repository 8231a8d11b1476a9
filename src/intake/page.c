/* A page, or a stretch of HTML, to a report. The text made is the title, the
 * lines below it that say who wrote it and when, then the article's paragraphs
 * with an empty line between them. */
#include "intake/page.h"

#include "base/limits.h"
#include "base/str.h"
#include "ingest/parts.h"
#include "intake/read.h"

#define FEWEST_WORDS 6u	  /* of an article */
#define FEW_WORDS 80u	  /* of one that may be a script's to show */
#define BYLINES 4u	  /* lines below the title */
#define LONGEST_BYLINE 25u /* words */

struct maker {
	struct sr_doc *doc;
	struct sr_page *page;
	const struct sr_item *item;
	char *text;
	size_t n, room;
	SR_LIST(struct sr_ingest_part) parts;
	bool full;
};

static void put(struct maker *m, struct sr_str s, enum sr_block_kind kind,
		bool soft)
{
	size_t gap = m->n == 0 ? 0 : soft ? 1 : 2;
	struct sr_ingest_part *part = SR_PUSH(&m->doc->mem, &m->parts);

	s = sr_str_trim(s);
	if (!part || m->n + gap + s.n > m->room) {
		m->full = true;
		return;
	}
	if (gap)
		memset(m->text + m->n, '\n', gap);
	m->n += gap;
	if (s.n)
		memcpy(m->text + m->n, s.s, s.n);
	*part = (struct sr_ingest_part){
		{ (uint32_t)m->n, (uint32_t)(m->n + s.n) }, kind
	};
	m->n += s.n;
}

static size_t first_kept(const struct sr_page *g)
{
	size_t i = 0;

	while (i < g->parts.nitem && !g->parts.items[i].keep)
		i++;
	return i;
}

static bool is_byline(const struct maker *m, const struct sr_passage *part)
{
	const struct sr_page *g = m->page;
	const struct sr_box *b = &g->boxes.items[part->box];
	const struct sr_box *up = &g->boxes.items[b->parent];
	uint8_t marks = b->marks | up->marks;

	if (part->kind == SR_EL_HEADING || part->words > LONGEST_BYLINE ||
	    (marks & SR_MARK_COMMENT))
		return false;
	if (marks & (SR_MARK_DAY | SR_MARK_AUTHOR))
		return true;
	return !(marks & SR_MARK_NOISE) &&
	       sr_line_says(g->kit, sr_passage_text(g, part));
}

/* Lines before the text that name the author or a day. They are of the header
 * even where they were taken for text. */
static void put_bylines(struct maker *m)
{
	struct sr_page *g = m->page;
	size_t first = first_kept(g), from = first > 12 ? first - 12 : 0;
	unsigned n = 0;

	for (size_t i = from; i < first + 2 && n < BYLINES; i++) {
		if (i >= g->parts.nitem || !is_byline(m, &g->parts.items[i]))
			continue;
		g->parts.items[i].keep = false;
		put(m, sr_passage_text(g, &g->parts.items[i]), SR_BLOCK_FIELD,
		    n > 0);
		n++;
	}
}

static enum sr_block_kind kind_of(const struct sr_passage *part)
{
	if (part->kind == SR_EL_HEADING)
		return SR_BLOCK_HEADING;
	if (part->kind == SR_EL_CAPTION)
		return SR_BLOCK_CAPTION;
	return SR_BLOCK_BODY;
}

static void put_parts(struct maker *m, struct sr_str title)
{
	const struct sr_page *g = m->page;
	struct sr_str last = title;

	for (size_t i = 0; i < g->parts.nitem; i++) {
		const struct sr_passage *part = &g->parts.items[i];
		struct sr_str s = sr_passage_text(g, part);
		/* Told twice in a row, as for wide and narrow screens. */
		if (!part->keep || sr_str_equal(s, last))
			continue;
		put(m, s, kind_of(part), part->soft);
		last = s;
	}
}

/* What is known from without stands before what the page says. */
static struct sr_str first_of(struct sr_str a, struct sr_str b)
{
	return a.n ? a : b;
}

static bool is_address(struct sr_str s)
{
	return (s.n > 8 && memcmp(s.s, "http://", 7) == 0) ||
	       (s.n > 9 && memcmp(s.s, "https://", 8) == 0);
}

static struct sr_ingest_fields fields_of(const struct maker *m)
{
	const struct sr_given *given = &m->item->given;
	const struct sr_str *own = m->page->named.value;
	struct sr_ingest_fields f = {
		.title = first_of(given->title, own[SR_NAME_TITLE]),
		.publisher = first_of(given->publisher, own[SR_NAME_PUBLISHER]),
		.author = first_of(given->author, own[SR_NAME_AUTHOR]),
		.url = own[SR_NAME_URL],
		.published = first_of(given->published, own[SR_NAME_PUBLISHED]),
		.updated = first_of(given->updated, own[SR_NAME_UPDATED]),
	};

	if (given->url.n || !is_address(f.url))
		f.url = given->url;
	return f;
}

static enum sr_code make_report(struct maker *m, const struct sr_kit *kit,
				struct sr_err *err)
{
	struct sr_doc *doc = m->doc;
	struct sr_ingest_fields f = fields_of(m);

	m->room = m->page->ntext + m->page->parts.nitem * 2 + f.title.n + 64;
	m->text = sr_arena_raw(&doc->mem, m->room, 1);
	if (!m->text)
		return sr_fail_nomem(err, m->item->path);
	if (f.title.n)
		put(m, f.title, SR_BLOCK_TITLE, false);
	put_bylines(m);
	put_parts(m, f.title);
	if (m->full)
		return sr_fail_nomem(err, m->item->path);
	if (m->n > SR_MAX_REPORT)
		return sr_fail(err, SR_LIMIT, m->item->path,
			       "its text has more than %u bytes",
			       SR_MAX_REPORT);
	doc->report = (struct sr_report){
		.name = m->item->given.id.n || m->item->given.url.n || !f.url.n
				? m->item->name
				: f.url,
		.text = { m->text, m->n },
	};
	return sr_ingest_parts(doc, kit, m->parts.items, m->parts.nitem, &f,
			       err);
}

/* The text that JSON-LD carries, where the page itself shows less. */
static bool read_body(struct sr_page *g, struct sr_str body, uint32_t words)
{
	uint32_t n = 1;

	for (size_t i = 0; i < body.n; i++)
		n += body.s[i] == ' ';
	if (n < 3 * words + 20)
		return false;
	g->parts.nitem = 0;
	g->ntext = 0;
	g->text = sr_arena_raw(g->mem, body.n, 1);
	while (body.s) {
		struct sr_str line = sr_str_trim(sr_str_cut(&body, '\n'));
		struct sr_passage *part =
			line.n ? SR_PUSH(g->mem, &g->parts) : NULL;
		if (part)
			*part = (struct sr_passage){
				.at = { (uint32_t)g->ntext,
					(uint32_t)(g->ntext + line.n) },
				.keep = true
			};
		if (!part || !g->text)
			continue;
		memcpy(g->text + g->ntext, line.s, line.n);
		g->ntext += line.n;
	}
	return g->ntext > 0;
}

/* The text that a script would put into the page. */
static uint32_t read_state(struct sr_page *g, struct sr_str html,
			   uint32_t words)
{
	struct sr_str own = sr_page_state(g, html);
	struct sr_page made = { .mem = g->mem, .kit = g->kit };

	if (!own.n || !sr_page_parse(&made, own) || made.cut)
		return words;
	uint32_t n = sr_page_pick(&made, true);
	if (n < 3 * words + 20)
		return words;
	made.named = g->named;
	*g = made;
	return n;
}

enum sr_code sr_page_read(struct sr_doc *doc, const struct sr_kit *kit,
			  const struct sr_item *item, struct sr_str html,
			  struct sr_err *err)
{
	struct sr_page page = { .mem = &doc->mem, .kit = kit };
	struct maker m = { .doc = doc, .page = &page, .item = item };
	bool whole = item->form == SR_FORM_FRAGMENT;
	struct sr_str body;

	if (!sr_page_parse(&page, html))
		return sr_fail_nomem(err, item->path);
	if (page.cut)
		return sr_fail(err, SR_LIMIT, item->path,
			       "a page with more elements, or more that are "
			       "not closed, than SR_MAX_BOXES and "
			       "SR_MAX_TAG_WORK allow");
	if (page.many)
		return sr_fail(err, SR_LIMIT, item->path,
			       "a page with an element of more than %u "
			       "attributes (SR_MAX_ATTRIBUTES)",
			       SR_MAX_ATTRIBUTES);
	sr_page_meta(&page, &body);
	uint32_t words = sr_page_pick(&page, whole);
	if (!whole && read_body(&page, body, words))
		words = FEWEST_WORDS;
	else if (!whole && words < FEW_WORDS)
		words = read_state(&page, html, words);
	if (words < FEWEST_WORDS && !(whole && words))
		return sr_fail(err, SR_REFUSED, item->path,
			       "a page without an article: expected some "
			       "paragraphs of text");
	return make_report(&m, kit, err);
}
