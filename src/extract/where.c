/* Where it happened, when no selector of the pattern says so: of the places
 * that the sentence names, the one nearest to the trigger in the tree, each
 * step costing by how readily a place is shared across it; else the place
 * that the report is speaking of. Costs are in halves of the step from a verb
 * to its adjunct. */
#include "base/calendar.h"
#include "base/str.h"
#include "extract/extract_internal.h"
#include "extract/way.h"

#define MOST_COST 16 /* dearer than this: not the same scene */
#define AREA_COST 3  /* a country or region, where a town may stand too */
#define SIDE_COST 3  /* besides: "in the south", no name */
#define LINE_COST 4  /* besides: a border */
#define OPEN_COST 9  /* "a village": one that the words lead to only */
#define FAR_COST 9   /* whither somebody was taken; "the border with Chad" */
#define COURSE_COST 4 /* "the road to X", of what stays where it is */

/* "The X border": long, and somebody else may be near it. */
static bool is_line(const struct sr_place *p)
{
	return p->kind == SR_PLACE_AREA && !p->id && !p->has_point;
}

/* "Syria's Idlib", "Syrias Idlib" */
static uint32_t owned_next(const struct sr_reading *r, uint32_t m)
{
	const struct sr_place *p = &r->doc->places.items[m], *q = p + 1;

	if (!sr_is_state_place(p) || m + 1 >= r->doc->places.nitem ||
	    q->kind != SR_PLACE_POINT || q->m.from > p->m.to + 1 ||
	    q->m.from < p->m.to)
		return m;
	return q->m.from == p->m.to ||
	                       r->tree.token[p->m.to].upos == SR_UPOS_PART
	               ? m + 1
	               : m;
}

uint32_t sr_place_narrower(const struct sr_reading *r, uint32_t m)
{
	const struct sr_place *p = &r->doc->places.items[m];

	for (uint32_t k = m; k-- > 0;) {
		const struct sr_place *q = &r->doc->places.items[k];
		if (r->tree.token[q->m.head].sentence !=
		    r->tree.token[p->m.head].sentence)
			break;
		if (q->inside == m && q->kind != SR_PLACE_AREA &&
		    !sr_place_is_party(r, q, false))
			return k;
	}
	return owned_next(r, m);
}

/* What is said behind "50 km south of Sumy, a city that" is of Sumy; what is
 * said behind "X, a town south of Y, that" is of X. */
static uint32_t meant_by(const struct sr_reading *r, uint32_t m,
                         const struct sr_chain *c, size_t turn)
{
	const struct sr_place *p = &r->doc->places.items[m];

	if (p->kind != SR_PLACE_OFFSET)
		return m;
	if (turn > 0 &&
	    r->tree.token[c->token[turn - 1]].deprel == SR_REL_APPOS)
		return sr_place_anchor(r, m);
	return p->antecedent != SR_NONE ? p->antecedent : m;
}

/* Does the happening go somewhere (a march, a retreat), or is it in one place
 * (a battle), where "the road to X" says little? */
enum course { COURSE_ANY, COURSE_GOES, COURSE_STAYS };

/* The places of a sentence: from the one, and up to the other. */
static uint32_t first_of(const struct sr_reading *r, uint32_t sentence)
{
	if (r->glance && r->glance->sentence == sentence)
		return r->glance->place;
	return sr_places_from(r->doc, r->doc->sentences.items[sentence].from);
}

static uint32_t end_of(const struct sr_reading *r, uint32_t sentence)
{
	if (r->glance && r->glance->sentence == sentence)
		return r->glance->place_end;
	return sr_places_from(r->doc, r->doc->sentences.items[sentence].to);
}

/* The token that stands for it: of "northern X province" the noun. */
static uint32_t stands_at(const struct sr_reading *r, const struct sr_place *p)
{
	const struct sr_token *t = &r->tree.token[p->m.head];

	return p->kind == SR_PLACE_AREA && !p->id &&
	                       t->deprel == SR_REL_COMPOUND &&
	                       (r->classes[t->head] & SR_CLASS_PLACE)
	               ? t->head
	               : p->m.head;
}

