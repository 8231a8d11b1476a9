/* A map's file: Cairo's surfaces for SVG, PNG and PDF, written into memory so
 * that a disk that is full is met by whoever writes the bytes. */
#include <cairo-pdf.h>
#include <cairo-svg.h>

#include "base/calendar.h"
#include "draw/terrain.h"
#include "draw/paint.h"
#include "draw/paint_page.h"
#include "draw/pen.h"
#include "draw/png.h"
#include "views/safe.h"

#define MOST_PLACES 3  /* behind the point of a number of an SVG */
#define FINE 2	       /* pixels of a PNG for a page unit */
#define POINTS 0.75    /* points for a page unit of 1/96 inch */

enum sr_code sr_map_format_of(const char *path, enum sr_map_format *format,
			      struct sr_err *err)
{
	static const char *const END[] = { ".svg", ".png", ".pdf" };
	size_t n = strlen(path);

	for (int i = 0; i < 3; i++) {
		if (n > 4 && !strcmp(path + n - 4, END[i])) {
			*format = (enum sr_map_format)i;
			return SR_OK;
		}
	}
	return sr_fail(err, SR_USAGE, path,
		       "expected a name that ends in .svg, .png or .pdf");
}

static cairo_surface_t *surface_of(const struct sr_layout *l,
				   enum sr_map_format format,
				   struct sr_json *out)
{
	double w = l->page.x1, h = l->page.y1;
	cairo_surface_t *s;

	switch (format) {
	case SR_MAP_SVG:
		s = cairo_svg_surface_create_for_stream(sr_cairo_keep, out, w,
							h);
		cairo_svg_surface_set_document_unit(s, CAIRO_SVG_UNIT_PX);
		return s;
	case SR_MAP_PDF:
		return cairo_pdf_surface_create_for_stream(
			sr_cairo_keep, out, w * POINTS, h * POINTS);
	case SR_MAP_PNG:
	default:
		return cairo_image_surface_create(CAIRO_FORMAT_RGB24,
						  (int)(w * FINE),
						  (int)(h * FINE));
	}
}

/* The day that is shown stands for when it was made, so that the same map is
 * the same file. */
static void describe(cairo_surface_t *s, const struct sr_layout *l)
{
	char day[SR_DAY_TEXT];
	struct sr_str title = l->entries.nitem ? l->entries.items[0].text
					       : (struct sr_str){ "", 0 };
	char text[256];

	snprintf(text, sizeof(text), "%.*s",
		 (int)(title.n < 200 ? title.n : 200), title.s);
	sr_day_write(l->data->day, day);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATE_DATE, day);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_MOD_DATE, day);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_TITLE, text);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATOR,
				       "sitrep");
}

static void put_place(struct sr_json *out, const struct sr_layout *l,
		      uint32_t index)
{
	const struct sr_map_place *p = &l->data->place[index];
	struct sr_str name = sr_paint_of(&l->data->palette, p->holder).name;

	sr_safe_xml(out, p->name);
	sr_json_raw(out, SR_STR(": "));
	sr_safe_xml(out, p->holder.n ? name : SR_STR("nobody known"));
	sr_json_raw(out, SR_STR(", "));
	sr_json_raw(out, sr_str_of(sr_map_how_name(p->how)));
	sr_json_raw(out, p->besieged ? SR_STR(", besieged\n") : SR_STR("\n"));
}

/* Cairo's numbers, six decimal places of a pixel, with three: a third less. */
static void put_short(struct sr_json *out, struct sr_str s)
{
	size_t from = 0, places = 0;
	bool behind = false; /* a point that stands behind a digit */

	for (size_t i = 0; i < s.n; i++) {
		bool digit = s.s[i] >= '0' && s.s[i] <= '9';
		if (behind && digit && ++places == MOST_PLACES + 1)
			sr_json_raw(out, (struct sr_str){ s.s + from,
							  i - from });
		if (behind && digit && places > MOST_PLACES)
			from = i + 1;
		if (!digit) {
			behind = s.s[i] == '.' && i && s.s[i - 1] >= '0' &&
				 s.s[i - 1] <= '9';
			places = 0;
		}
	}
	sr_json_raw(out, (struct sr_str){ s.s + from, s.n - from });
}

/* Where a word first stands in a text; its length where it does not. */
static size_t find(struct sr_str text, const char *word)
{
	size_t n = strlen(word);

	for (size_t i = 0; i + n <= text.n; i++)
		if (!memcmp(text.s + i, word, n))
			return i;
	return text.n;
}

/* The SVG with what it shows in words, for those who do not see it. */
static void tell(const struct sr_layout *l, struct sr_str svg,
		 struct sr_json *out)
{
	size_t at = find(svg, "<svg");

