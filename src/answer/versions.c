#include "answer/versions.h"

#include <stdio.h>

#include "base/compiler.h"
#include "views/wording.h"

static const struct sr_view_column VERSIONS[] = {
	{ "url", "page", SR_CUT },	 { "at", "fetched", SR_LEFT },
	{ "change", "change", SR_LEFT }, { "type", "type", SR_LEFT },
	{ "place", "place", SR_LEFT },	 { "before", "before", SR_LEFT },
	{ "after", "after", SR_LEFT },	 { "words", "words", SR_WRAP },
	{ "claim", NULL, SR_LEFT },	 { "report", NULL, SR_LEFT },
	{ "replaces", NULL, SR_LEFT },
};

/* Claims of one version, and which of them have found their like. */
struct version {
	const struct sr_version *v;
	struct sr_records all;
	bool *paired;
};

struct writer {
	struct sr_ask *ask;
	struct sr_rows *rows;
	const struct version *old, *new;
	size_t nrow;
};

static bool same_party(bool has, const struct sr_party_slot *a, bool other,
		       const struct sr_party_slot *b)
{
	return has == other && (!has || sr_str_equal(a->name, b->name));
}

static bool same_place(const struct sr_claim *a, const struct sr_claim *b)
{
	return a->has_place == b->has_place &&
	       (!a->has_place || (a->place.id == b->place.id &&
				  sr_str_equal(a->place.name, b->place.name)));
}

static bool same_count(const struct sr_claim *a, const struct sr_claim *b)
{
	return a->has_count == b->has_count &&
	       (!a->has_count ||
		(a->count.low == b->count.low && a->count.high == b->count.high));
}

/* Of one happening, as far as a version of the same text can tell. */
static bool is_like(const struct sr_claim *a, const struct sr_claim *b)
{
	return a->type == b->type && same_place(a, b) &&
	       sr_str_equal(a->unit, b->unit) &&
	       sr_str_equal(a->disposition, b->disposition);
}

static bool is_equal(const struct sr_claim *a, const struct sr_claim *b)
{
	return is_like(a, b) && a->status == b->status && same_count(a, b) &&
	       a->days.from == b->days.from && a->days.to == b->days.to &&
	       same_party(a->has_actor, &a->actor, b->has_actor, &b->actor) &&
	       same_party(a->has_target, &a->target, b->has_target,
			  &b->target);
}

/* A copy of the word: rows borrow what they are given. */
static void put_word(struct sr_rows *rows, const char *word)
{
	if (word[0])
		sr_cell_format(rows, "%s", word);
	else
		sr_cell_none(rows);
}

static void put(struct writer *w, const char *change,
		const struct sr_record *before, const struct sr_record *after)
{
	const struct sr_record *any = after ? after : before;
	char was[SR_WORDING] = "", is[SR_WORDING] = "";

	w->nrow++;
	sr_cell_text(w->rows, w->new->v->url);
	sr_cell_text(w->rows, w->new->v->at);
	sr_cell_text(w->rows, sr_str_of(change));
	if (any) {
		sr_cell_text(w->rows, sr_str_of(sr_claim_type(&any->claim)));
		sr_cell_text(w->rows, any->claim.place.name);
	} else {
		sr_cell_none(w->rows);
		sr_cell_none(w->rows);
	}
	bool status = strcmp(change, "status") == 0;
	if (before && status)
		snprintf(was, sizeof(was), "%s",
			 sr_claim_status(&before->claim));
	else if (before)
		sr_count_text(&before->claim, was);
	if (after && status)
		snprintf(is, sizeof(is), "%s", sr_claim_status(&after->claim));
	else if (after)
		sr_count_text(&after->claim, is);
	put_word(w->rows, was);
	put_word(w->rows, is);
	sr_cell_text(w->rows, any ? any->words : sr_str_of(""));
	sr_cell_text(w->rows, any ? any->key : sr_str_of(""));
	sr_cell_text(w->rows, w->new->v->sha256);
	sr_cell_text(w->rows, w->old->v->sha256);
}

/* Marks those that have a like one in the other version; says what differs. */
static void pair(struct writer *w, bool equal)
{
	const struct version *a = w->old, *b = w->new;

	for (size_t i = 0; i < a->all.claims.nitem; i++) {
		const struct sr_record *x = &a->all.claims.items[i];
		for (size_t j = 0; j < b->all.claims.nitem && !a->paired[i];
		     j++) {
			const struct sr_record *y = &b->all.claims.items[j];
			if (b->paired[j] ||
			    !(equal ? is_equal(&x->claim, &y->claim)
				    : is_like(&x->claim, &y->claim)))
				continue;
			a->paired[i] = b->paired[j] = true;
			if (!same_count(&x->claim, &y->claim))
				put(w, "figure", x, y);
			else if (x->claim.status != y->claim.status)
				put(w, "status", x, y);
			else if (!equal)
				put(w, "details", x, y);
		}
	}
}

static void compare(struct writer *w)
{
	size_t before = w->nrow;

	memset(w->old->paired, 0, w->old->all.claims.nitem);
	memset(w->new->paired, 0, w->new->all.claims.nitem);
	pair(w, true);
	pair(w, false);
	for (size_t i = 0; i < w->old->all.claims.nitem; i++)
		if (!w->old->paired[i])
			put(w, "gone", &w->old->all.claims.items[i], NULL);
	for (size_t i = 0; i < w->new->all.claims.nitem; i++)
		if (!w->new->paired[i])
			put(w, "new", NULL, &w->new->all.claims.items[i]);
	if (w->nrow == before)
		put(w, "no claim", NULL, NULL);
}

/* The claims of the reading of a version that stands, or stood. */
static enum sr_code load(struct sr_ask *ask, const struct sr_version *v,
			 struct version *out)
{
	struct sr_filter filter = SR_FILTER;
	struct sr_records all = { 0 };

	*out = (struct version){ .v = v };
	filter.report = v->report;
	filter.every_reading = true;
	enum sr_code code = sr_ledger_claims(ask->ledger, &filter, &ask->mem,
					     &all, &ask->err);
	out->all = all;
	out->paired = SR_NEW(&ask->mem, bool, all.claims.nitem + 1);
	return code || out->paired ? code : sr_fail_nomem(&ask->err, "answer");
}

enum sr_code sr_versions_rows(struct sr_ask *ask, struct sr_rows *rows)
{
	struct sr_versions list = { 0 };
	struct version old = { .v = NULL }, new;
	struct writer w = { .ask = ask, .rows = rows };
	enum sr_code code =
		sr_ledger_versions(ask->ledger, &ask->mem, &list, &ask->err);

	*rows = sr_ask_rows(ask, VERSIONS, SR_LEN(VERSIONS));
	w.old = &old;
	w.new = &new;
	for (size_t i = 0; !code && i < list.items.nitem; i++) {
		const struct sr_version *v = &list.items.items[i];
		code = load(ask, v, &new);
		if (!code && old.v && sr_str_equal(old.v->url, v->url))
			compare(&w);
		old = new;
	}
	return code;
}
