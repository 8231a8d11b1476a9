/* "That the last of the troops holed up in the mill had surrendered", "in X, retaken
 * by the army a day ago": participles that tell of the noun before them, and not
 * of what the sentence is about. */
#include "annotate/repair.h"
#include "annotate/walk.h"
#include "base/str.h"
#include "ontology.h"

#define MOST_UP 8 /* steps from a word to the noun that its phrase hangs on */

/* Does anything with one of the relations hang on i? */
static bool has_any(const struct sr_token *t, const struct sr_sentence *s,
		    uint32_t i, uint64_t rels)
{
	for (uint32_t k = s->from; k < s->to; k++)
		if (k != i && t[k].head == i && (rels >> t[k].deprel & 1))
			return true;
	return false;
}

static bool is_subject(const struct sr_token *t, uint32_t i)
{
	return t[i].deprel == SR_REL_NSUBJ || t[i].deprel == SR_REL_NSUBJ_PASS;
}

/* The subject of a later verb in whose phrase the word right before i stands;
 * SR_NONE. */
static uint32_t subject_around(const struct sr_token *t, uint32_t i)
{
	uint32_t k = i - 1;

	for (unsigned n = 0; n < MOST_UP; n++) {
		if (is_subject(t, k))
			return t[k].head > i && t[t[k].head].upos == SR_UPOS_VERB
				       ? k
				       : SR_NONE;
		if (t[k].head == k || t[k].head >= i)
			return SR_NONE;
		k = t[k].head;
	}
	return SR_NONE;
}

/* "Said that troops holed up in X had surrendered", where both verbs are taken
 * for what was said. */
static void within_subject(struct sr_token *t, const struct sr_sentence *s,
			   uint32_t i)
{
	const uint64_t own = sr_rels(SR_REL_NSUBJ) | sr_rels(SR_REL_AUX) |
			     sr_rels(SR_REL_CC) | SR_REL_BIT(SR_REL_MARK) |
			     SR_REL_BIT(SR_REL_OBJ) | SR_REL_BIT(SR_REL_COP);
	uint32_t head = t[i].head;

	if (t[i].deprel != SR_REL_CCOMP || head >= i || i < s->from + 2 ||
	    t[i - 1].upos == SR_UPOS_PUNCT || has_any(t, s, i, own))
		return;
	uint32_t who = subject_around(t, i);
	if (who == SR_NONE || who < head || t[t[who].head].head != head)
		return;
	t[i].head = who;
	t[i].deprel = SR_REL_ACL;
	t[i].xpos = SR_XPOS_VBN;
}

/* Words of lexicon/repairs.tsv that tell what befalls towns. */
static bool befalls_towns(const struct sr_doc *d, const struct sr_kit *kit,
			  uint32_t i)
{
	enum { MOST = 24 };
	struct sr_str form = sr_doc_text(d, d->tokens.items[i].at);
	char id[MOST + 2] = "t.";

	if (form.n > MOST)
		return false;
	for (size_t k = 0; k < form.n; k++)
		id[k + 2] = sr_ascii_lower(form.s[k]);
	return sr_kit_row(kit, SR_TABLE_REPAIRS,
			  (struct sr_str){ id, form.n + 2 }) != SR_NONE;
}

/* "Spoke in X, shelled by the army on Sunday, of": X was. */
static void of_town(struct sr_doc *d, const struct sr_kit *kit,
		    const struct sr_sentence *s, uint32_t i)
{
	struct sr_token *t = d->tokens.items;
	uint32_t town = i - 2;

	if (t[i].deprel != SR_REL_ADVCL || i < s->from + 3 ||
	    t[i].head >= town || !sr_is_past(&t[i]) ||
	    t[i - 1].xpos != SR_XPOS_COMMA || t[town].upos != SR_UPOS_PROPN ||
	    !has_any(t, s, i, SR_REL_BIT(SR_REL_OBL_AGENT)) ||
	    has_any(t, s, i, sr_rels(SR_REL_NSUBJ)) ||
	    !befalls_towns(d, kit, i))
		return;
	while (t[town].deprel == SR_REL_FLAT && t[town].head < town)
		town = t[town].head;
	if (is_subject(t, town))
		return;
	t[i].head = town;
	t[i].deprel = SR_REL_ACL;
}

void sr_repair_relative(struct sr_doc *doc, const struct sr_kit *kit,
			const struct sr_sentence *s)
{
	struct sr_token *t = doc->tokens.items;

	for (uint32_t i = s->from + 1; i < s->to; i++) {
		if (t[i].upos != SR_UPOS_VERB ||
		    (t[i].xpos != SR_XPOS_VBN && t[i].xpos != SR_XPOS_VBD))
			continue;
		within_subject(t, s, i);
		of_town(doc, kit, s, i);
	}
}
