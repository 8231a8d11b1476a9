/* Where somebody speaks, which is not where what he tells of has happened: "a
 * spokesman in Kyiv said", "told reporters in Geneva that". */
#include "base/str.h"
#include "extract/extract_internal.h"
#include "extract/way.h"

bool sr_speaks_from(const struct sr_reading *r, const struct sr_place *p,
		    uint32_t *says)
{
	const struct sr_token *t = r->tree.token;
	uint32_t i = p->m.head;

	if (!sr_str_is(p->feature, "PPLC"))
		return false;
	for (unsigned n = 0; n < SR_MOST_UP && t[i].head != i; n++) {
		*says = t[i].head;
		if (r->speech[*says] && sr_is_subject(&r->tree, i))
			return true;
		i = t[i].head;
	}
	return false;
}

/* Reporters, a paper, the council: those who are told something. */
static bool is_hearer(const struct sr_reading *r, uint32_t i)
{
	return i != SR_NONE && !(r->classes[i] & SR_CLASS_EVENT) &&
	       (r->classes[i] &
		(SR_CLASS_VOICE | SR_CLASS_PEOPLE | SR_CLASS_PARTY |
		 SR_CLASS_TALK)) &&
	       (r->tree.token[i].deprel == SR_REL_OBJ ||
		r->tree.token[i].deprel == SR_REL_IOBJ);
}

static bool has_hearer(const struct sr_reading *r, uint32_t verb)
{
	SR_CHILDREN(&r->tree, verb, c)
		if (c > verb && is_hearer(r, c) &&
		    r->tree.token[c].number == SR_NONE)
			return true;
	return false;
}

/* "Said at a briefing" */
static bool is_occasion(const struct sr_reading *r, uint32_t i)
{
	return (r->classes[i] & SR_CLASS_VOICE) &&
	       !(r->classes[i] & (SR_CLASS_PEOPLE | SR_CLASS_PARTY)) &&
	       sr_rel_is(&r->tree, i, SR_REL_OBL);
}

bool sr_is_podium(const struct sr_reading *r, const struct sr_place *p,
		  uint32_t verb)
{
	const struct sr_tree *t = &r->tree;
	uint32_t i = p->m.head, over = t->token[i].head;
	uint32_t prep = sr_case_of(t, i);
	uint32_t says = r->speech[over] ? over : t->token[over].head;

	if (!r->speech[says] || !sr_is_verb(t, says) ||
	    (verb != SR_NONE && says != verb))
		return false;
	/* "said by telephone from X" */
	if (over == says && prep && prep == r->word.from)
		return true;
	if (!sr_says_in(r, prep) && !(prep && prep == r->word.at))
		return false;
	if (over == says)
		return has_hearer(r, says);
	/* "in a speech in X" and no "air strikes in X" */
	return !sr_is_subject(t, over) && t->token[i].deprel == SR_REL_NMOD &&
	       (is_hearer(r, over) || sr_telling_kind(r, over) >= 0 ||
		is_occasion(r, over)) &&
	       !(r->classes[over] & SR_CLASS_EVENT);
}
