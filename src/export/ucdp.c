/* UCDP GED: the 49 columns of its global release. An event there is one in
 * which somebody died. */
#include <math.h>

#include "base/calendar.h"
#include "base/compiler.h"
#include "export/work.h"
#include "ontology.h"

#define COLUMN(key) { key, NULL, SR_LEFT }
static const struct sr_view_column COLUMNS[] = {
	COLUMN("id"),
	COLUMN("relid"),
	COLUMN("year"),
	COLUMN("active_year"),
	COLUMN("code_status"),
	COLUMN("type_of_violence"),
	COLUMN("conflict_dset_id"),
	COLUMN("conflict_new_id"),
	COLUMN("conflict_name"),
	COLUMN("dyad_dset_id"),
	COLUMN("dyad_new_id"),
	COLUMN("dyad_name"),
	COLUMN("side_a_dset_id"),
	COLUMN("side_a_new_id"),
	COLUMN("side_a"),
	COLUMN("side_b_dset_id"),
	COLUMN("side_b_new_id"),
	COLUMN("side_b"),
	COLUMN("number_of_sources"),
	COLUMN("source_article"),
	COLUMN("source_office"),
	COLUMN("source_date"),
	COLUMN("source_headline"),
	COLUMN("source_original"),
	COLUMN("where_prec"),
	COLUMN("where_coordinates"),
	COLUMN("where_description"),
	COLUMN("adm_1"),
	COLUMN("adm_2"),
	COLUMN("latitude"),
	COLUMN("longitude"),
	COLUMN("geom_wkt"),
	COLUMN("priogrid_gid"),
	COLUMN("country"),
	COLUMN("country_id"),
	COLUMN("region"),
	COLUMN("event_clarity"),
	COLUMN("date_prec"),
	COLUMN("date_start"),
	COLUMN("date_end"),
	COLUMN("deaths_a"),
	COLUMN("deaths_b"),
	COLUMN("deaths_civilians"),
	COLUMN("deaths_unknown"),
	COLUMN("best"),
	COLUMN("high"),
	COLUMN("low"),
	COLUMN("gwnoa"),
	COLUMN("gwnob"),
};

void sr_ucdp_begin(struct sr_export_work *w)
{
	w->rows = sr_ask_rows(w->ask, COLUMNS, SR_LEN(COLUMNS));
}

static void none(struct sr_export_work *w, int n)
{
	while (n-- > 0)
		sr_cell_none(&w->rows);
}

static bool is_armed(const struct sr_export_side *s)
{
	return s->kind == SR_SIDE_STATE || s->kind == SR_SIDE_BODY ||
	       s->kind == SR_SIDE_GROUP;
}

/* 1 a state fights, 2 none of them is one, 3 civilians are aimed at; 0: nothing
 * says which. */
static int violence(const struct sr_export_work *w,
		    const struct sr_happening *h, uint32_t term)
{
	int32_t kind = sr_kit_value(w->kit, SR_TABLE_TERMS, term,
				    SR_TERMS_UCDP);

	if (kind == SR_UCDP_ONE_SIDED)
		return 3;
	if (!is_armed(&h->a) || !is_armed(&h->b))
		return 0;
	return h->a.kind == SR_SIDE_STATE || h->b.kind == SR_SIDE_STATE ? 1 : 2;
}

/* The 48 bits of the incident's name as a number. */
static int64_t number_of(const char *id)
{
	int64_t v = 0;

	for (id++; *id; id++)
		v = v * 16 + sr_hex_digit(*id);
	return v;
}

static void what_cells(struct sr_export_work *w, const struct sr_happening *h,
		       int kind)
{
	struct sr_str a = h->a.name, b = h->b.name;

	sr_cell_int(&w->rows, number_of(h->in->id));
	sr_cell_format(&w->rows, "%s", h->in->id);
	if (h->days.known)
		sr_cell_int(&w->rows, sr_date_of(h->days.from).year);
	else
		none(w, 1);
	none(w, 2);
	sr_cell_end(&w->rows, kind > 0, kind * 1000);
	none(w, 5);
	if (a.n && b.n)
		sr_cell_format(&w->rows, "%.*s - %.*s", (int)a.n, a.s,
			       (int)b.n, b.s);
	else
		none(w, 1);
	none(w, 2);
	sr_cell_text(&w->rows, a);
	none(w, 2);
	sr_cell_text(&w->rows, b);
}

