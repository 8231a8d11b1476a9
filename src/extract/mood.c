/* The mood of a clause: is it told apart from the words beside the clause that
 * it is joined to, has it happened, is it asked, and is it an order
 * ("Objective: take the port")? */
#include "extract/cue.h"
#include "extract/extract_internal.h"

/* "A may be the cause, and B has fallen": a second clause with a subject or
 * auxiliary of its own is told without the words beside the first. */
bool sr_own_mood(const struct sr_tree *t, uint32_t i)
{
	if (t->token[i].deprel != SR_REL_CONJ || !sr_is_verb(t, i))
		return false;
	uint32_t head = t->token[i].head;
	unsigned x = t->token[i].xpos, above = t->token[head].xpos;
	/* "did not say when and said that", "have not given a toll, but say" */
	if (x == SR_XPOS_VBD && above == SR_XPOS_VB)
		return true;
	if ((x == SR_XPOS_VBP || x == SR_XPOS_VBZ) && above == SR_XPOS_VBN &&
	    sr_child(t, head, SR_REL_AUX) != SR_NONE)
		return true;
	SR_CHILDREN(t, i, k)
		if (sr_is_subject(t, k) || t->token[k].deprel == SR_REL_AUX)
			return true;
	return false;
}

/* "Took", "were sent", "had taken": it has happened. */
bool sr_has_happened(const struct sr_tree *t, uint32_t i)
{
	if (t->token[i].xpos == SR_XPOS_VBD)
		return true;
	SR_CHILDREN(t, i, k)
		if (sr_rel_is(t, k, SR_REL_AUX) &&
		    t->token[k].xpos != SR_XPOS_VBD &&
		    t->token[k].xpos != SR_XPOS_VBN)
			return false;
	return t->token[i].xpos == SR_XPOS_VBN &&
	       (sr_child(t, i, SR_REL_AUX) != SR_NONE ||
		sr_child(t, i, SR_REL_AUX_PASS) != SR_NONE);
}

/* "No talks until they withdraw": told in the present it has not come. */
bool sr_is_awaited(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t mark = sr_child(t, i, SR_REL_MARK);

	if (mark == SR_NONE || t->token[mark].lower != r->word.until)
		return false;
	/* "until they are expelled" */
	uint32_t now = sr_child(t, i, SR_REL_AUX_PASS);
	if (now == SR_NONE || t->token[i].xpos != SR_XPOS_VBN)
		now = i;
	return t->token[now].xpos == SR_XPOS_VBZ ||
	       t->token[now].xpos == SR_XPOS_VBP;
}

/* "The sides are to meet on Sunday" */
bool sr_is_to_be(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t be = sr_child(t, i, SR_REL_COP);

	return t->token[i].xpos == SR_XPOS_VB && be != SR_NONE &&
	       be + 2 <= i && t->token[be + 1].xpos == SR_XPOS_TO &&
	       (t->token[be].xpos == SR_XPOS_VBZ ||
	        t->token[be].xpos == SR_XPOS_VBP ||
	        t->token[be].xpos == SR_XPOS_VBD);
}

static bool has_subject_or_aux(const struct sr_tree *t, uint32_t v)
{
	SR_CHILDREN(t, v, k)
		if (sr_is_subject(t, k) || t->token[k].xpos == SR_XPOS_TO ||
		    sr_rel_is(t, k, SR_REL_AUX))
			return true;
	return false;
}

/* "Hold the bridge", "Objective: take the port": an order or a task; a bare
 * verb with no subject that no verb governs. */
bool sr_is_order(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t v = sr_is_verb(t, i) ? i : sr_clause(t, i);

	while (t->token[v].deprel == SR_REL_CONJ &&
	       t->token[t->token[v].head].xpos == SR_XPOS_VB)
		v = t->token[v].head;
	if (t->token[v].xpos != SR_XPOS_VB || has_subject_or_aux(t, v))
		return false;
	switch (t->token[v].deprel) {
	case SR_REL_ROOT:
	case SR_REL_APPOS:
	case SR_REL_PARATAXIS:
		return true;
	case SR_REL_CONJ:
		return !sr_is_verb(t, t->token[v].head);
	default:
		return false;
	}
}

bool sr_is_brought(const struct sr_reading *r, uint32_t i, unsigned type)
{
	return type == SR_TYPE_CIVIL_AID && sr_is_noun(&r->tree, i) &&
	       sr_rel_is(&r->tree, i, SR_REL_NSUBJ) &&
	       sr_is_verb(&r->tree, r->tree.token[i].head);
}

/* "as troops advance", "since the army left": a clause with a conjunction of
 * its own is told on its own; "dreamed of taking", "came close to it" is not. */
bool sr_stands_alone(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;

	SR_CHILDREN(t, i, k)
		if (t->token[k].deprel == SR_REL_MARK &&
		    t->token[k].xpos != SR_XPOS_TO &&
		    t->token[k].lower != r->word.toward_like[2] &&
		    t->token[k].lower != r->word.of)
			return true;
	return sr_child(t, i, SR_REL_NSUBJ) != SR_NONE;
}

bool sr_is_active(const struct sr_reading *r, uint32_t i)
{
	switch (r->tree.token[i].xpos) {
	case SR_XPOS_VBD:
	case SR_XPOS_VBZ:
	case SR_XPOS_VBP:
	case SR_XPOS_VBG:
		return sr_is_verb(&r->tree, i) && !sr_is_passive(&r->tree, i);
	default:
		return false;
	}
}

bool sr_is_question(const struct sr_reading *r, uint32_t i)
{
	const struct sr_sentence *s =
	        &r->doc->sentences.items[r->tree.token[i].sentence];
	struct sr_str last =
	        sr_doc_text(r->doc, r->tree.token[s->to - 1].at);

	return last.n == 1 && last.s[0] == '?';
}

bool sr_is_nobody(const struct sr_reading *r, uint32_t noun)
{
	SR_CHILDREN(&r->tree, noun, k)
		if (r->tree.token[k].deprel == SR_REL_DET &&
		    sr_cue_kind(r, r->cue_with[k]) == SR_CUE_IS_DENIED)
			return true;
	return false;
}

/* "Had not been briefed on the battles": there were battles. */
bool sr_is_untold(const struct sr_reading *r, uint32_t head, uint32_t i)
{
	return r->speech[head] && (r->classes[i] & SR_CLASS_EVENT) &&
	       sr_is_passive(&r->tree, head) && sr_is_negated(r, head);
}

/* "There were no casualties in the strike", "nobody was hurt": it was one. */
bool sr_harmed_nobody(const struct sr_reading *r, uint32_t head, uint32_t i)
{
	uint32_t who = sr_subject(&r->tree, head);

	return (r->classes[i] & SR_CLASS_EVENT) && who != SR_NONE &&
	       who != i && sr_is_nobody(r, who);
}
