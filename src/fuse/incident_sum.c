/* One incident, summed up from its tellings: what, where, when, who, how many
 * voices for and against it, and how it stands by written rules. */
#include <stdio.h>
#include <stdlib.h>

#include "base/order.h"
#include "fuse/incident_work.h"
#include "ontology.h"

struct sum {
	struct sr_tell_work *w;
	const struct sr_voices *voices;
	const uint32_t *telling;
	size_t n;
	struct sr_incident *out;
	struct sr_records seen;
	struct sr_voices own;
};

static const struct sr_telling *telling_at(const struct sum *s, size_t i)
{
	return &s->w->tellings.items[s->telling[i]];
}

static const struct sr_record *record_of(const struct sum *s, uint32_t claim)
{
	return &s->w->records->claims.items[claim];
}

static bool put_claims(struct sum *s)
{
	struct sr_incident *out = s->out;
	const struct sr_telling *centre = telling_at(s, 0);
	uint32_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		n += telling_at(s, i)->n;
	out->claim = SR_NEW(s->w->mem, uint32_t, n);
	out->told = SR_NEW(s->w->mem, struct sr_told, s->n);
	if (!out->claim || !out->told)
		return false;
	for (size_t i = 0; i < s->n; i++) {
		const struct sr_telling *t = telling_at(s, i);
		struct sr_told *told = &out->told[out->ntold++];
		*told = (struct sr_told){ .from = out->nclaim,
					  .n = t->n,
					  .head = t->head };
		for (uint32_t k = 0; k < t->n; k++)
			out->claim[out->nclaim++] = s->w->claim[t->from + k];
		out->types |= t->types;
		if (!i)
			continue;
		told->score = sr_telling_score(s->w, centre, t, told->points);
		if (told->score < SR_ENOUGH)
			told->points[SR_REASON_PERSON] = 1;
	}
	return true;
}

static void name_it(struct sum *s)
{
	struct sr_str least = telling_at(s, 0)->key;

	for (size_t i = 1; i < s->n; i++)
		if (sr_str_order(telling_at(s, i)->key, least) < 0)
			least = telling_at(s, i)->key;
	sr_incident_id(least, s->out->id);
}

/* Days of their own are cut to what all share; one that lies beside them makes
 * them wider. Without any, the first report's day: by then. */
static void find_days(struct sum *s)
{
	struct sr_days *days = &s->out->days;

	*days = telling_at(s, 0)->days;
	s->out->by = telling_at(s, 0)->by;
	for (size_t i = 1; i < s->n; i++) {
		const struct sr_telling *t = telling_at(s, i);
		if (!sr_days_known(t->days) || t->denied || t->vague)
			continue;
		if (t->by && !s->out->by)
			continue;
		if (t->by && t->days.to < days->to) {
			*days = t->days;
		} else if (!t->by && s->out->by) {
			*days = t->days;
			s->out->by = false;
		} else if (!t->by) {
			struct sr_days both = {
				days->from > t->days.from ? days->from
							  : t->days.from,
				days->to < t->days.to ? days->to : t->days.to
			};
			if (sr_days_known(both)) {
				*days = both;
				continue;
			}
			if (t->days.from < days->from)
				days->from = t->days.from;
			if (t->days.to > days->to)
				days->to = t->days.to;
		}
	}
}

static void add_side(struct sr_str *side, bool *several, struct sr_str own)
{
	if (!own.n || *several)
		return;
	if (side->n && !sr_str_equal(*side, own)) {
		*several = true;
		*side = (struct sr_str){ NULL, 0 };
		return;
	}
	*side = own;
}

static void find_sides(struct sum *s)
{
	bool actors = false, targets = false;

	for (size_t i = 0; i < s->n; i++) {
		add_side(&s->out->actor, &actors, telling_at(s, i)->actor);
		add_side(&s->out->target, &targets, telling_at(s, i)->target);
	}
}

/* Voices: those given, or of the incident's own claims alone, so that what is
 * shown of it does not hang on what else is shown. Then `seen` has its claims
 * in the order of out->claim. */

