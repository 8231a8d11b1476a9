/* Who does it: what the pattern's actor line leads to; else whose the
 * happening is; else, for a verb that the parser has cut off from its subject,
 * the force or side that stands as a subject before it; else, for a loss or
 * damage, whoever's attack brought it about. Civilians and things do nothing. */
#include "base/str.h"
#include "extract/extract_internal.h"

static bool has_line(const struct sr_pattern *p, enum sr_line line)
{
	return p->lines >> line & 1;
}

/* The doer of a verb or noun, or whose the noun is. */
static uint32_t doer(const struct sr_reading *r, const struct sr_frame *f)
{
	static const uint32_t STEP[] = { SR_STEP_AGENT, SR_STEP_POSS,
		                         SR_STEP_MOD };
	uint32_t found[SR_MAX_FOUND];

	for (size_t i = 0; i < SR_LEN(STEP); i++) {
		struct sr_selector s = { .nstep = 1,
			                 .step = { STEP[i] },
			                 .classes = SR_CLASS_PARTY |
			                            SR_CLASS_FORCE };
		if (STEP[i] != SR_STEP_AGENT && !f->nominal)
			break;
		/* "Iraq's first big attack": it befell it */
		if (STEP[i] == SR_STEP_POSS && sr_is_ranked(r, f->trigger))
			continue;
		if (sr_select(r, f, &s, found))
			return found[0];
	}
	return f->nominal ? sr_by_participle(r, f->trigger) : SR_NONE;
}

/* "Rebel shelling", "Russian artillery fire": the side or force right before
 * the noun, which the parser may take for a verb of its own. */
static uint32_t doer_in_front(const struct sr_reading *r, uint32_t noun)
{
	const struct sr_token *t = r->tree.token;

	for (uint32_t i = noun; i-- > 0 && i + 2 >= noun;) {
		uint32_t p = t[i].party;
		bool own = p != SR_NONE && r->doc->parties.items[p].m.head == i;
		if ((t[i].upos != SR_UPOS_NOUN && t[i].upos != SR_UPOS_ADJ &&
		     t[i].upos != SR_UPOS_PROPN) ||
		    sr_names_site(r, i))
			return SR_NONE;
		if ((r->classes[i] & SR_CLASS_FORCE) ||
		    (own && (r->classes[i] & SR_CLASS_PARTY)))
			return i;
	}
	return SR_NONE;
}

/* "Sudan's civil war has killed 9,000": the land in which it is fought. */
static bool is_land_of_war(const struct sr_reading *r, uint32_t noun,
			   uint32_t who)
{
	uint32_t p = who == SR_NONE ? SR_NONE : sr_party_of(r, who).party;

	if (p == SR_NONE || !sr_says_war(r, noun))
		return false;
	SR_CHILDREN(&r->tree, noun, c)
		if (r->tree.token[c].lower == r->word.civil)
			return true;
	return r->doc->war != SR_NONE &&
	       sr_str_equal(r->doc->parties.items[p].side,
			    sr_kit_text(r->kit, SR_TABLE_WARS, r->doc->war,
					SR_WARS_PLACE));
}

static uint32_t doer_of_noun(const struct sr_reading *r, uint32_t noun,
                             unsigned type)
{
	struct sr_frame f = sr_frame_of(r, noun, true);
	uint32_t who = doer(r, &f);

	if (!sr_may_act(r, who, type))
		who = doer_in_front(r, noun);
	if (is_land_of_war(r, noun, who))
		return SR_NONE;
	return sr_may_act(r, who, type) ? who : SR_NONE;
}

