/* What the fuzz targets share: a kit of the project's tables alone, and a
 * check that stops the run. Run from the project's root. */
#ifndef SR_TESTS_FUZZ_H
#define SR_TESTS_FUZZ_H

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/str.h"
#include "base/utf8.h"
#include "kit/kit.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

#define HOLDS(x)                                                               \
	do {                                                                   \
		if (!(x)) {                                                    \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__,     \
				#x);                                           \
			abort();                                               \
		}                                                              \
	} while (0)

/* The bytes of a kit file of tables and models, without a gazetteer. */
static inline struct sr_str fuzz_kit_bytes(void)
{
	static struct sr_arena mem;
	static struct sr_str bytes;
	static const char *const model[] = { "lang", "split" };
	struct sr_kit_part part[2];
	struct sr_err err = { 0 };
	enum sr_code code = SR_OK;

	if (bytes.n)
		return bytes;
	sr_arena_init(&mem, (size_t)1 << 30);
	for (int i = 0; i < 2 && !code; i++) {
		char path[64];
		struct sr_str s = { NULL, 0 };
		snprintf(path, sizeof(path), "data/models/%s.model", model[i]);
		code = sr_file_read(&mem, path, (size_t)64 << 20, &s, &err);
		part[i] = (struct sr_kit_part){ model[i], s.s, s.n };
	}
	if (!code)
		code = sr_kit_build(&mem, "data", part, 2, &bytes, &err);
	if (code) {
		fprintf(stderr, "%s: %s\n", err.where, err.text);
		abort();
	}
	return bytes;
}

static inline const struct sr_kit *fuzz_kit(void)
{
	static struct sr_kit *kit;

	if (!kit) {
		struct sr_str bytes = fuzz_kit_bytes();
		HOLDS(sr_kit_read(&kit, bytes.s, bytes.n, NULL) == SR_OK);
	}
	return kit;
}

/* The built kit with its gazetteer, if SR_FUZZ_KIT names one. */
static inline const struct sr_kit *fuzz_full_kit(void)
{
	static struct sr_kit *kit;
	const char *path = getenv("SR_FUZZ_KIT");

	if (!path || !*path)
		return fuzz_kit();
	if (!kit)
		HOLDS(sr_kit_open(&kit, path, NULL) == SR_OK);
	return kit;
}

/* A span within the text whose ends stand between code points. */
static inline void holds_span(struct sr_str text, struct sr_span at)
{
	HOLDS(at.from <= at.to && at.to <= text.n);
	HOLDS(at.from == text.n ||
	      ((unsigned char)text.s[at.from] & 0xC0) != 0x80);
	HOLDS(at.to == text.n || ((unsigned char)text.s[at.to] & 0xC0) != 0x80);
}

/* Part of the text, or empty. */
static inline void holds_part(struct sr_str text, struct sr_str part)
{
	if (!part.n)
		return;
	HOLDS(part.s >= text.s && part.s + part.n <= text.s + text.n);
	HOLDS(sr_utf8_check(part) == part.n);
}

#endif
