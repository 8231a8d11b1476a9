/* Every path of the processor gives the same bits as the plain one. */
#include "base/dot.h"

#include <stdlib.h>

#include "lib/check.h"

#define IN 100
#define OUT 112
#define ROWS 53

static uint32_t next(uint32_t *x)
{
	*x = *x * 1664525u + 1013904223u;
	return *x >> 8;
}

/* Is every other block, `count` of them from the second on, as in the whole? */
static bool alike(const struct sr_dot *all, uint32_t count, const uint8_t *act,
		  const int32_t *plain)
{
	static int32_t out[ROWS * OUT];
	struct sr_dot d = { all->m, 1, 2, count, all->path };
	bool same = true;

	for (size_t n = 1; n <= ROWS; n++) {
		sr_dot(&d, act, n, out);
		for (size_t t = 0; t < n; t++)
			for (uint32_t k = 0; k < count; k++)
				same = same &&
				       memcmp(out + (t * count + k) * 16,
					      plain + t * OUT + 16 + k * 32,
					      16 * sizeof(*out)) == 0;
	}
	return same;
}

int main(void)
{
	static int8_t weight[IN * OUT];
	static int32_t zero[OUT];
	static int32_t plain[ROWS * OUT], out[ROWS * OUT];
	static float scale[OUT], bias[OUT];
	static uint8_t act[ROWS * IN];
	struct sr_matrix m = { IN, OUT, weight, zero, scale, bias, NULL };
	uint32_t x = 7;

	for (int i = 0; i < IN * OUT; i++)
		weight[i] = (int8_t)(next(&x) % 255 - 127);
	weight[0] = weight[1] = -127; /* the largest sums of two */
	for (int i = 0; i < ROWS * IN; i++)
		act[i] = (uint8_t)(next(&x) % 128);
	act[0] = act[1] = 127;
	struct sr_dot d = sr_dot_all(&m, SR_DOT_PLAIN);
	sr_dot(&d, act, ROWS, plain);
	for (int p = 1; p <= (int)SR_DOT_AMX; p++) {
		bool same = true, some = true;
		d.path = (enum sr_dot_path)p;
		if (!sr_dot_has(d.path))
			continue;
		sr_dot_begin(&m, d.path);
		for (size_t n = 1; n <= ROWS; n++) {
			memset(out, 0, sizeof(out));
			sr_dot(&d, act, n, out);
			same = same &&
			       memcmp(out, plain, n * OUT * sizeof(*out)) == 0;
		}
		for (uint32_t count = 1; count <= OUT / 32; count++)
			some = some && alike(&d, count, act, plain);
		sr_dot_end(d.path);
		CHECK(same);
		CHECK(some);
	}
	int32_t sum = 0;
	for (uint32_t i = 0; i < IN; i++)
		sum += weight[sr_dot_at(IN, i, 17)] * act[3 * IN + i];
	CHECK_INT(plain[3 * OUT + 17], sum);
	return done();
}
