/* sitrep serve: the page of a ledger, until a signal ends it. */
#include <signal.h>
#include <stdlib.h>

#include "cli/ask.h"
#include "serve/serve.h"

static void say(void *user, const char *line)
{
	(void)user;
	sr_say("%s", line);
}

static enum sr_code now(void *user, char out[SR_MOMENT_TEXT],
			struct sr_err *err)
{
	return sr_cli_now(user, out, err);
}

static enum sr_code take_port(const char *text, unsigned *port,
			      struct sr_err *err)
{
	char *end;

	*port = SR_SERVE_PORT;
	if (!text)
		return SR_OK;
	unsigned long n = strtoul(text, &end, 10);
	*port = (unsigned)n;
	return text[0] >= '0' && text[0] <= '9' && !*end && n < 65536
		       ? SR_OK
		       : sr_fail(err, SR_USAGE, text,
				 "no port; expected 1 to 65535, or 0 for any "
				 "that is free");
}

static int run(const struct sr_serve_options *o, struct sr_err *err)
{
	struct sr_server *server;
	sigset_t ends;
	int got;

	/* Before there are threads, so that all of them leave these alone. */
	sigemptyset(&ends);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGHUP);
	pthread_sigmask(SIG_BLOCK, &ends, NULL);
	server = sr_server_open(o, err);
	if (!server)
		return sr_say_err(err);
	sr_server_warm(server);
	sr_say("serving %s at %s%s, Ctrl-C stops", o->ledger,
	       sr_server_url(server), o->read_only ? " (read only)" : "");
	while (sigwait(&ends, &got) != 0)
		;
	sr_say("stopping");
	sr_server_close(server);
	return SR_EXIT_OK;
}

int sr_cmd_serve(struct sr_cli *cli)
{
	struct sr_err err = { 0 };
	struct sr_serve_options o = {
		.ledger = sr_ledger_path(cli),
		.bind = cli->opt[SR_OPT_BIND],
		.read_only = sr_cli_has(cli, SR_OPT_READ_ONLY),
		.open_hosts = cli->opt[SR_OPT_OPEN_HOST],
		.web = cli->opt[SR_OPT_WEB],
		.say = say,
		.now = now,
		.user = cli,
	};
	enum sr_code code = take_port(cli->opt[SR_OPT_PORT], &o.port, &err);

	if (!code)
		o.kit = sr_cli_kit(cli, &err);
	if (o.kit && sr_cli_basemap(cli, &o.base, &err))
		code = err.code;
	int status = o.kit && !code ? run(&o, &err) : sr_say_err(&err);
	if (o.base.header)
		sr_base_close(&o.base);
	sr_kit_close(o.kit);
	return status;
}
