#include "views/incidents.h"

#include <stdio.h>

#include "base/calendar.h"
#include "base/str.h"
#include "model/family.h"
#include "ontology.h"
#include "views/wording.h"

#define MOST_NUMBERS 6 /* figures in one cell; the rest is counted */

/* In the tables of all views; those that a view lacks have no title there. */
enum { KIND, DAY, WHAT, PLACE, WHO, NUMBERS, STATUS, GRADE, SUPPORT, WORDS };

#define TITLE(title, bit) ((VIEW)&1u << (bit) ? (title) : NULL)
#define ALL_COLUMNS                                                            \
	{ "id", "id", SR_LEFT }, { "kind", TITLE("kind", KIND), SR_LEFT },     \
		{ "from", NULL, SR_LEFT }, { "to", NULL, SR_LEFT },            \
		{ "by", NULL, SR_LEFT }, { NULL, "day", SR_LEFT },             \
		{ "type", NULL, SR_LEFT },                                     \
		{ "types", TITLE("what", WHAT), SR_LEFT },                     \
		{ "place", "place", SR_CUT }, { "place_role", NULL, SR_LEFT }, \
		{ "place_id", NULL, SR_LEFT }, { "lat", NULL, SR_LEFT },       \
		{ "lon", NULL, SR_LEFT }, { "actor_side", NULL, SR_LEFT },     \
		{ "target_side", NULL, SR_LEFT },                              \
		{ NULL, TITLE("who", WHO), SR_LEFT },                          \
		{ "numbers", "numbers", SR_WRAP },                             \
		{ "status", "status", SR_LEFT }, { "doubted", NULL, SR_LEFT }, \
		{ "contradicted", NULL, SR_LEFT },                             \
		{ "grade", TITLE("grade", GRADE), SR_LEFT },                   \
		{ "credibility", NULL, SR_LEFT },                              \
		{ "origins", NULL, SR_RIGHT }, { "reports", NULL, SR_RIGHT },  \
		{ "against", NULL, SR_RIGHT }, { NULL, "support", SR_LEFT },   \
		{ "claims", NULL, SR_LEFT },                                   \
	{                                                                      \
		"text", "words", SR_BELOW                                      \
	}

#define VIEW (1u << WHAT | 1u << WHO | 1u << GRADE)
static const struct sr_view_column INCIDENTS[] = { ALL_COLUMNS };
#undef VIEW
#define VIEW (1u << WHAT | 1u << WHO)
static const struct sr_view_column TIMELINE[] = { ALL_COLUMNS };
#undef VIEW
#define VIEW (1u << KIND | 1u << WHO)
static const struct sr_view_column KINDS[] = { ALL_COLUMNS };

const struct sr_view_column *sr_incident_columns(enum sr_incident_view view,
						 size_t *n)
{
	*n = sizeof(INCIDENTS) / sizeof(*INCIDENTS);
	return view == SR_VIEW_INCIDENTS  ? INCIDENTS
	       : view == SR_VIEW_TIMELINE ? TIMELINE
					  : KINDS;
}

static const struct sr_record *record_at(const struct sr_incident *in,
					 const struct sr_records *all,
					 uint32_t i)
{
	return &all->claims.items[in->claim[i]];
}

/* Violence on civilians: aimed at them, or they are who suffered. */
static bool is_harm(const struct sr_incident *in, const struct sr_records *all)
{
	for (uint32_t i = 0; i < in->nclaim; i++) {
		const struct sr_claim *c = &record_at(in, all, i)->claim;
		if (c->type == SR_TYPE_ATTACK_CIVILIANS ||
		    ((sr_is_attack(c->type) || sr_is_loss(c->type)) &&
		     c->has_target && sr_str_is(c->target.side, "CIV")))
			return true;
	}
	return false;
}

bool sr_incident_shown(enum sr_incident_view view, const struct sr_incident *in,
		       const struct sr_records *all)
{
	switch (view) {
	case SR_VIEW_CIVILIANS:
		return sr_is_civil(in->type) || is_harm(in, all);
	case SR_VIEW_POLITICS:
		return sr_is_politics(in->type);
	case SR_VIEW_TIMELINE:
		return sr_days_known(in->days);
	case SR_VIEW_INCIDENTS:
		break;
	}
	return true;
}

/* "harm", "movement", "talks": the name behind the dot; else the one before
 * it. */
static struct sr_str kind_of(enum sr_incident_view view,
			     const struct sr_incident *in)
{
	struct sr_str name = sr_str_of(sr_type_name(in->type));
	struct sr_str family = sr_str_cut(&name, '.');

	if (view == SR_VIEW_CIVILIANS && !sr_is_civil(in->type))
		return SR_STR("harm");
	return view == SR_VIEW_CIVILIANS || view == SR_VIEW_POLITICS ? name
								     : family;
}

