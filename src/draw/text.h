/* Words on a map: their styles, how much room they take, and how they are
 * drawn. One font is asked for by name, so that a map is the same wherever it
 * is installed. */
#ifndef SR_DRAW_TEXT_H
#define SR_DRAW_TEXT_H

#include "base/str.h"

enum sr_style {
	SR_TEXT_TITLE,
	SR_TEXT_SUBTITLE,
	SR_TEXT_PLACE,	  /* of the ledger */
	SR_TEXT_DENSE,	  /* the same, where there are many */
	SR_TEXT_AREA,	  /* a region of the ledger */
	SR_TEXT_TOWN,	  /* of the ground, as the rest: */
	SR_TEXT_CAPITAL,
	SR_TEXT_PROVINCE,
	SR_TEXT_COUNTRY,
	SR_TEXT_RIVER,
	SR_TEXT_HEAD, /* of a part of the legend */
	SR_TEXT_LEGEND,
	SR_TEXT_SMALL,
	SR_TEXT_COUNT, /* how many, beside a symbol */
	SR_TEXT_STYLES
};

struct sr_size {
	double width, height;
};

/* What measures words: tests give one of their own. `width`: to be broken there
 * into lines; 0: one line. */
struct sr_measure {
	struct sr_size (*size)(void *user, enum sr_style style, struct sr_str s,
			       double width);
	void *user;
};

#endif
