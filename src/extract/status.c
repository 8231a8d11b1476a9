/* How sure the text says that a happening is: from the words beside its verb
 * or noun ("may", "not", "alleged"), and from those that govern it ("plan to",
 * "denied", "fears of"), going up from the trigger until a clause stands on
 * its own feet. The scope of each cue is its place in the tree, in the manner
 * of factuality profiles (Saurí & Pustejovsky 2009, FactBank), which this
 * folds into the six statuses of claims.md. */
#include "extract/cue.h"
#include "extract/extract_internal.h"

struct climb {
	const struct sr_reading *r;
	unsigned seen; /* a bit a kind */
	uint32_t lack; /* "no water": its "no" denies no hardship; SR_NONE */
	bool told;     /* under a verb of saying */
	bool then;     /* "would later", below that verb if there is one */
};

bool sr_is_aim(const struct sr_reading *r, uint32_t i)
{
	int kind = sr_cue_kind(r, r->cue_over[i]);

	return kind == SR_CUE_IS_PLANNED || kind == SR_CUE_IS_TRY;
}

static void note(struct climb *c, int kind)
{
	if (kind == SR_CUE_IS_THEN) {
		c->then |= !c->told;
		return;
	}
	if (kind > SR_CUE_IS_PLAIN && kind != SR_CUE_IS_SEEN &&
	    kind != SR_CUE_IS_CHECK && kind != SR_CUE_IS_RETRACT &&
	    kind != SR_CUE_IS_AIM && kind != SR_CUE_IS_ENDS &&
	    kind != SR_CUE_IS_TRUE)
		c->seen |= 1u << kind;
}

static bool is_punct(const struct sr_tree *t, uint32_t i)
{
	return t->token[i].upos == SR_UPOS_PUNCT;
}

/* "shelled the town, likely in response to": the cue is on what follows it;
 * "shelled the town, reportedly." is on the verb. */
static bool looks_on(const struct sr_tree *t, uint32_t k, uint32_t i)
{
	return k > i + 1 && is_punct(t, k - 1) &&
	       t->token[k].deprel == SR_REL_ADVMOD && k + 1 < t->ntoken &&
	       t->token[k + 1].sentence == t->token[k].sentence &&
	       !is_punct(t, k + 1);
}

bool sr_is_negated(const struct sr_reading *r, uint32_t i)
{
	SR_CHILDREN(&r->tree, i, k)
		if (sr_cue_kind(r, r->cue_with[k]) == SR_CUE_IS_DENIED)
			return true;
	return false;
}

bool sr_denies_beside(const struct sr_reading *r, uint32_t i)
{
	return sr_cue_kind(r, r->cue_with[i]) == SR_CUE_IS_DENIED;
}

bool sr_is_taken_back(const struct sr_reading *r, uint32_t noun)
{
	return sr_cue_kind(r, r->cue_over[noun]) == SR_CUE_IS_RETRACT ||
	       sr_cue_kind(r, r->cue_over[r->tree.token[noun].head]) ==
		       SR_CUE_IS_RETRACT;
}

/* "Could not confirm", "was unable to verify", "is not possible to check", "no
 * confirmation": what is not confirmed is not denied either. */
bool sr_is_unproved(const struct sr_reading *r, uint32_t i)
{
	const struct sr_token *t = r->tree.token;
	uint32_t head = t[i].head;

	bool verb = sr_is_verb(&r->tree, i);
	if (sr_cue_kind(r, r->cue_over[i]) != SR_CUE_IS_CHECK)
		return false;
	uint32_t who = verb ? sr_subject(&r->tree, i) : SR_NONE;
	if (sr_is_negated(r, i) || (who != SR_NONE && sr_is_negated(r, who)))
		return true;
	bool under = head != i && (t[i].deprel == SR_REL_XCOMP ||
				   t[i].deprel == SR_REL_ADVCL ||
				   sr_rel_is(&r->tree, i, SR_REL_CSUBJ)) &&
		     sr_is_infinitive(&r->tree, i);
	/* "has not seen visual evidence of it" */
	under |= t[i].deprel == SR_REL_OBJ && !verb;
	return under &&
	       (sr_cue_kind(r, r->cue_over[head]) == SR_CUE_IS_DENIED ||
		sr_is_negated(r, head));
}

