/* Lines made thinner, rings and pieces cut at a box. */
#include "draw/outline.h"

#include "lib/check.h"

static struct sr_arena mem;

/* Twice the area of a ring, positive if it runs against the clock. */
static double area(const struct sr_xy *p, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++) {
		struct sr_xy a = p[i], b = p[i + 1 < n ? i + 1 : 0];
		sum += a.x * b.y - b.x * a.y;
	}
	return sum;
}

static void check_thin(void)
{
	struct sr_xy line[] = { { 0, 0 }, { 1, 0.01 }, { 2, 0 }, { 3, 1 },
				{ 4, 0 } };
	struct sr_xy ring[] = { { 0, 0 }, { 1, 0 }, { 2, 0 }, { 2, 2 },
				{ 0, 2 }, { 0, 0 } };
	size_t n = sr_thin(line, 5, 0.1, &mem);

	CHECK_INT(n, 4);
	CHECK(line[1].x == 2 && line[2].x == 3 && line[3].x == 4);
	CHECK_INT(sr_thin(ring, 6, 0.1, &mem), 5);
	CHECK(area(ring, 4) == 8);
}

static void check_clip(void)
{
	/* A square with a bite from the right. */
	static const struct sr_xy RING[] = { { 0, 0 }, { 10, 0 }, { 10, 4 },
					     { 5, 5 }, { 10, 6 }, { 10, 10 },
					     { 0, 10 }, { 0, 0 } };
	struct sr_outline out = { .items = { 0 } }, spare = out;
	struct sr_box box = { -1, -1, 11, 11 }, half = { 7, -1, 11, 11 },
		      off = { 20, 20, 30, 30 };

	CHECK(sr_clip_ring(RING, 8, &box, &mem, &out, &spare));
	CHECK_INT(out.items.nitem, 7);
	CHECK(sr_clip_ring(RING, 8, &half, &mem, &out, &spare));
	double two = area(out.items.items, out.items.nitem);
	CHECK(two > 51.59 && two < 51.61);
	CHECK(sr_clip_ring(RING, 8, &off, &mem, &out, &spare));
	CHECK_INT(out.items.nitem, 0);
}

static void check_piece(void)
{
	struct sr_box box = { 0, 0, 10, 10 };
	struct sr_xy a = { -5, 5 }, b = { 15, 5 }, c = { -5, 6 },
		     d = { 5, 16 };

	CHECK(sr_clip_piece(&a, &b, &box));
	CHECK(a.x == 0 && b.x == 10 && a.y == 5 && b.y == 5);
	CHECK(!sr_clip_piece(&c, &d, &box));
}

int main(void)
{
	sr_arena_init(&mem, 1 << 20);
	check_thin();
	check_clip();
	check_piece();
	sr_arena_release(&mem);
	return done();
}
