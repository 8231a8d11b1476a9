/* The n-th write, sync or truncation of the ledger's files fails, for every n
 * until none does: what was kept before stays, nothing is there in half, and
 * the ledger is proved whole each time. A VFS over SQLite's own does it. */
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

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
	return real_of(f)->pMethods->xSync(real_of(f), flags);
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
	test_claim(doc, SR_TYPE_CONTROL_SEIZE, "JNIM", "Rebels seized");
	test_claim(doc, SR_TYPE_LOSS_KILLED, NULL, "Two died");
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
static int every(struct sr_doc *doc, int with)
{
	bool whole = true;
	int n = 0, kept;

	fails = with;
	do {
		unlink(PATH);
		unlink(PATH "-journal");
		left = ++n;
		kept = put_reports(doc);
		bool failed = left == 0;
		left = -1;
		int there = count();
		if (there < kept || kept < 0 || there > REPORTS) {
			printf("# operation %d: %d kept, %d there\n", n, kept,
			       there);
			whole = false;
		}
		if (!failed)
			break;
	} while (n < 5000);
	CHECK(whole);
	CHECK_INT(kept, REPORTS);
	return n;
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
	printf("# full disk: %d operations\n", every(&doc, SQLITE_FULL));
	int n = every(&doc, SQLITE_IOERR_WRITE);
	printf("# broken disk: %d operations\n", n);
	CHECK(n > 30);
	sr_doc_release(&doc);
	if (chdir("/") == 0)
		test_remove(dir);
	return done();
}
