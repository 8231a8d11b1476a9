#include "cli/spool.h"

#include <string.h>

#define MOST_BYTES ((size_t)1 << 20) /* that wait */
#define LARGE ((size_t)64 << 10)     /* does not wait */

void sr_spool_init(struct sr_spool *s)
{
	s->n = s->bytes = 0;
	for (size_t i = 0; i < SR_SPOOL_MOST; i++)
		sr_doc_init(&s->slot[i].doc);
}

void sr_spool_release(struct sr_spool *s)
{
	for (size_t i = 0; i < SR_SPOOL_MOST; i++)
		sr_doc_release(&s->slot[i].doc);
}

bool sr_spool_put(struct sr_spool *s, const struct sr_job *job,
		  const char *sha256)
{
	size_t n = job->in.bytes.n + job->doc.report.text.n;
	struct sr_spooled *own = &s->slot[s->n];

	if (n > LARGE || sr_spool_is_full(s) ||
	    !sr_doc_copy_read(&own->doc, &job->doc) ||
	    !sr_item_copy(&own->doc.mem, &job->in, &own->in))
		return false;
	memcpy(own->sha256, sha256, SR_HEX);
	s->n++;
	s->bytes += n;
	return true;
}

bool sr_spool_is_full(const struct sr_spool *s)
{
	return s->n == SR_SPOOL_MOST || s->bytes > MOST_BYTES;
}

bool sr_spool_has(const struct sr_spool *s, const char *sha256)
{
	for (size_t i = 0; i < s->n; i++)
		if (memcmp(s->slot[i].sha256, sha256, SR_HEX) == 0)
			return true;
	return false;
}
