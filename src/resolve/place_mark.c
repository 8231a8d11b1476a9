/* The phrases that the tables found (doc->hits), gathered by token, and the
 * names of persons, which must not be taken for towns (Milan, Jordan, Lyman).
 * One pass over the hits, one over the tokens. */
#include <stdlib.h>

#include "ontology.h"
#include "resolve/place.h"

#define IN_SIGN 18    /* tenths: "in", "near" */
#define MOST_UP 8     /* heads from a noun to the clause it stands in */
#define TITLE_NAMES 3 /* at most so many names follow a title */

static void mark_noun(struct place_work *w, const struct sr_hit *h)
{
	struct place_mark *m = &w->mark[h->from], *end = &w->mark[h->to];
	uint16_t row = (uint16_t)(h->row + 1);
	uint16_t n = (uint16_t)(h->to - h->from);

	if (n > m->noun_tokens) {
		m->noun_tokens = n;
		m->noun = h->column == SR_NOUNS_FORMS ? row : 0;
		m->noun_many = h->column == SR_NOUNS_MANY ? row : 0;
	}
	if (n > end->noun_end_tokens) {
		end->noun_end = row;
		end->noun_end_tokens = n;
	}
}

static void mark_sign(struct place_work *w, const struct sr_hit *h)
{
	int32_t kind =
		sr_kit_value(w->kit, SR_TABLE_SIGNS, h->row, SR_SIGNS_KIND);
	int32_t weight =
		sr_kit_value(w->kit, SR_TABLE_SIGNS, h->row, SR_SIGNS_WEIGHT);
	struct place_mark *m = &w->mark[h->from], *end = &w->mark[h->to];

	if (h->to == h->from + 1)
		m->signs |= 1u << kind;
	if (kind == SIGN_WORD && weight > m->word)
		m->word = (uint8_t)weight;
	/* "a man named X", not "a village named X" */
	if (kind == SIGN_VOICE && !m->noun_end)
		end->voice = true;
	if (kind <= SIGN_OF && weight > end->before) {
		end->before = (uint8_t)weight;
		end->before_kind = (uint8_t)kind;
	}
}

static void mark_taken(struct place_work *w, const struct sr_hit *h)
{
	for (uint32_t i = h->from; i < h->to; i++)
		w->mark[i].taken = true;
}

/* A phrase of the tables of places. */
static void mark_place(struct place_work *w, const struct sr_hit *h)
{
	struct place_mark *m = &w->mark[h->from];
	uint16_t row = (uint16_t)(h->row + 1);
	uint16_t n = (uint16_t)(h->to - h->from);

	if (h->table == SR_TABLE_COUNTRIES &&
	    h->column == SR_COUNTRIES_DEMONYMS) {
		for (uint32_t i = h->from; i < h->to; i++)
			w->mark[i].people = row;
	} else if (h->table == SR_TABLE_COUNTRIES && n > m->country_tokens) {
		m->country = row;
		m->country_tokens = n;
	} else if (h->table == SR_TABLE_FEATURES && n > m->feature_tokens) {
		m->feature = row;
		m->feature_tokens = n;
	} else if (h->table == SR_TABLE_NOUNS) {
		mark_noun(w, h);
	} else if (h->table == SR_TABLE_BEARINGS && n > m->bearing_tokens) {
		m->bearing = row;
		m->bearing_tokens = (uint8_t)n;
		m->part = h->column == SR_BEARINGS_PART;
	} else if (h->table == SR_TABLE_SIGNS) {
		mark_sign(w, h);
	}
}

/* What a phrase of a table tells about places. */
enum role {
	ROLE_OTHER, /* that its words are something else */
	ROLE_TITLE,
	ROLE_UNIT,
	ROLE_SPEECH,
	ROLE_TAKEN,
	ROLE_SEAT,
	ROLE_PLACE, /* see mark_place */
	ROLE_NONE
};

