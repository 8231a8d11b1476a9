/* What is contested: both voices side by side, in their own words, as `sitrep
 * conflicts` finds them; the weightiest first. */
#include "base/calendar.h"
#include "base/str.h"
#include "brief/sentence.h"
#include "ontology.h"

#define MOST_CONFLICTS 10
#define MOST_VOICES 2 /* of each side, quoted */
#define MOST_CITED 8

static const struct sr_str NONE = { NULL, 0 };

static struct sr_str about(struct sr_briefing *b, const struct sr_conflict *c)
{
	const struct sr_claim *x =
		&sr_conflict_claim(&b->conflicts, c, 0)->claim;
	struct sr_when when = { x->days, x->basis == SR_BASIS_REPORT, false };

	struct sr_slot_text slot[] = {
		{ "kind", sr_brief_named(b, "conflict",
					 sr_str_of(sr_conflict_name(c))) },
		{ "place", x->has_place ? sr_brief_place(b, &x->place) : NONE },
		{ "when", sr_when_text(&b->en, &when) },
		{ "what", sr_brief_named(b, "topic",
					 sr_str_of(sr_type_name(x->type))) },
		{ NULL, { NULL, 0 } }
	};
	return sr_say_phrase(&b->en, "conflict.about", slot);
}

/* One voice: its words and who says them. */
static struct sr_str voice(struct sr_briefing *b, uint32_t claim)
{
	const struct sr_records *all = &b->conflicts.all;
	const struct sr_record *r = &all->claims.items[claim];
	struct sr_str who = sr_brief_speaker(
		b, sr_conflict_voice(&b->conflicts, r));
	struct sr_str words = sr_brief_quote(b, all, claim);

	who = r->claim.speaker.n ? sr_capital(&b->en, who)
				 : sr_brief_outlet_start(b, sr_filed_of(all, r));
	if (!words.n)
		words = sr_brief_quote_short(b, all, claim);
	return sr_brief_say(b, "voice", words, who);
}

static void side_cell(struct sr_briefing *b, struct sr_brief_table *table,
		      const struct sr_conflict *c, bool against)
{
	const struct sr_conflicts_view *v = &b->conflicts;
	size_t from = against ? c->nsaid : 0, shown = 0;
	size_t n = against ? c->nagainst : c->nsaid;
	struct sr_str text = NONE;

	for (size_t i = 0; i < n && shown < MOST_VOICES; i++) {
		struct sr_str one =
			voice(b, v->found.claims.items[c->from + from + i]);
		if (shown && sr_str_equal(one, text))
			continue;
		text = shown++ ? sr_brief_say(b, "voice.next", text, one) : one;
	}
	struct sr_brief_text *t = sr_brief_cell(b, table, text);
	for (size_t i = 0; t && i < n && i < MOST_CITED; i++)
		sr_brief_hold(b, t, &v->all,
			      v->found.claims.items[c->from + from + i]);
	sr_brief_number(b, t);
}

void sr_brief_contested(struct sr_briefing *b)
{
	size_t all = b->conflicts.found.items.nitem;
	size_t n = all < MOST_CONFLICTS ? all : MOST_CONFLICTS, shown = 0;

	if (!all)
		return;
	if (!sr_brief_section(b, "contested"))
		return;
	struct sr_brief_table *table = sr_brief_table(b, "table.conflicts", 3);
	if (table)
		table->caption = sr_phrase(&b->en, "caption.conflicts");
	for (size_t i = 0; i < n; i++) {
		const struct sr_conflict *c = &b->conflicts.found.items.items[i];
		if (c->noted || !c->nsaid || !c->nagainst)
			continue;
		struct sr_brief_text *t =
			sr_brief_cell(b, table,
				      sr_sentence_start(&b->en, about(b, c)));
		if (t)
			t->id = sr_str_of(c->id);
		side_cell(b, table, c, false);
		side_cell(b, table, c, true);
		shown++;
	}
	if (!shown)
		sr_brief_drop_part(b);
	else
		sr_brief_more(b, "more.conflicts", all - n);
	sr_brief_drop_empty(b);
}
