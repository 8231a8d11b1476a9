/* Trains the language model: train_lang TRAIN.conllu DEV.conllu OUT.model
 * [name=value ...]. Names and what they are unless given: see `settings`.
 * What it does is told in data/models/lang.md. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "annotate/mst.h"
#include "data.h"
#include "lemma.h"
#include "model.h"
#include "net.h"
#include "ontology.h"

struct setting {
	const char *name;
	double value;
};

enum {
	SEED,
	EPOCHS,
	BATCH,
	RATE,
	HIDDEN,
	LAYERS,
	TAG_LAYER,
	ARC,
	LABEL,
	ROW,
	AFFIXES,
	VECTOR,
	VECTORS,
	DROP_INPUT,
	DROP_LAYER,
	DROP_MLP,
	DROP_WORD,
	DROP_VECTOR,
	ROUNDED,
	NSETTING
};

static struct setting settings[NSETTING] = {
	[SEED] = { "seed", 1 },
	[EPOCHS] = { "epochs", 30 },
	[BATCH] = { "batch", 600 }, /* words */
	[RATE] = { "rate", 0.003 },
	[HIDDEN] = { "hidden", 128 }, /* units of a direction */
	[LAYERS] = { "layers", 3 },
	[TAG_LAYER] = { "tag_layer", 1 },
	[ARC] = { "arc", 128 },
	[LABEL] = { "label", 64 },
	[ROW] = { "row", 96 },
	[AFFIXES] = { "affixes", 12288 },
	[VECTOR] = { "vector", 64 },
	[VECTORS] = { "vectors", 60000 },
	[DROP_INPUT] = { "drop_input", 0.25 },
	[DROP_LAYER] = { "drop_layer", 0.3 },
	[DROP_MLP] = { "drop_mlp", 0.3 },
	[DROP_WORD] = { "drop_word", 0.1 },
	[DROP_VECTOR] = { "drop_vector", 0.1 },
	[ROUNDED] = { "rounded", 0.7 }, /* from this part of training on */
};

static double get(int which)
{
	return settings[which].value;
}

struct corpus {
	struct treebank bank;
	struct example *word; /* of bank.word; head within the sentence */
};

struct trainer {
	struct corpus train, dev;
	struct vectors vectors;
	struct model model;
	size_t model_words; /* bytes of the model before the weights */
	struct sr_net words;
	struct net net;
	struct batch batch;
	const char *vectors_path, *out_path;
	struct sr_arena mem;
	struct sr_mst tree;
};

/* Everything but the words, which stand in the model already. */
static void export(struct trainer *t, bool lemmas)
{
	struct model *m = &t->model;
	struct net *n = &t->net;
	size_t nrow = n->row.n;
	int8_t *row = grown(NULL, nrow, 1);
	uint8_t *root = grown(NULL, n->root.n, 1);

	m->n = t->model_words;
	for (size_t i = 0; i < nrow; i++)
		row[i] = (int8_t)floorf(n->row.w[i] * 64.0f + 0.5f);
	for (size_t i = 0; i < n->root.n; i++) {
		float x = n->root.w[i];
		x = x < -1 ? -1 : x > 1 ? 1 : x;
		root[i] = (uint8_t)(floorf(x * (float)SR_ACT_ONE + 0.5f) +
				    (float)SR_ACT_ZERO);
	}
	model_part(m, SR_NET_ROWS, row, nrow);
	model_part(m, SR_NET_ROW_BIAS, n->row_bias.w,
		   n->row_bias.n * sizeof(float));
	for (uint32_t l = 0; l < n->dims.nlayer; l++)
		model_matrix(m, SR_NET_LAYER + (int)l,
			     (struct float_matrix){
				     n->layer[l].w.w, n->layer[l].b.w,
				     n->layer[l].in, n->layer[l].out });
	struct weights *w[] = { &n->tag, &n->mlp, &n->arc, &n->label };
	int part[] = { SR_NET_TAG, SR_NET_MLP, SR_NET_ARC, SR_NET_LABEL };
	for (int i = 0; i < 4; i++)
		model_matrix(m, part[i],
			     (struct float_matrix){ w[i]->w.w, w[i]->b.w,
						    w[i]->in, w[i]->out });
	model_part(m, SR_NET_ROOT, root, n->root.n);
	if (lemmas)
		lemma_learn(m, &t->words, &t->train.bank);
	free(row);
	free(root);
}

static void save(struct trainer *t)
{
	struct sr_net check;

	export(t, true);
	model_end(&t->model, &check);
	FILE *f = fopen(t->out_path, "wb");
	if (!f || fwrite(t->model.bytes, 1, t->model.n, f) != t->model.n ||
	    fclose(f) != 0) {
		perror(t->out_path);
		exit(3);
	}
}

