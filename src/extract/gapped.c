/* What a sentence tells again without its verb: "18 were killed in Lakki and
 * eight in Karak", "took Gao on 4 May, Menaka on the 7th and Kidal last week".
 * Each is a claim of its own, with its number, its place or its day. */
#include "base/calendar.h"
#include "base/str.h"
#include "extract/draft.h"

#define MOST_AT_ONCE 4 /* places with one day */

/* The time that begins at token i, or behind a preposition there; SR_NONE. */
static uint32_t time_at(const struct sr_reading *r, uint32_t i)
{
	const struct sr_token *t = r->tree.token;

	if (i + 1 < r->tree.ntoken && t[i].upos == SR_UPOS_ADP &&
	    t[i].time == SR_NONE)
		i++;
	uint32_t m = i < r->tree.ntoken ? t[i].time : SR_NONE;
	if (m == SR_NONE)
		return SR_NONE;
	const struct sr_time *e = &r->doc->times.items[m];
	return e->m.from == i && e->kind == SR_TIME_POINT &&
			       sr_days_known(e->days)
		       ? m
		       : SR_NONE;
}

/* "And eight in Karak", "and more than 80 in June": a number and a place or a
 * time with no verb between. */
static uint32_t gapped_at(const struct sr_reading *r, uint32_t i,
			  uint32_t *place, uint32_t *time)
{
	const struct sr_token *t = r->tree.token;
	uint32_t n = t[i].number, in = i + 1;

	/* "and eight more in Karak", "and eight others in" */
	if (in < r->tree.ntoken &&
	    (t[in].xpos == SR_XPOS_JJR || t[in].lower == r->word.others))
		in++;
	if (n == SR_NONE || t[i].lower == r->word.others ||
	    t[i].upos == SR_UPOS_PROPN || in + 1 >= r->tree.ntoken ||
	    t[in].upos != SR_UPOS_ADP || t[in].lower == r->word.of ||
	    r->doc->numbers.items[n].m.to < i + 1 ||
	    r->doc->numbers.items[n].m.to > in ||
	    sr_number_is_length(r, &r->doc->numbers.items[n]) ||
	    t[in + 1].sentence != t[i].sentence)
		return SR_NONE;
	uint32_t first = r->doc->numbers.items[n].m.from;
	if (first == 0 || (t[first - 1].xpos != SR_XPOS_CC &&
			   t[first - 1].xpos != SR_XPOS_COMMA))
		return SR_NONE;
	*place = t[in + 1].place;
	*time = *place == SR_NONE ? time_at(r, in) : SR_NONE;
	return *place != SR_NONE || *time != SR_NONE ? n : SR_NONE;
}

/* Are so many people told of that another number may stand at another place? */
static bool counts_people(const struct sr_claim *c)
{
	return c->has_count &&
	       (sr_is_loss(c->type) || c->type == SR_TYPE_ATTACK_CIVILIANS);
}

bool sr_is_gapped(const struct sr_reading *r, const struct sr_claim *c,
		  uint32_t m)
{
	uint32_t from = r->doc->places.items[m].m.from, place, time;

	for (uint32_t back = 2; back < 4 && back < from; back++)
		if (counts_people(c) &&
		    gapped_at(r, from - back, &place, &time) != SR_NONE &&
		    place == m)
			return true;
	return false;
}

static void put_time(const struct sr_reading *r, struct sr_claim_draft *d,
		     uint32_t time)
{
	const struct sr_time *e = &r->doc->times.items[time];

	d->time = time;
	d->claim.days = e->days;
	d->claim.days_at = e->m.at;
	d->claim.basis = e->basis;
}

#define TOLD_LAST 6 /* claims: those of one row of people */

/* "Killed nine soldiers and eight rebels in Karak": the eight are told of. */
static bool is_told(const struct sr_reading *r, const struct sr_claim *by,
		    const struct sr_number *number)
{
	size_t n = r->doc->claims.nitem, k = n < TOLD_LAST ? 0 : n - TOLD_LAST;

	for (; k < n; k++) {
		const struct sr_claim *c = &r->doc->claims.items[k];
		if (c->type == by->type && c->has_count &&
		    c->count_at.from == number->m.at.from)
			return true;
	}
	return false;
}

