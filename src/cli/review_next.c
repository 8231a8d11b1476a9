/* sitrep review next: the claims that a person should look at first, with why,
 * their words and what to type. */
#include <stdlib.h>

#include "answer/queue.h"
#include "cli/review.h"
#include "ontology.h"
#include "views/wording.h"

#define SHOWN 10

/* The claim in one line: what a person compares its words with. */
static void put_claim(struct sr_queue_view *x, size_t i, const struct sr_record *r)
{
	const struct sr_claim *c = &r->claim;
	unsigned sets = SR_BIT_OF(SR_SLOT_DATE);
	char text[512];

	if (c->has_actor)
		sets |= SR_BIT_OF(SR_SLOT_ACTOR);
	if (c->has_target)
		sets |= SR_BIT_OF(SR_SLOT_TARGET);
	if (c->has_place)
		sets |= SR_BIT_OF(SR_SLOT_PLACE);
	if (c->has_count)
		sets |= SR_BIT_OF(SR_SLOT_NUMBER);
	if (c->speaker.n)
		sets |= SR_BIT_OF(SR_SLOT_SPEAKER);
	sr_ask_say(x->ask, "%zu. claim %.*s  %s, %s, confidence 0.%03u", i + 1,
		   SR_ID_SHOWN, r->key.s, sr_type_name(c->type),
		   sr_status_name(c->status), c->confidence % 1000u);
	sr_slots_text(c, sets, text, sizeof(text));
	sr_ask_say(x->ask, "   %s", text);
}

static void put_one(struct sr_queue_view *x, size_t i)
{
	const struct sr_queued *q = &x->queue.items.items[i];
	const struct sr_record *r = &x->all.claims.items[q->claim];
	char text[512];

	put_claim(x, i, r);
	sr_ask_say(x->ask, "   \"%.*s\"",
		   (int)(r->words.n > 600 ? 600 : r->words.n),
		   r->words.n ? r->words.s : "");
	sr_filed_text(sr_filed_of(&x->all, r), text, sizeof(text));
	sr_ask_say(x->ask, "   %s", text);
	for (uint32_t k = 0; k < q->nwhy; k++)
		sr_ask_say(x->ask, "   %s %.*s", k ? "       " : "because",
			   (int)q->why[k].n, q->why[k].s);
	sr_ask_say(x->ask, "   sitrep review accept %.*s", SR_ID_SHOWN,
		   r->key.s);
	sr_ask_say(x->ask, "   sitrep review reject %.*s", SR_ID_SHOWN,
		   r->key.s);
	sr_ask_say(x->ask, "   sitrep review correct %.*s --set ...",
		   SR_ID_SHOWN, r->key.s);
	sr_ask_say(x->ask, "%s", "");
}

int sr_review_next(struct sr_ask *ask)
{
	struct sr_queue_view x;
	struct sr_json out = { .mem = &ask->mem };
	size_t n = SHOWN;

	if (ask->cli->noperand > 1)
		n = (size_t)strtoul(ask->cli->operand[1], NULL, 10);
	if (!n || ask->cli->noperand > 2) {
		sr_say("next: takes the number of claims to show");
		return SR_EXIT_USAGE;
	}
	if (sr_queue_load(ask, &x))
		return sr_ask_fail(ask);
	size_t all = x.queue.items.nitem;
	bool objects = ask->view.format != SR_FORMAT_TABLE;
	for (size_t i = 0; i < all && i < n; i++)
		if (objects) {
			sr_queue_object(&x, i, &out);
			sr_json_line(&out);
		} else {
			put_one(&x, i);
		}
	sr_cli_write(ask->cli, sr_json_text(&out));
	sr_say("%zu claims weigh on the record and were not reviewed", all);
	return SR_EXIT_OK;
}
