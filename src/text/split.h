/* Does a sentence end between two tokens? A sum of learned weights decides
 * (train/split.c; logistic regression over hashed features, as in Gillick
 * 2009). The weights are the kit's section "split". */
#ifndef SR_TEXT_SPLIT_H
#define SR_TEXT_SPLIT_H

#include "base/err.h"
#include "base/str.h"

#define SR_SPLIT_MAGIC 0x54494C50535253u /* "SRSPLIT" */
#define SR_SPLIT_WEIGHTS 32768           /* a power of two */
#define SR_SPLIT_FEATURES 22

struct sr_split_model {
	uint64_t magic;
	int32_t marked; /* an end where the sum is above it, behind a mark, */
	int32_t bare;   /* and where there is none, or an abbreviation's */
	int8_t weight[SR_SPLIT_WEIGHTS];
};

/* The model in the bytes of a section; SR_REFUSED if they are none. */
enum sr_code sr_split_open(const struct sr_split_model **m, const void *bytes,
                           size_t n, struct sr_err *err) SR_MUST_USE;

/* A token as the features see it. */
struct sr_split_token {
	uint32_t hash; /* of its folded form */
	uint8_t shape;
	bool space; /* white space behind it */
};

/* The shape of a token; next is what follows it in the text. */
struct sr_split_token sr_split_token(struct sr_str form, struct sr_str folded,
                                     unsigned flags);

/* What went before in the sentence that may end. */
struct sr_split_state {
	uint32_t since;   /* tokens from its start on, this one included */
	int32_t brackets; /* open ones */
	bool quoted;      /* an odd number of " before */
	uint8_t style;    /* of the whole paragraph: sr_split_style */
};

/* How the writer ends sentences: with a capital behind the mark or without,
 * or with no marks at all. */
uint8_t sr_split_style(const struct sr_split_token *t, size_t n);

void sr_split_step(struct sr_split_state *s, const struct sr_split_token *t);

/* Can there be an end behind t[i] at all? Most places need no sum. */
bool sr_split_possible(const struct sr_split_token *t, size_t i, size_t n);

/* The places of the weights for an end behind t[i] of n. */
void sr_split_features(const struct sr_split_token *t, size_t i, size_t n,
                       const struct sr_split_state *s,
                       uint32_t place[SR_SPLIT_FEATURES]);

/* How good a place behind t[i] is to part a sentence that is too long: 3 behind
 * what ends clauses, 2 behind a comma and the like, 1 at white space, else 0. */
int sr_split_rank(const struct sr_split_token *t);

/* Does a sentence end behind t[i]? */
bool sr_split_ends(const struct sr_split_model *m,
                   const struct sr_split_token *t, size_t i, size_t n,
                   const struct sr_split_state *s);

#endif
