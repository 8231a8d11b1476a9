/* A place that no table has, but that the words name and put the happening in:
 * "over Abiy Addi", "captured Tell Zibakh", "retook the Balaq heights". It has
 * no point; yet the scene of the sentence before would be wrong. */
#include "base/str.h"
#include "extract/draft.h"
#include "extract/extract_internal.h"

static bool is_bare_name(const struct sr_reading *r, uint32_t i)
{
	return (r->classes[i] & SR_CLASS_NAME) &&
	       r->tree.token[i].xpos != SR_XPOS_NNPS; /* "fights Communists" */
}

/* "the Balaq heights": ground with a name in front. */
static bool is_named_ground(const struct sr_reading *r, uint32_t i)
{
	return (r->classes[i] & (SR_CLASS_PLACE | SR_CLASS_GROUND)) &&
	       r->tree.token[i].place == SR_NONE &&
	       i > r->tree.from[i] && is_bare_name(r, i - 1) &&
	       r->tree.token[i - 1].head == i;
}

static bool is_unknown(const struct sr_reading *r, uint32_t i)
{
	return i != SR_NONE &&
	       (is_bare_name(r, i) || is_named_ground(r, i));
}

static bool puts_in(const struct sr_reading *r, uint32_t prep, bool struck)
{
	/* "an air raid on X" */
	if (struck && prep && (prep == r->word.on || prep == r->word.against))
		return true;
	return sr_says_in(r, prep) || sr_says_near(r, prep) ||
	       (prep && prep == r->word.between) ||
	       (prep && (prep == r->word.at || prep == r->word.about_like[2]));
}

/* Right under i: "in X", "over X"; struck: i is an attack, and no verb. */
static uint32_t unknown_under(const struct sr_reading *r, uint32_t i,
			      bool struck)
{
	SR_CHILDREN(&r->tree, i, c)
		if ((sr_rel_is(&r->tree, c, SR_REL_OBL) ||
		     sr_rel_is(&r->tree, c, SR_REL_NMOD)) &&
		    is_unknown(r, c) &&
		    puts_in(r, sr_case_of(&r->tree, c), struck) &&
		    /* "clashes between X and Y" */
		    !((r->classes[i] & SR_CLASS_EVENT) &&
		      sr_case_of(&r->tree, c) == r->word.between))
			return c;
	return SR_NONE;
}

uint32_t sr_unknown_goal(const struct sr_reading *r, uint32_t trigger,
			 unsigned type)
{
	if ((type != SR_TYPE_CONTROL_ADVANCE && type != SR_TYPE_CONTROL_LEAVE &&
	     type != SR_TYPE_FORCE_MOVE && type != SR_TYPE_CIVIL_MOVEMENT) ||
	    !sr_is_verb(&r->tree, trigger))
		return SR_NONE;
	SR_CHILDREN(&r->tree, trigger, c) {
		uint32_t prep = sr_case_of(&r->tree, c);
		if (c > trigger && sr_rel_is(&r->tree, c, SR_REL_OBL) &&
		    is_bare_name(r, c) && prep &&
		    (sr_says_toward(r, prep) || prep == r->word.from))
			return c;
	}
	return SR_NONE;
}

uint32_t sr_unknown_place(const struct sr_reading *r, uint32_t trigger,
			  unsigned type)
{
	uint32_t patient = sr_patient(&r->tree, trigger);
	bool struck = sr_is_attack(type) && !sr_is_verb(&r->tree, trigger);
	uint32_t found = unknown_under(r, trigger, struck);
	uint32_t head = r->tree.token[trigger].head;

	bool at = sr_is_control(type) ||
		  (sr_is_attack(type) && sr_is_verb(&r->tree, trigger) &&
		   patient != SR_NONE && is_bare_name(r, patient));
	if (found == SR_NONE && at && is_unknown(r, patient))
		found = patient;
	if (found == SR_NONE && patient != SR_NONE)
		found = unknown_under(r, patient, false);
	/* "captured its pilot": where the jet was shot down */
	if (found == SR_NONE && head != trigger && sr_is_verb(&r->tree, head) &&
	    r->tree.token[trigger].deprel != SR_REL_CCOMP)
		found = unknown_under(r, head, struck && r->light[head]);
	return found;
}

/* "Hryhorivka, a village near Izyum": told where it is, it is a place. */
static bool has_place_under(const struct sr_reading *r, uint32_t i)
{
	for (uint32_t k = r->tree.from[i]; k < r->tree.to[i]; k++)
		if (r->tree.token[k].place != SR_NONE &&
		    r->doc->places.items[r->tree.token[k].place].kind !=
			    SR_PLACE_AREA)
			return true;
	return false;
}

/* "The Bambo, Goma": part of what a place is called. */
static bool has_place_before(const struct sr_reading *r, uint32_t i)
{
	return i > 0 && r->tree.token[i - 1].place != SR_NONE;
}

