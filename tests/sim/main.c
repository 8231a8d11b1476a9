/* sim: fusion against made-up wars.
 *
 *	sim score [SEED [SEEDS]]   a table: every level of noise, that many wars
 *	                           from that seed on
 *	sim count LEVEL SEED N     what such a press of about N reports holds */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/score.h"

static unsigned long number(int argc, char **argv, int i, unsigned long other)
{
	return i < argc ? strtoul(argv[i], NULL, 10) : other;
}

static void add(struct sim_control_score *sum,
		const struct sim_control_score *one, double part)
{
	sum->right += one->right * part;
	sum->known += one->known * part;
	sum->found += one->found * part;
	sum->sure += one->sure * part;
	sum->f1 += one->f1 * part;
	sum->off += one->off * part;
	sum->delay += one->delay * part;
	sum->nchange += one->nchange;
	sum->ntold += one->ntold;
	sum->nfalse += one->nfalse;
}

static bool score_level(unsigned level, unsigned long seed,
			unsigned long nseed)
{
	struct sim_control_score sum[SIM_WAYS] = { 0 }, one[SIM_WAYS];
	struct sr_arena mem;
	struct sim_press p;
	bool ok = true;

	sr_arena_init(&mem, (size_t)1 << 32);
	for (unsigned long i = 0; ok && i < nseed; i++) {
		sr_arena_reset(&mem);
		ok = sim_press_make(&p, sim_size_small(), level, seed + i,
				    &mem) &&
		     sim_score_control(&p, one, &mem);
		for (unsigned way = 0; ok && way < SIM_WAYS; way++)
			add(&sum[way], &one[way], 1.0 / (double)nseed);
	}
	sr_arena_release(&mem);
	for (unsigned way = 0; ok && way < SIM_WAYS; way++) {
		const struct sim_control_score *s = &sum[way];
		printf("%-9s %-10s %6.3f %6.3f %6.3f %6.3f %6.3f %5.2f %6.2f "
		       "%6u %6u\n",
		       way ? "" : sim_noise(level)->name,
		       sim_way_name((enum sim_way)way), s->right, s->known,
		       s->found, s->sure, s->f1, s->off, s->delay, s->ntold,
		       s->nfalse);
	}
	return ok;
}

static int score(int argc, char **argv)
{
	unsigned long seed = number(argc, argv, 2, 100);
	unsigned long nseed = number(argc, argv, 3, 3);

	printf("%-9s %-10s %6s %6s %6s %6s %6s %5s %6s %6s %6s\n", "noise",
	       "way", "right", "known", "found", "sure", "f1", "off", "delay",
	       "told", "false");
	for (unsigned level = 0; level < SIM_LEVELS; level++)
		if (!score_level(level, seed, nseed))
			return 3;
	return 0;
}

static int count(int argc, char **argv)
{
	struct sr_arena mem;
	struct sim_press p;
	unsigned long most = number(argc, argv, 4, 0);
	struct sim_size size = most ? sim_size_for(most) : sim_size_small();

	sr_arena_init(&mem, (size_t)1 << 34);
	if (!sim_press_make(&p, size, (unsigned)number(argc, argv, 2, 2),
			    number(argc, argv, 3, 1), &mem))
		return 3;
	printf("%u towns, %d days, %zu happenings, %zu reports, %zu claims\n",
	       size.ntown, (int)size.ndays, p.war.events.nitem,
	       p.records.reports.nitem, p.records.claims.nitem);
	for (size_t i = 0; i < 3 && i < p.records.reports.nitem; i++)
		printf("\n%.*s", (int)p.records.reports.items[i * 97].report.text.n,
		       p.records.reports.items[i * 97].report.text.s);
	sr_arena_release(&mem);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc > 1 && strcmp(argv[1], "score") == 0)
		return score(argc, argv);
	if (argc > 1 && strcmp(argv[1], "count") == 0)
		return count(argc, argv);
	fprintf(stderr, "usage: sim score [SEED [SEEDS]]\n"
			"       sim count LEVEL SEED [N]\n");
	return 2;
}
