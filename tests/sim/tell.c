/* The words of a claim, from what the claim says and nothing else, so that a
 * reader could get it back. Many wordings: two who tell of one thing without
 * knowing of each other seldom use the same. */
#include <stdarg.h>
#include <stdio.h>

#include "base/calendar.h"
#include "base/str.h"
#include "sim/work.h"

#define ROOM 512
#define PICK(dice, list)                                                       \
	((list)[sim_below((dice), sizeof(list) / sizeof(*(list)))])

struct words {
	struct sim_dice *dice;
	char s[ROOM];
	size_t n;
};

static void SR_PRINTF(2, 3) put(struct words *w, const char *format, ...)
{
	va_list args;
	int n;

	va_start(args, format);
	n = vsnprintf(w->s + w->n, ROOM - w->n, format, args);
	va_end(args);
	if (n > 0)
		w->n += (size_t)n < ROOM - w->n ? (size_t)n : ROOM - w->n - 1;
}

static void put_day(struct words *w, int32_t day)
{
	static const char *const MONTH[] = {
		"January", "February", "March",	    "April",   "May",
		"June",	   "July",     "August",    "September", "October",
		"November", "December",
	};
	struct sr_date d = sr_date_of(day);

	if (sim_chance(w->dice, 500))
		put(w, "%d %s %d", d.day, MONTH[d.month - 1], (int)d.year);
	else
		put(w, "%s %d, %d", MONTH[d.month - 1], d.day, (int)d.year);
}

static void put_days(struct words *w, const struct sr_claim *c)
{
	if (c->basis == SR_BASIS_REPORT || c->basis == SR_BASIS_INFERRED)
		return;
	if (c->days.from == c->days.to) {
		put(w, " on ");
		put_day(w, c->days.from);
		return;
	}
	put(w, " between ");
	put_day(w, c->days.from);
	put(w, " and ");
	put_day(w, c->days.to);
}

static void put_count(struct words *w, const struct sr_claim *c)
{
	long long low = c->count.low / 1000, high = c->count.high / 1000;
	const char *kind = c->type == SR_TYPE_LOSS_EQUIPMENT ? "" : "people";

	if (!c->has_count)
		put(w, "several");
	else if (c->count.high == SR_COUNT_OPEN_HIGH)
		put(w, "at least %lld", low);
	else if (low == high)
		put(w, "%lld", low);
	else if (low == 24 && high == 99)
		put(w, "dozens of");
	else
		put(w, "between %lld and %lld", low, high);
	put(w, " %s", *kind ? kind : "");
	if (!*kind)
		put(w, "%.*ss", (int)c->unit.n, c->unit.s);
}

static const char *who(const struct sr_party_slot *p, bool has)
{
	return has ? p->name.s : "unidentified forces";
}

static void put_control(struct words *w, const struct sr_claim *c)
{
	static const char *const SEIZE[] = {
		"seized", "captured", "took control of", "overran", "took"
	};
	static const char *const RETAKE[] = { "recaptured", "retook",
					      "liberated", "won back" };
	static const char *const HOLD[] = { "held", "controlled",
					    "were in control of" };
	static const char *const LEAVE[] = { "withdrew from", "pulled out of",
					     "abandoned", "left" };
	const char *verb = c->type == SR_TYPE_CONTROL_SEIZE ? PICK(w->dice, SEIZE)
			   : c->type == SR_TYPE_CONTROL_RETAKE
				   ? PICK(w->dice, RETAKE)
			   : c->type == SR_TYPE_CONTROL_HOLD
				   ? PICK(w->dice, HOLD)
				   : PICK(w->dice, LEAVE);

	put(w, "%s %s %s", who(&c->actor, c->has_actor), verb, c->place.name.s);
	if (c->has_target)
		put(w, " from %s", c->target.name.s);
}

static void put_attack(struct words *w, const struct sr_claim *c)
{
	static const char *const SHELL[] = { "shelled", "bombarded",
					     "fired rockets at",
					     "hit with artillery" };
	static const char *const AIR[] = { "bombed", "carried out an air strike on",
					   "struck from the air" };
	static const char *const GROUND[] = { "attacked", "stormed",
					      "fought street by street in",
					      "assaulted" };
	const char *town = c->place.name.s;

	if (c->type == SR_TYPE_ATTACK_DAMAGE)
		put(w, "several buildings in %s were damaged", town);
	else if (c->type == SR_TYPE_ATTACK_EXPLOSIVE)
		put(w, "a mine went off in %s", town);
	else if (c->type == SR_TYPE_ATTACK_CIVILIANS)
		put(w, "%s opened fire on civilians in %s",
		    who(&c->actor, c->has_actor), town);
	else
		put(w, "%s %s %s", who(&c->actor, c->has_actor),
		    c->type == SR_TYPE_ATTACK_SHELLING ? PICK(w->dice, SHELL)
		    : c->type == SR_TYPE_ATTACK_AIR    ? PICK(w->dice, AIR)
						       : PICK(w->dice, GROUND),
		    town);
}

