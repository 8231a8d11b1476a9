/* Frames: a trigger, the verb that carries it, and the way from there to each
 * part by the steps of a selector. */
#include "extract/extract_internal.h"

/* The kinds of heads.tsv, plus one. */
enum { HEAD_NUMBER = 1, HEAD_PART, HEAD_SORT };

static uint32_t of_child(const struct sr_reading *r, uint32_t i)
{
	if (!(r->tree.rels[i] & sr_rels(SR_REL_NMOD)))
		return SR_NONE;
	SR_CHILDREN(&r->tree, i, c)
		if (sr_rel_is(&r->tree, c, SR_REL_NMOD) &&
		    sr_case_of(&r->tree, c) == r->word.of)
			return c;
	return SR_NONE;
}

/* "The town of Kidal" is a town, though no list has Kidal, and "the city of
 * 30,000 people" is no people. */
static bool stays(const struct sr_reading *r, uint32_t i, uint32_t of)
{
	return r->head_kind[i] == HEAD_SORT &&
	       (!(r->classes[of] & ~(uint32_t)SR_CLASS_NAME) ||
	        ((r->classes[i] & SR_CLASS_PLACE) &&
	                            !(r->classes[of] & SR_CLASS_PLACE)));
}

/* "12 of the 14 drones", "two of them": drones. */
static bool is_part(const struct sr_reading *r, uint32_t i)
{
	return r->tree.token[i].upos == SR_UPOS_NUM &&
	       r->tree.token[i].time == SR_NONE;
}

/* "Mocimboa da Praia": the parser may tear a name in pieces; its head. */
static uint32_t whole_name(const struct sr_reading *r, uint32_t i)
{
	uint32_t m = r->tree.token[i].place;

	if (m == SR_NONE || (r->tree.token[i].flags & SR_TOK_CAPITAL) ||
	    r->tree.token[i].upos != SR_UPOS_NOUN)
		return i;
	const struct sr_mention *name = &r->doc->places.items[m].m;
	return i > name->from && i + 2 == name->to ? name->head : i;
}

uint32_t sr_meant(const struct sr_reading *r, uint32_t i)
{
	if (i != SR_NONE)
		i = whole_name(r, i);
	for (unsigned n = 0; n < 4 && i != SR_NONE; n++) {
		uint32_t to = sr_antecedent(&r->tree, i);
		uint32_t number = r->tree.token[i].number;
		/* "tens of thousands of people" */
		if (to == i && number != SR_NONE &&
		    r->tree.token[i].upos == SR_UPOS_NOUN &&
		    r->doc->numbers.items[number].counted != SR_NONE &&
		    r->tree.token[r->doc->numbers.items[number].counted]
				    .upos == SR_UPOS_NOUN &&
		    sr_dominates(&r->tree, i,
		                 r->doc->numbers.items[number].counted))
			return r->doc->numbers.items[number].counted;
		if (to == i && r->doc->tokens.items[i].place == SR_NONE &&
		    (r->head_kind[i] || is_part(r, i)))
			to = of_child(r, i);
		if (to != SR_NONE && to != i && stays(r, i, to))
			return i;
		if (to == i || to == SR_NONE)
			return i;
		i = to;
	}
	return i;
}

/* Light verbs */

enum { LIGHT_AGENT, LIGHT_PATIENT, LIGHT_EVENT, LIGHT_TOLD };

static int light_role(const struct sr_reading *r, uint32_t verb)
{
	return r->light[verb] ? sr_kit_value(r->kit, SR_TABLE_LIGHT_VERBS,
	                                     r->light[verb] - 1u,
	                                     SR_LIGHT_VERBS_ROLE)
	                      : -1;
}

bool sr_may_carry(const struct sr_reading *r, uint32_t verb)
{
	int role = light_role(r, verb);

	return role == LIGHT_AGENT || (role < 0 && !r->speech[verb]);
}

bool sr_only_tells(const struct sr_reading *r, uint32_t verb)
{
	return light_role(r, verb) == LIGHT_TOLD;
}

