/* Places' names that stand for a government or a people, or go with a word that
 * says whither: "Kyiv's forces", "Moscow announced", "losses on Russia", and not
 * "in Russia". What stands for one of several. */
#include "base/str.h"
#include "extract/extract_internal.h"

bool sr_is_state_place(const struct sr_place *p)
{
	return sr_str_is(p->feature, "PCLI");
}

/* "Not far from | X", "close to | X" */
static bool is_not_far(const struct sr_reading *r, uint32_t i, uint32_t prep)
{
	const struct sr_token *t = r->tree.token;

	if (i < 3 || !prep || t[i - 1].lower != prep ||
	    t[i - 3].sentence != t[i].sentence)
		return false;
	if (prep == r->word.from)
		return t[i - 2].lower == r->word.far &&
		       t[i - 3].upos == SR_UPOS_PART;
	return prep == r->word.toward_like[2] &&
	       t[i - 2].lower == r->word.near_like[3];
}

uint32_t sr_place_prep(const struct sr_reading *r, const struct sr_place *p)
{
	uint32_t prep = sr_case_of(&r->tree, p->m.head);
	uint32_t i = p->m.from, noun = r->tree.token[p->m.head].head;

	/* "around the town of X" */
	if (prep && prep == r->word.of && noun < i &&
	    r->tree.token[noun].place != SR_NONE &&
	    r->tree.token[noun].place == r->tree.token[p->m.head].place)
		return sr_case_of(&r->tree, noun);

	/* "in nearby Soro village", "in Sitio Mansulao" */
	unsigned rel = r->tree.token[p->m.head].deprel;
	if (!prep && (rel == SR_REL_FLAT ||
		      (rel == SR_REL_COMPOUND &&
		       (r->classes[noun] & SR_CLASS_PLACE))))
		prep = sr_case_of(&r->tree, noun);
	if (is_not_far(r, i, prep))
		return r->word.near_like[0];
	if (prep || i == 0 || r->tree.token[i - 1].upos != SR_UPOS_ADP)
		return prep;
	return r->tree.token[i - 1].lower;
}

bool sr_goes_to(const struct sr_reading *r, uint32_t prep)
{
	return sr_says_toward(r, prep) || (prep && prep == r->word.from);
}

/* "In", "at" it. */
static bool is_inside(const struct sr_reading *r, uint32_t i)
{
	uint32_t prep = sr_case_of(&r->tree, i);

	return prep && (sr_says_in(r, prep) || prep == r->word.at);
}

/* Is a country's name where a place would stand without a preposition: moved
 * about in ("invaded X"), or a part of it ("X's north")? */
static bool stands_as_ground(const struct sr_reading *r, const struct sr_place *p)
{
	const struct sr_token *t = &r->tree.token[p->m.head];

	/* "at the Kabul ministry compound" */
	if (t->deprel == SR_REL_COMPOUND || t->deprel == SR_REL_AMOD)
		return is_inside(r, t->head) &&
		       (r->classes[t->head] & SR_CLASS_SITE);
	return t->deprel != SR_REL_NMOD_POSS ||
	       (r->classes[t->head] & (SR_CLASS_PLACE | SR_CLASS_GROUND)) ||
	       (is_inside(r, t->head) &&
		(r->tree.token[t->head].upos == SR_UPOS_PROPN ||
		 r->tree.token[t->head].flags & SR_TOK_ALLCAPS));
}

/* "Kyiv's vehicles": a capital that owns what is no part of a town. */
static bool owns_force(const struct sr_reading *r, const struct sr_place *p)
{
	const struct sr_token *t = &r->tree.token[p->m.head];

	return sr_str_is(p->feature, "PPLC") &&
	       t->deprel == SR_REL_NMOD_POSS &&
	       (r->classes[t->head] & (SR_CLASS_FORCE | SR_CLASS_EQUIP |
	                               SR_CLASS_GUN | SR_CLASS_PARTY));
}

/* "Battlegroup Dnepr", "the African Union Mission to Somalia": in the name of a
 * unit or body. */
static bool is_in_name(const struct sr_reading *r, const struct sr_place *p,
		       uint32_t prep)
{
	const struct sr_token *t = &r->tree.token[p->m.head];
	const struct sr_token *noun = &r->tree.token[t->head];

	if (t->party != SR_NONE) {
		const struct sr_party *own = &r->doc->parties.items[t->party];
		if (own->kind == SR_PARTY_KIND_UNIT && own->row != SR_NONE &&
		    own->m.from < p->m.from && own->m.to <= p->m.to)
			return true;
	}
	return prep && prep == r->word.toward_like[2] &&
	       t->deprel == SR_REL_NMOD && noun->party != SR_NONE &&
	       (noun->flags & SR_TOK_CAPITAL) &&
	       r->doc->parties.items[noun->party].kind ==
		       SR_PARTY_KIND_INSTITUTION;
}

