/* The stage: see place.h for its parts in order. A kit without a gazetteer
 * still knows countries and the places of our own tables. */
#include <math.h>

#include "resolve/place.h"

#include "resolve/resolve.h"

#define EARTH_KM 6371.0088

double place_km(const struct place_cand *a, const struct place_cand *b)
{
	double chord = sqrt(place_chord2(a, b));

	/* The arc is longer than its chord by a sixth of its cube, about. */
	return EARTH_KM * chord * (1 + chord * chord / 24);
}

bool place_holds(const struct place_cand *y, const struct place_cand *c)
{
	switch ((enum place_class)y->class) {
	case PLACE_COUNTRY:
		return memcmp(y->country, c->country, 2) == 0;
	case PLACE_AREA1:
	case PLACE_AREA2:
		if (y->from == CAND_GAZ &&
		    (c->admin1 != SR_GAZ_NONE || c->admin2 != SR_GAZ_NONE))
			return c->admin1 == y->index || c->admin2 == y->index;
		break;
	case PLACE_SETTLEMENT:
		return (c->class == PLACE_QUARTER || c->class == PLACE_SITE) &&
		       place_km(y, c) < y->radius + 25;
	case PLACE_QUARTER:
	case PLACE_SITE:
	case PLACE_LINE:
		return false;
	case PLACE_REGION:
	case PLACE_LAND:
	case PLACE_WATER:
	case PLACE_NCLASS:
		break;
	}
	return c->radius < y->radius && place_km(y, c) <= y->radius * 1.25;
}

const struct place_cand *place_best(const struct place_work *w,
				    const struct place_spot *s)
{
	const struct place_name *n =
		s->name == SR_NONE ? NULL : &w->names.items[s->name];

	return n && n->ncand ? &n->cand[0] : NULL;
}

static void read_countries(struct place_work *w)
{
	size_t n = sr_kit_rows(w->kit, SR_TABLE_COUNTRIES);

	for (uint32_t i = 0; i < n; i++) {
		struct sr_str id = sr_kit_text(w->kit, SR_TABLE_COUNTRIES, i,
					       SR_COUNTRIES_ID);
		unsigned a = id.n == 2 ? (unsigned)id.s[0] - 'a' : 26;
		unsigned b = id.n == 2 ? (unsigned)id.s[1] - 'a' : 26;
		if (a < 26 && b < 26)
			w->kept->iso[a * 26 + b] = (uint16_t)(i + 1);
	}
}

/* False: no memory. */
static bool keep_kit(struct place_work *w)
{
	struct sr_doc *doc = w->doc;
	bool new = !doc->place_kept;

	if (new)
		doc->place_kept = SR_NEW(&doc->kept, struct place_kept, 1);
	w->kept = doc->place_kept;
	if (new && w->kept)
		read_countries(w);
	return w->kept != NULL;
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
	sr_kit_keep(doc, kit);
	w->memo = sr_gaz_memo_of(doc, &w->gaz);
	if (!w->memo || !keep_kit(w) || !place_marks(w) || !place_spots(w) ||
	    !place_again(w) || !place_relations(w) ||
	    !place_choose(w) || !place_drafts(w) || !place_anaphors(w) ||
	    !place_put(w))
		return sr_fail_nomem(err, "places");
	return SR_OK;
}
