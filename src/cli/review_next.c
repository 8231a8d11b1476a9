/* sitrep review next: the claims that a person should look at first, with why,
 * their words and what to type. */
#include <stdlib.h>

#include "cli/review.h"
#include "fuse/queue.h"
#include "ontology.h"
#include "views/wording.h"

#define SHOWN 10

struct next {
	struct sr_ask *ask;
	struct sr_records all;
	struct sr_voices voices;
	struct sr_incidents incidents;
	struct sr_conflicts conflicts;
	struct sr_queue queue;
};

static enum sr_code load(struct next *x)
{
	struct sr_ask *a = x->ask;
	struct sr_filter filter = SR_FILTER;
	struct sr_conflict_in in = { &x->all, &x->voices, NULL };
	struct sr_queue_in queue = { &x->all, &x->voices, &x->incidents,
				     &x->conflicts };
	struct sr_links links;

	enum sr_code code =
		sr_ledger_claims(a->ledger, &filter, &a->mem, &x->all, &a->err);
	if (!code)
		code = sr_voices(&x->all, &a->mem, &x->voices, &a->err);
	if (!code)
		code = sr_ledger_links(a->ledger, &a->mem, &links, &a->err);
	if (!code)
		code = sr_incidents(&x->all, &x->voices, &links, &a->mem,
				    &x->incidents, &a->err);
	if (!code)
		code = sr_conflicts(&in, &a->mem, &x->conflicts, &a->err);
	return code ? code : sr_queue(&queue, &a->mem, &x->queue, &a->err);
}

/* The claim in one line: what a person compares its words with. */
static void put_claim(struct next *x, size_t i, const struct sr_record *r)
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

static void put_one(struct next *x, size_t i)
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

static void put_object(struct next *x, size_t i, struct sr_json *out)
{
	const struct sr_queued *q = &x->queue.items.items[i];
	const struct sr_record *r = &x->all.claims.items[q->claim];

	sr_json_open(out, '{');
	sr_json_key(out, "id");
	sr_json_str(out, r->key);
	sr_json_key(out, "score");
	sr_json_milli(out, (int64_t)q->score * 100);
	sr_json_key(out, "because");
	sr_json_open(out, '[');
	for (uint32_t k = 0; k < q->nwhy; k++)
		sr_json_str(out, q->why[k]);
	sr_json_close(out, ']');
	sr_json_key(out, "type");
	sr_json_str(out, sr_str_of(sr_type_name(r->claim.type)));
	sr_json_key(out, "confidence");
	sr_json_milli(out, r->claim.confidence);
	sr_json_key(out, "doc");
	sr_json_str(out, sr_filed_of(&x->all, r)->report.name);
	sr_json_key(out, "text");
	sr_json_str(out, r->words);
	sr_json_close(out, '}');
	sr_json_line(out);
}

int sr_review_next(struct sr_ask *ask)
{
	struct next x = { .ask = ask };
	struct sr_json out = { .mem = &ask->mem };
	size_t n = SHOWN;

	if (ask->cli->noperand > 1)
		n = (size_t)strtoul(ask->cli->operand[1], NULL, 10);
	if (!n || ask->cli->noperand > 2) {
		sr_say("next: takes the number of claims to show");
		return SR_EXIT_USAGE;
	}
	if (load(&x))
		return sr_ask_fail(ask);
	size_t all = x.queue.items.nitem;
	bool objects = ask->view.format != SR_FORMAT_TABLE;
	for (size_t i = 0; i < all && i < n; i++)
		if (objects)
			put_object(&x, i, &out);
		else
			put_one(&x, i);
	sr_cli_write(ask->cli, sr_json_text(&out));
	sr_say("%zu claims weigh on the record and were not reviewed", all);
	return SR_EXIT_OK;
}
