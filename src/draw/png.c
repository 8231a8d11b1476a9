/* See png.h. */
#include "draw/png.h"

cairo_status_t sr_cairo_keep(void *to, const unsigned char *bytes,
			     unsigned int n)
{
	struct sr_json *out = to;

	sr_json_raw(out, (struct sr_str){ (const char *)bytes, n });
	return out->full ? CAIRO_STATUS_NO_MEMORY : CAIRO_STATUS_SUCCESS;
}