/* The claim again, of the number that counts token i: `place` and `time` may be
 * none. */
static enum sr_code put_apart(struct sr_reading *r, struct sr_claim_draft *d,
			      uint32_t i, uint32_t place, uint32_t time)
{
	const struct sr_number *number =
		&r->doc->numbers.items[r->tree.token[i].number];

	d->claim.count = number->count;
	d->claim.count_at = number->m.at;
	d->counted = i;
	if (place != SR_NONE)
		sr_put_place(r, d, place);
	if (time != SR_NONE)
		put_time(r, d, time);
	return sr_draft_put(r, d);
}

/* "18 insurgents were killed in Lakki and eight in Karak": the verb is not said
 * again, but each is a loss. */
static enum sr_code read_losses_apart(struct sr_reading *r, struct sr_claim_draft *d)
{
	const struct sr_token *t = r->tree.token;
	uint32_t end = r->doc->sentences.items[t[d->frame.trigger].sentence].to;
	enum sr_code code = SR_OK;
	uint32_t place, time;

	if (!counts_people(&d->claim))
		return SR_OK;
	for (uint32_t i = d->frame.trigger + 1; !code && i < end; i++) {
		if (t[i].upos == SR_UPOS_VERB || t[i].upos == SR_UPOS_AUX ||
		    t[i].upos == SR_UPOS_SCONJ)
			break;
		uint32_t n = gapped_at(r, i, &place, &time);
		if (n == SR_NONE || (place != SR_NONE && !d->claim.has_place))
			continue;
		const struct sr_number *number = &r->doc->numbers.items[n];
		if (is_told(r, &d->claim, number))
			continue;
		code = put_apart(r, d, i, place, time);
	}
	return code;
}

/* "And two more guns near Ganja on the 20th": the number stands before what it
 * counts again, its place and its day behind. */
static uint32_t gapped_things(const struct sr_reading *r, uint32_t i,
			      const struct sr_claim *c, uint32_t end,
			      uint32_t *place, uint32_t *time)
{
	const struct sr_token *t = r->tree.token;
	uint32_t n = t[i].number;

	*place = *time = SR_NONE;
	if (n == SR_NONE || r->doc->numbers.items[n].m.from != i || i == 0 ||
	    t[i - 1].xpos != SR_XPOS_CC ||
	    !sr_str_equal(r->doc->numbers.items[n].unit, c->unit))
		return SR_NONE;
	for (uint32_t k = i + 1; k < end; k++) {
		if (t[k].upos == SR_UPOS_VERB || t[k].upos == SR_UPOS_AUX ||
		    t[k].upos == SR_UPOS_CCONJ)
			return SR_NONE;
		if (*place == SR_NONE)
			*place = t[k].place;
		*time = time_at(r, k);
		if (*time != SR_NONE)
			return n;
	}
	return SR_NONE;
}

/* The last claim of that number was at that time. */
static void put_time_of(struct sr_reading *r, const struct sr_number *number,
			uint32_t time)
{
	const struct sr_time *e = &r->doc->times.items[time];

	for (size_t k = r->doc->claims.nitem; k-- > 0;) {
		struct sr_claim *c = &r->doc->claims.items[k];
		if (!c->has_count || c->count_at.from != number->m.at.from)
			continue;
		c->days = e->days;
		c->days_at = e->m.at;
		c->basis = e->basis;
		return;
	}
}

/* "Destroyed three near Fuzuli on the 21st and two more near Ganja on the 20th" */
static enum sr_code read_things_apart(struct sr_reading *r,
				      struct sr_claim_draft *d)
{
	const struct sr_token *t = r->tree.token;
	uint32_t end = r->doc->sentences.items[t[d->frame.trigger].sentence].to;
	enum sr_code code = SR_OK;
	uint32_t place, time;

