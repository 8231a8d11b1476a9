/* See symbol.h. How a place is held is told by filling, never by colour alone:
 * assessed is full, claimed is a thick outline, contested is half and half,
 * changing is the old holder's shape in the outline of the new one, left is an
 * outline of dashes, assumed a thin outline with a point. */
#include "draw/symbol.h"

#include "base/geo.h"
#include "draw/terrain.h"

#define TURN 6.28318530717958647693

/* A polygon of n corners, the first at `first` turns from the top; every
 * second one at `inner` of the radius, if that is not 1. */
static void polygon(cairo_t *cr, const double at[3], int n, double first,
		    double inner)
{
	for (int i = 0; i < n; i++) {
		double a = TURN * (first + (double)i / n);
		double r = i % 2 ? at[2] * inner : at[2];
		cairo_line_to(cr, at[0] + r * sr_sin(a),
			      at[1] - r * sr_cos(a));
	}
	cairo_close_path(cr);
}

static void cross(cairo_t *cr, double x, double y, double r)
{
	static const int X[] = { -1, 1, 1, 3, 3, 1, 1, -1, -1, -3, -3, -1 };
	static const int Y[] = { -3, -3, -1, -1, 1, 1, 3, 3, 1, 1, -1, -1 };

	for (int i = 0; i < 12; i++)
		cairo_line_to(cr, x + X[i] * r / 2.7, y + Y[i] * r / 2.7);
	cairo_close_path(cr);
}

void sr_shape_path(cairo_t *cr, enum sr_shape shape, double x, double y,
		   double r)
{
	double at[3] = { x, y, r };

	cairo_new_sub_path(cr);
	switch (shape) {
	case SR_SHAPE_SQUARE:
		cairo_rectangle(cr, x - r * 0.89, y - r * 0.89, r * 1.78,
				r * 1.78);
		break;
	case SR_SHAPE_TRIANGLE:
		at[1] += r * 0.22;
		at[2] *= 1.3;
		polygon(cr, at, 3, 0, 1);
		break;
	case SR_SHAPE_DIAMOND:
		at[2] *= 1.25;
		polygon(cr, at, 4, 0, 1);
		break;
	case SR_SHAPE_DOWN:
		at[1] -= r * 0.22;
		at[2] *= 1.3;
		polygon(cr, at, 3, 0.5, 1);
		break;
	case SR_SHAPE_PENTAGON:
		at[2] *= 1.12;
		polygon(cr, at, 5, 0, 1);
		break;
	case SR_SHAPE_HEXAGON:
		at[2] *= 1.08;
		polygon(cr, at, 6, 0.25, 1);
		break;
	case SR_SHAPE_STAR:
		at[2] *= 1.38;
		polygon(cr, at, 10, 0, 0.48);
		break;
	case SR_SHAPE_CROSS:
		cross(cr, x, y, r * 1.02);
		break;
	case SR_SHAPE_CIRCLE:
	case SR_SHAPES:
	default:
		cairo_arc(cr, x, y, r, 0, TURN);
		break;
	}
}

/* A rim between the symbol and whatever is below it. */
static void rim(cairo_t *cr, const struct sr_symbol *s,
		const struct sr_theme *t, enum sr_shape shape, double r)
{
	sr_shape_path(cr, shape, s->x, s->y, r);
	sr_set_colour(cr, t->edge, 0.95);
	cairo_set_line_width(cr, 2.6);
	cairo_stroke(cr);
}

static void fill_and_line(cairo_t *cr, struct sr_colour fill,
			  struct sr_colour line, double width)
{
	sr_set_colour(cr, fill, 1);
	cairo_fill_preserve(cr);
	sr_set_colour(cr, line, 1);
	cairo_set_line_width(cr, width);
	cairo_stroke(cr);
}

static struct sr_colour darker(struct sr_colour c, const struct sr_theme *t)
{
	return sr_colour_mix(c, t->dark ? t->paper : t->text, 320);
}

/* Left half the holder's, right half the other's. */
static void halves(cairo_t *cr, const struct sr_symbol *s,
		   const struct sr_theme *t)
{
	for (int half = 0; half < 2; half++) {
		cairo_save(cr);
		cairo_rectangle(cr, half ? s->x : s->x - 3 * s->r,
				s->y - 3 * s->r, 3 * s->r, 6 * s->r);
		cairo_clip(cr);
		sr_shape_path(cr, half ? s->other_shape : s->shape, s->x, s->y,
			      s->r * 1.05);
		fill_and_line(cr, half ? s->other : s->colour, t->text, 1.1);
		cairo_restore(cr);
	}
	cairo_move_to(cr, s->x, s->y - s->r * 1.2);
	cairo_line_to(cr, s->x, s->y + s->r * 1.2);
	sr_set_colour(cr, t->text, 1);
	cairo_set_line_width(cr, 1.1);
	cairo_stroke(cr);
}

