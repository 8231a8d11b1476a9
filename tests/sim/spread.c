/* Who hears of what, and when. A ministry speaks; wires, papers and careless
 * outlets quote it. Governors speak of their own ground. All others have some
 * eyes of their own. */
#include <stdlib.h>

#include "sim/work.h"

const struct sim_outlet SIM_OUTLET[SIM_OUTLETS] = {
	{ "Ministry of Defence of Avonia", SIM_MINISTRY, SIM_A },
	{ "Ministry of Defence of Bretia", SIM_MINISTRY, SIM_B },
	{ "Avonian State Radio", SIM_STATE, SIM_A },
	{ "Bretian Television", SIM_STATE, SIM_B },
	{ "Meridian Wire", SIM_WIRE, 0 },
	{ "Continental News Agency", SIM_WIRE, 0 },
	{ "Harbour Post", SIM_PAPER, 0 },
	{ "Northern Courier", SIM_PAPER, 0 },
	{ "The Daily Ledger", SIM_PAPER, 0 },
	{ "Evening Lantern", SIM_PAPER, 0 },
	{ "Valley Times", SIM_PAPER, 0 },
	{ "Flash War Updates", SIM_CARELESS, 0 },
	{ "Front Rumours", SIM_CARELESS, 0 },
	{ "Centre for Conflict Mapping", SIM_ANALYST, 0 },
	{ "Theatre Watch", SIM_ANALYST, 0 },
};

static bool add(struct sim_maker *m, struct sim_item item)
{
	struct sim_item *own;

	if (sim_chance(&m->dice, m->noise->missed))
		return true;
	own = SR_PUSH(m->mem, &m->items);
	if (own)
		*own = item;
	return own != NULL;
}

/* Others quote the words of `said`: so many of 1,000 of each trade do. */
static bool quoted(struct sim_maker *m, struct sim_item said)
{
	static const int32_t SHARE[] = { [SIM_WIRE] = 400,
					 [SIM_PAPER] = 110,
					 [SIM_CARELESS] = 220,
					 [SIM_ANALYST] = 60 };
	bool ok = true;

	for (uint8_t o = 0; ok && o < SIM_OUTLETS; o++) {
		struct sim_item item = said;
		if (SIM_OUTLET[o].trade < SIM_WIRE ||
		    !sim_chance(&m->dice, SHARE[SIM_OUTLET[o].trade]))
			continue;
		item.outlet = o;
		item.due += sim_wait(&m->dice, m->noise->late / 2);
		if (said.slant == SIM_PLAIN && sim_chance(&m->dice, 120))
			item.slant = SIM_UNSURE;
		ok = add(m, item);
	}
	return ok;
}

static bool ministry_says(struct sim_maker *m, uint32_t event, unsigned side,
			  enum sim_slant slant, int32_t share)
{
	const struct sim_event *e = &m->p->war.events.items[event];
	struct sim_item item = { .due = e->day + sim_wait(&m->dice, 3),
				 .outlet = side == SIM_A ? 0 : 1,
				 .whose = (uint8_t)side,
				 .slant = (uint8_t)slant,
				 .event = event,
				 .town = e->town };

	if ((side != SIM_A && side != SIM_B) || !sim_chance(&m->dice, share))
		return true;
	if (!add(m, item))
		return false;
	item.voice = SIM_MINISTER;
	return quoted(m, item);
}

static bool is_strike(const struct sim_event *e)
{
	return e->kind == SIM_SHELLING || e->kind == SIM_AIR;
}

