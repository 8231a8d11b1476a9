/* sitrep explain DECISION: who decided what, when and why, and what it holds on
 * to now. */
#include <stdarg.h>
#include <stdio.h>

#include "cli/review.h"
#include "views/wording.h"

static void line(struct sr_ask *ask, const char *fmt, ...) SR_PRINTF(2, 3);

static void line(struct sr_ask *ask, const char *fmt, ...)
{
	struct sr_json safe = { .mem = &ask->mem };
	char text[8192];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	sr_ask_line(ask, text, &safe);
	sr_cli_write(ask->cli, sr_json_text(&safe));
}

static void put_claims(struct sr_ask *ask, const struct sr_decision *d)
{
	for (size_t i = 0; i < d->claims.nitem; i++) {
		const struct sr_anchor *a = &d->claims.items[i];
		struct sr_str key = a->now.n ? a->now : a->key;
		line(ask, "%s %.*s  %s  %.*s  %.*s",
		     a->part ? "apart from" : "claim     ", SR_ID_SHOWN, key.s,
		     sr_hold_of_name(a->hold), (int)a->doc.n,
		     a->doc.n ? a->doc.s : "", (int)a->words.n,
		     a->words.n ? a->words.s : "");
	}
}

static void put_decision(struct sr_ask *ask, const struct sr_decision *d)
{
	char text[1024];

	line(ask, "decision %s  %s", d->id, sr_verb_name(d->verb));
	line(ask, "  by      %.*s", (int)d->who.n, d->who.s);
	line(ask, "  at      %.*s, learnt %.*s", (int)d->at.n, d->at.s,
	     (int)d->learnt.n, d->learnt.s);
	if (d->why.n)
		line(ask, "  because %.*s", (int)d->why.n, d->why.s);
	if (d->undoes.n)
		line(ask, "  undoes  %.*s", (int)d->undoes.n, d->undoes.s);
	if (d->undone.n)
		line(ask, "  undone  by %.*s", (int)d->undone.n, d->undone.s);
	if (d->sets) {
		sr_slots_text(&d->slots, d->sets, text, sizeof(text));
		line(ask, "  sets    %s", text);
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
