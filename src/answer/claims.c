#include "answer/claims.h"

#include <stdio.h>

#include "base/calendar.h"
#include "base/compiler.h"
#include "ontology.h"
#include "views/claims_json.h"
#include "views/wording.h"

static const struct sr_view_column COLUMNS[] = {
	{ "id", "id", SR_LEFT },	   { "from", "day", SR_LEFT },
	{ "to", NULL, SR_LEFT },	   { "basis", NULL, SR_LEFT },
	{ "type", "type", SR_LEFT },	   { "status", NULL, SR_LEFT },
	{ NULL, "status", SR_LEFT },	   { "actor", NULL, SR_LEFT },
	{ "actor_side", NULL, SR_LEFT },   { "target", NULL, SR_LEFT },
	{ "target_side", NULL, SR_LEFT },  { NULL, "who", SR_CUT },
	{ "place", "place", SR_CUT },	   { "place_role", NULL, SR_LEFT },
	{ "place_id", NULL, SR_LEFT },	   { "lat", NULL, SR_LEFT },
	{ "lon", NULL, SR_LEFT },	   { "low", NULL, SR_RIGHT },
	{ "high", NULL, SR_RIGHT },	   { "unit", NULL, SR_LEFT },
	{ NULL, "number", SR_LEFT },	   { "speaker", NULL, SR_LEFT },
	{ NULL, "according to", SR_CUT },  { "doc", NULL, SR_LEFT },
	{ "publisher", NULL, SR_LEFT },	   { "published_from", NULL, SR_LEFT },
	{ "published_to", NULL, SR_LEFT }, { "start", NULL, SR_LEFT },
	{ "end", NULL, SR_LEFT },	   { "rule", NULL, SR_LEFT },
	{ "confidence", NULL, SR_LEFT },   { "review", NULL, SR_LEFT },
	{ "text", "words", SR_BELOW },
};

static void party_cells(struct sr_rows *rows, bool has,
			const struct sr_party_slot *p)
{
	sr_cell_text(rows, has ? p->name : (struct sr_str){ NULL, 0 });
	sr_cell_text(rows, has ? p->side : (struct sr_str){ NULL, 0 });
}

/* "Rebels (JNIM)"; the side alone where it is the name. */
static int party_text(char *out, size_t n, const struct sr_party_slot *p)
{
	bool both = p->side.n && !sr_str_equal(p->side, p->name);

	return snprintf(out, n, "%.*s%s%.*s%s", (int)p->name.n,
			p->name.n ? p->name.s : "", both ? " (" : "",
			both ? (int)p->side.n : 0, both ? p->side.s : "",
			both ? ")" : "");
}

/* "Rebels (JNIM) > the army (ML)": who did it to whom. */
static void who_cell(struct sr_rows *rows, const struct sr_claim *c)
{
	char actor[256] = "", target[256] = "";

	if (c->has_actor)
		party_text(actor, sizeof(actor), &c->actor);
	if (c->has_target)
		party_text(target, sizeof(target), &c->target);
	sr_cell_format(rows, "%s%s%s", actor,
		       c->has_target ? c->has_actor ? " > " : "> " : "",
		       target);
}

static void place_cells(struct sr_rows *rows, const struct sr_claim *c)
{
	const struct sr_place_slot *p = &c->place;

	if (!c->has_place) {
		for (int i = 0; i < 5; i++)
			sr_cell_none(rows);
		return;
	}
	sr_cell_text(rows, p->name);
	sr_cell_text(rows, sr_str_of(sr_role_name(p->role)));
	if (p->id)
		sr_cell_int(rows, p->id);
	else
		sr_cell_none(rows);
	sr_cell_point(rows, p);
}

static void count_cells(struct sr_rows *rows, const struct sr_claim *c)
{
	char text[SR_WORDING];

	sr_cell_end(rows, c->has_count, c->count.low);
	sr_cell_end(rows, c->has_count, c->count.high);
	sr_cell_text(rows, c->has_count ? c->unit : (struct sr_str){ 0 });
	sr_count_text(c, text);
	if (c->has_count)
		sr_cell_format(rows, "%s", text);
	else
		sr_cell_none(rows);
}

static void day_cells(struct sr_rows *rows, bool table,
		      const struct sr_claim *c)
{
	static const char *const BASIS[] = { "explicit", "relative", "report",
					     "inferred" };
	char text[SR_WORDING];

	if (table) {
		sr_days_text(c->days, c->basis == SR_BASIS_REPORT, text);
		sr_cell_format(rows, "%s", text);
		sr_cell_none(rows);
	} else if (sr_days_known(c->days)) {
		sr_cell_day(rows, c->days.from);
		sr_cell_day(rows, c->days.to);
	} else {
		sr_cell_none(rows);
		sr_cell_none(rows);
	}
	sr_cell_text(rows, sr_str_of(BASIS[c->basis & 3]));
}

void sr_claim_row(struct sr_rows *rows, bool table,
		  const struct sr_records *all, const struct sr_record *r)
{
	const struct sr_claim *c = &r->claim;
	const struct sr_filed *f = sr_filed_of(all, r);
	struct sr_days published = f->report.published;
	bool known = sr_days_known(published);

	sr_cell_text(rows,
		     (struct sr_str){ r->key.s, table && r->key.n > SR_ID_SHOWN
							? SR_ID_SHOWN
							: r->key.n });
	day_cells(rows, table, c);
	sr_cell_text(rows, sr_str_of(sr_type_name(c->type)));
	sr_cell_text(rows, sr_str_of(sr_status_name(c->status)));
	sr_cell_format(rows, "%s%s%s", sr_status_name(c->status),
		       r->verdict ? ", " : "", sr_verdict_name(r->verdict));
	party_cells(rows, c->has_actor, &c->actor);
	party_cells(rows, c->has_target, &c->target);
	who_cell(rows, c);
	place_cells(rows, c);
	count_cells(rows, c);
	sr_cell_text(rows, c->speaker);
	sr_cell_text(rows, c->speaker.n		   ? c->speaker
			   : f->report.publisher.n ? f->report.publisher
						   : f->report.name);
	sr_cell_text(rows, f->report.name);
	sr_cell_text(rows, f->report.publisher);
	sr_cell_day(rows, known ? published.from : SR_DAY_MIN);
	sr_cell_day(rows, known ? published.to : SR_DAY_MAX);
	sr_cell_int(rows, r->points.from);
	sr_cell_int(rows, r->points.to);
	sr_cell_text(rows, c->rule);
	sr_cell_milli(rows, c->confidence);
	sr_cell_text(rows, sr_str_of(sr_verdict_name(r->verdict)));
	sr_cell_text(rows, r->words);
}

struct sr_rows sr_claim_rows(struct sr_arena *mem)
{
	return (struct sr_rows){ .column = COLUMNS,
				 .ncolumn = SR_LEN(COLUMNS),
				 .mem = mem };
}

void sr_claim_object(const struct sr_records *all, const struct sr_record *r,
		     struct sr_json *out)
{
	struct sr_claim_view view = {
		.doc = sr_filed_of(all, r)->report.name,
		.key = r->key,
		.words = r->words,
		.points = r->points,
		.review = sr_str_of(sr_verdict_name(r->verdict)),
	};

	sr_claim_json(&r->claim, &view, out);
}
