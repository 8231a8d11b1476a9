/* When it happened: the expression of time nearest in the tree, going up from
 * the trigger through the clauses that share its time; else what tense and
 * the report's own day allow (claims.md, "date"). */
#include "base/calendar.h"
#include "base/str.h"
#include "extract/extract_internal.h"

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

	/* "said they had moved troops and begun shelling" */
	while ((t->token[clause].deprel == SR_REL_CONJ ||
		t->token[clause].deprel == SR_REL_XCOMP) &&
	       sr_is_verb(t, t->token[clause].head))
		clause = t->token[clause].head;
	/* "said they had captured": had for have, after a past verb */
	if (t->token[clause].deprel == SR_REL_CCOMP &&
	    r->speech[t->token[clause].head])
		return false;
	return has_aux(r, clause, SR_XPOS_VBD);
}

bool sr_is_past_infinitive(const struct sr_reading *r, uint32_t verb)
{
	return sr_is_infinitive(&r->tree, verb) &&
	       has_aux(r, verb, SR_XPOS_VB);
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

/* "Has already seized", "have previously come under fire": at some time before. */
static bool is_done(const struct sr_reading *r, uint32_t trigger)
{
	SR_CHILDREN(&r->tree, sr_clause(&r->tree, trigger), c)
		if (r->tree.token[c].lower == r->word.already ||
		    r->tree.token[c].lower == r->word.previously)
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
	uint32_t own = SR_NONE;
	/* "nine were killed and 40 wounded since it began" */
	if (t->token[verb].deprel == SR_REL_CONJ &&
	    t->token[verb].xpos == SR_XPOS_VBN &&
	    sr_child(t, verb, SR_REL_AUX_PASS) == SR_NONE)
		verb = t->token[verb].head;
	SR_CHILDREN(t, verb, c) {
		uint32_t mark = sr_child(t, c, SR_REL_MARK);
		if (t->token[c].time != SR_NONE && c > verb && m == SR_NONE)
			own = t->token[c].time;
		if (t->token[c].deprel == SR_REL_ADVCL && mark != SR_NONE &&
		    t->token[mark].lower == r->word.since &&
		    !sr_dominates(t, c, trigger))
			m = sr_time_under(r, c, 3, SR_NONE);
	}
	/* "over the past year, most of them since they invaded in May" */
	if (m != SR_NONE && own != SR_NONE &&
	    r->doc->times.items[own].m.to <= r->doc->times.items[m].m.from &&
	    sr_days_known(r->doc->times.items[own].days))
		return SR_DAYS_UNKNOWN;
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

/* "Fighting that broke out this week is the worst since the war ended": of this
 * week; "the raids, which took place on Saturday, were the worst". */
static uint32_t own_time(const struct sr_reading *r, uint32_t noun)
{
	const struct sr_tree *t = &r->tree;

	if (sr_is_verb(t, noun))
		return SR_NONE;
	SR_CHILDREN(t, noun, c)
		if (t->token[c].deprel == SR_REL_ACL_RELCL && r->light[c])
			return sr_time_under(r, c, 1, SR_NONE);
	return SR_NONE;
}

/* "had been shelling it for a week": until now, or until what is told. */
static bool had_gone_on(const struct sr_reading *r, uint32_t trigger)
{
	return r->tree.token[trigger].xpos == SR_XPOS_VBG &&
	       has_aux(r, trigger, SR_XPOS_VBD);
}

/* "A siege that began on Sunday": from then until now. */
static bool begins_at(const struct sr_reading *r, uint32_t time)
{
	const struct sr_time *m = &r->doc->times.items[time];
	uint32_t lemma =
		r->tree.token[sr_clause(&r->tree, m->m.head)].lemma;

	return m->kind == SR_TIME_POINT && sr_days_known(m->days) &&
	       (lemma == r->word.begin_like[0] ||
		lemma == r->word.begin_like[1]);
}

/* "for months", "for 25 days" of what still holds: back from the report's
 * day; with no length as far as the war goes. */
static struct sr_days lasting(const struct sr_reading *r,
                              const struct sr_time *t, uint32_t trigger)
{
	struct sr_days d = war_so_far(r);

	if (!sr_is_perfect(r, trigger) && !(t->length && had_gone_on(r, trigger)))
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

#define SINCE_BACK 14 /* tokens from "since" to the time that tells when */

/* "Since the beginning of the war in March 2011", of what still holds: does the
 * time tell when what stands behind "since" was? */
static bool is_since_event(const struct sr_reading *r, const struct sr_time *e,
			   uint32_t trigger)
{
	const struct sr_token *t = r->tree.token;

	if (e->kind != SR_TIME_POINT)
		return false;
	for (uint32_t k = e->m.from, n = 0; k-- > 0 && n < SINCE_BACK; n++) {
		if (t[k].lower == r->word.since)
			return n > 1;
		if (k == trigger || t[k].upos == SR_UPOS_VERB || t[k].upos == SR_UPOS_PUNCT ||
		    t[k].upos == SR_UPOS_AUX ||
		    t[k].sentence != t[e->m.from].sentence)
			return false;
	}
	return false;
}

/* "Said that they had been deported since May": had for have. */
static bool is_told_perfect(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	uint32_t clause = sr_clause(t, trigger);

	return sr_rel_is(t, clause, SR_REL_CCOMP) &&
	       r->speech[t->token[clause].head] &&
	       has_aux(r, clause, SR_XPOS_VBD);
}

/* What was named is when it happened in "since 2002, when militants killed". */
static struct sr_days days_for(const struct sr_reading *r,
			       const struct sr_time *t, uint32_t trigger,
			       const struct sr_claim *c)
{
	uint32_t i = t->m.to;
	struct sr_days until = r->doc->report.published;

	/* "the toll since the invasion in May" */
	bool toll = sr_is_loss(c->type) && !sr_is_verb(&r->tree, trigger);

	if ((toll || sr_is_perfect(r, trigger) || is_told_perfect(r, trigger)) &&
	    sr_days_known(until) &&
	    sr_days_known(t->days) && t->days.from <= until.to &&
	    is_since_event(r, t, trigger)) {
		struct sr_days war = war_so_far(r);
		bool began = sr_days_known(war) && war.from >= t->days.from &&
			     war.from <= t->days.to;
		return (struct sr_days){ began ? war.from : t->days.from,
					 until.to };
	}
	if (t->kind != SR_TIME_SINCE || i >= trigger)
		return t->days;
	i += r->tree.token[i].upos == SR_UPOS_PUNCT;
	return r->tree.token[i].lower == r->word.when ? t->named : t->days;
}

/* "The war has killed 9,000", no "are killing 90 a day in the war". */
static bool is_of_all_war(const struct sr_reading *r, uint32_t trigger,
			  const struct sr_claim *c)
{
	unsigned x = r->tree.token[sr_clause(&r->tree, trigger)].xpos;

	return (sr_is_loss(c->type) || c->type == SR_TYPE_CIVIL_MOVEMENT) &&
	       (x == SR_XPOS_VBD || x == SR_XPOS_VBN) &&
	       sr_is_of_war(r, trigger);
}

/* "Scores have been killed since the army launched an operation": since a day
 * that is not said, and so as far as the war goes. */
static bool is_since_untimed(const struct sr_reading *r, uint32_t trigger,
			     const struct sr_claim *c)
{
	const struct sr_tree *t = &r->tree;
	uint32_t verb = sr_clause(t, trigger);

	if (!(sr_is_loss(c->type) || c->type == SR_TYPE_CIVIL_MOVEMENT) ||
	    !(t->rels[verb] & SR_REL_BIT(SR_REL_ADVCL)) ||
	    !sr_is_perfect(r, verb))
		return false;
	SR_CHILDREN(t, verb, k) {
		uint32_t mark = sr_child(t, k, SR_REL_MARK);
		if (sr_rel_is(t, k, SR_REL_ADVCL) && mark != SR_NONE &&
		    t->token[mark].lower == r->word.since)
			return sr_time_under(r, k, 3, SR_NONE) == SR_NONE;
	}
	return false;
}

/* "The war has displaced 9,000 who lived near by, since early 2020": since then,
 * wherever the tree has hung it. */
static struct sr_days since_said(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_sentence *s =
		&r->doc->sentences.items[r->tree.token[trigger].sentence];

	for (uint32_t m = sr_times_from(r->doc, trigger);
	     m < r->doc->times.nitem; m++) {
		const struct sr_time *e = &r->doc->times.items[m];
		if (e->m.from >= s->to)
			break;
		if (e->kind == SR_TIME_SINCE && sr_days_known(e->days) &&
		    e->days.to < SR_DAY_MAX)
			return e->days;
	}
	return SR_DAYS_UNKNOWN;
}

/* Half of all sentences speak of no time. */
static bool speaks_of_time(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_glance *g =
		sr_glance_at(r, r->tree.token[trigger].sentence);

	return !g || g->timed;
}

/* "Aid for 9,000 displaced people over the next months": what is told as so has
 * not been done in days to come. */
static bool is_ahead(const struct sr_reading *r, const struct sr_claim *c,
		     struct sr_days days)
{
	struct sr_days report = r->doc->report.published;

	return c->status == SR_STATUS_ASSERTED && sr_days_known(days) &&
	       sr_days_known(report) && days.from > report.to + 1 &&
	       (sr_is_attack(c->type) || sr_is_loss(c->type) ||
		c->type == SR_TYPE_CIVIL_MOVEMENT);
}

/* By an expression of time: that of `own` or the nearest, else of what tells of
 * the happening. False: go on without, or from what is left in *w. */
static bool by_expression(const struct sr_reading *r, uint32_t trigger,
			  const struct sr_claim *c, uint32_t own,
			  struct sr_when *w)
{
	struct sr_days report = r->doc->report.published;
	uint32_t m = own != SR_NONE ? own : sr_time_of(r, trigger);
	bool told = m == SR_NONE;

	if (told)
		m = own_time(r, trigger);
	if (m == SR_NONE)
		return false;
	const struct sr_time *t = &r->doc->times.items[m];
	*w = (struct sr_when){ days_for(r, t, trigger, c), t->m.at, m,
			       t->basis };
	if (!sr_days_known(w->days) && t->kind == SR_TIME_DURATION &&
	    !sr_is_of_a_thing(r, t))
		w->days = lasting(r, t, trigger);
	if (told && begins_at(r, m) && sr_days_known(report) &&
	    w->days.from <= report.to)
		w->days.to = report.to;
	if (is_ahead(r, c, w->days))
		w->days = SR_DAYS_UNKNOWN;
	else if (sr_days_known(w->days) || sr_is_left_open(r, m))
		return true;
	w->time = SR_NONE;
	return false;
}

struct sr_when sr_when_of(const struct sr_reading *r, uint32_t trigger,
                          const struct sr_claim *c)
{
	struct sr_days report = r->doc->report.published;
	struct sr_when w = { .days = SR_DAYS_UNKNOWN, .time = SR_NONE };
	bool timed = speaks_of_time(r, trigger);

	bool past = timed && sr_past_days(r, trigger, &w.days);
	uint32_t own = SR_NONE;
	if (timed && !past)
		w.days = since_clause(r, trigger);
	if (!past && sr_days_known(w.days))
		own = own_time(r, trigger);
	if (own != SR_NONE)
		w.days = SR_DAYS_UNKNOWN;
	if (past || sr_days_known(w.days)) {
		w.basis = SR_BASIS_INFERRED;
		return w;
	}
	if (timed && by_expression(r, trigger, c, own, &w))
		return w;
	if (sr_bygone_war(r, trigger, &w.days))
		w.time = SR_NONE;
	else if (sr_says_since_then(r, trigger))
		w.days = sr_since_then(r, trigger);
	else if (sr_is_running_total(r, trigger, c) ||
		 is_of_all_war(r, trigger, c) ||
		 is_since_untimed(r, trigger, c)) {
		w.days = since_said(r, trigger);
		if (!sr_days_known(w.days))
			w.days = war_so_far(r);
	}
	if (sr_days_known(w.days)) {
		w.basis = SR_BASIS_INFERRED;
		return w;
	}
	if (sr_headed_days(r, trigger, c->type, &w.days) &&
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
	if (sr_said_days(r, trigger, &w.days) ||
	    sr_story_days(r, trigger, c->type, &w.days)) {
		w.basis = SR_BASIS_INFERRED;
		return w;
	}
	w.days = report;
	w.basis = SR_BASIS_REPORT;
	return w;
}
