/* Tables to a kit file. Two passes over the cells: symbols and texts first,
 * then the tries, whose nodes are numbered as they are met. A build of all
 * tables takes a few milliseconds; the gazetteer and models come ready-made. */
#include <stdio.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"
#include "kit/builder.h"

static enum sr_code refuse(struct sr_builder *b, enum sr_table t,
                           const struct sr_tsv_row *row, size_t column,
                           struct sr_str found, const char *expected)
{
	char where[96];

	sr_tsv_where(&b->tsv[t], row->line, where, sizeof(where));
	return sr_fail(b->err, SR_REFUSED, where,
	               "column %s: '%.*s': expected %s",
	               sr_schemas[t].column[column].name,
	               (int)(found.n > 60 ? 60 : found.n), found.s, expected);
}

/* Texts and symbols */

enum sr_code sr_builder_text(struct sr_builder *b, struct sr_str s, uint32_t *at)
{
	uint32_t n = (uint32_t)s.n;
	char head[4];

	memcpy(head, &n, sizeof(head));
	*at = (uint32_t)b->texts.nitem;
	if (!sr_list_room(b->mem, (void **)&b->texts.items, &b->texts.room,
	                  b->texts.nitem + sizeof(head) + s.n, 1))
		return sr_fail_nomem(b->err, "texts");
	char *p = b->texts.items + b->texts.nitem;
	memcpy(p, head, sizeof(head));
	if (s.n)
		memcpy(p + sizeof(head), s.s, s.n);
	b->texts.nitem += sizeof(head) + s.n;
	return SR_OK;
}

static uint32_t *symbol_slot(uint32_t *slot, size_t nslot,
                             const struct sr_str *symbol, struct sr_str s)
{
	size_t i = sr_hash(s.s, s.n) & (nslot - 1);

	while (slot[i] && !sr_str_equal(symbol[slot[i] - 1], s))
		i = (i + 1) & (nslot - 1);
	return &slot[i];
}

static bool grow_symbols(struct sr_builder *b)
{
	size_t n = b->nsymbol_slot ? b->nsymbol_slot * 2 : 4096;
	uint32_t *slot = SR_NEW(b->mem, uint32_t, n);

	if (!slot)
		return false;
	for (uint32_t i = 0; i < b->symbols.nitem; i++)
		*symbol_slot(slot, n, b->symbols.items,
		             b->symbols.items[i]) = i + 1;
	b->symbol_slot = slot;
	b->nsymbol_slot = n;
	return true;
}

uint32_t sr_builder_symbol(struct sr_builder *b, struct sr_str folded)
{
	if (b->symbols.nitem * 2 >= b->nsymbol_slot && !grow_symbols(b))
		return 0;
	uint32_t *slot = symbol_slot(b->symbol_slot, b->nsymbol_slot,
	                             b->symbols.items, folded);
	if (*slot)
		return *slot;
	struct sr_str *own = SR_PUSH(b->mem, &b->symbols);
	char *copy = sr_arena_copy(b->mem, folded.s, folded.n);
	if (!own || !copy || b->symbols.nitem >> SR_SYMBOL_BITS)
		return 0;
	*own = (struct sr_str){ copy, folded.n };
	*slot = (uint32_t)b->symbols.nitem;
	return *slot;
}

/* Tries */

static bool grow_edges(struct sr_builder *b, struct edge_list *t)
{
	size_t n = t->nslot ? t->nslot * 2 : 4096;
	uint32_t *slot = SR_NEW(b->mem, uint32_t, n);

	if (!slot)
		return false;
	for (uint32_t e = 0; e < t->edges.nitem; e++) {
		size_t i = sr_edge_hash(t->edges.items[e].node,
		                        t->edges.items[e].symbol) &
		           (n - 1);
		while (slot[i])
			i = (i + 1) & (n - 1);
		slot[i] = e + 1;
	}
	t->slot = slot;
	t->nslot = n;
	return true;
}

/* The node behind node by symbol, made if new; 0 when memory ran out. */
static uint32_t add_edge(struct sr_builder *b, struct edge_list *t, uint32_t node,
                         uint32_t symbol)
{
	if (t->edges.nitem * 4 >= t->nslot * 3 && !grow_edges(b, t))
		return 0;
	size_t i = sr_edge_hash(node, symbol) & (t->nslot - 1);
	for (; t->slot[i]; i = (i + 1) & (t->nslot - 1)) {
		const struct sr_edge *e = &t->edges.items[t->slot[i] - 1];
		if (e->node == node && e->symbol == symbol)
			return e->next;
	}
	struct sr_edge *e = SR_PUSH(b->mem, &t->edges);
	if (!e)
		return 0;
	*e = (struct sr_edge){ node, symbol, ++t->nnode };
	t->slot[i] = (uint32_t)t->edges.nitem;
	return e->next;
}

