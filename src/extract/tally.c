/* The lists of daily bulletins: "The enemy's losses since February come to:
 * tanks - 5,402 (+20), guns - 7,660". Each line is a loss, with the days, the
 * speaker and the sides of the sentence that heads them. Such lines are no
 * sentences and have no tree: a noun, a mark, a number. A bulletin has a dozen
 * of them. */
#include "base/str.h"
#include "extract/extract_internal.h"

/* A line of a list: no longer than this, in tokens. */
#define LONGEST_LINE 24

static bool is_mark(const struct sr_reading *r, uint32_t i)
{
	static const char *const MARK[] = { ":", "-", "‒", "–", "—", "―" };
	struct sr_str s = sr_doc_text(r->doc, r->tree.token[i].at);

	for (size_t k = 0; k < SR_LEN(MARK); k++)
		if (sr_str_is(s, MARK[k]))
			return true;
	return false;
}

static bool is_word(const struct sr_token *t)
{
	return t->upos == SR_UPOS_NOUN || t->upos == SR_UPOS_PROPN ||
	       t->upos == SR_UPOS_ADJ || t->upos == SR_UPOS_CCONJ ||
	       t->xpos == SR_XPOS_HYPH || t->xpos == SR_XPOS_VBN ||
	       t->xpos == SR_XPOS_VBD;
}

/* "Armoured vehicles - 10,154": the number right behind the mark at i, of what
 * stands before it; NULL. */
static const struct sr_number *number_behind(const struct sr_reading *r,
					     uint32_t i, uint32_t from)
{
	const uint32_t lost = SR_CLASS_EQUIP | SR_CLASS_PEOPLE | SR_CLASS_FORCE;
	const struct sr_token *t = r->tree.token;

	if (i <= from || i + 1 >= r->tree.ntoken || !is_mark(r, i) ||
	    !(r->classes[i - 1] & lost) ||
	    t[i + 1].sentence != t[i].sentence)
		return NULL;
	uint32_t k = sr_numbers_from(r->doc, i + 1);
	if (k >= r->doc->numbers.nitem)
		return NULL;
	const struct sr_number *n = &r->doc->numbers.items[k];
	return n->m.from == i + 1 && !n->of_time &&
			       !sr_number_is_length(r, n) &&
			       !sr_number_is_money(r, n)
		       ? n
		       : NULL;
}

/* ": 7,510 servicemen, 264 drones and 16 guns": the number at i, in a row behind
 * a colon; NULL. */
static const struct sr_number *number_before(const struct sr_reading *r,
					     uint32_t i)
{
	const uint32_t lost = SR_CLASS_EQUIP | SR_CLASS_PEOPLE | SR_CLASS_FORCE;
	const struct sr_token *t = r->tree.token;
	const struct sr_number *n = t[i].number == SR_NONE
					    ? NULL
					    : &r->doc->numbers.items[t[i].number];

	if (!n || n->m.from != i || n->of_time || n->counted == SR_NONE ||
	    n->counted < i || n->counted >= r->tree.ntoken ||
	    t[n->counted].sentence != t[i].sentence ||
	    !(r->classes[n->counted] & lost))
		return NULL;
	return t[i - 1].upos == SR_UPOS_PUNCT || t[i - 1].upos == SR_UPOS_CCONJ
		       ? n
		       : NULL;
}

/* The first word of what the noun before the mark is called. */
static uint32_t first_word(const struct sr_reading *r, uint32_t noun,
			   uint32_t from)
{
	const struct sr_token *t = r->tree.token;
	uint32_t first = noun;

	while (first > from && is_word(&t[first - 1]))
		first--;
	while (first < noun && t[first].upos == SR_UPOS_CCONJ)
		first++;
	return first;
}

/* A claim of n of that noun; its words begin with token `first`. */
static enum sr_code put(struct sr_reading *r, const struct sr_claim *head,
			uint32_t noun, uint32_t first,
			const struct sr_number *n)
{
	const struct sr_token *t = r->tree.token;
	bool thing = r->classes[noun] & SR_CLASS_EQUIP;
	struct sr_claim c = *head;
	uint32_t last = n->m.to > noun ? n->m.to - 1 : noun;

	c.type = thing ? SR_TYPE_LOSS_EQUIPMENT : SR_TYPE_LOSS_CASUALTIES;
	c.disposition = thing ? SR_STR("destroyed") : (struct sr_str){ NULL, 0 };
	c.has_place = false;
	c.has_count = true;
	c.count = n->count;
	c.count_at = n->m.at;
	c.count_total = true;
	c.count_further = false;
	c.unit = thing ? sr_symbol_text(r->doc, r->kit, t[noun].lemma)
		       : SR_STR("people");
	c.evidence = (struct sr_span){ t[first].at.from, t[last].at.to };
	c.rule = SR_STR("tally");
	return sr_claim_made(r, &c,
			     (struct sr_made){ noun, SR_NONE, SR_NONE, SR_NONE,
					       SR_NONE });
}

/* May the last claim told of head a list: a loss of a side with no number? */
static bool heads(const struct sr_reading *r, size_t k)
{
	const struct sr_claim *c = &r->doc->claims.items[k];

	return (c->type == SR_TYPE_LOSS_CASUALTIES ||
		c->type == SR_TYPE_LOSS_EQUIPMENT) &&
	       !c->has_count && c->has_target && c->target.side.n;
}

enum sr_code sr_read_tally(struct sr_reading *r, size_t s, struct sr_tally *y)
{
	const struct sr_sentence *sent = &r->doc->sentences.items[s];
	size_t n = r->doc->claims.nitem;
	uint32_t from = sent->from;
	bool any = false, own = n > y->seen, colon = false;

	if (own) { /* told by this sentence */
		y->head = heads(r, n - 1) ? n - 1 : SIZE_MAX;
		y->left = SR_TALLY_GAP;
		from = r->made.items[n - 1].trigger;
	}
	y->seen = n;
	if (y->head == SIZE_MAX ||
	    (!own && sent->parsed && sent->to - sent->from > LONGEST_LINE))
		return SR_OK;
	for (uint32_t i = from; i < sent->to; i++) {
		const struct sr_number *number = number_behind(r, i, from);
		uint32_t noun = i - 1, to;
		if (number) {
			to = number->m.to;
			i = first_word(r, noun, from);
		} else {
			colon = colon || (own && is_mark(r, i));
			number = colon && i > from ? number_before(r, i) : NULL;
			if (!number)
				continue;
			noun = number->counted;
			to = noun + 1;
		}
		struct sr_claim head = r->doc->claims.items[y->head];
		if (put(r, &head, noun, i, number))
			return SR_NOMEM;
		any = true;
		from = i = to - 1;
	}
	y->left = any ? SR_TALLY_GAP : y->left - 1;
	if (y->left == 0)
		y->head = SIZE_MAX;
	y->seen = r->doc->claims.nitem;
	return SR_OK;
}
