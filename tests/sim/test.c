/* The made-up war itself; that fusion gives the same whatever the order of the
 * records; that it is ahead of simpler ways at every level of noise. */
#include "base/digest.h"
#include "fuse/control.h"
#include "fuse/incident.h"
#include "fuse/conflict.h"
#include "fuse/losses.h"
#include "lib/check.h"
#include "sim/score.h"

#define SEED 1
#define SEEDS 2

/* Where nobody errs the last writer is right, and nobody can be ahead of him:
 * so much behind is no more than chance. */
#define CLOSE 0.02
#define CLEAN 0

/* What was known by the day is level under much noise: ours waits for a second
 * source. */
#define WAITS 0.02

struct digest {
	char hex[SR_HEX];
};

/* Of the reports and of the names of all claims. */
static struct digest digest_press(const struct sim_press *p)
{
	struct sr_digest d;
	struct digest out;

	sr_digest_init(&d);
	for (size_t i = 0; i < p->records.reports.nitem; i++)
		sr_digest_text(&d, p->records.reports.items[i].sha256);
	for (size_t i = 0; i < p->records.claims.nitem; i++)
		sr_digest_text(&d, p->records.claims.items[i].key);
	sr_digest_end(&d, out.hex);
	return out;
}

static struct digest press_of(unsigned level, uint64_t seed)
{
	struct digest out = { "" };
	struct sr_arena mem;
	struct sim_press p;

	sr_arena_init(&mem, (size_t)1 << 30);
	if (sim_press_make(&p, sim_size_small(), level, seed, &mem))
		out = digest_press(&p);
	sr_arena_release(&mem);
	return out;
}

static void a_seed_is_a_war(void)
{
	struct digest a = press_of(2, 7), b = press_of(2, 7);
	struct digest c = press_of(2, 8), d = press_of(3, 7);

	CHECK(a.hex[0] && strcmp(a.hex, b.hex) == 0);
	CHECK(strcmp(a.hex, c.hex) != 0 && strcmp(a.hex, d.hex) != 0);
}

/* Without noise nobody says what is not so, or names another day for it. */
static void a_clean_press_tells_the_truth(void)
{
	struct sr_arena mem;
	struct sim_press p;
	uint32_t wrong = 0, told = 0;

	sr_arena_init(&mem, (size_t)1 << 30);
	CHECK(sim_press_make(&p, sim_size_small(), 0, 7, &mem));
	for (size_t i = 0; i < p.records.claims.nitem; i++) {
		const struct sr_record *r = &p.records.claims.items[i];
		const struct sim_event *e;
		if (p.label[i].event == SIM_NONE)
			continue;
		e = &p.war.events.items[p.label[i].event];
		told++;
		wrong += e->false_ || r->claim.days.to < p.war.first + e->day ||
			 (r->claim.basis != SR_BASIS_REPORT &&
			  r->claim.days.from > p.war.first + e->day);
	}
	CHECK(told > 1000);
	CHECK_INT(wrong, 0);
	sr_arena_release(&mem);
}

/* Order */

static bool shuffle(const struct sim_press *p, struct sr_records *out,
		    struct sr_arena *mem)
{
	size_t nreport = p->records.reports.nitem;
	size_t nclaim = p->records.claims.nitem;
	uint32_t *to = SR_NEW(mem, uint32_t, nreport);
	struct sim_dice dice = { 99 };

	*out = p->records;
	out->reports.items = SR_NEW(mem, struct sr_filed, nreport);
	out->claims.items = SR_NEW(mem, struct sr_record, nclaim);
	if (mem->full)
		return false;
	for (uint32_t i = 0; i < nreport; i++) {
		uint32_t k = sim_below(&dice, i + 1);
		to[i] = to[k];
		to[k] = i;
	}
	for (uint32_t i = 0; i < nreport; i++)
		out->reports.items[to[i]] = p->records.reports.items[i];
	for (uint32_t i = 0; i < nclaim; i++) {
		uint32_t k = sim_below(&dice, i + 1);
		out->claims.items[i] = out->claims.items[k];
		out->claims.items[k] = p->records.claims.items[i];
		out->claims.items[k].report =
			to[p->records.claims.items[i].report];
	}
	return true;
}

static bool digest_control(const struct sr_records *r,
			   const struct sr_voices *voices, struct sr_digest *d,
			   struct sr_arena *mem)
{
	struct sr_control_in in = { .records = r, .voices = voices };
	struct sr_spot_groups groups;
	struct sr_trust trust;

