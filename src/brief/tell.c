/* See tell.h. An incident is up to a hundred claims of a few reports; of all
 * that they say once is enough, with every report that says it. */
#include "brief/tell.h"

#include "base/calendar.h"
#include "base/str.h"
#include "brief/check.h"
#include "brief/sentence.h"
#include "model/family.h"

#define VAGUE 3 /* times the low end: "hundreds", "dozens" */
#define MOST_WHO 3     /* speakers, claimants */
#define MOST_FIGURES 4 /* of one claimant */
#define MOST_CITED 12  /* claims of one sentence */

static const struct sr_str NONE = { NULL, 0 };

static const struct sr_record *record_at(const struct sr_briefing *b,
					 const struct sr_incident *in,
					 uint32_t i)
{
	return &b->found.all.claims.items[in->claim[i]];
}

/* 1. Weight. */

int64_t sr_incident_dead(const struct sr_briefing *b,
			 const struct sr_incident *in)
{
	int64_t most = 0;

	for (uint32_t i = 0; i < in->nclaim; i++) {
		const struct sr_claim *c = &record_at(b, in, i)->claim;
		bool dead = c->type == SR_TYPE_LOSS_KILLED && c->has_count &&
			    c->status == SR_STATUS_ASSERTED &&
			    c->count.low != SR_COUNT_OPEN_LOW &&
			    sr_str_is(c->unit, "people");
		if (!dead)
			continue;
		/* "Hundreds" says less than a number that somebody counted. */
		int64_t low = c->count.low;
		if (c->count.high != SR_COUNT_OPEN_HIGH &&
		    c->count.high / VAGUE > low)
			low /= 2;
		most = low > most ? low : most;
	}
	return most / 1000;
}

static int log2_of(int64_t v)
{
	int n = 0;

	while (v > 0 && n < 40) {
		v /= 2;
		n++;
	}
	return n;
}

int sr_incident_weight(const struct sr_briefing *b,
		       const struct sr_incident *in)
{
	int w = 25 * (int)(in->support.norigin < 8 ? in->support.norigin : 8) +
		4 * (int)(in->support.nreport < 10 ? in->support.nreport : 10);

	w += 12 * log2_of(sr_incident_dead(b, in));
	w += in->place ? in->place->role == SR_ROLE_AREA ? -5 : 15 : 0;
	w += in->actor.n ? 6 : 0;
	w += in->target.n ? 3 : 0;
	w += in->against.nclaim ? 15 : 0;
	if (sr_days_known(in->days))
		w -= sr_days_span(in->days) > 14 ? 40 : 0;
	return w + (in->by ? 0 : 8);
}

/* 2. Speakers. */

static bool is_denial(const struct sr_claim *c)
{
	return c->status == SR_STATUS_DENIED;
}

struct sr_str sr_tell_speakers(struct sr_briefing *b,
			       const struct sr_incident *in, bool denials)
{
	struct sr_str who[MOST_WHO];
	size_t n = 0;

	for (uint32_t i = 0; i < in->nclaim; i++) {
		const struct sr_record *r = record_at(b, in, i);
		bool known = false;
		if (is_denial(&r->claim) != denials ||
		    (denials && r->claim.type != in->type))
			continue;
		struct sr_str s = sr_brief_speaker(b, r->claim.speaker);
		if (!s.n && !denials)
			return NONE;
		if (!s.n)
			s = sr_brief_outlet(b, sr_filed_of(&b->found.all, r));
		for (size_t k = 0; k < n; k++)
			known = known || sr_brief_same(who[k], s);
		if (!known && n < MOST_WHO)
			who[n++] = s;
	}
	return sr_list_text(&b->en, who, n);
}

/* 3. Sentences. */

/* The claims that deny, or those that don't. */
static void hold_all(struct sr_briefing *b, struct sr_brief_text *t,
		     const struct sr_incident *in, bool denials)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < in->nclaim && n < MOST_CITED; i++) {
		if (is_denial(&record_at(b, in, i)->claim) != denials)
			continue;
		sr_brief_hold(b, t, &b->found.all, in->claim[i]);
		n++;
	}
}

static bool same_words(struct sr_str clause, struct sr_str who)
{
	return who.n && clause.n > who.n &&
	       memcmp(clause.s, who.s, who.n) == 0;
}

