/* PLOVER, as NGEC writes it: one JSON object a line. An event there is what one
 * sentence says, so a line is a claim. */
#include "base/calendar.h"
#include "export/work.h"
#include "ontology.h"

static void put(struct sr_json *out, const char *key, struct sr_str s)
{
	sr_json_key(out, key);
	sr_json_str(out, s);
}

static void put_list(struct sr_json *out, const char *key, struct sr_str a,
		     struct sr_str b)
{
	sr_json_key(out, key);
	sr_json_open(out, '[');
	if (a.n)
		sr_json_str(out, a);
	if (b.n)
		sr_json_str(out, b);
	sr_json_close(out, ']');
}

/* What is not told as done: PLOVER's contexts of events that are no facts. */
static struct sr_str context_of(const struct sr_claim *c)
{
	return c->status == SR_STATUS_PLANNED	 ? SR_STR("future")
	       : c->status == SR_STATUS_POSSIBLE ? SR_STR("hypothetical")
						 : (struct sr_str){ NULL, 0 };
}

static struct sr_str country_code(const struct sr_export_work *w,
				  const struct sr_export_side *s, bool *state)
{
	struct sr_export_place place;
	struct sr_place_slot slot = { .country = s->side };

	*state = false;
	if (s->kind == SR_SIDE_BODY)
		return SR_STR("IGO");
	if (s->kind != SR_SIDE_STATE)
		return (struct sr_str){ NULL, 0 };
	sr_export_place_of(w, &slot, &place);
	*state = place.nation != SR_NONE;
	return sr_export_text(w, SR_TABLE_NATIONS, place.nation,
			      SR_NATIONS_ALPHA3);
}

static void put_party(struct sr_export_work *w, const char *key, bool has,
		      const struct sr_party_slot *p,
		      const struct sr_export_place *place, uint32_t term)
{
	struct sr_json *out = w->out;
	struct sr_export_side side;
	bool state;

	sr_json_key(out, key);
	sr_json_open(out, '[');
	if (has) {
		sr_export_side_of(w, p->side, place, &side);
		struct sr_str code =
			sr_export_actor(w, &side, SR_ACTORS_PLOVER);
		sr_json_open(out, '{');
		put(out, "text", p->name);
		put(out, "country", country_code(w, &side, &state));
		put(out, "country_name", state ? side.name : SR_STR(""));
		put(out, "code_1",
		    side.kind == SR_SIDE_STATE
			    ? sr_export_text(w, SR_TABLE_TERMS, term,
					     SR_TERMS_AGENT)
			    : code);
		put(out, "code_2", SR_STR(""));
		put(out, "side", p->side);
		sr_json_close(out, '}');
	}
	sr_json_close(out, ']');
}

static void put_attributes(struct sr_export_work *w, const struct sr_claim *c,
			   const struct sr_export_place *place, uint32_t term)
{
	struct sr_json *out = w->out;

	sr_json_key(out, "attributes");
	sr_json_open(out, '{');
	put_party(w, "ACTOR", c->has_actor, &c->actor, place, term);
	put_party(w, "RECIP", c->has_target, &c->target, place, term);
	sr_json_key(out, "LOC");
	sr_json_open(out, '[');
	if (c->has_place) {
		sr_json_open(out, '{');
		put(out, "text", c->place.name);
		sr_json_close(out, '}');
	}
	sr_json_close(out, ']');
	put_list(out, "DATE", (struct sr_str){ NULL, 0 },
		 (struct sr_str){ NULL, 0 });
	sr_json_close(out, '}');
}

static void put_geo(struct sr_export_work *w,
		    const struct sr_export_place *place)
{
	const struct sr_place_slot *p = place->slot;
	struct sr_json *out = w->out;

	sr_json_key(out, "event_geolocation");
	sr_json_open(out, '{');
	put(out, "reason", p ? sr_str_of(sr_role_name(p->role)) : SR_STR(""));
	sr_json_key(out, "geo");
	if (!p || !p->has_point) {
		sr_json_null(out);
		sr_json_close(out, '}');
		return;
	}
	sr_json_open(out, '{');
	put(out, "resolved_placename", p->name);
	put(out, "country_code3", sr_export_text(w, SR_TABLE_NATIONS,
						 place->nation,
						 SR_NATIONS_ALPHA3));
	put(out, "admin1_name", place->admin1);
	put(out, "admin2_name", place->admin2);
	put(out, "feature_code", place->feature);
	sr_json_key(out, "geonameid");
	if (p->id > 0)
		sr_json_int(out, p->id);
	else
		sr_json_null(out);
	sr_json_key(out, "lat");
	sr_json_fixed(out, p->lat, 5);
	sr_json_key(out, "lon");
	sr_json_fixed(out, p->lon, 5);
	sr_json_close(out, '}');
	sr_json_close(out, '}');
}

static void put_day(struct sr_export_work *w, const char *key, bool known,
		    int32_t day)
{
	put(w->out, key, known ? sr_export_day(w, day, true) : SR_STR(""));
}

static void put_head(struct sr_export_work *w, const struct sr_record *r,
		     uint32_t term)
{
	const struct sr_report *from = &sr_filed_of(w->all, r)->report;
	bool published = sr_days_known(from->published) &&
			 from->published.to != SR_DAY_MAX;
	struct sr_str none = { NULL, 0 };
	struct sr_json *out = w->out;

	put(out, "id", r->key);
	put(out, "story_id", sr_filed_of(w->all, r)->sha256);
	put(out, "publisher", from->publisher);
	put(out, "headline", from->title);
	put(out, "url", from->url);
	put_day(w, "pub_date", published, from->published.to);
	put(out, "event_type",
	    sr_export_text(w, SR_TABLE_TERMS, term, SR_TERMS_PLOVER));
	put_list(out, "event_mode",
		 sr_export_text(w, SR_TABLE_TERMS, term, SR_TERMS_MODE), none);
	put_list(out, "contexts",
		 sr_export_text(w, SR_TABLE_TERMS, term, SR_TERMS_CONTEXT),
		 context_of(&r->claim));
	put(out, "event_text", r->words);
}

bool sr_plover_row(struct sr_export_work *w, const struct sr_record *r)
{
	const struct sr_claim *c = &r->claim;
	struct sr_export_days d =
		sr_export_days_of(c->days, c->basis == SR_BASIS_REPORT);
	uint32_t term = sr_term_of_type(w, c->type);
	struct sr_export_place place;

	if (!sr_export_text(w, SR_TABLE_TERMS, term, SR_TERMS_PLOVER).n) {
		w->tally->nother++;
		return false;
	}
	if (c->status == SR_STATUS_DENIED) {
		w->tally->ndenied++;
		return false;
	}
	sr_export_place_of(w, c->has_place ? &c->place : NULL, &place);
	sr_json_open(w->out, '{');
	put_head(w, r, term);
	put_day(w, "date_resolved", d.known, d.middle);
	put_day(w, "date_from", d.known, d.from);
	put_day(w, "date_to", d.known, d.to);
	put_attributes(w, c, &place, term);
	put_geo(w, &place);
	put(w->out, "status", sr_str_of(sr_status_name(c->status)));
	put(w->out, "speaker", c->speaker);
	put(w->out, "version", SR_STR("sitrep " SR_VERSION));
	sr_json_close(w->out, '}');
	sr_json_line(w->out);
	return true;
}
