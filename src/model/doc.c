#include "model/doc.h"

#include "base/limits.h"

void sr_doc_init(struct sr_doc *doc)
{
	*doc = (struct sr_doc){ .war = SR_NONE };
	sr_arena_init(&doc->mem, SR_MAX_ARENA);
}

void sr_doc_reset(struct sr_doc *doc)
{
	struct sr_arena mem = doc->mem;

	sr_arena_reset(&mem);
	*doc = (struct sr_doc){ .mem = mem, .war = SR_NONE };
}

void sr_doc_release(struct sr_doc *doc)
{
	sr_arena_release(&doc->mem);
	sr_doc_init(doc);
}
