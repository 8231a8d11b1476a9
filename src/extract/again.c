/* What is told of again: a happening by a noun that points back, a side by the
 * "we" of who speaks for it. */
#include "base/calendar.h"
#include "base/str.h"
#include "extract/draft.h"

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
	return sr_days_known(c->days) &&
	       sr_days_span(c->days) > LONG_DAYS;
}

/* "Russia invaded Ukraine in 2022", among news of today: what the next sentence
 * may go on about, but none after it. */
#define HISTORY_DAYS 62

static bool is_history(const struct sr_reading *r, size_t k)
{
	const struct sr_claim *c = &r->doc->claims.items[k];
	struct sr_days report = r->doc->report.published;
	uint32_t at = r->made.items[k].place;

	return sr_days_known(report) && sr_days_known(c->days) &&
	       c->basis == SR_BASIS_EXPLICIT &&
	       (at == SR_NONE ||
		sr_is_state_place(&r->doc->places.items[at])) &&
	       (int64_t)c->days.to + HISTORY_DAYS < report.from;
}

/* "Fighting broke out in April. The raid on Sunday": a raid is no part of it */
static bool is_mere_fighting(const struct sr_reading *r, size_t k)
{
	return r->doc->claims.items[k].type == SR_TYPE_ATTACK_GROUND &&
	       (r->classes[r->made.items[k].trigger] & SR_CLASS_COMBAT);
}

/* No strike is what "the fighting" goes back to. */
static bool is_from_afar(uint16_t type)
{
	return type == SR_TYPE_ATTACK_AIR || type == SR_TYPE_ATTACK_SHELLING ||
	       type == SR_TYPE_ATTACK_EXPLOSIVE;
}

/* "The clashes" go back to fighting sooner than to an abduction. */
static bool is_alike(const struct sr_reading *r, size_t k, bool fought)
{
	return fought ? r->doc->claims.items[k].type == SR_TYPE_ATTACK_GROUND
		      : !is_mere_fighting(r, k);
}

/* The nearest attack told of before the sentence of a noun that points back;
 * any: also one of another make. */
static size_t attack_before(const struct sr_reading *r, uint32_t noun, bool any)
{
	uint32_t sentence = r->tree.token[noun].sentence;
	bool fought = r->classes[noun] & SR_CLASS_COMBAT;

	for (size_t k = r->doc->claims.nitem; k-- > 0;) {
		const struct sr_claim *c = &r->doc->claims.items[k];
		uint32_t s =
		        r->tree.token[r->made.items[k].trigger].sentence;
		if (s + SENTENCES_BACK < sentence)
			return SIZE_MAX;
		if (s < sentence && sr_is_assault(c->type) &&
		    !goes_on_long(c) && (any || is_alike(r, k, fought)) &&
		    !(fought && is_from_afar(c->type)) &&
		    (s + 1 == sentence || !is_history(r, k)))
			return k;
	}
	return SIZE_MAX;
}

static size_t event_before(const struct sr_reading *r, uint32_t noun)
{
	if (noun == SR_NONE || !(r->classes[noun] & SR_CLASS_EVENT) ||
	    !is_definite(r, noun) || sr_is_war(r, noun) ||
	    tells_number(r, noun))
		return SIZE_MAX;
	size_t k = attack_before(r, noun, false);
	return k != SIZE_MAX ? k : attack_before(r, noun, true);
}

/* "A raid on X on 3 March, in which twelve were killed": the raid told of before
 * those words, whatever the parser hung them on. */
static size_t event_around(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	uint32_t verb = sr_clause(t, trigger), in = SR_NONE;

	while (t->token[verb].deprel == SR_REL_CONJ)
		verb = sr_clause(t, t->token[verb].head);
	if (t->token[verb].deprel != SR_REL_ACL_RELCL)
		return SIZE_MAX;
	SR_CHILDREN(t, verb, c) {
		uint32_t prep = sr_case_of(t, c);
		if (c < verb && t->token[c].xpos == SR_XPOS_WDT && prep &&
		    (prep == r->word.in_like[0] || prep == r->word.during))
			in = c;
	}
	for (size_t k = r->doc->claims.nitem; in != SR_NONE && k-- > 0;) {
		uint32_t i = r->made.items[k].trigger;
		if (t->token[i].sentence != t->token[verb].sentence)
			break;
		if (i < in && sr_is_assault(r->doc->claims.items[k].type))
			return k;
	}
	return SIZE_MAX;
}

/* "The Russian strikes" after one by Ukraine. */
static bool is_of_another(const struct sr_reading *r,
			  const struct sr_claim_draft *d)
{
	const struct sr_claim *was;
	uint32_t p;

	if (d->recalled == SIZE_MAX || d->actor == SR_NONE ||
	    r->tree.token[d->actor].head != d->frame.trigger)
		return false;
	was = &r->doc->claims.items[d->recalled];
	p = sr_party_of(r, d->actor).party;
	return p != SR_NONE && was->has_actor && was->actor.side.n &&
	       r->doc->parties.items[p].kind == SR_PARTY_KIND_STATE &&
	       sr_is_noun(&r->tree, d->frame.trigger) &&
	       !sr_str_equal(was->actor.side, d->claim.actor.side);
}

/* "A woman also died in the strike", a paragraph on: the happening in which a
 * loss came; SR_NONE. */
