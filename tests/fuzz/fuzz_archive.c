/* Any bytes as an archive: zip or tar. */
#define FUZZ_OPEN(w, s) sr_open_archive(w, s, false)
#include "fuzz_open.h"
