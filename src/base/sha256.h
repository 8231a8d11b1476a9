/* SHA-256 (FIPS 180-4): the processor's instructions for it where there are
 * some and the compiler can ask for them, libmd's rounds elsewhere, which
 * take eight times as long. Every claim's key and every row of the ledger's
 * log is a digest of some two hundred bytes. */
#ifndef SR_BASE_SHA256_H
#define SR_BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

#define SR_SHA256_BLOCK 64
#define SR_SHA256_SIZE 32

enum sr_sha256_path { SR_SHA256_LIBMD, SR_SHA256_NI };

struct sr_sha256 {
	uint32_t state[8];
	uint64_t n; /* bytes put in so far; those of no whole block: */
	uint8_t block[SR_SHA256_BLOCK];
	enum sr_sha256_path path;
};

/* The fastest here. All give the same digest. */
enum sr_sha256_path sr_sha256_best(void);

void sr_sha256_init(struct sr_sha256 *s, enum sr_sha256_path path);
void sr_sha256_put(struct sr_sha256 *s, const void *bytes, size_t n);
void sr_sha256_end(struct sr_sha256 *s, uint8_t digest[SR_SHA256_SIZE]);

#endif
