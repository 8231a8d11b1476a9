/* Names that the report itself cuts short: "the Popular Resistance Army (PRA)"
 * is "the PRA" from then on. Those of the tables are theirs, and nobody's who
 * has a name in brackets that does not begin as its own does. */
#include "base/str.h"
#include "resolve/party_internal.h"

#define MOST_SHORTS 32

struct shorts {
	struct sr_muster *m;
	uint32_t n;
	uint32_t lower[MOST_SHORTS]; /* symbol of the short name */
	size_t draft[MOST_SHORTS];   /* whose it is */
};

static bool is_char(const struct sr_muster *m, uint32_t i, const char *c)
{
	return sr_str_is(sr_doc_text(m->doc, m->token[i].at), c);
}

static bool is_short(const struct sr_muster *m, uint32_t i)
{
	const struct sr_token *t = &m->token[i];

	return (t->flags & SR_TOK_ALLCAPS) && t->at.to - t->at.from > 1 &&
	       !sr_name_at(m, i);
}

/* Does a word of its name begin as the short one does? */
static bool begins_alike(const struct sr_muster *m, const struct sr_draft *d,
			 uint32_t i)
{
	char first = sr_doc_text(m->doc, m->token[i].at).s[0];

	for (uint32_t k = d->p.m.from; k < d->p.m.to; k++)
		if (sr_capital(m, k) &&
		    sr_doc_text(m->doc, m->token[k].at).s[0] == first)
			return true;
	return false;
}

static bool may_be_short(const struct sr_draft *d)
{
	return d->p.kind == SR_PARTY_KIND_UNIT ||
	       d->p.kind == SR_PARTY_KIND_GROUP ||
	       (d->p.kind == SR_PARTY_KIND_FORCE && d->p.side.n) ||
	       d->p.kind == SR_PARTY_KIND_INSTITUTION;
}

static void learn(struct shorts *s, size_t draft)
{
	struct sr_muster *m = s->m;
	const struct sr_draft *d = &m->drafts.items[draft];
	uint32_t i = d->p.m.to + 1;

	if (s->n == MOST_SHORTS || i + 1 >= m->ntoken || !may_be_short(d) ||
	    !is_char(m, i - 1, "(") || !is_char(m, i + 1, ")") ||
	    !is_short(m, i) || !begins_alike(m, d, i))
		return;
	s->lower[s->n] = m->token[i].lower;
	s->draft[s->n++] = draft;
}

/* "The PRA said"; not "PRA fighters", who are a party of their own. */
static bool stands(const struct sr_muster *m, uint32_t i)
{
	return is_short(m, i) && m->draft_of[i] == SR_NONE &&
	       m->token[i].deprel != SR_REL_COMPOUND &&
	       m->token[i].deprel != SR_REL_FLAT;
}

static void add(struct shorts *s, uint32_t i, size_t whose)
{
	struct sr_muster *m = s->m;
	uint32_t from = i > sr_sentence_of(m, i)->from &&
					m->token[i - 1].upos == SR_UPOS_DET
				? i - 1
				: i;
	struct sr_draft *d = sr_draft_new(m, from, i + 1, i);

	if (!d)
		return;
	const struct sr_draft *full = &m->drafts.items[whose];
	d->p.name = full->p.name;
	d->p.side = full->p.side;
	d->p.why = full->p.why;
	d->p.kind = full->p.kind;
	d->p.table = full->p.table;
	d->p.row = full->p.row;
	d->fact = full->fact;
	d->class = full->class;
	d->named = true;
	d->many = full->many;
}

void sr_muster_shorts(struct sr_muster *m)
{
	struct shorts s = { .m = m };
	size_t ndraft = m->drafts.nitem;

	for (size_t k = 0; k < ndraft; k++)
		learn(&s, k);
	for (uint32_t i = 0; s.n && i < m->ntoken; i++)
		for (uint32_t k = 0; k < s.n && stands(m, i); k++)
			if (m->token[i].lower == s.lower[k] &&
			    i > m->drafts.items[s.draft[k]].p.m.to + 1)
				add(&s, i, s.draft[k]);
}
