/* Looking parties up; see party.h. */
#include "ontology.h"
#include "resolve/party.h"

#define MOST_BACK 12 /* tokens that a word may stand before its noun */

const struct sr_party *sr_party_headed(const struct sr_doc *doc, uint32_t token)
{
	if (token >= doc->tokens.nitem ||
	    doc->tokens.items[token].party == SR_NONE)
		return NULL;
	const struct sr_party *p =
		&doc->parties.items[doc->tokens.items[token].party];
	return p->m.head == token ? p : NULL;
}

const struct sr_party *sr_party_of_noun(const struct sr_doc *doc, uint32_t noun)
{
	const struct sr_party *p = sr_party_headed(doc, noun), *owner = NULL;

	if (p || noun >= doc->tokens.nitem)
		return p;
	uint32_t stop = noun > MOST_BACK ? noun - MOST_BACK : 0;
	for (uint32_t i = noun; i-- > stop;) {
		const struct sr_token *t = &doc->tokens.items[i];
		p = t->head == noun ? sr_party_headed(doc, i) : NULL;
		if (!p)
			continue;
		if (t->deprel == SR_REL_AMOD || t->deprel == SR_REL_COMPOUND)
			return p;
		if (t->deprel == SR_REL_NMOD_POSS && !owner)
			owner = p;
	}
	return owner;
}

const struct sr_party *sr_party_first(const struct sr_doc *doc, uint32_t entity)
{
	for (size_t i = 0; i < doc->parties.nitem; i++)
		if (doc->parties.items[i].entity == entity)
			return &doc->parties.items[i];
	return NULL;
}