bool sr_happens(const struct sr_reading *r, uint32_t verb)
{
	int role = light_role(r, verb);

	return role == LIGHT_EVENT || role == LIGHT_TOLD;
}

/* Does noun i stand to its verb as the table's row says? */
static bool carried_by(const struct sr_reading *r, uint32_t i, uint32_t verb)
{
	int role = light_role(r, verb);
	const struct sr_tree *t = &r->tree;

	if (role < 0)
		return false;
	/* "the operation began", "the army began an operation", but "their
	 * flight followed an operation" */
	if (role == LIGHT_EVENT || role == LIGHT_TOLD) {
		uint32_t who = sr_subject(t, verb);
		return sr_is_subject(t, i) ||
		       (t->token[i].deprel == SR_REL_OBJ &&
			(who == SR_NONE || !(r->classes[who] & SR_CLASS_EVENT)));
	}
	struct sr_str prep = sr_kit_text(r->kit, SR_TABLE_LIGHT_VERBS,
	                                 r->light[verb] - 1u,
	                                 SR_LIGHT_VERBS_PREP);
	if (prep.n)
		return sr_case_of(t, i) == sr_kit_symbol(r->kit, prep);
	return t->token[i].deprel == SR_REL_OBJ ||
	       t->token[i].deprel == SR_REL_NSUBJ_PASS;
}

bool sr_is_gerund(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;

	if (t->token[i].xpos != SR_XPOS_VBG ||
	    t->token[i].deprel == SR_REL_ACL)
		return false;
	SR_CHILDREN(t, i, c)
		if (sr_is_subject(t, c) || sr_rel_is(t, c, SR_REL_AUX) ||
		    sr_rel_is(t, c, SR_REL_OBJ) ||
		    sr_rel_is(t, c, SR_REL_CCOMP) ||
		    (sr_rel_is(t, c, SR_REL_XCOMP) &&
		     !sr_is_past(&t->token[c])) ||
		    t->token[c].deprel == SR_REL_COMPOUND_PRT)
			return false;
	return true;
}

/* "Fighting continued": the verb that is taken for a complement. */
static uint32_t gerund_light(const struct sr_reading *r, uint32_t i)
{
	SR_CHILDREN(&r->tree, i, c)
		if (sr_rel_is(&r->tree, c, SR_REL_XCOMP) &&
		    sr_is_past(&r->tree.token[c]) &&
		    light_role(r, c) == LIGHT_EVENT)
			return c;
	return SR_NONE;
}

/* "Could not halt the fighting": not theirs, as in "halted fire". */
static bool ends_known(const struct sr_reading *r, uint32_t verb, uint32_t what)
{
	return sr_is_ending(r, verb) &&
	       sr_child(&r->tree, what, SR_REL_DET) != SR_NONE;
}

struct sr_frame sr_frame_of(const struct sr_reading *r, uint32_t trigger,
                            bool noun)
{
	const struct sr_tree *t = &r->tree;
	struct sr_frame f = { .trigger = trigger, .light = SR_NONE };
	uint32_t at = trigger;

	f.nominal = noun || !sr_is_verb(t, trigger);
	if (!f.nominal)
		return f;
	if (sr_is_verb(t, trigger)) {
		f.light = gerund_light(r, trigger);
		f.light_event = f.light != SR_NONE;
		if (f.light_event)
			return f;
	}
	/* "launched raids and strikes": conjuncts share the verb. A series of
	 * attacks is carried by what carries the series. */
	for (unsigned n = 0; n < 4; n++) {
		uint32_t head = t->token[at].head;
		if (head == at)
			break;
		if (carried_by(r, at, head)) {
			f.light = head;
			int role = light_role(r, head);
			f.light_patient = role == LIGHT_PATIENT;
			f.light_event = role == LIGHT_TOLD ||
					(role == LIGHT_EVENT &&
					 (sr_is_subject(t, at) ||
					  ends_known(r, head, at)));
			break;
		}
		bool up = t->token[at].deprel == SR_REL_CONJ ||
		          (r->head_kind[head] && of_child(r, head) == at);
		if (!up)
			break;
		at = head;
	}
	/* "has been under siege": the noun itself is the predicate. */
	if (f.light == SR_NONE && sr_case_of(t, trigger) == r->word.under &&
	    sr_subject(t, trigger) != SR_NONE) {
		f.light = trigger;
		f.light_patient = true;
	}
	return f;
}

