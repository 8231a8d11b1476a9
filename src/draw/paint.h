/* A laid-out map drawn, and written as SVG, PNG or PDF. */
#ifndef SR_DRAW_PAINT_H
#define SR_DRAW_PAINT_H

#include "draw/layout.h"

enum sr_map_format { SR_MAP_SVG, SR_MAP_PNG, SR_MAP_PDF };

/* By the ending of a file's name; SR_USAGE for others. */
enum sr_code sr_map_format_of(const char *path, enum sr_map_format *format,
			      struct sr_err *err) SR_MUST_USE;

/* The bytes of the file, the arena's. The same map gives the same bytes (with
 * the same Cairo, Pango and fonts). SR_NOMEM. */
enum sr_code sr_map_write(const struct sr_map_kit *kit,
			  const struct sr_layout *layout,
			  enum sr_map_format format, struct sr_str *bytes,
			  struct sr_err *err) SR_MUST_USE;

/* All of it: takes the day from the ledger, lays it out, draws it. `kit->mem`
 * is the answer's arena; the measure is filled in. */
struct sr_map_drawn {
	struct sr_map_data data;
	struct sr_layout layout;
	struct sr_str bytes;
};
enum sr_code sr_map_draw(struct sr_ask *ask, const struct sr_base *base,
			 const struct sr_map_ask *want,
			 const struct sr_map_options *options,
			 enum sr_map_format format, struct sr_map_drawn *out)
	SR_MUST_USE;

#endif
