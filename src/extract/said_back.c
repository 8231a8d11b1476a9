/* "Drones struck a mill in X. This was announced by the governor": who tells
 * what stands in front is named behind it. Agencies of Ukraine and Russia close
 * their first paragraph so. It is his as far back as the paragraph goes, or the
 * one before where his sentence opens another. */
#include "extract/extract_internal.h"

#define MOST_BACK 3 /* sentences */

/* "This was announced by X", "X reported this": X; SR_NONE. */
static uint32_t teller_of(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;
	bool passive = sr_is_passive(t, verb);
	uint32_t what = passive ? sr_child(t, verb, SR_REL_NSUBJ_PASS)
				: sr_child(t, verb, SR_REL_OBJ);

	/* "informed about this" */
	if (what == SR_NONE)
		what = sr_child(t, verb, SR_REL_OBL);
	if (what == SR_NONE || t->token[what].lower != r->word.this ||
	    sr_child(t, verb, SR_REL_CCOMP) != SR_NONE ||
	    sr_is_negated(r, verb))
		return SR_NONE;
	uint32_t who = passive ? sr_agent(t, verb) : sr_speaker_at(r, verb);
	return who != SR_NONE && sr_may_speak(r, who) ? who : SR_NONE;
}

/* The first sentence that may be meant by `this` of sentence s. */
static uint32_t first_meant(const struct sr_reading *r, uint32_t s)
{
	const struct sr_sentence *sent = r->doc->sentences.items;
	uint32_t block = sent[s].block, from = s;

	if (s > 0 && sent[s - 1].block != block)
		block = sent[s - 1].block;
	while (from > 0 && s - from < MOST_BACK &&
	       sent[from - 1].block == block &&
	       r->doc->blocks.items[block].kind != SR_BLOCK_HEADING)
		from--;
	return from;
}

void sr_tell_back(struct sr_reading *r, uint32_t verb)
{
	struct sr_party_slot slot;

	if (sr_speech_kind(r, verb) != SR_SPEECH_IS_SAY ||
	    !sr_is_verb(&r->tree, verb))
		return;
	uint32_t who = teller_of(r, verb);
	if (who == SR_NONE || !sr_speaker_slot(r, who, &slot))
		return;
	uint32_t here = r->tree.token[verb].sentence;
	uint32_t first = first_meant(r, here);
	struct sr_str voice = sr_speaker_voice(r, sr_name_beside(r, who));
	for (size_t k = r->doc->claims.nitem; k-- > 0;) {
		struct sr_claim *c = &r->doc->claims.items[k];
		uint32_t s = r->tree.token[r->made.items[k].trigger].sentence;
		if (s >= here)
			continue;
		if (s < first || c->speaker.n)
			return;
		c->speaker = slot.name;
		c->speaker_at = slot.at;
		c->voice = voice;
	}
}

#define MOST_UP 3 /* clauses between what is added and what was said */

/* "They took the town, the ministry said, adding that": the parser may hang
 * what comes behind on what was said. The verb of saying just before it. */
uint32_t sr_said_before(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_token *t = r->tree.token;
	uint32_t did = t[verb].head, said;

	if (verb < 1 || t[verb].xpos != SR_XPOS_VBG ||
	    t[verb - 1].xpos != SR_XPOS_COMMA || t[verb].deprel != SR_REL_ADVCL)
		return SR_NONE;
	/* "he said they managed to take it in a raid, adding that" */
	for (unsigned n = 0; n < MOST_UP && sr_is_verb(&r->tree, t[did].head) &&
			     (t[did].deprel == SR_REL_XCOMP ||
			      t[did].deprel == SR_REL_CONJ ||
			      t[did].deprel == SR_REL_ADVCL) &&
			     sr_speech_kind(r, did) < 0;
	     n++)
		did = t[did].head;
	said = t[did].head;
	/* "he said the army used tanks, adding that": he adds it */
	if (did < verb && said < did && t[did].deprel == SR_REL_CCOMP &&
	    sr_speech_kind(r, did) < 0 &&
	    sr_speech_kind(r, verb) == SR_SPEECH_IS_SAY &&
	    sr_speech_kind(r, said) == SR_SPEECH_IS_SAY)
		return said;

	if (verb < 2 || t[verb].head >= verb - 2 ||
	    !sr_is_verb(&r->tree, verb - 2) || sr_speech_kind(r, verb - 2) < 0)
		return SR_NONE;
	return t[t[verb].head].head == verb - 2 ||
			       t[verb - 2].head == t[verb].head
		       ? verb - 2
		       : SR_NONE;
}
