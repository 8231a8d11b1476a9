/* Which voice a speaker is: one name for all that reports call him by, so that
 * those who cite the same source are not counted as two.
 *
 *	the UK Ministry of Defence, Britain's defence ministry   GB defence ministry
 *	Moscow, the Kremlin                                      Russia
 *	Zelensky, the Ukrainian president (named before)         Volodymyr Zelensky
 *	a spokesman for the general staff of Ukraine             UA general staff
 *	residents, a soldier, Western officials                  -
 *
 * Whoever is not named is nobody that another report could mean too.
 * docs/decisions/081 has the rules. */
#include <stdlib.h>

#include "base/str.h"
#include "base/utf8.h"
#include "extract/extract_internal.h"

#define MOST_WORDS 8

struct voice {
	const struct sr_reading *r;
	const struct sr_party *p;
	struct sr_str side; /* of the state named in it, else its own */
	bool state_named;
};

static struct sr_str nobody(void)
{
	return SR_STR(SR_VOICE_NOBODY);
}

/* The name that a table gives to one body or person alone. */
static bool has_own_name(const struct sr_reading *r, const struct sr_party *p)
{
	unsigned column;

	if (p->row == SR_NONE)
		return false;
	switch (p->table) {
	case SR_TABLE_STATES:
		column = SR_STATES_NAME;
		break;
	case SR_TABLE_GROUPS:
		column = SR_GROUPS_NAME;
		break;
	case SR_TABLE_INSTITUTIONS:
		column = SR_INSTITUTIONS_NAME;
		break;
	case SR_TABLE_LEADERS:
		column = SR_LEADERS_NAME;
		break;
	case SR_TABLE_FORMATIONS:
		column = SR_FORMATIONS_NAME;
		break;
	default:
		return false;
	}
	return sr_str_equal(sr_kit_text(r->kit, (enum sr_table)p->table, p->row,
					column),
			    p->name);
}

static bool is_state(const struct sr_party *p)
{
	return p->kind == SR_PARTY_KIND_STATE && p->side.n;
}

/* The state that a mention names within itself. */
static void find_state(struct voice *v)
{
	const struct sr_doc *d = v->r->doc;

	v->side = v->p->side;
	for (size_t i = sr_parties_from(d, v->p->m.from);
	     i < d->parties.nitem; i++) {
		const struct sr_party *q = &d->parties.items[i];
		if (q->m.from >= v->p->m.to)
			break;
		if (q == v->p || q->m.to > v->p->m.to || !is_state(q) ||
		    q->pronoun)
			continue;
		v->side = q->side;
		v->state_named = true;
		return;
	}
}

/* Is the token a word of the state's name? */
static bool names_state(const struct voice *v, uint32_t token)
{
	uint32_t k = v->r->tree.token[token].party;
	const struct sr_party *q =
		k == SR_NONE ? NULL : &v->r->doc->parties.items[k];

	if (!q || q == v->p)
		return false;
	return is_state(q) && q->m.from <= token && token < q->m.to;
}

static bool is_content(const struct voice *v, uint32_t token)
{
	const struct sr_token *t = &v->r->tree.token[token];

	switch (t->upos) {
	case SR_UPOS_NOUN:
	case SR_UPOS_PROPN:
	case SR_UPOS_ADJ:
	case SR_UPOS_NUM:
		return !names_state(v, token);
	default:
		return false;
	}
}

/* Has it a name of its own in it, the state's left out? */
static bool has_name(const struct voice *v)
{
	for (uint32_t i = v->p->m.from; i < v->p->m.to; i++)
		if (v->r->tree.token[i].upos == SR_UPOS_PROPN &&
		    !names_state(v, i) && i > v->p->m.from)
			return true;
	return v->r->tree.token[v->p->m.head].upos == SR_UPOS_PROPN;
}

static int by_bytes(const void *pa, const void *pb)
{
	return sr_str_order(*(const struct sr_str *)pa,
			    *(const struct sr_str *)pb);
}

