/* Loading all that a report tells of, and its parts in their order. Each part
 * asks as the command of the same name does, with the same filter, which is why
 * they agree; control alone is asked without days, since who holds a place hangs
 * on all that was ever said of it. */
#include "brief/brief.h"

#include "base/calendar.h"
#include "base/str.h"
#include "brief/work.h"
#include "fuse/side.h"

static const struct sr_str NONE = { NULL, 0 };

/* The last week of which anything is known. */
static enum sr_code set_days(struct sr_briefing *b)
{
	struct sr_ask *ask = b->ask;
	struct sr_filter every = SR_FILTER;
	struct sr_days *d = &b->filter.days;
	struct sr_records all = { .claims = { 0 } };
	enum sr_code code;

	b->given = sr_days_known(*d);
	if (b->given && d->from != SR_DAY_MIN && d->to != SR_DAY_MAX)
		return SR_OK;
	every.known_on = ask->filter.known_on;
	every.source = ask->filter.source;
	code = sr_ledger_claims(ask->ledger, &every, &ask->mem, &all,
				&ask->err);
	int32_t last = sr_last_day(&all);
	if (!all.claims.nitem)
		last = sr_day_of((struct sr_date){ 1970, 1, SR_BRIEF_WEEK });
	if (!b->given)
		*d = (struct sr_days){ last - SR_BRIEF_WEEK + 1, last };
	if (d->to == SR_DAY_MAX)
		d->to = last > d->from ? last : d->from;
	if (d->from == SR_DAY_MIN)
		d->from = d->to;
	for (size_t i = 0; b->given && i < all.claims.nitem; i++) {
		struct sr_days own = all.claims.items[i].claim.days;
		if (sr_days_known(own) && own.from != SR_DAY_MIN &&
		    b->ask->filter.days.from == SR_DAY_MIN &&
		    own.from < d->from)
			d->from = own.from;
	}
	return code;
}

static enum sr_code load_control(struct sr_briefing *b)
{
	struct sr_ask *ask = b->ask;

	ask->filter = b->filter;
	ask->filter.days = SR_FILTER.days;
	ask->filter.types = NONE;
	b->control.ask = ask;
	enum sr_code code = sr_control_load(&b->control);
	return code ? code : sr_controls(&b->control, &b->controls);
}

/* Reports published in those days, for what was silent; all that were known. */
static enum sr_code load_reports(struct sr_briefing *b)
{
	b->ask->filter = b->filter;
	return sr_ledger_reports(b->ask->ledger, &b->ask->filter, &b->ask->mem,
				 &b->reports, &b->ask->err);
}

static enum sr_code load_doubtful(struct sr_briefing *b)
{
	b->ask->filter = b->filter;
	b->ask->filter.statuses = sr_phrase(&b->en, "statuses.doubtful");
	return sr_ledger_claims(b->ask->ledger, &b->ask->filter, &b->ask->mem,
				&b->doubtful, &b->ask->err);
}

static enum sr_code load(struct sr_briefing *b)
{
	struct sr_ask *ask = b->ask;
	enum sr_code code = load_reports(b);

	if (!code)
		code = load_control(b);
	ask->filter = b->filter;
	if (!code)
		code = sr_ask_incidents(ask, &b->found);
	if (!code)
		b->spoke = sr_speaker_sides(ask->kit, &b->found.all, &ask->mem);
	ask->filter = b->filter;
	if (!code)
		code = sr_losses_load(ask, false, &b->losses);
	ask->filter = b->filter;
	if (!code)
		code = sr_conflicts_load(ask, false, &b->conflicts);
	if (!code)
		code = load_doubtful(b);
	ask->filter = b->filter;
	return code;
}

/* The lead: what the report rests on. */

static void add(struct sr_briefing *b, struct sr_str text)
{
	struct sr_brief_text *t = SR_PUSH(b->en.mem, &b->brief->lead.texts);

	if (t)
		t->text = sr_sentence_start(&b->en, text);
}

/* First and last day of publication of the reports that are cited. */
static struct sr_days published(const struct sr_brief *brief)
{
	struct sr_days all = { 1, 0 };

	for (size_t i = 0; i < brief->refs.nitem; i++) {
		struct sr_days d = brief->refs.items[i].filed->report.published;
		if (!sr_days_known(d))
			continue;
		if (!sr_days_known(all))
			all = d;
		all.from = d.from < all.from ? d.from : all.from;
		all.to = d.to > all.to ? d.to : all.to;
	}
	return all;
}

/* Outlets, each once; *n of them. */
static struct sr_str outlets(struct sr_briefing *b, size_t *n)
{
	const struct sr_brief *brief = b->brief;
	struct sr_str name[6];
	size_t shown = 0;
	bool others = false;

