/* A glance at a sentence before a selector is followed through it: most ask
 * for a word, a preposition or a kind of thing that the sentence has nowhere.
 * Words are kept as bits by a hash of their symbols (Bloom 1970), some fifty
 * of 512, so that one in ten that is not there is followed in vain. */
#include "extract/extract_internal.h"

static uint32_t bit_of(uint32_t symbol)
{
	return symbol * 0x9E3779B1u >> 23;
}

static void note(struct sr_glance *g, uint32_t symbol)
{
	uint32_t bit = bit_of(symbol);

	g->words[bit / 64] |= (uint64_t)1 << bit % 64;
}

static bool has(const struct sr_glance *g, uint32_t symbol)
{
	uint32_t bit = bit_of(symbol);

	return g->words[bit / 64] >> bit % 64 & 1;
}

static void look(const struct sr_reading *r, uint32_t sentence)
{
	const struct sr_sentence *s = &r->doc->sentences.items[sentence];
	const struct sr_token *t = r->tree.token;
	struct sr_glance *g = r->glance;

	*g = (struct sr_glance){ .sentence = sentence, .verb = SR_NONE };
	for (uint32_t i = s->from; i < s->to; i++) {
		note(g, t[i].lower);
		if (t[i].lemma != t[i].lower)
			note(g, t[i].lemma);
		if (t[i].lemma == r->word.use)
			note(g, r->word.with);
		/* "blamed on rebels" is as good as "by rebels" */
		if (r->speech[i] &&
		    sr_speech_kind(r, i) == SR_SPEECH_IS_ACCUSE)
			note(g, r->word.by);
		g->classes |= r->classes[i];
		g->timed = g->timed || t[i].time != SR_NONE;
	}
	/* "Since 2002, when": what a clause is told behind may stand before */
	for (uint32_t i = s->from; i-- > 0 && i + 2 >= s->from;)
		g->timed = g->timed || t[i].time != SR_NONE;
	g->place = sr_places_from(r->doc, s->from);
	g->place_end = sr_places_from(r->doc, s->to);
	g->number = sr_numbers_from(r->doc, s->from);
	g->number_end = sr_numbers_from(r->doc, s->to);
}

const struct sr_glance *sr_glance_at(const struct sr_reading *r,
				     uint32_t sentence)
{
	if (r->glance && r->glance->sentence != sentence)
		look(r, sentence);
	return r->glance;
}

bool sr_may_have(const struct sr_reading *r, uint32_t sentence, uint32_t word)
{
	const struct sr_glance *g = sr_glance_at(r, sentence);

	return !g || has(g, word);
}

/* Some word of it is in the sentence, and the kind of thing. */
static bool may_be(const struct sr_reading *r, const struct sr_glance *g,
		   const struct sr_selector *s)
{
	const uint32_t *lemma;

	if (s->classes && !(s->classes & (g->classes | SR_CLASS_PARTY)))
		return false;
	if (s->nlemma == 0)
		return true;
	lemma = sr_selector_lemmas(r->kit, s);
	for (size_t i = 0; i < s->nlemma; i++)
		if (has(g, lemma[i]))
			return true;
	return false;
}

bool sr_may_find(const struct sr_reading *r, uint32_t trigger,
		 const struct sr_selector *s)
{
	const struct sr_glance *g =
		sr_glance_at(r, r->tree.token[trigger].sentence);

	if (!g)
		return true;
	for (size_t i = 0; i < s->nstep; i++) {
		uint32_t step = s->step[i];
		/* out of the sentence, where anything may be */
		if (step == SR_STEP_WHERE || step == SR_STEP_BESIDE)
			return true;
		/* "to" is in "sent Kyiv tanks", though it is not written */
		if (step > SR_STEP_PREP && !has(g, step - SR_STEP_PREP) &&
		    step - SR_STEP_PREP != r->word.toward_like[2])
			return false;
	}
	return may_be(r, g, s);
}
