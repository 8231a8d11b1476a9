/* What a mail repeats of those that it answers. */
#ifndef SR_INTAKE_QUOTED_H
#define SR_INTAKE_QUOTED_H

#include "base/arena.h"
#include "base/str.h"

/* The text without lines behind ">" (RFC 3676, 4.5), the line that says whose they
 * are, and the signature behind "-- " (4.3): they are another mail's, of another
 * day. A mail that has little but those passes them on: then they stay, without
 * the marks. The text itself where there is nothing to take away, or no memory. */
struct sr_str sr_mail_own(struct sr_arena *mem, struct sr_str text);

#endif
