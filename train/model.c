#include "model.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "annotate/feature.h"
#include "base/utf8.h"

#define LEAST_COUNT 2 /* times a word must stand in the treebank */

struct entry {
	char key[SR_KEY_BYTES];
	uint32_t n, count;
	int64_t vector; /* -1: none */
};

struct vocabulary {
	struct entry *entry;
	size_t n, room;
	uint32_t *slot; /* entry + 1 */
	size_t nslot;
};

static uint32_t *slot_of(struct vocabulary *v, const char *key, size_t n)
{
	size_t i = sr_hash(key, n) & (v->nslot - 1);

	while (v->slot[i]) {
		const struct entry *e = &v->entry[v->slot[i] - 1];
		if (e->n == n && memcmp(e->key, key, n) == 0)
			break;
		i = (i + 1) & (v->nslot - 1);
	}
	return &v->slot[i];
}

static struct entry *enter(struct vocabulary *v, struct sr_str form)
{
	char key[SR_KEY_BYTES];
	size_t n = sr_feature_key(form, key);
	uint32_t *slot = slot_of(v, key, n);

	if (*slot)
		return &v->entry[*slot - 1];
	if (v->n == v->room) {
		v->room = v->room ? v->room * 2 : 4096;
		v->entry = grown(v->entry, v->room, sizeof(*v->entry));
	}
	struct entry *e = &v->entry[v->n++];
	*e = (struct entry){ .n = (uint32_t)n, .vector = -1 };
	memcpy(e->key, key, n);
	*slot = (uint32_t)v->n;
	return e;
}

/* 0: row and vector, 1: row, 2: vector, 3: neither, and so left out. */
static int class_of(const struct entry *e)
{
	bool row = e->count >= LEAST_COUNT;

	if (e->vector >= 0)
		return row ? 0 : 2;
	return row ? 1 : 3;
}

/* The most frequent first, as far as the vectors' order tells. */
static int by_rank(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int64_t rx = x->vector < 0 ? INT64_MAX : x->vector;
	int64_t ry = y->vector < 0 ? INT64_MAX : y->vector;

	if (rx != ry)
		return rx < ry ? -1 : 1;
	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return sr_str_order((struct sr_str){ x->key, x->n },
			    (struct sr_str){ y->key, y->n });
}

static void collect(struct vocabulary *v, const struct treebank *t,
		    const struct vectors *vectors)
{
	*v = (struct vocabulary){ .nslot = 1 << 20 };
	v->slot = calloc(v->nslot, sizeof(*v->slot));
	for (size_t i = 0; i < t->nword; i++)
		enter(v, t->word[i].form)->count++;
	for (size_t i = 0; i < vectors->n; i++) {
		struct entry *e = enter(v, vectors->word[i]);
		if (e->vector < 0)
			e->vector = (int64_t)i;
	}
	qsort(v->entry, v->n, sizeof(*v->entry), by_rank);
}

void model_part(struct model *m, int part, const void *bytes, size_t n)
{
	size_t at = (m->n + 63) / 64 * 64;

	m->bytes = grown(m->bytes, at + n, 1);
	memset(m->bytes + m->n, 0, at - m->n);
	if (n)
		memcpy(m->bytes + at, bytes, n);
	m->n = at + n;
	m->head.part[part] = at;
}

static void put_words(struct model *m, struct vocabulary *v)
{
	struct sr_net_header *h = &m->head;
	uint32_t *offset = grown(NULL, v->n + 1, sizeof(*offset));
	char *text = grown(NULL, v->n, SR_KEY_BYTES);
	uint32_t nword = 0, ntext = 0;

	memset(v->slot, 0, v->nslot * sizeof(*v->slot));
	for (h->nslot = 1024; h->nslot < v->n * 4 / 3;)
		h->nslot *= 2;
	uint32_t *slot = calloc(h->nslot, sizeof(*slot));
	for (int class = 0; class < 3; class ++) {
		for (size_t i = 0; i < v->n; i++) {
			const struct entry *e = &v->entry[i];
			if (class_of(e) != class)
				continue;
			size_t s = sr_hash(e->key, e->n) & (h->nslot - 1);
			while (slot[s])
				s = (s + 1) & (h->nslot - 1);
			offset[nword] = ntext;
			slot[s] = ++nword;
			memcpy(text + ntext, e->key, e->n);
			ntext += e->n;
		}
		if (class == 0)
			h->nboth = nword;
		if (class <= 1)
			h->nlearned = nword;
	}
	offset[nword] = ntext;
	h->nword = nword;
	h->ntext = ntext;
	model_part(m, SR_NET_SLOTS, slot, (size_t)h->nslot * 4);
	model_part(m, SR_NET_OFFSETS, offset, ((size_t)nword + 1) * 4);
	model_part(m, SR_NET_TEXT, text, ntext);
	free(slot);
	free(offset);
	free(text);
}

