/* Words to the slots of a claim: whose a noun phrase is, where it is, how many
 * of what. */
#include "base/str.h"
#include "extract/extract_internal.h"

/* Parties */

static uint32_t own_party(const struct sr_reading *r, uint32_t i)
{
	uint32_t p = r->tree.token[i].party;

	return p != SR_NONE && r->doc->parties.items[p].m.head == i ? p
	                                                            : SR_NONE;
}

static bool has_side(const struct sr_reading *r, uint32_t party)
{
	return party != SR_NONE && r->doc->parties.items[party].side.n;
}

/* The relations by which a noun is somebody's, the nearest first. */
static const unsigned OWNER[] = { SR_REL_NMOD_POSS, SR_REL_AMOD,
	                          SR_REL_COMPOUND, SR_REL_NMOD_DESC,
	                          SR_REL_NMOD, SR_REL_APPOS, SR_REL_FLAT,
	                          SR_REL_ACL, SR_REL_CONJ };

/* "Fighters with the Rapid Support Forces" */
static bool is_with_them(const struct sr_reading *r, uint32_t c)
{
	uint32_t p = own_party(r, c);

	if (p == SR_NONE || !(r->classes[r->tree.token[c].head] & SR_CLASS_FORCE))
		return false;
	unsigned kind = r->doc->parties.items[p].kind;
	return kind == SR_PARTY_KIND_GROUP || kind == SR_PARTY_KIND_FORCE;
}

static bool owns(const struct sr_reading *r, uint32_t c)
{
	const struct sr_tree *t = &r->tree;
	uint32_t prep;

	switch (t->token[c].deprel) {
	case SR_REL_NMOD:
		prep = sr_case_of(t, c);
		if (prep == r->word.of && sr_is_struck(r, c))
			return false;
		if (prep == r->word.with && is_with_them(r, c))
			return true;
		return prep == r->word.of || prep == r->word.by ||
		       prep == r->word.from;
	default:
		return true;
	}
}

bool sr_names_site(const struct sr_reading *r, uint32_t i)
{
	const struct sr_token *t = r->tree.token;
	uint32_t next = i + 1;

	return next < r->tree.ntoken &&
	       (t[i].upos == SR_UPOS_ADJ || t[i].upos == SR_UPOS_PROPN) &&
	       (t[i].flags & SR_TOK_CAPITAL) &&
	       (t[next].flags & (SR_TOK_CAPITAL | SR_TOK_ALLCAPS)) ==
		       SR_TOK_CAPITAL &&
	       (r->classes[next] & SR_CLASS_SITE) &&
	       !(r->classes[next] & SR_CLASS_FORCE);
}

static uint32_t owner(const struct sr_reading *r, uint32_t i, unsigned left);

/* Whose a thing is by a participle behind it: "launched by rebels", "loyal to
 * the president", "belonging to the division". */
static uint32_t participle_owner(const struct sr_reading *r, uint32_t acl)
{
	const struct sr_tree *t = &r->tree;

	SR_CHILDREN(t, acl, c) {
		bool to = sr_rel_is(t, c, SR_REL_OBL) &&
		          sr_case_of(t, c) == r->word.toward_like[2] &&
		          t->token[acl].xpos != SR_XPOS_VB;
		if (t->token[c].deprel != SR_REL_OBL_AGENT && !to)
			continue;
		uint32_t p = own_party(r, c);
		return has_side(r, p) ? p : owner(r, c, 1);
	}
	return SR_NONE;
}

bool sr_is_in_part(const struct sr_reading *r, uint32_t i)
{
	uint32_t p = r->tree.token[i].place;

	return p != SR_NONE && !r->doc->places.items[p].id &&
	       r->doc->places.items[p].kind == SR_PLACE_AREA;
}

