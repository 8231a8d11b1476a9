#include "kit/kit.h"

#include <stdlib.h>

#include "base/compiler.h"
#include "base/file.h"
#include "base/str.h"
#include "base/utf8.h"
#include "kit/format.h"
#include "kit/gate.h"
#include "kit/gaz.h"
#include "kit/pattern.h"
#include "kit/trie.h"
#include "kit/wordset.h"

struct sr_kit {
	struct sr_kit_tables tables; /* first: sr_kit_tables */
	const char *bytes;
	size_t size;
	bool mapped;
	struct sr_str gaz; /* in place of its own section; n 0: none */
	char hash[72];     /* of kit and gaz */
	const struct sr_kit_header *header;
	const uint32_t *symbol_slot, *symbol_offset;
	const char *symbol_text;
	uint32_t symbol_mask, nsymbol;
	struct sr_trie_index trie[SR_TRIES];
	const struct sr_patterns_header *patterns;
	const struct sr_pattern *pattern;
	const struct sr_selector *selector;
	const struct sr_trigger *trigger;
	const struct sr_example *example;
	const uint32_t *lemma;
	struct sr_wordset languages;
	struct sr_gate gate;
	uint32_t text_size;
	uint8_t *triggers; /* a bit a symbol: it triggers a pattern */
};

/* Loading: every offset is checked here, so that the readers below need not. */

static enum sr_code broken(struct sr_err *err, const char *what)
{
	return sr_fail(err, SR_REFUSED, what,
	               "not a kit file of this version, or damaged");
}

static bool power_of_two(uint32_t n)
{
	return n && (n & (n - 1)) == 0;
}

static bool check_text(const struct sr_kit *k, uint32_t at)
{
	uint32_t n;

	if (k->text_size < sizeof(n) || at > k->text_size - sizeof(n))
		return false;
	memcpy(&n, k->tables.text + at, sizeof(n));
	return n <= k->text_size - sizeof(n) - at;
}

static bool check_cells(const struct sr_kit *k,
                        const struct sr_tables_header *h)
{
	for (uint32_t t = 0; t < h->ntable; t++) {
		uint64_t n = (uint64_t)k->tables.table[t].nrow * k->tables.table[t].ncolumn;
		if (n > h->ncell || k->tables.table[t].first > h->ncell - n)
			return false;
	}
	for (uint32_t i = 0; i < h->ncell; i++)
		if (!check_text(k, k->tables.cell[i].text))
			return false;
	return true;
}

static bool load_tables(struct sr_kit *k)
{
	size_t n;
	const char *p = sr_kit_section(k, "tables", &n);
	const struct sr_tables_header *h = (const void *)p;

	if (!p || n < sizeof(*h) || h->ntable != SR_TABLE_COUNT ||
	    sizeof(*h) + (uint64_t)h->ntable * sizeof(struct sr_table_entry) +
	                    (uint64_t)h->ncell * sizeof(struct sr_kit_cell) +
	                    h->text_size !=
	            n)
		return false;
	k->tables.table = (const void *)(h + 1);
	k->tables.cell = (const void *)(k->tables.table + h->ntable);
	k->tables.text = (const void *)(k->tables.cell + h->ncell);
	k->text_size = h->text_size;
	return check_cells(k, h);
}

/* What is in the slots is checked when they are looked at. */
static bool load_rows(struct sr_kit *k)
{
	size_t n;
	const char *p = sr_kit_section(k, "rows", &n);
	const struct sr_rows_header *h = (const void *)p;

	if (!p || n < sizeof(*h) || h->ntable != SR_TABLE_COUNT ||
	    sizeof(*h) + (uint64_t)h->ntable * sizeof(struct sr_rows_entry) +
	                    (uint64_t)h->nslot * sizeof(uint32_t) !=
	            n)
		return false;
	k->tables.rows = (const void *)(h + 1);
	k->tables.slot = (const void *)(k->tables.rows + h->ntable);
	for (uint32_t t = 0; t < h->ntable; t++) {
		const struct sr_rows_entry *e = &k->tables.rows[t];
		if (!power_of_two(e->nslot) || e->nslot > h->nslot ||
		    e->first > h->nslot - e->nslot)
			return false;
	}
	return true;
}

