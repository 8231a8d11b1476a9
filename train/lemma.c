/* From short ends to long ones, and last the whole word: a rule is kept where
 * the shorter ones that are there already would go wrong for most of the
 * words that have that end. */
#include "lemma.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "annotate/lemma.h"

#define LEAST_TYPES 2 /* words that must share an end for it to have a rule */

struct item { /* one word with one tag, as often as it stands there */
	struct sr_lemma_word word;
	struct sr_str form, lemma;
	uint32_t rule, count;
};

struct vote {
	uint32_t key, rule, item, count;
};

struct learner {
	struct model *model;
	struct sr_net *net;
	struct item *item;
	size_t nitem;
	uint32_t *rule; /* packed */
	size_t nrule;
	char *text;
	size_t ntext;
	uint32_t *slot; /* pairs */
	size_t nslot, nused;
	struct vote *vote;
};

static uint32_t rule_of(struct learner *l, struct sr_str base,
			struct sr_str lemma, bool keep)
{
	size_t same = 0, at = 0;

	while (same < base.n && same < lemma.n && base.s[same] == lemma.s[same])
		same++;
	while (same && ((unsigned char)lemma.s[same] & 0xC0) == 0x80)
		same--;
	struct sr_str more = { lemma.s + same, lemma.n - same };
	if (base.n - same > SR_LEMMA_STRIP || more.n > SR_LEMMA_APPEND)
		return SR_NET_UNKNOWN;
	while (at + more.n <= l->ntext && memcmp(l->text + at, more.s, more.n))
		at++;
	if (at + more.n > l->ntext) {
		at = l->ntext;
		if (at + more.n > SR_LEMMA_TEXT)
			return SR_NET_UNKNOWN;
		memcpy(l->text + at, more.s, more.n);
		l->ntext += more.n;
	}
	uint32_t packed = sr_lemma_pack(
		(struct sr_lemma_rule){ (uint32_t)(base.n - same),
					(uint32_t)more.n, (uint32_t)at, keep });
	for (size_t i = 0; i < l->nrule; i++)
		if (l->rule[i] == packed)
			return (uint32_t)i;
	l->rule[l->nrule] = packed;
	return (uint32_t)l->nrule++;
}

static bool has_capital(struct sr_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.s[i] >= 'A' && s.s[i] <= 'Z')
			return true;
	return false;
}

static int by_word(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	if (x->word.xpos != y->word.xpos)
		return x->word.xpos < y->word.xpos ? -1 : 1;
	if (x->word.casing != y->word.casing)
		return x->word.casing < y->word.casing ? -1 : 1;
	int c = sr_str_order(x->form, y->form);
	return c ? c : sr_str_order(x->lemma, y->lemma);
}

static void collect(struct learner *l, const struct treebank *t)
{
	size_t n = 0;

	l->item = grown(NULL, t->nword, sizeof(*l->item));
	for (size_t i = 0; i < t->nword; i++) {
		const struct word *w = &t->word[i];
		struct item *x = &l->item[n];
		*x = (struct item){ .form = w->form,
				    .lemma = w->lemma,
				    .count = 1 };
		if (sr_lemma_word(w->form, w->flags, w->xpos, &x->word) &&
		    !sr_str_is(w->lemma, "_"))
			n++;
	}
	qsort(l->item, n, sizeof(*l->item), by_word);
	for (size_t i = 0; i < n; i++) {
		struct item *last = l->nitem ? &l->item[l->nitem - 1] : NULL;
		if (last && by_word(last, &l->item[i]) == 0)
			last->count++;
		else
			l->item[l->nitem++] = l->item[i];
	}
	for (size_t i = 0; i < l->nitem; i++) {
		struct item *x = &l->item[i];
		bool keep = has_capital(x->lemma);
		struct sr_str lower = { x->word.lower, x->word.n };
		x->rule = rule_of(l, keep ? x->form : lower, x->lemma, keep);
	}
}

static int by_key(const void *a, const void *b)
{
	const struct vote *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	if (x->rule != y->rule)
		return x->rule < y->rule ? -1 : 1;
	return x->item < y->item ? -1 : x->item > y->item;
}

