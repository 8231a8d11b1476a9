/* A map laid out: where everything stands on the page, with nothing drawn yet.
 * Pure: of the data, the base map, the gazetteer, and what measures words. What
 * a test asks of a map it asks of this.
 *
 * No two of the boxes of marks, badges and labels overlap, but marks whose
 * places lie so near each other. */
#ifndef SR_DRAW_LAYOUT_H
#define SR_DRAW_LAYOUT_H

#include "draw/basemap.h"
#include "draw/label.h"
#include "draw/mapdata.h"
#include "draw/project.h"
#include "draw/text.h"
#include "draw/towns.h"

struct sr_map_options {
	double width, height; /* page units, 1/96 inch; the page is made
				 higher where the legend needs it */
	bool dark;
	bool has_area;
	struct sr_box area;	 /* degrees; has_area */
	struct sr_str area_name; /* as it was asked for; may be empty */
	struct sr_str title;	 /* empty: the usual one */
};

#define SR_MAP_LEAST 360.0 /* page units of either side */
#define SR_MAP_MOST 8000.0
#define SR_MAP_OPTIONS ((struct sr_map_options){ .width = 1280, .height = 880 })

/* The symbol of a place. */
struct sr_mark {
	uint32_t place; /* of the data */
	struct sr_xy at;
	double r;
	uint32_t fade; /* thousandths towards the ground, by age */
	double reach;  /* of the place itself, where the map is large enough
			  to show it; else 0 */
};

/* A place or incidents known to an area only: a circle. */
struct sr_haze {
	bool incident; /* else a place */
	uint32_t index;
	struct sr_xy at;
	double r;
	uint32_t fade;
};

/* Incidents of one kind at one place. */
struct sr_badge {
	uint32_t incident;
	struct sr_xy at; /* the middle of its symbol */
	double r;
	struct sr_xy count; /* where the number stands, if there is one */
	bool leader;	    /* a line from `of` to the first of its row */
	struct sr_xy of;
};

enum sr_label_of {
	SR_LABEL_PLACE,	   /* of the ledger: index of a place */
	SR_LABEL_INCIDENT, /* of the ledger: index of an incident */
	SR_LABEL_TOWN,	   /* the rest are of the ground */
	SR_LABEL_PROVINCE,
	SR_LABEL_COUNTRY,
	SR_LABEL_NET, /* degrees, at the frame's edge */
};

struct sr_label {
	struct sr_str text;
	enum sr_style style;
	enum sr_label_of of;
	uint32_t index;
	struct sr_box box;
	struct sr_xy point; /* what it names */
	bool leader;	    /* a line leads there */
	bool capital;	    /* a town's sign */
};

/* A letter of a river's name. */
struct sr_letter {
	struct sr_str text;
	struct sr_xy at; /* the middle of its base line */
	double turn;	 /* radians */
};

enum sr_sign {
	SR_SIGN_NONE,
	SR_SIGN_SIDE,  /* index: of the palette; SIZE_MAX: nobody known */
	SR_SIGN_HOW,   /* index: enum sr_map_how */
	SR_SIGN_SIEGE,
	SR_SIGN_REACH,
	SR_SIGN_FADE,
	SR_SIGN_HAZE,
	SR_SIGN_EVENT, /* index: enum sr_map_event */
	SR_SIGN_SIZES, /* of the symbols of incidents */
};

/* A line of the legend. */
struct sr_entry {
	enum sr_sign sign;
	size_t index;
	struct sr_xy at; /* the middle of the sign */
	struct sr_str text;
	enum sr_style style;
	struct sr_box box; /* of the text */
};

struct sr_layout {
	const struct sr_map_data *data;
	struct sr_map_options options;
	struct sr_box page, head, frame, panel, foot;
	struct sr_projection projection;
	SR_LIST(struct sr_mark) marks;
	SR_LIST(struct sr_haze) hazes;
	SR_LIST(struct sr_badge) badges;
	SR_LIST(struct sr_label) labels;
	SR_LIST(struct sr_letter) letters;
	SR_LIST(struct sr_entry) entries;
	struct sr_taken taken;
	double scale_km; /* of the scale bar */
	struct sr_box scale_bar;
	double net; /* degrees between the lines of the net; 0: none */
	size_t unlabelled; /* places of the ledger that have a mark, no label */
	size_t outside;	   /* places of the ledger that lie beside the frame */
	size_t pointless;  /* and those that can't be drawn at all */
	size_t far;	  /* of those outside: left out because they lie far off */
	size_t wide;	  /* places, and attacks, known to an area only that
			     is wider than the map */
	size_t hidden;	  /* kinds of incident at a place, for want of room */
};

/* What it is laid out with; all but measure and mem may be NULL. */
struct sr_map_kit {
	const struct sr_kit *tables;
	const struct sr_base *base;
	const struct sr_gaz *gaz;
	struct sr_measure measure;
	struct sr_arena *mem;
};

/* Strings are the data's and the arena's. SR_NOMEM; SR_REFUSED where there is
 * nothing to show and no area was asked for. */
enum sr_code sr_layout_make(const struct sr_map_kit *kit,
			    const struct sr_map_data *data,
			    const struct sr_map_options *options,
			    struct sr_layout *out,
			    struct sr_err *err) SR_MUST_USE;

/* A text put together in an arena; empty when that is full. */
struct sr_str sr_map_text(struct sr_arena *mem, const char *fmt, ...)
	SR_PRINTF(2, 3);

/* 2. Its parts, in files of their own. */
bool sr_layout_ledger(const struct sr_map_kit *kit, struct sr_layout *out);
/* Puts a label beside its point where there is room; *placed: there was. False
 * without memory. */
bool sr_layout_label(const struct sr_map_kit *kit, struct sr_layout *l,
		     const struct sr_label *like, struct sr_spotted spotted,
		     bool *placed);
bool sr_layout_names(const struct sr_map_kit *kit, struct sr_layout *out);
bool sr_layout_rivers(const struct sr_map_kit *kit, struct sr_layout *out);
bool sr_layout_titles(const struct sr_map_kit *kit, struct sr_layout *out);
bool sr_layout_legend(const struct sr_map_kit *kit, struct sr_layout *out,
		      double *over);

#endif
