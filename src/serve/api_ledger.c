/* What the page asks for first: what is in the ledger, and which sides, types
 * and sources there are to choose from. */
#include <stdlib.h>

#include "answer/conflicts.h"
#include "base/calendar.h"
#include "draw/mapdata.h"
#include "ontology.h"
#include "serve/route.h"
#include "serve/server.h"

#define ATTRIBUTION                                                            \
	"Places: GeoNames (CC BY 4.0). Map: Natural Earth (public domain)."

struct counted {
	struct sr_str name;
	size_t n;
};

struct counts {
	SR_LIST(struct counted) items;
};

struct summary {
	struct sr_call *call;
	struct sr_records claims, reports;
	struct counts sides, sources;
	struct sr_palette palette;
	bool type[SR_TYPE_COUNT], status[SR_STATUS_COUNT];
	int32_t first, last, published;
	size_t nincident, nconflict;
	bool full;
	struct sr_pictured *held[SR_PICTURES]; /* whose strings are used */
};

static void count(struct summary *s, struct counts *c, struct sr_str name)
{
	for (size_t i = 0; i < c->items.nitem; i++)
		if (sr_str_equal(c->items.items[i].name, name)) {
			c->items.items[i].n++;
			return;
		}
	struct counted *one = SR_PUSH(&s->call->ask->mem, &c->items);
	if (one)
		*one = (struct counted){ name, 1 };
	else
		s->full = true;
}

static int by_number(const void *a, const void *b)
{
	const struct counted *x = a, *y = b;

	if (x->n != y->n)
		return x->n < y->n ? 1 : -1;
	return sr_str_order(x->name, y->name);
}

static void sort(struct counts *c)
{
	if (c->items.nitem)
		qsort(c->items.items, c->items.nitem, sizeof(struct counted),
		      by_number);
}

static void stretch(struct summary *s, struct sr_days d)
{
	if (!sr_days_known(d))
		return;
	if (d.from != SR_DAY_MIN && d.from < s->first)
		s->first = d.from;
	if (d.to != SR_DAY_MAX && d.to > s->last)
		s->last = d.to;
}

static void count_claims(struct summary *s)
{
	for (size_t i = 0; i < s->claims.claims.nitem; i++) {
		const struct sr_claim *c = &s->claims.claims.items[i].claim;
		bool same = c->has_actor && c->has_target &&
			    sr_str_equal(c->actor.side, c->target.side);
		if (c->has_actor && c->actor.side.n)
			count(s, &s->sides, c->actor.side);
		if (c->has_target && c->target.side.n && !same)
			count(s, &s->sides, c->target.side);
		s->type[c->type] = true;
		s->status[c->status] = true;
		if (c->status == SR_STATUS_ASSERTED)
			stretch(s, c->days);
	}
	for (size_t i = 0; i < s->reports.reports.nitem; i++) {
		const struct sr_report *r = &s->reports.reports.items[i].report;
		count(s, &s->sources, r->publisher.n ? r->publisher : r->name);
		if (sr_days_known(r->published) &&
		    r->published.to != SR_DAY_MAX &&
		    r->published.to > s->published)
			s->published = r->published.to;
	}
	sort(&s->sides);
	sort(&s->sources);
}

static enum sr_code load(struct summary *s)
{
	struct sr_call *call = s->call;
	struct sr_ask *a = call->ask;
	struct sr_filter all = SR_FILTER;
	enum sr_code code = sr_ledger_reports(a->ledger, &all, &a->mem,
					      &s->reports, &a->err);

	for (int of = 0; !code && of < SR_PICTURES; of++) {
		s->held[of] = sr_picture_take(&call->server->pictures,
					      (enum sr_picture_of)of, a,
					      call->state);
		code = s->held[of] ? SR_OK : a->err.code;
	}
	if (code)
		return code;
	s->nincident =
		s->held[SR_PICTURE_INCIDENTS]->incidents.incidents.items.nitem;
	s->nconflict =
		s->held[SR_PICTURE_CONFLICTS]->conflicts.found.items.nitem;
	s->claims = s->held[SR_PICTURE_CONFLICTS]->conflicts.all;
	count_claims(s);
	return s->full ? sr_fail_nomem(&a->err, "ledger") : SR_OK;
}

/* Writing */

static void put_text(struct sr_json *out, const char *key, const char *text)
{
	sr_json_key(out, key);
	sr_json_str_or_null(out, sr_str_of(text));
}

static void put_number(struct sr_json *out, const char *key, size_t n)
{
	sr_json_key(out, key);
	sr_json_int(out, (int64_t)n);
}

static void put_day(struct sr_json *out, const char *key, int32_t day)
{
	char text[SR_DAY_TEXT] = "";

	if (day != SR_DAY_MIN && day != SR_DAY_MAX)
		sr_day_write(day, text);
	put_text(out, key, text);
}

static bool same_look(const struct sr_paint *a, const struct sr_paint *b)
{
	return memcmp(&a->light, &b->light, sizeof(a->light)) == 0 &&
	       a->shape == b->shape;
}

static bool is_taken(const struct sr_palette *p, const struct sr_paint *look)
{
	for (size_t i = 0; i < p->nitem; i++)
		if (&p->items[i] != look && same_look(&p->items[i], look))
			return true;
	return false;
}