static void examples(struct trainer *t, struct corpus *c, bool training)
{
	const struct treebank *b = &c->bank;
	uint32_t *count = calloc(t->words.head->nword, sizeof(*count));

	c->word = calloc(b->nword, sizeof(*c->word));
	for (size_t s = 0; s < b->nsentence; s++) {
		size_t from = b->sentence[s].from, to = b->sentence[s].to;
		struct sr_token token[1024];
		size_t n = to - from < 1024 ? to - from : 1024;
		for (size_t i = 0; i < n; i++)
			token[i] = (struct sr_token){
				.at = { 0, (uint32_t)b->word[from + i].form.n },
				.flags = b->word[from + i].flags
			};
		enum sr_style style = sr_feature_style(token, n);
		for (size_t i = from; i < to; i++) {
			const struct word *w = &b->word[i];
			struct example *e = &c->word[i];
			sr_feature_fill(&t->words, w->form, w->flags, style,
					&e->feature);
			e->head = w->head ? w->head - 1 : (uint32_t)(i - from);
			e->upos = w->upos;
			e->xpos = w->xpos;
			e->rel = w->rel;
			if (e->feature.word != SR_NET_UNKNOWN)
				count[e->feature.word]++;
		}
	}
	for (size_t i = 0; training && i < b->nword; i++)
		if (c->word[i].feature.word != SR_NET_UNKNOWN)
			c->word[i].count = count[c->word[i].feature.word];
	free(count);
}

