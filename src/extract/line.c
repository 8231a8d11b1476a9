/* The places that a pattern's place line leads to, one claim each: rows of them
 * ("shelled A, B and C"), less what only says where another lies ("a village in
 * the Nara region", "near the border with Mali"). */
#include "base/str.h"
#include "extract/draft.h"
#include "extract/way.h"

#define MOST_BEHIND 7 /* tokens between a place and where it is said to lie */

/* One more place unless it is there already or the list is full. */
static size_t add_mention(uint32_t mention[SR_MAX_FOUND], size_t n, uint32_t m)
{
	if (m == SR_NONE || n == SR_MAX_FOUND)
		return n;
	for (size_t k = 0; k < n; k++)
		if (mention[k] == m)
			return n;
	mention[n] = m;
	return n + 1;
}

/* "The northern province of X": what stands there before the name. */
static bool is_of_name(const struct sr_reading *r, uint32_t i, uint32_t name)
{
	const struct sr_token *t = r->tree.token;
	uint32_t noun = t[name].head;

	return t[i].head == noun || i == noun ||
	       (t[i].head == name && (t[i].lower == r->word.of ||
				      t[i].deprel == SR_REL_NMOD_POSS));
}

/* "In Kaduna state in northwestern Nigeria": does the one stand right behind the
 * other, with "in" and no more between? */
static bool is_right_behind(const struct sr_reading *r, uint32_t m, uint32_t of)
{
	const struct sr_place *p = &r->doc->places.items[m];
	const struct sr_place *q = &r->doc->places.items[of];
	const struct sr_token *t = r->tree.token;
	bool in = false;

	if (p->m.from < q->m.to || p->m.from > q->m.to + MOST_BEHIND ||
	    t[p->m.from].sentence != t[q->m.from].sentence)
		return false;
	for (uint32_t i = q->m.to; i < p->m.from; i++) {
		in |= t[i].lower == r->word.in_like[0];
		if (t[i].lower != r->word.in_like[0] &&
		    t[i].upos != SR_UPOS_DET && t[i].upos != SR_UPOS_ADJ &&
		    t[i].xpos != SR_XPOS_COMMA &&
		    !(in && t[i].xpos == SR_XPOS_POS) &&
		    t[q->m.head].head != i && /* "X city" */
		    !(in && is_of_name(r, i, p->m.head)))
			return false;
	}
	return in;
}

/* "A and | B", "A town and | B town" */
static bool in_row(const struct sr_reading *r, uint32_t i)
{
	const struct sr_token *t = r->tree.token;

	return t[i].deprel == SR_REL_CONJ ||
	       (t[i].deprel == SR_REL_COMPOUND &&
		t[t[i].head].deprel == SR_REL_CONJ &&
		(r->classes[t[i].head] & SR_CLASS_PLACE));
}

/* "The towns of A and B, | the C region": where both lie, and no third one. */
static bool is_land_of_row(const struct sr_reading *r, uint32_t m)
{
	const struct sr_place *p = &r->doc->places.items[m];
	const struct sr_token *t = r->tree.token;
	bool both = false;

	if (m < 2 || p->kind != SR_PLACE_AREA ||
	    p[-1].kind == SR_PLACE_AREA || p[-2].kind == SR_PLACE_AREA ||
	    p[-2].m.to > p[-1].m.from || p[-1].m.from > p[-2].m.to + 2 ||
	    p->m.from != p[-1].m.to + 1 ||
	    t[p[-1].m.to].xpos != SR_XPOS_COMMA)
		return false;
	for (uint32_t i = p[-2].m.to; i < p[-1].m.from; i++)
		both = both || t[i].xpos == SR_XPOS_CC;
	return both;
}

/* "Nine in Kidal, two in Gao": so many there, and so many in the next. */
static bool counts_on(const struct sr_reading *r, const struct sr_place *p)
{
	const struct sr_token *t = r->tree.token;
	uint32_t i = p->m.to;

	return i + 2 < r->tree.ntoken &&
	       (t[i].xpos == SR_XPOS_COMMA || t[i].xpos == SR_XPOS_CC) &&
	       t[i + 1].number != SR_NONE && t[i + 2].upos == SR_UPOS_ADP;
}

/* "In Welingara village, in the Nara region": an area that is not one of a row
 * beside a place is where that lies. */
