/* The symbols of the few function words that the grammar itself turns on. */
#include <string.h>

#include "base/str.h"
#include "extract/extract_internal.h"

static bool is_among(uint32_t word, const uint32_t *list, size_t n)
{
	for (size_t i = 0; word && i < n; i++)
		if (word == list[i])
			return true;
	return false;
}

bool sr_says_in(const struct sr_reading *r, uint32_t prep)
{
	return is_among(prep, r->word.in_like, SR_LEN(r->word.in_like));
}

bool sr_says_near(const struct sr_reading *r, uint32_t prep)
{
	return is_among(prep, r->word.near_like, SR_LEN(r->word.near_like));
}

bool sr_says_toward(const struct sr_reading *r, uint32_t prep)
{
	return is_among(prep, r->word.toward_like, SR_LEN(r->word.toward_like));
}

bool sr_is_reflexive(const struct sr_reading *r, uint32_t i)
{
	return i != SR_NONE && is_among(r->tree.token[i].lower,
					r->word.self_like,
					SR_LEN(r->word.self_like));
}

bool sr_says_war(const struct sr_reading *r, uint32_t noun)
{
	return sr_is_noun(&r->tree, noun) &&
	       is_among(r->tree.token[noun].lemma, r->word.war_like,
			SR_LEN(r->word.war_like));
}

bool sr_is_war(const struct sr_reading *r, uint32_t noun)
{
	if (noun == SR_NONE || !sr_says_war(r, noun))
		return false;
	SR_CHILDREN(&r->tree, noun, c)
		if (r->tree.token[c].lower == r->word.the ||
		    r->tree.token[c].lower == r->word.this ||
		    r->tree.token[c].deprel == SR_REL_NMOD_POSS)
			return true;
	return false;
}

bool sr_is_of_war(const struct sr_reading *r, uint32_t trigger)
{
	uint32_t verb = sr_clause(&r->tree, trigger);

	if (!sr_is_verb(&r->tree, trigger))
		return false;
	if (sr_is_war(r, sr_agent(&r->tree, verb)))
		return true;
	SR_CHILDREN(&r->tree, verb, c)
		if (r->tree.token[c].deprel == SR_REL_OBL && sr_is_war(r, c)) {
			uint32_t prep = sr_case_of(&r->tree, c);
			return prep && (prep == r->word.in_like[0] ||
					prep == r->word.during ||
					prep == r->word.by);
		}
	return false;
}

bool sr_is_superlative(const struct sr_reading *r, uint32_t i)
{
	const struct sr_token *t = &r->tree.token[i];
	struct sr_str f = sr_doc_text(r->doc, t->at);

	/* "the most severe" */
	if (t->xpos == SR_XPOS_RBS)
		return i + 1 < r->tree.ntoken && t[1].upos == SR_UPOS_ADJ;
	if (t->upos != SR_UPOS_ADJ || t->xpos == SR_XPOS_JJS)
		return t->upos == SR_UPOS_ADJ;
	return f.n > 6 && f.s[f.n - 4] == 'i' && f.s[f.n - 3] == 'e' &&
	       f.s[f.n - 2] == 's' && f.s[f.n - 1] == 't';
}

bool sr_is_ranked(const struct sr_reading *r, uint32_t noun)
{
	SR_CHILDREN(&r->tree, noun, c)
		if (sr_is_superlative(r, c) ||
		    r->tree.token[c].lower == r->word.first)
			return true;
	return false;
}

bool sr_befell(const struct sr_reading *r, uint32_t noun, uint32_t whose)
{
	uint32_t p = r->tree.token[whose].party;

	if (whose != sr_child(&r->tree, noun, SR_REL_NMOD_POSS) ||
	    (r->classes[whose] & SR_CLASS_FORCE) || !sr_is_ranked(r, noun))
		return false;
	return p == SR_NONE ||
	       r->doc->parties.items[p].kind == SR_PARTY_KIND_STATE;
}

