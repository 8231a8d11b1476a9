/* What people decided about incidents: pairs of claims, by their keys, that are
 * of one happening (must) or are not (cannot). Keys that are not there don't
 * matter. Each pair stands once, by what was decided last, a before b, in
 * order. A merge of several claims is its first with each other one, a split
 * all pairs across it; where merges would join what a split holds apart, the
 * split wins. */
#ifndef SR_MODEL_LINK_H
#define SR_MODEL_LINK_H

#include "sitrep.h"

struct sr_link {
	struct sr_str a, b;
};

struct sr_links {
	const struct sr_link *must, *cannot;
	size_t nmust, ncannot;
};

#endif
