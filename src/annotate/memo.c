#include "annotate/memo.h"

#include <string.h>

#include "annotate/layer_amx.h"

#define LINE 64 /* bytes of one of the cache */

_Static_assert(sizeof(struct sr_memo_key) == SR_MEMO_WORD + 3,
	       "keys are compared whole");
_Static_assert(sizeof(struct sr_memo_lemma) == LINE, "one place, one line");

/* Places for lemmas, along lines; NULL: no memory. */
static struct sr_memo_lemma *lemmas(struct sr_arena *mem)
{
	char *p = SR_NEW(mem, char, (SR_MEMO_SLOTS + 1) * LINE);

	if (p)
		p += -(uintptr_t)p % LINE;
	return (struct sr_memo_lemma *)(void *)p;
}

/* Places for the first layer's outputs. False: no memory. */
static bool begin_first(struct sr_memo *m, struct sr_arena *mem, size_t out)
{
	m->first = sr_arena_raw(mem, SR_MEMO_SLOTS * out, sizeof(*m->first));
	m->ready = SR_NEW(mem, bool, SR_MEMO_SLOTS);
	return m->first && m->ready;
}

/* What tiles do they do whole. */
static void find_thin(struct sr_memo *m, struct sr_arena *mem,
		      const struct sr_net *net)
{
	for (uint32_t l = 0; l < net->head->nlayer; l++)
		if (!m->fits[l])
			m->thin[l] = sr_thin_of(&net->layer[l], mem);
	if (m->path != SR_DOT_AMX)
		m->thin_mlp = sr_thin_of(&net->mlp, mem);
}

struct sr_memo *sr_memo_new(struct sr_arena *mem, const struct sr_kit *kit,
			    const struct sr_net *net, enum sr_dot_path path)
{
	struct sr_memo *m = SR_NEW(mem, struct sr_memo, 1);

	if (!m)
		return NULL;
	m->path = path;
	for (uint32_t l = 0; l < net->head->nlayer; l++)
		m->fits[l] = path == SR_DOT_AMX &&
			     sr_layer_amx_fits(&net->layer[l], l == 0);
	if (!m->fits[0] && !begin_first(m, mem, net->layer[0].out))
		return NULL;
	find_thin(m, mem, net);
	sr_repair_words(&m->repairs, kit);
	m->width = (size_t)net->head->vector + net->head->row;
	/* No word has no bytes, so that a zeroed place is a free one. */
	m->input = SR_NEW(mem, struct sr_memo_key, SR_MEMO_SLOTS);
	m->known = sr_arena_raw(mem, SR_MEMO_SLOTS, m->width);
	m->lemma = lemmas(mem);
	m->again = sr_again_new(mem);
	return m->input && m->known && m->lemma && m->again ? m : NULL;
}

struct sr_memo *sr_memo_of(struct sr_doc *doc, const struct sr_kit *kit,
			   const struct sr_net *net)
{
	sr_kit_keep(doc, kit);
	if (!doc->memo)
		doc->memo = sr_memo_new(&doc->kept, kit, net, sr_dot_best());
	return doc->memo;
}

bool sr_memo_place(struct sr_memo_key *key, struct sr_str form, size_t *place)
{
	if (form.n == 0 || form.n > SR_MEMO_WORD)
		return false;
	memset(key->form, 0, sizeof(key->form));
	memcpy(key->form, form.s, form.n);
	key->n = (uint8_t)form.n;
	*place = (sr_hash(form.s, form.n) + key->flags * 7u + key->how * 3u) &
		 (SR_MEMO_SLOTS - 1);
	return true;
}
