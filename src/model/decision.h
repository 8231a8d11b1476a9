/* What a person decided: a record that is never changed, only followed by
 * others. Of two on one claim the later counts. All strings are borrowed. */
#ifndef SR_MODEL_DECISION_H
#define SR_MODEL_DECISION_H

#include "base/list.h"
#include "sitrep.h"

enum sr_verb {
	SR_VERB_ACCEPT,	 /* the claim is read rightly */
	SR_VERB_REJECT,	 /* it is not: it counts for nothing */
	SR_VERB_CORRECT, /* it is, with these slots */
	SR_VERB_MERGE,	 /* the claims are of one happening */
	SR_VERB_SPLIT,	 /* those of part 0 are not of that of part 1 */
	SR_VERB_UNDO,	 /* that decision, one of the above, no longer counts */
	SR_VERB_COUNT
};

/* Slots of a claim that a correction may set, as bits; in this order. */
enum sr_slot {
	SR_SLOT_TYPE,
	SR_SLOT_STATUS,
	SR_SLOT_ACTOR,
	SR_SLOT_TARGET,
	SR_SLOT_PLACE,
	SR_SLOT_DATE,
	SR_SLOT_NUMBER,
	SR_SLOT_SPEAKER,
	SR_SLOTS
};

#define SR_BIT_OF(slot) (1u << (slot))

/* What a claim is found by: its key; else, in the same report, a claim of its
 * type whose evidence overlaps. */
enum sr_hold_of {
	SR_HOLD_OF_KEY,	  /* the claim itself stands */
	SR_HOLD_OF_WORDS, /* another reading's claim of the same words */
	SR_HOLD_OF_OWN,	  /* no reading has it any more: the person's own */
	SR_HOLD_OF_NONE,  /* nothing that stands; the report is here */
	SR_HOLD_OF_ABSENT /* the report is not in this ledger */
};

struct sr_anchor {
	struct sr_str sha256, key, type;
	struct sr_span evidence;
	uint8_t part;
	/* As the ledger answers: */
	uint8_t hold;	     /* enum sr_hold_of */
	struct sr_str now;   /* the key that it holds on to, if any */
	struct sr_str words; /* of the claim; empty: none */
	struct sr_str doc;   /* the report's name */
};

#define SR_DECISION_ID 14 /* "d", 12 hex digits, a NUL */

struct sr_decision {
	char id[SR_DECISION_ID];
	uint8_t verb;		    /* enum sr_verb */
	struct sr_str who, at, why; /* at: "2022-03-30T08:00:00Z" */
	int64_t nth;		    /* of those of that moment */
	struct sr_str undoes;	    /* id */
	SR_LIST(struct sr_anchor) claims;
	unsigned sets;	       /* bits of enum sr_slot */
	struct sr_claim slots; /* of a correction: only those */
	/* As the ledger answers: */
	struct sr_str learnt, undone; /* undone: by that decision */
};

struct sr_decisions {
	SR_LIST(struct sr_decision) items;
};

#endif