	if (sr_group_places(r, mem, &groups, NULL) ||
	    sr_trust(&in, &groups, mem, &trust, NULL))
		return false;
	in.trust = &trust;
	for (size_t i = 0; i < groups.items.nitem; i++) {
		struct sr_control c;
		if (sr_control(&in, &groups.items.items[i], mem, &c, NULL))
			return false;
		for (size_t k = 0; k < c.spells.nitem; k++) {
			const struct sr_spell *s = &c.spells.items[k];
			sr_digest_text(d, sr_str_of(s->id));
			sr_digest_int(d, s->kind);
			sr_digest_text(d, s->holder);
			sr_digest_text(d, s->rival);
			sr_digest_int(d, s->from.from);
			sr_digest_int(d, s->from.to);
			sr_digest_int(d, (int64_t)s->grounds.nitem);
		}
	}
	return true;
}

static struct digest digest_fusion(const struct sr_records *r,
				   struct sr_arena *mem)
{
	struct digest out = { "" };
	struct sr_incidents incidents;
	struct sr_losses losses;
	struct sr_voices voices;
	struct sr_losses_in lost = { r, &voices, true };
	struct sr_conflict_in in = { r, &voices, NULL };
	struct sr_conflicts conflicts;
	struct sr_digest d;

	sr_digest_init(&d);
	if (sr_voices(r, mem, &voices, NULL) ||
	    sr_incidents(r, &voices, NULL, mem, &incidents, NULL) ||
	    sr_losses(&lost, mem, &losses, NULL) ||
	    sr_conflicts(&in, mem, &conflicts, NULL) ||
	    !digest_control(r, &voices, &d, mem))
		return out;
	for (size_t i = 0; i < conflicts.items.nitem; i++)
		sr_digest_text(&d, sr_str_of(conflicts.items.items[i].id));
	for (size_t i = 0; i < voices.items.nitem; i++)
		sr_digest_text(&d, voices.items.items[i].key);
	for (size_t i = 0; i < incidents.items.nitem; i++) {
		const struct sr_incident *x = &incidents.items.items[i];
		sr_digest_text(&d, sr_str_of(x->id));
		sr_digest_int(&d, x->standing);
		for (uint32_t k = 0; k < x->nclaim; k++)
			sr_digest_text(&d, r->claims.items[x->claim[k]].key);
	}
	for (size_t i = 0; i < losses.items.nitem; i++)
		sr_digest_int(&d, losses.items.items[i].support.nreport);
	sr_digest_end(&d, out.hex);
	return out;
}

static void order_changes_nothing(void)
{
	struct sr_records turned;
	struct digest a, b;
	struct sr_arena mem;
	struct sim_press p;

	sr_arena_init(&mem, (size_t)1 << 31);
	CHECK(sim_press_make(&p, sim_size_small(), 3, 7, &mem));
	CHECK(sim_find_origins(&p, &mem));
	CHECK(shuffle(&p, &turned, &mem));
	a = digest_fusion(&p.records, &mem);
	b = digest_fusion(&turned, &mem);
	CHECK(a.hex[0]);
	CHECK_STR(sr_str_of(b.hex), a.hex);
	sr_arena_release(&mem);
}

/* Ahead */

static void ahead(double ours, double other, unsigned level, const char *what)
{
	check_line(ours > other, __FILE__, __LINE__, what);
	if (ours <= other)
		printf("# %s: ours %.4f, not more than %.4f\n",
		       sim_noise(level)->name, ours, other);
}

static void ahead_at(unsigned level)
{
	struct sim_scores s = { .origin = { { 0 } } };
	const struct sim_control_score *c = s.control;

	CHECK(sim_score(level, SEED, SEEDS, &s));
	for (unsigned way = SIM_OURS + 1; way < SIM_WAYS; way++) {
		double close = level == CLEAN ? CLOSE : 0;
		ahead(c->f1 + close, c[way].f1, level, "changes of holder");
		ahead(c->right + close, c[way].right, level, "days of towns");
		ahead(c->known + WAITS, c[way].known, level,
		      "days as known by then");
	}
	for (unsigned way = SIM_JOIN_OURS + 1; way < SIM_JOIN_WAYS; way++)
		ahead(s.incident->f1, s.incident[way].f1, level, "incidents");
	for (unsigned way = 1; way < SIM_ORIGIN_WAYS; way++)
		ahead(s.origin->f1, s.origin[way].f1, level, "origins");
}

int main(void)
{
	a_seed_is_a_war();
	a_clean_press_tells_the_truth();
	order_changes_nothing();
	for (unsigned level = 0; level < SIM_LEVELS; level++)
		ahead_at(level);
	return done();
}
