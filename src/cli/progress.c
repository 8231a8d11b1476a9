#include "cli/progress.h"

#include <stdio.h>

#define EVERY 0.2 /* seconds */

void sr_progress_begin(struct sr_progress *p, const struct sr_cli *cli)
{
	*p = (struct sr_progress){ .on = cli->progress };
	p->ahead = p->on ? sr_cli_ahead(cli) : 0;
	p->began = sr_cli_seconds();
	p->shown = p->began - EVERY;
}

/* "3 min 20 s" of what is left, by the bytes that are done. Archives hold more
 * than their files' sizes say: then nothing is said towards the end. */
static void say_left(const struct sr_progress *p, double seconds)
{
	double done = (double)p->bytes, all = (double)p->ahead;

	if (p->bytes == 0 || p->bytes >= p->ahead || seconds < 1)
		return;
	unsigned long left = (unsigned long)(seconds * (all - done) / done);
	if (left >= 3600)
		fprintf(stderr, ", %lu h %lu min left", left / 3600,
			left / 60 % 60);
	else if (left >= 60)
		fprintf(stderr, ", %lu min %lu s left", left / 60, left % 60);
	else
		fprintf(stderr, ", %lu s left", left);
}

void sr_progress_step(struct sr_progress *p, size_t bytes)
{
	p->done++;
	p->bytes += bytes;
	double now = p->on ? sr_cli_seconds() : 0;
	if (!p->on || now - p->shown < EVERY)
		return;
	double seconds = now - p->began;
	p->shown = now;
	fprintf(stderr, "\r%zu reports, %.1f", p->done, (double)p->bytes / 1e6);
	if (p->bytes < p->ahead)
		fprintf(stderr, " of %.1f", (double)p->ahead / 1e6);
	fprintf(stderr, " MB, %.0f reports/s",
		seconds > 0 ? (double)p->done / seconds : 0.0);
	say_left(p, seconds);
	fputs("\x1b[K", stderr);
	fflush(stderr);
}

void sr_progress_clear(struct sr_progress *p)
{
	if (!p->on)
		return;
	fputs("\r\x1b[K", stderr);
	p->shown = sr_cli_seconds() - EVERY;
}
