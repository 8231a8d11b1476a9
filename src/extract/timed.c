/* The expression of time that belongs to a trigger: the nearest in the tree,
 * going up through the clauses that share its time (claims.md, "date"); else
 * what timed_beside.c finds. */
#include "base/calendar.h"
#include "extract/timed.h"

#define LEAST_SPAN 27  /* days: a month, a year */
#define RANKED_BACK 18 /* tokens from a length to "the worst" */

uint32_t sr_better_time(const struct sr_reading *r, uint32_t a, uint32_t b)
{
	if (a == SR_NONE || b == SR_NONE)
		return a == SR_NONE ? b : a;
	const struct sr_time *x = &r->doc->times.items[a];
	const struct sr_time *y = &r->doc->times.items[b];
	/* "two weeks earlier, on April 2" */
	if (x->basis == SR_BASIS_RELATIVE && y->basis == SR_BASIS_EXPLICIT &&
	    x->m.to <= y->m.from && y->m.from - x->m.to <= 2)
		return b;
	bool lasts = r->doc->times.items[a].kind == SR_TIME_DURATION ||
	             !sr_days_known(r->doc->times.items[a].days);

	return lasts ? b : a;
}

/* "This year's | most serious outbreak": of all of them, and no day of one. */
static bool is_span_of_rank(const struct sr_reading *r, const struct sr_time *e)
{
	const struct sr_token *t = r->tree.token;
	uint32_t i = e->m.to;

	if (!sr_days_known(e->days) ||
	    sr_days_span(e->days) < LEAST_SPAN)
		return false;
	i += i < r->tree.ntoken && t[i].xpos == SR_XPOS_POS;
	return i > e->m.from && i < r->tree.ntoken &&
	       t[i - 1].xpos == SR_XPOS_POS &&
	       (t[i].xpos == SR_XPOS_JJS || t[i].xpos == SR_XPOS_RBS);
}

/* "In recent years", "this year": up to the report's day */
static bool is_span_till_now(const struct sr_reading *r,
			     const struct sr_time *e)
{
	struct sr_days report = r->doc->report.published;

	return e->kind == SR_TIME_POINT && e->basis == SR_BASIS_RELATIVE &&
	       sr_days_known(e->days) && sr_days_known(report) &&
	       e->days.to == report.to && sr_days_span(e->days) >= LEAST_SPAN;
}

#define SINCE_BACK 10 /* tokens from "since" to the day of what it names */

/* "Since May", "since the US-led invasion in May": of all but the invasion */
static bool is_behind_since(const struct sr_reading *r, uint32_t i,
			    const struct sr_time *e)
{
	const struct sr_token *t = r->tree.token;

	for (uint32_t k = e->m.from, n = 0; k-- > 0 && n < SINCE_BACK; n++) {
		if (t[k].lower == r->word.since)
			return true;
		if (k == i || t[k].xpos == SR_XPOS_COMMA ||
		    t[k].upos == SR_UPOS_AUX ||
		    (t[k].upos == SR_UPOS_VERB &&
		     t[k].deprel != SR_REL_AMOD) ||
		    t[k].sentence != t[e->m.from].sentence)
			return false;
	}
	return false;
}

/* "The deadliest fighting since the 2020 war", "the worst attack for months":
 * when the one before was. */
bool sr_is_since_one(const struct sr_reading *r, uint32_t i, uint32_t m)
{
	const struct sr_time *e = &r->doc->times.items[m];
	const struct sr_token *t = r->tree.token;

	if (is_span_of_rank(r, e))
		return true;
	bool since = e->kind == SR_TIME_POINT && is_behind_since(r, i, e);

	if (e->kind != SR_TIME_SINCE && e->kind != SR_TIME_DURATION && !since &&
	    !is_span_till_now(r, e))
		return false;
	if (!sr_is_verb(&r->tree, i) && sr_is_ranked(r, i))
		return true;
	/* Wherever the tree hangs it; "at least" ranks nothing. */
	for (uint32_t k = e->m.from, n = 0; k-- > 1 && n < RANKED_BACK; n++) {
		bool stop = (t[k].upos == SR_UPOS_VERB &&
			     t[k].deprel != SR_REL_AMOD) ||
			    t[k].xpos == SR_XPOS_COMMA;
		if (stop || t[k].sentence != t[i].sentence)
			break;
		if (sr_is_superlative(r, k) &&
		    (t[k - 1].lower == r->word.the ||
		     t[k - 1].xpos == SR_XPOS_PRP_S ||
		     t[k - 1].xpos == SR_XPOS_POS))
			return true;
	}
	return false;
}

