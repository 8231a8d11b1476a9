/* sitrep gazetteer import: a GeoNames dump in the user's own gazetteer. */
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

#include "base/limits.h"
#include "cli/cli.h"
#include "kit/gaz_import.h"

/* Makes the folders that a file's path goes through. */
static void make_folders(char *path)
{
	for (char *p = path + 1; *p; p++) {
		if (*p != '/')
			continue;
		*p = '\0';
		mkdir(path, 0777); /* a failure shows when the file is made */
		*p = '/';
	}
}

static void tell(struct sr_cli *cli, const struct sr_gaz_import *in)
{
	sr_cli_print(cli,
		     "%zu rows: %zu places new, %zu known and made richer, "
		     "%zu of kinds that aren't taken, %zu refused\n"
		     "%s: %zu places, %zu MB\n",
		     in->rows, in->added, in->joined, in->left, in->refused,
		     in->out, in->places, in->bytes >> 20);
	if (in->refused)
		sr_say("%s: %s", in->dump, in->first_refused);
}

int sr_cmd_gazetteer(struct sr_cli *cli)
{
	struct sr_err err = { 0 };
	char path[SR_MAX_PATH];

	if (strcmp(cli->operand[0], "import") != 0) {
		sr_fail(&err, SR_USAGE, "gazetteer", "'%s': expected import",
			cli->operand[0]);
		return sr_say_err(&err);
	}
	if (!sr_cli_gazetteer(path, sizeof(path))) {
		sr_fail(&err, SR_USAGE, "gazetteer",
			"no place to keep it: expected $SITREP_GAZETTEER or "
			"$HOME");
		return sr_say_err(&err);
	}
	struct sr_kit *kit = sr_cli_kit(cli, &err);
	if (!kit)
		return sr_say_err(&err);
	struct sr_gaz_import in = { .dump = cli->operand[1],
				    .out = path,
				    .alone = sr_cli_has(cli, SR_OPT_ALONE) };
	make_folders(path);
	enum sr_code code = sr_gaz_import(kit, &in, &err);
	sr_kit_close(kit);
	if (code)
		return sr_say_err(&err);
	tell(cli, &in);
	return in.refused ? SR_EXIT_REFUSED : SR_EXIT_OK;
}
