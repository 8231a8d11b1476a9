/* Pictures of the ground: tiles of the base map and the towns to write on them
 * for the page's own map, and /map.svg, .png, .pdf: that of `sitrep map`. */
#include <math.h>
#include <stdlib.h>

#include "draw/area.h"
#include "draw/paint.h"
#include "draw/tile.h"
#include "draw/towns.h"
#include "serve/route.h"
#include "serve/server.h"

#define MOST_TOWNS 500

static enum sr_code usage(struct sr_call *call, const char *where,
			  const char *what)
{
	return sr_fail(&call->ask->err, SR_USAGE, where, "%s", what);
}

/* 1. Tiles: light/8/150/90.png */

static bool take_part(struct sr_str *rest, const char *end, unsigned *v)
{
	struct sr_str part = sr_str_cut(rest, end[0]);
	unsigned long n = 0;

	for (size_t i = 0; i < part.n; i++) {
		if (part.s[i] < '0' || part.s[i] > '9')
			return false;
		n = n * 10 + (unsigned long)(part.s[i] - '0');
	}
	*v = (unsigned)n;
	return part.n && part.n < 8;
}

static bool take_tile(struct sr_str rest, struct sr_tile *t)
{
	struct sr_str theme = sr_str_cut(&rest, '/');

	*t = (struct sr_tile){ .size = 256 };
	t->dark = sr_str_is(theme, "dark");
	return (t->dark || sr_str_is(theme, "light")) &&
	       take_part(&rest, "/", &t->z) && take_part(&rest, "/", &t->x) &&
	       take_part(&rest, ".", &t->y) && sr_str_is(rest, "png");
}

enum sr_code sr_api_tile(struct sr_call *call)
{
	const struct sr_base *base = &call->server->o->base;
	const char *size = sr_query_value(call->query, "size");
	struct sr_tile tile;

	if (!take_tile(call->id, &tile))
		return sr_fail(&call->ask->err, SR_REFUSED, "",
			       "there is no such tile");
	if (size && strcmp(size, "512") == 0)
		tile.size = 512;
	if (!base->header)
		return sr_fail(&call->ask->err, SR_REFUSED, "",
			       "there is no base map beside the program");
	call->type = "image/png";
	return sr_tile_png(base, &tile, &call->ask->mem, &call->bytes,
			   &call->ask->err);
}

/* 2. Towns */

static enum sr_code take_degrees(struct sr_call *call, const char *key,
				 double most, double *v)
{
	const char *text = sr_query_value(call->query, key);
	char *end = NULL;

	*v = text ? strtod(text, &end) : 0;
	return text && end != text && !*end && fabs(*v) <= most
		       ? SR_OK
		       : usage(call, key, "expected degrees");
}

static enum sr_code take_box(struct sr_call *call, struct sr_box *box)
{
	enum sr_code code = take_degrees(call, "west", 540, &box->x0);

	if (!code)
		code = take_degrees(call, "east", 540, &box->x1);
	if (!code)
		code = take_degrees(call, "south", 90, &box->y0);
	if (!code)
		code = take_degrees(call, "north", 90, &box->y1);
	if (!code && (box->y0 > box->y1 || box->x0 > box->x1))
		code = usage(call, "east",
			     "expected no less than west, and "
			     "north no less than south");
	return code;
}

static void put_town(struct sr_json *out, const struct sr_town *t)
{
	sr_json_open(out, '{');
	sr_json_key(out, "id");
	sr_json_int(out, t->id);
	sr_json_key(out, "name");
	sr_json_str(out, t->name);
	sr_json_key(out, "lat");
	sr_json_fixed(out, t->at.lat, 5);
	sr_json_key(out, "lon");
	sr_json_fixed(out, t->at.lon, 5);
	sr_json_key(out, "population");
	sr_json_int(out, t->population);
	sr_json_key(out, "capital");
	sr_json_bool(out, t->kind == SR_CAPITAL);
	sr_json_close(out, '}');
}

enum sr_code sr_api_towns(struct sr_call *call)
{
	const char *text = sr_query_value(call->query, "limit");
	unsigned long limit = text ? strtoul(text, NULL, 10) : 60;
	struct sr_ask *a = call->ask;
	struct sr_town *town = NULL;
	struct sr_gaz gaz;
	struct sr_box box;
	size_t size = 0, n = 0;
	const void *bytes = a->kit ? sr_kit_section(a->kit, "gaz", &size)
				   : NULL;
	enum sr_code code = take_box(call, &box);

