/* History before the war that is reported on. It is dated by the war that its
 * words name ("captured Berlin in the Second World War"); what was done by or to
 * somebody who is long gone ("liberated Poland from the Nazis"), with no day
 * told, is no news of today, and better left out than dated wrongly. */
#include "base/calendar.h"
#include "extract/extract_internal.h"

#define LIVING_MEMORY 7305 /* 1990-01-01: of a report whose day nobody knows,
			    * history is what had ended by then */

/* Does the party or war of a row of a table end long before the report? */
static bool is_over(const struct sr_reading *r, enum sr_table table,
		    uint32_t row, unsigned to)
{
	struct sr_days report = r->doc->report.published;

	return sr_kit_over(r->kit, table, row, to,
			   sr_days_known(report) ? report.from : LIVING_MEMORY);
}

static bool is_gone(const struct sr_reading *r, uint32_t token)
{
	uint32_t p = token == SR_NONE ? SR_NONE
				      : sr_party_of(r, token).party;

	if (p == SR_NONE || r->doc->parties.items[p].row == SR_NONE)
		return false;
	const struct sr_party *party = &r->doc->parties.items[p];
	if (party->table == SR_TABLE_GROUPS)
		return is_over(r, SR_TABLE_GROUPS, party->row, SR_GROUPS_TO);
	return party->table == SR_TABLE_STATES &&
	       is_over(r, SR_TABLE_STATES, party->row, SR_STATES_TO);
}

/* Is somebody long gone among the words right under a token, or below those:
 * "the liberation of X from the Nazis"? */
static bool names_gone(const struct sr_reading *r, uint32_t i, int depth)
{
	SR_CHILDREN(&r->tree, i, c) {
		uint32_t prep = sr_case_of(&r->tree, c);
		if (((prep == r->word.from || prep == r->word.by ||
		      prep == r->word.against) &&
		     is_gone(r, c)) ||
		    (depth && r->tree.token[c].deprel == SR_REL_NMOD &&
		     names_gone(r, c, depth - 1)))
			return true;
	}
	return false;
}

bool sr_is_bygone(const struct sr_reading *r, const struct sr_claim *c,
		  const struct sr_made *of)
{
	struct sr_days report = r->doc->report.published;
	bool dated = sr_days_known(c->days) &&
		     (c->basis == SR_BASIS_EXPLICIT ||
		      c->basis == SR_BASIS_RELATIVE ||
		      c->days.to + SR_AFTERMATH < report.from);

	if (r->history || c->speaker.n || dated)
		return false;
	const struct sr_token *t = &r->tree.token[of->trigger];
	/* behind a noun the parser may hang them on the verb */
	if (t->upos == SR_UPOS_NOUN && t->head != of->trigger &&
	    names_gone(r, t->head, 0))
		return true;
	return is_gone(r, of->actor) || is_gone(r, of->target) ||
	       names_gone(r, of->trigger, 1);
}

/* Does the clause of the trigger have these words as a time: "in the X War",
 * "during the X War", "the battle of the X War"? */
static bool is_time_of(const struct sr_reading *r, const struct sr_hit *h,
		       uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	uint32_t head = h->to - 1;

	for (uint32_t i = h->from; i < h->to; i++)
		if (t->token[i].head < h->from || t->token[i].head >= h->to)
			head = i;
	uint32_t prep = sr_case_of(t, head);
	if (!prep || (prep != r->word.during && prep != r->word.in_like[0] &&
		      prep != r->word.in_like[3]))
		return false;
	uint32_t over = t->token[head].head;
	return sr_dominates(t, trigger, head) || over == trigger || sr_clause(t, trigger) == over ||
	       sr_dominates(t, over, trigger);
}

bool sr_bygone_war(const struct sr_reading *r, uint32_t trigger,
		   struct sr_days *days)
{
	const struct sr_doc *doc = r->doc;
	const struct sr_sentence *s =
		&doc->sentences.items[r->tree.token[trigger].sentence];

	if (!r->names_war)
		return false;
	for (size_t i = sr_hits_from(doc, s->from); i < doc->hits.nitem; i++) {
		const struct sr_hit *h = &doc->hits.items[i];
		if (h->from >= s->to)
			break;
		if (h->table != SR_TABLE_WARS ||
		    h->column != SR_WARS_NAMES || h->to > s->to ||
		    !is_over(r, SR_TABLE_WARS, h->row, SR_WARS_TO) ||
		    !is_time_of(r, h, trigger))
			continue;
		days->from = sr_kit_value(r->kit, SR_TABLE_WARS, h->row,
					  SR_WARS_FROM);
		days->to = sr_kit_value(r->kit, SR_TABLE_WARS, h->row,
					SR_WARS_TO);
		return true;
	}
	return false;
}
