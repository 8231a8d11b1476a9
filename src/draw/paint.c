/* See paint.h: from the ground up, each layer over the one before. */
#include "draw/paint.h"

#include <math.h>

#include "draw/terrain.h"
#include "draw/paint_page.h"
#include "draw/pen.h"
#include "draw/symbol.h"

/* Lines of the net of degrees, bent as the projection bends them. */
static void net(const struct sr_painter *p)
{
	const struct sr_layout *l = p->layout;
	struct sr_box d = sr_page_degrees(&l->projection, &l->frame);
	double step = l->net;

	if (!(step > 0))
		return;
	for (double v = ceil(d.x0 / step); v * step < d.x1; v += 1) {
		for (int i = 0; i <= 16; i++) {
			double lat = d.y0 + (d.y1 - d.y0) * i / 16;
			struct sr_xy at = sr_project(
				&l->projection,
				(struct sr_point){ lat, v * step });
			(i ? cairo_line_to : cairo_move_to)(p->cr, at.x, at.y);
		}
	}
	for (double v = ceil(d.y0 / step); v * step < d.y1; v += 1) {
		for (int i = 0; i <= 16; i++) {
			double lon = d.x0 + (d.x1 - d.x0) * i / 16;
			struct sr_xy at = sr_project(
				&l->projection,
				(struct sr_point){ v * step, lon });
			(i ? cairo_line_to : cairo_move_to)(p->cr, at.x, at.y);
		}
	}
	sr_set_colour(p->cr, p->theme->province, 0.7);
	cairo_set_line_width(p->cr, 0.6);
	cairo_stroke(p->cr);
}

static void rivers(const struct sr_painter *p)
{
	struct sr_ink ink = { .colour = p->theme->water_text,
			      .halo = p->theme->land,
			      .halo_width = 2,
			      .alpha = 1 };

	for (size_t i = 0; i < p->layout->letters.nitem; i++) {
		const struct sr_letter *c = &p->layout->letters.items[i];
		struct sr_size s = sr_pen_size(p->pen, SR_TEXT_RIVER, c->text,
					       0);
		cairo_save(p->cr);
		cairo_translate(p->cr, c->at.x, c->at.y);
		cairo_rotate(p->cr, c->turn);
		sr_pen_draw(p->pen, p->cr, SR_TEXT_RIVER, c->text,
			    -s.width / 2, -s.height * 0.79, &ink);
		cairo_restore(p->cr);
	}
}

static struct sr_colour side_colour(const struct sr_painter *p,
				    struct sr_str side)
{
	struct sr_paint paint = sr_paint_of(&p->layout->data->palette, side);

	return sr_paint_colour(p->theme, &paint);
}

static void hazes(const struct sr_painter *p)
{
	const struct sr_map_data *d = p->layout->data;

	for (size_t i = 0; i < p->layout->hazes.nitem; i++) {
		const struct sr_haze *h = &p->layout->hazes.items[i];
		struct sr_colour c =
			h->incident ? p->theme->quiet
				    : side_colour(p, d->place[h->index].holder);
		sr_haze_draw(p->cr, h->at.x, h->at.y, h->r,
			     sr_colour_mix(c, p->theme->land, h->fade),
			     p->theme);
	}
}

static struct sr_symbol symbol_of(const struct sr_painter *p,
				  const struct sr_map_place *place)
{
	const struct sr_palette *palette = &p->layout->data->palette;
	struct sr_paint holder = sr_paint_of(palette, place->holder);
	struct sr_paint other = sr_paint_of(palette, place->other);

	return (struct sr_symbol){
		.how = place->how,
		.colour = sr_paint_colour(p->theme, &holder),
		.other = sr_paint_colour(p->theme, &other),
		.shape = holder.shape,
		.other_shape = other.shape,
		.besieged = place->besieged,
	};
}

/* How far a place itself reaches, on a map as large as that. */
static void reaches(const struct sr_painter *p)
{
	double dash[] = { 1.5, 3 };

	cairo_set_dash(p->cr, dash, 2, 0);
	cairo_set_line_width(p->cr, 1.1);
	for (size_t i = 0; i < p->layout->marks.nitem; i++) {
		const struct sr_mark *m = &p->layout->marks.items[i];
		cairo_new_path(p->cr);
		cairo_arc(p->cr, m->at.x, m->at.y, m->reach, 0, 6.2831853);
		sr_set_colour(p->cr, p->theme->quiet, 0.8);
		if (m->reach > 0)
			cairo_stroke(p->cr);
	}
	cairo_new_path(p->cr);
	cairo_set_dash(p->cr, NULL, 0, 0);
}