static void put_vectors(struct model *m, const struct vocabulary *v,
			const struct vectors *vectors)
{
	uint8_t *act = grown(NULL, v->n, vectors->width + 1);
	uint32_t n = 0;

	for (int class = 0; class < 3; class += 2)
		for (size_t i = 0; i < v->n; i++) {
			const struct entry *e = &v->entry[i];
			if (class_of(e) != class)
				continue;
			memcpy(act + (size_t)n++ * vectors->width,
			       vectors->act +
				       (size_t)e->vector * vectors->width,
			       vectors->width);
		}
	m->head.nvector = n;
	model_part(m, SR_NET_VECTORS, act, (size_t)n * vectors->width);
	free(act);
}

void model_begin(struct model *m, const struct treebank *t,
		 const struct vectors *v)
{
	struct vocabulary words;

	m->n = 0;
	m->bytes = NULL;
	model_part(m, SR_NET_PARTS - 1, &m->head, sizeof(m->head));
	collect(&words, t, v);
	put_words(m, &words);
	m->head.vector = (uint32_t)v->width;
	put_vectors(m, &words, v);
	m->head.nrow = m->head.nlearned + SR_SHAPE_ROWS + m->head.naffix;
	free(words.entry);
	free(words.slot);
}

/* Gates' sums are doubled once at most, others twice (sr_layer_amx_fits); what is
 * larger than that can hold is cut, as where it is bent it is flat. */
static int most_shift(float bound)
{
	return bound > 2.0f ? 1 : 2;
}

float model_scale(const struct float_matrix *f, uint32_t o)
{
	float most = 1e-6f, step = 0;

	for (uint32_t i = 0; i < f->in; i++) {
		float x = f->w[(size_t)i * f->out + o];
		x = x < 0 ? -x : x;
		most = x > most ? x : most;
	}
	if (f->bound)
		step = f->bound[o] * ((float)SR_ACT_ONE / 32768.0f);
	if (step == 0.0f)
		return most / 127.0f;
	for (int k = most_shift(f->bound[o]); step * 127.0f < most && k; k--)
		step *= 2;
	return step;
}

/* A bent output: what is added to its sum, and by how much that is shifted. */
static void put_bent(const struct float_matrix *f, uint32_t o, float s,
		     int32_t *zero, int32_t *shift)
{
	float step = f->bound[o] * ((float)SR_ACT_ONE / 32768.0f);
	float unit = s / (float)SR_ACT_ONE;

	for (*shift = 0; step < s; step *= 2)
		++*shift;
	*zero += (int32_t)floorf(f->b[o] / unit + 0.5f);
}

void model_matrix(struct model *m, int part, struct float_matrix f)
{
	uint32_t out = (f.out + 15) / 16 * 16;
	size_t size = sr_matrix_size(f.in, out);
	char *bytes = calloc(1, size);
	int8_t *weight = (void *)bytes;
	int32_t *zero = (void *)(bytes + (size_t)f.in * out);
	float *scale = (void *)(zero + out), *bias = scale + out;
	int32_t *shift = (void *)(zero + out);

	for (uint32_t k = 0; k < f.out; k++) {
		uint32_t o = f.bound ? sr_bent_at(k) : k;
		float s = model_scale(&f, k);
		int32_t sum = 0;
		for (uint32_t i = 0; i < f.in; i++) {
			float x = f.w[(size_t)i * f.out + k] / s;
			int32_t q = (int32_t)floorf(x + 0.5f);
			q = q > 127 ? 127 : q < -127 ? -127 : q;
			weight[sr_dot_at(f.in, i, o)] = (int8_t)q;
			sum += q;
		}
		zero[o] = -SR_ACT_ZERO * sum;
		if (f.bound) {
			put_bent(&f, k, s, &zero[o], &shift[o]);
			continue;
		}
		scale[o] = s / (float)SR_ACT_ONE;
		bias[o] = f.b ? f.b[k] : 0.0f;
	}
	model_part(m, part, bytes, size);
	free(bytes);
}

void model_end(struct model *m, struct sr_net *net)
{
	struct sr_err err = { 0 };
	struct sr_net_header *h = &m->head;

	h->magic = SR_NET_MAGIC;
	h->version = SR_NET_VERSION;
	h->size = m->n;
	memcpy(m->bytes, h, sizeof(*h));
	if (sr_net_open(net, m->bytes, m->n, &err) != SR_OK) {
		fprintf(stderr, "%s: %s\n", err.where, err.text);
		exit(1);
	}
}
