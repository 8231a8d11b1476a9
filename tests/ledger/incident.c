/* Incidents as the ledger keeps them up are those that all claims together
 * give: however the reports came, one by one or many at once, when a report is
 * read anew and when people decide. A small, crowded war is made for it, so
 * that centres come, go and lose their followers. */
#include <unistd.h>

#include "fuse/incident.h"
#include "ledger/decision.h"
#include "ledger/sqlite.h"
#include "lib/check.h"
#include "lib/report.h"
#include "lib/scratch.h"
#include "lib/wire.h"

#define PATH "incident.db"
#define REPORTS 70
#define ROOM 65536

static const struct sr_run RUN = { "0.1.0", "kit-a", "",
				   "2024-05-02T08:00:00Z" };
static const struct sr_run RUN_B = { "0.1.0", "kit-b", "",
				     "2024-05-03T08:00:00Z" };

static const enum sr_type TYPES[] = {
	SR_TYPE_CONTROL_SEIZE,	 SR_TYPE_CONTROL_LEAVE, SR_TYPE_ATTACK_SHELLING,
	SR_TYPE_ATTACK_SHELLING, SR_TYPE_ATTACK_AIR,	SR_TYPE_LOSS_KILLED,
	SR_TYPE_LOSS_KILLED,	 SR_TYPE_ATTACK_DAMAGE, SR_TYPE_CONTROL_HOLD,
};

static unsigned pick(uint64_t *state, unsigned n)
{
	return (unsigned)(wire_random(state) % n);
}

static void make_place(struct sr_claim *c, uint64_t *state)
{
	static const struct {
		const char *name;
		double lat, lon;
	} TOWN[] = { { "Arda", 12, 30 },
		     { "Beni", 12.05, 30.05 },
		     { "Caro", 12.4, 30.4 } };
	unsigned i = pick(state, 9);

	if (i == 8)
		return;
	if (i == 7) {
		test_place(c, "Arda Province", 90, 0, 0);
		c->place.has_point = false;
		c->place.role = SR_ROLE_AREA;
		return;
	}
	test_place(c, TOWN[i % 3].name, 10 + i % 3, TOWN[i % 3].lat,
		   TOWN[i % 3].lon);
}

static void make_claim(struct sr_doc *doc, uint64_t *state, unsigned number)
{
	static const char *const SIDE[] = { "X", "Y", NULL };
	const unsigned ntype = sizeof(TYPES) / sizeof(*TYPES);
	char words[16];

	snprintf(words, sizeof(words), "word%u", number);
	struct sr_claim *c = test_claim(doc, TYPES[pick(state, ntype)],
					SIDE[pick(state, 3)], words);
	int32_t day = 19800 + (int32_t)pick(state, 9);
	c->days = (struct sr_days){ day, day };
	c->basis = pick(state, 2) ? SR_BASIS_REPORT : SR_BASIS_EXPLICIT;
	if (!pick(state, 5))
		c->days.to += (int32_t)pick(state, 8);
	if (!pick(state, 12))
		c->days = SR_DAYS_UNKNOWN;
	if (!pick(state, 8))
		c->status = SR_STATUS_DENIED;
	make_place(c, state);
	if (c->type == SR_TYPE_LOSS_KILLED) {
		int64_t n = 1000 * (1 + (int64_t)pick(state, 40));
		c->has_count = true;
		c->count = (struct sr_count){ n, n };
		c->unit = SR_STR("people");
	}
}

/* Report i; what a second reading makes of it is something else. */
static void make(struct sr_doc *doc, struct sr_received *in, unsigned i,
		 unsigned reading, char text[ROOM])
{
	static char name[24];
	uint64_t state = i * 977 + reading * 31;
	unsigned n = 1 + pick(&state, 6);

	snprintf(name, sizeof(name), "%u.txt", i);
	snprintf(text, ROOM,
		 "Report %u. word0 word1 word2 word3 word4 word5.\n", i);
	test_doc(doc, in, name, text);
	for (unsigned k = 0; k < n; k++)
		make_claim(doc, &state, k);
}