static bool load_symbols(struct sr_kit *k)
{
	size_t n;
	const char *p = sr_kit_section(k, "symbols", &n);
	const struct sr_symbols_header *h = (const void *)p;

	if (!p || n < sizeof(*h) || !power_of_two(h->nslot) ||
	    sizeof(*h) + ((uint64_t)h->nslot + h->nsymbol + 1) * 4 +
	                    h->text_size !=
	            n)
		return false;
	k->symbol_slot = (const void *)(h + 1);
	k->symbol_offset = k->symbol_slot + h->nslot;
	k->symbol_text = (const void *)(k->symbol_offset + h->nsymbol + 1);
	k->symbol_mask = h->nslot - 1;
	k->tables.nsymbol = k->nsymbol = h->nsymbol;
	uint32_t used = 0;
	for (uint32_t i = 0; i < h->nslot; i++) {
		if (SR_SYMBOL_OF(k->symbol_slot[i]) > h->nsymbol ||
		    (k->symbol_slot[i] && !SR_SYMBOL_OF(k->symbol_slot[i])))
			return false;
		used += k->symbol_slot[i] != 0;
	}
	for (uint32_t i = 0; i < h->nsymbol; i++)
		if (k->symbol_offset[i] > k->symbol_offset[i + 1])
			return false;
	return used < h->nslot && k->symbol_offset[h->nsymbol] <= h->text_size;
}

/* A bit for each symbol, none set. Most words begin no phrase and trigger
 * nothing: these few kB say so without a look at tables of a megabyte. */
static uint8_t *symbol_bits(const struct sr_kit *k)
{
	return calloc((size_t)k->nsymbol / 8 + 1, 1);
}

static void set_bit(const struct sr_kit *k, uint8_t *bits, uint32_t symbol)
{
	if (symbol <= k->nsymbol)
		bits[symbol / 8] |= (uint8_t)(1u << symbol % 8);
}

static bool load_trie(struct sr_kit *k, enum sr_trie trie, const char *name)
{
	struct sr_trie_index *t = &k->trie[trie];
	size_t n;

	k->tables.trie = k->trie;
	const void *p = sr_kit_section(k, name, &n);

	if (!sr_trie_open(t, p, n, k->nsymbol))
		return false;
	for (uint32_t i = 0; i < t->nphrase; i++)
		if (t->phrase[i].table >= SR_TABLE_COUNT ||
		    t->phrase[i].row >= k->tables.table[t->phrase[i].table].nrow)
			return false;
	return true;
}

static bool check_selectors(const struct sr_kit *k,
                            const struct sr_patterns_header *h)
{
	for (uint32_t i = 0; i < h->nselector; i++) {
		const struct sr_selector *s = &k->selector[i];
		if (s->nstep > SR_MAX_STEPS || s->nlemma > h->nlemma ||
		    s->lemma > h->nlemma - s->nlemma)
			return false;
	}
	return true;
}

static bool check_patterns(const struct sr_kit *k,
                           const struct sr_patterns_header *h)
{
	for (uint32_t i = 0; i < h->npattern; i++) {
		const struct sr_pattern *p = &k->pattern[i];
		if (p->nselector > h->nselector ||
		    p->selector > h->nselector - p->nselector ||
		    p->type >= k->tables.table[SR_TABLE_TYPES].nrow ||
		    !check_text(k, p->id))
			return false;
	}
	for (uint32_t i = 0; i < h->ntrigger; i++) {
		if (k->trigger[i].pattern >= h->npattern)
			return false;
		set_bit(k, k->triggers, k->trigger[i].symbol);
	}
	for (uint32_t i = 0; i < h->nexample; i++) {
		const struct sr_example *e = &k->example[i];
		if (e->pattern >= h->npattern || !check_text(k, e->text) ||
		    (e->expect != SR_NONE && !check_text(k, e->expect)))
			return false;
	}
	return check_selectors(k, h);
}