/* A word in the spelling that all are compared in. */
static struct sr_str usual(const struct sr_reading *r, uint32_t symbol)
{
	struct sr_str word = sr_symbol_text(r->doc, r->kit, symbol);
	uint32_t row = sr_kit_row(r->kit, SR_TABLE_SPELLINGS, word);

	return row == SR_NONE ? word
			      : sr_kit_text(r->kit, SR_TABLE_SPELLINGS, row,
					    SR_SPELLINGS_USUAL);
}

/* The side and the words that say which of its bodies, in order of the
 * alphabet: "GB defence ministry". */
static struct sr_str by_words(const struct voice *v)
{
	struct sr_str word[MOST_WORDS], side = v->side;
	struct sr_arena *mem = &v->r->doc->mem;
	size_t n = 0, room = side.n + 1, used = 0;

	for (uint32_t i = v->p->m.from; i < v->p->m.to && n < MOST_WORDS; i++) {
		if (!is_content(v, i))
			continue;
		word[n] = usual(v->r, v->r->tree.token[i].lemma);
		room += word[n++].n + 1;
	}
	char *s = sr_arena_raw(mem, room, 1);
	if (!n || !s)
		return n ? (struct sr_str){ NULL, 0 } : nobody();
	qsort(word, n, sizeof(*word), by_bytes);
	memcpy(s, side.n ? side.s : "", side.n);
	used = side.n;
	for (size_t i = 0; i < n; i++) {
		if (used)
			s[used++] = ' ';
		memcpy(s + used, word[i].s, word[i].n);
		used += word[i].n;
	}
	return (struct sr_str){ s, used };
}

static bool is_indefinite(const struct voice *v)
{
	const struct sr_token *t = &v->r->tree.token[v->p->m.from];

	return t->lower == v->r->word.a || t->lower == v->r->word.an ||
	       v->p->plural;
}

static bool is_named(const struct sr_reading *r, const struct sr_party *p)
{
	return !p->pronoun && !p->plural &&
	       r->tree.token[p->m.head].upos == SR_UPOS_PROPN;
}

/* How well a mention says who it is. */
static unsigned fullness(const struct sr_reading *r, const struct sr_party *p)
{
	if (has_own_name(r, p))
		return 3;
	return is_named(r, p) ? 2 : !p->pronoun;
}

/* Does q tell more than p of who it is, or as much with more words? */
static bool is_fuller(const struct sr_reading *r, const struct sr_party *q,
		      const struct sr_party *p)
{
	unsigned a = fullness(r, q), b = fullness(r, p);

	return a != b ? a > b : q->m.to - q->m.from > p->m.to - p->m.from;
}

/* The mentions of each party in a row, once a report; NULL: arena full. */
static struct sr_voice *voices_of(const struct sr_reading *r)
{
	const struct sr_party *party = r->doc->parties.items;
	size_t n = r->doc->parties.nitem, most = n;

	if (*r->voices)
		return *r->voices;
	for (size_t i = 0; i < n; i++)
		if (party[i].entity >= most && party[i].entity != SR_NONE)
			most = (size_t)party[i].entity + 1;
	struct sr_voice *v = SR_NEW(&r->doc->mem, struct sr_voice, most);
	if (!v)
		return NULL;
	for (size_t i = 0; i < most; i++)
		v[i].first = SR_NONE;
	for (size_t i = n; i-- > 0;) {
		if (party[i].entity == SR_NONE)
			continue;
		v[i].next = v[party[i].entity].first;
		v[party[i].entity].first = (uint32_t)i;
	}
	return *r->voices = v;
}

/* "He", "the president": the mention of the same party that says best who it
 * is; the longest of several. */
static const struct sr_party *fullest(const struct sr_reading *r,
				      const struct sr_party *p)
{
	const struct sr_party *all = r->doc->parties.items, *best;
	struct sr_voice *v = voices_of(r);

	if (!v || p->entity == SR_NONE)
		return p;
	struct sr_voice *entity = &v[p->entity];
	uint32_t i = entity->first;
	best = &all[entity->fullest ? entity->fullest - 1 : i];
	for (; !entity->fullest && i != SR_NONE; i = v[i].next)
		if (is_fuller(r, &all[i], best))
			best = &all[i];
	entity->fullest = (uint32_t)(best - all) + 1;
	return is_fuller(r, best, p) ? best : p;
}

