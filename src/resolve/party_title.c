/* The titles of persons: ranks and posts in front of a name, and posts in
 * appositions on either side ("the governor of Luhansk region, Serhiy X",
 * "X, an adviser to the president"). */
#include "base/str.h"
#include "resolve/party_person.h"

static bool a_noun(const struct sr_muster *m, const struct sr_fact *f)
{
	return f && (m->token[f->to - 1].upos == SR_UPOS_NOUN ||
		     m->token[f->to - 1].upos == SR_UPOS_PROPN);
}

/* The rank that begins at token i; "General Staff" is no general. */
static const struct sr_fact *rank_at(const struct sr_muster *m, uint32_t i)
{
	const struct sr_fact *rank = sr_fact_at(m, i, SR_FACT_RANK);
	const struct sr_fact *body = sr_fact_at(m, i, SR_FACT_BODY);

	return rank && body && body->to > rank->to ? NULL : rank;
}

/* The last rank or post within a run, in front of a name. */
static void strip_titles(const struct sr_muster *m, struct sr_person *p)
{
	for (uint32_t i = p->from; i + 1 < p->to; i++) {
		/* "Minister of Defence X": begun in front of the run */
		const struct sr_fact *over = sr_fact_ending(m, i, SR_FACT_POST);
		if (over && over->from < p->from) {
			p->post = (uint32_t)(over - m->facts.items);
			p->from = i + 1;
			continue;
		}
		const struct sr_fact *rank = rank_at(m, i);
		const struct sr_fact *post = sr_fact_at(m, i, SR_FACT_POST);
		if (rank && rank->to < p->to && !sr_name_at(m, i)) {
			p->titled = true;
			p->ranked |= !sr_kit_value(m->kit, SR_TABLE_RANKS,
						   rank->row, SR_RANKS_CLASS);
			p->from = rank->to;
			i = rank->to - 1;
		} else if (a_noun(m, post) && post->to < p->to &&
			   !sr_name_at(m, i)) {
			p->post = (uint32_t)(post - m->facts.items);
			p->from = post->to;
			i = post->to - 1;
		}
	}
}

/* Ranks and posts in small letters in front of the run: "governor Serhiy". */
static void titles_before(const struct sr_muster *m, struct sr_person *p)
{
	uint32_t i = p->from, start = sr_sentence_of(m, i)->from;

	while (i > start) {
		const struct sr_fact *rank =
			sr_fact_ending(m, i - 1, SR_FACT_RANK);
		const struct sr_fact *post =
			sr_fact_ending(m, i - 1, SR_FACT_POST);
		if (rank) {
			p->titled = true;
			p->ranked |= !sr_kit_value(m->kit, SR_TABLE_RANKS,
						   rank->row, SR_RANKS_CLASS);
			i = rank->from;
		} else if (a_noun(m, post)) {
			if (p->post == SR_NONE)
				p->post = (uint32_t)(post - m->facts.items);
			i = post->from;
		} else {
			break;
		}
	}
}

static bool comma(const struct sr_muster *m, uint32_t i)
{
	return i < m->ntoken && m->token[i].xpos == SR_XPOS_COMMA;
}

uint32_t sr_post_of(const struct sr_muster *m, const struct sr_phrase_np *np)
{
	const struct sr_fact *f = sr_fact_ending(m, np->noun, SR_FACT_POST);

	if (m->token[np->noun].xpos == SR_XPOS_NNS)
		return SR_NONE; /* "rebels" are nobody's post */
	return a_noun(m, f) && f->from >= np->own
		       ? (uint32_t)(f - m->facts.items)
		       : SR_NONE;
}

/* Is there a comma behind the phrase, or behind what "of" ties to it? */
static bool closed(const struct sr_muster *m, const struct sr_phrase_np *np)
{
	uint32_t to = np->to;

	for (int steps = 0; steps < 4; steps++) {
		if (comma(m, to))
			return true;
		uint32_t end, noun = sr_owner_behind(m, to,
						     SR_LINK_OWNER |
							     SR_LINK_EMPLOYER |
							     SR_LINK_INSIDE,
						     &end);
		if (noun == SR_NONE)
			return false;
		to = end;
	}
	return false;
}