static uint32_t owner(const struct sr_reading *r, uint32_t i, unsigned left)
{
	const struct sr_tree *t = &r->tree;

	for (size_t k = 0; k < SR_LEN(OWNER); k++) {
		if (!(t->rels[i] & SR_REL_BIT(OWNER[k])))
			continue;
		SR_CHILDREN(t, i, c) {
			if (t->token[c].deprel != OWNER[k] || !owns(r, c) ||
			    sr_names_site(r, c) || sr_is_in_part(r, c))
				continue;
			/* "on the army and on the militia": two, each its own */
			if (OWNER[k] == SR_REL_CONJ && sr_case_of(t, c))
				continue;
			uint32_t p = own_party(r, c);
			if (OWNER[k] == SR_REL_ACL)
				p = participle_owner(r, c);
			else if (!has_side(r, p) && left)
				p = owner(r, c, left - 1);
			/* "two soldiers and a child": no civilians */
			if (OWNER[k] == SR_REL_CONJ && has_side(r, p) &&
			    (r->classes[i] & SR_CLASS_FORCE) &&
			    sr_str_is(r->doc->parties.items[p].side, "CIV"))
				continue;
			if (has_side(r, p))
				return p;
		}
	}
	return SR_NONE;
}

/* "Somalia's militant group al-Shabaab": the group of that name, which stands
 * right behind the noun; SR_NONE. */
static uint32_t named_group(const struct sr_reading *r, uint32_t i)
{
	uint32_t next = i + 1;

	if (r->tree.token[i].xpos != SR_XPOS_NN || next >= r->tree.ntoken ||
	    !(r->classes[i] & (SR_CLASS_FORCE | SR_CLASS_PARTY)) ||
	    r->tree.token[next].party == SR_NONE ||
	    r->tree.token[next].deprel == SR_REL_COMPOUND)
		return SR_NONE;
	const struct sr_party *p =
		&r->doc->parties.items[r->tree.token[next].party];
	return p->m.from == next && p->row != SR_NONE && p->side.n &&
			       p->kind == SR_PARTY_KIND_GROUP
		       ? r->tree.token[next].party
		       : SR_NONE;
}

struct sr_found_party sr_party_of(const struct sr_reading *r, uint32_t token)
{
	struct sr_found_party f = { named_group(r, token), true };

	if (f.party == SR_NONE)
		f.party = own_party(r, token);
	if (has_side(r, f.party))
		return f;
	uint32_t p = owner(r, token, 2);
	/* "Syrian rebels" are not the state's */
	if (p == SR_NONE ||
	    (f.party != SR_NONE &&
	     r->doc->parties.items[f.party].kind == SR_PARTY_KIND_GROUP &&
	     r->doc->parties.items[p].kind == SR_PARTY_KIND_STATE &&
	     r->doc->parties.items[p].m.head < token))
		return f;
	return (struct sr_found_party){ p, false };
}

#define LONGEST_NAME 8 /* words of it behind its head */

/* Where a name ends whose last word is c: "Amnesty International on Tuesday"
 * may hang the day on that, and "Ba Lin, one of them, said" the second comma. */
static uint32_t end_of_name(const struct sr_tree *t, uint32_t c)
{
	uint32_t end = c + 1;

	SR_CHILDREN(t, c, k)
		if (k > c && t->token[k].deprel == SR_REL_NMOD)
			return t->from[k] > c ? t->from[k] : c + 1;
	while (end < t->to[c] && t->token[end].xpos != SR_XPOS_COMMA)
		end++;
	return end;
}

/* "The Darfur Initiative for Justice and Peace": where a body's name ends that
 * goes on behind "for". */
static uint32_t end_behind_for(const struct sr_reading *r, uint32_t to)
{
	const struct sr_token *t = r->tree.token;
	uint32_t end = to, most = to + LONGEST_NAME;

	if (to >= r->tree.ntoken || t[to].lower != r->word.about_like[0])
		return to;
	for (uint32_t k = to; k < most && k < r->tree.ntoken; k++) {
		unsigned u = t[k].upos;
		if (t[k].sentence != t[to].sentence)
			break;
		if (t[k].flags & SR_TOK_CAPITAL && t[k].time == SR_NONE)
			end = k + 1;
		else if (u != SR_UPOS_ADP && u != SR_UPOS_CCONJ &&
			 u != SR_UPOS_DET)
			break;
	}
	return end;
}

