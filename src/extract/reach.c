/* How far what governs a happening bears on it: a cue, a denial or a verb of
 * saying reaches what stands in certain relations to it ("denied the raid",
 * "plans to take it"), and not what stands in others ("the raid did not cause
 * losses"). status.c goes up from the trigger by these. */
#include "extract/cue.h"
#include "extract/extract_internal.h"

/* The kind of the cue that governs i: "withdrew its claim that" takes it back,
 * "withdrew its troops" does not. */
int sr_kind_over(const struct sr_reading *r, uint32_t head, uint32_t i)
{
	int kind = sr_cue_kind(r, r->cue_over[head]);

	/* who could not end it left it as it was */
	if (kind == SR_CUE_IS_ENDS)
		return sr_cancels(r, head) ? kind : -1;
	if (kind == SR_CUE_IS_LETS)
		return sr_has_happened(&r->tree, head) &&
				       r->tree.token[i].deprel == SR_REL_XCOMP
			       ? SR_CUE_IS_PLAIN
			       : SR_CUE_IS_POSSIBLE;
	if (kind == SR_CUE_IS_AIM)
		return sr_is_infinitive(&r->tree, i) ? SR_CUE_IS_PLANNED : -1;
	/* '"The shelling goes on," he warned': his words are no forecast */
	if (kind == SR_CUE_IS_POSSIBLE && r->speech[head] && r->quote[i] &&
	    !r->quote[head])
		return -1;
	if (kind != SR_CUE_IS_RETRACT)
		return kind;
	bool told = sr_telling_kind(r, i) == SR_TELLING_TOLD;
	return sr_is_verb(&r->tree, head) && told ? SR_CUE_IS_DENIED : -1;
}

/* "It is unclear whether they have left": the parser may take what is asked
 * for a condition. */
static bool is_asked(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;

	if (t->token[t->token[i].head].upos != SR_UPOS_ADJ)
		return false;
	SR_CHILDREN(t, i, k)
		if (t->token[k].deprel == SR_REL_MARK &&
		    sr_cue_kind(r, r->cue_with[k]) == SR_CUE_IS_POSSIBLE)
			return true;
	return false;
}

/* "Warned of an attack", "prevented from storming": what the verb is about;
 * "refused it during the siege" is not. */
static bool completes(const struct sr_reading *r, uint32_t i)
{
	uint32_t prep = sr_case_of(&r->tree, i);

	if (prep == r->word.of || prep == r->word.from ||
	    prep == r->word.against || prep == r->word.toward_like[2])
		return true;
	for (size_t k = 0; k < SR_LEN(r->word.about_like); k++)
		if (prep == r->word.about_like[k])
			return true;
	return prep == 0;
}

/* "A strike killed two" tells of the strike too; "the strike" is known. */
static bool is_new(const struct sr_reading *r, uint32_t i)
{
	SR_CHILDREN(&r->tree, i, c)
		if (r->tree.token[c].lower == r->word.a ||
		    r->tree.token[c].lower == r->word.an)
			return true;
	return false;
}

/* What governs i: its head, but for "pursued the aim of taking it", "focused
 * their efforts on taking it", where the parser may hang the clause on the verb:
 * the noun right before "of" or "on". */
uint32_t sr_governor(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;

	if (t->token[i].deprel == SR_REL_ADVCL)
		SR_CHILDREN(t, i, k)
			if (t->token[k].deprel == SR_REL_MARK && k < i && k &&
			    (t->token[k].lower == r->word.of ||
			     t->token[k].lower == r->word.on) &&
			    r->cue_over[k - 1] && sr_is_noun(t, k - 1))
				return k - 1;
	return t->token[i].head;
}

/* "Foiled the attack, killing nine", "failed, losing a tank": what came of what
 * was prevented did come. */
static bool comes_of_it(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	int kind = sr_cue_kind(r, r->cue_over[t->token[i].head]);

	return t->token[i].xpos == SR_XPOS_VBG && i > 1 &&
	       t->token[i - 1].xpos == SR_XPOS_COMMA && t->token[i].head < i &&
	       (kind == SR_CUE_IS_DENIED || kind == SR_CUE_IS_VAIN ||
		kind == SR_CUE_IS_TRY) &&
	       sr_child(t, i, SR_REL_MARK) == SR_NONE;
}

/* "Seeks to encircle X by taking Y": by what is yet to be done itself. */
static bool is_means(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t mark = sr_child(t, i, SR_REL_MARK);

	return mark != SR_NONE && t->token[mark].lower == r->word.by &&
	       t->token[i].head < i && sr_is_infinitive(t, t->token[i].head);
}

/* "The fall of X would be a blow" */
static bool is_supposed(const struct sr_reading *r, uint32_t what)
{
	if (sr_is_verb(&r->tree, what))
		return false;
	SR_CHILDREN(&r->tree, what, k)
		if (sr_cue_kind(r, r->cue_with[k]) == SR_CUE_IS_WOULD)
			return true;
	return false;
}

/* "Blocked the road to stop a bus before killing nine": stopped, they were
 * killed. */
static bool comes_after(const struct sr_reading *r, uint32_t i)
{
	uint32_t mark = sr_child(&r->tree, i, SR_REL_MARK);
	uint32_t head = r->tree.token[i].head;
	uint32_t prep = sr_case_of(&r->tree, i);

	/* "vowed a response after a raid on the town": it was raided */
	if (prep && (prep == r->word.after || prep == r->word.following) &&
	    sr_rel_is(&r->tree, i, SR_REL_OBL) &&
	    (r->classes[i] & SR_CLASS_EVENT))
		return true;
	return mark != SR_NONE && mark < i && head < mark &&
	       r->tree.token[i].xpos == SR_XPOS_VBG &&
	       r->tree.token[mark].lower == r->word.before &&
	       sr_cue_kind(r, r->cue_over[head]) == SR_CUE_IS_DENIED;
}