static uint32_t line_actor(const struct sr_reading *r,
                           const struct sr_frame *f,
                           const struct sr_pattern *p)
{
	uint32_t found[SR_MAX_FOUND];
	size_t n;

	if (!has_line(p, SR_LINE_ACTOR))
		return doer(r, f);
	n = sr_line_find(r, f, p, SR_LINE_ACTOR, found);
	for (size_t i = 0; i < n; i++) {
		if (f->nominal && sr_befell(r, f->trigger, found[i]))
			continue;
		/* "killed in an attack by rebels" */
		if (r->classes[found[i]] & SR_CLASS_EVENT) {
			uint32_t by = doer_of_noun(r, found[i], p->type);
			if (by != SR_NONE)
				return by;
		}
		if (sr_may_act(r, found[i], p->type) &&
		    !is_land_of_war(r, found[i], found[i]))
			return found[i];
	}
	return SR_NONE;
}

/* The last force or side before a verb, standing as a subject: of a verb
 * whose own subject the tree lacks or has wrong ("Rebels stationed in the
 * hills shelled the town"). */
static uint32_t subject_before(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;
	uint32_t from = r->doc->sentences.items[t->token[verb].sentence].from;

	for (uint32_t i = verb; i-- > from;) {
		if (!sr_is_subject(t, i) || !sr_is_noun(t, i))
			continue;
		return (r->classes[i] & SR_CLASS_FORCE) ? i : SR_NONE;
	}
	return SR_NONE;
}

/* Does a loss or damage hang on this happening ("killed in", "after")? */
static bool is_cause(const struct sr_reading *r, uint32_t c)
{
	uint32_t prep = sr_case_of(&r->tree, c);

	return (r->classes[c] & SR_CLASS_EVENT) && prep != r->word.of &&
	       prep != r->word.against;
}

/* A force, or somebody's weapons: "Russian jets". */
static bool fights(const struct sr_reading *r, uint32_t i)
{
	return i != SR_NONE &&
	       (r->classes[i] & (SR_CLASS_FORCE | SR_CLASS_EQUIP));
}

static bool is_told_passive(const struct sr_tree *t, uint32_t verb)
{
	SR_CHILDREN(t, verb, c)
		if (t->token[c].deprel == SR_REL_AUX_PASS)
			return true;
	return false;
}

/* "as their convoy drove past": those whom it befell. */
static bool is_of_theirs(const struct sr_reading *r, uint32_t i)
{
	uint32_t poss = i == SR_NONE ? SR_NONE
				     : sr_child(&r->tree, i, SR_REL_NMOD_POSS);

	return poss != SR_NONE && r->tree.token[poss].xpos == SR_XPOS_PRP_S &&
	       ((r->classes[i] & SR_CLASS_EQUIP) ||
		r->tree.token[i].xpos == SR_XPOS_NN);
}

/* "when militants fired on it", "after the army shelled it" */
static uint32_t doer_of_clause(const struct sr_reading *r, uint32_t verb,
                               unsigned type)
{
	const struct sr_tree *t = &r->tree;
	uint32_t who = sr_child(t, verb, SR_REL_NSUBJ);

	if ((sr_child(t, verb, SR_REL_MARK) == SR_NONE &&
	     sr_child(t, verb, SR_REL_ADVMOD) == SR_NONE) ||
	    (!sr_is_blow(r, verb) && t->token[verb].xpos != SR_XPOS_VBG))
		return SR_NONE;
	if (is_of_theirs(r, who))
		return SR_NONE;
	/* with no auxiliary active; "after rebel shelling" has its doer in front */
	if (who == SR_NONE || is_told_passive(t, verb))
		who = sr_agent(t, verb);
	if (t->token[verb].xpos == SR_XPOS_VBG && verb > 0 &&
	    fights(r, verb - 1))
		who = verb - 1;
	/* "after Russian shelling": the gerund is theirs */
	if (!fights(r, who) && sr_is_gerund(r, verb) &&
	    sr_party_of(r, verb).party != SR_NONE && sr_may_act(r, verb, type))
		return verb;
	return fights(r, who) && sr_may_act(r, who, type) ? who : SR_NONE;
}

