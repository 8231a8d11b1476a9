/* sitrep brief: a situation report of a stretch of days, to be read, sent and
 * printed. */
#include "base/str.h"
#include "brief/write.h"
#include "cli/ask.h"

/* --as, else the ending of the file, else Markdown. */
static enum sr_code format_of(struct sr_ask *ask, enum sr_brief_format *format)
{
	const char *as = ask->cli->opt[SR_OPT_AS];
	const char *path = ask->cli->opt[SR_OPT_OUTPUT];
	const char *dot = path ? strrchr(path, '.') : NULL;

	*format = SR_BRIEF_MD;
	if (!as && path)
		as = dot ? dot + 1 : path;
	return as ? sr_brief_format(as, format, &ask->err) : SR_OK;
}

static int make(struct sr_ask *ask)
{
	const char *path = ask->cli->opt[SR_OPT_OUTPUT];
	struct sr_json out = { .mem = &ask->mem };
	enum sr_brief_format format;
	struct sr_brief brief;

	if (format_of(ask, &format) || sr_brief_make(ask, &brief) ||
	    sr_brief_write(&brief, format, &out, &ask->err))
		return sr_ask_fail(ask);
	if (path && strcmp(path, "-") != 0)
		return sr_cli_save(path, sr_json_text(&out));
	sr_cli_write(ask->cli, sr_json_text(&out));
	return SR_EXIT_OK;
}

int sr_cmd_brief(struct sr_cli *cli)
{
	struct sr_ask ask;
	int status = sr_ask_open(&ask, cli);

	if (!status)
		status = make(&ask);
	sr_ask_close(&ask);
	return status;
}
