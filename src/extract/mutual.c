/* "X and Y accused each other of shelling Z": two claims, of which each has the
 * other's attacker. */
#include "base/str.h"
#include "extract/draft.h"

/* What stands in for the one accused: "each other", "one another". */
static bool is_each_other(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;

	return i + 1 < t->ntoken &&
	       ((t->token[i].lower == r->word.each &&
		 t->token[i + 1].lower == r->word.other) ||
		(t->token[i].lower == r->word.one &&
		 t->token[i + 1].lower == r->word.another));
}

/* The two who accuse, where both have a side. */
static bool find_both(const struct sr_reading *r, uint32_t trigger,
		      struct sr_party_slot said[2], struct sr_party_slot did[2])
{
	const struct sr_tree *t = &r->tree;
	/* "for the raid that killed nine" */
	bool clause = t->token[trigger].deprel == SR_REL_ACL_RELCL ||
		      t->token[trigger].deprel == SR_REL_ACL;
	uint32_t whom =
		sr_accused(r, clause ? t->token[trigger].head : trigger);

	if (whom == SR_NONE || !is_each_other(r, whom))
		return false;
	uint32_t first = sr_subject(t, t->token[whom].head);
	uint32_t second =
		first == SR_NONE ? SR_NONE : sr_child(t, first, SR_REL_CONJ);
	return second != SR_NONE && sr_speaker_slot(r, first, &said[0]) &&
	       sr_speaker_slot(r, second, &said[1]) &&
	       sr_party_slot(r, first, &did[1]) &&
	       sr_party_slot(r, second, &did[0]) && did[0].side.n &&
	       did[1].side.n && !sr_str_equal(did[0].side, did[1].side);
}

static void put(struct sr_claim *c, const struct sr_party_slot *said,
		const struct sr_party_slot *did)
{
	c->speaker = said->name;
	c->speaker_at = said->at;
	c->voice = (struct sr_str){ NULL, 0 };
	c->has_actor = true;
	c->actor = *did;
	if (c->has_target && sr_str_equal(c->target.side, did->side))
		c->has_target = false;
}

enum sr_code sr_read_mutual(struct sr_reading *r, uint32_t trigger, size_t from)
{
	size_t n = r->doc->claims.nitem;
	struct sr_party_slot said[2], did[2];
	enum sr_code code = SR_OK;

	if (from == n || !find_both(r, trigger, said, did))
		return SR_OK;
	for (size_t k = from; !code && k < n; k++) {
		struct sr_claim *c = &r->doc->claims.items[k], other = *c;
		if (!sr_is_attack(c->type) && !sr_is_loss(c->type))
			continue;
		put(c, &said[0], &did[0]);
		put(&other, &said[1], &did[1]);
		code = sr_claim_made(r, &other, r->made.items[k]);
	}
	return code;
}