/* "Daily shelling", "an early morning strike" say no day; "a 2021 agreement" is
 * of that year, and not what broke it. */
static bool is_no_day(const struct sr_reading *r, uint32_t i, uint32_t c)
{
	const struct sr_token *t = r->tree.token;
	const struct sr_time *e = &r->doc->times.items[t[c].time];
	bool before = c < i && (t[c].deprel == SR_REL_COMPOUND ||
				t[c].deprel == SR_REL_NUMMOD ||
				t[c].deprel == SR_REL_AMOD);

	if (!sr_days_known(e->days))
		return e->kind == SR_TIME_REPEAT ||
		       (e->kind == SR_TIME_VAGUE && before);
	uint32_t prep = before ? sr_case_of(&r->tree, i) : 0;
	return before && sr_is_noun(&r->tree, i) && t[c].head == i && prep &&
	       (prep == r->word.of || prep == r->word.under) &&
	       e->kind == SR_TIME_POINT &&
	       sr_days_span(e->days) >= LEAST_SPAN &&
	       !(r->classes[i] & SR_CLASS_EVENT) && !sr_says_war(r, i);
}

/* "In the attack, which happened on Sunday", and no war that began in March */
static uint32_t time_it_happened(const struct sr_reading *r, uint32_t noun,
				 uint32_t clause)
{
	const struct sr_token *t = &r->tree.token[clause];

	if (t->deprel != SR_REL_ACL_RELCL)
		return SR_NONE;
	if (sr_tells_of_event(r, clause))
		noun = sr_event_behind(r, noun, clause);
	else if (!sr_happens(r, clause))
		return SR_NONE;
	if (!(r->classes[noun] & SR_CLASS_EVENT) ||
	    t->lemma == r->word.begin_like[0] ||
	    t->lemma == r->word.begin_like[1])
		return SR_NONE;
	uint32_t m = sr_time_under(r, clause, 2, SR_NONE);
	return m != SR_NONE && sr_days_known(r->doc->times.items[m].days) &&
			       sr_days_span(r->doc->times.items[m].days) <
				       LEAST_SPAN
		       ? m
		       : SR_NONE;
}

/* "Sunday's bombing", "a raid launched on Sunday" */
static uint32_t time_of_event(const struct sr_reading *r, uint32_t noun,
			      uint32_t before)
{
	uint32_t m = sr_time_under(r, noun, 0, before);

	SR_CHILDREN(&r->tree, noun, c)
		if (m == SR_NONE && r->tree.token[c].deprel == SR_REL_ACL)
			m = sr_time_under(r, c, 2, before);
	return m;
}

