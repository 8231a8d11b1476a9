/* The tree found is the best of all, by trying all for few words. */
#include "annotate/mst.h"

#include "lib/check.h"

#define MOST 5   /* words for which all trees are tried */
#define MANY 200 /* words of which a tree must come whatever the scores */

static float score[(MANY + 1) * MANY];

static float sum_of(const uint32_t *head, size_t n)
{
	float sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += score[head[i] * n + i];
	return sum;
}

static bool is_tree(const uint32_t *head, size_t n)
{
	size_t roots = 0;

	for (size_t i = 0; i < n; i++) {
		size_t j = i + 1, steps = 0;
		roots += head[i] == 0;
		while (j && steps++ <= n)
			j = head[j - 1];
		if (j)
			return false;
	}
	return roots == 1;
}

static float best_of_all(size_t n)
{
	uint32_t head[MOST];
	float best = -1e9f;
	size_t all = 1;

	for (size_t i = 0; i < n; i++)
		all *= n + 1;
	for (size_t k = 0; k < all; k++) {
		size_t rest = k;
		for (size_t i = 0; i < n; i++) {
			head[i] = (uint32_t)(rest % (n + 1));
			rest /= n + 1;
		}
		if (is_tree(head, n) && sum_of(head, n) > best)
			best = sum_of(head, n);
	}
	return best;
}

/* Cycles within cycles: each word's best head is the word beside it, the best
 * way out of a pair the pair beside it, and so on. */
static void nested(struct sr_mst *tree)
{
	static uint32_t head[MANY];
	bool trees = true;

	for (size_t n = 1; n <= MANY; n += 7) {
		for (size_t j = 0; j <= n; j++)
			for (size_t i = 0; i < n; i++) {
				size_t far = j > i + 1 ? j - i - 1 : i + 1 - j;
				score[j * n + i] =
				        (float)((i ^ j) & 1) - (float)far;
			}
		sr_mst_find(tree, score, n, n, head);
		trees = trees && is_tree(head, n);
	}
	CHECK(trees);
}

int main(void)
{
	struct sr_arena mem;
	struct sr_mst tree;
	uint32_t x = 11, head[MOST];
	bool trees = true, best = true;

	sr_arena_init(&mem, (size_t)1 << 20);
	CHECK(sr_mst_init(&tree, &mem, MANY));
	for (int round = 0; round < 400; round++) {
		size_t n = 1 + (size_t)round % MOST;
		for (size_t i = 0; i < (n + 1) * n; i++) {
			x = x * 1664525u + 1013904223u;
			score[i] = (float)(x >> 20) / 256.0f;
		}
		sr_mst_find(&tree, score, n, n, head);
		trees = trees && is_tree(head, n);
		float lack = best_of_all(n) - sum_of(head, n);
		best = best && lack < 0.01f && lack > -0.01f;
	}
	CHECK(trees);
	CHECK(best);
	nested(&tree);
	sr_arena_release(&mem);
	return done();
}
