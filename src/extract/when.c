/* When it happened: the expression of time nearest in the tree, going up from
 * the trigger through the clauses that share its time; else what tense and
 * the report's own day allow (claims.md, "date"). */
#include "base/calendar.h"
#include "base/str.h"
#include "extract/extract_internal.h"

#define RANKED_BACK 10 /* tokens from a length to "the worst" */

/* Of two expressions under one verb the day tells more than the length:
 * "after 25 days, on Sunday". */
static uint32_t better(const struct sr_reading *r, uint32_t a, uint32_t b)
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

/* "The deadliest fighting since the 2020 war", "the worst attack for months":
 * when the one before was. */
static bool is_since_one(const struct sr_reading *r, uint32_t i, uint32_t m)
{
	const struct sr_time *e = &r->doc->times.items[m];
	const struct sr_token *t = r->tree.token;

	if (e->kind != SR_TIME_SINCE && e->kind != SR_TIME_DURATION)
		return false;
	if (!sr_is_verb(&r->tree, i) && sr_is_ranked(r, i))
		return true;
	if (e->kind != SR_TIME_DURATION)
		return false;
	/* Wherever the tree hangs it; "at least" ranks nothing. */
	for (uint32_t k = e->m.from, n = 0; k-- > 1 && n < RANKED_BACK; n++) {
		if (t[k].upos == SR_UPOS_VERB || t[k].upos == SR_UPOS_PUNCT ||
		    t[k].sentence != t[i].sentence)
			break;
		if (t[k].xpos == SR_XPOS_JJS && t[k].upos == SR_UPOS_ADJ &&
		    t[k - 1].lower == r->word.the)
			return true;
	}
	return false;
}

/* A time mention that stands under i without a clause of its own between;
 * `before`: only those in front of that token. */
static uint32_t time_under(const struct sr_reading *r, uint32_t i,
                           unsigned depth, uint32_t before)
{
	const struct sr_tree *t = &r->tree;
	uint32_t best = SR_NONE;

	SR_CHILDREN(t, i, c)
		if (c < before && t->token[c].time != SR_NONE &&
		    !sr_counts_from(r, t->token[c].time) &&
		    !is_since_one(r, i, t->token[c].time))
			best = better(r, best, t->token[c].time);
	if (best != SR_NONE || depth == 0)
		return best;
	SR_CHILDREN(t, i, c) {
		/* "Sunday's bombing killed nine" */
		if (sr_is_subject(t, c) && c < before &&
		    (r->classes[c] & SR_CLASS_EVENT)) {
			best = better(r, best, time_under(r, c, 0, before));
			continue;
		}
		if (c >= before || t->child[c] == SR_NONE ||
		    sr_is_clause(t, c) || sr_is_subject(t, c) ||
		    (t->token[c].time != SR_NONE &&
		     is_since_one(r, i, t->token[c].time)))
			continue;
		best = better(r, best, time_under(r, c, depth - 1, before));
	}
	return best;
}