/* "Troops loyal to Kyiv": who rules there; "close to Kyiv" is near it. */
static bool is_lord(const struct sr_reading *r, const struct sr_place *p,
		    uint32_t prep)
{
	const struct sr_token *t = r->tree.token;
	uint32_t as = t[p->m.head].head;

	return prep && prep == r->word.toward_like[2] &&
	       t[as].upos == SR_UPOS_ADJ && as < p->m.from &&
	       sr_rel_is(&r->tree, as, SR_REL_AMOD) && t[as].head < as &&
	       (r->classes[t[as].head] & (SR_CLASS_FORCE | SR_CLASS_PARTY |
					  SR_CLASS_PEOPLE));
}

/* "Talks with Khartoum", "a truce with Ankara": who rules from there. */
static bool is_dealt_with(const struct sr_reading *r, const struct sr_place *p,
			  uint32_t prep)
{
	return prep && prep == r->word.with && sr_str_is(p->feature, "PPLC");
}

/* "Clashes with X over the Gaza war": what it is about; "killed in the Gaza war"
 * is there. */
static bool is_of_some_war(const struct sr_reading *r, const struct sr_place *p)
{
	const struct sr_token *t = &r->tree.token[p->m.head];

	return t->deprel == SR_REL_COMPOUND && t->head == p->m.to &&
	       sr_says_war(r, t->head) &&
	       !sr_says_in(r, sr_case_of(&r->tree, t->head));
}

/* "Ukraine's second-largest city": a town told of before. */
static bool owns_ranked(const struct sr_reading *r, const struct sr_place *p)
{
	const struct sr_token *t = &r->tree.token[p->m.head];
	uint32_t m = r->tree.token[t->head].place;

	return sr_is_state_place(p) && t->deprel == SR_REL_NMOD_POSS &&
	       (r->classes[t->head] & SR_CLASS_PLACE) &&
	       (m == SR_NONE || &r->doc->places.items[m] == p) &&
	       sr_is_ranked(r, t->head);
}

bool sr_place_is_party(const struct sr_reading *r, const struct sr_place *p,
		       bool going)
{
	const struct sr_token *t = &r->tree.token[p->m.head];
	uint32_t prep = sr_place_prep(r, p);

	if (sr_is_half(r, p) || is_in_name(r, p, prep) ||
	    is_lord(r, p, prep) || is_dealt_with(r, p, prep) ||
	    is_of_some_war(r, p) || owns_ranked(r, p))
		return true;
	if (sr_names_scene(r, p->m.head))
		return false;
	/* "the US missile strike", "Kyiv's vehicles" */
	if (owns_force(r, p) || (sr_is_state_place(p) && !prep && !stands_as_ground(r, p)))
		return true;
	if (t->party == SR_NONE)
		return false;
	/* "losses on Russia", "support for Israel" */
	if (sr_is_state_place(p) && !sr_says_in(r, prep) &&
	    !(going && sr_goes_to(r, prep)))
		return true;
	/* "residents of X", "troops from X": where they are from */
	if (r->doc->parties.items[t->party].m.head != p->m.head)
		return prep == 0;
	switch (t->deprel) {
	case SR_REL_NSUBJ:
	case SR_REL_NSUBJ_PASS:
	case SR_REL_NMOD_POSS:
	case SR_REL_OBL_AGENT:
	case SR_REL_AMOD:
	case SR_REL_COMPOUND:
	case SR_REL_OBJ:
	case SR_REL_IOBJ:
	case SR_REL_CONJ:
		return true;
	default:
		return prep == r->word.by || prep == r->word.according;
	}
}

uint32_t sr_part_subject(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t head = t->token[i].head, who = sr_subject(t, i);

	if (who != SR_NONE || sr_is_verb(t, i) ||
	    t->token[i].deprel != SR_REL_NMOD ||
	    t->token[head].upos != SR_UPOS_NUM ||
	    t->token[head].time != SR_NONE || sr_case_of(t, i) != r->word.of)
		return who;
	return sr_subject(t, head);
}

bool sr_is_offset(const struct sr_reading *r, uint32_t i)
{
	uint32_t p = r->tree.token[i].place;

	return p != SR_NONE &&
	       r->doc->places.items[p].kind == SR_PLACE_OFFSET;
}

#define MOST_GLOSS 10 /* tokens of ", a major rail and road junction" */

uint32_t sr_place_glossed(const struct sr_reading *r, uint32_t m)
{
	const struct sr_place *p = &r->doc->places.items[m];
	const struct sr_token *t = r->tree.token;

	if (p->kind != SR_PLACE_OFFSET || m == 0 ||
	    p[-1].kind == SR_PLACE_OFFSET || p[-1].kind == SR_PLACE_AREA)
		return m;
	uint32_t i = p[-1].m.to, to = p->m.from;
	if (i + 2 >= to || to - i > MOST_GLOSS ||
	    t[i].xpos != SR_XPOS_COMMA || t[i + 1].upos != SR_UPOS_DET ||
	    t[i].sentence != t[to].sentence)
		return m;
	for (i++; i < to; i++)
		if (t[i].upos != SR_UPOS_DET && t[i].upos != SR_UPOS_ADJ &&
		    t[i].upos != SR_UPOS_NOUN && t[i].upos != SR_UPOS_CCONJ)
			return m;
	return m - 1;
}
