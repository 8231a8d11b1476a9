#include "answer/forces.h"

#include "base/calendar.h"
#include "base/compiler.h"
#include "fuse/forces.h"
#include "kit/unit.h"
#include "ontology.h"
#include "views/wording.h"

static const struct sr_view_column COLUMNS[] = {
	{ "side", "side", SR_LEFT },	 { "unit", NULL, SR_LEFT },
	{ NULL, "unit", SR_CUT },	 { "number", NULL, SR_RIGHT },
	{ "type", NULL, SR_LEFT },	 { "echelon", NULL, SR_LEFT },
	{ "size", NULL, SR_RIGHT },	 { "parent", NULL, SR_LEFT },
	{ "role", "role", SR_LEFT },	 { "place", "place", SR_CUT },
	{ "place_role", NULL, SR_LEFT }, { "lat", NULL, SR_RIGHT },
	{ "lon", NULL, SR_RIGHT },	 { "first", NULL, SR_LEFT },
	{ "last", NULL, SR_LEFT },	 { NULL, "days", SR_LEFT },
	{ "low", NULL, SR_RIGHT },	 { "high", NULL, SR_RIGHT },
	{ "counted", NULL, SR_LEFT },	 { NULL, "number", SR_LEFT },
	{ "status", "status", SR_LEFT }, { "origins", NULL, SR_RIGHT },
	{ "reports", NULL, SR_RIGHT },	 { NULL, "support", SR_LEFT },
	{ "claims", NULL, SR_LEFT },	 { NULL, "claim", SR_LEFT },
	{ "text", "words", SR_BELOW },
};

struct view {
	struct sr_ask *ask;
	struct sr_rows *rows;
	struct sr_records all;
	struct sr_forces forces;
};

/* Who it is: the first cells of its rows. */
static void unit_cells(struct view *v, const struct sr_force *f)
{
	static const struct sr_str NONE = { NULL, 0 };
	const struct sr_kit *kit = v->ask->kit;
	uint32_t arm = f->unit ? sr_unit_arm(kit, &f->is) : SR_NONE;
	int32_t size = f->unit ? sr_unit_size(kit, &f->is) : 0;
	struct sr_rows *r = v->rows;

	sr_cell_text(r, f->side.n ? f->side : SR_STR("?"));
	sr_cell_text(r, f->name);
	sr_cell_format(r, "%*s%.*s", (int)f->depth * 2, "", (int)f->name.n,
		       f->name.s);
	if (f->unit && f->is.number)
		sr_cell_int(r, f->is.number);
	else
		sr_cell_none(r);
	sr_cell_text(r, arm == SR_NONE ? NONE
				       : sr_kit_text(kit, SR_TABLE_BRANCHES,
						     arm, SR_BRANCHES_NAME));
	sr_cell_text(r, size ? sr_kit_text(kit, SR_TABLE_ECHELONS,
					   f->is.echelon, SR_ECHELONS_NAME)
			     : NONE);
	if (size)
		sr_cell_int(r, size);
	else
		sr_cell_none(r);
	sr_cell_text(r, f->parent == SR_NONE
				? NONE
				: v->forces.items.items[f->parent].name);
}

static void place_cells(struct sr_rows *r, const struct sr_place_slot *p)
{
	static const struct sr_place_slot NOWHERE = { .has_point = false };

	sr_cell_text(r, p ? p->name : NOWHERE.name);
	if (p)
		sr_cell_text(r, sr_str_of(sr_role_name(p->role)));
	else
		sr_cell_none(r);
	sr_cell_point(r, p ? p : &NOWHERE);
}

static void count_cells(struct sr_rows *r, const struct sr_claim *c)
{
	char text[SR_WORDING] = "";

	if (c) {
		sr_cell_end(r, true, c->count.low);
		sr_cell_end(r, true, c->count.high);
		sr_cell_text(r, c->unit);
		sr_count_text(c, text);
	} else {
		for (int i = 0; i < 3; i++)
			sr_cell_none(r);
	}
	sr_cell_format(r, "%s", text);
}

