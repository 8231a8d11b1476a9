/* Pages for write_pdf.c: text that flows over them, tables whose heads come
 * again, links, bookmarks. Cairo draws, Pango sets the lines. */
#ifndef SR_BRIEF_PDF_H
#define SR_BRIEF_PDF_H

#include <cairo.h>
#include <pango/pangocairo.h>

#include "base/json.h"
#include "brief/brief.h"

/* A4 in points. */
#define SR_PDF_WIDTH 595.28
#define SR_PDF_HEIGHT 841.89
#define SR_PDF_LEFT 62.0
#define SR_PDF_RIGHT (SR_PDF_WIDTH - 62.0)
#define SR_PDF_TOP 74.0
#define SR_PDF_BOTTOM (SR_PDF_HEIGHT - 64.0)

struct sr_pdf {
	cairo_surface_t *surface;
	cairo_t *cr;
	PangoFontMap *fonts;
	PangoContext *context;
	const struct sr_brief *brief;
	double y;
	int page, npage; /* npage: 0 while they are counted */
	int outline;	 /* the section's bookmark */
};

/* How text looks. */
struct sr_pdf_face {
	const char *font; /* as Pango describes it: "DejaVu Serif 10" */
	double grey;	  /* 0: black */
	double before, after; /* points above and below */
};

/* A piece of a line that can be pressed: the reference `ref`, or an address. */
struct sr_pdf_link {
	uint32_t from, to; /* bytes of the text */
	uint32_t ref;
	struct sr_str url;
};

/* A text being put together, with what of it is small, high or a link. */
struct sr_pdf_text {
	struct sr_json text;
	PangoAttrList *look;
	SR_LIST(struct sr_pdf_link) links;
	struct sr_arena *mem;
};

/* Opens with nothing drawn: `out` gets the bytes, or is NULL to count pages. */
bool sr_pdf_open(struct sr_pdf *pdf, const struct sr_brief *brief,
		 struct sr_json *out);
/* Ends the last page. False when Cairo failed. */
bool sr_pdf_close(struct sr_pdf *pdf);

void sr_pdf_page(struct sr_pdf *pdf); /* the next one */
/* A next one unless so many points are left. */
void sr_pdf_need(struct sr_pdf *pdf, double points);

void sr_pdf_text_init(struct sr_pdf_text *t, struct sr_arena *mem);
void sr_pdf_text_release(struct sr_pdf_text *t);
void sr_pdf_add(struct sr_pdf_text *t, struct sr_str s);
/* Smaller and grey, our own remark. */
void sr_pdf_add_note(struct sr_pdf_text *t, struct sr_str s);
void sr_pdf_add_ref(struct sr_pdf_text *t, uint32_t ref);
void sr_pdf_add_url(struct sr_pdf_text *t, struct sr_str url);

/* Lines of it between x and SR_PDF_RIGHT, over as many pages as they take. */
void sr_pdf_flow(struct sr_pdf *pdf, struct sr_pdf_text *t,
		 const struct sr_pdf_face *face, double x);

/* The layout of it, that wide; unref'd by the caller. NULL without memory. */
PangoLayout *sr_pdf_layout(struct sr_pdf *pdf, struct sr_pdf_text *t,
			   const struct sr_pdf_face *face, double width);
/* Draws a layout with its top left at x, y. */
void sr_pdf_draw(struct sr_pdf *pdf, PangoLayout *layout,
		 const struct sr_pdf_text *t, double x, double y);

/* A bookmark at the pen; level 0 is a section. */
void sr_pdf_bookmark(struct sr_pdf *pdf, struct sr_str title, int level);
/* Where references point: "r7" at the pen. */
void sr_pdf_anchor(struct sr_pdf *pdf, uint32_t ref);
/* A line from side to side at height y. */
void sr_pdf_rule(struct sr_pdf *pdf, double y, double thick, double grey);

#endif