static enum sr_code too_long(struct sr_builder *b,
                             const struct sr_phrase *phrase, struct sr_str form)
{
	const struct sr_tsv *t = &b->tsv[phrase->table];
	char where[96];

	sr_tsv_where(t, t->row[phrase->row].line, where, sizeof(where));
	return sr_fail(b->err, SR_LIMIT, where,
	               "'%.*s...': expected a phrase of at most %u words and "
	               "marks", (int)(form.n > 40 ? 40 : form.n), form.s,
	               SR_MAX_PHRASE_WORDS);
}

static enum sr_code add_phrase(struct sr_builder *b, enum sr_trie trie,
                               struct sr_str form, struct sr_phrase phrase)
{
	struct edge_list *t = &b->trie[trie];
	uint32_t node = 0;
	unsigned n = 0;
	char fold[256];

	for (struct sr_str rest = form, p; (p = sr_piece_next(&rest)).n; n++) {
		size_t k = sr_fold(p, fold, sizeof(fold));
		if (k > sizeof(fold) || n == SR_MAX_PHRASE_WORDS)
			return too_long(b, &phrase, form);
		if (trie != SR_TRIE_LEMMAS)
			phrase.casing |= (uint32_t)sr_piece_case(p) << 2 * n;
		uint32_t symbol = sr_builder_symbol(b, (struct sr_str){ fold, k });
		node = symbol ? add_edge(b, t, node, symbol) : 0;
		if (!node)
			return sr_fail_nomem(b->err, "phrases");
	}
	struct sr_phrase *own = SR_PUSH(b->mem, &t->phrases);
	uint32_t *at = SR_PUSH(b->mem, &t->node_of);
	if (!own || !at)
		return sr_fail_nomem(b->err, "phrases");
	*own = phrase;
	*at = node;
	return SR_OK;
}

static enum sr_code add_phrases(struct sr_builder *b, enum sr_trie trie,
                                enum sr_table t, const struct sr_tsv_row *row,
                                size_t column)
{
	struct sr_str rest = row->cell[column];
	uint32_t index = (uint32_t)(row - b->tsv[t].row);

	while (rest.n) {
		struct sr_str form = sr_str_cut(&rest, '|');
		struct sr_str probe = form;
		if (!sr_piece_next(&probe).n)
			return refuse(b, t, row, column, form,
			              "phrases with one | between");
		enum sr_code code = add_phrase(
		        b, trie, form,
		        (struct sr_phrase){ .row = index,
		                            .table = (uint16_t)t,
		                            .column = (uint16_t)column });
		if (code)
			return code;
	}
	return SR_OK;
}

/* Cells */

static bool read_int(struct sr_str s, int places, int32_t *value)
{
	bool minus = s.n && s.s[0] == '-';
	int64_t v = 0;
	int dot = -1;

	for (size_t i = minus; i < s.n; i++) {
		if (s.s[i] == '.' && dot < 0 && places) {
			dot = 0;
			continue;
		}
		if (s.s[i] < '0' || s.s[i] > '9' || (dot >= 0 && ++dot > places))
			return false;
		v = v * 10 + (s.s[i] - '0');
		if (v > INT32_MAX)
			return false;
	}
	for (int i = dot < 0 ? 0 : dot; i < places; i++)
		v *= 10;
	if (s.n == minus || v > INT32_MAX)
		return false;
	*value = (int32_t)(minus ? -v : v);
	return true;
}

static bool find_word(const char *words, struct sr_str word, int32_t *value)
{
	struct sr_str rest = sr_str_of(words);

	for (int32_t i = 0; rest.s; i++) {
		if (sr_str_equal(sr_str_cut(&rest, '|'), word)) {
			*value = i;
			return true;
		}
	}
	return false;
}

static bool find_set(const char *words, struct sr_str set, int32_t *value)
{
	while (set.s) {
		int32_t bit = 0;
		if (!find_word(words, sr_str_cut(&set, '+'), &bit))
			return false;
		*value |= (int32_t)1 << bit;
	}
	return true;
}

