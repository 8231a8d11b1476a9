#include <stdlib.h>

#include "base/str.h"
#include "fuse/control.h"
#include "sim/score.h"
#include "sim/simple.h"

#define LIVE_STEP 3 /* days between two looks at what was known */

struct work {
	const struct sim_press *p;
	struct sr_arena *mem;	 /* of this score */
	struct sr_arena scratch; /* of one fusion, emptied after it */
	uint8_t *all[SIM_WAYS];	 /* what each way makes of everything */
	uint8_t *live[SIM_WAYS]; /* and of what was published by the day */
};

const char *sim_way_name(enum sim_way way)
{
	static const char *const NAME[] = { "sitrep", "last writer",
					    "last word", "vote" };

	return NAME[way];
}

/* The claims that were published by then. */
static bool known_on(const struct sr_records *all, int32_t day,
		     struct sr_records *out, struct sr_arena *mem)
{
	*out = *all;
	out->claims.items = SR_NEW(mem, struct sr_record, all->claims.nitem);
	out->claims.nitem = 0;
	if (!out->claims.items)
		return false;
	for (size_t i = 0; i < all->claims.nitem; i++) {
		const struct sr_record *r = &all->claims.items[i];
		if (sr_filed_of(all, r)->report.published.to <= day)
			out->claims.items[out->claims.nitem++] = *r;
	}
	return true;
}

static bool names(struct sr_str text, const char *name)
{
	size_t n = strlen(name);

	for (size_t i = 0; i + n <= text.n; i++)
		if (memcmp(text.s + i, name, n) == 0)
			return true;
	return false;
}

/* Whose side a claim is told from, as far as the speaker's name, or that of a
 * publisher who speaks itself, says so. */
static struct sr_str side_of_speaker(const struct sr_records *r, size_t i)
{
	const struct sr_record *rec = &r->claims.items[i];
	struct sr_str who = rec->claim.speaker;

	if (!who.n)
		who = sr_filed_of(r, rec)->report.publisher;
	for (unsigned side = SIM_A; side < SIM_SIDES; side++)
		if (names(who, sim_side_name(side)) ||
		    names(who, sim_side_adjective(side)))
			return sr_str_of(sim_side_code(side));
	return (struct sr_str){ NULL, 0 };
}

/* All that fusion goes by. */
struct known {
	const struct sr_records *records;
	struct sr_voices voices;
	struct sr_trust trust;
	struct sr_spot_groups groups;
	struct sr_control_in in;
};

static bool know(const struct sr_records *r, struct sr_arena *mem,
		 struct known *k)
{
	size_t n = r->claims.nitem;
	struct sr_str *spoke = SR_NEW(mem, struct sr_str, n);

	for (size_t i = 0; spoke && i < n; i++)
		spoke[i] = side_of_speaker(r, i);
	k->records = r;
	k->in = (struct sr_control_in){ .records = r,
					.voices = &k->voices,
					.spoke = spoke };
	if (!spoke || sr_group_places(r, mem, &k->groups, NULL) ||
	    sr_voices(r, mem, &k->voices, NULL) ||
	    sr_trust(&k->in, &k->groups, mem, &k->trust, NULL))
		return false;
	k->in.trust = &k->trust;
	return true;
}

/* Is anything said of the holder? Before the first change nothing may be. */
static bool is_said(const struct sr_spell *s)
{
	return s->kind != SR_HOLD_ASSUMED;
}

/* The days of one town from its group of claims, by each way. */
static bool fill_town(struct work *w, const struct known *k,
		      const struct sr_spot_group *g, struct sr_days days,
		      uint8_t *const out[SIM_WAYS])
{
	const struct sim_war *war = &w->p->war;
	uint32_t town = (uint32_t)(g->place->id - war->town[0].id);
	uint8_t owner = war->holder[sim_at(war, town, 0)];
	struct sr_control control;
	struct sim_words words;
	size_t other;

	if (sr_control(&k->in, g, &w->scratch, &control, NULL) ||
	    !sim_words_of(k->records, g, war->first, &w->scratch, &words))
		return false;
	for (int32_t day = days.from; day <= days.to; day++) {
		size_t i = sr_control_on(&control, war->first + day, &other);
		size_t at = sim_at(war, town, day);
		if (i != SIZE_MAX && is_said(&control.spells.items[i]))
			out[SIM_OURS][at] =
				sim_side_of(control.spells.items[i].holder);
		out[SIM_WRITER][at] = sim_last_writer(&words, day, owner);
		out[SIM_LAST][at] = sim_last_word(&words, day, owner);
		out[SIM_VOTE][at] = sim_most_votes(&words, day, owner);
	}
	return true;
}

/* Those days of all towns. Who held them when the war began is known to all ways
 * alike: whoever speaks of that first would seem to tell of a change. */
static bool fill(struct work *w, const struct sr_records *r,
		 struct sr_days days, uint8_t *const out[SIM_WAYS])
{
	const struct sim_war *war = &w->p->war;
	struct known k;
	bool ok;

	for (unsigned way = 0; way < SIM_WAYS; way++)
		for (uint32_t t = 0; t < war->ntown; t++)
			for (int32_t day = days.from; day <= days.to; day++)
				out[way][sim_at(war, t, day)] =
					war->holder[sim_at(war, t, 0)];
	ok = know(r, &w->scratch, &k);
	for (size_t i = 0; ok && i < k.groups.items.nitem; i++)
		if (k.groups.items.items[i].place->id)
			ok = fill_town(w, &k, &k.groups.items.items[i], days,
				       out);
	return ok;
}

