/* "Missile and drone attacks", "air, rocket and mortar strikes": several means of
 * one deed. The net takes the first for a thing of its own ("launched a missile, and
 * a drone attack"); all are the deed's, and what hangs on the first is too. */
#include "annotate/repair.h"
#include "annotate/walk.h"
#include "ontology.h"

static bool is_means(const struct sr_repair *r, uint32_t i)
{
	unsigned upos = r->t[i].upos;

	return (upos == SR_UPOS_NOUN || upos == SR_UPOS_ADJ ||
		upos == SR_UPOS_PROPN) &&
	       sr_repair_is(r, i, 'g');
}

/* The deed goes where its first means stood. */
static void take_place(struct sr_repair *r, uint32_t means, uint32_t deed)
{
	struct sr_token *t = r->t;

	if (t[deed].head != means)
		return;
	t[deed].head = t[means].head == means ? deed : t[means].head;
	t[deed].deprel = t[means].deprel;
}

/* What hangs on the means, but for what joins it to the next, is the deed's. */
static void take_children(struct sr_repair *r, uint32_t means, uint32_t deed)
{
	struct sr_token *t = r->t;

	for (uint32_t k = r->from; k < r->to; k++)
		if (t[k].head == means && k != means && k != deed)
			t[k].head = deed;
	t[means].head = deed;
	t[means].deprel = SR_REL_COMPOUND;
}

/* The means before token i, behind a comma or a conjunction; SR_NONE. */
static uint32_t means_before(const struct sr_repair *r, uint32_t i, bool first)
{
	const struct sr_token *t = r->t;

	if (i < r->from + 2)
		return SR_NONE;
	bool joined = first ? t[i - 1].upos == SR_UPOS_CCONJ
			    : t[i - 1].xpos == SR_XPOS_COMMA;
	return joined && is_means(r, i - 2) ? i - 2 : SR_NONE;
}

static void by_means(struct sr_repair *r, uint32_t deed)
{
	struct sr_token *t = r->t;
	uint32_t last = deed - 1, first = means_before(r, last, true);

	if (first == SR_NONE || t[last].head != deed || t[first].head == deed ||
	    !is_means(r, last))
		return;
	/* both, or the deed by way of the means, under one word */
	if (t[deed].head != first && t[deed].head != t[first].head)
		return;
	uint32_t cc = last - 1;
	for (uint32_t m = first; m != SR_NONE; m = means_before(r, m, false)) {
		if (m != first && t[m].head != deed && t[deed].head != m)
			break;
		take_place(r, m, deed);
		take_children(r, m, deed);
	}
	t[cc].head = last;
	t[cc].deprel = SR_REL_CC;
}

void sr_repair_means(struct sr_repair *r)
{
	for (uint32_t i = r->from + 3; i < r->to; i++)
		if (r->t[i].upos == SR_UPOS_NOUN &&
		    r->t[i - 2].upos == SR_UPOS_CCONJ && sr_repair_is(r, i, 'h'))
			by_means(r, i);
}
