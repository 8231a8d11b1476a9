/* Expressions of time to mentions: settles for each what it counts from, what
 * the words before it make of it ("since", "until", "from ... to"), and the
 * tense that says whether "Friday" is the last or the next. The stretch named
 * last is carried along, as a reader carries it. */

#include "base/calendar.h"
#include "base/str.h"
#include "base/utf8.h"
#include "ontology.h"
#include "resolve/anchor.h"
#include "resolve/resolve.h"
#include "resolve/spoken.h"
#include "resolve/tense.h"
#include "resolve/time_next.h"
#include "resolve/time_past.h"
#include "resolve/war.h"

#define OPENING 3	/* tokens before what a sentence begins with */
#define CLAUSE 12	/* tokens of one */
#define VAGUE_MOST 9	/* "for weeks": at most so many, unless the war says */

struct reader {
	struct sr_doc *doc;
	const struct sr_atoms *a;
	struct sr_exprs *x;
	struct sr_anchor at;
	uint32_t told_sentence;
	bool dated; /* told has a year that was said, not ours */
	uint32_t block;		/* that the reading is in, SR_NONE */
	struct sr_days section; /* that the last heading names */
	struct sr_days start;	/* its first stretch */
	struct sr_days entry;	/* that the last note is headed by */
	uint32_t *mention;	/* of each expression, SR_NONE */
	struct sr_days *spoken; /* where each was said in, if quoted */
};

static uint32_t token_of(const struct reader *r, uint32_t atom)
{
	return r->a->list.items[atom].token;
}

static uint32_t sentence_of(const struct reader *r, const struct sr_expr *e)
{
	return r->doc->tokens.items[token_of(r, e->from)].sentence;
}