static uint32_t seen_index(const struct sum *s, uint32_t i)
{
	return s->voices == &s->own ? i : s->out->claim[i];
}

static bool copy_claims(struct sum *s)
{
	struct sr_arena *mem = &s->w->scratch;
	const struct sr_filed *filed = s->w->records->reports.items;
	uint32_t n = s->out->nclaim, kept = 0;
	uint32_t *report = SR_NEW(mem, uint32_t, n);

	for (uint32_t i = 0; report && i < n; i++)
		report[i] = record_of(s, s->out->claim[i])->report;
	if (report)
		qsort(report, n, sizeof(*report), sr_by_u32);
	for (uint32_t i = 0; report && i < n; i++) {
		if (i && report[i] == report[i - 1])
			continue;
		struct sr_filed *f = SR_PUSH(mem, &s->seen.reports);
		if (!f)
			return false;
		*f = filed[report[i]];
		report[kept++] = report[i];
	}
	for (uint32_t i = 0; report && i < n; i++) {
		struct sr_record *r = SR_PUSH(mem, &s->seen.claims);
		if (!r)
			return false;
		*r = *record_of(s, s->out->claim[i]);
		uint32_t *at = bsearch(&r->report, report, kept,
				       sizeof(*report), sr_by_u32);
		r->report = (uint32_t)(at - report);
	}
	return report != NULL;
}

static bool find_voices(struct sum *s)
{
	if (s->voices)
		return true;
	s->voices = &s->own;
	return copy_claims(s) &&
	       sr_voices(&s->seen, &s->w->scratch, &s->own, NULL) == SR_OK;
}

/* Most incidents: one report, that denies nothing of it. */
static bool is_plain(const struct sum *s)
{
	uint32_t report = record_of(s, s->out->claim[0])->report;

	for (uint32_t i = 0; i < s->out->nclaim; i++) {
		const struct sr_record *r = record_of(s, s->out->claim[i]);
		if (r->report != report || r->claim.status == SR_STATUS_DENIED)
			return false;
	}
	s->out->support = (struct sr_support){ 1, 1, s->out->nclaim };
	return true;
}

static bool count_voices(struct sum *s, bool denials, struct sr_support *out)
{
	const struct sr_records *records = s->voices == &s->own ? &s->seen
								: s->w->records;
	uint32_t *claim = SR_NEW(&s->w->scratch, uint32_t, s->out->nclaim);
	size_t n = 0;

	*out = (struct sr_support){ 0 };
	for (uint32_t i = 0; claim && i < s->out->nclaim; i++) {
		const struct sr_record *r = record_of(s, s->out->claim[i]);
		if ((r->claim.status == SR_STATUS_DENIED) == denials)
			claim[n++] = seen_index(s, i);
	}
	if (claim && n)
		*out = sr_support_of(records, s->voices, claim, n,
				     &s->w->scratch);
	return !s->w->scratch.full;
}

/* Does the speaker's own side say it against itself? */
static bool admits(const struct sum *s, const struct sr_record *r)
{
	const struct sr_claim *c = &r->claim;
	struct sr_str side;

	if (c->status != SR_STATUS_ASSERTED || !c->speaker.n)
		return false;
	side = sr_speaker_side(s->w->records, s->out->claim, s->out->nclaim, r);
	if (!side.n)
		return false;
	if (sr_is_loss(c->type) || c->type == SR_TYPE_CONTROL_SEIZE ||
	    c->type == SR_TYPE_CONTROL_RETAKE)
		return c->has_target && sr_str_equal(c->target.side, side) &&
		       !(c->has_actor && sr_str_equal(c->actor.side, side));
	if (c->type == SR_TYPE_CONTROL_LEAVE)
		return c->has_actor && sr_str_equal(c->actor.side, side);
	return sr_is_attack(c->type) && c->has_actor &&
	       sr_str_equal(c->actor.side, side) && c->has_target &&
	       sr_str_is(c->target.side, "CIV");
}

