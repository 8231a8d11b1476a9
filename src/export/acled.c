/* ACLED, as its data export has it since 2023: 31 columns. */
#include "base/calendar.h"
#include "base/compiler.h"
#include "export/work.h"
#include "ontology.h"

#define COLUMN(key) { key, NULL, SR_LEFT }
static const struct sr_view_column COLUMNS[] = {
	COLUMN("event_id_cnty"),  COLUMN("event_date"),
	COLUMN("year"),		  COLUMN("time_precision"),
	COLUMN("disorder_type"),  COLUMN("event_type"),
	COLUMN("sub_event_type"), COLUMN("actor1"),
	COLUMN("assoc_actor_1"),  COLUMN("inter1"),
	COLUMN("actor2"),	  COLUMN("assoc_actor_2"),
	COLUMN("inter2"),	  COLUMN("interaction"),
	COLUMN("civilian_targeting"), COLUMN("iso"),
	COLUMN("region"),	  COLUMN("country"),
	COLUMN("admin1"),	  COLUMN("admin2"),
	COLUMN("admin3"),	  COLUMN("location"),
	COLUMN("latitude"),	  COLUMN("longitude"),
	COLUMN("geo_precision"),  COLUMN("source"),
	COLUMN("source_scale"),	  COLUMN("notes"),
	COLUMN("fatalities"),	  COLUMN("tags"),
	COLUMN("timestamp"),
};

void sr_acled_begin(struct sr_export_work *w)
{
	w->rows = sr_ask_rows(w->ask, COLUMNS, SR_LEN(COLUMNS));
}

/* The event and the sub-event; the latter is SR_NONE where it hangs on who
 * acts, and that is not known. */
struct event {
	uint32_t term, row, sub;
};

static struct event event_of(const struct sr_export_work *w,
			     const struct sr_happening *h)
{
	struct event e = { SR_NONE, SR_NONE, SR_NONE };

	e.term = sr_term_of(w, h->in, SR_TERMS_ACLED);
	if (e.term == SR_NONE)
		return e;
	uint32_t away = (uint32_t)sr_kit_value(w->kit, SR_TABLE_TERMS, e.term,
					       SR_TERMS_ACLED);
	int32_t home = sr_kit_value(w->kit, SR_TABLE_TERMS, e.term,
				    SR_TERMS_HOME);
	e.row = h->a.home && home >= 0 ? (uint32_t)home : away;
	bool hangs = home >= 0 && (uint32_t)home != away;
	e.sub = hangs && h->a.kind == SR_SIDE_UNKNOWN ? SR_NONE : e.row;
	return e;
}

static int time_precision(const struct sr_export_days *d)
{
	int32_t span = d->to - d->from;

	return d->open || span > 6 ? 3 : d->by || span ? 2 : 1;
}

static void when_cells(struct sr_export_work *w, const struct sr_happening *h)
{
	struct sr_str nation = sr_export_text(w, SR_TABLE_NATIONS,
					      h->place.nation,
					      SR_NATIONS_ALPHA3);

	sr_cell_format(&w->rows, "%.*s%s", (int)nation.n,
		       nation.n ? nation.s : "", h->in->id);
	if (!h->days.known) {
		for (int i = 0; i < 3; i++)
			sr_cell_none(&w->rows);
		return;
	}
	sr_cell_day(&w->rows, h->days.middle);
	sr_cell_int(&w->rows, sr_date_of(h->days.middle).year);
	sr_cell_int(&w->rows, time_precision(&h->days));
}

static struct sr_str inter_of(const struct sr_export_work *w,
			      const struct sr_export_side *s)
{
	return sr_export_actor(w, s, SR_ACTORS_ACLED);
}

static void actor_cells(struct sr_export_work *w, const struct sr_happening *h,
			const struct sr_export_side *s, bool target)
{
	struct sr_str told = sr_export_names(w, h, target);

	if (s->kind == SR_SIDE_CIVILIANS && h->place.country.n)
		sr_cell_format(&w->rows, "%.*s (%.*s)", (int)s->name.n,
			       s->name.s, (int)h->place.country.n,
			       h->place.country.s);
	else
		sr_cell_text(&w->rows, s->name.n ? s->name : told);
	sr_cell_text(&w->rows, s->name.n ? told : (struct sr_str){ NULL, 0 });
	sr_cell_text(&w->rows, inter_of(w, s));
}

