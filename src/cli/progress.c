#include "cli/progress.h"

#include <stdio.h>

#define EVERY 0.2 /* seconds */

void sr_progress_begin(struct sr_progress *p, const struct sr_cli *cli)
{
	*p = (struct sr_progress){ .on = cli->progress };
	p->began = sr_cli_seconds();
	p->shown = p->began - EVERY;
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
	fprintf(stderr, "\r%zu reports, %.1f MB, %.0f reports/s\x1b[K", p->done,
		(double)p->bytes / 1e6,
		seconds > 0 ? (double)p->done / seconds : 0.0);
	fflush(stderr);
}

void sr_progress_clear(struct sr_progress *p)
{
	if (!p->on)
		return;
	fputs("\r\x1b[K", stderr);
	p->shown = sr_cli_seconds() - EVERY;
}