	if (code)
		return code;
	if (!limit || limit > MOST_TOWNS)
		limit = MOST_TOWNS;
	if (bytes && sr_gaz_open(&gaz, bytes, size) &&
	    !(town = sr_towns(&gaz, &box, false, limit, &a->mem, &n)))
		return sr_fail_nomem(&a->err, "towns");
	sr_json_open(&call->out, '{');
	sr_json_key(&call->out, "items");
	sr_json_open(&call->out, '[');
	for (size_t i = 0; i < n; i++)
		put_town(&call->out, &town[i]);
	sr_json_close(&call->out, ']');
	sr_json_close(&call->out, '}');
	sr_json_line(&call->out);
	return SR_OK;
}

/* 3. Maps */

static enum sr_code take_number(struct sr_call *call, const char *key,
				const double range[2], double *v)
{
	const char *text = sr_query_value(call->query, key);
	char *end = NULL;

	if (!text || !text[0])
		return SR_OK;
	double n = strtod(text, &end);
	if (*end || !(n >= range[0] && n <= range[1]) || n != floor(n))
		return sr_fail(&call->ask->err, SR_USAGE, text,
			       "expected %s from %.0f to %.0f", key, range[0],
			       range[1]);
	*v = n;
	return SR_OK;
}

/* The day asked for; without one the last of which anything is known. */
static enum sr_code take_day(struct sr_call *call, int32_t *day)
{
	const char *on = sr_query_value(call->query, "on");
	struct sr_pictures *pictures = &call->server->pictures;
	struct sr_ask *a = call->ask;

	if (on && on[0] && strcmp(on, "last") != 0)
		return sr_ask_day(on, true, day, &a->err);
	struct sr_pictured *one =
		sr_picture_take(pictures, SR_PICTURE_CONTROL, a, call->state);
	if (!one)
		return a->err.code;
	*day = sr_last_day(&one->view.all);
	sr_picture_drop(pictures, one);
	return *day == SR_DAY_MAX - 1 ? sr_fail(&a->err, SR_REFUSED, "map",
						"the ledger knows of no day")
				      : SR_OK;
}

static enum sr_code take_options(struct sr_call *call, struct sr_map_options *o,
				 struct sr_map_ask *want)
{
	static const double SIDE[] = { SR_MAP_LEAST, 4000 };
	static const double DAYS[] = { 0, 366 };
	const char *area = sr_query_value(call->query, "area");
	const char *theme = sr_query_value(call->query, "theme");
	const char *all = sr_query_value(call->query, "all");
	double window = 7;
	enum sr_code code = take_number(call, "width", SIDE, &o->width);

	if (!code)
		code = take_number(call, "height", SIDE, &o->height);
	if (!code)
		code = take_number(call, "days", DAYS, &window);
	o->dark = theme && strcmp(theme, "dark") == 0;
	want->window = (uint32_t)window;
	want->all = all && strcmp(all, "0") != 0;
	if (!code && area && area[0])
		code = sr_map_area(call->ask, area, o);
	return code ? code : take_day(call, &want->day);
}

static enum sr_code map(struct sr_call *call, enum sr_map_format format,
			const char *type)
{
	struct sr_map_options options = SR_MAP_OPTIONS;
	struct sr_map_ask want = { .day = 0 };
	struct sr_map_drawn drawn;
	struct sr_ask *a = call->ask;
	struct sr_filter filter = a->filter;
	enum sr_code code = take_options(call, &options, &want);

	a->filter = filter;
	if (code)
		return code;
	pthread_mutex_lock(&call->server->drawing);
	code = sr_map_draw(a, &call->server->o->base, &want, &options, format,
			   &drawn);
	pthread_mutex_unlock(&call->server->drawing);
	if (!code)
		call->bytes = drawn.bytes;
	call->type = type;
	return code;
}

enum sr_code sr_api_map_svg(struct sr_call *call)
{
	return map(call, SR_MAP_SVG, "image/svg+xml");
}

enum sr_code sr_api_map_png(struct sr_call *call)
{
	return map(call, SR_MAP_PNG, "image/png");
}

enum sr_code sr_api_map_pdf(struct sr_call *call)
{
	return map(call, SR_MAP_PDF, "application/pdf");
}
