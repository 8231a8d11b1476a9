/* The base map that was built, for tests of what draws it. */
#ifndef SR_TESTS_BASE_H
#define SR_TESTS_BASE_H

#include <stdio.h>
#include <stdlib.h>

#include "draw/basemap.h"

/* False, loudly, where none was built: Natural Earth is not at hand. */
static inline bool test_base(struct sr_base *base)
{
	char path[4096];
	const char *build = getenv("SR_BUILD");

	snprintf(path, sizeof(path), "%s/data/basemap.bin",
		 build ? build : "build");
	if (!sr_base_open(base, path, NULL))
		return true;
	printf("1..0 # SKIP no base map at %s\n", path);
	return false;
}

#endif
