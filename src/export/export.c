#include "export/work.h"

#include <string.h>

struct form {
	const char *name;
	void (*begin)(struct sr_export_work *w);
	bool (*row)(struct sr_export_work *w, const struct sr_happening *h);
	void (*end)(struct sr_export_work *w); /* NULL: it is a table */
	bool facts; /* what is only denied has no place in it */
};

static void no_more(struct sr_export_work *w)
{
	(void)w;
}

static const struct form FORMS[SR_EXPORT_COUNT] = {
	[SR_EXPORT_ACLED] = { "acled", sr_acled_begin, sr_acled_row, NULL, true },
	[SR_EXPORT_UCDP] = { "ucdp", sr_ucdp_begin, sr_ucdp_row, NULL, true },
	[SR_EXPORT_PLOVER] = { "plover", no_more, NULL, no_more, true },
	[SR_EXPORT_VIINA] = { "viina", sr_viina_begin, sr_viina_row, NULL, true },
	[SR_EXPORT_TIMEMAP] = { "timemap", sr_timemap_begin, sr_timemap_row,
			      sr_timemap_end, false },
	[SR_EXPORT_HXL] = { "hxl", sr_hxl_begin, sr_hxl_row, NULL, false },
	[SR_EXPORT_KML] = { "kml", sr_kml_begin, sr_kml_row, sr_kml_end, false },
};

const char *sr_export_name(enum sr_export_form form)
{
	return FORMS[form].name;
}

bool sr_export_find(const char *name, enum sr_export_form *form)
{
	for (int i = 0; i < SR_EXPORT_COUNT; i++)
		if (strcmp(FORMS[i].name, name) == 0) {
			*form = (enum sr_export_form)i;
			return true;
		}
	return false;
}

static enum sr_code open_work(struct sr_export_work *w)
{
	size_t n = 0;
	const void *bytes;

	w->kit = w->ask->kit;
	if (!w->kit)
		return sr_fail(&w->ask->err, SR_IO, "export",
			       "found no tables; expected a kit (--kit FILE)");
	bytes = sr_kit_section(w->kit, "gaz", &n);
	w->has_gaz = bytes && sr_gaz_open(&w->gaz, bytes, n);
	return SR_OK;
}

static enum sr_code put_incidents(struct sr_export_work *w,
				  const struct form *form,
				  const struct sr_asked_incidents *found,
				  const char *standings, size_t limit)
{
	for (size_t i = 0; i < found->incidents.items.nitem; i++) {
		const struct sr_incident *in = &found->incidents.items.items[i];
		struct sr_happening h;
		if (limit && w->tally->nrow == limit)
			break;
		if (!sr_incident_asked(found, i, SR_VIEW_INCIDENTS, standings))
			continue;
		if (form->facts && in->standing == SR_STANDING_DENIED) {
			w->tally->ndenied++;
			continue;
		}
		if (!sr_happening_of(w, in, &h))
			return sr_fail_nomem(&w->ask->err, "export");
		if (!form->row(w, &h))
			continue;
		w->tally->nrow++;
		w->tally->nmany += h.deaths.all.high >= SR_MANY_DEAD;
	}
	return SR_OK;
}

static enum sr_code by_incident(struct sr_export_work *w,
				const struct form *form, const char *standings,
				struct sr_asked_incidents *found)
{
	size_t limit = w->ask->filter.limit;
	enum sr_code code = sr_standings_check(w->ask, standings);

	w->ask->filter.limit = 0;
	if (!code)
		code = sr_ask_incidents(w->ask, found);
	return code ? code : put_incidents(w, form, found, standings, limit);
}

static enum sr_code by_claim(struct sr_export_work *w, struct sr_records *all)
{
	size_t limit = w->ask->filter.limit;

	w->ask->filter.limit = 0;
	if (sr_ledger_claims(w->ask->ledger, &w->ask->filter, w->mem, all,
			     &w->ask->err))
		return w->ask->err.code;
	for (size_t i = 0; i < all->claims.nitem; i++) {
		if (limit && w->tally->nrow == limit)
			break;
		w->tally->nrow += sr_plover_row(w, &all->claims.items[i]);
	}
	return SR_OK;
}

enum sr_code sr_export(struct sr_ask *ask, enum sr_export_form which,
		       const char *standings, struct sr_json *out,
		       struct sr_export_tally *tally)
{
	const struct form *form = &FORMS[which];
	struct sr_view_options csv = { .format = SR_FORMAT_CSV };
	struct sr_asked_incidents found = { .wanted = NULL };
	struct sr_export_work w = { .ask = ask,
				    .mem = &ask->mem,
				    .all = &found.all,
				    .out = out,
				    .tally = tally };
	enum sr_code code = open_work(&w);

	*tally = (struct sr_export_tally){ .nrow = 0 };
	if (code)
		return code;
	form->begin(&w);
	code = form->row ? by_incident(&w, form, standings, &found)
			 : by_claim(&w, &found.all);
	if (code)
		return code;
	if (!form->end)
		return sr_rows_write(&w.rows, &csv, out, &ask->err);
	form->end(&w);
	return out->full || ask->mem.full ? sr_fail_nomem(&ask->err, "export")
					  : SR_OK;
}
