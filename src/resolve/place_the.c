/* "The town", "the region", "there": copies of the place named before that
 * fits. A wrong one is worse than none, so the words must agree (a city that
 * the report calls a city, a place of the size of a village) and one place
 * must stand out. After Hobbs, "Resolving pronoun references" (1978), as far
 * as it looks for the nearest that fits, and the salience of Lappin & Leass
 * (1994): how often and how lately a place was named. */
#include "ontology.h"
#include "resolve/place.h"

#define LOOK_BACK 4 /* sentences */
#define MARGIN 0.6  /* of the best over the next */
#define LEAST 0.2
#define FOR_WORD 2.0	/* the report calls it so, or a kind of that */
#define FOR_HEADING 1.0 /* it stands alone above the paragraph */
#define FOR_COUNT 0.35	/* each time it was named, up to five */
#define SENTENCE_BACK 0.8
#define BLOCK_BACK 0.5
#define AS_REFERENCE -2.5 /* only what another place was told by */
#define AS_STATE -3.0	  /* "Moscow claimed", "Kyiv's forces" */
#define AS_DEEP -0.5	  /* each noun around it, up to two */
#define AS_LISTED -1.0	  /* one of several in a row */
#define FOR_CLAUSE 3.0	  /* "X, where they fought for the town" */
#define FOR_LEAD 0.5	  /* the title or the first sentence named it */

/* Of the column `the`: any place that fits; only one that was called so; that,
 * or the seat of a country; the last place of all. */
enum { THE_FREE, THE_NAMED, THE_SEAT, THE_LAST };

struct seek {
	struct place_work *w;
	uint32_t at;   /* token of the noun */
	uint32_t noun; /* row */
	int32_t the;   /* THE_FREE and so on */
	enum place_class class;
	uint32_t stretch; /* how far the size may be exceeded: 1, 2 */
	uint32_t best;
	double score, next;
	const struct place_name *best_name;
};

/* One place, though its mentions were looked up apart. */
static bool one_place(const struct place_name *a, const struct place_name *b)
{
	return a == b || (a && b && a->cand[0].id == b->cand[0].id &&
			  a->cand[0].id != 0);
}

static bool area(enum place_class c)
{
	return c == PLACE_AREA1 || c == PLACE_AREA2 || c == PLACE_REGION ||
	       c == PLACE_LAND;
}

static int32_t noun_value(const struct seek *k, uint32_t noun, unsigned column)
{
	return sr_kit_value(k->w->kit, SR_TABLE_NOUNS, noun, column);
}

/* Was it called by a noun for a place of quite another size: a village, and
 * now "the city"? */
static bool called_otherwise(const struct seek *k, const struct place_name *n)
{
	int32_t least = noun_value(k, k->noun, SR_NOUNS_LEAST);
	int32_t most = noun_value(k, k->noun, SR_NOUNS_MOST);
	size_t rows = sr_kit_rows(k->w->kit, SR_TABLE_NOUNS);

	for (uint32_t i = 0; n->nouns && i < rows && i < 64; i++) {
		int32_t l = noun_value(k, i, SR_NOUNS_LEAST);
		int32_t m = noun_value(k, i, SR_NOUNS_MOST);
		if (!(n->nouns >> i & 1))
			continue;
		if ((m && least && m < 4 * (int64_t)least) ||
		    (l && most && 4 * (int64_t)l > most))
			return true;
	}
	return false;
}

/* Does the report call it by that noun, or by one that says no less: "X, the
 * regional capital", and now "the city"? Of a country its noun only names a
 * part: "the Y region of X". */
