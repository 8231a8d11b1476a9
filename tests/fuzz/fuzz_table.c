/* Any bytes as a table. */
#define FUZZ_OPEN(w, s) sr_open_table(w, s)
#include "fuzz_open.h"
