/* Finding the phrases of the tables in running text.
 *
 * A phrase is a row of *pieces*: runs of letters and digits, or single other
 * marks, of the folded text ("Kup'yans'k" is five). Text and tables are cut
 * the same way, so the tokeniser's own rules don't matter; a match must begin
 * and end at a token's edge. Capitals: a piece that begins with a capital in
 * the table must do so in the text ("March", "Falcon"); one of capitals only
 * must be so in the text ("US", "IS"). Small letters match any case.
 *
 * The phrases form a trie whose edges are one hash table: node and symbol
 * give the next node. A look-up that fails at once costs one probe. */
#ifndef SR_KIT_PHRASE_H
#define SR_KIT_PHRASE_H

#include "kit/kit.h"

enum sr_case { SR_CASE_ANY, SR_CASE_CAPITAL, SR_CASE_ALL };

/* One piece of a text or of a phrase. */
struct sr_piece {
	uint32_t symbol;
	uint32_t token;   /* that it lies in */
	uint8_t casing;   /* enum sr_case: what it has, or what it asks for */
	bool first, last; /* of its token */
};

/* What a phrase leads to. */
struct sr_phrase {
	uint32_t row;
	uint16_t table, column;
	uint32_t casing; /* two bits a piece, the first piece lowest */
};

/* The next piece of *rest, which moves on; empty at the end. */
struct sr_str sr_piece_next(struct sr_str *rest);

/* What a piece of text has: SR_CASE_ALL for two capitals or more and no small
 * letter (one-letter pieces: SR_CASE_CAPITAL). */
enum sr_case sr_piece_case(struct sr_str piece);

/* Nothing but ASCII letters and digits: one piece, which has that case. False:
 * it may be more, and `casing` is not set. */
bool sr_piece_plain(struct sr_str s, enum sr_case *casing);

/* Cues are intake's: looked for in lines before there are tokens; the lexicon
 * stage does not see them. */
enum sr_trie { SR_TRIE_FORMS, SR_TRIE_LEMMAS, SR_TRIE_CUES, SR_TRIES };

/* From a node (0: the start) by a symbol to the next; 0: no phrase goes on. */
uint32_t sr_trie_step(const struct sr_kit *kit, enum sr_trie trie,
                      uint32_t node, uint32_t symbol);

/* Is the table one of those that numbers and times are read by? */
static inline bool sr_table_of_amounts(unsigned table)
{
	return table == SR_TABLE_NUMERALS || table == SR_TABLE_BOUNDS ||
	       table == SR_TABLE_UNITS || table == SR_TABLE_TIMES ||
	       table == SR_TABLE_MONTHS || table == SR_TABLE_WEEKDAYS;
}

/* Does a phrase of forms of such a table begin with the symbol? */
bool sr_trie_amounts(const struct sr_kit *kit, uint32_t symbol);

/* The phrases that end at a node. */
const struct sr_phrase *sr_trie_ends(const struct sr_kit *kit,
                                     enum sr_trie trie, uint32_t node,
                                     size_t *n);

#endif
