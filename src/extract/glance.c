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

	*r->glance = (struct sr_glance){ .sentence = sentence,
					 .verb = SR_NONE };
	for (uint32_t i = s->from; i < s->to; i++) {
		note(r->glance, r->tree.token[i].lower);
		note(r->glance, r->tree.token[i].lemma);
		r->glance->classes |= r->classes[i];
	}
}

/* Can these steps be gone within the sentence? Where they leave it, `out`. */
static bool may_go(const struct sr_reading *r, const struct sr_selector *s,
		   bool *out)
{
	for (size_t i = 0; i < s->nstep; i++) {
		uint32_t step = s->step[i];
		*out |= step == SR_STEP_WHERE || step == SR_STEP_BESIDE;
		/* "to" is in "sent Kyiv tanks", though it is not written */
		if (!*out && step > SR_STEP_PREP &&
		    step - SR_STEP_PREP != r->word.toward_like[2] &&
		    !has(r->glance, step - SR_STEP_PREP))
			return false;
	}
	return true;
}

bool sr_may_find(const struct sr_reading *r, uint32_t trigger,
		 const struct sr_selector *s)
{
	const uint32_t *lemma = sr_selector_lemmas(r->kit, s);
	uint32_t sentence = r->tree.token[trigger].sentence;
	bool out = false, any = s->nlemma == 0;

	if (!r->glance)
		return true;
	if (r->glance->sentence != sentence)
		look(r, sentence);
	if (!may_go(r, s, &out))
		return false;
	if (out)
		return true;
	for (size_t i = 0; i < s->nlemma && !any; i++)
		any = has(r->glance, lemma[i]);
	return any && (s->classes == 0 || (s->classes & SR_CLASS_PARTY) ||
		       (s->classes & r->glance->classes));
}
