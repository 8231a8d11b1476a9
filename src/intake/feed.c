/* RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom: an item or entry each. libxml2's reader
 * goes through the file; one item's tree is in memory at a time. The bytes of
 * an item are its element, written out anew: the same item in tomorrow's feed
 * has the same. */
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "base/limits.h"
#include "base/str.h"
#include "intake/charset.h"
#include "intake/open.h"
#include "intake/tags.h"

#define BEGINNING 65536u /* bytes that its characters are found out by */

struct feed {
	const struct sr_within *w;
	struct sr_stream *s;
	xmlTextReader *reader;
	struct sr_arena mem; /* of the item */
	struct sr_str publisher;
	char own[256]; /* the feed's title */
	size_t n;
	bool broken; /* ends too soon */
	bool many;   /* attributes, more than may be */
	struct sr_tags tags;
};

static bool is(const xmlChar *name, const char *what)
{
	return name && strcmp((const char *)name, what) == 0;
}

static int pull(void *user, char *out, int n)
{
	struct feed *f = user;
	struct sr_stream *s = f->s;
	struct sr_str w = sr_stream_peek(s, 1);
	size_t k = w.n < (size_t)n ? w.n : (size_t)n;

	f->many = f->many ||
		  !sr_tags_go_on(&f->tags, (struct sr_str){ w.s, k });
	if (f->many)
		return -1;

	if (k)
		memcpy(out, w.s, k);
	sr_stream_skip(s, k);
	return s->code && !k ? -1 : (int)k;
}

static struct sr_str copy(struct feed *f, const char *s)
{
	size_t n = s ? strlen(s) : 0;
	char *p = sr_arena_copy(&f->mem, s ? s : "", n);

	return sr_str_trim((struct sr_str){ p, p ? n : 0 });
}

/* The words within an element; markup within it as markup (type="xhtml"). */
static struct sr_str content(struct feed *f, xmlNode *node)
{
	xmlChar *type = xmlGetNoNsProp(node, (const xmlChar *)"type");
	struct sr_str s = { NULL, 0 };

	if (is(type, "xhtml")) {
		xmlBuffer *out = xmlBufferCreate();
		xmlNodeDump(out, node->doc, node, 0, 0);
		s = copy(f, (const char *)xmlBufferContent(out));
		xmlBufferFree(out);
	} else {
		xmlChar *words = xmlNodeGetContent(node);
		s = copy(f, (const char *)words);
		xmlFree(words);
	}
	xmlFree(type);
	return s;
}

static struct sr_str property(struct feed *f, xmlNode *node, const char *name)
{
	xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
	struct sr_str s = copy(f, (const char *)value);

	xmlFree(value);
	return s;
}

static struct sr_str child(struct feed *f, xmlNode *node, const char *name)
{
	for (xmlNode *c = node->children; c; c = c->next)
		if (c->type == XML_ELEMENT_NODE && is(c->name, name))
			return content(f, c);
	return (struct sr_str){ NULL, 0 };
}

static void take_link(struct feed *f, xmlNode *c, struct sr_named *named)
{
	struct sr_str href = property(f, c, "href");
	struct sr_str rel = property(f, c, "rel");

	if (!href.n)
		sr_named_put(named, SR_NAME_URL, 2, content(f, c));
	else if (!rel.n || sr_str_is(rel, "alternate"))
		sr_named_put(named, SR_NAME_URL, 1, href);
}

