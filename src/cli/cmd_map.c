/* sitrep map --on DAY -o FILE: who held what on a day.
 * sitrep map --animate --from DAY --to DAY -o FOLDER: a frame for each day. */
#include <stdio.h>
#include <sys/stat.h>

#include "base/calendar.h"
#include "base/limits.h"
#include "cli/ask.h"
#include "draw/area.h"
#include "draw/paint.h"

#define WINDOW 7
#define MOST_FRAMES 3660

struct making {
	struct sr_ask *ask;
	struct sr_base base;
	struct sr_map_ask want;
	struct sr_map_options options;
	enum sr_map_format format;
};

/* A whole number of an option, or `usual` where it is not given. */
static enum sr_code number(struct sr_ask *ask, enum sr_opt opt,
			   const unsigned long range[2], double *out)
{
	const char *text = ask->cli->opt[opt];
	char *end = NULL;

	if (!text)
		return SR_OK;
	unsigned long v = text[0] >= '0' && text[0] <= '9'
				  ? strtoul(text, &end, 10)
				  : 0;
	if (!end || *end || v < range[0] || v > range[1])
		return sr_fail(&ask->err, SR_USAGE, text,
			       "expected --%s from %lu to %lu",
			       sr_options[opt].name, range[0], range[1]);
	*out = (double)v;
	return SR_OK;
}

static enum sr_code take_area(struct making *m)
{
	const char *text = m->ask->cli->opt[SR_OPT_AREA];

	return text ? sr_map_area(m->ask, text, &m->options) : SR_OK;
}

static enum sr_code take_theme(struct making *m)
{
	const char *text = m->ask->cli->opt[SR_OPT_THEME];

	m->options.dark = text && !strcmp(text, "dark");
	if (text && !m->options.dark && strcmp(text, "light") != 0)
		return sr_fail(&m->ask->err, SR_USAGE, text,
			       "expected --theme light or dark");
	return SR_OK;
}

static enum sr_code take_output(struct making *m)
{
	const char *path = m->ask->cli->opt[SR_OPT_OUTPUT];

	if (!path)
		return sr_fail(&m->ask->err, SR_USAGE, "map",
			       "expected --output FILE, a name that ends in "
			       ".svg, .png or .pdf");
	m->format = SR_MAP_PNG;
	return sr_cli_has(m->ask->cli, SR_OPT_ANIMATE)
		       ? SR_OK
		       : sr_map_format_of(path, &m->format, &m->ask->err);
}

static enum sr_code take_options(struct making *m)
{
	static const unsigned long DAYS[] = { 0, 366 };
	static const unsigned long SIDE[] = { (unsigned long)SR_MAP_LEAST,
					      (unsigned long)SR_MAP_MOST };
	struct sr_ask *ask = m->ask;
	double window = WINDOW;
	enum sr_code code = take_output(m);

	m->options = SR_MAP_OPTIONS;
	m->want.all = sr_cli_has(ask->cli, SR_OPT_ALL);
	if (!code)
		code = number(ask, SR_OPT_DAYS, DAYS, &window);
	if (!code)
		code = number(ask, SR_OPT_WIDTH, SIDE, &m->options.width);
	if (!code)
		code = number(ask, SR_OPT_HEIGHT, SIDE, &m->options.height);
	if (!code)
		code = take_theme(m);
	if (!code)
		code = take_area(m);
	m->want.window = (uint32_t)window;
	return code;
}

/* The day of --on; without it the last of which anything is known. */
static enum sr_code take_day(struct making *m)
{
	const char *on = m->ask->cli->opt[SR_OPT_ON];
	struct sr_ask *ask = m->ask;
	struct sr_control_view v = { .ask = ask };

	if (on)
		return sr_ask_day(on, true, &m->want.day, &ask->err);
	enum sr_code code = sr_control_load(&v);
	m->want.day = code ? 0 : sr_last_day(&v.all);
	if (!code && m->want.day == SR_DAY_MAX - 1)
		code = sr_fail(&ask->err, SR_REFUSED, "map",
			       "the ledger knows of no day");
	return code;
}

