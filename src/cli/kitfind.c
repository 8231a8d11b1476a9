/* Where the kit is: --kit FILE, $SITREP_KIT, beside the program in the build
 * tree, beside it in an installation, the folder it was installed to. With
 * --data DIR the tables are read from text, and the gazetteer and the models,
 * which are no text tables, come from the kit found. A gazetteer that the user
 * imported takes the place of the built-in one. The base map of maps lies beside
 * the kit. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/limits.h"
#include "cli/cli.h"

#define MOST_KIT ((size_t)2 << 30)

bool sr_cli_folder(const char *program, char *out, size_t n)
{
	ssize_t got = readlink("/proc/self/exe", out, n - 1);

	if (got > 0)
		out[got] = '\0';
	else if (program && strchr(program, '/') && strlen(program) < n)
		memcpy(out, program, strlen(program) + 1);
	else
		return false;
	char *slash = strrchr(out, '/');
	if (!slash)
		return false;
	*slash = '\0';
	return true;
}

/* The first place that holds a readable file of that name; false if none does.
 */
static bool find(const struct sr_cli *cli, const char *name, char *out,
		 size_t n)
{
	static const char *const BESIDE[] = { "../../data", "../share/sitrep" };
	char folder[SR_MAX_PATH];

	if (sr_cli_folder(cli->program, folder, sizeof(folder))) {
		for (size_t i = 0; i < 2; i++) {
			snprintf(out, n, "%s/%s/%s", folder, BESIDE[i], name);
			if (access(out, R_OK) == 0)
				return true;
		}
	}
	snprintf(out, n, "%s/sitrep/%s", SR_DATADIR, name);
	return access(out, R_OK) == 0;
}

enum sr_code sr_cli_basemap(const struct sr_cli *cli, struct sr_base *base,
			    struct sr_err *err)
{
	char found[SR_MAX_PATH + 64];
	const char *path = getenv("SITREP_BASEMAP");

	*base = (struct sr_base){ .header = NULL };
	if (!path && find(cli, "basemap.bin", found, sizeof(found)))
		path = found;
	return path && path[0] ? sr_base_open(base, path, err) : SR_OK;
}

static struct sr_kit *open_found(struct sr_cli *cli, struct sr_err *err)
{
	const char *path = cli->opt[SR_OPT_KIT];
	char found[SR_MAX_PATH + 64];
	struct sr_kit *kit = NULL;

	if (!path)
		path = getenv("SITREP_KIT");
	if (!path || !path[0]) {
		path = found;
		if (!find(cli, "sitrep.kit", found, sizeof(found))) {
			sr_fail(err, SR_IO, "kit",
				"no sitrep.kit beside the program or in %s; "
				"expected --kit FILE or $SITREP_KIT",
				SR_DATADIR "/sitrep");
			return NULL;
		}
	}
	if (sr_kit_open(&kit, path, err) != SR_OK)
		return NULL;
	return kit;
}

/* The tables of `dir` with the sections of `kit` that are no tables. */
static struct sr_kit *build(const struct sr_kit *kit, const char *dir,
			    struct sr_err *err)
{
	struct sr_kit_part part[SR_KIT_PARTS];
	struct sr_kit *made = NULL;
	struct sr_arena mem;
	struct sr_str bytes;

	size_t npart = sr_kit_parts(kit, part);
	sr_arena_init(&mem, MOST_KIT);
	if (sr_kit_build(&mem, dir, part, npart, &bytes, err) == SR_OK &&
	    sr_kit_read(&made, bytes.s, bytes.n, err) != SR_OK)
		made = NULL;
	sr_arena_release(&mem);
	return made;
}

/* Where an imported gazetteer is kept: $SITREP_GAZETTEER, which may be empty
 * for none, else in the user's own data folder. */
bool sr_cli_gazetteer(char *out, size_t n)
{
	const char *path = getenv("SITREP_GAZETTEER");
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	int used = 0;

	if (path)
		used = snprintf(out, n, "%s", path);
	else if (data && data[0] == '/')
		used = snprintf(out, n, "%s/sitrep/gazetteer", data);
	else if (home && home[0])
		used = snprintf(out, n, "%s/.local/share/sitrep/gazetteer",
				home);
	return used > 0 && (size_t)used < n;
}

static struct sr_kit *attach(const struct sr_cli *cli, struct sr_kit *kit,
			     struct sr_err *err)
{
	bool makes = cli->command && cli->command->run == sr_cmd_gazetteer;
	char path[SR_MAX_PATH];

	if (!kit || !sr_cli_gazetteer(path, sizeof(path)))
		return kit;
	/* One that is named must be there, unless it's about to be made. */
	if (access(path, F_OK) != 0 && (makes || !getenv("SITREP_GAZETTEER")))
		return kit;
	if (sr_kit_attach(kit, path, err) == SR_OK)
		return kit;
	sr_kit_close(kit);
	return NULL;
}

struct sr_kit *sr_cli_kit(struct sr_cli *cli, struct sr_err *err)
{
	struct sr_kit *kit = open_found(cli, err);

	if (!kit || !sr_cli_has(cli, SR_OPT_DATA))
		return attach(cli, kit, err);
	struct sr_kit *made = build(kit, cli->opt[SR_OPT_DATA], err);
	sr_kit_close(kit);
	return attach(cli, made, err);
}
