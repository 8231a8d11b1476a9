/* timemap (Forensic Architecture, Bellingcat): one JSON object with what it asks
 * three addresses for: events, sources, associations. All values of an event are
 * strings there. An event without a day can't be shown and is left out. */
#include <stdio.h>

#include "base/calendar.h"
#include "export/work.h"
#include "ontology.h"

#define SOURCE 16 /* digits of a report's name: two of a million are not alike */

void sr_timemap_begin(struct sr_export_work *w)
{
	sr_json_raw(w->out, SR_STR("{\"events\":[\n"));
}

static void put(struct sr_json *out, const char *key, struct sr_str s)
{
	sr_json_key(out, key);
	sr_json_str(out, s);
}

static void put_degrees(struct sr_export_work *w, const char *key,
			const struct sr_place_slot *p, double v)
{
	struct sr_json text = { .mem = w->mem };

	if (p && p->has_point)
		sr_json_fixed(&text, v, 5);
	put(w->out, key, sr_json_text(&text));
}

static struct sr_str source_id(const struct sr_export_work *w, uint32_t report)
{
	struct sr_str id = w->all->reports.items[report].sha256;

	return (struct sr_str){ id.s, id.n < SOURCE ? id.n : SOURCE };
}

static bool put_sources(struct sr_export_work *w, const struct sr_happening *h)
{
	if (!w->used)
		w->used = SR_NEW(w->mem, bool, w->all->reports.nitem);
	if (!w->used)
		return false;
	sr_json_key(w->out, "sources");
	sr_json_open(w->out, '[');
	for (size_t i = 0; i < h->nreport; i++) {
		w->used[h->report[i]] = true;
		sr_json_str(w->out, source_id(w, h->report[i]));
	}
	sr_json_close(w->out, ']');
	return true;
}

/* An association is a type of claim. */
static void put_associations(struct sr_export_work *w, uint32_t types)
{
	sr_json_key(w->out, "associations");
	sr_json_open(w->out, '[');
	for (unsigned i = 0; i < SR_TYPE_COUNT; i++)
		if (types & 1u << i)
			sr_json_str(w->out, sr_str_of(sr_type_name(i)));
	sr_json_close(w->out, ']');
	w->types |= types;
}

static void put_when(struct sr_export_work *w, const struct sr_happening *h)
{
	const struct sr_export_days *d = &h->days;
	struct sr_json span = { .mem = w->mem };

	put(w->out, "date", sr_export_day(w, d->from, true));
	put(w->out, "time", SR_STR(""));
	sr_json_raw(&span, sr_export_day(w, d->from, true));
	sr_json_raw(&span, SR_STR("/"));
	sr_json_raw(&span, sr_export_day(w, d->to, true));
	/* ISO 8601, as the days of the other forms are. */
	put(w->out, "time_precision",
	    d->from < d->to ? sr_json_text(&span) : SR_STR(""));
}

bool sr_timemap_row(struct sr_export_work *w, const struct sr_happening *h)
{
	const struct sr_place_slot *p = h->place.slot;
	struct sr_json *out = w->out;

	if (!h->days.known) {
		w->tally->nundated++;
		return false;
	}
	sr_json_raw(out, w->tally->nrow ? SR_STR(",\n") : SR_STR(""));
	out->comma = false;
	sr_json_open(out, '{');
	put(out, "id", sr_str_of(h->in->id));
	put(out, "description", sr_export_notes(w, h));
	put_when(w, h);
	put(out, "location", p ? p->name : SR_STR(""));
	put_degrees(w, "latitude", p, p ? p->lat : 0);
	put_degrees(w, "longitude", p, p ? p->lon : 0);
	put(out, "type", sr_str_of(sr_type_name(h->in->type)));
	put(out, "category", sr_str_of(sr_standing_name(h->in->standing)));
	put_associations(w, h->in->types);
	bool whole = put_sources(w, h);
	put(out, "comments", sr_export_claims(w, h, ' '));
	sr_json_close(out, '}');
	out->full = out->full || !whole;
	return true;
}

static void put_source(struct sr_export_work *w, uint32_t report)
{
	const struct sr_report *r = &w->all->reports.items[report].report;
	struct sr_str day = { NULL, 0 };
	char id[SOURCE + 1];

	if (sr_days_known(r->published) && r->published.to != SR_DAY_MAX)
		day = sr_export_day(w, r->published.to, true);
	snprintf(id, sizeof(id), "%.*s", SOURCE, source_id(w, report).s);
	sr_json_key(w->out, id);
	sr_json_open(w->out, '{');
	put(w->out, "id", source_id(w, report));
	put(w->out, "title", r->title.n ? r->title : r->name);
	sr_json_key(w->out, "paths");
	sr_json_open(w->out, '[');
	sr_json_close(w->out, ']');
	put(w->out, "type", SR_STR(""));
	put(w->out, "url", r->url);
	put(w->out, "description", r->publisher);
	put(w->out, "author", r->author);
	put(w->out, "date", day);
	sr_json_close(w->out, '}');
}

/* "attack.air": the filter "air" below "attack". */
static void put_association(struct sr_export_work *w, unsigned type)
{
	struct sr_str rest = sr_str_of(sr_type_name(type));

	sr_json_open(w->out, '{');
	put(w->out, "id", rest);
	put(w->out, "title", rest);
	put(w->out, "mode", SR_STR("FILTER"));
	sr_json_key(w->out, "filter_paths");
	sr_json_open(w->out, '[');
	sr_json_str(w->out, sr_str_cut(&rest, '.'));
	sr_json_str(w->out, rest);
	sr_json_close(w->out, ']');
	sr_json_close(w->out, '}');
}

void sr_timemap_end(struct sr_export_work *w)
{
	size_t n = w->used ? w->all->reports.nitem : 0;

	sr_json_raw(w->out, SR_STR("],\n\"sources\":"));
	w->out->comma = false;
	sr_json_open(w->out, '{');
	for (uint32_t i = 0; i < n; i++)
		if (w->used[i])
			put_source(w, i);
	sr_json_close(w->out, '}');
	sr_json_raw(w->out, SR_STR(",\n\"associations\":"));
	w->out->comma = false;
	sr_json_open(w->out, '[');
	for (unsigned i = 0; i < SR_TYPE_COUNT; i++)
		if (w->types & 1u << i)
			put_association(w, i);
	sr_json_close(w->out, ']');
	sr_json_raw(w->out, SR_STR("}\n"));
}
