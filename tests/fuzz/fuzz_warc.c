/* Any bytes as WARC. */
#define FUZZ_OPEN(w, s) sr_open_warc(w, s)
#include "fuzz_open.h"
