/* Trains the language model: train_lang TRAIN.conllu DEV.conllu OUT.model
 * [vectors_file=FILE] [more=FILE.conllu] [made=FILE.conllu] [teacher=FILE]
 * [name=value ...]; names and values are in settings.c. What it does is told in data/models/lang.md. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "course.h"
#include "lemma.h"
#include "model.h"
#include "ontology.h"
#include "settings.h"

struct trainer {
	struct course course;
	struct vectors vectors;
	struct model model;
	size_t model_words; /* bytes of the model before the weights */
	struct net net;
	const char *vectors_path, *more_path, *made_path, *out_path;
	const char *teacher_path; /* teachers kept there, behind it their number; or NULL */
	const char *whole_path;	  /* the net before it is made thin; or NULL */
	struct sr_arena mem;
};

static void put_weights(struct model *m, int part, const struct weights *w,
			bool bent)
{
	model_matrix(m, part,
		     (struct float_matrix){ w->w.w, w->b.w,
					    bent ? w->bound : NULL, w->in,
					    w->out });
}

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
		put_weights(m, SR_NET_LAYER + (int)l, &n->layer[l], true);
	put_weights(m, SR_NET_TAG, &n->tag, false);
	put_weights(m, SR_NET_MLP, &n->mlp, true);
	put_weights(m, SR_NET_ARC, &n->arc, false);
	put_weights(m, SR_NET_LABEL, &n->label, false);
	model_part(m, SR_NET_ROOT, root, n->root.n);
	if (lemmas)
		lemma_learn(m, &t->course.words, &t->course.train.bank);
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

static struct options options(void)
{
	return (struct options){
		.drop_input = (float)setting(DROP_INPUT),
		.drop_layer = (float)setting(DROP_LAYER),
		.drop_mlp = (float)setting(DROP_MLP),
		.drop_word = (float)setting(DROP_WORD),
		.drop_vector = (float)setting(DROP_VECTOR),
		.weight_tag = 0.5f,
		.weight_label = 1.0f,
		.teachers = (float)setting(TEACHER_SHARE),
		.bent = setting(BENT) != 0.0,
	};
}

/* The vocabulary as the program will have it, so that features are the same. */
static void open_words(struct trainer *t)
{
	struct sr_err err = { 0 };

	export(t, false);
	model_end(&t->model, &t->course.words);
	char *copy = grown(NULL, t->model.n, 1); /* the model itself may move */
	memcpy(copy, t->model.bytes, t->model.n);
	if (sr_net_open(&t->course.words, copy, t->model.n, &err) != SR_OK) {
		fprintf(stderr, "%s: %s\n", err.where, err.text);
		exit(1);
	}
}

static struct options teacher_options(void)
{
	struct options o = options();

	o.drop_input = (float)setting(TEACHER_DROP_INPUT);
	o.drop_layer = o.drop_mlp = (float)setting(TEACHER_DROP);
	o.bent = false;
	return o;
}

static void build_net(struct trainer *t)
{
	struct sr_net_header *h = &t->model.head;

	*h = (struct sr_net_header){
		.naffix = (uint32_t)setting(AFFIXES),
		.row = (uint32_t)setting(ROW),
		.nlayer = (uint32_t)setting(LAYERS),
		.hidden = (uint32_t)setting(HIDDEN),
		.tag_layer = (uint32_t)setting(TAG_LAYER),
		.arc = (uint32_t)setting(ARC),
		.label = (uint32_t)setting(LABEL),
		.nupos = SR_UPOS_COUNT,
		.nxpos = SR_XPOS_COUNT,
		.nrel = SR_REL_COUNT,
	};
	if (t->vectors_path)
		vectors_read(&t->vectors, t->vectors_path,
		             (size_t)setting(VECTORS), (size_t)setting(VECTOR));
	model_begin(&t->model, &t->course.train.bank, &t->vectors);
	t->model_words = t->model.n;
	net_init(&t->net, h, &t->course.words, (uint64_t)setting(SEED));
	t->net.options = options();
	open_words(t);
	printf("words %u, rows %u, vectors %u of %u\n", h->nword, h->nrow,
	       h->nvector, h->vector);
}

static struct plan plan(size_t epochs)
{
	return (struct plan){ .epochs = epochs,
			      .made = (size_t)setting(MADE),
			      .rate = setting(RATE),
			      .rounded = setting(ROUNDED) };
}

/* A teacher's own process: trains it and leaves its weights in the file. */
static void train_teacher(struct trainer *t, struct net *teacher, size_t k,
			  FILE *f)
{
	char who[32];

	struct plan p = plan((size_t)setting(TEACHER_EPOCHS));

	snprintf(who, sizeof(who), "teacher %zu ", k + 1);
	t->course.who = who;
	course_run(&t->course, teacher, &p);
	exit(net_write(teacher, f) && fflush(f) == 0 ? 0 : 3);
}

static void wait_for_one(size_t *running)
{
	int status;

	if (wait(&status) < 0 || status != 0) {
		fputs("a teacher failed\n", stderr);
		exit(3);
	}
	--*running;
}

/* Teachers know nothing of each other, so they are trained side by side, in as
 * many processes as JOBS says; what comes out is the same. */
static struct net *train_teachers(struct trainer *t, size_t n)
{
	struct net *teacher = grown(NULL, n, sizeof(*teacher));
	struct sr_net_header dims = t->model.head;
	FILE **file = grown(NULL, n, sizeof(*file));
	size_t running = 0;