	if (d->claim.type != SR_TYPE_LOSS_EQUIPMENT || !d->claim.has_count ||
	    d->time == SR_NONE)
		return SR_OK;
	for (uint32_t i = r->doc->times.items[d->time].m.to; !code && i < end; i++) {
		uint32_t n = gapped_things(r, i, &d->claim, end, &place, &time);
		if (n == SR_NONE)
			continue;
		const struct sr_number *number = &r->doc->numbers.items[n];
		if (is_told(r, &d->claim, number)) {
			put_time_of(r, number, time);
			continue;
		}
		code = put_apart(r, d, i, place, time);
	}
	return code;
}

static uint32_t behind_joint(const struct sr_reading *r, uint32_t i,
			     uint32_t end)
{
	uint32_t from = i;

	while (i < end && (r->tree.token[i].xpos == SR_XPOS_COMMA ||
			   r->tree.token[i].xpos == SR_XPOS_CC))
		i++;
	if (i == from)
		return SR_NONE;
	if (i < end && r->tree.token[i].upos == SR_UPOS_DET)
		i++;
	return i < end ? i : SR_NONE;
}

/* A place of a list: a mention, or the token of a name that no table has. */
struct stop {
	uint32_t mention, name;
};

static uint32_t behind_stop(const struct sr_reading *r, uint32_t i,
			    struct stop *stop)
{
	uint32_t m = r->tree.token[i].place;

	*stop = (struct stop){ m, SR_NONE };
	if (m != SR_NONE)
		return r->doc->places.items[m].m.from <= i
			       ? r->doc->places.items[m].m.to
			       : SR_NONE;
	stop->name = i;
	return r->classes[i] & SR_CLASS_NAME ? i + 1 : SR_NONE;
}

/* The places that begin at token i with a time behind them: how many, and
 * where the time ends. */
static size_t stops_at(const struct sr_reading *r, uint32_t i, uint32_t end,
		       struct stop stop[MOST_AT_ONCE], uint32_t *time)
{
	for (size_t n = 0; n < MOST_AT_ONCE; n++) {
		i = behind_stop(r, i, &stop[n]);
		if (i == SR_NONE || i >= end)
			return 0;
		*time = time_at(r, i);
		if (*time != SR_NONE)
			return n + 1;
		i = behind_joint(r, i, end);
		if (i == SR_NONE)
			return 0;
	}
	return 0;
}

static enum sr_code put_stop(struct sr_reading *r, struct sr_claim_draft *d,
			     struct stop stop, uint32_t time)
{
	put_time(r, d, time);
	d->claim.has_count = false;
	if (stop.mention != SR_NONE)
		sr_put_place(r, d, stop.mention);
	else
		sr_put_name(r, d, stop.name);
	return sr_draft_put(r, d);
}

static enum sr_code read_dated(struct sr_reading *r, struct sr_claim_draft *d)
{
	const struct sr_token *t = r->tree.token;
	uint32_t end = r->doc->sentences.items[t[d->frame.trigger].sentence].to;
	struct stop stop[MOST_AT_ONCE];
	enum sr_code code = SR_OK;
	uint32_t i, time;

	if (!d->claim.has_place ||
	    (!sr_is_control(d->claim.type) && !sr_is_attack(d->claim.type)))
		return SR_OK;
	i = d->place_mention == SR_NONE
		    ? d->place_name + 1
		    : r->doc->places.items[d->place_mention].m.to;
	time = i < end && i > d->frame.trigger ? time_at(r, i) : SR_NONE;
	/* "A was taken on 4 May, B on the 7th" */
	if (i <= d->frame.trigger && d->time != SR_NONE &&
	    r->doc->times.items[d->time].m.from > d->frame.trigger)
		time = d->time;
	while (!code && time != SR_NONE) {
		i = behind_joint(r, r->doc->times.items[time].m.to, end);
		size_t n = i == SR_NONE ? 0 : stops_at(r, i, end, stop, &time);
		for (size_t k = 0; !code && k < n; k++)
			code = put_stop(r, d, stop[k], time);
		if (n == 0)
			break;
	}
	return code;
}

enum sr_code sr_read_gapped(struct sr_reading *r, struct sr_claim_draft *d)
{
	enum sr_code code = read_losses_apart(r, d);

	code = code ? code : read_things_apart(r, d);
	return code ? code : read_dated(r, d);
}