static bool fill_all(struct work *w)
{
	const struct sim_war *war = &w->p->war;
	size_t n = (size_t)war->ntown * (size_t)war->ndays;
	struct sr_records known;
	bool ok = true;

	for (unsigned way = 0; way < SIM_WAYS; way++) {
		w->all[way] = SR_NEW(w->mem, uint8_t, n);
		w->live[way] = SR_NEW(w->mem, uint8_t, n);
	}
	ok = !w->mem->full &&
	     fill(w, &w->p->records, (struct sr_days){ 0, war->ndays - 1 },
		  w->all);
	for (int32_t day = 0; ok && day < war->ndays; day += LIVE_STEP) {
		sr_arena_reset(&w->scratch);
		ok = known_on(&w->p->records, war->first + day, &known,
			      &w->scratch) &&
		     fill(w, &known, (struct sr_days){ day, day }, w->live);
	}
	return ok;
}

static double share(double part, double whole)
{
	return whole > 0 ? part / whole : 0;
}

static void score_days(const struct work *w, unsigned way,
		       struct sim_control_score *s)
{
	const struct sim_war *war = &w->p->war;
	uint32_t right = 0, live = 0, nlive = 0;

	for (uint32_t t = 0; t < war->ntown; t++)
		for (int32_t day = 0; day < war->ndays; day++) {
			size_t i = sim_at(war, t, day);
			right += w->all[way][i] == war->holder[i];
			if (day % LIVE_STEP)
				continue;
			nlive++;
			live += w->live[way][i] == war->holder[i];
		}
	s->right = share(right, war->ntown * (double)war->ndays);
	s->known = share(live, nlive);
}

/* The change to a side on the day, of a series: the holder differs from that
 * of the day before. 0: none. */
static uint8_t change_on(const struct sim_war *war, const uint8_t *series,
			 uint32_t town, int32_t day)
{
	size_t i = sim_at(war, town, day);

	return day > 0 && series[i] != series[i - 1] ? series[i] : 0;
}

/* The nearest day within the tolerance on which the series changes to that
 * side and that no other change has taken yet; -1. */
static int32_t nearest(const struct sim_war *war, const uint8_t *series,
		       const bool *taken, const int32_t at[3])
{
	for (int32_t off = 0; off <= SIM_TOLERANCE; off++)
		for (int sign = -1; sign <= 1; sign += 2) {
			int32_t day = at[1] + sign * off;
			if (day > 0 && day < war->ndays && !taken[day] &&
			    change_on(war, series, (uint32_t)at[0], day) ==
				    at[2])
				return day;
		}
	return -1;
}

static bool score_changes(struct work *w, unsigned way,
			  struct sim_control_score *s)
{
	const struct sim_war *war = &w->p->war;
	uint32_t found = 0;
	int64_t off = 0;
	bool *taken;

	for (uint32_t t = 0; t < war->ntown; t++) {
		taken = SR_NEW(w->mem, bool, (size_t)war->ndays);
		if (!taken)
			return false;
		for (int32_t day = 1; day < war->ndays; day++) {
			uint8_t to = change_on(war, war->holder, t, day);
			s->ntold += change_on(war, w->all[way], t, day) != 0;
			if (!to)
				continue;
			s->nchange++;
			int32_t got =
				nearest(war, w->all[way], taken,
					(int32_t[]){ (int32_t)t, day, to });
			if (got < 0)
				continue;
			taken[got] = true;
			found++;
			off += abs(got - day);
		}
	}
	s->found = share(found, s->nchange);
	s->sure = share(found, s->ntold);
	s->f1 = share(2 * s->found * s->sure, s->found + s->sure);
	s->off = share((double)off, found);
	s->nfalse = s->ntold - found;
	return true;
}

/* How long after a change, which lasts for 30 days at most, the way shows it
 * from what was published (delay), and how long until it goes on doing so
 * (settled: a way that turns with every word is soon right by chance). A change
 * that is never shown counts with all its days. */
static void delay_of(const struct work *w, unsigned way, const int32_t at[3],
		     int64_t sum[2])
{
	const struct sim_war *war = &w->p->war;
	int32_t end = at[1], shown = -1, since = at[1];

	for (; end < war->ndays && end < at[1] + 30; end++) {
		size_t i = sim_at(war, (uint32_t)at[0], end);
		if (war->holder[i] != at[2])
			break;
		if (end % LIVE_STEP)
			continue;
		if (w->live[way][i] != at[2])
			since = end + 1;
		else if (shown < 0)
			shown = end;
	}
	sum[0] += (shown < 0 ? end : shown) - at[1];
	sum[1] += since - at[1];
}

static void score_delay(const struct work *w, unsigned way,
			struct sim_control_score *s)
{
	const struct sim_war *war = &w->p->war;
	int64_t sum[2] = { 0, 0 };
	uint32_t n = 0;

	for (uint32_t t = 0; t < war->ntown; t++)
		for (int32_t day = 1; day < war->ndays; day++) {
			uint8_t to = change_on(war, war->holder, t, day);
			if (!to)
				continue;
			delay_of(w, way, (int32_t[]){ (int32_t)t, day, to },
				 sum);
			n++;
		}
	s->delay = share((double)sum[0], n);
	s->settled = share((double)sum[1], n);
}

bool sim_score_control(const struct sim_press *p,
		       struct sim_control_score out[SIM_WAYS],
		       struct sr_arena *mem)
{
	struct work w = { .p = p, .mem = mem };
	bool ok;

	sr_arena_init(&w.scratch, (size_t)1 << 32);
	ok = fill_all(&w);
	for (unsigned way = 0; ok && way < SIM_WAYS; way++) {
		out[way] = (struct sim_control_score){ 0 };
		score_days(&w, way, &out[way]);
		ok = score_changes(&w, way, &out[way]);
		score_delay(&w, way, &out[way]);
	}
	sr_arena_release(&w.scratch);
	return ok;
}
