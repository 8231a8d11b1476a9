/* Incidents: claims about one happening, joined within and across reports.
 *
 * Two steps. What one report says of one happening is a *telling*: claims of
 * one family at one place in one time, with the losses and the damage that
 * stand beside them. Tellings of the same happening then gather round the most
 * exact of them, the *centre*: each joins the one centre that it fits best and
 * is never a bridge to another, so what is vague joins last and nothing
 * chains through a long war at one town. A telling's place depends on those
 * near it in family, place and days alone, which is what lets the ledger keep
 * incidents up while reports come in. docs/decisions/084 has the score. */
#ifndef SR_FUSE_INCIDENT_H
#define SR_FUSE_INCIDENT_H

#include "fuse/voice.h"
#include "model/link.h"

#define SR_NO_INCIDENT UINT32_MAX

/* Why a claim is in no incident. */
enum sr_apart {
	SR_APART_NOT,	  /* it is in one */
	SR_APART_PLANNED, /* intended, promised */
	SR_APART_POSSIBLE,
	SR_APART_STATE, /* how things stand, no happening: who holds a place */
	SR_APART_LONG,	/* a total, or so long a time that it is many */
	SR_APART_VAGUE, /* no place or no day, and nothing that it fits */
};

enum sr_standing {
	SR_STANDING_REPORTED,  /* by one origin */
	SR_STANDING_SUPPORTED, /* by several, nobody denies it */
	SR_STANDING_CONTESTED, /* said, and denied or disputed by others */
	SR_STANDING_ADMITTED,  /* by the side that it speaks against */
	SR_STANDING_DENIED,    /* nothing but denials */
	SR_STANDING_COUNT
};

#define SR_INCIDENT_ENOUGH 60 /* points that join two tellings */

/* What was compared; the weight of each in points. */
enum sr_reason {
	SR_REASON_PLACE,
	SR_REASON_DAYS,
	SR_REASON_TYPE,
	SR_REASON_ACTOR,
	SR_REASON_TARGET,
	SR_REASON_NUMBER,
	SR_REASON_WORDS,
	SR_REASON_STATUS,
	SR_REASON_PERSON, /* a decision joined them */
	SR_REASON_COUNT
};

/* One telling of an incident and how it hangs on the centre. */
struct sr_told {
	uint32_t from, n; /* its claims: of sr_incident.claim */
	uint32_t head;	  /* index of the claim that was compared */
	int score;	  /* 0 for the centre itself */
	int16_t points[SR_REASON_COUNT];
};

struct sr_incident {
	char id[16];	   /* "i" and 12 hex digits */
	uint32_t types;	   /* bits of enum sr_type */
	uint16_t type;	   /* of the centre: what it is called by */
	bool doubted;	   /* nobody says it without a doubt */
	bool contradicted; /* numbers that can't both be right */
	bool admitted;
	enum sr_standing standing;
	const struct sr_place_slot *place; /* the most exact; NULL: none */
	struct sr_days days; /* earliest and latest; unknown: from > to */
	bool by;	     /* days are of the report: by then */
	struct sr_str actor, target; /* sides; empty: unknown or several */
	uint32_t *claim; /* in the order of tellings, the centre's first */
	uint32_t nclaim;
	struct sr_told *told;
	uint32_t ntold;
	struct sr_support support; /* of those who say it */
	struct sr_support against; /* of those who deny it */
};

struct sr_incidents {
	SR_LIST(struct sr_incident) items; /* by days, place, id */
	uint32_t *of;	/* incident of each claim; SR_NO_INCIDENT */
	uint8_t *apart; /* enum sr_apart of each claim */
};

/* The incidents of all claims of the records; the arena's, strings are the
 * records'. The same claims give the same, in whatever order they come.
 * `links` may be NULL; `voices` too: then those of each incident are found
 * among its own claims, whatever else there is. SR_NOMEM. */
enum sr_code sr_incidents(const struct sr_records *records,
			  const struct sr_voices *voices,
			  const struct sr_links *links, struct sr_arena *mem,
			  struct sr_incidents *out,
			  struct sr_err *err) SR_MUST_USE;

/* How a claim is kept by the ledger: in which telling of which incident, and
 * what that telling is held to. */
struct sr_kept_claim {
	int64_t telling, centre;
	int score;
	struct sr_str incident; /* empty: in none */
};

/* The same of claims whose incidents are kept, one sr_kept_claim each: all
 * claims of some incidents, and others, which have none. SR_NOMEM. */
enum sr_code sr_incidents_kept(const struct sr_records *records,
			       const struct sr_voices *voices,
			       const struct sr_kept_claim *kept,
			       struct sr_arena *mem, struct sr_incidents *out,
			       struct sr_err *err) SR_MUST_USE;

const char *sr_standing_name(enum sr_standing s);
const char *sr_standing_means(enum sr_standing s); /* the rule, in words */
const char *sr_apart_name(enum sr_apart a);

/* Why the claim is in no incident, by itself; SR_APART_NOT where it may be. */
enum sr_apart sr_claim_apart(const struct sr_claim *claim);

/* Its grade after Airwars: Confirmed, Fair, Weak, Contested, Discounted. */
const char *sr_incident_grade(const struct sr_incident *incident);

/* Credibility after the Admiralty code, 1 to 6 (AJP-2.1). */
int sr_incident_credibility(const struct sr_incident *incident);

#endif
