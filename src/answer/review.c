/* Decisions: what an id means, and what each verb makes of some. */
#include "answer/review.h"

#include "model/claim_key.h"

#define LEAST_ID 4

static enum sr_code usage(struct sr_ask *a, const char *where, const char *what)
{
	return sr_fail(&a->err, SR_USAGE, where, "%s", what);
}

/* 1. Finding what an id means */

static bool is_hex(const char *s, size_t least, size_t most)
{
	size_t n = strlen(s);

	return n >= least && n <= most && strspn(s, "0123456789abcdef") == n;
}

/* The claim of that id: of those that stand, then of all that ever stood. */
enum sr_code sr_find_claim(struct sr_ask *a, const char *id,
			   struct sr_records *out)
{
	struct sr_filter f = SR_FILTER;
	enum sr_code code = SR_OK;

	if (!is_hex(id, LEAST_ID, SR_KEY - 1))
		return usage(a, id,
			     "no id of a claim; expected 4 to 16 hex "
			     "digits, as 'sitrep claims' shows them");
	f.key = sr_str_of(id);
	f.rejected = true;
	code = sr_ledger_claims(a->ledger, &f, &a->mem, out, &a->err);
	f.every_reading = true;
	if (!code && !out->claims.nitem)
		code = sr_ledger_claims(a->ledger, &f, &a->mem, out, &a->err);
	if (code)
		return code;
	const struct sr_record *c = out->claims.items;
	size_t n = out->claims.nitem;
	if (!n)
		return sr_fail(&a->err, SR_REFUSED, id, "no claim has that id");
	if (!sr_str_equal(c[0].key, c[n - 1].key))
		return sr_fail(&a->err, SR_USAGE, id,
			       "begins the ids of several claims; expected "
			       "more digits");
	return SR_OK;
}

/* Adds the claim of an id to a decision; gives its record. */
static enum sr_code add_claim(struct sr_ask *ask, const char *id, uint8_t part,
			      struct sr_decision *d,
			      const struct sr_record **record)
{
	struct sr_records *found = SR_NEW(&ask->mem, struct sr_records, 1);
	struct sr_anchor *a = SR_PUSH(&ask->mem, &d->claims);

	if (!found || !a)
		return sr_fail_nomem(&ask->err, "review");
	enum sr_code code = sr_find_claim(ask, id, found);
	if (code)
		return code;
	const struct sr_record *c = &found->claims.items[0];
	code = sr_ledger_anchor(ask->ledger, found, c, &ask->mem, a, &ask->err);
	a->part = part;
	a->words = c->words;
	if (record)
		*record = c;
	return code;
}

/* 2. Making decisions */

static enum sr_code keep(struct sr_deciding *by, struct sr_decision *d)
{
	struct sr_ask *a = by->ask;
	bool fresh;

	d->who = by->who;
	d->at = sr_str_of(by->now);
	d->why = by->why;
	enum sr_code code = sr_ledger_nth(a->ledger, d->at, &d->nth, &a->err);
	if (!code)
		code = sr_ledger_decide(a->ledger, d, by->now, &fresh, &a->err);
	if (!code)
		code = sr_ledger_flush(a->ledger, &a->err);
	if (code)
		return code;
	struct sr_decision *made = SR_PUSH(&a->mem, &by->made);
	if (!made)
		return sr_fail_nomem(&a->err, "review");
	*made = *d;
	return SR_OK;
}

/* accept, reject: each claim is a decision of its own. */
static enum sr_code each_claim(struct sr_deciding *by,
			       const struct sr_to_decide *what)
{
	enum sr_code code = SR_OK;

	for (size_t i = 0; !code && i < what->nid; i++) {
		struct sr_decision d = { .verb = (uint8_t)what->verb };
		code = add_claim(by->ask, what->id[i], 0, &d, NULL);
		if (!code)
			code = keep(by, &d);
	}
	return code;
}

static enum sr_code correct(struct sr_deciding *by,
			    const struct sr_to_decide *what)
{
	struct sr_decision d = { .verb = SR_VERB_CORRECT };
	const struct sr_record *was = NULL;

	if (what->nid != 1 || !what->nset)
		return usage(by->ask, "correct",
			     "takes one claim, and --set for "
			     "each thing that is to be put right");
	enum sr_code code = add_claim(by->ask, what->id[0], 0, &d, &was);
	for (size_t i = 0; !code && i < what->nset; i++)
		code = sr_review_set(by, what->set[i], &was->claim, &d);
	return code ? code : keep(by, &d);
}

static bool has_claim(const struct sr_decision *d, struct sr_str key)
{
	for (size_t i = 0; i < d->claims.nitem; i++)
		if (sr_str_equal(d->claims.items[i].key, key))
			return true;
	return false;
}

