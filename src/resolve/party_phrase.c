/* Noun phrases without what follows their noun, from tags, with the tree's
 * word where two stand side by side ("gave Ukraine weapons"). Tags are right
 * more often than trees, and are there when a sentence was not parsed. */
#include "base/str.h"
#include "resolve/party_internal.h"

bool sr_is_hyphen(const struct sr_muster *m, uint32_t i)
{
	struct sr_str s;

	if (m->token[i].at.to - m->token[i].at.from > 3 ||
	    sr_str_is(sr_doc_text(m->doc, m->token[i].at), "—"))
		return false;
	s = sr_symbol_text(m->doc, m->kit, m->token[i].lower);
	return s.n == 1 && s.s[0] == '-';
}

/* A dash with no space around it: "al-Shabaab", "Iran-backed". */
static inline bool joins(const struct sr_muster *m, uint32_t i)
{
	return sr_is_dash(m, i) && i > 0 && i + 1 < m->ntoken &&
	       m->token[i - 1].at.to == m->token[i].at.from &&
	       m->token[i].at.to == m->token[i + 1].at.from;
}

static bool is_noun(const struct sr_muster *m, uint32_t i)
{
	return m->token[i].upos == SR_UPOS_NOUN ||
	       m->token[i].upos == SR_UPOS_PROPN;
}

/* A word that may stand in front of a noun; `from` is where its run began. */
static bool fits(const struct sr_muster *m, uint32_t from, uint32_t i)
{
	const struct sr_token *t = &m->token[i];
	const uint32_t always = 1u << SR_UPOS_NOUN | 1u << SR_UPOS_PROPN |
				1u << SR_UPOS_ADJ | 1u << SR_UPOS_NUM;

	/* "shot dead two women" */
	if (t->upos == SR_UPOS_ADJ && t->deprel == SR_REL_XCOMP &&
	    t->head < i && i == from)
		return false;
	if ((always >> t->upos & 1) || m->name[i] != SR_NONE ||
	    (sr_capital(m, i) && !(t->flags & SR_TOK_FIRST) &&
	     sr_fact_ending(m, i, SR_FACT_BRANCH)))
		return true;
	switch (t->upos) {
	case SR_UPOS_X: /* "de facto" */
		return t->xpos == SR_XPOS_AFX && i + 1 < m->ntoken &&
		       (m->token[i + 1].upos == SR_UPOS_NOUN ||
			m->token[i + 1].upos == SR_UPOS_ADJ);
	case SR_UPOS_DET:
		return i == from || m->token[i - 1].upos == SR_UPOS_DET;
	case SR_UPOS_PRON:
		return i == from && t->xpos == SR_XPOS_PRP_S;
	case SR_UPOS_PART:
		return i > from && t->xpos == SR_XPOS_POS;
	case SR_UPOS_VERB:
		/* "the retaken town", not "the blast killed two men" */
		return (i > from && joins(m, i - 1)) ||
		       ((t->xpos == SR_XPOS_VBN || t->xpos == SR_XPOS_VBG) &&
			t->deprel == SR_REL_AMOD && i + 1 < m->ntoken &&
			m->token[i + 1].upos != SR_UPOS_NUM &&
			(i == from || !is_noun(m, i - 1)));
	case SR_UPOS_ADV:
		return i + 1 < m->ntoken && t->deprel == SR_REL_ADVMOD &&
		       t->xpos != SR_XPOS_WRB && /* "when armed groups" */
		       !sr_capital(m, i + 1) &&	 /* "now Kenyan troops" */
		       (m->token[i + 1].upos == SR_UPOS_ADJ ||
			(m->token[i + 1].upos == SR_UPOS_VERB &&
			 m->token[i + 1].deprel == SR_REL_AMOD));
	default:
		return joins(m, i) ||
		       (m->link[i] & SR_LINK_PARTICLE && i > from &&
			t->upos != SR_UPOS_SCONJ && /* "X as Y forces" */
			sr_capital(m, i - 1) && i + 1 < m->ntoken &&
			sr_capital(m, i + 1));
	}
}

static bool of_noun(uint8_t rel)
{
	switch (rel) {
	case SR_REL_FLAT:
	case SR_REL_COMPOUND:
	case SR_REL_APPOS:
	case SR_REL_NMOD_DESC:
	case SR_REL_NMOD_UNMARKED:
	case SR_REL_NMOD_POSS:
	case SR_REL_AMOD:
	case SR_REL_NUMMOD:
	case SR_REL_LIST:
	case SR_REL_DEP:
	case SR_REL_GOESWITH:
		return true;
	default:
		return false;
	}
}

