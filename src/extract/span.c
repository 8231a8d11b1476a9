/* Where the mentions of a stretch of text begin in their list. They stand in
 * the order of the text, so what each trigger asks of its own sentence costs a
 * binary search and that sentence, not the whole report. */
#include "extract/extract_internal.h"

/* The first of n things of `size` bytes, a mention in front of each, that
 * begins at the token or behind it. */
static uint32_t first_from(const void *items, size_t n, size_t size,
                           uint32_t token)
{
	const char *at = items;
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const void *item = at + mid * size;
		if (((const struct sr_mention *)item)->from < token)
			low = mid + 1;
		else
			high = mid;
	}
	return (uint32_t)low;
}

uint32_t sr_places_from(const struct sr_doc *doc, uint32_t token)
{
	return first_from(doc->places.items, doc->places.nitem,
	                  sizeof(*doc->places.items), token);
}

uint32_t sr_parties_from(const struct sr_doc *doc, uint32_t token)
{
	return first_from(doc->parties.items, doc->parties.nitem,
	                  sizeof(*doc->parties.items), token);
}

size_t sr_hits_from(const struct sr_doc *doc, uint32_t token)
{
	size_t low = 0, high = doc->hits.nitem;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (doc->hits.items[mid].from < token)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

uint32_t sr_token_at(const struct sr_doc *doc, uint32_t at)
{
	uint32_t low = 0, high = (uint32_t)doc->tokens.nitem;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		if (doc->tokens.items[mid].at.from < at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

uint32_t sr_times_from(const struct sr_doc *doc, uint32_t token)
{
	return first_from(doc->times.items, doc->times.nitem,
	                  sizeof(*doc->times.items), token);
}

uint32_t sr_numbers_from(const struct sr_doc *doc, uint32_t token)
{
	return first_from(doc->numbers.items, doc->numbers.nitem,
	                  sizeof(*doc->numbers.items), token);
}

#define MOST_IN_NAME 16 /* parties that the words for one speaker name */

uint32_t sr_parties_in(const struct sr_doc *doc, struct sr_span at,
		       uint32_t *end)
{
	const struct sr_party *party = doc->parties.items;
	uint32_t token = sr_token_at(doc, at.from);
	uint32_t n = (uint32_t)doc->parties.nitem;
	uint32_t from = sr_parties_from(doc, token);

	*end = from;
	while (*end < n && *end - from < MOST_IN_NAME &&
	       party[*end].m.at.from < at.to)
		++*end;
	return from;
}

struct sr_str sr_side_named(const struct sr_doc *doc, struct sr_span at)
{
	uint32_t end, i = sr_parties_in(doc, at, &end);

	for (; i < end; i++)
		if (doc->parties.items[i].side.n)
			return doc->parties.items[i].side;
	return (struct sr_str){ NULL, 0 };
}

bool sr_is_behind_comma(const struct sr_tree *t, uint32_t i)
{
	uint32_t from = t->from[i];

	return t->token[from].xpos == SR_XPOS_COMMA ||
	       (from > 0 && t->token[from - 1].xpos == SR_XPOS_COMMA);
}
