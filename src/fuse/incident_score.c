/* The score: how well two tellings fit as one happening. All weights stand
 * here, by name; docs/decisions/084 says where they come from. */
#include "base/calendar.h"
#include "base/geo.h"
#include "fuse/incident_work.h"
#include "ontology.h"

/* Place. */
#define SAME_PLACE 40
#define SAME_REGION 25
#define NEAR_PLACE 25
#define NO_PLACES 15 /* neither has one: politics */
#define NEAR_KM 12.0 /* and the radius of both */
#define ONE_NAME_KM 15.0
/* Days. */
#define SAME_DAY 30
#define SHARED_DAYS 22 /* within three, or both by one report's day */
#define SHARED_WEEK 16 /* within ten */
#define SHARED_MONTH 10
#define BY_NEXT_DAY 14 /* told without a day a day later */
#define BY_LATER 11
/* Type. */
#define SAME_TYPE 12
#define SAME_SORT 10
#define LIKE_SORT (-4)
#define UNLIKE_SORT (-30)
#define ANY_SORT (-12)
/* Parties. */
#define SAME_ACTOR 10
#define SAME_FIGHTERS 8 /* of a clash, whoever began */
#define OTHER_ACTOR (-25)
#define SAME_TARGET 6
#define OTHER_TARGET (-8)
/* Numbers. */
#define SAME_NUMBER 25
#define SAME_SMALL_NUMBER 15
#define SMALL 10000 /* thousandths */
#define FITTING_NUMBER 8
#define OTHER_NUMBER (-18)
#define CLOSE_NUMBER (-8) /* less than half as many again */
#define FAR_NUMBER (-36)  /* more than three times as many */
/* Words. */
#define SAME_WORDS 25
#define WORDS_MOST 25 /* for all words shared, where words decide */
#define WORDS_LEAST (-20)
/* Status. */
#define DENIAL (-4)

bool sr_same_spot(const struct sr_place_slot *a, const struct sr_place_slot *b,
		  double km)
{
	if (a->id && b->id && a->id == b->id)
		return true;
	if (!a->has_point || !b->has_point)
		return false;
	return sr_geo_rough_km((struct sr_point){ a->lat, a->lon },
			       (struct sr_point){ b->lat, b->lon }) <= km;
}

static bool same_name(const struct sr_telling *a, const struct sr_telling *b)
{
	if (a->name != b->name)
		return false;
	if (a->place->has_point && b->place->has_point)
		return sr_same_spot(a->place, b->place, ONE_NAME_KM);
	return !a->place->id || !b->place->id;
}

static bool same_place(const struct sr_telling *a, const struct sr_telling *b)
{
	return a->place && b->place &&
	       ((a->place->id && a->place->id == b->place->id) ||
		same_name(a, b));
}

static bool other_country(const struct sr_telling *a,
			  const struct sr_telling *b)
{
	return a->place && b->place && a->place->country.n &&
	       b->place->country.n &&
	       !sr_str_equal(a->place->country, b->place->country);
}

static int place_points(const struct sr_telling *a, const struct sr_telling *b)
{
	bool broad = a->where == SR_WHERE_BROAD || b->where == SR_WHERE_BROAD;

	if (!a->place && !b->place)
		return NO_PLACES;
	if (!a->place || !b->place)
		return 0;
	if (same_place(a, b))
		return broad ? SAME_REGION : SAME_PLACE;
	if (broad)
		return other_country(a, b) ? SR_NEVER : 0;
	double km = NEAR_KM + a->place->radius_km / 2 + b->place->radius_km / 2;
	if (a->place->has_point && b->place->has_point &&
	    sr_same_spot(a->place, b->place, km > 20 ? 20 : km))
		return NEAR_PLACE;
	return SR_NEVER;
}

static int64_t width(struct sr_days d)
{
	return sr_days_span(d) + 1;
}

static int day_points(const struct sr_telling *a, const struct sr_telling *b)
{
	const struct sr_reach *r = sr_reach_of(a->group);
	int64_t wide = width(a->days) > width(b->days) ? width(a->days)
						       : width(b->days);
	int64_t gap = a->days.from > b->days.from
			      ? (int64_t)a->days.from - b->days.to
			      : (int64_t)b->days.from - a->days.to;

	if (!sr_days_known(a->days) || !sr_days_known(b->days))
		return SR_NEVER;
	if (gap <= 0 && wide <= 3)
		return wide == 1 && !a->by && !b->by ? SAME_DAY : SHARED_DAYS;
	if (gap <= 0)
		return wide <= 10 ? SHARED_WEEK : SHARED_MONTH;
	/* The one told without a day must be the later. */
	const struct sr_telling *later = a->days.from > b->days.from ? a : b;
	if (later->by && gap <= r->lag) {
		if (a->by && b->by)
			return r->apart;
		return gap == 1 ? BY_NEXT_DAY : BY_LATER;
	}
	return gap <= r->gap ? r->next : SR_NEVER;
}

