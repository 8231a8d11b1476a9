/* sitrep explain DECISION: who decided what, when and why, and what it holds on
 * to now. */

#include "cli/explain.h"
#include "cli/review.h"
#include "views/wording.h"

static void put_claims(struct sr_ask *ask, const struct sr_decision *d)
{
	for (size_t i = 0; i < d->claims.nitem; i++) {
		const struct sr_anchor *a = &d->claims.items[i];
		struct sr_str key = a->now.n ? a->now : a->key;
		sr_ask_say(ask, "%s %.*s  %s  %.*s  %.*s",
			   a->part ? "apart from" : "claim     ", SR_ID_SHOWN,
			   key.s, sr_hold_of_name(a->hold), (int)a->doc.n,
			   a->doc.n ? a->doc.s : "", (int)a->words.n,
			   a->words.n ? a->words.s : "");
	}
}

static void put_decision(struct sr_ask *ask, const struct sr_decision *d)
{
	char text[1024];

	sr_ask_say(ask, "decision %s  %s", d->id, sr_verb_name(d->verb));
	sr_ask_say(ask, "  by      %.*s", (int)d->who.n, d->who.s);
	sr_ask_say(ask, "  at      %.*s, learnt %.*s", (int)d->at.n, d->at.s,
		   (int)d->learnt.n, d->learnt.s);
	if (d->why.n)
		sr_ask_say(ask, "  because %.*s", (int)d->why.n, d->why.s);
	if (d->undoes.n)
		sr_ask_say(ask, "  undoes  %.*s", (int)d->undoes.n,
			   d->undoes.s);
	if (d->undone.n)
		sr_ask_say(ask, "  undone  by %.*s", (int)d->undone.n,
			   d->undone.s);
	if (d->sets) {
		sr_slots_text(&d->slots, d->sets, text, sizeof(text));
		sr_ask_say(ask, "  sets    %s", text);
	}
	put_claims(ask, d);
}

bool sr_explain_decision(struct sr_ask *ask, const char *id, int *status)
{
	struct sr_decisions all = { .items = { 0 } };

	if (strlen(id) != SR_DECISION_ID - 1)
		return false;
	if (sr_ledger_decisions(ask->ledger, &ask->mem, &all, &ask->err)) {
		*status = sr_ask_fail(ask);
		return true;
	}
	for (size_t i = 0; i < all.items.nitem; i++) {
		if (strcmp(all.items.items[i].id, id) != 0)
			continue;
		put_decision(ask, &all.items.items[i]);
		*status = SR_EXIT_OK;
		return true;
	}
	return false;
}
