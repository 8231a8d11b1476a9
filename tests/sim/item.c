/* What an outlet writes of an item: claims, with the errors of the outlet. One
 * item errs as a whole: what it says of the wrong town, it says all of it. */
#include "base/calendar.h"
#include "base/geo.h"
#include "base/str.h"
#include "sim/work.h"

/* The item, as this outlet has understood it. */
struct told {
	struct sim_maker *m;
	struct sim_draft *d;
	const struct sim_item *item;
	const struct sim_event *e; /* NULL with HOLDS and TOTALS */
	uint32_t own;
	uint8_t actor, target;
	uint32_t town;
	struct sr_days days;
	uint8_t basis;
	bool unplaced;
	int32_t permille; /* of true numbers */
};

/* Of this outlet: careless ones err three times as often, ministries of their
 * own doings and analysts half as often. */
static bool errs(const struct told *t, int32_t permille)
{
	switch (SIM_OUTLET[t->d->outlet].trade) {
	case SIM_CARELESS:
		permille *= 3;
		break;
	case SIM_MINISTRY:
	case SIM_ANALYST:
		permille /= 2;
		break;
	case SIM_STATE:
	case SIM_WIRE:
	case SIM_PAPER:
		break;
	}
	return sim_chance(&t->m->dice, permille > 900 ? 900 : permille);
}

static void tell_days(struct told *t, int32_t day)
{
	const struct sim_noise *n = t->m->noise;
	int32_t pub = t->d->published;

	day += t->m->p->war.first;
	if (errs(t, n->wrong_day))
		day += sim_range(&t->m->dice, -6, 4);
	if (day > pub)
		day = pub;
	t->days = (struct sr_days){ day, day };
	t->basis = pub - day < 7 && sim_chance(&t->m->dice, 500)
			   ? SR_BASIS_RELATIVE
			   : SR_BASIS_EXPLICIT;
	if (t->item->slant != SIM_BACK && pub - day < 10 &&
	    errs(t, n->undated)) {
		t->days = (struct sr_days){ pub, pub };
		t->basis = SR_BASIS_REPORT;
	} else if (errs(t, n->vague)) {
		t->days.from -= sim_range(&t->m->dice, 0, 5);
		t->days.to += sim_range(&t->m->dice, 1, 5);
		if (t->days.to > pub)
			t->days.to = pub;
		t->basis = SR_BASIS_RELATIVE;
	}
}

static uint8_t other_side(uint8_t side)
{
	return side == SIM_A ? SIM_B : SIM_A;
}

static void understand(struct told *t)
{
	const struct sim_noise *n = t->m->noise;

	t->town = t->item->town;
	t->permille = 1000;
	if (errs(t, n->wrong_town))
		t->town = t->m->p->war.town[t->town].near;
	if (t->e) {
		t->actor = t->e->actor;
		t->target = t->e->target;
		tell_days(t, t->e->day);
	} else {
		t->actor = t->item->side;
		t->days = (struct sr_days){ t->d->published, t->d->published };
		t->basis = SR_BASIS_REPORT;
	}
	if (errs(t, n->wrong_side)) {
		uint8_t actor = t->actor;
		t->actor = t->target ? t->target : other_side(actor);
		t->target = t->target ? actor : 0;
	}
	if (errs(t, n->wrong_number))
		t->permille = sim_range(&t->m->dice, 300, 1900);
	t->unplaced = errs(t, n->unplaced);
}

/* Slots */

static void set_party(struct sr_party_slot *p, bool *has, uint8_t side)
{
	static const char *const FORCES[] = { "", "Avonian forces",
					      "Bretian forces",
					      "the Gannet Front" };

	*has = side != SIM_NOBODY;
	p->name = sr_str_of(FORCES[side]);
	p->side = sr_str_of(sim_side_code(side));
}

static void set_civilians(struct sr_claim *c)
{
	c->has_target = true;
	c->target.name = SR_STR("civilians");
	c->target.side = SR_STR("CIV");
}

