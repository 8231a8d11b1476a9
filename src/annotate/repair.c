/* What a net that reads blogs and mail gets wrong in reports of war, where the
 * words around leave no doubt. Words that need it stand in lexicon/repairs.tsv.
 * A sentence costs at most its length squared. */
#include "annotate/repair.h"
#include "base/str.h"
#include "base/utf8.h"
#include "ontology.h"

#define MOST_WORD 60 /* bytes of a word that is looked up */

static size_t bit_of(struct sr_str id)
{
	return sr_hash(id.s, id.n) & (SR_REPAIR_BITS - 1);
}

void sr_repair_words(struct sr_repair_words *w, const struct sr_kit *kit)
{
	static const enum sr_table table[] = { SR_TABLE_REPAIRS,
					       SR_TABLE_IRREGULAR };

	memset(w, 0, sizeof(*w));
	for (size_t k = 0; k < 2; k++)
		for (uint32_t i = 0; i < sr_kit_rows(kit, table[k]); i++) {
			size_t bit = bit_of(sr_kit_text(kit, table[k], i, 0));
			w->bits[bit / 64] |= UINT64_C(1) << bit % 64;
		}
}

bool sr_repair_has(const struct sr_repair *r, uint32_t i, enum sr_table table,
		   char kind)
{
	struct sr_str form = sr_doc_text(r->doc, r->t[i].at);
	char id[MOST_WORD + 2] = { kind, '.' };

	if (form.n > MOST_WORD)
		return false;
	for (size_t k = 0; k < form.n; k++)
		id[k + 2] = (char)sr_lower((unsigned char)form.s[k]);
	struct sr_str whole = { id, form.n + 2 };
	size_t bit = bit_of(whole);
	return (r->words->bits[bit / 64] >> bit % 64 & 1) &&
	       sr_kit_row(r->kit, table, whole) != SR_NONE;
}

bool sr_repair_is(const struct sr_repair *r, uint32_t i, char kind)
{
	return sr_repair_has(r, i, SR_TABLE_REPAIRS, kind);
}

bool sr_repair_hangs(const struct sr_repair *r, uint32_t i, uint64_t rels)
{
	return sr_repair_child(r->t, i, rels, r->from, r->to) != SR_NONE;
}

bool sr_repair_below(const struct sr_repair *r, uint32_t i, uint32_t top)
{
	for (uint32_t n = r->to - r->from; n-- > 0 && i != top; i = r->t[i].head)
		if (r->t[i].head == i)
			return false;
	return i == top;
}

void sr_repair(struct sr_doc *doc, const struct sr_kit *kit,
	       const struct sr_repair_words *words,
	       const struct sr_sentence *s)
{
	struct sr_repair r = { doc,     kit,   words, doc->tokens.items,
			       s->from, s->to };

	sr_repair_word(&r);
	sr_repair_means(&r);
	sr_repair_group(&r);
	sr_repair_bracket(doc, s);
	sr_repair_addition(doc, s);
	sr_repair_content(doc, s);
	sr_repair_between(doc, s);
	sr_repair_clause(&r);
	sr_repair_noun(&r);
	sr_repair_dated(doc, s);
	sr_repair_tail(doc, s);
	sr_repair_dateline(&r);
	sr_repair_front(&r);
	sr_repair_toll(&r);
	sr_repair_verbs(doc, s);
}
