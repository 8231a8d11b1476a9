/* Which words name a place. From each word with a capital the longest run that
 * a table knows is taken, exact spellings before looser ones; then the words
 * around say how likely it is one. What no table knows but what the words
 * around call a place ("the village of X") is kept too: it is missing from the
 * gazetteer, and saying so is better than a namesake elsewhere.
 *
 * Signs are added up as if they were log odds; their sizes were set by hand
 * on reports of the wars in Syria and Ukraine and on GeoVirus's first half. */
#include "ontology.h"
#include "resolve/place.h"

#define MISSING_SIGN 2.3   /* of a name that no table knows */
#define MISSING_BEFORE 1.8 /* of the words before such a name */
#define LABELLED_SIGN 0.5 /* of one that is told to be a town */
#define MISSING_AT 1.4	   /* the same behind "at", of one plain name */
#define AT_SIGN 2.0
#define JOINED_SIGN 1.6 /* of one in a row with a place, by the tree too */
#define SIGN_NOUN_OF 3.0
#define SIGN_NOUN_AFTER 2.5
#define SIGN_BEYOND 1.2 /* "south of X" */
#define SIGN_WHOLE 1.0 /* a name of several words */
#define SIGN_TAG 0.6
#define NO_TAG -2.0
#define NO_TAG_FIRST -1.0 /* the tagger errs at the start of sentences */
#define NO_PERSON -4.0
#define NO_SURNAME -4.5
#define NO_REST -3.2 /* a further capital word stands beside it */
#define NO_ACRONYM -2.5
#define NO_ORG -2.0
#define NO_PLACE -20.0 /* whatever else stands beside it */
#define NO_SPEAKER -1.6
#define NO_VOICE -4.0
#define WELL_KNOWN 3.4 /* prior of a city of half a million, or a province */
#define NO_OF -3.0    /* "Battle of", "Bank of" */
#define MOST_LIST 14	  /* tokens of a list of names */
#define NO_FIRST -0.6 /* the capital may be that of the sentence */

/* What is around a name */

/* One word that ends in s, and is followed by what is owned. */
static bool is_genitive(const struct place_work *w, uint32_t from, uint32_t to)
{
	const struct sr_token *t = place_token(w, from);

	return to == from + 1 && t->at.to - t->at.from > 4 &&
	       w->doc->report.text.s[t->at.to - 1] == 's' &&
	       !w->mark[from].person;
}

/* "T1302", "M5": a road, no part of a name. */
static bool has_digit(const struct place_work *w, uint32_t i)
{
	struct sr_str s = sr_doc_text(w->doc, place_token(w, i)->at);

	for (size_t k = 0; k < s.n; k++)
		if (s.s[k] >= '0' && s.s[k] <= '9')
			return true;
	return false;
}

bool place_is_rest(const struct place_work *w, uint32_t i, bool first)
{
	const struct place_mark *m = &w->mark[i];

	if (!place_capital(w, i) || !place_letters(w, i) ||
	    w->headline[place_token(w, i)->sentence] || has_digit(w, i))
		return false;
	/* "Syrias Aleppo", an apostrophe lost */
	if (m->named && is_genitive(w, i, i + 1))
		return false;
	if (m->people || m->bearing || m->noun || m->noun_many || m->unit ||
	    m->time || m->word >= 40 || m->country || m->feature)
		return false;
	if (w->tags)
		return place_token(w, i)->upos == SR_UPOS_PROPN;
	return !(first && place_token(w, i)->flags & SR_TOK_FIRST);
}

/* "Tin-[Gao]": a capital word glued on in front, and no place's. */
static bool is_half_of(const struct place_work *w, uint32_t from,
		       const struct sr_sentence *s)
{
	if (from < s->from + 2 || !place_char(w, from - 1, '-') ||
	    !place_glued(w, from - 1) || !place_glued(w, from) ||
	    !place_capital(w, from - 2) || !place_letters(w, from - 2))
		return false;
	const struct place_mark *m = &w->mark[from - 2];
	return !m->named && !m->country && !m->people && !m->bearing &&
	       !m->noun && !place_is(w, from - 2, SIGN_PARTICLE);
}

