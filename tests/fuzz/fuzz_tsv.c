/* Any bytes to the table reader: a table that is taken has its rows sorted,
 * each found by its id, each with as many cells as there are names. */
#include "fuzz.h"
#include "kit/tsv.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct sr_arena mem;
	struct sr_err err = { 0 };
	struct sr_tsv t;
	struct sr_str s = { (const char *)bytes, n };

	sr_arena_init(&mem, (size_t)256 << 20);
	enum sr_code code = sr_tsv_read(&mem, "fuzz.tsv", s, &t, &err);
	if (code) {
		HOLDS(err.code == code && err.where[0] && err.text[0]);
		sr_arena_release(&mem);
		return 0;
	}
	for (size_t i = 0; i < t.nrow; i++) {
		HOLDS(i == 0 ||
		      sr_str_order(t.row[i - 1].cell[0], t.row[i].cell[0]) < 0);
		HOLDS(sr_tsv_find(&t, t.row[i].cell[0]) == &t.row[i]);
		for (size_t c = 0; c < t.ncolumn; c++)
			holds_part(s, t.row[i].cell[c]);
	}
	sr_arena_release(&mem);
	return 0;
}
