/* The rows of data/brief/sentences.tsv: each gives what it says it gives, is
 * the one that is taken for its example, and of each type of claim there is one
 * that needs nothing. */
#include "brief/sentence.h"

#include "lib/check.h"
#include "lib/kit.h"
#include "ontology.h"

static struct sr_str text_of(const struct sr_kit *kit, uint32_t row,
			     unsigned column)
{
	return sr_kit_text(kit, SR_TABLE_SENTENCES, row, column);
}

/* "actor=Syrian forces;place=in Aleppo" into slots; false for no such slot. */
static bool read_slots(struct sr_str example, struct sr_sentence_in *in)
{
	bool known = true;

	while (example.s) {
		struct sr_str value = sr_str_cut(&example, ';');
		struct sr_str name = sr_str_cut(&value, '=');
		bool found = false;
		for (unsigned i = 0; i < SR_SENTENCE_SLOTS; i++)
			if (sr_str_is(name, sr_sentence_slot_name(i))) {
				in->slot[i] = value;
				found = true;
			}
		known = known && found;
	}
	return known;
}

int main(void)
{
	struct sr_kit *kit = test_kit();
	struct sr_arena mem;
	sr_arena_init(&mem, 1u << 24);
	struct sr_english en = { .kit = kit, .mem = &mem };
	size_t n = sr_kit_rows(kit, SR_TABLE_SENTENCES);

	for (uint32_t r = 0; r < n; r++) {
		struct sr_sentence_in in = {
			.type = (unsigned)sr_kit_value(kit, SR_TABLE_SENTENCES,
						       r, SR_SENTENCES_TYPE)
		};
		char gives[512];
		struct sr_str want = text_of(kit, r, SR_SENTENCES_GIVES);
		CHECK(read_slots(text_of(kit, r, SR_SENTENCES_EXAMPLE), &in));
		snprintf(gives, sizeof(gives), "%.*s", (int)want.n, want.s);
		CHECK_STR(sr_sentence_fill(&en, &in), gives);
	}
	for (unsigned type = 0; type < SR_TYPE_COUNT; type++) {
		struct sr_sentence_in in = { .type = type };
		if (!sr_sentence_fill(&en, &in).n)
			printf("# %s\n", sr_type_name(type));
		in.slot[SR_SLOT_OF_PLACE] = SR_STR("in Gao");
		CHECK(sr_sentence_fill(&en, &in).n > 0);
	}
	sr_arena_release(&mem);
	sr_kit_close(kit);
	return done();
}
