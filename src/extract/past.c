/* What went before, told by how long before or how long it took: "10 days after
 * the army announced an offensive", "captured on Sunday after a week-long
 * battle". Both count back from the time of the clause that they stand in, or
 * from the report's own day. */
#include "base/calendar.h"
#include "extract/extract_internal.h"
#include "extract/way.h"

/* The days of the clause that a word hangs on, the words under it left out. */
static struct sr_days days_above(const struct sr_reading *r, uint32_t under)
{
	const struct sr_tree *t = &r->tree;
	uint32_t clause = sr_clause(t, t->token[under].head);
	const struct sr_sentence *s =
	        &r->doc->sentences.items[t->token[under].sentence];

	for (uint32_t m = sr_times_from(r->doc, s->from);
	     m < r->doc->times.nitem; m++) {
		const struct sr_time *e = &r->doc->times.items[m];
		if (e->m.from >= s->to)
			break;
		uint32_t own = sr_clause(t, e->m.head);
		if (t->token[own].deprel == SR_REL_XCOMP) /* began firing */
			own = sr_clause(t, t->token[own].head);
		if (e->kind == SR_TIME_POINT && sr_days_known(e->days) &&
		    !sr_dominates(t, under, e->m.head) && own == clause)
			return e->days;
	}
	return r->history ? SR_DAYS_UNKNOWN : r->doc->report.published;
}

/* The "after" within the mention; SR_NONE: "Thursday, after they fired". */
static uint32_t after_of(const struct sr_reading *r, const struct sr_time *e)
{
	for (uint32_t i = e->m.from; i < e->m.to; i++)
		if (r->tree.token[i].lower == r->word.after)
			return i;
	return SR_NONE;
}

bool sr_counts_from(const struct sr_reading *r, uint32_t m)
{
	uint32_t after = after_of(r, &r->doc->times.items[m]);

	return after != SR_NONE && r->tree.token[after].deprel == SR_REL_MARK;
}

#define STALE_DAYS 6 /* what was said then is no news of the report's day */

bool sr_said_days(const struct sr_reading *r, uint32_t trigger,
		  struct sr_days *days)
{
	const struct sr_tree *t = &r->tree;
	uint32_t i = trigger;

	for (unsigned n = 0; n < SR_MOST_UP && t->token[i].head != i; n++) {
		uint32_t head = t->token[i].head;
		if (t->token[i].deprel == SR_REL_CCOMP && r->speech[head]) {
			*days = days_above(r, i);
			return sr_days_known(*days) &&
			       days->to + STALE_DAYS <
				       r->doc->report.published.from;
		}
		i = head;
	}
	return false;
}

/* "A day after a bomb killed nine, two of whom died in hospital": is all of it
 * of the clause that `after` opens? Not what has a day of its own, or had come
 * about before, or is yet to come. */
static bool is_told_after(const struct sr_reading *r, uint32_t after,
			  uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	uint32_t head = t->token[after].head, clause = sr_clause(t, trigger);

	if (clause == head)
		return true;
	/* "a day after they attacked, killing nine" */
	if (t->token[clause].deprel == SR_REL_ADVCL &&
	    t->token[clause].xpos == SR_XPOS_VBG && clause > head &&
	    t->token[clause].head == head)
		return true;
	if (!sr_dominates(t, head, trigger))
		return false;
	for (uint32_t i = clause; i != head; i = sr_clause(t, t->token[i].head)) {
		uint32_t aux = sr_child(t, i, SR_REL_AUX);
		if (t->token[i].deprel == SR_REL_CCOMP ||
		    sr_is_infinitive(t, i) ||
		    (aux != SR_NONE && t->token[aux].lemma == r->word.have) ||
		    sr_time_under(r, i, 3, SR_NONE) != SR_NONE)
			return false;
	}
	return true;
}

/* "10 days after they announced it": so long before; "days after", we know not
 * when. */
static bool so_long_before(const struct sr_reading *r, uint32_t trigger,
                           struct sr_days *days)
{
	const struct sr_tree *t = &r->tree;
	const struct sr_sentence *s =
	        &r->doc->sentences.items[t->token[trigger].sentence];

	for (uint32_t m = sr_times_from(r->doc, s->from);
	     m < r->doc->times.nitem; m++) {
		const struct sr_time *e = &r->doc->times.items[m];
		if (e->m.from >= trigger)
			break;
		uint32_t after = after_of(r, e);
		if (after == SR_NONE || after >= trigger ||
		    t->token[after].deprel != SR_REL_MARK ||
		    !is_told_after(r, after, trigger))
			continue;
		*days = days_above(r, t->token[after].head);
		bool hours = sr_days_known(e->days) &&
		             e->days.to <= e->days.from + 1;
		if ((!e->length && !hours) || !sr_days_known(*days))
			*days = SR_DAYS_UNKNOWN;
		else
			*days = (struct sr_days){ days->from - e->length,
				                  days->to - e->length };
		return true;
	}
	return false;
}

/* How long what the noun tells of took ("week-long", "a month's"); 0. */
static int32_t took(const struct sr_reading *r, uint32_t noun)
{
	const struct sr_tree *t = &r->tree;

	SR_CHILDREN(t, noun, c) {
		uint32_t m = t->token[c].time;
		if (c < noun && m != SR_NONE &&
		    r->doc->times.items[m].kind == SR_TIME_DURATION)
			return r->doc->times.items[m].length;
	}
	return 0;
}

