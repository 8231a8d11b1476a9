/* robots.txt of any bytes: no crash, no endless loop, and an answer that does
 * not depend on what stands behind the last line. */
#include "fetch/robots.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sr_str all = { (const char *)data, size };
	struct sr_str robots = all, path = sr_str_cut(&robots, '\n');
	double delay = 0;

	if (!robots.n)
		return 0;
	bool may = sr_robots_allow(robots, "sitrep", path, &delay);
	HOLDS(delay >= 0 && delay <= SR_ROBOTS_DELAY_MOST);
	HOLDS(sr_robots_allow(robots, "sitrep", path, NULL) == may);
	return 0;
}
