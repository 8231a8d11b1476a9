/* Persons: a run of capitalised names that a post, a rank, a title, an
 * apposition, a verb of speech or an earlier mention shows to be one. Posts
 * give the side: of the country in front of the post, of the body behind it,
 * of the place that is governed. */
#include "resolve/party_person.h"
#include "base/str.h"
#include "kit/pattern.h"

#define MOST_NAME_WORDS 8

static bool other_name(const struct sr_muster *m, uint32_t i)
{
	const struct sr_fact *f = sr_name_at(m, i);

	return f && f->kind != SR_FACT_LEADER && f->kind != SR_FACT_SURNAME;
}

static bool name_word(const struct sr_muster *m, uint32_t i)
{
	const struct sr_token *t = &m->token[i];

	if (!sr_capital(m, i) || other_name(m, i) || t->time != SR_NONE)
		return false;
	return t->upos == SR_UPOS_PROPN || sr_name_at(m, i) ||
	       (t->upos == SR_UPOS_X && !(t->flags & SR_TOK_FIRST)) ||
	       sr_fact_at(m, i, SR_FACT_RANK);
}

static bool particle(const struct sr_muster *m, uint32_t i)
{
	const struct sr_fact *f = sr_fact_at(m, i, SR_FACT_LINK);

	return f && f->to == i + 1 &&
	       (sr_kit_value(m->kit, SR_TABLE_LINKS, f->row, SR_LINKS_KINDS) &
		SR_LINK_PARTICLE);
}

/* One behind the run of names that begins at i. */
static uint32_t run_end(const struct sr_muster *m, uint32_t i)
{
	const struct sr_sentence *s = sr_sentence_of(m, i);
	uint32_t to = i;

	while (to < s->to) {
		uint32_t k = to;
		while (k < s->to && k < to + 3 &&
		       (sr_is_dash(m, k) || particle(m, k)) && k > i)
			k++;
		if (k >= s->to || !name_word(m, k))
			break;
		to = k + 1;
	}
	return to;
}

static bool body_word(const struct sr_muster *m, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (m->noun[i] != SR_NONE ||
		    sr_fact_ending(m, i, SR_FACT_ECHELON) ||
		    sr_fact_ending(m, i, SR_FACT_THING))
			return true;
	return false;
}

static uint32_t last_name(const struct sr_muster *m, const struct sr_person *p)
{
	return m->token[p->to - 1].lower;
}

/* A person named before whose last name this is. */
static const struct sr_draft *named_before(const struct sr_muster *m,
					   const struct sr_person *p)
{
	uint32_t last = sr_note_find(m, SR_NOTE_SURNAME, last_name(m, p));

	return last == SR_NONE ? NULL : &m->drafts.items[last];
}

static bool says(const struct sr_muster *m, uint32_t i)
{
	uint32_t head = sr_head_in(m, i, i + 1);

	return sr_is_subject(&m->tree, head) &&
	       (m->verb[m->token[head].head] & SR_VERB_SAY) &&
	       !sr_is_passive(&m->tree, m->token[head].head);
}

static bool on_map(const struct sr_muster *m, const struct sr_person *p)
{
	for (uint32_t i = p->from; i < p->to; i++)
		if (m->token[i].place != SR_NONE)
			return true;
	return false;
}

/* A place's name that covers all of it, "San Jose". */
static bool whole_on_map(const struct sr_muster *m, const struct sr_person *p)
{
	for (uint32_t i = p->from; i < p->to; i++)
		if (m->token[i].place == SR_NONE)
			return false;
	return true;
}

#define MOST_CALLED 4 /* words: "a small fishing village" */

/* "Imam Said, a village on the river": whatever a title in it says. */
static bool is_called_place(const struct sr_muster *m, const struct sr_person *p)
{
	uint32_t i = p->to, end = i + 2 + MOST_CALLED;

	if (i + 2 >= m->ntoken || m->token[i].xpos != SR_XPOS_COMMA ||
	    m->token[i + 1].upos != SR_UPOS_DET)
		return false;
	for (i += 2; i < end && i < m->ntoken; i++) {
		if (sr_thing_of(m, i) & SR_CLASS_PLACE)
			return true;
		if (m->token[i].upos != SR_UPOS_ADJ &&
		    m->token[i].upos != SR_UPOS_NOUN)
			return false;
	}
	return false;
}

