#include "teach.h"

#include <stdlib.h>
#include <string.h>

#define BATCH 1000  /* words */
#define LONGEST 250 /* words; no teacher is asked of longer sentences */

void batch_init(struct batch *b)
{
	*b = (struct batch){ 0 };
	b->word = grown(NULL, MOST_BATCH, sizeof(*b->word));
	b->from = grown(NULL, MOST_BATCH + 1, sizeof(*b->from));
	b->soft = calloc(MOST_BATCH + 1, sizeof(*b->soft));
}

void batch_add(struct batch *b, const struct corpus *c, size_t s)
{
	struct sentence at = c->bank.sentence[s];
	size_t n = at.to - at.from;

	memcpy(b->word + b->n, c->word + at.from, n * sizeof(*b->word));
	for (size_t i = 0; i < n; i++)
		b->word[b->n + i].head += (uint32_t)b->n;
	b->soft[b->nsentence] = c->soft ? &c->soft[s] : NULL;
	b->from[b->nsentence++] = (uint32_t)b->n;
	b->n += n;
	b->from[b->nsentence] = (uint32_t)b->n;
}

static size_t length(const struct corpus *c, size_t s)
{
	size_t n = c->bank.sentence[s].to - c->bank.sentence[s].from;

	return n > LONGEST ? 0 : n;
}

/* Adds softmax of score, times share. */
static void add_softmax(float *to, const float *score, size_t n, float share)
{
	float most = score[0], sum = 0;

	for (size_t i = 1; i < n; i++)
		most = score[i] > most ? score[i] : most;
	for (size_t i = 0; i < n; i++)
		sum += mat_exp(score[i] - most);
	for (size_t i = 0; i < n; i++)
		to[i] += share * mat_exp(score[i] - most) / sum;
}

struct places {
	float *tag, *label, *arc;
};

/* Where the opinions on a sentence stand in the corpus's memory. */
static struct places places_of(const struct soft *s, struct corpus *c)
{
	return (struct places){ c->memory + (s->tag - c->memory),
		                c->memory + (s->label - c->memory),
		                c->memory + (s->arc - c->memory) };
}

static void make_room(struct corpus *c, const struct sr_net_header *h,
                      bool only)
{
	size_t total = 0, each = h->nupos + h->nxpos + h->nrel;

	for (size_t s = 0; s < c->bank.nsentence; s++)
		total += length(c, s) * (each + length(c, s) + 1);
	c->memory = calloc(total + 1, sizeof(float));
	c->soft = calloc(c->bank.nsentence, sizeof(*c->soft));
	float *at = c->memory;
	for (size_t s = 0; s < c->bank.nsentence; s++) {
		size_t n = length(c, s);
		c->soft[s].tag = at;
		at += n * (h->nupos + h->nxpos);
		c->soft[s].label = at;
		at += n * h->nrel;
		c->soft[s].arc = at;
		at += n * (n + 1);
		c->soft[s].only = only;
	}
}

enum what { TAGS_AND_ARCS = 1, LABELS = 2 };

/* Of sentence s of a batch, n words long. */
static void add_opinion(struct places p, const struct answer *a,
                        const struct batch *b, size_t s,
                        const struct sr_net_header *h, float share, int what)
{
	size_t at[2] = { b->from[s], a->arc_from[s] };
	size_t n = b->from[s + 1] - b->from[s], ntag = h->nupos + h->nxpos;

	for (size_t i = 0; i < n; i++) {
		const float *tag = a->tag + (at[0] + i) * ntag;
		if (what & LABELS)
			add_softmax(p.label + i * h->nrel,
			            a->label + (at[0] + i) * h->nrel, h->nrel,
			            share);
		if (!(what & TAGS_AND_ARCS))
			continue;
		add_softmax(p.tag + i * ntag, tag, h->nupos, share);
		add_softmax(p.tag + i * ntag + h->nupos, tag + h->nupos,
		            h->nxpos, share);
		add_softmax(p.arc + i * (n + 1), a->arc + at[1] + i * (n + 1),
		            n + 1, share);
	}
}

