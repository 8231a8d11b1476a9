/* Products of 7-bit activations with 8-bit weights, summed in 32 bits: exact,
 * so every path gives the same numbers. (Activations are at most 127: two
 * products fit into 16 bits, which is what the AVX2 path needs.)
 *
 * Weights lie in blocks of 16 outputs: [out / 16][in / 4][16][4], as the
 * instruction vpdpbusd wants them. A caller may ask for some blocks only, so
 * that what it does with the sums finds them in the nearest cache. */
#ifndef SR_BASE_DOT_H
#define SR_BASE_DOT_H

#include "base/arena.h"
#include "sitrep.h"

#define SR_DOT_BLOCK 16
#define SR_DOT_IN 2048 /* most inputs of a matrix; it has 4 or more */

/* Which inputs two blocks of outputs have weights for that are not 0, the first
 * of each four: one at least, be it 0. */
struct sr_thin {
	const uint32_t *from;  /* [out / 32 + 1], into input */
	const uint16_t *input; /* rising, of each two blocks */
};

struct sr_matrix {
	uint32_t in, out; /* multiples of 4 and of 16 */
	const int8_t *weight;
	const int32_t *zero;	    /* sums of no activation at all */
	const float *scale, *bias;  /* output = (sum + zero) * scale + bias */
	const int32_t *shift;	    /* or (sum + zero) << shift, in 16 bits */
	const struct sr_thin *thin; /* NULL: all weights are gone through */
};

/* What a matrix's `thin` can be, in memory of the arena; NULL: it has an odd
 * number of blocks, next to none of its weights can be left out, or no memory.
 */
const struct sr_thin *sr_thin_of(const struct sr_matrix *m,
				 struct sr_arena *mem);

enum sr_dot_path {
	SR_DOT_PLAIN,
	SR_DOT_NEON, /* every aarch64 has it */
	SR_DOT_SSE2, /* every x86-64 has it */
	SR_DOT_AVX2,
	SR_DOT_VNNI_256, /* AVX2 with AVX-VNNI: most of Intel's since 2021 */
	SR_DOT_VNNI,	 /* AVX-512 with VNNI */
	SR_DOT_AMX,	 /* tiles as well, dot_amx.h */
};

/* Has this processor a path? And the fastest that it has. */
bool sr_dot_has(enum sr_dot_path path);
enum sr_dot_path sr_dot_best(void);

/* `count` blocks of a matrix's outputs: first, first + step and so on. `path`
 * must be one that the processor has. */
struct sr_dot {
	const struct sr_matrix *m;
	uint32_t first, step, count;
	enum sr_dot_path path;
};

/* All of them. */
struct sr_dot sr_dot_all(const struct sr_matrix *m, enum sr_dot_path path);

/* Between these two, any number of sr_dot of that one matrix. */
void sr_dot_begin(const struct sr_matrix *m, enum sr_dot_path path);
void sr_dot_end(enum sr_dot_path path);

/* sum[n][16 * count] of act[n][m->in]: of products alone. */
void sr_dot(const struct sr_dot *d, const uint8_t *act, size_t n, int32_t *sum);

/* Where the weight of an input for an output lies. */
static inline size_t sr_dot_at(uint32_t in, uint32_t i, uint32_t o)
{
	return (size_t)(o / 16) * in * 16 + (size_t)(i / 4) * 64 +
	       (o % 16) * 4 + i % 4;
}

#endif
