/* See offset.h. One count kept for each 256 bytes, so a question costs at
 * most 256 looks. */
#include "base/offset.h"

#include <assert.h>

#define STEP 256u

static bool starts_point(char c)
{
	return ((unsigned char)c & 0xC0) != 0x80;
}

bool sr_offsets_init(struct sr_offsets *o, struct sr_arena *mem,
		     struct sr_str text)
{
	uint32_t n = 0;

	*o = (struct sr_offsets){ .text = text };
	o->before = SR_NEW(mem, uint32_t, text.n / STEP + 1);
	if (!o->before)
		return false;
	for (size_t i = 0; i < text.n; i++) {
		if (i % STEP == 0)
			o->before[i / STEP] = n;
		n += starts_point(text.s[i]);
	}
	if (text.n % STEP == 0)
		o->before[text.n / STEP] = n;
	return true;
}

uint32_t sr_offset_points(const struct sr_offsets *o, uint32_t at)
{
	assert(at <= o->text.n);
	uint32_t n = o->before[at / STEP];

	for (size_t i = at / STEP * STEP; i < at; i++)
		n += starts_point(o->text.s[i]);
	return n;
}
