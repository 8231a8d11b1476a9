/* Places told by a country alone: "in the south", where most of the report lies
 * in one country; "the Lebanese border", "the Syrian coast". No table has them;
 * each is an area of its own. */
#include "base/str.h"
#include "ontology.h"
#include "resolve/place.h"

#define MOSTLY 0.5 /* share of the places that lie in one country */

/* The adjective of a direction and the country's name: "southern Mali". */
static struct sr_str part_name(struct place_work *w, uint32_t bearing)
{
	struct sr_str part = sr_kit_text(w->kit, SR_TABLE_BEARINGS, bearing,
					 SR_BEARINGS_PART);
	struct sr_str name = sr_kit_text(w->kit, SR_TABLE_COUNTRIES,
					 w->top_country, SR_COUNTRIES_NAME);

	part = sr_str_cut(&part, '|');
	char *own = sr_arena_raw(&w->doc->mem, part.n + name.n + 1, 1);
	if (!own)
		return (struct sr_str){ NULL, 0 };
	memcpy(own, part.s, part.n);
	own[part.n] = ' ';
	memcpy(own + part.n + 1, name.s, name.n);
	return (struct sr_str){ own, part.n + name.n + 1 };
}

static int32_t country_value(const struct place_work *w, unsigned column)
{
	return sr_kit_value(w->kit, SR_TABLE_COUNTRIES, w->top_country, column);
}

/* "Country", "nation". */
static bool is_land(const struct place_work *w, uint32_t i)
{
	uint32_t noun = w->mark[i].noun;

	return noun && sr_kit_value(w->kit, SR_TABLE_NOUNS, noun - 1u,
				    SR_NOUNS_CLASS) == PLACE_COUNTRY;
}

/* "The country's | east |", "the | east | of our country": tokens [*from, *end)
 * are then all of it. */
static bool of_the_land(const struct place_work *w, const struct sr_sentence *s,
			uint32_t *from, uint32_t *end)
{
	uint32_t i = *from, k = *end;
	bool part = w->mark[i].part;

	if (part) {
		if (k >= s->to || !place_is(w, k, SIGN_PART))
			return false;
		k++;
	}
	if (i >= s->from + 3 && place_is(w, i - 1, SIGN_BE) &&
	    place_glued(w, i - 1) && is_land(w, i - 2) &&
	    place_is(w, i - 3, SIGN_THE)) {
		*from = i - 3;
		*end = k;
		return true;
	}
	/* "the oil-rich | south | of the country" */
	while (i > s->from + 1 && *from - i < 3 && !place_is(w, i - 1, SIGN_THE) &&
	       (place_token(w, i - 1)->upos == SR_UPOS_ADJ ||
		place_char(w, i - 1, '-') || place_char(w, i, '-')))
		i--;
	bool the = i > s->from && place_is(w, i - 1, SIGN_THE);
	if ((!the && !part) || k + 2 >= s->to || !place_is(w, k, SIGN_OF) ||
	    !(place_is(w, k + 1, SIGN_THE) ||
	      place_token(w, k + 1)->xpos == SR_XPOS_PRP_S) || !is_land(w, k + 2))
		return false;
	/* "the south of the country, near X": there */
	if (k + 5 < s->to && place_char(w, k + 3, ',') &&
	    w->mark[k + 5].before && w->mark[k + 5].named)
		return false;
	*from = the ? i - 1 : *from;
	*end = k + 3;
	return true;
}

/* Does a row of directions that begins at token i ("north, and east") end with
 * "of" some place, not "of the country"? *more: it has another than the one at i. */
static bool row_of_some_place(const struct place_work *w, uint32_t i,
			      const struct sr_sentence *s, bool *more)
{
	bool of = false;

	*more = false;
	for (i += w->mark[i].bearing_tokens; i < s->to; i++) {
		const struct place_mark *m = &w->mark[i];
		of = place_is(w, i, SIGN_OF);
		if (m->bearing && !m->part) {
			*more = true;
			i += m->bearing_tokens - 1u;
		} else if (!place_is(w, i, SIGN_AND) &&
			   !place_is(w, i, SIGN_THE) && !place_char(w, i, ',')) {
			break;
		}
	}
	if (!of || !*more)
		return false;
	i += i + 1 < s->to && place_is(w, i + 1, SIGN_THE) ? 2 : 1;
	return i >= s->to || !is_land(w, i);
}

/* "To the south and east of X" is told by X; "from the south, north and east"
 * is how somebody came. */
static bool is_way(const struct place_work *w, uint32_t i,
		   const struct sr_sentence *s)
{
	bool more, of = row_of_some_place(w, i, s, &more);

	return of || (more && i >= s->from + 2 &&
		      place_is(w, i - 2, SIGN_FROM));
}

/* "The south of X", "the south-X", "the south bank". */
static bool goes_on(const struct place_work *w, uint32_t end,
		    const struct sr_sentence *s)
{
	return end < s->to &&
	       (place_is(w, end, SIGN_OF) || w->mark[end].named ||
		place_char(w, end, '-') || w->mark[end].noun);
}

