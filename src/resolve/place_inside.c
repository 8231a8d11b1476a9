/* What the words say a place lies in, against what its candidates lie in: "the
 * town of X in Y" can be no X that lies elsewhere. */
#include "resolve/place.h"

#define QUARTER_KM 15.0	   /* a quarter lies so near its city, at most */
#define COUNTRYSIDE_KM 60.0 /* a town "in" another: in the land around it */

bool place_spot_holds(const struct place_work *w, uint32_t y,
		       const struct place_cand *c)
{
	const struct place_spot *q = &w->spots.items[y];

	if (q->name == SR_NONE)
		return false;
	const struct place_name *n = &w->names.items[q->name];
	for (uint32_t i = 0; i < n->ncand && i < 4; i++)
		if (n->cand[i].score > n->cand[0].score - 6 &&
		    place_holds(&n->cand[i], c))
			return true;
	return false;
}

bool place_spot_holds_some(const struct place_work *w,
			    const struct place_cand *y,
			    const struct place_spot *x)
{
	if (x->name == SR_NONE)
		return false;
	const struct place_name *n = &w->names.items[x->name];
	for (uint32_t i = 0; i < n->ncand && i < 8; i++)
		if (place_holds(y, &n->cand[i]))
			return true;
	return false;
}

bool place_off_city(const struct place_work *w, const struct place_spot *p,
		     const struct place_cand *cand)
{
	const struct place_spot *in =
		p->in == SR_NONE ? NULL : &w->spots.items[p->in];
	const struct place_cand *y = in ? place_best(w, in) : NULL;

	if (!y || p->noun == SR_NONE || place_is_area(cand))
		return false;
	int32_t class =
		sr_kit_value(w->kit, SR_TABLE_NOUNS, p->noun, SR_NOUNS_CLASS);
	double km = place_km(y, cand);
	if (class == PLACE_QUARTER)
		return y->class == PLACE_SETTLEMENT &&
		       km > y->radius + QUARTER_KM;
	return class == PLACE_SETTLEMENT && in->from - p->to <= 4 &&
	       (y->class == PLACE_SETTLEMENT || y->class == PLACE_AREA1 ||
		y->class == PLACE_AREA2) &&
	       km > y->radius * 1.25 + COUNTRYSIDE_KM;
}
