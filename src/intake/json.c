/* JSON: objects one after the other (JSON Lines), a list of them, an object
 * that holds a list (JSON Feed, exports of channels, answers of services). The
 * values are cut out of the stream by their brackets, one at a time, and parsed
 * by jansson. A line that is broken is given as an error and the next one read. Of
 * an object that is too large to be held, an export of years, the elements of its
 * lists are read one by one. */
#include <jansson.h>
#include <math.h>
#include <stdio.h>

#include "base/compiler.h"
#include "base/limits.h"
#include "base/str.h"
#include "intake/json_head.h"
#include "intake/map.h"
#include "intake/open.h"

#define WRAPPED 3u /* objects around what is a report */

struct json {
	const struct sr_within *w;
	struct sr_arena mem; /* of the object */
	struct sr_arena own; /* of an export: its name */
	struct sr_str publisher;
	size_t n;
	bool list;  /* within [ ] */
	bool lines; /* a value a line: a line's end ends a broken one */
};

/* Cutting */

struct cut {
	size_t at, depth;
	bool string, escape, ended, broken;
};

/* One character of a string. */
static void in_string(struct cut *c, char ch)
{
	if (ch == '\n')
		c->broken = true;
	else if (c->escape)
		c->escape = false;
	else if (ch == '\\')
		c->escape = true;
	else if (ch == '"')
		c->string = false;
}

/* Goes on through w; stops behind the value's end or where it breaks. */
static void scan(struct cut *c, struct sr_str w, bool lines)
{
	while (c->at < w.n && !c->ended && !c->broken) {
		char ch = w.s[c->at++];
		if (c->string)
			in_string(c, ch);
		else if (ch == '"')
			c->string = true;
		else if (ch == '{' || ch == '[')
			c->depth++;
		else if (ch == '}' || ch == ']')
			c->ended = --c->depth == 0;
		else if (ch == '\n' && lines)
			c->broken = true;
	}
}

/* The next value's bytes; *c says whether they are whole. */
static struct sr_str next_value(const struct json *j, struct sr_stream *s,
				struct cut *c)
{
	struct sr_str w = sr_stream_peek(s, 1);

	*c = (struct cut){ 0 };
	for (;;) {
		scan(c, w, j->lines);
		if (c->ended || c->broken || w.n > SR_MAX_JSON)
			break;
		size_t had = w.n;
		w = sr_stream_peek(s, had + 1);
		if (w.n == had)
			break;
	}
	return (struct sr_str){ w.s, c->at };
}

/* Objects */

static struct sr_str copy(struct json *j, const char *s, size_t n)
{
	char *p = sr_arena_copy(&j->mem, s, n);

	return (struct sr_str){ p, p ? n : 0 };
}

/* The strings of a list, those of its objects' "text" too. */
static struct sr_str joined(struct json *j, const json_t *list)
{
	size_t room = 0, n = 0, i;
	const json_t *v;
	bool mixed = false;

	json_array_foreach(list, i, v) {
		mixed = mixed || json_is_object(v);
		const json_t *t = json_is_object(v)
					  ? json_object_get(v, "text")
					  : v;
		room += json_is_string(t) ? json_string_length(t) + 2 : 0;
	}
	char *out = sr_arena_raw(&j->mem, room + 1, 1);
	if (!out)
		return (struct sr_str){ NULL, 0 };
	json_array_foreach(list, i, v) {
		const json_t *t = json_is_object(v)
					  ? json_object_get(v, "text")
					  : v;
		if (!json_is_string(t))
			continue;
		if (n && !mixed) {
			memcpy(out + n, "\n\n", 2);
			n += 2;
		}
		memcpy(out + n, json_string_value(t), json_string_length(t));
		n += json_string_length(t);
	}
	return (struct sr_str){ out, n };
}

/* The words of a value; *html when its key says that they are markup. */
static struct sr_str value_of(struct json *j, enum sr_name field,
			      const json_t *v, bool *html)
{
	static const char *const INNER[] = {
		"rendered", "name",	   "text",	  "value",    "$date",
		"@id",	    "main",	   "title",	  "original", "created",
		"published", "display_name", "displayName",
	};
	char number[32];

	*html = false;
	for (size_t i = 0; json_is_object(v) && i < SR_LEN(INNER); i++) {
		const json_t *in = json_object_get(v, INNER[i]);
		if (in) {
			*html = i == 0;
			v = in;
		}
	}
	if (json_is_array(v)) {
		if (field == SR_NAME_TEXT)
			return joined(j, v);
		v = json_array_get(v, 0);
		if (json_is_object(v))
			v = json_object_get(v, "name");
	}
	if (json_is_string(v))
		return copy(j, json_string_value(v), json_string_length(v));
	/* A moment in seconds may have a fraction, which says nothing here. */
	if (json_is_number(v) && fabs(json_number_value(v)) < 9e15) {
		int n = snprintf(number, sizeof(number), "%.0f",
				 trunc(json_number_value(v)));
		return copy(j, number, (size_t)n);
	}
	return (struct sr_str){ NULL, 0 };
}

