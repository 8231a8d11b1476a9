#include "views/decisions_json.h"

#include <jansson.h>
#include <stdio.h>

#include "base/limits.h"
#include "ledger/decision.h"
#include "views/claims_json.h"
#include "views/claims_read.h"

static void key_text(struct sr_json *out, const char *key, struct sr_str s)
{
	sr_json_key(out, key);
	sr_json_str(out, s);
}

static void key_int(struct sr_json *out, const char *key, int64_t v)
{
	sr_json_key(out, key);
	sr_json_int(out, v);
}

static void put_claim(const struct sr_decision *d, const struct sr_anchor *a,
		      struct sr_json *out)
{
	sr_json_open(out, '{');
	key_text(out, "report", a->sha256);
	key_text(out, "claim", a->key);
	key_text(out, "type", a->type);
	key_int(out, "from", a->evidence.from);
	key_int(out, "to", a->evidence.to);
	if (d->verb == SR_VERB_SPLIT)
		key_int(out, "part", a->part);
	sr_json_close(out, '}');
}

void sr_decision_json(const struct sr_decision *d, struct sr_json *out)
{
	sr_json_open(out, '{');
	key_text(out, "decision", sr_str_of(d->id));
	key_text(out, "verb", sr_str_of(sr_verb_name(d->verb)));
	key_text(out, "who", d->who);
	key_text(out, "at", d->at);
	key_int(out, "nth", d->nth);
	if (d->why.n)
		key_text(out, "why", d->why);
	if (d->undoes.n)
		key_text(out, "undoes", d->undoes);
	if (d->claims.nitem) {
		sr_json_key(out, "claims");
		sr_json_open(out, '[');
		for (size_t i = 0; i < d->claims.nitem; i++)
			put_claim(d, &d->claims.items[i], out);
		sr_json_close(out, ']');
	}
	if (d->sets) {
		sr_json_key(out, "set");
		sr_claim_json_slots(&d->slots, d->sets, out);
	}
	sr_json_close(out, '}');
}

/* Back */

static struct sr_str text_of(json_t *object, const char *key,
			     struct sr_arena *mem)
{
	json_t *v = json_object_get(object, key);
	size_t n = json_is_string(v) ? json_string_length(v) : 0;
	const char *s = n ? sr_arena_copy(mem, json_string_value(v), n) : NULL;

	return (struct sr_str){ s, s ? n : 0 };
}

static uint32_t offset_of(json_t *object, const char *key)
{
	json_int_t v = json_integer_value(json_object_get(object, key));

	return v < 0 || v > UINT32_MAX ? 0 : (uint32_t)v;
}

static bool read_claims(json_t *list, struct sr_arena *mem,
			struct sr_decision *d)
{
	size_t n = json_array_size(list);

	for (size_t i = 0; i < n && i <= SR_MAX_DECISION_CLAIMS; i++) {
		json_t *v = json_array_get(list, i);
		struct sr_anchor *a = SR_PUSH(mem, &d->claims);
		if (!a)
			return false;
		a->sha256 = text_of(v, "report", mem);
		a->key = text_of(v, "claim", mem);
		a->type = text_of(v, "type", mem);
		a->evidence.from = offset_of(v, "from");
		a->evidence.to = offset_of(v, "to");
		a->part = json_integer_value(json_object_get(v, "part")) == 1;
	}
	return true;
}

static enum sr_code read_all(json_t *v, const char *where, struct sr_arena *mem,
			     struct sr_decision *d, struct sr_err *err)
{
	json_t *set = json_object_get(v, "set");

	d->verb = (uint8_t)sr_verb_of(text_of(v, "verb", mem));
	d->who = text_of(v, "who", mem);
	d->at = text_of(v, "at", mem);
	d->nth = json_integer_value(json_object_get(v, "nth"));
	d->why = text_of(v, "why", mem);
	d->undoes = text_of(v, "undoes", mem);
	if (!read_claims(json_object_get(v, "claims"), mem, d))
		return sr_fail_nomem(err, where);
	if (!set)
		return SR_OK;
	struct sr_err why = { 0 };
	d->sets = sr_claim_slots_read(set, where, mem, &d->slots, &why);
	if (why.code)
		return sr_fail(err, why.code, where, "%s", why.text);
	return SR_OK;
}

enum sr_code sr_decision_read(struct sr_str line, const char *where,
			      struct sr_arena *mem, struct sr_decision *out,
			      struct sr_str *id, struct sr_err *err)
{
	json_error_t why;

	*out = (struct sr_decision){ .nth = 0 };
	if (line.n > SR_MAX_CLAIM_LINE)
		return sr_fail(err, SR_LIMIT, where,
			       "a line of more than %u bytes",
			       SR_MAX_CLAIM_LINE);
	json_t *v = json_loadb(line.s, line.n, JSON_REJECT_DUPLICATES, &why);
	if (!json_is_object(v)) {
		sr_fail(err, SR_REFUSED, where,
			"expected a decision as a JSON object%s%s",
			v ? "" : ": ", v ? "" : why.text);
		json_decref(v);
		return SR_REFUSED;
	}
	*id = text_of(v, "decision", mem);
	enum sr_code code = read_all(v, where, mem, out, err);
	json_decref(v);
	if (!code && mem->full)
		code = sr_fail_nomem(err, where);
	return code;
}