/* Is there anything that shows it to be a person? */
static bool is_person(const struct sr_muster *m, const struct sr_person *p)
{
	if (!p->known && is_called_place(m, p))
		return false;
	if (p->known || (p->titled && (p->ranked || !on_map(m, p))))
		return true;
	bool given = p->to >= p->from + 2 &&
		     sr_fact_at(m, p->from, SR_FACT_GIVEN);
	if (given ? sr_fact_ending(m, p->to - 1, SR_FACT_BODY) != NULL
		  : body_word(m, p->from, p->to))
		return false;
	if (p->post != SR_NONE)
		return p->post_np == SR_NONE || p->to > p->from + 1 ||
		       !on_map(m, p);
	if (named_before(m, p))
		return true;
	if (given && !whole_on_map(m, p))
		return true;
	if (on_map(m, p))
		return false;
	return p->to >= p->from + 2 && says(m, sr_head_in(m, p->from, p->to));
}

static uint8_t kind_of_post(const struct sr_muster *m, uint32_t post)
{
	if (post == SR_NONE)
		return SR_PARTY_KIND_PERSON;
	/* From officers on the words say a trade, not an office. */
	return sr_post_class(m, post) < SR_POST_OFFICER ? SR_PARTY_KIND_OFFICIAL
							: SR_PARTY_KIND_PERSON;
}

enum sr_post sr_post_class(const struct sr_muster *m, uint32_t post)
{
	return (enum sr_post)sr_kit_value(m->kit, SR_TABLE_POSTS,
					  m->facts.items[post].row,
					  SR_POSTS_CLASS);
}

#define MOST_BACK 60 /* tokens: "the governor" of the place named last */

static struct sr_str country_before(const struct sr_muster *m, uint32_t i)
{
	uint32_t stop = i > MOST_BACK ? i - MOST_BACK : 0;

	while (i-- > stop) {
		if (m->token[i].place == SR_NONE)
			continue;
		const struct sr_place *p =
			&m->doc->places.items[m->token[i].place];
		if (p->country.n &&
		    (p->kind == SR_PLACE_POINT || p->kind == SR_PLACE_AREA))
			return sr_side_of_country(m, p->country);
	}
	return (struct sr_str){ NULL, 0 };
}

/* "The militants' commander": whose they are is known later. */
static bool of_fighters(const struct sr_muster *m,
			const struct sr_phrase_np *np)
{
	uint32_t fact = np->possessor == SR_NONE
				? SR_NONE
				: m->noun[m->nps.items[np->possessor].noun];

	if (fact == SR_NONE || m->facts.items[fact].kind != SR_FACT_NOUN)
		return false;
	return sr_people_fight((unsigned)sr_kit_value(
		m->kit, SR_TABLE_PEOPLE, m->facts.items[fact].row,
		SR_PEOPLE_CLASS));
}

/* The side that a post in a noun phrase gives. */
static struct sr_str side_of_post(const struct sr_muster *m, uint32_t post,
				  const struct sr_phrase_np *np, uint8_t *why)
{
	struct sr_str side = { NULL, 0 };

	*why = SR_PARTY_UNKNOWN;
	if (kind_of_post(m, post) != SR_PARTY_KIND_OFFICIAL &&
	    sr_post_class(m, post) != SR_POST_OFFICER)
		return side;
	side = sr_side_said(m, np, false, why);
	if (!side.n) {
		side = sr_kit_text(m->kit, SR_TABLE_POSTS,
				   m->facts.items[post].row, SR_POSTS_SIDE);
		*why = SR_PARTY_SAID;
	}
	if (side.n)
		return side;
	*why = SR_PARTY_UNKNOWN;
	/* "its commander": as the pronoun, see party_definite.c */
	uint32_t from = m->facts.items[post].from;
	if (m->token[np->own].xpos == SR_XPOS_PRP_S && from == np->own + 1)
		return side;
	/* "governor of Luhansk", "Aleppo Governor X": the place's country. */
	uint32_t to = m->facts.items[post].to;
	side = sr_side_patron(m, np);
	if (!side.n)
		side = sr_country_near(m, np->from, to < np->to ? to : np->to);
	if (!side.n && sr_post_class(m, post) == SR_POST_GOVERNOR)
		side = country_before(m, np->from);
	if (side.n) {
		*why = SR_PARTY_PLACE;
	} else if (!m->link[to < m->ntoken ? to : to - 1] &&
		   sr_post_class(m, post) <= SR_POST_COMMANDER &&
		   sr_within_a_state(m) && !of_fighters(m, np)) {
		side = m->home;
		*why = SR_PARTY_CONTEXT;
	}
	return side;
}