static bool ministries_say(struct sim_maker *m, uint32_t i)
{
	const struct sim_event e = m->p->war.events.items[i];
	int32_t deny = m->noise->deny;

	if (e.kind == SIM_CAPTURE) {
		bool denies = sim_chance(&m->dice, deny);
		return ministry_says(m, i, e.actor, SIM_PLAIN, 950) &&
		       ministry_says(m, i, e.target,
				     denies ? SIM_DENIES : SIM_GONE,
				     denies	? 1000
				     : e.false_ ? 0
						: 250);
	}
	if (e.kind == SIM_LEAVE)
		return ministry_says(m, i, e.actor, SIM_PLAIN, 500);
	if (e.kind == SIM_FIGHT)
		return ministry_says(m, i, e.actor, SIM_PLAIN, 350) &&
		       ministry_says(m, i, e.target, SIM_PLAIN, 350);
	if (e.kind == SIM_MINE)
		return ministry_says(m, i, e.actor, SIM_PLAIN, 200);
	if (!ministry_says(m, i, e.actor, SIM_DENIES, e.killed ? deny / 2 : 0))
		return false;
	return ministry_says(m, i, e.actor == SIM_A ? SIM_B : SIM_A, SIM_PLAIN,
			     is_strike(&e) ? 600 : 450);
}

/* Of 1,000: how many wires, papers, ... have eyes of their own there. */
static int32_t eyes(const struct sim_event *e, enum sim_trade trade)
{
	static const int32_t SHARE[] = { [SIM_WIRE] = 500,
					 [SIM_PAPER] = 100,
					 [SIM_CARELESS] = 200,
					 [SIM_ANALYST] = 250 };
	bool big = e->kind == SIM_CAPTURE || e->kind == SIM_LEAVE ||
		   e->killed >= 5;

	if (trade < SIM_WIRE || e->false_)
		return 0;
	return big ? SHARE[trade] * 8 / 5 : SHARE[trade] * 3 / 5;
}

static bool others_say(struct sim_maker *m, uint32_t i)
{
	const struct sim_event e = m->p->war.events.items[i];
	const struct sim_town *t = &m->p->war.town[e.town];
	struct sim_item item = { .event = i, .town = e.town };
	bool ok = true;

	for (uint8_t o = 0; ok && o < SIM_OUTLETS; o++) {
		if (!sim_chance(&m->dice, eyes(&e, SIM_OUTLET[o].trade)))
			continue;
		item.outlet = o;
		item.due = e.day + sim_wait(&m->dice, m->noise->late) +
			   (SIM_OUTLET[o].trade == SIM_ANALYST);
		item.voice = sim_chance(&m->dice, 60) ? SIM_RESIDENTS
						      : SIM_OWN;
		ok = add(m, item);
	}
	if (!ok || e.false_ || e.kind == SIM_FIGHT || e.actor == t->owner ||
	    !sim_chance(&m->dice, 400))
		return ok;
	item.voice = SIM_GOVERNOR;
	item.whose = t->owner;
	item.due = e.day + sim_wait(&m->dice, 3);
	return quoted(m, item);
}

/* An attacker's ministry announces what has not come. */
static bool boast(struct sim_maker *m, uint32_t town, int32_t day)
{
	struct sim_war *w = &m->p->war;
	size_t at = sim_at(w, town, day);
	struct sim_event *e;

	if (!w->attacker[at] || w->attacker[at] == w->holder[at] ||
	    !sim_chance(&m->dice, m->noise->boast))
		return true;
	e = SR_PUSH(m->mem, &w->events);
	if (!e)
		return false;
	*e = (struct sim_event){ .kind = SIM_CAPTURE,
				 .actor = w->attacker[at],
				 .target = w->holder[at],
				 .false_ = true,
				 .town = town,
				 .day = day };
	return true;
}

/* "Our troops hold the town", which may have been lost days ago. */
static bool ministry_holds(struct sim_maker *m, uint32_t town, int32_t day)
{
	const struct sim_war *w = &m->p->war;
	int32_t back = sim_chance(&m->dice, m->noise->deny / 2)
			       ? sim_range(&m->dice, 0, 6)
			       : 0;
	int32_t then = day - back < 0 ? 0 : day - back;
	uint8_t side = w->holder[sim_at(w, town, then)];
	struct sim_item item = { .due = day,
				 .outlet = side == SIM_A ? 0 : 1,
				 .whose = side,
				 .side = side,
				 .slant = SIM_HOLDS,
				 .event = SIM_NONE,
				 .town = town };

	if (!w->attacker[sim_at(w, town, then)] ||
	    (side != SIM_A && side != SIM_B) || !sim_chance(&m->dice, 200))
		return true;
	if (!add(m, item))
		return false;
	item.voice = SIM_MINISTER;
	return quoted(m, item);
}

