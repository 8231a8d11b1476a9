/* Text to sentences and words. */
#ifndef SR_TEXT_TEXT_H
#define SR_TEXT_TEXT_H

#include "base/err.h"
#include "kit/kit.h"
#include "model/doc.h"

/* Blocks to sentences and tokens after UD English's conventions (do|n't,
 * Russia|'s): fills doc->sentences and doc->tokens (spans, flags, lower).
 * Blocks of kinds SR_BLOCK_FIELD and SR_BLOCK_ASIDE get none. */
enum sr_code sr_tokenize(struct sr_doc *doc, const struct sr_kit *kit,
			 struct sr_err *err) SR_MUST_USE;

/* Looks whether the report tells of a war (text/gate.h): where it does not, sets
 * doc->aside, and sr_language makes its blocks SR_BLOCK_ASIDE. */
enum sr_code sr_gate(struct sr_doc *doc, const struct sr_kit *kit,
		     struct sr_err *err) SR_MUST_USE;

/* Tells the language of the report: fills report.language and left_out. Blocks
 * that are not English become SR_BLOCK_ASIDE where the report as a whole is to
 * be read, and all of them where it is not (doc->aside). */
enum sr_code sr_language(struct sr_doc *doc, const struct sr_kit *kit,
			 struct sr_err *err) SR_MUST_USE;

/* Fills repeat_of of the sentences, whose tokens have tags and lemmas. */
enum sr_code sr_repeats(struct sr_doc *doc, const struct sr_kit *kit,
                        struct sr_err *err) SR_MUST_USE;

/* Paragraphs, parted by empty lines, to doc->blocks: for text that has no
 * header and no other marks. */
enum sr_code sr_paragraphs(struct sr_doc *doc, struct sr_err *err) SR_MUST_USE;

#endif
