/* How long it takes to find which of many reports are one voice's: makes N
 * reports (40 % of them copies, cuts and updates of others, from 50 papers of
 * which each has its own head and foot), puts them into a ledger, then adds one
 * more, a hundred times.
 *
 *	bench_origins N FILE.db [SEED]
 *
 * Time is of the put alone, claims and reading left out. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "base/calendar.h"
#include "ledger/ledger.h"
#include "lib/wire.h"

static const struct sr_run RUN = { "bench", "bench", "",
				   "2024-05-02T08:00:00Z" };

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Report i: a story of its own, or one told before. */
static void make(struct wire *w, uint64_t i)
{
	uint64_t state = i * 7919 + 5, r = wire_random(&state);
	uint64_t story = i, cut = 0;

	if (i > 10 && r % 10 < 4) {
		story = i - 1 - wire_random(&state) % (i < 400 ? i - 1 : 400);
		cut = wire_random(&state) % 4;
	}
	uint64_t length = 8 + story * 31 % 24;
	char line[40];
	snprintf(line, sizeof(line), "Number %llu\n",
		 (unsigned long long)i);
	w->n = 0;
	wire_add(w, line);
	wire_head(w, (unsigned)(wire_random(&state) % 50));
	wire_story(w, story, cut, length - cut, r % 7 ? 0 : 30);
	wire_foot(w, (unsigned)(wire_random(&state) % 50));
}

static bool put(struct sr_ledger *l, struct sr_doc *doc, uint64_t i,
		struct sr_err *err)
{
	static struct wire w;
	struct sr_received in = { .name = { NULL, 0 } };
	char name[32];

	make(&w, i);
	sr_doc_reset(doc);
	in.name.s = name;
	in.name.n = (size_t)snprintf(name, sizeof(name), "%llu.txt",
				     (unsigned long long)i);
	in.bytes = (struct sr_str){ w.s, w.n };
	sr_sha256(in.bytes, in.sha256);
	doc->report.name = in.name;
	doc->report.text = in.bytes;
	doc->report.published.from = doc->report.published.to =
		19000 + (int32_t)(i / 100);
	return !sr_ledger_put(l, &in, doc, err);
}

static void ask(const char *path)
{
	struct sr_err err = { 0 };
	struct sr_filter all = SR_FILTER;
	struct sr_records r = { 0 };
	struct sr_arena mem;
	size_t joined = 0;
	double start = seconds();
	struct sr_ledger *l = sr_ledger_open(path, SR_LEDGER_READ, &err);

	sr_arena_init(&mem, (size_t)2 << 30);
	if (!l || sr_ledger_reports(l, &all, &mem, &r, &err))
		printf("%s: %s\n", err.where, err.text);
	for (size_t i = 0; i < r.reports.nitem; i++)
		joined += r.reports.items[i].origin.n > 0;
	printf("all %zu reports with their origins: %.2f s; %zu share one\n",
	       r.reports.nitem, seconds() - start, joined);
	sr_ledger_close(l);
	sr_arena_release(&mem);
}

int main(int argc, char **argv)
{
	uint64_t n = argc > 1 ? strtoull(argv[1], NULL, 10) : 10000;
	const char *path = argc > 2 ? argv[2] : "origins.db";
	struct sr_err err = { 0 };
	struct rusage usage;
	struct sr_doc doc;
	double longest = 0;

	remove(path);
	sr_doc_init(&doc);
	struct sr_ledger *l = sr_ledger_open(path, SR_LEDGER_WRITE, &err);
	bool ok = l && !sr_ledger_begin(l, &RUN, &err);
	double start = seconds();
	for (uint64_t i = 0; ok && i < n; i++)
		ok = put(l, &doc, i, &err);
	ok = ok && !sr_ledger_flush(l, &err);
	double all = seconds() - start;
	start = seconds();
	for (uint64_t i = n; ok && i < n + 100; i++) {
		double before = seconds();
		ok = put(l, &doc, i, &err) && !sr_ledger_flush(l, &err);
		if (seconds() - before > longest)
			longest = seconds() - before;
	}
	double more = seconds() - start;
	ok = ok && !sr_ledger_end(l, RUN.now, &err);
	sr_ledger_close(l);
	sr_doc_release(&doc);
	getrusage(RUSAGE_SELF, &usage);
	printf("%llu reports: %.1f s, %.2f ms each; one more, durable: "
	       "%.1f ms, %.1f ms at most; %ld MB\n",
	       (unsigned long long)n, all, all * 1e3 / (double)n, more * 10,
	       longest * 1e3, usage.ru_maxrss / 1024);
	if (ok)
		ask(path);
	else
		printf("%s: %s\n", err.where, err.text);
	return !ok;
}
