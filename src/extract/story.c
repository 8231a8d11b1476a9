/* What day a story is at. News tells of the day that it was written on; a
 * history (a battle's page in an encyclopaedia, a look back a year on) names
 * days long gone, and what it tells in the past tense with no time of its own
 * happened on the day named last in the paragraph, or on none that we know:
 * the rule that a narrative moves its reference time only by what it says
 * (Kamp & Reyle 1993; Bethard et al. 2012). */
#include "base/calendar.h"
#include "extract/extract_internal.h"

#define NEWS_DAYS 21  /* what lies further back is no news */
#define NAMED_DAYS 62 /* a longer stretch names no day */
#define LEAST_OLD 3   /* days long gone that a history names */
#define PART_OF_MONTH 11 /* days of "late January"; news names months, too */
#define SENTENCES_BACK 2

/* "Was attacked last night": what opens with a day of the news is news, however
 * much it looks back behind. */
#define OPENING 3 /* sentences */

static bool opens_fresh(const struct sr_doc *doc)
{
	struct sr_days report = doc->report.published;

	for (size_t i = 0; i < doc->times.nitem; i++) {
		const struct sr_time *e = &doc->times.items[i];
		if (e->m.head >= doc->tokens.nitem ||
		    doc->tokens.items[e->m.head].sentence >= OPENING)
			return false;
		if (e->kind == SR_TIME_POINT && sr_days_known(e->days) &&
		    e->basis == SR_BASIS_RELATIVE &&
		    sr_days_span(e->days) <= 1)
			return e->days.to + NEWS_DAYS >= report.from;
	}
	return false;
}

bool sr_is_history(const struct sr_doc *doc)
{
	struct sr_days report = doc->report.published;
	size_t old = 0, fresh = 0;

	if (!sr_days_known(report) || opens_fresh(doc))
		return false;
	for (size_t i = 0; i < doc->times.nitem; i++) {
		const struct sr_time *e = &doc->times.items[i];
		if (e->kind != SR_TIME_POINT || !sr_days_known(e->days) ||
		    sr_days_span(e->days) >= NAMED_DAYS)
			continue;
		if (e->days.to + NEWS_DAYS < report.from)
			old += sr_days_span(e->days) < PART_OF_MONTH;
		else
			fresh++;
	}
	return old >= LEAST_OLD && old > 2 * fresh;
}

uint32_t sr_told_before(const struct sr_reading *r, uint32_t token,
			uint32_t sentences)
{
	const struct sr_token *t = r->tree.token;
	const struct sr_sentence *s = r->doc->sentences.items;
	uint32_t best = SR_NONE, now = t[token].sentence;
	uint32_t back = now < sentences ? now : sentences;
	uint32_t first = sr_times_from(r->doc, s[now - back].from);

	for (uint32_t m = first; m < r->doc->times.nitem; m++) {
		const struct sr_time *e = &r->doc->times.items[m];
		uint32_t then = t[e->m.head].sentence;
		if (e->m.from >= token)
			break;
		if (e->kind == SR_TIME_POINT && sr_days_known(e->days) &&
		    sr_days_span(e->days) < NAMED_DAYS &&
		    then + sentences >= now && s[then].block == s[now].block)
			best = m;
	}
	return best;
}

/* Is the clause of the trigger told in the present, or up to it? */
static bool is_present(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	uint32_t i = sr_clause(t, trigger);
	unsigned x = t->token[i].xpos;

	SR_CHILDREN (t, i, c) {
		unsigned y = t->token[c].xpos;
		if (sr_rel_is(t, c, SR_REL_AUX) || sr_rel_is(t, c, SR_REL_COP))
			return y == SR_XPOS_VBZ || y == SR_XPOS_VBP;
	}
	return x == SR_XPOS_VBZ || x == SR_XPOS_VBP;
}

#define LONG_AGO 7

/* In news, a sentence right behind one of a day long ago goes on with it. */
static bool looks_back(const struct sr_reading *r, uint32_t trigger,
		       struct sr_days *days)
{
	const struct sr_token *t = r->tree.token;
	uint32_t m = sr_told_before(r, trigger, 1);

	if (m == SR_NONE)
		return false;
	const struct sr_time *e = &r->doc->times.items[m];
	*days = e->days;
	return t[e->m.head].sentence != t[trigger].sentence &&
	       sr_days_span(e->days) < PART_OF_MONTH &&
	       e->days.to + LONG_AGO < r->doc->report.published.from;
}

