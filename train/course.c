#include "course.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "model/doc.h"
#include "ontology.h"
#include "settings.h"
#include "thin.h"
#include "vary.h"

#define LONGEST 200 /* words of a sentence that is trained on */

/* Examples of a sentence's words; heads are within the sentence. */
static void make_examples(struct course *c, const struct word *w, size_t n,
                          struct example *e)
{
	static struct sr_token token[1024];
	size_t seen = n < 1024 ? n : 1024;

	for (size_t i = 0; i < seen; i++)
		token[i] = (struct sr_token){
			.at = { 0, (uint32_t)w[i].form.n }, .flags = w[i].flags
		};
	enum sr_style style = sr_feature_style(token, seen);
	for (size_t i = 0; i < n; i++) {
		e[i] = (struct example){ .upos = w[i].upos,
			                 .xpos = w[i].xpos,
			                 .rel = w[i].rel };
		sr_feature_fill(&c->words, w[i].form, w[i].flags, style,
		                &e[i].feature);
		e[i].head = w[i].head ? w[i].head - 1 : (uint32_t)i;
		if (e[i].feature.word != SR_NET_UNKNOWN)
			e[i].count = c->count[e[i].feature.word];
	}
}

static void corpus_examples(struct course *c, struct corpus *of)
{
	const struct treebank *b = &of->bank;

	of->word = grown(of->word, b->nword + 1, sizeof(*of->word));
	for (size_t s = 0; s < b->nsentence; s++) {
		struct sentence at = b->sentence[s];
		make_examples(c, b->word + at.from, at.to - at.from,
		              of->word + at.from);
	}
}

void course_begin(struct course *c)
{
	c->count = calloc(c->words.head->nword, sizeof(*c->count));
	corpus_examples(c, &c->train);
	for (size_t i = 0; i < c->train.bank.nword; i++)
		if (c->train.word[i].feature.word != SR_NET_UNKNOWN)
			c->count[c->train.word[i].feature.word]++;
	corpus_examples(c, &c->train); /* now with counts */
	corpus_examples(c, &c->dev);
	corpus_examples(c, &c->more);
	corpus_examples(c, &c->made);
	batch_init(&c->batch);
}

/* As it is, or written otherwise. */
static void add_varied(struct course *c, struct net *n, struct corpus *of,
                       size_t s)
{
	static struct varied v;
	struct batch *b = &c->batch;
	struct sentence at = of->bank.sentence[s];
	struct vary_chances p = {
		.headline = (float)setting(HEADLINE),
		.capitals = (float)setting(CAPITALS),
		.title = (float)setting(TITLE),
		.small = (float)setting(SMALL),
		.name = (float)setting(NAME),
		.open = (float)setting(OPEN),
		.reduce = (float)setting(REDUCE),
	};

	if (of == &c->more || !vary(&v, &of->bank, s, &p, &n->chance)) {
		batch_add(b, of, s);
		return;
	}
	make_examples(c, v.word, v.n, b->word + b->n);
	for (size_t i = 0; i < v.n; i++)
		b->word[b->n + i].head += (uint32_t)b->n;
	b->soft[b->nsentence] = of->soft && v.n == at.to - at.from
	                                ? &of->soft[s]
	                                : NULL;
	b->from[b->nsentence++] = (uint32_t)b->n;
	b->n += v.n;
	b->from[b->nsentence] = (uint32_t)b->n;
}

static void shuffle(uint32_t *order, size_t n, struct chance *c)
{
	for (size_t i = n; i > 1; i--) {
		size_t j = chance_next(c) % i;
		uint32_t x = order[i - 1];
		order[i - 1] = order[j];
		order[j] = x;
	}
}

/* Sentences are numbered through train, then more where it is learned from,
 * then made. An epoch has all of the first two and some of the last. */
struct order {
	uint32_t *item;
	size_t ntrain, nmore, nmade;
	size_t n;
	size_t words;
};

static struct order order_of(const struct course *c, size_t each)
{
	size_t nmade = c->made.bank.nsentence;
	struct order o = { .ntrain = c->train.bank.nsentence,
		           .nmore = c->more.soft ? c->more.bank.nsentence : 0,
		           .nmade = nmade };

	o.n = o.ntrain + o.nmore + (each < nmade ? each : nmade);
	o.words = c->train.bank.nword;
	if (o.nmore)
		o.words += c->more.bank.nword;
	if (nmade)
		o.words += c->made.bank.nword * (o.n - o.ntrain - o.nmore) /
		           nmade;
	o.item = grown(NULL, o.ntrain + o.nmore + nmade, sizeof(*o.item));
	for (uint32_t i = 0; i < o.ntrain + o.nmore + nmade; i++)
		o.item[i] = i;
	return o;
}

/* Other sentences of those made come to the front, then all are mixed. */
static void next_order(struct order *o, struct chance *c)
{
	size_t others = o->ntrain + o->nmore;

	for (uint32_t i = 0; i < others + o->nmade; i++)
		o->item[i] = i;
	if (o->nmade)
		shuffle(o->item + others, o->nmade, c);
	shuffle(o->item, o->n, c);
}

static struct corpus *corpus_of(struct course *c, const struct order *o,
                                size_t *s)
{
	if (*s < o->ntrain)
		return &c->train;
	*s -= o->ntrain;
	if (*s < o->nmore)
		return &c->more;
	*s -= o->nmore;
	return &c->made;
}

