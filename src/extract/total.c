/* Running totals: "Russia has lost 300 tanks", "the death toll was 1,119" are of
 * all of the war so far, not of a day (claims.md, "Undated"). */
#include "base/calendar.h"
#include "base/str.h"
#include "extract/draft.h"
#include "extract/extract_internal.h"

/* "Russia has suffered heavy losses": a state itself, no force of it. */
static bool is_state(const struct sr_reading *r, const struct sr_claim *c)
{
	const struct sr_doc *d = r->doc;

	for (size_t i = 0; c->has_target && i < d->parties.nitem; i++)
		if (d->parties.items[i].m.at.from == c->target.at.from &&
		    d->parties.items[i].m.at.to == c->target.at.to)
			return d->parties.items[i].kind ==
			       SR_PARTY_KIND_STATE;
	return false;
}

/* In thousandths, as counts are: fewer have died of one blow. */
#define LEAST_TOTAL 100000

#define LEAST_OF_WAR 10000000

/* "The death toll was 1,119": of all until then; one that "rose to nine" may be
 * of a day. */
static bool counts_a_toll(const struct sr_reading *r, uint32_t trigger)
{
	uint32_t clause = sr_clause(&r->tree, trigger);
	uint32_t subject = sr_subject(&r->tree, clause);

	return subject != SR_NONE &&
	       r->tree.token[subject].lemma == r->word.toll &&
	       sr_child(&r->tree, clause, SR_REL_COP) != SR_NONE;
}

/* In a war of many years what has "been displaced" or lost is not of all of
 * those, but where millions are. */
#define LONG_WAR 1100
#define MILLION 1000000000

static bool is_old_war(const struct sr_reading *r)
{
	struct sr_days now = r->doc->report.published;

	return r->doc->war != SR_NONE && sr_days_known(now) &&
	       sr_kit_value(r->kit, SR_TABLE_WARS, r->doc->war, SR_WARS_FROM) +
			       LONG_WAR < now.from;
}

/* "31 people have been killed and 170 injured in the attack": the first is news,
 * and so is the second. */
static bool goes_with_news(const struct sr_reading *r, uint32_t trigger)
{
	uint32_t head = r->tree.token[trigger].head;

	if (r->tree.token[trigger].deprel != SR_REL_CONJ)
		return false;
	for (size_t k = r->made.nitem; k-- > 0;) {
		uint32_t was = r->made.items[k].trigger;
		if (r->tree.token[was].sentence != r->tree.token[head].sentence)
			return false;
		if (was == head)
			return r->doc->claims.items[k].basis == SR_BASIS_REPORT;
	}
	return false;
}

/* "The number of people killed in the raid has risen to 29": of one blow. */
static bool is_of_blow(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;

	for (uint32_t i = t->from[trigger]; i < t->to[trigger]; i++)
		if (i != trigger && t->token[i].xpos == SR_XPOS_NN &&
		    (sr_rel_is(t, i, SR_REL_OBL) ||
		     sr_rel_is(t, i, SR_REL_NMOD)) &&
		    sr_child(t, i, SR_REL_DET) != SR_NONE &&
		    (r->classes[i] & SR_CLASS_EVENT) && sr_is_blow(r, i) &&
		    !sr_is_war(r, i))
			return true;
	return false;
}

/* "The toll from the clashes has risen to nine": of those. */
static bool is_of_event(const struct sr_reading *r, uint32_t noun)
{
	SR_CHILDREN(&r->tree, noun, k)
		if (k > noun && r->tree.token[k].deprel == SR_REL_NMOD &&
		    (r->classes[k] & SR_CLASS_EVENT) &&
		    !sr_is_verb(&r->tree, noun))
			return true;
	return false;
}

/* Nor have so many (in thousandths) died in one place that goes unnamed. */
#define LEAST_TOLL 1000000
#define LAND_KM 15

void sr_put_width(const struct sr_reading *r, struct sr_claim *c, uint32_t place)
{
	const struct sr_place *p = &r->doc->places.items[place];

	c->place.radius_km = p->radius_km;
	c->place.country = p->country;
}

/* "More than 2,000 people have been killed in Lebanon": in the land of the war
 * that the report is about, not in a town. */
