/* The stage that reads claims: every word that triggers a pattern, its frame,
 * its slots, its evidence. One pass over the tokens; a trigger costs a look-up
 * and, for a tenth of the words, a walk of a few dozen nodes. */
#include <string.h>

#include "base/calendar.h"
#include "base/str.h"
#include "extract/draft.h"
#include "extract/extract.h"

/* An attack with a weapon of its own kind. */
static bool is_blow(unsigned type)
{
	return type == SR_TYPE_ATTACK_AIR || type == SR_TYPE_ATTACK_SHELLING ||
	       type == SR_TYPE_ATTACK_EXPLOSIVE;
}

/* "Six rockets fired from the hills struck the port": firing and striking are
 * one, and the verb tells more than the participle. "Brought the number of dead
 * to nine" moves nobody. */
static void drop_lesser(struct sr_reading *r, const struct sr_claim_draft *d)
{
	uint32_t rockets = sr_subject(&r->tree, d->frame.trigger);
	size_t n = r->doc->claims.nitem;

	if (n == 0)
		return;
	uint32_t trigger = r->made.items[n - 1].trigger;
	const struct sr_token *was = &r->tree.token[trigger];
	uint16_t type = r->doc->claims.items[n - 1].type;
	bool struck = rockets != SR_NONE && is_blow(type) &&
		      type == d->claim.type && was->deprel == SR_REL_ACL &&
		      was->head == rockets;
	bool counted = type == SR_TYPE_FORCE_MOVE && sr_is_loss(d->claim.type) &&
		       d->frame.nominal &&
		       r->tree.token[d->frame.trigger].head == trigger;
	/* "is sending Ukraine ten drones" is aid */
	bool given = type == SR_TYPE_FORCE_MOVE && trigger == d->frame.trigger &&
		     d->claim.type == SR_TYPE_POLITICS_SUPPORT;
	if (!struck && !counted && !given)
		return;
	r->doc->claims.nitem--;
	r->made.nitem--;
}

/* "Attacked near A and assaulted positions near B", "overran ten posts and took
 * a town": two attacks, two things taken. */
static bool tells_apart(const struct sr_reading *r,
			      const struct sr_claim_draft *d,
			      const struct sr_made *m)
{
	const struct sr_token *t = &r->tree.token[d->frame.trigger];

	if (sr_is_attack(d->claim.type) &&
	    sr_each_its_own(r, d->frame.trigger, d->actor, m))
		return true;
	if (sr_is_control(d->claim.type) &&
	    sr_have_own_subjects(r, d->frame.trigger, m->trigger))
		return true;
	/* "has displaced 50,000, and 10,000 have crossed" */
	if (t->deprel == SR_REL_CONJ && t->head == m->trigger &&
	    d->claim.type == SR_TYPE_CIVIL_MOVEMENT && d->actor != m->actor &&
	    sr_subject(&r->tree, d->frame.trigger) == d->actor)
		return true;
	if (t->deprel == SR_REL_CONJ && t->head == m->trigger &&
	    sr_is_control(d->claim.type) &&
	    sr_child(&r->tree, m->trigger, SR_REL_OBJ) != SR_NONE &&
	    sr_child(&r->tree, d->frame.trigger, SR_REL_OBJ) != SR_NONE)
		return true;
	return sr_is_attack(d->claim.type) && t->head == m->trigger &&
	       t->deprel == SR_REL_CONJ && d->target != SR_NONE &&
	       m->target == SR_NONE && m->place != SR_NONE &&
	       r->doc->places.items[m->place].m.to <= d->frame.trigger;
}

/* Is this what another word of the sentence has said already? "Left
 * abandoned", "abandoned, destroyed or sunk", "a toll of nine deaths": one
 * type, and the same thing it is done to, or one number, or one word that
 * hangs on the other. */
