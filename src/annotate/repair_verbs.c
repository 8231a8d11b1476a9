/* "300 were killed and 150 taken prisoner": an object that stands right behind
 * the second of two verbs is that one's, though the net may give it to the
 * first. */
#include "annotate/repair.h"
#include "ontology.h"

static void nearer_verb(struct sr_token *t, uint32_t from, uint32_t i)
{
	uint32_t first = i, head = t[i].head;

	if (t[i].deprel != SR_REL_OBJ || head >= i)
		return;
	while (first > from && t[first - 1].head == i)
		first--;
	if (first <= head + 1)
		return;
	const struct sr_token *verb = &t[first - 1];
	if (verb->upos == SR_UPOS_VERB && verb->deprel == SR_REL_CONJ &&
	    verb->head == head)
		t[i].head = first - 1;
}

void sr_repair_verbs(struct sr_doc *doc, const struct sr_sentence *s)
{
	for (uint32_t i = s->from; i < s->to; i++)
		nearer_verb(doc->tokens.items, s->from, i);
}