static uint32_t cause_of_loss(const struct sr_reading *r,
			      const struct sr_claim_draft *d)
{
	uint32_t verb = sr_clause(&r->tree, d->frame.trigger);

	if (!sr_is_loss_of_people(d->claim.type))
		return SR_NONE;
	SR_CHILDREN(&r->tree, verb, c) {
		uint32_t prep = sr_case_of(&r->tree, c);
		/* "the attack also left 40 wounded" */
		if (sr_is_subject(&r->tree, c) && c < verb &&
		    (r->classes[c] & SR_CLASS_EVENT))
			return c;
		if (sr_rel_is(&r->tree, c, SR_REL_OBL) && c > verb && prep &&
		    (prep == r->word.in_like[0] || prep == r->word.during ||
		     prep == r->word.by) &&
		    (r->classes[c] & SR_CLASS_EVENT))
			return c;
	}
	return SR_NONE;
}

static bool is_end_of_fight(const struct sr_reading *r,
			    const struct sr_claim_draft *d)
{
	return r->tree.token[d->frame.trigger].lemma == r->word.fall &&
	       d->recalled != SIZE_MAX &&
	       sr_is_attack(r->doc->claims.items[d->recalled].type);
}

/* What is said of "the blast" is of the attack told of before: whose it was,
 * where and when. */
void sr_recall_event(const struct sr_reading *r, struct sr_claim_draft *d)
{
	uint32_t agent = sr_agent(&r->tree, d->frame.trigger);

	d->recalled = event_before(r, agent);
	if (d->recalled == SIZE_MAX)
		d->recalled = event_before(r, d->frame.trigger);
	if (d->recalled == SIZE_MAX)
		d->recalled = event_around(r, d->frame.trigger);
	/* "no group has claimed the blast": not its own doer's doing; "the fall
	 * of X", after fighting for it, no deed of those who fought */
	if (sr_only_blames(r, d->frame.trigger) || is_of_another(r, d) ||
	    is_end_of_fight(r, d))
		d->recalled = SIZE_MAX;
	if (d->recalled == SIZE_MAX || d->claim.has_actor)
		return;
	const struct sr_claim *was = &r->doc->claims.items[d->recalled];
	d->claim.has_actor = was->has_actor;
	d->claim.actor = was->actor;
}

#define NEWS_DAYS 31 /* of no older an attack */

void sr_loss_days(const struct sr_reading *r, const struct sr_claim_draft *d,
		  struct sr_when *w)
{
	uint32_t noun = cause_of_loss(r, d);
	size_t k;

	if (noun == SR_NONE || w->basis != SR_BASIS_REPORT ||
	    (r->classes[noun] & SR_CLASS_COMBAT))
		return;
	k = event_before(r, noun);
	if (k == SIZE_MAX)
		return;
	const struct sr_claim *was = &r->doc->claims.items[k];
	if (was->basis == SR_BASIS_REPORT || !sr_days_known(was->days) ||
	    (int64_t)was->days.to + NEWS_DAYS < w->days.from ||
	    was->days.to > w->days.to)
		return;
	w->days = was->days;
	w->basis = was->basis;
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

/* "A is besieged by X, while B is encircled by Y", "X took A, while Y took B" */
bool sr_have_own_subjects(const struct sr_reading *r, uint32_t verb,
			  uint32_t other)
{
	const struct sr_tree *t = &r->tree;
	unsigned rel = sr_is_passive(t, verb) ? SR_REL_NSUBJ_PASS : SR_REL_NSUBJ;

	if (!sr_is_verb(t, verb) || !sr_is_verb(t, other) ||
	    sr_is_passive(t, verb) != sr_is_passive(t, other))
		return false;
	uint32_t a = sr_child(t, verb, rel), b = sr_child(t, other, rel);
	return a != SR_NONE && b != SR_NONE && sr_is_noun(t, a) &&
	       sr_is_noun(t, b) && t->token[a].lemma != t->token[b].lemma;
}

/* "X bombs Y, Z fires rockets" */
bool sr_each_its_own(const struct sr_reading *r, uint32_t verb, uint32_t actor,
		     const struct sr_made *m)
{
	const struct sr_tree *t = &r->tree;

	return sr_is_verb(t, verb) && sr_is_verb(t, m->trigger) &&
	       actor != SR_NONE && m->actor != SR_NONE && actor != m->actor &&
	       sr_child(t, verb, SR_REL_NSUBJ) == actor &&
	       sr_child(t, m->trigger, SR_REL_NSUBJ) == m->actor;
}

/* "Nine rebels have been killed since they attacked", "71 US troops were killed
 * in the offensive led by US Marines": by others, unless it says so. */
void sr_spare_own(const struct sr_reading *r, struct sr_claim_draft *d)
{
	struct sr_claim *c = &d->claim;

	if (!sr_is_loss(c->type) || !c->has_actor || !c->has_target)
		return;
	if (sr_str_equal(c->actor.name, c->target.name) ||
	    (c->type == SR_TYPE_LOSS_KILLED && c->actor.side.n &&
	     sr_str_equal(c->actor.side, c->target.side) &&
	     sr_is_verb(&r->tree, d->frame.trigger) &&
	     r->tree.token[d->frame.trigger].xpos == SR_XPOS_VBN &&
	     sr_agent(&r->tree, d->frame.trigger) == SR_NONE))
		c->has_actor = false;
}
