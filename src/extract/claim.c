/* The stage that reads claims: every word that triggers a pattern, its frame,
 * its slots, its evidence. One pass over the tokens; a trigger costs a look-up
 * and, for a tenth of the words, a walk of a few dozen nodes. */
#include <string.h>

#include "base/calendar.h"
#include "base/str.h"
#include "extract/extract.h"
#include "extract/extract_internal.h"

/* A claim being made, and where its parts stand. */
struct draft {
	const struct sr_pattern *pattern;
	struct sr_frame frame;
	uint32_t actor, target, place, counted; /* tokens or SR_NONE; place: */
	uint32_t place_mention;                 /* mention */
	uint32_t time;   /* mention */
	uint32_t other;  /* a further target beside the first, SR_NONE */
	size_t recalled; /* claim that the words go back to, SIZE_MAX */
	struct sr_claim claim;
};

/* Actor and target */

static uint32_t first_found(const struct sr_reading *r, const struct draft *d,
                            enum sr_line line)
{
	uint32_t found[SR_MAX_FOUND];

	return sr_line_find(r, &d->frame, d->pattern, line, found) ? found[0]
	                                                           : SR_NONE;
}

/* "Talks between Rome and Paris": one is the actor, the other the target. */
static uint32_t other_found(const struct sr_reading *r, const struct draft *d,
                            enum sr_line line, uint32_t not)
{
	uint32_t found[SR_MAX_FOUND];
	size_t n = sr_line_find(r, &d->frame, d->pattern, line, found);

	for (size_t i = 0; i < n; i++)
		if (found[i] != not)
			return found[i];
	return n ? found[0] : SR_NONE;
}

static bool has_line(const struct sr_pattern *p, enum sr_line line)
{
	return p->lines >> line & 1;
}

/* "The U.S. attack caused deaths": an attack suffers nothing. */
static bool may_suffer(const struct sr_reading *r, uint32_t i, unsigned type)
{
	bool blow = type <= SR_TYPE_ATTACK_SHELLING ||
	            (type >= SR_TYPE_LOSS_CAPTURED &&
	             type <= SR_TYPE_LOSS_WOUNDED);

	return !blow || !(r->classes[i] & SR_CLASS_EVENT) ||
	       (r->classes[i] & (SR_CLASS_FORCE | SR_CLASS_PEOPLE |
	                         SR_CLASS_SITE));
}

static void fill_parties(const struct sr_reading *r, struct draft *d)
{
	struct sr_claim *c = &d->claim;

	d->actor = sr_actor_of(r, &d->frame, d->pattern);
	/* "the army fled, leaving its tanks": whose loss it is, not its cause */
	if (c->type >= SR_TYPE_LOSS_CAPTURED &&
	    c->type <= SR_TYPE_LOSS_WOUNDED && d->actor != SR_NONE &&
	    first_found(r, d, SR_LINE_TARGET) == d->actor)
		d->actor = SR_NONE;
	d->target = d->other != SR_NONE
	                    ? d->other
	                    : other_found(r, d, SR_LINE_TARGET, d->actor);
	if (d->actor != SR_NONE)
		c->has_actor = sr_party_slot(r, d->actor, &c->actor);
	if (d->target != SR_NONE && d->target != d->actor &&
	    may_suffer(r, d->target, c->type))
		c->has_target = sr_party_slot(r, d->target, &c->target);
	/* "left 40 dead", "70 wounded" do not say who they were */
	if (c->has_target && !c->target.side.n &&
	    (r->tree.token[d->target].upos == SR_UPOS_NUM ||
	     (r->classes[d->target] & SR_CLASS_FATE)))
		c->has_target = false;
}

static bool is_loss_of_people(unsigned type)
{
	return type >= SR_TYPE_LOSS_CAPTURED && type <= SR_TYPE_LOSS_WOUNDED &&
	       type != SR_TYPE_LOSS_EQUIPMENT;
}

/* "Lost 10,000 troops, with a further 30,000 wounded": whose the wounded are
 * stands with the loss told of before in the sentence, and those lost were
 * killed where the wounded are told apart. */