static enum sr_code value_ref(struct sr_builder *b, enum sr_table t,
                              const struct sr_tsv_row *row, size_t column,
                              int32_t *value)
{
	const char *of = sr_schemas[t].column[column].of;
	int other = sr_schema_find(sr_str_of(of));
	char expected[64];

	snprintf(expected, sizeof(expected), "an id of table %s", of);
	const struct sr_tsv_row *found =
	        other < 0 ? NULL
	                  : sr_tsv_find(&b->tsv[other], row->cell[column]);
	if (!found)
		return refuse(b, t, row, column, row->cell[column], expected);
	*value = (int32_t)(found - b->tsv[other].row);
	return SR_OK;
}

static enum sr_code cell_value(struct sr_builder *b, enum sr_table t,
                               const struct sr_tsv_row *row, size_t column,
                               int32_t *value)
{
	const struct sr_column *c = &sr_schemas[t].column[column];
	struct sr_str s = row->cell[column];

	*value = c->type == SR_COL_ENUM || c->type == SR_COL_REF ? -1 : 0;
	if (s.n == 0)
		return c->needed ? refuse(b, t, row, column, SR_STR("-"),
		                          "something in every row")
		                 : SR_OK;
	switch (c->type) {
	case SR_COL_ID:
	case SR_COL_TEXT:
		return SR_OK;
	case SR_COL_INT:
		return read_int(s, 0, value)
		               ? SR_OK
		               : refuse(b, t, row, column, s, "a whole number");
	case SR_COL_MILLI:
		return read_int(s, 3, value)
		               ? SR_OK
		               : refuse(b, t, row, column, s,
		                        "a number of at most three places");
	case SR_COL_DAY:
		return sr_day_read(s, value)
		               ? SR_OK
		               : refuse(b, t, row, column, s,
		                        "a day as YYYY-MM-DD");
	case SR_COL_FLAG:
		*value = 1;
		return sr_str_is(s, "yes")
		               ? SR_OK
		               : refuse(b, t, row, column, s, "yes or -");
	case SR_COL_ENUM:
		return find_word(c->of, s, value)
		               ? SR_OK
		               : refuse(b, t, row, column, s, c->of);
	case SR_COL_SET:
		return find_set(c->of, s, value)
		               ? SR_OK
		               : refuse(b, t, row, column, s, c->of);
	case SR_COL_REF:
		return value_ref(b, t, row, column, value);
	case SR_COL_FORMS:
		return add_phrases(b, SR_TRIE_FORMS, t, row, column);
	case SR_COL_LEMMAS:
		return add_phrases(b, SR_TRIE_LEMMAS, t, row, column);
	case SR_COL_CUES:
		return add_phrases(b, SR_TRIE_CUES, t, row, column);
	}
	return SR_OK;
}

static enum sr_code check_names(struct sr_builder *b, enum sr_table t)
{
	const struct sr_tsv *tsv = &b->tsv[t];
	size_t n = 0;

	for (; n < SR_MAX_COLUMNS && sr_schemas[t].column[n].name; n++) {
		const char *want = sr_schemas[t].column[n].name;
		if (n >= tsv->ncolumn || !sr_str_is(tsv->column[n], want))
			return sr_fail(b->err, SR_REFUSED, tsv->path,
			               "column %zu: expected its name to be %s",
			               n + 1, want);
	}
	if (n != tsv->ncolumn)
		return sr_fail(b->err, SR_REFUSED, tsv->path,
		               "%zu columns: expected %zu", tsv->ncolumn, n);
	return SR_OK;
}

static enum sr_code put_table(struct sr_builder *b, enum sr_table t)
{
	const struct sr_tsv *tsv = &b->tsv[t];
	enum sr_code code = check_names(b, t);

	b->entry[t] = (struct sr_table_entry){ (uint32_t)tsv->nrow,
		                               (uint32_t)tsv->ncolumn,
		                               (uint32_t)b->cells.nitem };
	for (size_t i = 0; !code && i < tsv->nrow * tsv->ncolumn; i++) {
		const struct sr_tsv_row *row = &tsv->row[i / tsv->ncolumn];
		size_t column = i % tsv->ncolumn;
		struct sr_kit_cell cell;
		code = sr_builder_text(b, row->cell[column], &cell.text);
		if (!code)
			code = cell_value(b, t, row, column, &cell.value);
		struct sr_kit_cell *own = code ? NULL : SR_PUSH(b->mem, &b->cells);
		if (!code && !own)
			return sr_fail_nomem(b->err, tsv->path);
		if (own)
			*own = cell;
	}
	return code;
}

