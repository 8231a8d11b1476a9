/* A doc of one parsed sentence from lines of "form lemma UPOS XPOS head rel",
 * so that what walks trees can be tested without a parser. */
#ifndef SR_TESTS_TREE_H
#define SR_TESTS_TREE_H

#include <stdlib.h>

#include "base/str.h"
#include "kit/kit.h"
#include "model/doc.h"
#include "ontology.h"

static inline unsigned tree_find(struct sr_str name,
                                 const char *(*name_of)(unsigned), unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		if (sr_str_is(name, name_of(i)))
			return i;
	abort();
}

static inline void tree_token(struct sr_doc *doc, const struct sr_kit *kit,
                              struct sr_str line, uint32_t at)
{
	struct sr_token *t = SR_PUSH(&doc->mem, &doc->tokens);
	struct sr_str form = sr_str_cut(&line, ' ');
	struct sr_str lemma = sr_str_cut(&line, ' ');
	struct sr_str upos = sr_str_cut(&line, ' ');
	struct sr_str xpos = sr_str_cut(&line, ' ');
	struct sr_str head = sr_str_cut(&line, ' ');
	uint32_t h = (uint32_t)strtoul(head.s, NULL, 10);

	*t = (struct sr_token){
		.at = { at, at + (uint32_t)form.n },
		.lower = sr_symbol_of(doc, kit, form),
		.lemma = sr_symbol_of(doc, kit, lemma),
		.lemma_text = lemma,
		.upos = (uint8_t)tree_find(upos, sr_upos_name, SR_UPOS_COUNT),
		.xpos = (uint8_t)tree_find(xpos, sr_xpos_name, SR_XPOS_COUNT),
		.deprel = (uint8_t)tree_find(line, sr_rel_name, SR_REL_COUNT),
		.place = SR_NONE,
		.time = SR_NONE,
		.party = SR_NONE,
		.number = SR_NONE,
	};
	t->head = h ? h - 1 : (uint32_t)doc->tokens.nitem - 1;
}

/* Fills an empty doc; the text of the report is the forms with blanks. */
static inline void tree_read(struct sr_doc *doc, const struct sr_kit *kit,
                             const char *const *line, size_t n)
{
	char *text = SR_NEW(&doc->mem, char, 4096);
	uint32_t at = 0;

	for (size_t i = 0; i < n; i++) {
		struct sr_str l = sr_str_of(line[i]), rest = l;
		struct sr_str form = sr_str_cut(&rest, ' ');
		memcpy(text + at, form.s, form.n);
		tree_token(doc, kit, l, at);
		at += (uint32_t)form.n;
		text[at++] = ' ';
	}
	doc->report.text = (struct sr_str){ text, at };
	struct sr_sentence *s = SR_PUSH(&doc->mem, &doc->sentences);
	*s = (struct sr_sentence){ .to = (uint32_t)n,
		                   .at = { 0, at },
		                   .repeat_of = SR_NONE,
		                   .parsed = true };
}

#endif
