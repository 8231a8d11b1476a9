/* See layout.h. First the ground that is shown, then what of the ledger stands
 * on it, then names for orientation where there is room left, then the legend,
 * which tells of what came out. */
#include "draw/layout.h"

#include <stdarg.h>
#include <stdio.h>

#include "draw/extent.h"

#define PANEL 258.0
#define NARROW 720.0 /* below it the legend stands under the map */
#define NARROW_MAP 0.52 /* of the page's height, then */
#define LEGEND_TRIES 3
#define MARGIN 70.0  /* between what is shown and the frame */
#define LEAST_KM 24.0
#define HAZE_PART 0.6 /* of an area's reach that must be in sight */
#define MOST_TEXT 1024

struct sr_str sr_map_text(struct sr_arena *mem, const char *fmt, ...)
{
	char text[MOST_TEXT];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	size_t n = strlen(text);
	char *s = sr_arena_copy(mem, text, n);
	return (struct sr_str){ s, s ? n : 0 };
}

static void part_page(struct sr_layout *l)
{
	double w = l->options.width, h = l->page.y1;
	bool narrow = w < NARROW;
	double head = l->head.y1, foot = h - l->foot.y1;
	double right = narrow ? w : w - PANEL;
	double bottom = narrow ? head + l->options.height * NARROW_MAP : foot;

	l->page = (struct sr_box){ 0, 0, w, h };
	l->frame = (struct sr_box){ 0, head, right, bottom };
	l->panel = narrow ? (struct sr_box){ 0, bottom, w, foot }
			  : (struct sr_box){ right, head, w, foot };
	l->foot = (struct sr_box){ 0, foot, w, h };
}

/* All that has a place on the globe. */
static struct sr_reach *reaches(const struct sr_map_data *d,
				struct sr_arena *mem, size_t *n)
{
	struct sr_reach *r = SR_NEW(mem, struct sr_reach,
				    d->nplace + d->nincident);

	*n = 0;
	for (size_t i = 0; r && i < d->nplace; i++)
		if (d->place[i].has_point)
			r[(*n)++] = (struct sr_reach){
				.at = d->place[i].at,
				.km = d->place[i].area ? d->place[i].radius_km
							 * HAZE_PART
						       : 0
			};
	for (size_t i = 0; r && i < d->nincident; i++)
		if (!d->incident[i].area)
			r[(*n)++] = (struct sr_reach){ .at =
							d->incident[i].at };
	return r;
}

/* Places alone decide where there are some; incidents of half a continent off
 * do not shrink them. */
static enum sr_code fit(const struct sr_map_kit *kit, struct sr_layout *l,
			struct sr_err *err)
{
	struct sr_reach box[SR_EXTENT_POINTS];
	size_t n = 0;

	if (l->options.has_area) {
		sr_extent_of_box(&l->options.area, box);
		l->projection = sr_extent_fit(box, SR_EXTENT_POINTS, &l->frame,
					      4, 0.1);
		return SR_OK;
	}
	struct sr_reach *r = reaches(l->data, kit->mem, &n);
	if (!r)
		return sr_fail_nomem(err, "map");
	if (!n)
		return sr_fail(err, SR_REFUSED, "map",
			       "nothing that the ledger has of that day can be "
			       "put on a map; --area shows a ground without");
	l->far = sr_extent_trim(r, n, kit->mem);
	l->projection = sr_extent_fit(r, n, &l->frame, MARGIN, LEAST_KM);
	return SR_OK;
}

/* A round number of km, at most `most`. */
static double round_km(double most)
{
	double step = 0.01;

	for (;;) {
		static const double TIMES[] = { 2, 2.5, 2 };
		for (int i = 0; i < 3; i++) {
			if (step * TIMES[i] > most)
				return step;
			step *= TIMES[i];
		}
	}
}

static bool place_scale(const struct sr_map_kit *kit, struct sr_layout *l)
{
	const struct sr_box *f = &l->frame;
	struct sr_xy middle = { (f->x0 + f->x1) / 2, (f->y0 + f->y1) / 2 };
	double km = sr_page_km(&l->projection, middle);

	l->scale_km = round_km((f->x1 - f->x0) / 5 / km);
	double width = l->scale_km * km;
	l->scale_bar = (struct sr_box){ f->x0 + 18, f->y1 - 22,
					f->x0 + 18 + width, f->y1 - 16 };
	struct sr_box room = { f->x0, f->y1 - 46, f->x0 + 36 + width, f->y1 };
	/* A net of degrees where the ground is nearly empty. */
	double across = (f->x1 - f->x0) / km;
	l->net = across > 420	? 0
		 : across > 160 ? 0.5
		 : across > 60	? 0.25
		 : across > 25	? 0.1
		 : across > 8	? 0.05
				: 0.01;
	return sr_take(kit->mem, &l->taken, &room);
}

/* One try on a page of that height; *over: how far the legend runs out of it. */
static enum sr_code make(const struct sr_map_kit *kit, double height,
			 struct sr_layout *out, double *over,
			 struct sr_err *err)
{
	out->page = (struct sr_box){ 0, 0, out->options.width, height };
	if (!sr_layout_titles(kit, out))
		return sr_fail_nomem(err, "map");
	part_page(out);
	enum sr_code code = fit(kit, out, err);
	if (code)
		return code;
	if (!place_scale(kit, out) || !sr_layout_ledger(kit, out) ||
	    !sr_layout_rivers(kit, out) || !sr_layout_names(kit, out) ||
	    !sr_layout_legend(kit, out, over) || kit->mem->full)
		return sr_fail_nomem(err, "map");
	return SR_OK;
}

enum sr_code sr_layout_make(const struct sr_map_kit *kit,
			    const struct sr_map_data *data,
			    const struct sr_map_options *options,
			    struct sr_layout *out, struct sr_err *err)
{
	double height = options->height, over = 0;
	enum sr_code code = SR_OK;

	for (int i = 0; !code && i < LEGEND_TRIES; i++) {
		height += over;
		*out = (struct sr_layout){ .data = data, .options = *options };
		code = make(kit, height, out, &over, err);
		if (over <= 0)
			break;
	}
	return code;
}
