/* A GeoNames dump (UA.txt, allCountries.txt) to a gazetteer of its own, or
 * joined with the built-in one. The dump is read line by line, twice: areas
 * first, then all that codes.tsv takes. Memory: 60 bytes a place and 24 a name,
 * while it runs; a country takes a second, the world some minutes.
 *
 * A row with the id of a place that is there makes it richer: its names are
 * added, its point, size and kind taken over; the name shown stays. A row that
 * is a place without an id (same country, same spelling, near) gives it one.
 * A row that is broken is refused and counted, and the rest goes on. */
#ifndef SR_KIT_GAZ_IMPORT_H
#define SR_KIT_GAZ_IMPORT_H

#include "base/err.h"
#include "kit/kit.h"

struct sr_gaz_import {
	const char *dump, *out; /* paths; `out` is replaced when all is done */
	bool alone;		/* the dump's places only, not the kit's */
	/* What became of it. */
	size_t rows, refused, left; /* left: of kinds that aren't taken */
	size_t added, joined;
	size_t places, bytes;
	char first_refused[128]; /* "line 12: not 19 columns ..." */
};

/* SR_IO for files, SR_REFUSED when no row is one of a dump, SR_LIMIT,
 * SR_NOMEM. */
enum sr_code sr_gaz_import(const struct sr_kit *kit, struct sr_gaz_import *in,
			   struct sr_err *err) SR_MUST_USE;

#endif
