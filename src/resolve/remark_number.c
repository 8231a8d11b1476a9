/* A part larger than its whole, "of the 20 killed, 25 were children", and a
 * figure of the headline that the text below does not have. Numbers of people
 * only, and of things counted by the same word; what has no upper end ("at
 * least 20") is larger than nothing. */
#include "base/str.h"
#include "ontology.h"
#include "resolve/remark.h"

#define MOST_GAP 6	    /* tokens from a whole to "of them" */
#define LEAST_WHOLE 1000    /* "six members of one family" */
#define LEAST_BODY 120	    /* tokens of a text that tells its headline */
#define LEAST_FIGURE 10000  /* thousandths: less is told in many ways */
#define MOST_SUMMED 3	    /* numbers of the text that make one figure */
#define MOST_FIGURES 100    /* beyond, it is no report */
#define NEARLY 10	    /* a headline may round by one part in so many */

static const struct sr_number *number(const struct remark_work *w, size_t i)
{
	return &w->doc->numbers.items[i];
}

static uint32_t sentence(const struct remark_work *w, const struct sr_number *n)
{
	return w->doc->tokens.items[n->m.from].sentence;
}

static bool is_people(const struct sr_number *n)
{
	return sr_str_is(n->unit, "people");
}

/* Is every value of a above every one of b? */
static bool above(const struct sr_number *a, const struct sr_number *b)
{
	return a->count.low != SR_COUNT_OPEN_LOW &&
	       b->count.high != SR_COUNT_OPEN_HIGH &&
	       a->count.low > b->count.high;
}

static bool put_part(struct remark_work *w, const struct sr_number *part,
		     const struct sr_number *whole)
{
	struct sr_remark *r = remark_push(w, SR_REMARK_PART, part->m.at,
					  whole->m.at);

	if (!r)
		return false;
	r->unit = whole->unit.n ? whole->unit : part->unit;
	r->said = part->count;
	r->found = whole->count;
	r->why = SR_STR("the part is larger than its whole");
	return true;
}

/* May the part count what the whole counts? */
static bool alike(const struct sr_number *part, const struct sr_number *whole)
{
	return is_people(whole) && whole->count.high > LEAST_WHOLE &&
	       (is_people(part) || !part->unit.n);
}

/* "25 of the 20 killed" */
static bool part_of_next(struct remark_work *w, size_t i)
{
	const struct sr_number *part = number(w, i), *whole = part + 1;

	if (i + 1 >= w->doc->numbers.nitem ||
	    sentence(w, part) != sentence(w, whole))
		return true;
	uint32_t end = remark_phrase(w, part->m.to, whole->m.from, SR_PARTS_OF);
	if (end == part->m.to || end != whole->m.from || !alike(part, whole) ||
	    !above(part, whole))
		return true;
	return put_part(w, part, whole);
}

/* "Of the 20 killed, 25 were children": the phrase begins a clause, and the
 * next number stands behind a comma. */
static bool part_of_opening(struct remark_work *w, size_t i)
{
	const struct sr_number *whole = number(w, i), *part = whole + 1;
	const struct sr_token *t = w->doc->tokens.items;
	uint32_t from = whole->m.from;
	bool opens = false, comma = false;

	if (i + 1 >= w->doc->numbers.nitem || !alike(part, whole) ||
	    sentence(w, part) != sentence(w, whole))
		return true;
	for (uint32_t k = from; k > 0 && from - k < 4 && !opens; k--)
		opens = t[k - 1].flags & SR_TOK_FIRST &&
			remark_phrase(w, k - 1, from, SR_PARTS_OF) == from;
	for (uint32_t k = whole->m.to; k < part->m.from; k++)
		comma = comma || t[k].upos == SR_UPOS_PUNCT;
	if (!opens || !comma || !above(part, whole))
		return true;
	return put_part(w, part, whole);
}

/* "20 people, 25 of them children", "20 people, including 25 children": the
 * whole is any number of people before it in the sentence. */
static bool part_of_before(struct remark_work *w, size_t i)
{
	const struct sr_number *part = number(w, i), *whole = NULL;
	const struct sr_token *t = w->doc->tokens.items;
	uint32_t from = part->m.from;
	bool tied = false;
	int64_t sum = 0;

	for (uint32_t k = from + 1; k <= part->m.to && !tied; k++)
		tied = remark_phrase(w, k, part->m.to + 4, SR_PARTS_THEM) > k;
	bool with = from > 0 &&
		    remark_phrase(w, from - 1, from, SR_PARTS_WITH) == from;
	if ((!tied && !with) || !is_people(part))
		return true;
	for (size_t k = i; k-- > 0;) {
		const struct sr_number *n = number(w, k);
		if (sentence(w, n) != sentence(w, part))
			break;
		if (!alike(part, n) || !above(part, n))
			return true; /* open, of something else, or enough */
		sum += n->count.high;
		whole = whole ? whole : n;
	}
	if (!whole || sum >= part->count.low ||
	    from - whole->m.to > MOST_GAP || t[from].head >= w->doc->tokens.nitem)
		return true;
	return put_part(w, part, whole);
}

