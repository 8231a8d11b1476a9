/* What a loss came of: the attack told of right before it, whose attacker did it
 * and whose day it has. Agencies write paragraphs of one sentence, so that the
 * dead of the attack that one of them tells of may be three further on. */
#include "base/calendar.h"
#include "base/str.h"
#include "extract/extract_internal.h"

bool sr_is_between(const struct sr_reading *r, const struct sr_claim *c)
{
	uint32_t i = sr_token_at(r->doc, c->actor.at.from);

	i += i == 0;
	if (i < r->tree.ntoken &&
	    r->tree.token[i - 1].lower == r->word.between)
		return true;
	/* "troops clashed with rebels" */
	i = c->has_target ? sr_token_at(r->doc, c->target.at.from) : 0;
	return i > 0 && i < r->tree.ntoken &&
	       r->tree.token[i - 1].lower == r->word.with;
}

/* The loss came of an attack: the attacker did it. Of a clash between two,
 * which both sides name, the one who did not suffer it. */
static void take_attacker(const struct sr_reading *r, const struct sr_claim *was,
			  struct sr_claim *c)
{
	const struct sr_party_slot *by = &was->actor;

	if (c->has_actor || !was->has_actor)
		return;
	if (was->has_target && sr_is_between(r, was)) {
		if (!c->target.side.n)
			return;
		if (sr_str_equal(by->side, c->target.side))
			by = &was->target;
		else if (!sr_str_equal(was->target.side, c->target.side))
			return;
	}
	if (sr_str_equal(by->side, c->target.side))
		return;
	c->has_actor = true;
	c->actor = *by;
	c->actor.at.to = c->actor.at.from;
}

/* "A dam that was blown up last month" is another story. */
static bool is_apart(const struct sr_reading *r, uint32_t trigger,
		     const struct sr_claim *was, const struct sr_claim *c)
{
	bool aside = r->tree.token[sr_clause(&r->tree, trigger)].deprel ==
		     SR_REL_ACL_RELCL;

	return c->basis != SR_BASIS_REPORT &&
	       (aside || was->basis != SR_BASIS_REPORT) &&
	       sr_days_known(c->days) && sr_days_known(was->days) &&
	       (c->days.to < was->days.from || was->days.to < c->days.from);
}

#define A_YEAR 365

/* "Two have also died", behind an operation of years ago: not in that. */
static bool is_bygone(const struct sr_reading *r, uint32_t trigger,
		      const struct sr_claim *was)
{
	struct sr_days report = r->doc->report.published;

	return sr_days_known(report) && sr_days_known(was->days) &&
	       (int64_t)was->days.to + A_YEAR < report.from && sr_is_perfect(r, trigger);
}

/* A paragraph of one sentence, as agencies write them, and no headline. */
static bool is_news_line(const struct sr_reading *r, uint32_t sentence)
{
	const struct sr_sentence *s = &r->doc->sentences.items[sentence];

	return !sr_in_headline(r, s->from) && s[1].block == s->block + 1 &&
	       (sentence == 0 || s[-1].block != s->block) &&
	       r->doc->blocks.items[s[1].block].kind ==
		       r->doc->blocks.items[s->block].kind;
}

#define NEWS_BACK 3 /* sentences */

/* Is a time told of behind sentence `from`, up to `to`? */
static bool is_timed_between(const struct sr_reading *r, uint32_t from,
			     uint32_t to)
{
	uint32_t first = r->doc->sentences.items[from + 1].from;
	uint32_t m = sr_times_from(r->doc, first);

	return to > from + 1 && m < r->doc->times.nitem &&
	       r->doc->times.items[m].m.from <
		       r->doc->sentences.items[to].from;
}

#define MOST_UP 4 /* words from a noun to what tells of it */

/* "On Monday gunmen carried out a raid that killed nine", "bombed a market in an
 * attack that killed nine": a clause that tells more of that very attack. */
static bool tells_more(const struct sr_reading *r, uint32_t trigger,
		       uint32_t attack)
{
	const struct sr_tree *t = &r->tree;
	uint32_t i = sr_clause(t, trigger);

	if (t->token[i].deprel == SR_REL_CONJ)
		i = t->token[i].head;
	if (t->token[i].deprel != SR_REL_ACL_RELCL)
		return false;
	i = t->token[i].head;
	if (!(r->classes[i] & SR_CLASS_EVENT))
		return false;
	for (unsigned n = 0; i != attack && n < MOST_UP; n++) {
		if (sr_is_verb(t, i) || t->token[i].head == i)
			return t->token[attack].head == i &&
			       sr_is_subject(t, attack);
		i = t->token[i].head;
	}
	return i == attack;
}

/* "A jet bombed a school. Eleven pupils were killed": a loss told right behind
 * an attack, in its sentence or the next, came of it, on its day; not where
 * the attacker's own side suffers it. */
void sr_come_of(const struct sr_reading *r, uint32_t trigger,
		struct sr_claim *c)
{
	const struct sr_token *t = r->tree.token;
	const struct sr_sentence *s = r->doc->sentences.items;
	uint32_t here = t[trigger].sentence;

	if (c->type != SR_TYPE_LOSS_KILLED && c->type != SR_TYPE_LOSS_WOUNDED &&
	    c->type != SR_TYPE_LOSS_CASUALTIES &&
	    c->type != SR_TYPE_ATTACK_DAMAGE)
		return;
	if (sr_is_of_war(r, trigger))
		return;
	for (size_t k = r->doc->claims.nitem; k-- > 0;) {
		const struct sr_claim *was = &r->doc->claims.items[k];
		uint32_t then = t[r->made.items[k].trigger].sentence;
		bool next = s[then].block != s[here].block;
		if (then + (next ? NEWS_BACK : 1) < here ||
		    (next && (!is_news_line(r, then) ||
			      is_timed_between(r, then, here))))
			return;
		if (!sr_is_assault(was->type) || was->status != c->status)
			continue;
		if (then < here && was->has_place && c->has_place &&
		    was->place.id != c->place.id)
			return;
		if (is_apart(r, trigger, was, c) ||
		    (then < here && is_bygone(r, trigger, was)))
			return;
		if (c->basis == SR_BASIS_REPORT &&
		    (then < here ||
		     tells_more(r, trigger, r->made.items[k].trigger))) {
			c->days = was->days;
			c->basis = was->basis;
		}
		if (!next)
			take_attacker(r, was, c);
		return;
	}
}
