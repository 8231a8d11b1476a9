/* Which ground a map shows: what it has to show with a margin, without what lies
 * far off all else, or what was asked for. */
#ifndef SR_DRAW_EXTENT_H
#define SR_DRAW_EXTENT_H

#include "draw/project.h"

struct sr_reach {
	struct sr_point at;
	double km; /* around it */
	bool left_out; /* set by sr_extent_fit */
};

/* Marks those of n > 0 points that lie so far off the others that a map of all
 * would show neither: farther from the middle than four times what four in five
 * are, and 250 km. Gives how many; never all. Scratch of `mem`; 0 when it is
 * full. */
size_t sr_extent_trim(struct sr_reach *reach, size_t n, struct sr_arena *mem);

/* The projection that shows all of n > 0 points but those left out in the
 * frame, with that margin on the page, and no less than `least` km across. */
struct sr_projection sr_extent_fit(const struct sr_reach *reach, size_t n,
				   const struct sr_box *frame, double margin,
				   double least);

/* "west,south,east,north" in degrees; west may be above east, then the box goes
 * over the line where 180 is -180. False if it is none. */
bool sr_extent_read(struct sr_str text, struct sr_box *box);

/* The corners and sides of such a box. */
#define SR_EXTENT_POINTS 16
void sr_extent_of_box(const struct sr_box *box,
		      struct sr_reach out[SR_EXTENT_POINTS]);

#endif