struct sr_words sr_learn_words(const struct sr_kit *kit)
{
	static const struct {
		size_t at;
		const char *word;
	} WORD[] = {
#define W(field, text) { offsetof(struct sr_words, field), text }
		W(by, "by"),           W(of, "of"),
		W(on, "on"),           W(against, "against"),
		W(at, "at"),           W(from, "from"),
		W(under, "under"),     W(according, "according"),
		W(per, "per"),
		W(use, "use"),
		W(including, "including"),
		W(have, "have"),       W(the, "the"),
		W(come, "come"), W(call, "call"),
		W(this, "this"), W(that, "that"),       W(a, "a"),
		W(since, "since"),     W(then, "then"),
		W(until, "until"), W(toll, "toll"),
		W(civil, "civil"), W(fall, "fall"), W(begin_like[0], "begin"), W(begin_like[1], "start"),
		W(war_like[0], "war"), W(war_like[1], "conflict"),
		W(first, "first"), W(country, "country"),
		W(help, "help"), W(life, "life"), W(before, "before"), W(armed, "armed"), W(between, "between"),
		W(when, "when"), W(where, "where"), W(already, "already"), W(previously, "previously"),
		W(after, "after"),     W(following, "following"),
		W(during, "during"),
		W(as, "as"),           W(we, "we"),
		W(he, "he"),           W(she, "she"),
		W(both, "both"), W(couple, "couple"), W(side, "side"),
		W(with, "with"),       W(about_like[0], "for"),
		W(about_like[1], "about"), W(about_like[2], "over"),
		W(about_like[3], "on"),
		W(each, "each"), W(one, "one"), W(other, "other"),
		W(an, "an"),           W(others, "others"),
		W(another, "another"),
		W(far, "far"),
		W(self_like[0], "himself"), W(self_like[1], "herself"),
		W(self_like[2], "itself"), W(self_like[3], "themselves"),
		W(been, "been"),       W(in_like[0], "in"),
		W(in_like[1], "across"), W(in_like[2], "inside"),
		W(in_like[3], "throughout"), W(in_like[4], "into"),
		W(in_like[5], "within"),       W(near_like[0], "near"),
		W(near_like[1], "outside"), W(near_like[2], "around"),
		W(near_like[3], "close"),   W(toward_like[0], "toward"),
		W(toward_like[1], "towards"), W(toward_like[2], "to"),
		W(toward_like[3], "into"),
#undef W
	};

	struct sr_words words = { 0 };
	for (size_t i = 0; i < SR_LEN(WORD); i++) {
		uint32_t symbol = sr_kit_symbol(kit, sr_str_of(WORD[i].word));
		memcpy((char *)&words + WORD[i].at, &symbol, sizeof(symbol));
	}
	return words;
}

bool sr_is_land_of_band(const struct sr_reading *r, uint32_t noun, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t p = t->token[i].party;
	const uint64_t attribute = SR_REL_BIT(SR_REL_AMOD) |
				   SR_REL_BIT(SR_REL_COMPOUND);

	if (p == SR_NONE || i > noun || noun > i + 4 ||
	    !(r->classes[noun] & SR_CLASS_EVENT) ||
	    r->doc->parties.items[p].kind != SR_PARTY_KIND_STATE)
		return false;
	uint32_t k = i + 1;

	if (k >= noun || t->token[k].head != noun ||
	    !sr_rel_in(t, k, attribute) || !sr_is_noun(t, k) ||
	    !(r->classes[k] & SR_CLASS_FORCE) ||
	    (r->classes[k] & (SR_CLASS_EQUIP | SR_CLASS_AIR)))
		return false;
	/* "a Syrian army attack" is its own */
	uint32_t band = sr_party_of(r, k).party;
	return band == SR_NONE ||
	       !sr_str_equal(r->doc->parties.items[band].side,
			     r->doc->parties.items[p].side);
}