/* Steps */

struct found {
	uint32_t *token;
	size_t n;
};

static void add(const struct sr_reading *r, struct found *f, uint32_t token)
{
	if (token == SR_NONE || f->n == SR_MAX_FOUND)
		return;
	token = sr_meant(r, token);
	/* "Sar-e Pol", in pieces: the name's head stands for it */
	uint32_t place = r->tree.token[token].place;
	if (place != SR_NONE && (r->tree.token[token].upos == SR_UPOS_X ||
	     (r->tree.token[token].upos == SR_UPOS_PROPN &&
	      !r->classes[token])))
		token = r->doc->places.items[place].m.head;
	for (size_t i = 0; i < f->n; i++)
		if (f->token[i] == token)
			return;
	f->token[f->n++] = token;
}

/* The nouns behind a preposition, conjuncts too. */
static void add_prep(const struct sr_reading *r, uint32_t at, uint32_t prep,
                     struct found *f)
{
	const struct sr_tree *t = &r->tree;
	const uint64_t behind = sr_rels(SR_REL_OBL) | sr_rels(SR_REL_NMOD) |
				SR_REL_BIT(SR_REL_OBJ);
	bool to = prep == r->word.toward_like[2];

	if (!(t->rels[at] & (behind | SR_REL_BIT(SR_REL_IOBJ))))
		return;
	SR_CHILDREN(t, at, c) {
		/* "sent Kyiv tanks": to Kyiv */
		if (to && t->token[c].deprel == SR_REL_IOBJ)
			add(r, f, c);
		if (sr_rel_in(t, c, behind) && sr_case_of(t, c) == prep)
			add(r, f, c);
	}
}

static uint32_t light_subject(const struct sr_reading *r,
                              const struct sr_frame *f)
{
	const struct sr_tree *t = &r->tree;

	/* "is under siege", "are within 15 km": the noun is the predicate */
	/* a gerund's is not that of the clause around it */
	if (f->light == SR_NONE && sr_is_verb(t, f->trigger))
		return sr_child(t, f->trigger, SR_REL_NSUBJ);
	/* 'said "counteroffensive goes on"': nor is a word quoted that of who
	 * says it */
	if (f->light == SR_NONE && sr_rel_is(t, f->trigger, SR_REL_CCOMP) &&
	    t->token[f->trigger].head < f->trigger)
		return sr_child(t, f->trigger, SR_REL_NSUBJ);
	if (f->light == SR_NONE || f->light == f->trigger)
		return sr_part_subject(r, f->trigger);
	if (f->light_event)
		return SR_NONE;
	return sr_is_passive(t, f->light) &&
	                       t->token[f->trigger].deprel != SR_REL_OBL
	               ? sr_agent(t, f->light)
	               : sr_subject(t, f->light);
}

static void add_agent(const struct sr_reading *r, const struct sr_frame *f,
                      uint32_t at, struct found *to)
{
	bool top = at == f->trigger;

	if (!top || !f->nominal) {
		add(r, to, sr_agent(&r->tree, at));
		return;
	}
	if (!f->light_patient)
		add(r, to, light_subject(r, f));
	add_prep(r, at, r->word.by, to);
	if (f->light_patient && f->light != f->trigger)
		add_prep(r, f->light, r->word.from, to);
}

static void add_patient(const struct sr_reading *r, const struct sr_frame *f,
                        uint32_t at, struct found *to)
{
	if (at != f->trigger || !f->nominal) {
		add(r, to, sr_patient(&r->tree, at));
		return;
	}
	if (f->light_patient)
		add(r, to, light_subject(r, f));
	const uint32_t prep[] = { r->word.on, r->word.against, r->word.at };
	for (size_t i = 0; i < sizeof(prep) / sizeof(prep[0]); i++) {
		add_prep(r, at, prep[i], to);
		if (f->light != SR_NONE && f->light != at)
			add_prep(r, f->light, prep[i], to);
	}
}

