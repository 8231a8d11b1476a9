#include "sim/war.h"

#include <stdio.h>
#include <string.h>

#include "base/calendar.h"
#include "base/geo.h"

/* Where a campaign against a town stands. */
struct campaign {
	uint8_t by, holder; /* attacker; who held it when it began */
	int32_t inside, end; /* first day of fighting inside; the last day */
	int32_t gone;	     /* days that the town stands empty at the end */
	enum { CAPTURE, REPULSE, WITHDRAWAL } outcome;
	int32_t again;	/* a counter-attack begins on that day */
	uint8_t avenger; /* and who begins it; 0: none */
};

struct maker {
	struct sim_war *w;
	struct sr_arena *mem;
	struct sim_dice dice;
	struct campaign *campaign; /* of each town */
};

const char *sim_side_code(unsigned side)
{
	static const char *const CODE[] = { "", "XA", "XB", "XG" };

	return CODE[side];
}

const char *sim_side_name(unsigned side)
{
	static const char *const NAME[] = { "nobody", "Avonia", "Bretia",
					    "Gannet Front" };

	return NAME[side];
}

const char *sim_side_adjective(unsigned side)
{
	static const char *const NAME[] = { "unknown", "Avonian", "Bretian",
					    "Gannet" };

	return NAME[side];
}

/* The map */

static void name_town(struct maker *m, struct sim_town *t)
{
	static const char *const FIRST[] = {
		"Bar", "Kel", "Dor", "Mis", "Tal", "Ver", "Zan", "Lub",
		"Ost", "Gre", "Ham", "Ril", "Sov", "Ned", "Pav", "Irk",
	};
	static const char *const MIDDLE[] = { "a",  "o",  "en", "is",
					      "ul", "am", "or", "ek" };
	static const char *const LAST[] = { "vka", "dal", "rin", "tova",
					    "mar", "nik", "sel", "gor",
					    "ban", "zha", "lo",  "thal" };

	/* one by one: the order of arguments is the compiler's */
	const char *last = LAST[sim_below(&m->dice, 12)];
	const char *middle = MIDDLE[sim_below(&m->dice, 8)];
	const char *first = FIRST[sim_below(&m->dice, 16)];
	snprintf(t->name, sizeof(t->name), "%s%s%s", first, middle, last);
}

/* Every fourth town stands 3 to 11 km from one that is there already. */
static void put_town(struct maker *m, uint32_t i)
{
	struct sim_town *t = &m->w->town[i];
	double side = 1.0; /* of the map, in degrees: grows with the towns */

	while (side * side * 6 < m->w->ntown)
		side += 0.25;
	name_town(m, t);
	t->id = 900000000 + i;
	t->lat = 44.0 + side * sim_range(&m->dice, 0, 9999) / 10000.0;
	t->lon = 30.0 + side * 1.4 * sim_range(&m->dice, 0, 9999) / 10000.0;
	if (i && sim_chance(&m->dice, 250)) {
		const struct sim_town *o = &m->w->town[sim_below(&m->dice, i)];
		int32_t far = sim_range(&m->dice, 30, 110);
		uint32_t way = sim_below(&m->dice, 360);
		struct sr_point p =
			sr_geo_move((struct sr_point){ o->lat, o->lon },
				    (double)way, far / 10.0);
		t->lat = p.lat;
		t->lon = p.lon;
	}
	t->owner = t->lon < 30.0 + side * 0.7 ? SIM_A : SIM_B;
}

static double km_between(const struct sim_town *a, const struct sim_town *b)
{
	return sr_geo_rough_km((struct sr_point){ a->lat, a->lon },
			       (struct sr_point){ b->lat, b->lon });
}

static bool find_neighbours(struct maker *m)
{
	struct sim_war *w = m->w;

	for (uint32_t i = 0; i < w->ntown; i++) {
		struct sim_town *t = &w->town[i];
		double least = 1e9;
		t->reach = SR_NEW(m->mem, uint32_t, w->ntown);
		for (uint32_t k = 0; t->reach && k < w->ntown; k++) {
			double km = k == i ? 1e9 : km_between(t, &w->town[k]);
			if (km < least) {
				least = km;
				t->near = k;
			}
			if (km < SIM_REACH_KM)
				t->reach[t->nreach++] = k;
		}
		if (!t->reach)
			return false;
	}
	return true;
}

/* What happens */

static struct sim_event *happen(struct maker *m, enum sim_kind kind,
				uint32_t town, int32_t day)
{
	struct sim_event *e = SR_PUSH(m->mem, &m->w->events);

	if (e)
		*e = (struct sim_event){ .kind = kind,
					 .town = town,
					 .day = day };
	return e;
}

/* Small as a rule, now and then large. */
static int32_t toll(struct sim_dice *d)
{
	int32_t n = sim_wait(d, 15);

	while (n && n < 200 && sim_chance(d, 220))
		n = n * 2 + sim_range(d, 0, 2);
	return n;
}

