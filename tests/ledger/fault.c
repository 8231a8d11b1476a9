/* The n-th write, sync or truncation of the ledger's files fails, for every n
 * until none does (or for some of them, see `every`): what was kept before
 * stays, nothing is there in half, and the ledger is proved whole each time. A
 * VFS over SQLite's own does it. */
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include "ledger/decision.h"
#include "lib/check.h"
#include "lib/report.h"
#include "lib/scratch.h"

#define PATH "fault.db"
#define REPORTS 6

static int left;  /* operations until one fails; below 0: none does */
static int fails; /* with what */

struct file {
	sqlite3_file base;
	sqlite3_file *real;
	sqlite3_io_methods own;
};

static sqlite3_file *real_of(sqlite3_file *f)
{
	return ((struct file *)(void *)f)->real;
}

/* Once it fails, it goes on failing: a disk that is full stays full. */
static bool fail_now(void)
{
	if (left > 0)
		left--;
	return left == 0;
}

static int x_close(sqlite3_file *f)
{
	sqlite3_file *real = real_of(f);
	int rc = real->pMethods ? real->pMethods->xClose(real) : SQLITE_OK;

	free(real);
	return rc;
}

static int x_read(sqlite3_file *f, void *p, int n, sqlite3_int64 at)
{
	return real_of(f)->pMethods->xRead(real_of(f), p, n, at);
}

static int x_write(sqlite3_file *f, const void *p, int n, sqlite3_int64 at)
{
	if (fail_now())
		return fails;
	return real_of(f)->pMethods->xWrite(real_of(f), p, n, at);
}

static int x_truncate(sqlite3_file *f, sqlite3_int64 n)
{
	if (fail_now())
		return SQLITE_IOERR_TRUNCATE;
	return real_of(f)->pMethods->xTruncate(real_of(f), n);
}

static int x_sync(sqlite3_file *f, int flags)
{
	if (fail_now())
		return SQLITE_IOERR_FSYNC;
	/* Nothing is lost here but by failing: the disk need not hurry. */
	(void)f;
	(void)flags;
	return SQLITE_OK;
}

static int x_size(sqlite3_file *f, sqlite3_int64 *n)
{
	return real_of(f)->pMethods->xFileSize(real_of(f), n);
}

static int x_lock(sqlite3_file *f, int how)
{
	return real_of(f)->pMethods->xLock(real_of(f), how);
}

static int x_unlock(sqlite3_file *f, int how)
{
	return real_of(f)->pMethods->xUnlock(real_of(f), how);
}

static int x_reserved(sqlite3_file *f, int *out)
{
	return real_of(f)->pMethods->xCheckReservedLock(real_of(f), out);
}

static int x_control(sqlite3_file *f, int op, void *arg)
{
	return real_of(f)->pMethods->xFileControl(real_of(f), op, arg);
}

static int x_sector(sqlite3_file *f)
{
	return real_of(f)->pMethods->xSectorSize(real_of(f));
}

static int x_device(sqlite3_file *f)
{
	return real_of(f)->pMethods->xDeviceCharacteristics(real_of(f));
}

static int x_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f,
		  int flags, int *out)
{
	sqlite3_vfs *under = vfs->pAppData;
	struct file *file = (struct file *)(void *)f;

	*file = (struct file){ .real = calloc(1, (size_t)under->szOsFile) };
	if (!file->real)
		return SQLITE_NOMEM;
	file->own = (sqlite3_io_methods){
		.iVersion = 1,
		.xClose = x_close,
		.xRead = x_read,
		.xWrite = x_write,
		.xTruncate = x_truncate,
		.xSync = x_sync,
		.xFileSize = x_size,
		.xLock = x_lock,
		.xUnlock = x_unlock,
		.xCheckReservedLock = x_reserved,
		.xFileControl = x_control,
		.xSectorSize = x_sector,
		.xDeviceCharacteristics = x_device,
	};
	int rc = under->xOpen(under, name, file->real, flags, out);
	if (rc == SQLITE_OK)
		file->base.pMethods = &file->own;
	else
		free(file->real);
	return rc;
}

static const struct sr_run RUN = { "0.1.0", "kit", "", "2024-05-02T08:00:00Z" };