/* The filter as the options gave it, which drawing a day uses up. */
static int draw(struct making *m, const char *path)
{
	struct sr_filter filter = m->ask->filter;
	struct sr_map_drawn drawn;
	enum sr_code code = sr_map_draw(m->ask, &m->base, &m->want,
					&m->options, m->format, &drawn);

	m->ask->filter = filter;
	return code ? sr_ask_fail(m->ask) : sr_cli_save(path, drawn.bytes);
}

/* Without --area the ground of the last day is that of all, so that it stays. */
static void hold_ground(struct making *m, struct sr_days days)
{
	struct sr_filter filter = m->ask->filter;
	struct sr_map_drawn drawn;

	for (int i = 0; i < 2 && !m->options.has_area; i++) {
		m->want.day = i ? days.from : days.to;
		if (!sr_map_draw(m->ask, &m->base, &m->want, &m->options,
				 SR_MAP_SVG, &drawn)) {
			m->options.area = sr_page_degrees(
				&drawn.layout.projection, &drawn.layout.frame);
			m->options.has_area = true;
		}
		m->ask->filter = filter;
		m->ask->err = (struct sr_err){ .code = SR_OK };
		sr_arena_reset(&m->ask->mem);
	}
}

/* The folder, made where it isn't there; its frames 0001.png, ... */
static int animate(struct making *m)
{
	const char *folder = m->ask->cli->opt[SR_OPT_OUTPUT];
	struct sr_days days = m->ask->filter.days;
	char path[SR_MAX_PATH];
	int status = SR_EXIT_OK;

	if (days.from == SR_DAY_MIN || days.to == SR_DAY_MAX ||
	    !sr_days_known(days) || sr_days_span(days) >= MOST_FRAMES) {
		sr_fail(&m->ask->err, SR_USAGE, "--animate",
			"expected --from DAY and --to DAY, at most %d days",
			MOST_FRAMES);
		return sr_ask_fail(m->ask);
	}
	mkdir(folder, 0777); /* that it is there shows when a frame is written */
	m->ask->filter.days = SR_DAYS_UNKNOWN;
	hold_ground(m, days);
	for (int32_t day = days.from; !status && day <= days.to; day++) {
		int n = snprintf(path, sizeof(path), "%s/%04d.png", folder,
				 (int)(day - days.from) + 1);
		m->want.day = day;
		if (n < 0 || (size_t)n >= sizeof(path)) {
			sr_fail(&m->ask->err, SR_USAGE, folder, "too long");
			return sr_ask_fail(m->ask);
		}
		status = draw(m, path);
		sr_arena_reset(&m->ask->mem); /* one frame at a time */
	}
	return status;
}

static int make(struct making *m)
{
	struct sr_ask *ask = m->ask;
	bool many = sr_cli_has(ask->cli, SR_OPT_ANIMATE);

	if (take_options(m) || sr_cli_basemap(ask->cli, &m->base, &ask->err))
		return sr_ask_fail(ask);
	if (!m->base.header)
		sr_say("no base map beside the kit: only places are drawn");
	if (many)
		return animate(m);
	if (sr_days_known(ask->filter.days)) {
		sr_fail(&ask->err, SR_USAGE, "map",
			"--from and --to go with --animate; a map is of one "
			"day, --on DAY, and of --days N before it");
		return sr_ask_fail(ask);
	}
	struct sr_filter filter = ask->filter;
	if (take_day(m))
		return sr_ask_fail(ask);
	ask->filter = filter;
	return draw(m, ask->cli->opt[SR_OPT_OUTPUT]);
}

int sr_cmd_map(struct sr_cli *cli)
{
	struct sr_ask ask;
	struct making m = { .ask = &ask };
	int status = sr_ask_open(&ask, cli);

	if (!status)
		status = make(&m);
	sr_base_close(&m.base);
	sr_ask_close(&ask);
	return status;
}
