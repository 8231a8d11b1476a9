/* sitrep check: that what answers are made of is whole. */
#include "cli/cli.h"

static int check_kit(struct sr_cli *cli)
{
	struct sr_err err = { 0 };
	struct sr_kit *kit = sr_cli_kit(cli, &err);
	size_t rows = 0;

	if (!kit)
		return sr_say_err(&err);
	for (int t = 0; t < SR_TABLE_COUNT; t++)
		rows += sr_kit_rows(kit, (enum sr_table)t);
	sr_cli_print(cli, "tables: %d, rows: %zu, kit %s\n", SR_TABLE_COUNT,
		     rows, sr_kit_hash(kit));
	sr_kit_close(kit);
	return SR_EXIT_OK;
}

int sr_cmd_check(struct sr_cli *cli)
{
	return check_kit(cli);
}
