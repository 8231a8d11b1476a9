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
					      plain + t * all->m->out + 16 +
						      k * 32,
					      16 * sizeof(*out)) == 0;
	}
	return same;
}

/* Are all paths as the plain one over all weights? */
static void check_paths(struct sr_matrix *m, const struct sr_thin *thin,
			const uint8_t *act, int32_t *plain)
{
	static int32_t out[ROWS * OUT];
	struct sr_dot d = sr_dot_all(m, SR_DOT_PLAIN);

	m->thin = NULL;
	sr_dot(&d, act, ROWS, plain);
	m->thin = thin;
	for (int p = 0; p <= (int)SR_DOT_AMX; p++) {
		bool same = true, some = true;
		d.path = (enum sr_dot_path)p;
		if (!sr_dot_has(d.path))
			continue;
		sr_dot_begin(m, d.path);
		for (size_t n = 1; n <= ROWS; n++) {
			memset(out, 0, sizeof(out));
			sr_dot(&d, act, n, out);
			same = same && memcmp(out, plain,
					      n * m->out * sizeof(*out)) == 0;
		}
		for (uint32_t count = 1; count <= OUT / 32; count++)
			some = some && alike(&d, count, act, plain);
		sr_dot_end(d.path);
		CHECK(same);
		CHECK(some);
	}
}

/* Two of three pairs of blocks have no weights for an input; the second has
 * none at all. */
static void check_thin(struct sr_matrix *m, int8_t *weight, const uint8_t *act)
{
	static int32_t plain[ROWS * OUT];
	struct sr_arena mem;

	sr_arena_init(&mem, 1 << 20);
	m->out = OUT - 16;
	CHECK(!sr_thin_of(m, &mem));
	for (uint32_t i = 0; i < IN; i++)
		for (uint32_t o = 0; o < m->out; o++)
			if ((i / 4 + o / 32) % 3 || o / 32 == 1)
				weight[sr_dot_at(IN, i, o)] = 0;
	const struct sr_thin *thin = sr_thin_of(m, &mem);
	CHECK(thin);
	CHECK_INT(thin->from[1], 9);
	CHECK_INT(thin->from[2], 10); /* a 0 for none */
	CHECK_INT(thin->input[1], 12);
	check_paths(m, thin, act, plain);
	m->out = OUT;
	CHECK(!sr_thin_of(m, &mem)); /* no even number of blocks */
	sr_arena_release(&mem);
}

int main(void)
{
	static int8_t weight[IN * OUT];
	static int32_t plain[ROWS * OUT];
	static uint8_t act[ROWS * IN];
	struct sr_matrix m = { .in = IN, .out = OUT, .weight = weight };
	uint32_t x = 7;

	for (int i = 0; i < IN * OUT; i++)
		weight[i] = (int8_t)(next(&x) % 255 - 127);
	weight[0] = weight[1] = -127; /* the largest sums of two */
	for (int i = 0; i < ROWS * IN; i++)
		act[i] = (uint8_t)(next(&x) % 128);
	act[0] = act[1] = 127;
	check_paths(&m, NULL, act, plain);
	int32_t sum = 0;
	for (uint32_t i = 0; i < IN; i++)
		sum += weight[sr_dot_at(IN, i, 17)] * act[3 * IN + i];
	CHECK_INT(plain[3 * OUT + 17], sum);
	check_thin(&m, weight, act);
	return done();
}
