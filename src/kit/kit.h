/* The read-only tables: one file, mapped, shared freely between threads.
 *
 * A kit file is a header, a list of named sections, and the sections, all
 * little-endian and aligned to 16 bytes. The loader checks every offset and
 * length of the small sections when it opens; the large ones (gazetteer,
 * model) are checked by their own readers. */
#ifndef SR_KIT_KIT_H
#define SR_KIT_KIT_H

#include <string.h>

#include "base/err.h"
#include "kit/format.h"
#include "kit/schema.h"
#include "model/doc.h"

/* sitrep.h has sr_kit_open, sr_kit_close and sr_kit_hash. */

/* As sr_kit_open of the bytes of a kit file, which are copied. */
enum sr_code sr_kit_read(struct sr_kit **kit, const void *bytes, size_t n,
                         struct sr_err *err) SR_MUST_USE;

/* Takes the gazetteer of a file that sr_gaz_import wrote in place of the kit's
 * own; the kit's hash then tells of both. Before the kit is shared. */
enum sr_code sr_kit_attach(struct sr_kit *kit, const char *path,
                           struct sr_err *err) SR_MUST_USE;

/* A section's bytes by name ("gaz", "parser"); NULL if the kit has none. */
const void *sr_kit_section(const struct sr_kit *kit, const char *name,
                           size_t *n);

/* Where the cells of all tables are: the head of struct sr_kit, which the
 * millions of looks at them a second see without a call. */
struct sr_kit_tables {
	const struct sr_table_entry *table;
	const struct sr_kit_cell *cell;
	const char *text;
	const struct sr_rows_entry *rows;
	const uint32_t *slot;
	const uint8_t *trigger; /* a bit a symbol: it triggers a pattern */
	const struct sr_trie_index *trie; /* kit/trie.h; by enum sr_trie */
	uint32_t nsymbol;
};

static inline const struct sr_kit_tables *sr_kit_tables(const struct sr_kit *kit)
{
	return (const struct sr_kit_tables *)(const void *)kit;
}

static inline const struct sr_kit_cell *sr_kit_cell(const struct sr_kit *kit,
                                                enum sr_table table,
                                                uint32_t row, unsigned column)
{
	const struct sr_kit_tables *c = sr_kit_tables(kit);
	const struct sr_table_entry *t = &c->table[table];

	return &c->cell[t->first + row * t->ncolumn + column];
}

/* Rows of a table; a cell's words (empty for "-"); a cell's value as its
 * column's type says (0 for "-"; -1 for a SR_COL_REF or SR_COL_ENUM of "-"). */
static inline size_t sr_kit_rows(const struct sr_kit *kit, enum sr_table table)
{
	return sr_kit_tables(kit)->table[table].nrow;
}

static inline struct sr_str sr_kit_text(const struct sr_kit *kit,
                                        enum sr_table table, uint32_t row,
                                        unsigned column)
{
	const char *p = sr_kit_tables(kit)->text +
	                sr_kit_cell(kit, table, row, column)->text;
	uint32_t n;

	memcpy(&n, p, sizeof(n));
	return (struct sr_str){ p + sizeof(n), n };
}

static inline int32_t sr_kit_value(const struct sr_kit *kit,
                                   enum sr_table table, uint32_t row,
                                   unsigned column)
{
	return sr_kit_cell(kit, table, row, column)->value;
}

#define SR_AFTERMATH 365 /* days for which what has ended is still told of */

/* Had what a row tells of ended long before a day, by its column of last days?
 * False where it has none. */
static inline bool sr_kit_over(const struct sr_kit *kit, enum sr_table table,
                               uint32_t row, unsigned to, int32_t day)
{
	return sr_kit_text(kit, table, row, to).n &&
	       sr_kit_value(kit, table, row, to) + SR_AFTERMATH < day;
}

/* The row with that id, or SR_NONE. */
uint32_t sr_kit_row(const struct sr_kit *kit, enum sr_table table,
                    struct sr_str id);

/* The symbol of a folded word (see sr_fold); 0 if no table holds it. */
uint32_t sr_kit_symbol(const struct sr_kit *kit, struct sr_str folded);

/* The symbol of a folded word, new ones interned in the doc; 0 only when the
 * arena is full. Symbols below sr_kit_symbols() are the kit's. */
uint32_t sr_symbol(struct sr_doc *doc, const struct sr_kit *kit,
                   struct sr_str folded);
uint32_t sr_kit_symbols(const struct sr_kit *kit);

/* As sr_symbol, of a word that is known to be none of the kit's. */
uint32_t sr_symbol_own(struct sr_doc *doc, const struct sr_kit *kit,
                       struct sr_str folded);

/* The folded word of a symbol. */
struct sr_str sr_symbol_text(const struct sr_doc *doc, const struct sr_kit *kit,
                             uint32_t symbol);

/* The symbol of any word: folds it first. Words over 512 bytes: 0. */
uint32_t sr_symbol_of(struct sr_doc *doc, const struct sr_kit *kit,
                      struct sr_str word);

/* Forgets what the doc remembers (doc->kept) unless it is of this kit. */
void sr_kit_keep(struct sr_doc *doc, const struct sr_kit *kit);

/* 2. Making one (tools/kitc, sitrep --data). */

/* A section to be put in as it is: the gazetteer, a model. */
struct sr_kit_part {
	const char *name;
	const void *bytes;
	size_t n;
};

/* Reads every table of the schema below `dir`, checks each cell, and gives
 * the bytes of a kit file, the arena's. Errors name file, line and column. */
enum sr_code sr_kit_build(struct sr_arena *a, const char *dir,
                          const struct sr_kit_part *part, size_t npart,
                          struct sr_str *bytes, struct sr_err *err) SR_MUST_USE;

/* The sections of a kit that were put in as they are, so that another can be
 * made with them; gives how many. */
#define SR_KIT_PARTS 16
size_t sr_kit_parts(const struct sr_kit *kit,
                    struct sr_kit_part part[SR_KIT_PARTS]);

#endif
