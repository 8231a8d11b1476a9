/* The clock, looked at only here. What is made with --now is the same bytes on
 * every run. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/calendar.h"
#include "cli/cli.h"

/* "2022-03-30" or "2022-03-30T08:00:00Z". */
static bool moment_read(const char *text, char out[SR_MOMENT])
{
	struct sr_str s = sr_str_of(text);
	int32_t day;

	if (s.n != 10 && s.n != 20)
		return false;
	if (!sr_day_read((struct sr_str){ s.s, 10 }, &day))
		return false;
	memcpy(out, "0000-00-00T00:00:00Z", 21);
	memcpy(out, s.s, s.n);
	for (size_t i = 11; i < 19; i++)
		if (i == 13 || i == 16 ? out[i] != ':'
				       : out[i] < '0' || out[i] > '9')
			return false;
	return out[10] == 'T' && out[19] == 'Z' && out[11] < '3' &&
	       out[14] < '6' && out[17] < '7';
}

enum sr_code sr_cli_now(const struct sr_cli *cli, char out[SR_MOMENT],
			struct sr_err *err)
{
	const char *given = cli->opt[SR_OPT_NOW];
	time_t t = time(NULL);
	struct tm tm;

	if (!given)
		given = getenv("SITREP_NOW");
	if (given && given[0]) {
		if (moment_read(given, out))
			return SR_OK;
		return sr_fail(err, SR_USAGE, given,
			       "no such moment; expected YYYY-MM-DD or "
			       "YYYY-MM-DDTHH:MM:SSZ");
	}
	if (!gmtime_r(&t, &tm) ||
	    !strftime(out, SR_MOMENT, "%Y-%m-%dT%H:%M:%SZ", &tm))
		return sr_fail(err, SR_IO, "clock", "cannot be read");
	return SR_OK;
}

enum sr_code sr_cli_moment(const char *text, char out[SR_MOMENT],
			   struct sr_err *err)
{
	if (!moment_read(text, out))
		return sr_fail(err, SR_USAGE, text,
			       "no such moment; expected YYYY-MM-DD or "
			       "YYYY-MM-DDTHH:MM:SSZ");
	if (strlen(text) == 10)
		memcpy(out + 11, "23:59:59", 8);
	return SR_OK;
}

double sr_cli_seconds(void)
{
	struct timespec t = { 0 };

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The one thing that a signal may touch. */
static volatile sig_atomic_t stopped;

static void note(int signal)
{
	(void)signal;
	stopped = 1;
}

void sr_cli_catch(void)
{
	struct sigaction act = { .sa_handler = note,
				 .sa_flags = (int)SA_RESETHAND };

	sigemptyset(&act.sa_mask);
	sigaction(SIGINT, &act, NULL);
	sigaction(SIGTERM, &act, NULL);
}

bool sr_cli_stopped(void)
{
	return stopped;
}

bool sr_cli_wait(void *unused, double seconds)
{
	double until = seconds > 0 ? sr_cli_seconds() + seconds : 0;

	(void)unused;
	while (!stopped && until > 0) {
		double left = until - sr_cli_seconds();
		if (left <= 0)
			break;
		/* Short naps: a signal may come right before one. */
		double nap = left < 0.5 ? left : 0.5;
		struct timespec t = { 0, (long)(nap * 1e9) };
		nanosleep(&t, NULL);
	}
	return !stopped;
}