static void add_sentence(struct batch *b, const struct corpus *c, size_t s)
{
	struct sentence at = c->bank.sentence[s];
	uint32_t from = (uint32_t)b->n;

	b->from[b->nsentence] = from;
	for (uint32_t i = at.from; i < at.to; i++) {
		b->word[b->n] = c->word[i];
		b->word[b->n++].head += from;
	}
	b->from[++b->nsentence] = (uint32_t)b->n;
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

static double epoch(struct trainer *t, uint32_t *order, size_t step,
		    size_t steps)
{
	const struct treebank *b = &t->train.bank;
	size_t limit = (size_t)get(BATCH), count = 0;
	double loss = 0;

	shuffle(order, b->nsentence, &t->net.chance);
	for (size_t s = 0; s < b->nsentence;) {
		t->batch.n = t->batch.nsentence = 0;
		while (s < b->nsentence && t->batch.n < limit) {
			struct sentence x = b->sentence[order[s]];
			if (x.to - x.from <= 200)
				add_sentence(&t->batch, &t->train, order[s]);
			s++;
		}
		double done = (double)step / (double)steps;
		double warm = step < 100 ? (double)(step + 1) / 100 : 1;
		t->net.options.rate =
			(float)(get(RATE) * warm *
				(done < 1 ? (1 - done) * 0.98 + 0.02 : 0.02));
		t->net.options.rounded = done >= get(ROUNDED);
		loss += net_train(&t->net, &t->batch);
		step++;
		count++;
	}
	return loss / (double)count;
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
	struct sr_str x = sr_str_of(sr_rel_name(a)),
		      y = sr_str_of(sr_rel_name(b));

	return sr_str_equal(sr_str_cut(&x, ':'), sr_str_cut(&y, ':'));
}

static void score_batch(struct trainer *t, struct score *s)
{
	struct batch *b = &t->batch;
	struct answer a = net_answer(&t->net, b);
	const struct sr_net_header *h = &t->net.dims;
	static uint32_t gold[MOST_BATCH];
	static float turned[1024 * 1025];

	for (size_t i = 0; i < b->n; i++)
		gold[i] = b->word[i].head;
	for (size_t k = 0; k < b->nsentence; k++) {
		uint32_t from = b->from[k], head[1024];
		size_t n = b->from[k + 1] - from;
		mat_turn(a.arc + a.arc_from[k], turned, n, n + 1);
		sr_mst_find(&t->tree, turned, n, n, head);
		for (size_t i = 0; i < n; i++)
			b->word[from + i].head = head[i] ? from + head[i] - 1
							 : from + (uint32_t)i;
	}
	net_label(&t->net, b);
	for (size_t i = 0; i < b->n; i++) {
		const struct example *e = &b->word[i];
		const float *tag = a.tag + i * (h->nupos + h->nxpos);
		bool root = e->head == i;
		bool hit = e->head == gold[i];
		s->words++;
		s->upos += best(tag, h->nupos) == e->upos;
		s->xpos += best(tag + h->nupos, h->nxpos) == e->xpos;
		s->head += hit;
		s->label += hit &&
			    (root ||
			     same_relation((unsigned)best(a.label + i * h->nrel,
							  h->nrel),
					   e->rel));
	}
}

static struct score evaluate(struct trainer *t)
{
	const struct treebank *b = &t->dev.bank;
	struct score s = { 0 };

	for (size_t i = 0; i < b->nsentence;) {
		t->batch.n = t->batch.nsentence = 0;
		while (i < b->nsentence && t->batch.n < 1000)
			add_sentence(&t->batch, &t->dev, i++);
		score_batch(t, &s);
	}
	return s;
}

static void read_settings(int argc, char **argv, struct trainer *t)
{
	for (int i = 4; i < argc; i++) {
		char *eq = strchr(argv[i], '=');
		bool known = false;
		if (!eq)
			continue;
		*eq = '\0';
		if (strcmp(argv[i], "vectors_file") == 0) {
			t->vectors_path = eq + 1;
			continue;
		}
		for (int k = 0; k < NSETTING; k++)
			if (strcmp(argv[i], settings[k].name) == 0) {
				settings[k].value = strtod(eq + 1, NULL);
				known = true;
			}
		if (!known) {
			fprintf(stderr, "no such setting: %s\n", argv[i]);
			exit(2);
		}
	}
}

static void build_net(struct trainer *t)
{
	struct sr_net_header *h = &t->model.head;

	*h = (struct sr_net_header){
		.naffix = (uint32_t)get(AFFIXES),
		.row = (uint32_t)get(ROW),
		.nlayer = (uint32_t)get(LAYERS),
		.hidden = (uint32_t)get(HIDDEN),
		.tag_layer = (uint32_t)get(TAG_LAYER),
		.arc = (uint32_t)get(ARC),
		.label = (uint32_t)get(LABEL),
		.nupos = SR_UPOS_COUNT,
		.nxpos = SR_XPOS_COUNT,
		.nrel = SR_REL_COUNT,
	};
	if (t->vectors_path)
		vectors_read(&t->vectors, t->vectors_path, (size_t)get(VECTORS),
			     (size_t)get(VECTOR));
	model_begin(&t->model, &t->train.bank, &t->vectors);
	t->model_words = t->model.n;
	net_init(&t->net, h, &t->words, (uint64_t)get(SEED));
	t->net.options = (struct options){
		.drop_input = (float)get(DROP_INPUT),
		.drop_layer = (float)get(DROP_LAYER),
		.drop_mlp = (float)get(DROP_MLP),
		.drop_word = (float)get(DROP_WORD),
		.drop_vector = (float)get(DROP_VECTOR),
		.weight_tag = 0.5f,
		.weight_label = 1.0f,
	};
	export(t, false);
	model_end(&t->model, &t->words);
	char *copy = grown(NULL, t->model.n, 1); /* the model itself may move */
	memcpy(copy, t->model.bytes, t->model.n);
	struct sr_err err = { 0 };
	if (sr_net_open(&t->words, copy, t->model.n, &err) != SR_OK)
		exit(1);
	examples(t, &t->train, true);
	examples(t, &t->dev, false);
}

static void run(struct trainer *t)
{
	const struct treebank *b = &t->train.bank;
	uint32_t *order = grown(NULL, b->nsentence, sizeof(*order));
	size_t epochs = (size_t)get(EPOCHS), step = 0;
	size_t steps = epochs * (b->nword / ((size_t)get(BATCH) + 12) + 1);

	for (uint32_t i = 0; i < b->nsentence; i++)
		order[i] = i;
	for (size_t e = 0; e < epochs; e++) {
		clock_t start = clock();
		double loss = epoch(t, order, step, steps);
		step = t->net.step;
		double took = (double)(clock() - start) / CLOCKS_PER_SEC;
		struct score s = evaluate(t);
		double n = (double)s.words / 100;
		printf("epoch %zu loss %.4f %.1f s dev upos %.2f xpos %.2f "
		       "uas %.2f las %.2f\n",
		       e + 1, loss, took, (double)s.upos / n,
		       (double)s.xpos / n, (double)s.head / n,
		       (double)s.label / n);
		fflush(stdout);
	}
	free(order);
}

int main(int argc, char **argv)
{
	static struct trainer t;

	if (argc < 4) {
		fputs("usage: train_lang TRAIN.conllu DEV.conllu OUT.model "
		      "[vectors_file=FILE] [name=value ...]\n",
		      stderr);
		return 2;
	}
	t.out_path = argv[3];
	read_settings(argc, argv, &t);
	treebank_read(&t.train.bank, argv[1]);
	treebank_read(&t.dev.bank, argv[2]);
	sr_arena_init(&t.mem, (size_t)1 << 30);
	if (!sr_mst_init(&t.tree, &t.mem, 1024))
		return 3;
	t.batch.word = grown(NULL, MOST_BATCH, sizeof(*t.batch.word));
	t.batch.from = grown(NULL, MOST_BATCH + 1, sizeof(*t.batch.from));
	build_net(&t);
	printf("words %u, rows %u, vectors %u of %u\n", t.model.head.nword,
	       t.model.head.nrow, t.model.head.nvector, t.model.head.vector);
	run(&t);
	save(&t);
	return 0;
}
