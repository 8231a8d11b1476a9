/* What is told of again: a happening by a noun that points back, a side by the
 * "we" of who speaks for it. */
#include "base/calendar.h"
#include "base/str.h"
#include "extract/extract_internal.h"

#define SENTENCES_BACK 3

static bool is_definite(const struct sr_reading *r, uint32_t i)
{
	SR_CHILDREN(&r->tree, i, c)
		if (r->tree.token[c].deprel == SR_REL_DET &&
		    (r->tree.token[c].lower == r->word.the ||
		     r->tree.token[c].lower == r->word.this))
			return true;
	return false;
}

/* "The execution of 322 prisoners": told for the first time. */
static bool tells_number(const struct sr_reading *r, uint32_t noun)
{
	SR_CHILDREN(&r->tree, noun, c)
		if (r->tree.token[c].deprel == SR_REL_NMOD &&
		    sr_case_of(&r->tree, c) == r->word.of && sr_number_of(r, c))
			return true;
	return false;
}

/* "Has been accused of killings since 2023": no one happening. */
#define LONG_DAYS 62

static bool goes_on_long(const struct sr_claim *c)
{
	return sr_days_known(c->days) && c->days.to - c->days.from > LONG_DAYS;
}

size_t sr_event_before(const struct sr_reading *r, uint32_t noun)
{
	uint32_t sentence;

	if (noun == SR_NONE || !(r->classes[noun] & SR_CLASS_EVENT) ||
	    !is_definite(r, noun) || sr_is_war(r, noun) ||
	    tells_number(r, noun))
		return SIZE_MAX;
	sentence = r->tree.token[noun].sentence;
	for (size_t k = r->doc->claims.nitem; k-- > 0;) {
		uint32_t s =
		        r->tree.token[r->made.items[k].trigger].sentence;
		if (s + SENTENCES_BACK < sentence)
			return SIZE_MAX;
		if (s < sentence &&
		    sr_is_assault(r->doc->claims.items[k].type) &&
		    !goes_on_long(&r->doc->claims.items[k]))
			return k;
	}
	return SIZE_MAX;
}

/* The party that a speaker speaks for: its own, or that of the office named
 * beside it ("a spokesman for the rebels"). */
static uint32_t speaks_for(const struct sr_reading *r, uint32_t who)
{
	const struct sr_tree *t = &r->tree;
	uint32_t p = sr_party_of(r, who).party;

	if (p != SR_NONE && r->doc->parties.items[p].side.n)
		return p;
	SR_CHILDREN(t, who, c) {
		if (t->token[c].deprel != SR_REL_APPOS)
			continue;
		SR_CHILDREN(t, c, d) {
			p = sr_rel_is(t, d, SR_REL_NMOD)
			            ? sr_party_of(r, d).party
			            : SR_NONE;
			if (p != SR_NONE && r->doc->parties.items[p].side.n)
				return p;
		}
	}
	return SR_NONE;
}

void sr_infer_we(const struct sr_reading *r, uint32_t trigger, uint32_t who,
                 struct sr_claim *c)
{
	uint32_t doer = sr_agent(&r->tree, trigger), p;
	bool deed = sr_is_attack(c->type) ||
	            (c->type >= SR_TYPE_CONTROL_ADVANCE &&
	             c->type <= SR_TYPE_LOSS_WOUNDED);

	if (c->has_actor || !deed || doer == SR_NONE || !r->quote[trigger] ||
	    r->tree.token[doer].lower != r->word.we)
		return;
	p = speaks_for(r, who);
	if (p == SR_NONE ||
	    sr_str_is(r->doc->parties.items[p].side, "CIV"))
		return;
	c->has_actor = true;
	c->actor = (struct sr_party_slot){
		.name = r->doc->parties.items[p].name,
		.side = r->doc->parties.items[p].side,
		.row = r->doc->parties.items[p].row,
	};
}
