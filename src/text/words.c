#include "text/words.h"

#include "base/str.h"
#include "base/utf8.h"

/* hash: of the folded form */
static uint64_t key_of(enum spelling kind, uint64_t hash)
{
	return hash + (uint64_t)kind * 0x9E3779B97F4A7C15u;
}

static struct spelling_slot *slot_of(const struct spelling_table *t,
				     uint64_t hash)
{
	size_t i = (hash ^ hash >> 29) & (SPELLING_SLOTS - 1);

	while (t->slot[i].row != SR_NONE && t->slot[i].hash != hash)
		i = (i + 1) & (SPELLING_SLOTS - 1);
	return &t->slot[i];
}

bool sr_spelling_init(struct spelling_table *t, struct sr_arena *mem,
		      const struct sr_kit *kit)
{
	uint32_t rows = (uint32_t)sr_kit_rows(kit, SR_TABLE_TOKENS);

	t->kit = kit;
	t->slot = SR_NEW(mem, struct spelling_slot, SPELLING_SLOTS);
	if (!t->slot)
		return false;
	for (size_t i = 0; i < SPELLING_SLOTS; i++)
		t->slot[i].row = SR_NONE;
	for (uint32_t r = 0; r < rows && r < SPELLING_SLOTS / 2; r++) {
		char fold[SPELLING_BYTES];
		struct sr_str form =
			sr_kit_text(kit, SR_TABLE_TOKENS, r, SR_TOKENS_FORM);
		int32_t kind =
			sr_kit_value(kit, SR_TABLE_TOKENS, r, SR_TOKENS_KIND);
		size_t n = sr_fold(form, fold, sizeof(fold));
		if (n > sizeof(fold))
			continue;
		uint64_t hash = key_of((enum spelling)kind, sr_hash(fold, n));
		*slot_of(t, hash) = (struct spelling_slot){
			.hash = hash,
			.row = r,
			.capital = memcmp(form.s, fold, n) != 0,
		};
	}
	return true;
}

static bool has_capital(struct sr_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.s[i] >= 'A' && s.s[i] <= 'Z')
			return true;
	return false;
}

static uint32_t row_of(const struct spelling_table *t, enum spelling kind,
		       struct sr_str word, uint64_t hash)
{
	const struct spelling_slot *s = slot_of(t, key_of(kind, hash));

	if (s->row == SR_NONE || (s->capital && !has_capital(word)))
		return SR_NONE;
	return s->row;
}

unsigned sr_spelling_kinds(const struct spelling_table *t, struct sr_str word)
{
	char fold[SPELLING_BYTES];
	unsigned kinds = 0;
	size_t n;

	if (word.n > SPELLING_BYTES ||
	    (n = sr_fold(word, fold, sizeof(fold))) > sizeof(fold))
		return 0;
	uint64_t hash = sr_hash(fold, n);
	for (int k = 0; k < SPELL_COUNT; k++)
		if (row_of(t, (enum spelling)k, word, hash) != SR_NONE)
			kinds |= 1u << k;
	return kinds;
}

uint32_t sr_spelling_find(const struct spelling_table *t, enum spelling kind,
			  struct sr_str word)
{
	char fold[SPELLING_BYTES];
	size_t n;

	if (word.n > SPELLING_BYTES ||
	    (n = sr_fold(word, fold, sizeof(fold))) > sizeof(fold))
		return SR_NONE;
	return row_of(t, kind, word, sr_hash(fold, n));
}

struct sr_str sr_spelling_parts(const struct spelling_table *t, uint32_t row)
{
	return sr_kit_text(t->kit, SR_TABLE_TOKENS, row, SR_TOKENS_PARTS);
}