/* All types, the centre's first; commas between where people read it. */
static void types_cell(struct sr_rows *rows, const struct sr_incident *in,
		       bool table)
{
	struct sr_json text = { .mem = rows->mem };

	sr_json_raw(&text, sr_str_of(sr_type_name(in->type)));
	for (unsigned i = 0; i < SR_TYPE_COUNT; i++) {
		if (!(in->types & 1u << i) || i == in->type)
			continue;
		sr_json_raw(&text, table ? SR_STR(", ") : SR_STR(" "));
		sr_json_raw(&text, sr_str_of(sr_type_name(i)));
	}
	if (table)
		sr_cell_text(rows, sr_json_text(&text));
	else
		sr_cell_list(rows, sr_json_text(&text));
}

static struct sr_str claimant_of(const struct sr_records *all,
				 const struct sr_record *r)
{
	const struct sr_report *report = &sr_filed_of(all, r)->report;

	return r->claim.speaker.n    ? r->claim.speaker
	       : report->publisher.n ? report->publisher
				     : report->name;
}

/* Is the same figure of the same claimant among those before? */
static bool said_before(const struct sr_incident *in,
			const struct sr_records *all, uint32_t i)
{
	const struct sr_record *r = record_at(in, all, i);

	for (uint32_t k = 0; k < i; k++) {
		const struct sr_record *o = record_at(in, all, k);
		if (o->claim.has_count && o->claim.type == r->claim.type &&
		    o->claim.count.low == r->claim.count.low &&
		    o->claim.count.high == r->claim.count.high &&
		    sr_str_equal(o->claim.unit, r->claim.unit) &&
		    sr_str_equal(claimant_of(all, o), claimant_of(all, r)))
			return true;
	}
	return false;
}

static void put_number(const struct sr_records *all, const struct sr_record *r,
		       struct sr_json *text)
{
	struct sr_str kind = sr_str_of(sr_type_name(r->claim.type));
	struct sr_str who = claimant_of(all, r);
	char count[SR_WORDING];

	sr_str_cut(&kind, '.');
	sr_count_text(&r->claim, count);
	sr_json_raw(text, kind);
	sr_json_raw(text, SR_STR(" "));
	sr_json_raw(text, sr_str_of(count));
	sr_json_raw(text, SR_STR(" ("));
	sr_json_raw(text, (struct sr_str){ who.s, who.n > 40 ? 40 : who.n });
	sr_json_raw(text, r->claim.status == SR_STATUS_DENIED
				  ? SR_STR(", denies")
				  : SR_STR(""));
	sr_json_raw(text, SR_STR(")"));
}

struct sr_str sr_incident_numbers(const struct sr_incident *in,
				  const struct sr_records *all,
				  struct sr_arena *mem)
{
	struct sr_json text = { .mem = mem };
	unsigned n = 0, more = 0;
	char left[32];

	for (uint32_t i = 0; i < in->nclaim; i++) {
		const struct sr_record *r = record_at(in, all, i);
		if (!r->claim.has_count || said_before(in, all, i))
			continue;
		if (n == MOST_NUMBERS) {
			more++;
			continue;
		}
		if (n++)
			sr_json_raw(&text, SR_STR("; "));
		put_number(all, r, &text);
	}
	snprintf(left, sizeof(left), "; %u more", more);
	if (more)
		sr_json_raw(&text, sr_str_of(left));
	return sr_json_text(&text);
}

static void day_cells(struct sr_rows *rows, const struct sr_incident *in)
{
	bool known = sr_days_known(in->days);
	char text[SR_WORDING];

	sr_cell_day(rows, known ? in->days.from : SR_DAY_MIN);
	sr_cell_day(rows, known ? in->days.to : SR_DAY_MAX);
	sr_cell_flag(rows, in->by);
	sr_days_text(in->days, in->by, text);
	sr_cell_format(rows, "%s", text);
}

static void place_cells(struct sr_rows *rows, const struct sr_incident *in,
			bool table)
{
	if (!in->place) {
		for (int i = 0; i < 5; i++)
			sr_cell_none(rows);
		return;
	}
	/* "25 km west of Mekelle" says how near it is. */
	if (table && in->place->id && in->place->role != SR_ROLE_AT &&
	    in->place->role != SR_ROLE_AREA)
		sr_cell_format(rows, "%s %.*s", sr_role_name(in->place->role),
			       (int)in->place->name.n,
			       in->place->name.n ? in->place->name.s : "");
	else
		sr_cell_text(rows, in->place->name);
	sr_cell_text(rows, sr_str_of(sr_role_name(in->place->role)));
	if (in->place->id)
		sr_cell_int(rows, in->place->id);
	else
		sr_cell_none(rows);
	sr_cell_point(rows, in->place);
}

static void who_cells(struct sr_rows *rows, const struct sr_incident *in)
{
	struct sr_str a = in->actor, t = in->target;

	sr_cell_text(rows, a);
	sr_cell_text(rows, t);
	sr_cell_format(rows, "%.*s%s%.*s", (int)a.n, a.n ? a.s : "",
		       t.n ? a.n ? " > " : "> " : "", (int)t.n, t.n ? t.s : "");
}

