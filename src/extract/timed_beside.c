/* The time of a trigger that stands where the parser may have hung it on
 * something else: at either end of the sentence, between a subject and its verb,
 * in the clause beside. */
#include "base/calendar.h"
#include "extract/timed.h"

#define A_MONTH 27 /* days */

/* Does the clause of the trigger hang on the sentence's own verb with nobody's
 * words between ("officials said that")? */
static bool is_own_clause(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;

	for (unsigned n = 0; n < 16 && t->token[i].head != i; n++) {
		if (t->token[i].deprel == SR_REL_ACL_RELCL ||
		    (t->token[i].deprel == SR_REL_CCOMP &&
		     r->speech[t->token[i].head]))
			return false;
		i = t->token[i].head;
	}
	return true;
}

/* How many tokens may stand before a time that opens its sentence. */
#define OPENING 2

/* "..., but on May 8 shells hit X": right behind what joins its clause on. */
static bool opens_clause(const struct sr_tree *t, uint32_t verb,
                         const struct sr_time *e)
{
	uint32_t cc = sr_child(t, verb, SR_REL_CC);

	return cc != SR_NONE && t->token[verb].deprel == SR_REL_CONJ &&
	       e->m.from > cc && e->m.from <= cc + OPENING && e->m.to <= verb;
}

/* Where a verb begins, with what helps it: "had quickly retaken". */
static uint32_t verb_front(const struct sr_tree *t, uint32_t verb)
{
	const uint64_t help = SR_REL_BIT(SR_REL_AUX) |
			      SR_REL_BIT(SR_REL_AUX_PASS) |
			      SR_REL_BIT(SR_REL_ADVMOD);
	uint32_t i = verb;

	while (i > 0 && t->token[i - 1].head == verb &&
	       (help >> t->token[i - 1].deprel & 1))
		i--;
	return i;
}

/* "Officials said that forces on Saturday regained": the time between the
 * subject and its verb is theirs, whoever says so. */
static uint32_t time_between(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;
	uint32_t subject = sr_child(t, verb, SR_REL_NSUBJ);
	uint32_t front = verb_front(t, verb);

	if (subject == SR_NONE)
		subject = sr_child(t, verb, SR_REL_NSUBJ_PASS);
	if (subject == SR_NONE || subject >= verb)
		return SR_NONE;
	for (uint32_t m = sr_times_from(r->doc, subject);
	     m < r->doc->times.nitem; m++) {
		const struct sr_time *e = &r->doc->times.items[m];
		if (e->m.from >= verb)
			break;
		/* no year far behind: "the raid since the war of 2011 killed" */
		if (e->m.to == front && sr_days_known(e->days) &&
		    (sr_days_span(e->days) < A_MONTH ||
		     e->m.from <= subject + 2) &&
		    !sr_counts_from(r, m))
			return m;
	}
	return SR_NONE;
}

/* The time that opens the sentence, or stands between the subject and its
 * verb, wherever the parser has hung it: "On Thursday two children were",
 * "forces on Saturday regained". */
static uint32_t time_beside(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	uint32_t verb = sr_clause(t, trigger);
	const struct sr_sentence *s =
	        &r->doc->sentences.items[t->token[trigger].sentence];
	uint32_t found = SR_NONE;
	/* "gunmen on Tuesday blew up the track and stormed a train", "the army
	 * on Tuesday fired at houses, killing nine" */
	uint32_t head = t->token[verb].head, first = verb;

	if ((t->token[verb].deprel == SR_REL_ADVCL &&
	     t->token[verb].xpos == SR_XPOS_VBG && verb > head) ||
	    (t->token[verb].deprel == SR_REL_CONJ &&
	     sr_same_story(r, verb, head)))
		first = head;
	if (!is_own_clause(r, trigger))
		return time_between(r, first);
	for (uint32_t m = sr_times_from(r->doc, s->from);
	     m < r->doc->times.nitem; m++) {
		const struct sr_time *e = &r->doc->times.items[m];
		if (e->m.from >= s->to)
			break;
		if (e->m.to > s->to || !sr_days_known(e->days) ||
		    sr_counts_from(r, m))
			continue;
		if (opens_clause(t, verb, e))
			return m;
		if (found == SR_NONE &&
		    (e->m.from <= s->from + OPENING || e->m.to == verb ||
		     e->m.to == first))
			found = m;
	}
	return found;
}

/* The time of the clause with "when" or "as" that hangs on a verb. */
static uint32_t when_clause(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;

	SR_CHILDREN(t, verb, c) {
		if (t->token[c].deprel != SR_REL_ADVCL)
			continue;
		SR_CHILDREN(t, c, k)
			if (t->token[k].lower == r->word.when ||
			    (t->token[k].lower == r->word.as &&
			     t->token[k].deprel == SR_REL_MARK))
				return sr_time_under(r, c, 2, SR_NONE);
	}
	return SR_NONE;
}

/* "When rebels attacked on Saturday, 300 soldiers were there", "ten were hurt
 * when a shell landed on Monday", "two were killed and ten hurt when": the day
 * of that clause. */
