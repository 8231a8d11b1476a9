/* What a page says of itself: JSON-LD (schema.org) before the elements of its
 * head, those before what stands on it. */
#include <jansson.h>

#include "base/str.h"
#include "intake/page.h"

#define DEEPEST 12	 /* objects of JSON-LD within objects */
#define LONGEST 2048u	 /* bytes of a field */
#define RANK_LD 1u	 /* before all of names.tsv but the canonical link */
#define RANK_PAGE 100000u /* after them */

static struct sr_str copy(struct sr_page *g, const char *s, size_t n)
{
	char *p = sr_arena_copy(g->mem, s, n);

	return (struct sr_str){ p, p ? n : 0 };
}

/* The words of a value: a string, an object's name or @id, the first of a
 * list. */
static struct sr_str value_of(struct sr_page *g, const json_t *v,
			      const char *key)
{
	if (json_is_array(v))
		v = json_array_get(v, 0);
	if (json_is_object(v))
		v = json_object_get(v, key);
	if (!json_is_string(v) || json_string_length(v) > LONGEST)
		return (struct sr_str){ NULL, 0 };
	return copy(g, json_string_value(v), json_string_length(v));
}

static void take(struct sr_page *g, const json_t *o, const char *key,
		 enum sr_name field)
{
	const char *within = field == SR_NAME_URL ? "@id" : "name";
	const json_t *v = json_object_get(o, key);

	if (v)
		sr_named_put(&g->named, field, RANK_LD,
			     value_of(g, v, within));
}

static bool ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), k = strlen(end);

	return n >= k && strcmp(s + n - k, end) == 0;
}

static bool is_article_type(const json_t *type)
{
	static const char *const ENDS[] = { "Article", "Posting", "Report",
					    "Post", "Message" };

	for (size_t i = 0; json_is_array(type) && i < json_array_size(type);
	     i++)
		if (is_article_type(json_array_get(type, i)))
			return true;
	for (size_t i = 0; json_is_string(type) && i < 5; i++)
		if (ends_with(json_string_value(type), ENDS[i]))
			return true;
	return false;
}

static void take_article(struct sr_page *g, const json_t *o,
			 struct sr_str *body)
{
	const json_t *text = json_object_get(o, "articleBody");

	g->article = true;
	take(g, o, "headline", SR_NAME_TITLE);
	take(g, o, "name", SR_NAME_TITLE);
	take(g, o, "datePublished", SR_NAME_PUBLISHED);
	take(g, o, "dateModified", SR_NAME_UPDATED);
	take(g, o, "author", SR_NAME_AUTHOR);
	take(g, o, "publisher", SR_NAME_PUBLISHER);
	take(g, o, "mainEntityOfPage", SR_NAME_URL);
	take(g, o, "url", SR_NAME_URL);
	if (json_is_string(text) && !body->n)
		*body = copy(g, json_string_value(text),
			     json_string_length(text));
}

/* Objects that are articles, wherever they stand. */
static void walk(struct sr_page *g, const json_t *v, struct sr_str *body,
		 unsigned depth)
{
	const char *key;
	json_t *in;
	size_t i;

	if (depth > DEEPEST)
		return;
	if (json_is_array(v)) {
		json_array_foreach(v, i, in)
			walk(g, in, body, depth + 1);
	} else if (json_is_object(v)) {
		if (is_article_type(json_object_get(v, "@type"))) {
			take_article(g, v, body);
			return;
		}
		/* C11 has no void * iterator: the macro casts. */
		for (void *at = json_object_iter((json_t *)(uintptr_t)v); at;
		     at = json_object_iter_next((json_t *)(uintptr_t)v, at)) {
			key = json_object_iter_key(at);
			if (strcmp(key, "author") != 0)
				walk(g, json_object_iter_value(at), body,
				     depth + 1);
		}
	}
}

static bool holds(struct sr_str s, struct sr_str what)
{
	for (size_t i = 0; what.n && i + what.n <= s.n; i++)
		if (memcmp(s.s + i, what.s, what.n) == 0)
			return true;
	return false;
}

