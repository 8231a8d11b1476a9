/* What the tables of actors say of the doc's tokens: a fact a phrase, and of
 * the names that overlap the longest. A report has some 200 facts. */
#include "base/calendar.h"
#include "base/compiler.h"
#include "base/str.h"
#include "kit/phrase.h"
#include "kit/unit.h"
#include "resolve/party_internal.h"

_Static_assert(SR_FACT_COUNT <= 32, "kinds are bits of a word");

/* The kind of each table's columns and one more, so that a hit costs one look;
 * 0: no fact. */
#define F(table, column, fact)                                                 \
	[SR_TABLE_##table][SR_##table##_##column] = 1 + SR_FACT_##fact
static const uint8_t KIND[SR_TABLE_COUNT][SR_MAX_COLUMNS] = {
	F(STATES, NAMES, STATE),
	F(STATES, ADJECTIVES, ADJECTIVE),
	F(STATES, PEOPLE, PEOPLE),
	F(STATES, SEATS, SEAT),
	F(STATES, CAPITALS, CAPITAL),
	F(GROUPS, NAMES, GROUP),
	F(FORMATIONS, NAMES, FORMATION),
	F(ECHELONS, LEMMAS, ECHELON),
	F(BRANCHES, WORDS, BRANCH),
	F(PEOPLE, LEMMAS, NOUN),
	F(BODIES, LEMMAS, BODY),
	F(POSTS, LEMMAS, POST),
	F(RANKS, FORMS, RANK),
	F(LEADERS, NAMES, LEADER),
	F(LEADERS, ALONE, SURNAME),
	F(INSTITUTIONS, NAMES, INSTITUTION),
	F(RELATIONS, WORDS, RELATION),
	F(VERBS, LEMMAS, VERB),
	F(PRONOUNS, FORMS, PRONOUN),
	F(LINKS, FORMS, LINK),
	F(NUMERALS, FORMS, ORDINAL),
	F(GIVEN, FORMS, GIVEN),
	F(PEOPLES, ADJECTIVES, ETHNIC),
	F(THINGS, LEMMAS, THING),
};
#undef F

/* In capitals all through, so that "IS" and "WHO" say nothing. */
static bool shouted(const struct sr_muster *m, uint32_t i)
{
	const struct sr_sentence *s = sr_sentence_of(m, i);
	uint32_t from = i > s->from + 3 ? i - 3 : s->from;
	uint32_t to = s->to > i + 4 ? i + 4 : s->to;
	uint32_t capitals = 0, words = 0;

	for (uint32_t k = from; k < to; k++) {
		struct sr_str w = sr_doc_text(m->doc, m->token[k].at);
		if (w.n < 2 || k == i)
			continue;
		words++;
		capitals += (m->token[k].flags & SR_TOK_ALLCAPS) != 0;
	}
	return words >= 2 && 3 * capitals >= 2 * words;
}

#define SHORT_NAME 3 /* letters of an abbreviation that may be a word */

/* "Anna Pole said": a last name */
static bool is_last_name(const struct sr_muster *m, uint32_t i)
{
	const struct sr_token *t = m->token;

	return t[i].xpos == SR_XPOS_NNP && t[i].deprel == SR_REL_FLAT &&
	       t[i].head + 1 == i && t[i - 1].xpos == SR_XPOS_NNP &&
	       t[i - 1].place == SR_NONE;
}

#define NAME_BACK 2000 /* tokens that her last name may stand alone for */

/* "Anna Pole said ... . Pole said": hers again */
static bool was_last_name(const struct sr_muster *m, uint32_t i)
{
	const struct sr_token *t = m->token;
	uint32_t least = i > NAME_BACK ? i - NAME_BACK : 1;

	for (uint32_t k = i; t[i].xpos == SR_XPOS_NNP && k-- > least;)
		if (t[k].lower == t[i].lower && is_last_name(m, k))
			return true;
	return is_last_name(m, i);
}

static bool wanted(const struct sr_muster *m, const struct sr_hit *h,
		   uint8_t kind)
{
	const struct sr_token *t = &m->token[h->from];

	if (kind >= SR_FACT_NAMES || h->to > h->from + 1)
		return true;
	if (kind == SR_FACT_PEOPLE && was_last_name(m, h->from))
		return false;
	/* "XI Corps" is nobody's */
	if (kind == SR_FACT_SURNAME && (t->flags & SR_TOK_ALLCAPS) &&
	    sr_roman_read(sr_doc_text(m->doc, t->at)))
		return false;
	if ((t->flags & SR_TOK_ALLCAPS) && t->at.to - t->at.from <= SHORT_NAME)
		return !shouted(m, h->from);
	return true;
}

/* Facts come in the order of the hits, by their first tokens. */
static bool add_facts(struct sr_muster *m)
{
	size_t n = m->doc->hits.nitem;
	uint32_t next = 0, nfact = 0; /* next: the first token without `first` */

	if (!SR_ROOM(&m->doc->mem, &m->facts, n))
		return false;
	for (size_t i = 0; i < n; i++) {
		const struct sr_hit *h = &m->doc->hits.items[i];
		uint8_t kind = KIND[h->table][h->column];
		if (!kind-- || !wanted(m, h, kind))
			continue;
		while (next <= h->from)
			m->first[next++] = nfact;
		m->facts.items[nfact++] =
			(struct sr_fact){ h->from, h->to, h->row, kind };
		m->begins[h->from] |= 1u << kind;
		m->ends[h->to - 1] |= 1u << kind;
	}
	while (next <= m->ntoken + 1)
		m->first[next++] = nfact;
	m->facts.nitem = nfact;
	return true;
}

const struct sr_fact *sr_fact_from(const struct sr_muster *m, uint32_t i,
				   enum sr_fact_kind kind)
{
	for (uint32_t k = m->first[i]; k < m->first[i + 1]; k++)
		if (m->facts.items[k].kind == kind)
			return &m->facts.items[k];
	return NULL;
}

#define MOST_FACT_WORDS 8

const struct sr_fact *sr_fact_to(const struct sr_muster *m, uint32_t i,
				 enum sr_fact_kind kind)
{
	uint32_t from = i > MOST_FACT_WORDS ? i - MOST_FACT_WORDS : 0;

	for (uint32_t k = m->first[from]; k < m->first[i + 1]; k++)
		if (m->facts.items[k].kind == kind &&
		    m->facts.items[k].to == i + 1)
			return &m->facts.items[k];
	return NULL;
}

#define MOST_PLACES 64 /* of the first in a report its war is known */

static bool tells_of(const struct sr_doc *doc, struct sr_str country)
{
	for (size_t i = 0; i < doc->places.nitem && i < MOST_PLACES; i++)
		if (sr_str_equal(doc->places.items[i].country, country))
			return true;
	return false;
}

/* Of groups of one name the one that there was on the report's day, then the
 * one whose country is told of: the Maoists of Nepal or of India. */
static unsigned suits(const struct sr_muster *m, const struct sr_fact *f)
{
	const struct sr_kit *kit = m->kit;
	struct sr_days day = m->days;

	if (f->kind != SR_FACT_GROUP)
		return 0;
	bool not_yet =
		sr_kit_text(kit, SR_TABLE_GROUPS, f->row, SR_GROUPS_FROM).n &&
		day.to < sr_kit_value(kit, SR_TABLE_GROUPS, f->row,
				      SR_GROUPS_FROM);
	bool over = sr_kit_over(kit, SR_TABLE_GROUPS, f->row, SR_GROUPS_TO,
				day.from);
	bool there = !sr_days_known(day) || (!not_yet && !over);
	struct sr_str country =
		sr_kit_text(kit, SR_TABLE_GROUPS, f->row, SR_GROUPS_COUNTRY);
	bool here = country.n && tells_of(m->doc, country);
	return (there ? 2u : 0u) + (here ? 1u : 0u);
}

/* Is it to be taken rather than another name that begins at the same word? */
static bool is_better(const struct sr_muster *m, const struct sr_fact *f,
		      const struct sr_fact *than)
{
	if (f->to != than->to)
		return f->to > than->to;
	if (f->kind != than->kind)
		return f->kind < than->kind;
	return f->kind == SR_FACT_GROUP && suits(m, f) > suits(m, than);
}

static bool begins_name(const struct sr_muster *m, uint32_t i)
{
	return m->begins[i] & ((1u << SR_FACT_NAMES) - 1);
}

/* Of the names that begin at token i the longest, then the strongest. */
static uint32_t best_name(const struct sr_muster *m, uint32_t i)
{
	uint32_t best = SR_NONE;

	if (!begins_name(m, i))
		return SR_NONE;
	for (uint32_t k = m->first[i]; k < m->first[i + 1]; k++) {
		const struct sr_fact *f = &m->facts.items[k];
		if (f->kind >= SR_FACT_NAMES)
			continue;
		if (best == SR_NONE ||
		    is_better(m, f, &m->facts.items[best]))
			best = k;
	}
	return best;
}

/* The name that begins at i gives way to a longer one that begins in it:
 * "US State Department" over "US State". */
static uint32_t cover_from(const struct sr_muster *m, uint32_t i)
{
	uint32_t best = best_name(m, i);

	if (best == SR_NONE)
		return SR_NONE;
	const struct sr_fact *f = &m->facts.items[best];
	for (uint32_t k = i + 1; k < f->to; k++) {
		uint32_t other = best_name(m, k);
		if (other != SR_NONE && m->facts.items[other].to > f->to &&
		    m->facts.items[other].to - k > f->to - i)
			return SR_NONE;
	}
	return best;
}

static void cover_names(struct sr_muster *m)
{
	for (uint32_t i = 0; i < m->ntoken;) {
		uint32_t best = begins_name(m, i) ? cover_from(m, i) : SR_NONE;
		if (best == SR_NONE) {
			i++;
			continue;
		}
		for (; i < m->facts.items[best].to; i++)
			m->name[i] = best;
	}
}

/* What ends at each token: nouns for the longest, verbs and links as bits. */
static void mark_ends(struct sr_muster *m)
{
	for (uint32_t k = 0; k < m->facts.nitem; k++) {
		const struct sr_fact *f = &m->facts.items[k];
		uint32_t last = f->to - 1;
		switch (f->kind) {
		case SR_FACT_NOUN:
		case SR_FACT_BODY:
		case SR_FACT_POST:
			if (m->noun[last] == SR_NONE)
				m->noun[last] = k;
			break;
		case SR_FACT_VERB:
			m->verb[f->from] |=
				(uint8_t)(1u << sr_kit_value(
						  m->kit, SR_TABLE_VERBS,
						  f->row, SR_VERBS_KIND));
			break;
		case SR_FACT_LINK:
			m->link[last] |= (uint8_t)sr_kit_value(
				m->kit, SR_TABLE_LINKS, f->row, SR_LINKS_KINDS);
			break;
		default:
			break;
		}
	}
}

bool sr_muster_facts(struct sr_muster *m)
{
	struct sr_arena *a = &m->doc->mem;

	m->first = sr_arena_nones(a, m->ntoken + 2);
	m->begins = SR_NEW(a, uint32_t, m->ntoken);
	m->ends = SR_NEW(a, uint32_t, m->ntoken + 1);
	m->name = sr_arena_nones(a, m->ntoken);
	m->noun = sr_arena_nones(a, m->ntoken);
	m->verb = SR_NEW(a, uint8_t, m->ntoken);
	m->link = SR_NEW(a, uint8_t, m->ntoken);
	if (!m->first || !m->begins || !m->ends || !m->name || !m->noun || !m->verb || !m->link ||
	    !add_facts(m))
		return false;
	cover_names(m);
	mark_ends(m);
	return true;
}

/* Rows */

struct name_columns {
	uint16_t table;
	uint8_t side, name;
};

static struct name_columns columns_of(uint8_t kind)
{
	switch (kind) {
	case SR_FACT_LEADER:
	case SR_FACT_SURNAME:
		return (struct name_columns){ SR_TABLE_LEADERS, SR_LEADERS_SIDE,
					      SR_LEADERS_NAME };
	case SR_FACT_GROUP:
		return (struct name_columns){ SR_TABLE_GROUPS, SR_GROUPS_SIDE,
					      SR_GROUPS_NAME };
	case SR_FACT_FORMATION:
		return (struct name_columns){ SR_TABLE_FORMATIONS,
					      SR_FORMATIONS_SIDE,
					      SR_FORMATIONS_NAME };
	case SR_FACT_INSTITUTION:
		return (struct name_columns){ SR_TABLE_INSTITUTIONS,
					      SR_INSTITUTIONS_SIDE,
					      SR_INSTITUTIONS_NAME };
	default:
		return (struct name_columns){ SR_TABLE_STATES, SR_STATES_SIDE,
					      SR_STATES_NAME };
	}
}

uint16_t sr_fact_table(const struct sr_fact *f)
{
	return columns_of(f->kind).table;
}

struct sr_str sr_fact_side(const struct sr_muster *m, const struct sr_fact *f)
{
	struct name_columns c = columns_of(f->kind);

	return sr_kit_text(m->kit, c.table, f->row, c.side);
}

struct sr_str sr_fact_name(const struct sr_muster *m, const struct sr_fact *f)
{
	struct name_columns c = columns_of(f->kind);
	struct sr_str name = sr_kit_text(m->kit, c.table, f->row, c.name);

	return name.n ? name : sr_words(m, f->from, f->to);
}