/* May the time of the governing clause be that of the clause or noun i? */
static bool shares_time(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t head = t->token[i].head;

	switch (t->token[i].deprel) {
	case SR_REL_ACL_RELCL:
		return false;
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

/* "Thirteen were killed and 40 wounded": without an auxiliary of its own? */
static bool goes_along(const struct sr_reading *r, uint32_t i, uint32_t head)
{
	const struct sr_tree *t = &r->tree;

	return t->token[i].xpos == SR_XPOS_VBN &&
	       t->token[head].xpos == SR_XPOS_VBN &&
	       sr_child(t, i, SR_REL_AUX) == SR_NONE &&
	       sr_child(t, i, SR_REL_AUX_PASS) == SR_NONE;
}

/* Two past verbs with one subject? */
static bool same_story(const struct sr_reading *r, uint32_t i, uint32_t head)
{
	const struct sr_tree *t = &r->tree;
	unsigned x = t->token[i].xpos, y = t->token[head].xpos;

	if (goes_along(r, i, head))
		return true;
	return sr_child(t, i, SR_REL_NSUBJ) == SR_NONE &&
	       sr_child(t, i, SR_REL_AUX) == SR_NONE &&
	       (x == SR_XPOS_VBD || x == SR_XPOS_VBN) &&
	       (y == SR_XPOS_VBD || y == SR_XPOS_VBN);
}

/* "Since 2002, when militants killed": the time right before the "when" that
 * opens the clause of verb i. */
static uint32_t time_opening(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;

	SR_CHILDREN(t, i, c) {
		if (t->token[c].lower != r->word.when || c > i || c < 2)
			continue;
		uint32_t to = t->token[c - 1].upos == SR_UPOS_PUNCT ? c - 1 : c;
		uint32_t m = t->token[to - 1].time;
		return m != SR_NONE && r->doc->times.items[m].m.to == to
			       ? m
			       : SR_NONE;
	}
	return SR_NONE;
}

static uint32_t find_time(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	uint32_t i = trigger, before = SR_NONE;

	if (t->token[i].time != SR_NONE)
		return t->token[i].time;
	for (unsigned n = 0; n < 16; n++) {
		uint32_t m = time_under(r, i, 3, before), head = t->token[i].head;
		if (m == SR_NONE)
			m = time_opening(r, i);
		if (m != SR_NONE)
			return m;
		if (head == i)
			return SR_NONE;
		/* "the one on July 3 that killed": the noun's own time */
		if (t->token[i].deprel == SR_REL_ACL_RELCL)
			return t->token[head].time != SR_NONE
			               ? t->token[head].time
			               : time_under(r, head, 2, i);
		if (!shares_time(r, i))
			return SR_NONE;
		/* what follows the first of two verbs is its own, unless both
		 * tell one story: "was launched yesterday and broke through" */
		before = t->token[i].deprel == SR_REL_CONJ &&
		                         !same_story(r, i, head)
		                 ? head
		                 : SR_NONE;
		i = head;
	}
	return SR_NONE;
}

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
	/* "gunmen on Tuesday blew up the track and stormed a train" */
	uint32_t first = t->token[verb].deprel == SR_REL_CONJ
				 ? t->token[verb].head
				 : verb;

	if (!is_own_clause(r, trigger))
		return SR_NONE;
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
		     (e->m.to == first && same_story(r, verb, first))))
			found = m;
	}
	return found;
}

/* The time of the clause with "when" that hangs on a verb. */
static uint32_t when_clause(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;

	SR_CHILDREN(t, verb, c) {
		if (t->token[c].deprel != SR_REL_ADVCL)
			continue;
		SR_CHILDREN(t, c, k)
			if (t->token[k].lower == r->word.when ||
			    (t->token[k].lower == r->word.as && c < verb &&
			     t->token[k].deprel == SR_REL_MARK))
				return time_under(r, c, 2, SR_NONE);
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
		    goes_along(r, c, verb))
			m = when_clause(r, c);
	if (m == SR_NONE && t->token[verb].deprel == SR_REL_CONJ &&
	    goes_along(r, verb, t->token[verb].head))
		m = when_clause(r, t->token[verb].head);
	return m;
}

/* "27 were killed and 130 wounded on Sunday", "killed nine and set fire to
 * homes on Sunday": the second verb has no auxiliary or subject of its own, so
 * what stands behind it is of both. */
static uint32_t time_shared(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	uint32_t m = SR_NONE, verb = trigger;

	/* "a bomb killed two and injured four on Sunday": nor the bomb */
	if (sr_is_subject(t, trigger))
		verb = t->token[trigger].head;
	SR_CHILDREN(t, verb, c)
		if (t->token[c].deprel == SR_REL_CONJ && sr_is_verb(t, c) &&
		    t->token[c].xpos == t->token[verb].xpos &&
		    (t->token[c].xpos == SR_XPOS_VBN
			     ? goes_along(r, c, verb)
			     : t->token[c].xpos == SR_XPOS_VBD &&
				       sr_child(t, c, SR_REL_NSUBJ) ==
					       SR_NONE))
			m = time_under(r, c, 3, SR_NONE);
	return m;
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
	const struct sr_tree *t = &r->tree;
	uint32_t clause = sr_clause(t, trigger);

	while (t->token[clause].deprel == SR_REL_CONJ &&
	       sr_is_verb(t, t->token[clause].head))
		clause = t->token[clause].head;
	/* "said they had captured": had for have, after a past verb */
	if (t->token[clause].deprel == SR_REL_CCOMP &&
	    r->speech[t->token[clause].head])
		return false;
	return has_aux(r, clause, SR_XPOS_VBD);
}

bool sr_is_perfect(const struct sr_reading *r, uint32_t trigger)
{
	uint32_t clause = sr_clause(&r->tree, trigger);

	/* "claimed to have killed" */
	if (sr_is_infinitive(&r->tree, clause))
		return false;
	return has_aux(r, clause, SR_XPOS_VBZ) ||
	       has_aux(r, clause, SR_XPOS_VBP);
}

