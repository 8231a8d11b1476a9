/* What each side lost, according to whom: one line for each figure as it was
 * stated. Figures are never added; the same figure of the same claimant for the
 * same days, told in several reports, is one line with all its claims. */
#ifndef SR_FUSE_LOSSES_H
#define SR_FUSE_LOSSES_H

#include "base/err.h"
#include "model/record.h"

/* What a figure covers. */
enum sr_scope {
	SR_SCOPE_TOTAL,	 /* so far: since a start long ago, or said to be all */
	SR_SCOPE_PERIOD, /* in those days */
	SR_SCOPE_FURTHER, /* "another": to be added to one named before it */
	SR_SCOPE_OPEN,	  /* no days are known */
};

struct sr_loss {
	const struct sr_claim *claim; /* the first of them: type, count, unit,
					 days, disposition, status */
	struct sr_str side;	      /* who suffered it; empty: unknown */
	struct sr_str claimant;	      /* speaker, else publisher, else report */
	bool own_voice;		      /* the publisher's, not a speaker's */
	enum sr_scope scope;
	uint32_t from, n; /* its claims: of sr_losses.order */
	uint32_t nreport;
};

struct sr_losses {
	SR_LIST(struct sr_loss)
	items;		 /* by side, category, scope, claimant,
			    last day, number */
	uint32_t *order; /* claims, by line */
};

/* What the figure of one claim covers, by its words and days. */
enum sr_scope sr_scope_of(const struct sr_claim *claim);

/* Of all claims of the records that are of loss.* and, unless `all`, have a
 * number. Strings are the records'. SR_NOMEM. */
enum sr_code sr_losses(const struct sr_records *records, bool all,
		       struct sr_arena *mem, struct sr_losses *out,
		       struct sr_err *err) SR_MUST_USE;

#endif