static double neighbours(const struct place_work *w, uint32_t from, uint32_t to,
			 const struct sr_sentence *s)
{
	double sign = 0;

	/* "the Minsk agreements": nobody is there */
	if (to < s->to && place_is(w, to, SIGN_PAPER))
		return NO_PLACE;
	/* "5 pm (Sanaa time)" */
	if (from > s->from && to < s->to && place_is(w, to, SIGN_CLOCK) &&
	    (w->mark[from - 1].time || place_char(w, from - 1, '(')))
		return NO_PLACE;
	/* "the destroyer Laboon" */
	if (from > s->from && place_is(w, from - 1, SIGN_SHIP))
		return NO_PLACE;
	bool force = from > s->from && w->mark[from - 1].unit &&
		     place_capital(w, from - 1);
	bool owner = to + 1 < s->to && place_is(w, to, SIGN_BE) &&
		     place_glued(w, to);

	if (from > s->from && (force || place_is_rest(w, from - 1, true)) &&
	    !w->mark[from - 1].taken)
		sign += NO_REST;
	if (is_half_of(w, from, s))
		sign += NO_REST;
	if (owner && place_is(w, to + 1, SIGN_ORG) && place_capital(w, to + 1))
		sign += NO_ORG;
	else if (to < s->to && place_is_rest(w, to, false))
		sign += place_is(w, to, SIGN_ORG) ? NO_ORG : NO_REST;
	else if (to < s->to && place_is(w, to, SIGN_ORG) &&
		 place_capital(w, to))
		sign += NO_ORG;
	return sign;
}

/* "X said", "said X": somebody of that name rather than the town. */
static bool speaks(const struct place_work *w, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++) {
		const struct sr_token *t = place_token(w, i);
		if (t->deprel == SR_REL_NSUBJ && t->head < from + 40 &&
		    w->mark[t->head].speech)
			return true;
	}
	return (to < w->doc->tokens.nitem && w->mark[to].speech) ||
	       (from > 0 && w->mark[from - 1].speech &&
		!place_is(w, from - 1, SIGN_VERB));
}

/* A verb with a capital within a sentence: the tagger errs, it is a name. */
static bool mistagged(const struct place_work *w, uint32_t i)
{
	const struct sr_token *t = place_token(w, i);

	return t->upos == SR_UPOS_VERB && !(t->flags & SR_TOK_FIRST) &&
	       !w->headline[t->sentence] && !w->mark[i].word &&
	       !w->mark[i].other;
}

/* What the words themselves say. */
static double own_sign(const struct place_work *w, uint32_t from, uint32_t to)
{
	const struct sr_token *t = place_token(w, from);
	bool headline = w->headline[t->sentence], one = to == from + 1;
	bool strange = w->tags && t->upos != SR_UPOS_PROPN &&
		       place_token(w, to - 1)->upos != SR_UPOS_PROPN;
	double sign = 0;

	if (to > from + 1)
		sign += SIGN_WHOLE;
	if (w->tags)
		sign += !strange		  ? SIGN_TAG
			: mistagged(w, from)	  ? 0
			: t->flags & SR_TOK_FIRST ? NO_TAG_FIRST
						  : NO_TAG;
	if (one && (t->flags & SR_TOK_FIRST || headline))
		sign += NO_FIRST;
	if (one && !place_names_site(w, to, &w->doc->sentences.items[t->sentence]))
		sign -= w->mark[from].word / 10.0;
	if (one && (t->flags & SR_TOK_ALLCAPS) && !headline &&
	    t->at.to - t->at.from <= 5 && !w->mark[from].country)
		sign += NO_ACRONYM;
	if (one && place_is(w, from, SIGN_GIVEN))
		sign -= 0.7;
	if (one && place_is(w, to, SIGN_OF) && !w->mark[from].country)
		sign += NO_OF;
	if (w->mark[from].person)
		sign += NO_PERSON;
	else if (one && place_surname(w, from))
		sign += NO_SURNAME;
	else if (w->mark[from].title && !headline && one)
		sign += NO_SURNAME;
	if (w->mark[from].taken)
		sign += w->mark[from].feature ? NO_PLACE : NO_PERSON;
	if (speaks(w, from, to) && !place_called(w, from))
		sign += NO_SPEAKER;
	return sign;
}

