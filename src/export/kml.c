/* KML 2.2 (OGC 07-147r2): a placemark an incident, with its days as a time span
 * and what else is known of it as data. */
#include <stdio.h>

#include "base/calendar.h"
#include "export/work.h"
#include "ontology.h"
#include "views/safe.h"

static void raw(struct sr_export_work *w, const char *s)
{
	sr_json_raw(w->out, sr_str_of(s));
}

static void element(struct sr_export_work *w, const char *open,
		    struct sr_str text, const char *close)
{
	if (!text.n)
		return;
	raw(w, open);
	sr_safe_xml(w->out, text);
	raw(w, close);
}

static void data(struct sr_export_work *w, const char *name, struct sr_str text)
{
	if (!text.n)
		return;
	raw(w, "<Data name=\"");
	raw(w, name);
	element(w, "\"><value>", text, "</value></Data>\n");
}

void sr_kml_begin(struct sr_export_work *w)
{
	raw(w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	       "<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n"
	       "<Document>\n<name>sitrep</name>\n");
}

void sr_kml_end(struct sr_export_work *w)
{
	raw(w, "</Document>\n</kml>\n");
}

static void put_name(struct sr_export_work *w, const struct sr_happening *h)
{
	element(w, "<name>", sr_str_of(sr_type_name(h->in->type)), "");
	if (h->place.slot && h->place.slot->name.n)
		element(w, ", ", h->place.slot->name, "");
	raw(w, "</name>\n");
	element(w, "<description>", sr_export_notes(w, h), "</description>\n");
}

static void put_span(struct sr_export_work *w, const struct sr_happening *h)
{
	struct sr_days d = h->in->days;

	if (!h->days.known)
		return;
	raw(w, "<TimeSpan>");
	if (d.from != SR_DAY_MIN)
		element(w, "<begin>", sr_export_day(w, d.from, true),
			"</begin>");
	if (d.to != SR_DAY_MAX)
		element(w, "<end>", sr_export_day(w, d.to, true), "</end>");
	raw(w, "</TimeSpan>\n");
}

static void put_data(struct sr_export_work *w, const struct sr_happening *h)
{
	char credibility[16];

	snprintf(credibility, sizeof(credibility), "%d",
		 sr_incident_credibility(h->in));
	raw(w, "<ExtendedData>\n");
	data(w, "type", sr_str_of(sr_type_name(h->in->type)));
	data(w, "actor", h->a.name);
	data(w, "target", h->b.name);
	data(w, "role",
	     h->place.slot ? sr_str_of(sr_role_name(h->place.slot->role))
			   : (struct sr_str){ NULL, 0 });
	data(w, "by", h->in->by ? SR_STR("true") : SR_STR("false"));
	data(w, "status", sr_str_of(sr_standing_name(h->in->standing)));
	data(w, "doubted", h->in->doubted ? SR_STR("true") : SR_STR("false"));
	data(w, "credibility", sr_str_of(credibility));
	data(w, "source", sr_export_reports(w, h, SR_TOLD_PUBLISHER));
	data(w, "url", sr_export_reports(w, h, SR_TOLD_URL));
	data(w, "claims", sr_export_claims(w, h, ' '));
	raw(w, "</ExtendedData>\n");
}

static void put_point(struct sr_export_work *w, const struct sr_place_slot *p)
{
	if (!p || !p->has_point)
		return;
	raw(w, "<Point><coordinates>");
	w->out->comma = false;
	sr_json_fixed(w->out, p->lon, 5);
	w->out->comma = true;
	sr_json_fixed(w->out, p->lat, 5);
	raw(w, "</coordinates></Point>\n");
}

bool sr_kml_row(struct sr_export_work *w, const struct sr_happening *h)
{
	raw(w, "<Placemark id=\"");
	raw(w, h->in->id);
	raw(w, "\">\n");
	put_name(w, h);
	put_span(w, h);
	put_data(w, h);
	put_point(w, h->place.slot);
	raw(w, "</Placemark>\n");
	return true;
}