static bool unconfirmed(struct climb *c, uint32_t i)
{
	bool not = sr_is_unproved(c->r, i);

	if (not)
		note(c, SR_CUE_IS_UNVERIFIED);
	return not;
}

static void look_beside(struct climb *c, uint32_t i)
{
	const struct sr_tree *t = &c->r->tree;
	if (unconfirmed(c, i))
		return;
	if (sr_is_awaited(c->r, i))
		note(c, SR_CUE_IS_POSSIBLE);
	SR_CHILDREN(t, i, k) {
		if (!sr_bears_on(t, k) || t->token[k].xpos == SR_XPOS_TO ||
		    looks_on(t, k, i))
			continue;
		/* "can be seen flying" */
		if (t->token[k].deprel == SR_REL_AUX &&
		    sr_cue_kind(c->r, c->r->cue_over[i]) == SR_CUE_IS_SEEN)
			continue;
		int kind = sr_cue_kind(c->r, c->r->cue_with[k]);
		/* "not the first such strike": there was one */
		if (kind == SR_CUE_IS_DENIED && sr_is_noun(t, i) &&
		    sr_is_ranked(c->r, i))
			continue;
		if (kind == SR_CUE_IS_RETRACT && c->r->speech[i])
			kind = SR_CUE_IS_DENIED; /* "wrongly reported" */
		if (kind == SR_CUE_IS_PLANNED && sr_has_happened(t, i))
			kind = SR_CUE_IS_PLAIN; /* "soon after, they took the
						   hill" */
		if (kind != SR_CUE_IS_DENIED || i != c->lack)
			note(c, kind);
	}
	if (sr_is_to_be(c->r, i))
		note(c, SR_CUE_IS_PLANNED);
}

/* A subject that says nobody did: "no troops", "neither side"; or an object,
 * but for one of another verb ("made no mention of it and said"). */
static void look_at_subject(struct climb *c, uint32_t i, bool other)
{
	const struct sr_tree *t = &c->r->tree;

	SR_CHILDREN(t, i, k) {
		if (k == c->lack ||
		    (!sr_is_subject(t, k) &&
		     (other || t->token[k].deprel != SR_REL_OBJ)))
			continue;
		/* "nobody bombs civilians" */
		if ((t->token[k].upos == SR_UPOS_PRON &&
		     sr_cue_kind(c->r, c->r->cue_with[k]) ==
			     SR_CUE_IS_DENIED) ||
		    sr_is_nobody(c->r, k))
			note(c, SR_CUE_IS_DENIED);
	}
}

/* "The goal is to seize", "their aim was trapping": what the plan is. */
static void look_at_plan(struct climb *c, uint32_t i)
{
	const struct sr_tree *t = &c->r->tree;
	unsigned x = t->token[i].xpos;

	if (x != SR_XPOS_VB && x != SR_XPOS_VBG)
		return;
	SR_CHILDREN(t, i, k)
		if (sr_is_subject(t, k) && sr_is_noun(t, k) &&
		    sr_cue_kind(c->r, c->r->cue_over[k]) == SR_CUE_IS_PLANNED)
			note(c, SR_CUE_IS_PLANNED);
}

/* A verb of saying with nobody named: "it was claimed that". */
static void look_at_agentless(struct climb *c, uint32_t verb)
{
	static const int KIND[] = { SR_CUE_IS_PLAIN, SR_CUE_IS_UNVERIFIED,
				    SR_CUE_IS_POSSIBLE };
	const struct sr_reading *r = c->r;

	if (!r->speech[verb] || !sr_is_passive(&r->tree, verb) ||
	    sr_agent(&r->tree, verb) != SR_NONE)
		return;
	int32_t status = sr_kit_value(r->kit, SR_TABLE_SPEECH,
	                              r->speech[verb] - 1u,
	                              SR_SPEECH_AGENTLESS);
	note(c, KIND[status]);
}

