#include "ledger/share.h"

static struct sr_str *find(const struct sr_shared *s, struct sr_str text)
{
	size_t at = sr_hash(text.s, text.n) & (s->nslot - 1);

	while (s->slot[at].s && !sr_str_equal(s->slot[at], text))
		at = (at + 1) & (s->nslot - 1);
	return &s->slot[at];
}

static bool grow(struct sr_shared *s, struct sr_arena *mem)
{
	struct sr_shared more = { .nslot = s->nslot ? s->nslot * 2 : 256,
				  .n = s->n };

	more.slot = SR_NEW(mem, struct sr_str, more.nslot);
	if (!more.slot)
		return false;
	for (size_t i = 0; i < s->nslot; i++)
		if (s->slot[i].s)
			*find(&more, s->slot[i]) = s->slot[i];
	*s = more;
	return true;
}

struct sr_str sr_share(struct sr_shared *shared, struct sr_str text,
		       struct sr_arena *mem)
{
	struct sr_str *own;

	if (shared->n * 2 >= shared->nslot && !grow(shared, mem))
		return (struct sr_str){ NULL, 0 };
	own = find(shared, text);
	if (!own->s) {
		char *s = sr_arena_copy(mem, text.s, text.n);
		if (!s)
			return (struct sr_str){ NULL, 0 };
		*own = (struct sr_str){ s, text.n };
		shared->n++;
	}
	return *own;
}