static void ask(struct corpus *c, struct net *teacher, float share, int what)
{
	static struct batch b;
	size_t first = 0, of[BATCH + 1];

	if (!b.word)
		batch_init(&b);
	while (first < c->bank.nsentence) {
		size_t s = first;
		b.n = b.nsentence = 0;
		for (; s < c->bank.nsentence && b.n < BATCH; s++)
			if (length(c, s)) {
				of[b.nsentence] = s;
				batch_add(&b, c, s);
			}
		first = s;
		if (b.n == 0)
			continue;
		struct answer a = net_answer(teacher, &b);
		for (size_t k = 0; k < b.nsentence; k++) {
			add_opinion(places_of(&c->soft[of[k]], c), &a, &b, k,
			            &teacher->dims, share, what);
		}
	}
}

/* The teachers' trees become those of the corpus. */
static void take_trees(struct corpus *c, struct sr_mst *tree)
{
	static float turned[LONGEST * (LONGEST + 1)];
	uint32_t head[LONGEST];

	for (size_t s = 0; s < c->bank.nsentence; s++) {
		size_t n = length(c, s);
		struct example *e = c->word + c->bank.sentence[s].from;
		mat_turn(c->soft[s].arc, turned, n, n + 1);
		for (size_t i = 0; i < n * (n + 1); i++)
			turned[i] = mat_log(turned[i] + 1e-6f);
		sr_mst_find(tree, turned, n, n, head);
		for (size_t i = 0; i < n; i++)
			e[i].head = head[i] ? head[i] - 1 : (uint32_t)i;
	}
}

void teach(struct corpus *c, struct net *teacher, size_t nteacher,
           struct sr_mst *tree, bool only)
{
	float share = 1.0f / (float)nteacher;

	make_room(c, &teacher->dims, only);
	for (size_t k = 0; k < nteacher; k++)
		ask(c, &teacher[k], share,
		    only ? TAGS_AND_ARCS : TAGS_AND_ARCS | LABELS);
	if (!only)
		return;
	take_trees(c, tree);
	for (size_t k = 0; k < nteacher; k++)
		ask(c, &teacher[k], share, LABELS);
}

static void make_opinions(struct opinions *of, const struct sr_net_header *h,
                          size_t arcs)
{
	if (!of->soft) {
		size_t ntag = h->nupos + h->nxpos;
		of->tag = grown(NULL, MOST_BATCH * ntag, sizeof(float));
		of->label = grown(NULL, MOST_BATCH * h->nrel, sizeof(float));
		of->soft = grown(NULL, MOST_BATCH, sizeof(*of->soft));
	}
	if (arcs > of->room) {
		of->room = 2 * arcs;
		of->arc = grown(of->arc, of->room, sizeof(float));
	}
}

void teach_batch(struct opinions *of, struct net *teacher, struct batch *b)
{
	const struct sr_net_header *h = &teacher->dims;
	struct answer a = net_answer(teacher, b);
	size_t ntag = h->nupos + h->nxpos, arcs = 0;

	for (size_t s = 0; s < b->nsentence; s++) {
		size_t n = b->from[s + 1] - b->from[s];
		arcs = a.arc_from[s] + n * (n + 1);
	}
	make_opinions(of, h, arcs);
	memset(of->tag, 0, b->n * ntag * sizeof(float));
	memset(of->label, 0, b->n * h->nrel * sizeof(float));
	memset(of->arc, 0, arcs * sizeof(float));
	for (size_t s = 0; s < b->nsentence; s++) {
		struct places p = { of->tag + b->from[s] * ntag,
			            of->label + b->from[s] * h->nrel,
			            of->arc + a.arc_from[s] };
		add_opinion(p, &a, b, s, h, 1, TAGS_AND_ARCS | LABELS);
		of->soft[s] = (struct soft){ p.tag, p.label, p.arc, true };
		b->soft[s] = &of->soft[s];
	}
}
