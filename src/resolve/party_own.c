/* Whose words a report is. A communiqué says "our troops" outside quotation
 * marks, which no newspaper does; only then it is asked on which side "we" are:
 * that of the publisher, of whom the title names as the author, of who
 * announces it all, and last of who fights those whom "our troops" meet. */
#include "base/str.h"
#include "kit/pattern.h"
#include "resolve/party_refer.h"

static const struct sr_str NOBODY = { NULL, 0 };

/* "our" of "our troops" */
static bool is_our(const struct sr_muster *m, uint32_t i)
{
	const struct sr_fact *f;
	const struct sr_draft *d;

	if (m->token[i].xpos != SR_XPOS_PRP_S || m->quoted[i])
		return false;
	f = sr_fact_at(m, i, SR_FACT_PRONOUN);
	if (!f || !sr_kit_value(m->kit, SR_TABLE_PRONOUNS, f->row,
				SR_PRONOUNS_SELF))
		return false;
	uint32_t head = m->token[i].head;
	if (sr_thing_of(m, head) & SR_CLASS_LINE)
		return true; /* "our positions" */
	d = sr_draft_at(m, head);
	return d && d->class != SR_PEOPLE_ENEMY &&
	       (d->fact == SR_FACT_ECHELON ||
		(d->fact == SR_FACT_NOUN && sr_people_fight(d->class)));
}

/* Its own: not part of who is meant. */
static bool fights(const struct sr_draft *d)
{
	return d->p.side.n && (d->p.kind == SR_PARTY_KIND_FORCE ||
			       d->p.kind == SR_PARTY_KIND_GROUP ||
			       d->p.kind == SR_PARTY_KIND_UNIT);
}

#define TOP_SENTENCES 3 /* that may name who speaks */

#define LONGEST_NAME 20 /* words of a title that tells nothing */

/* "Al-Qassam Brigades communique, 3 July": a title with no verb. */
static bool is_name(const struct sr_muster *m, const struct sr_sentence *s)
{
	for (uint32_t i = s->from; i < s->to; i++)
		if (m->token[i].upos == SR_UPOS_VERB ||
		    m->token[i].upos == SR_UPOS_AUX)
			return false;
	return s->to - s->from <= LONGEST_NAME;
}

/* A party that begins a line and ends before a colon or at the line's end, or
 * that a noun of the line is of or by: "Statement of the spokesman"; the first
 * of a line that only names. */
static bool is_author(const struct sr_muster *m, const struct sr_draft *d)
{
	const struct sr_sentence *s = sr_sentence_of(m, d->p.m.from);
	uint32_t first = s->from;

	/* "40 clashes with the invaders": nobody calls himself so */
	if (d->fact == SR_FACT_NOUN && (d->class == SR_PEOPLE_OCCUPIER ||
					d->class == SR_PEOPLE_ENEMY))
		return false;
	if (is_name(m, s))
		return true;
	if (d->p.m.from <= first + 1)
		return d->p.m.to >= s->to ||
		       m->token[d->p.m.to].upos == SR_UPOS_PUNCT;
	return m->token[d->p.m.from - 1].upos == SR_UPOS_ADP &&
	       m->token[d->p.m.head].deprel == SR_REL_NMOD;
}

#define LONGEST_HEADER 512 /* bytes of it that are looked at */

/* Of the lines above the text that are no title: "Armed Forces of X, 3 May". */
static struct sr_str side_of_header(const struct sr_muster *m)
{
	const struct sr_doc *doc = m->doc;
	struct sr_str side = NOBODY;

	for (size_t i = 0; i < doc->blocks.nitem && !side.n; i++) {
		struct sr_span at = doc->blocks.items[i].at;
		if (doc->blocks.items[i].kind == SR_BLOCK_BODY ||
		    at.from > LONGEST_HEADER)
			break;
		if (at.to > LONGEST_HEADER + at.from)
			at.to = LONGEST_HEADER + at.from;
		if (doc->blocks.items[i].kind == SR_BLOCK_FIELD)
			side = sr_side_in_words(m, sr_doc_text(doc, at),
						SR_WHOSE_STATE);
	}
	return sr_side_known(m, side) ? side : NOBODY;
}