/* "Strike on a market in Gao, 17 March": the one day that the title names is the
 * day of what the page tells in the past. */
static bool titled_day(const struct sr_reading *r, uint32_t trigger,
		       unsigned type, struct sr_days *days)
{
	const struct sr_doc *d = r->doc;
	uint32_t found = SR_NONE;

	if (!sr_is_attack(type) && !sr_is_loss(type))
		return false;
	for (uint32_t m = 0; m < d->times.nitem; m++) {
		const struct sr_time *e = &d->times.items[m];
		if (!sr_in_headline(r, e->m.head))
			break;
		if (e->kind != SR_TIME_POINT || found != SR_NONE)
			return false;
		found = m;
	}
	if (found == SR_NONE || sr_in_headline(r, trigger))
		return false;
	const struct sr_time *e = &d->times.items[found];
	*days = e->days;
	return e->basis == SR_BASIS_EXPLICIT && sr_days_known(e->days) &&
	       e->days.from == e->days.to &&
	       e->days.to < d->report.published.from;
}

/* What may hold to this day, where a history tells of it in the present. */
static bool is_lasting(unsigned type)
{
	return type == SR_TYPE_CONTROL_HOLD || type == SR_TYPE_FORCE_PRESENT ||
	       type == SR_TYPE_POLITICS_STATUS;
}

bool sr_story_days(const struct sr_reading *r, uint32_t trigger, unsigned type,
		   struct sr_days *days)
{
	uint32_t m;

	if (is_present(r, trigger)) {
		*days = SR_DAYS_UNKNOWN;
		return r->history && !is_lasting(type);
	}
	if (!r->history) /* what is pledged or agreed is news */
		return type < SR_TYPE_POLITICS_JUSTICE &&
		       (looks_back(r, trigger, days) ||
			titled_day(r, trigger, type, days));
	m = sr_told_before(r, trigger, SENTENCES_BACK);
	*days = m != SR_NONE ? r->doc->times.items[m].days : SR_DAYS_UNKNOWN;
	return true;
}

/* Notes by days: a sentence that is a day and nothing else heads those behind
 * it, in its paragraph or, where it is one of its own, until the next. */
#define HEADED_BACK 24	/* sentences */
#define HEADING_TOKENS 8

/* The time that is all of a sentence; SR_NONE. */
static uint32_t only_day(const struct sr_reading *r, uint32_t sentence)
{
	const struct sr_sentence *s = &r->doc->sentences.items[sentence];
	const struct sr_token *t = r->tree.token;
	uint32_t m = t[s->from].time;

	if (m == SR_NONE || s->to - s->from > HEADING_TOKENS)
		return SR_NONE;
	for (uint32_t i = s->from; i < s->to; i++)
		if (t[i].time != m && t[i].upos != SR_UPOS_PUNCT)
			return SR_NONE;
	const struct sr_time *e = &r->doc->times.items[m];
	return e->kind == SR_TIME_POINT && sr_days_known(e->days) &&
			       e->days.from == e->days.to
		       ? m
		       : SR_NONE;
}

#define MARKS 2 /* a bullet and "on" before the day */

/* The first token of a paragraph behind a bullet; SR_NONE: it begins before. */
static uint32_t behind_bullet(const struct sr_doc *doc, uint32_t sentence,
			      bool prep)
{
	const struct sr_sentence *s = &doc->sentences.items[sentence];
	const struct sr_token *t = doc->tokens.items;
	uint32_t i = s->from;

	if (sentence > 0 && s[-1].block == s->block)
		return SR_NONE;
	while (i + 1 < s->to && i < s->from + MARKS &&
	       (t[i].upos == SR_UPOS_PUNCT || t[i].upos == SR_UPOS_SYM ||
		(prep && t[i].upos == SR_UPOS_ADP)))
		i++;
	return i;
}

/* "6 June, Djugu: militiamen looted", "- 3-5 May: rebels take Gao", "4 June -
 * nine men were": the day that a note begins with, before a mark; SR_NONE. */