/* "As a result | of a strike": the strike; SR_NONE. */
static uint32_t result_of(const struct sr_reading *r, uint32_t result)
{
	const struct sr_tree *t = &r->tree;

	if (sr_case_of(t, result) != r->word.as)
		return SR_NONE;
	SR_CHILDREN(t, result, c)
		if (sr_rel_is(t, c, SR_REL_NMOD) &&
		    sr_case_of(t, c) == r->word.of &&
		    (r->classes[c] & SR_CLASS_EVENT))
			return c;
	return SR_NONE;
}

static uint32_t cause_under(const struct sr_reading *r, uint32_t i,
                            unsigned type)
{
	const struct sr_tree *t = &r->tree;
	uint32_t who = SR_NONE;

	SR_CHILDREN(t, i, c) {
		bool noun = sr_rel_is(t, c, SR_REL_OBL) ||
		            sr_rel_is(t, c, SR_REL_NMOD);
		uint32_t of = noun ? result_of(r, c) : SR_NONE;
		if (of != SR_NONE)
			who = doer_of_noun(r, of, type);
		else if (noun && is_cause(r, c))
			who = doer_of_noun(r, c, type);
		else if (sr_rel_is(t, c, SR_REL_ADVCL))
			who = doer_of_clause(r, c, type);
		if (who != SR_NONE)
			return who;
	}
	return SR_NONE;
}

/* "An attack by rebels killed nine", "a raid blamed on them left nine dead":
 * whose the happening is that did it; no "convoy attack", no "attack on
 * rebels". */
static uint32_t cause_above(const struct sr_reading *r, uint32_t i,
			    unsigned type)
{
	const struct sr_tree *t = &r->tree;
	uint32_t verb = t->token[i].deprel == SR_REL_XCOMP ? t->token[i].head
							   : i;
	uint32_t what = sr_is_verb(t, verb) ? sr_agent(t, verb) : SR_NONE;

	if (what == SR_NONE || !(r->classes[what] & SR_CLASS_EVENT))
		return SR_NONE;
	uint32_t who = doer_of_noun(r, what, type);
	uint32_t p = who == SR_NONE ? SR_NONE : sr_party_of(r, who).party;
	bool told = who != SR_NONE && (sr_case_of(t, who) == r->word.by ||
				       who == sr_by_participle(r, what));
	bool named = p != SR_NONE && who < what &&
		     r->doc->parties.items[p].side.n;
	return told || named ? who : SR_NONE;
}

/* Whoever's attack brought a loss about: below the trigger, what is lost, or
 * the verbs and nouns that it hangs on as a result ("shelled it, killing"). */
static uint32_t cause_of(const struct sr_reading *r, const struct sr_frame *f,
                         unsigned type)
{
	const struct sr_tree *t = &r->tree;
	uint32_t i = f->trigger;
	bool befallen = false; /* "those killed in the shelling" */
	/* "reporting nine deaths", no "claiming lives" */
	bool told = f->nominal && t->token[i].lemma != r->word.life;
	uint32_t above = cause_above(r, i, type);

	if (above != SR_NONE)
		return above;
	/* "the number of people killed in the raid" */
	uint32_t of = f->nominal ? sr_child(t, i, SR_REL_NMOD) : SR_NONE;
	uint32_t fate = of == SR_NONE ? SR_NONE : sr_child(t, of, SR_REL_ACL);
	if (fate != SR_NONE && (r->classes[fate] & SR_CLASS_FATE) &&
	    sr_case_of(t, of) == r->word.of) {
		uint32_t who = cause_under(r, fate, type);
		if (who != SR_NONE)
			return who;
	}
	/* "two were killed and five hurt after": told behind the last */
	SR_CHILDREN(t, i, c) {
		uint32_t who = sr_rel_is(t, c, SR_REL_CONJ) && sr_is_verb(t, c)
		                       ? cause_under(r, c, type)
		                       : SR_NONE;
		if (who != SR_NONE)
			return who;
	}
	for (unsigned n = 0; n < 4; n++) {
		uint32_t who = cause_under(r, i, type), head = t->token[i].head;
		if (who != SR_NONE)
			return who;
		if (sr_is_subject(t, i) || head == i)
			return SR_NONE;
		switch (t->token[i].deprel) {
		case SR_REL_ACL:
			befallen |= t->token[i].xpos == SR_XPOS_VBN;
			break;
		case SR_REL_CONJ:
		case SR_REL_OBJ:
		case SR_REL_XCOMP:
		case SR_REL_ADVCL:
			break;
		default:
			return SR_NONE;
		}
		if (r->classes[head] & SR_CLASS_EVENT)
			who = doer_of_noun(r, head, type);
		else if (t->token[i].xpos == SR_XPOS_VBG && !befallen &&
			 !(told && sr_speech_kind(r, i) == SR_SPEECH_IS_SAY) &&
			 !(i && t->token[i - 1].upos == SR_UPOS_NUM) &&
			 sr_is_verb(t, head))
			who = sr_agent(t, head);
		if (who != SR_NONE && sr_may_act(r, who, type))
			return who;
		i = head;
	}
	return SR_NONE;
}