static bool said_already(const struct sr_reading *r,
			 const struct sr_claim_draft *d)
{
	const struct sr_token *t = r->tree.token;
	uint32_t i = d->frame.trigger;

	for (size_t k = r->doc->claims.nitem; k-- > 0;) {
		const struct sr_claim *c = &r->doc->claims.items[k];
		const struct sr_made *m = &r->made.items[k];
		if (t[m->trigger].sentence != t[i].sentence)
			return false;
		/* "a car bomb exploded" is no shelling */
		if (is_blow(c->type) && is_blow(d->claim.type) &&
		    c->type != d->claim.type &&
		    sr_subject(&r->tree, i) == m->trigger)
			return true;
		if (c->type != d->claim.type || m->trigger == i)
			continue;
		/* "shelled a bus, killing six", "an attack on them that
		 * killed six": one attack */
		if (sr_is_attack(c->type) && t[i].head == m->trigger &&
		    (t[i].deprel == SR_REL_ADVCL ||
		     t[i].deprel == SR_REL_ACL_RELCL))
			return true;
		if (tells_apart(r, d, m))
			continue;
		if (t[i].head == m->trigger || t[m->trigger].head == i ||
		    d->frame.light == m->trigger)
			if (m->target == d->target || m->target == SR_NONE ||
			    d->target == SR_NONE)
				return true;
		/* "the number of soldiers killed rose to 19" */
		if (d->target != SR_NONE && m->target == d->target &&
		    t[i].deprel == SR_REL_ACL && t[i].head == m->target)
			return true;
		if (d->target != SR_NONE && m->target == d->target &&
		    m->actor == d->actor && t[i].deprel == SR_REL_CONJ)
			return true;
		if (d->claim.has_count && c->has_count &&
		    c->count_at.from == d->claim.count_at.from)
			return true;
	}
	return false;
}

static void recall_days(const struct sr_reading *r,
			const struct sr_claim_draft *d, struct sr_when *w)
{
	const struct sr_claim *was = &r->doc->claims.items[d->recalled];

	w->days = was->days;
	w->basis = was->basis;
}

enum sr_code sr_claim_made(struct sr_reading *r, const struct sr_claim *c,
			   struct sr_made made)
{
	struct sr_claim *own = SR_PUSH(&r->doc->mem, &r->doc->claims);
	struct sr_made *of = SR_PUSH(&r->doc->mem, &r->made);

	if (!own || !of)
		return SR_NOMEM;
	*own = *c;
	own->confidence = sr_confidence(r, c);
	*of = made;
	return SR_OK;
}

enum sr_code sr_draft_put(struct sr_reading *r, struct sr_claim_draft *d)
{
	struct sr_claim *c = &d->claim;

	sr_fill_evidence(r, d);
	sr_settle_type(r, d, c);
	sr_infer_parties(r, d->frame.trigger, c);
	sr_settle_type(r, d, c);
	return sr_claim_made(r, c,
			     (struct sr_made){ d->frame.trigger, d->actor,
					       d->target, d->place_mention,
					       d->place_name });
}

static void fill_days(const struct sr_reading *r, struct sr_claim_draft *d)
{
	struct sr_claim *c = &d->claim;
	struct sr_when w = sr_when_of(r, d->frame.trigger, c);

	/* "took part in the battle of X in the Y War" recalls no battle of ours */
	bool past = sr_days_known(w.days) && w.basis == SR_BASIS_INFERRED &&
		    w.days.to + 365 < r->doc->report.published.from;
	if (w.time == SR_NONE && d->recalled != SIZE_MAX && !past)
		recall_days(r, d, &w);
	else if (w.time == SR_NONE && d->recalled == SIZE_MAX)
		sr_loss_days(r, d, &w);
	c->days = w.days;
	c->days_at = w.at;
	c->basis = w.basis;
	d->time = w.time;
}

/* "Entered Gaza after the attack on Israel in which 1,200 were killed": is the
 * place beside the clause that goes on about an attack of its sentence? */
static bool is_outside(const struct sr_reading *r,
		       const struct sr_claim_draft *d, uint32_t place)
{
	const struct sr_tree *t = &r->tree;
	uint32_t told = r->made.items[d->recalled].trigger;

	return t->token[told].sentence ==
		       t->token[d->frame.trigger].sentence &&
	       !sr_dominates(t, sr_clause(t, d->frame.trigger),
			     r->doc->places.items[place].m.head);
}

