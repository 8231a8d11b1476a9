/* Any bytes as a file: what it is is found out. */
#define FUZZ_OPEN(w, s) sr_open(w, s)
#include "fuzz_open.h"