/* What a spokesman speaks for: "of", "for" or in front of him. */
static const struct sr_party *body_of(const struct voice *v)
{
	const struct sr_tree *t = &v->r->tree;
	const struct sr_party *best = NULL;

	SR_CHILDREN(t, v->p->m.head, c) {
		uint32_t p = t->token[c].party;
		if (!sr_rel_is(t, c, SR_REL_NMOD) &&
		    !sr_rel_is(t, c, SR_REL_COMPOUND) &&
		    !sr_rel_is(t, c, SR_REL_AMOD))
			continue;
		if (p != SR_NONE && &v->r->doc->parties.items[p] != v->p &&
		    (!best || t->token[c].deprel == SR_REL_NMOD))
			best = &v->r->doc->parties.items[p];
	}
	return best;
}

/* Is another party, a unit or a state, named in it? */
static bool names_other(const struct voice *v)
{
	const struct sr_doc *d = v->r->doc;

	for (size_t i = sr_parties_from(d, v->p->m.from);
	     i < d->parties.nitem; i++) {
		const struct sr_party *q = &d->parties.items[i];
		if (q->m.from >= v->p->m.to)
			break;
		if (q != v->p && q->m.to <= v->p->m.to && !q->pronoun)
			return true;
	}
	return false;
}

static struct sr_str voice_of_party(const struct sr_reading *r,
				    const struct sr_party *p, unsigned depth);

/* The row of a table whose phrase has the party's head in it; SR_NONE. */
static uint32_t row_in(const struct voice *v, enum sr_table table)
{
	const struct sr_doc *d = v->r->doc;
	uint32_t head = v->p->m.head, back = v->r->longest_hit;

	for (size_t i = sr_hits_from(d, head > back ? head - back : 0);
	     i < d->hits.nitem && d->hits.items[i].from <= head; i++) {
		const struct sr_hit *h = &d->hits.items[i];
		if (h->table == table && head < h->to)
			return h->row;
	}
	return SR_NONE;
}

/* Is its post of one of two classes? */
static bool has_class(const struct voice *v, const char *a, const char *b)
{
	uint32_t row = row_in(v, SR_TABLE_POSTS);
	struct sr_str class;

	if (row == SR_NONE)
		return false;
	class = sr_kit_text(v->r->kit, SR_TABLE_POSTS, row, SR_POSTS_CLASS);
	return sr_str_is(class, a) || sr_str_is(class, b);
}

/* "Its commander", who has been named before: the party's name is not among
 * the words. */
static bool is_resolved(const struct voice *v)
{
	struct sr_str words = sr_doc_text(v->r->doc, v->p->m.at);
	struct sr_str name = v->p->name;

	if (!name.n || !sr_is_upper((unsigned char)name.s[0]))
		return false;
	for (size_t i = 0; i + name.n <= words.n; i++)
		if (memcmp(words.s + i, name.s, name.n) == 0)
			return false;
	return true;
}

static struct sr_str voice_of_person(const struct voice *v, unsigned depth)
{
	const struct sr_party *p = v->p;
	const struct sr_party *body = body_of(v);
	bool spokesman = has_class(v, "spokesman", "spokesman");

	if (is_named(v->r, p) || is_resolved(v))
		return p->name;
	if (spokesman && body && depth)
		return voice_of_party(v->r, body, depth - 1);
	if (is_indefinite(v) || spokesman)
		return nobody();
	/* "Russia's defence minister", "the governor of the Kharkiv region" */
	if ((v->state_named && has_class(v, "head", "minister")) || has_name(v))
		return by_words(v);
	return nobody();
}

static struct sr_str voice_of_body(const struct voice *v)
{
	uint32_t ncontent = 0;

