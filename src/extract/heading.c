/* Where a note says that it plays before its first sentence begins, and where a
 * sentence says that it plays in all of the country. */
#include "base/str.h"
#include "extract/extract_internal.h"

#define LABEL_TOKENS 12

/* Somebody who is no place's people: "Army: two dead", not "Lyman community:". */
static bool is_somebody(const struct sr_reading *r, uint32_t i)
{
	uint32_t p = r->tree.token[i].party;

	return p != SR_NONE && r->doc->parties.items[p].kind !=
				       SR_PARTY_KIND_CIVILIANS;
}

uint32_t sr_note_place(const struct sr_reading *r, uint32_t sentence,
			uint32_t *name)
{
	const struct sr_token *t = r->tree.token;
	const struct sr_sentence *s = r->doc->sentences.items;
	uint32_t first = sentence, m = SR_NONE, i;

	while (first > 0 && s[first - 1].block == s[sentence].block &&
	       sentence - first < LABEL_TOKENS)
		first--;
	*name = SR_NONE;
	for (i = s[first].from; i < s[first].to; i++) {
		struct sr_str text = sr_doc_text(r->doc, t[i].at);
		if (i > s[first].from && sr_str_is(text, ":"))
			return m;
		if (i - s[first].from > LABEL_TOKENS || is_somebody(r, i) ||
		    t[i].upos == SR_UPOS_VERB || t[i].upos == SR_UPOS_AUX ||
		    t[i].upos == SR_UPOS_ADP || t[i].upos == SR_UPOS_PRON)
			break;
		if (t[i].place != SR_NONE &&
		    r->doc->places.items[t[i].place].kind != SR_PLACE_AREA)
			m = t[i].place;
		else if (*name == SR_NONE && (r->classes[i] & SR_CLASS_NAME))
			*name = i;
	}
	*name = SR_NONE;
	return SR_NONE;
}

bool sr_is_of_country(const struct sr_reading *r, uint32_t sentence)
{
	const struct sr_sentence *s = &r->doc->sentences.items[sentence];
	const struct sr_token *t = r->tree.token;

	if (!sr_may_have(r, sentence, r->word.country))
		return false;
	for (uint32_t i = s->from + 2; i < s->to; i++)
		if (t[i].lower == r->word.country &&
		    t[i - 1].lower == r->word.the &&
		    t[i - 2].upos == SR_UPOS_ADP &&
		    t[i - 2].lower != r->word.of)
			return true;
	return false;
}

static uint32_t block_of(const struct sr_reading *r, uint32_t sentence)
{
	return r->doc->sentences.items[sentence].block;
}

/* A paragraph of a few words that name a place and nothing else: "Kherson",
 * "Idlib province:". */
#define HEADING_TOKENS 5

static uint32_t heading_place(const struct sr_reading *r, uint32_t sentence)
{
	const struct sr_sentence *s = &r->doc->sentences.items[sentence];
	uint32_t m = r->tree.token[s->from].place;

	if (s->to - s->from > HEADING_TOKENS || m == SR_NONE)
		return SR_NONE;
	for (uint32_t i = s->from; i < s->to; i++)
		if (r->tree.token[i].place == SR_NONE &&
		    r->tree.token[i].upos != SR_UPOS_PUNCT &&
		    r->tree.token[i].upos != SR_UPOS_NOUN)
			return SR_NONE;
	return m;
}

/* The place that the section is headed by. */
uint32_t sr_section_place(const struct sr_reading *r, uint32_t sentence)
{
	struct sr_section *last = r->section;
	uint32_t from = last->sentence <= sentence ? last->sentence : 0;
	uint32_t m = SR_NONE;

	for (uint32_t s = sentence; s-- > from && m == SR_NONE;) {
		uint32_t b = block_of(r, s);
		bool alone = (s == 0 || block_of(r, s - 1) != b) &&
		             block_of(r, s + 1) != b;
		m = alone ? heading_place(r, s) : SR_NONE;
	}
	if (m == SR_NONE && from)
		m = last->place;
	*last = (struct sr_section){ sentence, m };
	return m;
}

#define LABEL_MOST 8 /* tokens with the colon */

bool sr_in_label(const struct sr_reading *r, uint32_t i)
{
	const struct sr_token *t = r->tree.token;
	uint32_t sentence = t[i].sentence, to = SR_NONE;
	const struct sr_sentence *s = &r->doc->sentences.items[sentence];

	if (i >= s->from + LABEL_MOST || sr_is_verb(&r->tree, i) ||
	    sr_in_headline(r, i) ||
	    (sentence > 0 && s[-1].block == s->block))
		return false;
	for (uint32_t k = s->from; k < s->to && k < s->from + LABEL_MOST; k++) {
		if (sr_str_is(sr_doc_text(r->doc, t[k].at), ":")) {
			to = k;
			break;
		}
		if (t[k].place != SR_NONE || t[k].time != SR_NONE ||
		    t[k].number != SR_NONE || t[k].upos == SR_UPOS_AUX ||
		    (t[k].upos == SR_UPOS_VERB && t[k].xpos != SR_XPOS_VBN &&
		     t[k].xpos != SR_XPOS_VBG))
			return false;
	}
	/* something is told behind it */
	return to != SR_NONE && i < to && to + 3 < s->to;
}