static void add_children(const struct sr_reading *r, uint32_t at,
                         uint64_t rels, struct found *to)
{
	if (!(r->tree.rels[at] & rels))
		return;
	SR_CHILDREN(&r->tree, at, c)
		if (sr_rel_in(&r->tree, c, rels) &&
		    !sr_is_land_of_band(r, at, c)) {
			add(r, to, c);
			/* "US-led strikes", no "US-backed" ones */
			if (light_role(r, c) == LIGHT_AGENT)
				add(r, to, sr_hyphen_agent(&r->tree, c));
		}
}

static void add_measures(const struct sr_reading *r, uint32_t at,
                         struct found *to)
{
	bool does = sr_child(&r->tree, at, SR_REL_OBJ) != SR_NONE;

	SR_CHILDREN(&r->tree, at, c)
		if ((r->classes[c] & SR_CLASS_LENGTH) && !sr_in_brackets(r, c) &&
		    !(does && sr_is_offset(r, c)))
			add(r, to, c);
}

/* Steps that go to the children of some relations. */
static const uint64_t CHILDREN[SR_STEP_PREP] = {
	[SR_STEP_OBJ] = SR_REL_BIT(SR_REL_OBJ),
	[SR_STEP_POSS] = SR_REL_BIT(SR_REL_NMOD_POSS),
	[SR_STEP_MOD] = SR_REL_BIT(SR_REL_AMOD) | SR_REL_BIT(SR_REL_COMPOUND) |
			SR_REL_BIT(SR_REL_NMOD_DESC) | SR_REL_BIT(SR_REL_FLAT),
	[SR_STEP_COMP] = SR_REL_BIT(SR_REL_XCOMP) | SR_REL_BIT(SR_REL_CCOMP) |
			 SR_REL_BIT(SR_REL_ADVCL) | SR_REL_BIT(SR_REL_ACL),
	[SR_STEP_CASE] = SR_REL_BIT(SR_REL_CASE),
	[SR_STEP_AUX] = SR_REL_BIT(SR_REL_AUX),
	[SR_STEP_DET] = SR_REL_BIT(SR_REL_DET),
	[SR_STEP_ADV] = SR_REL_BIT(SR_REL_ADVMOD) |
			SR_REL_BIT(SR_REL_COMPOUND_PRT) |
			SR_REL_BIT(SR_REL_OBL_UNMARKED),
};

static void take_children(const struct sr_reading *r, uint32_t at,
                          enum sr_step step, struct found *to)
{
	add_children(r, at, CHILDREN[step], to);
}

static void take_mod(const struct sr_reading *r, const struct sr_frame *f,
                     uint32_t at, struct found *to)
{
	const struct sr_tree *t = &r->tree;

	take_children(r, at, SR_STEP_MOD, to);
	/* "rebel-held", however the tree has it */
	if (at >= 2 && t->token[at - 1].xpos == SR_XPOS_HYPH &&
	    t->token[at - 2].head == at)
		add(r, to, at - 2);
	/* "killed by rebel shelling", read as by a rebel, shelling */
	if (at == f->trigger && f->nominal && sr_is_verb(t, at) && at > 0 &&
	    t->token[at - 1].head == t->token[at].head &&
	    sr_is_noun(t, at - 1))
		add(r, to, at - 1);
}

static void take_head(const struct sr_reading *r, uint32_t at, struct found *to)
{
	const struct sr_token *token = r->tree.token;
	uint32_t head = token[at].head;

	/* "claimed thousands of lives" claims lives */
	if (r->head_kind[head] && token[head].head != head &&
	    token[at].deprel == SR_REL_NMOD && sr_meant(r, head) == at)
		head = token[head].head;
	if (head == at)
		return;
	add(r, to, head);
	/* "burnt-out vehicles": half a word hangs on the other */
	if (token[head].deprel == SR_REL_COMPOUND)
		add(r, to, token[head].head);
}

