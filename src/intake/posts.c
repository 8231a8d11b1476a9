/* Messages of a page as items. What an item's bytes are is its element, written
 * anew, without what changes from visit to visit (how often it was seen), behind
 * its moment: the same words said on another day are another report. */
#include "intake/posts.h"

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "base/str.h"
#include "intake/charset.h"
#include "intake/page.h"

#define LONGEST_TITLE 300u /* bytes */
#define LONGEST_NAME 200u

struct giver {
	const struct sr_within *w;
	struct sr_posts posts;
	struct sr_page page; /* what the page says of itself */
	struct sr_str publisher, author; /* of the last message: it holds on */
};

static struct sr_str first_of(struct sr_str a, struct sr_str b)
{
	return a.n ? a : b;
}

/* A copy: parts of the tree are taken out before the item is given. */
static struct sr_str keep(struct giver *g, struct sr_str s)
{
	return sr_arena_str(g->posts.mem, s);
}

/* The words of an element, white space as one blank. */
static struct sr_str words_of(struct giver *g, xmlNode *node, size_t most)
{
	xmlChar *words = node ? xmlNodeGetContent(node) : NULL;
	struct sr_str s = sr_str_trim(sr_str_of((const char *)words));
	char *own = s.n && s.n <= most ? sr_arena_copy(g->posts.mem, s.s, s.n)
				       : NULL;
	size_t n = 0;

	for (size_t i = 0; own && i < s.n; i++) {
		bool blank = (unsigned char)own[i] <= ' ';
		if (!blank || (n && own[n - 1] != ' '))
			own[n++] = blank ? ' ' : own[i];
	}
	xmlFree(words);
	return (struct sr_str){ own, n };
}

static struct sr_str named_by(struct giver *g, xmlNode *post, unsigned column)
{
	struct sr_str name = { NULL, 0 };

	if (g->posts.row != SR_NONE)
		name = sr_kit_text(g->posts.kit, SR_TABLE_MESSAGES, g->posts.row,
				   column);
	for (xmlNode *n = post; n && name.n; n = sr_node_next(post, n, false))
		if (sr_node_has_class(n, name))
			return words_of(g, n, LONGEST_NAME);
	return (struct sr_str){ NULL, 0 };
}

static bool is_address(struct sr_str s)
{
	return s.n > 9 && (memcmp(s.s, "http://", 7) == 0 ||
			   memcmp(s.s, "https://", 8) == 0);
}

/* The link around the day, or in it. */
static struct sr_str link_of(const struct sr_post *post)
{
	for (xmlNode *n = post->day; n && n != post->node; n = n->parent)
		if (sr_node_attr(n, "href").n)
			return sr_node_attr(n, "href");
	return (struct sr_str){ NULL, 0 };
}

/* An address of its own: the link's, else the page's with the place in it. */
static void put_address(struct giver *g, const struct sr_post *post,
			struct sr_given *given)
{
	struct sr_str link = keep(g, link_of(post));
	struct sr_str page = g->w->given.url, own;
	struct sr_str id =
		keep(g, first_of(sr_node_attr(post->node, "data-post"),
				 sr_node_attr(post->node, "id")));

	given->id = id.n ? id : link;
	if (is_address(link)) {
		given->url = link;
		return;
	}
	if (!page.n && is_address(g->page.named.value[SR_NAME_URL]))
		page = g->page.named.value[SR_NAME_URL];
	given->url = page;
	if (!page.n || !id.n || page.n + id.n > SR_MAX_PATH)
		return;
	char *both = sr_arena_raw(g->posts.mem, page.n + id.n + 1, 1);
	if (!both)
		return;
	const char *hash = memchr(page.s, '#', page.n);
	own = (struct sr_str){ both, hash ? (size_t)(hash - page.s) : page.n };
	memcpy(both, page.s, own.n);
	both[own.n++] = '#';
	memcpy(both + own.n, id.s, id.n);
	own.n += id.n;
	given->url = given->id = own;
}

static void put_fields(struct giver *g, const struct sr_post *post,
		       struct sr_given *given)
{
	const struct sr_str *page = g->page.named.value;
	struct sr_str publisher =
		named_by(g, post->node, SR_MESSAGES_PUBLISHER);
	struct sr_str author = named_by(g, post->node, SR_MESSAGES_AUTHOR);

