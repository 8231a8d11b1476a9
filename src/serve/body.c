#include "serve/body.h"

#include <jansson.h>

#include "base/compiler.h"
#include "base/limits.h"

struct reader {
	json_t *root;
	struct sr_arena *mem;
	struct sr_review_body *out;
	struct sr_err *err;
};

static enum sr_code usage(struct reader *r, const char *where, const char *what)
{
	return sr_fail(r->err, SR_USAGE, where, "%s", what);
}

/* A string's copy; empty for what is none. */
static struct sr_str copy(struct reader *r, json_t *v)
{
	size_t n = json_is_string(v) ? json_string_length(v) : 0;
	const char *s = n ? sr_arena_copy(r->mem, json_string_value(v), n) : "";

	return (struct sr_str){ s, s ? n : 0 };
}

/* An array of strings; *list stays NULL where there is none. */
static enum sr_code take_list(struct reader *r, const char *key,
			      const char *const **list, size_t *n)
{
	json_t *v = json_object_get(r->root, key);
	size_t size = json_array_size(v);

	if (!v || json_is_null(v))
		return SR_OK;
	if (!json_is_array(v) || size > SR_MAX_DECISION_CLAIMS)
		return usage(r, key, "expected an array of at most 1,000 ids");
	const char **items = SR_NEW(r->mem, const char *, size + 1);
	for (size_t i = 0; items && i < size; i++) {
		struct sr_str id = copy(r, json_array_get(v, i));
		if (!id.n && id.s)
			return usage(r, key, "expected ids as strings");
		items[i] = id.s;
	}
	if (!items || r->mem->full)
		return sr_fail_nomem(r->err, "review");
	*list = items;
	*n = size;
	return SR_OK;
}

/* {"place":"near Sumy"} as "place=near Sumy". */
static enum sr_code take_sets(struct reader *r)
{
	json_t *v = json_object_get(r->root, "set"), *value;
	size_t n = 0, most = json_object_size(v);
	const char **set = SR_NEW(r->mem, const char *, most + 1);
	const char *key;

	if (v && !json_is_null(v) && !json_is_object(v))
		return usage(r, "set", "expected an object of slots");
	json_object_foreach(v, key, value)
	{
		struct sr_str s = { json_string_value(value),
				    json_string_length(value) };
		size_t nkey = strlen(key);
		if (!json_is_string(value))
			return usage(r, key, "expected a string");
		char *text = sr_arena_zero(r->mem, nkey + s.n + 2, 1);
		if (!text || !set)
			return sr_fail_nomem(r->err, "review");
		memcpy(text, key, nkey);
		text[nkey] = '=';
		memcpy(text + nkey + 1, s.s, s.n);
		set[n++] = text;
	}
	r->out->what.set = set;
	r->out->what.nset = n;
	return set ? SR_OK : sr_fail_nomem(r->err, "review");
}

static enum sr_code check_keys(struct reader *r)
{
	static const char *const KEYS[] = { "do",  "ids", "from",
					    "set", "by",  "why" };
	const char *key;
	json_t *value;

	json_object_foreach(r->root, key, value)
	{
		size_t i = 0;
		while (i < SR_LEN(KEYS) && strcmp(key, KEYS[i]) != 0)
			i++;
		if (i == SR_LEN(KEYS))
			return usage(r, key,
				     "no such key; expected do, ids, "
				     "from, set, by, why");
	}
	return SR_OK;
}

static enum sr_code take_all(struct reader *r)
{
	struct sr_review_body *out = r->out;
	struct sr_to_decide *what = &out->what;
	enum sr_code code = SR_OK;

	if (!json_is_object(r->root))
		return usage(r, "review", "expected a JSON object");
	what->verb = sr_verb_of(copy(r, json_object_get(r->root, "do")));
	if (what->verb >= SR_VERB_COUNT)
		return usage(r, "do",
			     "expected accept, reject, correct, "
			     "merge, split or undo");
	out->by = copy(r, json_object_get(r->root, "by"));
	out->why = copy(r, json_object_get(r->root, "why"));
	if (!sr_str_trim(out->by).n)
		return usage(r, "by", "who decides?");
	code = check_keys(r);
	if (!code)
		code = take_list(r, "ids", &what->id, &what->nid);
	if (!code)
		code = take_list(r, "from", &what->from, &what->nfrom);
	if (!code)
		code = take_sets(r);
	return code ? code : sr_decide_check(what, r->err);
}

enum sr_code sr_review_body_read(struct sr_str json, struct sr_arena *mem,
				 struct sr_review_body *out, struct sr_err *err)
{
	struct reader r = { .mem = mem, .out = out, .err = err };
	json_error_t why;
	enum sr_code code;

	*out = (struct sr_review_body){ .what = { .nid = 0 } };
	r.root = json_loadb(json.s ? json.s : "", json.n,
			    JSON_REJECT_DUPLICATES, &why);
	code = r.root ? take_all(&r)
		      : sr_fail(err, SR_USAGE, "review", "no JSON: %.100s",
				why.text);
	json_decref(r.root);
	return code;
}