/* "Analysts believe they have advanced": with somebody named who thinks so it
 * is told as so; "it is believed", "I think" is not. */
static bool is_their_view(const struct sr_reading *r, uint32_t verb,
                          uint32_t clause)
{
	const struct sr_tree *t = &r->tree;

	if (!r->speech[verb] || !sr_is_verb(t, verb) ||
	    sr_speech_kind(r, verb) != SR_SPEECH_IS_WEAK ||
	    sr_is_passive(t, verb) ||
	    t->token[clause].deprel != SR_REL_CCOMP)
		return false;
	uint32_t who = sr_subject(t, verb);
	return who != SR_NONE && sr_is_noun(t, who) &&
	       t->token[who].upos != SR_UPOS_PRON;
}

/* "Unconfirmed reports said": what they say is unverified. "An earlier version
 * said": it was taken back. */
static void look_at_source(struct climb *c, uint32_t verb)
{
	const struct sr_reading *r = c->r;
	uint32_t who = r->speech[verb] ? sr_subject(&r->tree, verb) : SR_NONE;

	if (who == SR_NONE)
		return;
	if (sr_cue_kind(r, r->cue_over[who]) == SR_CUE_IS_RETRACT)
		note(c, SR_CUE_IS_DENIED);
	SR_CHILDREN(&r->tree, who, k)
		if (sr_cue_kind(r, r->cue_with[k]) == SR_CUE_IS_UNVERIFIED)
			note(c, SR_CUE_IS_UNVERIFIED);
}

/* "The fall of X would threaten the road": what threatens is no threat. */
static bool is_planner(const struct sr_reading *r, uint32_t head, uint32_t i)
{
	return sr_rel_is(&r->tree, i, SR_REL_NSUBJ) &&
	       r->tree.token[i].deprel != SR_REL_NSUBJ_PASS &&
	       sr_is_verb(&r->tree, head) &&
	       sr_cue_kind(r, r->cue_over[head]) == SR_CUE_IS_PLANNED;
}

/* "Was the first city to fall", "the latest to flee": it did. */
static bool is_one_that_did(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t noun = t->token[i].head;
	uint32_t be = sr_child(t, noun, SR_REL_COP);

	return be != SR_NONE && t->token[be].xpos == SR_XPOS_VBD &&
	       sr_is_ranked(r, noun);
}

/* An infinitive of purpose, with no cue above it to say how it stands. */
static bool bare_purpose(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	unsigned rel = t->token[i].deprel;

	/* "they are coming to retake it" */
	bool coming = rel == SR_REL_XCOMP &&
	              t->token[t->token[i].head].xpos == SR_XPOS_VBG &&
	              t->token[t->token[i].head].lemma == r->word.come;
	/* "began an offensive to seize it" began no seizure */
	uint8_t cue = r->cue_over[t->token[i].head];
	uint32_t what = sr_child(t, t->token[i].head, SR_REL_OBJ);
	/* "operations led by the army to retake it" */
	if (what == SR_NONE && t->token[t->token[i].head].deprel == SR_REL_ACL)
		what = t->token[t->token[i].head].head;
	bool begun = what != SR_NONE &&
		     sr_cue_kind(r, cue) == SR_CUE_IS_PLAIN &&
		     (r->classes[what] & SR_CLASS_EVENT);
	bool purpose = (rel == SR_REL_ADVCL || rel == SR_REL_ACL ||
			(rel == SR_REL_XCOMP && begun)) &&
	               (!cue || begun);
	/* "battled to retake it" */
	bool fought = rel == SR_REL_XCOMP && !cue &&
		      sr_is_verb(t, t->token[i].head) &&
		      sr_is_blow(r, t->token[i].head);
	return (purpose || coming || fought) && sr_is_infinitive(t, i) &&
	       !sr_is_past_infinitive(r, i) && !is_one_that_did(r, i);
}

