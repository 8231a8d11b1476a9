/* The kit that was built, for tests of what reads it. */
#ifndef SR_TESTS_KIT_H
#define SR_TESTS_KIT_H

#include <stdio.h>
#include <stdlib.h>

#include "kit/kit.h"

/* Opens $SR_BUILD/data/sitrep.kit; ends the test where there is none. */
static inline struct sr_kit *test_kit(void)
{
	char path[4096];
	struct sr_kit *kit = NULL;
	struct sr_err err = { 0 };
	const char *build = getenv("SR_BUILD");

	snprintf(path, sizeof(path), "%s/data/sitrep.kit",
		 build ? build : "build");
	if (sr_kit_open(&kit, path, &err)) {
		printf("Bail out! %s: %s\n", err.where, err.text);
		exit(1);
	}
	return kit;
}

#endif
