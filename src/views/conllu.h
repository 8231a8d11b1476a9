/* Sentences, words and trees as CoNLL-U (universaldependencies.org/format). */
#ifndef SR_VIEWS_CONLLU_H
#define SR_VIEWS_CONLLU_H

#include "base/err.h"
#include "base/json.h"
#include "model/doc.h"

/* Appends the doc's sentences to out, numbered from `before` + 1 on; the line
 * that names the document stands only before number 1, so that a large text
 * can be given in several docs. Words of one token of the text have their
 * range line; FEATS and DEPS are empty; a sentence that was not parsed has no
 * heads. SR_NOMEM when out is full. */
enum sr_code sr_conllu_write(const struct sr_doc *doc, size_t before,
			     struct sr_json *out,
			     struct sr_err *err) SR_MUST_USE;

#endif