uint32_t sr_time_under(const struct sr_reading *r, uint32_t i,
                           unsigned depth, uint32_t before)
{
	const struct sr_tree *t = &r->tree;
	uint32_t best = SR_NONE, with = SR_NONE;

	SR_CHILDREN(t, i, c)
		if (c < before && t->token[c].time != SR_NONE &&
		    !sr_counts_from(r, t->token[c].time) &&
		    !is_no_day(r, i, c) &&
		    !sr_is_since_one(r, i, t->token[c].time))
			best = sr_better_time(r, best, t->token[c].time);
	if (best != SR_NONE || depth == 0)
		return best;
	SR_CHILDREN(t, i, c) {
		/* "Sunday's bombing killed nine", "in raids carried out last
		 * week nine were killed" */
		if ((sr_is_subject(t, c) ||
		     (t->token[c].deprel == SR_REL_OBL && c < i)) && c < before &&
		    ((r->classes[c] & SR_CLASS_EVENT) ||
		     t->token[c].xpos == SR_XPOS_VBG)) {
			best = sr_better_time(r, best, time_of_event(r, c, before));
			continue;
		}
		uint32_t then = c < before ? time_it_happened(r, i, c)
					   : SR_NONE;
		if (then != SR_NONE) {
			best = sr_better_time(r, best, then);
			continue;
		}
		/* "were killed, and the massacre of nine in May": its own */
		if (t->token[c].deprel == SR_REL_CONJ && sr_is_verb(t, i) &&
		    sr_is_noun(t, c))
			continue;
		if (t->token[c].lemma == r->word.use &&
		    t->token[c].xpos == SR_XPOS_VBG)
			with = c;
		if (c >= before || t->child[c] == SR_NONE ||
		    sr_is_clause(t, c) || sr_is_subject(t, c) ||
		    (t->token[c].time != SR_NONE &&
		     sr_is_since_one(r, i, t->token[c].time)))
			continue;
		best = sr_better_time(r, best, sr_time_under(r, c, depth - 1, before));
		/* "killed in a raid carried out on Sunday" */
		if (best == SR_NONE && (r->classes[c] & SR_CLASS_EVENT) &&
		    (t->token[c].deprel == SR_REL_OBL ||
		     t->token[c].deprel == SR_REL_OBL_AGENT)) {
			best = time_of_event(r, c, before);
			SR_CHILDREN(t, c, k)
				if (best == SR_NONE)
					best = time_it_happened(r, c, k);
		}
	}
	/* "hit it using drones on Monday": the day of the hit */
	if (best != SR_NONE || with == SR_NONE || with >= before)
		return best;
	best = sr_time_under(r, with, 0, before);
	return best != SR_NONE &&
			       r->doc->times.items[best].kind == SR_TIME_POINT
		       ? best
		       : SR_NONE;
}

/* "Entered on Sunday, while others are still fighting": those do now. */
static bool goes_on_now(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t head = t->token[i].head;
	unsigned x = t->token[i].xpos;

	if (t->token[head].xpos != SR_XPOS_VBD || x == SR_XPOS_VBD ||
	    sr_child(t, i, SR_REL_MARK) == SR_NONE)
		return false;
	if (x == SR_XPOS_VBZ || x == SR_XPOS_VBP)
		return true;
	uint32_t aux = sr_child(t, i, SR_REL_AUX);
	return x == SR_XPOS_VBG && aux != SR_NONE &&
	       (t->token[aux].xpos == SR_XPOS_VBZ ||
		t->token[aux].xpos == SR_XPOS_VBP);
}

/* May the time of the governing clause be that of the clause or noun i? */
static bool shares_time(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t head = t->token[i].head;

	switch (t->token[i].deprel) {
	case SR_REL_ACL_RELCL:
		return false;
	case SR_REL_ADVCL:
		return !goes_on_now(r, i);
	case SR_REL_PARATAXIS:
		/* "a mine went off on 4 May; one soldier killed" */
		return !r->speech[head] && !r->speech[i] && i > head &&
		       t->token[i].xpos == SR_XPOS_VBN &&
		       !(t->rels[i] & SR_REL_BIT(SR_REL_AUX));
	case SR_REL_CCOMP:
		/* "said on Sunday that": the day of saying */
		return !r->speech[head];
	default:
		return true;
	}
}

bool sr_goes_along(const struct sr_reading *r, uint32_t i, uint32_t head)
{
	const struct sr_tree *t = &r->tree;

	return t->token[i].xpos == SR_XPOS_VBN &&
	       t->token[head].xpos == SR_XPOS_VBN &&
	       sr_child(t, i, SR_REL_AUX) == SR_NONE &&
	       sr_child(t, i, SR_REL_AUX_PASS) == SR_NONE;
}

