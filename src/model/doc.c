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

static void own(struct sr_arena *mem, struct sr_str *s)
{
	*s = sr_arena_str(mem, *s);
}

static void own_report(struct sr_arena *mem, struct sr_report *r)
{
	own(mem, &r->name);
	own(mem, &r->text);
	own(mem, &r->title);
	own(mem, &r->publisher);
	own(mem, &r->author);
	own(mem, &r->url);
	own(mem, &r->dateline);
	own(mem, &r->language);
	own(mem, &r->left_out);
}

static void own_claim(struct sr_arena *mem, struct sr_claim *c)
{
	own(mem, &c->actor.name);
	own(mem, &c->actor.side);
	own(mem, &c->target.name);
	own(mem, &c->target.side);
	own(mem, &c->place.name);
	own(mem, &c->place.country);
	own(mem, &c->unit);
	own(mem, &c->speaker);
	own(mem, &c->voice);
	own(mem, &c->via);
	own(mem, &c->disposition);
	own(mem, &c->rule);
}

bool sr_doc_copy_read(struct sr_doc *to, const struct sr_doc *from)
{
	struct sr_arena *mem = &to->mem;

	sr_doc_reset(to);
	to->report = from->report;
	to->aside = from->aside;
	own_report(mem, &to->report);
	if (!SR_ROOM(mem, &to->claims, from->claims.nitem) ||
	    !SR_ROOM(mem, &to->remarks, from->remarks.nitem))
		return false;
	for (size_t i = 0; i < from->claims.nitem; i++) {
		to->claims.items[i] = from->claims.items[i];
		own_claim(mem, &to->claims.items[i]);
	}
	to->claims.nitem = from->claims.nitem;
	for (size_t i = 0; i < from->remarks.nitem; i++) {
		to->remarks.items[i] = from->remarks.items[i];
		own(mem, &to->remarks.items[i].unit);
		own(mem, &to->remarks.items[i].why);
	}
	to->remarks.nitem = from->remarks.nitem;
	return !mem->full;
}
