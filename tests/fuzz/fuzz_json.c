/* Any bytes as JSON. */
#define FUZZ_OPEN(w, s) sr_open_json(w, s)
#include "fuzz_open.h"