static struct sr_str side_of_top(const struct sr_muster *m)
{
	const struct sr_sentence *top = &m->doc->sentences.items[0];

	if (m->doc->blocks.items[top->block].kind == SR_BLOCK_BODY &&
	    !is_name(m, top))
		return NOBODY;
	for (uint32_t i = top->from; i < top->to; i++) {
		const struct sr_draft *d = sr_draft_at(m, i);
		if (d && d->p.kind != SR_PARTY_KIND_CIVILIANS &&
		    sr_side_known(m, d->p.side) && is_author(m, d))
			return d->p.side;
	}
	return NOBODY;
}

/* "The army of X announces that its fighters ...", at the top. */
static struct sr_str side_of_announcer(const struct sr_muster *m)
{
	const struct sr_doc *doc = m->doc;

	for (size_t k = 0; k < doc->sentences.nitem && k < TOP_SENTENCES; k++) {
		const struct sr_sentence *s = &doc->sentences.items[k];
		for (uint32_t i = s->from; i < s->to; i++) {
			const struct sr_draft *d = sr_draft_at(m, i);
			if (d && !m->quoted[i] && sr_is_subject(&m->tree, i) &&
			    (m->verb[m->token[i].head] & SR_VERB_SAY) &&
			    sr_side_known(m, d->p.side))
				return d->p.side;
		}
	}
	return NOBODY;
}

/* "This is stated in the update of the General Staff of X": the one side whose
 * bodies are named at the top. */
static struct sr_str side_of_bodies(const struct sr_muster *m)
{
	const struct sr_doc *doc = m->doc;
	struct sr_str side = NOBODY;

	for (size_t k = 0; k < doc->sentences.nitem && k <= TOP_SENTENCES; k++)
		for (uint32_t i = doc->sentences.items[k].from;
		     i < doc->sentences.items[k].to; i++) {
			const struct sr_draft *d = sr_draft_at(m, i);
			if (!d || m->quoted[i] ||
			    d->p.kind != SR_PARTY_KIND_INSTITUTION ||
			    !sr_side_known(m, d->p.side))
				continue;
			if (side.n && !sr_str_equal(side, d->p.side))
				return NOBODY;
			side = d->p.side;
		}
	return side;
}

/* Those who fight whom the sentences of "our troops" name. */
static struct sr_str side_by_foes(const struct sr_muster *m)
{
	struct sr_str foe = NOBODY;
	uint32_t sentence = SR_NONE;

	for (uint32_t i = 0; i < m->ntoken; i++) {
		if (!is_our(m, i) || m->token[i].sentence == sentence)
			continue;
		sentence = m->token[i].sentence;
		const struct sr_sentence *s = sr_sentence_of(m, i);
		for (uint32_t k = s->from; k < s->to; k++) {
			const struct sr_draft *d = sr_draft_at(m, k);
			if (!d || !fights(d) || m->token[i].head == k)
				continue;
			if (foe.n && !sr_str_equal(foe, d->p.side))
				return NOBODY;
			foe = d->p.side;
		}
	}
	return sr_side_against(m, foe);
}

bool sr_own_side(const struct sr_muster *m, struct sr_str *own)
{
	struct sr_str side = NOBODY;
	uint32_t i = 0;

	*own = NOBODY;
	while (i < m->ntoken && !is_our(m, i))
		i++;
	if (m->organ && sr_side_known(m, m->outlet))
		*own = m->outlet;
	if (i == m->ntoken)
		return false;
	if (sr_side_known(m, m->outlet))
		side = m->outlet;
	if (!side.n)
		side = side_of_top(m);
	if (!side.n)
		side = side_of_header(m);
	if (!side.n)
		side = side_of_announcer(m);
	if (!side.n)
		side = side_of_bodies(m);
	if (!own->n)
		*own = side.n ? side : side_by_foes(m);
	return true;
}