static void claimed(cairo_t *cr, const struct sr_symbol *s,
		    const struct sr_theme *t)
{
	sr_shape_path(cr, s->shape, s->x, s->y, s->r * 0.88);
	fill_and_line(cr, sr_colour_mix(s->colour, t->paper, 720), s->colour,
		      s->r * 0.44);
}

static void changing(cairo_t *cr, const struct sr_symbol *s,
		     const struct sr_theme *t)
{
	sr_shape_path(cr, s->other_shape, s->x, s->y, s->r * 1.05);
	fill_and_line(cr, t->paper, s->other, s->r * 0.34);
	sr_shape_path(cr, s->shape, s->x, s->y, s->r * 0.52);
	sr_set_colour(cr, s->colour, 1);
	cairo_fill(cr);
}

static void hollow(cairo_t *cr, const struct sr_symbol *s,
		   const struct sr_theme *t)
{
	double dash[] = { s->r * 0.42, s->r * 0.3 };

	sr_shape_path(cr, s->shape, s->x, s->y, s->r * 0.9);
	sr_set_colour(cr, t->paper, 1);
	cairo_fill_preserve(cr);
	if (s->how == SR_MAP_LEFT)
		cairo_set_dash(cr, dash, 2, 0);
	sr_set_colour(cr, s->colour, 1);
	cairo_set_line_width(cr, s->how == SR_MAP_LEFT ? 1.9 : 1.2);
	cairo_stroke(cr);
	cairo_set_dash(cr, NULL, 0, 0);
	if (s->how == SR_MAP_ASSUMED) {
		cairo_arc(cr, s->x, s->y, s->r * 0.28, 0, TURN);
		cairo_fill(cr);
	}
}

static void siege(cairo_t *cr, const struct sr_symbol *s,
		  const struct sr_theme *t)
{
	double r = s->r + 4.2;

	sr_set_colour(cr, t->alarm, 1);
	cairo_set_line_width(cr, 1.5);
	for (int i = 0; i < 4; i++) {
		cairo_new_sub_path(cr);
		cairo_arc(cr, s->x, s->y, r, TURN * (i / 4.0 + 0.03),
			  TURN * (i / 4.0 + 0.22));
	}
	cairo_stroke(cr);
}

void sr_symbol_draw(cairo_t *cr, const struct sr_symbol *given,
		    const struct sr_theme *t)
{
	struct sr_symbol s = *given;

	s.colour = sr_colour_mix(s.colour, t->land, s.fade);
	s.other = sr_colour_mix(s.other, t->land, s.fade);
	cairo_save(cr);
	cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
	rim(cr, &s, t, s.how == SR_MAP_CHANGING ? s.other_shape : s.shape,
	    s.r * 1.05);
	switch (s.how) {
	case SR_MAP_CONTESTED:
		halves(cr, &s, t);
		break;
	case SR_MAP_CHANGING:
		changing(cr, &s, t);
		break;
	case SR_MAP_CLAIMED:
		claimed(cr, &s, t);
		break;
	case SR_MAP_LEFT:
	case SR_MAP_ASSUMED:
		hollow(cr, &s, t);
		break;
	case SR_MAP_ASSESSED:
	case SR_MAP_HOWS:
	default:
		sr_shape_path(cr, s.shape, s.x, s.y, s.r);
		fill_and_line(cr, s.colour, darker(s.colour, t), 0.9);
		break;
	}
	if (s.besieged)
		siege(cr, &s, t);
	cairo_restore(cr);
}

/* Incidents: in one colour, so that none is taken for a side. */

static void swords(cairo_t *cr, double x, double y, double r)
{
	double d = r * 0.72;

	cairo_move_to(cr, x - d, y - d);
	cairo_line_to(cr, x + d, y + d);
	cairo_move_to(cr, x + d, y - d);
	cairo_line_to(cr, x - d, y + d);
}

static void wing(cairo_t *cr, double x, double y, double r)
{
	cairo_move_to(cr, x, y - r);
	cairo_line_to(cr, x + r * 0.95, y + r * 0.85);
	cairo_line_to(cr, x, y + r * 0.3);
	cairo_line_to(cr, x - r * 0.95, y + r * 0.85);
	cairo_close_path(cr);
}

