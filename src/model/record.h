/* Claims and reports as the ledger keeps them and as fusion and the views see
 * them: plain structs, all strings borrowed from the arena of the answer. */
#ifndef SR_MODEL_RECORD_H
#define SR_MODEL_RECORD_H

#include "base/list.h"
#include "model/remark.h"
#include "sitrep.h"

/* A report, as one run read it. */
struct sr_filed {
	int64_t row;	      /* of the database; 0: none */
	struct sr_str sha256; /* of the bytes, in hex: what names it outside */
	struct sr_str origin; /* sha256 of the first of the reports whose text
				 is near-identical; empty: it stands alone */
	struct sr_report report; /* text only where it was asked for */
	struct sr_str learnt;	 /* "2022-03-30T08:00:00Z" */
	struct sr_str replaced_by; /* sha256 of the version of its page that
				      stands in its place; empty: none */
	struct sr_str names;	 /* other names it came under, " | " between */
	struct sr_str program, kit; /* of the reading that stands */
	size_t nclaim;
};

/* What people decided about a claim. */
enum sr_verdict {
	SR_VERDICT_NONE,
	SR_VERDICT_ACCEPTED,
	SR_VERDICT_REJECTED, /* out of all fusion; only where asked for */
	SR_VERDICT_CORRECTED /* the claim is as they put it */
};

/* A claim with where it comes from. */
struct sr_record {
	struct sr_claim claim;
	struct sr_str key;     /* 16 hex digits: what names it outside */
	struct sr_str words;   /* the evidence */
	struct sr_span points; /* of the evidence, in code points */
	uint32_t report;       /* index into the reports */
	int64_t row;
	uint8_t verdict;	/* enum sr_verdict */
	struct sr_str decision; /* the last one on it; empty: none */
};

/* A remark likewise. */
struct sr_noted {
	struct sr_remark remark;
	struct sr_str key;     /* 16 hex digits, by content */
	struct sr_str words;   /* at remark.at */
	struct sr_str beside;  /* at remark.beside; may be empty */
	struct sr_span points; /* of the words, in code points */
	uint32_t report;
	int64_t row;
};

/* An answer: claims, remarks, and the reports that they come from. */
struct sr_records {
	SR_LIST(struct sr_record) claims;
	SR_LIST(struct sr_noted) remarks;
	SR_LIST(struct sr_filed) reports;
};

static inline const struct sr_filed *sr_filed_of(const struct sr_records *r,
						 const struct sr_record *c)
{
	return &r->reports.items[c->report];
}

#endif