/* The least important first, so that the others lie upon them. */
static void marks(const struct sr_painter *p)
{
	for (size_t i = p->layout->marks.nitem; i-- > 0;) {
		const struct sr_mark *m = &p->layout->marks.items[i];
		struct sr_symbol s =
			symbol_of(p, &p->layout->data->place[m->place]);
		s.x = m->at.x;
		s.y = m->at.y;
		s.r = m->r;
		s.fade = m->fade;
		sr_symbol_draw(p->cr, &s, p->theme);
	}
}

static void leader(const struct sr_painter *p, struct sr_xy from,
		   const struct sr_box *to)
{
	struct sr_xy end = {
		from.x < to->x0 ? to->x0 : from.x > to->x1 ? to->x1 : from.x,
		from.y < to->y0 ? to->y0 : from.y > to->y1 ? to->y1 : from.y
	};

	for (int halo = 1; halo >= 0; halo--) {
		cairo_move_to(p->cr, from.x, from.y);
		cairo_line_to(p->cr, end.x, end.y);
		sr_set_colour(p->cr, halo ? p->theme->halo : p->theme->text,
			      halo ? 0.8 : 0.75);
		cairo_set_line_width(p->cr, halo ? 2.4 : 0.8);
		cairo_stroke(p->cr);
	}
}

static void leaders(const struct sr_painter *p)
{
	for (size_t i = 0; i < p->layout->labels.nitem; i++) {
		const struct sr_label *l = &p->layout->labels.items[i];
		if (l->leader)
			leader(p, l->point, &l->box);
	}
	for (size_t i = 0; i < p->layout->badges.nitem; i++) {
		const struct sr_badge *b = &p->layout->badges.items[i];
		struct sr_box box = { b->at.x - b->r, b->at.y - b->r,
				      b->at.x + b->r, b->at.y + b->r };
		if (b->leader)
			leader(p, b->of, &box);
	}
}

static void badges(const struct sr_painter *p)
{
	for (size_t i = 0; i < p->layout->badges.nitem; i++) {
		const struct sr_badge *b = &p->layout->badges.items[i];
		const struct sr_map_incident *in =
			&p->layout->data->incident[b->incident];
		sr_event_draw(p->cr, in->event, b->at.x, b->at.y, b->r,
			      p->theme);
		if (in->n < 2)
			continue;
		struct sr_str n = sr_map_text(p->mem, "%u", in->n);
		struct sr_size s = sr_pen_size(p->pen, SR_TEXT_COUNT, n, 0);
		sr_pen_draw(p->pen, p->cr, SR_TEXT_COUNT, n, b->count.x,
			    b->count.y - s.height / 2,
			    &(struct sr_ink){ .colour = p->theme->text,
					      .halo = p->theme->halo,
					      .halo_width = 2.4,
					      .alpha = 1 });
	}
}

static void town_sign(const struct sr_painter *p, const struct sr_label *l)
{
	double r = l->capital ? 2.2 : 1.7;

	cairo_new_path(p->cr);
	if (l->capital)
		cairo_rectangle(p->cr, l->point.x - r, l->point.y - r, 2 * r,
				2 * r);
	else
		cairo_arc(p->cr, l->point.x, l->point.y, r, 0, 6.2831853);
	sr_set_colour(p->cr, p->theme->land, 1);
	cairo_fill_preserve(p->cr);
	sr_set_colour(p->cr, p->theme->quiet, 1);
	cairo_set_line_width(p->cr, 1.1);
	cairo_stroke(p->cr);
}

static void labels(const struct sr_painter *p)
{
	for (size_t i = 0; i < p->layout->labels.nitem; i++) {
		const struct sr_label *l = &p->layout->labels.items[i];
		bool own = l->of == SR_LABEL_PLACE ||
			   l->of == SR_LABEL_INCIDENT;
		struct sr_ink ink = {
			.colour = own ? p->theme->text : p->theme->quiet,
			.halo = p->theme->halo,
			.halo_width = own ? 3 : 2,
			.alpha = l->of == SR_LABEL_COUNTRY ||
						 l->of == SR_LABEL_PROVINCE
					 ? 0.8
					 : 1
		};
		struct sr_size s = sr_pen_size(p->pen, l->style, l->text, 0);
		if (l->of == SR_LABEL_TOWN)
			town_sign(p, l);
		sr_pen_draw(p->pen, p->cr, l->style, l->text, l->box.x0 + 1,
			    (l->box.y0 + l->box.y1 - s.height) / 2, &ink);
	}
}

void sr_paint_map(const struct sr_painter *p)
{
	const struct sr_box *f = &p->layout->frame;

	cairo_save(p->cr);
	cairo_rectangle(p->cr, f->x0, f->y0, f->x1 - f->x0, f->y1 - f->y0);
	cairo_clip(p->cr);
	net(p);
	rivers(p);
	hazes(p);
	reaches(p);
	leaders(p);
	badges(p);
	marks(p);
	labels(p);
	cairo_restore(p->cr);
}