static bool called_so(const struct seek *k, const struct place_name *n)
{
	int32_t least = noun_value(k, k->noun, SR_NOUNS_LEAST);
	size_t rows = sr_kit_rows(k->w->kit, SR_TABLE_NOUNS);

	if (n->cand[0].class == PLACE_COUNTRY && k->class != PLACE_COUNTRY)
		return false;
	/* "the Donbas town": somebody else's */
	if (k->class == PLACE_SETTLEMENT &&
	    area((enum place_class)n->cand[0].class))
		return false;
	if (k->noun < 64 && n->nouns >> k->noun & 1)
		return true;
	/* what was called a city is no town for that */
	if (noun_value(k, k->noun, SR_NOUNS_MOST))
		return false;
	for (uint32_t i = 0; n->nouns && least && i < rows && i < 64; i++)
		if (n->nouns >> i & 1 &&
		    noun_value(k, i, SR_NOUNS_LEAST) >= least &&
		    !noun_value(k, i, SR_NOUNS_MOST) && k->the == THE_FREE)
			return true;
	return false;
}

/* Can the noun stand for that place at all? */
static bool fits(const struct seek *k, const struct place_draft *d)
{
	const struct place_name *n = d->name;
	enum place_class c = (enum place_class)n->cand[0].class;
	bool part = d->spot != SR_NONE &&
		    k->w->spots.items[d->spot].change == CHANGE_PART;
	uint32_t population = n->cand[0].population;
	int32_t least = noun_value(k, k->noun, SR_NOUNS_LEAST);
	int32_t most = noun_value(k, k->noun, SR_NOUNS_MOST);

	if (called_so(k, n))
		return true;
	if (k->the != THE_FREE)
		return false;
	if (k->class == PLACE_SETTLEMENT)
		return c == PLACE_SETTLEMENT && !called_otherwise(k, n) &&
		       (!least || !population ||
			population >= (uint32_t)least) &&
		       (!most || population <= (uint32_t)most * k->stretch);
	if (k->class == PLACE_AREA1 || k->class == PLACE_AREA2)
		return area(c) || (part && c == PLACE_COUNTRY);
	return c == k->class;
}

/* Does a capital's name stand for its state here: it acts, or owns what is no
 * place? */
static bool is_state(const struct place_work *w, const struct place_draft *d)
{
	const struct place_cand *c = &d->name->cand[0];
	uint32_t i = d->p.m.to;

	if (!w->tags || memcmp(c->feature, "PPLC", 4) != 0 || i == 0)
		return false;
	if (i < w->doc->tokens.nitem && place_is(w, i, SIGN_BE) &&
	    place_glued(w, i)) {
		for (uint32_t k = i + 1; k < i + 4; k++)
			if (k >= w->doc->tokens.nitem || w->mark[k].noun)
				return k >= w->doc->tokens.nitem;
		return true;
	}
	const struct sr_token *t = place_token(w, i - 1);
	return t->deprel == SR_REL_NSUBJ && t->head < w->doc->tokens.nitem &&
	       place_token(w, t->head)->upos == SR_UPOS_VERB;
}

/* "The biggest gain since the capture of X": how many nouns stand between X
 * and the verb; its own kind ("the town of X") is none. */
static unsigned depth(const struct place_work *w, const struct place_draft *d)
{
	uint32_t i = d->p.m.head;
	unsigned n = 0;

	for (unsigned k = 0; w->tags && k < 6 && i < w->doc->tokens.nitem; k++) {
		const struct sr_token *t = place_token(w, i);
		if (t->head == i || t->head >= w->doc->tokens.nitem ||
		    place_token(w, t->head)->upos == SR_UPOS_VERB)
			break;
		i = t->head;
		n += place_token(w, i)->upos == SR_UPOS_NOUN &&
		     !w->mark[i].noun;
	}
	return n < 2 ? n : 2;
}

/* One of "X, Y and Z"? */
static bool listed(const struct place_work *w, const struct place_draft *d)
{
	uint32_t i = d->p.m.head, n = (uint32_t)w->doc->tokens.nitem;

	if (!w->tags || i >= n)
		return false;
	const struct sr_token *t = place_token(w, i);
	if (t->deprel == SR_REL_CONJ && t->head < n &&
	    place_token(w, t->head)->upos == SR_UPOS_PROPN)
		return true;
	for (uint32_t k = d->p.m.to; k < n; k++) {
		const struct sr_token *c = place_token(w, k);
		if (c->sentence != t->sentence)
			break;
		if (c->head == i && c->deprel == SR_REL_CONJ &&
		    c->upos == SR_UPOS_PROPN)
			return true;
	}
	return false;
}

