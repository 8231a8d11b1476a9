/* See sheet.h. All is drawn twice: once to count the pages, once for good, so that
 * each can say of how many it is. The day of making is the last day told of, not
 * the clock's: two runs give the same bytes. */
#include "brief/sheet.h"

#include <cairo-pdf.h>
#include <stdio.h>

#include "base/calendar.h"
#include "base/str.h"

#define SMALL 0.82
#define LINK_GREY 0.28

/* Says never that it failed, which Cairo 1.16 does not survive; out->full
 * does. */
static cairo_status_t take(void *user, const unsigned char *bytes,
			   unsigned int n)
{
	struct sr_json *out = user;

	if (out)
		sr_json_raw(out, (struct sr_str){ (const char *)bytes, n });
	return CAIRO_STATUS_SUCCESS;
}

/* NUL-ended, for Cairo; the text is UTF-8 already. */
static void c_text(struct sr_str s, char *out, size_t n)
{
	size_t k = s.n < n - 1 ? s.n : n - 1;

	while (k && k < s.n && ((unsigned char)s.s[k] & 0xC0) == 0x80)
		k--;
	memcpy(out, s.s, k);
	out[k] = '\0';
}

static void set_metadata(struct sr_sheet *pdf)
{
	const struct sr_brief *b = pdf->brief;
	char day[SR_DAY_TEXT], stamp[32], title[512];
	size_t n;

	c_text(b->title, title, sizeof(title) - 128);
	n = strlen(title);
	snprintf(title + n, sizeof(title) - n, ", %.*s", (int)b->period.n,
		 b->period.n ? b->period.s : "");
	sr_day_write(b->days.to, day);
	snprintf(stamp, sizeof(stamp), "%sT00:00:00Z", day);
	cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_TITLE,
				       title);
	cairo_pdf_surface_set_metadata(pdf->surface,
				       CAIRO_PDF_METADATA_CREATE_DATE, stamp);
}

/* Letters where the font has them, not at the dots of a screen. */
static void set_exact(PangoContext *context)
{
	cairo_font_options_t *options = cairo_font_options_create();

	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	pango_cairo_context_set_font_options(context, options);
	cairo_font_options_destroy(options);
	pango_context_set_round_glyph_positions(context, FALSE);
}

bool sr_sheet_open(struct sr_sheet *pdf, const struct sr_brief *brief,
		 struct sr_json *out)
{
	int npage = pdf->npage;

	*pdf = (struct sr_sheet){ .brief = brief, .npage = npage, .page = 1 };
	pdf->surface = cairo_pdf_surface_create_for_stream(
		take, out, SR_SHEET_WIDTH, SR_SHEET_HEIGHT);
	pdf->cr = cairo_create(pdf->surface);
	pdf->fonts = pango_cairo_font_map_new();
	pdf->context = pango_font_map_create_context(pdf->fonts);
	set_exact(pdf->context);
	pdf->y = SR_SHEET_TOP - 16;
	set_metadata(pdf);
	return cairo_status(pdf->cr) == CAIRO_STATUS_SUCCESS;
}

/* 1. Text. */

void sr_sheet_text_init(struct sr_sheet_text *t, struct sr_arena *mem)
{
	*t = (struct sr_sheet_text){ .text = { .mem = mem }, .mem = mem };
	t->look = pango_attr_list_new();
}

void sr_sheet_text_release(struct sr_sheet_text *t)
{
	pango_attr_list_unref(t->look);
}

void sr_sheet_add(struct sr_sheet_text *t, struct sr_str s)
{
	sr_json_raw(&t->text, s);
}

static void look(struct sr_sheet_text *t, PangoAttribute *a, size_t from)
{
	a->start_index = (guint)from;
	a->end_index = (guint)t->text.n;
	pango_attr_list_insert(t->look, a);
}

static void small(struct sr_sheet_text *t, size_t from, double grey)
{
	guint16 v = (guint16)(grey * 65535);

	look(t, pango_attr_scale_new(SMALL), from);
	look(t, pango_attr_foreground_new(v, v, v), from);
}

void sr_sheet_add_note(struct sr_sheet_text *t, struct sr_str s)
{
	size_t from = t->text.n;

	sr_json_raw(&t->text, s);
	small(t, from, 0.35);
}

void sr_sheet_add_ref(struct sr_sheet_text *t, uint32_t ref)
{
	struct sr_sheet_link *link = SR_PUSH(t->mem, &t->links);
	size_t from = t->text.n;
	char label[16];

	/* never at the start of a line by itself */
	if (from)
		sr_json_raw(&t->text, SR_STR("\xE2\x81\xA0"));
	from = t->text.n;
	snprintf(label, sizeof(label), "[%u]", ref);
	sr_json_raw(&t->text, sr_str_of(label));
	small(t, from, LINK_GREY);
	look(t, pango_attr_rise_new(2 * PANGO_SCALE), from);
	if (link)
		*link = (struct sr_sheet_link){ .from = (uint32_t)from,
					      .to = (uint32_t)t->text.n,
					      .ref = ref };
}

