/* Cases: a text in, what is expected of its reading out. A .case file:
 *
 *	# A weekday in the past tense is the last one.
 *	report 2022-03-28
 *	| The town fell on Sunday, about 10 Russian troops were taken.
 *	time "Sunday" 2022-03-27
 *	number "about 10 Russian troops" 9..11 people
 *	no time "10"
 *	wish time "..." ...          (known to be wrong today)
 *
 * A title, the day of the report (a day, from..to, or - for none), text with
 * an empty | between paragraphs, then one expectation a line: a kind, words of
 * the text in quotes (the nth time they stand: "Sunday"#2), and what the kind
 * makes of the rest. `no` before it: nothing of that kind is there.
 *
 * To add a kind: a function and its row in tests/cases/run.c. */
#ifndef SR_TESTS_CASE_H
#define SR_TESTS_CASE_H

#include "kit/kit.h"
#include "model/doc.h"

/* One expectation. `at` is where its words stand; empty when it has none. */
struct case_line {
	struct sr_str kind, rest;
	struct sr_span at;
	bool no, wish;
	unsigned line;
};

/* What a check found: words for the message when it is not as expected. */
struct case_found {
	char text[512];
};

struct case_kind {
	const char *name;
	/* Is the doc as the line says? Fills found either way. A line with
	 * `no` is turned round by the runner: the check says whether there is
	 * anything of the kind at those words. */
	bool (*check)(const struct sr_doc *doc, const struct case_line *line,
		      struct case_found *found);
};

struct case_run {
	const struct sr_kit *kit;
	const struct case_kind *kind; /* ends with a NULL name */
	enum sr_code (*read)(struct sr_doc *doc, const struct sr_kit *kit,
			     struct sr_err *err);
};

/* Runs every case of a file: a TAP line each expectation. */
void case_file(const struct case_run *run, const char *path);

/* The plan, and the exit status. */
int case_done(void);

/* "1..9", "2022-03-27..2022-03-28", "3", "-": the ends of a range, which are
 * the same for one value; false if the words are not of that form. */
bool case_range(struct sr_str words, struct sr_str *from, struct sr_str *to);

/* The next word of *rest, which moves on; "..." words lose their quotes. */
struct sr_str case_word(struct sr_str *rest);

/* Days as a case writes them, into d; unknown for "-". */
bool case_days(struct sr_str words, struct sr_days *d);

/* Days as a case writes them. */
void case_put_days(struct sr_days d, char *out, size_t n);

#endif