static bool is_under(const struct sr_reading *r, uint32_t i, uint32_t m)
{
	return sr_dominates(&r->tree, i, r->doc->places.items[m].m.head);
}

/* "Ukraine's eastern Donetsk region": that is in it, and the narrower. */
static bool owns_next(const struct sr_reading *r, uint32_t m, uint32_t end)
{
	const struct sr_place *p = &r->doc->places.items[m];
	const struct sr_token *t = &r->tree.token[p->m.head];

	return m + 1 < end && sr_is_state_place(p) &&
	       t->deprel == SR_REL_NMOD_POSS &&
	       !sr_is_state_place(p + 1) &&
	       (stands_at(r, p + 1) == t->head || p[1].m.head == t->head);
}

/* "The border with X": who lives beyond it. */
static bool is_beyond(const struct sr_reading *r, const struct sr_place *p)
{
	const struct sr_token *t = &r->tree.token[p->m.head];

	return p->kind == SR_PLACE_AREA && t->deprel == SR_REL_NMOD &&
	       (r->classes[t->head] & (SR_CLASS_PLACE | SR_CLASS_LINE));
}

static uint32_t place_near(const struct sr_reading *r, uint32_t trigger,
                           enum course course, unsigned most)
{
	uint32_t sentence = r->tree.token[trigger].sentence;
	uint32_t m = first_of(r, sentence), end = end_of(r, sentence);
	uint32_t best = SR_NONE;
	unsigned least = most;

	if (m >= end)
		return best;
	struct sr_chain c;
	sr_chain_up(r, trigger, &c);
	for (; m < end; m++) {
		const struct sr_place *p = &r->doc->places.items[m];
		if (r->tree.token[p->m.head].sentence != sentence ||
		    sr_place_is_party(r, p, course == COURSE_GOES) ||
		    sr_tells_way(r, p))
			continue;
		if (owns_next(r, m, end))
			continue;
		size_t turn = 0;
		unsigned cost = sr_way(r, &c, stands_at(r, p), &turn);
		uint32_t says;
		if (cost == UINT32_MAX ||
		    (turn > 0 && sr_speaks_from(r, p, &says) &&
		     c.token[turn] == says) ||
		    (turn > 0 && sr_is_podium(r, p, c.token[turn])))
			continue;
		if (p->kind == SR_PLACE_AREA)
			cost += p->id ? AREA_COST : AREA_COST + SIDE_COST;
		uint32_t prep = sr_place_prep(r, p);
		if (is_line(p) || (prep && prep == r->word.with &&
				   (sr_is_state_place(p) || is_beyond(r, p))))
			cost += is_line(p) ? LINE_COST : FAR_COST;
		if (course == COURSE_STAYS && sr_goes_to(r, prep))
			cost += cost < FAR_COST || prep == r->word.from
					? COURSE_COST
					: MOST_COST;
		/* of two as near the one under the trigger itself */
		if (cost < least ||
		    (cost == least && best != SR_NONE &&
		     is_under(r, trigger, m) && !is_under(r, trigger, best))) {
			least = cost;
			best = meant_by(r, m, &c, turn);
		}
	}
	if (best == SR_NONE)
		return best;
	return sr_place_narrower(r, sr_place_behind(r, trigger, best));
}

uint32_t sr_place_near(const struct sr_reading *r, uint32_t trigger)
{
	return place_near(r, trigger, COURSE_ANY, MOST_COST);
}

/* How many sentences back the scene may have been set. */
#define SENTENCES_BACK 2
#define SILENT_BACK 5 /* where those between name no place at all */

static uint32_t block_of(const struct sr_reading *r, uint32_t sentence)
{
	return r->doc->sentences.items[sentence].block;
}

static uint32_t sentence_of(const struct sr_reading *r, uint32_t m)
{
	return r->tree.token[r->doc->places.items[m].m.head].sentence;
}

static bool is_in_or_near(const struct sr_reading *r, uint32_t prep)
{
	return sr_says_near(r, prep) || sr_says_in(r, prep) ||
	       (prep && prep == r->word.at);
}

