/* See outline.h. */
#include "draw/outline.h"

#include <string.h>

struct stretch {
	uint32_t from, to;
};

/* The square of the distance of p from the piece a-b. */
static double off_line(struct sr_xy p, struct sr_xy a, struct sr_xy b)
{
	double dx = b.x - a.x, dy = b.y - a.y;
	double length = dx * dx + dy * dy, t = 0;

	if (length > 0)
		t = ((p.x - a.x) * dx + (p.y - a.y) * dy) / length;
	t = t < 0 ? 0 : t > 1 ? 1 : t;
	dx = p.x - (a.x + t * dx);
	dy = p.y - (a.y + t * dy);
	return dx * dx + dy * dy;
}

/* The point of a stretch that is farthest off its chord. */
static uint32_t farthest(const struct sr_xy *p, struct stretch s, double *most)
{
	uint32_t at = s.from;

	*most = 0;
	for (uint32_t i = s.from + 1; i < s.to; i++) {
		double off = off_line(p[i], p[s.from], p[s.to]);
		if (off > *most) {
			*most = off;
			at = i;
		}
	}
	return at;
}

size_t sr_thin(struct sr_xy *p, size_t n, double tolerance,
	       struct sr_arena *mem)
{
	bool *keep = SR_NEW(mem, bool, n);
	struct stretch *todo = SR_NEW(mem, struct stretch, n);
	size_t ntodo = 0, left = 0;
	double most;

	if (n < 3 || !keep || !todo)
		return n;
	keep[0] = keep[n - 1] = true;
	todo[ntodo++] = (struct stretch){ 0, (uint32_t)(n - 1) };
	bool ring = p[0].x == p[n - 1].x && p[0].y == p[n - 1].y;
	while (ntodo) {
		struct stretch s = todo[--ntodo];
		uint32_t at = farthest(p, s, &most);
		bool whole = ring && s.from == 0 && s.to == n - 1;
		if (at == s.from || (!whole && most <= tolerance * tolerance))
			continue;
		keep[at] = true;
		todo[ntodo++] = (struct stretch){ s.from, at };
		todo[ntodo++] = (struct stretch){ at, s.to };
	}
	for (size_t i = 0; i < n; i++)
		if (keep[i])
			p[left++] = p[i];
	return left;
}

/* How far p lies inside of the k-th side of a box. */
static double inside(struct sr_xy p, const struct sr_box *box, int side)
{
	switch (side) {
	case 0:
		return p.x - box->x0;
	case 1:
		return box->x1 - p.x;
	case 2:
		return p.y - box->y0;
	default:
		return box->y1 - p.y;
	}
}

/* Where a-b meets the side; exactly on it, and the same for b-a. */
static struct sr_xy meeting(struct sr_xy a, struct sr_xy b,
			    const struct sr_box *box, int side)
{
	if (a.x > b.x || (a.x == b.x && a.y > b.y)) {
		struct sr_xy swap = a;
		a = b;
		b = swap;
	}
	double da = inside(a, box, side), db = inside(b, box, side);
	double t = da / (da - db);
	struct sr_xy m = { a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };

	if (side < 2)
		m.x = side ? box->x1 : box->x0;
	else
		m.y = side == 3 ? box->y1 : box->y0;
	return m;
}

static bool put(struct sr_arena *mem, struct sr_outline *out, struct sr_xy p)
{
	struct sr_xy *to = SR_PUSH(mem, &out->items);

	if (to)
		*to = p;
	return to;
}

static bool cut_side(const struct sr_xy *p, size_t n, const struct sr_box *box,
		     int side, struct sr_arena *mem, struct sr_outline *out)
{
	out->items.nitem = 0;
	for (size_t i = 0; i < n; i++) {
		struct sr_xy a = p[i ? i - 1 : n - 1], b = p[i];
		bool a_in = inside(a, box, side) >= 0;
		bool b_in = inside(b, box, side) >= 0;
		if (a_in != b_in &&
		    !put(mem, out, meeting(a, b, box, side)))
			return false;
		if (b_in && !put(mem, out, b))
			return false;
	}
	return true;
}

bool sr_clip_ring(const struct sr_xy *p, size_t n, const struct sr_box *box,
		  struct sr_arena *mem, struct sr_outline *out,
		  struct sr_outline *spare)
{
	if (n > 1 && p[0].x == p[n - 1].x && p[0].y == p[n - 1].y)
		n--;
	if (!cut_side(p, n, box, 0, mem, out))
		return false;
	for (int side = 1; side < 4; side++) {
		struct sr_outline swap = *spare;
		*spare = *out;
		*out = swap;
		if (!cut_side(spare->items.items, spare->items.nitem, box, side,
			      mem, out))
			return false;
	}
	return true;
}

bool sr_clip_piece(struct sr_xy *a, struct sr_xy *b, const struct sr_box *box)
{
	for (int side = 0; side < 4; side++) {
		bool a_in = inside(*a, box, side) >= 0;
		bool b_in = inside(*b, box, side) >= 0;
		if (!a_in && !b_in)
			return false;
		if (!a_in)
			*a = meeting(*a, *b, box, side);
		else if (!b_in)
			*b = meeting(*a, *b, box, side);
	}
	return true;
}
