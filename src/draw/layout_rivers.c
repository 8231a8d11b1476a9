/* Names of rivers, set along them letter by letter: where a river runs long and
 * straight enough and nothing stands. Once a river. */
#include <math.h>

#include "base/utf8.h"
#include "draw/terrain.h"
#include "draw/layout.h"

#define STEP 4.0       /* page units between points of the path */
#define TRY 6	       /* steps between two tries */
#define MOST_TURN 0.35 /* radians between two letters */
#define MOST_BEND 1.1  /* between the first and any other */
#define LIFT 2.5       /* of the base line above the river */
#define MOST_LETTERS 40
#define MOST_RIVERS 40

struct river {
	const struct sr_map_kit *kit;
	struct sr_layout *l;
	struct sr_outline path;	 /* every STEP */
	double width[MOST_LETTERS];
	uint32_t end[MOST_LETTERS];
	size_t nletter;
	double length, height;
	struct sr_str name;
};

static bool measure(struct river *r)
{
	const struct sr_measure *m = &r->kit->measure;
	const char *at = r->name.s, *stop = sr_str_end(r->name);
	double before = 0;

	r->nletter = 0;
	while (at < stop) {
		if (r->nletter == MOST_LETTERS)
			return false;
		sr_utf8_next(&at, stop);
		struct sr_str part = { r->name.s, (size_t)(at - r->name.s) };
		struct sr_size s = m->size(m->user, SR_TEXT_RIVER, part, 0);
		r->end[r->nletter] = (uint32_t)part.n;
		r->width[r->nletter++] = s.width - before;
		before = s.width;
		r->height = s.height;
	}
	r->length = before;
	return r->nletter > 1;
}

/* The point so far along the path from point `from`. */
static struct sr_xy along(const struct river *r, size_t from, double far)
{
	double steps = (double)from + far / STEP;
	size_t i = (size_t)steps;
	const struct sr_xy *p = r->path.items.items;

	if (i + 1 >= r->path.items.nitem)
		return p[r->path.items.nitem - 1];
	double part = steps - (double)i;
	return (struct sr_xy){ p[i].x + part * (p[i + 1].x - p[i].x),
			       p[i].y + part * (p[i + 1].y - p[i].y) };
}

static double turned(double from, double to)
{
	double d = to - from;

	while (d > 3.141592653589793)
		d -= 6.283185307179586;
	while (d < -3.141592653589793)
		d += 6.283185307179586;
	return d < 0 ? -d : d;
}

/* Sets the name from that point on; backwards where the river runs to the
 * left. False where it would bend too much or meet something. */
static bool set(const struct river *r, size_t from, struct sr_letter *out,
		double *bend)
{
	struct sr_xy a = along(r, from, 0), z = along(r, from, r->length);
	bool back = z.x < a.x;
	double at = 0, first = 0, before = 0;

	*bend = 0;
	for (size_t i = 0; i < r->nletter; i++) {
		double w = r->width[i];
		double s = back ? r->length - at : at;
		struct sr_xy p = along(r, from, s);
		struct sr_xy q = along(r, from, back ? s - w : s + w);
		double turn = sr_atan2(q.y - p.y, q.x - p.x);
		if (i && (turned(before, turn) > MOST_TURN ||
			  turned(first, turn) > MOST_BEND))
			return false;
		*bend += i ? turned(before, turn) : 0;
		first = i ? first : turn;
		before = turn;
		double nx = sr_sin(turn), ny = -sr_cos(turn);
		out[i] = (struct sr_letter){
			.text = { r->name.s + (i ? r->end[i - 1] : 0),
				  r->end[i] - (i ? r->end[i - 1] : 0) },
			.at = { (p.x + q.x) / 2 + nx * LIFT,
				(p.y + q.y) / 2 + ny * LIFT },
			.turn = turn
		};
		struct sr_xy c = { out[i].at.x + nx * r->height * 0.28,
				   out[i].at.y + ny * r->height * 0.28 };
		double half = r->height * 0.42;
		struct sr_box box = { c.x - half, c.y - half, c.x + half,
				      c.y + half };
		if (!sr_is_free(&r->l->taken, &box))
			return false;
		at += w;
	}
	return true;
}