bool sr_same_story(const struct sr_reading *r, uint32_t i, uint32_t head)
{
	const struct sr_tree *t = &r->tree;
	unsigned x = t->token[i].xpos, y = t->token[head].xpos;

	if (sr_goes_along(r, i, head))
		return true;
	return sr_child(t, i, SR_REL_NSUBJ) == SR_NONE &&
	       sr_child(t, i, SR_REL_AUX) == SR_NONE &&
	       (x == SR_XPOS_VBD || x == SR_XPOS_VBN) &&
	       (y == SR_XPOS_VBD || y == SR_XPOS_VBN);
}

/* Where what opens the clause of verb i begins, if that is c: "when", "in
 * which"; SR_NONE. */
static uint32_t opener(const struct sr_reading *r, uint32_t i, uint32_t c)
{
	const struct sr_tree *t = &r->tree;

	if (c > i || t->token[c].lower == r->word.when)
		return c > i ? SR_NONE : c;
	return t->token[c].xpos == SR_XPOS_WDT && sr_rel_is(t, c, SR_REL_OBL)
		       ? sr_child(t, c, SR_REL_CASE)
		       : SR_NONE;
}

/* "Since 2002, when militants killed", "on Oct. 7, in which militants killed":
 * the time right before what opens the clause of verb i. */
static uint32_t time_opening(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;

	SR_CHILDREN(t, i, child) {
		uint32_t c = opener(r, i, child);
		if (c == SR_NONE || c < 2)
			continue;
		uint32_t to = t->token[c - 1].upos == SR_UPOS_PUNCT ? c - 1 : c;
		uint32_t m = t->token[to - 1].time;
		return m != SR_NONE && r->doc->times.items[m].m.to == to
			       ? m
			       : SR_NONE;
	}
	return SR_NONE;
}

/* "Two were killed and nine were hurt on Sunday": the time right behind the
 * second verb, which the parser has hung on the first. "On Sunday it condemned
 * the raids on Gao on 7 May": the time behind the noun. */
static uint32_t time_behind(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;

	SR_CHILDREN(t, t->token[i].head, c) {
		uint32_t m = t->token[c].time;
		if (c > i && m != SR_NONE && !sr_counts_from(r, m) &&
		    sr_days_known(r->doc->times.items[m].days) &&
		    !sr_is_since_one(r, t->token[i].head, m) &&
		    (!sr_is_verb(t, i) ||
		     r->doc->times.items[m].m.from <= i + 2))
			return m;
	}
	return SR_NONE;
}

bool sr_is_simple_past(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_token *t = r->tree.token;
	uint32_t aux = sr_child(&r->tree, verb, SR_REL_AUX_PASS);

	if (r->speech[verb] || sr_child(&r->tree, verb, SR_REL_AUX) != SR_NONE)
		return false;
	return t[verb].xpos == SR_XPOS_VBD ||
	       (aux != SR_NONE && t[aux].xpos == SR_XPOS_VBD);
}

/* "Clashed on Monday in fighting that left nine dead", "fired 33 missiles on
 * Monday, 21 of which were shot down": on the day of the verb. */
static uint32_t time_told_on(const struct sr_reading *r, uint32_t noun,
			     uint32_t clause)
{
	const struct sr_tree *t = &r->tree;
	uint32_t verb = t->token[noun].head;
	bool shot = (r->classes[noun] & SR_CLASS_EQUIP) &&
		    (r->classes[noun] & SR_CLASS_NUMBER) &&
		    sr_rel_is(t, noun, SR_REL_OBJ);
	bool fought = (r->classes[noun] & SR_CLASS_EVENT) &&
		      sr_rel_is(t, noun, SR_REL_OBL);

	if ((!shot && !fought) || verb > noun || !sr_is_verb(t, verb) ||
	    !sr_is_simple_past(r, verb) || !sr_is_simple_past(r, clause))
		return SR_NONE;
	return sr_time_under(r, verb, 1, t->from[clause]);
}

/* "It followed an attack on Friday in which": the noun's own time before the
 * clause that tells of it, wherever the tree has hung it. */
