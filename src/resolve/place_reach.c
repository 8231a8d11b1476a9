/* How far a name reaches that begins at some word: one that a table knows, the
 * longest; a run of capitals that none does; and whether what is known is only
 * a part of a longer name. */
#include "ontology.h"
#include "resolve/place.h"

/* Is all that the tables know of the word that it is a first name? */
static bool is_given(const struct place_work *w, uint32_t i)
{
	uint32_t hit = w->mark[i].hit;

	if (!hit)
		return false;
	for (; hit <= w->doc->hits.nitem; hit++) {
		const struct sr_hit *h = &w->doc->hits.items[hit - 1];
		if (h->from != i)
			break;
		if (h->table == SR_TABLE_RANKS && place_is(w, i, SIGN_PARTICLE))
			continue;
		if (h->table != SR_TABLE_GIVEN &&
		    h->table != SR_TABLE_SIGNS && h->table != SR_TABLE_LINKS)
			return false;
	}
	return true;
}

uint32_t place_unknown_end(const struct place_work *w, uint32_t i,
			   const struct sr_sentence *s)
{
	bool called = place_called(w, i) && i + 1 < s->to &&
		      place_token(w, i + 1)->upos == SR_UPOS_PROPN;
	const struct sr_token *t = place_token(w, i);
	uint32_t end = i;
	/* "near Hassan Kala": of a first name too */
	bool near = place_beside(w, i) && is_given(w, i);

	if (w->headline[t->sentence] || t->flags & SR_TOK_FIRST ||
	    (w->tags && t->upos != SR_UPOS_PROPN && !called &&
	     !(place_capital(w, i) && place_names_site(w, i + 1, s))))
		return i;
	while (end < s->to && end < i + 6) {
		const struct place_mark *m = &w->mark[end];
		bool article = place_is(w, end, SIGN_PARTICLE) &&
			       place_char(w, end + 1, '-') &&
			       place_capital(w, end + 2);
		if (article ||
		    (end > i && place_char(w, end, '-') &&
		     place_glued(w, end) && place_capital(w, end + 1) &&
		     place_glued(w, end + 1))) {
			end += article ? 2 : 1;
			continue;
		}
		if (!place_letters(w, end) || m->noun || m->noun_many ||
		    (!place_capital(w, end) && !place_inner_capital(w, end)))
			break;
		if (end == i && place_names_site(w, end + 1, s)) {
			end++;
			break;
		}
		/* "Jabrat al-Sheikh": behind its article a title too */
		bool joined = end > i && place_char(w, end - 1, '-');
		if (m->people || (m->other && !(end == i && near) && !joined) ||
		    (m->word && !joined) || m->person || m->taken ||
		    m->unit || m->time || m->bearing ||
		    place_is(w, end, SIGN_ORG) ||
		    (place_token(w, end)->flags & SR_TOK_ALLCAPS))
			return i;
		end++;
	}
	if (end > i && !place_letters(w, end - 1))
		return i;
	if (end < s->to && (w->mark[end].unit || place_is(w, end, SIGN_ORG)))
		return i;
	return end;
}

uint32_t place_name_end(struct place_work *w, uint32_t i,
			const struct sr_sentence *s)
{
	const struct place_mark *m = &w->mark[i];
	uint32_t hit = i + m->country_tokens, end;

	if (i + m->feature_tokens > hit)
		hit = i + m->feature_tokens;
	if (!m->starts)
		return hit;
	uint32_t bearing = i + (m->bearing ? m->bearing_tokens : 0u);
	/* What stands alone, and is none of ours, or a country in any case */
	bool told = hit > i || bearing > i || m->people ||
		    (m->taken && (m->other || m->word));
	if (told && !place_goes_on(w, i, s->to))
		end = i;
	else
		end = i + place_run(w, i, s->to, RUN_EXACT);
	if (hit > end)
		end = hit;
	if (bearing > i && end <= bearing) /* "South", "North-East" */
		return i;
	if (m->people && end == i + 1 && hit < end) /* "Canadian" */
		return i;
	if (m->taken && hit < end) /* of an institution, a leader */
		return i;
	if (end > i || m->people || m->other || m->word)
		return end;
	end = i + place_run(w, i, s->to, RUN_K1);
	if (end > i || m->person || m->taken)
		return end;
	return i + place_run(w, i, s->to, RUN_K2);
}

/* "Pont-Sonde", of which the tables have "Pont", or both halves; but not "the
 * Kumba-Mamfe road", between two towns. */
static bool is_joined_name(struct place_work *w, uint32_t from, uint32_t end,
			   uint32_t to)
{
	if (!w->tags || end + 1 >= to || !place_char(w, end, '-') ||
	    !place_glued(w, end) || !place_glued(w, end + 1) ||
	    w->mark[from].country || w->mark[from].feature)
		return false;
	const struct place_mark *m = &w->mark[end + 1];
	if (!place_capital(w, end + 1) || !place_letters(w, end + 1) ||
	    place_token(w, end + 1)->upos != SR_UPOS_PROPN || m->people ||
	    m->bearing || m->noun || m->unit || m->time || m->word >= 40 ||
	    m->country || m->taken)
		return false;
	uint32_t next = end + 1 + place_run(w, end + 1, to, RUN_EXACT);
	return next == end + 1 || next >= to || place_capital(w, next) ||
	       (place_token(w, next)->upos != SR_UPOS_NOUN &&
		place_token(w, next)->upos != SR_UPOS_ADJ);
}

bool place_goes_beyond(struct place_work *w, uint32_t from, uint32_t end,
			uint32_t to)
{
	if (end >= w->doc->tokens.nitem)
		return false;
	/* "the village of Tall X", "in Kafr X": one name, however parsed */
	if (w->tags && end == from + 1 && end < to && place_called(w, from) &&
	    place_is_rest(w, end, false) && !w->mark[end].taken &&
	    !w->mark[end].other && !w->mark[end].person &&
	    !place_is(w, end, SIGN_ORG) && !w->mark[from].country &&
	    !w->mark[from].feature && !place_run(w, end, to, RUN_EXACT) &&
	    !place_run(w, end, to, RUN_K1))
		return true;
	if (is_joined_name(w, from, end, to))
		return true;
	const struct sr_token *t = place_token(w, end);
	if (w->tags && place_is_rest(w, end, false) && !w->mark[end].taken &&
	    !place_is(w, end, SIGN_ORG) && !w->mark[from].country &&
	    !w->mark[from].feature &&
	    ((t->head >= from && t->head < end && t->deprel == SR_REL_FLAT) ||
	     (place_token(w, from)->head == end &&
	      place_token(w, from)->deprel == SR_REL_FLAT)))
		return true;
	return end + 2 < w->doc->tokens.nitem && !place_capital(w, end) &&
	       place_is(w, end, SIGN_PARTICLE) && place_char(w, end + 1, '-') &&
	       place_glued(w, end + 1) && place_capital(w, end + 2) &&
	       place_glued(w, end + 2);
}
