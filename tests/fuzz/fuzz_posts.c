/* Any bytes as a page of messages. */
#include "base/limits.h"
#define FUZZ_OPEN(w, s)                                                        \
	do {                                                                   \
		bool go_on;                                                    \
		sr_posts_give((w), sr_stream_peek((s), SR_MAX_PAGE), &go_on);  \
	} while (0)
#include "intake/posts.h"
#include "fuzz_open.h"