static void follow_loss(struct sr_reading *r, struct draft *d)
{
	struct sr_claim *c = &d->claim;
	size_t n = r->doc->claims.nitem;

	if (n == 0 || !is_loss_of_people(c->type))
		return;
	struct sr_claim *was = &r->doc->claims.items[n - 1];
	if (!is_loss_of_people(was->type) ||
	    r->tree.token[r->made.items[n - 1].trigger].sentence !=
	            r->tree.token[d->frame.trigger].sentence)
		return;
	if (!c->target.side.n && was->has_target) {
		c->has_target = true;
		c->target = was->target;
	}
	if (c->type == SR_TYPE_LOSS_WOUNDED &&
	    was->type == SR_TYPE_LOSS_CASUALTIES && was->has_count)
		was->type = SR_TYPE_LOSS_KILLED;
}

/* What is said of "the blast" is of the attack told of before: whose it was,
 * where and when. */
static void recall_event(const struct sr_reading *r, struct draft *d)
{
	uint32_t agent = sr_agent(&r->tree, d->frame.trigger);

	d->recalled = sr_event_before(r, agent);
	if (d->recalled == SIZE_MAX)
		d->recalled = sr_event_before(r, d->frame.trigger);
	if (d->recalled == SIZE_MAX || d->claim.has_actor)
		return;
	const struct sr_claim *was = &r->doc->claims.items[d->recalled];
	d->claim.has_actor = was->has_actor;
	d->claim.actor = was->actor;
}

/* Place */

static uint8_t role_of(const struct sr_reading *r, const struct sr_place *p)
{
	const struct sr_tree *t = &r->tree;
	uint32_t prep = sr_case_of(t, p->m.head);

	if (p->kind == SR_PLACE_AREA || p->kind == SR_PLACE_BETWEEN)
		return SR_ROLE_AREA;
	if (p->kind == SR_PLACE_OFFSET)
		return SR_ROLE_NEAR;
	for (size_t i = 0; i < SR_LEN(r->word.near_like); i++)
		if (prep && prep == r->word.near_like[i])
			return SR_ROLE_NEAR;
	for (size_t i = 0; i < SR_LEN(r->word.toward_like); i++)
		if (prep && prep == r->word.toward_like[i])
			return SR_ROLE_TOWARD;
	return prep && prep == r->word.from ? SR_ROLE_FROM : SR_ROLE_AT;
}

static void put_place(const struct sr_reading *r, struct draft *d, uint32_t m)
{
	const struct sr_place *p = &r->doc->places.items[m];

	d->place_mention = m;
	d->claim.has_place = true;
	d->claim.place = (struct sr_place_slot){
		.name = p->name,
		.country = p->country,
		.at = p->m.at,
		.role = role_of(r, p),
		.has_point = p->has_point && p->kind != SR_PLACE_AREA,
		.lat = p->lat,
		.lon = p->lon,
		.radius_km = p->radius_km,
		.id = p->id,
	};
}

/* One more place unless it is there already or the list is full. */
static size_t add_mention(uint32_t mention[SR_MAX_FOUND], size_t n, uint32_t m)
{
	if (m == SR_NONE || n == SR_MAX_FOUND)
		return n;
	for (size_t k = 0; k < n; k++)
		if (mention[k] == m)
			return n;
	mention[n] = m;
	return n + 1;
}

/* The mentions that the pattern's place line leads to, one claim each. */
static size_t line_places(const struct sr_reading *r, const struct draft *d,
                          uint32_t mention[SR_MAX_FOUND])
{
	uint32_t found[SR_MAX_FOUND];
	size_t n = sr_line_find(r, &d->frame, d->pattern, SR_LINE_PLACE, found);
	size_t out = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t m = sr_place_within(r, found[i], 2);
		out = add_mention(mention, out, m);
		if (m == SR_NONE || r->tree.token[found[i]].xpos != SR_XPOS_NNS)
			continue;
		/* "the villages of Tur, Sa and Bint": each of them */
		uint32_t at = r->doc->places.items[m].m.head;
		SR_CHILDREN(&r->tree, at, c)
			if (at != found[i] && sr_rel_is(&r->tree, c, SR_REL_CONJ))
				out = add_mention(mention, out,
				                  r->tree.token[c].place);
	}
	return out;
}

