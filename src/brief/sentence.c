/* From a claim to the slots of a sentence, and from those to the sentence. The
 * words are in the table; here is decided what a slot holds and when it stays
 * empty. */
#include "brief/sentence.h"

#include "base/str.h"
#include "brief/thing.h"
#include "model/family.h"

static const struct sr_str NONE = { NULL, 0 };

static const char *const NAME[SR_SENTENCE_SLOTS] = {
	"actor", "target", "at",     "place", "when", "number", "big",
	"arms",	 "length", "ground", "money", "fate", "words"
};

const char *sr_sentence_slot_name(unsigned slot)
{
	return NAME[slot];
}

struct sr_str sr_sentence_fill(const struct sr_english *e,
			       const struct sr_sentence_in *in)
{
	const struct sr_kit *kit = e->kit;
	struct sr_slot_text slot[SR_SENTENCE_SLOTS];
	uint32_t have = 0;

	for (unsigned i = 0; i < SR_SENTENCE_SLOTS; i++) {
		slot[i] = (struct sr_slot_text){ NAME[i], in->slot[i] };
		have |= in->slot[i].n ? 1u << i : 0;
	}
	for (uint32_t r = 0; r < sr_kit_rows(kit, SR_TABLE_SENTENCES); r++) {
		uint32_t needs = (uint32_t)sr_kit_value(
			kit, SR_TABLE_SENTENCES, r, SR_SENTENCES_NEEDS);
		if ((uint32_t)sr_kit_value(kit, SR_TABLE_SENTENCES, r,
					   SR_SENTENCES_TYPE) != in->type ||
		    (needs & ~have))
			continue;
		return sr_fill(e,
			       sr_kit_text(kit, SR_TABLE_SENTENCES, r,
					   SR_SENTENCES_TEXT),
			       slot, SR_SENTENCE_SLOTS);
	}
	return NONE;
}

/* Numbers */

static bool is_people(const struct sr_claim *c)
{
	return sr_str_is(c->unit, "people");
}

struct sr_str sr_counted_text(struct sr_briefing *b, const struct sr_claim *c,
			      bool digits)
{
	struct sr_amount a = { .count = c->count,
			       .unit = c->unit,
			       .digits = digits };
	const struct sr_party_slot *who = c->has_target ? &c->target : NULL;

	if (!c->has_count)
		return NONE;
	if (c->type == SR_TYPE_FORCE_MOVE || c->type == SR_TYPE_FORCE_PRESENT) {
		who = c->has_actor ? &c->actor : NULL;
		if (is_people(c))
			a.noun = sr_phrase(&b->en, "noun.soldier");
	} else if (!sr_is_loss(c->type)) {
		who = NULL;
	} else if (is_people(c) && who && sr_str_is(who->side, "CIV")) {
		if (!sr_brief_anybody(b, who))
			a.noun = sr_phrase(&b->en, "noun.civilian");
		who = NULL;
	}
	if (!who || !who->side.n || sr_str_is(who->side, "CIV"))
		return sr_amount_text(&b->en, &a);
	if (a.noun.n || !is_people(c)) {
		a.adjective = sr_brief_adjective(b, who->side);
		return sr_amount_text(&b->en, &a);
	}
	struct sr_str of = sr_brief_adjective(b, who->side);
	return sr_brief_say(b, of.n ? "loss.side" : "loss.side.of",
			    sr_amount_text(&b->en, &a),
			    of.n ? of : sr_brief_side(b, who->side));
}

/* "1,200 soldiers": may not begin a sentence. */
static bool is_big(struct sr_str number)
{
	size_t n = 0;

	while (n < number.n && ((number.s[n] >= '0' && number.s[n] <= '9') ||
				number.s[n] == ','))
		n++;
	return n >= 3 || (n && n + 4 < number.n &&
			  memcmp(number.s + n, " to ", 4) == 0);
}