/* Analysts list who holds what, some days after the last change as well. */
static bool analyst_holds(struct sim_maker *m, uint32_t town, int32_t day)
{
	const struct sim_war *w = &m->p->war;
	int32_t then = day - 8 < 0 ? 0 : day - 8;
	bool busy = w->attacker[sim_at(w, town, day)] ||
		    w->attacker[sim_at(w, town, then)] ||
		    w->holder[sim_at(w, town, then)] !=
			    w->holder[sim_at(w, town, day)];

	for (uint8_t o = 0; o < SIM_OUTLETS; o++) {
		struct sim_item item = { .due = day + 1,
					 .outlet = o,
					 .slant = SIM_HOLDS,
					 .event = SIM_NONE,
					 .town = town };
		item.side = w->holder[sim_at(w, town, day)];
		if (SIM_OUTLET[o].trade != SIM_ANALYST || !item.side ||
		    !sim_chance(&m->dice, busy ? 120 : 8))
			continue;
		if (!add(m, item))
			return false;
	}
	return true;
}

static bool totals(struct sim_maker *m, int32_t day)
{
	bool ok = true;

	for (uint8_t o = 0; ok && o < SIM_OUTLETS; o++) {
		enum sim_trade trade = SIM_OUTLET[o].trade;
		struct sim_item item = { .due = day,
					 .outlet = o,
					 .slant = SIM_TOTALS,
					 .event = SIM_NONE };
		if (trade == SIM_MINISTRY && day % 7 == 6) {
			item.whose = SIM_OUTLET[o].side;
			item.side = o == 0 ? SIM_B : SIM_A;
			struct sim_item said = item;
			said.voice = SIM_MINISTER;
			ok = add(m, item) && quoted(m, said);
		}
		if (trade == SIM_MINISTRY && day % 30 == 29) {
			item.side = SIM_OUTLET[o].side;
			ok = ok && add(m, item);
		}
		for (uint8_t s = SIM_A; trade == SIM_ANALYST && s <= SIM_B; s++)
			if (day % 15 == 14) {
				item.side = s;
				ok = ok && add(m, item);
			}
	}
	return ok;
}

static int order(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int by_day(const void *pa, const void *pb)
{
	const struct sim_item *a = pa, *b = pb;
	int c = order(a->due, b->due);

	if (c || (c = order(a->outlet, b->outlet)) ||
	    (c = order(a->town, b->town)) || (c = order(a->event, b->event)))
		return c;
	if ((c = order(a->voice, b->voice)) || (c = order(a->slant, b->slant)))
		return c;
	return (c = order(a->whose, b->whose)) ? c : order(a->side, b->side);
}

bool sim_spread(struct sim_maker *m)
{
	const struct sim_war *w = &m->p->war;
	bool ok = true;

	for (int32_t day = 0; ok && day < w->ndays; day++)
		for (uint32_t t = 0; ok && t < w->ntown; t++)
			ok = boast(m, t, day) && ministry_holds(m, t, day) &&
			     analyst_holds(m, t, day);
	for (uint32_t i = 0; ok && i < w->events.nitem; i++)
		ok = ministries_say(m, i) && others_say(m, i);
	for (int32_t day = 0; ok && day < w->ndays; day++)
		ok = totals(m, day);
	if (ok && m->items.nitem)
		qsort(m->items.items, m->items.nitem, sizeof(*m->items.items),
		      by_day);
	return ok;
}