/* Where it was: by its own words ("the second attack was launched from X"), else
 * where what they recall was, a country being no word of its own. */
static uint32_t place_of(const struct sr_reading *r,
			 const struct sr_claim_draft *d, uint32_t *name)
{
	uint32_t trigger = d->frame.trigger, own, was;

	was = d->recalled != SIZE_MAX ? r->made.items[d->recalled].place
	                              : SR_NONE;
	if (d->recalled != SIZE_MAX && sr_place_near(r, trigger) == SR_NONE)
		*name = r->made.items[d->recalled].name;
	if (*name != SR_NONE)
		return SR_NONE;
	own = was != SR_NONE ? sr_place_near(r, trigger) : SR_NONE;
	if (own != SR_NONE && is_outside(r, d, own))
		own = SR_NONE;
	if (was != SR_NONE &&
	    (own == SR_NONE ||
	     r->doc->places.items[own].kind == SR_PLACE_AREA))
		return was;
	return sr_where_of(r, trigger, &d->claim, name);
}

void sr_put_name(const struct sr_reading *r, struct sr_claim_draft *d,
		 uint32_t name)
{
	d->place_mention = SR_NONE;
	d->place_name = name;
	d->claim.has_place = true;
	sr_name_unknown(r, name, &d->claim.place);
}

/* "Attacks on Gao, Menaka and Kidal", of which we know two: each is one. */
static enum sr_code read_beside(struct sr_reading *r, struct sr_claim_draft *d,
				uint32_t place)
{
	uint32_t i = SR_NONE;
	enum sr_code code = SR_OK;

	/* "took A, B and C, inflicting losses": at one of them, once */
	if (sr_is_politics(d->claim.type) ||
	    (sr_is_loss(d->claim.type) &&
	     !sr_dominates(&r->tree, d->frame.trigger,
			   r->doc->places.items[place].m.head)))
		return SR_OK;
	while (!code &&
	       (i = sr_unknown_beside(r, place, i)) != SR_NONE) {
		/* "12 in Gao and eight in Tessit": not so many of each */
		if (sr_is_loss(d->claim.type) && i > 1 &&
		    r->tree.token[i - 2].number != SR_NONE)
			continue;
		struct sr_str country = d->claim.place.country;
		uint8_t role = d->claim.place.role;
		sr_put_name(r, d, i);
		d->claim.place.country = country;
		d->claim.place.role = role;
		code = sr_draft_put(r, d);
	}
	return code;
}

/* Is the place one of the claim's own sentence? */
static bool is_told_here(const struct sr_reading *r,
			 const struct sr_claim_draft *d, uint32_t place)
{
	uint32_t at = r->doc->places.items[place].m.head;

	return r->tree.token[at].sentence ==
	       r->tree.token[d->frame.trigger].sentence;
}

/* "Killed 44 people in X and 12 people in Y": where those were that it is told
 * of; SR_NONE. */
static uint32_t place_apart(const struct sr_reading *r,
			    const struct sr_claim_draft *d)
{
	uint32_t i = d->other != SR_NONE ? d->other : d->target;
	uint32_t town = sr_is_loss(d->claim.type)
				? sr_before_bracket(r, d->frame.trigger)
				: SR_NONE;

	if (town != SR_NONE && r->tree.token[town].place != SR_NONE)
		return r->tree.token[town].place;
	if (i == SR_NONE || (!sr_is_loss_of_people(d->claim.type) &&
			     d->claim.type != SR_TYPE_ATTACK_CIVILIANS))
		return SR_NONE;
	return sr_people_place(r,
			       r->tree.token[i].deprel == SR_REL_CONJ
				       ? r->tree.token[i].head
				       : i,
			       i);
}