static uint32_t time_when(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	uint32_t verb = sr_clause(t, trigger), m = when_clause(r, verb);

	SR_CHILDREN(t, verb, c)
		if (m == SR_NONE && t->token[c].deprel == SR_REL_CONJ &&
		    sr_same_story(r, c, verb))
			m = when_clause(r, c);
	if (m == SR_NONE && t->token[verb].deprel == SR_REL_CONJ &&
	    sr_same_story(r, verb, t->token[verb].head))
		m = when_clause(r, t->token[verb].head);
	return m;
}

/* "Moved into Gao on Monday, where they shot three": the story goes on, on the
 * day of the verb before. */
static uint32_t time_where(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	uint32_t verb = sr_clause(t, trigger), where = SR_NONE;

	if (!sr_is_simple_past(r, verb))
		return SR_NONE;
	SR_CHILDREN(t, verb, c)
		if (c > 0 && c < verb && t->token[c].lower == r->word.where &&
		    t->token[c - 1].upos == SR_UPOS_PUNCT)
			where = c;
	if (where == SR_NONE)
		return SR_NONE;
	for (uint32_t i = where; i-- > 0 &&
	     t->token[i].sentence == t->token[trigger].sentence;)
		if (sr_is_verb(t, i) && sr_is_simple_past(r, i))
			return sr_time_under(r, i, 1, where);
	return SR_NONE;
}

/* "Four were killed and 60 were hurt on Sunday": two passives, no comma. */
static bool are_told_at_once(const struct sr_reading *r, uint32_t i,
			     uint32_t head)
{
	const struct sr_tree *t = &r->tree;
	uint32_t cc = sr_child(t, i, SR_REL_CC);

	return sr_child(t, i, SR_REL_AUX_PASS) != SR_NONE && i > head &&
	       sr_child(t, head, SR_REL_AUX_PASS) != SR_NONE && cc > head &&
	       cc < i && t->token[cc - 1].upos != SR_UPOS_PUNCT;
}

/* "27 were killed and 130 wounded on Sunday", "killed nine and set fire to
 * homes on Sunday": the second verb has no auxiliary or subject of its own, so
 * what stands behind it is of both. */
static uint32_t time_shared(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	uint32_t m = SR_NONE, verb = trigger;

	/* "a bomb killed two and injured four on Sunday": nor the bomb */
	if (sr_is_subject(t, trigger) || sr_rel_is(t, trigger, SR_REL_OBL) ||
	    sr_rel_is(t, trigger, SR_REL_OBJ))
		verb = t->token[trigger].head;
	/* "have launched raids, seized two and sunk one since May" */
	if (sr_rel_is(t, verb, SR_REL_CONJ) && sr_is_verb(t, verb) &&
	    sr_goes_along(r, verb, t->token[verb].head))
		verb = t->token[verb].head;
	SR_CHILDREN(t, verb, c)
		if (t->token[c].deprel == SR_REL_CONJ && sr_is_verb(t, c) &&
		    t->token[c].xpos == t->token[verb].xpos &&
		    (t->token[c].xpos == SR_XPOS_VBN
			     ? sr_goes_along(r, c, verb) ||
				       are_told_at_once(r, c, verb)
			     : t->token[c].xpos == SR_XPOS_VBD &&
				       sr_child(t, c, SR_REL_NSUBJ) ==
					       SR_NONE))
			m = sr_time_under(r, c, 3, SR_NONE);
	return m;
}

/* "Attacked near A; north of B toward C; and near D on May 6.": what the
 * sentence ends with, where it has one verb. */
static uint32_t time_at_end(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	const struct sr_sentence *s =
		&r->doc->sentences.items[t->token[trigger].sentence];
	uint32_t m = sr_times_from(r->doc, trigger), last = s->to;

	if (t->token[trigger].head != trigger || !sr_is_verb(t, trigger))
		return SR_NONE;
	while (last > trigger + 1 && t->token[last - 1].upos == SR_UPOS_PUNCT)
		last--;
	for (uint32_t i = trigger + 1; i < last; i++)
		if (t->token[i].upos == SR_UPOS_VERB)
			return SR_NONE;
	return m < r->doc->times.nitem &&
			       sr_days_known(r->doc->times.items[m].days) &&
			       t->token[last - 1].time != SR_NONE &&
			       !sr_is_since_one(r, trigger,
					     t->token[last - 1].time) &&
			       r->doc->times.items[m].m.to <= last
		       ? t->token[last - 1].time
		       : SR_NONE;
}

uint32_t sr_time_elsewhere(const struct sr_reading *r, uint32_t trigger,
			   uint32_t m)
{
	/* "on Monday captured X after a two-week siege" */
	if (m == SR_NONE ||
	    (r->doc->times.items[m].kind == SR_TIME_DURATION &&
	     sr_is_verb(&r->tree, trigger)))
		m = sr_better_time(r, m, time_beside(r, trigger));
	if (m == SR_NONE)
		m = time_when(r, trigger);
	if (m == SR_NONE)
		m = time_where(r, trigger);
	if (m == SR_NONE)
		m = time_shared(r, trigger);
	if (m == SR_NONE)
		m = time_at_end(r, trigger);
	return m != SR_NONE ? m : sr_time_meanwhile(r, trigger);
}