/* A noun that says what the name is: "the town of X", "X Oblast". */
static double noun_sign(struct place_work *w, struct place_spot *p,
			const struct sr_sentence *s)
{
	const struct place_mark *m = &w->mark[p->from];
	const struct place_mark *after = &w->mark[p->to];
	double sign = 0;
	uint32_t of = p->from;

	if (of > s->from && place_is(w, of - 1, SIGN_OF))
		of--;
	const struct place_mark *end = &w->mark[of];
	if (end->noun_end && of > s->from) {
		uint32_t row = end->noun_end - 1u;
		if (of == p->from ||
		    sr_kit_value(w->kit, SR_TABLE_NOUNS, row, SR_NOUNS_OF)) {
			p->noun = row;
			p->noun_token = of - end->noun_end_tokens;
			sign = SIGN_NOUN_OF - (of == p->from ? 0.8 : 0);
		}
	}
	uint32_t next = after->noun ? after->noun : (uint32_t)after->noun_many;
	/* "the Dagestani village of X": what the village is like */
	bool like = w->tags && p->to + 2 < s->to &&
		    place_token(w, p->from)->upos == SR_UPOS_ADJ &&
		    place_is(w, p->to + 1, SIGN_OF) &&
		    place_capital(w, p->to + 2);
	if (p->to < s->to && next && !m->taken && !like &&
	    sr_kit_value(w->kit, SR_TABLE_NOUNS, next - 1, SR_NOUNS_AFTER)) {
		p->noun = next - 1;
		p->noun_token = p->to;
		sign = sign > SIGN_NOUN_AFTER ? sign : SIGN_NOUN_AFTER;
	}
	return sign;
}

/* Does this spot go on with a list that the spot before began? */
static bool lists_on(const struct place_work *w, const struct place_spot *last,
		     uint32_t from)
{
	uint32_t i = place_behind_region(w, last, from);

	if (i >= from || from - i > 2 ||
	    place_token(w, last->from)->sentence !=
		    place_token(w, from)->sentence)
		return false;
	for (; i < from; i++)
		if (!place_char(w, i, ',') && !place_is(w, i, SIGN_AND) &&
		    !place_char(w, i, '/') && !place_char(w, i, ';'))
			return false;
	return true;
}

/* "Syria town": a country is none of the things a noun may call a place. */
static bool is_country(const struct place_work *w, const struct place_spot *p)
{
	return w->mark[p->from].country &&
	       w->mark[p->from].country_tokens == p->to - p->from;
}

static enum place_class wanted_of(const struct place_work *w,
				  const struct place_spot *p)
{
	if (p->noun == SR_NONE || is_country(w, p))
		return PLACE_NCLASS;
	enum place_class c = (enum place_class)sr_kit_value(
		w->kit, SR_TABLE_NOUNS, p->noun, SR_NOUNS_CLASS);
	return c == PLACE_LINE || c == PLACE_SITE || c == PLACE_COUNTRY
		       ? PLACE_NCLASS
		       : c;
}

/* The words before, with what lies between them and the name left out: "in
 * the besieged city of X", "near the Syrian town of X". */
static double before_sign(const struct place_work *w,
			  const struct place_spot *p,
			  const struct sr_sentence *s)
{
	uint32_t i = p->from;

	if (p->noun_token != SR_NONE && p->noun_token < i)
		i = p->noun_token;
	for (int skip = 0; skip < 3 && i > s->from; skip++, i--) {
		if (w->mark[i].before)
			return w->mark[i].before / 10.0;
		const struct place_mark *m = &w->mark[i - 1];
		bool quiet =
			place_is(w, i - 1, SIGN_THE) || m->people ||
			m->bearing || place_is(w, i - 1, SIGN_CENTRE) ||
			(w->tags && place_token(w, i - 1)->upos == SR_UPOS_ADJ);
		if (!quiet)
			break;
	}
	return i > s->from && w->mark[i].before ? w->mark[i].before / 10.0 : 0;
}