static bool load_patterns(struct sr_kit *k)
{
	size_t n;
	const char *p = sr_kit_section(k, "patterns", &n);
	const struct sr_patterns_header *h = (const void *)p;

	if (!p || n < sizeof(*h) ||
	    sizeof(*h) + (uint64_t)h->npattern * sizeof(struct sr_pattern) +
	                    (uint64_t)h->nselector *
	                            sizeof(struct sr_selector) +
	                    (uint64_t)h->ntrigger * sizeof(struct sr_trigger) +
	                    (uint64_t)h->nexample * sizeof(struct sr_example) +
	                    (uint64_t)h->nlemma * sizeof(uint32_t) !=
	            n)
		return false;
	k->patterns = h;
	k->pattern = (const void *)(h + 1);
	k->selector = (const void *)(k->pattern + h->npattern);
	k->trigger = (const void *)(k->selector + h->nselector);
	k->example = (const void *)(k->trigger + h->ntrigger);
	k->lemma = (const void *)(k->example + h->nexample);
	k->triggers = symbol_bits(k);
	k->tables.trigger = k->triggers;
	return k->triggers && check_patterns(k, h);
}

static bool load_sets(struct sr_kit *k)
{
	size_t n;
	const void *p = sr_kit_section(k, SR_GATE_SECTION, &n);

	return sr_wordset_open(&k->languages, k, SR_WORDSET_LANGUAGES) &&
	       sr_gate_open(&k->gate, p, n);
}

static bool load_header(struct sr_kit *k)
{
	const struct sr_kit_header *h = (const void *)k->bytes;

	if (k->size < sizeof(*h) || h->magic != SR_KIT_MAGIC ||
	    h->version != SR_KIT_VERSION || h->size != k->size ||
	    h->nsection > SR_KIT_SECTIONS ||
	    h->hash[sizeof(h->hash) - 1] != '\0')
		return false;
	for (uint32_t i = 0; i < h->nsection; i++) {
		const struct sr_kit_entry *e = &h->section[i];
		if (e->offset > k->size || e->size > k->size - e->offset ||
		    e->offset % 16 ||
		    e->name[sizeof(e->name) - 1] != '\0')
			return false;
	}
	k->header = h;
	return true;
}

static enum sr_code load(struct sr_kit **kit, struct sr_kit *k,
                         const char *what, struct sr_err *err)
{
	*kit = NULL;
	if (!load_header(k) || !load_tables(k) || !load_rows(k) ||
	    !load_symbols(k) || !load_trie(k, SR_TRIE_FORMS, "forms") ||
	    !load_trie(k, SR_TRIE_LEMMAS, "lemmas") ||
	    !load_trie(k, SR_TRIE_CUES, "cues") ||
	    !load_patterns(k) || !load_sets(k)) {
		sr_kit_close(k);
		return broken(err, what);
	}
	*kit = k;
	return SR_OK;
}

enum sr_code sr_kit_open(struct sr_kit **kit, const char *path,
                         struct sr_err *err)
{
	struct sr_str bytes;
	struct sr_kit *k = calloc(1, sizeof(*k));

	*kit = NULL;
	enum sr_code code = k ? sr_file_map(path, &bytes, err)
	                      : sr_fail_nomem(err, path);
	if (!code && bytes.n == 0)
		code = broken(err, path);
	if (code) {
		free(k);
		return code;
	}
	k->bytes = bytes.s;
	k->size = bytes.n;
	k->mapped = true;
	return load(kit, k, path, err);
}

enum sr_code sr_kit_read(struct sr_kit **kit, const void *bytes, size_t n,
                         struct sr_err *err)
{
	struct sr_kit *k = calloc(1, sizeof(*k));
	char *copy = malloc(n ? n : 1);

	*kit = NULL;
	if (!k || !copy) {
		free(k);
		free(copy);
		return sr_fail_nomem(err, "kit");
	}
	k->bytes = memcpy(copy, bytes, n);
	k->size = n;
	return load(kit, k, "kit", err);
}

void sr_kit_close(struct sr_kit *kit)
{
	if (!kit)
		return;
	sr_file_unmap(kit->gaz);
	for (int t = 0; t < SR_TRIES; t++)
		sr_trie_close(&kit->trie[t]);
	free(kit->triggers);
	if (kit->mapped)
		sr_file_unmap((struct sr_str){ kit->bytes, kit->size });
	else
		free((void *)(uintptr_t)kit->bytes);
	free(kit);
}

enum sr_code sr_kit_attach(struct sr_kit *kit, const char *path,
                           struct sr_err *err)
{
	struct sr_str bytes;
	struct sr_gaz g;

