/* The article of a page whose paragraphs a script puts there: publishers send it
 * along as JSON, in a <script type="application/json"> or in one that assigns
 * it. Of all lists and strings in it the one with most words of prose is taken;
 * which strings are text is told by their keys (data/ingest/names.tsv). Asked
 * only of pages that show next to nothing. */
#include <jansson.h>
#include <string.h>

#include "base/str.h"
#include "intake/page.h"

#define DEEPEST 24u	   /* values within values */
#define LONGEST_PARAGRAPH 2500u /* bytes: more is not one paragraph */
#define SENTENCE 12u	   /* words of a paragraph that speaks for a text */
#define FEWEST 60u	   /* words of an article */
#define MOST_SCRIPTS 200u

struct state {
	struct sr_page *page;
	const json_t *best; /* a list of paragraphs, or a string */
	uint32_t words;	    /* of it */
	char *out;
	size_t n, room;
};

static uint32_t count_words(struct sr_str s)
{
	uint32_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.s[i] == ' ' || s.s[i] == '\n';
	return n + (s.n > 0);
}

static struct sr_str string_of(const json_t *v)
{
	return (struct sr_str){ json_string_value(v), json_string_length(v) };
}

static enum sr_name field_of(const struct state *s, const char *key)
{
	unsigned rank = 0;

	return sr_name_find(s->page->kit, sr_str_of(key), false, &rank);
}

static bool is_text_key(const struct state *s, const char *key)
{
	enum sr_name field = field_of(s, key);

	return field == SR_NAME_TEXT || field == SR_NAME_HTML ||
	       strcmp(key, "value") == 0;
}

/* Writing */

static void put(struct state *s, const char *text, size_t n)
{
	if (s->n + n > s->room) {
		size_t more = (s->n + n) * 2 + 4096;
		char *out = sr_arena_raw(s->page->mem, more, 1);
		if (!out)
			return;
		if (s->n)
			memcpy(out, s->out, s->n);
		s->out = out;
		s->room = more;
	}
	memcpy(s->out + s->n, text, n);
	s->n += n;
}

static bool has_tags(struct sr_str s)
{
	const char *lt = s.n ? memchr(s.s, '<', s.n) : NULL;

	return lt && memchr(lt, '>', (size_t)(s.s + s.n - lt));
}

/* Words of a text, or HTML, as HTML. */
static void put_words(struct state *s, struct sr_str words)
{
	bool tags = has_tags(words);

	for (size_t i = 0; i < words.n; i++) {
		if (!tags && words.s[i] == '<')
			put(s, "&lt;", 4);
		else if (!tags && words.s[i] == '\n')
			put(s, "</p><p>", 7);
		else
			put(s, words.s + i, 1);
	}
}

/* The strings of a paragraph one after the other. key: under which it stands,
 * NULL in a list. */
static void put_strings(struct state *s, const json_t *v, const char *key,
			unsigned depth)
{
	const json_t *in;
	size_t i;

	if (depth > DEEPEST)
		return;
	if (json_is_string(v) && (!key || is_text_key(s, key)))
		put_words(s, string_of(v));
	json_array_foreach(v, i, in)
		put_strings(s, in, key, depth + 1);
	if (!json_is_object(v))
		return;
	for (void *at = json_object_iter((json_t *)(uintptr_t)v); at;
	     at = json_object_iter_next((json_t *)(uintptr_t)v, at))
		put_strings(s, json_object_iter_value(at),
			    json_object_iter_key(at), depth + 1);
}

/* Choosing */

/* What leads to another article: it has a title and an address. */
static bool is_teaser(const struct state *s, const json_t *v)
{
	bool title = false, url = false;

	for (void *at = json_object_iter((json_t *)(uintptr_t)v); at;
	     at = json_object_iter_next((json_t *)(uintptr_t)v, at)) {
		enum sr_name field = field_of(s, json_object_iter_key(at));
		const json_t *in = json_object_iter_value(at);
		title = title || (field == SR_NAME_TITLE && json_is_string(in));
		url = url || (field == SR_NAME_URL && json_is_string(in));
	}
	return title && url;
}

/* Words of prose that a list has, a paragraph for each of its values. */
static uint32_t prose_of(struct state *s, const json_t *list)
{
	uint32_t words = 0;
	const json_t *v;
	size_t i;

	json_array_foreach(list, i, v) {
		size_t before = s->n;
		if (!is_teaser(s, v))
			put_strings(s, v, NULL, 0);
		size_t n = s->n - before;
		uint32_t own = n ? count_words((struct sr_str){
					   s->out + before, n })
				 : 0;
		s->n = before;
		if (n <= LONGEST_PARAGRAPH && own >= SENTENCE)
			words += own;
	}
	return words;
}

