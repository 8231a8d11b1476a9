/* What parsers get wrong in reports of war, seen from the tree alone: objects
 * behind the words of a bound, past tenses taken for participles. Walking
 * (walk.c) asks here before it believes a relation. */
#ifndef SR_ANNOTATE_MISREAD_H
#define SR_ANNOTATE_MISREAD_H

#include "annotate/walk.h"

/* Without an auxiliary and with an object a verb is in the simple past, though
 * its subject is called that of a passive. */
bool sr_has_object_alone(const struct sr_tree *t, uint32_t i);

/* The adjunct of a verb without an object that is its object; SR_NONE. */
uint32_t sr_bare_object(const struct sr_tree *t, uint32_t i);

/* "With the road cut", "with troops either dead or captured": the noun of the
 * phrase that a participle follows, parsed as two adjuncts; SR_NONE. */
uint32_t sr_absolute_subject(const struct sr_tree *t, uint32_t i);

/* "Killed, wounded or captured nine men": the object of the verbs that stand
 * side by side, whichever of them the tree gives it to; SR_NONE. */
uint32_t sr_shared_object(const struct sr_tree *t, uint32_t i);

/* An auxiliary or an agent that only a passive has. */
static inline bool sr_has_passive_mark(const struct sr_tree *t, uint32_t i)
{
	return t->rels[i] & (SR_REL_BIT(SR_REL_AUX_PASS) |
			     SR_REL_BIT(SR_REL_OBL_AGENT));
}

#endif