/* "Repelled attacks on X": what stands right behind the noun is the noun's,
 * though the parser may hang it on the verb. */
static void add_prep_behind(const struct sr_reading *r, uint32_t noun,
                            uint32_t prep, struct found *to)
{
	const struct sr_tree *t = &r->tree;

	/* "killed in an attack on a hospital" */
	if (t->token[noun].deprel != SR_REL_OBJ &&
	    !(sr_rel_is(t, noun, SR_REL_OBL) &&
	      (prep == r->word.on || prep == r->word.against)))
		return;
	SR_CHILDREN(t, t->token[noun].head, c)
		if (t->from[c] == noun + 1 && sr_rel_is(t, c, SR_REL_OBL) &&
		    sr_case_of(t, c) == prep)
			add(r, to, c);
}

static bool is_using(const struct sr_reading *r, uint32_t i)
{
	return r->tree.token[i].lemma == r->word.use &&
	       r->tree.token[i].xpos == SR_XPOS_VBG;
}

/* "Attacked the town using drones": with them. The tree hangs the participle on
 * the verb or on what stands before it. */
static void add_used(const struct sr_reading *r, uint32_t at, struct found *to)
{
	const struct sr_tree *t = &r->tree;
	const uint64_t told = SR_REL_BIT(SR_REL_ADVCL) | SR_REL_BIT(SR_REL_ACL) |
			      SR_REL_BIT(SR_REL_XCOMP);
	uint32_t head = t->token[at].head;

	/* "used drones to attack the town" */
	if (head != at && t->token[head].lemma == r->word.use &&
	    sr_rel_in(t, at, told) && sr_is_infinitive(t, at))
		add(r, to, sr_patient(t, head));

	SR_CHILDREN(t, at, c) {
		bool own = sr_rel_in(t, c, told);
		if (own && is_using(r, c))
			add(r, to, sr_object(t, c));
		else if (!own && (t->rels[c] & SR_REL_BIT(SR_REL_ACL)) && c > at)
			SR_CHILDREN(t, c, d)
				if (is_using(r, d))
					add(r, to, sr_object(t, d));
	}
}

static void take_prep(const struct sr_reading *r, const struct sr_frame *f,
                      uint32_t at, uint32_t prep, struct found *to)
{
	add_prep(r, at, prep, to);
	if (prep == r->word.with &&
	    sr_may_have(r, r->tree.token[at].sentence, r->word.use))
		add_used(r, at, to);
	if (at == f->trigger && f->nominal)
		add_prep_behind(r, at, prep, to);
	/* "an attack carried out by rebels" */
	if (at == f->trigger && f->nominal && prep == r->word.by)
		add(r, to, sr_by_participle(r, at));
	/* "strikes were reported by officials" */
	if (at == f->trigger && f->light != SR_NONE && f->light != at &&
	    !(prep == r->word.by && sr_only_tells(r, f->light)))
		add_prep(r, f->light, prep, to);
}