static size_t drop_wider(const struct sr_reading *r,
			 uint32_t mention[SR_MAX_FOUND], size_t n)
{
	const struct sr_place *place = r->doc->places.items;
	size_t points = 0, out = 0;
	bool inside[SR_MAX_FOUND] = { false }, behind[SR_MAX_FOUND] = { false };

	for (size_t i = 0; i < n; i++) {
		points += place[mention[i]].kind != SR_PLACE_AREA;
		for (size_t k = 0; k < n; k++) {
			inside[i] |= place[mention[k]].inside == mention[i];
			behind[i] |= is_right_behind(r, mention[i], mention[k]);
		}
	}
	for (size_t i = 0; i < n; i++) {
		const struct sr_place *p = &place[mention[i]];
		bool row = in_row(r, p->m.head) || counts_on(r, p);
		if (inside[i] && !row && p->kind != SR_PLACE_AREA)
			continue;
		if ((behind[i] && !row) || is_land_of_row(r, mention[i]))
			continue;
		if (p->kind != SR_PLACE_AREA || row || points == 0 ||
		    sr_case_of(&r->tree, p->m.head) != r->word.in_like[0])
			mention[out++] = mention[i];
	}
	return out;
}

/* "An attack on the village of X in Y", "a raid on X in Y". */
static bool is_struck(const struct sr_reading *r, uint32_t m)
{
	const struct sr_place *p = &r->doc->places.items[m];
	uint32_t prep = sr_place_prep(r, p), i = p->m.head;

	if (prep == r->word.of)
		i = r->tree.token[i].head;
	prep = sr_case_of(&r->tree, i);
	return prep && (prep == r->word.on || prep == r->word.against) &&
	       (r->classes[r->tree.token[i].head] & SR_CLASS_EVENT);
}

/* "Near the village of X" */
static bool is_of_scene(const struct sr_reading *r, uint32_t m)
{
	const struct sr_place *p = &r->doc->places.items[m];
	uint32_t kind = r->tree.token[p->m.head].head;
	uint32_t prep = sr_case_of(&r->tree, kind);

	return sr_place_prep(r, p) == r->word.of &&
	       (r->classes[kind] & SR_CLASS_PLACE) &&
	       (sr_says_near(r, prep) || sr_says_in(r, prep));
}

/* "Around the town of X in southern Y": the pattern's "in" leads to Y first. */
static uint32_t narrowed(const struct sr_reading *r, uint32_t m)
{
	const struct sr_place *p = &r->doc->places.items[m];

	if (sr_case_of(&r->tree, p->m.head) != r->word.in_like[0])
		return m;
	uint32_t k = sr_place_narrower(r, m);
	/* "near the village of X, in the hilly Y region", X on no map */
	if (k == m && m > 0 && p[-1].kind != SR_PLACE_AREA &&
	    !(r->classes[p[-1].m.head] & SR_CLASS_SITE) &&
	    is_right_behind(r, m, m - 1))
		k = m - 1;
	return k != m && (sr_sets_scene(r, k) || is_struck(r, k) ||
			  is_of_scene(r, k))
		       ? k
		       : m;
}

/* Do only "and" and commas stand between a mention and the next? */
static bool is_joined(const struct sr_reading *r, uint32_t m)
{
	const struct sr_place *p = &r->doc->places.items[m];
	const struct sr_token *t = r->tree.token;

	if (m + 1 >= r->doc->places.nitem || p[1].m.from <= p->m.to ||
	    p[1].m.from > p->m.to + 2 ||
	    t[p->m.from].sentence != t[p[1].m.from].sentence)
		return false;
	for (uint32_t i = p->m.to; i < p[1].m.from; i++)
		if (t[i].xpos != SR_XPOS_CC && t[i].xpos != SR_XPOS_COMMA)
			return false;
	return true;
}

/* "In Ancuabe and Chiure districts": each of those that share the noun. */
static size_t add_shared(const struct sr_reading *r,
			 uint32_t mention[SR_MAX_FOUND], size_t n)
{
	uint32_t from = mention[0], to = mention[0];

	while (from > 0 && mention[0] - from < SR_MAX_FOUND / 2 &&
	       is_joined(r, from - 1))
		from--;
	while (to - mention[0] < SR_MAX_FOUND / 2 && is_joined(r, to))
		to++;
	uint32_t last = r->doc->places.items[to].m.to - 1;
	const struct sr_token *t = &r->tree.token[last];
	/* "Sumy and Kharkiv Oblasts" has a capital */
	if (to == from || (t->xpos != SR_XPOS_NNS && t->xpos != SR_XPOS_NNPS) ||
	    ((t->flags & SR_TOK_CAPITAL) && t->lower == t->lemma))
		return n;
	if ((t->flags & SR_TOK_CAPITAL) &&
	    r->doc->places.items[to].kind != SR_PLACE_AREA)
		return n;
	for (; from <= to; from++)
		n = add_mention(mention, n, from);
	return n;
}

