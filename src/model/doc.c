#include "model/doc.h"

#include <string.h>

#include "base/limits.h"

void sr_doc_init(struct sr_doc *doc)
{
	*doc = (struct sr_doc){ .war = SR_NONE };
	sr_arena_init(&doc->mem, SR_MAX_ARENA);
	sr_arena_init(&doc->kept, SR_MAX_KEPT);
}

void sr_doc_reset(struct sr_doc *doc)
{
	struct sr_doc next = { .mem = doc->mem,
		               .kept = doc->kept,
		               .memo = doc->memo,
		               .gaz_memo = doc->gaz_memo,
		               .place_kept = doc->place_kept,
		               .party_kept = doc->party_kept,
		               .extract_kept = doc->extract_kept,
		               .known = doc->known,
		               .war = SR_NONE };

	memcpy(next.kept_of, doc->kept_of, sizeof(next.kept_of));
	sr_arena_reset(&next.mem);
	*doc = next;
}

void sr_doc_release(struct sr_doc *doc)
{
	sr_arena_release(&doc->mem);
	sr_arena_release(&doc->kept);
	sr_doc_init(doc);
}