/* "X did Y, according to Z." */
static struct sr_str frame(struct sr_briefing *b, struct sr_str clause,
			   struct sr_str who, bool quotes, bool doubted)
{
	const char *id = quotes ? "frame.quoted" : "frame.according";

	if (doubted && !quotes)
		id = who.n ? "frame.claimed" : "frame.unverified";
	else if (!who.n)
		id = "frame.plain";
	else if (!quotes && same_words(clause, who))
		id = sr_is_plural(&b->en, who) ? "frame.own" : "frame.plain";
	return sr_sentence_start(&b->en, sr_brief_say(b, id, clause, who));
}

static bool has_quote(const struct sr_sentence_in *in, struct sr_str clause)
{
	struct sr_str words = in->slot[SR_SLOT_OF_WORDS];

	return words.n && clause.n >= words.n &&
	       memcmp(sr_str_end(clause) - words.n, words.s, words.n) == 0;
}

/* "“...” (the governor, on 3 May)": a quotation that stands by itself. */
static struct sr_str quote_alone(struct sr_briefing *b,
				 const struct sr_statement *s,
				 const struct sr_sentence_in *in)
{
	const struct sr_record *r = &s->all->claims.items[s->claim];
	struct sr_str who = sr_brief_speaker(b, r->claim.speaker);

	if (!who.n && sr_filed_of(s->all, r)->report.publisher.n)
		who = sr_brief_outlet_start(b, sr_filed_of(s->all, r));
	struct sr_slot_text slot[] = {
		{ "words", in->slot[SR_SLOT_OF_WORDS] },
		{ "who", r->claim.speaker.n ? sr_capital(&b->en, who) : who },
		{ "when", in->slot[SR_SLOT_OF_WHEN] },
		{ NULL, { NULL, 0 } }
	};
	return sr_say_phrase(&b->en, who.n ? "quoted" : "quoted.when", slot);
}

/* The claim that an incident is told by: the centre, unless it is a denial or
 * one of its own type says more. */
static uint32_t main_claim(const struct sr_briefing *b,
			   const struct sr_incident *in)
{
	uint32_t best = in->told[0].head;
	int most = -1;

	for (uint32_t i = 0; i < in->nclaim; i++) {
		const struct sr_claim *c = &record_at(b, in, i)->claim;
		if (c->type != in->type || is_denial(c))
			continue;
		int score = (c->status == SR_STATUS_ASSERTED ? 8 : 0) +
			    (c->has_actor ? 2 : 0) + (c->has_target ? 2 : 0) +
			    (c->has_count ? 1 : 0) +
			    (in->claim[i] == in->told[0].head ? 1 : 0);
		if (score > most) {
			most = score;
			best = in->claim[i];
		}
	}
	return best;
}

/* A number of losses, rather than a share of something. */
static bool is_figure(const struct sr_claim *c)
{
	return sr_is_loss(c->type) && c->has_count && !is_denial(c) &&
	       !sr_str_is(c->unit, "percent");
}

/* Does the incident have figures of losses for its toll? */
static bool has_toll(const struct sr_briefing *b, const struct sr_incident *in)
{
	for (uint32_t i = 0; i < in->nclaim; i++) {
		if (is_figure(&record_at(b, in, i)->claim))
			return true;
	}
	return false;
}

static struct sr_statement statement_of(struct sr_briefing *b,
					const struct sr_incident *in,
					bool no_place)
{
	uint32_t claim = main_claim(b, in);

	return (struct sr_statement){
		.all = &b->found.all,
		.claim = claim,
		.actor = in->actor,
		.target = in->target,
		.place = in->place,
		.days = in->days,
		.by = in->by,
		.no_place = no_place,
		.no_number = sr_is_loss(in->type) && has_toll(b, in),
	};
}

/* 4. The toll: what each claimant says was lost. */

struct figure {
	struct sr_str what;
	uint16_t type;
	int64_t low;
	uint32_t claim;
};

struct toll {
	struct sr_str who[MOST_WHO];
	struct figure figure[MOST_WHO][MOST_FIGURES];
	size_t nfigure[MOST_WHO], nwho;
	bool own; /* somebody says it in a report's own words */
};

static const char *fate_id(const struct sr_claim *c)
{
	switch (c->type) {
	case SR_TYPE_LOSS_KILLED:
		return "toll.killed";
	case SR_TYPE_LOSS_WOUNDED:
		return "toll.wounded";
	case SR_TYPE_LOSS_CAPTURED:
		return "toll.captured";
	case SR_TYPE_LOSS_CASUALTIES:
		return "toll.casualties";
	default:
		return "toll.lost";
	}
}

