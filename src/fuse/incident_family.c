/* The sorts of happenings: which types of claims may be told of one, and how
 * far apart in days. docs/decisions/084 says why. */
#include "base/calendar.h"
#include "fuse/incident_work.h"
#include "ontology.h"

#define LONGEST 31 /* days; what took longer was more than one thing */
/* People in thousandths: so many fall in a war, if no day is told; and so many
 * whatever is told. */
#define A_WAR 1000000
#define ANY_WAR 20000000

#define CORE .core = true
#define WORDY .core = true, .wordy = true

static const struct sr_kin KIN[SR_TYPE_COUNT] = {
	[SR_TYPE_ATTACK_AIR] = { SR_GROUP_ATTACK, SR_SORT_AIR, CORE },
	[SR_TYPE_ATTACK_CIVILIANS] = { SR_GROUP_ATTACK, SR_SORT_CIVILIANS,
				       CORE },
	[SR_TYPE_ATTACK_DAMAGE] = { SR_GROUP_ATTACK, SR_SORT_DAMAGE,
				    .core = false },
	[SR_TYPE_ATTACK_EXPLOSIVE] = { SR_GROUP_ATTACK, SR_SORT_EXPLOSIVE,
				       CORE },
	[SR_TYPE_ATTACK_GROUND] = { SR_GROUP_ATTACK, SR_SORT_GROUND, CORE },
	[SR_TYPE_ATTACK_SHELLING] = { SR_GROUP_ATTACK, SR_SORT_SHELLING, CORE },
	[SR_TYPE_CIVIL_AID] = { SR_GROUP_CIVIL, SR_SORT_A, WORDY },
	[SR_TYPE_CIVIL_HARDSHIP] = { SR_GROUP_CIVIL, SR_SORT_B, WORDY },
	[SR_TYPE_CIVIL_MOVEMENT] = { SR_GROUP_CIVIL, SR_SORT_C, WORDY },
	[SR_TYPE_CONTROL_ADVANCE] = { SR_GROUP_ADVANCE, SR_SORT_A, CORE },
	[SR_TYPE_CONTROL_BESIEGE] = { SR_GROUP_SIEGE, SR_SORT_A, CORE },
	[SR_TYPE_CONTROL_HOLD] = { SR_GROUP_CONTROL, SR_SORT_B, .state = true },
	[SR_TYPE_CONTROL_LEAVE] = { SR_GROUP_CONTROL, SR_SORT_A, CORE },
	[SR_TYPE_CONTROL_RETAKE] = { SR_GROUP_CONTROL, SR_SORT_A, CORE },
	[SR_TYPE_CONTROL_SEIZE] = { SR_GROUP_CONTROL, SR_SORT_A, CORE },
	[SR_TYPE_FORCE_MOVE] = { SR_GROUP_FORCE, SR_SORT_A, WORDY },
	[SR_TYPE_FORCE_PRESENT] = { SR_GROUP_FORCE, SR_SORT_B, WORDY },
	[SR_TYPE_FORCE_SUPPLY] = { SR_GROUP_FORCE, SR_SORT_C, WORDY },
	[SR_TYPE_LOSS_CAPTURED] = { SR_GROUP_ATTACK, SR_SORT_LOSS,
				    .core = false },
	[SR_TYPE_LOSS_CASUALTIES] = { SR_GROUP_ATTACK, SR_SORT_LOSS,
				      .core = false },
	[SR_TYPE_LOSS_EQUIPMENT] = { SR_GROUP_ATTACK, SR_SORT_LOSS,
				     .core = false },
	[SR_TYPE_LOSS_KILLED] = { SR_GROUP_ATTACK, SR_SORT_LOSS,
				  .core = false },
	[SR_TYPE_LOSS_WOUNDED] = { SR_GROUP_ATTACK, SR_SORT_LOSS,
				   .core = false },
	[SR_TYPE_POLITICS_JUSTICE] = { SR_GROUP_POLITICS, SR_SORT_A, WORDY },
	[SR_TYPE_POLITICS_POSITION] = { SR_GROUP_POLITICS, SR_SORT_B, WORDY },
	[SR_TYPE_POLITICS_STATUS] = { SR_GROUP_POLITICS, SR_SORT_C, WORDY },
	[SR_TYPE_POLITICS_SUPPORT] = { SR_GROUP_POLITICS, SR_SORT_D, WORDY },
	[SR_TYPE_POLITICS_TALKS] = { SR_GROUP_POLITICS, SR_SORT_E, WORDY },
};

