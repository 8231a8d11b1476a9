/* sitrep reports: what was read. */
#include "answer/reports.h"
#include "answer/versions.h"
#include "cli/ask.h"

int sr_cmd_reports(struct sr_cli *cli)
{
	struct sr_ask ask;
	struct sr_rows rows;
	int status = sr_ask_open(&ask, cli);

	if (!status &&
	    (sr_cli_has(cli, SR_OPT_REFUSED) ? sr_refused_rows(&ask, &rows)
	     : sr_cli_has(cli, SR_OPT_ASIDE) ? sr_aside_rows(&ask, &rows)
	     : sr_cli_has(cli, SR_OPT_VERSIONS)
		     ? sr_versions_rows(&ask, &rows)
		     : sr_reports_rows(&ask, &rows)))
		status = sr_ask_fail(&ask);
	else if (!status)
		status = sr_ask_print(&ask, &rows);
	sr_ask_close(&ask);
	return status;
}