/* Is it named where the report says what it is about? */
static bool leads(const struct place_work *w, const struct place_name *n)
{
	for (uint32_t i = 0; i < w->nnamed; i++) {
		const struct place_draft *d = &w->drafts.items[i];
		if (place_token(w, d->p.m.from)->sentence > 1)
			break;
		if (d->name && one_place(d->name, n))
			return true;
	}
	return false;
}

/* "240 km north | of the capital", "north of | X". */
static bool tells_way(const struct place_work *w, uint32_t i)
{
	i += place_is(w, i, SIGN_OF);
	return i > 1 && place_is(w, i - 1, SIGN_OF) && w->mark[i - 2].bearing &&
	       !w->mark[i - 2].part;
}

static double salience(const struct seek *k, const struct place_draft *d)
{
	const struct place_work *w = k->w;
	const struct sr_sentence *s = w->doc->sentences.items;
	uint32_t here = place_token(w, k->at)->sentence;
	uint32_t there = place_token(w, d->p.m.from)->sentence;
	const struct place_name *n = d->name;
	double often = n->nspot < 5 ? n->nspot : 5;
	double v = 1 + FOR_COUNT * often - SENTENCE_BACK * (here - there);

	if (s[here].block != s[there].block)
		v -= BLOCK_BACK;
	if (is_state(w, d))
		v += AS_STATE;
	else if (called_so(k, n))
		v += FOR_WORD;
	if (d->p.m.from == s[there].from && d->p.m.to == s[there].to)
		v += FOR_HEADING;
	if (d->spot != SR_NONE && w->spots.items[d->spot].reference)
		v += AS_REFERENCE;
	if (d->inner || tells_way(w, d->p.m.from))
		v += AS_REFERENCE / 2;
	v += AS_DEEP * depth(w, d) + FOR_CLAUSE * place_owns_clause(w, d, k->at);
	if (listed(w, d))
		v += AS_LISTED;
	if (leads(w, n))
		v += FOR_LEAD;
	return v;
}

static void weigh(struct seek *k, uint32_t i)
{
	const struct place_draft *d = &k->w->drafts.items[i];
	double v = salience(k, d);

	if (one_place(d->name, k->best_name)) {
		k->score = v > k->score ? v : k->score;
	} else if (k->best == SR_NONE || v > k->score) {
		k->next = k->best == SR_NONE ? -10 : k->score;
		k->best = i;
		k->best_name = d->name;
		k->score = v;
	} else if (v > k->next) {
		k->next = v;
	}
}

/* From draft `to` back to `from`, as far as it lies near enough. */
static void look_back(struct seek *k, uint32_t from, uint32_t to)
{
	const struct place_work *w = k->w;
	uint32_t here = place_token(w, k->at)->sentence;

	for (uint32_t i = to; i > from; i--) {
		const struct place_draft *d = &w->drafts.items[i - 1];
		if (d->p.m.to > k->at || !d->name)
			continue;
		if (here - place_token(w, d->p.m.from)->sentence > LOOK_BACK)
			break;
		if (fits(k, d))
			weigh(k, i - 1);
	}
}

/* With nothing near that fits: the one place of the whole report that it calls
 * so, the mention before the noun if there is one. */
static void look_far(struct seek *k)
{
	const struct place_work *w = k->w;
	const struct place_name *only = NULL;

	for (uint32_t i = 0; k->noun < 64 && i < w->names.nitem; i++) {
		const struct place_name *n = &w->names.items[i];
		if (!n->accepted || !n->ncand || !(n->nouns >> k->noun & 1))
			continue;
		if (only)
			return;
		only = n;
	}
	bool town = false; /* the title or the lead is about another */
	for (uint32_t i = 0; only && i < w->nnamed; i++) {
		const struct place_draft *d = &w->drafts.items[i];
		town = town || (d->name && d->name != only &&
				place_token(w, d->p.m.from)->sentence <= 1 &&
				d->name->cand[0].class == PLACE_SETTLEMENT &&
				!is_state(w, d));
		if (d->name != only || !fits(k, d))
			continue;
		if (d->p.m.to > k->at && (k->best != SR_NONE || town))
			break;
		k->best = i;
	}
}