/* "X, Y and Z districts": the noun behind a list of capital words that goes on
 * from token i; SR_NONE. */
static uint32_t list_noun(const struct place_work *w, uint32_t i,
			  const struct sr_sentence *s)
{
	uint32_t end = i + MOST_LIST < s->to ? i + MOST_LIST : s->to;
	bool joined = false;

	for (; i < end; i++) {
		const struct place_mark *m = &w->mark[i];
		if (joined && m->noun_many && !place_capital(w, i))
			return sr_kit_value(w->kit, SR_TABLE_NOUNS,
					    m->noun_many - 1u, SR_NOUNS_AFTER)
				       ? i
				       : SR_NONE;
		bool join = place_char(w, i, ',') || place_is(w, i, SIGN_AND);
		joined = joined || join;
		if (!join && !place_capital(w, i) && !place_char(w, i, '-') &&
		    !place_is(w, i, SIGN_PARTICLE) && !place_is(w, i, SIGN_THE))
			return SR_NONE;
	}
	return SR_NONE;
}

/* "South of X". */
static bool is_beyond(const struct place_work *w, const struct place_spot *p)
{
	return p->from > 1 && place_is(w, p->from - 1, SIGN_OF) &&
	       w->mark[p->from - 2].bearing && !w->mark[p->from - 2].part;
}

/* "In X and Y Z", "in X, Y and Z W": by the tree, too, one row with the spot
 * before, or with one that the list began with. */
static bool is_joined(const struct place_work *w, const struct place_spot *p)
{
	const struct sr_token *t = place_token(w, p->from);

	if (!w->tags || t->deprel != SR_REL_CONJ)
		return false;
	for (size_t i = w->spots.nitem; i-- > 0;) {
		const struct place_spot *last = &w->spots.items[i];
		if (t->head >= last->from && t->head < last->to)
			return true;
		if (!last->list)
			break;
	}
	return false;
}

static bool ends_known(struct place_work *w, const struct place_spot *p)
{
	return place_known(w, p->to - 1, p->to, SR_GAZ_EXACT, SR_GAZ_BARE);
}

/* "X, a town north of Y", "X, a neighbouring village": what is behind the name
 * calls it a place. */
static bool is_labelled(const struct place_work *w, uint32_t i,
			const struct sr_sentence *s)
{
	if (i + 2 >= s->to || !place_char(w, i, ',') ||
	    place_token(w, i + 1)->upos != SR_UPOS_DET)
		return false;
	for (uint32_t k = i + 2; k < s->to && k < i + 6; k++) {
		const struct place_mark *m = &w->mark[k];
		if (m->noun)
			return sr_kit_value(w->kit, SR_TABLE_NOUNS,
					    m->noun - 1u, SR_NOUNS_CLASS) <=
			       PLACE_QUARTER;
		if (w->tags && place_token(w, k)->upos != SR_UPOS_ADJ &&
		    place_token(w, k)->upos != SR_UPOS_NOUN &&
		    place_token(w, k)->upos != SR_UPOS_VERB)
			break;
	}
	return false;
}

/* Do the words around a name that no table knows call it a place? "The village
 * of X", "in X", "near X and Y"; "of X" alone and "to X" do not. */
