/* What charset.c leaves to ICU: text in none of the forms of Unicode, which is
 * rare. Apart, so that a program may do without ICU until it meets some. */
#ifndef SR_INTAKE_CHARSET_ICU_H
#define SR_INTAKE_CHARSET_ICU_H

#include "intake/charset.h"

/* Is it the name of a character set? */
bool sr_icu_knows(const char *name);

/* The name of the most likely character set; false when none is likely. */
bool sr_icu_guess(struct sr_str bytes, char out[SR_CHARSET]);

/* As sr_to_utf8, a byte order mark kept. */
enum sr_code sr_icu_convert(struct sr_arena *mem, const char *charset,
			    struct sr_str bytes, struct sr_str *text,
			    struct sr_err *err) SR_MUST_USE;

#endif
