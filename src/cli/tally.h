/* What became of the items of an add, by kind: what its last line says. */
#ifndef SR_CLI_TALLY_H
#define SR_CLI_TALLY_H

#include "cli/cli.h"
#include "model/doc.h"

#define SR_TALLY_LANGUAGES 32

struct sr_tally {
	size_t fresh, claims, known, refused;
	size_t no_war, foreign;
	struct {
		char code[8];
		size_t n;
	} language[SR_TALLY_LANGUAGES]; /* code empty: free; the last one is
					   of all others */
	size_t kind[SR_DATABASE + 1]; /* refused, by enum sr_code */
};

/* Counts a report that was read, or why it was set aside. */
void sr_tally_read(struct sr_tally *t, const struct sr_doc *doc);
void sr_tally_refused(struct sr_tally *t, enum sr_code code);

#define SR_TALLY_TEXT 1024
/* "3 new with 7 claims, 2 already there, 1 refused (1 too large), 4 set aside (3
 * without a war, 1 uk)". */
void sr_tally_text(const struct sr_tally *t, char out[SR_TALLY_TEXT]);

#endif