/* What the elements of an item hold; the lower rank is kept. */
static const struct {
	const char *name;
	enum sr_name field;
	unsigned rank;
} ELEMENTS[] = {
	{ "title", SR_NAME_TITLE, 1 },
	{ "guid", SR_NAME_ID, 1 },
	{ "id", SR_NAME_ID, 2 },
	{ "pubDate", SR_NAME_PUBLISHED, 1 },
	{ "published", SR_NAME_PUBLISHED, 2 },
	{ "issued", SR_NAME_PUBLISHED, 3 },
	{ "date", SR_NAME_PUBLISHED, 4 },
	{ "updated", SR_NAME_UPDATED, 1 },
	{ "modified", SR_NAME_UPDATED, 2 },
	{ "creator", SR_NAME_AUTHOR, 1 },
	{ "publisher", SR_NAME_PUBLISHER, 1 },
	{ "encoded", SR_NAME_HTML, 1 },
	{ "full-text", SR_NAME_HTML, 2 },
	{ "content", SR_NAME_HTML, 3 },
	{ "description", SR_NAME_HTML, 4 },
	{ "summary", SR_NAME_HTML, 5 },
};

static void take_element(struct feed *f, xmlNode *c, struct sr_named *named)
{
	if (is(c->name, "link")) {
		take_link(f, c, named);
		return;
	}
	if (is(c->name, "author")) {
		struct sr_str name = child(f, c, "name");
		sr_named_put(named, SR_NAME_AUTHOR, 2,
			     name.n ? name : content(f, c));
		return;
	}
	/* media:title and the like are not the item's own. */
	if (c->ns && c->ns->prefix && is(c->ns->prefix, "media"))
		return;
	for (size_t i = 0; i < sizeof(ELEMENTS) / sizeof(*ELEMENTS); i++)
		if (is(c->name, ELEMENTS[i].name))
			sr_named_put(named, ELEMENTS[i].field,
				     ELEMENTS[i].rank, content(f, c));
}

static bool give_item(struct feed *f, xmlNode *node)
{
	struct sr_named named = { .rank = { 0 } };
	xmlBuffer *out = xmlBufferCreate();

	xmlNodeDump(out, node->doc, node, 0, 0);
	for (xmlNode *c = node->children; c; c = c->next)
		if (c->type == XML_ELEMENT_NODE)
			take_element(f, c, &named);
	/* An address that is only an id is an address all the same. */
	if (named.value[SR_NAME_ID].n > 8 &&
	    memcmp(named.value[SR_NAME_ID].s, "http", 4) == 0)
		sr_named_put(&named, SR_NAME_URL, 3, named.value[SR_NAME_ID]);
	if (!named.rank[SR_NAME_PUBLISHED])
		sr_named_put(&named, SR_NAME_PUBLISHED, 9,
			     named.value[SR_NAME_UPDATED]);
	if (!named.rank[SR_NAME_HTML])
		sr_named_put(&named, SR_NAME_HTML, 9,
			     named.value[SR_NAME_TITLE]);
	sr_named_put(&named, SR_NAME_PUBLISHER, 9, f->publisher);
	struct sr_str bytes = { (const char *)xmlBufferContent(out),
				(size_t)xmlBufferLength(out) };
	bool go_on = f->mem.full
			     ? sr_give_error(f->w, ++f->n, SR_LIMIT,
					     "an item of more than "
					     "SR_MAX_PAGE bytes")
			     : sr_give_named(f->w, bytes, &named, ++f->n);
	xmlBufferFree(out);
	sr_arena_reset(&f->mem);
	return go_on;
}

/* The feed's own title, which is its publisher's name. */
static void take_title(struct feed *f)
{
	xmlNode *node = xmlTextReaderExpand(f->reader);
	xmlChar *words = node ? xmlNodeGetContent(node) : NULL;
	struct sr_str s = sr_str_trim(sr_str_of((const char *)words));

	if (s.n && s.n < sizeof(f->own) && !f->publisher.n) {
		memcpy(f->own, s.s, s.n);
		f->publisher = (struct sr_str){ f->own, s.n };
	}
	xmlFree(words);
}

