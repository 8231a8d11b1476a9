/* Elements with very many attributes, looked for before markup is parsed:
 * libxml2 compares each attribute with all that stand before it, so that a
 * page of one element with a million of them would take an hour. */
#ifndef SR_INTAKE_TAGS_H
#define SR_INTAKE_TAGS_H

#include <stdbool.h>

#include "base/str.h"

struct sr_tags {
	bool xml; /* given: it has CDATA, and no scripts */
	unsigned char state;
	char quote;
	unsigned name, found; /* bytes of a script's name, of what ends it */
	unsigned n; /* attributes of the element that we are in */
};

/* Goes on through markup that begins as zeros but for `xml`. False: an element
 * has more than SR_MAX_ATTRIBUTES. */
bool sr_tags_go_on(struct sr_tags *tags, struct sr_str bytes);

/* All of it. */
bool sr_tags_are_few(struct sr_str markup, bool xml);

#endif
