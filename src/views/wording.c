#include "views/wording.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/calendar.h"
#include "base/str.h"
#include "ledger/decision.h"
#include "ontology.h"

void sr_days_text(struct sr_days days, bool by, char out[SR_WORDING])
{
	char from[SR_DAY_TEXT], to[SR_DAY_TEXT];

	out[0] = '\0';
	if (!sr_days_known(days))
		return;
	sr_day_write(days.from, from);
	sr_day_write(days.to, to);
	if (days.from == SR_DAY_MIN && days.to == SR_DAY_MAX)
		snprintf(out, SR_WORDING, "?");
	else if (days.to == SR_DAY_MAX)
		snprintf(out, SR_WORDING, "since %s", from);
	else if (by || days.from == SR_DAY_MIN)
		snprintf(out, SR_WORDING, "by %s", to);
	else if (days.from == days.to)
		snprintf(out, SR_WORDING, "%s", to);
	else
		snprintf(out, SR_WORDING, "%s..%s", from, to);
}

/* Thousandths with commas between the thousands. */
static void number(int64_t milli, char out[32])
{
	char plain[32];
	uint64_t v = milli < 0 ? 0 - (uint64_t)milli : (uint64_t)milli;
	int n = snprintf(plain, sizeof(plain), "%llu",
			 (unsigned long long)(v / 1000));
	char *p = out;

	if (milli < 0)
		*p++ = '-';
	for (int i = 0; i < n; i++) {
		if (i && (n - i) % 3 == 0)
			*p++ = ',';
		*p++ = plain[i];
	}
	*p = '\0';
	if (v % 1000 == 0)
		return;
	p += snprintf(p, sizeof(".000"), ".%03u", (unsigned)(v % 1000));
	while (p[-1] == '0')
		*--p = '\0';
}

/* Units that are written alike for one and for many. */
static bool is_invariable(struct sr_str unit)
{
	static const char *const SAME[] = { "aircraft", "ha",  "hectare",
					    "km",	"km2", "kg",
					    "m",	"mm",  "people",
					    "percent" };
	const char last = unit.s[unit.n - 1];

	for (size_t i = 0; i < sizeof(SAME) / sizeof(*SAME); i++)
		if (sr_str_is(unit, SAME[i]))
			return true;
	bool many = last == 's' && !(unit.n > 2 && unit.s[unit.n - 2] == 'u');
	return many || last < 'a' || last > 'z';
}

/* " tanks" behind what is in out, " person" behind a 1. */
static void add_unit(struct sr_str unit, bool one, char out[SR_WORDING])
{
	size_t n = strlen(out);
	int k = (int)unit.n;

	if (k == 0)
		return;
	if (one && sr_str_is(unit, "people"))
		snprintf(out + n, SR_WORDING - n, " person");
	else if (one || is_invariable(unit))
		snprintf(out + n, SR_WORDING - n, " %.*s", k, unit.s);
	else if (k > 1 && unit.s[k - 1] == 'y' &&
		 !strchr("aeiou", unit.s[k - 2]))
		snprintf(out + n, SR_WORDING - n, " %.*sies", k - 1, unit.s);
	else if (strchr("xhs", unit.s[k - 1]))
		snprintf(out + n, SR_WORDING - n, " %.*ses", k, unit.s);
	else
		snprintf(out + n, SR_WORDING - n, " %.*ss", k, unit.s);
}

static void count_words(const struct sr_claim *c, char out[SR_WORDING])
{
	char low[32], high[32];

	out[0] = '\0';
	if (!c->has_count)
		return;
	bool has_low = c->count.low != SR_COUNT_OPEN_LOW;
	bool has_high = c->count.high != SR_COUNT_OPEN_HIGH;
	if (has_low)
		number(c->count.low, low);
	if (has_high)
		number(c->count.high, high);
	if (has_low && has_high && c->count.low == c->count.high)
		snprintf(out, SR_WORDING, "%s", low);
	else if (has_low && has_high)
		snprintf(out, SR_WORDING, "%s to %s", low, high);
	else if (has_low)
		snprintf(out, SR_WORDING, "at least %s", low);
	else if (has_high)
		snprintf(out, SR_WORDING, "up to %s", high);
}

void sr_count_text(const struct sr_claim *c, char out[SR_WORDING])
{
	count_words(c, out);
	if (c->has_count)
		add_unit(c->unit, c->count.low == 1000 && c->count.high == 1000,
			 out);
}