static bool has_cause(unsigned type)
{
	return (sr_is_loss(type) && type != SR_TYPE_LOSS_CAPTURED) ||
	       type == SR_TYPE_ATTACK_DAMAGE;
}

/* "Rebels shelled a convoy, killing nine": the parser hangs the result on the
 * convoy; whoever shelled it killed. */
static uint32_t doer_of_result(const struct sr_reading *r, uint32_t i,
                               unsigned type)
{
	const struct sr_tree *t = &r->tree;

	if (t->token[i].xpos != SR_XPOS_VBG)
		return SR_NONE;
	for (unsigned n = 0; n < 5; n++) {
		unsigned rel = t->token[i].deprel;
		bool up = rel == SR_REL_ACL || rel == SR_REL_ADVCL ||
		          rel == SR_REL_OBJ || sr_rel_is(t, i, SR_REL_OBL) ||
		          sr_rel_is(t, i, SR_REL_NMOD);
		i = t->token[i].head;
		if (!up)
			return SR_NONE;
		if (!sr_is_verb(t, i) || t->token[i].deprel == SR_REL_ACL)
			continue;
		uint32_t who = sr_agent(t, i);
		return fights(r, who) && sr_may_act(r, who, type) ? who : SR_NONE;
	}
	return SR_NONE;
}

/* "Troops clashed with rebels in fighting that": no more the one's than the
 * other's. */
static bool is_mutual(const struct sr_reading *r, uint32_t verb)
{
	SR_CHILDREN(&r->tree, verb, c)
		if (sr_rel_is(&r->tree, c, SR_REL_OBL) &&
		    (r->classes[c] & SR_CLASS_FORCE) &&
		    sr_case_of(&r->tree, c) == r->word.with)
			return true;
	return false;
}

/* "Pinned them down with a raid", "killed nine in an air strike": whose the verb is. */
static uint32_t doer_with(const struct sr_reading *r, uint32_t noun)
{
	const struct sr_tree *t = &r->tree;
	uint32_t verb = t->token[noun].head, prep = sr_case_of(t, noun);

	if (!sr_rel_is(t, noun, SR_REL_OBL) || !sr_is_active(r, verb) ||
	    is_mutual(r, verb) ||
	    (prep != r->word.with &&
	     (prep != r->word.in_like[0] || !sr_is_blow(r, verb))))
		return SR_NONE;
	/* "sent a letter after the deaths in a raid" */
	uint32_t what = sr_patient(t, verb);
	if (prep != r->word.with &&
	    (what == SR_NONE ||
	     !(r->classes[what] & (SR_CLASS_FORCE | SR_CLASS_PEOPLE |
				   SR_CLASS_CIV | SR_CLASS_NUMBER |
				   SR_CLASS_GUN | SR_CLASS_SITE |
				   SR_CLASS_EQUIP))))
		return SR_NONE;
	uint32_t who = sr_agent(t, verb);
	return fights(r, who) ? who : SR_NONE;
}

