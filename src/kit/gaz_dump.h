/* Rows of a GeoNames dump: 19 columns with tabs between, no header, no quotes
 * (cities1000.txt, UA.txt, allCountries.txt; readme.txt there). */
#ifndef SR_KIT_GAZ_DUMP_H
#define SR_KIT_GAZ_DUMP_H

#include "kit/gaz_write.h"

struct sr_gaz_row {
	int64_t id;
	struct sr_str name, ascii, alternates; /* with commas between */
	struct sr_point at;
	char class; /* A, H, L, P, R, S, T, U or V */
	struct sr_str feature, country, admin1, admin2;
	uint32_t population;
};

/* "-12.34567", whatever the locale; places after the ninth are cut. False for
 * anything else. */
bool sr_degrees_read(struct sr_str s, double *v);

/* Reads one line, which is borrowed. Gives NULL, or what is wrong with it in
 * words ("17 columns: expected 19"). */
const char *sr_gaz_row_read(struct sr_str line, struct sr_gaz_row *row);

/* What a row says of itself, its strings borrowed, without its areas. */
struct sr_gaz_entry sr_gaz_row_entry(const struct sr_gaz_row *row);

/* All names of a row: name and ascii as main ones, then the alternates that
 * are names (no links, airport codes or numbers). */
void sr_gaz_add_names(struct sr_gaz_writer *w, uint32_t entry,
		      const struct sr_gaz_row *row);

#endif