static void fill_batch(struct course *c, struct net *n, const struct order *o,
                       size_t *next)
{
	struct batch *b = &c->batch;
	size_t limit = (size_t)setting(BATCH);

	b->n = b->nsentence = 0;
	for (; *next < o->n && b->n < limit; (*next)++) {
		size_t s = o->item[*next];
		struct corpus *of = corpus_of(c, o, &s);
		struct sentence at = of->bank.sentence[s];
		if (at.to - at.from <= LONGEST)
			add_varied(c, n, of, s);
	}
}

/* The rate rises for a hundred steps and then falls in a straight line. */
static void pace(struct net *n, const struct plan *p, size_t steps)
{
	double done = (double)n->step / (double)steps;
	double warm = n->step < 100 ? (double)(n->step + 1) / 100 : 1;
	double left = done < 1 ? 1 - done : 0;

	n->options.rate =
	        (float)(p->rate * warm * (left * 0.98 + 0.02));
	n->options.rounded = done >= p->rounded;
}

#define THIN_BEGINS 200 /* steps: gradients are known by then */
#define THIN_EVERY 50

/* Most blocks go early, when there are many that are worth little and there is
 * time to make up for them (Zhu and Gupta 2018, To prune, or not to prune). */
static void thin_step(struct net *n, const struct plan *p, size_t steps)
{
	double left = 1 - (double)n->step / (p->thin_until * (double)steps);

	if (p->thin == 0.0 || n->step < THIN_BEGINS)
		return;
	if (n->step % THIN_EVERY == 0) {
		left = left > 0 ? left : 0;
		thin(n, (float)(p->thin * (1 - left * left * left)));
	} else
		thin_again(n);
}

struct score {
	size_t words, upos, xpos, head, label;
};

static size_t best(const float *x, size_t n)
{
	size_t b = 0;

	for (size_t i = 1; i < n; i++)
		if (x[i] > x[b])
			b = i;
	return b;
}

/* Without what stands behind the colon: as the scorers compare. */
static bool same_relation(unsigned a, unsigned b)
{
	struct sr_str x = sr_str_of(sr_rel_name(a));
	struct sr_str y = sr_str_of(sr_rel_name(b));

	return sr_str_equal(sr_str_cut(&x, ':'), sr_str_cut(&y, ':'));
}

static void find_trees(struct course *c, const struct answer *a)
{
	static float turned[1024 * 1025];
	struct batch *b = &c->batch;

	for (size_t k = 0; k < b->nsentence; k++) {
		uint32_t from = b->from[k], head[1024];
		size_t n = b->from[k + 1] - from;
		mat_turn(a->arc + a->arc_from[k], turned, n, n + 1);
		sr_mst_find(&c->tree, turned, n, n, head);
		for (size_t i = 0; i < n; i++)
			b->word[from + i].head = head[i] ? from + head[i] - 1
			                                 : from + (uint32_t)i;
	}
}

static void score_batch(struct course *c, struct net *n, struct score *s)
{
	struct batch *b = &c->batch;
	struct answer a = net_answer(n, b);
	const struct sr_net_header *h = &n->dims;
	static uint32_t gold[MOST_BATCH];

	for (size_t i = 0; i < b->n; i++)
		gold[i] = b->word[i].head;
	find_trees(c, &a);
	net_label(n, b);
	for (size_t i = 0; i < b->n; i++) {
		const struct example *e = &b->word[i];
		const float *tag = a.tag + i * (h->nupos + h->nxpos);
		bool root = e->head == i, hit = e->head == gold[i];
		size_t label = best(a.label + i * h->nrel, h->nrel);
		s->words++;
		s->upos += best(tag, h->nupos) == e->upos;
		s->xpos += best(tag + h->nupos, h->nxpos) == e->xpos;
		s->head += hit;
		s->label += hit &&
		            (root || same_relation((unsigned)label, e->rel));
	}
}

static void evaluate(struct course *c, struct net *n)
{
	const struct treebank *b = &c->dev.bank;
	struct score s = { 0 };

	for (size_t i = 0; i < b->nsentence;) {
		c->batch.n = c->batch.nsentence = 0;
		while (i < b->nsentence && c->batch.n < 1000)
			batch_add(&c->batch, &c->dev, i++);
		score_batch(c, n, &s);
	}
	double of = (double)s.words / 100;
	printf("dev upos %.2f xpos %.2f uas %.2f las %.2f\n",
	       (double)s.upos / of, (double)s.xpos / of, (double)s.head / of,
	       (double)s.label / of);
	fflush(stdout);
}

void course_run(struct course *c, struct net *n, const struct plan *p)
{
	struct order o = order_of(c, p->made);
	size_t steps = p->epochs * (o.words / ((size_t)setting(BATCH) + 12) + 1);

	for (size_t e = 0; e < p->epochs; e++) {
		clock_t start = clock();
		double loss = 0;
		size_t count = 0;
		next_order(&o, &n->chance);
		for (size_t next = 0; next < o.n; count++) {
			pace(n, p, steps);
			fill_batch(c, n, &o, &next);
			if (c->teacher)
				teach_batch(&c->opinions, c->teacher,
					    &c->batch);
			loss += net_train(n, &c->batch);
			thin_step(n, p, steps);
		}
		printf("%sepoch %zu loss %.4f %.1f s ", c->who ? c->who : "",
		       e + 1, loss / (double)count,
		       (double)(clock() - start) / CLOCKS_PER_SEC);
		evaluate(c, n);
	}
	free(o.item);
}