static void fill_known(struct sr_muster *m, struct sr_draft *d,
		       const struct sr_fact *f)
{
	d->p.name = sr_fact_name(m, f);
	d->p.side = sr_fact_side(m, f);
	d->p.kind = SR_PARTY_KIND_OFFICIAL;
	d->p.table = SR_TABLE_LEADERS;
	d->p.row = f->row;
	d->p.why = d->p.side.n ? SR_PARTY_TABLE : SR_PARTY_UNKNOWN;
}

/* The phrase of a post beside the name is a mention of the same person. */
static void add_beside(struct sr_muster *m, const struct sr_person *p,
		       struct sr_str name, struct sr_str side, uint8_t why)
{
	const struct sr_phrase_np np = m->nps.items[p->post_np];
	uint32_t end, to = np.to;

	if (sr_draft_at(m, np.noun))
		return;
	if (sr_owner_behind(m, np.to, SR_LINK_OWNER | SR_LINK_EMPLOYER, &end) !=
	    SR_NONE)
		to = end;
	if (np.from < p->from && to > p->from)
		to = np.to;
	struct sr_draft *d = sr_draft_new(m, np.from, to, np.noun);
	if (!d)
		return;
	d->fact = SR_FACT_POST;
	d->class = (uint8_t)sr_post_class(m, p->post);
	d->np = p->post_np;
	d->surname = last_name(m, p);
	d->named = true;
	d->p.kind = kind_of_post(m, p->post);
	d->p.name = name;
	d->p.side = side;
	d->p.why = why;
}

static void note_person(struct sr_muster *m, const struct sr_person *p,
			uint32_t own)
{
	sr_note_put(m, SR_NOTE_SURNAME, last_name(m, p), own);
	if (p->known)
		sr_note_put(m, SR_NOTE_LEADER, p->known->row, own);
}

static void add_person(struct sr_muster *m, const struct sr_person *p)
{
	const struct sr_draft *before = named_before(m, p);
	struct sr_draft old = { 0 };
	uint32_t from = p->from, to = p->to;

	if (before)
		old = *before;
	if (p->np != SR_NONE)
		from = sr_person_start(m, p);
	if (!p->known && sr_inside_unit(m, p->to - 1))
		return; /* "the 27th Mohammad Rasulullah Division" */
	struct sr_draft *d = sr_draft_new(m, from, to, sr_head_in(m, from, to));
	if (!d)
		return;
	d->fact = SR_FACT_LEADER;
	d->class = p->post == SR_NONE ? SR_POST_PLAIN
				      : (uint8_t)sr_post_class(m, p->post);
	d->np = p->np;
	d->named = true;
	d->surname = last_name(m, p);
	d->first = p->from;
	if (p->post != SR_NONE)
		d->post = m->facts.items[p->post].row;
	d->p.name = sr_words(m, p->from, p->to);
	d->p.kind = kind_of_post(m, p->post);
	if (p->ranked && p->post == SR_NONE)
		d->p.kind = SR_PARTY_KIND_OFFICIAL;
	if (p->known) {
		fill_known(m, d, p->known);
	} else if (p->post != SR_NONE) {
		uint32_t n = p->post_np == SR_NONE ? p->np : p->post_np;
		if (n != SR_NONE)
			d->p.side = side_of_post(m, p->post, &m->nps.items[n],
						 &d->p.why);
	} else if (p->np != SR_NONE && p->titled) {
		d->p.side =
			sr_side_said(m, &m->nps.items[p->np], false, &d->p.why);
	}
	if (before && p->post == SR_NONE && !p->known)
		d->p.kind = old.p.kind;
	if (before && !p->known && to - p->from == 1 && old.p.name.n)
		d->p.name = old.p.name;
	if (before && !d->p.side.n && old.p.side.n) {
		d->p.side = old.p.side;
		d->p.why = SR_PARTY_REFERS;
	}
	struct sr_str name = d->p.name, side = d->p.side;
	uint8_t why = d->p.why;
	note_person(m, p, (uint32_t)(d - m->drafts.items));
	if (p->post_np != SR_NONE && p->post_np != p->np)
		add_beside(m, p, name, side, why);
}

/* The leader that a run's words name: a full name in it, else a surname. */
static const struct sr_fact *leader_in(const struct sr_muster *m,
				       const struct sr_person *p)
{
	const struct sr_fact *best = NULL;

	for (uint32_t i = p->from; i < p->to; i++) {
		const struct sr_fact *f = sr_name_at(m, i);
		if (!f || f->from != i)
			continue;
		if (f->kind == SR_FACT_LEADER)
			return f;
		/* "Saif Gaddafi" is not Gaddafi: the surname alone, or after
		 * titles only */
		if (f->kind == SR_FACT_SURNAME && f->from == p->from &&
		    f->to == p->to)
			best = f;
	}
	return best;
}