/* The words of a noun phrase: from its first word, articles left out, to its
 * head and what is joined on without a preposition. */
static struct sr_span phrase_span(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t from = t->from[i], to = i + 1;

	/* what stands before its preposition is not its own: "with 40
	 * wounded, according to officials"; nor is "X is" before a city */
	for (uint32_t k = from; k < i; k++)
		if (t->token[k].head == i &&
		    (t->token[k].deprel == SR_REL_CASE ||
		     t->token[k].deprel == SR_REL_COP || sr_is_misread(t, k)))
			from = t->to[k] <= i ? t->to[k] : k + 1;
	while (from < i && (t->token[from].deprel == SR_REL_DET ||
	                    t->token[from].deprel == SR_REL_CASE ||
	                    t->token[from].deprel == SR_REL_CC ||
	                    t->token[from].deprel == SR_REL_FIXED ||
	                    t->token[from].deprel == SR_REL_MARK ||
	                    t->token[from].deprel == SR_REL_PUNCT ||
	                    (t->token[from].deprel == SR_REL_ADVMOD &&
	                     t->token[from + 1].xpos != SR_XPOS_HYPH)))
		from++;
	SR_CHILDREN(t, i, c) {
		if (c > i && (t->token[c].deprel == SR_REL_FLAT ||
		              t->token[c].deprel == SR_REL_COMPOUND))
			to = end_of_name(t, c);
		/* "at [least] four seafarers" */
		if (c < i && c > from && t->from[c] <= from &&
		    t->token[c].deprel == SR_REL_NUMMOD)
			from = c;
	}
	if ((t->token[i].flags & SR_TOK_CAPITAL) &&
	    !(t->token[i].flags & SR_TOK_FIRST) && to == i + 1 &&
	    r->tree.token[i].party == SR_NONE)
		to = end_behind_for(r, to);
	return (struct sr_span){ t->token[from].at.from,
		                 t->token[to - 1].at.to };
}

bool sr_firer_slot(const struct sr_reading *r, uint32_t token,
		   struct sr_party_slot *slot)
{
	const unsigned weapon = SR_CLASS_AIR | SR_CLASS_GUN | SR_CLASS_BOMB;

	if (!(r->classes[token] & weapon) || (r->classes[token] & SR_CLASS_FORCE))
		return false;
	SR_CHILDREN(&r->tree, token, c) {
		uint32_t p = sr_rel_is(&r->tree, c, SR_REL_ACL)
				     ? participle_owner(r, c)
				     : SR_NONE;
		if (p == SR_NONE)
			continue;
		const struct sr_party *by = &r->doc->parties.items[p];
		*slot = (struct sr_party_slot){ .name = by->name,
						.side = by->side,
						.at = by->m.at,
						.row = by->row };
		return true;
	}
	return false;
}

bool sr_party_slot(const struct sr_reading *r, uint32_t token,
                   struct sr_party_slot *slot)
{
	struct sr_found_party f = sr_party_of(r, token);
	unsigned upos = r->tree.token[token].upos;

	if (f.party == SR_NONE &&
	    (upos == SR_UPOS_PRON || upos == SR_UPOS_DET || upos == SR_UPOS_ADV))
		return false;
	*slot = (struct sr_party_slot){ .at = phrase_span(r, token) };
	slot->name = sr_doc_text(r->doc, slot->at);
	if (r->classes[token] & SR_CLASS_CIV)
		slot->side = SR_STR("CIV");
	if (f.party == SR_NONE)
		return true;
	const struct sr_party *p = &r->doc->parties.items[f.party];
	slot->row = p->row;
	if (p->side.n)
		slot->side = p->side;
	/* "Russian attempts to retake", "the army's plan to take": theirs */
	if (!f.own && !sr_is_aim(r, token))
		return true;
	slot->at = p->m.at;
	slot->name = p->name;
	/* "12 Palestinians" are no state */
	if (p->kind == SR_PARTY_KIND_STATE &&
	    (r->classes[token] & SR_CLASS_NUMBER) &&
	    ((r->classes[token] & SR_CLASS_PEOPLE) ||
	     r->tree.token[token].xpos == SR_XPOS_NNPS))
		slot->name = sr_doc_text(r->doc, r->tree.token[token].at);
	return true;
}

