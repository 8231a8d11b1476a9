/* When it happened: the expression of time nearest in the tree, going up from
 * the trigger through the clauses that share its time; else what tense and
 * the report's own day allow (claims.md, "date"). */
#include "base/calendar.h"
#include "extract/extract_internal.h"

struct found_time {
	uint32_t time; /* mention, SR_NONE */
};

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
	uint32_t clause = sr_clause(&r->tree, trigger);

	return has_aux(r, clause, SR_XPOS_VBD);
}

struct sr_when sr_when_of(const struct sr_reading *r, uint32_t trigger,
                          enum sr_status status)
{
	struct sr_days report = r->doc->report.published;
	struct sr_when w = { .days = SR_DAYS_UNKNOWN, .time = SR_NONE };
	uint32_t m = find_time(r, trigger);

	if (m != SR_NONE) {
		const struct sr_time *tm = &r->doc->times.items[m];
		if (sr_days_known(tm->days)) {
			w = (struct sr_when){ tm->days, tm->m.at, m,
				              tm->basis };
			return w;
		}
	}
	if (!sr_days_known(report) || status == SR_STATUS_POSSIBLE ||
	    status == SR_STATUS_PLANNED || is_background(r, trigger))
		return w;
	w.days = report;
	w.basis = SR_BASIS_REPORT;
	return w;
}
