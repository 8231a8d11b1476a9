/* What the parts of the kit's compiler share: build.c (tables, tries, the
 * file) and build_pattern.c (the patterns). */
#ifndef SR_KIT_BUILDER_H
#define SR_KIT_BUILDER_H

#include <sha2.h>

#include "kit/format.h"
#include "kit/phrase.h"
#include "kit/tsv.h"

struct edge_list {
	SR_LIST(struct sr_edge) edges;
	SR_LIST(struct sr_phrase) phrases;
	SR_LIST(uint32_t) node_of; /* of each phrase */
	uint32_t nnode;
	uint32_t *slot; /* index into edges + 1, while building */
	size_t nslot;
};

struct sr_builder {
	struct sr_arena *mem;
	struct sr_err *err;
	struct sr_tsv tsv[SR_TABLE_COUNT];
	struct sr_table_entry entry[SR_TABLE_COUNT];
	SR_LIST(struct sr_kit_cell) cells;
	SR_LIST(char) texts;
	SR_LIST(struct sr_str) symbols; /* symbol n is item n - 1 */
	uint32_t *symbol_slot;
	size_t nsymbol_slot;
	struct edge_list trie[SR_TRIES];
	SHA2_CTX sha;
};

/* A text of the "tables" section; *at is its offset there. */
enum sr_code sr_builder_text(struct sr_builder *b, struct sr_str s,
                             uint32_t *at) SR_MUST_USE;

/* The symbol of a folded word, made if new; 0 when memory ran out. */
uint32_t sr_builder_symbol(struct sr_builder *b, struct sr_str folded);

/* Reads every .pat file below dir/patterns and gives the "patterns" section.
 * Errors name file and line. */
enum sr_code sr_builder_patterns(struct sr_builder *b, const char *dir,
                                 struct sr_kit_part *part) SR_MUST_USE;

/* The "gate" section (kit/gate.h), of which the patterns' triggers are part. */
enum sr_code sr_builder_gate(struct sr_builder *b,
                             const struct sr_kit_part *patterns,
                             struct sr_kit_part *part) SR_MUST_USE;

/* The "rows" section; false without memory. */
bool sr_builder_rows(struct sr_builder *b, struct sr_kit_part *part);

/* The "languages" section: a set of words (kit/wordset.h). */
enum sr_code sr_builder_languages(struct sr_builder *b,
                                  struct sr_kit_part *part) SR_MUST_USE;

#endif
