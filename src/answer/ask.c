#include "answer/ask.h"

#include <stdlib.h>

#include "base/calendar.h"
#include "base/compiler.h"
#include "base/geo.h"
#include "fuse/side.h"
#include "kit/gaz.h"
#include "ontology.h"

#define MOST_ANSWER ((size_t)8 << 30)

void sr_ask_init(struct sr_ask *ask)
{
	*ask = (struct sr_ask){ .filter = SR_FILTER };
	sr_arena_init(&ask->mem, MOST_ANSWER);
}

void sr_ask_release(struct sr_ask *ask)
{
	sr_arena_release(&ask->mem);
}

struct sr_rows sr_ask_rows(struct sr_ask *ask,
			   const struct sr_view_column *column, size_t n)
{
	return (struct sr_rows){ .column = column,
				 .ncolumn = n,
				 .mem = &ask->mem };
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
	if (!rest.s && read_number(before, &f->lat))
		return sr_fail(&ask->err, SR_USAGE, text,
			       "no distance in km behind the point; expected "
			       "LAT,LON,KM");
	sr_ask_places(ask, before);
	if (!ask->nplace)
		return sr_fail(&ask->err, SR_USAGE, text,
			       "no such place in the gazetteer");
	f->lat = ask->place[0].lat;
	f->lon = ask->place[0].lon;
	return SR_OK;
}

static enum sr_code take_place(struct sr_ask *ask, const char *name)
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
	return SR_OK;
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

/* The options, one function each. */

static enum sr_code take_types(struct sr_ask *ask, const char *list)
{
	ask->filter.types = sr_str_of(list);
	return check_list(ask, list, is_type,
			  "no such type of claim; expected for example "
			  "'control', 'loss.killed' (see 'sitrep help "
			  "claims')");
}

static enum sr_code take_statuses(struct sr_ask *ask, const char *list)
{
	ask->filter.statuses = sr_str_of(list);
	return check_list(ask, list, is_status,
			  "no such status; expected asserted, denied, "
			  "disputed, unverified, planned or possible");
}

/* "sudan", as a name is written. */
static struct sr_str with_capitals(struct sr_ask *ask, const char *text)
{
	size_t n = strlen(text);
	char *s = sr_arena_copy(&ask->mem, text, n);

	for (size_t i = 0; s && i < n; i++)
		if ((i == 0 || s[i - 1] == ' ' || s[i - 1] == '-') &&
		    s[i] >= 'a' && s[i] <= 'z')
			s[i] = (char)(s[i] - 32);
	return (struct sr_str){ s, s ? n : 0 };
}

/* "RSF", "rsf", or a name: "Sudan", "Rapid Support Forces". */
static enum sr_code take_side(struct sr_ask *ask, const char *text)
{
	struct sr_str code = upper(ask, text), named = { NULL, 0 };

	if (!sr_side_listed(ask->kit, code))
		named = sr_side_in(ask->kit, with_capitals(ask, text));
	ask->filter.side = named.n ? named : code;
	return SR_OK;
}

static enum sr_code take_source(struct sr_ask *ask, const char *text)
{
	ask->filter.source = sr_str_of(text);
	return SR_OK;
}

static enum sr_code take_speaker(struct sr_ask *ask, const char *text)
{
	ask->filter.speaker = sr_str_of(text);
	return SR_OK;
}

static enum sr_code take_text(struct sr_ask *ask, const char *text)
{
	ask->filter.text = sr_str_of(text);
	return SR_OK;
}

/* One end of the days; the other is open until it is given. */
static struct sr_days *days_of(struct sr_ask *ask)
{
	struct sr_days *days = &ask->filter.days;

	if (!sr_days_known(*days))
		*days = (struct sr_days){ SR_DAY_MIN, SR_DAY_MAX };
	return days;
}

static enum sr_code take_from(struct sr_ask *ask, const char *text)
{
	return sr_ask_day(text, false, &days_of(ask)->from, &ask->err);
}

static enum sr_code take_to(struct sr_ask *ask, const char *text)
{
	return sr_ask_day(text, true, &days_of(ask)->to, &ask->err);
}

static enum sr_code take_known_on(struct sr_ask *ask, const char *text)
{
	return sr_ask_day(text, true, &ask->filter.known_on, &ask->err);
}

static enum sr_code take_limit(struct sr_ask *ask, const char *text)
{
	double limit = 0;

	if (!read_number(sr_str_of(text), &limit) || limit < 1 ||
	    limit != (double)(size_t)limit)
		return sr_fail(&ask->err, SR_USAGE, text,
			       "expected a number of rows, 1 or more");
	ask->filter.limit = (size_t)limit;
	return SR_OK;
}

static enum sr_code take_format(struct sr_ask *ask, const char *text)
{
	return sr_format_read(text, &ask->view.format, &ask->err);
}

static const struct {
	const char *name;
	enum sr_code (*take)(struct sr_ask *ask, const char *value);
} OPTION[] = {
	{ "type", take_types },	       { "status", take_statuses },
	{ "side", take_side },	       { "source", take_source },
	{ "speaker", take_speaker },   { "text", take_text },
	{ "from", take_from },	       { "to", take_to },
	{ "known-on", take_known_on }, { "limit", take_limit },
	{ "near", take_near },	       { "place", take_place },
	{ "format", take_format },
};

enum sr_code sr_ask_option(struct sr_ask *ask, const char *name,
			   const char *value)
{
	for (size_t i = 0; i < SR_LEN(OPTION); i++)
		if (strcmp(OPTION[i].name, name) == 0)
			return OPTION[i].take(ask, value);
	return sr_fail(&ask->err, SR_USAGE, name, "no such option");
}

enum sr_code sr_ask_ready(struct sr_ask *ask)
{
	const struct sr_days *days = &ask->filter.days;
	char from[SR_DAY_TEXT], to[SR_DAY_TEXT];

	if (sr_days_known(*days) || days->from == SR_FILTER.days.from)
		return SR_OK;
	sr_day_write(days->from, from);
	sr_day_write(days->to, to);
	return sr_fail(&ask->err, SR_USAGE, from, "later than --to %s", to);
}

int32_t sr_last_day(const struct sr_records *all)
{
	int32_t last = SR_DAY_MIN;

	for (size_t i = 0; i < all->reports.nitem; i++) {
		struct sr_days d = all->reports.items[i].report.published;
		if (sr_days_known(d) && d.to != SR_DAY_MAX && d.to > last)
			last = d.to;
	}
	for (size_t i = 0; i < all->claims.nitem; i++) {
		const struct sr_claim *c = &all->claims.items[i].claim;
		if (sr_days_known(c->days) && c->days.to != SR_DAY_MAX &&
		    c->days.to > last && c->status == SR_STATUS_ASSERTED)
			last = c->days.to;
	}
	return last == SR_DAY_MIN ? SR_DAY_MAX - 1 : last;
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
