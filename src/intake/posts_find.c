/* Where the messages of a page are: by the classes that messages.tsv names, or, in
 * a page that says it is a live blog, by structure: of all elements the one in
 * which three or more stand beside one another that have a time each and hold
 * most words together. */
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <string.h>

#include "base/limits.h"
#include "base/str.h"
#include "intake/posts.h"
#include "intake/tags.h"

#define FEWEST 3u     /* messages of a live blog */
#define FEW_WORDS 12u /* of one, on average */

/* What schema.org calls such pages and their messages. */
static const char *const LIVE[] = { "LiveBlogPosting", "liveBlogUpdate" };

/* Looks for the first byte that is no small letter: there are few. */
static bool holds(struct sr_str s, struct sr_str what)
{
	const char *p, *end = sr_str_end(s);
	size_t rare = 0;

	while (rare < what.n && what.s[rare] >= 'a' && what.s[rare] <= 'z')
		rare++;
	rare = rare == what.n ? 0 : rare;
	if (!what.n || s.n < what.n)
		return false;
	for (p = s.s + rare; (size_t)(end - p) >= what.n - rare; p++) {
		p = memchr(p, what.s[rare],
			   (size_t)(end - p) - (what.n - rare) + 1);
		if (!p)
			return false;
		if (memcmp(p - rare, what.s, what.n) == 0)
			return true;
	}
	return false;
}

static struct sr_str cell(const struct sr_kit *kit, uint32_t row,
			  unsigned column)
{
	return sr_kit_text(kit, SR_TABLE_MESSAGES, row, column);
}

static uint32_t row_of(const struct sr_kit *kit, struct sr_str html)
{
	size_t n = sr_kit_rows(kit, SR_TABLE_MESSAGES);

	for (uint32_t row = 0; row < n; row++)
		if (holds(html, cell(kit, row, SR_MESSAGES_MARK)))
			return row;
	return SR_NONE;
}

static bool is_live(struct sr_str html)
{
	return holds(html, sr_str_of(LIVE[0])) ||
	       holds(html, sr_str_of(LIVE[1]));
}

bool sr_posts_likely(const struct sr_kit *kit, struct sr_str html)
{
	return row_of(kit, html) != SR_NONE || is_live(html);
}

/* Trees */

xmlNode *sr_node_next(const xmlNode *top, xmlNode *node, bool over)
{
	if (node->children && !over)
		return node->children;
	while (node != top && !node->next)
		node = node->parent;
	return node == top ? NULL : node->next;
}

static bool is_element(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE;
}

static bool is_tag(const xmlNode *node, const char *name)
{
	return is_element(node) && strcmp((const char *)node->name, name) == 0;
}

struct sr_str sr_node_attr(const xmlNode *node, const char *name)
{
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (strcmp((const char *)a->name, name) == 0 && a->children &&
		    a->children->content)
			return sr_str_of((const char *)a->children->content);
	return (struct sr_str){ NULL, 0 };
}

bool sr_node_has_class(const xmlNode *node, struct sr_str name)
{
	if (!is_element(node) || !name.n)
		return false;
	struct sr_str rest = sr_node_attr(node, "class");
	while (rest.s)
		if (sr_str_equal(sr_str_cut(&rest, ' '), name))
			return true;
	return false;
}

/* The parser looks for an end tag that matches nothing among all that is
 * open: as page_parse.c bounds it. */
static void on_error(void *user, const char *text, ...)
{
	htmlParserCtxt *ctxt = user;
	uint64_t *work = ctxt->_private;

	(void)text;
	*work += (uint64_t)ctxt->nameNr;
	if (*work > SR_MAX_TAG_WORK)
		xmlStopParser(ctxt);
}

static xmlDoc *parse(struct sr_str html)
{
	htmlParserCtxt *ctxt = sr_tags_are_few(html, false)
				       ? htmlNewParserCtxt()
				       : NULL;
	uint64_t work = 0;

	if (!ctxt)
		return NULL;
	ctxt->_private = &work;
	ctxt->sax->error = on_error;
	ctxt->sax->serror = NULL;
	ctxt->sax->warning = NULL;
	ctxt->loadsubset = XML_SKIP_IDS; /* one given twice is printed */
	xmlDoc *doc = htmlCtxtReadMemory(
		ctxt, html.s, (int)html.n, NULL, "UTF-8",
		HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC |
			HTML_PARSE_NOWARNING);
	htmlFreeParserCtxt(ctxt);
	return doc;
}

/* By classes */

static xmlNode *with_class(xmlNode *top, struct sr_str name)
{
	for (xmlNode *n = top; n; n = sr_node_next(top, n, false))
		if (sr_node_has_class(n, name))
			return n;
	return NULL;
}