static struct sr_str figure_of(struct sr_briefing *b, const struct sr_claim *c)
{
	struct sr_str fate = sr_brief_outside(b, c->disposition, 20);
	struct sr_str number = sr_counted_text(b, c, false);

	if (fate.n && c->type == SR_TYPE_LOSS_EQUIPMENT)
		return sr_brief_say(b, "toll.fate", number, fate);
	return sr_brief_say(b, fate_id(c), number, NONE);
}

/* The claimant's place in the toll; MOST_WHO: there is no room. */
static size_t claimant_at(struct toll *t, struct sr_str who)
{
	size_t w = 0;

	while (w < t->nwho && !sr_brief_same(t->who[w], who))
		w++;
	if (w == t->nwho && w < MOST_WHO) {
		t->nfigure[w] = 0;
		t->who[t->nwho++] = who;
	}
	return w;
}

/* Of each claimant and kind the largest figure; the others are in the table of
 * losses. */
static void add_figure(struct sr_briefing *b, struct toll *t,
		       const struct sr_record *r, uint32_t claim)
{
	const struct sr_claim *c = &r->claim;
	struct sr_str who = sr_brief_speaker(b, c->speaker);
	struct figure f = { figure_of(b, c), c->type, c->count.low, claim };

	t->own = t->own || !who.n;
	if (!who.n)
		who = sr_brief_outlet(b, sr_filed_of(&b->found.all, r));
	size_t w = claimant_at(t, who), i = 0;
	if (w == MOST_WHO)
		return;
	while (i < t->nfigure[w] &&
	       (t->figure[w][i].type != f.type ||
		f.type == SR_TYPE_LOSS_EQUIPMENT))
		i++;
	if (i == MOST_FIGURES)
		return;
	if (i == t->nfigure[w])
		t->figure[w][t->nfigure[w]++] = f;
	else if (f.low > t->figure[w][i].low)
		t->figure[w][i] = f;
}

static struct sr_str figures_text(struct sr_briefing *b, const struct toll *t,
				  size_t w)
{
	struct sr_str what[MOST_FIGURES];

	for (size_t i = 0; i < t->nfigure[w]; i++)
		what[i] = t->figure[w][i].what;
	return sr_list_text(&b->en, what, t->nfigure[w]);
}

static bool all_same(const struct toll *t)
{
	for (size_t w = 1; w < t->nwho; w++) {
		if (t->nfigure[w] != t->nfigure[0])
			return false;
		for (size_t i = 0; i < t->nfigure[w]; i++)
			if (!sr_str_equal(t->figure[w][i].what,
					  t->figure[0][i].what))
				return false;
	}
	return true;
}

static struct sr_str toll_text(struct sr_briefing *b, const struct toll *t,
			       struct sr_str said)
{
	struct sr_str all = NONE;

	if (t->nwho == 1 && (t->own || sr_brief_same(said, t->who[0])))
		return figures_text(b, t, 0);
	if (all_same(t))
		return sr_brief_say(b, "toll.by",
				    figures_text(b, t, 0),
				    sr_list_text(&b->en, t->who, t->nwho));
	for (size_t w = 0; w < t->nwho; w++) {
		struct sr_str one = sr_brief_say(
			b, "toll.by", figures_text(b, t, w), t->who[w]);
		all = w ? sr_brief_say(b, "toll.next", all, one) : one;
	}
	return all;
}

static void tell_toll(struct sr_briefing *b, const struct sr_incident *in,
		      struct sr_brief_part *part)
{
	struct sr_str said = sr_tell_speakers(b, in, false);
	struct toll t = { .nwho = 0 };

	for (uint32_t i = 0; i < in->nclaim; i++) {
		const struct sr_record *r = record_at(b, in, i);
		if (is_figure(&r->claim))
			add_figure(b, &t, r, in->claim[i]);
	}
	if (!t.nwho)
		return;
	struct sr_brief_text *s = sr_brief_text(
		b, part, sr_brief_say(b, "toll", toll_text(b, &t, said), NONE));
	for (size_t w = 0; w < t.nwho; w++)
		for (size_t i = 0; i < t.nfigure[w]; i++)
			sr_brief_hold(b, s, &b->found.all,
				      t.figure[w][i].claim);
	sr_brief_number(b, s);
}