static bool called_place(struct place_work *w, const struct place_spot *p,
			 const struct sr_sentence *s)
{
	bool whole = p->to > p->from + 1;
	int32_t class = p->noun == SR_NONE
				? PLACE_NCLASS
				: sr_kit_value(w->kit, SR_TABLE_NOUNS, p->noun,
					       SR_NOUNS_CLASS);
	bool noun = class <= PLACE_REGION || is_beyond(w, p) ||
		    (class == PLACE_LAND && p->noun_token < p->from) ||
		    (class == PLACE_SITE && p->noun_token >= p->to);
	double before = before_sign(w, p, s);
	double sign = p->sign - (whole ? SIGN_WHOLE : 0);

	/* "attacks on the Fulani": a people */
	if (!noun && !whole && p->from > s->from &&
	    place_is(w, p->from - 1, SIGN_THE) &&
	    (p->to >= s->to || place_token(w, p->to)->upos != SR_UPOS_NOUN))
		return false;
	/* "the base at X"; of two words where it is told what they lie near, or
	 * the last is a place's as well ("at Ras X") */
	if ((!whole || place_tells_more(w, p->to, s->to) ||
	     ends_known(w, p)) && before == MISSING_AT &&
	    sign >= AT_SIGN &&
	    w->mark[p->from].before_kind == SIGN_IN && !has_digit(w, p->from))
		return true;
	if (p->list && before == 0 && sign >= JOINED_SIGN && is_joined(w, p))
		return true;
	if (sign >= LABELLED_SIGN &&
	    (is_labelled(w, p->to, s) || place_of_many(w, p, s)))
		return true;
	if (sign < MISSING_SIGN && !is_beyond(w, p))
		return false;
	return noun || p->included || before >= MISSING_BEFORE ||
	       (p->list && !whole && before == 0);
}

/* "Donetsk and Luhansk oblasts": the noun goes with all of the list. */
static void share_noun(struct place_work *w, uint32_t last)
{
	const struct place_spot *p = &w->spots.items[last];
	uint32_t noun = p->noun;

	if (noun == SR_NONE || p->noun_token != p->to ||
	    w->mark[p->to].noun_many != noun + 1)
		return;
	for (uint32_t i = last; i > 0 && w->spots.items[i].list; i--) {
		struct place_spot *q = &w->spots.items[i - 1];
		if (q->noun != SR_NONE || q->name == SR_NONE)
			break;
		q->noun = noun;
		uint32_t name =
			place_name_of(w, q->from, q->to, wanted_of(w, q));
		q->noun = SR_NONE;
		if (name == SR_NONE)
			break;
		w->names.items[q->name].nspot--;
		struct place_name *n = &w->names.items[name];
		q->name = name;
		n->nspot++;
		n->sign = q->sign > n->sign ? q->sign : n->sign;
	}
}

/* "Dniprovska Gulf": nothing known of that kind, and no town of just that name,
 * whose bay it might be: a name that the tables lack. */
static bool other_kind(const struct place_work *w, const struct place_spot *p)
{
	if (p->name == SR_NONE || p->noun == SR_NONE || p->noun_token != p->to)
		return false;
	int32_t class =
		sr_kit_value(w->kit, SR_TABLE_NOUNS, p->noun, SR_NOUNS_CLASS);
	if (class != PLACE_LAND && class != PLACE_WATER)
		return false;
	const struct place_name *n = &w->names.items[p->name];
	for (uint32_t i = 0; i < n->ncand; i++)
		if (n->cand[i].class == PLACE_LAND ||
		    n->cand[i].class == PLACE_WATER ||
		    n->cand[i].class == PLACE_REGION ||
		    n->cand[i].tier <= SR_GAZ_BARE)
			return false;
	return true;
}

/* "According to X", "a man named X": no small town. */
static double voice_sign(const struct place_work *w, const struct place_spot *p)
{
	const struct place_name *n =
		p->name == SR_NONE ? NULL : &w->names.items[p->name];

	if (!w->mark[p->from].voice)
		return 0;
	for (uint32_t i = 0; n && i < n->ncand; i++)
		if (n->cand[i].from != CAND_GAZ ||
		    n->cand[i].prior > WELL_KNOWN)
			return 0;
	return NO_VOICE;
}

/* "The regions of A and B": the noun before the first goes with all of them. */
static uint32_t lent_by(const struct place_work *w,
			const struct place_spot *last)
{
	if (last->lent != SR_NONE || last->noun == SR_NONE ||
	    last->noun_token >= last->from ||
	    w->mark[last->noun_token].noun_many != last->noun + 1 ||
	    wanted_of(w, last) == PLACE_SETTLEMENT)
		return last->lent;
	return last->noun;
}

