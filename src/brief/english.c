/* Nouns, lists, articles, the start of a sentence: see english.h. */
#include "brief/english.h"

#include "base/json.h"
#include "base/str.h"

#define MOST_ID 64
#define MOST_BEFORE 4 /* words before a number: "at least" */

/* A name as the id of a row: small letters, "-" for all else; n bytes with a
 * NUL. False: too long to be one. */
static bool id_of(const char *before, struct sr_str s, char id[MOST_ID])
{
	size_t n = strlen(before);

	if (n + s.n >= MOST_ID)
		return false;
	memcpy(id, before, n);
	for (size_t i = 0; i < s.n; i++) {
		char c = s.s[i];
		if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
		id[n++] = plain ? c : '-';
	}
	id[n] = '\0';
	return true;
}

static uint32_t row_of(const struct sr_english *e, enum sr_table table,
		       const char *before, struct sr_str name)
{
	char id[MOST_ID];

	return name.n && id_of(before, name, id)
		       ? sr_kit_row(e->kit, table, sr_str_of(id))
		       : SR_NONE;
}

/* The word that a number of them is a number of: before " of ", else the last;
 * its bytes within s. */
static struct sr_span head_of(struct sr_str s)
{
	static const char OF[] = " of ";
	size_t end = s.n, from;

	for (size_t i = 1; i + sizeof(OF) < s.n; i++)
		if (memcmp(s.s + i, OF, sizeof(OF) - 1) == 0) {
			end = i;
			break;
		}
	for (from = end; from > 0 && s.s[from - 1] != ' ';)
		from--;
	return (struct sr_span){ (uint32_t)from, (uint32_t)end };
}

/* "men" of "man", from the table of the lemmatiser; empty: none. */
static struct sr_str irregular(const struct sr_english *e, struct sr_str one)
{
	const struct sr_kit *kit = e->kit;

	for (uint32_t i = 0; i < sr_kit_rows(kit, SR_TABLE_IRREGULAR); i++) {
		struct sr_str id = sr_kit_text(kit, SR_TABLE_IRREGULAR, i,
					       SR_IRREGULAR_ID);
		if (id.n > 2 && id.s[0] == 'n' &&
		    sr_str_equal(one, sr_kit_text(kit, SR_TABLE_IRREGULAR, i,
						  SR_IRREGULAR_LEMMA)))
			return (struct sr_str){ id.s + 2, id.n - 2 };
	}
	return (struct sr_str){ NULL, 0 };
}

/* By the rules of spelling. */
static struct sr_str regular(const struct sr_english *e, struct sr_str w)
{
	char last = w.s[w.n - 1], before = w.n > 1 ? w.s[w.n - 2] : ' ';
	struct sr_str none = { NULL, 0 };

	if (last == 'y' && !strchr("aeiou", before))
		return sr_join(e, (struct sr_str){ w.s, w.n - 1 },
			       SR_STR("ies"), none);
	if (last == 's' || last == 'x' || last == 'z' ||
	    (last == 'h' && (before == 'c' || before == 's')))
		return sr_join(e, w, SR_STR("es"), none);
	return sr_join(e, w, SR_STR("s"), none);
}

struct sr_str sr_plural(const struct sr_english *e, struct sr_str one)
{
	uint32_t row = row_of(e, SR_TABLE_PLURALS, "", one);

	if (row != SR_NONE)
		return sr_kit_text(e->kit, SR_TABLE_PLURALS, row,
				   SR_PLURALS_MANY);
	if (!one.n)
		return one;
	struct sr_span at = head_of(one);
	struct sr_str head = sr_str_at(one, at), many;
	if (!head.n)
		return one;
	row = row_of(e, SR_TABLE_PLURALS, "", head);
	if (row != SR_NONE)
		many = sr_kit_text(e->kit, SR_TABLE_PLURALS, row,
				   SR_PLURALS_MANY);
	else
		many = irregular(e, head);
	if (!many.n)
		many = regular(e, head);
	return sr_join(e, (struct sr_str){ one.s, at.from }, many,
		       (struct sr_str){ one.s + at.to, one.n - at.to });
}

struct sr_str sr_noun(const struct sr_english *e, struct sr_str unit, bool one)
{
	uint32_t row = row_of(e, SR_TABLE_PLURALS, "", unit);

	if (!one)
		return sr_plural(e, unit);
	return row == SR_NONE ? unit
			      : sr_kit_text(e->kit, SR_TABLE_PLURALS, row,
					    SR_PLURALS_ONE);
}

struct sr_str sr_list_text(const struct sr_english *e,
			   const struct sr_str *item, size_t n)
{
	struct sr_str all = n ? item[0] : (struct sr_str){ NULL, 0 };

	for (size_t i = 1; i < n; i++) {
		struct sr_slot_text slot[] = { { "a", all },
					       { "b", item[i] },
					       { NULL, { NULL, 0 } } };
		all = sr_say_phrase(e, i + 1 == n ? "list.last" : "list.next",
				    slot);
	}
	return all;
}