static void told_cells(struct sr_export_work *w, const struct sr_happening *h)
{
	sr_cell_int(&w->rows, h->in->support.norigin);
	sr_cell_text(&w->rows, sr_export_reports(w, h, SR_TOLD_ARTICLE));
	sr_cell_text(&w->rows, sr_export_reports(w, h, SR_TOLD_PUBLISHER));
	sr_cell_text(&w->rows, sr_export_reports(w, h, SR_TOLD_DAY));
	sr_cell_text(&w->rows, sr_export_reports(w, h, SR_TOLD_TITLE));
	sr_cell_text(&w->rows, sr_export_speakers(w, h));
}

/* PRIO-GRID: cells of half a degree, counted from the south-west. */
#define GRID_ROWS 360
#define GRID_COLUMNS 720

static int64_t grid_cell(const struct sr_place_slot *p)
{
	int64_t row = (int64_t)floor((p->lat + 90) * 2);
	int64_t column = (int64_t)floor((p->lon + 180) * 2);

	row = row < GRID_ROWS ? row : GRID_ROWS - 1;
	column = column < GRID_COLUMNS ? column : GRID_COLUMNS - 1;
	return row * GRID_COLUMNS + column + 1;
}

static void point_cells(struct sr_export_work *w,
			const struct sr_place_slot *p)
{
	struct sr_json wkt = { .mem = w->mem };

	sr_cell_point(&w->rows, p);
	if (!p->has_point) {
		none(w, 2);
		return;
	}
	sr_json_raw(&wkt, SR_STR("POINT ("));
	sr_json_fixed(&wkt, p->lon, 5);
	wkt.comma = false;
	sr_json_raw(&wkt, SR_STR(" "));
	sr_json_fixed(&wkt, p->lat, 5);
	sr_json_raw(&wkt, SR_STR(")"));
	sr_cell_text(&w->rows, sr_json_text(&wkt));
	sr_cell_int(&w->rows, grid_cell(p));
}

static void place_cells(struct sr_export_work *w, const struct sr_happening *h)
{
	const struct sr_export_place *p = &h->place;

	if (p->precision == SR_NONE)
		none(w, 1);
	else
		sr_cell_int(&w->rows,
			    sr_kit_value(w->kit, SR_TABLE_PRECISION,
					 p->precision, SR_PRECISION_UCDP));
	if (p->slot) {
		sr_cell_text(&w->rows, p->slot->name);
		sr_cell_text(&w->rows,
			     sr_str_of(sr_role_name(p->slot->role)));
		sr_cell_text(&w->rows, p->admin1);
		sr_cell_text(&w->rows, p->admin2);
		point_cells(w, p->slot);
	} else {
		none(w, 8);
	}
	sr_cell_text(&w->rows, p->country);
	none(w, 1);
	sr_cell_text(&w->rows, sr_export_text(w, SR_TABLE_NATIONS, p->nation,
					      SR_NATIONS_UCDP));
}

static int date_precision(const struct sr_export_days *d)
{
	int32_t span = d->to - d->from;

	return d->open || span > 30 ? 5
	       : span > 6	    ? 4
	       : span > 5	    ? 3
	       : d->by || span	    ? 2
				    : 1;
}

static void when_cells(struct sr_export_work *w, const struct sr_happening *h)
{
	int precision = date_precision(&h->days);

	if (!h->days.known) {
		sr_cell_int(&w->rows, 2);
		none(w, 3);
		return;
	}
	sr_cell_int(&w->rows, precision > 2 ? 2 : 1);
	sr_cell_int(&w->rows, precision);
	sr_cell_day(&w->rows, h->days.from);
	sr_cell_day(&w->rows, h->days.to);
}

static void death_cells(struct sr_export_work *w, const struct sr_deaths *d)
{
	int64_t rest = d->of[SR_DEAD_OTHER].best + d->of[SR_DEAD_UNKNOWN].best;

	for (int i = 0; i < SR_DEAD_OTHER; i++)
		sr_cell_end(&w->rows, d->all.has, d->of[i].best * 1000);
	sr_cell_end(&w->rows, d->all.has, rest * 1000);
	sr_cell_end(&w->rows, d->all.has, d->all.best * 1000);
	sr_cell_end(&w->rows, d->all.has, d->all.high * 1000);
	sr_cell_end(&w->rows, d->all.has, d->all.low * 1000);
}

bool sr_ucdp_row(struct sr_export_work *w, const struct sr_happening *h)
{
	uint32_t term = sr_term_of(w, h->in, SR_TERMS_UCDP);

	if (term == SR_NONE) {
		w->tally->nother++;
		return false;
	}
	if (!h->deaths.any || (h->deaths.all.has && !h->deaths.all.high)) {
		w->tally->ndeathless++;
		return false;
	}
	what_cells(w, h, violence(w, h, term));
	told_cells(w, h);
	place_cells(w, h);
	when_cells(w, h);
	death_cells(w, &h->deaths);
	none(w, 2);
	return true;
}
