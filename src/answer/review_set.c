/* What a correction says, as slots of a claim. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "answer/review.h"
#include "base/calendar.h"
#include "ontology.h"

struct setter {
	struct sr_deciding *by;
	const char *text; /* "place=Sumy" */
	struct sr_str value;
	const struct sr_claim *was;
	struct sr_claim *slots;
};

static enum sr_code expected(struct setter *x, const char *what)
{
	return sr_fail(&x->by->ask->err, SR_USAGE, x->text, "expected %s",
		       what);
}

static bool is_none(struct sr_str s)
{
	return sr_str_is(s, "none");
}

static enum sr_code set_type(struct setter *x)
{
	unsigned i = sr_number_of_name(x->value, sr_type_name, SR_TYPE_COUNT);

	x->slots->type = (uint16_t)i;
	return i < SR_TYPE_COUNT ? SR_OK
				 : expected(x, "a type of claim, such as "
					       "control.seize");
}

static enum sr_code set_status(struct setter *x)
{
	unsigned i = sr_number_of_name(x->value, sr_status_name, SR_STATUS_COUNT);

	x->slots->status = (uint8_t)i;
	return i < SR_STATUS_COUNT ? SR_OK
				   : expected(x, "asserted, denied, disputed, "
						 "unverified, planned or "
						 "possible");
}

/* "93rd Brigade (UA)", "93rd Brigade", or "UA" alone: a name of capitals is its
 * side too. */
static enum sr_code set_party(struct setter *x, bool *has,
			      struct sr_party_slot *p)
{
	struct sr_str s = x->value;
	size_t open = s.n;

	*p = (struct sr_party_slot){ .row = 0 };
	*has = !is_none(s);
	if (!*has)
		return SR_OK;
	if (s.n && s.s[s.n - 1] == ')')
		while (open && s.s[open - 1] != '(')
			open--;
	if (s.n && s.s[s.n - 1] == ')' && open) {
		p->side = sr_str_trim(
			(struct sr_str){ s.s + open, s.n - 1 - open });
		p->name = sr_str_trim((struct sr_str){ s.s, open - 1 });
		return p->name.n && p->side.n
			       ? SR_OK
			       : expected(x, "NAME (SIDE), NAME, or none");
	}
	p->name = s;
	size_t i = 0;
	while (i < s.n && s.s[i] >= 'A' && s.s[i] <= 'Z')
		i++;
	if (i == s.n)
		p->side = s;
	return SR_OK;
}

/* The place of the gazetteer, as exactly as a decision keeps it. */
static void take_found(struct sr_place_slot *p, const struct sr_found_place *f)
{
	p->id = f->id;
	p->country = f->country;
	p->has_point = true;
	p->lat = round(f->lat * 1e5) / 1e5;
	p->lon = round(f->lon * 1e5) / 1e5;
	p->radius_km = round(f->radius_km * 10) / 10;
}

static void say_found(const struct setter *x, const struct sr_found_place *f)
{
	char line[512];

	snprintf(line, sizeof(line), "place %.*s: %.*s, %.*s, id %lld%s",
		 (int)x->value.n, x->value.s, (int)f->name.n, f->name.s,
		 (int)f->country.n, f->country.n ? f->country.s : "",
		 (long long)f->id,
		 x->by->ask->nplace > 1
			 ? "; there are others, 'NAME#ID' picks one"
			 : "");
	if (x->by->note)
		x->by->note(x->by->user, line);
}

/* "Sumy", "near Sumy", "Sumy#692194". */
static enum sr_code set_place(struct setter *x)
{
	struct sr_place_slot *p = &x->slots->place;
	struct sr_str name = x->value, rest = name;
	unsigned role =
		sr_number_of_name(sr_str_cut(&rest, ' '), sr_role_name, SR_ROLE_COUNT);
	int64_t id = 0;

	x->slots->has_place = !is_none(name);
	if (!x->slots->has_place)
		return SR_OK;
	*p = (struct sr_place_slot){ .role = SR_ROLE_AT };
	if (x->was->has_place)
		p->role = x->was->place.role;
	if (role < SR_ROLE_COUNT && rest.n) {
		p->role = (uint8_t)role;
		name = rest;
	}
	rest = name;
	name = sr_str_trim(sr_str_cut(&rest, '#'));
	if (rest.s)
		id = strtoll(rest.s, NULL, 10);
	if (!x->by->ask->kit)
		return sr_fail(&x->by->ask->err, SR_USAGE, x->text,
			       "no tables at hand to find the place in");
	sr_ask_places(x->by->ask, name);
	for (size_t i = 0; i < x->by->ask->nplace; i++) {
		const struct sr_found_place *f = &x->by->ask->place[i];
		if (id && f->id != id)
			continue;
		p->name = name;
		take_found(p, f);
		say_found(x, f);
		return SR_OK;
	}
	return expected(x, "a place of the gazetteer ('NAME', 'near NAME', "
			   "'NAME#ID'), or none");
}