/* A town that is unclear has its name and a coarse point, or only its name. */
static void set_place(const struct told *t, struct sr_claim *c)
{
	const struct sim_town *town = &t->m->p->war.town[t->town];
	struct sr_point p = { town->lat, town->lon };

	c->has_place = true;
	c->place.role = SR_ROLE_AT;
	c->place.name = sr_str_of(town->name);
	c->place.country = sr_str_of(sim_side_code(town->owner));
	if (!t->unplaced) {
		c->place.id = town->id;
		c->place.has_point = true;
		c->place.lat = p.lat;
		c->place.lon = p.lon;
		c->place.radius_km = 3;
		return;
	}
	c->place.has_point = town->id % 2 == 0;
	if (!c->place.has_point)
		return;
	uint32_t km = sim_below(&t->m->dice, 12);
	uint32_t way = sim_below(&t->m->dice, 360);
	p = sr_geo_move(p, (double)way, (double)km);
	c->place.lat = p.lat;
	c->place.lon = p.lon;
	c->place.radius_km = 25;
}

static void set_voice(struct told *t, struct sim_line *line)
{
	static const char *const MINISTER[][2] = {
		{ "", "" },
		{ "Ministry of Defence of Avonia", "Avonia's defence ministry" },
		{ "Ministry of Defence of Bretia", "Bretia's defence ministry" },
		{ "Gannet Front", "Gannet Front" },
	};
	static const char *const OFFICE[] = { "", "XA defence ministry",
					      "XB defence ministry",
					      "Gannet Front" };
	static const char *const GOVERNOR[][3] = {
		{ "", "", "" },
		{ "the governor of Westmark", "the governor of Lakeside",
		  "the governor of Greater Kelvar" },
		{ "the governor of Eastmark", "the governor of Highmoor",
		  "the governor of the Dorin district" },
		{ "", "", "" },
	};
	const struct sim_item *item = t->item;
	uint32_t district = item->town % 3;

	line->label.origin = t->own;
	if (SIM_OUTLET[t->d->outlet].trade == SIM_MINISTRY)
		line->label.origin = 0x80000000u | item->outlet;
	if (item->voice == SIM_MINISTER) {
		line->label.origin = 0x80000000u | (item->whose == SIM_B);
		line->claim.speaker = sr_str_of(
			MINISTER[item->whose][sim_chance(&t->m->dice, 300)]);
		/* One in ten is not known for what he is. */
		if (sim_chance(&t->m->dice, 900))
			line->claim.voice = sr_str_of(OFFICE[item->whose]);
	} else if (item->voice == SIM_GOVERNOR) {
		line->label.origin = 0x80000100u + item->whose * 8u + district;
		line->claim.speaker =
			sr_str_of(GOVERNOR[item->whose][district]);
	} else if (item->voice == SIM_RESIDENTS) {
		line->label.origin = 0x40000000u | t->own;
		line->claim.speaker = SR_STR("residents");
		line->claim.voice = SR_STR(SR_VOICE_NOBODY);
	}
}

/* A new line with a claim of that type and what all claims of the item share;
 * NULL without memory. It is void after the next. */
static struct sr_claim *claim(struct told *t, enum sr_type type)
{
	struct sim_line *line = SR_PUSH(t->m->mem, &t->d->lines);
	struct sr_claim *c;

	if (!line)
		return NULL;
	c = &line->claim;
	line->claims = true;
	line->label.event = t->item->event;
	c->type = (uint16_t)type;
	c->status = t->item->slant == SIM_DENIES   ? SR_STATUS_DENIED
		    : t->item->slant == SIM_UNSURE ? SR_STATUS_UNVERIFIED
						   : SR_STATUS_ASSERTED;
	c->days = t->days;
	c->basis = t->basis;
	c->rule = SR_STR("sim");
	c->confidence = 800;
	set_voice(t, line);
	return c;
}

/* A number as it comes to be written: exact, "at least", "about", "dozens". */
static void set_count(struct told *t, struct sr_claim *c, int32_t n,
		      const char *unit)
{
	int64_t v = (int64_t)n * t->permille / 1000;
	int32_t form = sim_range(&t->m->dice, 0, 99);

	v = v < 1 ? 1 : v;
	c->has_count = true;
	c->unit = sr_str_of(unit);
	c->count = (struct sr_count){ v * 1000, v * 1000 };
	if (form < 20)
		c->count.high = SR_COUNT_OPEN_HIGH;
	else if (form < 28 && v >= 10)
		c->count = (struct sr_count){ v * 900, v * 1100 };
	else if (form < 36 && v >= 24 && v < 100)
		c->count = (struct sr_count){ 24000, 99000 };
}

