/* Any bytes as an HTML page. */
#include "fuzz.h"
#include "intake/open.h"

static bool give_page(const struct sr_within *w, struct sr_stream *s)
{
	struct sr_item item = { .form = SR_FORM_PAGE };

	item.bytes = item.body = sr_stream_peek(s, (size_t)1 << 24);
	return sr_give(w, &item, 0);
}

#define FUZZ_OPEN(w, s) give_page(w, s)
#include "fuzz_open.h"
