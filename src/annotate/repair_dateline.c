/* "QUETTA: Two soldiers were killed, officials said", as papers of South Asia and
 * Nigeria open: the net takes the city for the subject of "said", and what was
 * said for one more thing that the city is. */
#include "annotate/repair.h"
#include "annotate/walk.h"
#include "ontology.h"

#define LONGEST 5 /* words before the colon: "PORT-AU-PRINCE, Haiti" */

/* The colon behind the names that the sentence opens with; SR_NONE. */
static uint32_t colon_of(const struct sr_repair *f)
{
	const char *text = f->doc->report.text.s;

	for (uint32_t i = f->from + 1; i < f->to && i <= f->from + LONGEST; i++) {
		const struct sr_token *t = &f->t[i];
		if (text[t->at.from] == ':' && t->upos == SR_UPOS_PUNCT)
			return i;
		if (t->upos != SR_UPOS_PUNCT && !(t->flags & SR_TOK_CAPITAL))
			return SR_NONE;
	}
	return SR_NONE;
}

/* The verb behind the colon that hangs on a name before it; SR_NONE. */
static uint32_t told_by_name(const struct sr_repair *f, uint32_t name,
			     uint32_t colon)
{
	const uint64_t rels = SR_REL_BIT(SR_REL_PARATAXIS) |
			      SR_REL_BIT(SR_REL_APPOS) |
			      SR_REL_BIT(SR_REL_ACL);

	uint32_t i = sr_repair_child(f->t, name, rels, colon + 1, f->to);
	return i != SR_NONE && f->t[i].upos == SR_UPOS_VERB ? i : SR_NONE;
}

void sr_repair_dateline(struct sr_repair *f)
{
	struct sr_token *t = f->t;
	uint32_t colon = colon_of(f), name = SR_NONE;

	if (colon == SR_NONE)
		return;
	for (uint32_t i = f->from; i < colon; i++)
		if (t[i].deprel == SR_REL_NSUBJ && t[i].head > colon)
			name = i;
	if (name == SR_NONE)
		return;
	uint32_t verb = t[name].head;
	if (t[verb].head != verb || t[verb].upos != SR_UPOS_VERB ||
	    sr_repair_child(t, verb, SR_REL_BIT(SR_REL_NSUBJ), colon, verb) ==
		    SR_NONE)
		return;
	uint32_t told = told_by_name(f, name, colon);
	t[name].deprel = SR_REL_PARATAXIS;
	if (told == SR_NONE || told > verb)
		return;
	t[told].head = verb;
	t[told].deprel = SR_REL_CCOMP;
	for (uint32_t i = colon; i < verb; i++)
		if (t[i].head == name && t[i].upos == SR_UPOS_PUNCT)
			t[i].head = told;
}
