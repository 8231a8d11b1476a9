/* Trains the model of sentence ends: train_split TRAIN.conllu OUT.model
 * [DEV.conllu]. Logistic regression by AdaGrad (Duchi et al. 2011), weights
 * cut to 8 bits. */
#include "text/split.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/utf8.h"
#include "data.h"
#include "mat.h"
#include "model/doc.h"
#include "text/chars.h"

#define EPOCHS 12
#define RATE 0.15f
#define MARKED (-50) /* in these; by the scores on the dev part */
#define BARE 0
#define UNIT 24.0f /* an 8-bit weight is so many of 1 */

struct place {
	uint32_t at[SR_SPLIT_FEATURES];
	bool end;
};

struct learner {
	struct place *place;
	size_t n, room;
	float w[SR_SPLIT_WEIGHTS], square[SR_SPLIT_WEIGHTS];
	size_t ends, missed; /* ends where none was possible */
};

static struct learner train, dev;

/* One paragraph: tokens with, for each, whether its sentence ends there. */
static void paragraph(struct learner *l, const struct sr_split_token *t,
                      const bool *end, size_t n)
{
	uint8_t style = sr_split_style(t, n);
	struct sr_split_state s = { .style = style };

	for (size_t i = 0; i + 1 < n; i++) {
		sr_split_step(&s, &t[i]);
		l->ends += end[i];
		if (!sr_split_possible(t, i, n)) {
			l->missed += end[i];
		} else {
			if (l->n == l->room) {
				l->room = l->room * 2 + 1024;
				l->place = grown(l->place, l->room,
				                 sizeof(*l->place));
			}
			sr_split_features(t, i, n, &s, l->place[l->n].at);
			l->place[l->n++].end = end[i];
		}
		if (end[i])
			s = (struct sr_split_state){ .style = style };
	}
}

static struct sr_split_token token_of(const struct word *w)
{
	char fold[1024];
	size_t n = sr_fold(w->form, fold, sizeof(fold));

	return sr_split_token(w->form,
	                      (struct sr_str){
	                              fold, n < sizeof(fold) ? n : 0 },
	                      w->flags);
}

/* The treebank has next to no sentence that ends with an abbreviation, so one
 * in 20 is made to, where a common word begins the next: its last word and
 * full stop become one of these. */
static const char *const LAST[] = { "U.S.", "U.N.", "p.m.", "a.m.",  "etc.",
	                            "Inc.", "D.C.", "Jr.",  "U.K.", "Co." };
#define ONE_IN 20
#define COMMON 40 /* times that a word begins no sentence and no name */

static bool make_last(struct chance *c, const struct treebank *b, size_t s,
                      struct sr_split_token *t)
{
	static uint32_t count[1 << 16];
	size_t to = b->sentence[s].to;

	if (s == 0)
		for (size_t i = 0; i < b->nword; i++)
			if (!(b->word[i].flags & SR_TOK_CAPITAL))
				count[token_of(&b->word[i]).hash & 0xFFFF]++;
	if (to < b->sentence[s].from + 4 || to >= b->nword ||
	    !sr_str_is(b->word[to - 1].form, ".") ||
	    count[token_of(&b->word[to]).hash & 0xFFFF] < COMMON ||
	    chance_next(c) % ONE_IN)
		return false;
	struct word w = {
		.form = sr_str_of(LAST[chance_next(c) % SR_LEN(LAST)])
	};
	w.flags = SR_TOK_SPACE_AFTER | (uint8_t)sr_case_flags(w.form);
	*t = token_of(&w);
	return true;
}

/* And so that not all capitals behind one begin a sentence: words before a
 * capital inside a sentence become abbreviations that do not end it. */
static const char *const INNER[] = { "U.S.", "U.N.", "Gen.", "Lt.",
	                             "Col.", "Dr.",  "Mr.",  "U.K." };
#define ONE_INNER_IN 30

