/* The links of the trees: each word's children in order, their relations as
 * bits, and the stretch of words under it. Made once a report, after the last
 * repair; walk.c goes along them. */
#include "annotate/walk.h"

#include "ontology.h"

#define MOST_STEPS 128

/* Where words of one phrase stand among those of another: each token pushes
 * its edge up until it no longer widens anything. */
static void widen(struct sr_tree *t, const struct sr_sentence *s)
{
	for (uint32_t i = s->from; i < s->to; i++) {
		t->from[i] = i;
		t->to[i] = i + 1;
	}
	for (uint32_t i = s->from; i < s->to; i++) {
		uint32_t at = i;
		for (uint32_t n = 0; n < s->to - s->from; n++) {
			uint32_t head = t->token[at].head;
			if (head == at)
				break;
			/* One before i has been here, or the head itself
			 * will come yet: those above hear of it. */
			if (i >= t->from[head] && i < t->to[head])
				break;
			if (i < t->from[head])
				t->from[head] = i;
			if (i + 1 > t->to[head])
				t->to[head] = i + 1;
			at = head;
		}
	}
}

/* Each word by itself, before it is linked. */
static void put_alone(struct sr_tree *t)
{
	for (uint32_t i = 0; i < t->ntoken; i++) {
		t->from[i] = i;
		t->to[i] = i + 1;
	}
}

/* And the edges: from the right each word knows its own right one once it is
 * met, and from the left its left one, if words of one phrase stand together. */
static void link_children(struct sr_tree *t, const struct sr_sentence *s)
{
	bool apart = false;

	for (uint32_t i = s->to; i-- > s->from;) {
		uint32_t head = t->token[i].head;
		if (head == i)
			continue;
		t->next[i] = t->child[head];
		t->child[head] = i;
		t->rels[head] |= SR_REL_BIT(t->token[i].deprel & 63);
		if (t->to[head] < t->to[i])
			t->to[head] = t->to[i];
	}
	for (uint32_t i = s->from; i < s->to; i++) {
		uint32_t head = t->token[i].head;
		if (t->from[head] > t->from[i])
			t->from[head] = t->from[i];
	}
	for (uint32_t i = s->from; i < s->to; i++) {
		uint32_t head = t->token[i].head;
		apart |= t->from[i] < t->from[head] || t->to[i] > t->to[head];
	}
	if (apart)
		widen(t, s);
}

#define RAW(mem, type, n) ((type *)sr_arena_raw((mem), (n), sizeof(type)))

bool sr_tree_init(struct sr_tree *t, struct sr_doc *doc,
                  const struct sr_kit *kit)
{
	size_t n = doc->tokens.nitem;

	if (doc->tree && doc->tree->ntoken == n) {
		*t = *doc->tree;
		return true;
	}
	*t = (struct sr_tree){ .doc = doc,
		               .kit = kit,
		               .token = doc->tokens.items,
		               .ntoken = (uint32_t)n,
		               .child = sr_arena_nones(&doc->mem, n),
		               .next = sr_arena_nones(&doc->mem, n),
		               .rels = SR_NEW(&doc->mem, uint64_t, n),
		               .from = RAW(&doc->mem, uint32_t, n),
		               .to = RAW(&doc->mem, uint32_t, n) };
	if (!t->child || !t->next || !t->rels || !t->from || !t->to)
		return false;
	put_alone(t);
	for (size_t k = 0; k < doc->sentences.nitem; k++) {
		const struct sr_sentence *s = &doc->sentences.items[k];
		if (s->parsed)
			link_children(t, s);
	}
	/* Heads stay as they are once the sentences are read. */
	doc->tree = SR_NEW(&doc->mem, struct sr_tree, 1);
	if (doc->tree)
		*doc->tree = *t;
	return doc->tree != NULL;
}

uint32_t sr_child_in(const struct sr_tree *t, uint32_t i, uint64_t rels)
{
	SR_CHILDREN(t, i, c)
		if (sr_rel_in(t, c, rels))
			return c;
	return SR_NONE;
}

bool sr_dominates(const struct sr_tree *t, uint32_t a, uint32_t i)
{
	for (unsigned n = 0; n < MOST_STEPS; n++) {
		if (i == a)
			return true;
		uint32_t head = t->token[i].head;
		if (head == i)
			return false;
		i = head;
	}
	return false;
}
