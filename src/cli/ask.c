#include "cli/ask.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "base/geo.h"
#include "kit/gaz.h"
#include "ontology.h"
#include "views/safe.h"

#define MOST_ANSWER ((size_t)8 << 30)

const char *sr_ledger_path(const struct sr_cli *cli)
{
	const char *path = cli->opt[SR_OPT_DB];

	if (!path)
		path = getenv("SITREP_LEDGER");
	return path && path[0] ? path : "sitrep.db";
}

enum sr_code sr_ask_day(const char *text, bool last, int32_t *day,
			struct sr_err *err)
{
	struct sr_str s = sr_str_of(text);
	char whole[11] = "0000-01-01";
	int32_t first;

	if ((s.n == 4 || s.n == 7 || s.n == 10)) {
		memcpy(whole, text, s.n);
		if (sr_day_read(sr_str_of(whole), &first)) {
			struct sr_date d = sr_date_of(first);
			*day = first;
			if (last && s.n == 4)
				*day = sr_days_of_year(d.year).to;
			else if (last && s.n == 7)
				*day = sr_days_of_month(d.year, d.month).to;
			return SR_OK;
		}
	}
	return sr_fail(err, SR_USAGE, text,
		       "no such day; expected YYYY-MM-DD, YYYY-MM or YYYY");
}

/* A decimal number with nothing behind it. */
static bool read_number(struct sr_str s, double *v)
{
	char text[32], *end;

	s = sr_str_trim(s);
	if (!s.n || s.n >= sizeof(text))
		return false;
	memcpy(text, s.s, s.n);
	text[s.n] = '\0';
	*v = strtod(text, &end);
	return *end == '\0' && *v > -1e6 && *v < 1e6;
}

/* LAT,LON,KM or PLACE,KM */
static enum sr_code take_near(struct sr_ask *ask, const char *text)
{
	struct sr_filter *f = &ask->filter;
	const char *comma = strrchr(text, ',');
	struct sr_str before = { text, comma ? (size_t)(comma - text) : 0 };
	struct sr_str rest = before, lat = sr_str_cut(&rest, ',');

	if (!comma || !before.n || !read_number(sr_str_of(comma + 1), &f->km) ||
	    f->km < 0)
		return sr_fail(&ask->err, SR_USAGE, text,
			       "expected LAT,LON,KM or PLACE,KM");
	f->near = true;
	if (rest.s && read_number(lat, &f->lat) && read_number(rest, &f->lon)) {
		if (sr_point_valid((struct sr_point){ f->lat, f->lon }))
			return SR_OK;
		return sr_fail(&ask->err, SR_USAGE, text,
			       "no point of the globe; expected LAT,LON,KM");
	}
	sr_ask_places(ask, before);
	if (!ask->nplace)
		return sr_fail(&ask->err, SR_USAGE, text,
			       "no such place in the gazetteer");
	f->lat = ask->place[0].lat;
	f->lon = ask->place[0].lon;
	return SR_OK;
}

static void take_place(struct sr_ask *ask, const char *name)
{
	struct sr_filter *f = &ask->filter;

	f->place = sr_str_of(name);
	sr_ask_places(ask, f->place);
	for (size_t i = 0; i < ask->nplace; i++)
		ask->spot[i] = (struct sr_spot){ .id = ask->place[i].id,
						 .has_point = true,
						 .lat = ask->place[i].lat,
						 .lon = ask->place[i].lon };
	f->spot = ask->spot;
	f->nspot = ask->nplace;
}

static bool is_type(struct sr_str item)
{
	if (item.n > 2 && memcmp(item.s + item.n - 2, ".*", 2) == 0)
		item.n -= 2;
	for (unsigned i = 0; i < SR_TYPE_COUNT; i++) {
		struct sr_str name = sr_str_of(sr_type_name(i)), rest = name;
		if (sr_str_equal(item, name) ||
		    sr_str_equal(item, sr_str_cut(&rest, '.')))
			return true;
	}
	return false;
}

static bool is_status(struct sr_str item)
{
	for (unsigned i = 0; i < SR_STATUS_COUNT; i++)
		if (sr_str_is(item, sr_status_name(i)))
			return true;
	return false;
}

/* Every item of a list with commas is known; else the first that is not. */
static enum sr_code check_list(struct sr_ask *ask, const char *list,
			       bool (*known)(struct sr_str), const char *help)
{
	struct sr_str rest = sr_str_of(list);
	char word[64];

	while (rest.s) {
		struct sr_str item = sr_str_trim(sr_str_cut(&rest, ','));
		if (known(item))
			continue;
		size_t n = item.n < 63 ? item.n : 63;
		memcpy(word, item.s, n);
		word[n] = '\0';
		return sr_fail(&ask->err, SR_USAGE, word, "%s", help);
	}
	return SR_OK;
}

/* Sides are codes of capitals. */
static struct sr_str upper(struct sr_ask *ask, const char *text)
{
	size_t n = strlen(text);
	char *s = sr_arena_copy(&ask->mem, text, n);

	for (size_t i = 0; s && i < n; i++)
		if (s[i] >= 'a' && s[i] <= 'z')
			s[i] = (char)(s[i] - 32);
	return (struct sr_str){ s, s ? n : 0 };
}

static enum sr_code take_lists(struct sr_ask *ask)
{
	const char *const *opt = ask->cli->opt;
	enum sr_code code = SR_OK;

