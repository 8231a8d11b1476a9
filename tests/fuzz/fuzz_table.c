/* Any bytes as a table, or as a chat where they begin like one. */
#include "intake/chat.h"

#define FUZZ_OPEN(w, s) \
	(sr_is_chat(sr_stream_peek(s, 4096)) ? sr_open_chat(w, s) \
					     : sr_open_table(w, s))
#include "fuzz_open.h"