bool sr_sets_scene(const struct sr_reading *r, uint32_t m)
{
	const struct sr_place *p = &r->doc->places.items[m];
	uint32_t prep = sr_place_prep(r, p), says;

	return prep && !is_line(p) && !sr_place_is_party(r, p, false) &&
	       !sr_speaks_from(r, p, &says) &&
	       !sr_is_podium(r, p, SR_NONE) && is_in_or_near(r, prep);
}

/* History sets no scene. */
#define PAST_DAYS 365

static bool long_past(const struct sr_reading *r, const struct sr_claim *c)
{
	return sr_days_known(c->days) &&
	       sr_days_known(r->doc->report.published) &&
	       c->days.to + PAST_DAYS < r->doc->report.published.from;
}

/* "Places such as the besieged port of X": what a place is only called, where
 * nothing is said to be in it. */
static bool in_passing(const struct sr_reading *r, uint32_t trigger)
{
	uint32_t prep = sr_case_of(&r->tree, r->tree.token[trigger].head);

	return r->tree.token[trigger].deprel == SR_REL_AMOD &&
	       !is_in_or_near(r, prep);
}

/* "Intensified following the takeover of X": elsewhere, and before. */
static bool is_before(const struct sr_reading *r, const struct sr_claim *c,
		      uint32_t trigger)
{
	uint32_t prep = sr_case_of(&r->tree, trigger);

	return sr_is_control(c->type) && !sr_is_verb(&r->tree, trigger) &&
	       prep && (prep == r->word.after || prep == r->word.following ||
			prep == r->word.since);
}

/* What may yet come somewhere else sets none either. */
static bool is_unreal(const struct sr_claim *c)
{
	return c->status == SR_STATUS_POSSIBLE && !sr_is_loss(c->type);
}

/* What goes to a place has set no scene there; who leaves one has. */
static bool elsewhere(const struct sr_reading *r, unsigned type, uint32_t m)
{
	uint32_t prep = sr_place_prep(r, &r->doc->places.items[m]);

	return sr_goes_to(r, prep) &&
	       (type != SR_TYPE_CONTROL_LEAVE || prep != r->word.from);
}

/* "Shelled A, B, C and D": is the k-th claim one of so many of one trigger? What
 * is said next is of none of them more than of another. */
#define LONG_ROW 3

static bool is_of_row(const struct sr_reading *r, size_t k)
{
	return k >= LONG_ROW &&
	       r->made.items[k - LONG_ROW].trigger == r->made.items[k].trigger &&
	       r->doc->claims.items[k - LONG_ROW].type ==
		       r->doc->claims.items[k].type;
}

/* Talks, and what happened in another year, had scenes of their own. */
#define APART_DAYS 300

static bool is_apart(const struct sr_claim *was, const struct sr_claim *now)
{
	if (now->basis == SR_BASIS_REPORT || !sr_days_known(now->days) ||
	    !sr_days_known(was->days) || was->type == SR_TYPE_POLITICS_TALKS)
		return was->type == SR_TYPE_POLITICS_TALKS;
	return now->days.to + APART_DAYS < was->days.from ||
	       was->days.to + APART_DAYS < now->days.from;
}

/* Where a sentence plays: for the claim now behind it, or NULL; name: of what no
 * table has; row: one of many; apart: of something else. */
struct scene {
	const struct sr_claim *now;
	uint32_t name;
	bool row, apart;
};

/* The place of the last claim made in a sentence; SR_NONE. */
static uint32_t told_in(const struct sr_reading *r, uint32_t sentence,
			struct scene *of)
{
	for (size_t k = r->made.nitem; k-- > 0;) {
		const struct sr_made *m = &r->made.items[k];
		const struct sr_claim *c = &r->doc->claims.items[k];
		uint32_t s = r->tree.token[m->trigger].sentence;
		if (s < sentence)
			break;
		if (s != sentence ||
		    (m->place == SR_NONE && m->name == SR_NONE) ||
		    in_passing(r, m->trigger) || long_past(r, c) ||
		    is_before(r, c, m->trigger) ||
		    is_unreal(c) ||
		    (m->place != SR_NONE && elsewhere(r, c->type, m->place)))
			continue;
		if (of->now && is_apart(c, of->now)) {
			of->apart = true;
			continue;
		}
		of->name = m->place == SR_NONE ? m->name : SR_NONE;
		of->row = is_of_row(r, k);
		return m->place;
	}
	return SR_NONE;
}

