/* Any bytes as a mailbox. */
#define FUZZ_OPEN(w, s) sr_open_mbox(w, s)
#include "fuzz_open.h"
