/* See terrain.h. Rings and lines are cut at the page before Cairo sees them: an
 * SVG of the whole world would have 16 MB, and Cairo's coordinates end at 8
 * million. The rings of one layer are one path, so that no seam is seen where
 * two cells of the grid meet. */
#include "draw/terrain.h"

#define EDGE_STEPS 91 /* points of half the world's edge */
#define MARGIN 24.0 /* page units around what is drawn */

struct layer {
	enum sr_base_layer layer;
	uint16_t from, to; /* ranks, both included */
	struct sr_colour colour;
	double width;
	double dash[2];
};

void sr_set_colour(cairo_t *cr, struct sr_colour c, double alpha)
{
	cairo_set_source_rgba(cr, c.r / 255.0, c.g / 255.0, c.b / 255.0, alpha);
}

static int32_t fine(double degrees)
{
	double v = degrees * SR_BASE_DEGREE;

	return v > 1800000000	 ? 1800000000
	       : v < -1800000000 ? -1800000000
				 : (int32_t)v;
}

void sr_terrain_ready(struct sr_terrain *g)
{
	g->cut = (struct sr_box){ g->page.x0 - MARGIN, g->page.y0 - MARGIN,
				  g->page.x1 + MARGIN, g->page.y1 + MARGIN };
	struct sr_box d = sr_page_degrees(&g->projection, &g->cut);

	g->level = sr_base_level(g->base,
				 sr_terrain_degrees(g) * g->line * 0.9);
	g->nbox = 1;
	g->box[0] = (struct sr_terrain_box){ fine(d.x0), fine(d.y0), fine(d.x1),
					    fine(d.y1) };
	if (d.x1 > 180 || d.x0 < -180) {
		double turn = d.x1 > 180 ? -360 : 360;
		g->box[g->nbox] = g->box[0];
		g->box[g->nbox].west = fine(d.x0 + turn);
		g->box[g->nbox++].east = fine(d.x1 + turn);
	}
}

double sr_terrain_degrees(const struct sr_terrain *g)
{
	return 57.29577951308232 / g->projection.scale;
}

struct sr_xy sr_terrain_point(const struct sr_terrain *g,
			     const struct sr_strip *s, uint32_t i)
{
	const int32_t *p = g->base->point + (size_t)(s->point + i) * 2;

	return sr_project(&g->projection,
			  (struct sr_point){ p[1] / SR_BASE_DEGREE,
					     p[0] / SR_BASE_DEGREE });
}

static enum sr_code fill(cairo_t *cr, const struct sr_terrain *g,
			 enum sr_base_layer layer, struct sr_arena *mem,
			 struct sr_err *err)
{
	struct sr_outline ring = { .items = { 0 } }, in = ring, spare = ring;
	size_t n;
	const struct sr_strip *s =
		sr_base_strips(g->base, g->level, layer, &n);

	for (size_t i = 0; i < n; i++) {
		if (!sr_strip_meets(g, &s[i]))
			continue;
		ring.items.nitem = 0;
		for (uint32_t k = 0; k < s[i].npoint; k++) {
			struct sr_xy *to = SR_PUSH(mem, &ring.items);
			if (!to)
				return sr_fail_nomem(err, "base map");
			*to = sr_terrain_point(g, &s[i], k);
		}
		if (!sr_clip_ring(ring.items.items, ring.items.nitem, &g->cut,
				  mem, &in, &spare))
			return sr_fail_nomem(err, "base map");
		for (size_t k = 0; k < in.items.nitem; k++)
			cairo_line_to(cr, in.items.items[k].x,
				      in.items.items[k].y);
		if (in.items.nitem) /* which leaves a point to go on from */
			cairo_close_path(cr);
		cairo_new_sub_path(cr);
	}
	cairo_fill(cr);
	return SR_OK;
}

/* One strip, cut at the page; *end is where the path stands. */
static void trace(cairo_t *cr, const struct sr_terrain *g,
		  const struct sr_strip *s, struct sr_xy *end)
{
	struct sr_xy before = sr_terrain_point(g, s, 0);

	for (uint32_t k = 1; k < s->npoint; k++) {
		struct sr_xy here = sr_terrain_point(g, s, k);
		struct sr_xy a = before, b = here;
		double far = here.x > before.x ? here.x - before.x
					       : before.x - here.x;
		before = here;
		/* Not from one side of the world to the other. */
		if (g->projection.kind == SR_PROJECT_EARTH &&
		    far > (g->page.x1 - g->page.x0) / 2)
			continue;
		if (!g->tile && !sr_clip_piece(&a, &b, &g->cut))
			continue;
		if (a.x != end->x || a.y != end->y)
			cairo_move_to(cr, a.x, a.y);
		cairo_line_to(cr, b.x, b.y);
		*end = b;
	}
}

