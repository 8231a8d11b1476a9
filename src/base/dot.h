/* Products of 7-bit activations with 8-bit weights, summed in 32 bits: exact,
 * so every path gives the same numbers. (Activations are at most 127: two
 * products fit into 16 bits, which is what the AVX2 path needs.)
 *
 * Weights lie in blocks of 16 outputs: [out / 16][in / 4][16][4], as the
 * instruction vpdpbusd wants them. */
#ifndef SR_BASE_DOT_H
#define SR_BASE_DOT_H

#include "sitrep.h"

#define SR_DOT_BLOCK 16

struct sr_matrix {
	uint32_t in, out; /* multiples of 4 and of 16 */
	const int8_t *weight;
	const int32_t *zero;	   /* what each sum starts from */
	const float *scale, *bias; /* output = sum * scale + bias */
};

enum sr_dot_path {
	SR_DOT_PLAIN,
	SR_DOT_NEON, /* every aarch64 has it */
	SR_DOT_SSE2, /* every x86-64 has it */
	SR_DOT_AVX2,
	SR_DOT_VNNI, /* AVX-512 with VNNI */
	SR_DOT_AMX,  /* tiles as well, dot_amx.h */
};

/* The fastest path of this processor. */
enum sr_dot_path sr_dot_best(void);

/* out[n][m->out] of act[n][m->in]. `path` must be one that the processor has
 * (sr_dot_best, or a lower one). */
void sr_dot(const struct sr_matrix *m, const uint8_t *act, size_t n, float *out,
	    enum sr_dot_path path);

/* Where the weight of an input for an output lies. */
static inline size_t sr_dot_at(uint32_t in, uint32_t i, uint32_t o)
{
	return (size_t)(o / 16) * in * 16 + (size_t)(i / 4) * 64 +
	       (o % 16) * 4 + i % 4;
}

#endif
