/* The names of military units: read into their parts, written in one normal
 * form, compared. The same words give the same parts wherever they are read:
 * by resolve in a report, by fusion in the claims of many.
 *
 *	words					normal form
 *	93rd Separate Mechanized Brigade	93rd Mechanised Brigade
 *	Twenty-Fourth Guards rifle division	24th Guards Rifle Division
 *	Light Infantry Battalion 324		324th Light Infantry Battalion
 *	III Corps				III Corps
 *	the Golani Brigade			Golani Brigade
 */
#ifndef SR_KIT_UNIT_H
#define SR_KIT_UNIT_H

#include "kit/kit.h"
#include "model/unit.h"

/* Reads the name of a unit, what it is of included ("..., of the 35th Army",
 * "the 1st Tank Army's 2nd Division"). False for words that name none: there
 * must be a number or a name of its own, and a size or an arm; or an arm and a
 * size with capitals ("the Armoured Corps"), or a size and what it is of ("a
 * battalion of the 128th Brigade"). */
bool sr_unit_read(const struct sr_kit *kit, struct sr_str words,
		  struct sr_unit *unit);

/* The same, and what stands behind the words that it was read from, what it is
 * of not counted. */
bool sr_unit_next(const struct sr_kit *kit, struct sr_str words,
		  struct sr_unit *unit, struct sr_str *rest);

#define SR_UNIT_NAME 160 /* bytes; a longer name is cut */

/* Writes the normal form, without nickname where there is a number, and
 * without what it is of; gives its length. */
size_t sr_unit_name(const struct sr_kit *kit, const struct sr_unit *unit,
		    char out[SR_UNIT_NAME]);

/* The main arm, a row of branches.tsv: the one nearest to the size; SR_NONE. */
uint32_t sr_unit_arm(const struct sr_kit *kit, const struct sr_unit *unit);

/* Are two arms one, as far as translations tell them apart (marine and naval
 * infantry)? An arm that is not said is any. */
bool sr_unit_arms_meet(const struct sr_kit *kit, uint32_t a, uint32_t b);

/* May two names be of one unit of one side? Numbers and sizes equal, arms that
 * meet; without numbers the same name of its own. */
bool sr_unit_alike(const struct sr_kit *kit, const struct sr_unit *a,
		   const struct sr_unit *b);

/* Its rank from squad (1) to army group (14); 0 where the name has no size. */
int32_t sr_unit_size(const struct sr_kit *kit, const struct sr_unit *unit);

/* The number that words say, and how: "93rd", "Twenty-Fourth", "III"; 0. */
int32_t sr_unit_number(const struct sr_kit *kit, struct sr_str words,
		       uint8_t *style);

/* Is it what follows the digits of a rank in a row: "st", "nd", "rd", "th"? */
bool sr_is_rank(struct sr_str ending);

/* A Roman number of capitals, 1 to 89; 0 for other words. */
int32_t sr_roman_read(struct sr_str word);

#endif