static enum sr_code read_table(struct sr_builder *b, const char *dir,
                               enum sr_table t)
{
	size_t n = strlen(dir) + strlen(sr_schemas[t].path) + 2;
	char *path = SR_NEW(b->mem, char, n);
	struct sr_str bytes;

	if (!path)
		return sr_fail_nomem(b->err, sr_schemas[t].path);
	snprintf(path, n, "%s/%s", dir, sr_schemas[t].path);
	enum sr_code code = sr_file_read(b->mem, path, SR_MAX_TABLE_FILE,
	                                 &bytes, b->err);
	if (code)
		return code;
	SHA256Update(&b->sha, (const uint8_t *)bytes.s, bytes.n);
	return sr_tsv_read(b->mem, sr_schemas[t].path, bytes, &b->tsv[t],
	                   b->err);
}

/* Sections */

static void *section(struct sr_builder *b, struct sr_kit_part *part,
                     const char *name, size_t n)
{
	void *p = SR_NEW(b->mem, char, n);

	*part = (struct sr_kit_part){ name, p, n };
	return p;
}

static bool tables_section(struct sr_builder *b, struct sr_kit_part *part)
{
	struct sr_tables_header h = { SR_TABLE_COUNT,
		                      (uint32_t)b->cells.nitem,
		                      (uint32_t)b->texts.nitem, 0 };
	size_t ncell = b->cells.nitem * sizeof(struct sr_kit_cell);
	char *p = section(b, part, "tables",
	                  sizeof(h) + sizeof(b->entry) + ncell +
	                          b->texts.nitem);
	if (!p)
		return false;
	memcpy(p, &h, sizeof(h));
	memcpy(p += sizeof(h), b->entry, sizeof(b->entry));
	memcpy(p += sizeof(b->entry), b->cells.items, ncell);
	memcpy(p + ncell, b->texts.items, b->texts.nitem);
	return true;
}

static bool symbols_section(struct sr_builder *b, struct sr_kit_part *part)
{
	struct sr_symbols_header h = { (uint32_t)b->nsymbol_slot,
		                       (uint32_t)b->symbols.nitem, 0, 0 };
	size_t nslot = b->nsymbol_slot * sizeof(uint32_t);
	size_t noffset = (b->symbols.nitem + 1) * sizeof(uint32_t);

	for (size_t i = 0; i < b->symbols.nitem; i++)
		h.text_size += (uint32_t)b->symbols.items[i].n;
	char *p = section(b, part, "symbols",
	                  sizeof(h) + nslot + noffset + h.text_size);
	if (!p)
		return false;
	memcpy(p, &h, sizeof(h));
	p += sizeof(h);
	for (size_t i = 0; i < b->nsymbol_slot; i++) {
		uint32_t slot = b->symbol_slot[i];
		struct sr_str s = { "", 0 };
		if (slot)
			s = b->symbols.items[slot - 1];
		slot |= slot ? SR_SYMBOL_TAG(sr_hash(s.s, s.n)) : 0;
		memcpy(p + i * sizeof(slot), &slot, sizeof(slot));
	}
	char *text = p + nslot + noffset;
	uint32_t at = 0;
	for (size_t i = 0; i <= b->symbols.nitem; i++) {
		memcpy(p + nslot + i * sizeof(at), &at, sizeof(at));
		if (i == b->symbols.nitem)
			break;
		memcpy(text + at, b->symbols.items[i].s, b->symbols.items[i].n);
		at += (uint32_t)b->symbols.items[i].n;
	}
	return true;
}