static void take_object(struct json *j, json_t *o, struct sr_named *named)
{
	const char *key;
	json_t *v;

	json_object_foreach(o, key, v) {
		unsigned rank = 0;
		bool html;
		enum sr_name f = sr_map_find(j->w->in->kit, j->w->in->map,
					     sr_str_of(key), &rank);
		/* "_source" is what a search engine wraps, no name. */
		if (f == SR_NAME_COUNT || (key[0] == '_' && json_is_object(v)))
			continue;
		struct sr_str words = value_of(j, f, v, &html);
		if (html && f == SR_NAME_TEXT)
			f = SR_NAME_HTML;
		sr_named_put(named, f, rank, words);
	}
}

static bool has_text(const struct sr_named *named)
{
	return named->rank[SR_NAME_TEXT] || named->rank[SR_NAME_HTML];
}

/* What the objects `depth` below have. */
static void take_below(struct json *j, json_t *o, unsigned depth,
		       struct sr_named *named)
{
	const char *key;
	json_t *v;

	json_object_foreach(o, key, v) {
		if (!json_is_object(v))
			continue;
		if (depth == 1)
			take_object(j, v, named);
		else
			take_below(j, v, depth - 1, named);
	}
}

/* Beside an object's own fields, where it has no text, those of what a search
 * engine or a service wraps in an object of its own. */
static void take_within(struct json *j, json_t *o, struct sr_named *named)
{
	for (unsigned depth = 1; depth <= WRAPPED && !has_text(named); depth++)
		take_below(j, o, depth, named);
}

static void take_wrapped(struct json *j, json_t *o, struct sr_named *named)
{
	take_object(j, o, named);
	take_within(j, o, named);
}

/* An object as a report, of which all fields were taken. */
static bool give_object(struct json *j, struct sr_named *named,
			struct sr_str bytes)
{
	sr_named_put(named, SR_NAME_PUBLISHER, UINT32_MAX, j->publisher);
	bool go_on = j->mem.full
			     ? sr_give_error(j->w, ++j->n, SR_LIMIT,
					     "an object larger than "
					     "SR_MAX_PAGE allows")
			     : sr_give_named(j->w, bytes, named, ++j->n);
	sr_arena_reset(&j->mem);
	return go_on;
}

struct best {
	json_t *list;
	size_t worth;
};

/* What lists are worth above their length. */
#define HAS_TITLES (SIZE_MAX / 4)
#define HAS_TEXTS (SIZE_MAX / 2)

static void find_list(struct json *j, json_t *o, unsigned depth,
		      struct best *best);

/* Does an object without a text hold a list of reports, as a channel does in an
 * export of several? Reports have a day, an address or an id. */
static bool holds_reports(struct json *j, json_t *o, struct best *best)
{
	struct sr_named named = { .rank = { 0 } };

	*best = (struct best){ NULL, 0 };
	find_list(j, o, 0, best);
	if (best->worth < HAS_TEXTS)
		return false;
	take_wrapped(j, json_array_get(best->list, 0), &named);
	return named.rank[SR_NAME_PUBLISHED] || named.rank[SR_NAME_URL] ||
	       named.rank[SR_NAME_ID];
}

/* A list of objects, the longer the better, by what the first of them has. */
static void weigh_list(struct json *j, json_t *list, bool deep,
		       struct best *best)
{
	struct sr_named named = { .rank = { 0 } };
	json_t *first = json_array_get(list, 0);
	size_t worth = json_array_size(list);
	struct best within;

	if (!json_is_object(first))
		return;
	take_wrapped(j, first, &named);
	if (has_text(&named) || (deep && holds_reports(j, first, &within)))
		worth += HAS_TEXTS;
	else if (named.rank[SR_NAME_TITLE])
		worth += HAS_TITLES;
	if (worth > best->worth)
		*best = (struct best){ list, worth };
}

/* A feed's items, as deep as services wrap them; below, those with words. */
static void find_list(struct json *j, json_t *o, unsigned depth,
		      struct best *best)
{
	struct best below = { NULL, 0 };
	const char *key;
	json_t *v;

	json_object_foreach(o, key, v)
		if (json_is_array(v))
			weigh_list(j, v, depth > 0, best);
	json_object_foreach(o, key, v)
		if (json_is_object(v) && depth)
			find_list(j, v, depth - 1, &below);
	if (below.worth >= HAS_TITLES && below.worth > best->worth)
		*best = below;
}

static bool give_list(struct json *j, json_t *list, struct sr_str title,
		      unsigned depth);

static bool give_element(struct json *j, json_t *v, unsigned depth)
{
	struct sr_named named = { .rank = { 0 } };
	struct best best;

	if (!json_is_object(v))
		return sr_give_error(j->w, ++j->n, SR_REFUSED,
				     "not an object of JSON");
	take_object(j, v, &named);
	if (!has_text(&named) && depth && holds_reports(j, v, &best))
		return give_list(j, best.list, named.value[SR_NAME_TITLE],
				 depth - 1);
	take_within(j, v, &named);
	char *text = json_dumps(v, JSON_COMPACT);
	bool go_on = text ? give_object(j, &named, sr_str_of(text))
			  : sr_give_error(j->w, ++j->n, SR_NOMEM,
					  "no memory for an object");
	free(text);
	return go_on;
}

