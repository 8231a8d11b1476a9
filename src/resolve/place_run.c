/* Runs of words that may be one name, and how far the gazetteer knows them.
 *
 * A name begins with a capital ("Homs", "al-Bab") and may have small words
 * inside ("Deir ez-Zor", "Isle of Man"). The longest run that is a key is
 * taken. What was found for a run is kept, since a report names its places
 * again and again: a cache of 512 runs by the hash of their words. */
#include "base/utf8.h"
#include "resolve/place.h"

#define MOST_TOKENS 7 /* of a name */
#define CACHE 512     /* runs, a power of two */

_Static_assert(MOST_TOKENS <= SR_GAZ_MEMO_AHEAD, "asked for at once");

struct place_run_cache {
	struct {
		uint64_t hash;	       /* of the words; 0: empty */
		int8_t end[RUN_NTIER]; /* tokens, -1: not asked yet */
	} run[CACHE];
};

bool place_char(const struct place_work *w, uint32_t i, char c)
{
	if (i >= w->doc->tokens.nitem)
		return false;
	const struct sr_token *t = place_token(w, i);
	return t->at.to - t->at.from == 1 &&
	       w->doc->report.text.s[t->at.from] == c;
}

static struct sr_str text_of(const struct place_work *w, uint32_t i)
{
	return sr_doc_text(w->doc, place_token(w, i)->at);
}

/* No space between the token before and this one? */
bool place_glued(const struct place_work *w, uint32_t i)
{
	return i > 0 &&
	       place_token(w, i - 1)->at.to == place_token(w, i)->at.from;
}

/* "al-Bab", "ez-Zor": an Arabic article and a capital behind a hyphen. */
bool place_inner_capital(const struct place_work *w, uint32_t i)
{
	struct sr_str s = text_of(w, i);
	struct sr_key fold;

	for (size_t k = 1; k + 1 < s.n && k < 4; k++) {
		if (s.s[k] != '-')
			continue;
		if (s.s[k + 1] < 'A' || s.s[k + 1] > 'Z')
			return false;
		sr_spell_fold(s, &fold);
		return sr_spell_bare(&fold).n > 0;
	}
	return false;
}

bool place_letters(const struct place_work *w, uint32_t i)
{
	struct sr_str s = text_of(w, i);
	const char *p = s.s;

	if (s.n && (unsigned char)*p < 0x80)
		return (*p | 32) >= 'a' && (*p | 32) <= 'z';
	return s.n && sr_is_letter(sr_utf8_next(&p, s.s + s.n));
}

bool place_starts(const struct place_work *w, uint32_t i)
{
	bool word = place_token(w, i)->traits & SR_TRAIT_WORD;

	if (w->mark[i].time || (!word && !place_letters(w, i)))
		return false;
	if (place_capital(w, i) || (!word && place_inner_capital(w, i)))
		return true;
	/* "al", "-", "Bab" as three tokens */
	return place_is(w, i, SIGN_PARTICLE) && place_char(w, i + 1, '-') &&
	       place_glued(w, i + 1) && place_capital(w, i + 2) &&
	       place_glued(w, i + 2);
}

/* Can a name that begins earlier go on with token i? */
static bool goes_on(const struct place_work *w, uint32_t i, uint32_t to)
{
	if (i >= to || w->mark[i].time || place_is(w, i, SIGN_BE))
		return false;
	if (place_glued(w, i) && !place_char(w, i, ',') &&
	    !place_char(w, i, '.') && !place_char(w, i, ')') &&
	    !place_char(w, i, '"') && !place_char(w, i, ':') &&
	    !place_char(w, i, ';'))
		return true;
	if (place_char(w, i, '-'))
		return true;
	if (!place_letters(w, i))
		return false;
	return place_capital(w, i) || place_inner_capital(w, i) ||
	       place_is(w, i, SIGN_PARTICLE);
}

static bool ends_name(const struct place_work *w, uint32_t i)
{
	return place_letters(w, i) &&
	       (place_capital(w, i) || place_inner_capital(w, i) ||
		(place_glued(w, i) && i > 0));
}

/* The names from token i on that end before `end`: most runs are no name, and
 * each end is asked for. */
static void ask_ahead(struct place_work *w, uint32_t i, uint32_t end)
{
	struct sr_str name[MOST_TOKENS];
	size_t n = 0;

	for (; end > i; end--)
		if (ends_name(w, end - 1))
			name[n++] = sr_doc_text(
				w->doc,
				(struct sr_span){
					place_token(w, i)->at.from,
					place_token(w, end - 1)->at.to });
	sr_gaz_memo_ahead(w->memo, &w->gaz, name, n);
}

static uint32_t ask(struct place_work *w, uint32_t i, uint32_t end,
		    enum place_run_tier tier)
{
	static const enum sr_gaz_tier LEAST[] = { SR_GAZ_EXACT, SR_GAZ_K1,
						  SR_GAZ_K2 };
	static const enum sr_gaz_tier MOST[] = { SR_GAZ_BARE, SR_GAZ_K1,
						 SR_GAZ_K2 };

	if (tier == RUN_EXACT && end > i + 1)
		ask_ahead(w, i, end);
	for (; end > i; end--)
		if (ends_name(w, end - 1) &&
		    place_known(w, i, end, LEAST[tier], MOST[tier]))
			return end - i;
	return 0;
}

bool place_goes_on(const struct place_work *w, uint32_t i, uint32_t to)
{
	return goes_on(w, i + 1, to);
}

uint32_t place_run(struct place_work *w, uint32_t i, uint32_t to,
		   enum place_run_tier tier)
{
	uint32_t end = i + 1;

	while (end < i + MOST_TOKENS && goes_on(w, end, to))
		end++;
	/* "The", "In": words that begin sentences and no names. */
	if (end == i + 1 && w->mark[i].word >= 40)
		return 0;
	if (!w->runs)
		w->runs = SR_NEW(&w->doc->mem, struct place_run_cache, 1);
	if (!w->runs)
		return 0;
	const char *s = w->doc->report.text.s + place_token(w, i)->at.from;
	uint64_t hash =
		sr_hash_quick(s, (size_t)(place_token(w, end - 1)->at.to -
					  place_token(w, i)->at.from)) |
		1;
	size_t at = hash >> 8 & (CACHE - 1);
	if (w->runs->run[at].hash != hash) {
		w->runs->run[at].hash = hash;
		memset(w->runs->run[at].end, -1, sizeof(w->runs->run[at].end));
	}
	int8_t *known = &w->runs->run[at].end[tier];
	if (*known < 0)
		*known = (int8_t)ask(w, i, end, tier);
	return (uint32_t)*known;
}

bool place_names_site(const struct place_work *w, uint32_t i,
		      const struct sr_sentence *s)
{
	const struct place_mark *m = &w->mark[i];

	return i < s->to && m->noun && place_capital(w, i) &&
	       sr_kit_value(w->kit, SR_TABLE_NOUNS, m->noun - 1u,
			    SR_NOUNS_CLASS) == PLACE_SITE &&
	       !place_is(w, i - 1, SIGN_THE) && !w->mark[i - 1].bearing &&
	       !w->mark[i - 1].unit;
}
