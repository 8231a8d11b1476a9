/* The stage: see place.h for its parts in order. A kit without a gazetteer
 * still knows countries and the places of our own tables. */
#include "resolve/place.h"

#include "resolve/resolve.h"

static void read_countries(struct place_work *w)
{
	size_t n = sr_kit_rows(w->kit, SR_TABLE_COUNTRIES);

	for (uint32_t i = 0; i < n; i++) {
		struct sr_str id = sr_kit_text(w->kit, SR_TABLE_COUNTRIES, i,
					       SR_COUNTRIES_ID);
		unsigned a = id.n == 2 ? (unsigned)id.s[0] - 'a' : 26;
		unsigned b = id.n == 2 ? (unsigned)id.s[1] - 'a' : 26;
		if (a < 26 && b < 26)
			w->iso[a * 26 + b] = (uint16_t)(i + 1);
	}
}

enum sr_code sr_places(struct sr_doc *doc, const struct sr_kit *kit,
		       struct sr_err *err)
{
	struct place_work *w = SR_NEW(&doc->mem, struct place_work, 1);
	size_t n;

	if (!w)
		return sr_fail_nomem(err, "places");
	w->doc = doc;
	w->kit = kit;
	doc->places.nitem = 0;
	for (size_t i = 0; i < doc->tokens.nitem; i++)
		doc->tokens.items[i].place = SR_NONE;
	const void *gaz = sr_kit_section(kit, "gaz", &n);
	if (!sr_gaz_open(&w->gaz, gaz, n))
		w->gaz.header = NULL;
	read_countries(w);
	if (!place_marks(w) || !place_spots(w) || !place_relations(w) ||
	    !place_choose(w) || !place_drafts(w) || !place_anaphors(w) ||
	    !place_put(w))
		return sr_fail_nomem(err, "places");
	return SR_OK;
}