static bool take_letters(const struct river *r, const struct sr_letter *letter)
{
	for (size_t i = 0; i < r->nletter; i++) {
		struct sr_letter *to = SR_PUSH(r->kit->mem, &r->l->letters);
		double half = r->height * 0.5;
		struct sr_box box = { letter[i].at.x - half,
				      letter[i].at.y - half,
				      letter[i].at.x + half,
				      letter[i].at.y + half };
		if (!to || !sr_take(r->kit->mem, &r->l->taken, &box))
			return false;
		*to = letter[i];
	}
	return true;
}

/* The straightest stretch of the path. */
static bool name_path(const struct river *r, bool *done)
{
	struct sr_letter best[MOST_LETTERS], letter[MOST_LETTERS];
	double least = 1e9, bend;
	size_t need = (size_t)(r->length / STEP) + 2;

	for (size_t i = 0; i + need < r->path.items.nitem; i += TRY) {
		if (!set(r, i, letter, &bend) || bend >= least)
			continue;
		least = bend;
		memcpy(best, letter, r->nletter * sizeof(*best));
	}
	*done = least < 1e9;
	return !*done || take_letters(r, best);
}

/* Lengthens the path by a piece, a point every STEP. */
static bool go_on(struct river *r, struct sr_xy to)
{
	struct sr_outline *path = &r->path;
	struct sr_xy at = path->items.items[path->items.nitem - 1];

	for (;;) {
		double x = to.x - at.x, y = to.y - at.y;
		double far = sqrt(x * x + y * y);
		if (far < STEP)
			return true;
		at.x += x / far * STEP;
		at.y += y / far * STEP;
		struct sr_xy *p = SR_PUSH(r->kit->mem, &path->items);
		if (!p)
			return false;
		*p = at;
	}
}

static bool begin(struct river *r, struct sr_xy at)
{
	r->path.items.nitem = 0;
	struct sr_xy *p = SR_PUSH(r->kit->mem, &r->path.items);

	if (p)
		*p = at;
	return p;
}

/* All strips of one line from strip i on; *i moves behind them. */
static bool name_line(struct river *r, const struct sr_terrain *g,
		      const struct sr_strip *s, size_t n, size_t *i)
{
	const struct sr_box *f = &r->l->frame;
	uint32_t line = s[*i].line;
	bool done = false, open = false, good = true;

	for (; *i < n && s[*i].line == line; ++*i) {
		for (uint32_t k = 0; good && !done && k < s[*i].npoint; k++) {
			struct sr_xy at = sr_terrain_point(g, &s[*i], k);
			bool in = at.x > f->x0 + 14 && at.x < f->x1 - 14 &&
				  at.y > f->y0 + 14 && at.y < f->y1 - 14;
			if (in && open)
				good = go_on(r, at);
			else if (in)
				good = begin(r, at);
			else if (open)
				good = name_path(r, &done);
			open = in;
		}
	}
	if (good && open && !done)
		good = name_path(r, &done);
	if (!done)
		r->name.n = 0; /* another line of that name may do */
	return good;
}

static bool was_named(const struct sr_str *named, size_t n, struct sr_str name)
{
	for (size_t i = 0; i < n; i++)
		if (sr_str_equal(named[i], name))
			return true;
	return false;
}

bool sr_layout_rivers(const struct sr_map_kit *kit, struct sr_layout *l)
{
	struct river r = { .kit = kit, .l = l };
	struct sr_terrain g = { .base = kit->base,
			       .projection = l->projection,
			       .page = l->frame,
			       .line = 1 };
	struct sr_str named[MOST_RIVERS];
	size_t n = 0, nnamed = 0;

	if (!kit->base)
		return true;
	sr_terrain_ready(&g);
	const struct sr_strip *s =
		sr_base_strips(kit->base, g.level, SR_BASE_RIVER, &n);
	for (size_t i = 0; i < n && nnamed < MOST_RIVERS;) {
		r.name = sr_base_name(kit->base, s[i].name);
		if (!r.name.n || s[i].rank > sr_terrain_ranks(&g) ||
		    !sr_strip_meets(&g, &s[i]) ||
		    was_named(named, nnamed, r.name) || !measure(&r)) {
			i++;
			continue;
		}
		if (!name_line(&r, &g, s, n, &i))
			return false;
		if (r.name.n)
			named[nnamed++] = r.name;
	}
	return true;
}
