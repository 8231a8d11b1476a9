/* The colours of all that is no side: ground, lines, words. */
#ifndef SR_DRAW_THEME_H
#define SR_DRAW_THEME_H

#include "draw/palette.h"

struct sr_theme {
	bool dark;
	struct sr_colour sea, land, shore, river, province, border;
	struct sr_colour text, quiet; /* words of the ledger, of the ground */
	struct sr_colour water_text;
	struct sr_colour halo;	/* behind words upon the ground */
	struct sr_colour paper; /* of legend and title */
	struct sr_colour rule;	/* fine lines of the legend */
	struct sr_colour alarm; /* sieges, incidents */
	struct sr_colour edge;	/* round symbols */
};

const struct sr_theme *sr_theme(bool dark);

static inline struct sr_colour sr_paint_colour(const struct sr_theme *t,
					       const struct sr_paint *p)
{
	return t->dark ? p->dark : p->light;
}

/* So many thousandths of b in a. */
struct sr_colour sr_colour_mix(struct sr_colour a, struct sr_colour b,
			       unsigned milli);

#endif
