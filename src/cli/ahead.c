/* How much there is to read, for the progress line alone: sizes are added up,
 * nothing is opened. Links to folders are not followed; what is wrong is
 * noticed when it is read. */
#include <dirent.h>
#include <stdio.h>
#include <sys/stat.h>

#include "base/limits.h"
#include "cli/progress.h"
#include "fetch/fetch.h"

static uint64_t below(const char *path, size_t depth)
{
	char name[SR_MAX_PATH];
	struct stat st;
	struct dirent *e;
	uint64_t sum = 0;

	if (lstat(path, &st) != 0 || depth > SR_MAX_DIR_DEPTH)
		return 0;
	if (!S_ISDIR(st.st_mode))
		return S_ISREG(st.st_mode) ? (uint64_t)st.st_size : 0;
	DIR *dir = opendir(path);
	while (dir && (e = readdir(dir))) {
		int n = e->d_name[0] == '.'
				? -1
				: snprintf(name, sizeof(name), "%s/%s", path,
					   e->d_name);
		if (n > 0 && (size_t)n < sizeof(name))
			sum += below(name, depth + 1);
	}
	if (dir)
		closedir(dir);
	return sum;
}

uint64_t sr_cli_ahead(const struct sr_cli *cli)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < cli->noperand; i++) {
		const char *path = cli->operand[i];
		uint64_t n = sr_is_url(path) ? 0 : below(path, 0);
		if (!n) /* a pipe, an address: nobody knows */
			return 0;
		sum += n;
	}
	return sum;
}