/* That, else the last place that the sentence says something is in. */
static uint32_t scene_of(const struct sr_reading *r, uint32_t sentence,
			 struct scene *of)
{
	uint32_t found = told_in(r, sentence, of);
	uint32_t end = end_of(r, sentence);

	if (of->row) {
		of->name = SR_NONE;
		return SR_NONE;
	}
	if (found != SR_NONE || of->name != SR_NONE || of->apart)
		return found;
	for (uint32_t m = first_of(r, sentence); m < end; m++)
		if (sentence_of(r, m) == sentence &&
		    r->doc->places.items[m].kind != SR_PLACE_AREA &&
		    sr_sets_scene(r, m))
			found = m;
	return found;
}

/* A bridge or street of no known town is not where the next sentence plays. */
static bool may_be_scene(const struct sr_reading *r, uint32_t m)
{
	const struct sr_place *p = &r->doc->places.items[m];

	return !is_line(p) &&
	       (p->country.n || p->has_point ||
	        !(r->classes[p->m.head] & SR_CLASS_SITE));
}

/* "The shelling lasted all night": what was told before; "the army fired" and
 * "40 bombardments" may be of the whole front. */
static bool is_the_same(const struct sr_reading *r, const struct sr_claim *c,
			uint32_t trigger)
{
	uint32_t by;

	if (c->type != SR_TYPE_ATTACK_SHELLING || is_unreal(c))
		return false;
	SR_CHILDREN(&r->tree, trigger, n)
		if (r->tree.token[n].upos == SR_UPOS_NUM)
			return false;
	by = sr_agent(&r->tree, trigger);
	return by == SR_NONE || (r->tree.token[by].party == SR_NONE &&
				 r->tree.token[by].upos != SR_UPOS_PRON);
}

/* "Four were killed, the hospital said", five sentences behind the town: where
 * it was, if no other place was named since. */
static bool may_reach_far(const struct sr_reading *r, const struct sr_claim *c,
			  uint32_t trigger)
{
	return (c->type == SR_TYPE_LOSS_KILLED ||
		c->type == SR_TYPE_LOSS_WOUNDED ||
		c->type == SR_TYPE_ATTACK_EXPLOSIVE ||
		is_the_same(r, c, trigger)) &&
	       c->basis != SR_BASIS_INFERRED;
}

/* Where the sentences right before play, in this paragraph or, from its first
 * sentence, in the one before; a heading begins anew. */
static uint32_t scene_before(const struct sr_reading *r, uint32_t trigger,
			     const struct sr_claim *c, uint32_t *name)
{
	bool silent = may_reach_far(r, c, trigger);
	uint32_t sentence = r->tree.token[trigger].sentence;

	if (r->doc->blocks.items[block_of(r, sentence)].kind ==
	    SR_BLOCK_HEADING)
		return SR_NONE;
	for (uint32_t n = 1; n <= SILENT_BACK && n <= sentence; n++) {
		uint32_t s = sentence - n;
		bool far = n > SENTENCES_BACK ||
			   block_of(r, s) + 1 < block_of(r, sentence);
		/* each note of a timeline plays elsewhere */
		if ((far && !silent) || sr_opens_entry(r, s + 1))
			break;
		uint32_t front = sr_front_of(r, s);
		if (front != SR_NONE)
			return front;
		struct scene of = { .now = c, .name = SR_NONE };
		uint32_t m = scene_of(r, s, &of);
		*name = of.name;
		if (far && m != SR_NONE &&
		    (r->doc->places.items[m].kind == SR_PLACE_AREA ||
		     sr_is_state_place(&r->doc->places.items[m])))
			return SR_NONE;
		if (*name != SR_NONE || (m != SR_NONE && may_be_scene(r, m)))
			return m;
		silent = silent && first_of(r, s) == end_of(r, s);
	}
	return SR_NONE;
}

