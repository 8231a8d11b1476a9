#include "brief/thing.h"

#include "base/str.h"
#include "kit/pattern.h"

enum sr_thing sr_counted_thing(const struct sr_kit *kit, struct sr_str unit)
{
	for (uint32_t i = 0; i < sr_kit_rows(kit, SR_TABLE_THINGS); i++) {
		int32_t c = sr_kit_value(kit, SR_TABLE_THINGS, i,
					 SR_THINGS_CLASSES);
		if (!sr_str_equal(unit, sr_kit_text(kit, SR_TABLE_THINGS, i,
						    SR_THINGS_UNIT)))
			continue;
		if (c & (SR_CLASS_PLACE | SR_CLASS_GROUND))
			return SR_THING_GROUND;
		if (c & (SR_CLASS_GUN | SR_CLASS_BOMB))
			return SR_THING_ARMS;
	}
	return SR_THING_OTHER;
}
