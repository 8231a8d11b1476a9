/* Tokens to tags, lemmas, trees, and the tables' phrases among them. */
#ifndef SR_ANNOTATE_ANNOTATE_H
#define SR_ANNOTATE_ANNOTATE_H

#include "base/err.h"
#include "kit/kit.h"
#include "model/doc.h"

/* Fills upos, xpos, lemma and lemma_text of every token, and head and deprel
 * of the tokens of every sentence whose `wanted` is set (then `parsed` is
 * too). The method and its papers: see annotate/README.md. */
enum sr_code sr_annotate(struct sr_doc *doc, const struct sr_kit *kit,
			 struct sr_err *err) SR_MUST_USE;

/* Finds every phrase of every table: fills doc->hits, sorted by first token,
 * longer ones first. Needs lemmas; no trees. */
enum sr_code sr_lexicon(struct sr_doc *doc, const struct sr_kit *kit,
			struct sr_err *err) SR_MUST_USE;

#endif