/* The place that the sentence says something is in, however far in the tree:
 * the last before the trigger, else the first behind it. */
static uint32_t scene_here(const struct sr_reading *r, uint32_t trigger)
{
	uint32_t sentence = r->tree.token[trigger].sentence, found = SR_NONE;
	uint32_t end = end_of(r, sentence);

	for (uint32_t m = first_of(r, sentence); m < end; m++) {
		if (sentence_of(r, m) != sentence || !sr_sets_scene(r, m) ||
		    r->tree.token[r->doc->places.items[m].m.head].party !=
		            SR_NONE)
			continue;
		if (r->doc->places.items[m].m.head > trigger &&
		    found != SR_NONE)
			break;
		found = m;
	}
	return found;
}

/* Is what it is done to some place that the words leave open ("dozens of
 * settlements", "a village")? Then the scene's place is not it. */
static bool leaves_open(const struct sr_reading *r, uint32_t trigger)
{
	uint32_t patient = sr_patient(&r->tree, trigger);

	if (patient == SR_NONE ||
	    !(r->classes[sr_meant(r, patient)] & SR_CLASS_PLACE))
		return false;
	SR_CHILDREN(&r->tree, patient, c)
		if (r->tree.token[c].lower == r->word.the ||
		    r->tree.token[c].lower == r->word.this)
			return false;
	return true;
}

static enum course course_of(unsigned type)
{
	switch (type) {
	case SR_TYPE_CONTROL_ADVANCE:
	case SR_TYPE_CONTROL_LEAVE:
	case SR_TYPE_FORCE_MOVE:
	case SR_TYPE_FORCE_SUPPLY:
	case SR_TYPE_CIVIL_AID:
	case SR_TYPE_CIVIL_MOVEMENT:
		return COURSE_GOES;
	case SR_TYPE_CONTROL_HOLD:
	case SR_TYPE_CONTROL_BESIEGE:
	case SR_TYPE_LOSS_KILLED:
	case SR_TYPE_LOSS_WOUNDED:
	case SR_TYPE_LOSS_EQUIPMENT:
	case SR_TYPE_LOSS_CAPTURED:
	case SR_TYPE_LOSS_CASUALTIES:
	case SR_TYPE_ATTACK_GROUND:
	case SR_TYPE_ATTACK_AIR:
	case SR_TYPE_ATTACK_SHELLING:
	case SR_TYPE_ATTACK_CIVILIANS:
		return COURSE_STAYS;
	default:
		return COURSE_ANY;
	}
}

/* "Residents of Amhara's biggest city, Gondar, said": of m, a region, the town
 * that the speaker at i is of. */
static uint32_t town_of(const struct sr_reading *r, uint32_t i, uint32_t m)
{
	const struct sr_place *p = r->doc->places.items;

	if (p[m].kind != SR_PLACE_AREA)
		return m;
	while (r->tree.token[i].head != i && !sr_is_subject(&r->tree, i))
		i = r->tree.token[i].head;
	for (uint32_t k = m + 1; k < r->doc->places.nitem; k++) {
		if (r->tree.token[p[k].m.head].sentence !=
		    r->tree.token[p[m].m.head].sentence)
			break;
		if (p[k].kind == SR_PLACE_POINT &&
		    sr_dominates(&r->tree, i, p[k].m.head))
			return k;
	}
	return m;
}

/* "Kharkiv's mayor said", "hospital officials in Khartoum", "the governor of
 * Belgorod": where somebody is of, who tells of home. */
