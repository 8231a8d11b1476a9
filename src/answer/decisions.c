/* Decisions as rows. */
#include "answer/review.h"
#include "base/compiler.h"
#include "views/wording.h"

static const struct sr_view_column COLUMNS[] = {
	{ "decision", "decision", SR_LEFT },
	{ "at", "at", SR_LEFT },
	{ "who", "who", SR_CUT },
	{ "verb", "what", SR_LEFT },
	{ "claims", NULL, SR_LEFT },
	{ NULL, "claim", SR_LEFT },
	{ "set", "set", SR_WRAP },
	{ "why", "why", SR_WRAP },
	{ "holds", "holds", SR_LEFT },
	{ "undone", NULL, SR_LEFT },
	{ "learnt", NULL, SR_LEFT },
	{ NULL, "words", SR_BELOW },
};

const char *sr_hold_of_name(uint8_t hold)
{
	static const char *const NAME[] = {
		[SR_HOLD_OF_KEY] = "yes",
		[SR_HOLD_OF_WORDS] = "by its words",
		[SR_HOLD_OF_OWN] = "kept as decided",
		[SR_HOLD_OF_NONE] = "of nothing now",
		[SR_HOLD_OF_ABSENT] = "waits for the report",
	};

	return NAME[hold];
}

uint8_t sr_decision_hold(const struct sr_decision *d)
{
	uint8_t worst = SR_HOLD_OF_KEY;

	for (size_t i = 0; i < d->claims.nitem; i++)
		if (d->claims.items[i].hold > worst)
			worst = d->claims.items[i].hold;
	return worst;
}

static void claim_cells(struct sr_rows *rows, const struct sr_decision *d)
{
	struct sr_json ids = { .mem = rows->mem }, few = { .mem = rows->mem };

	for (size_t i = 0; i < d->claims.nitem; i++) {
		const struct sr_anchor *a = &d->claims.items[i];
		struct sr_str key = a->now.n ? a->now : a->key;
		if (i)
			sr_json_raw(&ids, SR_STR(" "));
		if (i && i < 3)
			sr_json_raw(&few, SR_STR(" "));
		sr_json_raw(&ids, key);
		if (i < 3)
			sr_json_raw(&few,
				    (struct sr_str){ key.s, SR_ID_SHOWN });
	}
	if (d->claims.nitem > 3)
		sr_json_raw(&few, SR_STR(" ..."));
	if (d->claims.nitem)
		sr_cell_list(rows, sr_json_text(&ids));
	else
		sr_cell_none(rows);
	sr_cell_text(rows, d->undoes.n ? d->undoes : sr_json_text(&few));
}

static void list_row(struct sr_rows *rows, const struct sr_decision *d)
{
	char set[512] = "";

	sr_cell_text(rows, sr_str_of(d->id));
	sr_cell_text(rows, d->at);
	sr_cell_text(rows, d->who);
	sr_cell_text(rows, sr_str_of(sr_verb_name(d->verb)));
	claim_cells(rows, d);
	if (d->sets)
		sr_slots_text(&d->slots, d->sets, set, sizeof(set));
	if (d->sets)
		sr_cell_format(rows, "%s", set);
	else
		sr_cell_none(rows);
	sr_cell_text(rows, d->why);
	if (d->undone.n)
		sr_cell_format(rows, "undone by %.*s", (int)d->undone.n,
			       d->undone.s);
	else if (d->verb == SR_VERB_UNDO)
		sr_cell_none(rows);
	else
		sr_cell_text(rows,
			     sr_str_of(sr_hold_of_name(sr_decision_hold(d))));
	sr_cell_text(rows, d->undone);
	sr_cell_text(rows, d->learnt);
	sr_cell_text(rows, d->claims.nitem ? d->claims.items[0].words
					   : (struct sr_str){ NULL, 0 });
}

enum sr_code sr_decisions_load(struct sr_ask *a, const char *claim,
			       struct sr_decisions *all)
{
	struct sr_records found = { .claims = { 0 } };

	if (!claim)
		return sr_ledger_decisions(a->ledger, &a->mem, all, &a->err);
	enum sr_code code = sr_find_claim(a, claim, &found);
	return code ? code
		    : sr_ledger_decisions_on(a->ledger,
					     found.claims.items[0].key, &a->mem,
					     all, &a->err);
}

void sr_decisions_rows(struct sr_ask *a, const struct sr_decisions *all,
		       struct sr_rows *rows)
{
	*rows = sr_ask_rows(a, COLUMNS, SR_LEN(COLUMNS));
	for (size_t i = 0; i < all->items.nitem; i++)
		list_row(rows, &all->items.items[i]);
}
