/* Why a candidate was weighed as it was, in words for people: the name that was
 * found and the reasons that spoke for or against it. */
#include "resolve/place.h"

#define WHY_BYTES 160

/* Puts a part of a reason, all of it shorter than WHY_BYTES. */
static size_t append(char *text, size_t n, const char *part)
{
	size_t k = strlen(part);

	memcpy(text + n, part, k);
	return n + k;
}

struct sr_str place_why(struct place_work *w, const struct place_cand *c)
{
	static const struct {
		uint32_t bit;
		const char *text;
	} REASON[] = {
		{ WHY_INSIDE, "said to be in it" },
		{ WHY_DISTANCE, "distance as stated" },
		{ WHY_AREA, "its area is named" },
		{ WHY_COUNTRY, "its country is named" },
		{ WHY_NEAR, "near others of the report" },
		{ WHY_KIND, "kind as stated" },
		{ WHY_LARGE, "large" },
		{ WHY_AGAINST, "against a stated distance" },
		{ WHY_FAR, "far from all else" },
	};
	static const char *const TIER[] = { "exact name", "name less article",
					    "same spelling key",
					    "similar spelling" };
	char text[WHY_BYTES];
	size_t n = 0;

	if (c->from != CAND_GAZ)
		n = append(text, n, "own table");
	else
		n = append(text, n, TIER[c->tier & 3]);
	if (c->from == CAND_GAZ && !c->main)
		n = append(text, n, ", another name");
	for (size_t i = 0; i < sizeof(REASON) / sizeof(*REASON); i++)
		if (c->why & REASON[i].bit && n < sizeof(text) - 40) {
			n = append(text, n, "; ");
			n = append(text, n, REASON[i].text);
		}
	char *own = sr_arena_copy(&w->doc->mem, text, n);
	return (struct sr_str){ own, own ? n : 0 };
}
