/* What Cairo writes, kept in an arena. */
#ifndef SR_DRAW_PNG_H
#define SR_DRAW_PNG_H

#include <cairo.h>

#include "base/json.h"

/* A cairo_write_func_t that appends to the struct sr_json given as `to`. */
cairo_status_t sr_cairo_keep(void *to, const unsigned char *bytes,
			     unsigned int n);

#endif