/* "The rebels' morale", "an influx of Rwandan troops": what no table knows for
 * somebody or something that acts. */
static bool is_matter(const struct sr_reading *r, uint32_t i)
{
	const struct sr_token *t = &r->tree.token[i];

	return !r->classes[i] && t->xpos == SR_XPOS_NN &&
	       !(t->flags & (SR_TOK_CAPITAL | SR_TOK_ALLCAPS));
}

bool sr_doer_slot(const struct sr_reading *r, uint32_t token,
		  struct sr_party_slot *slot)
{
	struct sr_found_party by = { SR_NONE, true };

	if (!sr_party_slot(r, token, slot))
		return false;
	if (is_matter(r, token) || (r->classes[token] & SR_CLASS_EVENT))
		by = sr_party_of(r, token);
	if (by.party != SR_NONE && !by.own) {
		slot->name = r->doc->parties.items[by.party].name;
		slot->at = r->doc->parties.items[by.party].m.at;
	}
	return true;
}

static bool is_persons_name(const struct sr_reading *r, uint32_t i)
{
	uint32_t p = own_party(r, i);

	return p != SR_NONE && r->tree.token[i].upos == SR_UPOS_PROPN &&
	       (r->doc->parties.items[p].kind == SR_PARTY_KIND_PERSON ||
		r->doc->parties.items[p].kind == SR_PARTY_KIND_OFFICIAL);
}

/* "The head of the Gao Regional Council | Jean Bosco", where the tree has the
 * council describe him; not "the spokesman of President | Jean Bosco". */
static bool is_behind_body(const struct sr_reading *r, uint32_t i)
{
	uint32_t noun = sr_child(&r->tree, i, SR_REL_NMOD_DESC);

	return noun != SR_NONE && noun + 1 == i &&
	       !(r->classes[noun] & SR_CLASS_PEOPLE) &&
	       sr_child(&r->tree, noun, SR_REL_AMOD) != SR_NONE;
}

/* "The envoy to the United Nations, Jean Bosco": the parser may hang the name
 * on the last noun of the office. */
static uint32_t name_behind(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;

	SR_CHILDREN(t, i, c) {
		if (c < i || !sr_rel_is(t, c, SR_REL_NMOD))
			continue;
		if (is_persons_name(r, c) &&
		    (!sr_case_of(t, c) || is_behind_body(r, c)))
			return c;
		SR_CHILDREN(t, c, d) {
			if (d > c && is_persons_name(r, d) &&
			    !sr_case_of(t, d))
				return d;
		}
	}
	return i;
}

uint32_t sr_name_beside(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;

	if (t->token[i].upos == SR_UPOS_PROPN)
		return i;
	SR_CHILDREN(t, i, c)
		if (t->token[c].deprel == SR_REL_APPOS &&
		    t->token[c].upos == SR_UPOS_PROPN &&
		    (own_party(r, c) != SR_NONE ||
		     !(r->classes[c] & SR_CLASS_PLACE)))
			return c;
	return name_behind(r, i);
}

bool sr_speaker_slot(const struct sr_reading *r, uint32_t token,
                     struct sr_party_slot *slot)
{
	token = sr_name_beside(r, token);
	uint32_t own = own_party(r, token);

