/* See offset.h. One count kept for each 256 bytes, so a question costs at
 * most 256 looks. */
#include "base/offset.h"

#include <assert.h>

#define STEP 256u

/* Bytes of [from, to) that begin a character. */
static uint32_t points(struct sr_str text, size_t from, size_t to)
{
	uint32_t sum = 0;

	for (size_t i = from; i < to; i++)
		sum += ((unsigned char)text.s[i] & 0xC0) != 0x80;
	return sum;
}

bool sr_offsets_init(struct sr_offsets *o, struct sr_arena *mem,
		     struct sr_str text)
{
	uint32_t n = 0;

	*o = (struct sr_offsets){ .text = text };
	o->before = SR_NEW(mem, uint32_t, text.n / STEP + 1);
	if (!o->before)
		return false;
	for (size_t i = 0; i <= text.n; i += STEP) {
		o->before[i / STEP] = n;
		n += points(text, i, text.n - i < STEP ? text.n : i + STEP);
	}
	return true;
}

uint32_t sr_offset_points(const struct sr_offsets *o, uint32_t at)
{
	assert(at <= o->text.n);
	return o->before[at / STEP] + points(o->text, at / STEP * STEP, at);
}
