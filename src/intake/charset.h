/* Characters of any kind to UTF-8, by ICU. */
#ifndef SR_INTAKE_CHARSET_H
#define SR_INTAKE_CHARSET_H

#include "base/arena.h"
#include "base/err.h"

enum sr_markup { SR_MARKUP_NONE, SR_MARKUP_XML, SR_MARKUP_HTML };

/* Which characters bytes are written in: by a byte order mark, by being UTF-8,
 * by `said` (a header's charset, may be empty), by what markup declares of
 * itself, by their look. Gives a name that sr_to_utf8 takes, written into out;
 * "" when they are UTF-8, or when nothing is sure enough. */
#define SR_CHARSET 64
void sr_charset_find(struct sr_str bytes, struct sr_str said,
		     enum sr_markup markup, char out[SR_CHARSET]);

/* bytes in that character set as UTF-8, the arena's; what is not of it becomes
 * U+FFFD. Bytes as they are when the name is "". SR_REFUSED for a name that is
 * none, SR_NOMEM. */
enum sr_code sr_to_utf8(struct sr_arena *mem, const char *charset,
			struct sr_str bytes, struct sr_str *text,
			struct sr_err *err) SR_MUST_USE;

/* Whatever bytes are, as valid UTF-8: found out as above, then the bytes that
 * fit nothing replaced by U+FFFD. For pages, feeds, mails. SR_NOMEM. */
enum sr_code sr_charset_clean(struct sr_arena *mem, struct sr_str bytes,
			      struct sr_str said, enum sr_markup markup,
			      struct sr_str *text,
			      struct sr_err *err) SR_MUST_USE;

#endif
