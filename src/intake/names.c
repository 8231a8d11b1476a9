#include "intake/names.h"

#include <string.h>

#include "base/str.h"

#define LONGEST 64u /* bytes of a name that could be one of the table */

static bool is_skipped(char c)
{
	return c == ' ' || c == '-' || c == '_';
}

/* Small letters; no spaces, hyphens, underscores. 0 when it is too long. */
static size_t fold(struct sr_str name, char out[LONGEST])
{
	size_t n = 0;

	for (size_t i = 0; i < name.n; i++) {
		char c = name.s[i];
		if (is_skipped(c))
			continue;
		if (n == LONGEST)
			return 0;
		out[n++] = sr_ascii_lower(c);
	}
	return n;
}

/* Is it the name `folded` but for what folding takes away? */
static bool same(struct sr_str folded, struct sr_str name)
{
	size_t n = 0;

	for (size_t i = 0; i < name.n; i++) {
		char c = name.s[i];
		if (is_skipped(c))
			continue;
		if (n == folded.n || sr_ascii_lower(c) != folded.s[n++])
			return false;
	}
	return n == folded.n;
}

enum sr_name sr_name_find(const struct sr_kit *kit, struct sr_str name,
			  bool page, unsigned *rank)
{
	char folded[LONGEST];
	struct sr_str want = { folded, fold(name, folded) };
	size_t nrow = sr_kit_rows(kit, SR_TABLE_NAMES);

	for (uint32_t row = 0; want.n && row < nrow; row++) {
		struct sr_str rest = sr_kit_text(kit, SR_TABLE_NAMES, row,
						 SR_NAMES_NAMES);
		if (page && !sr_kit_value(kit, SR_TABLE_NAMES, row,
					  SR_NAMES_PAGE))
			continue;
		for (unsigned i = 1; rest.s; i++) {
			if (!same(want, sr_str_cut(&rest, '|')))
				continue;
			*rank = row * 64u + i;
			return (enum sr_name)sr_kit_value(
				kit, SR_TABLE_NAMES, row, SR_NAMES_FIELD);
		}
	}
	return SR_NAME_COUNT;
}

/* Of a profile, as Open Graph has it in article:author. */
static bool is_address(struct sr_str s)
{
	return s.n > 8 && (memcmp(s.s, "http://", 7) == 0 ||
			   memcmp(s.s, "https://", 8) == 0);
}

void sr_named_put(struct sr_named *named, enum sr_name field, unsigned rank,
		  struct sr_str value)
{
	value = sr_str_trim(value);
	if (field >= SR_NAME_COUNT || !value.n ||
	    (field == SR_NAME_AUTHOR && is_address(value)) ||
	    (named->rank[field] && named->rank[field] <= rank))
		return;
	named->rank[field] = rank;
	named->value[field] = value;
}

void sr_named_take(struct sr_named *named, const struct sr_kit *kit,
		   struct sr_str name, struct sr_str value)
{
	unsigned rank = 0;
	enum sr_name field = sr_name_find(kit, name, false, &rank);

	sr_named_put(named, field, rank, value);
}

void sr_named_give(const struct sr_named *named, struct sr_given *given)
{
	given->id = named->value[SR_NAME_ID];
	given->title = named->value[SR_NAME_TITLE];
	given->publisher = named->value[SR_NAME_PUBLISHER];
	given->author = named->value[SR_NAME_AUTHOR];
	given->url = named->value[SR_NAME_URL];
	given->published = named->value[SR_NAME_PUBLISHED];
	given->updated = named->value[SR_NAME_UPDATED];
	/* Some call the address the source. */
	struct sr_str p = given->publisher;
	if (p.n > 8 && memcmp(p.s, "http", 4) == 0 && memchr(p.s, '/', p.n)) {
		given->publisher = (struct sr_str){ NULL, 0 };
		if (!given->url.n)
			given->url = p;
	}
}

enum sr_name sr_name_of(struct sr_str word)
{
	static const char words[] = SR_NAME_WORDS;
	struct sr_str rest = SR_STR(words);

	for (int i = 0; rest.s; i++)
		if (sr_str_equal(sr_str_cut(&rest, '|'), word))
			return (enum sr_name)i;
	return SR_NAME_COUNT;
}