static const uint8_t ROLE[SR_TABLE_COUNT] = {
	[SR_TABLE_COUNTRIES] = ROLE_PLACE,
	[SR_TABLE_FEATURES] = ROLE_PLACE,
	[SR_TABLE_NOUNS] = ROLE_PLACE,
	[SR_TABLE_BEARINGS] = ROLE_PLACE,
	[SR_TABLE_SIGNS] = ROLE_PLACE,
	[SR_TABLE_RANKS] = ROLE_TITLE,
	[SR_TABLE_POSTS] = ROLE_TITLE,
	[SR_TABLE_ECHELONS] = ROLE_UNIT,
	[SR_TABLE_BRANCHES] = ROLE_UNIT,
	[SR_TABLE_BODIES] = ROLE_UNIT,
	[SR_TABLE_SPEECH] = ROLE_SPEECH,
	[SR_TABLE_LEADERS] = ROLE_TAKEN,
	[SR_TABLE_INSTITUTIONS] = ROLE_TAKEN,
	[SR_TABLE_GROUPS] = ROLE_TAKEN,
	[SR_TABLE_FORMATIONS] = ROLE_TAKEN,
	[SR_TABLE_STATES] = ROLE_SEAT,
	[SR_TABLE_PARTS] = ROLE_NONE,
};

/* "The Organization for Security in Europe" is nobody's land. */
static bool is_league(const struct place_work *w, const struct sr_hit *h)
{
	struct sr_str side =
		sr_kit_text(w->kit, SR_TABLE_STATES, h->row, SR_STATES_SIDE);

	/* "near UN camps" is near no Un */
	return h->column == SR_STATES_NAMES &&
	       ((h->to > h->from + 2 && !side.n) || sr_str_is(side, "UNO"));
}

static void mark_hit(struct place_work *w, const struct sr_hit *h)
{
	struct place_mark *m = &w->mark[h->from];
	enum role role = (enum role)ROLE[h->table];

	m->other |= role < ROLE_PLACE;
	if (role == ROLE_PLACE)
		mark_place(w, h);
	else if (role == ROLE_TITLE)
		w->mark[h->to].title = true;
	else if (role == ROLE_UNIT)
		m->unit = true;
	else if (role == ROLE_SPEECH)
		m->speech = true;
	else if (role == ROLE_TAKEN ||
		 (role == ROLE_SEAT &&
		  (h->column == SR_STATES_SEATS || is_league(w, h))))
		mark_taken(w, h);
}


static void mark_hits(struct place_work *w)
{
	const struct sr_doc *doc = w->doc;

	for (uint32_t i = 0; i < doc->hits.nitem; i++) {
		const struct sr_hit *h = &doc->hits.items[i];
		if (!w->mark[h->from].hit)
			w->mark[h->from].hit = i + 1;
		mark_hit(w, h);
	}
	for (uint32_t i = 0; i < doc->tokens.nitem; i++)
		w->mark[i].time = doc->tokens.items[i].time != SR_NONE;
}

/* Where names can begin. Most names are one word, and each new one is waited for
 * at several places of the gazetteer: they are asked for some at a time. */
static void mark_starts(struct place_work *w)
{
	const struct sr_doc *doc = w->doc;
	struct sr_str name[SR_GAZ_MEMO_AHEAD];
	size_t n = 0;

	for (uint32_t i = 0; i < doc->tokens.nitem; i++) {
		struct place_mark *m = &w->mark[i];
		m->starts = place_starts(w, i);
		if (!m->starts || m->people || m->country || m->feature ||
		    m->bearing || m->word >= 40)
			continue;
		name[n++] = sr_doc_text(doc, place_token(w, i)->at);
		if (n == SR_GAZ_MEMO_AHEAD) {
			sr_gaz_memo_ahead(w->memo, &w->gaz, name, n);
			n = 0;
		}
	}
	sr_gaz_memo_ahead(w->memo, &w->gaz, name, n);
}

/* Headlines: in them a capital says nothing. */

