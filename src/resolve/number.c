/* Numbers with their bounds, units and what they count. In each sentence:
 * an amount, the words before and behind that bound it, its range, its unit;
 * dates, clock times, ages, unit numbers, calibres' names, models, list
 * numbers and years are no numbers. A report has about 20. */
#include "resolve/number.h"

#include "base/str.h"
#include "kit/phrase.h"
#include "ontology.h"
#include "resolve/resolve.h"
#include "resolve/spot.h"

#define MILLI 1000

struct stage {
	struct sr_counting c;
	struct sr_spot spot;
	const struct sr_exprs *x;
	size_t next; /* expression not yet passed */
};

static struct sr_str unit_text(const struct sr_counting *c,
			       const struct sr_word *unit)
{
	return sr_kit_text(c->kit, SR_TABLE_UNITS, unit->row, SR_UNITS_UNIT);
}

static int64_t convert(const struct sr_counting *c, const struct sr_word *unit,
		       int64_t n)
{
	int64_t numer = sr_word_value(c->a, unit, SR_UNITS_NUMER);
	int64_t denom = sr_word_value(c->a, unit, SR_UNITS_DENOM);

	if (n == SR_COUNT_OPEN_LOW || n == SR_COUNT_OPEN_HIGH || denom <= 0)
		return n;
	if (n > SR_VALUE_MOST / (numer > 0 ? numer : 1))
		return n / denom * numer;
	return (n * numer + denom / 2) / denom;
}

static struct sr_number *push(struct stage *g, const struct sr_amount *n)
{
	struct sr_doc *doc = g->c.doc;
	struct sr_number *out = SR_PUSH(&doc->mem, &doc->numbers);
	const struct sr_atom *atom = g->c.a->list.items;

	if (!out)
		return NULL;
	out->count = n->count;
	out->further = n->further;
	out->total = n->total;
	out->of_time = false;
	out->counted = SR_NONE;
	out->m.head = atom[n->v.to - 1].token;
	out->m.at = (struct sr_span){ atom[n->from].at.from,
				      atom[n->to - 1].at.to };
	out->m.from = atom[n->from].token;
	out->m.to = atom[n->to - 1].token + 1;
	return out;
}

/* Is there another amount within what the noun phrase covers? */
static bool holds_amount(const struct stage *g, uint32_t from, uint32_t to)
{
	struct sr_value v;

	for (uint32_t i = from; i < to; i++)
		if (sr_value_read(g->c.a, i, to, &v) && !v.ordinal)
			return true;
	return false;
}

static bool finish(struct stage *g, struct sr_amount *n)
{
	struct sr_counting *c = &g->c;
	struct sr_counted counted = { .token = SR_NONE };

	sr_amount_bounds(c, n);
	bool share = n->v.share ||
		     (n->unit && n->unit->kind == SR_UNIT_PERCENT);
	bool of_unit = n->unit && !share;
	if (!of_unit)
		sr_number_counted(c, n, &counted);
	struct sr_number *out = push(g, n);
	if (!out)
		return false;
	if (n->unit) {
		out->unit = unit_text(c, n->unit);
		out->of_time = n->unit->kind == SR_UNIT_TIME;
		out->count.low = convert(c, n->unit, out->count.low);
		out->count.high = convert(c, n->unit, out->count.high);
	} else if (share) {
		out->unit = SR_STR("percent");
	} else {
		out->unit = n->people ? SR_STR("people") : counted.unit;
	}
	out->counted = of_unit ? c->a->list.items[n->to - 1].token
			       : counted.token;
	if (counted.noun && !share && !holds_amount(g, n->to, counted.to)) {
		out->m.at.to = c->a->list.items[counted.to - 1].at.to;
		out->m.to = c->a->list.items[counted.to - 1].token + 1;
	}
	if (!share && !of_unit && counted.unit.n)
		c->last_unit = counted.unit;
	uint32_t index = (uint32_t)c->doc->numbers.nitem - 1;
	for (uint32_t t = out->m.from; t < out->m.to; t++)
		if (c->doc->tokens.items[t].number == SR_NONE)
			c->doc->tokens.items[t].number = index;
	return true;
}