/* Count */

/* "A tank", "one officer": a number in all but name. */
static bool is_single(const struct sr_reading *r, uint32_t i)
{
	if (r->tree.token[i].xpos != SR_XPOS_NN)
		return false;
	SR_CHILDREN(&r->tree, i, c)
		if (r->tree.token[c].lower == r->word.a ||
		    r->tree.token[c].lower == r->word.an)
			return true;
	return false;
}

/* Where one lost or damaged thing or person is told of, it is counted. */
static void count_one(const struct sr_reading *r, struct draft *d)
{
	struct sr_claim *c = &d->claim;
	bool counts = (c->type >= SR_TYPE_LOSS_CAPTURED &&
	               c->type <= SR_TYPE_LOSS_WOUNDED) ||
	              c->type == SR_TYPE_ATTACK_DAMAGE;

	if (!counts || d->target == SR_NONE || !is_single(r, d->target) ||
	    !(r->classes[d->target] & (SR_CLASS_PEOPLE | SR_CLASS_EQUIP |
	                               SR_CLASS_SITE | SR_CLASS_HOME)))
		return;
	c->has_count = true;
	c->count = (struct sr_count){ 1000, 1000 };
	c->unit = r->classes[d->target] & SR_CLASS_PEOPLE
	                  ? SR_STR("people")
	                  : sr_symbol_text(r->doc, r->kit,
	                                   r->tree.token[d->target].lemma);
	c->count_at = r->tree.token[d->target].at;
}

static bool is_control(unsigned type)
{
	return type >= SR_TYPE_CONTROL_ADVANCE && type <= SR_TYPE_CONTROL_SEIZE;
}

/* "Another village": one place is no number of places. */
static bool is_one_place(const struct sr_number *n)
{
	return n->count.low == 1000 && n->count.high == 1000 &&
	       !sr_str_is(n->unit, "km") && !sr_str_is(n->unit, "km2");
}

static void fill_count(const struct sr_reading *r, struct draft *d)
{
	uint32_t at = d->other;
	struct sr_claim *c = &d->claim;
	if (at == SR_NONE && has_line(d->pattern, SR_LINE_COUNT_OF))
		at = first_found(r, d, SR_LINE_COUNT_OF);
	const struct sr_number *n = at != SR_NONE ? sr_number_of(r, at) : NULL;

	if (!n) {
		count_one(r, d);
		return;
	}
	if (is_control(c->type) && is_one_place(n))
		return;
	d->counted = n->counted != SR_NONE ? n->counted : n->m.head;
	c->has_count = true;
	c->count = n->count;
	c->unit = n->unit;
	c->count_at = n->m.at;
	c->count_total = n->total;
	c->count_further = n->further;
}

/* Speaker */

static void fill_speaker(const struct sr_reading *r, struct draft *d)
{
	uint32_t verb;
	uint32_t who = sr_speaker_of(r, d->frame.trigger, &verb);
	struct sr_party_slot slot;

	if (who == SR_NONE || !sr_speaker_slot(r, who, &slot))
		return;
	d->claim.speaker = slot.name;
	d->claim.speaker_at = slot.at;
	sr_infer_we(r, d->frame.trigger, who, &d->claim);
}

/* Evidence */

static void fill_evidence(const struct sr_reading *r, struct draft *d)
{
	const struct sr_doc *doc = r->doc;
	const struct sr_evidence_parts parts = {
		.trigger = d->frame.trigger,
		.part = { d->frame.light, d->actor, d->target, d->counted },
		.place = d->place_mention != SR_NONE
		                 ? &doc->places.items[d->place_mention].m
		                 : NULL,
		.time = d->time != SR_NONE ? &doc->times.items[d->time].m : NULL,
		.count = d->claim.has_count ? d->claim.count_at
		                            : (struct sr_span){ 0, 0 },
	};

	d->claim.evidence = sr_evidence_span(r, &parts);
}

/* "The strike" after an air raid is one from the air: the type of the last
 * attack told of. */
