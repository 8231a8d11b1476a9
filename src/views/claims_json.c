#include "views/claims_json.h"

#include "base/calendar.h"
#include "base/offset.h"
#include "model/claim_key.h"
#include "ontology.h"

#define DEGREE_PLACES 5 /* about a metre */

static inline void key_text(struct sr_json *out, const char *key,
			    struct sr_str s)
{
	sr_json_key(out, key);
	sr_json_str_or_null(out, s);
}

static void put_party(struct sr_json *out, const char *key, bool has,
		      const struct sr_party_slot *p)
{
	sr_json_key(out, key);
	if (!has) {
		sr_json_null(out);
		return;
	}
	sr_json_open(out, '{');
	key_text(out, "name", p->name);
	key_text(out, "side", p->side);
	sr_json_close(out, '}');
}

static void put_degrees(struct sr_json *out, const char *key, bool has,
			double v)
{
	sr_json_key(out, key);
	if (has)
		sr_json_fixed(out, v, DEGREE_PLACES);
	else
		sr_json_null(out);
}

static void put_place(struct sr_json *out, const struct sr_claim *c)
{
	const struct sr_place_slot *p = &c->place;

	sr_json_key(out, "place");
	if (!c->has_place) {
		sr_json_null(out);
		return;
	}
	sr_json_open(out, '{');
	key_text(out, "name", p->name);
	put_degrees(out, "lat", p->has_point, p->lat);
	put_degrees(out, "lon", p->has_point, p->lon);
	key_text(out, "role", sr_str_of(sr_role_name(p->role)));
	sr_json_key(out, "id");
	if (p->id)
		sr_json_int(out, p->id);
	else
		sr_json_null(out);
	key_text(out, "country", p->country);
	sr_json_key(out, "radius_km");
	sr_json_fixed(out, p->radius_km, 1);
	sr_json_close(out, '}');
}

static void put_day(struct sr_json *out, const char *key, int32_t day)
{
	char text[SR_DAY_TEXT];

	sr_json_key(out, key);
	if (day == SR_DAY_MIN || day == SR_DAY_MAX) {
		sr_json_null(out);
		return;
	}
	sr_day_write(day, text);
	sr_json_str(out, sr_str_of(text));
}

static void put_date(struct sr_json *out, const struct sr_claim *c)
{
	static const char *const BASIS[] = { "explicit", "relative", "report",
					     "inferred" };

	sr_json_key(out, "date");
	if (!sr_days_known(c->days)) {
		sr_json_null(out);
		return;
	}
	sr_json_open(out, '{');
	put_day(out, "from", c->days.from);
	put_day(out, "to", c->days.to);
	key_text(out, "basis", sr_str_of(BASIS[c->basis & 3]));
	sr_json_close(out, '}');
}

static void put_end(struct sr_json *out, const char *key, int64_t v)
{
	sr_json_key(out, key);
	if (v == SR_COUNT_OPEN_LOW || v == SR_COUNT_OPEN_HIGH)
		sr_json_null(out);
	else
		sr_json_milli(out, v);
}

static void put_count(struct sr_json *out, const struct sr_claim *c)
{
	sr_json_key(out, "count");
	if (!c->has_count) {
		sr_json_null(out);
		return;
	}
	sr_json_open(out, '{');
	put_end(out, "low", c->count.low);
	put_end(out, "high", c->count.high);
	key_text(out, "unit", c->unit);
	if (c->count_total) {
		sr_json_key(out, "total");
		sr_json_bool(out, true);
	}
	if (c->count_further) {
		sr_json_key(out, "further");
		sr_json_bool(out, true);
	}
	sr_json_close(out, '}');
}

void sr_claim_json(const struct sr_claim *c, const struct sr_claim_view *view,
		   struct sr_json *out)
{
	sr_json_open(out, '{');
	key_text(out, "doc", view->doc);
	key_text(out, "type", sr_str_of(sr_type_name(c->type)));
	key_text(out, "status", sr_str_of(sr_status_name(c->status)));
	put_party(out, "actor", c->has_actor, &c->actor);
	put_party(out, "target", c->has_target, &c->target);
	put_place(out, c);
	put_date(out, c);
	put_count(out, c);
	key_text(out, "speaker", c->speaker);
	if (c->voice.n)
		key_text(out, "voice", c->voice);
	if (c->via.n)
		key_text(out, "via", c->via);
	sr_json_key(out, "evidence");
	sr_json_open(out, '{');
	sr_json_key(out, "start");
	sr_json_int(out, view->points.from);
	sr_json_key(out, "end");
	sr_json_int(out, view->points.to);
	sr_json_key(out, "text");
	sr_json_str(out, view->words);
	sr_json_close(out, '}');
	if (c->disposition.n)
		key_text(out, "disposition", c->disposition);
	key_text(out, "id", view->key);
	sr_json_key(out, "confidence");
	sr_json_milli(out, c->confidence);
	key_text(out, "rule", c->rule);
	if (view->review.n)
		key_text(out, "review", view->review);
	sr_json_close(out, '}');
}

void sr_claim_json_slots(const struct sr_claim *c, unsigned sets,
			 struct sr_json *out)
{
	sr_json_open(out, '{');
	if (sets & SR_BIT_OF(SR_SLOT_TYPE))
		key_text(out, "type", sr_str_of(sr_type_name(c->type)));
	if (sets & SR_BIT_OF(SR_SLOT_STATUS))
		key_text(out, "status", sr_str_of(sr_status_name(c->status)));
	if (sets & SR_BIT_OF(SR_SLOT_ACTOR))
		put_party(out, "actor", c->has_actor, &c->actor);
	if (sets & SR_BIT_OF(SR_SLOT_TARGET))
		put_party(out, "target", c->has_target, &c->target);
	if (sets & SR_BIT_OF(SR_SLOT_PLACE))
		put_place(out, c);
	if (sets & SR_BIT_OF(SR_SLOT_DATE))
		put_date(out, c);
	if (sets & SR_BIT_OF(SR_SLOT_NUMBER))
		put_count(out, c);
	if (sets & SR_BIT_OF(SR_SLOT_SPEAKER))
		key_text(out, "speaker", c->speaker);
	sr_json_close(out, '}');
}

enum sr_code sr_claims_write(struct sr_doc *doc, const char *sha256,
			     struct sr_json *out, struct sr_err *err)
{
	const struct sr_claim *claim = doc->claims.items;
	struct sr_claim_key *key;
	struct sr_offsets at;

	key = sr_claim_keys(&doc->mem, sha256, claim, doc->claims.nitem);
	if (!key || !sr_offsets_init(&at, &doc->mem, doc->report.text))
		return sr_fail_nomem(err, "claims");
	for (size_t i = 0; i < doc->claims.nitem; i++) {
		struct sr_span e = claim[i].evidence;
		struct sr_claim_view view = {
			.doc = doc->report.name,
			.key = sr_str_of(key[i].hex),
			.words = sr_doc_text(doc, e),
			.points = { sr_offset_points(&at, e.from),
				    sr_offset_points(&at, e.to) },
		};
		sr_claim_json(&claim[i], &view, out);
		sr_json_line(out);
	}
	return out->full ? sr_fail_nomem(err, "claims") : SR_OK;
}
