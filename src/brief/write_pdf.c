/* The tree on A4 pages: see sheet.h. */
#include "brief/sheet.h"
#include "brief/write.h"

#include "base/err.h"
#include "base/str.h"

#define INDENT 13.0  /* of list items */
#define NUMBER 26.0  /* of references */
#define CELL 4.0     /* around what is in a cell */
#define TABLE_HEAD 46 /* caption and heads of columns */
#define HEAD_ROOM 90 /* a heading and what must stand below it */

static const struct sr_sheet_face TITLE = { "DejaVu Sans Bold 20", 0, 0, 2 };
static const struct sr_sheet_face PERIOD = { "DejaVu Sans 11", 0.3, 0, 10 };
static const struct sr_sheet_face LEAD = { "DejaVu Serif 7.6", 0.25, 4, 4 };
static const struct sr_sheet_face HEAD = { "DejaVu Sans Bold 11.5", 0, 13, 5 };
static const struct sr_sheet_face UNDER = { "DejaVu Sans Bold 8.4", 0.25, 6, 1 };
static const struct sr_sheet_face BODY = { "DejaVu Serif 8.6", 0, 1, 2.5 };
static const struct sr_sheet_face MORE = { "DejaVu Sans 7.2", 0.35, 2, 4 };
static const struct sr_sheet_face CAPTION = { "DejaVu Sans Bold 7.8", 0, 6, 3 };
static const struct sr_sheet_face COLUMN = { "DejaVu Sans Bold 7", 0, 0, 0 };
static const struct sr_sheet_face IN_CELL = { "DejaVu Sans 7", 0, 0, 0 };
static const struct sr_sheet_face REF = { "DejaVu Serif 7.2", 0, 0, 0 };
static const struct sr_sheet_face IDS = { "DejaVu Sans Mono 5", 0.4, 0, 2 };

struct writer {
	struct sr_sheet pdf;
	struct sr_arena *mem;
};

static void add_sentence(struct sr_sheet_text *out,
			 const struct sr_brief_text *t)
{
	sr_sheet_add(out, t->text);
	if (t->note.n) {
		sr_sheet_add_note(out, t->text.n ? SR_STR(" (") : SR_STR("("));
		sr_sheet_add_note(out, t->note);
		sr_sheet_add_note(out, SR_STR(")"));
	}
	for (size_t i = 0; i < t->refs.nitem; i++)
		sr_sheet_add_ref(out, t->refs.items[i]);
}

static void add_part(struct sr_sheet_text *out, const struct sr_brief_part *p)
{
	for (size_t i = 0; i < p->texts.nitem; i++) {
		if (i)
			sr_sheet_add(out, SR_STR(" "));
		add_sentence(out, &p->texts.items[i]);
	}
}

static void flow(struct writer *w, struct sr_str text,
		 const struct sr_sheet_face *face)
{
	struct sr_sheet_text t;

	sr_sheet_text_init(&t, w->mem);
	sr_sheet_add(&t, text);
	sr_sheet_flow(&w->pdf, &t, face, SR_SHEET_LEFT);
	sr_sheet_text_release(&t);
}

static void flow_part(struct writer *w, const struct sr_brief_part *p,
		      const struct sr_sheet_face *face, double x)
{
	struct sr_sheet_text t;

	sr_sheet_text_init(&t, w->mem);
	add_part(&t, p);
	sr_sheet_flow(&w->pdf, &t, face, x);
	sr_sheet_text_release(&t);
}

/* Tables */

static double column_width(const struct sr_brief_table *t, size_t i)
{
	unsigned all = 0;

	for (size_t k = 0; k < t->ncolumn; k++)
		all += t->wide[k];
	return (SR_SHEET_RIGHT - SR_SHEET_LEFT) * t->wide[i] / (all ? all : 1);
}

/* One row of n texts; draws only when it is told to. Gives its height. */
static double row(struct writer *w, const struct sr_brief_table *t,
		  struct sr_sheet_text *cell, const struct sr_sheet_face *face,
		  bool draw)
{
	double x = SR_SHEET_LEFT, height = 0;

	for (size_t i = 0; i < t->ncolumn; i++) {
		double width = column_width(t, i);
		PangoLayout *layout = sr_sheet_layout(&w->pdf, &cell[i], face,
						    width - 2 * CELL);
		int h;
		pango_layout_set_alignment(layout, t->right[i]
							   ? PANGO_ALIGN_RIGHT
							   : PANGO_ALIGN_LEFT);
		pango_layout_get_size(layout, NULL, &h);
		double own = (double)h / PANGO_SCALE + 2 * CELL - 2;
		height = own > height ? own : height;
		cairo_set_source_rgb(w->pdf.cr, 0, 0, 0);
		if (draw)
			sr_sheet_draw(&w->pdf, layout, &cell[i], x + CELL,
				    w->pdf.y + CELL - 1);
		g_object_unref(layout);
		x += width;
	}
	return height;
}

