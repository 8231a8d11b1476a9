/* What sort of thing a number counts, by data/lexicon/things.tsv. */
#ifndef SR_BRIEF_THING_H
#define SR_BRIEF_THING_H

#include "kit/kit.h"

enum sr_thing {
	SR_THING_OTHER,
	SR_THING_GROUND, /* places, land */
	SR_THING_ARMS,	 /* what is fired: shells, rockets, mines */
};

enum sr_thing sr_counted_thing(const struct sr_kit *kit, struct sr_str unit);

#endif