/* Points for sorts of attacks that differ: what one takes for shelling another
 * calls an air strike, but not a fight on the ground, unless it calls it no more
 * than an attack. */
static int sort_points(uint32_t a, uint32_t b)
{
	const uint32_t marks = 1u << SR_SORT_LOSS | 1u << SR_SORT_DAMAGE;
	const uint32_t civilians = 1u << SR_SORT_CIVILIANS;
	const uint32_t blasts = 1u << SR_SORT_AIR | 1u << SR_SORT_SHELLING |
				1u << SR_SORT_EXPLOSIVE;
	const uint32_t any = 1u << SR_SORT_ANY;

	if (!(a & ~marks) || !(b & ~marks) || (a & civilians) ||
	    (b & civilians))
		return 0;
	if (!(a & ~any) || !(b & ~any))
		return ANY_SORT;
	return (a & blasts) && (b & blasts) ? LIKE_SORT : UNLIKE_SORT;
}

static int type_points(const struct sr_telling *a, const struct sr_telling *b)
{
	if (a->type == b->type)
		return SAME_TYPE;
	if (a->sorts & b->sorts)
		return SAME_SORT;
	if (a->group != SR_GROUP_ATTACK)
		return SR_NEVER;
	int points = sort_points(a->sorts, b->sorts);
	/* "similar attacks on the village" beside it */
	return points == ANY_SORT && !same_place(a, b) ? UNLIKE_SORT : points;
}

static bool is(struct sr_str a, struct sr_str b)
{
	return a.n && b.n && sr_str_equal(a, b);
}

static bool differ(struct sr_str a, struct sr_str b)
{
	return a.n && b.n && !sr_str_equal(a, b);
}

static int target_points(const struct sr_telling *a, const struct sr_telling *b)
{
	if (is(a->target, b->target))
		return SAME_TARGET;
	if (!differ(a->target, b->target))
		return 0;
	/* That civilians were hit says nothing about who else was. */
	if (sr_str_is(a->target, "CIV") || sr_str_is(b->target, "CIV"))
		return 0;
	return OTHER_TARGET;
}

bool sr_amounts_same_kind(const struct sr_amount *a, const struct sr_amount *b)
{
	return a->type == b->type && a->unit == b->unit &&
	       !differ(a->side, b->side);
}

bool sr_amounts_clash(const struct sr_amount *a, const struct sr_amount *b)
{
	return !a->open && !b->open && (a->high < b->low || b->high < a->low);
}

static int amount_points(const struct sr_amount *a, const struct sr_amount *b)
{
	if (a->open || b->open)
		return 0;
	if (sr_amounts_clash(a, b)) {
		int64_t low = a->high < b->low ? a->high : b->high;
		int64_t high = a->high < b->low ? b->low : a->low;
		return high / 3 > low	    ? FAR_NUMBER
		       : high / 3 * 2 > low ? OTHER_NUMBER
					    : CLOSE_NUMBER;
	}
	if (a->low == b->low && a->high == b->high)
		return a->low >= SMALL	? SAME_NUMBER
		       : a->low >= 2000 ? SAME_SMALL_NUMBER
					: FITTING_NUMBER;
	return FITTING_NUMBER;
}

static bool seen_kind(const struct sr_telling *t, unsigned before)
{
	for (unsigned i = 0; i < before; i++)
		if (sr_amounts_same_kind(&t->amount[i], &t->amount[before]))
			return true;
	return false;
}

/* The best pair of numbers of one kind; SR_NEVER where one has none. */
static int kind_points(const struct sr_telling *a, const struct sr_telling *b,
		       const struct sr_amount *kind)
{
	int best = SR_NEVER;

	for (unsigned i = 0; i < a->namount; i++) {
		if (!sr_amounts_same_kind(&a->amount[i], kind))
			continue;
		for (unsigned k = 0; k < b->namount; k++) {
			if (!sr_amounts_same_kind(&a->amount[i], &b->amount[k]))
				continue;
			int p = amount_points(&a->amount[i], &b->amount[k]);
			best = p > best ? p : best;
		}
	}
	return best;
}

/* Each kind of number that both have counts once; the sum, within bounds. */
static int number_points(const struct sr_telling *a, const struct sr_telling *b)
{
	int sum = 0;

	for (unsigned i = 0; i < a->namount; i++) {
		if (seen_kind(a, i))
			continue;
		int best = kind_points(a, b, &a->amount[i]);
		sum += best == SR_NEVER ? 0 : best;
	}
	return sum > 2 * SAME_NUMBER ? 2 * SAME_NUMBER
	       : sum < FAR_NUMBER    ? FAR_NUMBER
				     : sum;
}

