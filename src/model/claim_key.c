#include "model/claim_key.h"

#include "base/digest.h"
#include "ontology.h"

/* begun: the digest of what all claims of the report begin with. */
static void make(struct sr_claim_key *key, const struct sr_digest *begun,
		 const struct sr_claim *c, uint32_t number)
{
	struct sr_digest d = *begun;
	char hex[SR_HEX];

	sr_digest_text(&d, sr_str_of(sr_type_name(c->type)));
	sr_digest_int(&d, c->evidence.from);
	sr_digest_int(&d, c->evidence.to);
	sr_digest_int(&d, number);
	sr_digest_end(&d, hex);
	memcpy(key->hex, hex, SR_KEY - 1);
	key->hex[SR_KEY - 1] = '\0';
}

/* slot: indices + 1 of keys made; a power of two, at most half full. True when
 * the key is new and was put in. */
static bool enter(uint32_t *slot, size_t mask, struct sr_claim_key *all,
		  size_t i)
{
	size_t at = (size_t)sr_hash(all[i].hex, SR_KEY - 1) & mask;

	for (; slot[at]; at = (at + 1) & mask)
		if (memcmp(all[slot[at] - 1].hex, all[i].hex, SR_KEY) == 0)
			return false;
	slot[at] = (uint32_t)(i + 1);
	return true;
}

struct sr_claim_key *sr_claim_keys(struct sr_arena *mem, const char *sha256,
				   const struct sr_claim *claim, size_t n)
{
	struct sr_claim_key *key = SR_NEW(mem, struct sr_claim_key, n);
	struct sr_digest begun;
	size_t nslot = 16;

	while (nslot < n * 2)
		nslot *= 2;
	uint32_t *slot = SR_NEW(mem, uint32_t, nslot);
	if (!key || !slot)
		return NULL;
	sr_digest_init(&begun);
	sr_digest_text(&begun, sr_str_of(sha256));
	for (size_t i = 0; i < n; i++) {
		uint32_t number = 0;
		do
			make(&key[i], &begun, &claim[i], number++);
		while (!enter(slot, nslot - 1, key, i));
	}
	return key;
}