static void put(struct sr_ledger *l, unsigned i, unsigned reading)
{
	static char text[ROOM];
	struct sr_received in = { .name = { NULL, 0 } };
	struct sr_err err = { 0 };
	struct sr_doc doc;

	sr_doc_init(&doc);
	make(&doc, &in, i, reading, text);
	if (sr_ledger_put(l, &in, &doc, &err))
		printf("Bail out! %s: %s\n", err.where, err.text);
	sr_doc_release(&doc);
}

static struct sr_ledger *begin(const struct sr_run *run)
{
	struct sr_err err = { 0 };
	struct sr_ledger *l = sr_ledger_open(PATH, SR_LEDGER_WRITE, &err);

	if (!l || sr_ledger_begin(l, run, &err))
		printf("Bail out! %s: %s\n", err.where, err.text);
	return l;
}

/* Flushes, and proves what is kept. */
static void prove(struct sr_ledger *l)
{
	struct sr_err err = { 0 };

	CHECK_INT(sr_ledger_flush(l, &err), SR_OK);
	CHECK_INT(sr_incident_prove(l, &err), SR_OK);
	if (err.code)
		printf("# %s: %s\n", err.where, err.text);
}

/* "key incident" of all claims that are in one, by key. */
static char *describe(struct sr_ledger *l)
{
	static const char SQL[] =
		"SELECT group_concat(k, ' ') FROM (SELECT c.key || ' ' || "
		"t.incident AS k FROM told d JOIN telling t ON t.id = "
		"d.telling JOIN claim c ON c.id = d.claim WHERE t.incident "
		"IS NOT NULL ORDER BY c.key)";
	struct sr_err err = { 0 };
	sqlite3_stmt *st = sr_sql_prepare(l, SQL, &err);
	char *s = NULL;

	if (st && sqlite3_step(st) == SQLITE_ROW && sqlite3_column_text(st, 0))
		s = strdup((const char *)sqlite3_column_text(st, 0));
	sqlite3_finalize(st);
	return s;
}

static void remove_all(void)
{
	unlink(PATH);
	unlink(PATH "-journal");
}

/* Reports in an order that `seed` decides; `each`: a transaction each. */
static char *run_order(uint64_t seed, bool each)
{
	unsigned order[REPORTS];
	struct sr_ledger *l;

	for (unsigned i = 0; i < REPORTS; i++)
		order[i] = i;
	for (unsigned i = REPORTS; seed && i > 1; i--) {
		unsigned k = pick(&seed, i), at = order[k];
		order[k] = order[i - 1];
		order[i - 1] = at;
	}
	remove_all();
	l = begin(&RUN);
	for (unsigned i = 0; i < REPORTS; i++) {
		put(l, order[i], 0);
		if (each && i % 9 == 0)
			prove(l);
		else if (each)
			CHECK_INT(sr_ledger_flush(l, NULL), SR_OK);
	}
	prove(l);
	char *s = describe(l);
	sr_ledger_close(l);
	return s;
}

static void orders(void)
{
	char *first = run_order(0, false);

	CHECK(first && strlen(first) > 3000);
	for (uint64_t seed = 1; seed <= 6; seed++) {
		char *other = run_order(seed, seed % 2);
		CHECK(first && other && strcmp(first, other) == 0);
		free(other);
	}
	free(first);
}

/* What is remembered of them is let go again and again; another program writes
 * in between, or the one that writes begins anew. */
