/* What the files of extract share: one reading of one doc. */
#ifndef SR_EXTRACT_INTERNAL_H
#define SR_EXTRACT_INTERNAL_H

#include "extract/tree.h"
#include "kit/pattern.h"

/* A word that may tell of a happening, and where its parts stand. */
struct sr_frame {
	uint32_t trigger;
	bool nominal;   /* a noun: "the attack on" */
	uint32_t light; /* the verb that carries it ("launched"), SR_NONE */
	bool light_patient; /* that verb's subject is the one it is done to */
};

struct sr_reading {
	struct sr_doc *doc;
	const struct sr_kit *kit;
	struct sr_tree tree;
	uint32_t *classes; /* enum sr_class bits of each token */
	uint8_t *light;    /* enum of light_verbs.tsv + 1 of each token */
	uint32_t by;       /* symbols of words that the code must know */
	uint32_t of;
	struct sr_err *err;
};

#define SR_MAX_FOUND 16

/* The tokens a selector leads to from a frame, best first; gives how many. */
size_t sr_select(const struct sr_reading *r, const struct sr_frame *f,
                 const struct sr_selector *s, uint32_t found[SR_MAX_FOUND]);

/* The frame of a trigger. */
struct sr_frame sr_frame_of(const struct sr_reading *r, uint32_t trigger);

/* What a word stands for: the noun of a relative pronoun, what is counted
 * behind "dozens of", "a number of", "some of". */
uint32_t sr_meant(const struct sr_reading *r, uint32_t token);

/* Fills r->classes and r->light; false when the arena is full. */
bool sr_classify(struct sr_reading *r);

#endif