/* "After a week-long battle": the week up to what came of it, and so what is
 * told within it ("an 18-month siege marked by hunger"). */
static bool through_it(const struct sr_reading *r, uint32_t trigger,
                       struct sr_days *days)
{
	const struct sr_tree *t = &r->tree;
	uint32_t i = trigger;

	for (unsigned n = 0; n < 8 && t->token[i].head != i; n++) {
		uint32_t prep = sr_case_of(t, i);
		int32_t length = prep == r->word.after ||
		                                 prep == r->word.following
		                         ? took(r, i)
		                         : 0;
		if (length) {
			*days = days_above(r, i);
			if (!sr_days_known(*days))
				return false;
			days->from = days->to - length;
			return true;
		}
		if (t->token[i].deprel == SR_REL_ACL_RELCL ||
		    t->token[i].deprel == SR_REL_CCOMP)
			return false;
		i = t->token[i].head;
	}
	return false;
}

/* "The day after the raid on Gao on 7 May": the raid is of the day that the
 * mention counts from; "on Oct. 8, a day after the raid": of the day before. */
static bool is_counted_from(const struct sr_reading *r, uint32_t noun,
			    struct sr_days *days)
{
	uint32_t m = r->tree.token[noun].time;
	const struct sr_time *e = m == SR_NONE ? NULL
					       : &r->doc->times.items[m];
	uint32_t after = e ? after_of(r, e) : SR_NONE;

	if (after == SR_NONE || after >= noun || !e->length ||
	    !(r->classes[noun] & SR_CLASS_EVENT))
		return false;
	*days = sr_days_known(e->days) ? e->days : days_above(r, e->m.head);
	if (!sr_days_known(*days))
		return false;
	days->from -= e->length;
	days->to -= e->length;
	return true;
}

bool sr_past_days(const struct sr_reading *r, uint32_t trigger,
                  struct sr_days *days)
{
	if (is_counted_from(r, trigger, days))
		return true;
	uint32_t own = sr_time_under(r, trigger, 1, SR_NONE);
	uint32_t at = r->tree.token[trigger].time;

	/* "months after ten were killed in May": in May */
	if ((at != SR_NONE && !sr_counts_from(r, at)) ||
	    (own != SR_NONE && sr_days_known(r->doc->times.items[own].days) &&
	     r->doc->times.items[own].kind == SR_TIME_POINT &&
	     r->tree.token[r->doc->times.items[own].m.head].head == trigger))
		return false;
	return so_long_before(r, trigger, days) ||
	       through_it(r, trigger, days);
}

#define THEN_BACK 4 /* sentences that "since then" may look back */

bool sr_says_since_then(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	const struct sr_sentence *s =
	        &r->doc->sentences.items[t->token[trigger].sentence];

	if (!sr_may_have(r, t->token[trigger].sentence, r->word.since))
		return false;
	for (uint32_t i = s->from; i < s->to; i++) {
		if (t->token[i].lower != r->word.since)
			continue;
		if (i + 1 < s->to && t->token[i + 1].lower == r->word.then)
			return sr_dominates(t, sr_clause(t, i), trigger);
		if (t->token[i].deprel == SR_REL_ADVMOD)
			return sr_clause(t, i) == sr_clause(t, trigger);
	}
	return false;
}

struct sr_days sr_since_then(const struct sr_reading *r, uint32_t trigger)
{
	uint32_t m = sr_told_before(r, trigger, THEN_BACK);
	struct sr_days report = r->doc->report.published;

	if (m == SR_NONE || !sr_days_known(report))
		return SR_DAYS_UNKNOWN;
	int32_t from = r->doc->times.items[m].days.from;
	return from <= report.to ? (struct sr_days){ from, report.to }
	                         : SR_DAYS_UNKNOWN;
}

/* "The past": words of the table for what is over. */
static bool is_the_past(const struct sr_reading *r, const struct sr_time *e)
{
	const struct sr_doc *d = r->doc;

	for (size_t i = sr_hits_from(d, e->m.from);
	     i < d->hits.nitem && d->hits.items[i].from == e->m.from; i++) {
		const struct sr_hit *h = &d->hits.items[i];
		if (h->table == SR_TABLE_TIMES && h->to == e->m.to)
			return sr_kit_value(r->kit, SR_TABLE_TIMES, h->row,
					    SR_TIMES_VALUE) < 0;
	}
	return false;
}

/* "Was hit recently", "in the past": some time ago, we know not when. */
bool sr_is_left_open(const struct sr_reading *r, uint32_t m)
{
	const struct sr_time *e = &r->doc->times.items[m];
	unsigned rel = r->tree.token[e->m.head].deprel;

	return e->kind == SR_TIME_VAGUE &&
	       (rel == SR_REL_ADVMOD ||
		(rel == SR_REL_OBL && is_the_past(r, e)));
}

/* "A 21-day truce": how long the truce is, not how long it was proposed; "a
 * week-long battle" was fought so long. */
bool sr_is_of_a_thing(const struct sr_reading *r, const struct sr_time *e)
{
	const struct sr_token *t = &r->tree.token[e->m.head];

	return (t->deprel == SR_REL_AMOD || t->deprel == SR_REL_COMPOUND ||
		t->deprel == SR_REL_NMOD_POSS) &&
	       !(r->classes[t->head] & SR_CLASS_EVENT);
}