static bool is_of_land(const struct sr_reading *r, const struct sr_claim *c)
{
	uint32_t war = r->doc->war;

	return war != SR_NONE && c->place.radius_km >= LAND_KM &&
	       sr_str_equal(sr_kit_text(r->kit, SR_TABLE_WARS, war,
					SR_WARS_PLACE),
			    c->place.country) &&
	       c->has_count &&
	       sr_is_loss_of_people(c->type) && c->count.low >= LEAST_TOLL &&
	       sr_str_is(c->unit, "people");
}

bool sr_is_running_total(const struct sr_reading *r, uint32_t trigger,
			 const struct sr_claim *c)
{
	bool moved = c->type == SR_TYPE_CIVIL_MOVEMENT;

	if ((!sr_is_loss(c->type) && !moved) ||
	    (c->has_place && !is_of_land(r, c)))
		return false;
	if (moved && c->has_count && c->count.low < MILLION && is_old_war(r))
		return false;
	/* so many have not died of one battle */
	if (!moved && c->has_count && c->count.low >= LEAST_OF_WAR &&
	    sr_str_is(c->unit, "people"))
		return true;
	if (!sr_is_perfect(r, trigger) && !counts_a_toll(r, trigger))
		return false;
	if (goes_with_news(r, trigger) || is_of_blow(r, trigger) ||
	    is_of_event(r, trigger))
		return false;
	if (c->type == SR_TYPE_LOSS_CAPTURED && c->count.low < LEAST_OF_WAR)
		return c->count_total;
	return c->has_count ? c->count.low >= LEAST_TOTAL || c->count_total
	                    : is_state(r, c);
}

/* "1,790 wounded since the invasion": a sum is of the war, not of the scene. */
#define LONG_DAYS 6

static bool sums_up(const struct sr_claim *c)
{
	return c->has_count && sr_days_known(c->days) &&
	       sr_days_span(c->days) > LONG_DAYS;
}

/* Nor have so many left their homes. */
#define LEAST_FLIGHT 50000000

static bool is_toll(const struct sr_claim *c)
{
	if (c->type == SR_TYPE_CIVIL_MOVEMENT)
		return c->has_count && c->count.low >= LEAST_FLIGHT &&
		       sr_str_is(c->unit, "people");
	return sr_is_loss(c->type) && c->has_count &&
	       sr_str_is(c->unit, "people") &&
	       (c->count.low >= LEAST_TOLL ||
		(c->count.high >= LEAST_TOLL &&
		 c->count.high != SR_COUNT_OPEN_HIGH));
}

bool sr_is_of_more(const struct sr_claim *c)
{
	return sums_up(c) || is_toll(c);
}

bool sr_is_of_a_side(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;

	SR_CHILDREN(t, sr_clause(t, trigger), c)
		if (t->token[c].lower == r->word.side &&
		    sr_rel_is(t, c, SR_REL_OBL) &&
		    sr_case_of(t, c) == r->word.on)
			SR_CHILDREN(t, c, d)
				if (t->token[d].party != SR_NONE)
					return true;
	return false;
}

#define SHARED_SPAN 27 /* days of a total */

void sr_share_total(const struct sr_reading *r, struct sr_claim_draft *d)
{
	struct sr_claim *c = &d->claim;
	size_t n = r->doc->claims.nitem;
	const struct sr_claim *was = n ? &r->doc->claims.items[n - 1] : NULL;

	if (!was || c->basis != SR_BASIS_REPORT || !c->has_count ||
	    !sr_is_loss_of_people(c->type) || !sr_is_loss_of_people(was->type) ||
	    !sr_days_known(was->days) || !sr_days_known(c->days) ||
	    was->days.to != c->days.to ||
	    sr_days_span(was->days) < SHARED_SPAN)
		return;
	uint32_t before = r->tree.token[r->made.items[n - 1].trigger].sentence;
	uint32_t here = r->tree.token[d->frame.trigger].sentence;
	bool next = before + 1 == here && sr_is_of_a_side(r, d->frame.trigger);
	if (!sr_is_perfect(r, d->frame.trigger) || (before != here && !next))
		return;
	c->days = was->days;
	c->days_at = was->days_at;
	c->basis = SR_BASIS_INFERRED;
}