static uint32_t least(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

/* "have held out for months", "has lost 40 since May": up to today. */
static bool is_perfect(const struct reader *r, const struct sr_expr *e)
{
	const struct sr_sentence *s =
		&r->doc->sentences.items[sentence_of(r, e)];
	uint32_t i = token_of(r, e->from);

	if (i <= s->from + 1) /* For months the town has been ... */
		i = least(token_of(r, e->to - 1) + CLAUSE, s->to);
	for (uint32_t n = 0; n < CLAUSE && i > s->from; n++) {
		const struct sr_token *t = &r->doc->tokens.items[--i];
		if (t->upos == SR_UPOS_AUX &&
		    (t->xpos == SR_XPOS_VBZ || t->xpos == SR_XPOS_VBP) &&
		    i + 1 < s->to) {
			for (uint32_t k = i + 1; k < i + 4 && k < s->to; k++)
				if (r->doc->tokens.items[k].xpos == SR_XPOS_VBN)
					return true;
			return false;
		}
		if (t->upos == SR_UPOS_VERB && t->xpos == SR_XPOS_VBD)
			return false;
	}
	return false;
}

static bool goes_on(const struct reader *r, const struct sr_expr *e)
{
	return e->prep == SR_TW_FOR && is_perfect(r, e);
}

static struct sr_days back_from_today(const struct reader *r,
				      const struct sr_expr *e)
{
	struct sr_days today = r->at.today;
	struct sr_days d;

	if (!sr_days_known(today) || r->at.history)
		return SR_DAYS_UNKNOWN;
	d.to = today.to;
	if (e->low && e->unit == SR_MONTH && e->low == e->high)
		d.from = sr_add_months(today.from, -(int)(e->low / 1000));
	else if (e->low)
		d.from = today.from -
			 sr_unit_days((enum sr_time_unit)e->unit, e->high);
	else
		d.from = today.from - sr_unit_days((enum sr_time_unit)e->unit,
						   VAGUE_MOST * 1000);
	if (!e->low && r->at.war != SR_NONE) {
		int32_t from = sr_kit_value(r->at.kit, SR_TABLE_WARS, r->at.war,
					    SR_WARS_FROM);
		if (e->unit >= SR_MONTH || from > d.from)
			d.from = from;
	}
	return d.from <= d.to ? d : SR_DAYS_UNKNOWN;
}

/* Months and days without a year, before one with: "May-August 1950". */
static void complete(struct reader *r)
{
	for (size_t i = r->x->list.nitem; i-- > 1;) {
		struct sr_expr *a = &r->x->list.items[i - 1];
		const struct sr_expr *b = &r->x->list.items[i];
		if (!a->link || a->kind != SR_EXPR_DATE ||
		    b->kind != SR_EXPR_DATE || a->weekday >= 0)
			continue;
		if (a->grain == SR_GRAIN_YEAR && b->grain == SR_GRAIN_YEAR)
			a->bc = b->bc;
		if (a->year || a->flavor || !a->month ||
		    (!b->year && !b->flavor) || a->grain > SR_GRAIN_SEASON)
			continue;
		a->year =
			b->year - (b->year && b->month && a->month > b->month &&
				   a->grain != SR_GRAIN_SEASON);
		a->bc = b->bc;
		a->flavor = b->flavor;
		a->rel = b->rel;
		a->unit = b->unit;
	}
}

static enum sr_time_kind kind_of(const struct sr_expr *e)
{
	switch ((enum sr_expr_kind)e->kind) {
	case SR_EXPR_DURATION:
		return SR_TIME_DURATION;
	case SR_EXPR_REPEAT:
		return SR_TIME_REPEAT;
	case SR_EXPR_REF:
		return SR_TIME_VAGUE;
	case SR_EXPR_DATE:
	case SR_EXPR_DAY:
	case SR_EXPR_REL:
	case SR_EXPR_OFFSET:
	case SR_EXPR_CLOCK:
	case SR_EXPR_WAR:
	case SR_EXPR_AGE:
		break;
	}
	return SR_TIME_POINT;
}

/* "earlier this week", "this month": no later than the report. */
static struct sr_days cut_at_today(const struct reader *r,
				   const struct sr_expr *e, struct sr_days d,
				   enum sr_tense tense)
{
	struct sr_days today = r->at.today;

	if (!sr_days_known(d) || !sr_days_known(today) || r->at.history ||
	    e->kind == SR_EXPR_DAY || e->part)
		return d;
	if (d.from > today.to || d.to < today.from)
		return d;
	if (e->flavor == SR_REL_TRAILING)
		return d;
	if (e->drift > 0 ||
	    (tense == SR_TENSE_FUTURE && !e->drift && e->kind == SR_EXPR_REL))
		return (struct sr_days){ today.from, d.to };
	if (d.to > today.to && e->grain != SR_GRAIN_DAY)
		d.to = today.to;
	return d;
}

/* "Since February" of a war that began in it: from the day it began. */
static int32_t start_of_war(const struct reader *r, const struct sr_expr *e,
			    struct sr_days d)
{
	if (r->at.war == SR_NONE || e->grain != SR_GRAIN_MONTH || e->part)
		return d.from;
	int32_t from =
		sr_kit_value(r->at.kit, SR_TABLE_WARS, r->at.war, SR_WARS_FROM);
	return from > d.from && from <= d.to ? from : d.from;
}

/* What the preposition makes of the days. */
static void with_preposition(const struct reader *r, const struct sr_expr *e,
			     struct sr_time *t)
{
	struct sr_days today = r->at.today;
	bool open = !sr_days_known(today) || r->at.history;
	int32_t last = open ? SR_DAY_MAX : today.to;

	if (!sr_days_known(t->days) || t->kind != SR_TIME_POINT)
		return;
	/* "after 4 a.m.": the same day */
	if (e->kind == SR_EXPR_CLOCK && e->prep != SR_TW_SINCE)
		return;
	switch (e->prep) {
	case SR_TW_SINCE:
	case SR_TW_FROM:
		if (e->link == SR_LINK_RANGE || t->days.from > last)
			return;
		t->kind = SR_TIME_SINCE;
		t->days.from = start_of_war(r, e, t->days);
		t->days.to = last;
		return;
	case SR_TW_AFTER:
		if (t->days.to >= last)
			return;
		t->kind = SR_TIME_SINCE;
		t->days.from = t->days.to + (e->grain == SR_GRAIN_DAY);
		t->days.to = last;
		return;
	case SR_TW_UNTIL:
		t->kind = SR_TIME_UNTIL;
		t->days.from = SR_DAY_MIN;
		return;
	case SR_TW_BEFORE:
		t->kind = SR_TIME_UNTIL;
		t->days.to = t->days.from - 1;
		t->days.from = SR_DAY_MIN;
		return;
	default:
		return;
	}
}

/* Does the sentence begin with the expression? */
static bool opens(const struct reader *r, const struct sr_expr *e)
{
	const struct sr_sentence *s = &r->doc->sentences.items[sentence_of(r, e)];

	return token_of(r, e->from) <= s->from + OPENING;
}

/* "since February", "the May 2007 high": where the story does not go. */
static bool by_the_way(const struct reader *r, const struct sr_expr *e)
{
	const struct sr_token *tok = r->doc->tokens.items;
	uint32_t from = token_of(r, e->from), to = token_of(r, e->to - 1) + 1;

	if (e->kind != SR_EXPR_DATE)
		return false;
	return e->prep == SR_TW_SINCE ||
	       (from > 0 && to < r->doc->tokens.nitem &&
		(tok[from - 1].upos == SR_UPOS_DET ||
		 tok[from - 1].upos == SR_UPOS_PRON) &&
		(tok[to].upos == SR_UPOS_NOUN || tok[to].upos == SR_UPOS_ADJ));
}

/* At a new paragraph below a heading with a year: back to that year. */
static void enter_block(struct reader *r, const struct sr_expr *e)
{
	uint32_t block = r->doc->sentences.items[sentence_of(r, e)].block;
	struct sr_days told = r->at.told;

	if (block == r->block || block >= r->doc->blocks.nitem)
		return;
	r->block = block;
	if (r->doc->blocks.items[block].kind == SR_BLOCK_HEADING ||
	    !sr_days_known(r->section) || !r->at.history)
		return;
	if (!sr_days_known(told) || told.to < r->section.from ||
	    told.from > r->section.to)
		r->at.told = r->start;
}

/* A heading's years hold for what stands below it. */
static void note_heading(struct reader *r, const struct sr_expr *e,
			 const struct sr_anchored *d)
{
	if (r->block >= r->doc->blocks.nitem ||
	    r->doc->blocks.items[r->block].kind != SR_BLOCK_HEADING ||
	    e->kind != SR_EXPR_DATE || !sr_days_known(d->named))
		return;
	if (e > r->x->list.items && e[-1].link == SR_LINK_RANGE &&
	    sr_days_known(r->section)) {
		r->section.to = d->named.to; /* 1937-1945 */
		r->at.told = r->start;
		return;
	}
	r->section = r->start = r->at.told = d->named;
}

/* When a picture was taken says nothing of what the text goes on with. */
static bool in_caption(const struct reader *r, const struct sr_expr *e)
{
	const struct sr_sentence *s = &r->doc->sentences.items[sentence_of(r, e)];

	return r->doc->blocks.items[s->block].kind == SR_BLOCK_CAPTION;
}

/* "Battle of X (2010-2011)": the story begins with the first. */
static bool ends_title(const struct reader *r, const struct sr_expr *e)
{
	return e > r->x->list.items && e[-1].link == SR_LINK_RANGE &&
	       e->grain == SR_GRAIN_YEAR && sentence_of(r, e) == 0;
}

/* Carries on what was named last. Years beside a noun ("the 2003 invasion")
 * and what is told of as to come don't move the story. */
static void carry(struct reader *r, const struct sr_expr *e,
		  const struct sr_anchored *d)
{
	struct sr_days told = r->at.told;

	if (e->bc) { /* beyond our calendar */
		r->at.told = SR_DAYS_UNKNOWN;
		return;
	}
	/* "the previous year", "eight years earlier": a look back. */
	if (e->kind != SR_EXPR_DATE && e->grain >= SR_GRAIN_YEAR &&
	    (e->kind == SR_EXPR_OFFSET ? e->sign : e->rel) < 0)
		return;
	if (!d->sharp || !sr_days_known(d->named))
		return;
	if (!r->at.history && sr_days_known(r->at.today) &&
	    d->named.from > r->at.today.to)
		return;
	if (e->kind == SR_EXPR_DATE && e->grain == SR_GRAIN_YEAR &&
	    sr_days_known(told) && told.from >= d->named.from &&
	    told.to <= d->named.to)
		return; /* its year again */
	if (by_the_way(r, e) || in_caption(r, e) || ends_title(r, e))
		return;
	/* "planned for 1976", "declassified in 2005": a year named by the way,
	 * unless the sentence begins with it or it is the story's own. */
	if (e->kind == SR_EXPR_DATE && e->grain == SR_GRAIN_YEAR &&
	    sr_days_known(told) && !opens(r, e) &&
	    (d->named.from > told.to + 1 || d->named.to < told.from))
		return;
	r->at.told = d->named;
	r->told_sentence = sentence_of(r, e);
	r->dated = e->year ||
		   (r->at.dated && (r->at.near || r->at.chronicle));
}

static struct sr_time *push(struct reader *r, const struct sr_expr *e)
{
	struct sr_doc *doc = r->doc;
	struct sr_time *t = SR_PUSH(&doc->mem, &doc->times);
	uint32_t index = (uint32_t)doc->times.nitem - 1;

	if (!t)
		return NULL;
	t->m.at.from = r->a->list.items[e->from].at.from;
	t->m.at.to = r->a->list.items[e->to - 1].at.to;
	t->m.from = token_of(r, e->from);
	t->m.to = token_of(r, e->to - 1) + 1;
	for (uint32_t i = t->m.from; i < t->m.to; i++)
		if (doc->tokens.items[i].time == SR_NONE)
			doc->tokens.items[i].time = index;
	/* The head: the token whose own head is outside. */
	t->m.head = t->m.from;
	for (uint32_t i = t->m.from; i < t->m.to; i++) {
		uint32_t h = doc->tokens.items[i].head;
		if (h < t->m.from || h >= t->m.to || h == i) {
			t->m.head = i;
			break;
		}
	}
	return t;
}

/* "After 25 days" behind a day: from that day so long. */
static struct sr_days on_from_told(const struct reader *r,
				   const struct sr_expr *e)
{
	struct sr_days told = r->at.told, d;

	if (e->prep != SR_TW_AFTER || !sr_days_known(told) || !e->low ||
	    e->low != e->high || (e->unit != SR_DAY && e->unit != SR_WEEK) ||
	    told.to - told.from > 31)
		return SR_DAYS_UNKNOWN;
	d.from = told.from;
	d.to = told.from + sr_unit_days((enum sr_time_unit)e->unit, e->low);
	if (sr_days_known(r->at.today) && d.to > r->at.today.to)
		return SR_DAYS_UNKNOWN;
	return d;
}

static const struct sr_expr *end_of(const struct reader *r)
{
	return r->x->list.items + r->x->list.nitem;
}

/* "Blamed them for Monday's attack" */
static bool is_possessor(const struct reader *r, const struct sr_expr *e)
{
	uint32_t next = r->doc->atoms->list.items[e->to - 1].token + 1;

	return next < r->doc->tokens.nitem &&
	       r->doc->tokens.items[next].xpos == SR_XPOS_POS;
}

/* Is the sentence in the paragraph in which something was named last? */
static bool is_beside(const struct reader *r, uint32_t sentence)
{
	const struct sr_sentence *s = r->doc->sentences.items;

	return s[r->told_sentence].block == s[sentence].block;
}

/* "From April 2 to May 31", written in mid-May: an end before its beginning is
 * yet to come. */
static bool ends_before(const struct reader *r, const struct sr_expr *e,
			const struct sr_anchored *d)
{
	size_t i = (size_t)(e - r->x->list.items);

	if (i == 0 || e[-1].link != SR_LINK_RANGE || e->year ||
	    e->kind != SR_EXPR_DATE || r->mention[i - 1] == SR_NONE)
		return false;
	struct sr_days first = r->doc->times.items[r->mention[i - 1]].named;
	return sr_days_known(first) && sr_days_known(d->named) &&
	       d->named.to < first.from;
}

static bool read_one(struct reader *r, const struct sr_expr *e)
{
	uint32_t sentence = sentence_of(r, e);

	if (e->kind == SR_EXPR_AGE)
		return true;
	enter_block(r, e);
	/* "have lost 40 since May" goes on to today, whatever was told before */
	r->at.near = sr_days_known(r->at.told) &&
		     sentence <= r->told_sentence + 1 &&
		     !(e->prep == SR_TW_SINCE && is_perfect(r, e));
	r->at.same = sentence == r->told_sentence;
	r->at.dated = r->dated &&
		      (r->at.chronicle || is_beside(r, sentence));
	enum sr_tense when = sr_tense_of(r->doc, e);
	struct sr_anchor at = r->at;
	struct sr_days spoken = r->spoken[e - r->x->list.items];
	if (sr_days_known(spoken) && !sr_days_known(r->entry))
		at.today = spoken;
	if (e->kind == SR_EXPR_WAR)
		at.war = sr_war_meant(r->doc, r->at.kit, e, r->at.war);
	if (e->kind == SR_EXPR_DATE &&
	    ((e->prep == SR_TW_FOR && /* a ceasefire for Friday */
	      !is_possessor(r, e)) ||
	     (e->prep == SR_TW_BY && sr_tense_ahead(r->doc, e)) ||
	     sr_is_term(r->doc, e, &at)))
		when = SR_TENSE_FUTURE;
	if (e->prep == SR_TW_SINCE)
		when = SR_TENSE_PAST;
	struct sr_expr n = *e;
	bool entry = sr_heads_entry(r->doc, e);
	if (entry && !e->year)
		n.year = sr_year_beside(e, r->entry, r->doc->report.published);
	if (e + 1 < end_of(r) && sentence_of(r, e + 1) == sentence &&
	    sr_counts_from_next(r->doc, e)) {
		at.told = sr_anchor_resolve(&at, e + 1, when).named;
		at.near = at.fixed = true;
		if (e->kind == SR_EXPR_WAR)
			n.kind = SR_EXPR_OFFSET;
	}
	struct sr_anchored d = sr_anchor_resolve(&at, &n, when);
	if (ends_before(r, e, &d)) {
		when = SR_TENSE_FUTURE;
		d = sr_anchor_resolve(&at, e, when);
	}
	if (entry && sr_days_known(d.named) &&
	    d.named.to <= r->doc->report.published.to)
		r->entry = r->at.today = d.named;
	if (e->kind == SR_EXPR_WAR && !sr_days_known(d.named) && !e->low)
		return true; /* the start of something else */
	struct sr_time *t = push(r, e);
	if (!t)
		return false;
	t->kind = kind_of(e);
	t->basis = d.basis;
	t->named = d.named;
	t->days = cut_at_today(r, e, d.days, when);
	if (e->part && sr_days_known(d.named)) {
		t->part = sr_part_said(e->part);
		t->days = sr_days_part(d.named, e->part);
		if (t->part == SR_PART_ALL) /* a half is a stretch of its own */
			t->named = t->days;
	}
	if ((n.kind == SR_EXPR_DURATION || n.kind == SR_EXPR_OFFSET ||
	     (e->sign && !sr_days_known(d.named))) &&
	    e->low && e->unit >= SR_DAY)
		t->length = sr_unit_days((enum sr_time_unit)e->unit, e->low);
	if (e->kind == SR_EXPR_DURATION) {
		t->days = goes_on(r, e) ? back_from_today(r, e)
					: on_from_told(r, e);
	}
	with_preposition(r, e, t);
	sr_count_off(r->doc, e, t);
	carry(r, e, &d);
	note_heading(r, e, &d);
	return true;
}

/* The two ends of a range mean all of it. */
static void join_ranges(struct reader *r)
{
	struct sr_time *time = r->doc->times.items;

	for (size_t i = 0; i + 1 < r->x->list.nitem; i++) {
		const struct sr_expr *e = &r->x->list.items[i];
		if (!e->link || r->mention[i] == SR_NONE ||
		    r->mention[i + 1] == SR_NONE)
			continue;
		struct sr_time *a = &time[r->mention[i]];
		struct sr_time *b = &time[r->mention[i + 1]];
		if (!sr_days_known(a->named) || !sr_days_known(b->named) ||
		    a->named.from > b->named.to)
			continue;
		/* "on 9 and 10 May": both; "in May and in July": each */
		if (e->link == SR_LINK_LIST &&
		    (a->named.from != a->named.to ||
		     b->named.from != b->named.to ||
		     b->named.from != a->named.to + 1))
			continue;
		struct sr_days all = {
			sr_days_part(a->named, e[0].part).from,
			sr_days_part(b->named, e[1].part).to,
		};
		a->days = b->days = all;
		a->kind = b->kind = SR_TIME_POINT;
	}
}

/* Does the text give the war its proper name? Histories tell of many. */
static bool war_by_name(const struct reader *r)
{
	for (size_t i = 0; i < r->doc->hits.nitem; i++) {
		const struct sr_hit *h = &r->doc->hits.items[i];
		if (h->table == SR_TABLE_WARS && h->row == r->at.war &&
		    h->column == SR_WARS_NAMES)
			return true;
	}
	return false;
}

static bool read_all(struct reader *r)
{
	for (size_t i = 0; i < r->x->list.nitem; i++) {
		size_t before = r->doc->times.nitem;
		if (!read_one(r, &r->x->list.items[i]))
			return false;
		r->mention[i] = r->doc->times.nitem > before ? (uint32_t)before
							     : SR_NONE;
	}
	join_ranges(r);
	return true;
}

/* In a text about the past nobody speaks today. */
static struct sr_days *all_unknown(const struct reader *r)
{
	size_t n = r->x->list.nitem;
	struct sr_days *d = SR_NEW(&r->doc->mem, struct sr_days, n);

	for (size_t i = 0; d && i < n; i++)
		d[i] = SR_DAYS_UNKNOWN;
	return d;
}

enum sr_code sr_times(struct sr_doc *doc, const struct sr_kit *kit,
		      struct sr_err *err)
{
	enum sr_code code = sr_exprs_make(doc, kit, err);

	if (code)
		return code;
	if (doc->war == SR_NONE)
		doc->war = sr_war_find(doc, kit, doc->report.published);
	struct reader r = {
		.doc = doc, .a = doc->atoms, .x = doc->exprs,
		.at = { .kit = kit,
			.today = doc->report.published,
			.told = SR_DAYS_UNKNOWN, .war = doc->war },
		.block = SR_NONE,
		.section = SR_DAYS_UNKNOWN, .entry = SR_DAYS_UNKNOWN,
		.mention = SR_NEW(&doc->mem, uint32_t, doc->exprs->list.nitem),
	};
	for (size_t i = 0; i < doc->tokens.nitem; i++)
		doc->tokens.items[i].time = SR_NONE;
	complete(&r);
	r.at.history = sr_tells_history(doc->exprs, r.at.today);
	r.at.chronicle = !r.at.history &&
			 sr_tells_chronicle(doc, r.at.today);
	if (r.at.history && !war_by_name(&r))
		r.at.war = SR_NONE;
	r.spoken = r.at.history ? all_unknown(&r) : sr_spoken_days(doc, &r.at);
	if (!r.mention || !r.spoken || !read_all(&r))
		return sr_fail_nomem(err, "times");
	if (r.at.history || r.at.chronicle)
		sr_close_spans(doc);
	return SR_OK;
}
