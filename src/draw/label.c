/* See label.h. */
#include "draw/label.h"

/* Which way the label lies from its point, best first: right, upper right,
 * lower right, left, ... as printed maps have it. */
static const struct {
	double x, y;
} WAY[] = {
	{ 1, 0 },     { 0.8, -0.8 }, { 0.8, 0.8 },   { -1, 0 },
	{ 0, -1 },    { 0, 1 },	     { -0.8, -0.8 }, { -0.8, 0.8 },
	{ 1, -0.45 }, { 1, 0.45 },   { -1, -0.45 },  { -1, 0.45 },
};

#define WAYS (sizeof(WAY) / sizeof(*WAY))

static const double FARTHER[] = { 16, 28, 42 };

bool sr_is_free(const struct sr_taken *taken, const struct sr_box *box)
{
	for (size_t i = 0; i < taken->items.nitem; i++)
		if (sr_box_meet(&taken->items.items[i], box))
			return false;
	return true;
}

bool sr_take(struct sr_arena *mem, struct sr_taken *taken,
	     const struct sr_box *box)
{
	struct sr_box *to = SR_PUSH(mem, &taken->items);

	if (to)
		*to = *box;
	return to;
}

/* The box at `away` from the point in the k-th way: beside it when that is to
 * a side, amid when above or below. */
static struct sr_box box_at(const struct sr_spotted *l, size_t k, double away)
{
	double x = l->at.x + WAY[k].x * away, y = l->at.y + WAY[k].y * away;

	if (WAY[k].x < 0)
		x -= l->width;
	else if (WAY[k].x == 0)
		x -= l->width / 2;
	if (WAY[k].y == 0)
		y -= l->height / 2;
	else if (WAY[k].y < 0)
		y -= l->height * (WAY[k].x == 0 ? 1.0 : 0.75);
	else if (WAY[k].x != 0)
		y -= l->height * 0.25;
	return (struct sr_box){ x, y, x + l->width, y + l->height };
}

static bool fits(const struct sr_box *box, const struct sr_taken *taken,
		 const struct sr_box *frame)
{
	return box->x0 >= frame->x0 && box->x1 <= frame->x1 &&
	       box->y0 >= frame->y0 && box->y1 <= frame->y1 &&
	       sr_is_free(taken, box);
}

/* Amid the point, or moved by steps of a third of its height. */
static bool place_centre(const struct sr_spotted *l,
			 const struct sr_taken *taken,
			 const struct sr_box *frame, struct sr_box *out)
{
	static const double UP[] = { 0, -1, 1, -2, 2, -3, 3 };

	for (size_t row = 0; row < 7; row++) {
		for (size_t column = 0; column < 5; column++) {
			double x = l->at.x - l->width / 2 +
				   UP[column] * l->width / 4;
			double y = l->at.y - l->height / 2 +
				   UP[row] * l->height * 0.8;
			*out = (struct sr_box){ x, y, x + l->width,
						y + l->height };
			if (fits(out, taken, frame))
				return true;
		}
	}
	return false;
}

bool sr_label_place(const struct sr_spotted *l, const struct sr_taken *taken,
		    const struct sr_box *frame, struct sr_box *out, bool *far)
{
	*far = false;
	if (l->centre)
		return place_centre(l, taken, frame, out);
	for (size_t k = 0; k < WAYS; k++) {
		*out = box_at(l, k, l->gap);
		if (fits(out, taken, frame))
			return true;
	}
	for (size_t i = 0; l->far && i < 3; i++) {
		for (size_t k = 0; k < WAYS; k++) {
			*out = box_at(l, k, l->gap + FARTHER[i]);
			*far = true;
			if (fits(out, taken, frame))
				return true;
		}
	}
	return false;
}