/* "The 9,000 person town", "the 9,000-strong village": a number, and the noun
 * right behind it. */
static bool counted(const struct place_work *w, uint32_t i, uint32_t from)
{
	const struct sr_token *t = place_token(w, i);

	return t->upos == SR_UPOS_NUM ||
	       (i > from && place_token(w, i - 1)->upos == SR_UPOS_NUM &&
		(t->upos == SR_UPOS_NOUN || place_char(w, i, '-')));
}

/* The article of the noun at token i, over a few adjectives at most ("the
 * besieged city"); SR_NONE if it has none. */
static uint32_t article(const struct place_work *w, uint32_t i, uint32_t from)
{
	for (int skip = 0; skip < 4 && i > from; skip++, i--) {
		const struct sr_token *t = place_token(w, i - 1);
		if (place_is(w, i - 1, SIGN_THE))
			return i - 1;
		bool adjective = w->tags ? t->upos == SR_UPOS_ADJ ||
						   t->upos == SR_UPOS_VERB ||
						   counted(w, i - 1, from)
					 : !w->mark[i - 1].signs;
		if (!adjective || w->mark[i - 1].people ||
		    w->mark[i - 1].named || place_capital(w, i - 1) ||
		    w->mark[i - 1].noun || w->mark[i - 1].before)
			break;
	}
	return SR_NONE;
}

/* Does the noun that ends at token `end` stand alone: not "the town of X", "the
 * city X", "the town council"? */
static bool alone(const struct place_work *w, uint32_t end, uint32_t to)
{
	if (end >= to)
		return true;
	const struct place_mark *m = &w->mark[end];
	if (w->tags && (place_token(w, end)->upos == SR_UPOS_NOUN ||
			place_token(w, end)->upos == SR_UPOS_PROPN))
		return false;
	return !place_is(w, end, SIGN_OF) && !m->noun && !m->noun_many &&
	       !m->named && !m->unit;
}

/* The last direction ("in the south") before token i, in its sentence or the
 * one before; SR_NONE. */
static uint32_t direction_before(const struct place_work *w, uint32_t i)
{
	uint32_t here = place_token(w, i)->sentence;

	for (uint32_t k = (uint32_t)w->drafts.nitem; k > w->nnamed; k--) {
		const struct sr_place *p = &w->drafts.items[k - 1].p;
		if (here - place_token(w, p->m.from)->sentence > 1)
			break;
		if (!w->drafts.items[k - 1].name && p->kind == SR_PLACE_AREA)
			return k - 1;
	}
	return SR_NONE;
}

/* A country, not "the south of" one? */
static bool is_whole(const struct place_work *w, const struct place_draft *d)
{
	return d->name->cand[0].class == PLACE_COUNTRY &&
	       (d->inner || d->spot == SR_NONE ||
		w->spots.items[d->spot].change == CHANGE_NONE);
}

/* "Bucha, near Kyiv": the second only tells where the first is. */
static bool explains(const struct place_work *w, uint32_t k)
{
	const struct place_draft *d = &w->drafts.items[k];
	const struct place_draft *before = d - 1;

	return k > 0 && d->name && before->name &&
	       d->p.m.from == before->p.m.to + 2 &&
	       place_char(w, before->p.m.to, ',') &&
	       place_token(w, before->p.m.to + 1)->upos == SR_UPOS_ADP;
}

/* "The town of X ... the town", of which no table has X: the last that was
 * called by that noun, in this sentence or the two before; SR_NONE. */