	for (uint32_t i = v->p->m.from; i < v->p->m.to; i++)
		ncontent += is_content(v, i);
	if (is_indefinite(v))
		return nobody();
	/* "the Facebook page": whose? */
	bool body = row_in(v, SR_TABLE_BODIES) != SR_NONE;
	if (v->p->kind == SR_PARTY_KIND_MEDIA && body)
		return names_other(v) ? by_words(v) : nobody();
	/* "the ministry": which one? "the defence ministry", of that side */
	if (v->state_named || (ncontent > 1 && (has_name(v) || v->side.n)))
		return by_words(v);
	if (has_name(v) && !body)
		return by_words(v);
	return nobody();
}

/* "The army", "Ukraine's military", "Ukrainian forces": a side's forces. */
static struct sr_str voice_of_force(const struct voice *v)
{
	uint32_t noun = row_in(v, SR_TABLE_PEOPLE);

	if (noun == SR_NONE || !v->side.n || v->p->pronoun ||
	    !sr_kit_value(v->r->kit, SR_TABLE_PEOPLE, noun, SR_PEOPLE_ARMY))
		return voice_of_body(v);
	struct sr_str row = sr_kit_text(v->r->kit, SR_TABLE_PEOPLE, noun,
					SR_PEOPLE_ID);
	size_t room = v->side.n + 1 + row.n;
	char *s = sr_arena_raw(&v->r->doc->mem, room, 1);
	if (!s)
		return (struct sr_str){ NULL, 0 };
	memcpy(s, v->side.s, v->side.n);
	s[v->side.n] = ' ';
	memcpy(s + v->side.n + 1, row.s, row.n);
	return (struct sr_str){ s, room };
}

static struct sr_str voice_of_mention(const struct sr_reading *r,
				      const struct sr_party *p, unsigned depth)
{
	struct voice v = { .r = r, .p = p };

	if (has_own_name(r, p))
		return p->name;
	find_state(&v);
	switch ((enum sr_party_kind)p->kind) {
	case SR_PARTY_KIND_STATE:
	case SR_PARTY_KIND_UNIT:
		return p->plural || !p->side.n ? nobody() : p->name;
	case SR_PARTY_KIND_PERSON:
	case SR_PARTY_KIND_OFFICIAL:
		return voice_of_person(&v, depth);
	case SR_PARTY_KIND_INSTITUTION:
	case SR_PARTY_KIND_MEDIA:
	case SR_PARTY_KIND_GROUP:
		return voice_of_body(&v);
	case SR_PARTY_KIND_FORCE:
		return voice_of_force(&v);
	case SR_PARTY_KIND_CIVILIANS:
	case SR_PARTY_KIND_PEOPLE:
		break;
	}
	return nobody();
}

/* By its own words, where they say enough, else by those of another mention of
 * the same party. */
static struct sr_str voice_of_party(const struct sr_reading *r,
				    const struct sr_party *p, unsigned depth)
{
	bool person = p->kind == SR_PARTY_KIND_PERSON ||
		      p->kind == SR_PARTY_KIND_OFFICIAL;
	const struct sr_party *full = fullest(r, p);

	if (!p->pronoun && (!person || is_named(r, p))) {
		struct sr_str voice = voice_of_mention(r, p, depth);
		if (!sr_str_is(voice, SR_VOICE_NOBODY) || p->plural)
			return voice;
	}
	return voice_of_mention(r, full, depth);
}

/* The same, asked once for each mention. */
static struct sr_str voice_known(const struct sr_reading *r, uint32_t p)
{
	struct sr_voice *v = voices_of(r);

	if (!v)
		return nobody();
	if (!v[p].known)
		v[p].voice = voice_of_party(r, &r->doc->parties.items[p], 2);
	v[p].known = true;
	return v[p].voice;
}

struct sr_str sr_speaker_voice(const struct sr_reading *r, uint32_t token)
{
	uint32_t p = r->tree.token[token].party;