static void mine(cairo_t *cr, double x, double y, double r)
{
	cairo_arc(cr, x, y + r * 0.15, r * 0.62, 0, TURN);
	cairo_close_path(cr);
	cairo_rectangle(cr, x - r * 0.14, y - r * 1.0, r * 0.28, r * 0.7);
	cairo_rectangle(cr, x - r * 0.95, y + r * 0.02, r * 1.9, r * 0.26);
}

static void ruin(cairo_t *cr, double x, double y, double r)
{
	cairo_move_to(cr, x - r * 0.85, y + r * 0.85);
	cairo_line_to(cr, x - r * 0.85, y - r * 0.2);
	cairo_line_to(cr, x - r * 0.2, y - r * 0.9);
	cairo_line_to(cr, x + r * 0.05, y - r * 0.3);
	cairo_line_to(cr, x + r * 0.4, y - r * 0.45);
	cairo_line_to(cr, x + r * 0.35, y + r * 0.05);
	cairo_line_to(cr, x + r * 0.85, y + r * 0.1);
	cairo_line_to(cr, x + r * 0.85, y + r * 0.85);
	cairo_close_path(cr);
}

static void person(cairo_t *cr, double x, double y, double r)
{
	cairo_arc(cr, x, y - r * 0.52, r * 0.42, 0, TURN);
	cairo_close_path(cr);
	cairo_move_to(cr, x - r * 0.75, y + r);
	cairo_curve_to(cr, x - r * 0.75, y - r * 0.2, x + r * 0.75,
		       y - r * 0.2, x + r * 0.75, y + r);
	cairo_close_path(cr);
}

static void event_path(cairo_t *cr, enum sr_map_event event, double x,
		       double y, double r)
{
	double burst[3] = { x, y, r };

	cairo_new_path(cr);
	switch (event) {
	case SR_MAP_GROUND:
		swords(cr, x, y, r);
		break;
	case SR_MAP_AIR:
		wing(cr, x, y, r);
		break;
	case SR_MAP_EXPLOSIVE:
		mine(cr, x, y, r);
		break;
	case SR_MAP_DAMAGE:
		ruin(cr, x, y, r);
		break;
	case SR_MAP_CIVILIANS:
		person(cr, x, y, r);
		break;
	case SR_MAP_SHELLING:
	case SR_MAP_EVENTS:
	default:
		polygon(cr, burst, 16, 0, 0.45);
		break;
	}
}

void sr_event_draw(cairo_t *cr, enum sr_map_event event, double x, double y,
		   double r, const struct sr_theme *t)
{
	cairo_save(cr);
	cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
	cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
	event_path(cr, event, x, y, r);
	sr_set_colour(cr, t->edge, 0.95);
	cairo_set_line_width(cr, event == SR_MAP_GROUND ? r * 0.4 + 2.6 : 2.4);
	cairo_stroke(cr);
	event_path(cr, event, x, y, r);
	sr_set_colour(cr, t->alarm, 1);
	if (event == SR_MAP_GROUND) {
		cairo_set_line_width(cr, r * 0.42);
		cairo_stroke(cr);
	} else {
		cairo_set_fill_rule(cr, CAIRO_FILL_RULE_WINDING);
		cairo_fill(cr);
	}
	cairo_restore(cr);
}

void sr_haze_draw(cairo_t *cr, double x, double y, double r,
		  struct sr_colour c, const struct sr_theme *t)
{
	double step = r < 40 ? 5 : r < 160 ? 7 : 10, dash[] = { 5, 3 };

	cairo_save(cr);
	cairo_new_path(cr);
	cairo_arc(cr, x, y, r, 0, TURN);
	sr_set_colour(cr, c, t->dark ? 0.12 : 0.07);
	cairo_fill_preserve(cr);
	cairo_save(cr);
	cairo_clip(cr);
	for (double d = -2 * r; d < 2 * r; d += step) {
		cairo_move_to(cr, x + d - r, y + r);
		cairo_line_to(cr, x + d + r, y - r);
	}
	sr_set_colour(cr, c, 0.32);
	cairo_set_line_width(cr, 0.8);
	cairo_stroke(cr);
	cairo_restore(cr);
	cairo_arc(cr, x, y, r, 0, TURN);
	sr_set_colour(cr, c, 0.75);
	cairo_set_dash(cr, dash, 2, 0);
	cairo_set_line_width(cr, 1.1);
	cairo_stroke(cr);
	cairo_restore(cr);
}