	if (!sr_party_slot(r, token, slot))
		return false;
	if (own == SR_NONE || r->doc->parties.items[own].pronoun)
		return true;
	unsigned kind = r->doc->parties.items[own].kind;
	if ((kind == SR_PARTY_KIND_PERSON || kind == SR_PARTY_KIND_OFFICIAL) &&
	    r->tree.token[token].upos == SR_UPOS_PROPN)
		return true;
	struct sr_span whole = r->doc->parties.items[own].m.at;
	slot->at = phrase_span(r, token);
	if (whole.from < slot->at.from)
		slot->at.from = whole.from;
	if (whole.to > slot->at.to)
		slot->at.to = whole.to;
	/* "according to Amnesty International, the raid": no comma of its own */
	while (slot->at.to > whole.to &&
	       r->doc->report.text.s[slot->at.to - 1] == ',')
		slot->at.to--;
	slot->name = sr_doc_text(r->doc, slot->at);
	return true;
}

/* Numbers */

bool sr_number_is_length(const struct sr_reading *r, const struct sr_number *n)
{
	(void)r;
	return sr_str_is(n->unit, "km") || sr_str_is(n->unit, "km2");
}

bool sr_number_is_money(const struct sr_reading *r, const struct sr_number *n)
{
	(void)r;
	return sr_str_is(n->unit, "USD");
}

const struct sr_number *sr_number_of(const struct sr_reading *r, uint32_t token)
{
	uint32_t sentence = r->tree.token[token].sentence;
	const struct sr_sentence *s = &r->doc->sentences.items[sentence];
	const struct sr_glance *g = r->glance;
	bool near = g && g->sentence == sentence;
	uint32_t from = near ? g->number : sr_numbers_from(r->doc, s->from);
	uint32_t to = near ? g->number_end : sr_numbers_from(r->doc, s->to);

	for (uint32_t i = from; i < to; i++) {
		const struct sr_number *n = &r->doc->numbers.items[i];
		if (n->counted == token || n->m.head == token)
			return n;
		/* "three HIMARS rockets": not three of HIMARS */
		if (n->counted != SR_NONE && n->counted + 1 == token &&
		    r->tree.token[n->counted].head == token &&
		    r->tree.token[n->counted].deprel == SR_REL_COMPOUND)
			return n;
		/* "a package of $2.2 billion" */
		if (sr_number_is_money(r, n) && n->m.from <= token &&
		    token < n->m.to)
			return n;
	}
	/* "37 more of its soldiers" */
	uint32_t head = r->tree.token[token].head;
	if (r->tree.token[token].deprel == SR_REL_NMOD &&
	    sr_case_of(&r->tree, token) == r->word.of &&
	    r->tree.token[head].upos == SR_UPOS_ADJ && r->head_kind[head])
		for (uint32_t i = from; i < to; i++)
			if (r->doc->numbers.items[i].m.to == head)
				return &r->doc->numbers.items[i];
	/* "left 40 dead": the digits themselves may be the object */
	for (uint32_t i = from; i < to; i++) {
		const struct sr_number *n = &r->doc->numbers.items[i];
		if (token >= n->m.from && token < n->m.to &&
		    r->tree.token[token].upos == SR_UPOS_NUM)
			return n;
	}
	return NULL;
}

const struct sr_number *sr_number_of_all(const struct sr_reading *r,
					 uint32_t trigger,
					 const struct sr_number *n)
{
	const struct sr_token *t = r->tree.token;
	const struct sr_number *next = n ? n + 1 : NULL;

	if (!n || t[trigger].deprel != SR_REL_ACL ||
	    t[trigger].head != n->counted || n->m.to >= n->counted ||
	    t[n->m.to].lower != r->word.of ||
	    next == r->doc->numbers.items + r->doc->numbers.nitem)
		return n;
	return next->counted == n->counted ? next : n;
}

/* Places */

static uint32_t own_place(const struct sr_reading *r, uint32_t i)
{
	uint32_t p = r->tree.token[i].place;

	return p;
}

