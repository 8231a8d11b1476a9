/* SHA-256 by every path is what libmd's own functions give, for any length and
 * however the bytes come in; and the standard's own example is met. */
#include "base/sha256.h"

#include <sys/types.h>

#include <sha2.h>

#include "base/digest.h"
#include "lib/check.h"

#define LONGEST 300

static bool same(const uint8_t *text, size_t n, size_t part,
		 enum sr_sha256_path path)
{
	uint8_t want[SR_SHA256_SIZE], have[SR_SHA256_SIZE];
	struct sr_sha256 s;
	SHA2_CTX libmd;

	SHA256Init(&libmd);
	SHA256Update(&libmd, text, n);
	SHA256Final(want, &libmd);
	sr_sha256_init(&s, path);
	for (size_t at = 0; at < n; at += part)
		sr_sha256_put(&s, text + at, n - at < part ? n - at : part);
	sr_sha256_end(&s, have);
	return memcmp(want, have, sizeof(want)) == 0;
}

int main(void)
{
	uint8_t text[LONGEST];
	char hex[SR_HEX];
	uint32_t x = 7;

	for (size_t i = 0; i < LONGEST; i++) {
		x = x * 1664525u + 1013904223u;
		text[i] = (uint8_t)(x >> 24);
	}
	for (int p = SR_SHA256_LIBMD; p <= (int)sr_sha256_best(); p++) {
		size_t wrong = 0;
		for (size_t n = 0; n <= LONGEST; n++)
			for (size_t part = 1; part <= 150; part += 7)
				wrong += !same(text, n, part,
					       (enum sr_sha256_path)p);
		CHECK_INT(wrong, 0);
	}
	sr_sha256(SR_STR("abc"), hex);
	CHECK(strcmp(hex, "ba7816bf8f01cfea414140de5dae2223"
			  "b00361a396177a9cb410ff61f20015ad") == 0);
	return done();
}
