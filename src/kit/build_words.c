/* The sets of words of a kit (kit/wordset.h): of each language its small words,
 * letters and endings, valued by a bit for each language of the script. */
#include "base/str.h"
#include "base/utf8.h"
#include "kit/builder.h"
#include "kit/wordset.h"

#define LONGEST 64 /* bytes of a word of a language */
#define SLOTS 16384u

struct set {
	struct sr_builder *b;
	struct sr_word_slot *slot;
	uint32_t nword;
};

static bool put(struct set *s, uint64_t hash, uint64_t value)
{
	uint64_t i = hash & (SLOTS - 1);

	while (s->slot[i].hash && s->slot[i].hash != hash)
		i = (i + 1) & (SLOTS - 1);
	s->nword += s->slot[i].hash == 0;
	s->slot[i].hash = hash;
	s->slot[i].value |= value;
	return s->nword < SLOTS / 2;
}

static enum sr_code section(struct set *s, const char *name,
			    struct sr_kit_part *part)
{
	struct sr_wordset_header h = { .nslot = SLOTS, .nword = s->nword };
	size_t nslot = SLOTS * sizeof(*s->slot);
	char *p = SR_NEW(s->b->mem, char, sizeof(h) + nslot);

	if (!p)
		return sr_fail_nomem(s->b->err, name);
	memcpy(p, &h, sizeof(h));
	memcpy(p + sizeof(h), s->slot, nslot);
	*part = (struct sr_kit_part){ name, p, sizeof(h) + nslot };
	return SR_OK;
}

static size_t to_lower(struct sr_str word, char out[LONGEST + 4])
{
	const char *p = word.s, *end = word.s + word.n;
	size_t n = 0;

	while (p < end && n < LONGEST)
		n += sr_utf8_put(out + n, sr_lower(sr_utf8_next(&p, end)));
	return n;
}

static bool put_list(struct set *s, struct sr_str list, enum sr_word_part part,
		     uint64_t value)
{
	char lower[LONGEST + 4];

	while (list.n) {
		size_t n = to_lower(sr_str_cut(&list, '|'), lower);
		struct sr_str word = { lower, n };
		if (!put(s, sr_word_hash(word, part), value))
			return false;
	}
	return true;
}

enum sr_code sr_builder_languages(struct sr_builder *b,
				  struct sr_kit_part *part)
{
	const struct sr_tsv *t = &b->tsv[SR_TABLE_LANGUAGES];
	struct set s = { .b = b,
			 .slot = SR_NEW(b->mem, struct sr_word_slot, SLOTS) };

	if (!s.slot)
		return sr_fail_nomem(b->err, t->path);
	for (size_t i = 0; i < t->nrow; i++) {
		const struct sr_str *cell = t->row[i].cell;
		unsigned nth = 0;
		for (size_t j = 0; j < i; j++)
			nth += sr_str_equal(t->row[j].cell[SR_LANGUAGES_SCRIPT],
					    cell[SR_LANGUAGES_SCRIPT]);
		uint64_t bit = (uint64_t)1 << nth;
		if (nth >= 64 ||
		    !put_list(&s, cell[SR_LANGUAGES_WORDS], SR_WORD_WHOLE,
			      bit) ||
		    !put_list(&s, cell[SR_LANGUAGES_LETTERS], SR_WORD_LETTER,
			      bit) ||
		    !put_list(&s, cell[SR_LANGUAGES_ENDINGS], SR_WORD_ENDING,
			      bit))
			return sr_fail(b->err, SR_LIMIT, t->path,
				       "more than 64 languages of a script, or "
				       "more than %u words",
				       SLOTS / 2);
	}
	return section(&s, SR_WORDSET_LANGUAGES, part);
}