/* The first days know less than the truth. */
static int32_t known_by(struct told *t, int32_t n)
{
	int32_t late = t->d->published - t->m->p->war.first - t->e->day;

	if (late > 2 || n < 3 || sim_chance(&t->m->dice, 500))
		return n;
	return n * sim_range(&t->m->dice, 500, 1000) / 1000;
}

/* Losses of a happening, and the damage. */
static bool tell_toll(struct told *t, bool civilians)
{
	static const enum sr_type TYPE[] = { SR_TYPE_LOSS_KILLED,
					     SR_TYPE_LOSS_WOUNDED };
	int32_t n[] = { t->e->killed, t->e->wounded };

	for (int i = 0; i < 2; i++) {
		struct sr_claim *c;
		if (!n[i] || sim_chance(&t->m->dice, i ? 350 : 150))
			continue;
		c = claim(t, TYPE[i]);
		if (!c)
			return false;
		set_place(t, c);
		set_count(t, c, known_by(t, n[i]), "people");
		set_party(&c->target, &c->has_target, t->target);
		if (civilians)
			set_civilians(c);
	}
	if (!t->e->damaged || sim_chance(&t->m->dice, 500))
		return true;
	struct sr_claim *c = claim(t, SR_TYPE_ATTACK_DAMAGE);
	if (c)
		set_place(t, c);
	return c != NULL;
}

static bool tell_capture(struct told *t)
{
	bool home = t->m->p->war.town[t->town].owner == t->actor;
	struct sr_claim *c;

	if (t->item->slant == SIM_GONE) {
		c = claim(t, SR_TYPE_CONTROL_LEAVE);
		if (!c)
			return false;
		set_place(t, c);
		set_party(&c->actor, &c->has_actor, t->target);
		if (sim_chance(&t->m->dice, 500))
			c->place.role = SR_ROLE_FROM;
		return true;
	}
	c = claim(t, home ? SR_TYPE_CONTROL_RETAKE : SR_TYPE_CONTROL_SEIZE);
	if (!c)
		return false;
	set_place(t, c);
	set_party(&c->actor, &c->has_actor, t->actor);
	if (sim_chance(&t->m->dice, 400))
		set_party(&c->target, &c->has_target, t->target);
	if (t->item->slant != SIM_PLAIN || !t->e->fought ||
	    sim_chance(&t->m->dice, 600))
		return true;
	c = claim(t, SR_TYPE_ATTACK_GROUND);
	if (!c)
		return false;
	set_place(t, c);
	set_party(&c->actor, &c->has_actor, t->actor);
	c->days.from -= sim_range(&t->m->dice, 1, 8);
	/* Days of fighting: whether they are of the capture, opinions differ. */
	t->d->lines.items[t->d->lines.nitem - 1].label.event = SIM_NONE;
	return true;
}

static bool tell_leave(struct told *t)
{
	struct sr_claim *c = claim(t, SR_TYPE_CONTROL_LEAVE);

	if (!c)
		return false;
	set_place(t, c);
	set_party(&c->actor, &c->has_actor, t->actor);
	if (sim_chance(&t->m->dice, 500))
		c->place.role = SR_ROLE_FROM;
	return true;
}

static bool tell_attack(struct told *t)
{
	static const enum sr_type TYPE[] = {
		[SIM_FIGHT] = SR_TYPE_ATTACK_GROUND,
		[SIM_SHELLING] = SR_TYPE_ATTACK_SHELLING,
		[SIM_AIR] = SR_TYPE_ATTACK_AIR,
		[SIM_ABUSE] = SR_TYPE_ATTACK_CIVILIANS,
		[SIM_MINE] = SR_TYPE_ATTACK_EXPLOSIVE,
	};
	bool fight = t->e->kind == SIM_FIGHT;
	struct sr_claim *c = claim(t, TYPE[t->e->kind]);

	if (!c)
		return false;
	set_place(t, c);
	if (t->e->kind != SIM_MINE && !sim_chance(&t->m->dice, 150))
		set_party(&c->actor, &c->has_actor, t->actor);
	if (fight)
		set_party(&c->target, &c->has_target, t->target);
	else if (t->e->killed || t->e->kind == SIM_ABUSE)
		set_civilians(c);
	return t->item->slant == SIM_DENIES || tell_toll(t, !fight);
}