	*n = 0;
	for (size_t i = 0; i < brief->refs.nitem; i++) {
		struct sr_str own = brief->refs.items[i].outlet;
		bool known = !brief->refs.items[i].filed->report.publisher.n;
		others = others || known;
		for (size_t k = 0; k < i && !known; k++)
			known = sr_str_equal(own, brief->refs.items[k].outlet);
		if (known)
			continue;
		if ((*n)++ < 5)
			name[shown++] = own;
	}
	if (others && shown && *n <= 5)
		name[shown++] = sr_phrase(&b->en, "outlet.others");
	return *n > 5 ? NONE : sr_list_text(&b->en, name, shown);
}

static size_t claims_cited(const struct sr_brief *brief)
{
	size_t n = 0;

	for (size_t i = 0; i < brief->refs.nitem; i++)
		n += brief->refs.items[i].claims.nitem;
	return n;
}

static void tell_lead(struct sr_briefing *b)
{
	struct sr_brief *brief = b->brief;
	struct sr_english full = b->en;
	size_t noutlet;
	struct sr_str names = outlets(b, &noutlet);
	size_t nclaim = claims_cited(brief);

	full.year = 0;
	if (!b->given)
		add(b, sr_phrase(&b->en, "lead.last"));
	if (b->filter.known_on != SR_DAY_MAX)
		add(b, sr_brief_say(b, "lead.known",
				    sr_day_text(&full, b->filter.known_on),
				    NONE));
	if (!brief->refs.nitem) {
		add(b, sr_phrase(&b->en, "lead.nothing"));
		return;
	}
	struct sr_slot_text slot[] = {
		{ "claims", sr_brief_count(b, nclaim, "n.claim", "n.claims") },
		{ "reports", sr_brief_count(b, brief->refs.nitem, "n.report",
					    "n.reports") },
		{ "outlets",
		  names.n || !noutlet
			  ? NONE
			  : sr_brief_count(b, noutlet, "n.outlet",
					   "n.outlets") },
		{ "names", names },
		{ "published", sr_span_text(&full, published(brief)) },
		{ NULL, { NULL, 0 } }
	};
	add(b, sr_say_phrase(&b->en, "lead.rests", slot));
	add(b, sr_phrase(&b->en, "lead.reading"));
}

static void write_title(struct sr_briefing *b)
{
	struct sr_english full = b->en;
	struct sr_filter *f = &b->filter;
	struct sr_english *e = &b->en;
	struct sr_date from = sr_date_of(f->days.from),
		       to = sr_date_of(f->days.to);

	full.year = 0;
	b->brief->days = f->days;
	b->brief->period = sr_span_text(&full, f->days);
	e->year = from.year == to.year ? to.year : 0;
	struct sr_slot_text slot[] = {
		{ "place", sr_brief_outside(b, f->place, SR_BRIEF_NAME) },
		{ "side", f->side.n ? sr_brief_side(b, f->side) : NONE },
		{ NULL, { NULL, 0 } }
	};
	b->brief->title = sr_say_phrase(e, "title", slot);
	b->brief->words_of_refs = sr_phrase(e, "head.references");
	b->brief->words_of_claims = sr_phrase(e, "ref.claims");
}

static void plan(struct sr_briefing *b)
{
	if (b->ask->kit && b->brief)
		write_title(b);
	sr_brief_key(b);
	sr_brief_changes(b);
	sr_brief_events(b);
	sr_brief_losses(b);
	sr_brief_people(b);
	sr_brief_positions(b);
	sr_brief_contested(b);
	sr_brief_doubtful(b);
	sr_brief_gaps(b);
	tell_lead(b);
}

enum sr_code sr_brief_make(struct sr_ask *ask, struct sr_brief *out)
{
	struct sr_briefing *b = SR_NEW(&ask->mem, struct sr_briefing, 1);
	struct sr_filter asked = ask->filter;

	*out = (struct sr_brief){ .lead = { .kind = SR_PART_PARAGRAPH } };
	if (!ask->kit)
		return sr_fail(&ask->err, SR_USAGE, "brief",
			       "no tables; expected a kit (--kit, --data)");
	if (!b)
		return sr_fail_nomem(&ask->err, "brief");
	b->ask = ask;
	b->brief = out;
	b->filter = asked;
	b->en = (struct sr_english){ .kit = ask->kit, .mem = &ask->mem };
	enum sr_code code = set_days(b);
	if (!code)
		code = load(b);
	if (!code)
		plan(b);
	ask->filter = asked;
	if (!code && ask->mem.full)
		code = sr_fail_nomem(&ask->err, "brief");
	return code;
}
