/* Where labels stand: each at the first of some positions around its point at
 * which it overlaps nothing; the important ones choose first (J. Christensen,
 * J. Marks, S. Shieber, ACM TOG 14, 1995: greedy is within some per cent of
 * better ways where the map is not full). 500 labels, 20 positions each. */
#ifndef SR_DRAW_LABEL_H
#define SR_DRAW_LABEL_H

#include "draw/outline.h"

/* What is taken: boxes that may not be overlapped. */
struct sr_taken {
	SR_LIST(struct sr_box) items;
};

/* Does the box overlap none of them? */
bool sr_is_free(const struct sr_taken *taken, const struct sr_box *box);

bool sr_take(struct sr_arena *mem, struct sr_taken *taken,
	     const struct sr_box *box);

struct sr_spotted {
	struct sr_xy at;	      /* its point */
	double gap;		      /* from the point to the label at least */
	double width, height;
	bool far;		      /* also farther off, with a line to it */
	bool centre;		      /* only amid its point, or near that */
};

/* The box of a label that overlaps nothing and lies in the frame; *far: it needs
 * a line to its point. False if there is no such place. It is not taken yet. */
bool sr_label_place(const struct sr_spotted *label,
		    const struct sr_taken *taken, const struct sr_box *frame,
		    struct sr_box *out, bool *far);

#endif