/* An incident stands for all of its claims that the decision does not name. */
static enum sr_code add_incident(struct sr_ask *a, const char *id, uint8_t part,
				 struct sr_decision *d)
{
	struct sr_keys keys = { .items = { 0 } };
	enum sr_code code = sr_ledger_incident_keys(a->ledger, sr_str_of(id),
						    &a->mem, &keys, &a->err);

	if (!code && !keys.items.nitem)
		code = sr_fail(&a->err, SR_REFUSED, id,
			       "no incident has that id; expected 'i' and 12 "
			       "hex digits, as 'sitrep incidents' shows them");
	for (size_t i = 0; !code && i < keys.items.nitem; i++)
		if (!has_claim(d, keys.items.items[i]))
			code = add_claim(a, keys.items.items[i].s, part, d,
					 NULL);
	return code;
}

static enum sr_code add_ids(struct sr_ask *a, const char *const *id, size_t n,
			    uint8_t part, struct sr_decision *d)
{
	enum sr_code code = SR_OK;

	for (size_t i = 0; !code && i < n; i++)
		code = id[i][0] == 'i' ? add_incident(a, id[i], part, d)
				       : add_claim(a, id[i], part, d, NULL);
	return code;
}

/* merge A B ..., split A ... from B ... */
static enum sr_code link(struct sr_deciding *by,
			 const struct sr_to_decide *what)
{
	struct sr_decision d = { .verb = (uint8_t)what->verb };
	enum sr_code code = add_ids(by->ask, what->id, what->nid, 0, &d);

	if (!code && what->verb == SR_VERB_SPLIT && !what->from)
		code = usage(by->ask, "split",
			     "needs 'from' between the claims that "
			     "are held apart");
	if (!code)
		code = add_ids(by->ask, what->from, what->nfrom, 1, &d);
	return code ? code : keep(by, &d);
}

static const struct sr_decision *find_decision(const struct sr_decisions *all,
					       const char *id, size_t *n)
{
	const struct sr_decision *found = NULL;

	*n = 0;
	for (size_t i = 0; i < all->items.nitem; i++)
		if (strncmp(all->items.items[i].id, id, strlen(id)) == 0) {
			found = &all->items.items[i];
			++*n;
		}
	return found;
}

static enum sr_code check_undo(struct sr_ask *a, const char *id,
			       const struct sr_decision *was, size_t n)
{
	if (id[0] != 'd' || !is_hex(id + 1, 3, SR_DECISION_ID - 2))
		return usage(a, id,
			     "no id of a decision; expected 'd' and hex "
			     "digits, as 'sitrep review list' shows them");
	if (n != 1)
		return sr_fail(&a->err, n ? SR_USAGE : SR_REFUSED, id,
			       n ? "begins several ids; expected more digits"
				 : "no decision has that id");
	if (was->verb == SR_VERB_UNDO)
		return usage(a, id, "undoes another one: decide anew instead");
	if (was->undone.n)
		return sr_fail(&a->err, SR_REFUSED, id,
			       "is undone already, by %.*s", (int)was->undone.n,
			       was->undone.s);
	return SR_OK;
}

static enum sr_code undo(struct sr_deciding *by,
			 const struct sr_to_decide *what)
{
	struct sr_ask *a = by->ask;
	struct sr_decisions all = { .items = { 0 } };
	enum sr_code code =
		sr_ledger_decisions(a->ledger, &a->mem, &all, &a->err);

	for (size_t i = 0; !code && i < what->nid; i++) {
		struct sr_decision d = { .verb = SR_VERB_UNDO };
		size_t n = 0;
		const struct sr_decision *was =
			find_decision(&all, what->id[i], &n);
		code = check_undo(a, what->id[i], was, n);
		if (code)
			break;
		d.undoes = sr_str_of(was->id);
		code = keep(by, &d);
	}
	return code;
}

enum sr_code sr_decide_check(const struct sr_to_decide *what,
			     struct sr_err *err)
{
	if (!what->nid && !what->from)
		return sr_fail(err, SR_USAGE, sr_verb_name(what->verb),
			       "needs an ID");
	if (what->verb != SR_VERB_CORRECT && what->nset)
		return sr_fail(err, SR_USAGE, "--set",
			       "is only for 'review correct'");
	return SR_OK;
}

enum sr_code sr_decide(struct sr_deciding *by, const struct sr_to_decide *what)
{
	enum sr_code code = sr_decide_check(what, &by->ask->err);

	if (code)
		return code;
	if (what->verb == SR_VERB_CORRECT)
		return correct(by, what);
	if (what->verb == SR_VERB_UNDO)
		return undo(by, what);
	return what->verb <= SR_VERB_REJECT ? each_claim(by, what)
					    : link(by, what);
}
