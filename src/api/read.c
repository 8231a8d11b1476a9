#include "api/read.h"

#include <assert.h>

#include "annotate/annotate.h"
#include "extract/extract.h"
#include "resolve/resolve.h"
#include "text/text.h"

const struct sr_stage sr_stages[] = {
	{ "gate", SR_HAS_BLOCKS, SR_HAS_GATE, sr_gate },
	{ "language", SR_HAS_BLOCKS, SR_HAS_LANGUAGE, sr_language },
	{ "token", SR_HAS_LANGUAGE, SR_HAS_TOKENS, sr_tokenize },
	{ "annotate", SR_HAS_TOKENS, SR_HAS_TAGS | SR_HAS_TREES, sr_annotate },
	{ "repeat", SR_HAS_TAGS, 0, sr_repeats },
	{ "lexicon", SR_HAS_TAGS, SR_HAS_HITS, sr_lexicon },
	{ "number", SR_HAS_TREES | SR_HAS_HITS, SR_HAS_NUMBERS, sr_numbers },
	{ "published", SR_HAS_NUMBERS, SR_HAS_DAY, sr_published },
	{ "time", SR_HAS_DAY, SR_HAS_TIMES, sr_times },
	{ "place", SR_HAS_TIMES, SR_HAS_PLACES, sr_places },
	{ "party", SR_HAS_PLACES, SR_HAS_PARTIES, sr_parties },
	{ "remark", SR_HAS_PLACES, SR_HAS_REMARKS, sr_remarks },
	{ "extract", SR_HAS_PARTIES, SR_HAS_CLAIMS, sr_extract },
	{ NULL, 0, 0, NULL },
};

enum sr_code sr_doc_read(struct sr_doc *doc, const struct sr_kit *kit,
                         unsigned want, struct sr_err *err)
{
	unsigned has = SR_HAS_TEXT | SR_HAS_BLOCKS;

	for (const struct sr_stage *s = sr_stages; s->name; s++) {
		if ((has & want) == want)
			break;
		/* Names and words are asked for of peaceful texts, too. */
		if (s->makes == SR_HAS_GATE && !(want & SR_HAS_CLAIMS))
			continue;
		assert((s->needs & ~has) == 0);
		enum sr_code code = s->run(doc, kit, err);
		if (code)
			return code;
		has |= s->makes;
	}
	return SR_OK;
}
