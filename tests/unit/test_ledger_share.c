/* Texts that recur are kept once. */
#include "ledger/share.h"

#include <stdio.h>

#include "lib/check.h"

#define DIFFERENT 3000

int main(void)
{
	struct sr_shared shared = { .n = 0 };
	struct sr_str first[DIFFERENT], none;
	struct sr_arena mem;
	char text[32];
	int same = 0, right = 0;

	sr_arena_init(&mem, 1 << 22);
	for (int round = 0; round < 2; round++)
		for (int i = 0; i < DIFFERENT; i++) {
			struct sr_str s;
			snprintf(text, sizeof(text), "name %d", i);
			s = sr_share(&shared, sr_str_of(text), &mem);
			right += sr_str_is(s, text);
			if (round)
				same += s.s == first[i].s;
			else
				first[i] = s;
		}
	CHECK_INT(right, 2 * DIFFERENT);
	CHECK_INT(same, DIFFERENT);
	CHECK_INT(shared.n, DIFFERENT);
	/* An empty text is one too, whatever it points to. */
	none = sr_share(&shared, (struct sr_str){ NULL, 0 }, &mem);
	CHECK(none.s && !none.n);
	CHECK(sr_share(&shared, SR_STR(""), &mem).s == none.s);
	mem.limit = mem.used;
	CHECK(sr_share(&shared, SR_STR("name 7"), &mem).s == first[7].s);
	CHECK(!sr_share(&shared, SR_STR("one more"), &mem).s);
	sr_arena_release(&mem);
	return done();
}
