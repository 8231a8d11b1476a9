/* Slips of the net that its neighbours in the sentence give away. */
#ifndef SR_ANNOTATE_REPAIR_H
#define SR_ANNOTATE_REPAIR_H

#include "kit/kit.h"
#include "model/doc.h"

/* Which words may stand in the tables, as bits of their hashes: a word whose
 * bit is not set does not, as nearly all. */
#define SR_REPAIR_BITS 16384 /* a power of two, some ten times the rows */
struct sr_repair_words {
	uint64_t bits[SR_REPAIR_BITS / 64];
};

void sr_repair_words(struct sr_repair_words *w, const struct sr_kit *kit);

/* A sentence that has a tree, and has one after each mend. */
struct sr_repair {
	struct sr_doc *doc;
	const struct sr_kit *kit;
	const struct sr_repair_words *words;
	struct sr_token *t; /* the doc's */
	uint32_t from, to;  /* its tokens */
};

/* Has the table, repairs or irregular, a row with that letter and the word of
 * token i? */
bool sr_repair_has(const struct sr_repair *r, uint32_t i, enum sr_table table,
		   char kind);
/* The same of the table of repairs. */
bool sr_repair_is(const struct sr_repair *r, uint32_t i, char kind);

/* The first of tokens [from, to) that hangs on i by one of the relations, bits of
 * SR_REL_BIT; SR_NONE. */
static inline uint32_t sr_repair_child(const struct sr_token *t, uint32_t i,
				       uint64_t rels, uint32_t from,
				       uint32_t to)
{
	for (uint32_t k = from; k < to; k++)
		if (k != i && t[k].head == i && (rels >> t[k].deprel & 1))
			return k;
	return SR_NONE;
}

/* Mends tags, heads and relations of a sentence that has a tree; it has one
 * afterwards too. Lemmas are made later. */
void sr_repair(struct sr_doc *doc, const struct sr_kit *kit,
	       const struct sr_repair_words *words,
	       const struct sr_sentence *s);

/* Does a token of the sentence hang on i by one of the relations? */
bool sr_repair_hangs(const struct sr_repair *r, uint32_t i, uint64_t rels);

/* Is i that token, or does the way up from it meet that? */
bool sr_repair_below(const struct sr_repair *r, uint32_t i, uint32_t top);

/* repair_words.c: "40 were wounded", "wounded" an adjective. */
void sr_repair_word(struct sr_repair *r);

/* repair_between.c: "between the army and rebel fighters", where the tree has no
 * two of them. */
void sr_repair_between(struct sr_doc *doc, const struct sr_sentence *s);

/* repair_clause.c: "troops holed up in the mill had surrendered", "in X, retaken
 * by the army", "said A fell and B held". */
void sr_repair_clause(struct sr_repair *r);

/* repair_means.c: "missile and drone attacks". */
void sr_repair_means(struct sr_repair *r);

/* repair_noun.c: "a village called X", "in neighboring Chad". */
void sr_repair_noun(struct sr_repair *r);

/* repair_dated.c: "Hamas's October 7, 2023 attack". */
void sr_repair_dated(struct sr_doc *doc, const struct sr_sentence *s);

/* repair_addition.c: "two tanks as well as three trucks". */
void sr_repair_addition(struct sr_doc *doc, const struct sr_sentence *s);

/* repair_bracket.c: "near Volna (north of Sarny) and Lyman". */
void sr_repair_bracket(struct sr_doc *doc, const struct sr_sentence *s);

/* repair_content.c: "the claims of the ministry that the army shelled X". */
void sr_repair_content(struct sr_doc *doc, const struct sr_sentence *s);

/* repair_tail.c: "accused the rebels, a charge they denied". */
void sr_repair_tail(struct sr_doc *doc, const struct sr_sentence *s);

/* repair_group.c: "men, some wearing hoods, shot four", "beat to death 40". */
void sr_repair_group(struct sr_repair *r);

/* repair_front.c: "In Aleppo, four people, a child too, were killed", where the
 * four are taken for Aleppo. */
void sr_repair_front(struct sr_repair *r);

/* repair_dateline.c: "QUETTA: Two soldiers were killed, officials said". */
void sr_repair_dateline(struct sr_repair *r);

/* repair_toll.c: "one soldier killed, two wounded", "12 rebels, 5 soldiers". */
void sr_repair_toll(struct sr_repair *r);

/* Objects of the second of two verbs (repair_verbs.c). */
void sr_repair_verbs(struct sr_doc *doc, const struct sr_sentence *s);

#endif
