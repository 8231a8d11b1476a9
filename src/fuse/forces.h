/* The order of battle that the claims tell of: which unit was reported where,
 * when and in what part, under which superior, by how many origins. A unit is
 * one under all its names: "93rd Brigade" of one report and "93rd Mechanised
 * Brigade" of another, unless another unit of that number and size would do as
 * well. Superiors are read out of the claims' words ("of the 35th Army").
 *
 * Pure: the same set of claims gives the same answer, whatever their order. */
#ifndef SR_FUSE_FORCES_H
#define SR_FUSE_FORCES_H

#include "base/err.h"
#include "fuse/voice.h"
#include "kit/kit.h"
#include "model/unit.h"

/* What a unit does, or what is done to it. */
enum sr_deed {
	SR_DEED_ATTACKS,
	SR_DEED_TAKES,
	SR_DEED_HOLDS,
	SR_DEED_ADVANCES,
	SR_DEED_BESIEGES,
	SR_DEED_PRESENT,
	SR_DEED_MOVES,
	SR_DEED_LEAVES,
	SR_DEED_ATTACKED,
	SR_DEED_BESIEGED,
	SR_DEED_SUFFERS,
	SR_DEED_LOSES,
	SR_DEED_NONE, /* of no matter here */
};

/* "attacks", "is attacked". Static. */
const char *sr_deed_name(enum sr_deed deed);

/* One unit, one place, one part, one status. */
struct sr_sighting {
	const struct sr_place_slot *place; /* NULL: no place is said */
	enum sr_deed deed;
	uint8_t status;	     /* enum sr_status, of all its claims */
	bool by;	     /* no more than "by" its days */
	struct sr_days days; /* from the first to the last; may be unknown */
	const struct sr_claim *strength; /* has a count: the latest; NULL */
	uint32_t from, n;		 /* its claims: of sr_forces.order */
	struct sr_support support;
};

struct sr_force {
	struct sr_str name, side; /* side may be empty */
	struct sr_unit is;	  /* echelon UINT32_MAX, number 0: no unit */
	bool unit;		  /* else an armed group */
	uint32_t parent;	  /* index of the force above it, SR_NONE */
	uint32_t depth;		  /* below the highest that is known */
	uint32_t nbelow;	  /* units that are of it */
	struct sr_days days;	  /* first and last seen */
	struct sr_support support;
	uint32_t from, n; /* its sightings; 0: named as superior only, or in
			     what is no matter of war */
};

struct sr_forces {
	SR_LIST(struct sr_force) items; /* superiors first, by side and size */
	SR_LIST(struct sr_sighting) sightings;
	uint32_t *order; /* claims, by sighting */
};

/* The units of all claims of the records; with `all` also the other armed
 * groups that the tables know by name. Strings are the arena's, the records'
 * or the kit's. SR_NOMEM. */
enum sr_code sr_forces(const struct sr_records *records,
		       const struct sr_kit *kit, bool all, struct sr_arena *mem,
		       struct sr_forces *out, struct sr_err *err) SR_MUST_USE;

/* Is a force what a person asked for: a unit that may be the one named, else
 * one with those words in its name? */
bool sr_force_is(const struct sr_kit *kit, const struct sr_force *force,
		 struct sr_str words);

#endif
