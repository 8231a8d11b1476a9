/* A folder of a test's own. */
#ifndef SR_TESTS_SCRATCH_H
#define SR_TESTS_SCRATCH_H

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEST_FOLDER 256

/* Makes a folder where the system has its temporary ones; NULL where that is
 * not to be had. Put into path. */
static inline const char *test_folder(char path[TEST_FOLDER])
{
	const char *top = getenv("TMPDIR");

	snprintf(path, TEST_FOLDER, "%.200s/sitrep-test-XXXXXX",
		 top && *top ? top : "/tmp");
	return mkdtemp(path);
}

/* Removes a folder that test_folder made, with the files in it. */
static inline void test_remove(const char *dir)
{
	DIR *d = opendir(dir);
	struct dirent *e;
	char path[512];

	while (d && (e = readdir(d))) {
		snprintf(path, sizeof(path), "%s/%.250s", dir, e->d_name);
		if (e->d_name[0] != '.')
			unlink(path);
	}
	if (d)
		closedir(d);
	rmdir(dir);
}

#endif
