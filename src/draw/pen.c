/* See pen.h. Hinting and sub-pixels are off: a letter is as wide on a screen as
 * on paper, and a map the same at every size. */
#include "draw/pen.h"

#include "base/utf8.h"

#define FAMILY "Lato, DejaVu Sans"
#define MOST_TEXT 600 /* bytes drawn of one text */

struct style {
	double size; /* page units */
	PangoWeight weight;
	PangoStyle slant;
	int spacing; /* of letters, 1/1024 units */
};

static const struct style STYLE[SR_TEXT_STYLES] = {
	[SR_TEXT_TITLE] = { 21, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0 },
	[SR_TEXT_SUBTITLE] = { 12.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL,
			       0 },
	[SR_TEXT_PLACE] = { 12, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 0 },
	[SR_TEXT_DENSE] = { 10, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 0 },
	[SR_TEXT_AREA] = { 12, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_ITALIC, 0 },
	[SR_TEXT_TOWN] = { 10, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0 },
	[SR_TEXT_CAPITAL] = { 11, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL,
			      0 },
	[SR_TEXT_PROVINCE] = { 9.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL,
			       1200 },
	[SR_TEXT_COUNTRY] = { 13, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL,
			      3600 },
	[SR_TEXT_RIVER] = { 9.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC,
			    400 },
	[SR_TEXT_HEAD] = { 11, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0 },
	[SR_TEXT_LEGEND] = { 11, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0 },
	[SR_TEXT_SMALL] = { 9.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0 },
	[SR_TEXT_COUNT] = { 9, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0 },
};

void sr_pen_init(struct sr_pen *pen)
{
	PangoFontMap *map = pango_cairo_font_map_new();
	cairo_font_options_t *options = cairo_font_options_create();

	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
	pen->context = pango_font_map_create_context(map);
	g_object_unref(map);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(pen->context, options);
	cairo_font_options_destroy(options);
	pango_context_set_round_glyph_positions(pen->context, FALSE);
	pango_context_set_language(pen->context,
				   pango_language_from_string("en"));
	pen->layout = pango_layout_new(pen->context);
	for (int i = 0; i < SR_TEXT_STYLES; i++) {
		PangoFontDescription *font = pango_font_description_new();
		pango_font_description_set_family(font, FAMILY);
		pango_font_description_set_absolute_size(
			font, STYLE[i].size * PANGO_SCALE);
		pango_font_description_set_weight(font, STYLE[i].weight);
		pango_font_description_set_style(font, STYLE[i].slant);
		pen->font[i] = font;
	}
}

void sr_pen_release(struct sr_pen *pen)
{
	for (int i = 0; i < SR_TEXT_STYLES; i++)
		pango_font_description_free(pen->font[i]);
	g_object_unref(pen->layout);
	g_object_unref(pen->context);
}

/* Marks that would let words from outside turn what stands beside them, and
 * what breaks lines. */
static bool is_dropped(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7f && cp < 0xa0) ||
	       (cp >= 0x200e && cp <= 0x200f) ||
	       (cp >= 0x2028 && cp <= 0x202e) ||
	       (cp >= 0x2066 && cp <= 0x2069) || cp == 0x61c;
}

static size_t clean(struct sr_str s, char out[MOST_TEXT + 4])
{
	const char *at = s.s, *end = sr_str_end(s);
	size_t n = 0;

	while (at < end && n < MOST_TEXT) {
		uint32_t cp = sr_utf8_next(&at, end);
		if (cp == SR_UTF8_BAD)
			cp = 0xfffd;
		if (!is_dropped(cp))
			n += sr_utf8_put(out + n, cp);
	}
	return n;
}

static void set(struct sr_pen *pen, enum sr_style style, struct sr_str s,
		double width)
{
	char text[MOST_TEXT + 4];
	size_t n = clean(s, text);
	PangoAttrList *list = NULL;

	pango_layout_set_text(pen->layout, text, (int)n);
	pango_layout_set_font_description(pen->layout, pen->font[style]);
	if (STYLE[style].spacing) {
		list = pango_attr_list_new();
		pango_attr_list_insert(
			list, pango_attr_letter_spacing_new(
				      STYLE[style].spacing));
	}
	pango_layout_set_attributes(pen->layout, list);
	if (list)
		pango_attr_list_unref(list);
	pango_layout_set_line_spacing(pen->layout, 1.18f);
	pango_layout_set_wrap(pen->layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_width(pen->layout,
			       width > 0 ? (int)(width * PANGO_SCALE) : -1);
}

struct sr_size sr_pen_size(void *user, enum sr_style style, struct sr_str s,
			   double width)
{
	struct sr_pen *pen = user;
	PangoRectangle r;

	set(pen, style, s, width);
	pango_layout_get_extents(pen->layout, NULL, &r);
	return (struct sr_size){ (double)r.width / PANGO_SCALE,
				 (double)r.height / PANGO_SCALE };
}

static void source(cairo_t *cr, struct sr_colour c, double alpha)
{
	cairo_set_source_rgba(cr, c.r / 255.0, c.g / 255.0, c.b / 255.0, alpha);
}

void sr_pen_draw(struct sr_pen *pen, cairo_t *cr, enum sr_style style,
		 struct sr_str s, double x, double y,
		 const struct sr_ink *ink)
{
	set(pen, style, s, ink->width);
	cairo_save(cr);
	if (ink->halo_width > 0) {
		cairo_new_path(cr);
		cairo_move_to(cr, x, y);
		pango_cairo_layout_path(cr, pen->layout);
		source(cr, ink->halo, 0.9 * ink->alpha);
		cairo_set_line_width(cr, ink->halo_width);
		cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
		cairo_stroke(cr);
	}
	source(cr, ink->colour, ink->alpha);
	cairo_move_to(cr, x, y);
	pango_cairo_show_layout(cr, pen->layout);
	cairo_new_path(cr);
	cairo_restore(cr);
}

size_t sr_pen_letters(struct sr_pen *pen, enum sr_style style, struct sr_str s,
		      double *width, uint32_t *end, size_t room)
{
	const char *at = s.s, *stop = sr_str_end(s);
	double before = 0;
	size_t n = 0;

	while (at < stop && n < room) {
		sr_utf8_next(&at, stop);
		end[n] = (uint32_t)(at - s.s);
		struct sr_str part = { s.s, end[n] };
		double whole = sr_pen_size(pen, style, part, 0).width;
		width[n++] = whole - before;
		before = whole;
	}
	return at == stop ? n : 0;
}