void sr_sheet_add_url(struct sr_sheet_text *t, struct sr_str url)
{
	struct sr_sheet_link *link = SR_PUSH(t->mem, &t->links);
	size_t from = t->text.n;

	sr_json_raw(&t->text, url);
	look(t, pango_attr_foreground_new(0x0B0B, 0x5757, 0xA4A4), from);
	if (link)
		*link = (struct sr_sheet_link){ .from = (uint32_t)from,
					      .to = (uint32_t)t->text.n,
					      .url = url };
}

PangoLayout *sr_sheet_layout(struct sr_sheet *pdf, struct sr_sheet_text *t,
			   const struct sr_sheet_face *face, double width)
{
	PangoFontDescription *font = pango_font_description_from_string(
		face->font);
	PangoLayout *layout = pango_layout_new(pdf->context);

	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_auto_dir(layout, FALSE);
	pango_layout_set_spacing(layout, PANGO_SCALE);
	pango_layout_set_text(layout, t->text.n ? t->text.s : "",
			      (int)t->text.n);
	pango_layout_set_attributes(layout, t->look);
	return layout;
}

/* 2. Links. */

static void link_rectangle(struct sr_sheet *pdf, const struct sr_sheet_link *link,
			   const double at[4])
{
	char attributes[1200];

	if (link->url.n)
		snprintf(attributes, sizeof(attributes),
			 "rect=[%.2f %.2f %.2f %.2f] uri='%.*s'", at[0], at[1],
			 at[2], at[3], (int)link->url.n, link->url.s);
	else
		snprintf(attributes, sizeof(attributes),
			 "rect=[%.2f %.2f %.2f %.2f] dest='r%u'", at[0], at[1],
			 at[2], at[3], link->ref);
	cairo_tag_begin(pdf->cr, CAIRO_TAG_LINK, attributes);
	cairo_tag_end(pdf->cr, CAIRO_TAG_LINK);
}

/* The links of a line whose left end and baseline are at x, y. */
static void line_links(struct sr_sheet *pdf, PangoLayoutLine *line,
		       const struct sr_sheet_text *t, double x, double y)
{
	uint32_t from = (uint32_t)line->start_index;
	uint32_t to = from + (uint32_t)line->length;

	for (size_t i = 0; i < t->links.nitem; i++) {
		struct sr_sheet_link l = t->links.items[i];
		int left, right;
		if (l.from >= to || l.to <= from)
			continue;
		l.from = l.from < from ? from : l.from;
		l.to = l.to > to ? to : l.to;
		pango_layout_line_index_to_x(line, (int)l.from, FALSE, &left);
		pango_layout_line_index_to_x(line, (int)l.to, FALSE, &right);
		if (right <= left)
			continue;
		link_rectangle(pdf, &l,
			       (double[]){ x + (double)left / PANGO_SCALE,
					   y - 9,
					   (double)(right - left) / PANGO_SCALE,
					   11 });
	}
}

static void draw_line(struct sr_sheet *pdf, PangoLayoutLine *line,
		      const struct sr_sheet_text *t, double x, double y)
{
	cairo_move_to(pdf->cr, x, y);
	pango_cairo_show_layout_line(pdf->cr, line);
	line_links(pdf, line, t, x, y);
}

void sr_sheet_draw(struct sr_sheet *pdf, PangoLayout *layout,
		 const struct sr_sheet_text *t, double x, double y)
{
	PangoLayoutIter *iter = pango_layout_get_iter(layout);

	do {
		PangoRectangle r;
		int base = pango_layout_iter_get_baseline(iter);
		pango_layout_iter_get_line_extents(iter, NULL, &r);
		draw_line(pdf, pango_layout_iter_get_line_readonly(iter), t,
			  x + (double)r.x / PANGO_SCALE,
			  y + (double)base / PANGO_SCALE);
	} while (pango_layout_iter_next_line(iter));
	pango_layout_iter_free(iter);
}

/* 3. Pages. */