static uint32_t time_of_noun(const struct sr_reading *r, uint32_t noun,
			     uint32_t clause)
{
	const struct sr_tree *t = &r->tree;
	uint32_t above = t->token[noun].head;

	/* "Saturday's raid in the city of Gao, which killed": the raid */
	while (above < noun && t->token[noun].place != SR_NONE &&
	       sr_rel_is(t, noun, SR_REL_NMOD) && sr_is_noun(t, above)) {
		noun = above;
		above = t->token[noun].head;
		if (r->classes[noun] & SR_CLASS_EVENT)
			break;
	}
	noun = sr_event_behind(r, noun, clause);
	uint32_t m = t->token[noun].time, from = t->from[clause];

	if (m == SR_NONE)
		m = sr_time_under(r, noun, 2, clause);
	if (m == SR_NONE)
		m = time_told_on(r, noun, clause);
	if (m != SR_NONE || noun > from ||
	    !(r->classes[noun] & SR_CLASS_EVENT))
		return m;
	for (m = sr_times_from(r->doc, noun); m < r->doc->times.nitem; m++) {
		const struct sr_time *e = &r->doc->times.items[m];
		if (e->m.from >= from)
			return SR_NONE;
		if (sr_days_known(e->days) && !sr_counts_from(r, m))
			return m;
	}
	return SR_NONE;
}

/* A length of which nobody can tell when it was: "a three-day siege". */
static bool only_lasts(const struct sr_reading *r, uint32_t m)
{
	const struct sr_time *e = &r->doc->times.items[m];

	return e->kind == SR_TIME_DURATION && !sr_days_known(e->days);
}

static bool is_point(const struct sr_reading *r, uint32_t m)
{
	const struct sr_time *e = &r->doc->times.items[m];

	return e->kind == SR_TIME_POINT && sr_days_known(e->days);
}

/* The time that stands under word i of the way up, or beside it. */
static uint32_t time_at(const struct sr_reading *r, uint32_t i, uint32_t before)
{
	uint32_t m = sr_time_under(r, i, 3, before);

	/* "crushed an attack launched on Wednesday night" */
	if (m == SR_NONE && before == SR_NONE && sr_is_noun(&r->tree, i) &&
	    (r->classes[i] & SR_CLASS_EVENT))
		m = time_of_event(r, i, before);
	if (m == SR_NONE)
		m = time_opening(r, i);
	if (m == SR_NONE && r->tree.token[i].deprel == SR_REL_CONJ &&
	    sr_is_verb(&r->tree, i))
		m = time_behind(r, i);
	return m;
}

static uint32_t find_time(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	uint32_t i = trigger, before = SR_NONE, length = SR_NONE;

	if (t->token[i].time != SR_NONE)
		return t->token[i].time;
	for (unsigned n = 0; n < 16; n++) {
		uint32_t m = time_at(r, i, before), head = t->token[i].head;
		/* "on Friday they ended a two-week siege": the day */
		bool lasts = m != SR_NONE && only_lasts(r, m);
		if (m != SR_NONE && (!lasts || sr_is_perfect(r, trigger)))
			return length == SR_NONE || is_point(r, m) ? m : length;
		if (lasts && length == SR_NONE)
			length = m;
		if (head == i)
			break;
		/* "the one on July 3 that killed": the noun's own time */
		if (t->token[i].deprel == SR_REL_ACL_RELCL)
			return length != SR_NONE ? length
						 : time_of_noun(r, head, i);
		if (!shares_time(r, i) ||
		    (length != SR_NONE && t->token[i].deprel == SR_REL_CCOMP))
			break;
		if (t->token[i].deprel == SR_REL_OBJ && i == trigger &&
		    (m = time_behind(r, i)) != SR_NONE)
			return m;
		/* what follows the first of two verbs is its own, unless both
		 * tell one story: "was launched yesterday and broke through" */
		before = t->token[i].deprel == SR_REL_CONJ &&
		                         !sr_same_story(r, i, head)
		                 ? head
		                 : SR_NONE;
		i = head;
	}
	return length;
}

uint32_t sr_time_of(const struct sr_reading *r, uint32_t trigger)
{
	uint32_t m = sr_time_counted(r, trigger);

	if (m == SR_NONE)
		m = sr_time_elsewhere(r, trigger, find_time(r, trigger));
	return m;
}