/* A town changes hands seldom: what is told of it within a week is one change.
 * It is shelled every day: there only the day itself will do. */
static const struct sr_reach REACH[SR_GROUP_COUNT] = {
	[SR_GROUP_CONTROL] = { .gap = 3, .lag = 7, .apart = 8, .next = 6 },
	[SR_GROUP_SIEGE] = { .gap = 3, .lag = 7, .apart = 8, .next = 6 },
	[SR_GROUP_ADVANCE] = { .gap = 1, .lag = 2, .apart = -6, .next = -6 },
	[SR_GROUP_ATTACK] = { .gap = 1, .lag = 3, .apart = -8, .next = -10 },
	[SR_GROUP_FORCE] = { .gap = 1, .lag = 3, .apart = 0, .next = 0 },
	[SR_GROUP_CIVIL] = { .gap = 1, .lag = 3, .apart = 0, .next = 0 },
	[SR_GROUP_POLITICS] = { .gap = 1, .lag = 2, .apart = 0, .next = 0 },
};

const struct sr_kin *sr_kin_of(unsigned type)
{
	return &KIN[type < SR_TYPE_COUNT ? type : 0];
}

const struct sr_reach *sr_reach_of(unsigned group)
{
	return &REACH[group < SR_GROUP_COUNT ? group : 0];
}

/* "A war that has killed 400,000", told beside a strike */
static bool counts_a_war(const struct sr_claim *c)
{
	return c->has_count && c->type != SR_TYPE_LOSS_EQUIPMENT &&
	       c->count.low != SR_COUNT_OPEN_LOW &&
	       c->count.low >= (c->basis == SR_BASIS_REPORT ? A_WAR : ANY_WAR);
}

enum sr_apart sr_claim_apart(const struct sr_claim *c)
{
	/* What is proposed is to come; that it was proposed has happened. */
	bool proposal = c->type == SR_TYPE_POLITICS_POSITION;

	if (c->status == SR_STATUS_PLANNED && !proposal)
		return SR_APART_PLANNED;
	if (c->status == SR_STATUS_POSSIBLE && !proposal)
		return SR_APART_POSSIBLE;
	if (sr_kin_of(c->type)->state)
		return SR_APART_STATE;
	if (sr_is_loss(c->type) && (c->count_total || counts_a_war(c)))
		return SR_APART_LONG;
	if (sr_days_known(c->days) &&
	    (c->days.from == SR_DAY_MIN || c->days.to == SR_DAY_MAX ||
	     sr_days_span(c->days) >= LONGEST))
		return SR_APART_LONG;
	return SR_APART_NOT;
}

const char *sr_standing_name(enum sr_standing s)
{
	static const char *const NAME[] = { "reported", "supported",
					    "contested", "admitted", "denied" };

	return s < SR_STANDING_COUNT ? NAME[s] : "?";
}

const char *sr_standing_means(enum sr_standing s)
{
	static const char *const MEANS[] = {
		"one origin says so",
		"several origins say so, and nobody denies it",
		"some say so, and others deny or dispute it",
		"said by the side that it speaks against",
		"nothing but denials",
	};

	return s < SR_STANDING_COUNT ? MEANS[s] : "?";
}

const char *sr_apart_name(enum sr_apart a)
{
	static const char *const NAME[] = { "in an incident", "planned",
					    "possible",	      "a state",
					    "a long time",    "too vague" };

	return a <= SR_APART_VAGUE ? NAME[a] : "?";
}
