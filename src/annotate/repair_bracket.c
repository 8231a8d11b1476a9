/* What stands in brackets behind a name tells of it: "advanced near Volna (north
 * of Sarny)", where the net hangs the north, and what follows the bracket, on
 * the verb or on each other. The words of the bracket that hang outside it are
 * the name's; what hangs on them from outside is too. A name in a row, between
 * commas, whose bracket was taken for the end of the row, is of the row again
 * ("near Azov, Volna (north of Sarny), and Lyman"). */
#include "annotate/repair.h"
#include "annotate/walk.h"
#include "ontology.h"

#define MOST_INSIDE 12 /* words of a bracket that tells where a place lies */

struct bracket {
	struct sr_token *t;
	const struct sr_sentence *s;
	uint32_t name, open, close;
};

static bool is_name(const struct sr_token *t)
{
	return t->upos == SR_UPOS_PROPN;
}

static bool inside(const struct bracket *b, uint32_t i)
{
	return i >= b->open && i <= b->close;
}

/* The first word of a name's phrase, of several. */
static uint32_t top(const struct bracket *b)
{
	uint32_t i = b->name;

	while (i > b->s->from && b->t[i].deprel == SR_REL_FLAT &&
	       b->t[i].head < i && is_name(&b->t[b->t[i].head]))
		i = b->t[i].head;
	return i;
}

/* "(North of", "(both south of", "(in": what says where. */
static bool tells_where(const struct bracket *b)
{
	const struct sr_token *t = &b->t[b->open];

	for (int i = 1; i <= 3 && b->open + (uint32_t)i < b->s->to; i++) {
		if (t[i].upos == SR_UPOS_ADP)
			return true;
		if (is_name(&t[i]))
			break;
	}
	return false;
}

/* Is there a "(" at `open`, a name before it, and no verb nor bracket up to the
 * ")"? */
static bool find(struct bracket *b, uint32_t open)
{
	b->open = open;
	if (b->t[open].xpos != SR_XPOS_LRB || !is_name(&b->t[open - 1]) ||
	    !tells_where(b))
		return false;
	for (uint32_t i = open + 1; i < b->s->to && i < open + MOST_INSIDE; i++) {
		if (b->t[i].xpos == SR_XPOS_RRB) {
			b->close = i;
			b->name = open - 1;
			b->name = top(b);
			return i > open + 2;
		}
		if (b->t[i].upos == SR_UPOS_VERB ||
		    b->t[i].upos == SR_UPOS_AUX ||
		    b->t[i].xpos == SR_XPOS_LRB)
			return false;
	}
	return false;
}

/* Does the way up from the name lead into the bracket? */
static bool below(const struct bracket *b)
{
	for (uint32_t i = b->name;; i = b->t[i].head) {
		if (inside(b, i))
			return true;
		if (b->t[i].head == i)
			return false;
	}
}

static void hang(struct bracket *b, uint32_t i)
{
	struct sr_token *t = &b->t[i];

	t->head = b->name;
	if (t->upos == SR_UPOS_ADV)
		t->deprel = SR_REL_ADVMOD;
	else if (t->upos != SR_UPOS_PUNCT)
		t->deprel = sr_repair_child(b->t, i, SR_REL_BIT(SR_REL_CASE),
					    b->open, i) == SR_NONE
				    ? SR_REL_APPOS
				    : SR_REL_NMOD;
}

/* "Near A, B (north of C), and D": of the row of A and D. */
static void row(struct bracket *b)
{
	struct sr_token *t = &b->t[b->name];

	if (t->deprel != SR_REL_APPOS || t->head >= b->name ||
	    !is_name(&b->t[t->head]) || b->name == b->s->from ||
	    b->t[b->name - 1].xpos != SR_XPOS_COMMA)
		return;
	for (uint32_t i = b->close + 1; i < b->s->to; i++)
		if (b->t[i].head == t->head && is_name(&b->t[i]) &&
		    b->t[i].deprel == SR_REL_CONJ) {
			t->deprel = SR_REL_CONJ;
			return;
		}
}

void sr_repair_bracket(struct sr_doc *doc, const struct sr_sentence *s)
{
	struct bracket b = { .t = doc->tokens.items, .s = s };

	for (uint32_t i = s->from + 1; i + 3 < s->to; i++) {
		if (!find(&b, i) || below(&b))
			continue;
		for (uint32_t k = b.open; k <= b.close; k++)
			if (!inside(&b, b.t[k].head) && b.t[k].head != k)
				hang(&b, k);
		for (uint32_t k = s->from; k < s->to; k++)
			if (!inside(&b, k) && inside(&b, b.t[k].head) &&
			    b.t[k].head != k)
				b.t[k].head = b.name;
		row(&b);
	}
}