	if (p != SR_NONE && r->doc->parties.items[p].m.head == token)
		return voice_known(r, p);
	/* A name that is in no table: as it stands. */
	if (r->tree.token[token].upos == SR_UPOS_PROPN)
		return (struct sr_str){ NULL, 0 };
	return nobody();
}

/* Does some pattern take the verb for an attack or a killing? "After it was
 * abandoned by troops" is no cause of damage. */
bool sr_is_blow(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_pattern *pattern;
	size_t n;
	const struct sr_trigger *g =
		sr_triggers(r->kit, r->tree.token[verb].lemma, &n);

	if (r->speech[verb]) /* "the war claimed nine", "as rebels claimed" */
		return false;
	sr_patterns(r->kit, &pattern);
	for (size_t i = 0; i < n; i++)
		if (sr_is_attack(pattern[g[i].pattern].type) ||
		    sr_is_loss(pattern[g[i].pattern].type))
			return true;
	return false;
}

#define MOST_BACK 20 /* tokens */

/* Is any place of the sentence in another land? */
static bool plays_abroad(const struct sr_reading *r, const struct sr_place *of)
{
	const struct sr_sentence *s =
		&r->doc->sentences.items[r->tree.token[of->m.head].sentence];

	for (uint32_t m = sr_places_from(r->doc, s->from);
	     m < r->doc->places.nitem; m++) {
		const struct sr_place *p = &r->doc->places.items[m];
		if (p->m.from >= s->to)
			break;
		if (p->country.n && !sr_str_equal(p->country, of->country))
			return true;
	}
	return false;
}

/* Was it told of just now as a strike from the air or by guns? */
static bool is_strike(const struct sr_reading *r, uint32_t event)
{
	for (size_t k = r->made.nitem; k-- > 0;) {
		unsigned type = r->doc->claims.items[k].type;
		if (r->made.items[k].trigger + MOST_BACK < event)
			return false;
		if (r->made.items[k].trigger == event)
			return type == SR_TYPE_ATTACK_AIR ||
			       type == SR_TYPE_ATTACK_SHELLING;
	}
	return false;
}

bool sr_names_scene(const struct sr_reading *r, uint32_t i)
{
	const struct sr_token *t = r->tree.token;
	uint32_t event = t[i].head, verb = t[event].head, m = t[i].place;

	if (t[i].deprel != SR_REL_COMPOUND || t[i].upos != SR_UPOS_PROPN ||
	    event < i || !(r->classes[event] & SR_CLASS_EVENT) ||
	    m == SR_NONE || (t[i].flags & SR_TOK_ALLCAPS))
		return false;
	const struct sr_place *p = &r->doc->places.items[m];
	if (p->m.head != i || !sr_is_state_place(p))
		return false;
	bool struck = (sr_is_subject(&r->tree, event) ||
		       (sr_rel_is(&r->tree, event, SR_REL_OBL) &&
			sr_says_in(r, sr_case_of(&r->tree, event)))) &&
		      sr_is_verb(&r->tree, verb) && sr_is_blow(r, verb);
	/* "the death toll from Kenya attack" */
	struck |= sr_rel_is(&r->tree, event, SR_REL_NMOD) &&
		  r->tree.token[verb].lemma == r->word.toll;
	bool of_war = r->doc->war == SR_NONE ||
		      sr_str_equal(sr_kit_text(r->kit, SR_TABLE_WARS,
					       r->doc->war, SR_WARS_PLACE),
				   p->country);
	SR_CHILDREN(&r->tree, event, c)
		if (r->classes[c] & (SR_CLASS_AIR | SR_CLASS_GUN))
			return false;
	return struck && of_war && !is_strike(r, event) && !plays_abroad(r, p);
}

bool sr_suffers(const struct sr_reading *r, const struct sr_frame *f,
		const struct sr_pattern *p, uint32_t who)
{
	uint32_t found[SR_MAX_FOUND];
	size_t n = sr_line_find(r, f, p, SR_LINE_TARGET, found);

	for (size_t i = 0; i < n; i++)
		if (found[i] == who)
			return true;
	return false;
}
