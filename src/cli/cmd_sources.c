/* sitrep sources: publishers, speakers and texts, how much is heard from each,
 * and how it fares beside what others say. */
#include "answer/coverage.h"
#include "answer/sources.h"
#include "cli/ask.h"

int sr_cmd_sources(struct sr_cli *cli)
{
	struct sr_ask ask;
	struct sr_rows rows;
	int status = sr_ask_open(&ask, cli);

	if (!status)
		status = (sr_cli_has(cli, SR_OPT_COVERAGE)
				  ? sr_coverage_rows(
					    &ask,
					    sr_cli_has(cli, SR_OPT_SERIES),
					    &rows)
				  : sr_sources_rows(&ask, &rows))
				 ? sr_ask_fail(&ask)
				 : sr_ask_print(&ask, &rows);
	sr_ask_close(&ask);
	return status;
}