/* The elements of a list, which are of the outlet that its title names. */
static bool give_list(struct json *j, json_t *list, struct sr_str title,
		      unsigned depth)
{
	struct sr_str before = j->publisher;
	struct sr_arena own;
	bool go_on = true;
	json_t *in;
	size_t i;

	sr_arena_init(&own, 4096);
	if (title.n && title.n < 256) {
		const char *s = sr_arena_copy(&own, title.s, title.n);
		j->publisher = (struct sr_str){ s, s ? title.n : 0 };
	}
	sr_arena_reset(&j->mem);
	json_array_foreach(list, i, in) {
		go_on = give_element(j, in, depth);
		if (!go_on)
			break;
	}
	sr_arena_release(&own);
	j->publisher = before;
	return go_on;
}

/* A feed, or one report. */
static bool give_value(struct json *j, json_t *v, struct sr_str bytes)
{
	struct sr_named named = { .rank = { 0 } };
	struct best best = { NULL, 0 };

	take_object(j, v, &named);
	if (has_text(&named))
		return give_object(j, &named, bytes);
	struct sr_str title = named.value[SR_NAME_TITLE];
	take_within(j, v, &named);
	find_list(j, v, has_text(&named) ? 0 : WRAPPED, &best);
	return best.list ? give_list(j, best.list, title, 1)
			 : give_object(j, &named, bytes);
}

static bool give_bytes(struct json *j, struct sr_str bytes,
		       const struct cut *c)
{
	json_error_t error;
	char why[200];

	json_t *v = json_loadb(bytes.s, bytes.n, 0, &error);
	if (!v || !c->ended || !json_is_object(v)) {
		snprintf(why, sizeof(why), "not an object of JSON: %.150s",
			 v ? "another value" : error.text);
		json_decref(v);
		return sr_give_error(j->w, ++j->n, SR_REFUSED, why);
	}
	bool go_on = give_value(j, v, bytes);
	json_decref(v);
	return go_on;
}

/* Into an object larger than SR_MAX_JSON: how many bytes to go on to the first
 * element of its first list. What comes is of the outlet that its head names. */
static size_t enter(struct json *j, struct sr_str bytes)
{
	struct sr_named named = { .rank = { 0 } };
	struct sr_str head;
	size_t n = sr_json_head(&j->mem, bytes, &head);
	json_t *v = n ? json_loadb(head.s, head.n, 0, NULL) : NULL;

	if (json_is_object(v))
		take_object(j, v, &named);
	json_decref(v);
	if (n && named.value[SR_NAME_TITLE].n) {
		sr_arena_reset(&j->own);
		j->publisher = sr_arena_str(&j->own,
					    named.value[SR_NAME_TITLE]);
	}
	sr_arena_reset(&j->mem);
	j->list = true;
	return n;
}

/* One value; how many bytes it was. */
static size_t take_value(struct json *j, struct sr_stream *s, bool *go_on)
{
	struct cut c;
	struct sr_str bytes = next_value(j, s, &c);
	size_t n = bytes.n > SR_MAX_JSON ? enter(j, bytes) : 0;

	if (n)
		return n;
	if (c.ended && j->n == 0 && !j->list && !memchr(bytes.s, '\n', bytes.n))
		j->lines = true;
	if (bytes.n > SR_MAX_JSON)
		*go_on = sr_give_error(j->w, ++j->n, SR_LIMIT,
				       "a value larger than SR_MAX_JSON");
	else
		*go_on = give_bytes(j, bytes, &c);
	return bytes.n;
}

/* Moves to the next value; false at the end. */
static bool to_value(struct json *j, struct sr_stream *s)
{
	struct sr_str w;

	while ((w = sr_stream_peek(s, 1)).n) {
		size_t n = 0;
		while (n < w.n && w.s[n] != '{') {
			j->list = j->list || w.s[n] == '[';
			n++;
		}
		sr_stream_skip(s, n);
		if (n < w.n)
			return true;
	}
	return false;
}

bool sr_open_json(const struct sr_within *w, struct sr_stream *s)
{
	struct json j = { .w = w, .publisher = w->given.publisher };
	bool go_on = true;

	sr_arena_init(&j.mem, (size_t)SR_MAX_PAGE * 4);
	sr_arena_init(&j.own, (size_t)SR_MAX_JSON_HEAD * 2);
	while (go_on && to_value(&j, s)) {
		/* Bytes lie in the stream until it is moved. */
		size_t n = take_value(&j, s, &go_on);
		sr_stream_skip(s, n ? n : 1);
	}
	go_on = go_on && sr_give_fault(w, s, j.n + 1);
	sr_arena_release(&j.own);
	sr_arena_release(&j.mem);
	return go_on;
}
