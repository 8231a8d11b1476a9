/* The stage: see model/remark.h for what a remark is and remark.h for who
 * looks for which. */
#include "resolve/remark.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define MOST_WORDS 256 /* bytes of why */
#define MOST_REMARKS 200 /* of one report: beyond, it is a table */

struct sr_remark *remark_push(struct remark_work *w, enum sr_remark_kind kind,
			      struct sr_span at, struct sr_span beside)
{
	struct sr_remark *r = SR_PUSH(&w->doc->mem, &w->doc->remarks);

	if (r)
		*r = (struct sr_remark){
			.kind = (uint8_t)kind,
			.at = at,
			.beside = beside,
			.said = { SR_COUNT_OPEN_LOW, SR_COUNT_OPEN_HIGH },
			.found = { SR_COUNT_OPEN_LOW, SR_COUNT_OPEN_HIGH },
		};
	return r;
}

struct sr_str remark_words(struct remark_work *w, const char *fmt, ...)
{
	char text[MOST_WORDS];
	va_list ap;

	va_start(ap, fmt);
	int n = vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	if (n < 0 || n >= (int)sizeof(text))
		n = (int)strlen(text);
	char *own = sr_arena_copy(&w->doc->mem, text, (size_t)n);
	return (struct sr_str){ own, own ? (size_t)n : 0 };
}

size_t remark_hit(const struct remark_work *w, uint32_t token)
{
	const struct sr_doc *doc = w->doc;
	size_t low = 0, high = doc->hits.nitem;

	while (low < high) {
		size_t mid = (low + high) / 2;
		if (doc->hits.items[mid].from < token)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

uint32_t remark_phrase(const struct remark_work *w, uint32_t from, uint32_t to,
		       enum sr_parts_kind kind)
{
	const struct sr_doc *doc = w->doc;

	for (size_t i = remark_hit(w, from); i < doc->hits.nitem; i++) {
		const struct sr_hit *h = &doc->hits.items[i];
		if (h->from != from)
			break;
		if (h->table == SR_TABLE_PARTS && h->to <= to &&
		    sr_kit_value(w->kit, SR_TABLE_PARTS, h->row,
				 SR_PARTS_KIND) == (int32_t)kind)
			return h->to;
	}
	return from;
}

bool remark_wanted(const struct remark_work *w, uint32_t token)
{
	const struct sr_doc *doc = w->doc;
	const struct sr_sentence *s =
		&doc->sentences.items[doc->tokens.items[token].sentence];

	return s->repeat_of == SR_NONE && s->block < doc->blocks.nitem &&
	       doc->blocks.items[s->block].kind != SR_BLOCK_FIELD;
}

static int order(const void *a, const void *b)
{
	const struct sr_remark *x = a, *y = b;

	if (x->at.from != y->at.from)
		return x->at.from < y->at.from ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	return x->beside.from < y->beside.from ? -1
					       : x->beside.from > y->beside.from;
}

enum sr_code sr_remarks(struct sr_doc *doc, const struct sr_kit *kit,
			struct sr_err *err)
{
	struct remark_work w = { doc, kit };

	doc->remarks.nitem = 0;
	if (!remark_places(&w) || !remark_times(&w) || !remark_numbers(&w))
		return sr_fail_nomem(err, "remarks");
	if (doc->remarks.nitem > 1)
		qsort(doc->remarks.items, doc->remarks.nitem,
		      sizeof(*doc->remarks.items), order);
	if (doc->remarks.nitem > MOST_REMARKS)
		doc->remarks.nitem = MOST_REMARKS;
	return SR_OK;
}