/* A claim of each place. */
static enum sr_code put_each(struct sr_reading *r, struct sr_claim_draft *d,
			     const uint32_t *mention, size_t n)
{
	struct sr_claim *c = &d->claim;
	enum sr_code code = SR_OK;

	/* "three towns, A, B and C": each is one */
	if (n > 1 && sr_is_control(c->type) && !sr_str_is(c->unit, "km"))
		c->has_count = false;
	for (size_t i = 0; !code && i < n; i++) {
		if (i && sr_is_gapped(r, c, mention[i]))
			continue;
		sr_put_place(r, d, mention[i]);
		code = sr_draft_put(r, d);
	}
	return code;
}

/* What the pattern and the words around its trigger say; no place or day yet. */
static void begin_claim(struct sr_reading *r, struct sr_claim_draft *d)
{
	struct sr_claim *c = &d->claim;

	*c = (struct sr_claim){
		.type = sr_type_of(r, d),
		.status = (uint8_t)sr_status_of(r, d->frame.trigger,
						d->pattern->type),
		.days = SR_DAYS_UNKNOWN,
		.disposition = sr_disposition_name(d->pattern->disposition),
		.rule = sr_pattern_text(r->kit, d->pattern->id),
	};
	if (d->pattern->status != UINT16_MAX && c->status == SR_STATUS_ASSERTED)
		c->status = (uint8_t)d->pattern->status;
	d->actor = d->target = d->counted = SR_NONE;
	d->place_mention = d->place_name = SR_NONE;
	sr_fill_parties(r, d);
	sr_name_pair(r, d);
	sr_recall_event(r, d);
	c->type = sr_type_again(r, d);
	sr_fill_count(r, d);
	sr_follow_loss(r, d);
	sr_spare_own(r, d);
	drop_lesser(r, d);
}

static enum sr_code read_claim(struct sr_reading *r, struct sr_claim_draft *d)
{
	uint32_t mention[SR_MAX_FOUND];
	struct sr_claim *c = &d->claim;

	begin_claim(r, d);
	if (said_already(r, d) || sr_is_idle(r, d) ||
	    sr_is_calamity(r, d->frame.trigger, c->type))
		return SR_OK;
	sr_fill_speaker(r, d);
	mention[0] = place_apart(r, d);
	size_t n = mention[0] != SR_NONE ? 1 : sr_line_places(r, d, mention);
	if (sr_is_empty(r, d, n))
		return SR_OK;
	bool of_line = n != 0;
	c->has_place = n != 0;
	if (n)
		sr_put_width(r, c, mention[0]);
	fill_days(r, d);
	sr_share_total(r, d);
	sr_share_days(r, d);
	struct sr_made of = { d->frame.trigger, d->actor, d->target, SR_NONE,
			      SR_NONE };
	if (sr_is_bygone(r, c, &of))
		return SR_OK;
	c->has_place = false;
	uint32_t name = n == 0 ? sr_nowhere_of(r, d) : SR_NONE;
	if (n == 0 && name == SR_NONE) {
		mention[0] = place_of(r, d, &name);
		if (mention[0] == SR_NONE && name == SR_NONE &&
		    !sr_is_politics(c->type))
			mention[0] = sr_place_ahead(r, d->frame.trigger);
		n = mention[0] != SR_NONE;
		if (n && is_told_here(r, d, mention[0]) &&
		    (sr_is_attack(c->type) || sr_is_control(c->type)))
			n = sr_row_places(r, mention);
	}
	if (n)
		n = sr_one_name_each(r, mention,
				     sr_listed_places(r, d, mention, n));
	if (name == SR_NONE)
		n = sr_named_places(r, d, mention, n);
	if (name != SR_NONE) {
		sr_put_name(r, d, name);
		return sr_draft_put(r, d);
	}
	if (n == 0)
		return sr_draft_put(r, d);
	enum sr_code code = put_each(r, d, mention, n);
	if (code || (!of_line && !is_told_here(r, d, mention[0])))
		return code;
	return read_beside(r, d, mention[0]);
}

/* Is that counted, and of the kind that is lost in this way: people killed,
 * vehicles destroyed ("lost 20 soldiers, two trucks and a howitzer")? */
