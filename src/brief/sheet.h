/* Pages for write_pdf.c: text that flows over them, tables whose heads come
 * again, links, bookmarks. Cairo draws, Pango sets the lines. */
#ifndef SR_BRIEF_SHEET_H
#define SR_BRIEF_SHEET_H

#include <cairo.h>
#include <pango/pangocairo.h>

#include "base/json.h"
#include "brief/brief.h"

/* A4 in points. */
#define SR_SHEET_WIDTH 595.28
#define SR_SHEET_HEIGHT 841.89
#define SR_SHEET_LEFT 62.0
#define SR_SHEET_RIGHT (SR_SHEET_WIDTH - 62.0)
#define SR_SHEET_TOP 74.0
#define SR_SHEET_BOTTOM (SR_SHEET_HEIGHT - 64.0)

struct sr_sheet {
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
struct sr_sheet_face {
	const char *font; /* as Pango describes it: "DejaVu Serif 10" */
	double grey;	  /* 0: black */
	double before, after; /* points above and below */
};

/* A piece of a line that can be pressed: the reference `ref`, or an address. */
struct sr_sheet_link {
	uint32_t from, to; /* bytes of the text */
	uint32_t ref;
	struct sr_str url;
};

/* A text being put together, with what of it is small, high or a link. */
struct sr_sheet_text {
	struct sr_json text;
	PangoAttrList *look;
	SR_LIST(struct sr_sheet_link) links;
	struct sr_arena *mem;
};

/* Opens with nothing drawn: `out` gets the bytes, or is NULL to count pages. */
bool sr_sheet_open(struct sr_sheet *pdf, const struct sr_brief *brief,
		 struct sr_json *out);
/* Ends the last page. False when Cairo failed. */
bool sr_sheet_close(struct sr_sheet *pdf);

void sr_sheet_page(struct sr_sheet *pdf); /* the next one */
/* A next one unless so many points are left. */
void sr_sheet_need(struct sr_sheet *pdf, double points);

void sr_sheet_text_init(struct sr_sheet_text *t, struct sr_arena *mem);
void sr_sheet_text_release(struct sr_sheet_text *t);
void sr_sheet_add(struct sr_sheet_text *t, struct sr_str s);
/* Smaller and grey, our own remark. */
void sr_sheet_add_note(struct sr_sheet_text *t, struct sr_str s);
void sr_sheet_add_ref(struct sr_sheet_text *t, uint32_t ref);
void sr_sheet_add_url(struct sr_sheet_text *t, struct sr_str url);

/* Lines of it between x and SR_SHEET_RIGHT, over as many pages as they take. */
void sr_sheet_flow(struct sr_sheet *pdf, struct sr_sheet_text *t,
		 const struct sr_sheet_face *face, double x);

/* The layout of it, that wide; unref'd by the caller. NULL without memory. */
PangoLayout *sr_sheet_layout(struct sr_sheet *pdf, struct sr_sheet_text *t,
			   const struct sr_sheet_face *face, double width);
/* Draws a layout with its top left at x, y. */
void sr_sheet_draw(struct sr_sheet *pdf, PangoLayout *layout,
		 const struct sr_sheet_text *t, double x, double y);

/* A bookmark at the pen; level 0 is a section. */
void sr_sheet_bookmark(struct sr_sheet *pdf, struct sr_str title, int level);
/* Where references point: "r7" at the pen. */
void sr_sheet_anchor(struct sr_sheet *pdf, uint32_t ref);
/* A line from side to side at height y. */
void sr_sheet_rule(struct sr_sheet *pdf, double y, double thick, double grey);

#endif