/* "In the south", where most of the report lies in one country. */
bool place_direction(struct place_work *w, uint32_t i,
		      const struct sr_sentence *s)
{
	const struct place_mark *m = &w->mark[i];
	uint32_t end = i + m->bearing_tokens, bearing = m->bearing - 1u;
	bool in = i >= s->from + 2 && place_is(w, i - 1, SIGN_THE) &&
		  w->mark[i - 1].before;
	bool and = i > s->from && place_is(w, i - 1, SIGN_AND) &&
		   w->directed == i - 1;

	/* "the west bank", "the south side" */
	bool first = w->tags && end < s->to &&
		     place_token(w, end)->upos == SR_UPOS_NOUN &&
		     !w->mark[end].time;

	uint32_t from = i, to = end;
	bool land = of_the_land(w, s, &from, &to);
	if (!land && in)
		from = i - 1;

	if (i < w->directed) /* the "east" of "north-east" */
		return true;
	if ((!land && (first || m->part)) || place_capital(w, i) || m->named ||
	    w->top_country == SR_NONE || w->top_share < MOSTLY ||
	    (!land && (!(in || and) || goes_on(w, end, s) || is_way(w, i, s))))
		return true;
	struct place_draft *d = SR_PUSH(&w->doc->mem, &w->drafts);
	struct sr_str name = part_name(w, bearing);
	if (!d || !name.s)
		return false;
	double radius = country_value(w, SR_COUNTRIES_RADIUS);
	struct sr_point at = sr_geo_move(
		(struct sr_point){ country_value(w, SR_COUNTRIES_LAT) / 1000.0,
				   country_value(w, SR_COUNTRIES_LON) /
					   1000.0 },
		sr_kit_value(w->kit, SR_TABLE_BEARINGS, bearing,
			     SR_BEARINGS_DEGREES) /
			1000.0,
		radius * PART_SHIFT);
	d->p = (struct sr_place){
		.m = { { place_token(w, from)->at.from,
			 place_token(w, to - 1)->at.to },
		       from,
		       to,
		       end - 1 },
		.kind = SR_PLACE_AREA,
		.name = name,
		.country = place_iso(w, w->top_country),
		.has_point = true,
		.lat = at.lat,
		.lon = at.lon,
		.radius_km = radius * PART_RADIUS,
		.row = SR_NONE,
		.inside = SR_NONE,
		.antecedent = SR_NONE,
	};
	d->spot = SR_NONE;
	d->order = (uint32_t)w->drafts.nitem - 1;
	w->directed = to;
	return true;
}

/* "Lebanese territory", "Russian soil": that country. */
static bool put_country(struct place_work *w, uint32_t country, uint32_t from,
			uint32_t to)
{
	struct place_cand c;

	place_country(w, country, &c);
	return place_put_cand(w, from, to, &c, 0);
}

/* "The Lebanese border", "the Syrian coast": a line of that country's, which no
 * table has, and no other place that was spoken of. */
bool place_line_of(struct place_work *w, uint32_t i,
			   const struct sr_sentence *s)
{
	uint32_t country = w->mark[i].people - 1u, at = i + 1;
	const struct place_mark *m = &w->mark[at];
	uint32_t end = at + m->noun_tokens;

	if (at >= s->to || end > s->to || !m->noun || m->named)
		return true;
	if (sr_kit_value(w->kit, SR_TABLE_NOUNS, m->noun - 1u,
			 SR_NOUNS_WHOLE))
		return place_capital(w, at) || put_country(w, country, i, end);
	if (sr_kit_value(w->kit, SR_TABLE_NOUNS, m->noun - 1u,
			 SR_NOUNS_CLASS) != PLACE_LINE ||
	    !sr_kit_value(w->kit, SR_TABLE_NOUNS, m->noun - 1u, SR_NOUNS_OF))
		return true;
	struct place_draft *d = SR_PUSH(&w->doc->mem, &w->drafts);
	if (!d)
		return false;
	d->p = (struct sr_place){
		.m = { { place_token(w, i)->at.from,
			 place_token(w, end - 1)->at.to },
		       i,
		       end,
		       end - 1 },
		.kind = SR_PLACE_AREA,
		.country = place_iso(w, country),
		.row = SR_NONE,
		.inside = SR_NONE,
		.antecedent = SR_NONE,
		.radius_km = sr_kit_value(w->kit, SR_TABLE_COUNTRIES, country,
					  SR_COUNTRIES_RADIUS),
	};
	d->p.name = sr_doc_text(w->doc, d->p.m.at);
	d->spot = SR_NONE;
	d->order = (uint32_t)w->drafts.nitem - 1;
	return true;
}

#define INCLUDED_BACK 14 /* tokens from "villages" to "including" */

/* "Towns", "districts": a noun for many, of that class at most. */
static bool is_many(const struct place_work *w, uint32_t i, int32_t most)
{
	return w->mark[i].noun_many && !place_capital(w, i) &&
	       sr_kit_value(w->kit, SR_TABLE_NOUNS, w->mark[i].noun_many - 1u,
			    SR_NOUNS_CLASS) <= most;
}

bool place_included(const struct place_work *w, const struct place_spot *p,
		    const struct sr_sentence *s)
{
	uint32_t i = p->from, back = 0;

	if (i <= s->from || !place_is(w, i - 1, SIGN_WITH))
		return false;
	for (i--; i > s->from && back < INCLUDED_BACK; back++)
		if (is_many(w, --i, PLACE_REGION))
			return true;
	return false;
}

bool place_of_many(const struct place_work *w, const struct place_spot *p,
		   const struct sr_sentence *s)
{
	uint32_t i = p->from, to = p->to;

	return i > s->from + 1 && to < s->to && is_many(w, i - 2, PLACE_QUARTER) &&
	       (place_char(w, i - 1, ',') || place_char(w, i - 1, ':')) &&
	       (place_is(w, to, SIGN_AND) || place_is(w, to, SIGN_IN) ||
		place_char(w, to, ','));
}

uint32_t place_behind_region(const struct place_work *w,
			     const struct place_spot *last, uint32_t from)
{
	uint32_t i = last->to;

	if (last->noun_token != i)
		return i;
	i += w->mark[i].noun_tokens ? w->mark[i].noun_tokens : 1u;
	return i + 1 == from && place_char(w, i, ';') ? i : last->to;
}
