/* Who acts, suffers and speaks: the stage that fills doc->parties. Mentions
 * are drafted by several readers, each of which leaves alone what an earlier
 * one has taken; see party_internal.h for the order and why. A report of
 * 1,000 words has some 150 parties. */
#include "base/str.h"
#include "resolve/party_internal.h"
#include "resolve/resolve.h"

struct sr_str sr_words(const struct sr_muster *m, uint32_t from, uint32_t to)
{
	return sr_doc_text(m->doc, (struct sr_span){ m->token[from].at.from,
						     m->token[to - 1].at.to });
}

uint32_t sr_head_in(const struct sr_muster *m, uint32_t from, uint32_t to)
{
	uint32_t head = to - 1;

	if (m->np_in[to - 1] != SR_NONE) {
		uint32_t noun = m->nps.items[m->np_in[to - 1]].noun;
		if (noun >= from && noun < to)
			head = noun;
	}
	if (!sr_sentence_of(m, from)->parsed)
		return head;
	/* The one that hangs on a word outside. */
	for (uint32_t i = from; i < to; i++) {
		uint32_t up = m->token[i].head;
		if ((up < from || up >= to || up == i) &&
		    m->token[i].upos != SR_UPOS_PUNCT &&
		    m->token[i].upos != SR_UPOS_DET &&
		    m->token[i].upos != SR_UPOS_ADP)
			return i;
	}
	return head;
}

void sr_draft_drop(struct sr_muster *m, uint32_t token)
{
	m->draft_of[token] = SR_NONE;
}

struct sr_note {
	uint64_t key; /* with the kind; 0: free */
	uint32_t value;
};

static struct sr_note *note_slot(const struct sr_muster *m,
				 enum sr_note_kind kind, uint64_t key)
{
	uint64_t own = key * 8 + (uint64_t)kind;
	size_t i = (size_t)((own * 0x9E3779B97F4A7C15u) >> 32) &
		   (m->note_room - 1);

	while (m->note[i].key && m->note[i].key != own)
		i = (i + 1) & (m->note_room - 1);
	return &m->note[i];
}

uint32_t sr_note_find(const struct sr_muster *m, enum sr_note_kind kind,
		      uint64_t key)
{
	struct sr_note *n = note_slot(m, kind, key);

	return n->value ? n->value - 1 : SR_NONE;
}

void sr_note_put(struct sr_muster *m, enum sr_note_kind kind, uint64_t key,
		 uint32_t value)
{
	struct sr_note *n = note_slot(m, kind, key);

	/* A look-up must find a free slot in the end. */
	if (!n->value && 2 * ++m->nnote > m->note_room)
		return;
	n->key = key * 8 + (uint64_t)kind;
	n->value = value + 1;
}

/* The words without the determiner and the number in front: of "twenty-two
 * relatives" and "a 67-year-old woman" the noun. */
static struct sr_str bare_words(const struct sr_muster *m, uint32_t from,
				uint32_t to)
{
	uint32_t start = from;

	while (from + 1 < to && (m->token[from].upos == SR_UPOS_DET ||
				 m->token[from].upos == SR_UPOS_NUM ||
				 m->token[from].xpos == SR_XPOS_PRP_S))
		from++;
	while (from > start && from + 2 < to && sr_is_dash(m, from) &&
	       m->token[from - 1].at.to == m->token[from].at.from)
		from += 2;
	return sr_words(m, from, to);
}

struct sr_draft *sr_draft_new(struct sr_muster *m, uint32_t from, uint32_t to,
			      uint32_t head)
{
	struct sr_draft *d = SR_PUSH(&m->doc->mem, &m->drafts);

	if (!d) {
		m->failed = true;
		return NULL;
	}
	if (head == SR_NONE)
		head = sr_head_in(m, from, to);
	m->draft_of[head] = (uint32_t)m->drafts.nitem - 1;
	*d = (struct sr_draft){
		.p = { .m = { .from = from, .to = to, .head = head },
		       .kind = SR_PARTY_KIND_PEOPLE,
		       .row = SR_NONE,
		       .entity = SR_NONE },
		.np = SR_NONE,
		.first = SR_NONE,
		.parent = SR_NONE,
		.echelon = SR_NONE,
		.post = SR_NONE,
	};
	d->p.m.at = (struct sr_span){ m->token[from].at.from,
				      m->token[to - 1].at.to };
	d->p.name = bare_words(m, from, to);
	return d;
}