/* The headline */

static bool in_title(const struct remark_work *w, const struct sr_number *n)
{
	const struct sr_doc *doc = w->doc;
	uint32_t block = doc->sentences.items[sentence(w, n)].block;

	return block < doc->blocks.nitem &&
	       doc->blocks.items[block].kind == SR_BLOCK_TITLE;
}

/* Can both be the same figure, one of them rounded? */
static bool meets(struct sr_count a, struct sr_count b)
{
	int64_t slack = a.low > 0 && a.low != SR_COUNT_OPEN_LOW
				? a.low / NEARLY
				: 0;
	bool below = b.high != SR_COUNT_OPEN_HIGH &&
		     a.low != SR_COUNT_OPEN_LOW && b.high < a.low - slack;
	bool over = b.low != SR_COUNT_OPEN_LOW &&
		    a.high != SR_COUNT_OPEN_HIGH && b.low > a.high + slack;

	return !below && !over;
}

static struct sr_count sum(struct sr_count a, struct sr_count b)
{
	struct sr_count c = { SR_COUNT_OPEN_LOW, SR_COUNT_OPEN_HIGH };

	if (a.low != SR_COUNT_OPEN_LOW && b.low != SR_COUNT_OPEN_LOW)
		c.low = a.low + b.low;
	if (a.high != SR_COUNT_OPEN_HIGH && b.high != SR_COUNT_OPEN_HIGH)
		c.high = a.high + b.high;
	return c;
}

/* Does the figure stand among the numbers from the first-th on, or do two or
 * three of people add up to it? `so_far`: of those taken already. */
static bool adds_up(const struct remark_work *w, struct sr_count figure,
		    size_t first, const struct sr_count *so_far, int more)
{
	for (size_t i = first; i < w->doc->numbers.nitem; i++) {
		const struct sr_number *n = number(w, i);
		if (in_title(w, n) || (so_far && !is_people(n)))
			continue;
		struct sr_count c = so_far ? sum(*so_far, n->count) : n->count;
		if (meets(figure, c))
			return true;
		if (more > 1 && is_people(n) && (c.low == SR_COUNT_OPEN_LOW ||
						 c.low <= figure.high) &&
		    adds_up(w, figure, i + 1, &c, more - 1))
			return true;
	}
	return false;
}

/* Has the text the headline's figure, or is there too little text to tell? */
static bool told_below(const struct remark_work *w, const struct sr_number *h)
{
	const struct sr_doc *doc = w->doc;
	size_t people = 0, body = 0;

	if (doc->numbers.nitem > MOST_FIGURES)
		return true;
	for (size_t i = 0; i < doc->numbers.nitem; i++)
		people += !in_title(w, number(w, i)) && is_people(number(w, i));
	for (size_t i = 0; i < doc->sentences.nitem; i++) {
		const struct sr_sentence *s = &doc->sentences.items[i];
		if (s->block < doc->blocks.nitem &&
		    doc->blocks.items[s->block].kind == SR_BLOCK_BODY)
			body += s->to - s->from;
	}
	return people < 2 || body < LEAST_BODY ||
	       adds_up(w, h->count, 0, NULL, MOST_SUMMED);
}

static bool remark_headline(struct remark_work *w, const struct sr_number *h)
{
	if (!in_title(w, h) || !remark_wanted(w, h->m.from) || !is_people(h) ||
	    h->count.low == SR_COUNT_OPEN_LOW || h->count.low < LEAST_FIGURE ||
	    told_below(w, h))
		return true;
	struct sr_remark *r = remark_push(w, SR_REMARK_HEADLINE, h->m.at,
					  (struct sr_span){ 0, 0 });
	if (!r)
		return false;
	r->unit = h->unit;
	r->said = h->count;
	r->why = SR_STR("no figure of the text below is near it");
	return true;
}

bool remark_numbers(struct remark_work *w)
{
	for (size_t i = 0; i < w->doc->numbers.nitem; i++) {
		if (!remark_headline(w, number(w, i)))
			return false;
		if (!remark_wanted(w, number(w, i)->m.from))
			continue;
		if (!part_of_next(w, i) || !part_of_opening(w, i) ||
		    !part_of_before(w, i))
			return false;
	}
	return true;
}
