/* sim: fusion against made-up wars.
 *
 *	sim score [SEED [SEEDS]]       tables: every level of noise, that many
 *	                               wars from that seed on
 *	sim figures [SEED [SEEDS]]     the same for eval/fusion: name, figure
 *	sim show LEVEL SEED            some reports of such a press
 *	sim wrong LEVEL SEED           what was joined wrongly, or not at all
 *	sim put LEDGER LEVEL SEED N    a press of about N reports into a ledger;
 *	                               then one more, and the time of it
 *	sim write FOLDER LEVEL SEED N  the same as texts and claims.jsonl */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "sim/put.h"
#include "sim/score.h"
#include "sim/wrong.h"

static unsigned long number(int argc, char **argv, int i, unsigned long other)
{
	return i < argc ? strtoul(argv[i], NULL, 10) : other;
}

/* Tables for people */

static void control_rows(const char *level, const struct sim_scores *s)
{
	for (unsigned way = 0; way < SIM_WAYS; way++) {
		const struct sim_control_score *c = &s->control[way];
		printf("%-9s %-16s %6.3f %6.3f %6.3f %6.3f %6.3f %5.2f %6.2f "
		       "%7.2f %6u %6u\n",
		       way ? "" : level, sim_way_name((enum sim_way)way),
		       c->right, c->known, c->found, c->sure, c->f1, c->off,
		       c->delay, c->settled, c->ntold, c->nfalse);
	}
}

static void join_rows(const char *level, const struct sim_join *join,
		      const char *const *name, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		printf("%-9s %-16s %9.3f %6.3f %6.3f %9zu\n", i ? "" : level,
		       name[i], join[i].precision, join[i].recall, join[i].f1,
		       join[i].n);
}

static int score(int argc, char **argv)
{
	static const char *const INCIDENT[] = { "sitrep", "place, day, type",
						"place, day", "each alone" };
	static const char *const ORIGIN[] = { "sitrep", "publishers",
					      "reports" };
	unsigned long seed = number(argc, argv, 2, 100);
	unsigned nseed = (unsigned)number(argc, argv, 3, 3);
	struct sim_scores s[SIM_LEVELS];

	for (unsigned i = 0; i < SIM_LEVELS; i++)
		if (!sim_score(i, seed, nseed, &s[i]))
			return 3;
	printf("control: days of all towns that are right, in the end and with "
	       "what was known by then;\nchanges of holder within %d days: "
	       "found, sure (of those told), F1; days off; days\nuntil known, and known for good; "
	       "told, false\n",
	       SIM_TOLERANCE);
	printf("%-9s %-16s %6s %6s %6s %6s %6s %5s %6s %7s %6s %6s\n", "noise",
	       "way", "right", "known", "found", "sure", "f1", "off", "delay",
	       "settled", "told", "false");
	for (unsigned i = 0; i < SIM_LEVELS; i++)
		control_rows(sim_noise(i)->name, &s[i]);
	printf("\nincidents: claims about one happening, B-cubed\n%-26s "
	       "%9s %6s %6s %9s\n",
	       "", "precision", "recall", "f1", "claims");
	for (unsigned i = 0; i < SIM_LEVELS; i++)
		join_rows(sim_noise(i)->name, s[i].incident, INCIDENT,
			  SIM_JOIN_WAYS);
	printf("\norigins: pairs of claims about one happening\n%-26s %9s "
	       "%6s %6s %9s\n",
	       "", "precision", "recall", "f1", "pairs");
	for (unsigned i = 0; i < SIM_LEVELS; i++)
		join_rows(sim_noise(i)->name, s[i].origin, ORIGIN,
			  SIM_ORIGIN_WAYS);
	return 0;
}

static int figures(int argc, char **argv)
{
	unsigned long seed = number(argc, argv, 2, 1);
	unsigned nseed = (unsigned)number(argc, argv, 3, 4);

	for (unsigned i = 0; i < SIM_LEVELS; i++) {
		const char *level = sim_noise(i)->name;
		struct sim_scores s;
		if (!sim_score(i, seed, nseed, &s))
			return 3;
		printf("control.%s.right\t%.3f\n", level, s.control[0].right);
		printf("control.%s.known\t%.3f\n", level, s.control[0].known);
		printf("control.%s.f1\t%.3f\n", level, s.control[0].f1);
		printf("incident.%s.f1\t%.3f\n", level, s.incident[0].f1);
		printf("origin.%s.f1\t%.3f\n", level, s.origin[0].f1);
	}
	return 0;
}

/* Presses */

