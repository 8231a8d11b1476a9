/* English, as a report needs it: numbers, amounts with their bounds, days,
 * lists, plurals, articles. Words come from data/brief (phrases.tsv above all);
 * here is only how they are put together.
 *
 * Numbers are thousandths, days those of the calendar. What is given lives in
 * the arena; running out of memory gives empty strings, and the arena's `full`
 * says so once at the end. */
#ifndef SR_BRIEF_ENGLISH_H
#define SR_BRIEF_ENGLISH_H

#include "kit/kit.h"

struct sr_english {
	const struct sr_kit *kit;
	struct sr_arena *mem;
	int32_t year; /* the one that need not be said; 0: none */
};

/* One thing to be put into a template. */
struct sr_slot_text {
	const char *name;
	struct sr_str text;
};

/* A template with its slots put in: "{name}" is a slot, "[...]" is left out
 * where a slot in it is empty or unknown; brackets may nest. "{name.was}" is
 * "was" or "were" as what is in the slot asks. */
struct sr_str sr_fill(const struct sr_english *e, struct sr_str template,
		      const struct sr_slot_text *slot, size_t n);

/* A template of phrases.tsv by its id; empty: there is none. */
struct sr_str sr_phrase(const struct sr_english *e, const char *id);

/* The same filled. `slot` ends with a NULL name; NULL: no slots. */
struct sr_str sr_say_phrase(const struct sr_english *e, const char *id,
			    const struct sr_slot_text *slot);

/* Two, three strings put together. */
struct sr_str sr_join(const struct sr_english *e, struct sr_str a,
		      struct sr_str b, struct sr_str c);

/* "1,119", "12.5", "2.2 million". */
struct sr_str sr_number_text(const struct sr_english *e, int64_t milli);

/* "one" to "nine", from there on in digits. */
struct sr_str sr_number_words(const struct sr_english *e, int64_t milli);

/* "two", "forty-two"; empty above 99 and for fractions. */
struct sr_str sr_number_spelt(const struct sr_english *e, int64_t milli);

/* "tanks" of "tank", "air defence systems", "lines of defence", "people". */
struct sr_str sr_plural(const struct sr_english *e, struct sr_str one);

/* The noun of a unit for so many. */
struct sr_str sr_noun(const struct sr_english *e, struct sr_str unit,
		      bool one);

/* What is counted: the unit, or another noun in its place, and what stands
 * before it ("Russian"). */
struct sr_amount {
	struct sr_count count;
	struct sr_str unit, noun, adjective;
	bool digits; /* for a table: never in words */
};

/* "at least 12 people", "between 4 and 6 tanks", "dozens of Iraqi soldiers",
 * "about 15,000 people", "$2.2 billion", "12 miles". Empty without any end. */
struct sr_str sr_amount_text(const struct sr_english *e,
			     const struct sr_amount *a);

/* "A", "A and B", "A, B and C". */
struct sr_str sr_list_text(const struct sr_english *e,
			   const struct sr_str *item, size_t n);

/* "9 September", with its year where that is not the english's. */
struct sr_str sr_day_text(const struct sr_english *e, int32_t day);

/* How days stand in a sentence: "on 9 September", "between 26 and 27 March",
 * "from 24 February to 28 March", "in early March", "by 30 March" (`by`),
 * "on or about 3 May" (`about`). Empty: unknown. */
struct sr_when {
	struct sr_days days;
	bool by, about;
};
struct sr_str sr_when_text(const struct sr_english *e,
			   const struct sr_when *when);

/* "21 to 27 March 2022": for a title or a table, always with the year unless
 * the english has it. */
struct sr_str sr_span_text(const struct sr_english *e, struct sr_days days);

/* With a capital letter; a number below 100 in words. */
struct sr_str sr_sentence_start(const struct sr_english *e, struct sr_str s);

/* With a capital letter only: for a cell. */
struct sr_str sr_capital(const struct sr_english *e, struct sr_str s);

/* With "the" where the name of a place takes it. */
struct sr_str sr_with_article(const struct sr_english *e, struct sr_str name);

/* Does "were" go with it? */
bool sr_is_plural(const struct sr_english *e, struct sr_str phrase);

#endif