/* Is the expression one whose digits are no amount? */
static bool hides_numbers(const struct sr_expr *e)
{
	switch ((enum sr_expr_kind)e->kind) {
	case SR_EXPR_DURATION:
	case SR_EXPR_OFFSET:
	case SR_EXPR_REL:
	case SR_EXPR_REPEAT:
		return false;
	case SR_EXPR_WAR:
		return e->sign == 0 || e->low != e->high || e->unit != SR_WEEK;
	case SR_EXPR_DATE:
	case SR_EXPR_DAY:
	case SR_EXPR_REF:
	case SR_EXPR_CLOCK:
	case SR_EXPR_AGE:
		return true;
	}
	return true;
}

/* The end of the date or age at atom i; i if there is none. */
static uint32_t past_dates(struct stage *g, uint32_t i)
{
	while (g->next < g->x->list.nitem && g->x->list.items[g->next].to <= i)
		g->next++;
	for (size_t k = g->next; k < g->x->list.nitem; k++) {
		const struct sr_expr *e = &g->x->list.items[k];
		if (e->from > i)
			break;
		if (hides_numbers(e) && e->to > i)
			return e->to;
	}
	return i;
}

/* "Zintan, another town in the west": what it is, no count. */
static bool says_what(const struct stage *g, uint32_t noun)
{
	const struct sr_token *t = g->c.doc->tokens.items;
	uint32_t head = t[noun].head;

	return t[noun].deprel == SR_REL_APPOS && head < noun &&
	       t[head].upos == SR_UPOS_PROPN;
}

/* "another soldier": one, and an earlier one. */
static bool another(struct stage *g, uint32_t i, struct sr_amount *n)
{
	const struct sr_word *w = sr_amount_bound(&g->c, i, SR_BOUND_BEFORE);

	if (!w || w->n != 1 || sr_word_value(g->c.a, w, SR_BOUNDS_MARK) != 0 ||
	    sr_spot_upos(g->c.spot, i) != SR_UPOS_DET ||
	    i + 1 >= g->c.spot->end)
		return false;
	struct sr_counted counted;
	*n = (struct sr_amount){
		.v = { .from = i, .to = i + 1, .low = MILLI, .high = MILLI },
		.from = i,
		.to = i + 1,
		.another = true,
		.further = true,
	};
	struct sr_value v;
	return !sr_value_read(g->c.a, i + 1, g->c.spot->end, &v) &&
	       sr_number_counted(&g->c, n, &counted) && counted.noun &&
	       g->c.thing[counted.token] != SR_NONE &&
	       !says_what(g, counted.token);
}

static bool read_sentence(struct stage *g)
{
	struct sr_counting *c = &g->c;

	c->last_unit = (struct sr_str){ NULL, 0 };
	for (uint32_t i = c->spot->from; i < c->spot->end;) {
		struct sr_amount n;
		if (!(c->a->list.items[i].begins &
		      (SR_AT_VALUE | SR_AT_MEASURE))) {
			i++;
			continue;
		}
		uint32_t past = past_dates(g, i);
		if (past > i) {
			i = past;
			continue;
		}
		if (!sr_amount_read(c, i, &n) && !another(g, i, &n)) {
			struct sr_value v;
			i = sr_value_read(c->a, i, c->spot->end, &v) && v.to > i
				    ? v.to
				    : i + 1;
			continue;
		}
		uint32_t to = n.to;
		if (!finish(g, &n))
			return false;
		i = to > i ? to : i + 1;
	}
	return true;
}

/* The rows of a table's phrases by the token they end at. */
static uint32_t *by_last_token(struct sr_doc *doc, uint16_t table)
{
	uint32_t *row = SR_NEW(&doc->mem, uint32_t, doc->tokens.nitem);

	for (size_t i = 0; row && i < doc->tokens.nitem; i++)
		row[i] = SR_NONE;
	/* Longer phrases come first among those that begin together; of those
	 * that end together the one that began first is the longest. */
	for (size_t i = 0; row && i < doc->hits.nitem; i++) {
		const struct sr_hit *h = &doc->hits.items[i];
		if (h->table == table && row[h->to - 1] == SR_NONE)
			row[h->to - 1] = h->row;
	}
	return row;
}

