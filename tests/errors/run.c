/* What the kit's compiler says to a bad table: each TABLE.WHAT.tsv here takes
 * the place of that table, each WHAT.pat that of all patterns, and the error
 * must be the line in the .expect beside it, "file:line: text". With SR_BLESS
 * set it writes those lines instead: read the difference. */
#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "kit/kit.h"
#include "lib/check.h"
#include "lib/scratch.h"

#define PATH 4096

static const char *source, *here;

static bool ends(const char *s, const char *with)
{
	size_t n = strlen(s), k = strlen(with);

	return n > k && strcmp(s + n - k, with) == 0;
}

static void join(char out[PATH], const char *dir, const char *name)
{
	int n = snprintf(out, PATH, "%s/%s", dir, name);

	if (n < 0 || n >= PATH) {
		puts("Bail out! a path is too long");
		exit(1);
	}
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static void link_to(const char *from, const char *to)
{
	unlink(to);
	if (symlink(from, to) != 0)
		perror(to);
}

/* A folder like data/ in which links lead to the tables of data/, but for the
 * bad one. */
static void mirror(const char *from, const char *to, const char *bad,
		   const char *stem)
{
	struct dirent **entry;
	int n = scandir(from, &entry, NULL, by_name);

	mkdir(to, 0777);
	for (int i = 0; i < n; i++) {
		const char *name = entry[i]->d_name;
		char a[PATH], b[PATH], c[PATH], wanted[PATH];
		struct stat st;
		join(a, from, name);
		join(b, to, name);
		join(c, here, bad);
		snprintf(wanted, sizeof(wanted), "%s.tsv", stem);
		if (name[0] != '.' && stat(a, &st) == 0) {
			if (S_ISDIR(st.st_mode))
				mirror(a, b, bad, stem);
			else if (strcmp(name, wanted) == 0)
				link_to(c, b);
			else if (ends(name, ".tsv"))
				link_to(a, b);
		}
		free(entry[i]);
	}
	if (n >= 0)
		free(entry);
	if (ends(to, "/patterns") && ends(bad, ".pat")) {
		char c[PATH], b[PATH];
		join(c, here, bad);
		join(b, to, bad);
		link_to(c, b);
	}
}

static void remove_all(const char *path)
{
	struct dirent **entry;
	int n = scandir(path, &entry, NULL, by_name);

	for (int i = 0; i < n; i++) {
		char p[PATH];
		const char *name = entry[i]->d_name;
		join(p, path, name);
		if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0 &&
		    unlink(p) != 0)
			remove_all(p);
		free(entry[i]);
	}
	if (n >= 0)
		free(entry);
	rmdir(path);
}

static void expect(const char *bad, const char *got)
{
	char path[PATH], name[PATH];
	struct sr_arena mem;
	struct sr_str want = { 0 };

	snprintf(name, sizeof(name), "%.*s.expect",
		 (int)(strrchr(bad, '.') - bad), bad);
	join(path, here, name);
	if (getenv("SR_BLESS")) {
		FILE *out = fopen(path, "w");
		if (out) {
			fprintf(out, "%s\n", got);
			fclose(out);
		}
		return;
	}
	sr_arena_init(&mem, 1 << 20);
	bool read = !sr_file_read(&mem, path, 1 << 16, &want, NULL);
	bool same = read && sr_str_is(sr_str_trim(want), got);
	check_line(same, bad, 0, got);
	if (!same)
		printf("# want %.*s\n", (int)want.n, want.n ? want.s : "");
	sr_arena_release(&mem);
}

static void run(const char *bad)
{
	char data[PATH], temp[TEST_FOLDER], stem[PATH];
	struct sr_arena mem;
	struct sr_str bytes;
	struct sr_err err = { 0 };
	char got[sizeof(err.where) + sizeof(err.text) + 4];

	if (!test_folder(temp)) {
		check_line(0, __FILE__, __LINE__, "a folder of its own");
		return;
	}
	snprintf(stem, sizeof(stem), "%.*s", (int)strcspn(bad, "."), bad);
	join(data, source, "data");
	mirror(data, temp, bad, ends(bad, ".tsv") ? stem : "");
	sr_arena_init(&mem, (size_t)1 << 30);
	enum sr_code code = sr_kit_build(&mem, temp, NULL, 0, &bytes, &err);
	snprintf(got, sizeof(got), "%s: %s", err.where, err.text);
	expect(bad, code ? got : "no error");
	sr_arena_release(&mem);
	remove_all(temp);
}

int main(void)
{
	char dir[PATH];
	struct dirent **entry;

	char cwd[PATH];
	source = getenv("SR_SOURCE");
	if (!source)
		source = getcwd(cwd, sizeof(cwd));
	if (!source || source[0] != '/') {
		puts("Bail out! SR_SOURCE is no path from the root");
		return 1;
	}
	join(dir, source, "tests/errors");
	here = dir;
	int n = scandir(dir, &entry, NULL, by_name);
	CHECK(n > 0);
	for (int i = 0; i < n; i++) {
		if (ends(entry[i]->d_name, ".tsv") ||
		    ends(entry[i]->d_name, ".pat"))
			run(entry[i]->d_name);
		free(entry[i]);
	}
	if (n >= 0)
		free(entry);
	return done();
}