	if (publisher.n) {
		g->publisher = publisher;
		g->author = author;
	}
	/* A channel's page has the channel's name as its title. */
	given->publisher = g->posts.row == SR_NONE ? page[SR_NAME_PUBLISHER]
						   : page[SR_NAME_TITLE];
	given->publisher = first_of(g->publisher, given->publisher);
	given->author = first_of(first_of(author, g->author),
				 page[SR_NAME_AUTHOR]);
	if (post->day)
		given->published =
			keep(g, first_of(sr_node_attr(post->day, "datetime"),
					 sr_node_attr(post->day, "title")));
	if (!given->published.n)
		given->published = page[SR_NAME_PUBLISHED];
	put_address(g, post, given);
}

static bool is_heading(const xmlNode *n)
{
	return n->type == XML_ELEMENT_NODE && n->name[0] == 'h' &&
	       n->name[1] >= '1' && n->name[1] <= '6' && !n->name[2];
}

/* A live blog's message may have a heading, which is its title. What stands in
 * the fields is taken out of the text. */
static struct sr_str take_title(struct giver *g, const struct sr_post *post)
{
	struct sr_str title = { NULL, 0 };
	xmlNode *next;

	for (xmlNode *n = post->body; n && g->posts.row == SR_NONE; n = next) {
		bool heading = is_heading(n) && !title.n;
		bool time = n->type == XML_ELEMENT_NODE &&
			    strcmp((const char *)n->name, "time") == 0;
		next = sr_node_next(post->body, n, heading || time);
		if (heading)
			title = words_of(g, n, LONGEST_TITLE);
		if (n != post->body && (time || (heading && title.n))) {
			xmlUnlinkNode(n);
			xmlFreeNode(n);
		}
	}
	return title;
}

/* Bytes: the moment, then the element, which is the body. */
static void put_body(struct giver *g, const struct sr_post *post,
		     xmlBuffer *out, struct sr_item *item)
{
	int moment = 0;

	if (item->own) {
		xmlBufferWriteChar(out, "<!-- ");
		xmlBufferAdd(out, (const xmlChar *)item->given.published.s,
			     (int)item->given.published.n);
		xmlBufferWriteChar(out, " -->\n");
		moment = xmlBufferLength(out);
	}
	if (post->body)
		htmlNodeDump(out, g->posts.doc, post->body);
	item->bytes = (struct sr_str){ (const char *)xmlBufferContent(out),
				       (size_t)xmlBufferLength(out) };
	if (xmlBufferLength(out) > moment)
		item->body = (struct sr_str){ item->bytes.s + moment,
					      item->bytes.n - (size_t)moment };
}

static bool give_post(struct giver *g, const struct sr_post *post, size_t n)
{
	struct sr_item item = { .form = SR_FORM_FRAGMENT, .whole = true };
	xmlBuffer *out = xmlBufferCreate();

	put_fields(g, post, &item.given);
	item.own = post->day && item.given.id.n && item.given.published.n &&
		   item.given.published.n < LONGEST_NAME;
	item.given.title = take_title(g, post);
	if (out)
		put_body(g, post, out, &item);
	if (!item.body.n)
		item.code = sr_fail(&item.err, SR_REFUSED, "",
				    "a message without text: a picture or "
				    "film?");
	else if (item.body.n > SR_MAX_PAGE)
		item.code = sr_fail(&item.err, SR_LIMIT, "",
				    "larger than %u bytes", SR_MAX_PAGE);
	bool go_on = sr_give(g->w, &item, n);
	xmlBufferFree(out);
	return go_on;
}

static void find(struct giver *g, struct sr_str bytes)
{
	struct sr_str html, body;
	struct sr_err err = { 0 };

	if (sr_charset_clean(g->posts.mem, bytes, g->w->given.charset,
			     SR_MARKUP_HTML, &html, &err))
		return;
	sr_posts_find(&g->posts, html);
	if (g->posts.list.nitem && sr_page_parse(&g->page, html))
		sr_page_meta(&g->page, &body);
}

bool sr_posts_give(const struct sr_within *w, struct sr_str bytes, bool *go_on)
{
	struct sr_arena mem;
	struct giver g = { .w = w,
			   .posts = { .mem = &mem, .kit = w->in->kit },
			   .page = { .mem = &mem, .kit = w->in->kit } };
	size_t n;

	if (!sr_posts_likely(w->in->kit, bytes))
		return false;
	sr_arena_init(&mem, (size_t)SR_MAX_PAGE * 16);
	find(&g, bytes);
	n = mem.full ? 0 : g.posts.list.nitem;
	*go_on = true;
	for (size_t i = 0; i < n && *go_on; i++)
		*go_on = give_post(&g, &g.posts.list.items[i],
				   n > 1 ? i + 1 : 0);
	xmlFreeDoc(g.posts.doc);
	sr_arena_release(&mem);
	return n > 0;
}