static bool read_items(struct feed *f)
{
	int more = xmlTextReaderRead(f->reader);
	bool go_on = true;

	while (more == 1 && go_on) {
		const xmlChar *name = xmlTextReaderConstLocalName(f->reader);
		bool start = xmlTextReaderNodeType(f->reader) ==
			     XML_READER_TYPE_ELEMENT;
		xmlNode *node = NULL;
		if (start && (is(name, "item") || is(name, "entry"))) {
			node = xmlTextReaderExpand(f->reader);
			if (!node)
				break;
			go_on = give_item(f, node);
		} else if (start && is(name, "title")) {
			take_title(f);
		}
		more = node ? xmlTextReaderNext(f->reader)
			    : xmlTextReaderRead(f->reader);
	}
	if (go_on && f->many)
		return sr_give_error(f->w, f->n + 1, SR_LIMIT,
				     "an element with more than "
				     "SR_MAX_ATTRIBUTES attributes");
	if (go_on && (more == -1 || f->broken))
		go_on = sr_give_error(f->w, f->n + 1,
				      f->s->code ? f->s->code : SR_REFUSED,
				      f->s->code
					      ? f->s->err.text
					      : "the feed breaks off or is "
						"not well formed: what "
						"comes behind is lost");
	return go_on;
}

/* libxml2 would print its errors; and it goes on behind all of them, so that
 * a file that ends too soon must be noticed here. */
static void on_error(void *user, const xmlError *error)
{
	struct feed *f = user;

	f->broken = f->broken || error->code == XML_ERR_DOCUMENT_END ||
		    error->code == XML_ERR_TAG_NOT_FINISHED ||
		    error->code == XML_ERR_GT_REQUIRED ||
		    error->code == XML_ERR_CDATA_NOT_FINISHED ||
		    error->code == XML_ERR_COMMENT_NOT_FINISHED;
}

/* Empty lines that a server's scripts leave before the declaration. */
static void skip_space(struct sr_stream *s)
{
	struct sr_str w = sr_stream_peek(s, 4);
	size_t mark = w.n > 3 && memcmp(w.s, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	if (w.n <= mark || !memchr(" \t\r\n", w.s[mark], 4))
		return;
	sr_stream_skip(s, mark);
	for (w = sr_stream_peek(s, 1); w.n && memchr(" \t\r\n", w.s[0], 4);
	     w = sr_stream_peek(s, 1))
		sr_stream_skip(s, 1);
}

/* The characters of a feed that is not in UTF-8, from its beginning; of two
 * bytes each the parser finds out by itself. */
static void find_charset(const struct feed *f, char out[SR_CHARSET])
{
	struct sr_str said = f->w->given.charset;
	struct sr_str w = sr_stream_peek(f->s, BEGINNING);

	w.n = w.n < BEGINNING ? w.n : BEGINNING;
	while (w.n && w.s[w.n - 1] != '>') /* not within a character */
		w.n--;
	sr_charset_find(w, said, SR_MARKUP_XML, out);
	if (memcmp(out, "UTF-", 4) == 0)
		out[0] = '\0';
}

bool sr_open_feed(const struct sr_within *w, struct sr_stream *s)
{
	struct feed f = { .w = w, .s = s, .publisher = w->given.publisher,
			  .tags = { .xml = true } };
	char charset[SR_CHARSET] = "";

	skip_space(s);
	find_charset(&f, charset);
	f.reader = xmlReaderForIO(pull, NULL, &f, NULL,
				  charset[0] ? charset : NULL,
				  XML_PARSE_RECOVER | XML_PARSE_NONET |
					  XML_PARSE_NOERROR |
					  XML_PARSE_NOWARNING);
	if (!f.reader)
		return sr_give_error(w, 0, SR_NOMEM, "no memory for a feed");
	xmlTextReaderSetStructuredErrorHandler(
		f.reader, (xmlStructuredErrorFunc)(void (*)(void))on_error,
		&f);
	sr_arena_init(&f.mem, (size_t)SR_MAX_PAGE * 4);
	bool go_on = read_items(&f);
	if (go_on && f.n == 0 && !f.many)
		go_on = sr_give_error(w, 0, SR_REFUSED,
				      "a feed without items");
	sr_arena_release(&f.mem);
	xmlFreeTextReader(f.reader);
	return go_on;
}
