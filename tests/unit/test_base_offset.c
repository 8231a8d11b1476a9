#include "base/offset.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "lib/check.h"

int main(void)
{
	struct sr_arena mem;
	struct sr_offsets o;
	char text[1024];
	bool same = true;

	sr_arena_init(&mem, 1 << 20);
	for (size_t i = 0; i < sizeof(text); i += 4)
		memcpy(text + i, "a\xE2\x80\x99", 4);
	struct sr_str s = { text, sizeof(text) };
	CHECK(sr_offsets_init(&o, &mem, s));
	for (uint32_t i = 0; i <= s.n; i += i % 4 ? 3 : 1)
		same = same &&
		       sr_offset_points(&o, i) ==
			       sr_utf8_length((struct sr_str){ text, i });
	CHECK(same);
	CHECK_INT(sr_offset_points(&o, 1024), 512);
	CHECK(sr_offsets_init(&o, &mem, (struct sr_str){ text, 0 }));
	CHECK_INT(sr_offset_points(&o, 0), 0);
	mem.fail_after = 1;
	CHECK(!sr_offsets_init(&o, &mem, s));
	sr_arena_release(&mem);
	return done();
}
