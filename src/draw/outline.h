/* Lines and rings in a plane: made of fewer points (D. H. Douglas and
 * T. K. Peucker, Cartographica 10, 1973), cut at the sides of a box
 * (I. E. Sutherland and G. W. Hodgman, CACM 17, 1974). */
#ifndef SR_DRAW_OUTLINE_H
#define SR_DRAW_OUTLINE_H

#include "base/arena.h"
#include "base/list.h"

struct sr_xy {
	double x, y;
};

struct sr_box {
	double x0, y0, x1, y1; /* x0 <= x1, y0 <= y1 */
};

struct sr_outline {
	SR_LIST(struct sr_xy) items;
};

static inline bool sr_box_meet(const struct sr_box *a, const struct sr_box *b)
{
	return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 &&
	       b->y0 < a->y1;
}

static inline bool sr_box_has(const struct sr_box *b, struct sr_xy p)
{
	return p.x >= b->x0 && p.x <= b->x1 && p.y >= b->y0 && p.y <= b->y1;
}

/* Keeps those of n points from which a line must not be farther than
 * `tolerance`; the first and the last stay. Gives how many are left, at the
 * front of p; n where `mem` is full. A ring, whose ends are one point, is first
 * parted at the point farthest from them. */
size_t sr_thin(struct sr_xy *p, size_t n, double tolerance,
	       struct sr_arena *mem);

/* What of a ring lies in the box: one ring, which may touch itself at the box's
 * sides, good to be filled. Its last point is not its first. `out` is emptied
 * first; `spare` is room. False when `mem` is full. */
bool sr_clip_ring(const struct sr_xy *p, size_t n, const struct sr_box *box,
		  struct sr_arena *mem, struct sr_outline *out,
		  struct sr_outline *spare);

/* The part of the piece a-b in the box; false if there is none. */
bool sr_clip_piece(struct sr_xy *a, struct sr_xy *b, const struct sr_box *box);

#endif