	while (at < svg.n && svg.s[at] != '>')
		at++;
	at += at < svg.n;
	sr_json_raw(out, (struct sr_str){ svg.s, at });
	sr_json_raw(out, SR_STR("\n<title>"));
	sr_safe_xml(out, l->entries.items[0].text);
	sr_json_raw(out, SR_STR("</title>\n<desc>\n"));
	for (size_t i = 0; i < l->marks.nitem; i++)
		put_place(out, l, l->marks.items[i].place);
	for (size_t i = 0; i < l->hazes.nitem; i++)
		if (!l->hazes.items[i].incident)
			put_place(out, l, l->hazes.items[i].index);
	sr_json_raw(out, SR_STR("</desc>"));
	/* Cairo counts its surfaces as long as a program runs; the number would
	 * make two files of one map. */
	struct sr_str rest = { svg.s + at, svg.n - at };
	size_t mark = find(rest, " id=\"surface");
	put_short(out, (struct sr_str){ rest.s, mark });
	mark += mark < rest.n ? strlen(" id=\"surface") : 0;
	while (mark < rest.n && rest.s[mark++] != '"')
		;
	put_short(out, (struct sr_str){ rest.s + mark, rest.n - mark });
}

static enum sr_code draw(const struct sr_map_kit *kit,
			 const struct sr_layout *l, cairo_t *cr,
			 struct sr_pen *pen, struct sr_err *err)
{
	const struct sr_theme *theme = sr_theme(l->options.dark);
	struct sr_painter p = { cr, pen, l, theme, kit->mem };
	enum sr_code code = SR_OK;

	sr_set_colour(cr, theme->paper, 1);
	cairo_paint(cr);
	if (kit->base) {
		struct sr_terrain g = { .base = kit->base,
				       .projection = l->projection,
				       .page = l->frame,
				       .line = 1 };
		sr_terrain_ready(&g);
		code = sr_terrain_draw(cr, &g, theme, kit->mem, err);
	}
	sr_paint_map(&p);
	sr_paint_page(&p);
	return code;
}

enum sr_code sr_map_write(const struct sr_map_kit *kit,
			  const struct sr_layout *layout,
			  enum sr_map_format format, struct sr_str *bytes,
			  struct sr_err *err)
{
	struct sr_json out = { .mem = kit->mem };
	cairo_surface_t *surface = surface_of(layout, format, &out);
	cairo_t *cr = cairo_create(surface);
	double scale = format == SR_MAP_PNG   ? FINE
		       : format == SR_MAP_PDF ? POINTS
					      : 1;
	struct sr_pen pen;

	sr_pen_init(&pen);
	if (format == SR_MAP_PDF)
		describe(surface, layout);
	cairo_scale(cr, scale, scale);
	enum sr_code code = draw(kit, layout, cr, &pen, err);
	cairo_status_t status = cairo_status(cr);
	cairo_destroy(cr);
	if (!code && !status && format == SR_MAP_PNG)
		status = cairo_surface_write_to_png_stream(
			surface, sr_cairo_keep, &out);
	cairo_surface_finish(surface);
	if (!status)
		status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	sr_pen_release(&pen);
	struct sr_json told = { .mem = kit->mem };
	if (!code && !status && format == SR_MAP_SVG)
		tell(layout, sr_json_text(&out), &told);
	*bytes = sr_json_text(format == SR_MAP_SVG ? &told : &out);
	if (!code && (status || out.full || told.full))
		code = sr_fail(err, SR_NOMEM, "map", "%s",
			       cairo_status_to_string(status));
	return code;
}

enum sr_code sr_map_draw(struct sr_ask *ask, const struct sr_base *base,
			 const struct sr_map_ask *want,
			 const struct sr_map_options *options,
			 enum sr_map_format format, struct sr_map_drawn *out)
{
	struct sr_gaz gaz;
	size_t n = 0;
	const void *bytes = ask->kit ? sr_kit_section(ask->kit, "gaz", &n)
				     : NULL;
	struct sr_pen pen;
	struct sr_map_kit kit = {
		.tables = ask->kit,
		.base = base && base->header ? base : NULL,
		.gaz = bytes && sr_gaz_open(&gaz, bytes, n) ? &gaz : NULL,
		.measure = { sr_pen_size, &pen },
		.mem = &ask->mem,
	};
	enum sr_code code = sr_map_take(ask, want, &out->data);

	if (code)
		return code;
	sr_pen_init(&pen);
	code = sr_layout_make(&kit, &out->data, options, &out->layout,
			      &ask->err);
	sr_pen_release(&pen);
	if (!code)
		code = sr_map_write(&kit, &out->layout, format, &out->bytes,
				    &ask->err);
	return code;
}