static int show(int argc, char **argv)
{
	struct sr_arena mem;
	struct sim_press p;
	struct sim_size size = sim_size_small();

	sr_arena_init(&mem, (size_t)1 << 32);
	if (!sim_press_make(&p, size, (unsigned)number(argc, argv, 2, 2),
			    number(argc, argv, 3, 1), &mem))
		return 3;
	printf("%u towns, %d days, %zu happenings, %zu reports, %zu claims\n",
	       size.ntown, (int)size.ndays, p.war.events.nitem,
	       p.records.reports.nitem, p.records.claims.nitem);
	for (size_t i = 0; i < p.records.reports.nitem; i += 500) {
		const struct sr_report *r = &p.records.reports.items[i].report;
		printf("\n%.*s: %.*s", (int)r->publisher.n, r->publisher.s,
		       (int)r->text.n, r->text.s);
	}
	sr_arena_release(&mem);
	return 0;
}

static int wrong(int argc, char **argv)
{
	struct sr_arena mem;
	struct sim_press p;
	bool ok;

	sr_arena_init(&mem, (size_t)1 << 32);
	ok = sim_press_make(&p, sim_size_small(),
			    (unsigned)number(argc, argv, 2, 2),
			    number(argc, argv, 3, 100), &mem) &&
	     sim_find_origins(&p, &mem) && sim_say_wrong(&p, stdout, &mem);
	sr_arena_release(&mem);
	return ok ? 0 : 3;
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int failed(const struct sr_err *err)
{
	fprintf(stderr, "sim: %s: %s\n", err->where, err->text);
	return 3;
}

/* Puts those from `from` on; the seconds of it. */
static enum sr_code put_some(const char *path, const struct sim_press *p,
			     size_t from, double *seconds, struct sr_err *err)
{
	double begin = now();
	struct sr_ledger *l = sr_ledger_open(path, SR_LEDGER_WRITE, err);
	enum sr_code code = l ? sr_ledger_begin(l, &SIM_RUN, err) : err->code;
	size_t to = from ? from + 1 : p->records.reports.nitem - 1;

	if (!code)
		code = sim_put(l, p, NULL, from, to, err);
	if (!code)
		code = sr_ledger_end(l, SIM_RUN.now, err);
	sr_ledger_close(l);
	*seconds = now() - begin;
	return code;
}

static int put(int argc, char **argv)
{
	struct sr_err err = { 0 };
	struct sr_arena mem;
	struct sim_press p;
	double all, one;

	if (argc < 6)
		return 2;
	sr_arena_init(&mem, (size_t)1 << 34);
	if (!sim_press_make(&p, sim_size_for(number(argc, argv, 5, 0)),
			    (unsigned)number(argc, argv, 3, 2),
			    number(argc, argv, 4, 1), &mem))
		return 3;
	if (put_some(argv[2], &p, 0, &all, &err) ||
	    put_some(argv[2], &p, p.records.reports.nitem - 1, &one, &err))
		return failed(&err);
	printf("reports\t%zu\nclaims\t%zu\nput\t%.2f\none\t%.4f\n",
	       p.records.reports.nitem, p.records.claims.nitem, all, one);
	sr_arena_release(&mem);
	return 0;
}

static int write_all(int argc, char **argv)
{
	struct sr_err err = { 0 };
	struct sr_arena mem;
	struct sim_press p;
	enum sr_code code = SR_NOMEM;

	if (argc < 6)
		return 2;
	sr_arena_init(&mem, (size_t)1 << 34);
	if (sim_press_make(&p, sim_size_for(number(argc, argv, 5, 0)),
			   (unsigned)number(argc, argv, 3, 2),
			   number(argc, argv, 4, 1), &mem))
		code = sim_save(&p, argv[2], &err);
	sr_arena_release(&mem);
	return code ? failed(&err) : 0;
}

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		int (*run)(int argc, char **argv);
	} DO[] = {
		{ "score", score }, { "figures", figures },
		{ "show", show },   { "wrong", wrong },
		{ "put", put },     { "write", write_all },
	};

	for (size_t i = 0; argc > 1 && i < sizeof(DO) / sizeof(*DO); i++)
		if (strcmp(argv[1], DO[i].name) == 0)
			return DO[i].run(argc, argv);
	fprintf(stderr, "usage: sim score|figures [SEED [SEEDS]]\n"
			"       sim show|wrong LEVEL SEED\n"
			"       sim put LEDGER LEVEL SEED REPORTS\n"
			"       sim write FOLDER LEVEL SEED REPORTS\n");
	return 2;
}