static void head_row(struct writer *w, const struct sr_brief_table *t)
{
	struct sr_sheet_text *cell =
		SR_NEW(w->mem, struct sr_sheet_text, t->ncolumn);

	if (!cell)
		return;
	for (size_t i = 0; i < t->ncolumn; i++) {
		sr_sheet_text_init(&cell[i], w->mem);
		sr_sheet_add(&cell[i], t->head[i]);
	}
	w->pdf.y += row(w, t, cell, &COLUMN, true);
	sr_sheet_rule(&w->pdf, w->pdf.y, 0.9, 0);
	for (size_t i = 0; i < t->ncolumn; i++)
		sr_sheet_text_release(&cell[i]);
}

/* The texts of a row; NULL without memory. */
static struct sr_sheet_text *cells_of(struct writer *w,
				    const struct sr_brief_table *t, size_t from)
{
	struct sr_sheet_text *cell =
		SR_NEW(w->mem, struct sr_sheet_text, t->ncolumn);

	for (size_t i = 0; cell && i < t->ncolumn; i++) {
		sr_sheet_text_init(&cell[i], w->mem);
		if (from + i < t->cells.nitem)
			add_sentence(&cell[i], &t->cells.items[from + i]);
	}
	return cell;
}

/* How high a table begins: its caption, its head and a first row. */
static double start_height(struct writer *w, const struct sr_brief_table *t)
{
	struct sr_sheet_text *cell = cells_of(w, t, 0);
	double height = cell ? row(w, t, cell, &IN_CELL, false) : 0;

	for (size_t i = 0; cell && i < t->ncolumn; i++)
		sr_sheet_text_release(&cell[i]);
	return height + TABLE_HEAD;
}

static void body_row(struct writer *w, const struct sr_brief_table *t,
		     size_t from)
{
	struct sr_sheet_text *cell = cells_of(w, t, from);

	if (!cell)
		return;
	double height = row(w, t, cell, &IN_CELL, false);
	if (w->pdf.y + height > SR_SHEET_BOTTOM) {
		sr_sheet_page(&w->pdf);
		head_row(w, t);
	}
	row(w, t, cell, &IN_CELL, true);
	w->pdf.y += height;
	sr_sheet_rule(&w->pdf, w->pdf.y, 0.3, 0.7);
	for (size_t i = 0; i < t->ncolumn; i++)
		sr_sheet_text_release(&cell[i]);
}

static void table(struct writer *w, const struct sr_brief_table *t)
{
	sr_sheet_need(&w->pdf, start_height(w, t));
	flow(w, t->caption, &CAPTION);
	head_row(w, t);
	for (size_t i = 0; t->ncolumn && i < t->cells.nitem; i += t->ncolumn)
		body_row(w, t, i);
	w->pdf.y += 6;
}

/* Sections */

static void item(struct writer *w, const struct sr_brief_part *p)
{
	double y;

	sr_sheet_need(&w->pdf, 26);
	y = w->pdf.y + (w->pdf.y > SR_SHEET_TOP ? BODY.before : 0);
	cairo_set_source_rgb(w->pdf.cr, 0.2, 0.2, 0.2);
	cairo_new_path(w->pdf.cr);
	cairo_arc(w->pdf.cr, SR_SHEET_LEFT + 4, y + 6.5, 1.4, 0, 6.2832);
	cairo_fill(w->pdf.cr);
	flow_part(w, p, &BODY, SR_SHEET_LEFT + INDENT);
}

static void part(struct writer *w, const struct sr_brief_part *p)
{
	switch (p->kind) {
	case SR_PART_HEAD:
		sr_sheet_need(&w->pdf, 48);
		sr_sheet_bookmark(&w->pdf,
				p->texts.nitem ? p->texts.items[0].text
					       : SR_STR(""),
				1);
		flow_part(w, p, &UNDER, SR_SHEET_LEFT);
		break;
	case SR_PART_ITEM:
		item(w, p);
		break;
	case SR_PART_TABLE:
		table(w, p->table);
		break;
	case SR_PART_MORE:
		flow_part(w, p, &MORE, SR_SHEET_LEFT);
		break;
	case SR_PART_PARAGRAPH:
		flow_part(w, p, &BODY, SR_SHEET_LEFT);
		break;
	}
}