/* "Captured much of the region, including the towns of A and B": those too. */
static size_t add_included(const struct sr_reading *r, uint32_t found,
			   uint32_t mention[SR_MAX_FOUND], size_t n)
{
	const struct sr_tree *t = &r->tree;
	uint32_t head = t->token[found].head;
	uint32_t at[2] = { found, head };

	for (size_t k = 0; k < SR_LEN(at); k++) {
		if (k && (found == head || !sr_is_noun(t, head)) &&
		    !r->head_kind[head])
			break;
		SR_CHILDREN(t, at[k], c) {
			if (c < found || !sr_rel_is(t, c, SR_REL_NMOD) ||
			    sr_case_of(t, c) != r->word.including)
				continue;
			uint32_t m = sr_place_within(r, c, 2);
			n = add_mention(mention, n, m);
			if (m == SR_NONE)
				continue;
			SR_CHILDREN(t, r->doc->places.items[m].m.head, d)
				if (sr_rel_is(t, d, SR_REL_CONJ))
					n = add_mention(mention, n,
							t->token[d].place);
		}
	}
	return n;
}

/* The mentions that the pattern's place line leads to, one claim each. */
size_t sr_line_places(const struct sr_reading *r,
		      const struct sr_claim_draft *d,
		      uint32_t mention[SR_MAX_FOUND])
{
	uint32_t found[SR_MAX_FOUND];
	size_t n = sr_line_find(r, &d->frame, d->pattern, SR_LINE_PLACE, found);
	size_t out = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t m = sr_place_within(r, found[i], 2);
		out = add_mention(mention, out, m);
		out = add_included(r, found[i], mention, out);
		if (m == SR_NONE ||
		    r->doc->places.items[m].kind == SR_PLACE_BETWEEN ||
		    r->tree.token[found[i]].xpos != SR_XPOS_NNS)
			continue;
		/* "the villages of Tur, Sa and Bint": each of them */
		uint32_t at = r->doc->places.items[m].m.head;
		SR_CHILDREN(&r->tree, at, c)
			if (at != found[i] &&
			    sr_rel_is(&r->tree, c, SR_REL_CONJ))
				out = add_mention(mention, out,
						  r->tree.token[c].place);
	}
	/* "In Negros, a rebel died in Escalante City": there alone */
	n = out;
	out = 0;
	for (size_t i = 0; i < n; i++)
		out = add_mention(mention, out,
				  sr_place_behind(r, d->frame.trigger,
						  mention[i]));
	if (out)
		out = add_shared(r, mention, out);
	out = drop_wider(r, mention, out);
	if (out == 1 && sr_is_origin(r, d->claim.type, mention[0]))
		return 0;
	if (out == 1)
		mention[0] = narrowed(r, mention[0]);
	/* "in an attack on X, near the border with Mali": X */
	if (out == 1 &&
	    sr_is_state_place(&r->doc->places.items[mention[0]]) &&
	    r->tree.token[r->doc->places.items[mention[0]].m.head].deprel ==
		    SR_REL_NMOD &&
	    sr_place_prep(r, &r->doc->places.items[mention[0]]) == r->word.with)
		return 0;
	return out;
}

size_t sr_row_places(const struct sr_reading *r, uint32_t mention[SR_MAX_FOUND])
{
	const struct sr_place *p = &r->doc->places.items[mention[0]];
	size_t n = 1;

	if ((p->kind != SR_PLACE_POINT && p->kind != SR_PLACE_MISSING) ||
	    sr_place_prep(r, p) == r->word.between)
		return n;
	SR_CHILDREN(&r->tree, p->m.head, c) {
		uint32_t m = r->tree.token[c].place;
		if (r->tree.token[c].deprel == SR_REL_CONJ && m != SR_NONE &&
		    r->doc->places.items[m].m.head == c &&
		    r->doc->places.items[m].kind != SR_PLACE_AREA &&
		    r->tree.token[c].party == SR_NONE)
			n = add_mention(mention, n, m);
	}
	return add_shared(r, mention, n);
}
