/* Rows by their ids: a hash table for each table, made with the kit. Some tables
 * are asked for a row of nearly every word, and most of these have none. */
#include "base/str.h"
#include "kit/builder.h"

uint32_t sr_kit_row(const struct sr_kit *kit, enum sr_table table,
                    struct sr_str id)
{
	const struct sr_kit_tables *c = sr_kit_tables(kit);
	const uint32_t *slot = c->slot + c->rows[table].first;
	uint32_t mask = c->rows[table].nslot - 1, nrow = c->table[table].nrow;
	uint32_t at = (uint32_t)sr_hash(id.s, id.n) & mask;

	/* Not for ever, nor beyond the table, whatever a kit says. */
	for (uint32_t n = 0; n <= mask && slot[at]; n++) {
		uint32_t row = slot[at] - 1;
		if (row < nrow &&
		    sr_str_equal(sr_kit_text(kit, table, row, 0), id))
			return row;
		at = (at + 1) & mask;
	}
	return SR_NONE;
}

/* The ids of one table into its slots. */
static void put_rows(const struct sr_builder *b, const struct sr_table_entry *t,
                     uint32_t *slot, uint32_t mask)
{
	for (uint32_t row = 0; row < t->nrow; row++) {
		const char *p = b->texts.items +
		                b->cells.items[t->first + row * t->ncolumn].text;
		uint32_t n;
		memcpy(&n, p, sizeof(n));
		uint32_t at = (uint32_t)sr_hash(p + sizeof(n), n) & mask;
		while (slot[at])
			at = (at + 1) & mask;
		slot[at] = row + 1;
	}
}

bool sr_builder_rows(struct sr_builder *b, struct sr_kit_part *part)
{
	struct sr_rows_entry entry[SR_TABLE_COUNT];
	struct sr_rows_header h = { .ntable = SR_TABLE_COUNT };

	for (int t = 0; t < SR_TABLE_COUNT; t++) {
		entry[t] = (struct sr_rows_entry){ h.nslot, 2 };
		while (entry[t].nslot < 2 * b->entry[t].nrow)
			entry[t].nslot *= 2;
		h.nslot += entry[t].nslot;
	}
	size_t n = sizeof(h) + sizeof(entry) + h.nslot * sizeof(uint32_t);
	char *p = SR_NEW(b->mem, char, n);
	if (!p)
		return false;
	memcpy(p, &h, sizeof(h));
	memcpy(p + sizeof(h), entry, sizeof(entry));
	uint32_t *slot = (uint32_t *)(void *)(p + sizeof(h) + sizeof(entry));
	for (int t = 0; t < SR_TABLE_COUNT; t++)
		put_rows(b, &b->entry[t], slot + entry[t].first,
		         entry[t].nslot - 1);
	*part = (struct sr_kit_part){ "rows", p, n };
	return true;
}