static void tell_denial(struct sr_briefing *b, const struct sr_incident *in,
			struct sr_brief_part *part)
{
	struct sr_str who = sr_tell_speakers(b, in, true);
	bool spoken = false;

	if (!who.n)
		return;
	for (uint32_t i = 0; i < in->nclaim; i++) {
		const struct sr_claim *c = &record_at(b, in, i)->claim;
		spoken = spoken || (is_denial(c) && c->type == in->type &&
				    c->speaker.n);
	}
	/* What an outlet itself says is not so is no denial of its own. */
	struct sr_brief_text *s = sr_brief_text(
		b, part,
		sr_sentence_start(&b->en,
				  sr_brief_say(b,
					       spoken ? "frame.denied"
						      : "frame.otherwise",
					       who, NONE)));
	hold_all(b, s, in, true);
	sr_brief_number(b, s);
}

/* Does nobody say it but those who did it? */
static bool is_boast(const struct sr_briefing *b, const struct sr_incident *in)
{
	bool some = false;

	if (!b->spoke || !in->actor.n ||
	    (!sr_is_attack(in->type) && !sr_is_control(in->type) &&
	     !sr_is_loss(in->type)))
		return false;
	for (uint32_t i = 0; i < in->nclaim; i++) {
		if (is_denial(&record_at(b, in, i)->claim))
			continue;
		if (!sr_str_equal(b->spoke[in->claim[i]], in->actor))
			return false;
		some = true;
	}
	return some;
}

/* "3 origins in 5 reports": ours, no report says so. */
static struct sr_str note_of(struct sr_briefing *b,
			     const struct sr_incident *in)
{
	const struct sr_support *s = &in->support;
	struct sr_str origins, reports;

	if (in->admitted)
		return sr_phrase(&b->en, "note.admitted");
	if (is_boast(b, in))
		return sr_phrase(&b->en, "note.own");
	if (s->norigin < 2)
		return NONE;
	origins = sr_number_words(&b->en, s->norigin * INT64_C(1000));
	reports = sr_number_words(&b->en, s->nreport * INT64_C(1000));
	return sr_brief_say(b,
			    s->nreport > s->norigin ? "note.origins.reports"
						    : "note.origins",
			    origins, reports);
}

/* Says the statement anything beside that something of the kind was? */
static bool says_something(const struct sr_sentence_in *in)
{
	return in->slot[SR_SLOT_OF_PLACE].n || in->slot[SR_SLOT_OF_COUNT].n ||
	       (in->slot[SR_SLOT_OF_ACTOR].n &&
		in->slot[SR_SLOT_OF_TARGET].n) ||
	       in->slot[SR_SLOT_OF_WORDS].n;
}

bool sr_tell_incident(struct sr_briefing *b, const struct sr_incident *in,
		      bool no_place, struct sr_brief_part *part)
{
	struct sr_statement s = statement_of(b, in, no_place);
	struct sr_sentence_in slots = sr_sentence_of(b, &s);
	struct sr_str clause = sr_sentence_fill(&b->en, &slots);
	struct sr_str who = sr_tell_speakers(b, in, false);
	bool denied = in->standing == SR_STANDING_DENIED;
	int64_t bad;

	if (!clause.n || (!says_something(&slots) && !has_toll(b, in)))
		return false;
	bool quoted = has_quote(&slots, clause);
	bool alone = sr_str_equal(clause, slots.slot[SR_SLOT_OF_WORDS]);
	struct sr_str text =
		alone || (denied && quoted)
			? quote_alone(b, &s, &slots)
			: frame(b, clause, who, quoted, in->doubted);
	if (denied && !quoted)
		text = sr_sentence_start(
			&b->en,
			sr_brief_say(b, "frame.denies",
				     sr_tell_speakers(b, in, true), clause));
	struct sr_brief_text *t = sr_brief_text(b, part, text);
	if (!t)
		return false;
	sr_brief_hold(b, t, s.all, s.claim);
	if (!quoted)
		hold_all(b, t, in, denied);
	t->id = sr_str_of(in->id);
	t->note = note_of(b, in);
	if (!sr_brief_proved(&b->en, t, &bad)) {
		part->texts.nitem--;
		return false;
	}
	sr_brief_number(b, t);
	tell_toll(b, in, part);
	if (!denied)
		tell_denial(b, in, part);
	return true;
}
