/* The start: signals, terminal, parsing, dispatch, and the last look at
 * standard output. See cli.h. */
#include <errno.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/cli.h"
#include "ledger/ledger.h"

/* Columns of the terminal on standard output; 0 if it is none. */
static size_t terminal_width(void)
{
	struct winsize size;
	const char *columns = getenv("COLUMNS");

	if (!isatty(STDOUT_FILENO))
		return 0;
	if (columns) {
		long n = strtol(columns, NULL, 10);
		if (n >= 20 && n <= 1000)
			return (size_t)n;
	}
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20)
		return size.ws_col;
	return 80;
}

static bool set(const char *name)
{
	const char *value = getenv(name);

	return value && value[0];
}

static void look_around(struct sr_cli *cli)
{
	const char *term = getenv("TERM");
	bool dumb = !term || strcmp(term, "dumb") == 0;

	cli->width = terminal_width();
	cli->colour = cli->width && !dumb && !set("NO_COLOR");
	cli->progress = isatty(STDERR_FILENO) && !dumb;
}

static int run(struct sr_cli *cli)
{
	if (sr_cli_has(cli, SR_OPT_VERSION))
		return sr_help_version(cli);
	if (sr_cli_has(cli, SR_OPT_HELP))
		return cli->command ? sr_help_command(cli, cli->command)
				    : sr_help_all(cli);
	if (!cli->command)
		return sr_help_short(cli);
	return cli->command->run(cli);
}

/* A full disk is found here at the latest: nothing may get lost in silence.
 * A reader that has gone ("| head") is not our failure. */
static int finish(struct sr_cli *cli, int status)
{
	errno = 0;
	if (!cli->reason && (fflush(stdout) != 0 || ferror(stdout)))
		cli->reason = errno ? errno : EIO;
	if (!cli->reason || cli->reason == EPIPE)
		return status;
	sr_say("standard output: %s", strerror(cli->reason));
	return SR_EXIT_ENVIRONMENT;
}

/* What was large goes back to the system when it is let go. By itself glibc
 * ceases to do so once one such block was, and memory stays what it was at most. */
static void give_back_memory(void)
{
#ifdef __GLIBC__
	mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

int main(int argc, char **argv)
{
	struct sr_cli cli = { .program = argc > 0 ? argv[0] : "sitrep" };
	struct sr_err err = { 0 };

	give_back_memory();
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN); /* a limit on file sizes is a full disk */
	setvbuf(stdout, NULL, _IOFBF, 1 << 16);
	sr_ledger_in_program();
	if (sr_cli_parse(&cli, argc, argv, &err) != SR_OK)
		return sr_say_err(&err);
	look_around(&cli);
	return finish(&cli, run(&cli));
}