/* Sides that hold places look as on the drawn map; the others as is left. */
static void as_on_map(struct summary *s, const struct sr_palette *map)
{
	struct sr_palette *p = &s->palette;

	for (size_t i = 0; i < p->nitem; i++)
		for (size_t k = 0; k < map->nitem; k++)
			if (sr_str_equal(p->items[i].side, map->items[k].side))
				p->items[i] = map->items[k];
	for (size_t i = 0; i < p->nitem; i++) {
		struct sr_paint own = sr_paint_of(map, p->items[i].side);
		bool held = same_look(&own, &p->items[i]);
		for (int n = 0;
		     !held && n < SR_SHAPES && is_taken(p, &p->items[i]); n++)
			p->items[i].shape = (enum sr_shape)(
				(p->items[i].shape + 1) % SR_SHAPES);
	}
}

static enum sr_code paint(struct summary *s)
{
	struct sr_ask *a = s->call->ask;
	size_t n = s->sides.items.nitem;
	struct sr_str *side = SR_NEW(&a->mem, struct sr_str, n);
	struct sr_palette map;

	for (size_t i = 0; side && i < n; i++)
		side[i] = s->sides.items.items[i].name;
	enum sr_code code = side ? sr_palette_make(a->kit, side, n, &a->mem,
						   &s->palette, &a->err)
				 : sr_fail_nomem(&a->err, "ledger");
	if (!code)
		code = sr_map_sides(&s->held[SR_PICTURE_CONTROL]->controls,
				    a->kit, &a->mem, &map, &a->err);
	if (!code)
		as_on_map(s, &map);
	return code;
}

static void put_colour(struct sr_json *out, const char *key,
		       struct sr_colour colour)
{
	char text[SR_COLOUR_TEXT];

	sr_colour_text(colour, text);
	put_text(out, key, text);
}

static void put_sides(struct summary *s, struct sr_json *out)
{
	sr_json_key(out, "sides");
	sr_json_open(out, '[');
	for (size_t i = 0; i < s->sides.items.nitem; i++) {
		const struct counted *c = &s->sides.items.items[i];
		struct sr_paint p = sr_paint_of(&s->palette, c->name);
		sr_json_open(out, '{');
		sr_json_key(out, "code");
		sr_json_str(out, c->name);
		sr_json_key(out, "name");
		sr_json_str(out, p.name);
		put_colour(out, "colour", p.light);
		put_colour(out, "dark_colour", p.dark);
		put_text(out, "shape", sr_shape_name(p.shape));
		put_number(out, "n", c->n);
		sr_json_close(out, '}');
	}
	sr_json_close(out, ']');
}

static void put_names(struct sr_json *out, const char *key, const bool *has,
		      const char *(*name)(unsigned), unsigned n)
{
	sr_json_key(out, key);
	sr_json_open(out, '[');
	for (unsigned i = 0; i < n; i++)
		if (!has || has[i])
			sr_json_str(out, sr_str_of(name(i)));
	sr_json_close(out, ']');
}

static const char *standing(unsigned i)
{
	return sr_standing_name((enum sr_standing)i);
}

static void put_sources(struct summary *s, struct sr_json *out)
{
	sr_json_key(out, "sources");
	sr_json_open(out, '[');
	for (size_t i = 0; i < s->sources.items.nitem; i++) {
		const struct counted *c = &s->sources.items.items[i];
		sr_json_open(out, '{');
		sr_json_key(out, "name");
		sr_json_str(out, c->name);
		put_number(out, "reports", c->n);
		sr_json_close(out, '}');
	}
	sr_json_close(out, ']');
}

static void put_all(struct summary *s, struct sr_json *out)
{
	const struct sr_server *server = s->call->server;
	bool read_only = server->o->read_only;

	sr_json_open(out, '{');
	put_text(out, "version", s->call->state);
	sr_json_key(out, "read_only");
	sr_json_bool(out, read_only);
	put_text(out, "token", read_only ? "" : server->guard.token);
	put_text(out, "program", "sitrep " SR_VERSION);
	put_text(out, "name", server->name);
	put_number(out, "reports", s->reports.reports.nitem);
	put_number(out, "claims", s->claims.claims.nitem);
	put_number(out, "incidents", s->nincident);
	put_number(out, "conflicts", s->nconflict);
	put_day(out, "first", s->first);
	put_day(out, "last", s->last);
	put_day(out, "published_last", s->published);
	put_sides(s, out);
	put_names(out, "types", s->type, sr_type_name, SR_TYPE_COUNT);
	put_names(out, "statuses", s->status, sr_status_name, SR_STATUS_COUNT);
	put_names(out, "standings", NULL, standing, SR_STANDING_COUNT);
	put_sources(s, out);
	put_text(out, "attribution", ATTRIBUTION);
	sr_json_close(out, '}');
	sr_json_line(out);
}

enum sr_code sr_api_ledger(struct sr_call *call)
{
	struct summary s = { .call = call,
			     .first = SR_DAY_MAX,
			     .last = SR_DAY_MIN,
			     .published = SR_DAY_MIN };
	enum sr_code code = load(&s);

	if (!code)
		code = paint(&s);
	if (!code)
		put_all(&s, &call->out);
	for (int of = 0; of < SR_PICTURES; of++)
		sr_picture_drop(&call->server->pictures, s.held[of]);
	return code;
}