static void interaction_cells(struct sr_export_work *w,
			      const struct sr_happening *h)
{
	struct sr_str a = inter_of(w, &h->a), b = inter_of(w, &h->b);
	bool aimed = (h->in->types & 1u << SR_TYPE_ATTACK_CIVILIANS) ||
		     h->b.kind == SR_SIDE_CIVILIANS;

	if (a.n && b.n)
		sr_cell_format(&w->rows, "%.*s-%.*s", (int)a.n, a.s, (int)b.n,
			       b.s);
	else
		sr_cell_none(&w->rows);
	sr_cell_text(&w->rows, aimed ? SR_STR("Civilian targeting")
				     : (struct sr_str){ NULL, 0 });
}

static void place_cells(struct sr_export_work *w, const struct sr_happening *h)
{
	const struct sr_export_place *p = &h->place;
	int32_t number = p->nation == SR_NONE
				 ? 0
				 : sr_kit_value(w->kit, SR_TABLE_NATIONS,
						p->nation, SR_NATIONS_NUMBER);

	sr_cell_end(&w->rows, number > 0, (int64_t)number * 1000);
	sr_cell_text(&w->rows, sr_export_text(w, SR_TABLE_NATIONS, p->nation,
					      SR_NATIONS_ACLED));
	sr_cell_text(&w->rows, p->country);
	sr_cell_text(&w->rows, p->admin1);
	sr_cell_text(&w->rows, p->admin2);
	sr_cell_none(&w->rows);
	if (p->slot) {
		sr_cell_text(&w->rows, p->slot->name);
		sr_cell_point(&w->rows, p->slot);
	} else {
		for (int i = 0; i < 3; i++)
			sr_cell_none(&w->rows);
	}
	if (p->precision == SR_NONE)
		sr_cell_none(&w->rows);
	else
		sr_cell_int(&w->rows,
			    sr_kit_value(w->kit, SR_TABLE_PRECISION,
					 p->precision, SR_PRECISION_ACLED));
}

static void told_cells(struct sr_export_work *w, const struct sr_happening *h)
{
	int64_t learnt = sr_export_learnt(w, h);

	sr_cell_text(&w->rows,
		     sr_export_reports(w, h, SR_TOLD_PUBLISHER));
	sr_cell_none(&w->rows);
	sr_cell_text(&w->rows, sr_export_notes(w, h));
	/* None is said to have died: 0, as ACLED has it. */
	if (h->deaths.all.has || !h->deaths.any)
		sr_cell_int(&w->rows, h->deaths.all.low);
	else
		sr_cell_none(&w->rows);
	sr_cell_format(&w->rows, "status=%s; credibility=%d",
		       sr_standing_name(h->in->standing),
		       sr_incident_credibility(h->in));
	sr_cell_end(&w->rows, learnt >= 0, learnt * 1000);
}

bool sr_acled_row(struct sr_export_work *w, const struct sr_happening *h)
{
	struct event e = event_of(w, h);

	if (e.term == SR_NONE) {
		w->tally->nother++;
		return false;
	}
	when_cells(w, h);
	sr_cell_text(&w->rows, sr_export_text(w, SR_TABLE_ACLED, e.row,
					      SR_ACLED_DISORDER));
	sr_cell_text(&w->rows, sr_export_text(w, SR_TABLE_ACLED, e.row,
					      SR_ACLED_EVENT));
	sr_cell_text(&w->rows, sr_export_text(w, SR_TABLE_ACLED, e.sub,
					      SR_ACLED_SUB_EVENT));
	actor_cells(w, h, &h->a, false);
	actor_cells(w, h, &h->b, true);
	interaction_cells(w, h);
	place_cells(w, h);
	told_cells(w, h);
	return true;
}
