/* What differs between two sets of records: of two ledgers, of two runs of one,
 * of two files of claims. Reports are the same by their hash. Of a report that
 * both have, claims are the same by their key; of those that are left, by type
 * and overlapping evidence, then by overlapping evidence alone. */
#ifndef SR_FUSE_DIFF_H
#define SR_FUSE_DIFF_H

#include "base/err.h"
#include "model/decision.h"
#include "model/record.h"

#define SR_NO_CLAIM UINT32_MAX

/* What may differ beside the slots of enum sr_slot, as further bits. */
#define SR_DIFF_WORDS (1u << SR_SLOTS)	      /* the evidence */
#define SR_DIFF_RULE (1u << (SR_SLOTS + 1))   /* the rule alone */
#define SR_DIFF_REVIEW (1u << (SR_SLOTS + 2)) /* what people decided */

struct sr_changed {
	uint32_t a, b; /* claims; SR_NO_CLAIM: added, gone */
	unsigned what; /* bits; 0 for what was added or is gone */
};

struct sr_diff {
	SR_LIST(uint32_t) only_a, only_b;  /* reports, by hash */
	SR_LIST(struct sr_changed) claims; /* by report, then key */
	size_t nsame, nadded, ngone, nchanged, nrule;
};

/* The arena's. A claim that only has another rule is in the list and counted
 * in nrule, not in nchanged. SR_NOMEM. */
enum sr_code sr_diff(const struct sr_records *a, const struct sr_records *b,
		     struct sr_arena *mem, struct sr_diff *out,
		     struct sr_err *err) SR_MUST_USE;

#endif
