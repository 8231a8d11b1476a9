/* See mentions.h. The four lists are each in the order of the text; they are
 * merged as they are written. */
#include "views/mentions.h"

#include "base/calendar.h"
#include "base/offset.h"
#include "kit/unit.h"
#include "ontology.h"

#define MOST_CANDIDATES 5
#define PLACES 5 /* of a degree: about a metre */

static void key_str(struct sr_json *j, const char *key, struct sr_str s)
{
	sr_json_key(j, key);
	sr_json_str_or_null(j, s);
}

static void key_degrees(struct sr_json *j, const char *key, bool known,
			double v)
{
	sr_json_key(j, key);
	if (known)
		sr_json_fixed(j, v, PLACES);
	else
		sr_json_null(j);
}

static void key_id(struct sr_json *j, int64_t id)
{
	sr_json_key(j, "id");
	if (id)
		sr_json_int(j, id);
	else
		sr_json_null(j);
}

static void write_candidate(struct sr_json *j, const struct sr_candidate *c)
{
	sr_json_open(j, '{');
	key_str(j, "name", c->name);
	key_id(j, c->id);
	key_degrees(j, "lat", true, c->lat);
	key_degrees(j, "lon", true, c->lon);
	key_str(j, "admin1", c->admin1);
	key_str(j, "country", c->country);
	sr_json_key(j, "population");
	sr_json_int(j, c->population);
	sr_json_key(j, "score");
	sr_json_fixed(j, c->score, 2);
	key_str(j, "why", c->why);
	sr_json_close(j, '}');
}

static const char *place_type(enum sr_place_kind kind)
{
	switch (kind) {
	case SR_PLACE_POINT:
		return "point";
	case SR_PLACE_AREA:
		return "area";
	case SR_PLACE_OFFSET:
		return "offset";
	case SR_PLACE_BETWEEN:
		return "between";
	case SR_PLACE_MISSING:
		return "missing";
	}
	return "?";
}

static void write_place(struct sr_json *j, const struct sr_place *p)
{
	size_t n = p->ncandidate < MOST_CANDIDATES ? p->ncandidate
						   : MOST_CANDIDATES;

	sr_json_key(j, "place");
	sr_json_open(j, '{');
	key_str(j, "name", p->name);
	key_id(j, p->id);
	key_degrees(j, "lat", p->has_point, p->lat);
	key_degrees(j, "lon", p->has_point, p->lon);
	key_str(j, "admin1", p->admin1);
	key_str(j, "country", p->country);
	sr_json_key(j, "radius_km");
	sr_json_fixed(j, p->radius_km, 1);
	key_str(j, "feature", p->feature);
	key_str(j, "type", sr_str_of(place_type(p->kind)));
	sr_json_key(j, "candidates");
	sr_json_open(j, '[');
	for (size_t i = 0; i < n; i++)
		write_candidate(j, &p->candidates[i]);
	sr_json_close(j, ']');
	sr_json_close(j, '}');
}

static void key_day(struct sr_json *j, const char *key, int32_t day)
{
	char text[SR_DAY_TEXT];

	sr_json_key(j, key);
	if (day == SR_DAY_MIN || day == SR_DAY_MAX) {
		sr_json_null(j);
		return;
	}
	sr_day_write(day, text);
	sr_json_str(j, sr_str_of(text));
}

static void key_days(struct sr_json *j, const char *key, struct sr_days d)
{
	sr_json_key(j, key);
	if (!sr_days_known(d)) {
		sr_json_null(j);
		return;
	}
	sr_json_open(j, '{');
	key_day(j, "from", d.from);
	key_day(j, "to", d.to);
	sr_json_close(j, '}');
}

static const char *time_type(enum sr_time_kind kind)
{
	switch (kind) {
	case SR_TIME_POINT:
		return "point";
	case SR_TIME_SINCE:
		return "since";
	case SR_TIME_UNTIL:
		return "until";
	case SR_TIME_DURATION:
		return "duration";
	case SR_TIME_REPEAT:
		return "repeat";
	case SR_TIME_VAGUE:
		return "vague";
	}
	return "?";
}

static void write_time(struct sr_json *j, const struct sr_time *t)
{
	static const char *const PART[] = { "", "start", "mid", "end" };

	key_days(j, "date", t->named);
	key_str(j, "mod", sr_str_of(t->part < 4 ? PART[t->part] : ""));
	key_str(j, "type", sr_str_of(time_type(t->kind)));
	key_days(j, "means", t->days);
}

static const char *side_why(uint8_t why)
{
	static const char *const WHY[] = { "",	     "table",  "said",
					   "place",  "refers", "context" };

	return why < sizeof(WHY) / sizeof(*WHY) ? WHY[why] : "";
}

/* The titles of honour of a unit, in its name's order. */
static void write_honours(struct sr_json *j, const struct sr_kit *kit,
			  const struct sr_unit *u)
{
	sr_json_key(j, "honours");
	sr_json_open(j, '[');
	for (size_t i = 0; i < u->narm; i++)
		if (sr_kit_value(kit, SR_TABLE_BRANCHES, u->arm[i],
				 SR_BRANCHES_CLASS) == SR_ARM_HONOUR)
			sr_json_str(j, sr_kit_text(kit, SR_TABLE_BRANCHES,
						   u->arm[i],
						   SR_BRANCHES_NAME));
	sr_json_close(j, ']');
}