static void stroke(cairo_t *cr, const struct sr_terrain *g,
		   const struct layer *l)
{
	struct sr_xy end = { -1e9, -1e9 };
	size_t n;
	const struct sr_strip *s =
		sr_base_strips(g->base, g->level, l->layer, &n);

	for (size_t i = 0; i < n; i++) {
		if (s[i].rank < l->from || s[i].rank > l->to ||
		    !sr_strip_meets(g, &s[i]))
			continue;
		if (g->tile)
			end.x = -1e9;
		trace(cr, g, &s[i], &end);
	}
	double dash[2] = { l->dash[0] * g->line, l->dash[1] * g->line };
	cairo_set_dash(cr, dash, l->dash[0] > 0 ? 2 : 0, 0);
	cairo_set_line_width(cr, l->width * g->line);
	sr_set_colour(cr, l->colour, 1);
	cairo_stroke(cr);
	cairo_set_dash(cr, NULL, 0, 0);
}

/* Which provinces and rivers are drawn at so many kilometres of a line's
 * width: all within reach, few of the world. */
static uint16_t ranks_of(double km)
{
	return km < 1 ? 12 : km < 2.5 ? 8 : km < 5 ? 6 : km < 10 ? 4 : 2;
}

static double km_of(const struct sr_terrain *g)
{
	return sr_terrain_degrees(g) * g->line * 111;
}

uint16_t sr_terrain_ranks(const struct sr_terrain *g)
{
	return ranks_of(km_of(g));
}

static void lines(cairo_t *cr, const struct sr_terrain *g,
		  const struct sr_theme *t)
{
	double km = km_of(g);
	uint16_t ranks = ranks_of(km);
	double wide = km < 0.15 ? 1.7 : km < 0.6 ? 1.3 : km < 3 ? 0.9 : 0.6;
	struct layer layer[] = {
		{ SR_BASE_RIVER, 0, (uint16_t)(ranks / 2), t->river,
		  wide * 1.25, { 0, 0 } },
		{ SR_BASE_RIVER, (uint16_t)(ranks / 2 + 1), ranks, t->river,
		  wide * 0.8, { 0, 0 } },
		{ SR_BASE_SHORE, 0, UINT16_MAX, t->shore, 0.7, { 0, 0 } },
		{ SR_BASE_PROVINCE, 0, ranks, t->province,
		  km < 1 ? 1.0 : 0.7, { 0, 0 } },
		{ SR_BASE_BORDER, SR_BORDER_PLAIN, SR_BORDER_PLAIN, t->border,
		  km < 3 ? 1.5 : 0.9, { 0, 0 } },
		{ SR_BASE_BORDER, SR_BORDER_DISPUTED, SR_BORDER_DISPUTED,
		  t->border, km < 3 ? 1.3 : 0.8, { 5, 3.5 } },
	};

	cairo_set_line_join(cr, CAIRO_LINE_JOIN_BEVEL);
	cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
	for (size_t i = 0; i < sizeof(layer) / sizeof(*layer); i++)
		if (km < 12 || layer[i].layer != SR_BASE_PROVINCE)
			stroke(cr, g, &layer[i]);
}

/* The world as Equal Earth has it, between its edges; paper beyond. */
static void clip_globe(cairo_t *cr, const struct sr_terrain *g,
		       const struct sr_theme *t)
{
	double lon = g->projection.centre.lon;

	sr_set_colour(cr, t->paper, 1);
	cairo_paint(cr);
	for (int i = 0; i < 2 * EDGE_STEPS; i++) {
		bool up = i < EDGE_STEPS;
		double part = (double)(i % EDGE_STEPS) / (EDGE_STEPS - 1);
		double lat = up ? -90 + 180 * part : 90 - 180 * part;
		struct sr_xy at = sr_project(
			&g->projection,
			(struct sr_point){ lat, lon + (up ? 179.9999
							  : -179.9999) });
		cairo_line_to(cr, at.x, at.y);
	}
	cairo_close_path(cr);
	cairo_clip_preserve(cr);
	sr_set_colour(cr, t->shore, 1);
	cairo_set_line_width(cr, 1.6);
	cairo_stroke(cr);
}

enum sr_code sr_terrain_draw(cairo_t *cr, const struct sr_terrain *g,
			    const struct sr_theme *theme, struct sr_arena *mem,
			    struct sr_err *err)
{
	const struct sr_box *p = &g->page;

	cairo_save(cr);
	cairo_rectangle(cr, p->x0, p->y0, p->x1 - p->x0, p->y1 - p->y0);
	cairo_clip(cr);
	if (g->projection.kind == SR_PROJECT_EARTH)
		clip_globe(cr, g, theme);
	sr_set_colour(cr, theme->sea, 1);
	cairo_paint(cr);
	cairo_set_fill_rule(cr, CAIRO_FILL_RULE_WINDING);
	sr_set_colour(cr, theme->land, 1);
	enum sr_code code = fill(cr, g, SR_BASE_LAND, mem, err);
	sr_set_colour(cr, theme->sea, 1);
	if (!code)
		code = fill(cr, g, SR_BASE_WATER, mem, err);
	if (!code)
		lines(cr, g, theme);
	cairo_restore(cr);
	return code;
}