static void one_report(struct sr_doc *doc, struct sr_received *in, int i,
		       char text[64], char name[16])
{
	snprintf(text, 64, "Rebels seized village %d. Two died.", i);
	snprintf(name, 16, "%d.txt", i);
	test_doc(doc, in, name, text);
	struct sr_claim *c =
		test_claim(doc, SR_TYPE_CONTROL_SEIZE, "JNIM", "Rebels seized");
	test_place(c, "Kidal", 2455290, 18.44, 1.41);
	test_days(c, "2024-05-03", "2024-05-03");
	c = test_claim(doc, SR_TYPE_LOSS_KILLED, NULL, "Two died");
	test_days(c, "2024-05-03", "2024-05-03");
}

/* Puts reports, flushing every second one; how many were flushed for sure. */
static int put_reports(struct sr_doc *doc)
{
	struct sr_received in;
	struct sr_err err = { 0 };
	char text[64], name[16];
	int kept = 0;

	struct sr_ledger *l = sr_ledger_open(PATH, SR_LEDGER_WRITE, &err);
	if (!l || sr_ledger_begin(l, &RUN, &err)) {
		sr_ledger_close(l);
		return 0;
	}
	for (int i = 0; i < REPORTS; i++) {
		one_report(doc, &in, i, text, name);
		if (sr_ledger_put(l, &in, doc, &err))
			break;
		if (i % 2 == 0)
			continue;
		if (sr_ledger_flush(l, &err))
			break;
		kept = i + 1;
	}
	if (sr_ledger_kept(l) < (size_t)kept)
		kept = -1;
	sr_ledger_close(l);
	return kept;
}

/* What is there now; -1 when it is not whole. */
static int count(void)
{
	struct sr_err err = { 0 };
	struct sr_proof proof = { 0 };
	struct sr_ledger *l = sr_ledger_open(PATH, SR_LEDGER_WRITE, &err);

	if (!l || sr_ledger_prove(l, &proof, &err)) {
		printf("# %s: %s\n", err.where, err.text);
		proof.nreport = (size_t)-1;
	}
	if (l && proof.nclaim != proof.nreport * 2)
		proof.nreport = (size_t)-1;
	sr_ledger_close(l);
	return (int)proof.nreport;
}

/* Gives the number of operations after which nothing failed. */
/* What is done while the disk fails. start: what it begins with; act: gives how
 * much was made durable for sure; there: how much there is, -1 when the ledger
 * is not whole. */
struct deed {
	const char *what;
	void (*start)(struct sr_doc *doc);
	int (*act)(struct sr_doc *doc);
	int (*there)(void);
	int most;
};

/* Gives the number of operations after which nothing failed. */
static int every(struct sr_doc *doc, const struct deed *deed, int with)
{
	/* Every one takes a minute: SITREP_FAULTS=all. Else two different
	 * sixths of the many. */
	int step = getenv("SITREP_FAULTS") || deed->most == 1 ? 1 : 6;
	bool whole = true;
	int n = with == SQLITE_FULL ? 1 - step : 4 - step, kept;

	fails = with;
	do {
		unlink(PATH);
		unlink(PATH "-journal");
		if (deed->start)
			deed->start(doc);
		n += step;
		left = n > 0 ? n : 1;
		kept = deed->act(doc);
		bool failed = left == 0;
		left = -1;
		int there = deed->there();
		if (there < kept || kept < 0 || there > deed->most) {
			printf("# operation %d: %d kept, %d there\n", n, kept,
			       there);
			whole = false;
		}
		if (!failed)
			break;
	} while (n < 20000);
	CHECK(whole);
	CHECK_INT(kept, deed->most);
	return n;
}

/* Decisions, on a ledger that has some reports. */

static void start_reports(struct sr_doc *doc)
{
	if (put_reports(doc) != REPORTS)
		printf("Bail out! no reports\n");
}

static bool decide(struct sr_ledger *l, struct sr_arena *mem, enum sr_verb verb,
		   char undoes[SR_DECISION_ID])
{
	struct sr_filter f = SR_FILTER;
	struct sr_records r = { .claims = { 0 } };
	struct sr_decision d = { .verb = (uint8_t)verb,
				 .who = SR_STR("ann"),
				 .at = SR_STR("2024-06-01T00:00:00Z") };
	bool fresh;

	f.rejected = true;
	if (sr_ledger_claims(l, &f, mem, &r, NULL))
		return false;
	if (verb == SR_VERB_UNDO)
		d.undoes = sr_str_of(undoes);
	for (uint32_t i = 0; verb != SR_VERB_UNDO && i < 4; i++) {
		struct sr_anchor *a = SR_PUSH(mem, &d.claims);
		if (!a || sr_ledger_anchor(l, &r, &r.claims.items[i + verb],
					   mem, a, NULL))
			return false;
		a->part = verb == SR_VERB_SPLIT && i > 1;
	}
	if (verb == SR_VERB_CORRECT) {
		d.sets = SR_BIT_OF(SR_SLOT_DATE);
		test_days(&d.slots, "2024-05-04", "2024-05-05");
	}
	if (sr_ledger_nth(l, d.at, &d.nth, NULL) ||
	    sr_ledger_decide(l, &d, "2024-06-02T00:00:00Z", &fresh, NULL) ||
	    sr_ledger_flush(l, NULL))
		return false;
	memcpy(undoes, d.id, SR_DECISION_ID);
	return true;
}