	enum sr_code code = sr_file_map(path, &bytes, err);
	if (code)
		return code;
	if (!sr_gaz_open(&g, bytes.s, bytes.n)) {
		sr_file_unmap(bytes);
		return sr_fail(err, SR_REFUSED, path,
		               "not a gazetteer of this version, or damaged");
	}
	sr_file_unmap(kit->gaz);
	kit->gaz = bytes;
	sr_gaz_hash_kit(&g, kit->header->hash, kit->hash);
	return SR_OK;
}

const void *sr_kit_section(const struct sr_kit *kit, const char *name,
                           size_t *n)
{
	if (kit->gaz.n && strcmp(name, "gaz") == 0) {
		*n = kit->gaz.n;
		return kit->gaz.s;
	}
	for (uint32_t i = 0; i < kit->header->nsection; i++) {
		const struct sr_kit_entry *e = &kit->header->section[i];
		if (strcmp(e->name, name) == 0) {
			*n = e->size;
			return kit->bytes + e->offset;
		}
	}
	*n = 0;
	return NULL;
}

const struct sr_gate *sr_kit_gate(const struct sr_kit *kit)
{
	return &kit->gate;
}

const struct sr_wordset *sr_kit_languages(const struct sr_kit *kit)
{
	return &kit->languages;
}

size_t sr_kit_parts(const struct sr_kit *kit,
                    struct sr_kit_part part[SR_KIT_PARTS])
{
	static const char *const BUILT[] = { "tables", "symbols", "forms",
		                             "lemmas", "cues", "patterns",
		                             "rows", SR_WORDSET_LANGUAGES,
		                             SR_GATE_SECTION };
	size_t n = 0;

	for (uint32_t i = 0; i < kit->header->nsection; i++) {
		const struct sr_kit_entry *e = &kit->header->section[i];
		bool built = false;
		for (size_t b = 0; b < SR_LEN(BUILT); b++)
			built |= strcmp(e->name, BUILT[b]) == 0;
		if (!built && n < SR_KIT_PARTS)
			part[n++] = (struct sr_kit_part){
				e->name, kit->bytes + e->offset, e->size
			};
	}
	return n;
}

const char *sr_kit_hash(const struct sr_kit *kit)
{
	return kit->gaz.n ? kit->hash : kit->header->hash;
}

void sr_kit_keep(struct sr_doc *doc, const struct sr_kit *kit)
{
	const char *hash = sr_kit_hash(kit);

	if (strcmp(doc->kept_of, hash) == 0)
		return;
	sr_arena_release(&doc->kept);
	doc->memo = NULL;
	doc->gaz_memo = NULL;
	doc->place_kept = NULL;
	doc->party_kept = NULL;
	doc->extract_kept = NULL;
	doc->known = NULL;
	memcpy(doc->kept_of, hash, sizeof(doc->kept_of));
}

/* Cells: see kit.h, rows.c */

struct sr_str sr_pattern_text(const struct sr_kit *kit, uint32_t text)
{
	uint32_t n;

	memcpy(&n, kit->tables.text + text, sizeof(n));
	return (struct sr_str){ kit->tables.text + text + sizeof(n), n };
}

/* Symbols */

uint32_t sr_kit_symbols(const struct sr_kit *kit)
{
	return kit->nsymbol + 1;
}

static struct sr_str kit_symbol_text(const struct sr_kit *kit, uint32_t symbol)
{
	uint32_t at = kit->symbol_offset[symbol - 1];

	return (struct sr_str){ kit->symbol_text + at,
		                kit->symbol_offset[symbol] - at };
}

uint32_t sr_kit_symbol(const struct sr_kit *kit, struct sr_str folded)
{
	uint64_t hash = sr_hash(folded.s, folded.n);
	uint32_t tag = SR_SYMBOL_TAG(hash), slot;
	uint32_t i = (uint32_t)hash & kit->symbol_mask;

	for (; (slot = kit->symbol_slot[i]); i = (i + 1) & kit->symbol_mask)
		if (slot - SR_SYMBOL_OF(slot) == tag &&
		    sr_str_equal(kit_symbol_text(kit, SR_SYMBOL_OF(slot)),
		                 folded))
			return SR_SYMBOL_OF(slot);
	return 0;
}

struct sr_intern {
	SR_LIST(struct sr_str) word; /* symbol: nsymbol + 1 + index */
	uint32_t *slot;              /* index + 1 */
	size_t nslot;
};