/* Nouns whose lemma is in no phrase but whose own form is: "children" taken
 * for a name, "troops". */
static void by_form(struct sr_doc *doc, const struct sr_kit *kit, uint32_t *row)
{
	for (size_t i = 0; i < doc->tokens.nitem; i++) {
		const struct sr_token *t = &doc->tokens.items[i];
		size_t n = 0;
		if (row[i] != SR_NONE ||
		    (t->upos != SR_UPOS_NOUN && t->upos != SR_UPOS_PROPN))
			continue;
		uint32_t node = sr_trie_step(kit, SR_TRIE_LEMMAS, 0, t->lower);
		const struct sr_phrase *p =
			node ? sr_trie_ends(kit, SR_TRIE_LEMMAS, node, &n)
			     : NULL;
		for (size_t k = 0; k < n; k++)
			if (p[k].table == SR_TABLE_THINGS)
				row[i] = p[k].row;
	}
}

static bool phrase_ends(struct sr_counting *c)
{
	struct sr_doc *doc = c->doc;
	uint32_t *to = SR_NEW(&doc->mem, uint32_t, doc->tokens.nitem);

	for (size_t i = 0; to && i < doc->hits.nitem; i++) {
		const struct sr_hit *h = &doc->hits.items[i];
		if (h->table == SR_TABLE_THINGS && h->to > to[h->from])
			to[h->from] = h->to;
	}
	c->thing_to = to;
	return to != NULL;
}

/* "Three Turks", "one Peruvian", "80 ISIL". */
static bool folk_of(struct sr_counting *c)
{
	struct sr_doc *doc = c->doc;
	bool *folk = SR_NEW(&doc->mem, bool, doc->tokens.nitem);

	for (size_t i = 0; folk && i < doc->hits.nitem; i++) {
		const struct sr_hit *h = &doc->hits.items[i];
		if (h->table == SR_TABLE_GROUPS ||
		    (h->table == SR_TABLE_STATES &&
		     (h->column == SR_STATES_PEOPLE ||
		      h->column == SR_STATES_ADJECTIVES)))
			folk[h->to - 1] = true;
	}
	c->folk = folk;
	return folk != NULL;
}

static bool times_of(struct sr_counting *c, const struct sr_exprs *x)
{
	bool *in = SR_NEW(&c->doc->mem, bool, c->doc->tokens.nitem);
	const struct sr_atom *atom = c->a->list.items;

	for (size_t i = 0; in && i < x->list.nitem; i++) {
		const struct sr_expr *e = &x->list.items[i];
		if (e->kind == SR_EXPR_REF || e->kind == SR_EXPR_WAR)
			continue;
		for (uint32_t k = e->from; k < e->to; k++)
			in[atom[k].token] = true;
	}
	c->in_time = in;
	return in != NULL;
}

enum sr_code sr_numbers(struct sr_doc *doc, const struct sr_kit *kit,
			struct sr_err *err)
{
	enum sr_code code = sr_exprs_make(doc, kit, err);

	if (code)
		return code;
	struct stage g = { .x = doc->exprs };
	g.spot = (struct sr_spot){ .doc = doc,
				   .a = doc->atoms,
				   .tagged = sr_spot_tagged(doc) };
	g.c = (struct sr_counting){
		.doc = doc,
		.kit = kit,
		.a = doc->atoms,
		.spot = &g.spot,
		.thing = by_last_token(doc, SR_TABLE_THINGS),
		.counted = by_last_token(doc, SR_TABLE_COUNTED),
	};
	if (!g.c.thing || !g.c.counted || !phrase_ends(&g.c) ||
	    !folk_of(&g.c) || !times_of(&g.c, doc->exprs))
		return sr_fail_nomem(err, "numbers");
	by_form(doc, kit, g.c.thing);
	for (size_t i = 0; i < doc->tokens.nitem; i++)
		doc->tokens.items[i].number = SR_NONE;
	for (size_t i = 0; i < doc->sentences.nitem; i++) {
		g.spot.from = doc->atoms->first[doc->sentences.items[i].from];
		g.spot.end = doc->atoms->first[doc->sentences.items[i].to];
		if (!read_sentence(&g))
			return sr_fail_nomem(err, "numbers");
	}
	return SR_OK;
}
