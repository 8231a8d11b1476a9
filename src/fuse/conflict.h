/* What can't both be right: claims that stand against claims.
 *
 * A denial and what it denies; two numbers for one scope that have nothing in
 * common; a total that falls; two holders of a place on one day; one event on
 * two days; two who are blamed for one attack. Each is found among claims of one
 * place, time and kind only, so that the work grows with the ledger and not with
 * its square; the caps are in conflict_work.h. Ranges that overlap are no conflict, nor is a later total
 * that is larger, nor what one voice says twice.
 * docs/decisions/091 has the rules. */
#ifndef SR_FUSE_CONFLICT_H
#define SR_FUSE_CONFLICT_H

#include "base/err.h"
#include "fuse/voice.h"
#include "model/record.h"

enum sr_conflict_kind {
	SR_CONFLICT_DENIAL,   /* said, and denied or disputed */
	SR_CONFLICT_NUMBER,   /* two numbers for one thing */
	SR_CONFLICT_BACKWARD, /* a claimant's later total is smaller */
	SR_CONFLICT_HOLDER,   /* two sides hold one place */
	SR_CONFLICT_DAY,      /* one event, two days */
	SR_CONFLICT_PART,     /* more killed than killed and wounded */
	SR_CONFLICT_BLAME,    /* one attack, two attackers */
	SR_CONFLICT_REMARK,   /* a report against the map, the calendar, itself */
	SR_CONFLICT_KINDS
};

#define SR_CONFLICT_ID 14 /* 'k', 12 hex digits, NUL */

struct sr_conflict {
	char id[SR_CONFLICT_ID]; /* of its kind and first claims: content */
	enum sr_conflict_kind kind;
	uint32_t from, nsaid, nagainst; /* of sr_conflicts.claims: first what
					   is said, then what stands against */
	const struct sr_noted *noted; /* what stands alone, with no claims of
					 its own; NULL */
	struct sr_support said, against;
	uint32_t weight; /* what hangs on it */
	int32_t day;	 /* the last day of any of its claims */
};

struct sr_conflicts {
	SR_LIST(struct sr_conflict) items; /* the weightiest first */
	SR_LIST(uint32_t) claims;	   /* indices into the records */
};

/* "denial", "number" ...; of a remark its own kind: "distance". Static. */
const char *sr_conflict_name(const struct sr_conflict *conflict);

struct sr_conflict_in {
	const struct sr_records *records;
	const struct sr_voices *voices;	  /* of them */
	const struct sr_records *remarks; /* of reading; NULL: none */
};

/* All conflicts, whatever the order of the records. The arena's; remarks are
 * pointed at. SR_NOMEM. */
enum sr_code sr_conflicts(const struct sr_conflict_in *in, struct sr_arena *mem,
			  struct sr_conflicts *out,
			  struct sr_err *err) SR_MUST_USE;

#endif
