/* sitrep incidents, timeline, civilians, politics: what happened, as all the
 * claims about it put together. */
#include "answer/incidents.h"
#include "cli/ask.h"

static int print(struct sr_ask *ask, enum sr_incident_view view,
		 const char *standings)
{
	struct sr_rows rows;

	if (sr_incident_rows(ask, view, standings, &rows))
		return sr_ask_fail(ask);
	return sr_ask_print(ask, &rows);
}

static int run(struct sr_cli *cli, enum sr_incident_view view)
{
	const char *standings = cli->opt[SR_OPT_STATUS];
	struct sr_ask ask;

	cli->opt[SR_OPT_STATUS] = NULL;
	int status = sr_ask_open(&ask, cli);
	if (!status)
		status = print(&ask, view, standings);
	sr_ask_close(&ask);
	return status;
}

int sr_cmd_incidents(struct sr_cli *cli)
{
	return run(cli, SR_VIEW_INCIDENTS);
}

int sr_cmd_civilians(struct sr_cli *cli)
{
	return run(cli, SR_VIEW_CIVILIANS);
}

int sr_cmd_politics(struct sr_cli *cli)
{
	return run(cli, SR_VIEW_POLITICS);
}

/* sitrep timeline [PLACE]: what has a day, in order. */
int sr_cmd_timeline(struct sr_cli *cli)
{
	if (cli->noperand)
		cli->opt[SR_OPT_PLACE] = cli->operand[0];
	return run(cli, SR_VIEW_TIMELINE);
}
