#include "kit/wordset.h"

#include "base/str.h"

uint64_t sr_word_hash(struct sr_str lower, enum sr_word_part part)
{
	uint64_t h = sr_hash(lower.s, lower.n);

	h = (h ^ h >> 29 ^ (uint64_t)part) * 0x9E3779B97F4A7C15u;
	h ^= h >> 32;
	return h ? h : 1;
}

bool sr_wordset_open(struct sr_wordset *set, const struct sr_kit *kit,
		     const char *name)
{
	size_t n, used = 0;
	const char *p = sr_kit_section(kit, name, &n);
	const struct sr_wordset_header *h = (const void *)p;

	if (!p || n < sizeof(*h) || !h->nslot || (h->nslot & (h->nslot - 1)) ||
	    sizeof(*h) + (uint64_t)h->nslot * sizeof(struct sr_word_slot) != n)
		return false;
	set->slot = (const void *)(h + 1);
	set->mask = h->nslot - 1;
	for (uint32_t i = 0; i < h->nslot; i++)
		used += set->slot[i].hash != 0;
	return used < h->nslot;
}