bool sr_is_definite(const struct sr_muster *m, const struct sr_phrase_np *np)
{
	return (m->link[np->from] & SR_LINK_DEFINITE) ||
	       m->token[np->from].xpos == SR_XPOS_PRP_S ||
	       np->possessor != SR_NONE;
}

bool sr_is_some(const struct sr_muster *m, const struct sr_phrase_np *np)
{
	return m->token[np->from].upos == SR_UPOS_DET && !sr_is_definite(m, np);
}

uint32_t sr_phrase_start(const struct sr_muster *m, uint32_t noun)
{
	return m->np_of[noun] == SR_NONE ? noun
					 : m->nps.items[m->np_of[noun]].from;
}

/* Order of the text, longer first. */
static bool before(const struct sr_party *a, const struct sr_party *b)
{
	if (a->m.from != b->m.from)
		return a->m.from < b->m.from;
	if (a->m.to != b->m.to)
		return a->m.to > b->m.to;
	return a->m.head < b->m.head;
}

/* Heads are in order already and mentions are short: few steps each. */
static void sort(struct sr_party *p, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct sr_party own = p[i];
		size_t k = i;
		for (; k > 0 && before(&own, &p[k - 1]); k--)
			p[k] = p[k - 1];
		p[k] = own;
	}
}

static bool finish(struct sr_muster *m)
{
	struct sr_doc *doc = m->doc;

	doc->parties.nitem = 0;
	for (uint32_t i = 0; i < m->ntoken; i++) {
		doc->tokens.items[i].party = SR_NONE;
		if (m->draft_of[i] == SR_NONE)
			continue;
		struct sr_party *p = SR_PUSH(&doc->mem, &doc->parties);
		if (!p)
			return false;
		*p = m->drafts.items[m->draft_of[i]].p;
	}
	sort(doc->parties.items, doc->parties.nitem);
	/* Outer ones first, so that what they hold is overwritten. */
	for (uint32_t k = 0; k < doc->parties.nitem; k++) {
		const struct sr_party *p = &doc->parties.items[k];
		for (uint32_t i = p->m.from; i < p->m.to; i++)
			doc->tokens.items[i].party = k;
	}
	for (uint32_t k = 0; k < doc->parties.nitem; k++)
		doc->tokens.items[doc->parties.items[k].m.head].party = k;
	return true;
}

enum sr_code sr_parties(struct sr_doc *doc, const struct sr_kit *kit,
			struct sr_err *err)
{
	struct sr_muster m = { .doc = doc,
			       .kit = kit,
			       .token = doc->tokens.items,
			       .ntoken = (uint32_t)doc->tokens.nitem };

	sr_kit_keep(doc, kit);
	if (!doc->party_kept)
		doc->party_kept = SR_NEW(&doc->kept, struct sr_party_kept, 1);
	m.kept = doc->party_kept;
	m.draft_of = sr_arena_nones(&doc->mem, m.ntoken);
	for (m.note_room = 64; m.note_room < (size_t)m.ntoken;)
		m.note_room *= 2;
	m.note = SR_NEW(&doc->mem, struct sr_note, m.note_room);
	sr_muster_days(&m);
	if (!m.kept || !m.draft_of || !m.note || !sr_tree_init(&m.tree, doc, kit) ||
	    !sr_muster_facts(&m) || !sr_muster_phrases(&m) ||
	    !sr_muster_quotes(&m))
		return sr_fail_nomem(err, "parties");
	sr_muster_context(&m);
	sr_muster_names(&m);
	sr_muster_units(&m);
	sr_muster_persons(&m);
	sr_muster_nouns(&m);
	sr_muster_shorts(&m);
	sr_muster_refer(&m);
	if (m.failed || !finish(&m))
		return sr_fail_nomem(err, "parties");
	return SR_OK;
}