uint32_t sr_place_anchor(const struct sr_reading *r, uint32_t m)
{
	const struct sr_place *p = &r->doc->places.items[m];

	if (p->kind != SR_PLACE_OFFSET)
		return m;
	for (uint32_t k = m + 1; k < r->doc->places.nitem; k++) {
		const struct sr_place *q = &r->doc->places.items[k];
		if (q->m.from >= p->m.to)
			break;
		if (q->m.to == p->m.to && q->kind != SR_PLACE_OFFSET)
			return k;
	}
	return m;
}

/* "The US missile strike": not where it was. */
static bool is_whose(const struct sr_reading *r, uint32_t c)
{
	uint32_t p = own_place(r, c);

	return p != SR_NONE && sr_case_of(&r->tree, c) == 0 &&
	       sr_is_state_place(&r->doc->places.items[p]);
}

static bool locates(const struct sr_reading *r, uint32_t c)
{
	const struct sr_tree *t = &r->tree;

	switch (t->token[c].deprel) {
	case SR_REL_COMPOUND:
	case SR_REL_AMOD:
		return !is_whose(r, c);
	case SR_REL_NMOD:
	case SR_REL_OBL:
	case SR_REL_APPOS:
	case SR_REL_FLAT:
	case SR_REL_NMOD_POSS:
	case SR_REL_NMOD_DESC:
	case SR_REL_NMOD_UNMARKED:
	case SR_REL_ADVMOD:
	case SR_REL_OBL_UNMARKED:
		return true;
	default:
		return false;
	}
}

/* "Its ally Damascus": a capital that is called somebody. */
static bool is_called_party(const struct sr_reading *r, const struct sr_place *p)
{
	if (!sr_str_is(p->feature, "PPLC"))
		return false;
	SR_CHILDREN(&r->tree, p->m.head, c)
		if (r->tree.token[c].deprel == SR_REL_COMPOUND &&
		    !(r->tree.token[c].flags & SR_TOK_CAPITAL) &&
		    (r->classes[c] & SR_CLASS_PARTY))
			return true;
	return false;
}

bool sr_is_half(const struct sr_reading *r, const struct sr_place *p)
{
	if (is_called_party(r, p))
		return true;
	return p->m.to + 1 < r->tree.ntoken &&
	       r->tree.token[p->m.to].xpos == SR_XPOS_HYPH &&
	       r->tree.token[p->m.to + 1].xpos == SR_XPOS_VBN;
}

uint32_t sr_place_within(const struct sr_reading *r, uint32_t i, unsigned depth)
{
	const struct sr_tree *t = &r->tree;

	if (own_place(r, i) != SR_NONE &&
	    sr_is_half(r, &r->doc->places.items[own_place(r, i)]))
		return SR_NONE;
	if (own_place(r, i) != SR_NONE)
		return sr_rel_is(t, i, SR_REL_COMPOUND) && is_whose(r, i)
		               ? SR_NONE
		               : own_place(r, i);
	/* "Sumy, a city that": what is said of the city is of Sumy */
	if (t->token[i].deprel == SR_REL_APPOS &&
	    own_place(r, t->token[i].head) != SR_NONE)
		return sr_place_anchor(r, own_place(r, t->token[i].head));
	/* "the X quarter of Y": its own name first */
	SR_CHILDREN(t, i, c)
		if (c < i && t->token[c].deprel == SR_REL_COMPOUND &&
		    own_place(r, c) != SR_NONE && !is_whose(r, c))
			return own_place(r, c);
	SR_CHILDREN(t, i, c)
		if (locates(r, c) && own_place(r, c) != SR_NONE &&
		    !sr_is_half(r, &r->doc->places.items[own_place(r, c)]))
			return own_place(r, c);
	if (depth == 0)
		return SR_NONE;
	SR_CHILDREN(t, i, c) {
		uint32_t p = locates(r, c) ? sr_place_within(r, c, depth - 1)
		                           : SR_NONE;
		if (p != SR_NONE)
			return p;
	}
	return SR_NONE;
}