/* "2022-03-01", "2022-03", "2022-03-01..2022-03-03", "..2022-03-03". */
static enum sr_code set_date(struct setter *x)
{
	struct sr_days *d = &x->slots->days;
	char from[16] = "", to[16] = "";
	struct sr_str s = x->value, end = s;
	enum sr_code code = SR_OK;

	x->slots->basis = SR_BASIS_EXPLICIT;
	*d = SR_DAYS_UNKNOWN;
	if (is_none(s))
		return SR_OK;
	for (size_t i = 0; i + 1 < s.n; i++)
		if (s.s[i] == '.' && s.s[i + 1] == '.') {
			end = (struct sr_str){ s.s + i + 2, s.n - i - 2 };
			s.n = i;
		}
	if (s.n >= sizeof(from) || end.n >= sizeof(to))
		return expected(x, "DAY, DAY..DAY or none");
	memcpy(from, s.s, s.n);
	memcpy(to, end.s, end.n);
	*d = (struct sr_days){ SR_DAY_MIN, SR_DAY_MAX };
	if (from[0])
		code = sr_ask_day(from, false, &d->from, &x->by->ask->err);
	if (!code && to[0])
		code = sr_ask_day(to, true, &d->to, &x->by->ask->err);
	if (!code && (!sr_days_known(*d) || (!from[0] && !to[0])))
		code = expected(x, "a day no later than the other");
	return code;
}

/* A number at the front, in thousandths; what follows is left in *s. */
static bool take_number(struct sr_str *s, int64_t *v)
{
	char text[32];
	size_t n = 0, skip = 0;

	while (skip < s->n && n < sizeof(text) - 1) {
		char c = s->s[skip];
		bool dot = c == '.' && skip + 1 < s->n && s->s[skip + 1] != '.';
		if ((c < '0' || c > '9') && c != ',' && !dot)
			break;
		if (c != ',')
			text[n++] = c;
		skip++;
	}
	text[n] = '\0';
	if (!n || n > 15)
		return false;
	*v = (int64_t)floor(strtod(text, NULL) * 1000 + 0.5);
	s->s += skip;
	s->n -= skip;
	return true;
}

static bool take_dots(struct sr_str *s)
{
	if (s->n < 2 || memcmp(s->s, "..", 2) != 0)
		return false;
	s->s += 2;
	s->n -= 2;
	return true;
}

/* "12", "12..15", "12.. people", "..40 tanks". */
static enum sr_code set_count(struct setter *x)
{
	struct sr_claim *c = x->slots;
	struct sr_str s = x->value;

	c->has_count = !is_none(s);
	if (!c->has_count)
		return SR_OK;
	c->count = (struct sr_count){ SR_COUNT_OPEN_LOW, SR_COUNT_OPEN_HIGH };
	bool low = take_number(&s, &c->count.low);
	if (!take_dots(&s))
		c->count.high = c->count.low;
	else if (!take_number(&s, &c->count.high) && !low)
		low = false;
	else
		low = true;
	c->unit = sr_str_trim(s);
	if (!c->unit.n)
		c->unit = x->was->has_count ? x->was->unit : SR_STR("people");
	c->count_total = x->was->count_total;
	c->count_further = x->was->count_further;
	return low && c->count.low <= c->count.high
		       ? SR_OK
		       : expected(x, "N, N..M, N.. or ..M, with a unit, or "
				     "none");
}

static enum sr_code set_speaker(struct setter *x)
{
	if (!is_none(x->value))
		x->slots->speaker = x->value;
	return SR_OK;
}

static enum sr_code set_slot(struct setter *x, unsigned slot)
{
	struct sr_claim *c = x->slots;

	switch ((enum sr_slot)slot) {
	case SR_SLOT_TYPE:
		return set_type(x);
	case SR_SLOT_STATUS:
		return set_status(x);
	case SR_SLOT_ACTOR:
		return set_party(x, &c->has_actor, &c->actor);
	case SR_SLOT_TARGET:
		return set_party(x, &c->has_target, &c->target);
	case SR_SLOT_PLACE:
		return set_place(x);
	case SR_SLOT_DATE:
		return set_date(x);
	case SR_SLOT_NUMBER:
		return set_count(x);
	case SR_SLOT_SPEAKER:
		return set_speaker(x);
	case SR_SLOTS:
		break;
	}
	return expected(x, "type, status, actor, target, place, date, count "
			   "or speaker, then '=' and what is right");
}

enum sr_code sr_review_set(struct sr_deciding *by, const char *text,
			   const struct sr_claim *was, struct sr_decision *d)
{
	struct sr_str rest = sr_str_of(text), name = sr_str_cut(&rest, '=');
	struct setter x = { by, text, { NULL, 0 }, was, &d->slots };
	unsigned slot = rest.s ? sr_slot_of(sr_str_trim(name)) : SR_SLOTS;

	x.value = rest.s ? sr_str_trim(rest) : rest;
	if (slot < SR_SLOTS && !x.value.n)
		return expected(&x, "a value, or none");
	enum sr_code code = set_slot(&x, slot);
	if (!code)
		d->sets |= SR_BIT_OF(slot);
	return code;
}
