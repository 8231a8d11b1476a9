/* Which column or key holds what: as the user maps them, else by their names.
 */
#ifndef SR_INTAKE_MAP_H
#define SR_INTAKE_MAP_H

#include "intake/names.h"

/* The field that a column or key holds; rank as sr_name_find gives it, 0 for
 * one that the user named. SR_NAME_COUNT for none. */
enum sr_name sr_map_find(const struct sr_kit *kit, const char *map,
			 struct sr_str name, unsigned *rank);

#endif