/* "Has already seized": at some time before. */
static bool is_done(const struct sr_reading *r, uint32_t trigger)
{
	SR_CHILDREN(&r->tree, sr_clause(&r->tree, trigger), c)
		if (r->tree.token[c].lower == r->word.already)
			return sr_is_perfect(r, trigger);
	return false;
}

/* "a town that has been shelled": at some time before. */
static bool is_past_of_place(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	uint32_t clause = sr_clause(t, trigger);

	return t->token[clause].deprel == SR_REL_ACL_RELCL &&
	       (r->classes[t->token[clause].head] & SR_CLASS_PLACE) &&
	       sr_is_perfect(r, trigger);
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

/* "Since they were driven from Kyiv in March, they have waged a war": from then
 * until now. */
static struct sr_days since_clause(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	struct sr_days d = r->doc->report.published;
	uint32_t verb = sr_clause(t, trigger), m = SR_NONE;

	for (unsigned n = 0; n < 4 && t->token[verb].deprel == SR_REL_ADVCL &&
	                     (t->token[verb].xpos == SR_XPOS_VBG ||
	                      t->token[verb].xpos == SR_XPOS_VB); n++)
		verb = sr_clause(t, t->token[verb].head);
	if (!sr_days_known(d) || !sr_is_perfect(r, verb))
		return SR_DAYS_UNKNOWN;
	SR_CHILDREN(t, verb, c) {
		uint32_t mark = sr_child(t, c, SR_REL_MARK);
		if (t->token[c].deprel == SR_REL_ADVCL && mark != SR_NONE &&
		    t->token[mark].lower == r->word.since &&
		    !sr_dominates(t, c, trigger))
			m = time_under(r, c, 3, SR_NONE);
	}
	if (m == SR_NONE || !sr_days_known(r->doc->times.items[m].days) ||
	    r->doc->times.items[m].days.from > d.to)
		return SR_DAYS_UNKNOWN;
	/* "since the war began in 2011": since the day that it began */
	struct sr_days then = r->doc->times.items[m].days, war = war_so_far(r);
	bool began = sr_days_known(war) && war.from >= then.from &&
	             war.from <= then.to;
	d.from = began ? war.from : then.from;
	return d;
}

/* "for months", "for 25 days" of what still holds: back from the report's
 * day; with no length as far as the war goes. */
static struct sr_days lasting(const struct sr_reading *r,
                              const struct sr_time *t, uint32_t trigger)
{
	struct sr_days d = war_so_far(r);

	if (!sr_is_perfect(r, trigger))
		return SR_DAYS_UNKNOWN;
	if (t->length && sr_days_known(r->doc->report.published)) {
		d.to = r->doc->report.published.to;
		d.from = d.to - t->length;
	}
	return d;
}

/* Is the verb told as past or going on, however sure: "likely seized", "may
 * have shelled", "appears to be fleeing"? A bare noun or infinitive is not. */
static bool has_come(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	uint32_t i = sr_clause(t, trigger);

	/* "expected to cause": nothing yet; "to have caused" is past */
	if (t->token[i].xpos == SR_XPOS_VB) {
		SR_CHILDREN(t, i, c)
			if (t->token[c].lemma == r->word.have)
				return true;
		return false;
	}
	if (has_aux(r, i, SR_XPOS_VBD) || has_aux(r, i, SR_XPOS_VBZ) ||
	    has_aux(r, i, SR_XPOS_VBP) || has_aux(r, i, SR_XPOS_VB))
		return true;
	switch (t->token[i].xpos) {
	case SR_XPOS_VBD:
		return true;
	case SR_XPOS_VBN:
	case SR_XPOS_VBG:
		SR_CHILDREN(t, i, c)
			if (t->token[c].deprel == SR_REL_AUX ||
			    t->token[c].deprel == SR_REL_AUX_PASS)
				return t->token[c].xpos != SR_XPOS_MD;
		return false;
	default:
		return false;
	}
}

/* An attack or a taking that may come has no day; a pledge is made and a loss
 * is feared when the report says so. */
static bool is_yet_to_come(const struct sr_reading *r, uint32_t trigger,
                           const struct sr_claim *c)
{
	bool open = sr_is_attack(c->type) ||
	            (c->type >= SR_TYPE_CONTROL_ADVANCE &&
	             c->type <= SR_TYPE_FORCE_SUPPLY);

	/* "efforts to cut the road", "the aim of trapping them" go on */
	bool effort = c->type == SR_TYPE_FORCE_SUPPLY ||
	              c->type == SR_TYPE_CONTROL_BESIEGE;

	if (!open || (effort && c->status == SR_STATUS_PLANNED))
		return false;
	return c->status == SR_STATUS_PLANNED ||
	       (c->status == SR_STATUS_POSSIBLE && !has_come(r, trigger));
}

/* What was named is when it happened in "since 2002, when militants killed". */
static struct sr_days days_for(const struct sr_reading *r,
			       const struct sr_time *t, uint32_t trigger)
{
	uint32_t i = t->m.to;

	if (t->kind != SR_TIME_SINCE || i >= trigger)
		return t->days;
	i += r->tree.token[i].upos == SR_UPOS_PUNCT;
	return r->tree.token[i].lower == r->word.when ? t->named : t->days;
}

/* "Killed a girl who was fetching water on Sunday": it was then. */
static uint32_t time_meanwhile(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	uint32_t whom = sr_patient(t, trigger);

	if (whom == SR_NONE || !(t->rels[whom] & SR_REL_BIT(SR_REL_ACL_RELCL)))
		return SR_NONE;
	SR_CHILDREN(t, whom, c) {
		uint32_t aux = sr_child(t, c, SR_REL_AUX);
		if (t->token[c].deprel == SR_REL_ACL_RELCL &&
		    t->token[c].xpos == SR_XPOS_VBG && aux != SR_NONE &&
		    t->token[aux].xpos == SR_XPOS_VBD)
			return time_under(r, c, 2, SR_NONE);
	}
	return SR_NONE;
}

/* The mention that the sentence has of it, however far in the tree; SR_NONE. */
static uint32_t time_of(const struct sr_reading *r, uint32_t trigger)
{
	uint32_t m = find_time(r, trigger);

	/* "on Monday captured X after a two-week siege" */
	if (m == SR_NONE ||
	    (r->doc->times.items[m].kind == SR_TIME_DURATION &&
	     sr_is_verb(&r->tree, trigger)))
		m = better(r, m, time_beside(r, trigger));
	if (m == SR_NONE)
		m = time_when(r, trigger);
	if (m == SR_NONE)
		m = time_shared(r, trigger);
	return m != SR_NONE ? m : time_meanwhile(r, trigger);
}

/* Half of all sentences speak of no time. */
static bool speaks_of_time(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_glance *g =
		sr_glance_at(r, r->tree.token[trigger].sentence);

	return !g || g->timed;
}

struct sr_when sr_when_of(const struct sr_reading *r, uint32_t trigger,
                          const struct sr_claim *c)
{
	struct sr_days report = r->doc->report.published;
	struct sr_when w = { .days = SR_DAYS_UNKNOWN, .time = SR_NONE };
	bool timed = speaks_of_time(r, trigger);

	bool past = timed && sr_past_days(r, trigger, &w.days);
	if (timed && !past)
		w.days = since_clause(r, trigger);
	if (past || sr_days_known(w.days)) {
		w.basis = SR_BASIS_INFERRED;
		return w;
	}
	uint32_t m = timed ? time_of(r, trigger) : SR_NONE;
	if (m != SR_NONE) {
		const struct sr_time *t = &r->doc->times.items[m];
		w = (struct sr_when){ days_for(r, t, trigger), t->m.at, m,
				      t->basis };
		if (!sr_days_known(w.days) && t->kind == SR_TIME_DURATION &&
		    !sr_is_of_a_thing(r, t))
			w.days = lasting(r, t, trigger);
		if (sr_days_known(w.days) || sr_is_left_open(r, m))
			return w;
		w.time = SR_NONE;
	}
	if (sr_bygone_war(r, trigger, &w.days))
		w.time = SR_NONE;
	else if (sr_says_since_then(r, trigger))
		w.days = sr_since_then(r, trigger);
	else if (sr_is_running_total(r, trigger, c))
		w.days = war_so_far(r);
	if (sr_days_known(w.days)) {
		w.basis = SR_BASIS_INFERRED;
		return w;
	}
	if (sr_headed_days(r, trigger, &w.days) &&
	    !is_yet_to_come(r, trigger, c)) {
		w.basis = SR_BASIS_INFERRED;
		return w;
	}
	w.days = SR_DAYS_UNKNOWN;
	if (!sr_days_known(report) || is_yet_to_come(r, trigger, c) ||
	    is_background(r, trigger) || is_done(r, trigger) ||
	    (sr_is_attack(c->type) &&
	     is_past_of_place(r, trigger)))
		return w;
	if (sr_story_days(r, trigger, c->type, &w.days)) {
		w.basis = SR_BASIS_INFERRED;
		return w;
	}
	w.days = report;
	w.basis = SR_BASIS_REPORT;
	return w;
}
