#include "cli/ask.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/compiler.h"
#include "views/safe.h"

const char *sr_ledger_path(const struct sr_cli *cli)
{
	const char *path = cli->opt[SR_OPT_DB];

	if (!path)
		path = getenv("SITREP_LEDGER");
	return path && path[0] ? path : "sitrep.db";
}

/* What of the options a question takes, in the order in which they are looked
 * at: what is wrong first is said first. */
static const enum sr_opt FILTERS[] = {
	SR_OPT_TYPE,	 SR_OPT_STATUS, SR_OPT_FROM,	SR_OPT_TO,
	SR_OPT_KNOWN_ON, SR_OPT_SOURCE, SR_OPT_SPEAKER, SR_OPT_TEXT,
	SR_OPT_SIDE,	 SR_OPT_LIMIT,	SR_OPT_NEAR,	SR_OPT_PLACE,
	SR_OPT_FORMAT,
};

static enum sr_code take_options(struct sr_ask *ask)
{
	enum sr_code code = SR_OK;

	for (size_t i = 0; !code && i < SR_LEN(FILTERS); i++)
		if (sr_cli_has(ask->cli, FILTERS[i]))
			code = sr_ask_option(ask, sr_options[FILTERS[i]].name,
					     ask->cli->opt[FILTERS[i]]);
	return code ? code : sr_ask_ready(ask);
}

int sr_ask_begin(struct sr_ask *ask, struct sr_cli *cli)
{
	sr_ask_init(ask);
	ask->cli = cli;
	ask->view.width = cli->width;
	ask->view.colour = cli->colour;
	if (cli->command->options & SR_BIT(SR_OPT_KIT)) {
		/* Asked for by name it must be there; else it is a help. */
		ask->kit = sr_cli_kit(cli, &ask->err);
		if (!ask->kit && sr_cli_has(cli, SR_OPT_KIT))
			return sr_ask_fail(ask);
		ask->err = (struct sr_err){ 0 };
	}
	return take_options(ask) ? sr_ask_fail(ask) : SR_EXIT_OK;
}

int sr_ask_ledger(struct sr_ask *ask)
{
	const char *by = ask->cli->opt[SR_OPT_LEARNT_BY];
	char moment[SR_MOMENT];

	ask->ledger = sr_ledger_open(sr_ledger_path(ask->cli), SR_LEDGER_READ,
				     &ask->err);
	ask->turned_back = by != NULL;
	if (ask->ledger && by &&
	    (sr_cli_moment(by, moment, &ask->err) ||
	     sr_ledger_as_of(ask->ledger, 0, sr_str_of(moment), &ask->err)))
		return sr_ask_fail(ask);
	return ask->ledger ? SR_EXIT_OK : sr_ask_fail(ask);
}

int sr_ask_open(struct sr_ask *ask, struct sr_cli *cli)
{
	int status = sr_ask_begin(ask, cli);

	return status ? status : sr_ask_ledger(ask);
}

void sr_ask_close(struct sr_ask *ask)
{
	sr_ledger_close(ask->ledger);
	sr_kit_close(ask->kit);
	sr_ask_release(ask);
}

int sr_ask_fail(struct sr_ask *ask)
{
	return sr_say_err(&ask->err);
}

int sr_ask_print(struct sr_ask *ask, struct sr_rows *rows)
{
	struct sr_json out = { .mem = &ask->mem };

	if (!rows->cells.nitem && ask->view.format == SR_FORMAT_TABLE)
		sr_say("%s: nothing in it fits; 'sitrep reports' lists what "
		       "was read",
		       sr_ledger_path(ask->cli));
	if (sr_rows_write(rows, &ask->view, &out, &ask->err))
		return sr_ask_fail(ask);
	sr_cli_write(ask->cli, sr_json_text(&out));
	return SR_EXIT_OK;
}

void sr_ask_line(struct sr_ask *ask, const char *text, struct sr_json *out)
{
	size_t most = SR_SAFE_MOST(strlen(text));
	char *safe = sr_arena_raw(&ask->mem, most, 1);

	if (!safe)
		return;
	sr_json_raw(out, (struct sr_str){ safe, sr_safe_line(sr_str_of(text),
							     safe, most) });
	sr_json_line(out);
}

void sr_ask_say(struct sr_ask *ask, const char *fmt, ...)
{
	struct sr_json safe = { .mem = &ask->mem };
	char text[SR_ASK_SAID];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	sr_ask_line(ask, text, &safe);
	sr_cli_write(ask->cli, sr_json_text(&safe));
}