/* Of several of one surname the one named before, else who held the post. */
static const struct sr_fact *settle(const struct sr_muster *m,
				    const struct sr_fact *f)
{
	struct sr_days day = m->doc->report.published;
	const struct sr_fact *best = f;

	if (!f || f->kind != SR_FACT_SURNAME)
		return f;
	for (uint32_t k = m->first[f->from]; k < m->first[f->from + 1]; k++) {
		const struct sr_fact *o = &m->facts.items[k];
		if (o->kind != SR_FACT_SURNAME || o->to != f->to)
			continue;
		if (sr_note_find(m, SR_NOTE_LEADER, o->row) != SR_NONE)
			return o;
		int32_t from = sr_kit_value(m->kit, SR_TABLE_LEADERS, o->row,
					    SR_LEADERS_FROM);
		int32_t to = sr_kit_value(m->kit, SR_TABLE_LEADERS, o->row,
					  SR_LEADERS_TO);
		if (from && from <= day.from && (!to || to >= day.from))
			best = o;
	}
	return best;
}

static void read_run(struct sr_muster *m, uint32_t from, uint32_t to)
{
	struct sr_person p = { .from = from,
			       .to = to,
			       .np = SR_NONE,
			       .post = SR_NONE,
			       .post_np = SR_NONE };

	sr_person_titles(m, &p);
	if (p.to > p.from + MOST_NAME_WORDS)
		return;
	p.np = m->np_in[p.to - 1];
	p.known = settle(m, leader_in(m, &p));
	if (p.known) {
		p.from = p.known->from < p.from ? p.from : p.known->from;
		p.to = p.known->to;
	}
	sr_person_post(m, &p);
	if (is_person(m, &p) && !sr_draft_at(m, sr_head_in(m, p.from, p.to)))
		add_person(m, &p);
}

/* "the prosecutor's office": the possessor is part of the body's name. */
static bool part_of_body(const struct sr_muster *m, uint32_t n)
{
	if (n + 1 >= m->nps.nitem || m->nps.items[n + 1].possessor != n)
		return false;
	const struct sr_fact *f =
		sr_fact_ending(m, m->nps.items[n + 1].noun, SR_FACT_BODY);
	return f && f->from <= m->nps.items[n].noun;
}

/* Posts without a name: "the mayor", "a spokesman for the General Staff". */
static void add_post(struct sr_muster *m, uint32_t n)
{
	const struct sr_phrase_np np = m->nps.items[n];
	uint32_t post = sr_post_of(m, &np), end;

	if (post == SR_NONE || sr_draft_at(m, np.noun) ||
	    kind_of_post(m, post) != SR_PARTY_KIND_OFFICIAL ||
	    m->name[np.noun] != SR_NONE || part_of_body(m, n) ||
	    (np.from == np.noun && !sr_is_subject(&m->tree, np.noun)))
		return;
	uint32_t noun = sr_owner_behind(m, np.to,
					SR_LINK_OWNER | SR_LINK_EMPLOYER, &end);
	/* "wounded in the head" */
	if (noun == SR_NONE && sr_post_class(m, post) == SR_POST_CHIEF &&
	    !sr_named_in(m, np.from, np.noun) && !says(m, np.noun))
		return;
	struct sr_draft *d = sr_draft_new(
		m, np.from, noun == SR_NONE ? np.to : end, np.noun);
	if (!d)
		return;
	d->fact = SR_FACT_POST;
	d->class = (uint8_t)sr_post_class(m, post);
	d->np = n;
	d->post = m->facts.items[post].row;
	d->definite = sr_is_definite(m, &np);
	d->p.kind = SR_PARTY_KIND_OFFICIAL;
	d->p.plural = m->token[np.noun].xpos == SR_XPOS_NNS;
	d->p.side = side_of_post(m, post, &np, &d->p.why);
	/* With a side of its own words it need not be anybody named before. */
	d->alone = d->p.why != SR_PARTY_SAID;
}

void sr_muster_persons(struct sr_muster *m)
{
	for (size_t k = 0; k < m->doc->sentences.nitem; k++) {
		const struct sr_sentence *s = &m->doc->sentences.items[k];
		for (uint32_t i = s->from; i < s->to;) {
			if (!sr_capital(m, i) || !name_word(m, i)) {
				i++;
				continue;
			}
			uint32_t to = run_end(m, i);
			read_run(m, i, to);
			i = to;
		}
	}
	for (uint32_t n = 0; n < m->nps.nitem; n++)
		add_post(m, n);
}