static void offer(struct state *s, const json_t *v, uint32_t words)
{
	if (words <= s->words || words < FEWEST)
		return;
	s->best = v;
	s->words = words;
}

/* A list of other articles. */
static bool is_index(const struct state *s, const json_t *list)
{
	const json_t *v;
	size_t i, n = 0;

	json_array_foreach(list, i, v)
		n += is_teaser(s, v);
	return n > 1;
}

static void walk(struct state *s, const json_t *v, const char *key,
		 unsigned depth)
{
	const json_t *in;
	size_t i;

	if (depth > DEEPEST || is_index(s, v))
		return;
	if (json_is_string(v) && key && is_text_key(s, key))
		offer(s, v, count_words(string_of(v)));
	if (json_is_array(v))
		offer(s, v, prose_of(s, v));
	json_array_foreach(v, i, in)
		walk(s, in, key, depth + 1);
	if (!json_is_object(v))
		return;
	for (void *at = json_object_iter((json_t *)(uintptr_t)v); at;
	     at = json_object_iter_next((json_t *)(uintptr_t)v, at))
		walk(s, json_object_iter_value(at), json_object_iter_key(at),
		     depth + 1);
}

static struct sr_str written(struct state *s)
{
	const json_t *v;
	size_t i;

	s->n = 0;
	put(s, "<p>", 3);
	if (json_is_string(s->best))
		put_words(s, string_of(s->best));
	json_array_foreach(s->best, i, v) {
		if (!is_teaser(s, v))
			put_strings(s, v, NULL, 0);
		put(s, "</p><p>", 7);
	}
	put(s, "</p>", 4);
	return (struct sr_str){ s->out, s->n };
}

/* Scripts */

static const char *find(struct sr_str s, const char *what)
{
	size_t n = strlen(what);
	const char *p = s.s, *end = sr_str_end(s);

	while ((size_t)(end - p) >= n) {
		p = memchr(p, what[0], (size_t)(end - p) - n + 1);
		if (!p || memcmp(p, what, n) == 0)
			return p;
		p++;
	}
	return NULL;
}

static struct sr_str from(struct sr_str s, const char *p)
{
	return (struct sr_str){ p, (size_t)(sr_str_end(s) - p) };
}

/* The JSON in a script: all of it, what it assigns, or the string that it has
 * parsed. NULL for none. */
static json_t *value_of(struct sr_str script)
{
	const size_t flags = JSON_DISABLE_EOF_CHECK | JSON_DECODE_ANY;
	const char *quoted = find(script, "JSON.parse(\"");
	json_t *v = NULL;

	script = sr_str_trim(script);
	if (quoted) {
		struct sr_str s = from(script, quoted + strlen("JSON.parse("));
		json_t *text = json_loadb(s.s, s.n, flags, NULL);
		if (json_is_string(text))
			v = json_loadb(json_string_value(text),
				       json_string_length(text), flags, NULL);
		json_decref(text);
		return v;
	}
	const char *open = script.n ? memchr(script.s, '{', script.n) : NULL;
	if (!open)
		return NULL;
	const char *before = open;
	while (before > script.s && (before[-1] == ' ' || before[-1] == '\n'))
		before--;
	if (script.s[0] == '[')
		open = script.s;
	else if (before != script.s && before[-1] != '=')
		return NULL;
	script = from(script, open);
	return json_loadb(script.s, script.n, flags, NULL);
}

static bool next_script(struct sr_str *html, struct sr_str *script)
{
	const char *open = html->n ? find(*html, "<script") : NULL;

	if (!open)
		return false;
	*html = from(*html, open);
	const char *in = memchr(html->s, '>', html->n);
	const char *end = in ? find(from(*html, in), "</script") : NULL;
	if (!end)
		return false;
	*script = (struct sr_str){ in + 1, (size_t)(end - in - 1) };
	*html = from(*html, end);
	return true;
}

struct sr_str sr_page_state(struct sr_page *page, struct sr_str html)
{
	struct state s = { .page = page };
	struct sr_str script, text = { NULL, 0 };
	json_t *kept = NULL;

	for (unsigned i = 0; i < MOST_SCRIPTS && next_script(&html, &script);
	     i++) {
		uint32_t before = s.words;
		json_t *v = script.n > FEWEST * 4 ? value_of(script) : NULL;
		if (v)
			walk(&s, v, NULL, 0);
		if (s.words > before) {
			json_decref(kept);
			kept = v;
		} else {
			json_decref(v);
		}
	}
	if (kept)
		text = written(&s);
	json_decref(kept);
	return page->mem->full ? (struct sr_str){ NULL, 0 } : text;
}