/* The verb that a happening is told by: itself, or what carries its noun. */
static uint32_t verb_of(const struct sr_reading *r, const struct sr_frame *f)
{
	uint32_t head = r->tree.token[f->trigger].head;

	if (!f->nominal)
		return f->trigger;
	if (f->light != SR_NONE)
		return f->light;
	return r->tree.token[f->trigger].deprel == SR_REL_OBJ ? head
	                                                      : f->trigger;
}

/* "The observatory reported 26 air strikes": it struck nobody. */
static bool is_teller(const struct sr_reading *r, const struct sr_frame *f,
                      uint32_t who, unsigned type)
{
	const struct sr_tree *t = &r->tree;
	uint32_t verb = t->token[f->trigger].head;

	/* "announced an offensive" is the announcer's */
	int kind = sr_speech_kind(r, verb);
	bool weak = kind == SR_SPEECH_IS_WEAK && sr_is_loss(type);
	if (sr_anybody_may(type) || !f->nominal || (kind != SR_SPEECH_IS_SAY && !weak))
		return false;
	/* but its "announced the deaths of nine" is not */
	if (!sr_is_loss(type) &&
	    (verb == f->light || (r->classes[who] & SR_CLASS_FORCE)))
		return false;
	uint32_t agent = sr_agent(t, verb);
	return agent != SR_NONE && (sr_dominates(t, agent, who) ||
	                            sr_dominates(t, who, agent));
}

/* "The army has 200 dead": they are its own. */
static bool is_had_by(const struct sr_reading *r, const struct sr_frame *f,
                      uint32_t who)
{
	const struct sr_tree *t = &r->tree;
	uint32_t verb = f->light != SR_NONE ? f->light
	                                    : t->token[f->trigger].head;

	return f->nominal && t->token[verb].lemma == r->word.have &&
	       who == sr_agent(t, verb);
}

/* "Has admitted four dead and 60 wounded": nobody who admits it wounded them. */
static bool is_admitted(const struct sr_reading *r, const struct sr_frame *f)
{
	const struct sr_token *t = &r->tree.token[f->trigger];

	return t->xpos == SR_XPOS_VBN && t->deprel == SR_REL_CONJ &&
	       r->speech[t->head] &&
	       sr_child(&r->tree, f->trigger, SR_REL_OBJ) == SR_NONE &&
	       sr_child(&r->tree, f->trigger, SR_REL_OBL_AGENT) == SR_NONE;
}

/* A ministry, an intelligence service: what it says is one thing, what it is
 * accused of, or claims to have done, another. */
static bool is_body_of_side(const struct sr_reading *r, uint32_t i)
{
	uint32_t p = r->tree.token[i].party;

	return p != SR_NONE && r->doc->parties.items[p].m.head == i &&
	       r->doc->parties.items[p].kind == SR_PARTY_KIND_INSTITUTION &&
	       r->doc->parties.items[p].side.n;
}

/* "Foiled an attempt by the rebels to seize it", "Israeli plans to expand it":
 * whose the plan is. */
