/* Any bytes as JSON, and as the beginning of what is too large to be held. */
#include "intake/json_head.h"
#include "intake/open.h"

static bool open_both(const struct sr_within *w, struct sr_stream *s);
#define FUZZ_OPEN(w, s) open_both(w, s)
#include "fuzz_open.h"

static bool open_both(const struct sr_within *w, struct sr_stream *s)
{
	struct sr_arena mem;
	struct sr_str head;

	sr_arena_init(&mem, (size_t)1 << 21);
	sr_json_head(&mem, sr_stream_peek(s, 65536), &head);
	sr_arena_release(&mem);
	return sr_open_json(w, s);
}
