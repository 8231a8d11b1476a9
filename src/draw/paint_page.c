/* See paint_page.h. */
#include "draw/paint_page.h"

#include "draw/terrain.h"
#include "draw/pen.h"
#include "draw/symbol.h"

static void fill(const struct sr_painter *p, const struct sr_box *b,
		 struct sr_colour c)
{
	cairo_rectangle(p->cr, b->x0, b->y0, b->x1 - b->x0, b->y1 - b->y0);
	sr_set_colour(p->cr, c, 1);
	cairo_fill(p->cr);
}

static void rule(const struct sr_painter *p, struct sr_xy a, struct sr_xy b)
{
	cairo_move_to(p->cr, a.x, a.y);
	cairo_line_to(p->cr, b.x, b.y);
	sr_set_colour(p->cr, p->theme->rule, 1);
	cairo_set_line_width(p->cr, 1);
	cairo_stroke(p->cr);
}

/* A bar of four fields, with its length in words. */
static void scale_bar(const struct sr_painter *p)
{
	const struct sr_box *b = &p->layout->scale_bar;
	double width = (b->x1 - b->x0) / 4, km = p->layout->scale_km;
	struct sr_str text = km < 1 ? sr_map_text(p->mem, "%.0f m", km * 1000)
				    : sr_map_text(p->mem, "%.4g km", km);
	struct sr_ink ink = { .colour = p->theme->text,
			      .halo = p->theme->halo,
			      .halo_width = 2.5,
			      .alpha = 1 };

	for (int i = 0; i < 4; i++) {
		cairo_rectangle(p->cr, b->x0 + i * width, b->y0, width,
				b->y1 - b->y0);
		sr_set_colour(p->cr, i % 2 ? p->theme->paper : p->theme->text,
			      1);
		cairo_fill(p->cr);
	}
	cairo_rectangle(p->cr, b->x0, b->y0, b->x1 - b->x0, b->y1 - b->y0);
	sr_set_colour(p->cr, p->theme->text, 1);
	cairo_set_line_width(p->cr, 0.8);
	cairo_stroke(p->cr);
	struct sr_size s = sr_pen_size(p->pen, SR_TEXT_SMALL, text, 0);
	sr_pen_draw(p->pen, p->cr, SR_TEXT_SMALL, text, b->x0 - 1,
		    b->y0 - s.height - 1, &ink);
}

/* A sign of the legend that is a place's: of a side, or in no side's colour of
 * how it is held. */
static void place_sign(const struct sr_painter *p, const struct sr_entry *e)
{
	const struct sr_palette *palette = &p->layout->data->palette;
	struct sr_paint side = sr_paint_of(palette, (struct sr_str){ 0 });
	struct sr_symbol s = { .x = e->at.x,
			       .y = e->at.y,
			       .r = 6.5,
			       .how = SR_MAP_ASSESSED };

	if (e->sign == SR_SIGN_SIDE && e->index < palette->nitem)
		side = palette->items[e->index];
	s.shape = s.other_shape = side.shape;
	s.colour = sr_paint_colour(p->theme, &side);
	s.other = p->theme->paper;
	if (e->sign == SR_SIGN_SIDE && e->index >= palette->nitem)
		s.how = SR_MAP_LEFT;
	if (e->sign == SR_SIGN_HOW) {
		s.how = (enum sr_map_how)e->index;
		s.colour = p->theme->quiet;
		s.other = s.how == SR_MAP_CHANGING
				  ? sr_colour_mix(p->theme->quiet,
						  p->theme->text, 700)
				  : sr_colour_mix(p->theme->quiet,
						  p->theme->paper, 650);
	}
	if (e->sign == SR_SIGN_SIEGE) {
		s.besieged = true;
		s.r = 4.5;
		s.colour = p->theme->quiet;
	}
	if (e->sign == SR_SIGN_FADE) {
		s.colour = p->theme->quiet;
		s.fade = 650;
	}
	sr_symbol_draw(p->cr, &s, p->theme);
}

static void sizes(const struct sr_painter *p, const struct sr_entry *e)
{
	static const double R[] = { 3.6, 4.6, 5.6 };
	double x = e->at.x - 7;

	for (int i = 0; i < 3; i++) {
		x += R[i];
		sr_event_draw(p->cr, SR_MAP_SHELLING, x, e->at.y, R[i],
			      p->theme);
		x += R[i] - 1.5;
	}
}

static void reach(const struct sr_painter *p, const struct sr_entry *e)
{
	double dash[] = { 1.5, 2 };

	cairo_new_path(p->cr);
	cairo_arc(p->cr, e->at.x, e->at.y, 6.5, 0, 6.2831853);
	sr_set_colour(p->cr, p->theme->quiet, 1);
	cairo_set_dash(p->cr, dash, 2, 0);
	cairo_set_line_width(p->cr, 1.1);
	cairo_stroke(p->cr);
	cairo_set_dash(p->cr, NULL, 0, 0);
}

static void sign(const struct sr_painter *p, const struct sr_entry *e)
{
	switch (e->sign) {
	case SR_SIGN_NONE:
		break;
	case SR_SIGN_SIDE:
	case SR_SIGN_HOW:
	case SR_SIGN_SIEGE:
	case SR_SIGN_FADE:
		place_sign(p, e);
		break;
	case SR_SIGN_REACH:
		reach(p, e);
		break;
	case SR_SIGN_HAZE:
		sr_haze_draw(p->cr, e->at.x, e->at.y, 7.5, p->theme->quiet,
			     p->theme);
		break;
	case SR_SIGN_EVENT:
		sr_event_draw(p->cr, (enum sr_map_event)e->index, e->at.x,
			      e->at.y, 6.2, p->theme);
		break;
	case SR_SIGN_SIZES:
		sizes(p, e);
		break;
	}
}

void sr_paint_page(const struct sr_painter *p)
{
	const struct sr_layout *l = p->layout;

	fill(p, &l->head, p->theme->paper);
	fill(p, &l->panel, p->theme->paper);
	fill(p, &l->foot, p->theme->paper);
	rule(p, (struct sr_xy){ l->frame.x0, l->frame.y0 },
	     (struct sr_xy){ l->page.x1, l->frame.y0 });
	rule(p, (struct sr_xy){ l->frame.x0, l->frame.y1 },
	     (struct sr_xy){ l->page.x1, l->frame.y1 });
	if (l->panel.y0 < l->frame.y1)
		rule(p, (struct sr_xy){ l->frame.x1, l->frame.y0 },
		     (struct sr_xy){ l->frame.x1, l->frame.y1 });
	scale_bar(p);
	for (size_t i = 0; i < l->entries.nitem; i++) {
		const struct sr_entry *e = &l->entries.items[i];
		bool quiet = e->style == SR_TEXT_SMALL ||
			     e->style == SR_TEXT_SUBTITLE;
		sign(p, e);
		sr_pen_draw(p->pen, p->cr, e->style, e->text, e->box.x0,
			    e->box.y0,
			    &(struct sr_ink){
				    .colour = quiet ? p->theme->quiet
						    : p->theme->text,
				    .alpha = 1,
				    .width = e->box.x1 - e->box.x0 });
	}
}