static bool tell_hold(struct told *t)
{
	struct sr_claim *c = claim(t, SR_TYPE_CONTROL_HOLD);

	if (!c)
		return false;
	set_place(t, c);
	set_party(&c->actor, &c->has_actor, t->actor);
	return true;
}

/* Totals since the war began; a ministry makes the other side's larger and its
 * own smaller. Analysts give a range. */
static bool tell_totals(struct told *t)
{
	static const char *const UNIT[] = { "people", "tank",
					    "armoured vehicle" };
	enum sim_trade trade = SIM_OUTLET[t->d->outlet].trade;
	int32_t today = t->d->published - t->m->p->war.first;
	bool own = SIM_OUTLET[t->d->outlet].side == t->item->side;

	t->days.from = t->m->p->war.first;
	t->basis = SR_BASIS_INFERRED;
	for (unsigned k = 0; k < SIM_CATEGORIES; k++) {
		struct sr_claim *c = claim(
			t, k ? SR_TYPE_LOSS_EQUIPMENT : SR_TYPE_LOSS_KILLED);
		int64_t n = 0;
		if (!c)
			return false;
		for (int32_t d = 0; d <= today && d < t->m->p->war.ndays; d++)
			n += t->m->p->war.loss[t->item->side][k][d];
		if (trade != SIM_ANALYST)
			n = own ? n * (1000 - t->m->noise->deny) / 1000
				: n * (1000 + 2 * t->m->noise->deny) / 1000;
		c->has_count = c->count_total = true;
		c->unit = sr_str_of(UNIT[k]);
		c->count = (struct sr_count){ n * 1000, n * 1000 };
		if (trade == SIM_ANALYST)
			c->count = (struct sr_count){ n * 850, n * 1200 };
		set_party(&c->target, &c->has_target, t->item->side);
		if (k)
			c->disposition = SR_STR("destroyed");
	}
	return true;
}

/* An old change of the town, as every story of it tells again. */
static bool tell_back(struct sim_maker *m, struct sim_draft *d, uint32_t own,
		      const struct sim_item *item)
{
	uint32_t old = m->last_change[item->town];
	struct sim_item back = { .due = item->due,
				 .outlet = item->outlet,
				 .slant = SIM_BACK,
				 .event = old,
				 .town = item->town };
	struct told t = { .m = m, .d = d, .item = &back, .own = own };

	if (old == SIM_NONE || old == item->event ||
	    SIM_OUTLET[item->outlet].trade < SIM_WIRE ||
	    !sim_chance(&m->dice, 200))
		return true;
	t.e = &m->p->war.events.items[old];
	understand(&t);
	return t.e->kind == SIM_CAPTURE ? tell_capture(&t) : tell_leave(&t);
}

static void remember(struct sim_maker *m, const struct sim_item *item)
{
	const struct sim_event *e = &m->p->war.events.items[item->event];
	uint32_t *old = &m->last_change[item->town];

	if (e->kind > SIM_LEAVE || e->false_)
		return;
	if (*old == SIM_NONE || m->p->war.events.items[*old].day < e->day)
		*old = item->event;
}

bool sim_write(struct sim_maker *m, struct sim_draft *d, uint32_t own,
	       const struct sim_item *item)
{
	struct told t = { .m = m, .d = d, .item = item, .own = own };
	bool ok;

	if (item->slant == SIM_TOTALS) {
		understand(&t);
		return tell_totals(&t);
	}
	if (item->slant == SIM_HOLDS) {
		understand(&t);
		return tell_hold(&t);
	}
	t.e = &m->p->war.events.items[item->event];
	understand(&t);
	if (t.e->kind == SIM_CAPTURE)
		ok = tell_capture(&t);
	else if (t.e->kind == SIM_LEAVE)
		ok = tell_leave(&t);
	else
		ok = tell_attack(&t);
	ok = ok && tell_back(m, d, own, item);
	remember(m, item);
	return ok;
}