static void put_numbers(struct sr_briefing *b, const struct sr_claim *c,
			struct sr_sentence_in *in)
{
	enum sr_thing thing = sr_counted_thing(b->en.kit, c->unit);
	struct sr_str text = sr_counted_text(b, c, false);
	bool km = sr_str_is(c->unit, "km");
	bool area = sr_str_is(c->unit, "km2");

	if (!text.n)
		return;
	if (km)
		in->slot[SR_SLOT_OF_LENGTH] = text;
	else if (area || thing == SR_THING_GROUND)
		in->slot[SR_SLOT_OF_GROUND] = text;
	else if (sr_str_is(c->unit, "USD"))
		in->slot[SR_SLOT_OF_MONEY] = text;
	else if (thing == SR_THING_ARMS)
		in->slot[SR_SLOT_OF_ARMS] = text;
	bool counts = sr_is_loss(c->type) || is_people(c) ||
		      c->type == SR_TYPE_FORCE_MOVE ||
		      c->type == SR_TYPE_FORCE_PRESENT;
	if (counts && !km && !area)
		in->slot[SR_SLOT_OF_COUNT] = text;
	if (is_big(in->slot[SR_SLOT_OF_COUNT]))
		in->slot[SR_SLOT_OF_BIG] = text;
}

/* Parties */

static struct sr_str party(struct sr_briefing *b, struct sr_str side, bool has,
			   const struct sr_party_slot *own, bool forces)
{
	if (has && (!side.n || sr_str_equal(side, own->side)))
		return sr_brief_party(b, own, forces);
	if (!side.n)
		return NONE;
	return forces ? sr_brief_forces(b, side) : sr_brief_side(b, side);
}

static void put_parties(struct sr_briefing *b, const struct sr_statement *s,
			const struct sr_claim *c, struct sr_sentence_in *in)
{
	bool forces = !sr_is_politics(c->type);
	struct sr_str a = party(b, s->actor, c->has_actor, &c->actor, forces);
	struct sr_str t = party(b, s->target, c->has_target, &c->target,
				forces);

	in->slot[SR_SLOT_OF_ACTOR] = a;
	if (!sr_str_equal(a, t))
		in->slot[SR_SLOT_OF_TARGET] = t;
}

static void put_where(struct sr_briefing *b, const struct sr_statement *s,
		      struct sr_sentence_in *in)
{
	const struct sr_place_slot *p = s->place;

	if (!p || s->no_place)
		return;
	in->slot[SR_SLOT_OF_PLACE] = sr_brief_place(b, p);
	if (in->type == SR_TYPE_CONTROL_LEAVE &&
	    (p->role == SR_ROLE_AT || p->role == SR_ROLE_AREA))
		in->slot[SR_SLOT_OF_PLACE] = sr_brief_say(
			b, "place.from", sr_brief_place_name(b, p), NONE);
	if (p->role == SR_ROLE_AT ||
	    (p->role == SR_ROLE_FROM && s->all &&
	     s->all->claims.items[s->claim].claim.type ==
		     SR_TYPE_CONTROL_LEAVE))
		in->slot[SR_SLOT_OF_AT] = sr_brief_place_name(b, p);
}

struct sr_sentence_in sr_sentence_of(struct sr_briefing *b,
				     const struct sr_statement *s)
{
	const struct sr_record *r = &s->all->claims.items[s->claim];
	const struct sr_claim *c = &r->claim;
	struct sr_sentence_in in = { .type = c->type };
	struct sr_when when = { s->days, s->by,
				c->basis == SR_BASIS_INFERRED };

	put_parties(b, s, c, &in);
	put_where(b, s, &in);
	if (!s->no_number)
		put_numbers(b, c, &in);
	in.slot[SR_SLOT_OF_WHEN] = sr_when_text(&b->en, &when);
	in.slot[SR_SLOT_OF_WORDS] = sr_brief_quote(b, s->all, s->claim);
	in.slot[SR_SLOT_OF_FATE] = sr_brief_outside(b, c->disposition, 20);
	return in;
}