/* The heading that is the page's title: one that the file's title holds, else
 * the first of the first rank. */
static struct sr_str first_heading(const struct sr_page *g,
				   struct sr_str head)
{
	struct sr_str first = { NULL, 0 }, site = { NULL, 0 };

	for (size_t i = 0; i < g->parts.nitem; i++) {
		const struct sr_passage *part = &g->parts.items[i];
		struct sr_str s = sr_passage_text(g, part);
		if (part->kind != SR_EL_HEADING || part->words < 2)
			continue;
		/* A heading of the site is in the title of all its pages. */
		bool held = part->level <= 3 && holds(head, s);
		if (held && (s.n * 2 > head.n || memcmp(head.s, s.s, s.n) == 0))
			return s;
		if (held && !site.n)
			site = s;
		if (part->level == 1 && !first.n && !held)
			first = s;
	}
	return first.n ? first : site;
}

/* "A title | The Paper" without the paper, which is left in *rest. */
static struct sr_str without_site(struct sr_str s, struct sr_str *rest)
{
	static const char *const SEPARATORS[] = { " | ", " \xE2\x80\x93 ",
						  " \xE2\x80\x94 ", " - ",
						  " \xC2\xBB ", " :: " };

	rest->n = 0;
	for (size_t k = 0; k < 6; k++) {
		size_t n = strlen(SEPARATORS[k]);
		for (size_t i = s.n; i-- > 8;) {
			if (i + n > s.n ||
			    memcmp(s.s + i, SEPARATORS[k], n) != 0)
				continue;
			*rest = (struct sr_str){ s.s + i + n, s.n - i - n };
			if (rest->n * 2 <= s.n || k == 0)
				return (struct sr_str){ s.s, i };
		}
	}
	return s;
}

static bool begins(struct sr_str s, struct sr_str with)
{
	return with.n && s.n >= with.n && memcmp(s.s, with.s, with.n) == 0;
}

/* White space as the text has it: one blank. */
static struct sr_str squeeze(struct sr_page *g, struct sr_str s)
{
	char *out = sr_arena_raw(g->mem, s.n + 1, 1);
	size_t n = 0;
	bool blank = false;

	if (!out)
		return s;
	for (size_t i = 0; i < s.n; i++) {
		bool space = (unsigned char)s.s[i] <= ' ';
		if (!space && blank && n)
			out[n++] = ' ';
		if (!space)
			out[n++] = s.s[i];
		blank = space;
	}
	return (struct sr_str){ out, n };
}

static void settle_title(struct sr_page *g)
{
	struct sr_str *title = &g->named.value[SR_NAME_TITLE];
	struct sr_str head = squeeze(g, g->head_title), site = { NULL, 0 };
	struct sr_str h1 = first_heading(g, head);

	sr_named_put(&g->named, SR_NAME_TITLE, RANK_PAGE, h1);
	sr_named_put(&g->named, SR_NAME_TITLE, RANK_PAGE + 1, g->head_title);
	*title = squeeze(g, *title);
	struct sr_str bare = without_site(*title, &site);
	struct sr_str publisher = g->named.value[SR_NAME_PUBLISHER];
	if (h1.n && begins(*title, h1))
		*title = (struct sr_str){ title->s, h1.n };
	else if (site.n && (sr_str_equal(site, publisher) ||
			    g->named.rank[SR_NAME_TITLE] == RANK_PAGE + 1))
		*title = bare;
	without_site(head, &site);
	if (site.n && site.n < 60)
		sr_named_put(&g->named, SR_NAME_PUBLISHER, RANK_PAGE, site);
}

void sr_page_meta(struct sr_page *g, struct sr_str *body)
{
	json_error_t error;

	*body = (struct sr_str){ NULL, 0 };
	for (size_t i = 0; i < g->ld.nitem; i++) {
		const struct sr_str *s = &g->ld.items[i];
		json_t *v = json_loadb(s->s ? s->s : "", s->n, 0, &error);
		walk(g, v, body, 0);
		json_decref(v);
	}
	settle_title(g);
	sr_named_put(&g->named, SR_NAME_PUBLISHED, RANK_PAGE, g->time);
}
