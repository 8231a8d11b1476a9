/* Chance for the simulated war: splitmix64 (G. Steele, D. Lea, C. Flood, "Fast
 * splittable pseudorandom number generators", 2014). Whole numbers only, so a
 * seed gives the same war on every machine. */
#ifndef SR_SIM_DICE_H
#define SR_SIM_DICE_H

#include <stdbool.h>
#include <stdint.h>

struct sim_dice {
	uint64_t state;
};

static inline uint64_t sim_roll(struct sim_dice *d)
{
	uint64_t z = d->state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

/* 0 to n - 1; n is far below 2^32, so the bias does not matter. */
static inline uint32_t sim_below(struct sim_dice *d, uint32_t n)
{
	return n ? (uint32_t)((sim_roll(d) >> 32) % n) : 0;
}

/* from to `to`, both included. */
static inline int32_t sim_range(struct sim_dice *d, int32_t from, int32_t to)
{
	return from + (int32_t)sim_below(d, (uint32_t)(to - from + 1));
}

/* True in so many cases of 1,000. */
static inline bool sim_chance(struct sim_dice *d, int32_t permille)
{
	return (int32_t)sim_below(d, 1000) < permille;
}

/* 0, 1, 2, ...: geometric, its mean in tenths. */
static inline int32_t sim_wait(struct sim_dice *d, int32_t tenths)
{
	int32_t n = 0;

	while (n < 60 && sim_chance(d, 1000 * tenths / (10 + tenths)))
		n++;
	return n;
}

#endif
