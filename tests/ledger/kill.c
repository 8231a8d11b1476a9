/* The program itself, killed at random moments while it adds and while it keeps
 * decisions, on one ledger that grows: after each kill the ledger is proved
 * whole, and in the end a run that is let go on completes it to what a ledger
 * says that nobody ever disturbed.
 *
 * SITREP_KILLS is the number of kills, 40 if it is not set; an hour of it is
 * SITREP_KILLS=5000. */
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "ledger/decision.h"
#include "lib/check.h"
#include "lib/report.h"
#include "lib/scratch.h"

#define LEDGER "killed.db"
#define REPORTS_A_RUN 6
#define MOST_ARGS 32

static char program[1024];
static uint32_t state = 1;

/* Park and Miller's: the same numbers everywhere. */
static uint32_t random_below(uint32_t n)
{
	state = (uint32_t)((uint64_t)state * 48271 % 2147483647);
	return state % n;
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Runs the program; kills it after so many seconds (0: never). How it ended. */
static int run(const char *const *arg, double seconds)
{
	struct timespec t = { (time_t)seconds,
			      (long)((seconds - (double)(time_t)seconds) *
				     1e9) };
	int status = 0;
	fflush(stdout);
	pid_t pid = fork();

	if (pid == 0) {
		union {
			const char *const *in;
			char *const *out;
		} args = { arg };
		if (!freopen("/dev/null", "w", stderr) ||
		    !freopen("/dev/null", "w", stdout))
			_exit(98);
		execv(program, args.out);
		_exit(99);
	}
	if (seconds > 0) {
		nanosleep(&t, NULL);
		kill(pid, SIGKILL);
	}
	waitpid(pid, &status, 0);
	return status;
}

/* The texts of the n-th run: some new, one that came before. */
static void write_reports(int n, char name[REPORTS_A_RUN][32])
{
	static const char *const PLACE[] = { "Kidal", "Gao", "Timbuktu",
					     "Mopti", "Segou" };

	for (int i = 0; i < REPORTS_A_RUN; i++) {
		int id = n * (REPORTS_A_RUN - 1) + i;
		snprintf(name[i], 32, "r%d.txt", id);
		FILE *out = fopen(name[i], "w");
		if (!out)
			printf("Bail out! %s\n", name[i]);
		fprintf(out,
			"Publisher: Post %d\nDate: 2024-05-%02d\n\nRebels "
			"seized %s on %d May. At least %d soldiers were "
			"killed, the army said. The governor denied that %s "
			"had fallen.\n",
			id % 7, id % 27 + 1, PLACE[id % 5], id % 27 + 1, id + 2,
			PLACE[id % 5]);
		fclose(out);
	}
}

static void add(const char *db, char name[REPORTS_A_RUN][32],
		const char *arg[MOST_ARGS])
{
	int n = 0;

	arg[n++] = program;
	arg[n++] = "add";
	arg[n++] = "-d";
	arg[n++] = db;
	arg[n++] = "--jobs";
	arg[n++] = "2";
	for (int i = 0; i < REPORTS_A_RUN; i++)
		arg[n++] = name[i];
	arg[n] = NULL;
}

/* Some claims of the ledger, by their keys. */
static size_t some_keys(char key[3][20])
{
	struct sr_err err = { 0 };
	struct sr_filter f = SR_FILTER;
	struct sr_records r = { .claims = { 0 } };
	struct sr_arena mem;
	size_t n = 0;

	sr_arena_init(&mem, (size_t)1 << 28);
	struct sr_ledger *l = sr_ledger_open(LEDGER, SR_LEDGER_READ, &err);
	f.rejected = true;
	if (l && !sr_ledger_claims(l, &f, &mem, &r, &err))
		while (n < 3 && r.claims.nitem > 3) {
			const struct sr_record *c =
				&r.claims.items[random_below(
					(uint32_t)r.claims.nitem)];
			snprintf(key[n++], 20, "%.*s", (int)c->key.n, c->key.s);
		}
	sr_ledger_close(l);
	sr_arena_release(&mem);
	return n;
}

static void decide(char key[3][20], const char *arg[MOST_ARGS])
{
	static const char *const VERB[] = { "accept", "reject", "merge",
					    "correct" };
	uint32_t verb = random_below(4);
	int n = 0;

	arg[n++] = program;
	arg[n++] = "review";
	arg[n++] = VERB[verb];
	arg[n++] = "-d";
	arg[n++] = LEDGER;
	arg[n++] = "--by";
	arg[n++] = "ann";
	for (int i = 0; i < (verb == 3 ? 1 : 3); i++)
		arg[n++] = key[i];
	if (verb == 3) {
		arg[n++] = "--set";
		arg[n++] = "date=2024-05-30";
	}
	arg[n] = NULL;
}

static bool whole(size_t *nreport, size_t *nlog)
{
	struct sr_err err = { 0 };
	struct sr_proof proof = { 0 };
	struct sr_ledger *l = sr_ledger_open(LEDGER, SR_LEDGER_WRITE, &err);
	enum sr_code code = l ? sr_ledger_prove(l, &proof, &err) : err.code;

	if (code)
		printf("# %s: %s\n", err.where, err.text);
	sr_ledger_close(l);
	*nreport = proof.nreport;
	*nlog = proof.nlog;
	return !code;
}

/* One kill; false when it left a ledger that is not whole, or took away what
 * was there before. */
static bool kill_once(int n, double most, size_t *died)
{
	char name[REPORTS_A_RUN][32], key[3][20];
	const char *arg[MOST_ARGS];
	static size_t before, log_before;
	size_t nreport, nlog;

	write_reports(n, name);
	if (n % 3 == 2 && some_keys(key) == 3)
		decide(key, arg);
	else
		add(LEDGER, name, arg);
	double delay = most * (1 + random_below(1000)) / 1000;
	*died += WIFSIGNALED(run(arg, delay)) != 0;
	if (!whole(&nreport, &nlog))
		return false;
	bool kept = nreport >= before && nlog >= log_before;
	if (!kept)
		printf("# kill %d: %zu reports before, %zu after\n", n, before,
		       nreport);
	before = nreport;
	log_before = nlog;
	return kept;
}

static int shell(const char *line)
{
	char text[4096];

	snprintf(text, sizeof(text), "sitrep='%s'; %s", program, line);
	return system(text);
}

int main(void)
{
	const char *build = getenv("SR_BUILD"), *kills = getenv("SITREP_KILLS");
	char dir[TEST_FOLDER], name[REPORTS_A_RUN][32];
	const char *arg[MOST_ARGS];
	int n = kills ? (int)strtol(kills, NULL, 10) : 40;
	size_t died = 0;
	bool ok = true;

	snprintf(program, sizeof(program), "%s/src/cli/sitrep", build);
	if (!build || !test_folder(dir) || chdir(dir) != 0)
		return 99;
	setenv("SITREP_NOW", "2024-06-01T00:00:00Z", 1);
	/* How long it takes when nobody disturbs it, at its best. */
	double most = 1e9;
	write_reports(0, name);
	for (int i = 0; i < 3; i++) {
		static const char *const DB[] = { "1.db", "2.db", "3.db" };
		add(DB[i], name, arg);
		double start = now();
		CHECK_INT(run(arg, 0), 0);
		double took = (now() - start) * 0.9;
		most = took < most ? took : most;
	}
	for (int i = 0; ok && i < n; i++)
		ok = kill_once(i, most, &died);
	printf("# %d runs of up to %.0f ms, %zu of them killed\n", n,
	       most * 1000, died);
	CHECK(ok);
	CHECK(died > (size_t)n / 10);
	/* Let go on, it completes. */
	CHECK_INT(shell("$sitrep add -d killed.db r*.txt 2>/dev/null"), 0);
	size_t nreport, nlog;
	char key[3][20];
	CHECK_INT(some_keys(key), 3);
	decide(key, arg);
	run(arg, 0); /* whatever was decided before, there is one now */
	CHECK(whole(&nreport, &nlog));
	CHECK_INT(nreport, (n - 1) * (REPORTS_A_RUN - 1) + REPORTS_A_RUN);
	CHECK_INT(shell("$sitrep review export -d killed.db >d.jsonl && "
			"$sitrep add -d calm.db r*.txt 2>/dev/null && "
			"$sitrep review apply d.jsonl -d calm.db 2>/dev/null "
			"&& $sitrep export --as ledger -d calm.db >calm.txt && "
			"$sitrep export --as ledger -d killed.db | "
			"cmp - calm.txt"),
		  0);
	CHECK_INT(shell("[ $(grep -c '^{\"decision' calm.txt) -ge 1 ]"), 0);
	if (chdir("/") == 0)
		test_remove(dir);
	return done();
}