static uint32_t speakers_place(const struct sr_reading *r,
                               const struct sr_claim *c)
{
	const struct sr_doc *d = r->doc;
	uint32_t i = sr_token_at(d, c->speaker_at.from);

	if (!c->speaker.n || i >= r->tree.ntoken)
		return SR_NONE;
	/* what is in its words, or hangs on them, is in its sentence */
	const struct sr_sentence *s = &d->sentences.items[r->tree.token[i].sentence];
	for (uint32_t m = sr_places_from(d, s->from); m < d->places.nitem; m++) {
		const struct sr_place *p = &d->places.items[m];
		if (p->m.at.from >= c->speaker_at.to && p->m.from >= s->to)
			break;
		uint32_t head = r->tree.token[p->m.head].head;
		struct sr_span of = r->tree.token[head].at;
		bool inside = p->m.at.from >= c->speaker_at.from &&
		              p->m.at.from < c->speaker_at.to;
		bool behind = of.from >= c->speaker_at.from &&
		              of.to <= c->speaker_at.to &&
		              sr_says_in(r, sr_place_prep(r, p));
		if (!inside && !behind)
			continue;
		if (!sr_is_state_place(p) && !sr_str_is(p->feature, "PPLC") && p->id)
			return town_of(r, i, m);
	}
	return SR_NONE;
}

/* With nothing else to go by: the one place that the sentence names. */
static uint32_t only_place(const struct sr_reading *r, uint32_t sentence)
{
	uint32_t end = end_of(r, sentence), found = SR_NONE, says;

	for (uint32_t m = first_of(r, sentence); m < end; m++) {
		const struct sr_place *p = &r->doc->places.items[m];
		if (p->kind == SR_PLACE_AREA)
			continue;
		if (sr_str_is(p->feature, "PPLC") || found != SR_NONE || sr_place_is_party(r, p, false) ||
		    sr_speaks_from(r, p, &says) ||
		    sr_is_podium(r, p, SR_NONE))
			return SR_NONE;
		found = m;
	}
	return found;
}

uint32_t sr_where_of(const struct sr_reading *r, uint32_t trigger,
		     const struct sr_claim *c, uint32_t *name)
{
	bool side = sr_is_of_a_side(r, trigger);
	bool open = side || leaves_open(r, trigger);
	uint32_t m = place_near(r, trigger, course_of(c->type),
	                        open ? OPEN_COST : MOST_COST);
	if (side && m != SR_NONE && !is_under(r, sr_clause(&r->tree, trigger), m))
		m = SR_NONE;

	if (m != SR_NONE && sr_is_origin(r, c->type, m))
		m = SR_NONE;
	/* "Syria air strikes": whose */
	if (m != SR_NONE &&
	    (c->type == SR_TYPE_ATTACK_AIR ||
	     c->type == SR_TYPE_ATTACK_SHELLING) &&
	    sr_names_scene(r, r->doc->places.items[m].m.head))
		m = SR_NONE;
	if (m != SR_NONE || sr_is_of_more(c))
		return m;
	if (open)
		return sr_is_attack(c->type) ? speakers_place(r, c) : SR_NONE;
	if (!sr_is_attack(c->type) && !sr_is_control(c->type) &&
	    !sr_is_loss(c->type) && !sr_is_civil(c->type))
		return SR_NONE;
	if (sr_is_of_war(r, trigger))
		return SR_NONE;
	uint32_t sentence = r->tree.token[trigger].sentence;
	struct scene here = { .name = SR_NONE };
	m = told_in(r, sentence, &here);
	*name = here.name;
	if (*name != SR_NONE)
		return m;
	if (m == SR_NONE)
		m = scene_here(r, trigger);
	if (m == SR_NONE)
		m = speakers_place(r, c);
	bool first = sentence == 0 ||
		     block_of(r, sentence - 1) != block_of(r, sentence);
	if (m == SR_NONE && first)
		m = sr_note_place(r, sentence, name);
	if (m == SR_NONE && *name == SR_NONE && sr_is_of_country(r, sentence))
		return SR_NONE;
	if (m == SR_NONE && *name == SR_NONE)
		m = scene_before(r, trigger, c, name);
	if (m == SR_NONE && *name == SR_NONE && !first)
		m = sr_note_place(r, sentence, name);
	if (*name != SR_NONE)
		return m;
	if (m == SR_NONE)
		m = sr_section_place(r, sentence);
	return m != SR_NONE ? m : only_place(r, sentence);
}
