#include "base/arena.h"
#include "base/list.h"
#include "lib/check.h"

static void grows_and_resets(void)
{
	struct sr_arena a;
	SR_LIST(int) list = { 0 };

	sr_arena_init(&a, 1 << 20);
	for (int i = 0; i < 1000; i++)
		*(int *)SR_PUSH(&a, &list) = i;
	CHECK(list.nitem == 1000 && list.items[999] == 999);
	sr_arena_reset(&a);
	CHECK(a.used == 0 && SR_NEW(&a, char, 100) != NULL);
	sr_arena_release(&a);
}

static void refuses(void)
{
	struct sr_arena a;

	sr_arena_init(&a, 100);
	CHECK(SR_NEW(&a, char, 101) == NULL);
	CHECK(a.full && SR_NEW(&a, char, 1) == NULL);
	sr_arena_reset(&a);
	CHECK(!a.full && SR_NEW(&a, char, 64) != NULL);
	CHECK(sr_arena_zero(&a, SIZE_MAX / 2, 8) == NULL);
	sr_arena_release(&a);
	a.fail_after = a.requests + 3;
	CHECK(SR_NEW(&a, char, 1) && SR_NEW(&a, char, 1));
	CHECK(!SR_NEW(&a, char, 1));
	sr_arena_release(&a);
}

int main(void)
{
	grows_and_resets();
	refuses();
	return done();
}