uint32_t sr_unknown_beside(const struct sr_reading *r, uint32_t place,
			   uint32_t after)
{
	const struct sr_mention *m = &r->doc->places.items[place].m;
	uint32_t first = m->head;

	if (r->doc->places.items[place].kind == SR_PLACE_AREA)
		return SR_NONE;
	/* "the outskirts of Gao, Bambo and Tessit": the name's row */
	if (!(r->tree.rels[first] & SR_REL_BIT(SR_REL_CONJ)))
		first = m->to - 1;
	if (r->tree.token[first].deprel == SR_REL_CONJ)
		first = r->tree.token[first].head;
	/* "Bambo and Goma" */
	if (after == SR_NONE && is_bare_name(r, first) &&
	    !has_place_before(r, first))
		return first;
	SR_CHILDREN(&r->tree, first, c)
		if ((after == SR_NONE || c > after) &&
		    r->tree.token[c].deprel == SR_REL_CONJ &&
		    is_bare_name(r, c) && !has_place_under(r, c))
			return c;
	return SR_NONE;
}

/* "Kafr al Ruwais", "Alma al-Shaab": a small word within a name. */
static bool is_within_name(const struct sr_reading *r, uint32_t i, uint32_t end)
{
	const struct sr_token *t = r->tree.token;

	if (i + 2 < end && t[i + 1].xpos == SR_XPOS_HYPH &&
	    t[i].upos == SR_UPOS_PROPN)
		return is_bare_name(r, i + 2);
	if (i > 0 && t[i].xpos == SR_XPOS_HYPH && i + 1 < end)
		return t[i - 1].upos == SR_UPOS_PROPN && is_bare_name(r, i + 1);
	return i + 1 < end && r->tree.token[i].upos == SR_UPOS_PROPN &&
	       r->tree.token[i].place == SR_NONE && is_bare_name(r, i + 1);
}

void sr_name_unknown(const struct sr_reading *r, uint32_t i,
		     struct sr_place_slot *slot)
{
	const struct sr_token *t = r->tree.token;
	uint32_t from = i, to = i + 1;

	while (from > r->tree.from[i] && t[from - 1].sentence == t[i].sentence &&
	       is_bare_name(r, from - 1))
		from--;
	while (to < r->tree.to[i] &&
	       (is_bare_name(r, to) || is_within_name(r, to, r->tree.to[i])))
		to++;
	*slot = (struct sr_place_slot){
		.at = { t[from].at.from, t[to - 1].at.to },
		.role = SR_ROLE_AT,
	};
	slot->name = sr_doc_text(r->doc, slot->at);
	uint32_t prep = sr_case_of(&r->tree, i);
	if (sr_says_near(r, prep))
		slot->role = SR_ROLE_NEAR;
	else if (prep && sr_says_toward(r, prep))
		slot->role = SR_ROLE_TOWARD;
	else if (prep && prep == r->word.from)
		slot->role = SR_ROLE_FROM;
}

#define BRACKET_BACK 8 /* tokens from "(" to the loss */

uint32_t sr_before_bracket(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_token *t = r->tree.token;
	const char *text = r->doc->report.text.s;
	uint32_t from = r->doc->sentences.items[t[trigger].sentence].from;

	for (uint32_t i = trigger, n = 0; i > from + 1 && n < BRACKET_BACK;
	     n++) {
		char c = text[t[--i].at.from];
		if (c == ')')
			return SR_NONE;
		if (c == '(')
			return t[i - 1].upos == SR_UPOS_PROPN ? i - 1 : SR_NONE;
	}
	return SR_NONE;
}

/* "Tanzibo (12 killed, nine hurt)": the name before the bracket that a loss
 * stands in, where no table has it; SR_NONE. */
static uint32_t bracketed_name(const struct sr_reading *r, uint32_t trigger)
{
	uint32_t i = sr_before_bracket(r, trigger);

	return i != SR_NONE && r->tree.token[i].place == SR_NONE &&
			       is_bare_name(r, i)
		       ? i
		       : SR_NONE;
}

/* The name of a place that no table has, unless the sentence has one that it
 * knows: the land that was taken is then the narrower of the two. */
uint32_t sr_nowhere_of(const struct sr_reading *r,
		       const struct sr_claim_draft *d)
{
	uint32_t trigger = d->frame.trigger, own = sr_place_near(r, trigger);
	uint32_t taken = sr_patient(&r->tree, trigger);
	uint32_t goal = sr_unknown_goal(r, trigger, d->claim.type);

	if (goal == SR_NONE && sr_is_loss(d->claim.type))
		goal = bracketed_name(r, trigger);
	if (goal != SR_NONE)
		return goal;
	/* "killed nine at X and burned a camp at Y": of the second verb */
	if (own != SR_NONE && r->tree.token[trigger].deprel == SR_REL_CONJ &&
	    !sr_dominates(&r->tree, trigger, r->doc->places.items[own].m.head))
		own = SR_NONE;
	/* "recaptured Tanzibo near Gao" */
	if (sr_is_control(d->claim.type) && sr_is_verb(&r->tree, trigger) &&
	    taken != SR_NONE && (r->classes[taken] & SR_CLASS_NAME))
		own = SR_NONE;
	if (d->recalled != SIZE_MAX ||
	    (own != SR_NONE &&
	     ((!sr_is_control(d->claim.type) && !sr_is_attack(d->claim.type) &&
	       !sr_is_loss(d->claim.type)) ||
	      r->doc->places.items[own].kind != SR_PLACE_AREA)))
		return SR_NONE;
	return sr_unknown_place(r, trigger, d->claim.type);
}