static void write_unit(struct sr_json *j, const struct sr_kit *kit,
		       const struct sr_unit *u)
{
	static const char *const STYLE[] = { "ordinal", "roman", "plain" };
	static const struct sr_str NONE = { NULL, 0 };
	uint32_t arm = sr_unit_arm(kit, u);
	int32_t size = sr_unit_size(kit, u);

	sr_json_key(j, "unit");
	sr_json_open(j, '{');
	sr_json_key(j, "number");
	if (u->number)
		sr_json_int(j, u->number);
	else
		sr_json_null(j);
	key_str(j, "style", u->number ? sr_str_of(STYLE[u->style]) : NONE);
	key_str(j, "type",
		arm == SR_NONE ? NONE
			       : sr_kit_text(kit, SR_TABLE_BRANCHES, arm,
					     SR_BRANCHES_NAME));
	key_str(j, "branch",
		arm == SR_NONE ? NONE
			       : sr_kit_text(kit, SR_TABLE_BRANCHES, arm,
					     SR_BRANCHES_SERVICE));
	key_str(j, "echelon",
		size ? sr_kit_text(kit, SR_TABLE_ECHELONS, u->echelon,
				   SR_ECHELONS_NAME)
		     : NONE);
	sr_json_key(j, "size");
	if (size)
		sr_json_int(j, size);
	else
		sr_json_null(j);
	write_honours(j, kit, u);
	key_str(j, "nickname", u->nick);
	key_str(j, "parent", u->parent);
	sr_json_close(j, '}');
}

static void write_party(struct sr_json *j, const struct sr_kit *kit,
			const struct sr_party *p)
{
	sr_json_key(j, "party");
	sr_json_open(j, '{');
	key_str(j, "name", p->name);
	key_str(j, "side", p->side);
	key_str(j, "kind", sr_str_of(sr_party_kind_name(p->kind)));
	key_str(j, "why", sr_str_of(p->side.n ? side_why(p->why) : ""));
	if (p->unit)
		write_unit(j, kit, p->unit);
	sr_json_close(j, '}');
}

static void key_count(struct sr_json *j, const char *key, int64_t v)
{
	sr_json_key(j, key);
	if (v == SR_COUNT_OPEN_LOW || v == SR_COUNT_OPEN_HIGH)
		sr_json_null(j);
	else
		sr_json_milli(j, v);
}

static void write_number(struct sr_json *j, const struct sr_number *n)
{
	sr_json_key(j, "number");
	sr_json_open(j, '{');
	key_count(j, "low", n->count.low);
	key_count(j, "high", n->count.high);
	key_str(j, "unit", n->unit);
	sr_json_close(j, '}');
}

/* Where the merge stands in each list, and what it writes. */
enum list { LIST_PLACE, LIST_TIME, LIST_PARTY, LIST_NUMBER, NLIST };
static const char *const KIND[NLIST] = { "place", "time", "party", "number" };

struct merge {
	const struct sr_doc *doc;
	const struct sr_kit *kit;
	struct sr_offsets offsets;
	size_t at[NLIST];
};

static const struct sr_mention *mention(const struct merge *m, enum list l)
{
	const struct sr_doc *d = m->doc;
	size_t i = m->at[l];

	switch (l) {
	case LIST_PLACE:
		return i < d->places.nitem ? &d->places.items[i].m : NULL;
	case LIST_TIME:
		return i < d->times.nitem ? &d->times.items[i].m : NULL;
	case LIST_PARTY:
		return i < d->parties.nitem ? &d->parties.items[i].m : NULL;
	case LIST_NUMBER:
		return i < d->numbers.nitem ? &d->numbers.items[i].m : NULL;
	case NLIST:
		break;
	}
	return NULL;
}

static void write_mention(const struct merge *m, struct sr_json *j, enum list l)
{
	const struct sr_mention *at = mention(m, l);
	const struct sr_doc *d = m->doc;
	size_t i = m->at[l];

	sr_json_open(j, '{');
	sr_json_key(j, "doc");
	sr_json_str(j, d->report.name);
	key_str(j, "kind", sr_str_of(KIND[l]));
	sr_json_key(j, "start");
	sr_json_int(j, sr_offset_points(&m->offsets, at->at.from));
	sr_json_key(j, "end");
	sr_json_int(j, sr_offset_points(&m->offsets, at->at.to));
	key_str(j, "text", sr_doc_text(d, at->at));
	if (l == LIST_PLACE)
		write_place(j, &d->places.items[i]);
	else if (l == LIST_TIME)
		write_time(j, &d->times.items[i]);
	else if (l == LIST_PARTY)
		write_party(j, m->kit, &d->parties.items[i]);
	else
		write_number(j, &d->numbers.items[i]);
	sr_json_close(j, '}');
	sr_json_line(j);
}

/* The list whose next mention begins first; NLIST when all are done. */
static enum list first_list(const struct merge *m)
{
	enum list best = NLIST;
	uint32_t from = UINT32_MAX;

	for (int l = 0; l < NLIST; l++) {
		const struct sr_mention *at = mention(m, (enum list)l);
		if (at && (best == NLIST || at->at.from < from)) {
			best = (enum list)l;
			from = at->at.from;
		}
	}
	return best;
}

enum sr_code sr_mentions_write(struct sr_doc *doc, const struct sr_kit *kit,
			       struct sr_json *j, struct sr_err *err)
{
	struct merge m = { .doc = doc, .kit = kit };

	if (!sr_offsets_init(&m.offsets, &doc->mem, doc->report.text))
		return sr_fail_nomem(err, "mentions");
	for (enum list l; (l = first_list(&m)) != NLIST; m.at[l]++)
		write_mention(&m, j, l);
	return j->full ? sr_fail_nomem(err, "mentions") : SR_OK;
}