static uint32_t planner(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;
	uint32_t head = t->token[verb].head, noun = head;

	if (verb < 2 || t->token[verb].xpos != SR_XPOS_VB ||
	    t->token[verb - 1].xpos != SR_XPOS_TO)
		return SR_NONE;
	if (t->token[verb].deprel == SR_REL_ADVCL) {
		noun = SR_NONE;
		SR_CHILDREN(t, head, c)
			if (c > head && c < verb && sr_is_noun(t, c))
				noun = c;
	} else if (t->token[verb].deprel != SR_REL_ACL) {
		return SR_NONE;
	}
	if (noun == SR_NONE || noun > verb || !r->cue_over[noun])
		return SR_NONE;
	SR_CHILDREN(t, noun, c) {
		unsigned rel = t->token[c].deprel;
		bool by = sr_rel_is(t, c, SR_REL_NMOD) &&
			  sr_case_of(t, c) == r->word.by;
		bool own = rel == SR_REL_NMOD_POSS || rel == SR_REL_AMOD ||
			   rel == SR_REL_COMPOUND;
		if ((by || own) &&
		    (r->classes[c] & (SR_CLASS_PARTY | SR_CLASS_FORCE)))
			return c;
	}
	return SR_NONE;
}

uint32_t sr_actor_of(const struct sr_reading *r, const struct sr_frame *f,
                     const struct sr_pattern *p)
{
	uint32_t verb = verb_of(r, f), who = SR_NONE;

	/* "the raid has not been claimed by any group" */
	if (f->nominal && f->light != SR_NONE && r->speech[f->light] &&
	    sr_is_passive(&r->tree, f->light) && sr_is_negated(r, f->light))
		return SR_NONE;
	/* "were accused by the mayor of killing nine": not by him */
	if (has_cause(p->type) && r->tree.token[verb].xpos == SR_XPOS_VBG)
		who = sr_accused(r, f->trigger);
	if (who == SR_NONE && has_cause(p->type))
		who = doer_of_result(r, f->trigger, p->type);

	if (who == SR_NONE && !sr_anybody_may(p->type)) {
		who = sr_accused(r, f->trigger);
		if (who != SR_NONE && is_body_of_side(r, who))
			return who;
		/* "a reporter whom they accuse of a part in the assault" */
		if (who != SR_NONE && !sr_may_act(r, who, p->type))
			return SR_NONE;
	}
	if (who == SR_NONE && !sr_anybody_may(p->type) &&
	    p->type != SR_TYPE_FORCE_SUPPLY)
		who = planner(r, verb);
	if (who == SR_NONE && f->nominal && sr_is_attack(p->type))
		who = sr_by_participle(r, f->trigger);
	if (!sr_may_act(r, who, p->type))
		who = line_actor(r, f, p);
	if (who != SR_NONE && ((has_cause(p->type) &&
	                        (is_had_by(r, f, who) || is_admitted(r, f))) ||
	                       is_teller(r, f, who, p->type)))
		who = SR_NONE;
	if (sr_may_act(r, who, p->type))
		return who;
	if (sr_anybody_may(p->type))
		return SR_NONE;
	who = SR_NONE;
	if ((f->nominal || sr_is_gerund(r, f->trigger)) &&
	    sr_is_attack(p->type))
		who = doer_of_noun(r, f->trigger, p->type);
	if (who == SR_NONE && f->nominal && sr_is_attack(p->type))
		who = doer_with(r, f->trigger);
	/* "abducted when armed men stormed the school" */
	bool befell = p->type == SR_TYPE_ATTACK_CIVILIANS && !f->nominal &&
		      sr_is_passive(&r->tree, f->trigger);
	if (who == SR_NONE && (befell || has_cause(p->type)))
		who = cause_of(r, f, p->type);
	if (who != SR_NONE && has_cause(p->type) && sr_is_of_un(r, who))
		who = SR_NONE;
	if (who == SR_NONE && p->type <= SR_TYPE_CONTROL_SEIZE &&
	    sr_is_active(r, verb) && !f->light_patient &&
	    sr_child(&r->tree, verb, SR_REL_NSUBJ) == SR_NONE)
		who = subject_before(r, verb);
	bool bears = sr_is_control(p->type) && sr_suffers(r, f, p, who);
	if (!bears && sr_may_act(r, who, p->type))
		return who;
	return sr_folk_doer(r, f, p->type);
}
