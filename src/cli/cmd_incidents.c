/* sitrep incidents, timeline, civilians, politics: what happened, as all the
 * claims about it put together. */
#include <stdlib.h>

#include "cli/ask.h"
#include "cli/incident.h"
#include "views/incidents.h"

static bool is_standing(struct sr_str item)
{
	for (int i = 0; i < SR_STANDING_COUNT; i++)
		if (sr_str_is(item, sr_standing_name((enum sr_standing)i)))
			return true;
	return false;
}

/* --status is of incidents here; the claims are not asked for theirs. */
static int take_standing(const char *list)
{
	struct sr_str rest = sr_str_of(list);

	while (rest.s && rest.n) {
		struct sr_str item = sr_str_trim(sr_str_cut(&rest, ','));
		if (is_standing(item))
			continue;
		sr_say("%.*s: no such status of an incident; expected "
		       "reported, supported, contested, admitted or denied",
		       (int)item.n, item.s);
		return SR_EXIT_USAGE;
	}
	return SR_EXIT_OK;
}

static bool wanted(const char *list, enum sr_standing standing)
{
	struct sr_str rest = sr_str_of(list);

	if (!rest.n)
		return true;
	while (rest.s && rest.n)
		if (sr_str_is(sr_str_trim(sr_str_cut(&rest, ',')),
			      sr_standing_name(standing)))
			return true;
	return false;
}

static int print(struct sr_ask *ask, enum sr_incident_view view,
		 const char *standings)
{
	struct sr_asked_incidents found;
	size_t ncolumn, limit = ask->filter.limit, n = 0;
	const struct sr_view_column *column =
		sr_incident_columns(view, &ncolumn);
	struct sr_rows rows = sr_ask_rows(ask, column, ncolumn);
	bool table = ask->view.format == SR_FORMAT_TABLE;

	ask->filter.limit = 0;
	if (sr_ask_incidents(ask, &found))
		return sr_ask_fail(ask);
	for (size_t i = 0; i < found.incidents.items.nitem; i++) {
		const struct sr_incident *in = &found.incidents.items.items[i];
		if (!found.wanted[i] || !wanted(standings, in->standing) ||
		    !sr_incident_shown(view, in, &found.all))
			continue;
		if (limit && n++ == limit)
			break;
		sr_incident_row(view, in, &found.all, table, &rows);
	}
	return sr_ask_print(ask, &rows);
}

static int run(struct sr_cli *cli, enum sr_incident_view view)
{
	const char *standings = cli->opt[SR_OPT_STATUS];
	struct sr_ask ask;

	if (standings && take_standing(standings))
		return SR_EXIT_USAGE;
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
