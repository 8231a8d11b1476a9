/* All scores of a level of noise. */
#include "fuse/incident.h"
#include "sim/score.h"

static void add_control(struct sim_control_score *sum,
			const struct sim_control_score *one, double part)
{
	sum->right += one->right * part;
	sum->known += one->known * part;
	sum->found += one->found * part;
	sum->sure += one->sure * part;
	sum->f1 += one->f1 * part;
	sum->off += one->off * part;
	sum->delay += one->delay * part;
	sum->settled += one->settled * part;
	sum->nchange += one->nchange;
	sum->ntold += one->ntold;
	sum->nfalse += one->nfalse;
}

static void add_join(struct sim_join *sum, const struct sim_join *one,
		     double part)
{
	sum->precision += one->precision * part;
	sum->recall += one->recall * part;
	sum->f1 += one->f1 * part;
	sum->n += one->n;
}

static uint32_t *each_alone(size_t n, struct sr_arena *mem)
{
	uint32_t *out = SR_NEW(mem, uint32_t, n);

	for (size_t i = 0; out && i < n; i++)
		out[i] = SIM_NONE;
	return out;
}

static uint32_t *each_report(const struct sim_press *p, struct sr_arena *mem)
{
	size_t n = p->records.claims.nitem;
	uint32_t *out = SR_NEW(mem, uint32_t, n);

	for (size_t i = 0; out && i < n; i++)
		out[i] = p->records.claims.items[i].report;
	return out;
}

static bool score_joins(const struct sim_press *p, struct sim_scores *out,
			struct sr_arena *mem)
{
	struct sr_voices voices;
	struct sr_incidents ours;
	bool ok = sr_voices(&p->records, mem, &voices, NULL) == SR_OK &&
		  sr_incidents(&p->records, &voices, NULL, mem, &ours, NULL) ==
			  SR_OK;
	if (!ok)
		return false;
	const uint32_t *incident[SIM_JOIN_WAYS] = {
		ours.of,
		sim_same_day(p, true, mem),
		sim_same_day(p, false, mem),
		each_alone(p->records.claims.nitem, mem),
	};
	const uint32_t *origin[SIM_ORIGIN_WAYS] = {
		voices.claim,
		sim_same_publisher(p, mem),
		each_report(p, mem),
	};

	for (unsigned i = 0; ok && i < SIM_JOIN_WAYS; i++)
		ok = incident[i] && sim_score_incidents(p, incident[i],
							&out->incident[i], mem);
	for (unsigned i = 0; ok && i < SIM_ORIGIN_WAYS; i++)
		ok = origin[i] &&
		     sim_score_origins(p, origin[i], &out->origin[i], mem);
	return ok;
}

static bool score_one(unsigned level, uint64_t seed, struct sim_scores *out,
		      struct sr_arena *mem)
{
	struct sim_press p;

	*out = (struct sim_scores){ 0 };
	return sim_press_make(&p, sim_size_small(), level, seed, mem) &&
	       sim_find_origins(&p, mem) &&
	       sim_score_control(&p, out->control, mem) &&
	       score_joins(&p, out, mem);
}

bool sim_score(unsigned level, uint64_t seed, unsigned nseed,
	       struct sim_scores *out)
{
	struct sim_scores one;
	struct sr_arena mem;
	bool ok = true;

	*out = (struct sim_scores){ 0 };
	sr_arena_init(&mem, (size_t)1 << 32);
	for (unsigned i = 0; ok && i < nseed; i++) {
		sr_arena_reset(&mem);
		ok = score_one(level, seed + i, &one, &mem);
		for (unsigned k = 0; ok && k < SIM_WAYS; k++)
			add_control(&out->control[k], &one.control[k],
				    1.0 / nseed);
		for (unsigned k = 0; ok && k < SIM_JOIN_WAYS; k++)
			add_join(&out->incident[k], &one.incident[k],
				 1.0 / nseed);
		for (unsigned k = 0; ok && k < SIM_ORIGIN_WAYS; k++)
			add_join(&out->origin[k], &one.origin[k], 1.0 / nseed);
	}
	sr_arena_release(&mem);
	return ok;
}
