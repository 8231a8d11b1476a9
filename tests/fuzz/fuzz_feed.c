/* Any bytes as RSS or Atom. */
#define FUZZ_OPEN(w, s) sr_open_feed(w, s)
#include "fuzz_open.h"
