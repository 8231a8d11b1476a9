/* The base map: coast, lakes, borders, provinces and rivers of the world at a
 * few levels of detail, in a file that tools/mapc compiles from Natural Earth
 * and that is mapped. 20 MB; nothing is read before it is drawn.
 *
 * All geometry is in strips: at most 256 points of a line, or a ring of what a
 * filled area has in one cell of a grid, each with its box. A look is a walk
 * over the boxes of one layer, 10,000 at most: microseconds.
 *
 * The file is ours and not from outside; opening checks its header, its
 * lengths and every strip's points, so that a damaged one is refused. */
#ifndef SR_DRAW_BASEMAP_H
#define SR_DRAW_BASEMAP_H

#include "base/err.h"
#include "base/str.h"

enum sr_base_layer {
	SR_BASE_LAND,	  /* rings, to be filled with nonzero winding */
	SR_BASE_WATER,	  /* the same, of lakes and reservoirs, upon land */
	SR_BASE_SHORE,	  /* lines of both */
	SR_BASE_PROVINCE, /* lines of first-order divisions */
	SR_BASE_RIVER,
	SR_BASE_BORDER, /* lines of states */
	SR_BASE_LAYERS
};

/* Of a border. */
enum sr_border_kind {
	SR_BORDER_PLAIN,
	SR_BORDER_DISPUTED, /* disputed, indefinite, a line of control */
};

#define SR_BASE_LEVELS 5
#define SR_BASE_STRIP 256 /* points of a strip of a line */
#define SR_BASE_DEGREE 10000000.0

/* One strip as the file has it. Angles in 1e-7 degrees. */
struct sr_strip {
	int32_t west, south, east, north;
	uint32_t point, npoint; /* of the points */
	uint32_t line;		/* strips of one line follow each other and
				   share this; each begins with the point that
				   the one before ended with */
	uint16_t rank;		/* of importance, 0 the first; of a border its
				   kind */
	uint16_t name;		/* of a river: index of names; 0: none */
};

struct sr_base {
	struct sr_str bytes;
	const struct sr_base_header *header;
	const struct sr_strip *strip;
	const int32_t *point; /* longitude, latitude */
	const char *name;
};

/* Looks at a file's bytes, which are borrowed and aligned to 8. SR_REFUSED:
 * they are none of this version, or damaged; `where` names the file. */
enum sr_code sr_base_read(struct sr_base *b, struct sr_str bytes,
			  const char *where, struct sr_err *err) SR_MUST_USE;

/* The same of a file, mapped; closed with sr_base_close. */
enum sr_code sr_base_open(struct sr_base *b, const char *path,
			  struct sr_err *err) SR_MUST_USE;
void sr_base_close(struct sr_base *b);

/* The coarsest level that shows no less than steps of so many degrees. */
unsigned sr_base_level(const struct sr_base *b, double degrees);

/* The strips of a layer at a level. */
const struct sr_strip *sr_base_strips(const struct sr_base *b, unsigned level,
				      enum sr_base_layer layer, size_t *n);

/* A river's name; empty for 0. */
struct sr_str sr_base_name(const struct sr_base *b, uint16_t name);

/* 2. The file; for basemap.c and tools/mapc. Little-endian. */

#define SR_BASE_MAGIC 0x3150414D54495253u /* "SRITMAP1" */
#define SR_BASE_VERSION 1u

struct sr_base_header {
	uint64_t magic;
	uint32_t version, nstrip, npoint, nname;
	uint32_t name_size, pad;
	double tolerance[SR_BASE_LEVELS]; /* degrees */
	uint32_t first[SR_BASE_LEVELS][SR_BASE_LAYERS], /* strips */
		n[SR_BASE_LEVELS][SR_BASE_LAYERS];
	char source[256]; /* what it was made of, NUL-ended */
};
/* Then strips, points, offsets of the names (nname), names (length, bytes). */

#endif