/* Each side blames the other for one strike: what else is told of it says so. */
static bool is_one_but_blame(const struct sr_telling *a,
			     const struct sr_telling *b, const int *points)
{
	return a->group == SR_GROUP_ATTACK && same_place(a, b) &&
	       points[SR_REASON_DAYS] == SAME_DAY &&
	       points[SR_REASON_TYPE] >= 0 &&
	       points[SR_REASON_NUMBER] >= SAME_NUMBER;
}

static int actor_points(const struct sr_telling *a, const struct sr_telling *b,
			const int *points)
{
	const uint32_t marks = 1u << SR_SORT_LOSS | 1u << SR_SORT_DAMAGE;
	const uint32_t ground = 1u << SR_SORT_GROUND | 1u << SR_SORT_ANY;
	bool fight = a->group == SR_GROUP_ATTACK && (a->sorts & ground) &&
		     (b->sorts & ground);

	if (is(a->actor, b->actor))
		return SAME_ACTOR;
	if (fight && (is(a->actor, b->target) || is(a->target, b->actor)))
		return SAME_FIGHTERS;
	if (a->group == SR_GROUP_CONTROL &&
	    (is(a->actor, b->target) || is(a->target, b->actor)))
		return SR_NEVER;
	if (!differ(a->actor, b->actor))
		return 0;
	if (a->group == SR_GROUP_ATTACK &&
	    (!(a->sorts & ~marks) || !(b->sorts & ~marks)))
		return OTHER_ACTOR;
	if (is_one_but_blame(a, b, points))
		return OTHER_ACTOR;
	return SR_NEVER;
}

/* The next word of five bytes or more; the short ones carry little. */
static struct sr_str next_word(struct sr_str *rest)
{
	while (rest->n) {
		size_t n = 0;
		while (n < rest->n &&
		       ((unsigned char)rest->s[n] >= 0x80 ||
			(rest->s[n] | 32) >= 'a') &&
		       rest->s[n] != ' ')
			n++;
		struct sr_str word = { rest->s, n };
		size_t skip = n ? n : 1;
		rest->s += skip;
		rest->n -= skip;
		if (word.n >= 5)
			return word;
	}
	return (struct sr_str){ NULL, 0 };
}

static bool same_letters(struct sr_str a, struct sr_str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if ((a.s[i] | 32) != (b.s[i] | 32))
			return false;
	return true;
}

static bool has_word(struct sr_str text, struct sr_str word)
{
	struct sr_str own;

	while ((own = next_word(&text)).n)
		if (same_letters(own, word))
			return true;
	return false;
}

int sr_words_shared(struct sr_str a, struct sr_str b)
{
	struct sr_str rest = a, word;
	int na = 0, nb = 0, shared = 0;

	while ((word = next_word(&rest)).n) {
		na++;
		shared += has_word(b, word);
	}
	rest = b;
	while (next_word(&rest).n)
		nb++;
	int least = na < nb ? na : nb;
	if (!least)
		return 0;
	return shared >= least ? 1000 : shared * 1000 / least;
}

static int word_points(const struct sr_telling *a, const struct sr_telling *b)
{
	if (a->words && a->words == b->words)
		return SAME_WORDS;
	if (!sr_kin_of(a->type)->wordy)
		return 0;
	return WORDS_LEAST + sr_words_shared(a->said, b->said) *
				     (WORDS_MOST - WORDS_LEAST) / 1000;
}

int sr_telling_score(const struct sr_tell_work *w, const struct sr_telling *a,
		     const struct sr_telling *b, int16_t *points)
{
	int p[SR_REASON_COUNT] = { 0 }, sum = 0;

	if (a->group != b->group || sr_links_cannot(w, a, b))
		return SR_NEVER;
	p[SR_REASON_DAYS] = day_points(a, b);
	if (p[SR_REASON_DAYS] == SR_NEVER)
		return SR_NEVER;
	p[SR_REASON_PLACE] = place_points(a, b);
	p[SR_REASON_TYPE] = type_points(a, b);
	p[SR_REASON_NUMBER] = number_points(a, b);
	p[SR_REASON_ACTOR] = actor_points(a, b, p);
	if (p[SR_REASON_PLACE] == SR_NEVER || p[SR_REASON_TYPE] == SR_NEVER ||
	    p[SR_REASON_ACTOR] == SR_NEVER)
		return SR_NEVER;
	p[SR_REASON_TARGET] = target_points(a, b);
	p[SR_REASON_STATUS] = a->denied != b->denied ? DENIAL : 0;
	for (int i = 0; i < SR_REASON_COUNT; i++)
		sum += p[i];
	if (sum + SAME_WORDS < SR_ENOUGH)
		return SR_NEVER;
	p[SR_REASON_WORDS] = word_points(a, b);
	sum += p[SR_REASON_WORDS];
	for (int i = 0; points && i < SR_REASON_COUNT; i++)
		points[i] = (int16_t)p[i];
	return sum;
}