static bool strike(struct maker *m, uint32_t town, int32_t day, uint8_t by)
{
	struct sim_dice *d = &m->dice;
	struct sim_event *e =
		happen(m, sim_chance(d, 650) ? SIM_SHELLING : SIM_AIR, town,
		       day);

	if (!e)
		return false;
	e->actor = by;
	e->target = m->w->holder[sim_at(m->w, town, day)];
	e->killed = sim_chance(d, 600) ? toll(d) : 0;
	e->wounded = toll(d) + e->killed * sim_range(d, 0, 3);
	e->damaged = sim_wait(d, 20);
	return true;
}

static bool fight(struct maker *m, uint32_t town, int32_t day, uint8_t by,
		  uint8_t against)
{
	struct sim_event *e = happen(m, SIM_FIGHT, town, day);

	if (!e)
		return false;
	e->actor = by;
	e->target = against;
	e->killed = sim_chance(&m->dice, 300) ? toll(&m->dice) : 0;
	e->wounded = e->killed * sim_range(&m->dice, 1, 3);
	return true;
}

static bool change(struct maker *m, uint32_t town, int32_t day, uint8_t to,
		   bool fought)
{
	uint8_t *h = &m->w->holder[sim_at(m->w, town, day)];
	uint8_t from = *h;
	struct sim_event *e = happen(m, to ? SIM_CAPTURE : SIM_LEAVE, town,
				     day);

	*h = to;
	if (!e)
		return false;
	e->actor = to ? to : from;
	e->target = to ? from : 0;
	e->fought = fought;
	return true;
}

/* Campaigns */

static uint8_t enemy_near(struct maker *m, uint32_t town, int32_t day)
{
	const struct sim_town *t = &m->w->town[town];
	uint8_t own = m->w->holder[sim_at(m->w, town, day)];
	uint32_t start = sim_below(&m->dice, (uint32_t)t->nreach);

	for (size_t i = 0; i < t->nreach; i++) {
		uint32_t k = t->reach[(i + start) % t->nreach];
		uint8_t h = m->w->holder[sim_at(m->w, k, day)];
		if (h && h != own)
			return h;
	}
	return 0;
}

static void begin(struct maker *m, uint32_t town, int32_t day, uint8_t by,
		  bool counter)
{
	struct sim_dice *d = &m->dice;
	struct campaign *c = &m->campaign[town];
	int32_t luck = sim_range(d, 0, 99);

	*c = (struct campaign){ .by = by };
	c->holder = m->w->holder[sim_at(m->w, town, day)];
	c->inside = day + (counter ? sim_range(d, 0, 2) : sim_wait(d, 40));
	c->end = c->inside + (sim_chance(d, 400) ? 0 : sim_wait(d, 30));
	c->outcome = luck < (counter ? 50 : 60) ? CAPTURE
		     : luck < 85		? REPULSE
						: WITHDRAWAL;
	if (c->outcome == WITHDRAWAL)
		c->gone = sim_wait(d, 10);
}

static bool finish(struct maker *m, uint32_t town, int32_t day)
{
	struct campaign *c = &m->campaign[town];
	bool fought = c->end > c->inside, ok = true;
	uint8_t loser = c->holder;

	if (c->outcome == REPULSE) {
		*c = (struct campaign){ 0 };
		return true;
	}
	/* Who comes on the day on which the other goes makes one happening. */
	if (c->outcome == WITHDRAWAL && day == c->end && c->gone)
		ok = change(m, town, day, SIM_NOBODY, false);
	if (day < c->end + c->gone)
		return ok;
	ok = ok && change(m, town, day, c->by, fought);
	*c = (struct campaign){ 0 };
	if (loser && sim_chance(&m->dice, 300)) {
		c->again = day + sim_range(&m->dice, 1, 12);
		c->avenger = loser;
	}
	return ok;
}

static bool go_on(struct maker *m, uint32_t town, int32_t day)
{
	struct campaign *c = &m->campaign[town];
	struct sim_war *w = m->w;
	bool ok = true;

	w->attacker[sim_at(w, town, day)] = c->by;
	if (day >= c->inside && day <= c->end && c->end > c->inside &&
	    c->outcome != WITHDRAWAL)
		w->inside[sim_at(w, town, day)] = c->by;
	/* On the day of a capture the fighting is part of it. */
	if ((day < c->end || c->outcome == REPULSE) &&
	    sim_chance(&m->dice, day < c->inside ? 450 : 800))
		ok = fight(m, town, day, c->by, c->holder);
	if (ok && sim_chance(&m->dice, 300))
		ok = strike(m, town, day, c->by);
	return ok && (day < c->end || finish(m, town, day));
}

/* A town's day without a campaign: one may begin; the holder may go of its own
 * accord; strikes and abuses. */