/* What is known of the name, as what the words say that it is. */
static uint32_t known_name(struct place_work *w, const struct place_spot *p)
{
	struct place_spot as = *p;

	if (p->noun == SR_NONE && p->lent != SR_NONE) {
		as.noun = p->lent;
		uint32_t name = place_name_of(w, p->from, p->to,
					      wanted_of(w, &as));
		if (name != SR_NONE)
			return name;
	}
	return place_name_of(w, p->from, p->to, wanted_of(w, p));
}

static bool add_spot(struct place_work *w, uint32_t from, uint32_t to,
		     const struct sr_sentence *s, bool known)
{
	struct place_spot p = place_spot_of(from, to);
	const struct place_spot *last =
		w->spots.nitem ? &w->spots.items[w->spots.nitem - 1] : NULL;

	p.sign = own_sign(w, from, to) + neighbours(w, from, to, s) +
		 noun_sign(w, &p, s) + before_sign(w, &p, s);
	uint32_t many = known || p.noun != SR_NONE ? SR_NONE
						   : list_noun(w, to, s);
	if (many != SR_NONE) {
		p.noun = w->mark[many].noun_many - 1u;
		p.noun_token = many;
		p.sign += SIGN_NOUN_AFTER;
	}
	p.list = last && lists_on(w, last, from);
	if (p.list && last->sign > 0)
		p.sign += 0.7 * (last->sign < 2.5 ? last->sign : 2.5);
	if (p.list)
		p.lent = lent_by(w, last);
	p.included = place_included(w, &p, s) || (p.list && last->included);
	p.sign += p.included ? SIGN_NOUN_AFTER : 0;
	if (known)
		p.name = known_name(w, &p);
	else if (is_genitive(w, from, to))
		p.name = place_genitive_of(w, from);
	if (w->doc->mem.full)
		return false;
	p.sign += voice_sign(w, &p) + (is_beyond(w, &p) ? SIGN_BEYOND : 0);
	if (other_kind(w, &p)) {
		p.name = SR_NONE;
		if (place_capital(w, to))
			p.to = p.whole_to = to + w->mark[to].noun_tokens;
	}
	if (p.name == SR_NONE && !called_place(w, &p, s))
		return true;
	struct place_spot *own = SR_PUSH(&w->doc->mem, &w->spots);
	if (!own)
		return false;
	*own = p;
	for (uint32_t i = from; i < to; i++)
		w->mark[i].named = true;
	if (p.name != SR_NONE) {
		struct place_name *n = &w->names.items[p.name];
		n->nspot++;
		n->sign = p.sign > n->sign ? p.sign : n->sign;
		if (p.noun != SR_NONE && p.noun < 64)
			n->nouns |= (uint64_t)1 << p.noun;
		else
			n->bare = true;
	}
	share_noun(w, (uint32_t)w->spots.nitem - 1);
	return !w->doc->mem.full;
}

bool place_owner(struct place_work *w, uint32_t i)
{
	return is_genitive(w, i, i + 1) && place_genitive_of(w, i) != SR_NONE;
}

static bool spot_sentence(struct place_work *w, const struct sr_sentence *s)
{
	for (uint32_t i = s->from; i < s->to;) {
		uint32_t end = place_name_end(w, i, s);
		bool known = end > i && !place_goes_beyond(w, i, end, s->to) &&
			     !(end == i + 1 && w->mark[i].word &&
			       place_names_site(w, end, s));
		if (!known && w->mark[i].starts)
			end = place_unknown_end(w, i, s);
		if (!known && w->mark[i].starts && place_owner(w, i))
			end = i + 1;
		const struct sr_token *t = place_token(w, i);
		if (end == i || (end == i + 1 && t->at.to - t->at.from < 2)) {
			i++;
			continue;
		}
		size_t before = w->spots.nitem;
		if (!add_spot(w, i, end, s, known))
			return false;
		i = known || w->spots.nitem > before ? end : i + 1;
	}
	return true;
}

bool place_spots(struct place_work *w)
{
	const struct sr_doc *doc = w->doc;

	for (size_t s = 0; s < doc->sentences.nitem; s++)
		if (!spot_sentence(w, &doc->sentences.items[s]))
			return false;
	return true;
}