/* Is `i` tied within [from, to) to a word behind it or before it, as parts of
 * one noun phrase are? */
static bool tied(const struct sr_muster *m, uint32_t i, uint32_t next,
		 uint32_t to)
{
	uint32_t up = m->token[i].head;

	if (up > i && up < to)
		return true;
	for (uint32_t k = next; k < to; k++)
		if (m->token[k].head <= i && of_noun(m->token[k].deprel))
			return true;
	return of_noun(m->token[i].deprel) && up < i;
}

/* Two noun phrases side by side: the first ends at noun i. */
static bool ends_at(const struct sr_muster *m, uint32_t i, uint32_t to)
{
	const struct sr_fact *f = sr_name_at(m, i);

	if (!sr_sentence_of(m, i)->parsed || i + 1 >= to || !is_noun(m, i))
		return false;
	if ((f && f->to > i + 1) || joins(m, i + 1) ||
	    m->token[i + 1].xpos == SR_XPOS_POS)
		return false;
	/* "President X", "RSF militia", whatever the tree says */
	if (sr_capital(m, i + 1) && m->token[i + 1].upos == SR_UPOS_PROPN &&
	    (sr_fact_ending(m, i, SR_FACT_POST) ||
	     sr_fact_ending(m, i, SR_FACT_RANK)))
		return false;
	if (f && m->token[i + 1].upos == SR_UPOS_NOUN &&
	    m->noun[i + 1] != SR_NONE)
		return false;
	/* "the 1st Guards | Tank Army" */
	if (sr_capital(m, i) && sr_capital(m, i + 1) &&
	    sr_fact_ending(m, i, SR_FACT_BRANCH) &&
	    (sr_fact_at(m, i + 1, SR_FACT_BRANCH) ||
	     sr_fact_at(m, i + 1, SR_FACT_ECHELON)))
		return false;
	switch (m->token[i].deprel) {
	case SR_REL_NSUBJ:
	case SR_REL_NSUBJ_PASS:
	case SR_REL_OBJ:
	case SR_REL_IOBJ:
	case SR_REL_OBL:
	case SR_REL_OBL_UNMARKED:
	case SR_REL_NMOD:
	case SR_REL_CONJ:
		return !tied(m, i, i + 1, to);
	default:
		return false;
	}
}

/* A common noun with a nationality or group's name right behind it ends its
 * phrase: "told the station Russian troops". */
static bool name_follows(const struct sr_muster *m, uint32_t i)
{
	const struct sr_fact *f = sr_name_at(m, i + 1);

	return m->token[i].upos == SR_UPOS_NOUN && m->name[i] == SR_NONE && f &&
	       f->from == i + 1 &&
	       (f->kind == SR_FACT_ADJECTIVE ||
		(f->kind == SR_FACT_GROUP && m->noun[i] == SR_NONE));
}

static bool add_np(struct sr_muster *m, struct sr_phrase_np np)
{
	struct sr_phrase_np *own = SR_PUSH(&m->doc->mem, &m->nps);
	uint32_t n = (uint32_t)m->nps.nitem - 1;

	if (!own)
		return false;
	*own = np;
	m->np_of[np.noun] = n;
	for (uint32_t i = np.own; i < np.to; i++)
		m->np_in[i] = n;
	return true;
}

/* The noun of words [from, to): the last noun; of "the wounded" the last. */
static uint32_t noun_in(const struct sr_muster *m, uint32_t from, uint32_t to)
{
	for (uint32_t i = to; i-- > from;)
		if (is_noun(m, i) || m->name[i] != SR_NONE)
			return i;
	for (uint32_t i = to; i-- > from;)
		if (m->token[i].upos == SR_UPOS_ADJ ||
		    m->token[i].upos == SR_UPOS_NUM)
			return i;
	return SR_NONE;
}

/* A run of words that fit, cut at 's and where two phrases meet. */
static bool cut_run(struct sr_muster *m, uint32_t from, uint32_t to)
{
	uint32_t start = from, own = from, possessor = SR_NONE;

	for (uint32_t i = from; i < to; i++) {
		bool genitive = m->token[i].xpos == SR_XPOS_POS && i > own;
		bool last = i + 1 == to;
		if (!genitive && !last && !ends_at(m, i, to) &&
		    !name_follows(m, i))
			continue;
		uint32_t end = genitive ? i : i + 1;
		uint32_t noun = noun_in(m, own, end);
		if (noun != SR_NONE &&
		    !add_np(m, (struct sr_phrase_np){ start, end, noun,
						      possessor, own }))
			return false;
		if (genitive && noun != SR_NONE) {
			possessor = (uint32_t)m->nps.nitem - 1;
		} else {
			possessor = SR_NONE;
			start = i + 1;
		}
		own = i + 1;
	}
	return true;
}