static void take_step(const struct sr_reading *r, const struct sr_frame *f,
                      uint32_t at, uint32_t number, struct found *to)
{
	uint32_t prep = number < SR_STEP_PREP ? SR_STEP_PREP : number;
	enum sr_step step =
		(enum sr_step)(number < SR_STEP_PREP ? number : SR_STEP_PREP);
	uint32_t near;

	switch (step) {
	case SR_STEP_SELF:
		add(r, to, at);
		return;
	case SR_STEP_AGENT:
		add_agent(r, f, at, to);
		return;
	case SR_STEP_PATIENT:
		add_patient(r, f, at, to);
		return;
	case SR_STEP_SUBJ:
		add(r, to, f->nominal && at == f->trigger
				   ? light_subject(r, f)
				   : sr_subject(&r->tree, at));
		return;
	case SR_STEP_OBJ: /* both of "took nine men prisoner" */
		add(r, to, sr_object(&r->tree, at));
		take_children(r, at, step, to);
		return;
	case SR_STEP_MOD:
		take_mod(r, f, at, to);
		return;
	case SR_STEP_HEAD:
		take_head(r, at, to);
		return;
	case SR_STEP_MEASURE:
		add_measures(r, at, to);
		return;
	case SR_STEP_POSS:
	case SR_STEP_COMP:
	case SR_STEP_CASE:
	case SR_STEP_AUX:
	case SR_STEP_DET:
	case SR_STEP_ADV:
		take_children(r, at, step, to);
		return;
	case SR_STEP_WHERE:
		near = sr_place_near(r, at);
		if (near != SR_NONE)
			add(r, to, r->doc->places.items[near].m.head);
		return;
	case SR_STEP_BESIDE:
		add(r, to, sr_number_beside(r, at));
		return;
	case SR_STEP_LIGHT:
		if (at == f->trigger)
			add(r, to, f->light);
		return;
	case SR_STEP_PREP:
		take_prep(r, f, at, prep - SR_STEP_PREP, to);
		return;
	}
}

/* The conjuncts of what was found count as found: three towns in a row; but "the
 * city of B" is not called what A is in "the rebel-held A and the city of B". */
static void add_conjuncts(const struct sr_reading *r, struct found *f,
			  uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	bool called = t->token[trigger].deprel == SR_REL_AMOD;

	for (size_t i = 0; i < f->n; i++) {
		if (!(t->rels[f->token[i]] & SR_REL_BIT(SR_REL_CONJ)))
			continue;
		SR_CHILDREN(t, f->token[i], c)
			if (t->token[c].deprel == SR_REL_CONJ &&
			    !sr_is_verb(t, c) &&
			    !(called && t->rels[c] & SR_REL_BIT(SR_REL_DET)))
				add(r, f, c);
	}
}

/* By its lemma, or as it stands ("longer", which "long" would not tell). */
static bool has_lemma(const struct sr_reading *r, const struct sr_selector *s,
                      uint32_t token)
{
	const uint32_t *lemma = sr_selector_lemmas(r->kit, s);

	for (size_t i = 0; i < s->nlemma; i++)
		if (lemma[i] == r->tree.token[token].lemma ||
		    lemma[i] == r->tree.token[token].lower)
			return true;
	return s->nlemma == 0;
}

static bool has_class(const struct sr_reading *r, uint32_t classes,
                      uint32_t token)
{
	if (classes == 0 || (r->classes[token] & classes))
		return true;
	return (classes & SR_CLASS_PARTY) &&
	       sr_party_of(r, token).party != SR_NONE;
}

static size_t follow(const struct sr_reading *r, const struct sr_frame *f,
		     const struct sr_selector *s, uint32_t found[SR_MAX_FOUND])
{
	uint32_t buffer[2][SR_MAX_FOUND];
	struct found from = { buffer[0], 1 }, to = { buffer[1], 0 };
	size_t n = 0;

	from.token[0] = f->trigger;
	for (size_t i = 0; i < s->nstep && from.n; i++) {
		to.n = 0;
		for (size_t k = 0; k < from.n; k++)
			take_step(r, f, from.token[k], s->step[i], &to);
		struct found swap = from;
		from = to;
		to = swap;
	}
	/* what rules a pattern out must stand first: "not patient:place" is
	 * for "took the hill", not for "took captives and the hill" */
	if (s->line != SR_LINE_NOT &&
	    !(s->nstep == 1 && s->step[0] == SR_STEP_SELF))
		add_conjuncts(r, &from, f->trigger);
	for (size_t k = 0; k < from.n; k++)
		if (has_lemma(r, s, from.token[k]) &&
		    has_class(r, s->classes, from.token[k]))
			found[n++] = from.token[k];
	return n;
}

size_t sr_select(const struct sr_reading *r, const struct sr_frame *f,
                 const struct sr_selector *s, uint32_t found[SR_MAX_FOUND])
{
	return sr_may_find(r, f->trigger, s) ? follow(r, f, s, found) : 0;
}
