/* Every path of the processor gives the same bits as the plain one. */
#include "base/dot.h"

#include <stdlib.h>

#include "lib/check.h"

#define IN 100
#define OUT 48
#define ROWS 21

static uint32_t next(uint32_t *x)
{
	*x = *x * 1664525u + 1013904223u;
	return *x >> 8;
}

int main(void)
{
	static int8_t weight[IN * OUT];
	static int32_t zero[OUT];
	static float scale[OUT], bias[OUT], plain[ROWS * OUT], out[ROWS * OUT];
	static uint8_t act[ROWS * IN];
	struct sr_matrix m = { IN, OUT, weight, zero, scale, bias };
	uint32_t x = 7;

	for (int i = 0; i < IN * OUT; i++)
		weight[i] = (int8_t)(next(&x) % 255 - 127);
	weight[0] = weight[1] = -127; /* the largest sums of two */
	for (int i = 0; i < OUT; i++) {
		zero[i] = (int32_t)(next(&x) % 1000);
		scale[i] = (float)(next(&x) % 1000) / 7.0f;
		bias[i] = (float)(next(&x) % 1000) / 3.0f;
	}
	for (int i = 0; i < ROWS * IN; i++)
		act[i] = (uint8_t)(next(&x) % 128);
	act[0] = act[1] = 127;
	sr_dot(&m, act, ROWS, plain, SR_DOT_PLAIN);
	int first = sr_dot_best() == SR_DOT_NEON ? SR_DOT_NEON : SR_DOT_SSE2;
	for (int p = first; p <= (int)sr_dot_best(); p++) {
		bool same = true;
		for (size_t n = 1; n <= ROWS; n++) {
			memset(out, 0, sizeof(out));
			sr_dot(&m, act, n, out, (enum sr_dot_path)p);
			same = same &&
			       memcmp(out, plain, n * OUT * sizeof(*out)) == 0;
		}
		CHECK(same);
	}
	int32_t sum = zero[17];
	for (uint32_t i = 0; i < IN; i++)
		sum += weight[sr_dot_at(IN, i, 17)] * act[3 * IN + i];
	CHECK(plain[3 * OUT + 17] == (float)sum * scale[17] + bias[17]);
	return done();
}
