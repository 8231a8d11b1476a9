/* A kit file with bytes changed: the input is a list of five bytes each, an
 * offset and a value. What the loader takes must be safe to read to its end. */
#include "annotate/annotate.h"
#include "fuzz.h"
#include "ingest/ingest.h"
#include "kit/phrase.h"
#include "text/text.h"

static size_t read_tables(const struct sr_kit *kit)
{
	size_t sum = 0;

	for (int t = 0; t < SR_TABLE_COUNT; t++) {
		uint32_t n = (uint32_t)sr_kit_rows(kit, (enum sr_table)t);
		for (uint32_t row = 0; row < n; row++) {
			struct sr_str s =
				sr_kit_text(kit, (enum sr_table)t, row, 0);
			for (size_t i = 0; i < s.n; i++)
				sum += (unsigned char)s.s[i];
			sum += (size_t)sr_kit_value(kit, (enum sr_table)t, row,
						    0);
		}
	}
	return sum;
}

static size_t read_symbols(const struct sr_kit *kit)
{
	struct sr_doc doc;
	size_t sum = 0;

	sr_doc_init(&doc);
	for (uint32_t i = 1; i < sr_kit_symbols(kit); i++) {
		struct sr_str s = sr_symbol_text(&doc, kit, i);
		sum += sr_kit_symbol(kit, s);
		for (int trie = 0; trie < SR_TRIES; trie++) {
			size_t n;
			uint32_t node =
				sr_trie_step(kit, (enum sr_trie)trie, 0, i);
			const struct sr_phrase *p =
				sr_trie_ends(kit, (enum sr_trie)trie, node, &n);
			for (size_t k = 0; k < n; k++)
				sum += sr_kit_text(kit,
						   (enum sr_table)p[k].table,
						   p[k].row, 0)
					       .n;
		}
	}
	sr_doc_release(&doc);
	return sum;
}

/* A text read with it, which uses the models and the tries; it may fail. */
static size_t read_text(const struct sr_kit *kit)
{
	struct sr_err err = { 0 };
	struct sr_doc doc;

	sr_doc_init(&doc);
	enum sr_code code = sr_ingest_text(
		&doc, kit, SR_STR("fuzz"),
		SR_STR("Date: 3 May 2015\n\nTroops of the 4th Guards didn't "
		       "take the town on 2 May. \"We hold it,\" he said.\n"),
		NULL, &err);
	if (!code)
		code = sr_tokenize(&doc, kit, &err);
	if (!code)
		code = sr_annotate(&doc, kit, &err);
	if (!code)
		code = sr_lexicon(&doc, kit, &err);
	size_t n = doc.tokens.nitem + doc.hits.nitem + (size_t)code;
	sr_doc_release(&doc);
	return n;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static char *copy;
	static volatile size_t sink;
	struct sr_str kit_bytes = fuzz_kit_bytes();
	struct sr_kit *kit;

	if (!copy)
		copy = malloc(kit_bytes.n);
	HOLDS(copy);
	memcpy(copy, kit_bytes.s, kit_bytes.n);
	for (; n >= 5; bytes += 5, n -= 5) {
		uint32_t at;
		memcpy(&at, bytes, sizeof(at));
		copy[at % kit_bytes.n] = (char)bytes[4];
	}
	/* What is left over cuts the file short. */
	size_t size = n ? kit_bytes.n - bytes[0] : kit_bytes.n;
	if (sr_kit_read(&kit, copy, size, NULL) == SR_OK) {
		sink = read_tables(kit) + read_symbols(kit) + read_text(kit);
		sr_kit_close(kit);
	}
	(void)sink;
	return 0;
}