/* What is told of an object. */
static bool reaches_from_object(const struct sr_reading *r, uint32_t i,
				uint32_t head, bool over)
{
	/* "struggling to help the wounded": they are wounded */
	if (r->tree.token[head].lower == r->word.help &&
	    !(r->classes[i] & (SR_CLASS_EVENT | SR_CLASS_TALK)))
		return false;
	/* "the raid has not been claimed": there was one */
	if (sr_rel_is(&r->tree, i, SR_REL_NSUBJ_PASS) && !over &&
	    r->speech[head] && sr_is_negated(r, head) &&
	    (r->classes[i] & SR_CLASS_EVENT))
		return false;
	/* "would not sign a truce": what is done to it is what is told */
	return r->light[head] || over || r->speech[head] ||
	       (r->classes[i] & SR_CLASS_TALK);
}

static bool reaches_from_subject(const struct sr_reading *r, uint32_t i,
				 uint32_t head, bool over)
{
	const struct sr_tree *t = &r->tree;

	/* "the withdrawal enabled them to seize it": it is no mere
	 * possibility */
	if (sr_cue_kind(r, r->cue_over[head]) == SR_CUE_IS_LETS)
		return is_supposed(r, head);
	/* "fire has prevented them from leaving": there was fire */
	if (sr_is_verb(t, head) && sr_kind_over(r, head, i) == SR_CUE_IS_DENIED &&
	    sr_child(t, head, SR_REL_OBJ) != SR_NONE)
		return false;
	/* "the raid did not cause losses": it was a raid */
	if (sr_is_verb(t, head) && sr_is_negated(r, head) &&
	    !sr_happens(r, head))
		return false;
	/* "claimed that an attack captured": is it known? */
	return r->light[head] || over ||
	       sr_telling_kind(r, i) == SR_TELLING_FIGURE ||
	       is_supposed(r, head) ||
	       ((r->classes[i] & SR_CLASS_EVENT) && is_new(r, i));
}

static bool reaches_from_oblique(const struct sr_reading *r, uint32_t i,
				 uint32_t head, bool over)
{
	/* "rejected as baseless the claim that" */
	if (sr_telling_kind(r, i) == SR_TELLING_TOLD &&
	    sr_speech_kind(r, head) == SR_SPEECH_IS_DENY)
		return true;
	/* "the first to fall since the capture of X" */
	if (sr_harmed_nobody(r, head, i) || sr_is_untold(r, head, i) ||
	    sr_case_of(&r->tree, i) == r->word.since)
		return false;
	/* "failed to mount a defence against the offensive": there was one */
	if (sr_case_of(&r->tree, i) == r->word.against &&
	    (r->classes[i] & SR_CLASS_EVENT) &&
	    sr_child(&r->tree, head, SR_REL_OBJ) != SR_NONE)
		return false;
	return r->light[head] ||
	       ((over || r->speech[head]) && completes(r, i));
}

/* Does what governs i bear on it through i's relation? */
bool sr_reaches_up(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t head = sr_governor(r, i);
	bool over = sr_kind_over(r, head, i) >= 0;

	if (comes_after(r, i))
		return false;
	switch (t->token[i].deprel) {
	case SR_REL_XCOMP:
	case SR_REL_CCOMP:
	case SR_REL_CSUBJ:
	case SR_REL_CSUBJ_PASS:
	case SR_REL_CONJ:
		return true;
	case SR_REL_ACL:
		/* "a threat, with its men holding": told on its own */
		if (t->token[i].xpos == SR_XPOS_VBG && sr_stands_alone(r, i) &&
		    sr_child(t, i, SR_REL_AUX) == SR_NONE)
			return false;
		return sr_is_infinitive(t, i) || over ||
		       sr_is_content(r, i);
	case SR_REL_ACL_RELCL:
		/* "accusations that it had", "no sign the army had": no
		 * relative clauses */
		return (over && (sr_child(t, i, SR_REL_MARK) != SR_NONE ||
				 sr_kind_over(r, head, i) == SR_CUE_IS_DENIED)) ||
		       sr_is_content(r, i);
	case SR_REL_ADVCL:
		return sr_is_infinitive(t, i) || is_means(r, i) ||
		       (over && head != t->token[i].head) ||
		       (over && !comes_of_it(r, i) &&
		        (!sr_stands_alone(r, i) || is_asked(r, i)));
	case SR_REL_OBL:
		return reaches_from_oblique(r, i, head, over);
	case SR_REL_OBJ:
	case SR_REL_IOBJ: /* "denied reports that" */
	case SR_REL_NSUBJ_PASS:
		return reaches_from_object(r, i, head, over);
	case SR_REL_NSUBJ:
		return reaches_from_subject(r, i, head, over);
	case SR_REL_NMOD:
	case SR_REL_COMPOUND:
	case SR_REL_NMOD_POSS:
		/* "with the help of strikes" helps nobody to strike */
		if (t->token[head].lower == r->word.help)
			return false;
		return over || r->head_kind[head] ||
		       sr_telling_kind(r, head) == SR_TELLING_BLAME ||
		       (r->classes[head] & SR_CLASS_EVENT);
	default:
		return false;
	}
}
