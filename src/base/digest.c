#include "base/digest.h"

void sr_digest_init(struct sr_digest *d)
{
	sr_sha256_init(&d->sha, sr_sha256_best());
}

/* Nine bytes, some hundred times a report: put into the block that is being
 * filled, where they fit. */
static void put(struct sr_digest *d, char kind, uint64_t v)
{
	size_t have = d->sha.n % SR_SHA256_BLOCK;
	uint8_t b[9] = { (uint8_t)kind };

	for (int i = 0; i < 8; i++)
		b[8 - i] = (uint8_t)(v >> (8 * i));
	if (have + sizeof(b) < SR_SHA256_BLOCK) {
		memcpy(d->sha.block + have, b, sizeof(b));
		d->sha.n += sizeof(b);
		return;
	}
	sr_sha256_put(&d->sha, b, sizeof(b));
}

void sr_digest_null(struct sr_digest *d)
{
	put(d, 'n', 0);
}

void sr_digest_int(struct sr_digest *d, int64_t v)
{
	put(d, 'i', (uint64_t)v);
}

void sr_digest_real(struct sr_digest *d, double v)
{
	uint64_t bits;

	memcpy(&bits, &v, sizeof(bits));
	put(d, 'r', bits);
}

void sr_digest_text(struct sr_digest *d, struct sr_str s)
{
	put(d, 't', s.n);
	sr_sha256_put(&d->sha, s.s, s.n);
}

static void hex_of(const uint8_t digest[SR_SHA256_SIZE], char hex[SR_HEX])
{
	static const char HEX[] = "0123456789abcdef";

	for (size_t i = 0; i < SR_SHA256_SIZE; i++) {
		hex[2 * i] = HEX[digest[i] >> 4];
		hex[2 * i + 1] = HEX[digest[i] & 15];
	}
	hex[SR_HEX - 1] = '\0';
}

void sr_digest_end(struct sr_digest *d, char hex[SR_HEX])
{
	uint8_t digest[SR_SHA256_SIZE];

	sr_sha256_end(&d->sha, digest);
	hex_of(digest, hex);
}

void sr_sha256(struct sr_str bytes, char hex[SR_HEX])
{
	struct sr_digest d;

	sr_digest_init(&d);
	sr_sha256_put(&d.sha, bytes.s, bytes.n);
	sr_digest_end(&d, hex);
}
