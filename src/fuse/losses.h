/* What each side lost, according to whom: one line for each figure as it was
 * stated, the lines of one series together. The same figure of the same claimant
 * for the same days, told in several reports, is one line with all its claims.
 *
 * A series is what one claimant says of one kind of loss of one side: totals
 * since one day, which may be followed from one to the next; or figures of
 * single days and periods, and additions. Nothing is added over claimants, nor
 * over days that overlap; the sum of a claimant's figures of disjoint days is
 * given beside them, for what it is. docs/decisions/092 has the rules. */
#ifndef SR_FUSE_LOSSES_H
#define SR_FUSE_LOSSES_H

#include "base/err.h"
#include "fuse/voice.h"
#include "model/record.h"

/* What a figure covers. */
enum sr_scope {
	SR_SCOPE_TOTAL,	 /* so far: since a start long ago, or said to be all */
	SR_SCOPE_PERIOD, /* in those days */
	SR_SCOPE_FURTHER, /* "another": to be added to one named before it */
	SR_SCOPE_OPEN,	  /* no days are known */
};

/* A total against the one before it in its series. */
enum sr_step {
	SR_STEP_NONE, /* the first, or no total */
	SR_STEP_SAME, /* nothing that tells them apart */
	SR_STEP_UP,
	SR_STEP_DOWN,	 /* a later total that is smaller */
	SR_STEP_REVISED, /* another number for the same day */
};

struct sr_loss {
	const struct sr_claim *claim; /* the first of them: type, count, unit,
					 days, disposition, status */
	struct sr_str side;	      /* who suffered it; empty: unknown */
	struct sr_str claimant;	      /* speaker, else publisher, else report */
	bool own_voice;		      /* the publisher's, not a speaker's */
	enum sr_scope scope;
	enum sr_step step;
	struct sr_count change; /* of a step up, down or revised */
	uint32_t series;	/* of sr_losses.series */
	uint32_t from, n;	/* its claims: of sr_losses.order */
	struct sr_support support;
};

/* The lines of one claimant on one thing. */
struct sr_loss_series {
	uint32_t from, n; /* of sr_losses.items */
	bool totals;
	uint32_t nadded; /* figures in the sum: none, or two and more */
	struct sr_count sum;
	uint32_t ndown; /* steps down */
	struct sr_support support;
};

struct sr_losses {
	SR_LIST(struct sr_loss)
	items; /* by side, category, totals first, who, claimant, place of a
		  total, start, last day, number */
	SR_LIST(struct sr_loss_series) series;
	uint32_t *order; /* claims, by line */
};

/* What the figure of one claim covers, by its words and days. */
enum sr_scope sr_scope_of(const struct sr_claim *claim);

/* Of all claims of the records that are of loss.* and, unless `all`, have a
 * number. Strings are the records'. SR_NOMEM. */
struct sr_losses_in {
	const struct sr_records *records;
	const struct sr_voices *voices; /* of them */
	bool all;
};
enum sr_code sr_losses(const struct sr_losses_in *in, struct sr_arena *mem,
		       struct sr_losses *out, struct sr_err *err) SR_MUST_USE;

/* losses_series.c: fills step and change of the lines of each series, and the
 * sum and support of each. The lines must stand in order. SR_NOMEM. */
enum sr_code sr_losses_follow(const struct sr_losses_in *in,
			      struct sr_arena *mem,
			      struct sr_losses *out) SR_MUST_USE;

#endif
