/* sitrep forces: the order of battle, one line for each place and part in
 * which a unit was reported, superiors before those below them. */
#include "answer/forces.h"
#include "cli/ask.h"

int sr_cmd_forces(struct sr_cli *cli)
{
	struct sr_ask ask;
	struct sr_rows rows;
	struct sr_str unit = sr_str_of(cli->noperand ? cli->operand[0] : NULL);
	int status = sr_ask_open(&ask, cli);

	if (!status)
		status = sr_forces_rows(&ask, unit, sr_cli_has(cli, SR_OPT_ALL),
					&rows)
				 ? sr_ask_fail(&ask)
				 : sr_ask_print(&ask, &rows);
	sr_ask_close(&ask);
	return status;
}