/* Nothing of a run's end that can't end a noun phrase. */
static uint32_t trim(const struct sr_muster *m, uint32_t from, uint32_t to)
{
	while (to > from + 1 && m->token[to - 1].upos == SR_UPOS_ADJ &&
	       m->name[to - 1] == SR_NONE && is_noun(m, to - 2))
		to--; /* "forces loyal to" */
	while (to > from && m->name[to - 1] == SR_NONE &&
	       (m->token[to - 1].upos == SR_UPOS_DET ||
		m->token[to - 1].upos == SR_UPOS_ADV || joins(m, to - 1) ||
		m->token[to - 1].upos == SR_UPOS_VERB))
		to--;
	return to;
}

/* "at least 10,000", "the most": no part of what is counted. */
static uint32_t trim_front(const struct sr_muster *m, uint32_t from,
			   uint32_t to)
{
	while (from + 1 < to && joins(m, from))
		from++; /* "right-wing" of which "right" is no adjective */
	while (from + 1 < to &&
	       (m->token[from].xpos == SR_XPOS_JJS ||
		m->token[from].xpos == SR_XPOS_JJR) &&
	       m->token[from + 1].upos == SR_UPOS_NUM)
		from++;
	return from;
}

/* "Hours after the US military announced": does a noun phrase of that time
 * name somebody from here on? Not the rebels of "on 2 February rebels". */
static bool names_somebody(const struct sr_muster *m, uint32_t i, uint32_t end)
{
	/* the time may end within it: "after the U.S. | military" */
	uint32_t to = end + 2;
	bool within = false;

	for (; i < to && i < m->ntoken; i++) {
		within = within || (i < end && (m->noun[i] != SR_NONE ||
						m->name[i] != SR_NONE));
		if (i + 1 >= end && !within)
			return false;
		switch (m->token[i].upos) {
		case SR_UPOS_ADJ:
		case SR_UPOS_DET:
		case SR_UPOS_NOUN:
		case SR_UPOS_PROPN:
			break;
		default:
			return false;
		}
		if (m->noun[i] != SR_NONE)
			return true;
	}
	return false;
}

/* The expression of time that a token lies in; words like "former" are parts
 * of noun phrases all the same. */
static uint32_t time_of(const struct sr_muster *m, uint32_t i)
{
	uint32_t time = m->token[i].time;
	const struct sr_time *t =
		time == SR_NONE ? NULL : &m->doc->times.items[time];

	return t && (t->kind == SR_TIME_VAGUE ||
		     names_somebody(m, i, t->m.to))
		       ? SR_NONE
		       : time;
}

bool sr_muster_phrases(struct sr_muster *m)
{
	struct sr_arena *a = &m->doc->mem;

	m->np_of = sr_arena_nones(a, m->ntoken);
	m->np_in = sr_arena_nones(a, m->ntoken);
	if (!m->np_of || !m->np_in)
		return false;
	for (size_t k = 0; k < m->doc->sentences.nitem; k++) {
		const struct sr_sentence *s = &m->doc->sentences.items[k];
		for (uint32_t i = s->from; i < s->to;) {
			uint32_t from = i;
			uint32_t time = time_of(m, i);
			while (i < s->to && fits(m, from, i) &&
			       time_of(m, i) == time)
				i++;
			if (i == from) {
				i++;
				continue;
			}
			from = trim_front(m, from, i);
			if (time == SR_NONE &&
			    !cut_run(m, from, trim(m, from, i)))
				return false;
		}
	}
	return true;
}

const struct sr_phrase_np *sr_np_from(const struct sr_muster *m, uint32_t i)
{
	if (i >= m->ntoken || m->np_in[i] == SR_NONE)
		return NULL;
	const struct sr_phrase_np *np = &m->nps.items[m->np_in[i]];
	/* The possessor's own tokens lie in the possessor; go out to the whole.
	 */
	for (uint32_t k = m->np_in[i] + 1; k < m->nps.nitem; k++) {
		const struct sr_phrase_np *outer = &m->nps.items[k];
		if (outer->possessor != (uint32_t)(np - m->nps.items))
			break;
		np = outer;
	}
	return np->from == i ? np : NULL;
}