static bool is_lost_so(const struct sr_reading *r, uint32_t i, unsigned type)
{
	uint32_t classes = r->classes[i];

	if (type == SR_TYPE_LOSS_EQUIPMENT)
		return (classes & SR_CLASS_EQUIP) &&
		       (sr_number_of(r, i) || sr_is_single(r, i));
	bool nation = r->tree.token[i].xpos == SR_XPOS_NNPS &&
		      sr_party_of(r, i).party != SR_NONE;
	return ((classes & SR_CLASS_PEOPLE) || nation) && !(classes & SR_CLASS_EQUIP) &&
	       (sr_number_of(r, i) || sr_is_single(r, i));
}

/* "Destroyed 12 tanks and 30 guns", "killed two soldiers and a child": a loss
 * for each that is counted, in the order of the words. */
static enum sr_code read_losses(struct sr_reading *r, struct sr_claim_draft *d)
{
	enum sr_code code;
	uint32_t first;

	d->other = SR_NONE;
	if ((code = read_claim(r, d)) || d->target == SR_NONE || d->summed ||
	    !sr_is_loss(d->claim.type))
		return code;
	first = d->target;
	/* "the army lost two tanks", "its losses were two tanks and a gun" */
	d->loser = d->claim.type == SR_TYPE_LOSS_EQUIPMENT &&
		   d->counted != SR_NONE && d->counted != first &&
		   (first == sr_agent(&r->tree, d->frame.trigger) ||
		    !(r->classes[first] & SR_CLASS_EQUIP));
	if (d->loser)
		first = d->counted;
	uint32_t head = d->loser ? first : sr_row_first(r, d);
	uint32_t row = r->tree.token[first].deprel == SR_REL_CONJ
			       ? r->tree.token[first].head
			       : first;
	if (head != first && is_lost_so(r, head, d->claim.type)) {
		d->other = head;
		if ((code = read_claim(r, d)))
			return code;
	}
	SR_CHILDREN(&r->tree, row, c)
	{
		if (c == first || !sr_rel_is(&r->tree, c, SR_REL_CONJ) ||
		    !sr_is_noun(&r->tree, c) ||
		    !is_lost_so(r, c, d->claim.type) ||
		    (r->tree.token[c].lower == r->word.others &&
		     !sr_is_reflexive(r, row)))
			continue;
		d->other = c;
		sr_give_back_count(r, c);
		if ((code = read_claim(r, d)))
			return code;
	}
	return SR_OK;
}

static enum sr_code read_all(struct sr_reading *r, struct sr_claim_draft *d)
{
	size_t before = r->doc->claims.nitem;
	enum sr_code code = read_losses(r, d);

	if (!code && r->doc->claims.nitem > before)
		code = sr_read_gapped(r, d);
	return code ? code : sr_read_mutual(r, d->frame.trigger, before);
}

/* "Charred tanks": a participle before a noun. */
static bool is_attribute(const struct sr_token *t)
{
	return t->xpos == SR_XPOS_VBN && t->deprel == SR_REL_AMOD;
}

static enum sr_code read_match(struct sr_reading *r, const struct sr_frame *f,
			       const struct sr_pattern *p, uint32_t *done)
{
	struct sr_claim_draft d = { .pattern = p, .frame = *f };

	*done |= 1u << p->type;
	enum sr_code code = read_all(r, &d);
	*done |= 1u << d.claim.type;
	return code;
}

/* Every pattern of a trigger, the first of each type; done: a bit a type. */
static enum sr_code read_triggers(struct sr_reading *r, uint32_t i,
				  uint32_t symbol, uint32_t *done)
{
	const struct sr_token *t = &r->tree.token[i];
	const struct sr_pattern *pattern;
	size_t n;
	const struct sr_trigger *g = sr_triggers_of(r, symbol, &n);
	struct sr_frame f = { .trigger = SR_NONE };
	enum sr_code code = SR_OK;

	sr_patterns(r->kit, &pattern);
	for (size_t k = 0; !code && k < n; k++) {
		const struct sr_pattern *p = &pattern[g[k].pattern];
		if (*done >> p->type & 1 || !sr_trigger_fits(r, &g[k], i))
			continue;
		if (f.trigger == SR_NONE)
			f = sr_frame_of(r, i,
					symbol != t->lemma && !is_attribute(t));
		if (sr_pattern_matches(r, &f, p))
			code = read_match(r, &f, p, done);
	}
	return code;
}