static void put_loss(struct words *w, const struct sr_claim *c)
{
	bool killed = c->type == SR_TYPE_LOSS_KILLED;

	if (c->count_total) {
		put(w, "%s had lost ", who(&c->target, c->has_target));
		put_count(w, c);
		put(w, " since the war began");
		return;
	}
	put_count(w, c);
	put(w, " were %s", killed ? "killed" : "wounded");
	if (c->has_place)
		put(w, " in %s", c->place.name.s);
}

/* What else a writer puts into such a sentence; two seldom put the same. */
static void put_tail(struct words *w)
{
	static const char *const WHEN[] = {
		"before dawn",	   "at about noon",	 "late in the day",
		"during the night", "as the market closed", "after dark",
		"for some hours",  "in heavy rain",	 "under low cloud",
		"while roads were blocked", "as snow melted", "in thick fog",
	};
	static const char *const WHERE[] = {
		"near the old mill",	  "by the railway",
		"on the northern edge",	  "close to the river",
		"in the southern quarter", "around the main square",
		"beyond the cemetery",	  "along the ring road",
		"below the hill",	  "by the grain store",
		"not far from the school", "at the western approach",
	};

	if (!sim_chance(w->dice, 200))
		put(w, " %s", PICK(w->dice, WHEN));
	if (!sim_chance(w->dice, 300))
		put(w, " %s", PICK(w->dice, WHERE));
}

static bool is(const struct sr_claim *c, enum sr_type from, enum sr_type to)
{
	return c->type >= (unsigned)from && c->type <= (unsigned)to;
}

struct sr_str sim_tell(struct sim_dice *dice, const struct sr_claim *c,
		       struct sr_arena *mem)
{
	static const char *const SAID[] = { "said", "reported", "announced",
					    "told reporters" };
	struct words w = { .dice = dice };
	bool first = sim_chance(dice, 500);
	char *copy;

	if (c->speaker.n && first)
		put(&w, "%s %s that ", c->speaker.s, PICK(dice, SAID));
	if (c->status == SR_STATUS_DENIED)
		put(&w, "it was not true that ");
	if (c->status == SR_STATUS_UNVERIFIED)
		put(&w, "in an unconfirmed account ");
	if (is(c, SR_TYPE_CONTROL_ADVANCE, SR_TYPE_CONTROL_SEIZE))
		put_control(&w, c);
	else if (is(c, SR_TYPE_LOSS_CAPTURED, SR_TYPE_LOSS_WOUNDED))
		put_loss(&w, c);
	else
		put_attack(&w, c);
	if (!c->count_total && c->type != SR_TYPE_CONTROL_HOLD)
		put_tail(&w);
	put_days(&w, c);
	if (c->speaker.n && !first)
		put(&w, ", %s %s", c->speaker.s, PICK(dice, SAID));
	put(&w, ".");
	if (w.s[0] >= 'a' && w.s[0] <= 'z')
		w.s[0] = (char)(w.s[0] - 'a' + 'A');
	copy = sr_arena_copy(mem, w.s, w.n);
	return (struct sr_str){ copy, copy ? w.n : 0 };
}

struct sr_str sim_idle_talk(struct sim_dice *dice, struct sr_arena *mem)
{
	static const char *const NOUN[] = {
		"weather",  "harvest", "market",  "road",    "river",
		"station",  "school",  "council", "railway", "night",
		"winter",   "bridge",  "shop",	  "queue",   "ministry",
		"hospital", "street",  "power",	  "bakery",  "crowd",
		"envoy",    "election", "price",  "border",  "valley",
	};
	static const char *const VERB[] = {
		"stayed quiet", "slowed",	"went on as before",
		"closed early", "drew few people", "remained open",
		"was discussed", "caused concern", "was hard to reach",
		"changed little", "kept many awake", "filled again",
	};
	static const char *const WHEN[] = {
		"in the morning", "by evening",	   "for a second week",
		"after the rain", "despite fears", "for most of the day",
		"once more",	  "as expected",
	};
	struct words w = { .dice = dice };
	char *copy;

	/* one by one: the order of arguments is the compiler's */
	const char *when = PICK(dice, WHEN), *verb = PICK(dice, VERB);
	const char *near = PICK(dice, NOUN), *other = PICK(dice, NOUN);
	const char *first = PICK(dice, WHEN), *did = PICK(dice, VERB);
	const char *noun = PICK(dice, NOUN);
	put(&w, "The %s %s %s, while the %s near the %s %s %s.", noun, did,
	    first, other, near, verb, when);
	copy = sr_arena_copy(mem, w.s, w.n);
	return (struct sr_str){ copy, copy ? w.n : 0 };
}
