/* HXL: a table with a row of hashtags under its head. The hashtags are those
 * that HDX gives to ACLED's columns, where it has such a column. */
#include "base/compiler.h"
#include "export/work.h"
#include "ontology.h"

#define COLUMN(key) { key, NULL, SR_LEFT }
static const struct sr_view_column COLUMNS[] = {
	COLUMN("id"),	    COLUMN("from"),	   COLUMN("to"),
	COLUMN("by"),	    COLUMN("type"),	   COLUMN("types"),
	COLUMN("actor"),    COLUMN("target"),	   COLUMN("country"),
	COLUMN("iso3"),	    COLUMN("admin1"),	   COLUMN("admin2"),
	COLUMN("location"), COLUMN("role"),	   COLUMN("lat"),
	COLUMN("lon"),	    COLUMN("killed_low"),  COLUMN("killed_high"),
	COLUMN("numbers"),  COLUMN("description"), COLUMN("status"),
	COLUMN("doubted"),  COLUMN("credibility"), COLUMN("origins"),
	COLUMN("source"),   COLUMN("url"),	   COLUMN("claims"),
};
static const char *const TAGS[] = {
	"#event+id",	   "#date+start",	"#date+end",
	"#date+by",	   "#event+type",	"#event+type+all",
	"#group+name+first", "#group+name+second", "#country+name",
	"#country+code+iso3", "#adm1+name",	"#adm2+name",
	"#loc+name",	   "#loc+role",		"#geo+lat",
	"#geo+lon",	   "#affected+killed+min", "#affected+killed+max",
	"#affected+text",  "#description",	"#status",
	"#status+doubted", "#meta+credibility", "#meta+source+num",
	"#meta+source+name", "#meta+url",	"#meta+id",
};
_Static_assert(SR_LEN(TAGS) == SR_LEN(COLUMNS), "a hashtag a column");

void sr_hxl_begin(struct sr_export_work *w)
{
	w->rows = sr_ask_rows(w->ask, COLUMNS, SR_LEN(COLUMNS));
	for (size_t i = 0; i < SR_LEN(TAGS); i++)
		sr_cell_text(&w->rows, sr_str_of(TAGS[i]));
}

static struct sr_str types_text(struct sr_export_work *w, uint32_t types)
{
	struct sr_json text = { .mem = w->mem };

	for (unsigned i = 0; i < SR_TYPE_COUNT; i++) {
		if (!(types & 1u << i))
			continue;
		if (text.n)
			sr_json_raw(&text, SR_STR(" "));
		sr_json_raw(&text, sr_str_of(sr_type_name(i)));
	}
	return sr_json_text(&text);
}

static void head_cells(struct sr_export_work *w, const struct sr_happening *h)
{
	bool known = h->days.known;

	sr_cell_format(&w->rows, "%s", h->in->id);
	sr_cell_day(&w->rows, known ? h->in->days.from : SR_DAY_MIN);
	sr_cell_day(&w->rows, known ? h->in->days.to : SR_DAY_MAX);
	sr_cell_flag(&w->rows, h->in->by);
	sr_cell_text(&w->rows, sr_str_of(sr_type_name(h->in->type)));
	sr_cell_text(&w->rows, types_text(w, h->in->types));
	sr_cell_text(&w->rows, h->a.name);
	sr_cell_text(&w->rows, h->b.name);
}

static void place_cells(struct sr_export_work *w, const struct sr_happening *h)
{
	const struct sr_export_place *p = &h->place;

	sr_cell_text(&w->rows, p->country);
	sr_cell_text(&w->rows, sr_export_text(w, SR_TABLE_NATIONS, p->nation,
					      SR_NATIONS_ALPHA3));
	sr_cell_text(&w->rows, p->admin1);
	sr_cell_text(&w->rows, p->admin2);
	if (!p->slot) {
		for (int i = 0; i < 4; i++)
			sr_cell_none(&w->rows);
		return;
	}
	sr_cell_text(&w->rows, p->slot->name);
	sr_cell_text(&w->rows, sr_str_of(sr_role_name(p->slot->role)));
	sr_cell_point(&w->rows, p->slot);
}

bool sr_hxl_row(struct sr_export_work *w, const struct sr_happening *h)
{
	const struct sr_figure *dead = &h->deaths.all;

	head_cells(w, h);
	place_cells(w, h);
	sr_cell_end(&w->rows, dead->has, dead->low * 1000);
	sr_cell_end(&w->rows, dead->has, dead->high * 1000);
	sr_cell_text(&w->rows, sr_incident_numbers(h->in, w->all, w->mem));
	sr_cell_text(&w->rows,
		     w->all->claims.items[h->in->told[0].head].words);
	sr_cell_text(&w->rows, sr_str_of(sr_standing_name(h->in->standing)));
	sr_cell_flag(&w->rows, h->in->doubted);
	sr_cell_int(&w->rows, sr_incident_credibility(h->in));
	sr_cell_int(&w->rows, h->in->support.norigin);
	sr_cell_text(&w->rows,
		     sr_export_reports(w, h, SR_TOLD_PUBLISHER));
	sr_cell_text(&w->rows, sr_export_reports(w, h, SR_TOLD_URL));
	sr_cell_text(&w->rows, sr_export_claims(w, h, ' '));
	return true;
}