static bool quiet_day(struct maker *m, uint32_t town, int32_t day)
{
	struct campaign *c = &m->campaign[town];
	struct sim_dice *d = &m->dice;
	uint8_t *h = &m->w->holder[sim_at(m->w, town, day)];
	uint8_t enemy = enemy_near(m, town, day);

	if (c->avenger && day >= c->again) {
		begin(m, town, day, c->avenger, true);
		return go_on(m, town, day);
	}
	if (enemy && !c->avenger && sim_chance(d, 22)) {
		begin(m, town, day, enemy, false);
		return go_on(m, town, day);
	}
	if (enemy && sim_below(d, 2000) < 3 && *h) {
		uint8_t back = sim_chance(d, 300) ? *h : enemy;
		if (!change(m, town, day, SIM_NOBODY, false))
			return false;
		*c = (struct campaign){ .by = back,
					.inside = day,
					.end = day,
					.gone = sim_wait(d, 15) + 1,
					.outcome = WITHDRAWAL };
		return true;
	}
	if (sim_chance(d, enemy ? 50 : 6) &&
	    !strike(m, town, day, enemy		? enemy
				  : *h == SIM_A ? SIM_B
						: SIM_A))
		return false;
	if (sim_below(d, 2000) < 4) {
		struct sim_event *e = happen(
			m, sim_chance(d, 500) ? SIM_ABUSE : SIM_MINE, town, day);
		if (!e)
			return false;
		e->actor = *h;
		e->killed = toll(d) + 1;
		e->wounded = sim_wait(d, 10);
	}
	return true;
}

static bool live(struct maker *m, uint32_t town, int32_t day)
{
	struct sim_war *w = m->w;
	const struct campaign *c = &m->campaign[town];

	if (day)
		w->holder[sim_at(w, town, day)] =
			w->holder[sim_at(w, town, day - 1)];
	/* An empty town that somebody is on the way to. */
	if (c->by && c->outcome == WITHDRAWAL && day > c->end)
		return finish(m, town, day);
	return c->by ? go_on(m, town, day) : quiet_day(m, town, day);
}

static void lose(struct maker *m, int32_t day)
{
	struct sim_war *w = m->w;

	for (unsigned s = SIM_A; s < SIM_SIDES; s++) {
		int32_t busy = 0;
		for (uint32_t t = 0; t < w->ntown; t++) {
			size_t i = sim_at(w, t, day);
			busy += w->attacker[i] == s ||
				(w->attacker[i] && w->holder[i] == s);
		}
		w->loss[s][SIM_KILLED][day] = sim_wait(&m->dice, 60);
		w->loss[s][SIM_KILLED][day] += busy * toll(&m->dice);
		w->loss[s][SIM_TANK][day] = sim_wait(&m->dice, 5 + 5 * busy);
		w->loss[s][SIM_VEHICLE][day] =
			sim_wait(&m->dice, 10 + 10 * busy);
	}
}

static bool make_room(struct maker *m)
{
	struct sim_war *w = m->w;
	size_t n = (size_t)w->ntown * (size_t)w->ndays;

	w->town = SR_NEW(m->mem, struct sim_town, w->ntown);
	m->campaign = SR_NEW(m->mem, struct campaign, w->ntown);
	w->holder = SR_NEW(m->mem, uint8_t, n);
	w->inside = SR_NEW(m->mem, uint8_t, n);
	w->attacker = SR_NEW(m->mem, uint8_t, n);
	for (unsigned s = 0; s < SIM_SIDES; s++)
		for (unsigned c = 0; c < SIM_CATEGORIES; c++)
			w->loss[s][c] =
				SR_NEW(m->mem, int32_t, (size_t)w->ndays);
	return w->town && m->campaign && w->holder && w->inside &&
	       w->attacker && !m->mem->full;
}

bool sim_war_make(struct sim_war *w, uint32_t ntown, int32_t ndays,
		  uint64_t seed, struct sr_arena *mem)
{
	struct maker m = { .w = w, .mem = mem, .dice = { seed } };
	bool ok;

	*w = (struct sim_war){ .ntown = ntown, .ndays = ndays };
	w->first = sr_day_of((struct sr_date){ 2011, 3, 1 });
	ok = make_room(&m);
	for (uint32_t i = 0; ok && i < ntown; i++)
		put_town(&m, i);
	ok = ok && find_neighbours(&m);
	for (uint32_t i = 0; ok && i < ntown; i++)
		w->holder[sim_at(w, i, 0)] =
			sim_chance(&m.dice, 60) ? SIM_G : w->town[i].owner;
	for (int32_t day = 0; ok && day < ndays; day++) {
		for (uint32_t i = 0; ok && i < ntown; i++)
			ok = live(&m, i, day);
		lose(&m, day);
	}
	return ok;
}
