/* sitrep losses: every figure as it was stated, by side and kind, with who
 * stated it and how it differs from the one before; with --series, what each
 * claimant says of each thing in one line. */
#include "answer/losses.h"
#include "cli/ask.h"

static int print(struct sr_ask *ask)
{
	struct sr_losses_view v;
	struct sr_rows rows;

	if (sr_losses_load(ask, sr_cli_has(ask->cli, SR_OPT_ALL), &v))
		return sr_ask_fail(ask);
	if (sr_cli_has(ask->cli, SR_OPT_SERIES))
		sr_losses_series_rows(&v, &rows);
	else
		sr_losses_rows(&v, &rows);
	return sr_ask_print(ask, &rows);
}

int sr_cmd_losses(struct sr_cli *cli)
{
	struct sr_ask ask;
	int status = sr_ask_open(&ask, cli);

	if (!status)
		status = print(&ask);
	sr_ask_close(&ask);
	return status;
}
