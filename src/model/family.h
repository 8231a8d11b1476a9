/* Families of types of claims. The rows of ontology/types.tsv are sorted, so a
 * family is one stretch of enum sr_type. */
#ifndef SR_MODEL_FAMILY_H
#define SR_MODEL_FAMILY_H

#include <stdbool.h>

#include "ontology.h"

static inline bool sr_is_attack(unsigned type)
{
	return type <= SR_TYPE_ATTACK_SHELLING;
}

/* An attack itself, not the damage that one did. */
static inline bool sr_is_assault(unsigned type)
{
	return sr_is_attack(type) && type != SR_TYPE_ATTACK_DAMAGE;
}

static inline bool sr_is_civil(unsigned type)
{
	return type >= SR_TYPE_CIVIL_AID && type <= SR_TYPE_CIVIL_MOVEMENT;
}

static inline bool sr_is_control(unsigned type)
{
	return type >= SR_TYPE_CONTROL_ADVANCE && type <= SR_TYPE_CONTROL_SEIZE;
}

static inline bool sr_is_loss(unsigned type)
{
	return type >= SR_TYPE_LOSS_CAPTURED && type <= SR_TYPE_LOSS_WOUNDED;
}

static inline bool sr_is_politics(unsigned type)
{
	return type >= SR_TYPE_POLITICS_JUSTICE &&
	       type <= SR_TYPE_POLITICS_TALKS;
}

#endif
