#include "resolve/tense.h"

#include "base/calendar.h"
#include "ontology.h"

#define GROUP 4	  /* words of one verb */
#define TERM 92	  /* days: who is to do it sooner is set a day without a year */
#define WINDOW 12 /* tokens looked at on each side */

static bool is_to_come(const struct sr_doc *doc, uint32_t token)
{
	uint32_t atom = doc->atoms->first[token];

	/* "due to a lack of fuel" */
	return atom < doc->atoms->list.nitem &&
	       doc->tokens.items[token].deprel != SR_REL_CASE &&
	       sr_atom_word(doc->atoms, atom, SR_TABLE_TIMES, SR_TW_TENSE);
}

/* What a token says of tense: 1 to come, -1 past or present, 2 that it may
 * be, 0 nothing. */
static int says(const struct sr_doc *doc, uint32_t token)
{
	const struct sr_token *t = &doc->tokens.items[token];

	if (is_to_come(doc, token))
		return 1;
	if (t->upos != SR_UPOS_VERB && t->upos != SR_UPOS_AUX)
		return 0;
	if (t->xpos == SR_XPOS_MD)
		return 2;
	/* "are to meet on Thursday" */
	if (t->upos == SR_UPOS_AUX && token + 2 < doc->tokens.nitem &&
	    (t->xpos == SR_XPOS_VBZ || t->xpos == SR_XPOS_VBP) &&
	    t[1].xpos == SR_XPOS_TO && t[2].xpos == SR_XPOS_VB)
		return 1;
	/* "are going to meet" */
	if (t->upos == SR_UPOS_AUX && token + 1 < doc->tokens.nitem &&
	    t[1].xpos == SR_XPOS_VBG && t->xpos != SR_XPOS_VBD &&
	    is_to_come(doc, token + 1))
		return 1;
	return t->xpos == SR_XPOS_VBD || t->xpos == SR_XPOS_VBN ||
			       t->xpos == SR_XPOS_VBZ || t->xpos == SR_XPOS_VBP
		       ? -1
		       : 0;
}

/* What the verb at a token says with the words before it that belong to it:
 * "will be held", "was expected", "has been shelled". */
static int group_says(const struct sr_doc *doc, uint32_t token, uint32_t from)
{
	int say = says(doc, token);

	for (uint32_t n = 0; say < 0 && n < GROUP && token > from; n++) {
		const struct sr_token *t = &doc->tokens.items[--token];
		int more = says(doc, token);
		if (more > 0)
			return more;
		if (t->upos != SR_UPOS_AUX && t->upos != SR_UPOS_VERB &&
		    t->upos != SR_UPOS_ADV && t->upos != SR_UPOS_PART)
			break;
	}
	return say;
}

enum sr_tense sr_tense_of(const struct sr_doc *doc, const struct sr_expr *e)
{
	const struct sr_atom *atom = doc->atoms->list.items;
	uint32_t left = atom[e->from].token, right = atom[e->to - 1].token;
	const struct sr_sentence *s =
		&doc->sentences.items[doc->tokens.items[left].sentence];

	for (uint32_t n = 0; n < WINDOW; n++) {
		int say = 0;
		if (left > s->from)
			say = group_says(doc, --left, s->from);
		if (!say && right + 1 < s->to && n > 0)
			say = group_says(doc, ++right, s->from);
		if (say)
			return say == 1	  ? SR_TENSE_FUTURE
			       : say == 2 ? SR_TENSE_EITHER
					  : SR_TENSE_PAST;
	}
	return SR_TENSE_PAST;
}

bool sr_tense_ahead(const struct sr_doc *doc, const struct sr_expr *e)
{
	uint32_t token = doc->atoms->list.items[e->from].token;
	const struct sr_sentence *s =
		&doc->sentences.items[doc->tokens.items[token].sentence];

	for (uint32_t i = s->from; i < s->to; i++)
		if (says(doc, i) > 0)
			return true;
	return false;
}

bool sr_is_term(const struct sr_doc *doc, const struct sr_expr *e,
		const struct sr_anchor *at)
{
	if (e->prep != SR_TW_BEFORE || !sr_days_known(at->today) ||
	    !sr_tense_ahead(doc, e))
		return false;
	struct sr_days d = sr_anchor_resolve(at, e, SR_TENSE_FUTURE).named;
	return sr_days_known(d) && d.from >= at->today.to &&
	       d.from - at->today.to < TERM;
}