static uint32_t *intern_slot(const struct sr_intern *in, uint32_t *slot,
                             size_t nslot, struct sr_str s, uint64_t hash)
{
	size_t i = hash & (nslot - 1);

	while (slot[i] && !sr_str_equal(in->word.items[slot[i] - 1], s))
		i = (i + 1) & (nslot - 1);
	return &slot[i];
}

static bool intern_grow(struct sr_doc *doc, struct sr_intern *in)
{
	size_t n = in->nslot ? in->nslot * 2 : 512;
	uint32_t *slot = SR_NEW(&doc->mem, uint32_t, n);

	if (!slot)
		return false;
	for (uint32_t i = 0; i < in->word.nitem; i++) {
		struct sr_str w = in->word.items[i];
		*intern_slot(in, slot, n, w, sr_hash(w.s, w.n)) = i + 1;
	}
	in->slot = slot;
	in->nslot = n;
	return true;
}

uint32_t sr_symbol(struct sr_doc *doc, const struct sr_kit *kit,
                   struct sr_str folded)
{
	uint32_t symbol = sr_kit_symbol(kit, folded);

	return symbol ? symbol : sr_symbol_own(doc, kit, folded);
}

uint32_t sr_symbol_own(struct sr_doc *doc, const struct sr_kit *kit,
		       struct sr_str folded)
{
	uint64_t hash = sr_hash(folded.s, folded.n);

	if (!doc->words)
		doc->words = SR_NEW(&doc->mem, struct sr_intern, 1);
	struct sr_intern *in = doc->words;
	if (!in || (in->word.nitem * 2 >= in->nslot && !intern_grow(doc, in)))
		return 0;
	uint32_t *slot = intern_slot(in, in->slot, in->nslot, folded, hash);
	if (!*slot) {
		struct sr_str *w = SR_PUSH(&doc->mem, &in->word);
		char *copy = sr_arena_copy(&doc->mem, folded.s, folded.n);
		if (!w || !copy)
			return 0;
		*w = (struct sr_str){ copy, folded.n };
		*slot = (uint32_t)in->word.nitem;
	}
	return kit->nsymbol + *slot;
}

struct sr_str sr_symbol_text(const struct sr_doc *doc, const struct sr_kit *kit,
                             uint32_t symbol)
{
	if (symbol == 0)
		return (struct sr_str){ NULL, 0 };
	if (symbol <= kit->nsymbol)
		return kit_symbol_text(kit, symbol);
	return doc->words->word.items[symbol - kit->nsymbol - 1];
}

uint32_t sr_symbol_of(struct sr_doc *doc, const struct sr_kit *kit,
                      struct sr_str word)
{
	char fold[512];
	size_t n = sr_fold(word, fold, sizeof(fold));

	if (n > sizeof(fold))
		return 0;
	return sr_symbol(doc, kit, (struct sr_str){ fold, n });
}

/* Patterns */

size_t sr_patterns(const struct sr_kit *kit, const struct sr_pattern **p)
{
	*p = kit->pattern;
	return kit->patterns->npattern;
}

const struct sr_trigger *sr_triggers(const struct sr_kit *kit, uint32_t symbol,
                                     size_t *n)
{
	const struct sr_trigger *at = kit->trigger;
	const struct sr_trigger *end = at + kit->patterns->ntrigger;

	*n = 0;
	if (!sr_is_trigger(kit, symbol))
		return at;
	/* the first: by halves, without a branch that could be foreseen */
	for (size_t left = kit->patterns->ntrigger; left > 1;) {
		size_t half = left / 2;
		at += at[half - 1].symbol < symbol ? half : 0;
		left -= half;
	}
	while (at + *n < end && at[*n].symbol == symbol)
		++*n;
	return at;
}

const struct sr_selector *sr_pattern_selectors(const struct sr_kit *kit,
                                               const struct sr_pattern *p)
{
	return kit->selector + p->selector;
}

const uint32_t *sr_selector_lemmas(const struct sr_kit *kit,
                                   const struct sr_selector *s)
{
	return kit->lemma + s->lemma;
}

size_t sr_examples(const struct sr_kit *kit, const struct sr_example **e)
{
	*e = kit->example;
	return kit->patterns->nexample;
}
