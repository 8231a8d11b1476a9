#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

enum sr_code sr_fail(struct sr_err *err, enum sr_code code, const char *where,
                     const char *fmt, ...)
{
	va_list ap;

	if (!err || err->code != SR_OK)
		return code;
	err->code = code;
	snprintf(err->where, sizeof(err->where), "%s", where ? where : "");
	va_start(ap, fmt);
	vsnprintf(err->text, sizeof(err->text), fmt, ap);
	va_end(ap);
	return code;
}

enum sr_code sr_fail_nomem(struct sr_err *err, const char *what)
{
	return sr_fail(err, SR_NOMEM, what, "out of memory");
}