static void forgotten(size_t remembers, bool others)
{
	char *want = run_order(0, false);
	struct sr_ledger *l;

	remove_all();
	l = begin(&RUN);
	l->remembers = remembers;
	for (unsigned i = 0; i < REPORTS; i++) {
		unsigned n = i * 29 % REPORTS; /* all, in another order */
		if (others && i % 8 == 5) {
			struct sr_ledger *other = begin(&RUN);
			put(other, n, 0);
			CHECK_INT(sr_ledger_flush(other, NULL), SR_OK);
			sr_ledger_close(other);
			continue;
		}
		put(l, n, 0);
		CHECK_INT(sr_ledger_flush(l, NULL), SR_OK);
	}
	prove(l);
	char *s = describe(l);
	CHECK(want && s && strcmp(want, s) == 0);
	CHECK_INT(sr_incident_prove_kept(l, NULL), SR_OK);
	free(want);
	free(s);
	sr_ledger_close(l);
}

/* Another reading of some reports. */
static void read_again(void)
{
	free(run_order(3, true));
	struct sr_ledger *l = begin(&RUN_B);
	for (unsigned i = 0; i < REPORTS; i += 4) {
		put(l, i, 1);
		if (i % 3 == 0)
			prove(l);
	}
	prove(l);
	sr_ledger_close(l);
}

/* The anchors of two claims by their place in the ledger. */
static void anchor(struct sr_ledger *l, const struct sr_records *all, size_t i,
		   uint8_t part, struct sr_decision *d, struct sr_arena *mem)
{
	struct sr_anchor *a = SR_PUSH(mem, &d->claims);

	if (sr_ledger_anchor(l, all, &all->claims.items[i], mem, a, NULL))
		printf("Bail out! no anchor\n");
	a->part = part;
}

static void decide(struct sr_ledger *l, struct sr_decision *d, int64_t nth)
{
	struct sr_err err = { 0 };
	bool fresh = false;

	d->who = SR_STR("tester");
	d->at = SR_STR("2024-06-01T08:00:00Z");
	d->why = SR_STR("because");
	d->nth = nth;
	if (sr_ledger_decide(l, d, "2024-06-01T08:00:00Z", &fresh, &err))
		printf("Bail out! %s: %s\n", err.where, err.text);
	CHECK(fresh);
}

/* Merges, splits and rejections of claims all over the place. */
static void people(void)
{
	const struct sr_filter filter = SR_FILTER;
	struct sr_records all = { .claims = { 0 } };
	struct sr_arena mem;
	uint64_t state = 5;

	sr_arena_init(&mem, 1 << 28);
	char *before = run_order(2, false);
	struct sr_ledger *l = begin(&RUN);
	if (sr_ledger_claims(l, &filter, &mem, &all, NULL))
		printf("Bail out! no claims\n");
	for (int64_t n = 0; n < 24; n++) {
		struct sr_decision d = { .verb = n % 3 == 0 ? SR_VERB_MERGE
						 : n % 3 == 1
							 ? SR_VERB_SPLIT
							 : SR_VERB_REJECT };
		size_t i = pick(&state, (unsigned)all.claims.nitem);
		/* A neighbour in time, so that it may matter. */
		size_t k = (i + 1 + pick(&state, 5)) % all.claims.nitem;
		anchor(l, &all, i, 0, &d, &mem);
		if (d.verb != SR_VERB_REJECT)
			anchor(l, &all, k, d.verb == SR_VERB_SPLIT, &d, &mem);
		decide(l, &d, n);
		prove(l);
	}
	char *after = describe(l);
	CHECK(before && after && strcmp(before, after) != 0);
	/* What comes after decisions. */
	for (unsigned i = 0; i < REPORTS; i += 7)
		put(l, REPORTS + i, 0);
	prove(l);
	free(before);
	free(after);
	sr_ledger_close(l);
	sr_arena_release(&mem);
}

int main(void)
{
	char dir[TEST_FOLDER];

	if (!test_folder(dir) || chdir(dir))
		printf("Bail out! no folder\n");
	orders();
	forgotten(0, true);
	forgotten(1, false);
	forgotten(40000, true);
	read_again();
	people();
	remove_all();
	test_remove(dir);
	return done();
}