/* A gerund is a verb and a noun: "after weeks of fighting", "killed by army
 * shelling". A participle may be an adjective. */
static enum sr_code read_trigger(struct sr_reading *r, uint32_t i)
{
	const struct sr_token *t = &r->tree.token[i];
	enum sr_code code = SR_OK;
	uint32_t done = 0;

	bool other = t->lower != t->lemma && sr_is_trigger(r->kit, t->lower);
	bool own = sr_is_trigger(r->kit, t->lemma);

	if ((!other && !own) || sr_in_label(r, i))
		return SR_OK;
	sr_glance_at(r, t->sentence);
	if (other && sr_is_gerund(r, i))
		code = read_triggers(r, i, t->lower, &done);
	if (!code && own)
		code = read_triggers(r, i, t->lemma, &done);
	if (!code && other && is_attribute(t))
		code = read_triggers(r, i, t->lower, &done);
	return code;
}

/* A word that answers what was told before is no trigger beside. */
static enum sr_code read_word(struct sr_reading *r, uint32_t i)
{
	bool is_answer = false;
	enum sr_code code = SR_OK;

	if (sr_may_answer(r, i))
		code = sr_read_answer(r, i, &is_answer);
	return code || is_answer ? code : read_trigger(r, i);
}

static struct sr_extract_kept *kept_of(struct sr_doc *doc,
				       const struct sr_kit *kit)
{
	sr_kit_keep(doc, kit);
	if (!doc->extract_kept) {
		doc->extract_kept =
			SR_NEW(&doc->kept, struct sr_extract_kept, 1);
		if (doc->extract_kept)
			doc->extract_kept->word = sr_learn_words(kit);
	}
	return doc->extract_kept;
}

enum sr_code sr_extract(struct sr_doc *doc, const struct sr_kit *kit,
			struct sr_err *err)
{
	struct sr_extract_kept *kept = kept_of(doc, kit);
	struct sr_glance glance = { .sentence = SR_NONE, .verb = SR_NONE };
	struct sr_section section = { 0, SR_NONE };
	struct sr_voice *voices = NULL;
	struct sr_tally tally = { .head = SIZE_MAX };

	if (!kept)
		return sr_fail_nomem(err, "extract");
	struct sr_reading r = { .doc = doc,
				.kit = kit,
				.word = kept->word,
				.weight = kept->weight,
				.glance = &glance,
				.section = &section,
				.voices = &voices,
				.history = sr_is_history(doc),
				.diary = sr_is_diary(doc) };
	if (!sr_tree_init(&r.tree, doc, kit) || !sr_classify(&r))
		return sr_fail_nomem(err, "extract");
	r.tree.roles = SR_NEW(&doc->mem, struct sr_roles, r.tree.ntoken);
	if (!r.tree.roles || !sr_find_quotes(&r))
		return sr_fail_nomem(err, "extract");
	r.calamity = sr_is_of_calamity(&r);
	for (size_t s = 0; s < doc->sentences.nitem; s++) {
		const struct sr_sentence *sent = &doc->sentences.items[s];
		for (uint32_t i = sent->from; sent->parsed && i < sent->to; i++)
			if (read_word(&r, i))
				return sr_fail_nomem(err, "extract");
		if (sr_read_tally(&r, s, &tally))
			return sr_fail_nomem(err, "extract");
		for (uint32_t i = sent->from; sent->parsed && i < sent->to; i++) {
			if (r.cue_over[i])
				sr_doubt_told(&r, i);
			else if (r.cue_with[i])
				sr_take_back(&r, i);
			if (r.speech[i])
				sr_tell_back(&r, i);
		}
	}
	sr_infer_takers(&r);
	sr_infer_wrecks(&r);
	return SR_OK;
}