	dims.hidden = (uint32_t)setting(TEACHER_HIDDEN);
	dims.nlayer = (uint32_t)setting(TEACHER_LAYERS);
	dims.tag_layer = (uint32_t)setting(TEACHER_TAG_LAYER);
	dims.arc = (uint32_t)setting(TEACHER_ARC);
	dims.label = (uint32_t)setting(TEACHER_LABEL);
	dims.row = (uint32_t)setting(TEACHER_ROW);
	for (size_t k = 0; k < n; k++) {
		net_init(&teacher[k], &dims, &t->course.words,
		         (uint64_t)setting(TEACHER_SEED) + k);
		teacher[k].options = teacher_options();
		if (running == (size_t)setting(JOBS))
			wait_for_one(&running);
		char path[4096];
		snprintf(path, sizeof(path), "%s%zu",
			 t->teacher_path ? t->teacher_path : "", k + 1);
		if (t->teacher_path && (file[k] = fopen(path, "rb")))
			continue;
		file[k] = t->teacher_path ? fopen(path, "w+b") : tmpfile();
		fflush(stdout);
		pid_t child = file[k] ? fork() : -1;
		if (child == 0)
			train_teacher(t, &teacher[k], k, file[k]);
		if (child < 0) {
			perror("teacher");
			exit(3);
		}
		running++;
	}
	while (running)
		wait_for_one(&running);
	for (size_t k = 0; k < n; k++) {
		rewind(file[k]);
		if (!net_read(&teacher[k], file[k]))
			exit(3);
		fclose(file[k]);
	}
	free(file);
	return teacher;
}

static void have_taught(struct trainer *t)
{
	size_t n = (size_t)setting(TEACHERS);
	struct net *teacher = train_teachers(t, n);
	struct course *c = &t->course;

	teach(&c->train, teacher, n, &c->tree, false);
	if (c->made.bank.nsentence)
		teach(&c->made, teacher, n, &c->tree, false);
	if (c->more.bank.nsentence)
		teach(&c->more, teacher, n, &c->tree, true);
}

/* With all its weights; or as it was kept. */
static void train_whole(struct trainer *t)
{
	struct plan p = plan((size_t)setting(EPOCHS));
	FILE *f = t->whole_path ? fopen(t->whole_path, "rb") : NULL;
	bool good = true;

	if (f) {
		good = net_read(&t->net, f);
	} else {
		course_run(&t->course, &t->net, &p);
		f = t->whole_path ? fopen(t->whole_path, "wb") : NULL;
		good = t->whole_path ? f && net_write(&t->net, f) : true;
	}
	if ((f && fclose(f) != 0) || !good) {
		perror(t->whole_path);
		exit(3);
	}
}

/* The net learns from itself to do with fewer weights what it does: so it keeps
 * the trees that patterns were written for. */
static void make_thin(struct trainer *t)
{
	struct net *n = &t->net, *before = grown(NULL, 1, sizeof(*before));
	struct options *o = &n->options;
	struct plan p = { .epochs = (size_t)setting(THIN_EPOCHS),
			  .made = (size_t)setting(THIN_MADE),
			  .rate = setting(THIN_RATE),
			  .thin = setting(THIN),
			  .thin_until = setting(THIN_UNTIL) };

	net_init(before, &n->dims, &t->course.words, (uint64_t)setting(SEED));
	net_copy(before, n);
	before->options.rounded = true;
	if (t->course.more.bank.nsentence)
		teach(&t->course.more, before, 1, &t->course.tree, true);
	t->course.teacher = before;
	net_begin_anew(n);
	n->chance = before->chance;
	o->drop_input = o->drop_layer = o->drop_mlp = 0;
	o->drop_word = o->drop_vector = 0;
	t->course.who = "thin ";
	course_run(&t->course, n, &p);
}

static void read_words(struct trainer *t, int argc, char **argv)
{
	for (int i = 4; i < argc; i++) {
		struct sr_str rest = sr_str_of(argv[i]);
		struct sr_str name = sr_str_cut(&rest, '=');
		if (sr_str_is(name, "vectors_file"))
			t->vectors_path = rest.s;
		else if (sr_str_is(name, "more"))
			t->more_path = rest.s;
		else if (sr_str_is(name, "teacher"))
			t->teacher_path = rest.s;
		else if (sr_str_is(name, "whole"))
			t->whole_path = rest.s;
		else if (sr_str_is(name, "made"))
			t->made_path = rest.s;
		else
			setting_read(argv[i]);
	}
}

int main(int argc, char **argv)
{
	static struct trainer t;

	if (argc < 4) {
		fputs("usage: train_lang TRAIN.conllu DEV.conllu OUT.model "
		      "[vectors_file=FILE] [more=FILE] [name=value ...]\n",
		      stderr);
		return 2;
	}
	t.out_path = argv[3];
	read_words(&t, argc, argv);
	treebank_read(&t.course.train.bank, argv[1]);
	treebank_read(&t.course.dev.bank, argv[2]);
	if (t.more_path)
		treebank_read(&t.course.more.bank, t.more_path);
	if (t.made_path)
		treebank_read(&t.course.made.bank, t.made_path);
	sr_arena_init(&t.mem, (size_t)1 << 30);
	if (!sr_mst_init(&t.course.tree, &t.mem, 1024))
		return 3;
	build_net(&t);
	course_begin(&t.course);
	if (setting(TEACHERS) > 0)
		have_taught(&t);
	train_whole(&t);
	if (setting(THIN) > 0)
		make_thin(&t);
	save(&t);
	return 0;
}