void sr_updated_text(const struct sr_report *r, char out[SR_WORDING])
{
	bool other = sr_days_known(r->updated) &&
		     !(sr_days_known(r->published) &&
		       r->updated.from == r->published.from &&
		       r->updated.to == r->published.to);

	out[0] = '\0';
	if (other)
		sr_days_text(r->updated, false, out);
}

void sr_filed_text(const struct sr_filed *f, char *out, size_t n)
{
	const struct sr_report *r = &f->report;
	char days[SR_WORDING];

	sr_days_text(r->published, false, days);
	snprintf(out, n, "%.*s, %.*s%s%s%s", (int)r->name.n,
		 r->name.n ? r->name.s : "",
		 (int)(r->publisher.n ? r->publisher.n : 12),
		 r->publisher.n ? r->publisher.s : "no publisher",
		 days[0] ? ", published " : ", no day of publication", days,
		 days[0] && r->published_inferred ? " (inferred)" : "");
}

void sr_point_text(double lat, double lon, char out[SR_WORDING])
{
	snprintf(out, SR_WORDING, "%.2f %c  %.2f %c", lat < 0 ? -lat : lat,
		 lat < 0 ? 'S' : 'N', lon < 0 ? -lon : lon,
		 lon < 0 ? 'W' : 'E');
}

const char *sr_verdict_name(unsigned verdict)
{
	static const char *const NAME[] = {
		[SR_VERDICT_NONE] = "",
		[SR_VERDICT_ACCEPTED] = "accepted",
		[SR_VERDICT_REJECTED] = "rejected",
		[SR_VERDICT_CORRECTED] = "corrected",
	};

	return NAME[verdict];
}

/* Where it goes: n bytes of out, `at` of them used. */
struct words {
	char *out;
	size_t n, at;
};

static void put(struct words *w, const char *fmt, ...) SR_PRINTF(2, 3);

static void put(struct words *w, const char *fmt, ...)
{
	va_list ap;

	if (w->at >= w->n)
		return;
	va_start(ap, fmt);
	int n = vsnprintf(w->out + w->at, w->n - w->at, fmt, ap);
	va_end(ap);
	w->at += n > 0 ? (size_t)n : 0;
}

static void put_party(struct words *w, bool has, const struct sr_party_slot *p)
{
	if (!has)
		put(w, "none");
	else
		put(w, "%.*s%s%.*s%s", (int)p->name.n, p->name.s,
		    p->side.n ? " (" : "", (int)p->side.n,
		    p->side.n ? p->side.s : "", p->side.n ? ")" : "");
}

static void put_place(struct words *w, const struct sr_claim *c)
{
	const struct sr_place_slot *p = &c->place;

	if (!c->has_place) {
		put(w, "none");
		return;
	}
	put(w, "%s %.*s", sr_role_name(p->role), (int)p->name.n, p->name.s);
	if (p->country.n)
		put(w, ", %.*s", (int)p->country.n, p->country.s);
	if (p->id)
		put(w, " #%lld", (long long)p->id);
}

static void put_slot(struct words *w, const struct sr_claim *c, unsigned slot)
{
	char text[SR_WORDING] = "";

	switch ((enum sr_slot)slot) {
	case SR_SLOT_TYPE:
		put(w, "%s", sr_type_name(c->type));
		break;
	case SR_SLOT_STATUS:
		put(w, "%s", sr_status_name(c->status));
		break;
	case SR_SLOT_ACTOR:
		put_party(w, c->has_actor, &c->actor);
		break;
	case SR_SLOT_TARGET:
		put_party(w, c->has_target, &c->target);
		break;
	case SR_SLOT_PLACE:
		put_place(w, c);
		break;
	case SR_SLOT_DATE:
		sr_days_text(c->days, false, text);
		put(w, "%s", text[0] ? text : "none");
		break;
	case SR_SLOT_NUMBER:
		sr_count_text(c, text);
		put(w, "%s", c->has_count ? text : "none");
		break;
	case SR_SLOT_SPEAKER:
		put(w, "%.*s", (int)(c->speaker.n ? c->speaker.n : 4),
		    c->speaker.n ? c->speaker.s : "none");
		break;
	case SR_SLOTS:
		break;
	}
}

void sr_slots_text(const struct sr_claim *slots, unsigned sets, char *out,
		   size_t n)
{
	struct words w = { out, n, 0 };

	out[0] = '\0';
	for (unsigned s = 0; s < SR_SLOTS; s++) {
		if (!(sets & SR_BIT_OF(s)))
			continue;
		put(&w, "%s%s ", w.at ? "; " : "", sr_slot_name(s));
		put_slot(&w, slots, s);
	}
}