static void enter(struct learner *l, uint32_t key, uint32_t rule)
{
	size_t i = key & (l->nslot - 1);

	while (l->slot[i * 2 + 1])
		i = (i + 1) & (l->nslot - 1);
	l->slot[i * 2] = key;
	l->slot[i * 2 + 1] = rule + 1;
	l->nused++;
}

static bool guessed(const struct learner *l, const struct item *x)
{
	char out[SR_LEMMA_BYTES * 2];
	size_t n = sr_lemma_guess(l->net, &x->word, x->form, out);

	return sr_str_equal((struct sr_str){ out, n }, x->lemma);
}

/* One key's votes: the rule of most, and whether it is needed. */
static void decide(struct learner *l, const struct vote *v, size_t n,
		   bool whole)
{
	size_t best = 0, most = 0, right = 0, gain = 0;

	for (size_t i = 0; i < n;) {
		size_t j = i, count = 0;
		for (; j < n && v[j].rule == v[i].rule; j++)
			count += whole ? v[j].count : 1;
		if (count > most) {
			most = count;
			best = i;
		}
		i = j;
	}
	for (size_t i = 0; i < n; i++) {
		right += guessed(l, &l->item[v[i].item]);
		gain += v[i].rule == v[best].rule;
	}
	if (whole ? !guessed(l, &l->item[v[best].item])
		  : gain >= LEAST_TYPES && gain > right)
		enter(l, v[best].key, v[best].rule);
}

static void learn_length(struct learner *l, uint32_t length)
{
	bool whole = length == SR_LEMMA_WHOLE;
	size_t n = 0;

	for (uint32_t i = 0; i < l->nitem; i++) {
		const struct item *x = &l->item[i];
		if (x->rule == SR_NET_UNKNOWN || (!whole && length > x->word.n))
			continue;
		l->vote[n++] = (struct vote){ sr_lemma_key(&x->word, length),
					      x->rule, i, x->count };
	}
	qsort(l->vote, n, sizeof(*l->vote), by_key);
	for (size_t i = 0; i < n;) {
		size_t j = i;
		while (j < n && l->vote[j].key == l->vote[i].key)
			j++;
		decide(l, l->vote + i, j - i, whole);
		i = j;
	}
}

void lemma_learn(struct model *m, struct sr_net *net, const struct treebank *t)
{
	struct learner l = { .model = m, .net = net, .nslot = 1 << 13 };
	struct sr_net_header head = *net->head;
	struct sr_net own = *net;

	l.rule = grown(NULL, t->nword, sizeof(*l.rule));
	l.text = grown(NULL, SR_LEMMA_TEXT, 1);
	l.slot = calloc(l.nslot * 2, sizeof(*l.slot));
	l.vote = grown(NULL, t->nword, sizeof(*l.vote));
	collect(&l, t);
	head.nlemma_slot = (uint32_t)l.nslot;
	head.nlemma_rule = (uint32_t)l.nrule;
	head.nlemma_text = (uint32_t)l.ntext;
	own.head = &head;
	own.lemma_slot = l.slot;
	own.lemma_rule = l.rule;
	own.lemma_text = l.text;
	l.net = &own;
	for (uint32_t k = 0; k <= SR_LEMMA_SUFFIX; k++)
		learn_length(&l, k);
	learn_length(&l, SR_LEMMA_WHOLE);
	printf("lemmas: %zu rules at %zu of %zu places\n", l.nrule, l.nused,
	       l.nslot);
	m->head.nlemma_slot = head.nlemma_slot;
	m->head.nlemma_rule = head.nlemma_rule;
	m->head.nlemma_text = head.nlemma_text;
	model_part(m, SR_NET_LEMMA_SLOTS, l.slot, l.nslot * 8);
	model_part(m, SR_NET_LEMMA_RULES, l.rule, l.nrule * 4);
	model_part(m, SR_NET_LEMMA_TEXT, l.text, l.ntext);
	free(l.item);
	free(l.rule);
	free(l.text);
	free(l.slot);
	free(l.vote);
}