static void status_cells(struct sr_rows *rows, const struct sr_incident *in)
{
	const char *name = sr_standing_name(in->standing);
	char text[SR_SUPPORT_TEXT];

	sr_cell_format(rows, "%s%s", name, in->doubted ? ", doubted" : "");
	sr_cell_flag(rows, in->doubted);
	sr_cell_flag(rows, in->contradicted);
	sr_cell_text(rows, sr_str_of(sr_incident_grade(in)));
	sr_cell_int(rows, sr_incident_credibility(in));
	sr_cell_int(rows, in->support.norigin);
	sr_cell_int(rows, in->support.nreport);
	sr_cell_int(rows, in->against.norigin);
	sr_support_text(in->support.nclaim ? in->support : in->against, text);
	if (in->against.nclaim && in->support.nclaim)
		sr_cell_format(rows, "%s, %u against", text,
			       in->against.norigin);
	else
		sr_cell_format(rows, "%s", text);
}

static void claims_cell(struct sr_rows *rows, const struct sr_incident *in,
			const struct sr_records *all)
{
	struct sr_json ids = { .mem = rows->mem };

	for (uint32_t i = 0; i < in->nclaim; i++) {
		if (i)
			sr_json_raw(&ids, SR_STR(" "));
		sr_json_raw(&ids, record_at(in, all, i)->key);
	}
	sr_cell_list(rows, sr_json_text(&ids));
}

void sr_incident_row(enum sr_incident_view view, const struct sr_incident *in,
		     const struct sr_records *all, bool table,
		     struct sr_rows *rows)
{
	sr_cell_format(rows, "%s", in->id);
	sr_cell_text(rows, kind_of(view, in));
	day_cells(rows, in);
	sr_cell_text(rows, sr_str_of(sr_type_name(in->type)));
	types_cell(rows, in, table);
	place_cells(rows, in, table);
	who_cells(rows, in);
	sr_cell_text(rows, sr_incident_numbers(in, all, rows->mem));
	status_cells(rows, in);
	claims_cell(rows, in, all);
	sr_cell_text(rows, all->claims.items[in->told[0].head].words);
}

/* Why a telling was joined */

static const struct sr_claim *head_of(const struct sr_told *t,
				      const struct sr_records *all)
{
	return &all->claims.items[t->head].claim;
}

static const char *place_words(int points)
{
	return points >= 40   ? "the same place"
	       : points >= 25 ? "the same region, or places side by side"
	       : points > 0   ? "no place in either"
			      : "a region, or no place";
}

static const char *day_words(int points)
{
	return points >= 30   ? "the same day"
	       : points >= 22 ? "the same few days"
	       : points >= 16 ? "days that overlap"
	       : points == 10 ? "weeks that overlap"
	       : points > 10  ? "told soon after, without a day of its own"
			      : "days side by side";
}

static void put_reason(struct sr_json *out, const char *words, int points)
{
	char text[160];

	if (out->n)
		sr_json_raw(out, SR_STR(", "));
	snprintf(text, sizeof(text), "%s (%+d)", words, points);
	sr_json_raw(out, sr_str_of(text));
}

static void put_reasons(struct sr_json *out, const struct sr_told *t,
			const struct sr_claim *head)
{
	char text[96];

	snprintf(text, sizeof(text), "%s %s",
		 t->points[SR_REASON_TYPE] >= 12 ? "both" : "it is",
		 sr_type_name(head->type));
	put_reason(out, text, t->points[SR_REASON_TYPE]);
	if (t->points[SR_REASON_ACTOR])
		put_reason(out,
			   t->points[SR_REASON_ACTOR] < 0 ? "another actor"
			   : t->points[SR_REASON_ACTOR] < 10
				   ? "the same two sides"
				   : "the same actor",
			   t->points[SR_REASON_ACTOR]);
	if (t->points[SR_REASON_TARGET])
		put_reason(out,
			   t->points[SR_REASON_TARGET] < 0 ? "another target"
							   : "the same target",
			   t->points[SR_REASON_TARGET]);
	if (t->points[SR_REASON_NUMBER])
		put_reason(out,
			   t->points[SR_REASON_NUMBER] < 0
				   ? "numbers that don't fit"
				   : "numbers that fit",
			   t->points[SR_REASON_NUMBER]);
	if (t->points[SR_REASON_WORDS])
		put_reason(out,
			   t->points[SR_REASON_WORDS] < 0 ? "few words shared"
							  : "words shared",
			   t->points[SR_REASON_WORDS]);
	if (t->points[SR_REASON_STATUS])
		put_reason(out, "it denies", t->points[SR_REASON_STATUS]);
}

struct sr_str sr_told_words(const struct sr_incident *in,
			    const struct sr_told *t,
			    const struct sr_records *all, struct sr_arena *mem)
{
	struct sr_json out = { .mem = mem };

	(void)in;
	put_reason(&out, place_words(t->points[SR_REASON_PLACE]),
		   t->points[SR_REASON_PLACE]);
	put_reason(&out, day_words(t->points[SR_REASON_DAYS]),
		   t->points[SR_REASON_DAYS]);
	put_reasons(&out, t, head_of(t, all));
	return sr_json_text(&out);
}