static bool is_word(const struct place_work *w, const struct sr_token *t)
{
	const char *s = w->doc->report.text.s + t->at.from;

	return t->at.to - t->at.from > 3 &&
	       ((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z'));
}

static bool is_headline(const struct place_work *w, const struct sr_sentence *s)
{
	size_t words = 0, capitals = 0, small = 0;
	bool told = false; /* by a finite verb with a small letter */

	for (uint32_t i = s->from + 1; i < s->to; i++) {
		const struct sr_token *t = place_token(w, i);
		if (!is_word(w, t))
			continue;
		words++;
		capitals += place_capital(w, i);
		small += !place_capital(w, i) &&
			 (t->upos == SR_UPOS_VERB || t->upos == SR_UPOS_NOUN);
		told |= !place_capital(w, i) && t->upos == SR_UPOS_VERB &&
			(t->xpos == SR_XPOS_VBD || t->xpos == SR_XPOS_VBZ);
	}
	/* "Soldiers reached Homs, Hama and Aleppo" has a small verb. */
	return words >= 3 && capitals * 4 >= words * 3 && !told &&
	       (small == 0 || words >= 8);
}

/* Persons */

/* "E." of "Robert E. Lee". */
static bool is_initial(const struct place_work *w, uint32_t i)
{
	const struct sr_token *t = place_token(w, i);
	uint32_t n = t->at.to - t->at.from;

	return n <= 2 && place_capital(w, i) &&
	       (n == 1 || w->doc->report.text.s[t->at.to - 1] == '.');
}

static bool may_be_name(const struct place_work *w, uint32_t i)
{
	const struct place_mark *m = &w->mark[i];
	const struct sr_token *t = place_token(w, i);

	return place_capital(w, i) && t->at.to - t->at.from >= 2 &&
	       place_letters(w, i) && !m->unit && !m->people && !m->time &&
	       m->word < 40;
}

static bool add_surname(struct place_work *w, uint32_t i)
{
	uint32_t *s = SR_PUSH(&w->doc->mem, &w->surnames);

	if (s)
		*s = place_token(w, i)->lower;
	return s != NULL;
}

/* Marks the names [from, to) as one person's; the last is the surname. */
static bool mark_person(struct place_work *w, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		w->mark[i].person = true;
	return to == from || add_surname(w, to - 1);
}

static uint32_t names_end(const struct place_work *w, uint32_t from,
			  uint32_t to)
{
	uint32_t i = from, names = 0;

	while (i < to && names < TITLE_NAMES) {
		if (may_be_name(w, i))
			names++;
		else if (i == from || i > from + 4 || !is_initial(w, i))
			break;
		i++;
	}
	while (i > from && is_initial(w, i - 1))
		i--;
	return i;
}

bool place_called(const struct place_work *w, uint32_t i)
{
	return w->mark[i].before >= IN_SIGN ||
	       (i > 0 && place_is(w, i - 1, SIGN_OF) &&
		w->mark[i - 1].noun_end);
}

bool place_tells_more(const struct place_work *w, uint32_t i, uint32_t to)
{
	i += i < to && place_char(w, i, ',');
	/* "at Karam Kot on the outskirts of Turbat" */
	if (i + 2 < to && place_is(w, i + 1, SIGN_THE))
		return place_is(w, i + 2, SIGN_EDGE) || place_is(w, i, SIGN_IN);
	return i < to &&
	       (place_is(w, i, SIGN_NEAR) || place_is(w, i, SIGN_IN));
}

/* "At Gidan Giye, near X". */
static bool told_at(const struct place_work *w, uint32_t i, uint32_t end,
		    uint32_t to)
{
	return w->mark[i].before && w->mark[i].before_kind == SIGN_IN &&
	       place_tells_more(w, end, to);
}

/* "Near A, B and Nova C": in a row with what a place is told by. */
static bool is_rowed(const struct place_work *w, uint32_t i)
{
	const struct sr_token *t = place_token(w, i);

	return t->deprel == SR_REL_CONJ && t->head < i &&
	       (place_called(w, t->head) || place_beside(w, t->head));
}

/* Two names that the tree joins as one: "Talal X" for any Talal; those of
 * "the Bakhmut-Lysychansk road" are two. */
static bool mark_flat(struct place_work *w, const struct sr_sentence *s)
{
	for (uint32_t i = s->from + 1; i < s->to; i++) {
		const struct sr_token *t = place_token(w, i);
		uint32_t head = t->head;
		if (t->deprel != SR_REL_FLAT || head >= i || head < s->from ||
		    i - head > TITLE_NAMES || !may_be_name(w, i) ||
		    place_char(w, i - 1, '-') ||
		    !may_be_name(w, head) || w->mark[i].person ||
		    w->mark[head].country || w->mark[head].feature ||
		    place_called(w, head) || place_owner(w, head) ||
		    is_rowed(w, head) ||
		    told_at(w, head, i + 1, s->to) ||
		    place_known(w, head, i + 1, SR_GAZ_EXACT, SR_GAZ_BARE))
			continue;
		if (!mark_person(w, head, i + 1))
			return false;
	}
	return true;
}

bool place_beside(const struct place_work *w, uint32_t i)
{
	return w->mark[i].before_kind == SIGN_NEAR ||
	       (place_called(w, i) && place_is(w, i, SIGN_PARTICLE));
}

#define MOST_YEARS 110

/* "Talal X, 41, and", "Talal X (41)": does somebody's age stand there? */
static bool is_age(const struct place_work *w, uint32_t i, uint32_t to)
{
	struct sr_str s;
	int32_t years = 0;

	if (i + 2 >= to || (!place_char(w, i, ',') && !place_char(w, i, '(')) ||
	    !(place_token(w, i + 1)->traits & SR_TRAIT_DIGITS))
		return false;
	s = sr_doc_text(w->doc, place_token(w, i + 1)->at);
	for (size_t k = 0; k < s.n && years <= MOST_YEARS; k++)
		years = years * 10 + s.s[k] - '0';
	return years <= MOST_YEARS &&
	       (place_char(w, i + 2, ',') || place_char(w, i + 2, ')'));
}

/* Names that an age stands behind are somebody's; not the second of "in Gao,
 * 12, and in X". */
static bool mark_aged(struct place_work *w, const struct sr_sentence *s)
{
	for (uint32_t i = s->from; i < s->to; i++) {
		if (!may_be_name(w, i) || w->mark[i].person)
			continue;
		uint32_t end = names_end(w, i, s->to);
		if (!is_age(w, end, s->to) || w->mark[i].country ||
		    (end < i + 2 && place_called(w, i)))
			continue;
		if (!mark_person(w, i, end))
			return false;
		i = end;
	}
	return true;
}

/* "Governor Talal X", "Talal X", "his wife X": the names behind a title, a first
 * name or a word for kin. */
static bool mark_persons(struct place_work *w, const struct sr_sentence *s)
{
	for (uint32_t i = s->from; i < s->to; i++) {
		const struct place_mark *m = &w->mark[i];
		bool title = m->title &&
			     !w->headline[place_token(w, i)->sentence];
		bool given = place_is(w, i, SIGN_GIVEN);
		bool kin = i > s->from && place_is(w, i - 1, SIGN_KIN) &&
			   !m->country;
		if ((!title && !given && !kin) || !may_be_name(w, i) || m->person)
			continue;
		/* "in Sheikh Radwan" */
		if (title && !given && i > s->from && place_beside(w, i - 1) &&
		    place_is(w, i - 1, SIGN_PARTICLE))
			continue;
		uint32_t end = names_end(w, i, s->to);
		if ((given || m->country) && !kin && end < i + 2)
			continue;
		if (given && place_beside(w, i) && !place_is(w, end, SIGN_BE))
			continue;
		if (given &&
		    place_known(w, i, i + 2, SR_GAZ_EXACT, SR_GAZ_BARE))
			continue;
		if (!mark_person(w, i, end))
			return false;
		i = end - 1;
	}
	return true;
}

static int order_symbols(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

bool place_surname(const struct place_work *w, uint32_t i)
{
	uint32_t lower = place_token(w, i)->lower;

	return w->surnames.nitem &&
	       bsearch(&lower, w->surnames.items, w->surnames.nitem,
		       sizeof(lower), order_symbols);
}

bool place_marks(struct place_work *w)
{
	struct sr_doc *doc = w->doc;

	w->mark = SR_NEW(&doc->mem, struct place_mark, doc->tokens.nitem + 1);
	w->headline = SR_NEW(&doc->mem, bool, doc->sentences.nitem);
	if (!w->mark || !w->headline)
		return false;
	mark_hits(w);
	mark_starts(w);
	for (uint32_t s = 0; s < doc->sentences.nitem; s++)
		w->headline[s] = is_headline(w, &doc->sentences.items[s]);
	for (uint32_t s = 0; s < doc->sentences.nitem; s++)
		if (!mark_persons(w, &doc->sentences.items[s]) ||
		    !mark_aged(w, &doc->sentences.items[s]) ||
		    !mark_flat(w, &doc->sentences.items[s]))
			return false;
	if (w->surnames.nitem)
		qsort(w->surnames.items, w->surnames.nitem,
		      sizeof(*w->surnames.items), order_symbols);
	for (uint32_t i = 0; i < doc->tokens.nitem && !w->tags; i++)
		w->tags = doc->tokens.items[i].upos == SR_UPOS_PROPN;
	return true;
}

bool place_owns_clause(const struct place_work *w, const struct place_draft *d,
		       uint32_t token)
{
	for (unsigned n = 0; w->tags && n < MOST_UP; n++) {
		const struct sr_token *t = place_token(w, token);
		if (t->deprel == SR_REL_ACL_RELCL && t->head < d->p.m.to)
			return t->head >= d->p.m.from;
		token = t->head;
	}
	return false;
}
