#include "intake/map.h"

#include "base/str.h"
#include "intake/intake.h"

enum sr_name sr_map_find(const struct sr_kit *kit, const char *map,
			 struct sr_str name, unsigned *rank)
{
	struct sr_str rest = sr_str_of(map);

	while (map && rest.s) {
		struct sr_str column = sr_str_cut(&rest, ',');
		struct sr_str field = sr_str_cut(&column, '=');
		if (column.s && sr_str_equal(sr_str_trim(column), name)) {
			*rank = 1;
			return sr_name_of(sr_str_trim(field));
		}
	}
	enum sr_name f = sr_name_find(kit, name, false, rank);
	*rank += 1;
	return f;
}

enum sr_code sr_intake_map_check(const char *map, struct sr_err *err)
{
	struct sr_str rest = sr_str_of(map);

	while (map && rest.s) {
		struct sr_str column = sr_str_cut(&rest, ',');
		struct sr_str field = sr_str_cut(&column, '=');
		if (!sr_str_trim(column).n ||
		    sr_name_of(sr_str_trim(field)) == SR_NAME_COUNT)
			return sr_fail(err, SR_USAGE, map,
				       "expected FIELD=COLUMN with commas "
				       "between; FIELD is one of %s",
				       SR_NAME_WORDS);
	}
	return SR_OK;
}
