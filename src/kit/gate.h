/* The words of war, as a kit holds them for the gate (text/gate.h): a filter of
 * one bit for each of 64 K keys, which fits the fastest memory, and behind it
 * the words. A word is known by the first and last eight of its small letters
 * and its length. */
#ifndef SR_KIT_GATE_H
#define SR_KIT_GATE_H

#include <string.h>

#include "kit/kit.h"

#define SR_GATE_SECTION "gate"
#define SR_GATE_BITS 65536u
#define SR_GATE_LEAST 3 /* letters of a word */
#define SR_GATE_MOST 24

/* The section: this, then the slots, a power of two of them. */
struct sr_gate_header {
	uint32_t nslot, nword, pad[2];
	uint64_t bits[SR_GATE_BITS / 64];   /* of words of war and hints */
	uint64_t common[SR_GATE_BITS / 64]; /* of all, triggers that are as
					       common in peace too */
};

struct sr_gate_slot {
	uint64_t key;  /* 0: free */
	uint32_t sign; /* SR_GATE_WAR, or the number of a hint */
	uint32_t pad;
};

/* One such word is enough; of hints, two that are not the same. */
#define SR_GATE_WAR 1u
#define SR_GATE_HINT 2u		 /* the first number */
#define SR_GATE_COMMON UINT32_MAX /* a trigger, no more */

struct sr_gate {
	const uint64_t *bits, *common;
	const struct sr_gate_slot *slot;
	uint32_t mask;
};

/* The kit's. */
const struct sr_gate *sr_kit_gate(const struct sr_kit *kit);

/* The section of those bytes; false where it is broken. */
bool sr_gate_open(struct sr_gate *gate, const void *bytes, size_t n);

/* The key of a word of n small letters, 3 to 24 of them, whose first eight bytes
 * (of fewer: with zeros behind) and last eight (0 where it has no more than
 * eight) are given; never 0. */
static inline uint64_t sr_gate_key(uint64_t first, uint64_t last, size_t n)
{
	uint64_t h = (first ^ (last << 3 | last >> 61)) + n;

	h *= 0x9E3779B97F4A7C15u;
	h ^= h >> 29;
	return h | 1;
}

static inline uint32_t sr_gate_bit(uint64_t key)
{
	return (uint32_t)(key >> 48);
}

/* The sign of a key whose bit is set; 0: none. */
static inline uint32_t sr_gate_find(const struct sr_gate *gate, uint64_t key)
{
	uint32_t i = (uint32_t)(key >> 20) & gate->mask;

	while (gate->slot[i].key && gate->slot[i].key != key)
		i = (i + 1) & gate->mask;
	return gate->slot[i].key ? gate->slot[i].sign : 0;
}

/* Eight bytes, the first the lowest. */
static inline uint64_t sr_gate_load(const char *s, size_t n)
{
	uint64_t v = 0;

	memcpy(&v, s, n < 8 ? n : 8);
	return v;
}

#endif