static uint16_t type_of(const struct sr_reading *r, const struct draft *d)
{
	const struct sr_pattern *p = d->pattern;

	if (p->again == UINT16_MAX)
		return p->type;
	for (size_t k = r->doc->claims.nitem; k-- > 0;) {
		uint16_t was = r->doc->claims.items[k].type;
		if (was == SR_TYPE_ATTACK_AIR || was == SR_TYPE_ATTACK_SHELLING)
			return was == p->again ? was : p->type;
	}
	return p->type;
}

/* Types that turn on whose land it is */

static void settle_type(const struct sr_reading *r, struct sr_claim *c)
{
	struct sr_str ground = c->place.country;

	if (c->type != SR_TYPE_CONTROL_SEIZE || !c->has_actor)
		return;
	if (!ground.n && r->doc->war != SR_NONE)
		ground = sr_kit_text(r->kit, SR_TABLE_WARS, r->doc->war,
		                     SR_WARS_PLACE);
	if (ground.n && sr_str_equal(ground, c->actor.side))
		c->type = SR_TYPE_CONTROL_RETAKE;
}

/* Is this what another word of the sentence has said already? "Left
 * abandoned", "abandoned, destroyed or sunk", "a toll of nine deaths": one
 * type, and the same thing it is done to, or one number, or one word that
 * hangs on the other. */