/* "Warned residents to leave": they are told to. */
static bool is_told_to(const struct sr_reading *r, uint32_t head, uint32_t i)
{
	return r->speech[head] &&
	       sr_cue_kind(r, r->cue_over[head]) == SR_CUE_IS_POSSIBLE &&
	       r->tree.token[i].deprel == SR_REL_XCOMP &&
	       sr_is_infinitive(&r->tree, i) &&
	       sr_object(&r->tree, head) != SR_NONE;
}

/* "It should be noted that the army left", "I can tell you that it left": to be
 * told is no plan and no doubt, it has left. */
static bool is_to_be_told(const struct sr_reading *r, uint32_t head, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t who = sr_child(t, head, SR_REL_NSUBJ);
	bool mine = who != SR_NONE && t->token[who].lower == r->word.we;

	mine |= who != SR_NONE && t->token[who].upos == SR_UPOS_PRON &&
		t->token[who].at.to == t->token[who].at.from + 1; /* "I" */
	return r->speech[head] && (sr_is_passive(t, head) || mine) &&
	       sr_speech_kind(r, head) == SR_SPEECH_IS_SAY &&
	       !sr_is_negated(r, head) &&
	       (t->token[i].deprel == SR_REL_CCOMP ||
		sr_rel_is(t, i, SR_REL_CSUBJ)) &&
	       sr_has_happened(t, i);
}

static void climb_from(struct climb *c, uint32_t i)
{
	const struct sr_reading *r = c->r;
	const struct sr_tree *t = &r->tree;

	bool apart = false; /* from the words beside i */
	bool other = false; /* i is the first of a row of verbs */
	bool own = false;   /* of which the other has a subject too */
	bool content = false; /* i says what comes below it */

	for (unsigned n = 0; n < 24; n++) {
		uint32_t head = sr_governor(r, i);
		if (!apart)
			look_beside(c, i);
		if (sr_is_verb(t, i) && !sr_is_unproved(r, i) && !own)
			look_at_subject(c, i, other);
		look_at_plan(c, i);
		if (bare_purpose(r, i)) {
			/* "called to say that they took it" */
			if (!content)
				note(c, SR_CUE_IS_PLANNED);
			return;
		}
		content = r->speech[head] &&
			  t->token[i].deprel == SR_REL_CCOMP;
		if (head == i)
			return;
		if (sr_verdict_denies(r, i))
			note(c, SR_CUE_IS_DENIED);
		if (sr_verdict_doubts(r, i))
			note(c, SR_CUE_IS_UNVERIFIED);
		if (sr_only_blames(r, i) || !sr_reaches_up(r, i))
			return;
		if (sr_leaves_open(r, head)) {
			note(c, SR_CUE_IS_UNVERIFIED);
			return;
		}
		if (t->token[i].deprel != SR_REL_CONJ) {
			if (!is_their_view(r, head, i) &&
			    !sr_cancels(r, head) && !is_planner(r, head, i) &&
			    !(n && sr_fails_to(r, i)))
				note(c, n == 0 && is_told_to(r, head, i)
						? SR_CUE_IS_PLANNED
						: sr_kind_over(r, head, i));
			if (sr_speech_kind(r, head) == SR_SPEECH_IS_DENY &&
			    !sr_cancels(r, head))
				note(c, SR_CUE_IS_DENIED);
			if (sr_is_hearsay(r, i))
				note(c, SR_CUE_IS_UNVERIFIED);
			look_at_agentless(c, head);
			look_at_source(c, head);
			c->told |= r->speech[head] &&
				   t->token[i].deprel != SR_REL_NSUBJ;
		}
		apart = sr_own_mood(t, i) || is_to_be_told(r, head, i) ||
			(t->token[i].deprel != SR_REL_CONJ &&
			 sr_cancels(r, head)) ||
			(apart && t->token[i].deprel == SR_REL_CONJ);
		other = t->token[i].deprel == SR_REL_CONJ && sr_is_verb(t, i);
		own = other && sr_subject(t, i) != SR_NONE;
		i = head;
	}
}