static int put_decisions(struct sr_doc *doc)
{
	struct sr_ledger *l = sr_ledger_open(PATH, SR_LEDGER_WRITE, NULL);
	char last[SR_DECISION_ID] = "";
	struct sr_arena mem;
	int kept = 0;

	(void)doc;
	sr_arena_init(&mem, 1 << 24);
	for (int v = 0; l && v < SR_VERB_COUNT; v++) {
		if (!decide(l, &mem, (enum sr_verb)v, last))
			break;
		kept++;
	}
	sr_ledger_close(l);
	sr_arena_release(&mem);
	return kept;
}

static int count_decisions(void)
{
	struct sr_decisions all = { .items = { 0 } };
	struct sr_arena mem;
	int n = -1;

	if (count() != REPORTS)
		return -1;
	struct sr_ledger *l = sr_ledger_open(PATH, SR_LEDGER_READ, NULL);
	sr_arena_init(&mem, 1 << 24);
	if (l && !sr_ledger_decisions(l, &mem, &all, NULL))
		n = (int)all.items.nitem;
	sr_ledger_close(l);
	sr_arena_release(&mem);
	return n;
}

/* A ledger of the released schema on its way to the newest. */

static void start_released(struct sr_doc *doc)
{
	static char sql[1 << 20];
	char path[1024];
	sqlite3 *db;

	(void)doc;
	snprintf(path, sizeof(path), "%s/tests/ledger/released_1.sql",
		 getenv("SR_SOURCE"));
	FILE *in = fopen(path, "rb");
	sql[in ? fread(sql, 1, sizeof(sql) - 1, in) : 0] = '\0';
	if (in)
		fclose(in);
	sqlite3_open(PATH, &db);
	if (!in || sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		printf("Bail out! %s\n", path);
	sqlite3_close(db);
}

static int upgrade(struct sr_doc *doc)
{
	struct sr_ledger *l = sr_ledger_open(PATH, SR_LEDGER_READ, NULL);
	int kept = l ? 1 : 0;

	(void)doc;
	sr_ledger_close(l);
	return kept;
}

static int count_upgraded(void)
{
	struct sr_proof proof = { 0 };
	struct sr_err err = { 0 };
	struct sr_ledger *l = sr_ledger_open(PATH, SR_LEDGER_READ, &err);

	if (!l || sr_ledger_prove(l, &proof, &err))
		printf("# %s: %s\n", err.where, err.text);
	sr_ledger_close(l);
	return !err.code && proof.nclaim == 5 ? 1 : -1;
}

int main(void)
{
	char dir[TEST_FOLDER];
	sqlite3_vfs *under = sqlite3_vfs_find(NULL);
	sqlite3_vfs vfs = *under;
	struct sr_doc doc;

	if (!test_folder(dir) || chdir(dir) != 0)
		return 99;
	vfs.zName = "faulty";
	vfs.pAppData = under;
	vfs.xOpen = x_open;
	vfs.szOsFile = (int)sizeof(struct file);
	left = -1;
	if (sqlite3_vfs_register(&vfs, 1) != SQLITE_OK)
		return 99;
	sr_doc_init(&doc);
	static const struct deed DEED[] = {
		{ "reports", NULL, put_reports, count, REPORTS },
		{ "decisions", start_reports, put_decisions, count_decisions,
		  SR_VERB_COUNT },
		{ "an upgrade", start_released, upgrade, count_upgraded, 1 },
	};
	for (size_t i = 0; i < sizeof(DEED) / sizeof(*DEED); i++) {
		int full = every(&doc, &DEED[i], SQLITE_FULL);
		int broken = every(&doc, &DEED[i], SQLITE_IOERR_WRITE);
		printf("# %s: %d operations on a full disk, %d on a broken "
		       "one\n",
		       DEED[i].what, full, broken);
		CHECK(full > 20 && broken > 20);
	}
	sr_doc_release(&doc);
	if (chdir("/") == 0)
		test_remove(dir);
	return done();
}
