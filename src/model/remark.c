#include "model/remark.h"

const char *sr_remark_name(unsigned kind)
{
	static const char *const NAME[SR_REMARK_COUNT] = {
		"distance", "bearing", "weekday", "duration",
		"part",	    "headline",
	};

	return kind < SR_REMARK_COUNT ? NAME[kind] : NULL;
}