/* "The fall of the town would open the road": it has not fallen. */
static bool is_what_if(const struct sr_reading *r, uint32_t noun, unsigned type)
{
	const struct sr_tree *t = &r->tree;
	uint32_t verb = t->token[noun].head;

	if (!sr_is_control(type) || type == SR_TYPE_CONTROL_HOLD ||
	    !sr_is_noun(t, noun) || !sr_is_subject(t, noun))
		return false;
	SR_CHILDREN(t, verb, c)
		if (sr_rel_is(t, c, SR_REL_AUX) &&
		    sr_cue_kind(r, r->cue_with[c]) == SR_CUE_IS_WOULD)
			return true;
	return false;
}

/* What an attempt or a vain one is, by what is tried. */
static enum sr_status tried(unsigned seen, unsigned type)
{
	bool deed = sr_is_assault(type);
	bool motion = type == SR_TYPE_CONTROL_ADVANCE ||
	              type == SR_TYPE_CONTROL_LEAVE ||
	              (type >= SR_TYPE_FORCE_MOVE &&
	               type <= SR_TYPE_FORCE_SUPPLY);

	if (deed)
		return SR_STATUS_ASSERTED;
	if (seen & 1u << SR_CUE_IS_VAIN)
		return SR_STATUS_DENIED;
	return motion ? SR_STATUS_ASSERTED : SR_STATUS_PLANNED;
}

enum sr_status sr_status_of(const struct sr_reading *r, uint32_t trigger,
                            unsigned type)
{
	struct climb c = { .r = r, .lack = SR_NONE };

	if (type == SR_TYPE_CIVIL_HARDSHIP && !sr_is_verb(&r->tree, trigger))
		c.lack = trigger;

	/* "denied that it had lost control": control is no happening */
	if (sr_is_control(type) && sr_is_noun(&r->tree, trigger) &&
	    r->tree.token[trigger].deprel == SR_REL_OBJ &&
	    !(r->classes[trigger] & SR_CLASS_EVENT)) {
		uint32_t head = r->tree.token[trigger].head;
		climb_from(&c, head);
		/* "demanded to hoist their flag" has not been done; the
		 * stronghold that one vowed to take is held */
		bool taken = type == SR_TYPE_CONTROL_SEIZE ||
			     type == SR_TYPE_CONTROL_RETAKE;
		if (!taken || r->tree.token[head].xpos != SR_XPOS_VB)
			c.seen &= 1u << SR_CUE_IS_DENIED;
	}
	climb_from(&c, sr_is_brought(r, trigger, type)
			       ? r->tree.token[trigger].head
			       : trigger);
	if (sr_is_question(r, trigger) || is_what_if(r, trigger, type))
		note(&c, SR_CUE_IS_POSSIBLE);
	if (c.then && c.told)
		note(&c, SR_CUE_IS_PLANNED);
	if (c.seen & 1u << SR_CUE_IS_WOULD)
		note(&c, c.told ? SR_CUE_IS_PLANNED : SR_CUE_IS_POSSIBLE);
	if (c.seen & 1u << SR_CUE_IS_DISPUTED)
		return SR_STATUS_DISPUTED;
	if (c.seen & 1u << SR_CUE_IS_DENIED)
		return c.seen & 1u << SR_CUE_IS_POSSIBLE ? SR_STATUS_POSSIBLE
							 : SR_STATUS_DENIED;
	if (c.seen & 1u << SR_CUE_IS_UNVERIFIED)
		return SR_STATUS_UNVERIFIED;
	if (c.seen & 1u << SR_CUE_IS_POSSIBLE)
		return SR_STATUS_POSSIBLE;
	if (c.seen & 1u << SR_CUE_IS_PLANNED || sr_is_order(r, trigger))
		return SR_STATUS_PLANNED;
	if (c.seen & (1u << SR_CUE_IS_TRY | 1u << SR_CUE_IS_VAIN))
		return tried(c.seen, type);
	return SR_STATUS_ASSERTED;
}
