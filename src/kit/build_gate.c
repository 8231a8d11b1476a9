/* The gate of a kit: the words that trigger patterns, the nouns of fighters,
 * weapons and fighting, but for those that lexicon/gate.tsv says are as common
 * in peace, in every form that they may take. A form too many does no harm. */
#include "base/str.h"
#include "kit/builder.h"
#include "kit/gate.h"
#include "kit/pattern.h"

#define SLOTS 32768u
#define OF_WAR                                                                 \
	(SR_CLASS_FORCE | SR_CLASS_GUN | SR_CLASS_BOMB | SR_CLASS_AIR |        \
	 SR_CLASS_EQUIP | SR_CLASS_CRIME | SR_CLASS_LINE | SR_CLASS_EVENT |    \
	 SR_CLASS_MARK)

enum { SIGN_WAR, SIGN_HINT, SIGN_NONE }; /* as the schema has them */

struct maker {
	struct sr_builder *b;
	struct sr_gate_header head;
	struct sr_gate_slot *slot;
	uint32_t sign; /* of the words being put */
};

static bool is_word(struct sr_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.s[i] < 'a' || s.s[i] > 'z')
			return false;
	return s.n >= SR_GATE_LEAST && s.n <= SR_GATE_MOST;
}

/* The strongest sign that a form has holds. */
static void put(struct maker *m, struct sr_str s)
{
	if (!is_word(s) || m->head.nword > SLOTS / 2)
		return;
	uint64_t key = sr_gate_key(sr_gate_load(s.s, s.n),
				   s.n > 8 ? sr_gate_load(s.s + s.n - 8, 8) : 0,
				   s.n);
	uint32_t i = (uint32_t)(key >> 20) & (SLOTS - 1);
	while (m->slot[i].key && m->slot[i].key != key)
		i = (i + 1) & (SLOTS - 1);
	if (!m->slot[i].key || m->sign < m->slot[i].sign) {
		m->head.nword += !m->slot[i].key;
		m->slot[i] = (struct sr_gate_slot){ key, m->sign, 0 };
	}
	uint32_t bit = sr_gate_bit(key);
	m->head.common[bit / 64] |= (uint64_t)1 << bit % 64;
	if (m->sign != SR_GATE_COMMON)
		m->head.bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

/* The word less its last `cut` letters, and `end` behind it. */
static void put_form(struct maker *m, struct sr_str s, size_t cut,
		     const char *end)
{
	char form[SR_GATE_MOST + 8];
	size_t n = s.n - cut, k = strlen(end);

	memcpy(form, s.s, n);
	memcpy(form + n, end, k);
	put(m, (struct sr_str){ form, n + k });
}

static void put_irregular(struct maker *m, struct sr_str lemma)
{
	const struct sr_tsv *t = &m->b->tsv[SR_TABLE_IRREGULAR];

	for (size_t i = 0; i < t->nrow; i++) {
		struct sr_str form = t->row[i].cell[0];
		sr_str_cut(&form, '.');
		if (sr_str_equal(t->row[i].cell[SR_IRREGULAR_LEMMA], lemma))
			put(m, form);
	}
}

/* A lemma in all forms that rules of spelling or the table of irregular ones
 * give. */
static void put_lemma(struct maker *m, struct sr_str s)
{
	if (!is_word(s))
		return;
	char last[8] = { s.s[s.n - 1], 'e', 'd', '\0' };

	put_form(m, s, 0, "");
	put_form(m, s, 0, "s");
	put_form(m, s, 0, "es");
	put_form(m, s, 0, "ed");
	put_form(m, s, 0, "ing");
	put_form(m, s, 0, last);
	memcpy(last + 1, "ing", 4);
	put_form(m, s, 0, last);
	if (s.s[s.n - 1] == 'e') {
		put_form(m, s, 0, "d");
		put_form(m, s, 1, "ing");
	}
	if (s.s[s.n - 1] == 'y') {
		put_form(m, s, 1, "ies");
		put_form(m, s, 1, "ied");
	}
	put_irregular(m, s);
}

/* A word of war, unless the table has a row for it. */
static void put_found(struct maker *m, struct sr_str s)
{
	const struct sr_tsv_row *row =
		sr_tsv_find(&m->b->tsv[SR_TABLE_GATE], s);

	m->sign = row ? SR_GATE_COMMON : SR_GATE_WAR;
	put_lemma(m, s);
}

static int32_t value(const struct sr_builder *b, enum sr_table t, size_t row,
		     size_t column)
{
	const struct sr_table_entry *e = &b->entry[t];

	return b->cells.items[e->first + row * e->ncolumn + column].value;
}

static void put_rows(struct maker *m)
{
	const struct sr_tsv *t = &m->b->tsv[SR_TABLE_GATE];

	for (size_t i = 0; i < t->nrow; i++) {
		int32_t sign = value(m->b, SR_TABLE_GATE, i, SR_GATE_SIGN);
		m->sign = sign == SIGN_WAR ? SR_GATE_WAR
					   : SR_GATE_HINT + (uint32_t)i;
		if (sign != SIGN_NONE)
			put_lemma(m, t->row[i].cell[0]);
	}
}

static void put_things(struct maker *m)
{
	const struct sr_tsv *t = &m->b->tsv[SR_TABLE_THINGS];

	for (size_t i = 0; i < t->nrow; i++) {
		struct sr_str list = t->row[i].cell[SR_THINGS_LEMMAS];
		if (!(value(m->b, SR_TABLE_THINGS, i, SR_THINGS_CLASSES) &
		      OF_WAR))
			continue;
		while (list.n)
			put_found(m, sr_str_cut(&list, '|'));
	}
}

static void put_triggers(struct maker *m, const struct sr_kit_part *patterns)
{
	const char *p = patterns->bytes;
	struct sr_patterns_header h;
	struct sr_trigger t;

	memcpy(&h, p, sizeof(h));
	p += sizeof(h) + h.npattern * sizeof(struct sr_pattern) +
	     h.nselector * sizeof(struct sr_selector);
	for (uint32_t i = 0; i < h.ntrigger; i++) {
		memcpy(&t, p + i * sizeof(t), sizeof(t));
		put_found(m, m->b->symbols.items[t.symbol - 1]);
	}
}

/* What the table says is common in peace, though it is a form of another word.
 */
static void take_none(struct maker *m)
{
	const struct sr_tsv *t = &m->b->tsv[SR_TABLE_GATE];

	for (size_t i = 0; i < t->nrow; i++) {
		struct sr_str s = t->row[i].cell[0];
		if (value(m->b, SR_TABLE_GATE, i, SR_GATE_SIGN) != SIGN_NONE ||
		    !is_word(s))
			continue;
		uint64_t key = sr_gate_key(
			sr_gate_load(s.s, s.n),
			s.n > 8 ? sr_gate_load(s.s + s.n - 8, 8) : 0, s.n);
		uint32_t at = (uint32_t)(key >> 20) & (SLOTS - 1);
		while (m->slot[at].key && m->slot[at].key != key)
			at = (at + 1) & (SLOTS - 1);
		if (m->slot[at].key)
			m->slot[at].sign = SR_GATE_COMMON;
	}
}

enum sr_code sr_builder_gate(struct sr_builder *b,
			     const struct sr_kit_part *patterns,
			     struct sr_kit_part *part)
{
	struct maker *m = SR_NEW(b->mem, struct maker, 1);
	size_t nslot = SLOTS * sizeof(struct sr_gate_slot);
	char *p = SR_NEW(b->mem, char, sizeof(m->head) + nslot);

	if (!m || !p)
		return sr_fail_nomem(b->err, SR_GATE_SECTION);
	m->b = b;
	m->head.nslot = SLOTS;
	m->slot = (void *)(p + sizeof(m->head));
	put_rows(m);
	put_things(m);
	put_triggers(m, patterns);
	take_none(m);
	memcpy(p, &m->head, sizeof(m->head));
	*part = (struct sr_kit_part){ SR_GATE_SECTION, p,
				      sizeof(m->head) + nslot };
	return m->head.nword > SLOTS / 2
		       ? sr_fail(b->err, SR_LIMIT, SR_GATE_SECTION,
				 "more than %u words", SLOTS / 2)
		       : SR_OK;
}