static bool trie_section(struct sr_builder *b, enum sr_trie trie,
                         const char *name, struct sr_kit_part *part)
{
	const struct edge_list *t = &b->trie[trie];
	struct sr_trie_header h = { (uint32_t)t->nslot, t->nnode,
		                    (uint32_t)t->phrases.nitem, 0 };
	size_t nslot = t->nslot * sizeof(struct sr_edge);
	size_t nfirst = ((size_t)t->nnode + 2) * sizeof(uint32_t);
	char *p = section(b, part, name,
	                  sizeof(h) + nslot + nfirst +
	                          t->phrases.nitem * sizeof(struct sr_phrase));
	uint32_t *first = SR_NEW(b->mem, uint32_t, (size_t)t->nnode + 2);

	if (!p || !first)
		return false;
	memcpy(p, &h, sizeof(h));
	struct sr_edge *edge = (struct sr_edge *)(void *)(p + sizeof(h));
	for (size_t i = 0; i < t->nslot; i++)
		if (t->slot[i])
			edge[i] = t->edges.items[t->slot[i] - 1];
	/* Counting sort of the phrases by node; first[n] becomes the end. */
	for (size_t i = 0; i < t->phrases.nitem; i++)
		first[t->node_of.items[i] + 1]++;
	for (uint32_t n = 0; n <= t->nnode; n++)
		first[n + 1] += first[n];
	memcpy(p + sizeof(h) + nslot, first, nfirst);
	char *phrases = p + sizeof(h) + nslot + nfirst;
	for (size_t i = 0; i < t->phrases.nitem; i++) {
		uint32_t at = first[t->node_of.items[i]]++;
		memcpy(phrases + at * sizeof(struct sr_phrase),
		       &t->phrases.items[i], sizeof(struct sr_phrase));
	}
	return true;
}

static enum sr_code put_sections(struct sr_builder *b,
                                 const struct sr_kit_part *part, size_t npart,
                                 struct sr_str *bytes)
{
	struct sr_kit_header h = { .magic = SR_KIT_MAGIC,
		                   .version = SR_KIT_VERSION,
		                   .nsection = (uint32_t)npart,
		                   .size = sizeof(h) };

	for (size_t i = 0; i < npart; i++) {
		struct sr_kit_entry *e = &h.section[i];
		h.size = (h.size + SR_KIT_ALIGN - 1) / SR_KIT_ALIGN *
		         SR_KIT_ALIGN;
		snprintf(e->name, sizeof(e->name), "%s", part[i].name);
		e->offset = h.size;
		e->size = part[i].n;
		h.size += part[i].n;
		SHA256Update(&b->sha, part[i].bytes, part[i].n);
	}
	SHA256End(&b->sha, h.hash);
	char *p = SR_NEW(b->mem, char, h.size);
	if (!p)
		return sr_fail_nomem(b->err, "kit");
	memcpy(p, &h, sizeof(h));
	for (size_t i = 0; i < npart; i++)
		memcpy(p + h.section[i].offset, part[i].bytes, part[i].n);
	*bytes = (struct sr_str){ p, h.size };
	return SR_OK;
}

enum sr_code sr_kit_build(struct sr_arena *a, const char *dir,
                          const struct sr_kit_part *part, size_t npart,
                          struct sr_str *bytes, struct sr_err *err)
{
	struct sr_builder *b = SR_NEW(a, struct sr_builder, 1);
	enum { FIXED = 9 };
	struct sr_kit_part all[SR_KIT_SECTIONS];
	enum sr_code code = SR_OK;

	if (!b || npart > SR_KIT_SECTIONS - FIXED)
		return sr_fail_nomem(err, "kit");
	b->mem = a;
	b->err = err;
	SHA256Init(&b->sha);
	for (int t = 0; !code && t < SR_TABLE_COUNT; t++)
		code = read_table(b, dir, (enum sr_table)t);
	for (int t = 0; !code && t < SR_TABLE_COUNT; t++)
		code = put_table(b, (enum sr_table)t);
	if (!code)
		code = sr_builder_patterns(b, dir, &all[5]);
	if (!code)
		code = sr_builder_languages(b, &all[6]);
	if (!code)
		code = sr_builder_gate(b, &all[5], &all[7]);
	if (code)
		return code;
	if (!grow_symbols(b) || !grow_edges(b, &b->trie[SR_TRIE_FORMS]) ||
	    !grow_edges(b, &b->trie[SR_TRIE_LEMMAS]) ||
	    !grow_edges(b, &b->trie[SR_TRIE_CUES]) ||
	    !tables_section(b, &all[0]) || !symbols_section(b, &all[1]) ||
	    !trie_section(b, SR_TRIE_FORMS, "forms", &all[2]) ||
	    !trie_section(b, SR_TRIE_LEMMAS, "lemmas", &all[3]) ||
	    !trie_section(b, SR_TRIE_CUES, "cues", &all[4]) ||
	    !sr_builder_rows(b, &all[8]))
		return sr_fail_nomem(err, "kit");
	for (size_t i = 0; i < npart; i++) {
		all[FIXED + i] = part[i];
		SHA256Update(&b->sha, part[i].bytes, part[i].n);
	}
	return put_sections(b, all, FIXED + npart, bytes);
}
