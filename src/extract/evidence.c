/* The words that a claim rests on: from the first part of it to the last, within
 * its sentence, without the words that only join it to what stands before. */
#include "extract/extract_internal.h"

struct reach {
	uint32_t from, to, sentence;
};

static void widen(struct reach *e, uint32_t from, uint32_t to)
{
	if (from < e->from)
		e->from = from;
	if (to > e->to)
		e->to = to;
}

/* A noun with its own words before it, and a name behind. */
static void reach_to(const struct sr_reading *r, struct reach *e, uint32_t i)
{
	if (i == SR_NONE || r->tree.token[i].sentence != e->sentence)
		return;
	const uint64_t name = SR_REL_BIT(SR_REL_FLAT) |
			      SR_REL_BIT(SR_REL_COMPOUND);
	uint32_t to = i + 1;
	if (r->tree.rels[i] & name)
		SR_CHILDREN(&r->tree, i, c)
			if (c > i && sr_rel_in(&r->tree, c, name))
				to = r->tree.to[c];
	widen(e, r->tree.from[i], to);
}

/* All words of a mention: "20 May 2015", not "20". */
static void reach_mention(const struct sr_reading *r, struct reach *e,
                          const struct sr_mention *m)
{
	if (!m || r->tree.token[m->from].sentence != e->sentence ||
	    r->tree.token[m->to - 1].sentence != e->sentence)
		return;
	reach_to(r, e, m->head);
	widen(e, m->from, m->to);
}

/* ", and", "that", "of", but not the "at" of "at least". */
static bool only_joins(const struct sr_tree *tree, uint32_t i,
                       struct sr_span count)
{
	const struct sr_token *t = &tree->token[i];

	if ((t->at.from >= count.from && t->at.from < count.to) ||
	    tree->token[t->head].upos == SR_UPOS_ADJ)
		return false;
	return t->upos == SR_UPOS_PUNCT || t->upos == SR_UPOS_CCONJ ||
	       t->upos == SR_UPOS_SCONJ || t->upos == SR_UPOS_ADP;
}

/* "Dozens of people", where the people alone are a part. */
static void reach_count(const struct sr_reading *r, struct reach *e,
			struct sr_span count)
{
	const struct sr_token *t = r->tree.token;

	if (count.to <= t[e->from].at.from)
		return;
	while (e->from > 0 && t[e->from - 1].at.from >= count.from &&
	       t[e->from - 1].sentence == e->sentence)
		e->from--;
}

struct sr_span sr_evidence_span(const struct sr_reading *r,
                                const struct sr_evidence_parts *parts)
{
	const struct sr_tree *t = &r->tree;
	uint32_t i = parts->trigger;
	struct reach e = { i, i + 1, t->token[i].sentence };

	const uint64_t apart = sr_rels(SR_REL_CONJ) | sr_rels(SR_REL_ACL) |
			       sr_rels(SR_REL_PARATAXIS) |
			       sr_rels(SR_REL_ADVCL) | sr_rels(SR_REL_PUNCT);
	SR_CHILDREN(t, i, c)
		if (!sr_rel_in(t, c, apart))
			reach_to(r, &e, c);
	for (size_t k = 0; k < SR_LEN(parts->part); k++)
		reach_to(r, &e, parts->part[k]);
	reach_mention(r, &e, parts->place);
	reach_mention(r, &e, parts->time);
	if (parts->count.to > parts->count.from)
		reach_count(r, &e, parts->count);
	while (e.from < i && only_joins(t, e.from, parts->count))
		e.from++;
	return (struct sr_span){ t->token[e.from].at.from,
		                 t->token[e.to - 1].at.to };
}