static void section_head(struct writer *w, struct sr_str title, double below)
{
	sr_sheet_need(&w->pdf, HEAD_ROOM + below);
	sr_sheet_bookmark(&w->pdf, title, 0);
	flow(w, title, &HEAD);
	sr_sheet_rule(&w->pdf, w->pdf.y - 3, 0.6, 0.5);
	w->pdf.y += 1;
}

static void reference(struct writer *w, const struct sr_brief_ref *r,
		      uint32_t n)
{
	struct sr_sheet_text t, number, ids;

	sr_sheet_need(&w->pdf, 24);
	sr_sheet_anchor(&w->pdf, n);
	sr_sheet_text_init(&number, w->mem);
	sr_sheet_text_init(&t, w->mem);
	sr_sheet_text_init(&ids, w->mem);
	sr_sheet_add_ref(&number, n);
	double y = w->pdf.y;
	PangoLayout *layout = sr_sheet_layout(&w->pdf, &number, &REF, NUMBER);
	cairo_set_source_rgb(w->pdf.cr, 0, 0, 0);
	sr_sheet_draw(&w->pdf, layout, &(struct sr_sheet_text){ .mem = NULL },
		    SR_SHEET_LEFT, y + 1.5);
	g_object_unref(layout);
	sr_sheet_add(&t, r->outlet);
	if (r->title.n) {
		sr_sheet_add(&t, SR_STR(", “"));
		sr_sheet_add(&t, r->title);
		sr_sheet_add(&t, SR_STR("”"));
	}
	sr_sheet_add(&t, SR_STR(", "));
	sr_sheet_add(&t, r->day);
	if (r->url.n) {
		sr_sheet_add(&t, SR_STR(", "));
		sr_sheet_add_url(&t, r->url);
	}
	sr_sheet_flow(&w->pdf, &t, &REF, SR_SHEET_LEFT + NUMBER);
	for (size_t i = 0; i < r->claims.nitem; i++) {
		sr_sheet_add(&ids, i ? SR_STR(" ") : SR_STR(""));
		sr_sheet_add(&ids, r->claims.items[i]);
	}
	if (r->claims.nitem)
		sr_sheet_flow(&w->pdf, &ids, &IDS, SR_SHEET_LEFT + NUMBER);
	sr_sheet_text_release(&number);
	sr_sheet_text_release(&t);
	sr_sheet_text_release(&ids);
}

static void all(struct writer *w)
{
	const struct sr_brief *b = w->pdf.brief;

	flow(w, b->title, &TITLE);
	flow(w, b->period, &PERIOD);
	sr_sheet_rule(&w->pdf, w->pdf.y - 5, 1.5, 0);
	flow_part(w, &b->lead, &LEAD, SR_SHEET_LEFT);
	for (size_t i = 0; i < b->sections.nitem; i++) {
		const struct sr_brief_section *s = &b->sections.items[i];
		const struct sr_brief_table *t =
			s->parts.nitem ? s->parts.items[0].table : NULL;
		section_head(w, s->title,
			     t ? start_height(w, t) - TABLE_HEAD : 0);
		for (size_t k = 0; k < s->parts.nitem; k++)
			part(w, &s->parts.items[k]);
	}
	if (b->refs.nitem)
		section_head(w, b->words_of_refs, 0);
	for (size_t i = 0; i < b->refs.nitem; i++)
		reference(w, &b->refs.items[i], (uint32_t)i + 1);
}

enum sr_code sr_brief_write_pdf(const struct sr_brief *brief,
				struct sr_json *out, struct sr_err *err)
{
	struct writer w = { .mem = out->mem };
	bool fine = true;

	/* First to count the pages, then for good. */
	for (int pass = 0; fine && pass < 2; pass++) {
		fine = sr_sheet_open(&w.pdf, brief, pass ? out : NULL);
		if (fine)
			all(&w);
		fine = sr_sheet_close(&w.pdf) && fine;
	}
	if (out->full || out->mem->full)
		return sr_fail_nomem(err, "brief");
	return fine ? SR_OK
		    : sr_fail(err, SR_IO, "brief.pdf",
			      "Cairo could not draw it");
}