/* Behind the name and a comma: ", the governor of Luhansk region". */
static void post_behind(const struct sr_muster *m, struct sr_person *p)
{
	if (!comma(m, p->to) || p->to + 1 >= sr_sentence_of(m, p->from)->to)
		return;
	const struct sr_phrase_np *np = sr_np_from(m, p->to + 1);
	/* "in Kyiv, the mayor said" */
	if (!np || (sr_is_subject(&m->tree, np->noun) && !closed(m, np)))
		return;
	uint32_t post = sr_post_of(m, np);
	if (post == SR_NONE)
		return;
	p->post = post;
	p->post_np = (uint32_t)(np - m->nps.items);
}

/* Is token i behind an "of" or "for"? */
static bool tied_on(const struct sr_muster *m, uint32_t i, uint32_t start)
{
	return i > start &&
	       (m->link[i - 1] & (SR_LINK_OWNER | SR_LINK_EMPLOYER));
}

/* Another name or body stands before the person's in its phrase: "of the
 * European Commission Ursula X". */
bool sr_named_in(const struct sr_muster *m, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (sr_name_at(m, i) || sr_fact_ending(m, i, SR_FACT_BODY))
			return true;
	return false;
}

/* In front of the name: "the regional governor, Serhiy Haidai", "the governor
 * of Luhansk, Serhiy Haidai", "spokesman for the army General Smith". */
static void post_before(const struct sr_muster *m, struct sr_person *p)
{
	uint32_t start = sr_sentence_of(m, p->from)->from;
	uint32_t from = p->np == SR_NONE ? p->from : m->nps.items[p->np].from;
	uint32_t i = from;

	if (i > start && comma(m, i - 1))
		i--;
	if (i <= start)
		return;
	if (tied_on(m, i, start)) {
		if (!sr_named_in(m, from, p->from))
			return;
		i--;
	}
	for (int steps = 0; steps < 2; steps++) {
		if (i <= start || m->np_in[i - 1] == SR_NONE)
			return;
		const struct sr_phrase_np *np = &m->nps.items[m->np_in[i - 1]];
		if (np->to != i)
			return;
		uint32_t post = sr_post_of(m, np);
		if (post != SR_NONE) {
			p->post = post;
			p->post_np = m->np_in[i - 1];
			return;
		}
		if (!tied_on(m, np->from, start))
			return;
		i = np->from - 1;
	}
}

uint32_t sr_person_start(const struct sr_muster *m, const struct sr_person *p)
{
	const struct sr_phrase_np *np = &m->nps.items[p->np];
	uint32_t from = p->from;

	if (p->post_np != SR_NONE)
		return from;
	while (from > np->from) {
		const struct sr_token *t = &m->token[from - 1];
		const struct sr_fact *post =
			sr_fact_ending(m, from - 1, SR_FACT_POST);
		const struct sr_fact *name = sr_name_at(m, from - 1);
		if (name && (name->kind == SR_FACT_LEADER ||
			     name->kind == SR_FACT_SURNAME))
			break; /* somebody else */
		if (a_noun(m, post) && post->from >= np->from)
			from = post->from;
		else if (a_noun(m, post))
			return sr_phrase_start(m, post->from);
		else if ((t->upos == SR_UPOS_PROPN &&
			  sr_capital(m, from - 1)) ||
			 t->upos == SR_UPOS_ADJ || t->upos == SR_UPOS_DET ||
			 sr_name_at(m, from - 1) || t->xpos == SR_XPOS_POS ||
			 sr_is_dash(m, from - 1) || t->place != SR_NONE ||
			 sr_fact_ending(m, from - 1, SR_FACT_RANK))
			from--;
		else
			break;
	}
	return from;
}

void sr_person_titles(const struct sr_muster *m, struct sr_person *p)
{
	strip_titles(m, p);
	titles_before(m, p);
}

void sr_person_post(const struct sr_muster *m, struct sr_person *p)
{
	if (p->post == SR_NONE)
		post_behind(m, p);
	if (p->post == SR_NONE)
		post_before(m, p);
}
