/* What the name of a military unit says: "64th Guards Motor Rifle Brigade of
 * the 35th Combined Arms Army". Rows are those of data/actors; strings are
 * borrowed from the words that were read. kit/unit.h reads and writes it. */
#ifndef SR_MODEL_UNIT_H
#define SR_MODEL_UNIT_H

#include "sitrep.h"

/* How the number is written. */
enum sr_unit_style {
	SR_UNIT_ORDINAL, /* "93rd Brigade", "Third Army" */
	SR_UNIT_ROMAN,	 /* "III Corps" */
	SR_UNIT_PLAIN,	 /* "40 Commando", "Brigade 313" */
};

#define SR_UNIT_ARMS 4

struct sr_unit {
	int32_t number;	  /* 0: none */
	uint8_t style;	  /* enum sr_unit_style, of the number */
	uint8_t narm;
	uint32_t echelon; /* row of echelons.tsv; UINT32_MAX: "101st Airborne" */
	uint32_t arm[SR_UNIT_ARMS]; /* of branches.tsv, in the name's order */
	struct sr_str nick;   /* "Kholodnyi Yar", "Golani"; may be empty */
	struct sr_str parent; /* name of the unit that it is of; may be empty */
};

#endif