static uint32_t unknown_called(const struct seek *k, uint32_t last)
{
	const struct place_work *w = k->w;
	uint32_t here = place_token(w, k->at)->sentence;

	for (uint32_t i = last; i > 0; i--) {
		const struct place_draft *d = &w->drafts.items[i - 1];
		if (here - place_token(w, d->p.m.from)->sentence > 2)
			break;
		if (d->name && k->noun < 64 && d->name->nouns >> k->noun & 1)
			break;
		if (d->p.kind == SR_PLACE_MISSING && d->spot != SR_NONE &&
		    w->spots.items[d->spot].noun == k->noun)
			return i - 1;
	}
	return SR_NONE;
}

/* Words [i, end) that stand for where things were said to be last: the last
 * place of the sentence or of the one before, if that has but one. */
static bool last_place(struct place_work *w, uint32_t i, uint32_t end,
		       uint32_t last)
{
	uint32_t here = place_token(w, i)->sentence, found = SR_NONE;
	const struct place_name *name = NULL;

	for (uint32_t k = last; k > 0; k--) {
		const struct place_draft *d = &w->drafts.items[k - 1];
		uint32_t s = place_token(w, d->p.m.from)->sentence;
		if (d->p.m.to > i || (d->name && is_whole(w, d)) ||
		    explains(w, k - 1))
			continue;
		if (!d->name) { /* "the south of X", "10 km off X" */
			if (found == SR_NONE && here - s <= 1)
				found = k - 1;
			break;
		}
		if (here - s > 1 ||
		    (name && s != here && !one_place(d->name, name)))
			break;
		if (found != SR_NONE &&
		    place_token(w, w->drafts.items[found].p.m.from)->sentence ==
			    here)
			break;
		if (name && !one_place(d->name, name))
			return true;
		if (!name)
			found = k - 1;
		name = d->name;
	}
	uint32_t way = direction_before(w, i);
	if (way != SR_NONE &&
	    (found == SR_NONE || w->drafts.items[found].p.m.from <
					 w->drafts.items[way].p.m.from))
		found = way;
	return found == SR_NONE || place_put_same(w, i, end, found);
}

static void look_all(struct seek *k, uint32_t last)
{
	look_back(k, k->w->nnamed, (uint32_t)k->w->drafts.nitem);
	look_back(k, 0, last);
}

static bool definite(struct place_work *w, uint32_t i, uint32_t last,
		     const struct sr_sentence *s)
{
	const struct place_mark *m = &w->mark[i];
	uint32_t end = i + m->noun_tokens;
	struct seek k = {
		.w = w, .at = i, .noun = m->noun - 1u, .stretch = 1
	};

	k.the = sr_kit_value(w->kit, SR_TABLE_NOUNS, k.noun, SR_NOUNS_THE);
	uint32_t the = article(w, i, s->from);
	bool seat = k.the == THE_SEAT;
	if (k.the < 0 || (the == SR_NONE && !seat) || !alone(w, end, s->to))
		return true;
	if (seat && !place_seat(w, (struct place_noun){ i, end, the, last },
				&seat))
		return false;
	if (seat || the == SR_NONE)
		return true;
	if (k.the == THE_LAST)
		return last_place(w, the, end, last);
	k.class = (enum place_class)sr_kit_value(w->kit, SR_TABLE_NOUNS, k.noun,
						 SR_NOUNS_CLASS);
	k.best = unknown_called(&k, last);
	if (k.best != SR_NONE)
		return place_put_same(w, the, end, k.best);
	look_all(&k, last);
	if (k.best == SR_NONE && k.class == PLACE_SETTLEMENT &&
	    k.the == THE_FREE) {
		look_far(&k);
		if (k.best != SR_NONE)
			return place_put_same(w, the, end, k.best);
		k.stretch = 2;
		look_all(&k, last);
	}
	if (k.best == SR_NONE || k.score < LEAST || k.score - k.next < MARGIN) {
		/* of several alike none is meant; the report's own may be */
		k.best = SR_NONE;
		if (k.class == PLACE_SETTLEMENT && k.the == THE_FREE)
			look_far(&k);
		if (k.best == SR_NONE)
			return true;
	}
	return place_put_same(w, the, end, k.best);
}

