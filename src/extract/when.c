/* When it happened: the expression of time nearest in the tree, going up from
 * the trigger through the clauses that share its time; else what tense and
 * the report's own day allow (claims.md, "date"). */
#include "base/calendar.h"
#include "extract/extract_internal.h"

/* A time mention that stands under i without a clause of its own between. */
static uint32_t time_under(const struct sr_reading *r, uint32_t i,
                           unsigned depth)
{
	const struct sr_tree *t = &r->tree;

	SR_CHILDREN(t, i, c) {
		uint32_t m = t->token[c].time;
		if (m != SR_NONE)
			return m;
	}
	if (depth == 0)
		return SR_NONE;
	SR_CHILDREN(t, i, c) {
		if (sr_clause(t, c) == c || sr_is_subject(t, c))
			continue;
		uint32_t m = time_under(r, c, depth - 1);
		if (m != SR_NONE)
			return m;
	}
	return SR_NONE;
}

/* May the time of the governing clause be that of the clause or noun i? */
static bool shares_time(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t head = t->token[i].head;

	switch (t->token[i].deprel) {
	case SR_REL_ACL_RELCL:
	case SR_REL_PARATAXIS:
		return false;
	case SR_REL_CCOMP:
		/* "said on Sunday that": the day of saying */
		return !r->speech[head];
	default:
		return true;
	}
}

static uint32_t find_time(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	uint32_t i = trigger;

	if (t->token[i].time != SR_NONE)
		return t->token[i].time;
	for (unsigned n = 0; n < 16; n++) {
		uint32_t m = time_under(r, i, 3);
		if (m != SR_NONE)
			return m;
		if (t->token[i].head == i || !shares_time(r, i))
			return SR_NONE;
		i = t->token[i].head;
	}
	return SR_NONE;
}

static bool has_aux(const struct sr_reading *r, uint32_t i, unsigned xpos)
{
	const struct sr_tree *t = &r->tree;

	SR_CHILDREN(t, i, c)
		if (t->token[c].lemma == r->word.have &&
		    t->token[c].xpos == xpos)
			return true;
	if (t->token[i].deprel == SR_REL_CONJ ||
	    t->token[i].deprel == SR_REL_XCOMP)
		return has_aux(r, t->token[i].head, xpos);
	return false;
}

/* "had been shelled", with no time: background, the text leaves it open. */
static bool is_background(const struct sr_reading *r, uint32_t trigger)
{
	return has_aux(r, sr_clause(&r->tree, trigger), SR_XPOS_VBD);
}

/* "has lost", "have been driven": from then until now. */
static bool is_perfect(const struct sr_reading *r, uint32_t trigger)
{
	uint32_t clause = sr_clause(&r->tree, trigger);

	return has_aux(r, clause, SR_XPOS_VBZ) ||
	       has_aux(r, clause, SR_XPOS_VBP);
}

/* The first day of the war that the report is about, to the report's. */
static struct sr_days war_so_far(const struct sr_reading *r)
{
	struct sr_days report = r->doc->report.published;
	uint32_t war = r->doc->war;

	if (war == SR_NONE || !sr_days_known(report))
		return SR_DAYS_UNKNOWN;
	int32_t from = sr_kit_value(r->kit, SR_TABLE_WARS, war, SR_WARS_FROM);
	return from <= report.to ? (struct sr_days){ from, report.to }
	                         : SR_DAYS_UNKNOWN;
}

/* "for months", "for 25 days" of what still holds: back from the report's
 * day; with no length as far as the war goes. */
static struct sr_days lasting(const struct sr_reading *r,
                              const struct sr_time *t, uint32_t trigger)
{
	struct sr_days d = war_so_far(r);

	if (!is_perfect(r, trigger))
		return SR_DAYS_UNKNOWN;
	if (t->length && sr_days_known(r->doc->report.published)) {
		d.to = r->doc->report.published.to;
		d.from = d.to - t->length;
	}
	return d;
}

/* The rows of the ontology are sorted, so a family is one stretch. */
static bool is_loss(unsigned type)
{
	return type >= SR_TYPE_LOSS_CAPTURED && type <= SR_TYPE_LOSS_WOUNDED;
}

/* A loss of a whole side with no place and no time of its own, told as what
 * has come about so far: a running total (claims.md, "Undated"). */
static bool is_running_total(const struct sr_reading *r, uint32_t trigger,
                             const struct sr_claim *c)
{
	return is_loss(c->type) && c->has_count && !c->has_place &&
	       is_perfect(r, trigger);
}

struct sr_when sr_when_of(const struct sr_reading *r, uint32_t trigger,
                          const struct sr_claim *c)
{
	struct sr_days report = r->doc->report.published;
	struct sr_when w = { .days = SR_DAYS_UNKNOWN, .time = SR_NONE };
	uint32_t m = find_time(r, trigger);

	if (m != SR_NONE) {
		const struct sr_time *t = &r->doc->times.items[m];
		w = (struct sr_when){ t->days, t->m.at, m, t->basis };
		if (!sr_days_known(w.days) && t->kind == SR_TIME_DURATION)
			w.days = lasting(r, t, trigger);
		if (sr_days_known(w.days))
			return w;
		w.time = SR_NONE;
	}
	if (is_running_total(r, trigger, c))
		w.days = war_so_far(r);
	if (sr_days_known(w.days)) {
		w.basis = SR_BASIS_INFERRED;
		return w;
	}
	if (!sr_days_known(report) || c->status == SR_STATUS_POSSIBLE ||
	    c->status == SR_STATUS_PLANNED || is_background(r, trigger))
		return w;
	w.days = report;
	w.basis = SR_BASIS_REPORT;
	return w;
}
