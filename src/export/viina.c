/* VIINA 2.0, as its files of one event a day have it (event_1pd). */
#include "base/compiler.h"
#include "export/work.h"
#include "fuse/crowd.h"
#include "model/family.h"

#define COLUMN(key) { key, NULL, SR_LEFT }
static const struct sr_view_column COLUMNS[] = {
	COLUMN("viina_version"), COLUMN("event_id_1pd"),
	COLUMN("date"),		 COLUMN("n_reports"),
	COLUMN("event_ids"),	 COLUMN("sources"),
	COLUMN("geonameid"),	 COLUMN("feature_code"),
	COLUMN("asciiname"),	 COLUMN("ADM1_NAME"),
	COLUMN("ADM1_CODE"),	 COLUMN("ADM2_NAME"),
	COLUMN("ADM2_CODE"),	 COLUMN("longitude"),
	COLUMN("latitude"),	 COLUMN("GEO_PRECISION"),
	COLUMN("t_mil_b"),	 COLUMN("a_rus_b"),
	COLUMN("a_ukr_b"),	 COLUMN("a_rus_init_b"),
	COLUMN("a_ukr_init_b"),	 COLUMN("a_civ_b"),
	COLUMN("a_other_b"),	 COLUMN("t_aad_b"),
	COLUMN("t_airstrike_b"), COLUMN("t_airalert_b"),
	COLUMN("t_uav_b"),	 COLUMN("t_armor_b"),
	COLUMN("t_arrest_b"),	 COLUMN("t_artillery_b"),
	COLUMN("t_control_b"),	 COLUMN("t_firefight_b"),
	COLUMN("t_ied_b"),	 COLUMN("t_raid_b"),
	COLUMN("t_occupy_b"),	 COLUMN("t_property_b"),
	COLUMN("t_cyber_b"),	 COLUMN("t_hospital_b"),
	COLUMN("t_milcas_b"),	 COLUMN("t_civcas_b"),
	COLUMN("t_retreat_b"),	 COLUMN("t_loc_b"),
	COLUMN("t_san_b"),	 COLUMN("tid"),
};

void sr_viina_begin(struct sr_export_work *w)
{
	w->rows = sr_ask_rows(w->ask, COLUMNS, SR_LEN(COLUMNS));
}

static uint32_t labels_of_claim(const struct sr_export_work *w,
				const struct sr_claim *c)
{
	uint32_t term = sr_term_of_type(w, c->type);
	uint32_t civ = 1u << SR_VIINA_CIVCAS, mil = 1u << SR_VIINA_MILCAS;
	uint32_t labels =
		term == SR_NONE ? 0
				: (uint32_t)sr_kit_value(w->kit, SR_TABLE_TERMS,
							 term, SR_TERMS_VIINA);

	if (!sr_is_loss(c->type))
		return labels;
	bool folk = sr_str_is(c->target.side, "CIV") ||
		    sr_crowd_of(c) == SR_CROWD_FOLK;
	bool known = c->has_target && c->target.side.n;
	return labels & ~(folk ? mil : known ? civ : mil | civ);
}

static uint32_t labels_of(const struct sr_export_work *w,
			  const struct sr_happening *h)
{
	uint32_t labels = 0;

	for (uint32_t i = 0; i < h->in->nclaim; i++)
		labels |= labels_of_claim(
			w, &w->all->claims.items[h->in->claim[i]].claim);
	return labels;
}

static void head_cells(struct sr_export_work *w, const struct sr_happening *h)
{
	sr_cell_none(&w->rows);
	sr_cell_format(&w->rows, "%s", h->in->id);
	if (h->days.known)
		sr_cell_text(&w->rows,
			     sr_export_day(w, h->days.middle, false));
	else
		sr_cell_none(&w->rows);
	sr_cell_int(&w->rows, (int64_t)h->nreport);
	sr_cell_text(&w->rows, sr_export_claims(w, h, ';'));
	sr_cell_text(&w->rows,
		     sr_export_reports(w, h, SR_TOLD_PUBLISHER));
}

static void place_cells(struct sr_export_work *w, const struct sr_happening *h)
{
	const struct sr_export_place *p = &h->place;
	struct sr_str none = { NULL, 0 };
	bool has = p->slot && p->slot->has_point;

	sr_cell_end(&w->rows, p->slot && p->slot->id > 0,
		    p->slot ? p->slot->id * 1000 : 0);
	sr_cell_text(&w->rows, p->feature);
	sr_cell_text(&w->rows, p->slot ? p->slot->name : none);
	sr_cell_text(&w->rows, p->admin1);
	sr_cell_none(&w->rows);
	sr_cell_text(&w->rows, p->admin2);
	sr_cell_none(&w->rows);
	if (has) {
		sr_cell_fixed(&w->rows, p->slot->lon, 5);
		sr_cell_fixed(&w->rows, p->slot->lat, 5);
	} else {
		sr_cell_none(&w->rows);
		sr_cell_none(&w->rows);
	}
	sr_cell_text(&w->rows, sr_export_text(w, SR_TABLE_PRECISION,
					      p->precision,
					      SR_PRECISION_VIINA));
}

static int actor_of(const struct sr_export_work *w,
		    const struct sr_export_side *s)
{
	uint32_t row = s->row == SR_NONE ? s->any : s->row;

	return row == SR_NONE ? -1
			      : sr_kit_value(w->kit, SR_TABLE_ACTORS, row,
					     SR_ACTORS_VIINA);
}

static void actor_cells(struct sr_export_work *w, const struct sr_happening *h)
{
	int a = actor_of(w, &h->a), b = actor_of(w, &h->b);

	sr_cell_int(&w->rows, a == SR_VIINA_RUS || b == SR_VIINA_RUS);
	sr_cell_int(&w->rows, a == SR_VIINA_UKR || b == SR_VIINA_UKR);
	sr_cell_int(&w->rows, a == SR_VIINA_RUS);
	sr_cell_int(&w->rows, a == SR_VIINA_UKR);
	sr_cell_int(&w->rows, a == SR_VIINA_CIV);
	sr_cell_int(&w->rows, a == SR_VIINA_OTHER);
}

bool sr_viina_row(struct sr_export_work *w, const struct sr_happening *h)
{
	uint32_t labels = labels_of(w, h);

	if (!labels) {
		w->tally->nother++;
		return false;
	}
	head_cells(w, h);
	place_cells(w, h);
	sr_cell_int(&w->rows, labels >> SR_VIINA_MIL & 1);
	actor_cells(w, h);
	for (unsigned i = SR_VIINA_AAD; i < SR_VIINA_SAN; i++)
		sr_cell_int(&w->rows, labels >> i & 1);
	sr_cell_int(&w->rows, h->place.slot && h->place.slot->has_point);
	sr_cell_int(&w->rows, labels >> SR_VIINA_SAN & 1);
	sr_cell_none(&w->rows);
	return true;
}