/* "there" as a place, not "there is". */
static bool there(struct place_work *w, uint32_t i, uint32_t last)
{
	if (place_is(w, i + 1, SIGN_BE) ||
	    place_token(w, i)->flags & SR_TOK_FIRST ||
	    (w->tags && place_token(w, i)->upos != SR_UPOS_ADV))
		return true;
	return last_place(w, i, i + 1, last);
}

/* Is the mention what its clause is about: subject or object, itself or by the
 * noun before it ("the town of X")? */
static bool is_topic(const struct place_work *w, const struct place_draft *d)
{
	const struct sr_token *t = place_token(w, d->p.m.head);

	if (w->mark[t->head].noun && t->deprel != SR_REL_OBJ)
		t = place_token(w, t->head);
	return t->deprel == SR_REL_OBJ || t->deprel == SR_REL_NSUBJ ||
	       t->deprel == SR_REL_NSUBJ_PASS;
}

/* Is anything else, of which "it" may be said, done something to between? */
static bool other_thing(const struct place_work *w, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++) {
		const struct sr_token *t = place_token(w, i);
		if ((t->xpos == SR_XPOS_NN || t->xpos == SR_XPOS_NNP) &&
		    !w->mark[i].time &&
		    (t->deprel == SR_REL_OBJ || t->deprel == SR_REL_NSUBJ_PASS))
			return true;
	}
	return false;
}

/* "Rebels captured X; the army retook it": the one town that this clause's
 * sentence or the one before is about, by a verb that is done to places. */
static bool it(struct place_work *w, uint32_t i)
{
	const struct sr_token *t = place_token(w, i);
	uint32_t best = SR_NONE, from = 0;

	if (t->xpos != SR_XPOS_PRP || t->deprel != SR_REL_OBJ ||
	    !place_is(w, t->head, SIGN_VERB) || !place_is(w, i, SIGN_IT))
		return true;
	for (uint32_t k = 0; k < w->drafts.nitem; k++) {
		const struct place_draft *d = &w->drafts.items[k];
		uint32_t s = place_token(w, d->p.m.from)->sentence;
		if (d->p.m.to > i || s + 1 < t->sentence || !d->name ||
		    d->inner || d->p.kind != SR_PLACE_POINT ||
		    !is_topic(w, d))
			continue;
		uint32_t last = best == SR_NONE
					? 0
					: place_token(w, from)->sentence;
		if (best != SR_NONE && s == last &&
		    !one_place(d->name, w->drafts.items[best].name))
			return true;
		if (best == SR_NONE || d->p.m.from > from) {
			best = k;
			from = d->p.m.from;
		}
	}
	if (best == SR_NONE ||
	    other_thing(w, w->drafts.items[best].p.m.to, i))
		return true;
	return place_put_same(w, i, i + 1, best);
}

bool place_anaphors(struct place_work *w)
{
	const struct sr_doc *doc = w->doc;
	uint32_t last = 0;

	w->nnamed = (uint32_t)w->drafts.nitem;
	for (uint32_t i = 0; i < doc->tokens.nitem; i++) {
		const struct place_mark *m = &w->mark[i];
		if (!m->noun && !m->bearing && !m->people &&
		    !(m->signs & (1u << SIGN_THERE | 1u << SIGN_IT)))
			continue;
		while (last < w->nnamed && w->drafts.items[last].p.m.from < i)
			last++;
		const struct sr_sentence *s =
			&doc->sentences.items[place_token(w, i)->sentence];
		if (w->mark[i].noun && !definite(w, i, last, s))
			return false;
		if (place_is(w, i, SIGN_THERE) && !there(w, i, last))
			return false;
		if (place_is(w, i, SIGN_IT) && !it(w, i))
			return false;
		if (w->mark[i].bearing && !place_direction(w, i, s))
			return false;
		if (w->mark[i].people && !place_line_of(w, i, s))
			return false;
	}
	return true;
}