/* Who denies what he says himself, of another part of it, contests nothing.
 * denial: index into out->claim. */
static bool contests(const struct sum *s, uint32_t denial)
{
	uint32_t origin = s->voices->claim[seen_index(s, denial)];

	for (uint32_t i = 0; i < s->out->nclaim; i++)
		if (record_of(s, s->out->claim[i])->claim.status !=
			    SR_STATUS_DENIED &&
		    s->voices->claim[seen_index(s, i)] == origin)
			return false;
	return true;
}

static void find_standing(struct sum *s)
{
	struct sr_incident *out = s->out;
	bool said = false, contested = false, firm = false;

	for (uint32_t i = 0; i < out->nclaim; i++) {
		const struct sr_record *r = record_of(s, out->claim[i]);
		said = said || r->claim.status != SR_STATUS_DENIED;
		contested =
			contested || r->claim.status == SR_STATUS_DISPUTED ||
			(r->claim.status == SR_STATUS_DENIED && contests(s, i));
		firm = firm || r->claim.status == SR_STATUS_ASSERTED ||
		       r->claim.status == SR_STATUS_PLANNED; /* a proposal */
		out->admitted = out->admitted || admits(s, r);
	}
	out->doubted = said && !firm;
	out->standing = !said			   ? SR_STANDING_DENIED
			: contested		   ? SR_STANDING_CONTESTED
			: out->admitted		   ? SR_STANDING_ADMITTED
			: out->support.norigin > 1 ? SR_STANDING_SUPPORTED
						   : SR_STANDING_REPORTED;
}

static void find_contradictions(struct sum *s)
{
	for (size_t a = 0; a < s->n && !s->out->contradicted; a++)
		for (size_t b = a + 1; b < s->n; b++) {
			const struct sr_telling *p = telling_at(s, a);
			const struct sr_telling *q = telling_at(s, b);
			for (unsigned i = 0; i < p->namount; i++)
				for (unsigned k = 0; k < q->namount; k++)
					if (sr_amounts_same_kind(
						    &p->amount[i],
						    &q->amount[k]) &&
					    sr_amounts_clash(&p->amount[i],
							     &q->amount[k]))
						s->out->contradicted = true;
		}
}

bool sr_incident_sum(struct sr_tell_work *w, const struct sr_voices *voices,
		     const uint32_t *telling, size_t n, struct sr_incident *out)
{
	struct sum s = {
		.w = w, .voices = voices, .telling = telling, .n = n, .out = out
	};
	const struct sr_telling *centre = telling_at(&s, 0);

	*out = (struct sr_incident){ .place = centre->place };
	out->type = sr_tell_claim(w, centre->head)->type;
	if (!put_claims(&s))
		return false;
	name_it(&s);
	find_days(&s);
	find_sides(&s);
	find_contradictions(&s);
	sr_arena_reset(&w->scratch);
	if (!is_plain(&s) &&
	    (!find_voices(&s) || !count_voices(&s, false, &out->support) ||
	     !count_voices(&s, true, &out->against)))
		return false;
	find_standing(&s);
	return true;
}

const char *sr_incident_grade(const struct sr_incident *i)
{
	switch (i->standing) {
	case SR_STANDING_ADMITTED:
		return "Confirmed";
	case SR_STANDING_SUPPORTED:
		return i->doubted ? "Weak" : "Fair";
	case SR_STANDING_REPORTED:
		return "Weak";
	case SR_STANDING_CONTESTED:
		return "Contested";
	case SR_STANDING_DENIED:
		return "Discounted";
	case SR_STANDING_COUNT:
		break;
	}
	return "?";
}

int sr_incident_credibility(const struct sr_incident *i)
{
	if (i->standing == SR_STANDING_DENIED)
		return 5;
	if (i->standing == SR_STANDING_CONTESTED)
		return 4;
	if (i->doubted)
		return i->support.norigin > 1 ? 3 : 6;
	if (i->admitted || i->support.norigin > 2)
		return 1;
	return i->support.norigin > 1 ? 2 : 3;
}