/* The last word; and a name of one word has none of its own kind. */
static struct sr_str last_word(struct sr_str s)
{
	size_t from = s.n;

	while (from > 0 && s.s[from - 1] != ' ')
		from--;
	if (!from)
		return (struct sr_str){ NULL, 0 };
	return (struct sr_str){ s.s + from, s.n - from };
}

struct sr_str sr_with_article(const struct sr_english *e, struct sr_str name)
{
	struct sr_slot_text slot[] = { { "a", name },
				       { NULL, { NULL, 0 } } };

	if (row_of(e, SR_TABLE_ARTICLES, "whole.", name) == SR_NONE &&
	    row_of(e, SR_TABLE_ARTICLES, "last.", last_word(name)) == SR_NONE)
		return name;
	return sr_say_phrase(e, "the", slot);
}

/* Is it the noun or the forces of a side that takes a plural? */
static bool is_plural_side(const struct sr_english *e, struct sr_str s,
			   bool *known)
{
	const struct sr_kit *kit = e->kit;

	*known = false;
	for (uint32_t i = 0; i < sr_kit_rows(kit, SR_TABLE_CALLED); i++) {
		if (!sr_str_equal(s, sr_kit_text(kit, SR_TABLE_CALLED, i,
						 SR_CALLED_NOUN)))
			continue;
		*known = true;
		return sr_kit_value(kit, SR_TABLE_CALLED, i, SR_CALLED_PLURAL);
	}
	return false;
}

/* Does it begin with "one " or "a "? */
static bool is_one(const struct sr_english *e, struct sr_str s)
{
	struct sr_str rest = sr_phrase(e, "single");

	while (rest.s) {
		struct sr_str w = sr_str_cut(&rest, '|');
		if (s.n > w.n && s.s[w.n] == ' ' &&
		    memcmp(s.s, w.s, w.n) == 0)
			return true;
	}
	return false;
}

/* The number among the first words: "at least 12 people", "two tanks"; 2 stands
 * for more. -1: none. */
static int first_number(const struct sr_english *e, struct sr_str s)
{
	struct sr_str rest = s;

	for (int i = 0; i < MOST_BEFORE && rest.s; i++) {
		struct sr_str word = sr_str_cut(&rest, ' ');
		if (word.n && word.s[0] >= '0' && word.s[0] <= '9')
			return sr_str_is(word, "1") ? 1 : 2;
		for (int n = 1; n < 100; n += n < 20 ? 1 : 10)
			if (word.n && sr_str_equal(word, sr_number_spelt(
								 e, n * 1000)))
				return n;
	}
	return -1;
}

bool sr_is_plural(const struct sr_english *e, struct sr_str s)
{
	const struct sr_kit *kit = e->kit;
	bool known, many = is_plural_side(e, s, &known);

	int number = known ? -1 : first_number(e, s);
	if (known)
		return many;
	if (number >= 0)
		return number != 1;
	if (!s.n || is_one(e, s))
		return false;
	if (s.s[s.n - 1] == 's')
		return true;
	struct sr_str word = last_word(s);
	if (!word.n)
		word = s;
	for (uint32_t i = 0; i < sr_kit_rows(kit, SR_TABLE_PLURALS); i++)
		if (sr_str_equal(word, sr_kit_text(kit, SR_TABLE_PLURALS, i,
						   SR_PLURALS_MANY)))
			return true;
	char id[MOST_ID];
	return id_of("n.", word, id) &&
	       sr_kit_row(kit, SR_TABLE_IRREGULAR, sr_str_of(id)) != SR_NONE;
}

/* The digits that a text begins with, if a space comes after: their number. */
static bool leading(struct sr_str s, size_t *n, int *value)
{
	size_t i = 0;

	for (*value = 0; i < s.n && s.s[i] >= '0' && s.s[i] <= '9' && i < 3;)
		*value = *value * 10 + (s.s[i++] - '0');
	*n = i;
	return i && i < 3 && i < s.n && s.s[i] == ' ';
}

struct sr_str sr_capital(const struct sr_english *e, struct sr_str s)
{
	struct sr_str rest = s, word = sr_str_cut(&rest, ' ');
	char first;

	/* The name of a site keeps its letters. */
	if (!s.n || s.s[0] < 'a' || s.s[0] > 'z' ||
	    (word.n > 1 && memchr(word.s, '.', word.n - 1)))
		return s;
	first = (char)(s.s[0] - 32);
	return sr_join(e, (struct sr_str){ &first, 1 },
		       (struct sr_str){ s.s + 1, s.n - 1 }, SR_STR(""));
}

struct sr_str sr_sentence_start(const struct sr_english *e, struct sr_str s)
{
	size_t n;
	int value;

	if (leading(s, &n, &value)) {
		struct sr_str words = sr_number_spelt(e, value * 1000);
		struct sr_str rest = { s.s + n, s.n - n };
		if (words.n)
			s = sr_join(e, words, rest, SR_STR(""));
	}
	return sr_capital(e, s);
}
