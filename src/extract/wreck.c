/* "Two drones were downed over the port": whose they were, where nobody says, is
 * the side whose arms the report has lost elsewhere, if that is one side alone.
 * A report has a dozen losses of arms. */
#include "base/str.h"
#include "extract/extract_internal.h"

static bool is_loss(const struct sr_claim *c)
{
	return c->type == SR_TYPE_LOSS_EQUIPMENT && c->has_target;
}

/* The only side whose arms were lost; empty: none or several. */
static struct sr_str loser(const struct sr_doc *doc)
{
	struct sr_str side = { NULL, 0 };

	for (size_t i = 0; i < doc->claims.nitem; i++) {
		const struct sr_claim *c = &doc->claims.items[i];
		if (!is_loss(c) || !c->target.side.n ||
		    sr_str_is(c->target.side, "CIV"))
			continue;
		if (side.n && !sr_str_equal(side, c->target.side))
			return (struct sr_str){ NULL, 0 };
		side = c->target.side;
	}
	return side;
}

void sr_infer_wrecks(const struct sr_reading *r)
{
	struct sr_str side = loser(r->doc);

	if (!side.n)
		return;
	for (size_t i = 0; i < r->doc->claims.nitem; i++) {
		struct sr_claim *c = &r->doc->claims.items[i];
		if (!is_loss(c) || c->target.side.n ||
		    (c->has_actor && sr_str_equal(c->actor.side, side)))
			continue;
		c->target.side = side;
	}
}
