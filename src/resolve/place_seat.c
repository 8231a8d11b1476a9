/* "The Syrian capital", "Syria's capital", "the capital": the seat of a
 * country, named by no word of its own. The seats are those of
 * actors/states.tsv; where that has several, the one that the gazetteer calls
 * the capital. */
#include "resolve/place.h"

#define CAPITAL "PPLC"
#define MOSTLY 0.5 /* share of the places that lie in one country */

/* The country whose possessive ends right before token i, and its draft's
 * first token. */
static uint32_t owner(const struct place_work *w, const struct place_noun *n,
		      uint32_t *from)
{
	for (uint32_t i = n->last; i > 0; i--) {
		const struct place_draft *d = &w->drafts.items[i - 1];
		if (d->p.m.to + 1 < n->at)
			break;
		if (d->p.m.to + 1 != n->at || !d->name ||
		    d->name->cand[0].class != PLACE_COUNTRY)
			continue;
		*from = d->p.m.from;
		return d->name->cand[0].country_row;
	}
	return SR_NONE;
}

/* The row of the country that the words before the noun say; SR_NONE if they
 * say none. */
static uint32_t said(const struct place_work *w, const struct place_noun *n,
		     uint32_t *from)
{
	if (n->at < 2)
		return SR_NONE;
	*from = n->at - 2;
	if (w->mark[n->at - 1].people && place_is(w, n->at - 2, SIGN_THE))
		return w->mark[n->at - 1].people - 1u;
	if (place_is(w, n->at - 1, SIGN_BE) && place_glued(w, n->at - 1))
		return owner(w, n, from);
	return SR_NONE;
}

static bool seat_of(struct place_work *w, uint32_t country,
		    struct place_cand *c)
{
	struct sr_str id =
		sr_kit_text(w->kit, SR_TABLE_COUNTRIES, country, 0);
	uint32_t row = sr_kit_row(w->kit, SR_TABLE_STATES, id);

	if (row == SR_NONE)
		return false;
	struct sr_str all =
		sr_kit_text(w->kit, SR_TABLE_STATES, row, SR_STATES_CAPITALS);
	while (all.n) {
		struct sr_str one = sr_str_cut(&all, '|');
		if (place_cand_of(w, one, country, CAPITAL, c))
			return true;
	}
	return false;
}

/* The draft of that place before the noun, else the first; SR_NONE if the
 * report does not name it. */
static uint32_t named(const struct place_work *w, const struct place_noun *n,
		      const struct place_cand *c)
{
	uint32_t found = SR_NONE;

	for (uint32_t i = 0; i < w->nnamed; i++) {
		const struct place_draft *d = &w->drafts.items[i];
		if (!d->name || d->name->cand[0].id != c->id)
			continue;
		if (found != SR_NONE && d->p.m.to > n->at)
			break;
		found = i;
	}
	return found;
}

/* Does the report call another place a capital, of a province perhaps? */
static bool another(const struct place_work *w, uint64_t nouns,
		    const struct place_cand *c)
{
	for (uint32_t i = 0; i < w->names.nitem; i++) {
		const struct place_name *n = &w->names.items[i];
		if (n->accepted && n->ncand && n->nouns & nouns &&
		    n->cand[0].id != c->id)
			return true;
	}
	return false;
}

bool place_seat(struct place_work *w, struct place_noun n, bool *done)
{
	struct place_cand c;
	uint32_t from = n.the, country = said(w, &n, &from);
	bool plain = country == SR_NONE;
	uint32_t noun = w->mark[n.at].noun - 1u;
	uint64_t nouns = noun < 64 ? (uint64_t)1 << noun : 0;

	*done = false;
	if (plain && (n.the == SR_NONE || n.the + 1 != n.at ||
		      w->top_country == SR_NONE || w->top_share < MOSTLY))
		return true;
	if (!seat_of(w, plain ? w->top_country : country, &c))
		return true;
	uint32_t i = named(w, &n, &c);
	if (plain && (i == SR_NONE || another(w, nouns, &c)))
		return true;
	*done = true;
	return i == SR_NONE ? place_put_cand(w, from, n.end, &c, nouns)
			    : place_put_same(w, from, n.end, i);
}