	if (opt[SR_OPT_TYPE])
		code = check_list(ask, opt[SR_OPT_TYPE], is_type,
				  "no such type of claim; expected for example "
				  "'control', 'loss.killed' (see 'sitrep help "
				  "claims')");
	if (!code && opt[SR_OPT_STATUS])
		code = check_list(ask, opt[SR_OPT_STATUS], is_status,
				  "no such status; expected asserted, denied, "
				  "disputed, unverified, planned or possible");
	ask->filter.types = sr_str_of(opt[SR_OPT_TYPE]);
	ask->filter.statuses = sr_str_of(opt[SR_OPT_STATUS]);
	return code;
}

static enum sr_code take_days(struct sr_ask *ask)
{
	const char *const *opt = ask->cli->opt;
	struct sr_filter *f = &ask->filter;
	enum sr_code code = SR_OK;

	if (opt[SR_OPT_FROM] || opt[SR_OPT_TO])
		f->days = (struct sr_days){ SR_DAY_MIN, SR_DAY_MAX };
	if (opt[SR_OPT_FROM])
		code = sr_ask_day(opt[SR_OPT_FROM], false, &f->days.from,
				  &ask->err);
	if (!code && opt[SR_OPT_TO])
		code = sr_ask_day(opt[SR_OPT_TO], true, &f->days.to, &ask->err);
	if (!code && opt[SR_OPT_KNOWN_ON])
		code = sr_ask_day(opt[SR_OPT_KNOWN_ON], true, &f->known_on,
				  &ask->err);
	if (!code && (opt[SR_OPT_FROM] || opt[SR_OPT_TO]) &&
	    !sr_days_known(f->days))
		code = sr_fail(&ask->err, SR_USAGE, opt[SR_OPT_FROM],
			       "later than --to %s", opt[SR_OPT_TO]);
	return code;
}

static enum sr_code take_options(struct sr_ask *ask)
{
	const char *const *opt = ask->cli->opt;
	struct sr_filter *f = &ask->filter;
	enum sr_code code = take_lists(ask);
	double limit = 0;

	if (!code)
		code = take_days(ask);
	f->source = sr_str_of(opt[SR_OPT_SOURCE]);
	f->speaker = sr_str_of(opt[SR_OPT_SPEAKER]);
	f->text = sr_str_of(opt[SR_OPT_TEXT]);
	if (opt[SR_OPT_SIDE])
		f->side = upper(ask, opt[SR_OPT_SIDE]);
	if (!code && opt[SR_OPT_LIMIT]) {
		if (!read_number(sr_str_of(opt[SR_OPT_LIMIT]), &limit) ||
		    limit < 1 || limit != (double)(size_t)limit)
			code = sr_fail(&ask->err, SR_USAGE, opt[SR_OPT_LIMIT],
				       "expected a number of rows, 1 or more");
		f->limit = code ? 0 : (size_t)limit;
	}
	if (!code && opt[SR_OPT_NEAR])
		code = take_near(ask, opt[SR_OPT_NEAR]);
	if (!code && opt[SR_OPT_PLACE])
		take_place(ask, opt[SR_OPT_PLACE]);
	if (!code && opt[SR_OPT_FORMAT])
		code = sr_format_read(opt[SR_OPT_FORMAT], &ask->view.format,
				      &ask->err);
	return code;
}

int sr_ask_begin(struct sr_ask *ask, struct sr_cli *cli)
{
	*ask = (struct sr_ask){ .cli = cli, .filter = SR_FILTER };
	ask->view.width = cli->width;
	ask->view.colour = cli->colour;
	sr_arena_init(&ask->mem, MOST_ANSWER);
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
	sr_arena_release(&ask->mem);
}

int sr_ask_fail(struct sr_ask *ask)
{
	return sr_say_err(&ask->err);
}

struct sr_rows sr_ask_rows(struct sr_ask *ask,
			   const struct sr_view_column *column, size_t n)
{
	return (struct sr_rows){ .column = column,
				 .ncolumn = n,
				 .mem = &ask->mem };
}

int sr_ask_print(struct sr_ask *ask, struct sr_rows *rows)
{
	struct sr_json out = { .mem = &ask->mem };

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

/* One candidate more, unless it is there already or is no place to hold. */
static void add_place(struct sr_ask *ask, const struct sr_gaz *gaz,
		      uint32_t index)
{
	struct sr_gaz_place p;

	if (ask->nplace == SR_MOST_PLACES || !sr_gaz_place(gaz, index, &p))
		return;
	for (size_t i = 0; i < ask->nplace; i++)
		if (ask->place[i].id == p.id)
			return;
	ask->place[ask->nplace++] = (struct sr_found_place){
		.id = p.id,
		.name = p.name,
		.admin1 = p.admin1,
		.country = p.country,
		.lat = p.at.lat,
		.lon = p.at.lon,
		.radius_km = p.radius_km,
	};
}

void sr_ask_places(struct sr_ask *ask, struct sr_str name)
{
	struct sr_gaz_query query;
	struct sr_gaz gaz;
	size_t n = 0;
	const void *bytes = ask->kit ? sr_kit_section(ask->kit, "gaz", &n)
				     : NULL;

	ask->nplace = 0;
	if (!bytes || !sr_gaz_open(&gaz, bytes, n))
		return;
	sr_gaz_ask(&query, name);
	for (int tier = SR_GAZ_EXACT; tier < SR_GAZ_NTIER; tier++) {
		/* The loosest spelling only where nothing else fits. */
		if (tier == SR_GAZ_K2 && ask->nplace)
			break;
		struct sr_gaz_found found =
			sr_gaz_find(&gaz, &query, (enum sr_gaz_tier)tier);
		for (size_t i = 0; i < found.n; i++) {
			uint32_t index = sr_gaz_index(found.entry[i]);
			if (tier != SR_GAZ_K2 ||
			    sr_gaz_close(&gaz, &query, index))
				add_place(ask, &gaz, index);
		}
	}
}