static void make_inner(struct chance *c, const struct word *w,
                       struct sr_split_token *t)
{
	if (!(w[1].flags & SR_TOK_CAPITAL) || (w[0].flags & SR_TOK_FIRST) ||
	    !(w[0].flags & SR_TOK_SPACE_AFTER) || w[0].form.s[0] < 'a' ||
	    w[0].form.s[0] > 'z' || chance_next(c) % ONE_INNER_IN)
		return;
	struct word x = {
		.form = sr_str_of(INNER[chance_next(c) % SR_LEN(INNER)])
	};
	x.flags = SR_TOK_SPACE_AFTER | (uint8_t)sr_case_flags(x.form);
	*t = token_of(&x);
}

static void collect(struct learner *l, const char *path, bool change)
{
	struct treebank b;
	struct chance chance = { 98765 };

	treebank_read(&b, path);
	struct sr_split_token *t = grown(NULL, b.nword, sizeof(*t));
	bool *end = grown(NULL, b.nword, sizeof(*end));
	size_t n = 0;

	for (size_t s = 0; s < b.nsentence; s++) {
		if (b.sentence[s].paragraph && n) {
			paragraph(l, t, end, n);
			n = 0;
		}
		for (size_t i = b.sentence[s].from; i < b.sentence[s].to; i++) {
			t[n] = token_of(&b.word[i]);
			if (change && i + 1 < b.sentence[s].to)
				make_inner(&chance, &b.word[i], &t[n]);
			end[n++] = i + 1 == b.sentence[s].to;
		}
		if (change && make_last(&chance, &b, s, &t[n - 2]))
			end[--n - 1] = true;
	}
	if (n)
		paragraph(l, t, end, n);
	free(t);
	free(end);
}

static void learn(struct learner *l)
{
	struct chance chance = { 12345 };

	for (int epoch = 0; epoch < EPOCHS; epoch++)
		for (size_t i = 0; i < l->n; i++) {
			const struct place *p =
			        &l->place[chance_next(&chance) % l->n];
			uint32_t gone = chance_next(&chance);
			float sum = 0;
			for (int k = 0; k < SR_SPLIT_FEATURES; k++)
				sum += gone >> k & 1 ? 0.0f : l->w[p->at[k]];
			float y = 1.0f / (1.0f + mat_exp(-sum));
			float g = (p->end ? 1.0f : 0.0f) - y;
			for (int k = 0; k < SR_SPLIT_FEATURES; k++) {
				uint32_t at = p->at[k];
				if (gone >> k & 1)
					continue;
				float slope = g - 2e-5f * l->w[at];
				l->square[at] += slope * slope;
				l->w[at] += RATE * slope /
				            sqrtf(l->square[at] + 1e-4f);
			}
		}
}

static void cut(struct sr_split_model *m, const float *w)
{
	m->magic = SR_SPLIT_MAGIC;
	for (size_t i = 0; i < SR_SPLIT_WEIGHTS; i++) {
		float x = floorf(w[i] * UNIT + 0.5f);
		x = x < -127 ? -127 : x > 127 ? 127 : x;
		m->weight[i] = (int8_t)x;
	}
}

static void measure(const struct learner *l, const struct sr_split_model *m,
                    int32_t threshold)
{
	size_t said = 0, right = 0;

	for (size_t i = 0; i < l->n; i++) {
		int32_t sum = 0;
		for (int k = 0; k < SR_SPLIT_FEATURES; k++)
			sum += m->weight[l->place[i].at[k]];
		said += sum > threshold;
		right += sum > threshold && l->place[i].end;
	}
	printf("threshold %d: precision %.2f recall %.2f of %zu ends, %zu out "
	       "of reach\n",
	       threshold, 100.0 * (double)right / (double)said,
	       100.0 * (double)right / (double)l->ends, l->ends, l->missed);
}

int main(int argc, char **argv)
{
	static struct sr_split_model m;

	if (argc < 3)
		return 2;
	collect(&train, argv[1], true);
	learn(&train);
	cut(&m, train.w);
	measure(&train, &m, 0);
	if (argc > 3) {
		collect(&dev, argv[3], false);
		for (int32_t threshold = -60; threshold <= 60; threshold += 20)
			measure(&dev, &m, threshold);
	}
	m.marked = MARKED;
	m.bare = BARE;
	FILE *f = fopen(argv[2], "wb");
	if (!f || fwrite(&m, sizeof(m), 1, f) != 1 || fclose(f) != 0) {
		perror(argv[2]);
		return 3;
	}
	return 0;
}
