/* Changes of hands, for their section and for the key points. */
#ifndef SR_BRIEF_CHANGES_H
#define SR_BRIEF_CHANGES_H

#include "brief/work.h"

struct sr_change {
	const struct sr_place_slot *place;
	const struct sr_spell *spell, *prev; /* prev: NULL for the first */
	size_t index;	  /* of the spell, at its place */
	const char *verb; /* id of a phrase */
	struct sr_str holder, rival, before; /* sides; may be empty */
	uint32_t nreport;
};

/* Those of the days of the report, in order; *n of them. */
struct sr_change *sr_changes_find(struct sr_briefing *b, size_t *n);

/* Taken or taken back, rather than left, held, contested? */
bool sr_change_is_gain(const char *verb);

/* What a spell rests on, or who denies it. */
void sr_change_cite(struct sr_briefing *b, struct sr_brief_text *t,
		    const struct sr_spell *s, bool denials);

#endif