/* A line of the head or foot, `align` 0 to the left, 1 to the right. */
static void margin_text(struct sr_sheet *pdf, const char *text, double y,
			double align)
{
	PangoFontDescription *font =
		pango_font_description_from_string("DejaVu Sans 7.5");
	PangoLayout *layout = pango_layout_new(pdf->context);
	PangoRectangle r;

	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	pango_layout_set_text(layout, text, -1);
	pango_layout_set_width(
		layout, (int)((SR_SHEET_RIGHT - SR_SHEET_LEFT) * PANGO_SCALE));
	pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
	pango_layout_get_extents(layout, NULL, &r);
	double width = (double)r.width / PANGO_SCALE;
	cairo_set_source_rgb(pdf->cr, 0.4, 0.4, 0.4);
	cairo_move_to(pdf->cr,
		      SR_SHEET_LEFT +
			      align * (SR_SHEET_RIGHT - SR_SHEET_LEFT - width),
		      y);
	pango_cairo_show_layout(pdf->cr, layout);
	g_object_unref(layout);
}

static void end_page(struct sr_sheet *pdf)
{
	const struct sr_brief *b = pdf->brief;
	char text[256];

	snprintf(text, sizeof(text), "%d / %d", pdf->page, pdf->npage);
	margin_text(pdf, text, SR_SHEET_HEIGHT - 46, 1);
	if (pdf->page > 1) {
		c_text(b->title, text, sizeof(text));
		margin_text(pdf, text, 42, 0);
		c_text(b->period, text, sizeof(text));
		margin_text(pdf, text, 42, 1);
		sr_sheet_rule(pdf, 56, 0.4, 0.6);
	}
	cairo_show_page(pdf->cr);
}

void sr_sheet_page(struct sr_sheet *pdf)
{
	end_page(pdf);
	pdf->page++;
	pdf->y = SR_SHEET_TOP;
}

void sr_sheet_need(struct sr_sheet *pdf, double points)
{
	if (pdf->y + points > SR_SHEET_BOTTOM)
		sr_sheet_page(pdf);
}

void sr_sheet_flow(struct sr_sheet *pdf, struct sr_sheet_text *t,
		 const struct sr_sheet_face *face, double x)
{
	PangoLayout *layout = sr_sheet_layout(pdf, t, face, SR_SHEET_RIGHT - x);
	int n = pango_layout_get_line_count(layout);

	pdf->y += pdf->y > SR_SHEET_TOP ? face->before : 0;
	for (int i = 0; i < n; i++) {
		PangoLayoutLine *line =
			pango_layout_get_line_readonly(layout, i);
		PangoRectangle r;
		pango_layout_line_get_extents(line, NULL, &r);
		double height = (double)r.height / PANGO_SCALE;
		sr_sheet_need(pdf, height);
		cairo_set_source_rgb(pdf->cr, face->grey, face->grey,
				     face->grey);
		draw_line(pdf, line, t, x,
			  pdf->y - (double)r.y / PANGO_SCALE);
		pdf->y += height + 1;
	}
	pdf->y += face->after;
	g_object_unref(layout);
}

void sr_sheet_rule(struct sr_sheet *pdf, double y, double thick, double grey)
{
	cairo_set_source_rgb(pdf->cr, grey, grey, grey);
	cairo_set_line_width(pdf->cr, thick);
	cairo_new_path(pdf->cr);
	cairo_move_to(pdf->cr, SR_SHEET_LEFT, y);
	cairo_line_to(pdf->cr, SR_SHEET_RIGHT, y);
	cairo_stroke(pdf->cr);
}

void sr_sheet_bookmark(struct sr_sheet *pdf, struct sr_str title, int level)
{
	char text[256], at[64];
	int parent = level ? pdf->outline : CAIRO_PDF_OUTLINE_ROOT;

	c_text(title, text, sizeof(text));
	snprintf(at, sizeof(at), "page=%d pos=[%.1f %.1f]", pdf->page,
		 SR_SHEET_LEFT, pdf->y);
	int id = cairo_pdf_surface_add_outline(pdf->surface, parent, text, at,
					       CAIRO_PDF_OUTLINE_FLAG_OPEN);
	if (!level)
		pdf->outline = id;
}

void sr_sheet_anchor(struct sr_sheet *pdf, uint32_t ref)
{
	char name[96];

	snprintf(name, sizeof(name), "name='r%u' x=%.1f y=%.1f", ref,
		 SR_SHEET_LEFT, pdf->y);
	cairo_tag_begin(pdf->cr, CAIRO_TAG_DEST, name);
	cairo_tag_end(pdf->cr, CAIRO_TAG_DEST);
}

bool sr_sheet_close(struct sr_sheet *pdf)
{
	end_page(pdf);
	pdf->npage = pdf->page;
	cairo_surface_finish(pdf->surface);
	bool fine = cairo_status(pdf->cr) == CAIRO_STATUS_SUCCESS &&
		    cairo_surface_status(pdf->surface) == CAIRO_STATUS_SUCCESS;
	cairo_destroy(pdf->cr);
	cairo_surface_destroy(pdf->surface);
	g_object_unref(pdf->context);
	g_object_unref(pdf->fonts);
	return fine;
}