static bool said_already(const struct sr_reading *r, const struct draft *d)
{
	const struct sr_token *t = r->tree.token;
	uint32_t i = d->frame.trigger;

	for (size_t k = r->doc->claims.nitem; k-- > 0;) {
		const struct sr_claim *c = &r->doc->claims.items[k];
		const struct sr_made *m = &r->made.items[k];
		if (t[m->trigger].sentence != t[i].sentence)
			return false;
		if (c->type != d->claim.type || m->trigger == i)
			continue;
		/* "shelled a bus, killing six": one attack */
		if (c->type <= SR_TYPE_ATTACK_SHELLING &&
		    t[i].deprel == SR_REL_ADVCL && t[i].head == m->trigger)
			return true;
		if (t[i].head == m->trigger || t[m->trigger].head == i ||
		    d->frame.light == m->trigger)
			if (m->target == d->target || m->target == SR_NONE ||
			    d->target == SR_NONE)
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

static void recall_days(const struct sr_reading *r, const struct draft *d,
                        struct sr_when *w)
{
	const struct sr_claim *was = &r->doc->claims.items[d->recalled];

	w->days = was->days;
	w->basis = was->basis;
}

static enum sr_code put_claim(struct sr_reading *r, struct draft *d)
{
	struct sr_claim *c = &d->claim;

	fill_evidence(r, d);
	settle_type(r, c);
	sr_infer_parties(r, d->frame.trigger, c);
	struct sr_claim *own = SR_PUSH(&r->doc->mem, &r->doc->claims);
	struct sr_made *made = SR_PUSH(&r->doc->mem, &r->made);
	if (!own || !made)
		return SR_NOMEM;
	c->confidence = sr_confidence(r, c);
	*own = *c;
	*made = (struct sr_made){ d->frame.trigger, d->actor, d->target,
		                  d->place_mention };
	return SR_OK;
}

static void fill_days(const struct sr_reading *r, struct draft *d)
{
	struct sr_claim *c = &d->claim;
	struct sr_when w = sr_when_of(r, d->frame.trigger, c);

	if (w.time == SR_NONE && d->recalled != SIZE_MAX)
		recall_days(r, d, &w);
	c->days = w.days;
	c->days_at = w.at;
	c->basis = w.basis;
	d->time = w.time;
}

/* "war-battered": half a word tells of no attack, unless the other half says
 * whose it was. */
static bool is_half(const struct sr_reading *r, const struct draft *d)
{
	uint32_t i = d->frame.trigger;

	return d->claim.type <= SR_TYPE_ATTACK_SHELLING &&
	       d->claim.type != SR_TYPE_ATTACK_DAMAGE && i > 1 &&
	       r->tree.token[i - 1].xpos == SR_XPOS_HYPH &&
	       r->tree.token[i].deprel == SR_REL_AMOD &&
	       sr_party_of(r, i - 2).party == SR_NONE;
}

/* "the seized cities": a participle before a noun, with nobody and nowhere
 * named, tells of nothing; nor does "rebel-held areas". */
static bool is_idle(const struct sr_reading *r, const struct draft *d)
{
	uint32_t i = d->frame.trigger;

	return r->tree.token[i].deprel == SR_REL_AMOD &&
	       d->claim.type >= SR_TYPE_CONTROL_ADVANCE &&
	       d->claim.type <= SR_TYPE_CONTROL_SEIZE &&
	       (!d->claim.has_actor ||
	        d->claim.type == SR_TYPE_CONTROL_HOLD) &&
	       sr_place_within(r, r->tree.token[i].head, 1) == SR_NONE;
}

/* What is only planned, ordered or meant to be is no loss. */
static bool is_unborn(const struct sr_claim *c)
{
	return c->type >= SR_TYPE_LOSS_CAPTURED &&
	       c->type <= SR_TYPE_LOSS_WOUNDED &&
	       c->status == SR_STATUS_PLANNED;
}

/* Does the pattern's place stand there with an article, though it has no name:
 * "controls the airport"? */
static bool has_known_place(const struct sr_reading *r, const struct draft *d)
{
	uint32_t found[SR_MAX_FOUND];
	size_t n = sr_line_find(r, &d->frame, d->pattern, SR_LINE_PLACE, found);

	for (size_t i = 0; i < n; i++)
		SR_CHILDREN(&r->tree, found[i], c)
			if (r->tree.token[c].lower == r->word.the)
				return true;
	return false;
}

/* Taking and holding tell something only of somebody, of a place or of so much
 * land; "land it has conquered" does not. */
static bool is_empty(const struct sr_reading *r, const struct draft *d,
                     size_t nplace)
{
	const struct sr_claim *c = &d->claim;

	return (c->type == SR_TYPE_CONTROL_SEIZE ||
	        c->type == SR_TYPE_CONTROL_HOLD) &&
	       nplace == 0 && !c->has_actor && !c->has_count &&
	       !has_known_place(r, d);
}

static enum sr_code read_claim(struct sr_reading *r, struct draft *d)
{
	uint32_t mention[SR_MAX_FOUND];
	struct sr_claim *c = &d->claim;

	*c = (struct sr_claim){
		.type = type_of(r, d),
		.status = (uint8_t)sr_status_of(r, d->frame.trigger,
		                                d->pattern->type),
		.days = SR_DAYS_UNKNOWN,
		.disposition = sr_disposition_name(d->pattern->disposition),
		.rule = sr_pattern_text(r->kit, d->pattern->id),
	};
	if (d->pattern->status != UINT16_MAX &&
	    c->status == SR_STATUS_ASSERTED)
		c->status = (uint8_t)d->pattern->status;
	d->actor = d->target = d->counted = d->place_mention = SR_NONE;
	fill_parties(r, d);
	recall_event(r, d);
	fill_count(r, d);
	follow_loss(r, d);
	if (said_already(r, d) || is_half(r, d) || is_idle(r, d) ||
	    sr_is_calamity(r, d->frame.trigger, c->type) || is_unborn(c))
		return SR_OK;
	fill_speaker(r, d);
	size_t n = line_places(r, d, mention);
	if (is_empty(r, d, n))
		return SR_OK;
	c->has_place = n != 0;
	fill_days(r, d);
	c->has_place = false;
	if (n == 0) {
		mention[0] = d->recalled != SIZE_MAX
		                     ? r->made.items[d->recalled].place
		                     : sr_where_of(r, d->frame.trigger, c);
		n = mention[0] != SR_NONE;
	}
	if (n == 0)
		return put_claim(r, d);
	/* "three towns, A, B and C": each is one */
	if (n > 1 && is_control(c->type) && !sr_str_is(c->unit, "km") &&
	    !sr_str_is(c->unit, "km2"))
		c->has_count = false;
	enum sr_code code = SR_OK;
	for (size_t i = 0; !code && i < n; i++) {
		put_place(r, d, mention[i]);
		code = put_claim(r, d);
	}
	return code;
}

/* "Destroyed 12 tanks and 30 guns", "killed two soldiers and a child": a loss
 * for each that is counted, in the order of the words. */
static enum sr_code read_losses(struct sr_reading *r, struct draft *d)
{
	enum sr_code code;
	uint32_t first;

	d->other = SR_NONE;
	if ((code = read_claim(r, d)) || d->target == SR_NONE ||
	    d->claim.type < SR_TYPE_LOSS_CAPTURED ||
	    d->claim.type > SR_TYPE_LOSS_WOUNDED)
		return code;
	first = d->target;
	SR_CHILDREN(&r->tree, first, c) {
		if (!sr_rel_is(&r->tree, c, SR_REL_CONJ) ||
		    r->tree.token[c].upos != SR_UPOS_NOUN ||
		    !(r->classes[c] & (SR_CLASS_PEOPLE | SR_CLASS_EQUIP)) ||
		    r->tree.token[c].lower == r->word.others ||
		    !sr_number_of(r, c))
			continue;
		d->other = c;
		if ((code = read_claim(r, d)))
			return code;
	}
	return SR_OK;
}

/* "Charred tanks": a participle before a noun. */
static bool is_attribute(const struct sr_token *t)
{
	return t->xpos == SR_XPOS_VBN && t->deprel == SR_REL_AMOD;
}

/* Every pattern of a trigger, the first of each type; done: a bit a type. */
static enum sr_code read_triggers(struct sr_reading *r, uint32_t i,
                                  uint32_t symbol, uint32_t *done)
{
	const struct sr_pattern *pattern;
	size_t n;
	const struct sr_trigger *g = sr_triggers(r->kit, symbol, &n);
	struct draft d = { .frame = { .trigger = SR_NONE } };

	sr_patterns(r->kit, &pattern);
	for (size_t k = 0; k < n; k++) {
		d.pattern = &pattern[g[k].pattern];
		if (*done >> d.pattern->type & 1 ||
		    !sr_trigger_fits(r, &g[k], i))
			continue;
		if (d.frame.trigger == SR_NONE)
			d.frame = sr_frame_of(
			        r, i,
			        symbol != r->tree.token[i].lemma &&
			                !is_attribute(&r->tree.token[i]));
		if (!sr_pattern_matches(r, &d.frame, d.pattern))
			continue;
		*done |= 1u << d.pattern->type;
		enum sr_code code = read_losses(r, &d);
		*done |= 1u << d.claim.type;
		if (code)
			return code;
	}
	return SR_OK;
}

/* A gerund is a verb and a noun: "after weeks of fighting", "killed by army
 * shelling". A participle may be an adjective. */
static enum sr_code read_trigger(struct sr_reading *r, uint32_t i)
{
	const struct sr_token *t = &r->tree.token[i];
	enum sr_code code = SR_OK;
	uint32_t done = 0;

	if (t->lower != t->lemma && sr_is_gerund(r, i))
		code = read_triggers(r, i, t->lower, &done);
	if (!code)
		code = read_triggers(r, i, t->lemma, &done);
	if (!code && t->lower != t->lemma && is_attribute(t))
		code = read_triggers(r, i, t->lower, &done);
	return code;
}

enum sr_code sr_extract(struct sr_doc *doc, const struct sr_kit *kit,
                        struct sr_err *err)
{
	struct sr_reading r = { .doc = doc,
		                .kit = kit,
		                .history = sr_is_history(doc) };

	sr_learn_words(&r);
	if (!sr_tree_init(&r.tree, doc, kit) || !sr_classify(&r) ||
	    !sr_find_quotes(&r))
		return sr_fail_nomem(err, "extract");
	r.calamity = sr_is_of_calamity(&r);
	for (size_t s = 0; s < doc->sentences.nitem; s++) {
		const struct sr_sentence *sent = &doc->sentences.items[s];
		for (uint32_t i = sent->from; sent->parsed && i < sent->to; i++)
			if (read_trigger(&r, i))
				return sr_fail_nomem(err, "extract");
	}
	return SR_OK;
}