/* A <time> with a day and an hour, else the first with a day. */
static xmlNode *time_in(xmlNode *top)
{
	xmlNode *first = NULL;

	for (xmlNode *n = top; n; n = sr_node_next(top, n, false)) {
		struct sr_str at = is_tag(n, "time")
					   ? sr_node_attr(n, "datetime")
					   : (struct sr_str){ NULL, 0 };
		if (at.n >= 16)
			return n;
		first = first || at.n < 10 ? first : n;
	}
	return first;
}

static xmlNode *titled_in(xmlNode *top)
{
	for (xmlNode *n = top; n; n = sr_node_next(top, n, false))
		if (is_element(n) && sr_node_attr(n, "title").n)
			return n;
	return NULL;
}

static void find_by_class(struct sr_posts *p)
{
	xmlNode *root = xmlDocGetRootElement(p->doc), *next;
	struct sr_str post = cell(p->kit, p->row, SR_MESSAGES_POST);
	struct sr_str text = cell(p->kit, p->row, SR_MESSAGES_TEXT);
	struct sr_str day = cell(p->kit, p->row, SR_MESSAGES_DAY);
	struct sr_str none = cell(p->kit, p->row, SR_MESSAGES_NOT);

	for (xmlNode *n = root; n; n = next) {
		bool is_post = sr_node_has_class(n, post);
		next = sr_node_next(root, n, is_post);
		is_post = is_post && !sr_node_has_class(n, none);
		struct sr_post *own = is_post ? SR_PUSH(p->mem, &p->list)
					      : NULL;
		if (!own)
			continue;
		xmlNode *at = time_in(n), *box = with_class(n, day);
		*own = (struct sr_post){ .node = n,
					 .body = with_class(n, text),
					 .day = at    ? at
						: box ? titled_in(box)
						      : NULL };
	}
}

/* By structure */

/* What an element holds is noted in its _private: how many words, and in the
 * lowest bit whether a time. */
static bool is_timed(const xmlNode *n)
{
	return is_element(n) && ((uintptr_t)n->_private & 1);
}

static size_t words_in(const xmlNode *n)
{
	return is_element(n) ? (uintptr_t)n->_private >> 1 : 0;
}

static void add(xmlNode *n, uintptr_t words, bool timed)
{
	uintptr_t own = (uintptr_t)n->_private + (words << 1);

	n->_private = (void *)(own | timed);
}

static void note(xmlNode *root)
{
	for (xmlNode *n = root; n; n = sr_node_next(root, n, false)) {
		size_t words = n->type == XML_TEXT_NODE && n->content
				       ? sr_str_words(sr_str_of(
						 (char *)n->content))
				       : 0;
		bool timed = is_tag(n, "time") &&
			     sr_node_attr(n, "datetime").n >= 16;
		for (xmlNode *up = timed ? n : n->parent;
		     (timed || words) && up && is_element(up); up = up->parent)
			add(up, words, timed);
	}
}

static bool is_aside(const xmlNode *n)
{
	static const char *const TAGS[] = { "aside", "nav", "footer" };

	for (size_t i = 0; i < 3; i++)
		if (is_tag(n, TAGS[i]))
			return true;
	return false;
}

static size_t timed_children(const xmlNode *n)
{
	size_t count = 0;

	for (const xmlNode *c = n->children; c; c = c->next)
		count += is_timed(c) && !is_tag(c, "time");
	return count;
}

/* Words of the messages of an element, 0 when they are none. */
static size_t worth(const xmlNode *n)
{
	size_t count = timed_children(n), words = 0;

	if (count < FEWEST)
		return 0;
	for (xmlNode *c = n->children; c; c = c->next)
		if (is_timed(c))
			words += words_in(c);
	return words >= count * FEW_WORDS ? words : 0;
}

static void find_by_times(struct sr_posts *p)
{
	xmlNode *root = xmlDocGetRootElement(p->doc), *best = NULL, *next;
	size_t most = 0;

	note(root);
	for (xmlNode *n = root; n; n = next) {
		next = sr_node_next(root, n, !is_timed(n) || is_aside(n));
		size_t words = is_timed(n) && !is_aside(n) ? worth(n) : 0;
		if (words > most) {
			most = words;
			best = n;
		}
	}
	for (xmlNode *c = best ? best->children : NULL; c; c = c->next) {
		struct sr_post *own = is_timed(c) ? SR_PUSH(p->mem, &p->list)
						  : NULL;
		if (own)
			*own = (struct sr_post){ c, c, time_in(c) };
	}
}

void sr_posts_find(struct sr_posts *p, struct sr_str html)
{
	p->row = row_of(p->kit, html);
	p->doc = parse(html);
	if (!p->doc || !xmlDocGetRootElement(p->doc))
		return;
	if (p->row != SR_NONE)
		find_by_class(p);
	else
		find_by_times(p);
}