static uint32_t first_day(const struct sr_reading *r, uint32_t sentence)
{
	const struct sr_sentence *s = &r->doc->sentences.items[sentence];
	uint32_t first = behind_bullet(r->doc, sentence, false);
	uint32_t m = first == SR_NONE ? SR_NONE : r->tree.token[first].time;

	if (m == SR_NONE)
		return SR_NONE;
	const struct sr_time *e = &r->doc->times.items[m];
	const struct sr_token *t = r->tree.token;
	uint32_t to = e->m.to;
	/* "3-5 May", of which a mention may be the first half */
	if (to + 2 < s->to && t[to].upos == SR_UPOS_SYM &&
	    t[to + 1].upos == SR_UPOS_NUM)
		to += 2;
	if (e->kind != SR_TIME_POINT || !sr_days_known(e->days) ||
	    sr_days_span(e->days) >= PART_OF_MONTH || to + 1 >= s->to ||
	    t[to].upos != SR_UPOS_PUNCT)
		return SR_NONE;
	for (uint32_t i = to; i < s->to && i < to + HEADING_TOKENS; i++) {
		char c = r->doc->report.text.s[t[i].at.from];
		if (c == ':' || (i == to && c != ',' && c != '('))
			return m;
	}
	return SR_NONE;
}

#define LEAST_ENTRIES 3 /* paragraphs that open with a day: a diary */

/* The day of the calendar with which a paragraph opens ("On October 12, a
 * village was"); SR_NONE. */
static uint32_t entry_day(const struct sr_doc *doc, uint32_t sentence)
{
	const struct sr_token *t = doc->tokens.items;
	uint32_t i = behind_bullet(doc, sentence, true);

	if (i == SR_NONE || t[i].time == SR_NONE)
		return SR_NONE;
	const struct sr_time *e = &doc->times.items[t[i].time];
	return e->m.from == i && e->kind == SR_TIME_POINT &&
			       e->basis == SR_BASIS_EXPLICIT &&
			       sr_days_known(e->days) &&
			       e->days.from == e->days.to
		       ? t[i].time
		       : SR_NONE;
}

bool sr_is_diary(const struct sr_doc *doc)
{
	unsigned n = 0;

	for (uint32_t s = 0; s < doc->sentences.nitem && n < LEAST_ENTRIES; s++)
		n += entry_day(doc, s) != SR_NONE;
	return n >= LEAST_ENTRIES;
}

/* What a diary tells behind the day that its entry opens with, up to the next
 * day. */
static bool entry_days(const struct sr_reading *r, uint32_t trigger,
		       unsigned type, struct sr_days *days)
{
	const struct sr_sentence *s = r->doc->sentences.items;
	uint32_t now = r->tree.token[trigger].sentence, first = now;

	if (!r->diary || is_lasting(type) || type >= SR_TYPE_POLITICS_JUSTICE)
		return false;
	while (first > 0 && s[first - 1].block == s[now].block &&
	       now - first < HEADED_BACK)
		first--;
	uint32_t m = first < now ? entry_day(r->doc, first) : SR_NONE;
	if (m == SR_NONE || sr_told_before(r, trigger, now - first) != m)
		return false;
	*days = r->doc->times.items[m].days;
	return true;
}

bool sr_headed_days(const struct sr_reading *r, uint32_t trigger, unsigned type,
		    struct sr_days *days)
{
	if (entry_days(r, trigger, type, days))
		return true;
	const struct sr_sentence *s = r->doc->sentences.items;
	uint32_t now = r->tree.token[trigger].sentence;
	struct sr_days report = r->doc->report.published;

	uint32_t label = first_day(r, now);
	if (label != SR_NONE) {
		*days = r->doc->times.items[label].days;
		return true;
	}
	for (uint32_t n = 1; n <= HEADED_BACK && n <= now; n++) {
		uint32_t then = now - n, m = only_day(r, then);
		if (m == SR_NONE && r->doc->blocks.items[s[then].block].kind ==
					    SR_BLOCK_HEADING)
			return false;
		if (m == SR_NONE && s[then].block == s[now].block) {
			m = first_day(r, then);
			if (m != SR_NONE) {
				*days = r->doc->times.items[m].days;
				return true;
			}
		}
		if (m == SR_NONE)
			continue;
		bool alone = s[then + 1].block != s[then].block &&
			     (then == 0 || s[then - 1].block != s[then].block);
		*days = r->doc->times.items[m].days;
		return (alone || s[then].block == s[now].block) &&
		       !(sr_days_known(report) && days->from >= report.from &&
			 days->to <= report.to);
	}
	return false;
}

bool sr_opens_entry(const struct sr_reading *r, uint32_t sentence)
{
	return first_day(r, sentence) != SR_NONE;
}