/* The ids of the claims, spaces between, and the first for a person. */
static void id_cells(struct view *v, const uint32_t *order, uint32_t n)
{
	struct sr_json ids = { .mem = &v->ask->mem };

	for (uint32_t i = 0; i < n; i++) {
		if (i)
			sr_json_raw(&ids, SR_STR(" "));
		sr_json_raw(&ids, v->all.claims.items[order[i]].key);
	}
	struct sr_str s = sr_json_text(&ids);
	sr_cell_list(v->rows, s);
	sr_cell_text(
		v->rows,
		(struct sr_str){ s.s, s.n > SR_ID_SHOWN ? SR_ID_SHOWN : s.n });
}

static void sighting_row(struct view *v, const struct sr_force *f,
			 const struct sr_sighting *s)
{
	const uint32_t *order = v->forces.order + s->from;
	bool known = sr_days_known(s->days);
	struct sr_rows *r = v->rows;
	char text[SR_SUPPORT_TEXT > SR_WORDING ? SR_SUPPORT_TEXT : SR_WORDING];

	unit_cells(v, f);
	sr_cell_text(r, sr_str_of(sr_deed_name(s->deed)));
	place_cells(r, s->place);
	sr_cell_day(r, known ? s->days.from : SR_DAY_MIN);
	sr_cell_day(r, known ? s->days.to : SR_DAY_MAX);
	sr_days_text(s->days, s->by, text);
	sr_cell_format(r, "%s", text);
	count_cells(r, s->strength);
	sr_cell_text(r, sr_str_of(sr_status_name(s->status)));
	sr_cell_int(r, s->support.norigin);
	sr_cell_int(r, s->support.nreport);
	sr_support_text(s->support, text);
	sr_cell_format(r, "%s", text);
	id_cells(v, order, s->n);
	/* the last: the newest */
	sr_cell_text(r, v->all.claims.items[order[s->n - 1]].words);
}

/* One that is only named as somebody's superior. */
static void superior_row(struct view *v, const struct sr_force *f)
{
	size_t done;

	unit_cells(v, f);
	sr_cell_text(v->rows, SR_STR("superior"));
	done = v->rows->cells.nitem % v->rows->ncolumn;
	while (done++ < v->rows->ncolumn)
		sr_cell_none(v->rows);
}

/* Is it wanted, by side and name? */
static bool wanted(const struct view *v, const struct sr_force *f,
		   struct sr_str unit)
{
	struct sr_str side = v->ask->filter.side;

	return (!side.n || sr_str_equal(side, f->side)) &&
	       (!unit.n || sr_force_is(v->ask->kit, f, unit));
}

static void force_rows(struct view *v, const struct sr_force *f)
{
	for (uint32_t k = 0; k < f->n; k++)
		sighting_row(v, f, &v->forces.sightings.items[f->from + k]);
	if (!f->n && f->nbelow)
		superior_row(v, f);
}

enum sr_code sr_forces_rows(struct sr_ask *ask, struct sr_str unit, bool all,
			    struct sr_rows *rows)
{
	struct view v = { .ask = ask, .rows = rows };

	*rows = sr_ask_rows(ask, COLUMNS, SR_LEN(COLUMNS));
	if (!ask->kit)
		return sr_fail(&ask->err, SR_IO, "forces",
			       "no tables to read the names of units with");
	enum sr_code code = sr_ledger_claims(ask->ledger, &ask->filter,
					     &ask->mem, &v.all, &ask->err);
	if (!code)
		code = sr_forces(&v.all, ask->kit, all, &ask->mem, &v.forces,
				 &ask->err);
	for (size_t i = 0; !code && i < v.forces.items.nitem; i++)
		if (wanted(&v, &v.forces.items.items[i], unit))
			force_rows(&v, &v.forces.items.items[i]);
	return code;
}
